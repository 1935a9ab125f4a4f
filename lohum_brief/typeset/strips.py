"""Strips: horizontal slices of the text area that a page break may part.

Strips hold set lines with their place inside the strip. Lines of the same paragraph in two columns
lie in the same strips, so that they break across pages together.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from lohum_brief.document.drawings import Shape
from lohum_brief.document.images import Image
from lohum_brief.document.paragraphs import Cell, Para
from lohum_brief.document.style import GRID, Style
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.tagging import Element

BASELINE: Final = 0.72
"""Share of the leading above the baseline."""

PAD: Final = GRID / 2
"""Room between what is framed, a cell or a box, and its text."""


class Item(msgspec.Struct, frozen=True):
    """A line at its place in a strip; `dy` goes down to the baseline.

    Without an element it is an artifact.
    """

    side: int
    x: float
    dy: float
    element: Element | None
    order: int
    line: Line


class PageNumber(msgspec.Struct, frozen=True):
    """The number of a heading's page, set when it is known, with its right edge at `x`."""

    side: int
    x: float
    dy: float
    element: Element
    order: int
    heading: int
    style: Style


class Rule(msgspec.Struct, frozen=True):
    """A filled rectangle; `dy` is its upper edge."""

    side: int
    x: float
    dy: float
    width: float
    height: float
    ink: str


class Inked(msgspec.Struct, frozen=True):
    """The shapes of a drawing; `dy` goes down to its lower edge.

    With its labels it is what `element`, a Figure, stands for.
    """

    side: int
    x: float
    dy: float
    width: float
    height: float
    element: Element
    order: int
    shapes: tuple[Shape, ...]
    image: Image | None = None
    """A photo in place of shapes."""


class Strip(msgspec.Struct, eq=False):
    """A slice of the text area.

    With `keep` it stays with the next strip. A `space` vanishes at the top of a page. `head`
    repeats when the strip is parted from the one above. `need` is room that must be left below it,
    `whole` the height of all that should stand on one page, from here on.
    """

    height: float
    items: list[Item] = []
    numbers: tuple[PageNumber, ...] = ()
    rules: tuple[Rule, ...] = ()
    inked: tuple[Inked, ...] = ()
    keep: bool = False
    space: bool = False
    head: "tuple[Strip, ...]" = ()
    heading: int = -1
    need: float = 0.0
    whole: float = 0.0
    flags: frozenset[str] = frozenset()
    record: str = ""
    block: int = 0
    """Counts measured blocks: `order` is that of the reading within one."""


class HeadingEntry(msgspec.Struct, frozen=True):
    """A heading for the outline and the contents."""

    level: int
    number: str
    paras: Cell


def space(units: float) -> Strip:
    """Return empty space that vanishes at the top of a page."""
    return gap(units, keep=True)


def gap(units: float, *, keep: bool) -> Strip:
    return gap_of(units * GRID, keep=keep)


def gap_of(height: float, *, keep: bool = False) -> Strip:
    return Strip(height, space=True, keep=keep)


def up(height: float) -> float:
    return float(-(-round(height, 3) // GRID) * GRID)


def for_side(cell: Cell, langs: frozenset[str]) -> Sequence[Para]:
    if len(cell) == 1 and not cell[0].lang:  # as most cells of a table are
        return cell
    return [para for para in cell if not para.lang or para.lang in langs]
