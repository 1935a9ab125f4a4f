"""Blocks: what stands on the pages of a document, in order, and nothing of where."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal

import msgspec

from lohum_brief.document.drawings import Drawing
from lohum_brief.document.images import Photo
from lohum_brief.document.paragraphs import Cell, Para
from lohum_brief.document.roles import Role
from lohum_brief.document.style import Ink


class Heading(msgspec.Struct, frozen=True, cache_hash=True):
    """A numbered heading; `paras` has one for each language. Level 1 stands in the contents.

    With `whole`, all up to the next heading begins on a new page unless the rest of this one holds
    it. With `wide`, the heading stands at the page's left, as the table below it does.
    """

    level: Literal[1, 2, 3]
    number: str
    paras: Cell
    record: str = ""
    whole: bool = False
    wide: bool = False


class Flow(msgspec.Struct, frozen=True, cache_hash=True):
    """The same paragraph in each language, beginning at the same height.

    `bullet` hangs in front. `boxed` puts a bar beside the paragraph. `wide` sets it once across
    the columns. `quoted` moves it in from where texts begin, as the words of somebody else. With
    `keep` it stays on the page of what follows. `flags` mark the page it prints on.
    """

    paras: Cell
    bullet: str = ""
    boxed: bool = False
    quoted: bool = False
    wide: bool = False
    role: Role = "P"
    keep: bool = False
    flags: frozenset[str] = frozenset()
    record: str = ""


class Column(msgspec.Struct, frozen=True):
    """A column of a table; `weight` is its share of the table's width.

    Columns give what they do not need to those that need more, unless one is `fixed`: because it
    stands below the texts of its language.
    """

    weight: float
    align: Literal["left", "right"] = "left"
    fixed: bool = False


class Row(msgspec.Struct, frozen=True):
    """The cells of one row; `flags` mark the page it prints on.

    A row may go on with what the first cell of an earlier row names. It says so in `again`, which
    is printed once more in the first column where the row begins a page. `photo` stands in the
    column that the table names in `photos`.
    """

    cells: tuple[Cell, ...]
    flags: frozenset[str] = frozenset()
    record: str = ""
    again: Cell = ()
    photo: Photo | None = None


class Table(msgspec.Struct, frozen=True, cache_hash=True):
    """A table whose head repeats on each page.

    `sort` tells readers who do not see the page what it is: a table with rules, a list whose first
    column numbers its entries, or figures that merely stand side by side. The numbers in marks lead
    to the entries of a list. With `keep` the end of the table stays with what follows, such as a
    note.
    """

    columns: tuple[Column, ...]
    head: tuple[Cell, ...]
    rows: tuple[Row, ...]
    alt: str = ""
    sort: Literal["table", "list", "figures"] = "table"
    row_header: int | None = None
    tight: bool = False
    keep: bool = False
    photos: int | None = None
    """The column of the rows' photos, whose cells are empty."""
    again: Cell = ()
    """What is printed above the head where the table goes on on a later page, such as its day."""


class Picture(msgspec.Struct, frozen=True, cache_hash=True):
    """A drawing for each language, in that language's place.

    With `wide` there is one for each page, across the columns, that speaks all of the page's
    languages. With `keep` the picture stays with what follows, such as a note.
    """

    drawings: tuple[Drawing, ...]
    wide: bool = False
    keep: bool = False
    record: str = ""


class Contents(msgspec.Struct, frozen=True, cache_hash=True):
    """The headings of level 1 with their pages."""

    title: Cell


class Box(msgspec.Struct, frozen=True):
    """A paragraph at a fixed place of a free page.

    `x` counts points from the left of the text area, `y` from the top of the page.
    """

    x: float
    y: float
    width: float
    para: Para
    role: Role = "P"


class Bar(msgspec.Struct, frozen=True):
    """A rule at a fixed place; with `frame` it is drawn as a rounded outline instead of filled."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    frame: bool = False


class FreePage(msgspec.Struct, frozen=True):
    """A page set by hand, such as a cover: no running head, no foot."""

    boxes: tuple[Box, ...]
    bars: tuple[Bar, ...] = ()


class Space(msgspec.Struct, frozen=True):
    """Vertical space in grid units; it vanishes at the top of a page."""

    units: int


class NewPage(msgspec.Struct, frozen=True):
    """Go on on a new page, or with `spread` on a new left-hand page.

    With `sparing` what follows goes on below what stands there where a new page would leave more
    than a third of this one empty.
    """

    spread: bool = False
    sparing: bool = False


Block = Heading | Flow | Table | Picture | Contents | FreePage | Space | NewPage


def paras_of(block: Block) -> Iterator[Para]:
    """Yield all paragraphs of a block, with the heads of tables and the labels of drawings."""
    if isinstance(block, Flow | Heading):
        yield from block.paras
    elif isinstance(block, Table):
        yield from _paras_of_table(block)
    elif isinstance(block, Picture):
        for drawing in block.drawings:
            yield from [Para((label.span,), label.span.lang) for label in drawing.labels]
    elif isinstance(block, Contents):
        yield from block.title
    elif isinstance(block, FreePage):
        yield from [box.para for box in block.boxes]


def _paras_of_table(table: Table) -> Iterator[Para]:
    yield from chain.from_iterable(table.head)
    for row in table.rows:
        yield from chain.from_iterable(row.cells)
