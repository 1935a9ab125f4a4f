"""How text looks: family, size, leading, ink.

There are two inks and grey; black and greys print in one ink.
"""

from typing import Final

import msgspec

from lohum_brief.language.rooms.faces import Family

Ink = str
"""A tone as pages of a PDF name it: `0.36 g` is a grey, `0.6 0.314 0.137 rg` has three colours.

The numbers are red, green and blue light, where 0 is none. `components` reads it for who writes it
in another way.
"""

BLACK: Final[Ink] = "0 g"
GREY: Final[Ink] = "0.36 g"
LIGHT: Final[Ink] = "0.78 g"
PALE: Final[Ink] = "0.945 g"
WHITE: Final[Ink] = "1 g"
INDIGO: Final[Ink] = "0.122 0.227 0.373 rg"
COPPER: Final[Ink] = "0.6 0.314 0.137 rg"
"""Its contrast on white is 5.6:1, so that the small numbers of sources can still be read."""

MM: Final = 72 / 25.4
GRID: Final = 8.0
"""All leadings, gaps and heights in the text area are multiples of this.

So columns beside one another and facing pages share their baselines.
"""


class Style(msgspec.Struct, frozen=True, cache_hash=True):
    """How a stretch of text looks; lengths are in points.

    `size` is that of Latin letters: other scripts are scaled to look as large (`typeset.faces`).
    `leading` is the distance between baselines; `rise` lifts the text above its own.
    """

    family: Family = "sans"
    size: float = 9.6
    leading: float = 16.0
    ink: Ink = BLACK
    rise: float = 0.0

    def mark(self) -> "Style":
        """Return the style of source numbers beside text of this style: small, raised, copper."""
        return Style("sans", self.size * 0.62, self.leading, COPPER, self.size * 0.36)


def components(ink: Ink) -> tuple[float, float, float]:
    """Return how much red, green and blue light an ink sends back, each from 0 to 1."""
    first, *others = [float(part) for part in ink.split()[:-1]]
    green, blue = others or (first, first)
    return first, green, blue


BODY: Final = Style()
SMALL: Final = Style(size=8.2, leading=13, ink=GREY)
NOTICE: Final = Style(size=8.2, ink=COPPER)
RUNNING: Final = Style(size=7.2, leading=12, ink=GREY)
PAGE_NUMBER: Final = Style("sans-bold", 8.6, 12, INDIGO)
EDGE_NUMBER: Final = Style("sans-bold", 7.0, 12, WHITE)
CELL: Final = Style(size=8.6, leading=13)
CELL_SMALL: Final = Style(size=7.7, leading=13, ink=GREY)
"""Leaded as `CELL` is, so that the cells of a row share baselines."""
CELL_BOLD: Final = Style("sans-bold", 8.6, 13)
CELL_TIME: Final = Style("sans-bold", 8.6, 13, INDIGO)
CELL_NUMBER: Final = Style("serif", 8.6, 13, COPPER)
HEAD: Final = Style("sans-bold", 8.0, 13, INDIGO)
NAME: Final = Style(size=12.0, leading=17)
FIGURE: Final = Style("serif-bold", 21, 32, INDIGO)
TITLE_1: Final = Style("serif-bold", 16.5, 24, INDIGO)
NUMBER_1: Final = Style("serif", 23, 24, COPPER)
TITLE_2: Final = Style("serif-bold", 11.6, 16, INDIGO)
NUMBER_2: Final = Style("serif", 11.6, 16, COPPER)
TITLE_3: Final = Style("sans-bold", 9.6, 16, BLACK)
COVER_TITLE: Final = Style("serif-bold", 27, 40, INDIGO)
COVER_PURPOSE: Final = Style(size=11.2, leading=20, ink=GREY)
COVER_LABEL: Final = Style(size=7.6, leading=12, ink=COPPER)
COVER_FACT: Final = Style(size=9.6, leading=16)
COVER_HOST: Final = Style("sans-bold", 9.0, 14, INDIGO)
PILL: Final = Style(size=7.6, leading=12, ink=COPPER)
SHEET_TITLE: Final = Style("serif-bold", 18, 26, INDIGO)
