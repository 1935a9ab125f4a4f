"""What the yardstick of pages counts, on lines whose faults are known."""

import pytest

from lohum_brief.document.blocks import Box, FreePage
from lohum_brief.document.document import Document
from lohum_brief.document.paragraphs import Para, Span
from lohum_brief.document.style import BODY, MM
from lohum_brief.language.codes import Lang
from lohum_brief.typeset.compose import compose
from tests.benchmarks.beside_typst.boxes import Line, lines
from tests.benchmarks.beside_typst.content import Content, ink
from tests.benchmarks.beside_typst.measures import Set, figures


def content(text: str, lang: Lang) -> Content:
    style = BODY.__class__(ink=ink(7))
    para = Para((Span(text, lang, style),), lang)
    page = FreePage((Box(0.0, 100.0, 80 * MM, para),))
    return Content("", (lang,), Document("t", (lang,), "stacked", (page,)), {7: para}, 0)


def counted(lang: Lang, *texts: str) -> dict[str, int]:
    found = [Line(0, 0.0, 60.0, 16.0 * i, text) for i, text in enumerate(texts)]
    told = figures(content("".join(texts), lang), Set(b"", 1.0, {7: found}))
    return {"lone": told.lone, "parted": told.parted, "kinsoku": told.kinsoku}


@pytest.mark.parametrize(
    ("lang", "lines", "fault"),
    [
        ("en", ("the delegation arrives at the", "plant."), "lone"),
        ("hi", ("प्रतिनिधिमंडल संयंत्र में पहुँचता", "है।"), "lone"),
        ("ja", ("代表団は工場に到着しまし", "た。"), "lone"),
        ("en", ("we meet there on 8", "July and go"), "parted"),
        ("hi", ("कुल 5", "लाख रुपये दिए गए"), "parted"),
        ("ja", ("代表団は74", "名で構成され"), "parted"),
        ("ja", ("到着しました", "。次に工場を"), "kinsoku"),
        ("ja", ("到着しました「", "次に」工場を"), "kinsoku"),
    ],
)
def test_a_fault_is_counted_as_what_it_is(lang: Lang, lines: tuple[str, str], fault: str) -> None:
    assert counted(lang, *lines) == {"lone": 0, "parted": 0, "kinsoku": 0} | {fault: 1}


def test_good_lines_have_none() -> None:
    assert not any(counted("ja", "代表団は74名で構成", "されています。").values())
    assert not any(counted("en", "we meet there on", "8 July at noon").values())


def test_lines_are_found_by_the_ink_of_their_paragraph() -> None:
    text = "The plant recovers scarce metals from used batteries and makes new material of them."
    (found,) = lines(compose(content(text, "en").document).pdf).items()
    number, read = found
    assert number == 7
    assert "".join(line.text for line in read) == text
    assert all(line.right - line.left <= 80 * MM for line in read)
