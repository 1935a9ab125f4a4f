"""How many lines a short text takes where it usually prints narrowest, and how many of them read
well there.
"""

from typing import Final, NamedTuple

from lohum_brief.document.geometry import A4, GUTTER, INNER, OUTER
from lohum_brief.document.paragraphs import Para, Span
from lohum_brief.document.ruler import Ruler
from lohum_brief.document.style import (
    CELL,
    CELL_SMALL,
    COVER_TITLE,
    SHEET_TITLE,
    TITLE_1,
    TITLE_2,
    TITLE_3,
    Style,
)
from lohum_brief.language.codes import Lang

_PAGE: Final = A4[0] - INNER - OUTER
_COLUMN: Final = (_PAGE - GUTTER) / 2
"""Two languages side by side."""
_INSET: Final = 9.0
"""What the cells of a table keep free on both sides."""
_NUMBER: Final = 34.0
"""What a section's number takes beside its title, which stands across all columns."""


class Fit(NamedTuple):
    """Lines that a text takes, and the most that read well; 0 where nothing is known about the
    field.
    """

    lines: int
    most: int


class _Room(NamedTuple):
    style: Style
    measure: float
    most: int


_ROOMS: Final[dict[tuple[str, str], _Room]] = {
    ("visit", "title"): _Room(COVER_TITLE, _PAGE, 2),
    ("pack", "title"): _Room(SHEET_TITLE, _COLUMN, 2),
    ("section", "title"): _Room(TITLE_1, _PAGE - _NUMBER, 2),
    ("table", "title"): _Room(TITLE_2, _COLUMN, 2),
    ("chart", "title"): _Room(TITLE_3, _COLUMN, 2),
    ("mineral", "name"): _Room(TITLE_2, _COLUMN, 1),
    ("note", "title"): _Room(TITLE_3, _COLUMN, 2),
    ("item", "title"): _Room(CELL, 0.42 * _PAGE - _INSET, 2),
    ("person", "post"): _Room(CELL, 0.21 * _PAGE - _INSET, 3),
    ("organisation", "name"): _Room(CELL, 0.27 * _PAGE - _INSET, 2),
    ("metric", "name"): _Room(CELL_SMALL, 0.25 * _PAGE - _INSET, 2),
    ("term", "name"): _Room(CELL, _PAGE / 3 - _INSET, 2),
}


class Fitter:
    """Measures texts as packs set them."""

    def __init__(self, ruler: Ruler) -> None:
        self._ruler = ruler

    def fit(self, kind: str, field: str, lang: Lang, text: str) -> Fit:
        """Return how a text fits into a field of a kind of records."""
        room = _ROOMS.get((kind, field))
        if room is None or not text:
            return Fit(0, 0)
        return Fit(
            self._ruler.lines(Para((Span(text, lang, room.style),), lang), room.measure), room.most
        )
