"""The keys of the window, also while somebody writes: each does what the help says, and takes
nothing.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lohum_brief.visit.records import Group, Organisation, Paragraph, Person
from lohum_brief.window import commands
from lohum_brief.window.fields.editors import LineEditor
from lohum_brief.window.main import VisitWindow
from tests.window.conftest import LONG, Open, go
from tests.window.test_window import browser, texts


def press(qtbot: QtBot, widget: QWidget, keys: str) -> None:
    combination = QKeySequence(keys)[0]  # type: ignore[index]
    qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())
    qtbot.keyClick(
        widget, Qt.Key.Key_CapsLock
    )  # Qt holds the modifiers of the last key for pressed


def text_field(window: VisitWindow) -> QWidget:
    place = browser(window, "texts")
    place.show_record("p1")
    return texts(place, "text").areas["en"]


def line_field(window: VisitWindow) -> QWidget:
    place = browser(window, "people")
    place.show_record(window.session.visit.of(Person)[0].id)
    made = place.form.editors["precedence"]
    assert isinstance(made, LineEditor)
    return made


def filter_field(window: VisitWindow) -> QWidget:
    return browser(window, "people").search


def table(window: VisitWindow) -> QWidget:
    return browser(window, "people").table


def active(window: VisitWindow, widget: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus, timeout=LONG)


@pytest.mark.parametrize("where", [text_field, line_field, filter_field, table])
def test_every_shortcut_is_the_windows_wherever_the_keyboard_is(
    where: object, window: VisitWindow, qtbot: QtBot
) -> None:
    widget = where(window)  # type: ignore[operator]
    active(window, widget, qtbot)
    done: list[str] = []
    for name, action in window.menus.actions_by_name.items():
        action.triggered.disconnect()
        action.setEnabled(True)
        action.triggered.connect(lambda _=False, name=name: done.append(name))
    expected = [
        (name, action.shortcut().toString())
        for name, action in window.menus.actions_by_name.items()
        if not action.shortcut().isEmpty()
    ]
    for _, keys in expected:
        press(qtbot, widget, keys)
    assert done == [name for name, _ in expected]
    assert len({keys for _, keys in expected}) == len(expected)


def test_deleting_a_word_never_removes_the_entry(window: VisitWindow, qtbot: QtBot) -> None:
    area = text_field(window)
    active(window, area, qtbot)
    window.session.set_field("p1", "text.en", "one two")
    area.moveCursor(QTextCursor.MoveOperation.Start)  # type: ignore[attr-defined]
    press(qtbot, area, "Ctrl+Del")
    window.session.flushing.emit()
    record = window.session.visit.get(Paragraph, "p1")
    assert record is not None
    assert record.text["en"] in ("two", " two")


def steps(window: VisitWindow) -> Iterator[str]:
    while True:
        record = window.session.visit.get(Paragraph, "p1")
        assert record is not None
        yield record.text["en"]


def test_undoing_in_a_text_goes_back_through_the_steps_of_the_visit(
    window: VisitWindow, qtbot: QtBot
) -> None:
    """What was typed, what was said of it and what was typed before it, in this order, each once."""
    area = text_field(window)
    held = steps(window)
    before = next(held)
    active(window, area, qtbot)
    area.moveCursor(QTextCursor.MoveOperation.End)  # type: ignore[attr-defined]
    qtbot.keyClicks(area, " a")
    window.session.flushing.emit()
    press(qtbot, area, "Ctrl+M")
    qtbot.keyClicks(area, " b")  # not stored yet
    press(qtbot, area, "Ctrl+Z")
    assert next(held) == f"{before} a"
    assert window.session.visit.by_id["p1"].text.state["en"] == "checked"  # type: ignore[union-attr]
    press(qtbot, area, "Ctrl+Z")
    assert window.session.visit.by_id["p1"].text.state["en"] != "checked"  # type: ignore[union-attr]
    press(qtbot, area, "Ctrl+Z")
    assert next(held) == before
    press(qtbot, area, "Ctrl+Shift+Z")
    assert next(held) == f"{before} a"


def test_undoing_in_a_line_takes_back_what_was_refused_and_else_the_step(
    window: VisitWindow, qtbot: QtBot
) -> None:
    line = line_field(window)
    assert isinstance(line, LineEditor)
    active(window, line, qtbot)
    before = line.text()
    line.selectAll()
    qtbot.keyClicks(line, "7")
    line.flush()
    qtbot.keyClicks(line, "x")
    line.flush()
    assert line.text() == "7x"
    press(qtbot, line, "Ctrl+Z")
    assert line.text() == "7"
    line.flush()
    press(qtbot, line, "Ctrl+Z")
    assert line.text() == before


def page_field(window: VisitWindow) -> QWidget:
    return window.preview.bar.number


def organisation_field(window: VisitWindow) -> QWidget:
    place = browser(window, "people")
    place.show_record(window.session.visit.of(Person)[0].id)
    box: QWidget = place.form.editors["organisation"]
    return box


@pytest.mark.parametrize("where", [filter_field, page_field, organisation_field])
def test_undoing_and_redoing_are_the_visits_in_a_line_that_holds_no_change_of_its_own(
    where: object, window: VisitWindow, qtbot: QtBot
) -> None:
    widget = where(window)  # type: ignore[operator]
    held = steps(window)
    before = next(held)
    window.session.set_field("p1", "text.en", "imported")
    active(window, widget, qtbot)
    press(qtbot, widget, "Ctrl+Z")
    assert next(held) == before
    widget = where(window)  # type: ignore[operator]
    active(window, widget, qtbot)
    press(qtbot, widget, "Ctrl+Shift+Z")
    assert next(held) == "imported"


def test_a_filter_first_takes_back_what_was_typed_into_it(
    window: VisitWindow, qtbot: QtBot
) -> None:
    line = browser(window, "people").search
    held = steps(window)
    before = next(held)
    window.session.set_field("p1", "text.en", "imported")
    active(window, line, qtbot)
    qtbot.keyClicks(line, "x")
    press(qtbot, line, "Ctrl+Z")
    assert (line.text(), next(held)) == ("", "imported")
    press(qtbot, line, "Ctrl+Z")
    assert next(held) == before


def test_undoing_shows_what_came_back(window: VisitWindow) -> None:
    place = browser(window, "people")
    kind = next(kind for kind in (Group, Organisation) if window.session.visit.of(kind))
    ident = window.session.visit.of(kind)[0].id
    place.show_record(ident)
    window.session.set_field(ident, "audience", "host")
    go(window, "texts")
    commands.undo(window)
    assert window.shown is place
    assert place.current() == ident
    go(window, "texts")
    commands.redo(window)
    assert window.shown is place


def test_typing_into_a_window_that_was_just_opened_undoes_nothing(
    window: VisitWindow, qtbot: QtBot
) -> None:
    window.session.set_field("p1", "text.en", "Something else")
    step = window.session.undo_label
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    focus = window.focusWidget()
    assert focus is window.places
    qtbot.keyClicks(focus, "a b c d")
    assert window.session.undo_label == step


def test_tab_goes_through_the_parts_as_they_lie(window: VisitWindow, qtbot: QtBot) -> None:
    """Also through a place and a form that were made after the pages."""
    qtbot.waitUntil(lambda: window.complete, timeout=LONG)
    place = browser(window, "people")
    place.show_record(window.session.visit.of(Person)[0].id)
    assert place.form.editors
    active(window, window.places, qtbot)
    lying = (window.header, window.places, place, window.preview, window.findings)
    passed: list[QWidget] = []
    within_form = False
    for _ in range(200):
        focus = window.focusWidget()
        assert focus is not None
        part = next(part for part in lying if part is focus or part.isAncestorOf(focus))
        within_form = within_form or place.form.isAncestorOf(focus)
        if not passed or passed[-1] is not part:
            passed.append(part)
        if len(passed) > 1 and part is window.places:
            break
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert within_form
    nothing_found = [part for part in passed if part is not window.findings]
    assert nothing_found == [window.places, place, window.preview, window.header, window.places]
    qtbot.keyClick(window.places, Qt.Key.Key_Tab)
    first = window.focusWidget()
    assert first is not None
    assert place.isAncestorOf(first)
    qtbot.keyClick(first, Qt.Key.Key_Backtab)
    assert window.focusWidget() is window.places


def test_enter_goes_from_the_places_into_the_one_that_is_chosen(
    window: VisitWindow, qtbot: QtBot
) -> None:
    active(window, window.places, qtbot)
    place = browser(window, "people")
    window.places.setFocus()
    qtbot.keyClick(window.places, Qt.Key.Key_Return)
    assert place.table.hasFocus()


def test_the_places_leave_no_empty_strip_beside_them(
    opened: Open, window: VisitWindow, visit_file: Path
) -> None:
    across = window.panels._across
    across.setSizes([900, 300, 300])
    window.close()
    again = opened(visit_file)
    assert again.panels._across.sizes()[0] == again.places.width() <= again.places.maximumWidth()
