"""The tables of places: columns, order, several rows at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from lohum_brief.exchange.importing import preview
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.service.messages.pages import Printed
from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Group, Note, Observation, Pack, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window.fields.ticks import TicksEditor
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.columns import columns
from lohum_brief.window.lists.records import IDS, RECORD
from lohum_brief.window.lists.widths import Want, share
from lohum_brief.window.live.printed import pages_of
from lohum_brief.window.main import VisitWindow
from tests.packs.conftest import pack, small
from tests.window.conftest import LONG, Open, go
from tests.window.test_window import browser

IDENTS = [f"group:{n}" for n in range(6)]


@pytest.fixture
def groups(opened: Open, tmp_path: Path) -> Browser:
    """The groups of a visit that has six more."""
    more = [
        Group(id=ident, audience="guest", name=Text(en=f"Team {at} of {9 - at}"))
        for at, ident in enumerate(IDENTS)
    ]
    rest = [record for record in small() if not isinstance(record, Pack | Group)]
    path = tmp_path / "groups.lbrief"
    store_at(path).create(Visit([*rest, *more, pack(sections=("sec:people",))]))
    return place(opened(path), "people", 2)


def place(window: VisitWindow, key: str, tab: int = 0) -> Browser:
    go(window, key)
    found = window.shown
    assert isinstance(found, Browser)
    found.tabs.setCurrentIndex(tab)
    return found


def rows(found: Browser) -> list[str]:
    model = found.table.model()
    return [str(model.index(row, 0).data(RECORD)) for row in range(model.rowCount())]


def order(found: Browser) -> list[str]:
    return [group.id for group in found.session.visit.of(Group)]


def test_columns_that_matter_less_step_back_and_the_first_takes_the_rest() -> None:
    wants = [Want(100, 200, 0), Want(50, 80, 2), Want(60, 60, 5)]
    assert share(wants, 400) == [260, 80, 60]
    assert sum(share(wants, 230)) == 230
    assert share(wants, 160)[2] == 0 < share(wants, 160)[1]
    assert share(wants, 120) == [120, 0, 0]
    assert share(wants, 10) == [100, 0, 0]


def test_no_table_needs_a_scroll_bar_and_no_column_is_half_there(
    window: VisitWindow, qtbot: QtBot
) -> None:
    for key in ("people", "plant", "partnership", "texts", "glossary", "sources", "packs"):
        found = place(window, key)
        for tab in range(found.tabs.count()):
            found.tabs.setCurrentIndex(tab)
            for width in (1440, 1000):
                window.resize(width, 800)
                qtbot.waitUntil(
                    lambda: found.table.horizontalScrollBar().maximum() == 0,  # noqa: B023
                    timeout=LONG,
                )
                header = found.table.horizontalHeader()
                assert not header.isSectionHidden(0)
                assert header.length() == found.table.viewport().width()


def test_who_may_read_a_note_stands_first_and_steps_back_last(window: VisitWindow) -> None:
    found = place(window, "partnership")
    found.tabs.setCurrentIndex(found.place.kinds.index(Note))
    named = [column.key for column in columns(Note)]
    assert named[1] == "audience"
    table = found.table
    for width in range(900, 160, -20):
        table.resize(width, 300)
        table.fit()
        shown = {key for at, key in enumerate(named) if not table.isColumnHidden(at)}
        assert "audience" in shown or len(shown) == 1, width
    assert len(shown) < 4, "never narrow enough to drop a column"


def test_a_column_that_somebody_wants_is_shown_and_remembered(
    groups: Browser, window: VisitWindow
) -> None:
    people = place(window, "people")
    at = next(at for at, column in enumerate(columns(Person)) if column.key == "duty")
    assert people.table.isColumnHidden(at)
    [action] = [
        action for action in people.table.columns_menu().actions() if action.text() == "Duty"
    ]
    action.trigger()
    assert not people.table.isColumnHidden(at)
    people.table.horizontalHeader().resizeSection(at, 91)
    people.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    window.rebuild()
    again = place(window, "people")
    assert again is not people
    assert again.table.columnWidth(at) == 91
    assert (
        rows(again) == [person.id for person in reversed(window.session.visit.of(Person))]
        or rows(again)[0] == "per2"
    )
    [usual] = [
        action for action in again.table.columns_menu().actions() if "Usual" in action.text()
    ]
    usual.trigger()
    assert again.table.isColumnHidden(at)
    del groups


def test_a_sorted_table_says_how_to_get_back_and_moves_nothing(groups: Browser) -> None:
    groups.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert rows(groups) == IDENTS[::-1]
    groups.table.select([IDENTS[3]])
    groups.move_selected(1)
    assert order(groups) == IDENTS
    groups.own_order.click()
    assert rows(groups) == IDENTS
    assert groups.table.selected() == [IDENTS[3]]


def test_several_rows_move_together_in_one_step(groups: Browser) -> None:
    groups.table.select([IDENTS[1], IDENTS[3]])
    groups.move_selected(-1)
    assert order(groups) == [IDENTS[at] for at in (1, 3, 0, 2, 4, 5)]
    assert groups.table.selected() == [IDENTS[1], IDENTS[3]]
    groups.session.undo()
    assert order(groups) == IDENTS
    groups.table.select(IDENTS[:2])
    groups.move_selected(1)
    assert order(groups) == [IDENTS[at] for at in (2, 0, 1, 3, 4, 5)]
    groups.table.select([IDENTS[5]])
    groups.move_selected(1)
    assert order(groups)[-1] == IDENTS[5]


def test_dropped_rows_stand_where_the_line_was(groups: Browser) -> None:
    table = groups.table
    data = QMimeData()
    data.setData(IDS, "\n".join(IDENTS[4:]).encode())
    rect = table.visualRect(table.model().index(1, 0))
    for y, expected in ((rect.top() + 2, [0, 4, 5, 1, 2, 3]), (10_000, [0, 1, 2, 3, 4, 5])):
        event = QDropEvent(
            QPointF(30, y),
            Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        table.drop(event)
        assert order(groups) == [IDENTS[at] for at in expected]


def test_a_field_is_set_for_all_that_are_selected_and_undone_at_once(
    groups: Browser, qtbot: QtBot
) -> None:
    groups.session.set_field(IDENTS[1], "audience", "host")
    groups.table.select(IDENTS[:3])
    qtbot.waitUntil(groups.several.isVisible, timeout=LONG)
    box = groups.several.editors["audience"]
    assert isinstance(box, QComboBox)
    assert box.currentIndex() == -1, "they differ"
    box.setCurrentIndex(box.findData("principal"))
    box.activated.emit(box.currentIndex())
    assert [group.audience for group in groups.session.visit.of(Group)] == ["principal"] * 3 + [
        "guest"
    ] * 3
    state = groups.several.states["en"]
    state.setCurrentIndex(state.findData("approved"))
    state.activated.emit(state.currentIndex())
    assert [group.name.state["en"] for group in groups.session.visit.of(Group)] == [
        "approved"
    ] * 3 + ["draft"] * 3
    groups.session.undo()
    groups.session.undo()
    assert [group.audience for group in groups.session.visit.of(Group)] == ["guest", "host"] + [
        "guest"
    ] * 4


def test_several_are_removed_or_copied_in_one_step(groups: Browser) -> None:
    groups.table.select([IDENTS[0], IDENTS[2]])
    groups.remove()
    assert order(groups) == [IDENTS[at] for at in (1, 3, 4, 5)]
    groups.session.undo()
    groups.table.select(IDENTS[:2])
    groups.duplicate()
    assert len(order(groups)) == 8
    assert order(groups)[0::2][:2] == IDENTS[:2]
    names = [group.name["en"] for group in groups.session.visit.of(Group)]
    assert names[:4] == ["Team 0 of 9"] * 2 + ["Team 1 of 8"] * 2
    assert groups.table.selected() == [order(groups)[1], order(groups)[3]]
    groups.session.undo()
    assert order(groups) == IDENTS


def test_what_is_copied_is_read_back_as_it_was(groups: Browser, window: VisitWindow) -> None:
    people = place(window, "people")
    people.table.selectAll()
    people.copy()
    text = QGuiApplication.clipboard().text()
    assert "\t" in text.partition("\n")[0]
    found = preview(window.session.visit, Person, read_pasted(text.encode()))
    assert found.empty
    assert found.unchanged == len(window.session.visit.of(Person))
    assert not found.unread
    del groups


def test_typing_goes_to_the_row_that_is_called_so(groups: Browser, qtbot: QtBot) -> None:
    groups.table.setFocus()
    qtbot.keyClicks(groups.table, "team 4")
    assert groups.current() == IDENTS[4]


def test_enter_goes_into_the_form_and_escape_comes_back(groups: Browser, qtbot: QtBot) -> None:
    window = groups.window()
    with qtbot.waitActive(window, timeout=LONG):
        window.activateWindow()
    groups.table.setFocus()
    qtbot.keyClick(groups.table, Qt.Key.Key_Return)
    inner = window.focusWidget()
    assert inner is not None
    assert groups.form.isAncestorOf(inner)
    qtbot.keyClick(inner, Qt.Key.Key_Escape)
    assert window.focusWidget() is groups.table


def test_the_filter_keeps_what_was_selected(groups: Browser, qtbot: QtBot) -> None:
    groups.table.select([IDENTS[2]])
    groups.search.setText("team")
    qtbot.waitUntil(
        lambda: groups.table.records is not None and groups.table.records.settled, timeout=LONG
    )
    assert groups.table.selected() == [IDENTS[2]]
    groups.search.setText("of 9")
    assert rows(groups) == [IDENTS[0]]
    groups.search.clear()
    assert rows(groups) == IDENTS


def test_the_pages_of_a_record_are_said_in_runs() -> None:
    places = [Printed("a", page, 0, 9) for page in (5, 11, 12, 13, 5)] + [
        Printed("b", 1, 0, 9),
        Printed("b", 2, 0, 9),
    ]
    assert pages_of(places) == {"a": (6, "6, 12–14"), "b": (2, "2, 3")}


def test_a_table_says_where_its_records_print(window: VisitWindow) -> None:
    found = place(window, "people")
    at = next(at for at, column in enumerate(columns(Person)) if column.key == "pages")
    model = found.table.model()
    pages = [window.preview.pages.printed[ident] for ident in rows(found)]
    assert pages[0]
    assert [model.index(row, at).data() for row in range(model.rowCount())] == [
        str(own[0]) for own in pages
    ]


def test_notes_are_narrowed_to_a_kind_and_found_all_the_same(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "sample.lbrief"
    store_at(path).create(sample_visit())
    window = opened(path)
    notes = place(window, "partnership")
    every = window.session.visit.of(Note)
    box = notes.choosers.boxes["sort"]
    box.setCurrentIndex(box.findData("agreement"))
    box.activated.emit(box.currentIndex())
    assert rows(notes) == [note.id for note in every if note.sort == "agreement"]
    audience = notes.choosers.boxes["audience"]
    audience.setCurrentIndex(audience.findData("host"))
    audience.activated.emit(audience.currentIndex())
    assert rows(notes) == [
        note.id for note in every if note.sort == "agreement" and note.audience == "host"
    ]
    ask = next(note for note in every if note.sort == "ask")
    notes.show_record(ask.id)
    assert notes.current() == ask.id
    assert len(rows(notes)) == len(every)


def test_a_metric_stands_on_the_pages_where_its_values_do(
    window: VisitWindow, qtbot: QtBot
) -> None:
    found = place(window, "plant")
    qtbot.waitUntil(lambda: window.preview.pages.count > 0, timeout=LONG)
    reading = next(one for one in window.session.visit.of(Observation) if one.metric == "m1")
    printed = window.preview.pages.printed
    assert printed["m1"] == printed[reading.id]
    found.show_record("m1")
    assert window.preview.pages.marked
    assert {mark.record for mark in window.preview.pages.marked} == {"m1"}


def test_the_wheel_sets_nothing_for_the_selected_rows(groups: Browser, window: VisitWindow) -> None:
    groups.table.select([record.id for record in window.session.visit.of(groups.kind)])
    groups._show_selected()
    before = window.session.visit
    for box in groups.several.states.values():
        QApplication.sendEvent(box, wheel(box))
    assert window.session.visit is before


def wheel(box: QWidget) -> QWheelEvent:
    centre = QPointF(box.rect().center())
    return QWheelEvent(
        centre, box.mapToGlobal(centre), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_no_mark_of_who_may_read_is_cut(
    lang: Lang, opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    """Red lines stand behind the first forty notes, and have the widest mark."""
    path = tmp_path / "sample.lbrief"
    store_at(path).create(sample_visit())
    window = opened(path)
    window.application.set_language(lang)
    found = place(window, "partnership")
    found.tabs.setCurrentIndex(found.place.kinds.index(Note))
    table, at = found.table, [column.key for column in columns(Note)].index("audience")
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    model = table.model()
    needed = max(
        table.itemDelegate().sizeHint(option, model.index(row, at)).width()
        for row in range(model.rowCount())
    )
    qtbot.waitUntil(lambda: not table.isColumnHidden(at), timeout=LONG)
    assert table.columnWidth(at) >= needed


def test_a_tick_that_only_some_have_is_partly_there_until_somebody_touches_it(
    window: VisitWindow, qtbot: QtBot
) -> None:
    people = window.session.visit.of(Person)[:2]
    window.session.set_field(people[0].id, "allergies", ["nuts", "milk"])
    window.session.set_field(people[1].id, "allergies", ["milk", "egg"])
    found = browser(window, "people")
    found.table.selectAll()
    qtbot.waitUntil(found.several.isVisible, timeout=LONG)
    ticks = found.several.editors["allergies"]
    assert isinstance(ticks, TicksEditor)
    state = Qt.CheckState
    shown = {word: box.checkState() for word, box in ticks.boxes.items()}
    assert (shown["nuts"], shown["egg"]) == (state.PartiallyChecked, state.PartiallyChecked)
    alike = state.Checked if len(window.session.visit.of(Person)) == 2 else state.PartiallyChecked
    assert shown["milk"] == alike
    before = len(window.session.edits(99))
    ticks.boxes["nuts"].click()
    assert not found.several.fault()
    assert len(window.session.edits(99)) == before + 1, "one step for all of them"
    held = [set(one.allergies) for one in window.session.visit.of(Person)]
    assert all("nuts" in one for one in held)
    assert held[0] == {"nuts", "milk"}, "what was not touched is each one's own"
    assert held[1] == {"nuts", "milk", "egg"}
    assert ticks.boxes["egg"].checkState() == state.PartiallyChecked
    ticks.boxes["nuts"].click()
    assert not any("nuts" in one.allergies for one in window.session.visit.of(Person))
