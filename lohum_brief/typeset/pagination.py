"""Strips to pages: fill each page, break only where strips allow it, repeat heads of tables."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import msgspec

from lohum_brief.document.blocks import FreePage, NewPage
from lohum_brief.typeset.strips import Strip


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
    if alone > height >= alone - sum(space.height for space in spaces):
        for space in spaces:
            whole -= space.height
            space.height = 0.0
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
            filler.new_page(spread=part.spread)
        else:
            for strip in part:
                filler.add(strip)
    filler.flush()
    return filler.sheets, filler.pages


def _groups(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Return the same strips, parted before each space."""
    groups: list[list[Strip]] = []
    for strip in strips:
        if strip.space or not groups:
            groups.append([])
        groups[-1].append(strip)
    return groups


def _reach(strips: Sequence[Strip]) -> float:
    """Return how far down the page strips reach, with what must stand below them."""
    if len(strips) == 1:  # as with most, which keep with nothing
        (one,) = strips
        return max(0.0 if one.space else one.height, one.whole, one.height + one.need)
    reach = sum(strip.height for strip in strips)
    for strip in reversed(strips):
        if not strip.space:
            break
        reach -= strip.height
    y = 0.0
    for strip in strips:
        y += strip.height
        reach = max(reach, strip.whole, y + strip.need)
    return reach


class _Filler:
    def __init__(self, height: float, sides: int, *, loose: bool) -> None:
        self.loose = loose
        self.height = height
        self.sides = sides
        self.turned = False
        self.sheets: list[Sheet] = []
        self.pages = 0
        self._y = 0.0
        self._placed: list[Placed] = []
        self._kept: list[Strip] = []
        self._kept_height = 0.0

    def add(self, strip: Strip) -> None:
        """Take a strip; those that keep with the next wait until it is known where that goes."""
        self._kept.append(strip)
        self._kept_height += strip.height
        if not strip.keep:
            self._settle()
        elif self._kept_height > self.height:
            *whole, last = _groups(self._kept)  # of the last one, more may come
            self._kept = list(chain.from_iterable(whole)) or last
            self._settle()
            if whole:
                self._kept, self._kept_height = last, sum(strip.height for strip in last)

    def _settle(self) -> None:
        """Place the strips that waited: on this page, or as little parted as can be."""
        kept, self._kept, self._kept_height = self._kept, [], 0.0
        height = kept[0].height if len(kept) == 1 else sum(strip.height for strip in kept)
        reach = _reach(kept)
        limit = self.height + 0.01
        if self._y + reach <= limit and self._y + height <= limit:
            for strip in kept:
                self._put(strip)
            return
        if self._placed and self._y + reach > limit:
            self._break(kept[0])
        for group in _groups(kept):
            self._place_group(group, limit)

    def _place_group(self, group: list[Strip], limit: float) -> None:
        """Place strips that no space parts, on a new page where they have no room on this one.

        More than a page may be kept together: that is parted where there is space.
        """
        whole = sum(strip.height for strip in group)
        inked = whole - (group[0].height if group[0].space else 0.0)
        if self._placed and self._y + whole > limit and inked <= self.height:
            self._break(group[0])
        for strip in group:
            if self._placed and self._y + (0 if strip.space else strip.height) > limit:
                self._break(strip)
            self._put(strip)

    def _put(self, strip: Strip) -> None:
        if strip.space and not self._placed:
            return
        self._placed.append(Placed(self._y, strip))
        self._y += strip.height

    def _break(self, strip: Strip) -> None:
        self._end()
        for head in strip.head:
            self._put(head)

    def _end(self) -> None:
        if self._placed:
            if self.sides == 2 and self.pages % 2 == 0 and not self.loose:
                self.pages += 1
            self.sheets.append(Sheet(self.pages, tuple(self._placed), turned=self.turned))
            self.pages += self.sides
        self._placed = []
        self._y = 0.0

    def turn(self, height: float) -> None:
        """Go on on a page of this height that lies the other way."""
        self.flush()
        self.height = height
        self.turned = not self.turned

    def flush(self) -> None:
        """Place what waits and end the page."""
        if self._kept:
            self._settle()
        self._end()

    def new_page(self, *, spread: bool) -> None:
        """Go on on a new page; with `spread` on one that lies to the left."""
        self.flush()
        if spread and self.pages % 2 == 0:
            self.pages += 1

    def free(self, page: FreePage) -> None:
        """Put a page set by hand behind what is filled."""
        self.flush()
        self.sheets.append(Sheet(self.pages, (), page))
        self.pages += 1
