"""What both sides set: the sample, planned as our packs plan it, a kind of page at a time."""

import random
from collections.abc import Iterator
from itertools import count
from typing import Final, NamedTuple

from msgspec import structs

from lohum_brief.document.blocks import (
    Block,
    Box,
    Flow,
    FreePage,
    Heading,
    NewPage,
    Table,
    paras_of,
)
from lohum_brief.document.document import Document
from lohum_brief.document.geometry import geometry
from lohum_brief.document.paragraphs import Align, Cell, Para, Span
from lohum_brief.document.style import BODY, MM
from lohum_brief.language.codes import Lang
from lohum_brief.language.furigana import plain
from lohum_brief.visit.contents import Content as Listed
from lohum_brief.visit.records import Pack, Section
from tests.packs.conftest import pack, sample
from tests.packs.planning import plan

PAIRS: Final[tuple[tuple[Lang, Lang], ...]] = (("hi", "en"), ("hi", "ja"), ("en", "ja"))
KINDS: Final[dict[str, Listed]] = {
    "running text": "prose",
    "figures": "metrics",
    "people": "people",
    "programme": "programme",
}
WIDTHS: Final = "1,000 widths"


class Content(NamedTuple):
    """A document, and its paragraphs by the number that is their ink."""

    kind: str
    langs: tuple[Lang, ...]
    document: Document
    paras: dict[int, Para]
    people: int


def contents() -> Iterator[Content]:
    """Yield each kind of page in each pair of languages, and Japanese in a thousand widths."""
    for kind, content in KINDS.items():
        for langs in PAIRS:
            yield _content(kind, content, langs)
    yield _widths()


def _content(kind: str, content: Listed, langs: tuple[Lang, Lang]) -> Content:
    visit = sample()
    hosts = visit.get(Pack, "hosts")
    assert hosts is not None
    sections = tuple(
        section.id
        for ident in hosts.sections
        if (section := visit.get(Section, ident)) is not None and section.content == content
    )
    planned = plan(visit, pack(hosts, languages=langs, layout="parallel", sections=sections))
    numbers = count(1)
    paras: dict[int, Para] = {}
    blocks = tuple(
        _inked(block, numbers, paras)
        for block in planned.blocks
        if isinstance(block, Flow | Heading | Table | NewPage)
    )
    people = sum(len(block.rows) for block in blocks if isinstance(block, Table))
    document = Document(kind, langs, "parallel", blocks)
    return Content(kind, langs, document, paras, people if kind == "people" else 0)


def _inked(block: Block, numbers: Iterator[int], paras: dict[int, Para]) -> Block:
    """The block without marks, readings and photos, each paragraph in an ink of its own."""
    if isinstance(block, Flow | Heading):
        return structs.replace(block, paras=_cell(block.paras, numbers, paras))
    if isinstance(block, Table):
        rows = tuple(
            structs.replace(
                row, cells=tuple(_cell(cell, numbers, paras) for cell in row.cells), photo=None
            )
            for row in block.rows
        )
        head = tuple(_cell(cell, numbers, paras) for cell in block.head)
        return structs.replace(block, head=head, rows=rows, photos=None, sort="table")
    return block


def _cell(cell: Cell, numbers: Iterator[int], paras: dict[int, Para]) -> Cell:
    return tuple(_para(para, numbers, paras) for para in cell)


def _para(para: Para, numbers: Iterator[int], paras: dict[int, Para]) -> Para:
    number = next(numbers)
    spans = tuple(
        structs.replace(
            span, text=plain(span.text), style=structs.replace(span.style, ink=ink(number))
        )
        for span in para.spans
        if not span.mark
    )
    paras[number] = found = structs.replace(para, spans=spans, uri="")
    return found


def ink(number: int) -> str:
    """A tone close to black, by which a paragraph is known in both files."""
    return " ".join(f"{part / 255:.5f}" for part in parts(number)) + " rg"


def number_of(para: Para) -> int:
    """The number that is the ink of a paragraph."""
    first, second, third = (
        round(float(part) * 255) for part in para.spans[0].style.ink.split()[:3]
    )
    return first << 10 | second << 5 | third


def parts(number: int) -> tuple[int, int, int]:
    """The number as red, green and blue light of 0 to 255."""
    return number >> 10 & 31, number >> 5 & 31, number & 31


def _widths() -> Content:
    """Japanese paragraphs, of which each stands in a column of its own width."""
    chance = random.Random(2025)
    planned = _content("", "prose", ("hi", "ja"))
    texts = [
        para.text
        for block in planned.document.blocks
        for para in paras_of(block)
        if para.lang == "ja" and len(para.text) > 60
    ]
    paras: dict[int, Para] = {}
    pages = []
    numbers = count(1)
    for _ in range(1000):
        text = chance.choice(texts) + "2024～2027年、30〜40か所・第2条～第4条及び1,234万5,678円。"
        align: Align = "justify"
        para = _para(Para((Span(text, "ja", BODY),), "ja", align), numbers, paras)
        pages.append(FreePage((Box(0.0, 60.0, chance.uniform(60 * MM, 120 * MM), para),)))
    return Content(WIDTHS, ("ja",), Document(WIDTHS, ("ja",), "stacked", tuple(pages)), paras, 0)


def measures_of(content: Content) -> dict[int, float]:
    """How wide the column of each paragraph is, of those that stand in columns of languages."""
    where = geometry(content.document)
    found: dict[int, float] = {}
    known = {para: number for number, para in content.paras.items()}
    for block in content.document.blocks:
        if isinstance(block, Flow) and not block.wide:
            inset = 12.0 if block.bullet or block.boxed else 0.0
            inset += 20.0 if block.quoted else 0.0
            for para in block.paras:
                if para.lang in where.places:
                    width = where.places[para.lang].width - inset
                    found[known[para]] = width - (12.0 if block.boxed else 0.0)
        elif isinstance(block, FreePage):
            found |= {known[box.para]: box.width for box in block.boxes}
    return found
