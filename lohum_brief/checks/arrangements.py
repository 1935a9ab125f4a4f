"""Seats, rooms and people: nobody is without a seat, and who leads, speaks or interprets is in one
place at a time.

Only what records say is held against each other: a car without a number of seats is never full, and
an item for everybody fills no room, for nobody knows who comes.
"""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding
from lohum_brief.message import msg
from lohum_brief.visit.called import short
from lohum_brief.visit.records import Item, Particulars, Person, Place, Vehicle
from lohum_brief.visit.schedule import end, is_for_all, ordered
from lohum_brief.visit.visit import Visit

RULE = "arrangements"


def findings(visit: Visit) -> Iterator[Finding]:
    """Find vehicles and places with too many people, and people who are needed twice at once."""
    yield from _full_vehicles(visit)
    yield from _full_places(visit)
    yield from _needed_twice(visit)


def _full_vehicles(visit: Visit) -> Iterator[Finding]:
    for vehicle in visit.of(Vehicle):
        count = len(_people(visit, vehicle.groups, vehicle.passengers) - {vehicle.driver})
        if vehicle.seats is not None and count > vehicle.seats:
            message = msg(
                "{people} people go in it, and it has {seats} seats.",
                people=count,
                seats=vehicle.seats,
            )
            yield Finding("warning", RULE, vehicle.id, "seats", message, str(count))


def _full_places(visit: Visit) -> Iterator[Finding]:
    for item in visit.of(Item):
        place = visit.get(Place, item.where)
        if place is None or place.capacity is None or is_for_all(item):
            continue
        count = len(_people(visit, item.groups, item.people))
        if count > place.capacity:
            message = msg(
                "{people} people take part, and “{place}” holds {most}.",
                people=count,
                place=short(place, visit),
                most=place.capacity,
            )
            yield Finding("warning", RULE, item.id, "where", message, f"{count} {place.id}")


def _people(visit: Visit, groups: tuple[str, ...], people: tuple[str, ...]) -> set[str]:
    """Return the ids of those who are in one of the groups, or named."""
    members = {person.id for person in visit.of(Person) if person.group in groups}
    return members | {ident for ident in people if visit.get(Person, ident) is not None}


def _needed_twice(visit: Visit) -> Iterator[Finding]:
    """One warning for each person and pair of items, at the later one."""
    zone = next((one.place_zone for one in visit.of(Particulars)), "")
    running: list[Item] = []
    for item in ordered(visit.of(Item)):
        running = [other for other in running if end(other, zone) > item.start]
        if end(item, zone) > item.start:
            for other in running:
                yield from _in_both(visit, other, item)
            running.append(item)


def _in_both(visit: Visit, first: Item, second: Item) -> Iterator[Finding]:
    needed = _needed(first)
    for ident, field in _needed(second).items():
        person = visit.get(Person, ident)
        if ident in needed and person is not None:
            message = msg(
                "{person} is needed at the same time at “{title}”.",
                person=short(person, visit),
                title=short(first, visit),
            )
            about = f"{first.id} {first.start.isoformat()} {first.minutes}"
            yield Finding("warning", RULE, second.id, field, message, about)


def _needed(item: Item) -> dict[str, str]:
    """Return who leads, speaks or interprets, by id, with the field that says so."""
    named = {ident: f"interpreters.{at}" for at, ident in enumerate(item.interpreters)}
    named |= {ident: f"speakers.{at}" for at, ident in enumerate(item.speakers)}
    return named | ({item.lead: "lead"} if item.lead else {})
