"""Whoever is added by hand begins with the audience and on the side where he belongs, in every
place.
"""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import Lang
from lohum_brief.store.locate import store_at
from lohum_brief.visit import several
from lohum_brief.visit.audiences import begins
from lohum_brief.visit.figures import COUNTED
from lohum_brief.visit.records import (
    Chart,
    Item,
    Note,
    Observation,
    Organisation,
    Paragraph,
    Particulars,
    Person,
    Record,
    Section,
    Series,
    Table,
)
from lohum_brief.visit.sides import side
from lohum_brief.visit.visit import Visit
from lohum_brief.window.application import Application
from lohum_brief.window.fields.choosing import ChoiceEditor
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.packs.packs_place import PacksPlace
from lohum_brief.window.places import PLACES
from lohum_brief.window.timetable.programme import Programme
from tests.packs.conftest import small
from tests.window.conftest import LONG, go


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


def choose(
    window: VisitWindow, key: str, field: str, word: str, kind: type[Record] | None = None
) -> None:
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


def test_a_note_that_becomes_a_red_line_is_lifted_in_sight_and_by_one_undo_back(
    window: VisitWindow,
) -> None:
    window.open_record("n1")
    shown = window.shown
    assert isinstance(shown, Browser)
    sort, audience = shown.form.editors["sort"], shown.form.editors["audience"]
    assert isinstance(sort, ChoiceEditor)
    assert isinstance(audience, ChoiceEditor)
    assert audience.currentData() == "guest"
    sort.setCurrentIndex(sort.findData("red_line"))
    sort.activated.emit(sort.currentIndex())
    assert audience.currentData() == "principal"
    model = audience.model()
    enabled = [bool(model.flags(model.index(row, 0)).value & 32) for row in range(model.rowCount())]
    assert enabled == [False, False, True, True, False]
    said = "Changed to “For the principal”, with which the sort “Red line” begins."
    assert shown.form.fault("audience") == said
    window.session.undo()
    assert audience.currentData() == "guest"
    assert shown.form.fault("audience") == ""


def test_what_was_said_of_a_lifted_audience_goes_when_somebody_goes_on(
    window: VisitWindow, qtbot: QtBot
) -> None:
    window.open_record("n1")
    shown = window.shown
    assert isinstance(shown, Browser)
    sort = shown.form.editors["sort"]
    assert isinstance(sort, ChoiceEditor)
    window.activateWindow()
    sort.setFocus()
    chosen(sort, "red_line")
    assert shown.form.fault("audience")
    shown.form.focus_field("text.en")
    qtbot.waitUntil(lambda: shown.form.fault("audience") == "", timeout=LONG)


def red_lines(window: VisitWindow, *idents: str) -> Browser:
    for ident in idents:
        window.session.set_field(ident, "sort", "red_line")
    window.open_record(idents[0])
    shown = window.shown
    assert isinstance(shown, Browser)
    shown.table.select(list(idents))
    return shown


def chosen(box: ChoiceEditor, word: str) -> None:
    box.setCurrentIndex(box.findData(word))
    box.activated.emit(box.currentIndex())


WHY = "The audience of a record of the sort “Red line” is “For hosts” or above, never “For guests”."


def test_a_red_line_is_not_for_guests_and_its_form_says_why_and_what_is_stored(
    window: VisitWindow,
) -> None:
    form = red_lines(window, "n1").form
    box = form.editors["audience"]
    assert box.model().item(box.findData("guest")).toolTip() == WHY
    chosen(box, "guest")
    assert form.fault("audience") == WHY
    assert box.currentData() == "principal"
    window.session.set_field("n1", "audience", "principal")
    assert box.currentData() == "principal"


def test_red_lines_are_not_for_guests_in_bulk_which_says_why_in_words(
    window: VisitWindow, qtbot: QtBot
) -> None:
    window.session.commit(lambda now: several.duplicate(now, [("n1", "n9")]))
    shown = red_lines(window, "n1", "n9")
    qtbot.waitUntil(lambda: "audience" in shown.several.editors, timeout=LONG)
    box = shown.several.editors["audience"]
    item = box.model().item(box.findData("guest"))
    assert (item.isEnabled(), item.toolTip()) == (False, WHY)
    chosen(box, "guest")
    assert box.currentData() == "principal"
    assert shown.several.fault().endswith(f"· Audience: {WHY}")
    assert "n1" not in shown.several.fault()


def counts(window: VisitWindow) -> dict[str, int]:
    return {
        name: COUNTED[name][1](window.session.visit) for name in ("delegates", "guests", "hosts")
    }


def test_who_is_added_among_the_hosts_is_a_host_from_the_first_moment(window: VisitWindow) -> None:
    before = counts(window)
    choose(window, "people", "side", "host", Person)
    made = added(window, "people", Person)
    assert isinstance(made, Person)
    assert made.side == "host"
    assert counts(window) == before | {"hosts": before["hosts"] + 1}


