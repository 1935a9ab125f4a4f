"""Where the lines of a paragraph end when it is looked at as a whole.

Lines are first filled first fit. A paragraph that ends well so, on lines of about one length, keeps
them. Others are broken anew into as many lines: of the legal ways, by Knuth's and Plass's method,
the one whose lines come closest to one length and whose last line is neither a lone word nor a
stub. What no line parts is one unit here, so a better look never costs a number or a name.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import sub
from typing import Final

_STUB: Final = 0.15
"""Of the measure: a last line that is shorter looks like a mistake."""
_LONE: Final = 0.5
"""Of the measure: a last line of one unit that is shorter looks like a mistake too."""
_WANTED: Final = 1.6
"""Stubs to whose width such a line is brought."""
_LETTERS: Final = 2.6
"""Ems of a last line that is no stub in any column: two letters of Japanese and a full stop."""
_UNEVEN: Final = 0.06
"""Of the measure: ends of lines that lie farther apart are looked at again."""
_SHORTEST: Final = 0.3
"""Of the measure: no line is made shorter by more than it could be, to even others out."""
_FILLED: Final = 0.12
"""The same of justified lines: letters would stand too far apart in shorter ones."""
_POOR: Final = 0.05
"""What a poor last line costs, in squares of the measure: two lines that are a sixth too short."""
_KEPT: Final = 5
"""Ways that are followed at once."""
_SHORTER: Final = 1.25
"""How much shorter than filled ones even lines are: there is little choice among the longest."""

_Way = tuple[float, int, "_Way | None"]
"""What the lines so far cost, where the last of them stops, and the way to the line before."""


def stub(measure: float, size: float) -> float:
    """Return the width below which a last line is a stub, in type of that size."""
    return max(_STUB * measure, _LETTERS * size)


def is_poor(widths: Sequence[float], measure: float, least: float, *, alone: bool) -> bool:
    """Return whether lines of these widths want another look.

    A last line is poor that is narrower than `least`, or a single unit (`alone`) that does not fill
    half of the measure, as a long family name does.
    """
    if widths[-1] < (max(least, _LONE * measure) if alone else least):
        return True
    return max(widths[:-1]) - min(widths[:-1]) > _UNEVEN * measure


Taken = tuple[Sequence[float], Sequence[float]]
"""By how much all up to the beginning of each unit may become shorter, and all up to its end."""


def evened(
    pens: Sequence[float],
    ends: Sequence[float],
    stops: list[int],
    measure: float,
    least: float,
    taken: Taken | None = None,
    *,
    balanced: bool = False,
    words: bool = True,
) -> list[int]:
    """Return in front of which units lines stop; `stops` says it of lines filled first fit.

    `pens` has where each unit begins on an endless line, `ends` where its ink ends. None is wider
    than the measure. A last line is poor that is narrower than `least`. Justified lines, which say
    what they may take in, come as close to the measure as can be. Where lines are `balanced`, the
    last comes as close to the others as they do to one another. Units that are `words` do not make
    a last line by themselves; a phrase of Japanese may.
    """
    target = 0.0 if taken else _target(pens, ends, stops, measure, 0.0 if balanced else least)
    if balanced:
        target = measure - (measure - target / _SHORTER) * (len(stops) - 1) / len(stops)
        target -= (ends[-1] - pens[stops[-2]]) / len(stops)
    near = _Near(pens, ends, taken)
    shorter = 1.0 if balanced else _FILLED if taken else _SHORTEST
    ways: list[_Way] = [(0.0, 0, None)]
    for first in _firsts(near, len(stops), measure):
        ways = _longer(ways, first, near, measure, target, shorter)
    count = len(ends)
    poor = _POOR * measure * measure
    lone = max(least, _LONE * measure)

    def cost(way: _Way) -> float:
        begin = way[1]
        last = ends[-1] - pens[begin]
        uneven = (measure - last - target) ** 2 if balanced else 0.0
        needed = lone if words and count - begin == 1 else least
        return way[0] + uneven + (poor if last < needed else 0.0)

    # None is left only where rounding makes a line fit in one direction and not in the other.
    return [*_of_way(min(ways, key=cost)), count] if ways else stops


class _Near:
    """Where units begin and end, and where they would if everything in front of them gave all that
    it may.
    """

    __slots__ = ("ends", "least_ends", "least_pens", "pens")

    def __init__(self, pens: Sequence[float], ends: Sequence[float], taken: Taken | None) -> None:
        self.pens, self.ends = self.least_pens, self.least_ends = pens, ends
        if taken:
            self.least_pens = [*map(sub, pens, taken[0])]
            self.least_ends = [*map(sub, ends, taken[1])]


def _longer(
    ways: Sequence[_Way],
    first: int,
    near: _Near,
    measure: float,
    target: float,
    shorter: float,
) -> list[_Way]:
    """Return the best ways that are one line longer; the line stops at `first` or behind it, and is
    shorter than it could be by at most that much of the measure.
    """
    found: dict[int, _Way] = {}
    ends = near.ends
    for way in ways:
        so_far, begin, _ = way
        room = near.pens[begin] + measure
        farthest = near.least_pens[begin] + measure + 1e-6
        latest = bisect_right(near.least_ends, farthest, begin, len(ends) - 1)
        shortest = ends[latest - 1] - shorter * measure
        for stop in range(latest, max(first, begin + 1) - 1, -1):
            end = ends[stop - 1]
            if end < shortest:
                break
            short = room - end - target
            total = so_far + short * short
            before = found.get(stop)
            if before is None or total < before[0]:
                found[stop] = (total, stop, way)
    return sorted(found.values())[:_KEPT] if len(found) > _KEPT else [*found.values()]


def _of_way(way: _Way) -> list[int]:
    """Return in front of which units the lines of a way stop."""
    _, stop, before = way
    return [*_of_way(before), stop] if before is not None else []


def _target(
    pens: Sequence[float],
    ends: Sequence[float],
    stops: Sequence[int],
    measure: float,
    least: float,
) -> float:
    """Return by how much every line but the last is to be shorter than the measure."""
    short = 0.0
    begin = 0
    for stop in stops[:-1]:
        short += measure - ends[stop - 1] + pens[begin]
        begin = stop
    last = ends[-1] - pens[begin]
    if last < least:
        short += _WANTED * least - last
    return _SHORTER * short / (len(stops) - 1)


def _firsts(near: _Near, count: int, measure: float) -> list[int]:
    """Return where each line but the last stops at the earliest, so that the rest has room on the
    lines behind it.
    """
    pens, ends = near.least_pens, near.least_ends
    firsts = []
    begin = len(ends)
    for _ in range(count - 1):
        begin = bisect_left(pens, ends[begin - 1] - measure - 1e-6, 0, begin)
        firsts.append(begin)
    firsts.reverse()
    return firsts
