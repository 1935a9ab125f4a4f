"""How text looks: family, size, leading, ink.

There are two inks and grey; black and greys print in one ink.
"""

from typing import Final

import msgspec

from lohum_brief.language.rooms.faces import Family

Ink = str
"""A tone as pages of a PDF name it: `0.36 g` is a grey, `0.52 0.26 0.1 rg` has three colours.

The numbers are red, green and blue light, where 0 is none. `components` reads it for who writes it
in another way.
"""

BLACK: Final[Ink] = "0 g"
GREY: Final[Ink] = "0.25 g"
"""Of what is read second: paler small letters fall apart in a copy of two tones at 200 dpi."""
FAINT: Final[Ink] = "0.38 g"
"""Of rules between rows, which a copy of two tones still keeps."""
WHITE: Final[Ink] = "1 g"
INDIGO: Final[Ink] = "0.122 0.227 0.373 rg"
COPPER: Final[Ink] = "0.52 0.26 0.1 rg"
"""Its contrast on white is 7.5:1, so that small letters can still be read."""

MM: Final = 72 / 25.4
HAIR: Final = 0.45
"""Points that the thinnest rules are wide: thinner ones are lost in a copy."""
MARK: Final = 6.2
"""Size of source numbers, the smallest letters on any page."""
GRID: Final = 7.0
"""Points, about 2.5 mm; all gaps and heights in the text area are multiples of it, in tables of
its half.

So columns beside one another and facing pages share their baselines.
"""


class Style(msgspec.Struct, frozen=True, cache_hash=True):
    """How a stretch of text looks; lengths are in points.

    `size` is that of Latin letters: other scripts are scaled to look as large (`typeset.faces`).
    `leading` is the distance between baselines; `rise` lifts the text above its own. What is for
    `display` is taken in at a glance: it is parted between phrases, on lines of one length.
    """

    family: Family = "sans"
    size: float = 8.8
    leading: float = 14.0
    ink: Ink = BLACK
    rise: float = 0.0
    display: bool = False

    def mark(self) -> "Style":
        """Return the style of source numbers beside text of this style: raised, in black and as
        large as a copy of two tones at 200 dpi keeps them.
        """
        return Style("sans", MARK, self.leading, BLACK, self.size * 0.36)


def components(ink: Ink) -> tuple[float, float, float]:
    """Return how much red, green and blue light an ink sends back, each from 0 to 1."""
    first, *others = [float(part) for part in ink.split()[:-1]]
    green, blue = others or (first, first)
    return first, green, blue


BODY: Final = Style()
SMALL: Final = Style(size=7.6, leading=10.5, ink=GREY)
NOTICE: Final = Style(size=7.6, leading=14, ink=COPPER)
RUNNING: Final = Style(size=7.2, leading=10.5, ink=GREY)
PAGE_NUMBER: Final = Style("sans-bold", 8.6, 10.5, INDIGO)
EDGE_NUMBER: Final = Style("sans-bold", 7.0, 10.5, WHITE)
CELL: Final = Style(size=7.8, leading=10.5)
CELL_SMALL: Final = Style(size=7.2, leading=10.5, ink=GREY)
"""Leaded as `CELL` is, so that the cells of a row share baselines."""
CELL_BOLD: Final = Style("sans-bold", 7.8, 10.5)
CELL_TIME: Final = Style("sans-bold", 7.8, 10.5, INDIGO)
CELL_NUMBER: Final = Style("serif", 7.8, 10.5, COPPER)
HEAD: Final = Style("sans-bold", 7.3, 10.5, INDIGO)
NAME: Final = Style("sans-bold", 8.8, 10.5)
FIGURE: Final = Style("serif-bold", 20, 28, INDIGO)
TITLE_1: Final = Style("serif-bold", 15.5, 21, INDIGO, display=True)
NUMBER_1: Final = Style("serif", 20, 21, COPPER)
TITLE_2: Final = Style("serif-bold", 10.6, 14, INDIGO, display=True)
NUMBER_2: Final = Style("serif", 10.6, 14, COPPER)
TITLE_3: Final = Style("sans-bold", 8.8, 14, BLACK, display=True)
COVER_TITLE: Final = Style("serif-bold", 27, 40, INDIGO, display=True)
COVER_PURPOSE: Final = Style(size=11.2, leading=20, ink=GREY, display=True)
COVER_LABEL: Final = Style(size=7.3, leading=10.5, ink=COPPER)
COVER_FACT: Final = Style(size=9.2, leading=14)
COVER_HOST: Final = Style("sans-bold", 9.0, 14, INDIGO, display=True)
PILL: Final = Style(size=7.6, leading=12, ink=COPPER)
SHEET_TITLE: Final = Style("serif-bold", 18, 26, INDIGO, display=True)
