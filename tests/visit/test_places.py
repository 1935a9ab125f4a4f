"""An item of the programme is at the place that it names."""

import datetime as dt

from lohum_brief.packs.admit import admit
from lohum_brief.visit.places import called
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import Item, Particulars, Place
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

HALL = Text(en="Hall", ja="ホール")
TYPED = Text(en="Somewhere", ja="どこか")


def visit(audience: Audience, name: Text = HALL) -> Visit:
    item = Item(
        id="tea",
        audience="public",
        title=Text(en="Tea"),
        start=dt.datetime(2025, 7, 8, 10),  # noqa: DTZ001 - local time of the place
        place=TYPED,
        where="hall",
    )
    return Visit(
        [
            Particulars(id="visit", audience="public", title=Text(en="Visit")),
            Place(id="hall", audience=audience, name=name),
            item,
        ]
    )


def place_for(found: Visit, audience: Audience) -> Text:
    [item] = admit(found, audience).of(Item)
    return item.place


def test_the_name_of_its_place_is_printed_where_it_may_be_read() -> None:
    assert place_for(visit("guest"), "guest") == HALL
    assert place_for(visit("guest"), "principal") == HALL
    assert place_for(visit("host"), "guest") == TYPED


def test_a_place_that_is_gone_or_has_no_name_changes_nothing() -> None:
    found = visit("guest", Text())
    [item] = found.of(Item)
    assert called(item, found) is item
    alone = Visit([record for record in found if not isinstance(record, Place)])
    assert called(item, alone) is item
