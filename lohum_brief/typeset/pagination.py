"""Strips to pages: fill each page, break only where strips allow it, repeat heads of tables."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain, pairwise
from typing import Final, NamedTuple

import msgspec

from lohum_brief.document.blocks import FreePage, NewPage
from lohum_brief.document.style import GRID
from lohum_brief.typeset.page_breaks import LEAST, Run, breaks, given, taken
from lohum_brief.typeset.strips import Strip, space

_APART: Final = 3
"""Units of the grid between what a page holds though a new one was to begin."""
_LOOSEST: Final = 0.5
"""A page with more room than this share of it is left as it is."""


class Placed(NamedTuple):
    """A strip and how far its upper edge lies below the top of the text area."""

    y: float
    strip: Strip


class Sheet(msgspec.Struct, frozen=True):
    """A filled page, or a spread where content is set on facing pages.

    `first` is its first page, counted from 0. A `turned` sheet lies on its side in a document whose
    other pages stand.
    """

    first: int
    placed: tuple[Placed, ...]
    free: FreePage | None = None
    turned: bool = False


def keep_whole(parts: Sequence[list[Strip] | FreePage | NewPage], height: float) -> None:
    """Let the first of these parts begin on a new page unless the rest of one holds them all.

    Spaces between them give way where without these a page of that height holds them.
    """
    lists = _up_to_the_last_seen([part for part in parts if isinstance(part, list)])
    strips = [*chain.from_iterable(lists)]
    if not strips:
        return
    whole = sum(strip.height for strip in strips)
    alone = whole - (strips[0].height if strips[0].space else 0.0)
    spaces = [part[0] for part in lists if _is_space(part)]
    room = sum(one.height for one in spaces)
    if alone > height >= alone - room:
        whole -= room
        for one in spaces:
            one.height = 0.0
    strips[0].whole = whole


def _up_to_the_last_seen(lists: list[list[Strip]]) -> list[list[Strip]]:
    """Return the strips of parts without the spaces at their end."""
    while lists and all(strip.space for strip in lists[-1]):
        lists.pop()
    if lists:
        *before, last = lists
        seen = max(i for i, strip in enumerate(last) if not strip.space)
        return [*before, last[: seen + 1]]
    return []


def _is_space(part: list[Strip]) -> bool:
    """Return whether a part is a space by itself."""
    return len(part) == 1 and part[0].space


def paginate(
    parts: Iterable[list[Strip] | FreePage | NewPage],
    height: float,
    sides: int,
    *,
    loose: bool = False,
    turned: Collection[int] = (),
    low: float = 0.0,
) -> tuple[list[Sheet], int]:
    """Fill sheets of the given height; return them and the number of pages.

    A spread begins on an even-numbered page, as a book lies open; a page is left blank where that
    needs one. With `loose` it may begin anywhere. The parts numbered in `turned` stand on pages
    that lie on their side and are `low`.
    """
    filler = _Filler(height, sides, loose=loose)
    for number, part in enumerate(parts):
        if filler.turned != (number in turned):
            filler.turn(low if number in turned else height)
        if isinstance(part, FreePage):
            filler.free(part)
        elif isinstance(part, NewPage):
            filler.new_page(part)
        else:
            filler.strips += part
    filler.flush()
    return filler.sheets, filler.pages


class _Filler:
    def __init__(self, height: float, sides: int, *, loose: bool) -> None:
        self.loose = loose
        self.height = height
        self.sides = sides
        self.turned = False
        self.sheets: list[Sheet] = []
        self.pages = 0
        self.strips: list[Strip] = []
        """What waits for pages."""

    def turn(self, height: float) -> None:
        """Go on on a page of this height that lies the other way."""
        self.flush()
        self.height = height
        self.turned = not self.turned

    def flush(self) -> None:
        """Place what waits and end the page."""
        run = Run(self.strips, self.height)
        if len(run):
            pages = breaks(run)
            for first, end in pairwise(pages):
                self._end(_placed(run, first, end))
        self.strips = []

    def _end(self, placed: list[Placed]) -> None:
        if self.sides == 2 and self.pages % 2 == 0 and not self.loose:
            self.pages += 1
        self.sheets.append(Sheet(self.pages, tuple(placed), turned=self.turned))
        self.pages += self.sides

    def new_page(self, part: NewPage) -> None:
        """Go on on a new page, or where the rest of this one would be too much, below a space."""
        if part.sparing and self.strips:
            run = Run(self.strips, self.height)
            *_, first, end = breaks(run)
            if run.extent(first, end) < LEAST * self.height:
                self.strips.append(space(_APART))
                return
        self.flush()
        if part.spread and self.pages % 2 == 0:
            self.pages += 1

    def free(self, page: FreePage) -> None:
        """Put a page set by hand behind what is filled."""
        self.flush()
        self.sheets.append(Sheet(self.pages, (), page))
        self.pages += 1


def _placed(run: Run, first: int, end: int) -> list[Placed]:
    """Return the atoms of a page at their places, closer or looser where that fills it better."""
    out: list[Placed] = []
    y = 0.0
    start, stop = run.firsts[first], run.ends[end - 1]
    if first:
        for head in run.strips[start].head:
            out.append(Placed(y, head))
            y += head.height
    moved = _moved(run, first, end)
    for number in range(start, stop):
        strip = run.strips[number]
        if moved and number in moved:
            y += moved[number]
        out.append(Placed(y, strip))
        y += strip.height
    return out


def _moved(run: Run, first: int, end: int) -> dict[int, float]:
    """Return by which strips of a page the space above them is more or less than it was."""
    over = run.extent(first, end) - run.limit
    if over > 0:
        return _closer(run, first, end, over)
    if end == len(run) or not 2 * GRID <= -over <= _LOOSEST * run.height:
        return {}
    more = given(run, first, end)
    return {run.firsts[atom]: one for atom, one in enumerate(more, first + 1) if one}


def _closer(run: Run, first: int, end: int, over: float) -> dict[int, float]:
    """Return from above which strips as much is taken as the page has too little."""
    out: dict[int, float] = {}
    for atom, most in enumerate(taken(run, first, end), first + 1):
        if over > 0 and most:
            out[run.firsts[atom]] = -most
            over -= most
    return out
