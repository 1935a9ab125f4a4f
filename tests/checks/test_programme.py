import datetime as dt

import msgspec

from lohum_brief.checks.programme import findings
from lohum_brief.visit.records import Item, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def item(ident: str, hour: int, minutes: int, *groups: str) -> Item:
    start = dt.datetime(2025, 7, 8, hour)  # noqa: DTZ001 local time
    return Item(
        id=ident,
        audience="guest",
        title=Text(en=ident),
        start=start,
        minutes=minutes,
        groups=groups,
    )


def found(*items: Item) -> list[tuple[str, str, str]]:
    visit = Visit([Particulars(id="visit", audience="public", title=Text(en="Visit")), *items])
    return [(f.severity, f.record, f.field) for f in findings(visit)]


def test_nobody_is_in_two_places_at_once() -> None:
    assert found(item("b", 11, 60), item("a", 10, 60)) == []
    assert found(item("b", 11, 60), item("a", 10, 75)) == [("warning", "b", "start")]
    assert found(item("b", 11, 60, "g1"), item("a", 10, 75, "g2")) == []
    hosts = msgspec.structs.replace(item("h", 10, 75), audience="host")
    assert found(item("b", 11, 60), hosts) == []


def test_what_others_follow_has_a_duration() -> None:
    assert found(item("a", 10, 0), item("b", 11, 60)) == [("info", "a", "minutes")]
    assert found(item("a", 10, 60), item("b", 11, 0)) == []
    assert found(item("a", 10, 0, "g1"), item("b", 11, 60, "g2")) == []


def test_who_is_named_is_in_no_other_place() -> None:
    one, other = (
        msgspec.structs.replace(item(ident, 10, 60), people=people)
        for ident, people in (("a", ("p1",)), ("b", ("p2",)))
    )
    assert found(one, other) == []
    both = msgspec.structs.replace(other, people=("p2", "p1"))
    assert found(one, both) == [("warning", "b", "start")]
    assert found(one, item("c", 10, 60, "g1")) == []
    assert found(one, item("c", 10, 60)) == [("warning", "c", "start")]
