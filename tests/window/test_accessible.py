"""Everything can be reached by keyboard, says what it is, and can be read."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lohum_brief.visit.records import Person
from lohum_brief.window import commands, speaking, theme
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.places import PLACES
from lohum_brief.window.review.earlier import EarlierStates
from lohum_brief.window.review.reason import ReasonDialog
from lohum_brief.window.search.finder import Finder
from tests.window.conftest import go


def nameless(root: QWidget) -> list[str]:
    """The widgets that Tab stops at and of which a screen reader would say nothing."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if (
            not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            or not widget.isVisible()
            or not widget.isEnabled()
        ):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            above = widget.parentWidget()
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(above).__name__}")
    return found


@pytest.mark.parametrize("place", [place.key for place in PLACES])
def test_every_stop_of_tab_has_a_name(window: VisitWindow, place: str) -> None:
    go(window, place)
    shown = window.shown
    tabs = shown.tabs.count() if isinstance(shown, Browser) else 1
    for at in range(tabs):
        if isinstance(shown, Browser):
            shown.tabs.setCurrentIndex(at)
        assert nameless(window) == []


def test_every_stop_of_tab_in_dialogs_has_a_name(window: VisitWindow) -> None:
    for dialog in (
        EarlierStates(window, window.session),
        ReasonDialog(window, "What", 2, []),
    ):
        dialog.show()
        assert nameless(dialog) == []
        dialog.close()
    commands.find_anything(window)
    assert nameless(window) == []


def unnamed_choices(root: QWidget) -> list[str]:
    """The choices whose field a screen reader would not say: on Linux their name is what is chosen."""
    found = []
    for box in root.findChildren(QComboBox):
        told = QAccessible.queryAccessibleInterface(box)
        named = [
            other.object()
            for other, how in told.relations()
            if how & QAccessible.RelationFlag.Label
        ]
        if box.isVisible() and not named and not told.text(QAccessible.Text.Description):
            found.append(f"{box.currentText()} in {type(box.parentWidget()).__name__}")
    return found


@pytest.mark.parametrize("place", [place.key for place in PLACES])
def test_every_choice_says_what_is_chosen(window: VisitWindow, place: str) -> None:
    go(window, place)
    shown = window.shown
    for at in range(shown.tabs.count() if isinstance(shown, Browser) else 1):
        if isinstance(shown, Browser):
            shown.tabs.setCurrentIndex(at)
            assert shown.form.editors is not None
        assert unnamed_choices(window) == []


def test_f6_walks_through_the_parts_and_each_remembers_where_it_was(
    window: VisitWindow, qtbot: QtBot
) -> None:
    window.open_record(window.session.visit.of(Person)[0].id)
    people = window.shown
    assert isinstance(people, Browser)
    window.panels.show_part("findings", shown=False)
    people.table.setFocus()
    window.places.setFocus()
    parts = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        parts.append(window.focusWidget())
    assert parts == [people.table, window.preview.pages, window.places], (
        "what is hidden is left out"
    )
    qtbot.keyClick(people.table, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is window.preview.pages
    assert people.form.editors
    line = people.form.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is line


def test_the_keys_of_a_place_take_the_keyboard_there(window: VisitWindow, qtbot: QtBot) -> None:
    window.preview.pages.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    shown = window.shown
    assert isinstance(shown, Browser)
    assert shown.table.hasFocus()
    window.places.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.shown, Browser)
    assert window.shown.table.hasFocus(), "also from the list of places, where a window begins"


def test_what_changes_away_from_the_keyboard_is_announced(
    window: VisitWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    class Told:
        isActive = staticmethod(lambda: True)  # noqa: N815 - Qt's name
        updateAccessibility = staticmethod(lambda event: said.append(event.message()))  # noqa: N815 - Qt's name

    monkeypatch.setattr(speaking, "QAccessible", Told)
    person = window.session.visit.of(Person)[0]
    window.session.set_field(person.id, "post.en", "Another post")
    commands.undo(window)
    assert said[-1].startswith("Undo “")
    count = len(said)
    commands.undo(window)
    assert len(said) == count, "nothing was undone"
    commands.find_anything(window)
    finder = window.findChild(Finder)
    assert finder is not None
    qtbot.waitUntil(lambda: not finder.indexing)
    qtbot.keyClicks(finder.line, "mihon")
    assert said[-1].startswith("MIHON Taro")


def test_no_two_commands_share_a_shortcut(window: VisitWindow) -> None:
    everywhere: dict[str, str] = {}
    for place in PLACES:
        go(window, place.key)
    within: list[tuple[str, str]] = []
    for action in window.findChildren(QAction):
        for keys in action.shortcuts():
            _note(keys, action.text(), action.shortcutContext(), everywhere, within)
    for shortcut in window.findChildren(QShortcut):
        _note(shortcut.key(), "shortcut", shortcut.context(), everywhere, within)
    assert [keys for keys, _ in within if keys in everywhere] == []
    assert len(everywhere) > 20


def _note(
    keys: QKeySequence,
    name: str,
    context: Qt.ShortcutContext,
    everywhere: dict[str, str],
    within: list[tuple[str, str]],
) -> None:
    written = keys.toString(QKeySequence.SequenceFormat.PortableText)
    if not written:
        return
    if context in (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut):
        assert everywhere.get(written, name) == name, f"{written}: {name}, {everywhere[written]}"
        everywhere[written] = name
    else:
        within.append((written, name))


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_ground_it_stands_on(colours: theme.Theme) -> None:
    grounds = (colours.ground, colours.surface, colours.selected)
    pairs = [
        *product(
            (colours.text, colours.quiet, colours.accent, colours.good, colours.warn, colours.bad),
            grounds,
        ),
        *product((colours.text, colours.quiet), (colours.sunken,)),
        (colours.on_accent, colours.accent),
        (colours.good, colours.good_ground),
        (colours.warn, colours.warn_ground),
        (colours.bad, colours.bad_ground),
    ]
    assert [(ink, ground) for ink, ground in pairs if contrast(ink, ground) < 4.5] == []


def contrast(one: str, other: str) -> float:
    """By WCAG 2: from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(name: str) -> float:
    parts: list[float] = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in QColor(name).getRgbF()[:3]  # type: ignore[index]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
