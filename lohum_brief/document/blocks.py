"""What a document is made of: plain values that say what to set, in which languages, and nothing of where."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from lohum_brief.document.drawings import Drawing
from lohum_brief.document.images import Photo
from lohum_brief.document.paragraphs import Cell, Para
from lohum_brief.document.roles import Role


class Heading(msgspec.Struct, frozen=True, cache_hash=True):
    """A numbered heading; `paras` has one for each language. Level 1 stands in the contents.

    With `whole` all up to the next heading begins on a new page unless the rest of this one holds it; with `wide` it
    stands at the page's left, as the table below it.
    """

    level: Literal[1, 2, 3]
    number: str
    paras: Cell
    record: str = ""
    whole: bool = False
    wide: bool = False


class Flow(msgspec.Struct, frozen=True, cache_hash=True):
    """The same paragraph in each language, beginning at the same height.

    `bullet` hangs in front; `boxed` puts it on a pale ground; `wide` sets it across the columns once; `quoted` moves it in
    from where texts begin, as the words of somebody else.
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
    """`weight` is its share of the table's width."""

    weight: float
    align: Literal["left", "right"] = "left"


class Row(msgspec.Struct, frozen=True):
    """One row's cells; `flags` mark the page it prints on.

    A row that goes on with what the first cell of one above it names says it in `again`: there it stands once more where
    the row begins a page. `photo` stands in the column that the table says.
    """

    cells: tuple[Cell, ...]
    flags: frozenset[str] = frozenset()
    record: str = ""
    again: Cell = ()
    photo: Photo | None = None


class Table(msgspec.Struct, frozen=True, cache_hash=True):
    """A table with a head that repeats.

    `sort` says what it is to a reader who does not see it: a table with rules, a list whose first column numbers the
    entries, or figures that merely stand side by side. The numbers in marks lead to the entries of a list. With `keep` its end stays with what follows, such as a note.
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
    """What stands once more above the head where the table goes on on a later page, such as its day."""


class Picture(msgspec.Struct, frozen=True, cache_hash=True):
    """A drawing in each language's place; or, with `wide`, one across the columns that speaks all languages of its page.

    With `keep` it stays with what follows, such as a note.
    """

    drawings: tuple[Drawing, ...]
    wide: bool = False
    keep: bool = False
    record: str = ""


class Contents(msgspec.Struct, frozen=True, cache_hash=True):
    """The headings of level 1 with their pages."""

    title: Cell


class Box(msgspec.Struct, frozen=True):
    """A paragraph at a fixed place of a free page: points from the text area's left and the page's top."""

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
    ink: str
    frame: bool = False


class FreePage(msgspec.Struct, frozen=True):
    """A page set by hand, such as a cover: no running head, no foot."""

    boxes: tuple[Box, ...]
    bars: tuple[Bar, ...] = ()


class Space(msgspec.Struct, frozen=True):
    """Vertical space in grid units; it vanishes at the top of a page."""

    units: int


class NewPage(msgspec.Struct, frozen=True):
    """Go on on a new page, or with `spread` on a new left-hand page."""

    spread: bool = False


Block = Heading | Flow | Table | Picture | Contents | FreePage | Space | NewPage


def paras_of(block: Block) -> Iterator[Para]:
    """All paragraphs of a block: heads of tables and labels of drawings too."""
    if isinstance(block, Flow | Heading):
        yield from block.paras
    elif isinstance(block, Table):
        for cell in block.head:
            yield from cell
        for row in block.rows:
            for cell in row.cells:
                yield from cell
    elif isinstance(block, Picture):
        for drawing in block.drawings:
            for label in drawing.labels:
                yield Para((label.span,), label.span.lang)
    elif isinstance(block, Contents):
        yield from block.title
    elif isinstance(block, FreePage):
        for box in block.boxes:
            yield box.para
