"""Whoever is added by hand begins with the audience and on the side where he belongs, in every place."""

import pytest
from PySide6.QtWidgets import QComboBox

from lohum_brief.visit.audiences import begins
from lohum_brief.visit.figures import COUNTED
from lohum_brief.visit.records import Item, Note, Observation, Paragraph, Person, Record, Section
from lohum_brief.window.fields.choosing import ChoiceEditor
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.places import PLACES
from lohum_brief.window.timetable.programme import Programme
from tests.window.conftest import go


def browser(window: VisitWindow, key: str, kind: type[Record] | None = None) -> Browser:
    go(window, key)
    shown = window.shown
    assert isinstance(shown, Browser)
    if kind is not None:
        shown.tabs.setCurrentIndex(shown.place.kinds.index(kind))
    return shown


def added(window: VisitWindow, key: str, kind: type[Record] | None = None) -> Record:
    before = set(window.session.visit.by_id)
    browser(window, key, kind).add()
    [ident] = set(window.session.visit.by_id) - before
    return window.session.visit.by_id[ident]


CASES = [
    (place.key, kind)
    for place in PLACES
    if place.key not in ("overview", "programme", "packs")
    for kind in place.kinds
    if kind is not Observation
]


@pytest.mark.parametrize(("key", "kind"), CASES, ids=[kind.__name__ for _, kind in CASES])
def test_a_record_begins_with_the_audience_of_its_kind_whatever_its_neighbour_has(
    window: VisitWindow, key: str, kind: type[Record]
) -> None:
    made = added(window, key, kind)
    assert made.audience == begins(kind, made.sort if isinstance(made, Note) else None)


def test_what_is_part_of_something_closed_begins_as_closed(window: VisitWindow) -> None:
    window.session.set_field("sec:prose", "audience", "principal")
    assert isinstance(added(window, "texts", Paragraph), Paragraph)
    made = window.session.visit.of(Paragraph)
    assert [one.audience for one in made if one.id.startswith("paragraph:")] == ["principal"]


def choose(window: VisitWindow, key: str, field: str, word: str, kind: type[Record] | None = None) -> None:
    box = browser(window, key, kind).choosers.boxes[field]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(word))
    box.activated.emit(box.currentIndex())


def test_a_note_added_among_red_lines_is_one_and_the_principals(window: VisitWindow) -> None:
    choose(window, "partnership", "sort", "red_line", Note)
    made = added(window, "partnership", Note)
    assert isinstance(made, Note)
    assert (made.sort, made.audience) == ("red_line", "principal")


def test_a_list_of_what_guests_read_makes_no_note_for_guests(window: VisitWindow) -> None:
    choose(window, "partnership", "audience", "guest", Note)
    assert added(window, "partnership", Note).audience == "host"


def test_a_note_that_becomes_a_red_line_is_lifted_in_sight_and_by_one_undo_back(window: VisitWindow) -> None:
    window.open_record("n1")
    shown = window.shown
    assert isinstance(shown, Browser)
    sort, audience = shown.form.editors["sort"], shown.form.editors["audience"]
    assert isinstance(sort, ChoiceEditor)
    assert isinstance(audience, ChoiceEditor)
    assert audience.currentData() == "guest"
    sort.setCurrentIndex(sort.findData("red_line"))
    sort.activated.emit(sort.currentIndex())
    assert audience.currentData() == "host"
    model = audience.model()
    enabled = [bool(model.flags(model.index(row, 0)).value & 32) for row in range(model.rowCount())]
    assert enabled == [False, False, True, True]
    window.session.undo()
    assert audience.currentData() == "guest"


def counts(window: VisitWindow) -> dict[str, int]:
    return {name: COUNTED[name][1](window.session.visit) for name in ("delegates", "guests", "hosts")}


def test_who_is_added_among_the_hosts_is_a_host_from_the_first_moment(window: VisitWindow) -> None:
    before = counts(window)
    choose(window, "people", "side", "host", Person)
    made = added(window, "people", Person)
    assert isinstance(made, Person)
    assert made.side == "host"
    assert counts(window) == before | {"hosts": before["hosts"] + 1}


def test_who_is_added_below_a_host_is_a_host_and_below_a_guest_a_guest(window: VisitWindow) -> None:
    for ident, side in (("per2", "host"), ("per1", "guest")):
        window.open_record(ident)
        made = added(window, "people", Person)
        assert isinstance(made, Person)
        assert made.side == side


def test_what_is_looked_for_among_hosts_makes_a_host(window: VisitWindow) -> None:
    shown = browser(window, "people", Person)
    shown.search.setText("host")
    made = added(window, "people", Person)
    assert isinstance(made, Person)
    assert made.side == "host"


def test_an_item_is_for_guests_also_below_one_for_hosts(window: VisitWindow) -> None:
    window.open_record("i2")
    shown = window.shown
    assert isinstance(shown, Programme)
    before = set(window.session.visit.by_id)
    shown.add()
    [ident] = set(window.session.visit.by_id) - before
    made = window.session.visit.by_id[ident]
    assert isinstance(made, Item)
    assert made.audience == "guest"
    assert not isinstance(made, Section)