def test_who_is_added_below_a_host_is_a_host_and_below_a_guest_a_guest(window: VisitWindow) -> None:
    for ident, stands in (("per2", "host"), ("per1", "guest")):
        window.open_record(ident)
        made = added(window, "people", Person)
        assert isinstance(made, Person)
        assert side(made, window.session.visit) == stands


def test_what_is_looked_for_among_hosts_makes_a_host(window: VisitWindow) -> None:
    shown = browser(window, "people", Person)
    shown.search.setText("host")
    made = added(window, "people", Person)
    assert isinstance(made, Person)
    assert made.side == "host"


@pytest.mark.parametrize(
    ("country", "zone", "own"),
    [("IN", "Asia/Tokyo", "hi"), ("JP", "Asia/Kolkata", "ja"), ("AU", "Asia/Kolkata", "en"),
     ("", "Asia/Kolkata", "hi"), ("", "Asia/Tokyo", "ja"), ("", "Europe/London", "en")],
)  # fmt: skip
def test_a_host_s_own_script_is_that_of_the_country(
    window: VisitWindow, country: str, zone: str, own: str
) -> None:
    visit = window.session.visit
    window.session.set_field(visit.of(Organisation)[0].id, "country", country)
    window.session.set_field(visit.particulars.id, "host", visit.of(Organisation)[0].id)
    window.session.set_field(visit.particulars.id, "place_zone", zone)
    window.open_record("per1")
    choose(window, "people", "side", "host", Person)
    browser(window, "people").table.clearSelection()
    for one in window.session.visit.of(Person):
        if one.side == "host":
            window.session.set_field(one.id, "side", "guest")
    made = added(window, "people", Person)
    assert isinstance(made, Person)
    assert (made.side, made.native) == ("host", own)


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


ALL = [(place.key, kind) for place in PLACES if place.key != "overview" for kind in place.kinds]


def empty_window(application: Application, tmp_path: Path) -> VisitWindow | None:
    file = tmp_path / "new.lbrief"
    store_at(file).create(Visit([record for record in small() if isinstance(record, Particulars)]))
    return application.open(file)


def written_in(window: VisitWindow, ident: str, typed: str) -> str:
    """The field of a record that holds what was typed, as it stands in JSON."""
    record = msgspec.to_builtins(window.session.visit.by_id[ident])
    return next((name for name, value in record.items() if typed in str(value)), "")


_TITLED = ("Item", "Meeting", "Series", "Note", "Section", "Table", "Chart", "Source", "Pack")
_NAMED = (
    "Organisation",
    "Group",
    "Place",
    "Vehicle",
    "OwnUnit",
    "Metric",
    "Figure",
    "Mineral",
    "Term",
)
FIRST = {
    "Person": "family",
    "Statement": "text",
    "Paragraph": "text",
    "Task": "text",
    **dict.fromkeys(_TITLED, "title"),
    **dict.fromkeys(_NAMED, "name"),
}


@pytest.mark.parametrize("filled", [False, True], ids=["empty", "filled"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_keyboard_is_in_the_first_field_of_what_was_added(
    application: Application,
    tmp_path: Path,
    visit_file: Path,
    qtbot: QtBot,
    lang: Lang,
    *,
    filled: bool,
) -> None:
    application.set_language(lang)
    window = application.open(visit_file) if filled else empty_window(application, tmp_path)
    assert window is not None
    qtbot.waitUntil(lambda: window.complete, timeout=LONG)
    found = {}
    for key, kind in ALL:
        if not filled and kind in (Observation, Series, Paragraph, Table, Chart):
            continue  # it is part of another record
        go(window, key)
        shown = window.shown
        assert isinstance(shown, Browser | Programme)
        if isinstance(shown, Browser):
            shown.tabs.setCurrentIndex(shown.place.kinds.index(kind))
        before = set(window.session.visit.by_id)
        window.menus.actions_by_name["Add an entry"].trigger()
        [ident] = set(window.session.visit.by_id) - before
        field = window.focusWidget()
        assert shown.form.isAncestorOf(field), (kind, field)
        if isinstance(field, QLineEdit | QTextEdit):
            qtbot.keyClicks(field, "Zxcv")
            window.session.flushing.emit()
            found[kind.__name__] = written_in(window, ident, "Zxcv")
        else:
            assert isinstance(field, QComboBox), (kind, field)
        if not filled:  # the next list is empty too
            while ident in window.session.visit.by_id:
                window.session.undo()
    assert found == {kind: name for kind, name in FIRST.items() if kind in found}
    assert len(found) >= (12 if filled else 9)


def test_the_keyboard_is_in_the_title_of_a_pack_that_was_made_for_an_audience(
    window: VisitWindow,
) -> None:
    go(window, "packs")
    shown = window.shown
    assert isinstance(shown, PacksPlace)
    shown.add_for("guest")
    assert shown.composer.title.isAncestorOf(window.focusWidget())
