"""The programme in time: what moves along when an item moves, and what then no longer fits.

Items concern the people of their groups, all people where they name none. Items with the same
people stand behind one another; those of different groups, and the hosts' own meetings, run beside
each other and know nothing of each other.

A delay uses up the free time that follows first, then pushes what comes next, and ends at the next
fixed item. What moves to an earlier time takes along what followed it at once. Fixed items never
move along.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from lohum_brief.errors import UsageError
from lohum_brief.language import dates
from lohum_brief.message import msg
from lohum_brief.visit.records import Item

_NONE = dt.timedelta()


class Overlap(NamedTuple):
    """Two items that have the same people at once, the earlier one first, and for how long."""

    first: Item
    second: Item
    length: dt.timedelta


class Plan(NamedTuple):
    """The items as they are to be, where they change, in their order in time; and what did fit
    before and does no more.
    """

    items: tuple[Item, ...]
    unfit: tuple[Overlap, ...]


def together(one: Item, other: Item) -> bool:
    """Return whether some people are in both."""
    if _hosts_only(one) != _hosts_only(other):
        return False
    if is_for_all(one) or is_for_all(other):
        return True
    return not (
        set(one.groups).isdisjoint(other.groups) and set(one.people).isdisjoint(other.people)
    )


def is_for_all(item: Item) -> bool:
    """Return whether it is for everybody, as nobody says for whom it is."""
    return not item.groups and not item.people


def _hosts_only(item: Item) -> bool:
    """Return whether the hosts meet among themselves, beside what the guests do."""
    return item.audience == "host" and is_for_all(item)


def ordered(items: Iterable[Item]) -> list[Item]:
    """Return items as they begin; those that begin together stay in the order of the visit."""
    return sorted(items, key=lambda item: item.start)


def end(item: Item, zone: str = "") -> dt.datetime:
    """Return when an item ends on the clocks of a place, which may be put forward or back
    meanwhile; without its zone as if they were not. The last moment there is where that is nearer.
    """
    try:
        length = dt.timedelta(minutes=item.minutes)
        return dates.later(item.start, length, zone) if zone else item.start + length
    except dates.UnknownZoneError:  # a finding says so
        return end(item)
    except OverflowError:
        return dt.datetime.max  # noqa: DTZ901 - local time, as all of the programme


def later_by(old: Item, new: Item, zone: str = "") -> dt.timedelta:
    """Return how much later an item begins than before, on the clocks of a place."""
    try:
        if zone:
            return dates.elapsed(old.start, new.start, zone)
    except dates.UnknownZoneError:
        pass
    return new.start - old.start


def overlaps(items: Iterable[Item], zone: str = "") -> list[Overlap]:
    """Return all pairs of items that the same people are in at once, on the clocks of a place."""
    found = []
    running: list[Item] = []
    for item in ordered(items):
        running = [other for other in running if end(other, zone) > item.start]
        found += [
            Overlap(other, item, min(end(other, zone), end(item, zone)) - item.start)
            for other in running
            if together(other, item) and end(item, zone) > item.start
        ]
        running.append(item)
    return found


# What somebody does to an item


def shift(items: Sequence[Item], ident: str, minutes: int, zone: str = "") -> Plan:
    """Move an item and what follows it by some minutes. Raises UsageError for a fixed item.

    With the `zone` of the place here and below, items keep their lengths and the time between them
    where clocks are put forward or back meanwhile; without it as if they were not.
    """
    clock = _Clock.of(items, zone)
    item = _loose(clock.items, ident)
    new = _at(item, _moved(item.start, dt.timedelta(minutes=minutes)))
    return clock.shown(_rippled(clock.items, new))


def lengthen(items: Sequence[Item], ident: str, minutes: int, zone: str = "") -> Plan:
    """Give an item another duration."""
    clock = _Clock.of(items, zone)
    new = msgspec.structs.replace(_named(clock.items, ident), minutes=minutes)
    return clock.shown(_rippled(clock.items, new))


def begin(items: Sequence[Item], ident: str, start: dt.datetime, zone: str = "") -> Plan:
    """Give an item another beginning.

    While it stays between its neighbours, what follows moves along; further away it is put among
    those that are there.
    """
    clock = _Clock.of(items, zone)
    item = _named(clock.items, ident)
    new = _at(item, clock.steady(start))
    before, behind = _neighbours(clock.items, item)
    stays = (before is None or new.start >= before.start) and (
        behind is None or new.start < max(end(behind), behind.start)
    )
    return clock.shown(_rippled(clock.items, new) if stays else _inserted(clock.items, new))


def step(items: Sequence[Item], ident: str, by: int, zone: str = "") -> Plan:
    """Change places with what the same people do just before (`by` -1) or behind (1)."""
    item = _loose(items, ident)
    near = _neighbours(items, item)[0 if by < 0 else 1]
    if near is None:
        return Plan((), ())
    return put(items, ident, near.id, behind=by > 0, zone=zone)


def put(items: Sequence[Item], ident: str, target: str, *, behind: bool, zone: str = "") -> Plan:
    """Put an item in front of another or behind it.

    Where nothing fixed and no night lies between, those in between close up and all take the same
    time as before; else the item is put among those that are there. Raises UsageError for a fixed
    item.
    """
    clock = _Clock.of(items, zone)
    item, goal = _loose(clock.items, ident), _named(clock.items, target)
    if item.id == goal.id:
        return Plan((), ())
    own = [other for other in ordered(clock.items) if other.id == ident or together(other, item)]
    blocks = _blocks(own, item)
    here = blocks.index([item])
    there = _place(blocks, here, goal, behind=behind)
    first, last = min(here, there), max(here, there)
    between = [other for block in blocks[first : last + 1] for other in block]
    if any(other.fixed for other in between) or not clock.on_one_day((*between, goal)):
        new = _at(item, end(goal) if behind else goal.start)
        return clock.shown(_inserted(clock.items, new))
    if here == there:
        return Plan((), ())
    blocks.insert(there, blocks.pop(here))
    return clock.shown(_laid(clock.items, blocks[first : last + 1]))


def _place(blocks: Sequence[Sequence[Item]], here: int, goal: Item, *, behind: bool) -> int:
    """Return at which place the block `here` stands in front of the one with the goal, or behind
    it.
    """
    at = next((at for at, block in enumerate(blocks) if goal in block), None)
    if at is None:  # it runs beside the item: what counts is where that is in time
        others = (*blocks[:here], *blocks[here + 1 :])
        before = sum(block[0].start <= goal.start for block in others)
        at = min(max(before if behind else before - 1, 0), len(blocks) - 1)
    if behind:
        return at + 1 if at < here else at
    return at - 1 if at > here else at


# On clocks that are put forward or back


class _Clock(NamedTuple):
    """Items as a clock has them that nobody puts forward or back: the one that goes right at
    `since`.
    """

    items: Sequence[Item]
    own: Sequence[Item]
    """The same as the clocks of the place have them."""
    since: dt.datetime
    zone: str

    @classmethod
    def of(cls, items: Sequence[Item], zone: str) -> "_Clock":
        since = min((item.start for item in items), default=dt.datetime.min)  # noqa: DTZ901
        clock = cls(items, items, since, zone)
        return clock._replace(
            items=[
                item if (start := clock.steady(item.start)) == item.start else _at(item, start)
                for item in items
            ]
        )

    def steady(self, when: dt.datetime) -> dt.datetime:
        """Return what this clock shows when those of the place show a time."""
        if not self.zone:
            return when
        try:
            return self.since + dates.elapsed(self.since, when, self.zone)
        except (dates.UnknownZoneError, OverflowError):  # a finding says so
            return when

    def on_one_day(self, items: Iterable[Item]) -> bool:
        """Return whether items begin on one day at the place."""
        idents = {item.id for item in items}
        return len({item.start.date() for item in self.own if item.id in idents}) == 1

    def shown(self, plan: Plan) -> Plan:
        """Return a plan as the clocks of the place have it."""
        before = {item.id: (item, own) for item, own in zip(self.items, self.own, strict=True)}

        def told(item: Item) -> Item:
            old, own = before[item.id]
            start = own.start if item.start == old.start else self._shown(item.start)
            return item if start == item.start else _at(item, start)

        return Plan(
            tuple(map(told, plan.items)),
            tuple(Overlap(told(one), told(other), length) for one, other, length in plan.unfit),
        )

    def _shown(self, when: dt.datetime) -> dt.datetime:
        if not self.zone:
            return when
        try:
            return dates.later(self.since, when - self.since, self.zone).replace(fold=0)
        except dates.UnknownZoneError:
            return when
        except OverflowError:
            raise _beyond() from None


# How the others answer


def _rippled(items: Sequence[Item], new: Item) -> Plan:
    """Let an item begin or end at another time: what comes behind it makes room, or closes up."""
    order = ordered(items)
    at = next(i for i, item in enumerate(order) if item.id == new.id)
    return _followed(items, order, at, order[at], new)


def _inserted(items: Sequence[Item], new: Item) -> Plan:
    """Let an item stand elsewhere: it makes room for itself there; where it stood stays free."""
    order = ordered(new if item.id == new.id else item for item in items)
    at = next(i for i, item in enumerate(order) if item.id == new.id)
    return _followed(items, order, at, msgspec.structs.replace(new, minutes=0), new)


def _followed(items: Sequence[Item], order: Sequence[Item], at: int, old: Item, new: Item) -> Plan:
    after = {new.id: new}
    before = [*order[:at], old]
    most = abs(end(new) - end(old))
    near = [item for item in before if end(item) + most >= old.start]
    for here, item in enumerate(order[at + 1 :], at + 1):
        near = [
            other
            for other in near
            if max(end(other), end(after.get(other.id, other))) + most >= item.start
        ]
        by = _push(item, near, after)
        if by and not item.fixed:
            start = _moved(item.start, by)
            # What has no room before a fixed item stands at its beginning, in everybody's sight,
            # and not behind it.
            moved = _at(
                item, start if by < _NONE else max(_barred(order[here:], start), item.start)
            )
            if moved != item:
                after[item.id] = moved
                most = max(most, abs(by))
        near.append(item)
    return _plan(items, after)


def _barred(order: Sequence[Item], until: dt.datetime) -> dt.datetime:
    """Return until when the first of these goes if it is to go until then: not beyond a fixed item
    of its people, or of the people of what must stay behind it.
    """
    reached = [order[0]]
    for item in order[1:]:
        if item.start >= until:
            break
        if any(together(item, other) for other in reached):
            if item.fixed:
                return item.start
            reached.append(item)
    return until


def _push(item: Item, near: Sequence[Item], after: Mapping[str, Item]) -> dt.timedelta:
    """Return by how much those before an item move it: later where they need its time, earlier
    where it followed them at once.
    """
    found = None
    led = False
    for at, other in enumerate(near):
        if not together(other, item) or _shielded(other, item, near[at + 1 :]):
            continue
        late = _late(other, after.get(other.id, other), item)
        free = max(item.start - end(other), _NONE)
        found = late - free if found is None else max(found, late - free)
        led = led or (not free and late < _NONE)
    return found if found is not None and (found > _NONE or led) else _NONE


def _late(old: Item, new: Item, item: Item) -> dt.timedelta:
    """Return how much later one before an item leaves it its time."""
    late = end(new) - end(old)
    if end(old) > item.start:
        # The item began while that one ran: an earlier end alone does not draw it along.
        return max(late, new.start - old.start)
    return late


def _shielded(one: Item, other: Item, between: Iterable[Item]) -> bool:
    """Return whether a fixed item of both their people lies between them."""
    return any(item.fixed and together(item, one) and together(item, other) for item in between)


def _blocks(own: Sequence[Item], alone: Item) -> list[list[Item]]:
    """Return items one after the other; what runs at the same time, as groups do, makes one block.
    `alone` is one by itself.
    """
    blocks: list[list[Item]] = []
    last = own[0].start
    for item in own:
        if (
            item is alone
            or not blocks
            or blocks[-1] == [alone]
            or (item.start >= last and item.start > blocks[-1][0].start)
        ):
            blocks.append([item])
            last = end(item)
        else:
            blocks[-1].append(item)
            last = max(last, end(item))
    return blocks


def _laid(items: Sequence[Item], blocks: Sequence[Sequence[Item]]) -> Plan:
    """Lay blocks out in another order, in the time that they took together and with as much room
    between them as before.
    """
    was = sorted(blocks, key=lambda block: block[0].start)
    rooms = [
        max(later[0].start - max(map(end, earlier)), _NONE) for earlier, later in pairwise(was)
    ]
    after: dict[str, Item] = {}
    now = was[0][0].start
    for block, room in zip(blocks, [*rooms, _NONE], strict=True):
        by = now - block[0].start
        after |= {item.id: _at(item, _moved(item.start, by)) for item in block}
        now = max(end(after[item.id]) for item in block) + room
    return _plan(items, after)


def _plan(items: Sequence[Item], after: Mapping[str, Item]) -> Plan:
    changed = [after[item.id] for item in items if item.id in after and after[item.id] != item]
    was = {(one.id, other.id): length for one, other, length in overlaps(items)}
    unfit = [
        found
        for found in overlaps(after.get(item.id, item) for item in items)
        if found.length > max(was.get((a, b), _NONE) for a, b in _both(found))
    ]
    return Plan(tuple(ordered(changed)), tuple(unfit))


def _both(found: Overlap) -> tuple[tuple[str, str], tuple[str, str]]:
    return (found.first.id, found.second.id), (found.second.id, found.first.id)


def _neighbours(items: Sequence[Item], item: Item) -> tuple[Item | None, Item | None]:
    """Return what the same people do before an item and behind it."""
    order = ordered(items)
    at = order.index(item)
    before = next((other for other in reversed(order[:at]) if together(other, item)), None)
    return before, next((other for other in order[at + 1 :] if together(other, item)), None)


def _named(items: Iterable[Item], ident: str) -> Item:
    return next(item for item in items if item.id == ident)


def _loose(items: Iterable[Item], ident: str) -> Item:
    item = _named(items, ident)
    if item.fixed:
        raise UsageError(msg("Its time is fixed; take that mark off, then move it."))
    return item


def _at(item: Item, start: dt.datetime) -> Item:
    return msgspec.structs.replace(item, start=start)


def _moved(start: dt.datetime, by: dt.timedelta) -> dt.datetime:
    try:
        return start + by
    except OverflowError:
        raise _beyond() from None


def _beyond() -> UsageError:
    return UsageError(msg("There is no day after the year 9999 and none before the year 1."))
