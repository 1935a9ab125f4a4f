"""Organisations and groups that a list brings are no wider than the rows that name them."""

import datetime as dt

import msgspec
import pytest

from lohum_brief.exchange.readership import told
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Group, Item, Organisation, Person
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed

_HEADING = "Name|Designation|Organisation|Group|Remarks"


@pytest.fixture
def visit(visit: Visit) -> Visit:
    """The visit with a day."""
    day = dt.date(2026, 12, 2)
    own = msgspec.structs.replace(visit.particulars, start=day, end=day)
    return Visit([own, *(record for record in visit if record.id != "visit")])


def test_what_only_marked_rows_name_begins_as_closed_as_they_and_that_is_shown(
    visit: Visit,
) -> None:
    rows = (
        "Mr Dev Gill|Officer|Bureau of Analysis|Group X|Internal",
        "Ms Uma Das|Secretary|Ministry of Mines|Group A|",
    )
    found = typed(visit, Person, _HEADING, *rows)
    bodies = {one.name["en"]: one.audience for one in added(found, Organisation)}
    assert bodies == {"Bureau of Analysis": "host", "Ministry of Mines": "guest"}
    groups = {one.name["en"]: one.audience for one in added(found, Group)}
    assert sorted(groups.values()) == ["guest", "host"]
    shown = {one.record.id: say(one.why) for one in found.readership if one.why}
    (closed,) = [
        one for one in found.added if isinstance(one, Organisation) and one.audience != "guest"
    ]
    assert shown[closed.id] == "named only in rows that are kept from other readers"
    assert any(
        "For hosts: " in say(one) and "named only" in say(one) for one in told(found.readership)
    )


def test_one_open_member_opens_the_organisation(visit: Visit) -> None:
    rows = (
        "Mr Dev Gill|Officer|SAIL||Internal",
        "Ms Uma Das|Director|SAIL||",
        "Mr Om Jha|Clerk|SAIL||Secret",
    )
    (body,) = added(typed(visit, Person, _HEADING, *rows), Organisation)
    assert body.audience == "guest"


def test_of_closed_members_the_least_closed_counts(visit: Visit) -> None:
    rows = ("Mr Dev Gill|Officer|SAIL||Secret", "Ms Uma Das|Director|SAIL||Internal")
    (body,) = added(typed(visit, Person, _HEADING, *rows), Organisation)
    assert body.audience == "host"
    (body,) = added(typed(visit, Person, _HEADING, rows[0]), Organisation)
    assert body.audience == "principal"


def test_readers_who_do_not_read_each_others_get_no_organisation_of_both(visit: Visit) -> None:
    rows = ("Mr Dev Gill|Officer|SAIL||", "Ms Uma Das|Director|SAIL||")
    found = typed(visit, Person, _HEADING, *rows, readers={"2": "host", "3": "security"})
    assert [one.audience for one in added(found, Organisation)] == ["principal"]


def test_opening_the_only_row_opens_what_it_names_and_its_own_choice_wins(visit: Visit) -> None:
    row = "Mr Dev Gill|Officer|SAIL||Internal"
    opened = typed(visit, Person, _HEADING, row, readers={"2": "guest"})
    assert [one.audience for one in added(opened, Organisation)] == ["guest"]
    (body,) = added(typed(visit, Person, _HEADING, row), Organisation)
    chosen = typed(visit, Person, _HEADING, row, readers={body.id: "guest"})
    assert [one.audience for one in added(chosen, Organisation)] == ["guest"]
    assert [one.audience for one in added(chosen, Person)] == ["host"]
    (line,) = [one for one in chosen.readership if one.record.id == body.id]
    assert line.opened


def test_a_group_that_only_a_closed_item_names_is_closed(visit: Visit) -> None:
    rows = ("Time|Event|Group|Remarks", "10:00|Rehearsal|Ushers|Internal", "11:00|Tour|Guests A|")
    found = typed(visit, Item, *rows)
    groups = {one.name["en"]: one.audience for one in added(found, Group)}
    assert groups == {"Ushers": "host", "Guests A": "guest"}
