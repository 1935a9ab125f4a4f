"""Hostile visits: each exports with nothing wrong, cut, dropped or overlapping, or is refused
naming record and field.
"""

import random
from itertools import product

import pymupdf
import pytest

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.packs.admit import admit
from lohum_brief.release.gate import explained, require_printable
from lohum_brief.typeset.compose import Composed
from lohum_brief.visit.records import Layout
from tests.packs import hostile
from tests.packs.conftest import LAYOUTS, sample_pack
from tests.packs.hostile import CASES
from tests.packs.rendering import render
from tests.typeset.boxes import LISTENED, Listener, faults

LANGUAGES: tuple[tuple[Lang, ...], ...] = (
    ("hi",),
    ("en",),
    ("ja",),
    ("hi", "en"),
    ("hi", "ja"),
    ("ja", "en", "hi"),
)
EVERY = [*product(CASES, LAYOUTS, LANGUAGES)]
QUICK = [(name, *random.Random(name).choice([*product(LAYOUTS, LANGUAGES)])) for name in CASES]
"""Each case once, in a layout and languages that its name chooses."""


def exported(name: str, layout: Layout, languages: tuple[Lang, ...]) -> Composed:
    """The draft, as the program makes it. Raises BriefError as the program tells it."""
    visit, pack = (
        hostile.visit(CASES[name]),
        hostile.pack(CASES[name], languages=languages, layout=layout),
    )
    require_printable(visit, pack)
    try:
        return render(visit, pack)
    except BriefError as error:
        raise explained(admit(visit, pack.audience), pack, error) from None


def holds(
    name: str, layout: Layout, languages: tuple[Lang, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    case, listener = CASES[name], Listener()
    monkeypatch.setattr(LISTENED, listener)
    if case.refused:
        record, field = case.refused
        with pytest.raises(BriefError) as caught:
            exported(name, layout, languages)
        place = caught.value.places[0]
        assert (place[0], place[1][: len(field)]) == (record, field), caught.value
        return
    rendered = exported(name, layout, languages)
    assert faults(rendered.pdf) == []
    assert listener.parted() == []
    said = " ".join(line for lines in listener.lines() for line in lines)
    with pymupdf.open(stream=rendered.pdf) as document:
        said += " ".join(page.get_text() for page in document)
    for expected in case.prints:
        assert expected in said.replace("\u00a0", " "), expected


def test_there_are_forty_and_more() -> None:
    assert len(CASES) >= 40
    assert sum(case.refused is not None for case in CASES.values()) >= 8


@pytest.mark.parametrize(("name", "layout", "languages"), QUICK)
def test_a_hostile_visit_is_printed_whole_or_refused_by_its_place(
    name: str, layout: Layout, languages: tuple[Lang, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    holds(name, layout, languages, monkeypatch)


@pytest.mark.parametrize("ident", ["delegates", "programme"])
def test_nothing_covers_anything_in_the_sample(ident: str) -> None:
    assert faults(sample_pack(ident).pdf) == []


@pytest.mark.nightly
@pytest.mark.parametrize("ident", ["guests", "guests-en-ja", "hosts", "principal"])
def test_nothing_covers_anything_in_the_books_of_the_sample(ident: str) -> None:
    assert faults(sample_pack(ident).pdf) == []


@pytest.mark.nightly
@pytest.mark.parametrize(("name", "layout", "languages"), EVERY)
def test_in_every_layout_and_language(
    name: str, layout: Layout, languages: tuple[Lang, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    holds(name, layout, languages, monkeypatch)
