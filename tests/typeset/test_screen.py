"""Documents set again and again for the screen: they look as those set for themselves, and only
what changed is drawn.
"""

import random
from typing import TYPE_CHECKING, Final

import pymupdf
import pytest
from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Contents, Flow, Heading, Row, Space, Table
from lohum_brief.document.document import Document, Running
from lohum_brief.document.style import CELL, RUNNING, TITLE_1
from lohum_brief.document.unprintable import UncoveredError
from lohum_brief.language.codes import Lang
from lohum_brief.typeset import screen
from lohum_brief.typeset.compose import Composed, compose
from lohum_brief.typeset.drawing import PageContent, ScreenPage
from lohum_brief.typeset.memory import Memory
from tests.typeset.conftest import document, para, sample_texts

if TYPE_CHECKING:
    from lohum_brief.document.paragraphs import Cell

LANGS: Final[tuple[Lang, ...]] = ("hi", "ja")


def paragraphs(count: int, seed: int = 1) -> list[Block]:
    chance = random.Random(seed)
    texts = {
        lang: [text for text in sample_texts(lang) if len(text) > 30 and "\n" not in text]
        for lang in LANGS
    }
    return [
        Flow(
            tuple(para(lang, " ".join(chance.sample(texts[lang], 2))) for lang in LANGS),
            record=f"p{number}",
        )
        for number in range(count)
    ]


def title(number: int, text: str) -> Heading:
    return Heading(
        1,
        str(number),
        tuple(para(lang, f"{text} {number}", TITLE_1) for lang in LANGS),
        record=f"h{number}",
    )


def rows(*names: str) -> Table:
    cells: list[tuple[Cell, Cell]] = [
        ((para("en", name, CELL),), (para("ja", "電池の再生", CELL),)) for name in names
    ]
    return Table((Column(1), Column(2)), (), tuple(Row(cell, record="row") for cell in cells))


def pack(*blocks: Block) -> Document:
    contents = Contents((para("hi", "विषय-सूची", TITLE_1), para("ja", "目次", TITLE_1)))
    running = Running(head=(para("hi", "शीर्षक", RUNNING),))
    return structs.replace(document(contents, *blocks), running=running)


def looks(composed: Composed) -> list[tuple[bytes, str]]:
    with pymupdf.open(stream=composed.pdf) as file:
        return [(page.get_pixmap(dpi=40).samples, page.get_text()) for page in file]


def check(whole: Document, memory: Memory) -> Composed:
    kept, fresh = screen.compose(whole, memory), compose(whole)
    assert looks(kept) == looks(fresh)
    assert kept.places == fresh.places
    return kept


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pages that are drawn."""
    pages: list[int] = []

    def content(page: PageContent) -> str:
        pages.append(page.index)
        return PageContent.content(page)

    monkeypatch.setattr(ScreenPage, "content", content)
    return pages


@pytest.mark.parametrize("layout", ["parallel", "stacked", "facing"])
def test_each_edit_looks_as_if_set_for_itself(layout: str) -> None:
    memory = Memory()
    first, *rest = paragraphs(24)
    other, longer = paragraphs(2, seed=2)
    last = [title(2, "दो"), rows("a", "b")]
    kept_whole = structs.replace(title(1, "दो"), whole=True)
    for blocks in (
        [title(1, "एक"), first, *rest, *last],
        [title(1, "एक"), other, *rest, *last],
        [title(1, "एक"), other, *rest, title(2, "दो"), rows("a", "c", "b")],
        [title(1, "एक"), longer, longer, other, *rest, *last],  # the same twice, and all moves on
        [title(1, "एक"), *rest, longer, Space(2), title(2, "तीन"), title(3, "दो"), rows("a", "b")],
        last,
        [*last, kept_whole, *rest[:3], Space(4), rows("a", "b")],
        [*last, title(1, "दो"), *rest[:3], Space(4), rows("a", "b")],
    ):
        check(structs.replace(pack(*blocks), layout=layout), memory)


def test_only_the_page_that_changed_is_drawn(drawn: list[int]) -> None:
    memory = Memory()
    blocks = paragraphs(30)
    pages = screen.compose(document(*blocks), memory).pages
    assert drawn == list(range(pages))
    drawn.clear()
    (blocks[12],) = paragraphs(13)[12:]
    screen.compose(document(*blocks), memory)
    assert not drawn
    said = blocks[12]
    assert isinstance(said, Flow)
    (hindi, japanese) = said.paras
    blocks[12] = structs.replace(
        said, paras=(para("hi", hindi.text.replace(" ", "\u00a0", 1)), japanese)
    )
    done = screen.compose(document(*blocks), memory)
    assert drawn == [place.page for place in done.places if place.record == "p12"]


def test_what_stands_outside_the_text_is_drawn_anew(drawn: list[int]) -> None:
    memory = Memory()
    whole = pack(title(1, "एक"), *paragraphs(9))
    pages = screen.compose(whole, memory).pages
    drawn.clear()
    check(structs.replace(whole, running=Running(foot=(para("ja", "案", RUNNING),))), memory)
    assert drawn == list(range(pages))


def test_it_serves_on_when_a_document_cannot_be_set() -> None:
    memory = Memory()
    whole = pack(title(1, "एक"), *paragraphs(9))
    check(whole, memory)
    with pytest.raises(UncoveredError):
        screen.compose(pack(title(1, "एक"), *paragraphs(9), Flow((para("en", "\u16a0"),))), memory)
    check(whole, memory)


def test_lines_no_longer_used_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lohum_brief.typeset.memory._SPARE", 10)
    memory = Memory()
    for seed in range(12):
        screen.compose(document(*paragraphs(6, seed)), memory)
        assert len(memory.lines) <= 3 * 12


def test_it_does_not_say_what_it_is_not() -> None:
    pdf = screen.compose(pack(title(1, "एक")), Memory()).pdf
    with pymupdf.open(stream=pdf) as file:
        assert file.xref_get_key(file.pdf_catalog(), "StructTreeRoot")[0] == "null"
        assert file.xref_get_key(file.pdf_catalog(), "MarkInfo")[0] == "null"
        assert not file.xref_xml_metadata()
