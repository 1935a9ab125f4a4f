"""How text looks: family, size, leading, ink. Two inks and grey; black and greys print in one ink."""

from typing import Final, Literal

import msgspec

Family = Literal["sans", "sans-bold", "serif", "serif-bold"]

BLACK: Final = "0 g"
GREY: Final = "0.36 g"
LIGHT: Final = "0.78 g"
PALE: Final = "0.945 g"
INDIGO: Final = "0.122 0.227 0.373 rg"
COPPER: Final = "0.6 0.314 0.137 rg"
"""A little darker than the sketch's: 5.6:1 on white, so that small source numbers are still read."""

MM: Final = 72 / 25.4
GRID: Final = 8.0
"""All leadings, gaps and heights in the text area are multiples of this, so that columns and spreads share baselines."""


class Style(msgspec.Struct, frozen=True, cache_hash=True):
    """Sizes in points; `size` is that of Latin, the other scripts are scaled to look equal (`faces`).

    `leading` is the distance of baselines, `rise` lifts one.
    """

    family: Family = "sans"
    size: float = 9.6
    leading: float = 16.0
    ink: str = BLACK
    rise: float = 0.0

    def mark(self) -> "Style":
        """The raised copper numbers of sources, beside text of this style."""
        return Style("sans", self.size * 0.62, self.leading, COPPER, self.size * 0.36)


BODY: Final = Style()
SMALL: Final = Style(size=8.2, leading=13, ink=GREY)
NOTICE: Final = Style(size=8.2, ink=COPPER)
POINT: Final = BODY
RUNNING: Final = Style(size=7.2, leading=12, ink=GREY)
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
