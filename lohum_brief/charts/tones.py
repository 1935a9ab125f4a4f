"""Tones: how an area or a line of a chart is told from its neighbours.

They differ in colour, in grey and on a copier's paper. Only the two inks of the house have a
colour. A mineral has the same tone in all charts.
"""

from collections.abc import Sequence
from itertools import pairwise, permutations
from typing import Final, NamedTuple

from lohum_brief.document.style import COPPER, INDIGO, components

Ink = tuple[float, float, float]

BLUE: Final[Ink] = components(INDIGO)
RED: Final[Ink] = components(COPPER)


def grey(level: float) -> Ink:
    return level, level, level


WHITE: Final = grey(1.0)
APART: Final = 15.0
"""Least difference in lightness (CIE L*) of neighbours."""

_TOLD: Final = 10.0
"""Least difference in lightness of what stands anywhere in the same chart with the same hatches."""
_COVERED: Final = 0.36
"""Share of an area under its hatches."""


class Tone(NamedTuple):
    """The ink of an area with its hatches, as matplotlib spells them, and of a line.

    A line is never lighter than half grey: a copier drops what is.
    """

    fill: Ink
    line: Ink
    hatch: str = ""
    hatched: Ink = WHITE

    @property
    def lightness(self) -> float:
        """Return CIE L* as the eye mixes it from afar."""
        fill, over = _luminance(self.fill), _luminance(self.hatched)
        share = _COVERED if self.hatch else 0.0
        mixed = fill * (1 - share) + over * share
        return 116 * mixed ** (1 / 3) - 16 if mixed > 0.008856 else 903.3 * mixed


STRONG: Final = Tone(BLUE, BLUE)
LIGHT: Final = Tone(grey(0.78), grey(0.45))
WARM: Final = Tone(RED, RED)
PALE: Final = Tone(grey(0.9), grey(0.5))

SEQUENCE: Final = (
    STRONG,
    LIGHT,
    WARM,
    Tone(WHITE, grey(0.0), "///", BLUE),
    Tone(grey(0.58), grey(0.3)),
    Tone(WHITE, grey(0.5), "\\\\\\", RED),
    Tone(grey(0.0), grey(0.0)),
    PALE,
    Tone(BLUE, BLUE, "...", grey(0.6)),
    Tone(WHITE, grey(0.3), "---", grey(0.2)),
    Tone(grey(0.2), grey(0.2), "///", grey(0.6)),
    Tone(WHITE, grey(0.5), "xxx", RED),
    Tone(RED, RED, "---", grey(0.12)),
    Tone(WHITE, grey(0.45), "|||", BLUE),
    Tone(grey(0.45), grey(0.3), "\\\\\\", grey(0.12)),
    Tone(grey(0.9), grey(0.4), "+++", grey(0.2)),
)
"""The tones of series that are no minerals, each of them once; neighbours are apart."""
TONES: Final = len(SEQUENCE)
"""Series that can be told apart by their tones."""

SIGNS: Final = "os^DvX*P<>"
"""The points of series: told apart by their shapes alone, as two tones of a line are not once they
are copied. There are no more shapes that are told apart when they are this small.
"""

MINERALS: Final[dict[str, Tone]] = {
    "Li": STRONG,
    "Co": Tone(WHITE, grey(0.3), "///", BLUE),
    "Ni": Tone(grey(0.55), grey(0.45)),
    "C": Tone(grey(0.06), grey(0.06)),
    "Mn": Tone(grey(0.72), grey(0.45), "...", grey(0.2)),
    "Cu": WARM,
    "REE": Tone(WHITE, RED, "\\\\\\", RED),
    "Al": Tone(grey(0.84), grey(0.5)),
}
"""By the mineral's symbol."""


BESIDE: Final = (
    Tone(grey(0.66), grey(0.42)),
    Tone(grey(0.97), grey(0.5)),
    Tone(WHITE, grey(0.3), "---", grey(0.2)),
)
"""Of what is no mineral in a chart of minerals."""


def _luminance(ink: Ink) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in ink
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tone_of(number: int, symbol: str = "", *, among: bool = False) -> Tone:
    """Return the tone of a mineral, or of a series that is none by its number.

    A series `among` minerals takes none of theirs.
    """
    others = BESIDE if among else SEQUENCE
    return MINERALS.get(symbol) or others[number % len(others)]


def apart(tones: Sequence[Tone]) -> list[Tone]:
    """Return the same tones, none of them like another as long as there are others.

    Whose tone is taken gets the next that is free; minerals keep theirs.
    """
    own = frozenset(MINERALS.values())
    found: dict[int, Tone] = {}
    for i in sorted(range(len(tones)), key=lambda i: tones[i] not in own - {*tones[:i]}):
        taken = tuple(found.values())
        free = (
            tone
            for tone in (tones[i], *BESIDE, *SEQUENCE)
            if not any(alike(tone, one) for one in taken)
        )
        found[i] = next(free, tones[i])
    return [found[i] for i in range(len(tones))]


def alike(one: Tone, other: Tone) -> bool:
    """Return whether nobody could tell two areas apart once they are printed in grey."""
    return one.hatch == other.hatch and abs(one.lightness - other.lightness) < _TOLD


def beside(tone: Tone, number: int) -> Tone:
    """Return the tone of another series of what has this tone.

    The first has the tone itself, others one that is apart from it.
    """
    dark = Tone(grey(0.3), grey(0.3))
    return tone if number == 0 else LIGHT if tone.lightness < LIGHT.lightness - APART else dark


def parted(tones: list[Tone]) -> list[int]:
    """Return an order in which no neighbours look alike.

    It is their own if that will do, else the first that does, if there is one.
    """
    own = list(range(len(tones)))
    orders = permutations(own) if len(own) <= 7 else (own,)
    return list(next((order for order in orders if _apart([tones[i] for i in order])), own))


def _apart(tones: list[Tone]) -> bool:
    return all(abs(one.lightness - two.lightness) >= APART for one, two in pairwise(tones))
