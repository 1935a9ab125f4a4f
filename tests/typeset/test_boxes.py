"""The eyes of other tests see what is wrong."""

import pymupdf
import pytest

from lohum_brief.document.blocks import Flow
from lohum_brief.typeset import compose as composing
from tests.typeset.boxes import LISTENED, Listener, faults
from tests.typeset.conftest import document, para


def page(*texts: tuple[float, float, str], rule: tuple[float, float] = (100, 200)) -> bytes:
    made = pymupdf.open()
    sheet = made.new_page(width=595, height=842)
    for x, y, text in texts:
        sheet.insert_text((x, y), text, fontsize=10)
    sheet.draw_line((rule[0], 300), (rule[1], 300))
    return bytes(made.tobytes())


def test_what_stands_apart_is_right() -> None:
    assert faults(page((100, 100, "one"), (130, 100, "two"), (100, 113, "three"))) == []


@pytest.mark.parametrize(
    "pdf",
    [
        page((100, 100, "one"), (108, 100, "two")),
        page((100, 100, "one"), (100, 103, "two")),
        page((530, 100, "over the edge")),
        page((20, 100, "before the edge")),
        page((100, 838, "below the foot")),
        page((100, 100, "one"), rule=(100, 640)),
    ],
    ids=["beside", "below", "right", "left", "foot", "drawing"],
)
def test_what_covers_or_leaves_is_told(pdf: bytes) -> None:
    assert len(faults(pdf)) >= 1


def test_a_parted_number_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    listener = Listener()
    monkeypatch.setattr(LISTENED, listener)
    for text, parted in (
        ("1,234 567 and more", []),
        ("12\n34", ["12 | 34"]),
        ("1,\n234", ["1, | 234"]),
    ):
        composing.compose(document(Flow((para("en", text),)), langs=("en",)))
        assert listener.parted() == parted
