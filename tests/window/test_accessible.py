"""Everything can be reached by keyboard, says what it is, and can be read."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from lohum_brief.window import theme
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.places import PLACES
from lohum_brief.window.program.shortcuts import ShortcutSheet
from lohum_brief.window.review.earlier import EarlierStates
from lohum_brief.window.review.reason import ReasonDialog
from tests.window.conftest import go


def nameless(root: QWidget) -> list[str]:
    """The widgets that Tab stops at and of which a screen reader would say nothing."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isVisible() or not widget.isEnabled():
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
        ShortcutSheet(window, window.menus.commands),
    ):
        dialog.show()
        assert nameless(dialog) == []
        dialog.close()
    window.find_anything()
    assert nameless(window) == []


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


def test_the_sheet_of_shortcuts_shows_every_command_by_menu_and_can_be_searched(window: VisitWindow) -> None:
    sheet = ShortcutSheet(window, window.menus.commands)
    text = sheet.text()
    for command in window.menus.commands:
        if command.keys:
            assert command.name in text
    assert all(title in text for title in ("File", "Edit", "View", "In lists", "In findings"))
    sheet.search.setText("undo")
    assert "Ctrl+Z" in sheet.text()
    assert "Ctrl+E" not in sheet.text()
    sheet.search.setText("ctrl+e")
    assert "Export pack" in sheet.text()
    sheet.search.setText("no such thing")
    assert "Nothing was found." in sheet.text()


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_ground_it_stands_on(colours: theme.Theme) -> None:
    grounds = (colours.ground, colours.surface, colours.selected)
    pairs = [
        *product((colours.text, colours.quiet, colours.accent, colours.good, colours.warn, colours.bad), grounds),
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
