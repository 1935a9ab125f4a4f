"""Seats, rooms and who is needed where."""

import datetime as dt
from typing import Any

import pytest

from lohum_brief.checks.arrangements import findings
from lohum_brief.language.interface import say
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import (
    AnyRecord,
    Group,
    Item,
    NamePart,
    Particulars,
    Person,
    Place,
    Vehicle,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

PEOPLE = [
    Person(
        id=f"p{at}", audience="guest", family=NamePart(en=f"P{at}"), group="g" if at < 3 else None
    )
    for at in range(5)
]


def item(ident: str, hour: int, **more: Any) -> Item:
    start = dt.datetime(2025, 7, 8, hour)  # noqa: DTZ001 - local time of the place
    return Item(id=ident, audience="guest", title=Text(en=ident), start=start, minutes=60, **more)


def found(*records: AnyRecord) -> list[tuple[str, str, str]]:
    own = Particulars(id="visit", audience="public", title=Text(en="Visit"))
    group = Group(id="g", audience="guest", name=Text(en="G"))
    visit = Visit([own, group, *PEOPLE, *records])
    return [(one.record, one.field, say(one.message)) for one in findings(visit)]


@pytest.mark.parametrize(
    ("seats", "passengers", "full"),
    [(3, (), False), (2, (), True), (4, ("p3", "p4"), True), (5, ("p3", "p4"), False),
     (3, ("p0", "p1"), False), (None, ("p3", "p4"), False), (3, ("gone",), False)],
)  # fmt: skip
def test_nobody_is_without_a_seat(
    seats: int | None, passengers: tuple[str, ...], *, full: bool
) -> None:
    car = Vehicle(
        id="car",
        audience="guest",
        name=Text(en="Car"),
        seats=seats,
        groups=("g",),
        passengers=passengers,
    )
    assert bool(found(car)) == full


def test_a_driver_takes_no_seat_of_the_passengers() -> None:
    car = Vehicle(
        id="car", audience="guest", name=Text(en="Car"), seats=2, groups=("g",), driver="p0"
    )
    assert found(car) == []


def test_a_room_holds_those_who_take_part() -> None:
    room = Place(id="room", audience="guest", name=Text(en="Room"), capacity=3)
    assert found(room, item("tea", 10, where="room", groups=("g",))) == []
    assert found(room, item("tea", 10, where="room", groups=("g",), people=("p3", "p0"))) == [
        ("tea", "where", "4 people take part, and “Room” holds 3.")
    ]
    assert found(room, item("tea", 10, where="room")) == []


def test_who_speaks_or_interprets_is_in_one_place_at_a_time() -> None:
    first = item("a", 10, groups=("g",), interpreters=("p3",), lead="p4")
    assert found(first, item("b", 11, interpreters=("p3",), speakers=("p4",))) == []
    late = item("c", 10, people=("p0",), interpreters=("p2", "p3"), speakers=("p4",))
    assert found(first, late) == [
        ("c", "interpreters.1", "P3 is needed at the same time at “10:00 a”."),
        ("c", "speakers.0", "P4 is needed at the same time at “10:00 a”."),
    ]


def test_the_sample_has_seats_rooms_and_people_enough() -> None:
    assert list(findings(sample_visit())) == []
