"""Entries of a programme that are called alike: a normal programme comes in whole, and once only."""

import datetime as dt

import msgspec
import pytest

from lohum_brief.exchange.preview import as_edit
from lohum_brief.language.interface import say
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import Item
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed


@pytest.fixture
def visit(visit: Visit) -> Visit:
    """The visit with two days."""
    own = msgspec.structs.replace(
        visit.particulars, start=dt.date(2025, 12, 10), end=dt.date(2025, 12, 10)
    )
    return Visit([own, *(record for record in visit if record.id != "visit")])


HEAD = "Time|Event|Venue"
BREAKS = (HEAD, "10:00|Tea break|", "11:00|Tour|Plant", "15:00|Tea break|")


def times(visit: Visit) -> list[tuple[str, str]]:
    return sorted((f"{item.start:%H:%M}", item.title["en"]) for item in visit.of(Item))


def taken(visit: Visit, *rows: str) -> Visit:
    found = typed(visit, Item, *rows)
    added(found, Item)
    return apply(visit, as_edit(visit, found, "table"))


def test_the_same_title_twice_on_a_day_is_two_entries(visit: Visit) -> None:
    after = taken(visit, *BREAKS)
    assert times(after) == [("10:00", "Tea break"), ("11:00", "Tour"), ("15:00", "Tea break")]


def test_a_second_import_of_it_changes_nothing(visit: Visit) -> None:
    after = taken(visit, *BREAKS)
    again = typed(after, Item, *BREAKS)
    assert (again.added, again.changed, again.unchanged) == ((), (), 3)


def test_a_time_that_was_moved_moves_its_own_entry(visit: Visit) -> None:
    first = taken(visit, *BREAKS)
    moved = taken(first, HEAD, "10:15|Tea break|", "11:00|Tour|Plant", "15:00|Tea break|")
    assert times(moved) == [("10:15", "Tea break"), ("11:00", "Tour"), ("15:00", "Tea break")]
    assert {one.id for one in moved.of(Item)} == {one.id for one in first.of(Item)}
    both = taken(first, HEAD, "10:15|Tea break|", "11:00|Tour|Plant", "15:15|Tea break|")
    assert times(both) == [("10:15", "Tea break"), ("11:00", "Tour"), ("15:15", "Tea break")]


def test_an_entry_is_given_back_to_the_row_at_its_time(visit: Visit) -> None:
    first = taken(visit, HEAD, "15:00|Tea break|")
    (tea,) = first.of(Item)
    after = taken(first, *BREAKS)
    assert times(after) == [("10:00", "Tea break"), ("11:00", "Tour"), ("15:00", "Tea break")]
    kept = after.by_id[tea.id]
    assert isinstance(kept, Item)
    assert kept.start.hour == 15


def test_transfers_to_different_places_at_one_time_are_two(visit: Visit) -> None:
    after = taken(
        visit,
        HEAD,
        "10:00|Transfer|to the plant",
        "10:00|Transfer|to the hotel",
        "15:00|Transfer|to the hotel",
    )
    assert [one.place["en"] for one in after.of(Item)] == [
        "to the plant",
        "to the hotel",
        "to the hotel",
    ]


def test_a_row_that_is_repeated_is_one_entry_and_said(visit: Visit) -> None:
    found = typed(visit, Item, HEAD, "10:00|Tour|Plant", "10:00|Tour|Plant")
    assert len(added(found, Item)) == 1
    assert "Row 3 repeats row 2." in map(say, found.notes)
