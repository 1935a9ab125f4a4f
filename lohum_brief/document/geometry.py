"""Where things may stand: the page, its margins, and the place of each language in a layout.

All lengths are in points.
"""

import msgspec

from lohum_brief.document.document import Document
from lohum_brief.document.style import GRID, MM
from lohum_brief.language.codes import Lang

A4 = (210 * MM, 297 * MM)
INNER, OUTER, TOP, BOTTOM = 24 * MM, 18 * MM, 25 * MM, 22 * MM
GUTTER = 8 * MM
HANG = 88.0
"""How far text below a heading is moved in where one language fills the page.

Lines over the full width would be too long to read well.
"""


class Place(msgspec.Struct, frozen=True):
    """A column: on which page of a spread, how far from the text area's left, how wide."""

    side: int
    x: float
    width: float


class Geometry(msgspec.Struct, frozen=True):
    """The page, the text area, and the languages' places.

    `sides` is 2 when content is set on facing pages; `side_langs` has the languages of each side.
    """

    page: tuple[float, float]
    width: float
    height: float
    sides: int
    stacked: bool
    places: dict[Lang, Place]
    side_langs: tuple[frozenset[str], ...]

    def left(self, page: int) -> float:
        """Return where the text area begins on a page, counted from 0.

        The inner margin is on the side of the binding.
        """
        return INNER if page % 2 == 0 else OUTER

    @staticmethod
    def outside_right(page: int) -> bool:
        """Return whether the outer edge of a page, counted from 0, is its right one."""
        return page % 2 == 0


def geometry(document: Document, *, landscape: bool | None = None) -> Geometry:
    """Return the geometry of a document.

    Parallel languages have a column each, stacked ones share one measure, facing ones have two
    pages. `landscape` is for pages that lie, or stand, otherwise than those of the document.
    """
    langs = document.langs
    lying = document.landscape if landscape is None else landscape
    page = (A4[1], A4[0]) if lying else A4
    width = page[0] - INNER - OUTER
    height = (page[1] - TOP - BOTTOM - _notes(document, lying=lying)) // GRID * GRID
    if document.layout == "facing" and len(langs) > 1:
        if len(langs) == 2:
            places = {lang: Place(side, HANG, width - HANG) for side, lang in enumerate(langs)}
        else:
            # A column as wide as each of the two that it faces is as long as they are. Beside it
            # there is room for notes.
            right = _columns(langs[1:], 1, width)
            each = right[langs[1]].width
            places = {langs[0]: Place(0, width - each, each), **right}
        sides = (frozenset(langs[:1]), frozenset(langs[1:]))
        return Geometry(page, width, height, 2, False, places, sides)
    if document.layout == "parallel" and len(langs) > 1:
        return Geometry(
            page,
            width,
            height,
            1,
            False,
            _columns(langs, 0, width, document.shares),
            (frozenset(langs),),
        )
    places = {lang: Place(0, HANG, width - HANG) for lang in langs}
    return Geometry(page, width, height, 1, True, places, (frozenset(langs),))


NOTE = 11.0
"""Leading of the notes at a page's foot; one line of them has room in the bottom margin."""


def _notes(document: Document, *, lying: bool) -> float:
    """Return what notes at the foot take from the text area: room for their second line.

    Three languages on a narrow page need a third line.
    """
    if not document.notes:
        return 0.0
    return NOTE * (2 if len(document.langs) > 2 and not lying else 1)


def _columns(
    langs: tuple[Lang, ...], side: int, width: float, shares: tuple[float, ...] = ()
) -> dict[Lang, Place]:
    room = width - GUTTER * (len(langs) - 1)
    widths = [share * room for share in shares] or [room / len(langs)] * len(langs)
    return {
        lang: Place(side, sum(widths[:i]) + i * GUTTER if shares else i * (each + GUTTER), each)
        for i, (lang, each) in enumerate(zip(langs, widths, strict=True))
    }
