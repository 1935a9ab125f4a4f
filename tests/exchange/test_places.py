"""The venue of an imported programme is what is printed, whatever place the item named before."""

import datetime as dt

import msgspec
import pytest

from lohum_brief.exchange.preview import Preview, as_edit
from lohum_brief.visit.edit import apply
from lohum_brief.visit.places import called
from lohum_brief.visit.records import Item, Place
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import typed

_DAY = dt.date(2026, 12, 2)


@pytest.fixture
def visit(visit: Visit) -> Visit:
    """The visit with a lunch in a room of its list."""
    own = msgspec.structs.replace(visit.particulars, start=_DAY, end=_DAY)
    return Visit(
        [
            own,
            *(record for record in visit if record.id != "visit"),
            Place(id="place:canteen", audience="guest", name=Text(en="Canteen", ja="食堂")),
            Item(
                id="item:lunch",
                audience="guest",
                title=Text(en="Lunch"),
                start=dt.datetime.combine(_DAY, dt.time(13)),
                where="place:canteen",
            ),
        ]
    )


def _lunch(visit: Visit, venue: str) -> Preview:
    return typed(visit, Item, "Time|Activity|Venue", f"13:00|Lunch|{venue}")


def test_another_venue_takes_the_place_of_the_one_that_was_named_and_that_is_shown(
    visit: Visit,
) -> None:
    found = _lunch(visit, "Hotel Taj Roof Garden")
    (changed,) = found.changed
    assert [(one.field, one.old, one.new) for one in changed.fields] == [
        ("place.en", "", "Hotel Taj Roof Garden"),
        ("where", "place:canteen", ""),
    ]
    after = apply(visit, as_edit(visit, found, "list.csv"))
    lunch = after.get(Item, "item:lunch")
    assert lunch is not None
    assert called(lunch, after).place["en"] == "Hotel Taj Roof Garden"
    assert not _lunch(after, "Hotel Taj Roof Garden").changed


@pytest.mark.parametrize("venue", ["Canteen", "CANTEEN", "食堂", ""])
def test_its_own_name_or_none_leaves_the_place_as_it_is(visit: Visit, venue: str) -> None:
    assert not _lunch(visit, venue).changed


def test_of_names_in_two_languages_one_that_differs_counts(visit: Visit) -> None:
    found = typed(
        visit, Item, "Time|Activity|Venue (English)|Venue (Japanese)", "13:00|Lunch|Canteen|別館"
    )
    (changed,) = found.changed
    assert ("where", "place:canteen", "") in changed.fields


def test_a_place_that_is_not_in_the_visit_any_more_gives_way_too(visit: Visit) -> None:
    bare = Visit([record for record in visit if record.id != "place:canteen"])
    (changed,) = _lunch(bare, "Canteen").changed
    assert ("where", "place:canteen", "") in changed.fields
