"""Where pages end: each is filled in turn, and where that leaves a poor one, all ways of parting
the pages around it are weighed.

What nothing may part is an atom. Pages that were filled well are as good as any, and few packs have
many others, so weighing costs next to nothing.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from lohum_brief.document.style import GRID
from lohum_brief.typeset.strips import Strip

_SLACK: Final = 0.01
"""Sums of floats are not exact."""

_POOR: Final = 0.75
"""A page filled less than this share of it is looked at again."""
_SPILL: Final = 0.15
"""So is a last page filled less than this."""
_AROUND: Final = 3
"""Pages before and behind a poor one that may end elsewhere for it."""

LEAST: Final = 0.6
"""Below this a page that something follows is as bad as several that are loose."""
_PAGE: Final = 2.0
"""What each page costs."""
_BAD: Final = 60.0
"""What it costs to fill one less than the least."""
_LOOSE: Final = 30.0
"""What it would cost to leave one empty; a half costs a quarter of it."""
_APART: Final = 12.0
"""What it costs to part what should stand on one page."""
_SPILT: Final = 25.0
"""What it costs to leave a few lines for a last page."""
_TIGHT: Final = 1.0
"""What it costs to take space from between blocks."""

_WIDE: Final = 2 * GRID
"""Gaps from which one unit of the grid can be taken."""
_WIDEST: Final = 4 * GRID
"""Gaps from which two can."""


class Run:
    """Strips between two places where a new page is begun anyway, in atoms.

    Lengths count from the upper edge of the first strip.
    """

    def __init__(self, strips: Sequence[Strip], height: float) -> None:
        self.strips = strips
        self.height = height
        self.limit = height + _SLACK
        self.firsts: list[int] = []
        """The number of the strip that each atom begins with."""
        self.tops: list[float] = []
        self.ends: list[int] = []
        self.bottoms: list[float] = []
        self.reaches: list[float] = []
        """How far down its page should hold what the atom wants below it."""
        self.needs: list[float] = []
        """The same without what only should stand on one page."""
        self.wholes: list[tuple[int, float]] = []
        """Atoms that begin what should stand on one page, and where that ends."""
        self._fresh: dict[int, float] = {}
        """Atoms that begin what is more than a page, and where that ends."""
        self._measure()
        self._wish()

    def __len__(self) -> int:
        return len(self.firsts)

    def _measure(self) -> None:
        """Note the atoms: one begins with what is seen behind anything that keeps nothing."""
        firsts, tops, ends, bottoms = self.firsts, self.tops, self.ends, self.bottoms
        y = 0.0
        free = True
        for number, strip in enumerate(self.strips):
            bottom = y + strip.height
            if strip.space:
                free = free or not strip.keep
            else:
                if free:
                    if bottoms and bottoms[-1] - tops[-1] > self.limit:
                        self._part()
                    firsts.append(number)
                    tops.append(y)
                    ends.append(0)
                    bottoms.append(0.0)
                ends[-1] = number + 1
                bottoms[-1] = bottom
                free = not strip.keep
            y = bottom
        if bottoms and bottoms[-1] - tops[-1] > self.limit:
            self._part()

    def _wish(self) -> None:
        """Note what atoms want below them on their page."""
        self.reaches = [*self.bottoms]
        self.needs = [*self.bottoms]
        for atom, bottom in self._fresh.items():
            self.reaches[atom] = bottom
        bottom = 0.0
        for number, strip in enumerate(self.strips):
            bottom += strip.height
            if strip.whole or strip.need:
                self._note(number, strip, bottom)

    def _note(self, number: int, strip: Strip, bottom: float) -> None:
        atom = bisect_right(self.firsts, number) - 1
        if atom < 0 or number >= self.ends[atom]:  # a space, which belongs to what follows
            atom += 1
        if atom == len(self.firsts):
            return
        if strip.need:
            self.needs[atom] = max(self.needs[atom], bottom + strip.need)
        low = max(self.needs[atom], bottom - strip.height + strip.whole)
        self.reaches[atom] = max(self.reaches[atom], low)
        if strip.whole:
            self.wholes.append((atom, bottom - strip.height + strip.whole))

    def _part(self) -> None:
        """Part the last atom, more than a page, where there is space; else anywhere.

        It begins on a new page.
        """
        first, end = self.firsts.pop(), self.ends.pop()
        bottom, y = self.bottoms.pop(), self.tops.pop()
        self._fresh[len(self.firsts)] = bottom
        groups: list[list[tuple[int, float]]] = []
        spaced = True
        for number in range(first, end):
            strip = self.strips[number]
            if not strip.space:
                if spaced:
                    groups.append([])
                groups[-1].append((number, y))
            spaced = strip.space
            y += strip.height
        for group in groups:
            last, low = group[-1]
            tall = low + self.strips[last].height - group[0][1] > self.limit
            for part in [[one] for one in group] if tall else [group]:
                (start, top), (last, low) = part[0], part[-1]
                self.firsts.append(start)
                self.tops.append(top)
                self.ends.append(last + 1)
                self.bottoms.append(low + self.strips[last].height)

    def head(self, atom: int) -> float:
        """Return how high what stands again above an atom is, where it begins a page."""
        head = self.strips[self.firsts[atom]].head if atom else ()
        return sum(strip.height for strip in head) if head else 0.0

    def extent(self, first: int, end: int) -> float:
        """Return how much of a page the atoms from `first` up to `end` fill."""
        return self.bottoms[end - 1] - self.tops[first] + self.head(first)


def breaks(run: Run) -> list[int]:
    """Return the atoms with which pages begin, and at last the number of atoms."""
    found = _filled(run)
    page = 0
    while page < len(found) - 1:
        if _is_poor(run, found, page):
            start, stop = max(page - _AROUND, 0), min(page + 1 + _AROUND, len(found) - 1)
            better = _weighed(run, found[start], found[stop])
            if better != found[start : stop + 1]:
                found[start : stop + 1] = better
                page = start + len(better) - 1
                continue
        page += 1
    return found


def _filled(run: Run) -> list[int]:
    """Return where pages begin that each hold as much as they can."""
    found = [0]
    limit = run.limit
    base = run.tops[0]
    for atom, reach in enumerate(run.reaches):
        if reach - base > limit and atom > found[-1]:
            found.append(atom)
            base = run.tops[atom] - run.head(atom)
    return [*found, len(run)]


def _is_poor(run: Run, found: Sequence[int], page: int) -> bool:
    extent = run.extent(found[page], found[page + 1])
    if page == len(found) - 2:
        return page > 0 and extent < _SPILL * run.height
    return extent < _POOR * run.height


def _weighed(run: Run, start: int, stop: int) -> list[int]:
    """Return the best places for pages to begin between two that stay."""
    costs: dict[int, tuple[float, int]] = {start: (0.0, start)}
    parted = _parted(run, start, stop)
    for first in range(start, stop):
        if first in costs:
            for end, own in _pages_from(run, first, stop):
                cost = costs[first][0] + own + (_APART if end in parted and end < stop else 0.0)
                if end not in costs or cost < costs[end][0]:
                    costs[end] = cost, first
    out = [stop]
    while out[-1] != start:
        out.append(costs[out[-1]][1])
    return out[::-1]


def _pages_from(run: Run, first: int, stop: int) -> Iterator[tuple[int, float]]:
    """Yield where a page that begins with an atom may end, and how bad it then is."""
    most = run.tops[first] - run.head(first) + run.limit + 2 * _WIDEST
    for end in range(first + 1, stop + 1):
        if run.bottoms[end - 1] > most and end > first + 1:
            return
        own = _cost(run, first, end)
        if own is not None:
            yield end, own


def _parted(run: Run, start: int, stop: int) -> set[int]:
    """Return the atoms before which a new page would part what should stand on one."""
    found: set[int] = set()
    for atom, whole in run.wholes:
        if start <= atom < stop and whole - run.tops[atom] <= run.limit:
            following = atom + 1
            while following < stop and run.tops[following] < whole - _SLACK:
                found.add(following)
                following += 1
    return found


def _cost(run: Run, first: int, end: int) -> float | None:
    """Return how bad a page of these atoms is; None where it cannot hold them."""
    extent = run.extent(first, end)
    over = max(extent, run.needs[end - 1] - run.tops[first] + run.head(first)) - run.limit
    if over > 0:
        if end == first + 1:
            return _PAGE
        if extent <= run.limit or sum(taken(run, first, end)) < over:
            return None
        return _PAGE + _TIGHT
    if end == len(run):
        return _PAGE + (_SPILT if extent < _SPILL * run.height and first else 0.0)
    share = min((extent + sum(given(run, first, end))) / run.height, 1.0)
    empty = 1 - share
    return _PAGE + _LOOSE * empty * empty + (_BAD * (1 + LEAST - share) if share < LEAST else 0.0)


def _gaps(run: Run, first: int, end: int) -> list[float]:
    """Return the space above each atom of a page but the first."""
    above, below = run.bottoms[first : end - 1], run.tops[first + 1 : end]
    return [top - bottom for bottom, top in zip(above, below, strict=True)]


def taken(run: Run, first: int, end: int) -> list[float]:
    """Return what the space above each atom of a page but the first can give away."""
    return [
        2 * GRID if gap >= _WIDEST else GRID if gap >= _WIDE else 0.0
        for gap in _gaps(run, first, end)
    ]


def given(run: Run, first: int, end: int) -> list[float]:
    """Return what is added above each atom of a page but the first: the same between all blocks, or
    above headings alone.
    """
    gaps = _gaps(run, first, end)
    units = int((run.limit - run.extent(first, end)) // GRID)
    parted = [gap >= GRID for gap in gaps]
    wide = [gap > _WIDE for gap in gaps]
    for chosen in (parted, wide):
        if 0 < sum(chosen) <= units:
            return [GRID if one else 0.0 for one in chosen]
    return [0.0] * len(gaps)
