"""The commands of the window, one a line: what it is called, what it does, its keys.

A line added here is in the menus, in the sheet of shortcuts and in what Ctrl+K finds.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from lohum_brief.language.catalogue import interface, phrase, say
from lohum_brief.language.codes import LANGS
from lohum_brief.window import carrying, exporting, labels, opening, preferences
from lohum_brief.window.area import TextArea
from lohum_brief.window.browser import Browser
from lohum_brief.window.menus import Menus, add_choices, add_toggle
from lohum_brief.window.places import PLACES
from lohum_brief.window.programme import Programme
from lohum_brief.window.shortcuts import ShortcutSheet
from lohum_brief.window.texts import CHECK_KEYS
from lohum_brief.window.theme import icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from lohum_brief.release.messages import Rendered
    from lohum_brief.window.main import VisitWindow

_SCALES: Final = (80, 90, 100, 110, 125, 150, 175, 200)

UNDO: Final = phrase("Undo")
REDO: Final = phrase("Redo")


class Line(NamedTuple):
    """A command of the window. One that `writes` is off where the visit can only be read."""

    name: str
    act: "Callable[[VisitWindow], object]"
    keys: str = ""
    writes: bool = False


def _in_list(act: Callable[[Browser | Programme], object]) -> "Callable[[VisitWindow], object]":
    return lambda window: act(window.shown) if isinstance(window.shown, Browser | Programme) else None


def _in_browser(act: Callable[[Browser], object]) -> "Callable[[VisitWindow], object]":
    return lambda window: act(window.shown) if isinstance(window.shown, Browser) else None


def _in_programme(act: Callable[[Programme], object]) -> "Callable[[VisitWindow], object]":
    return lambda window: act(window.shown) if isinstance(window.shown, Programme) else None


def _confirm(window: "VisitWindow") -> None:
    area = window.focusWidget()
    if isinstance(area, TextArea):
        area.confirmed.emit()


def _shortcuts(window: "VisitWindow") -> None:
    ShortcutSheet(window, window.menus.commands).exec()


def _about(window: "VisitWindow") -> None:
    from lohum_brief.window.about import About

    About(window).exec()


def _print(window: "VisitWindow") -> None:
    window.session.flushing.emit()
    window.preview.when_current(lambda found: _print_now(window, found))


def _print_now(window: "VisitWindow", found: "Rendered") -> None:
    from lohum_brief.window.printing import print_pages  # what belongs to printing is not loaded before

    print_pages(window, found)


_FILE: Final = (
    (
        Line(phrase("New visit…"), lambda window: opening.new(window.application, window), "Ctrl+N"),
        Line(phrase("Open…"), lambda window: opening.choose(window.application, window), "Ctrl+O"),
        Line(phrase("Open the sample"), lambda window: opening.sample(window.application, window)),
        Line(phrase("Visits opened last"), lambda window: window.application.start(), "Ctrl+Shift+O"),
    ),
    (
        Line(phrase("Import a table…"), carrying.import_file, "Ctrl+I", writes=True),
        Line(phrase("Save this table as…"), carrying.save_table),
    ),
    (
        Line(phrase("Save a copy as…"), lambda window: window.save_copy(), "Ctrl+Shift+S"),
        Line(phrase("Earlier states…"), lambda window: window.earlier_states(), "Ctrl+Shift+H"),
        Line(phrase("Export pack…"), exporting.export_shown, "Ctrl+E"),
        Line(phrase("Export all packs…"), exporting.export_all, "Ctrl+Shift+E"),
        Line(phrase("Print…"), _print, "Ctrl+P"),
    ),
    (Line(phrase("Close"), lambda window: window.close(), "Ctrl+W"),),
)
_EDIT: Final = (
    (
        Line(UNDO, lambda window: window.session.undo(), "Ctrl+Z", writes=True),
        Line(REDO, lambda window: window.session.redo(), "Ctrl+Shift+Z", writes=True),
    ),
    (Line(phrase("Mark the text as checked"), _confirm, CHECK_KEYS, writes=True),),
    (
        Line(phrase("Find anything…"), lambda window: window.find_anything(), "Ctrl+K"),
        Line(phrase("Next finding"), lambda window: window.findings.go_by(1), "F4"),
        Line(phrase("Previous finding"), lambda window: window.findings.go_by(-1), "Shift+F4"),
        Line(phrase("Add an entry"), _in_list(lambda found: found.add()), "Ctrl+Return", writes=True),
        Line(phrase("Duplicate the entry"), _in_browser(Browser.duplicate), "Ctrl+D", writes=True),
        Line(phrase("Remove the entry"), _in_list(lambda found: found.remove()), "Ctrl+Delete", writes=True),
        Line(phrase("Move the entry up"), _in_list(lambda found: found.move_selected(-1)), "Alt+Up", writes=True),
        Line(phrase("Move the entry down"), _in_list(lambda found: found.move_selected(1)), "Alt+Down", writes=True),
    ),
    (
        Line(
            phrase("15 min earlier from here"), _in_programme(lambda found: found.shift(-15)), "Alt+Left", writes=True
        ),
        Line(phrase("15 min later from here"), _in_programme(lambda found: found.shift(15)), "Alt+Right", writes=True),
        Line(
            phrase("5 min later from here"), _in_programme(lambda found: found.shift(5)), "Alt+Shift+Right", writes=True
        ),
    ),
)
_HELP: Final = (
    (
        Line(phrase("Help on this place"), lambda window: window.help_here(), "F1"),
        Line(phrase("The first evening"), lambda window: window.help("evening")),
        Line(phrase("Shortcuts"), lambda window: window.help("shortcuts"), "Ctrl+/"),
        Line(phrase("About Lohum Brief"), _about),
    ),
)


def fill(bar: Menus, window: "VisitWindow") -> None:
    """Put every command of the window into its menus."""
    _add(bar, bar.addMenu(say("File")), window, _FILE)
    _add(bar, bar.addMenu(say("Edit")), window, _EDIT)
    _view(bar, bar.addMenu(say("View")), window)
    _add(bar, bar.addMenu(say("Help")), window, _HELP)


def _preference(bar: Menus, menu: "QMenu", window: "VisitWindow", name: str, preference: str) -> None:
    """Something that all texts of all windows show, or do not."""

    def prefer() -> None:
        window.application.settings.setValue(preference, action.isChecked())
        preferences.want(preference, action.isChecked())
        for other in window.application.windows:
            for area in other.findChildren(TextArea):
                area.look_anew()

    action = bar.add(menu, name, prefer)
    action.setCheckable(True)
    action.setChecked(preferences.wanted(preference))
    # What is found by Ctrl+K turns it over as a click in the menu does.
    bar.commands[-1] = bar.commands[-1]._replace(act=action.trigger)


def _add(bar: Menus, menu: "QMenu", window: "VisitWindow", groups: tuple[tuple[Line, ...], ...]) -> None:
    for group in groups:
        if not menu.isEmpty():
            menu.addSeparator()
        for line in group:
            action = bar.add(menu, line.name, partial(line.act, window), line.keys)
            action.setEnabled(not (line.writes and window.session.locked))


def _view(bar: Menus, menu: "QMenu", window: "VisitWindow") -> None:
    for at, place in enumerate(PLACES):
        bar.add(menu, place.title, partial(window.places.setCurrentRow, at), f"Ctrl+{(at + 1) % 10}")
    menu.addSeparator()
    for name, part, button, keys, picture in (
        (phrase("Pages"), window.preview, window.header.pages, "F9", "panel-right"),
        (phrase("Findings"), window.findings, window.header.findings, "F8", "panel-bottom"),
    ):
        action = add_toggle(bar, menu, name, part, keys)
        action.setIcon(icon(picture))
        action.setIconVisibleInMenu(False)
        button.setDefaultAction(action)
    menu.addSeparator()
    bar.add(menu, phrase("Find on the pages…"), window.preview.look_for, "Ctrl+Shift+F")
    bar.add(menu, phrase("Go to page…"), window.preview.ask_page, "Ctrl+G")
    menu.addSeparator()
    application = window.application
    for name, preference in (
        (phrase("Spelling hints"), preferences.HINTS),
        (phrase("Figures as tokens"), preferences.TOKENS),
    ):
        _preference(bar, menu, window, name, preference)
    menu.addSeparator()
    languages = [(labels.NATIVE[lang], lang) for lang in LANGS]
    add_choices(bar, menu.addMenu(say("Language")), languages, interface(), application.set_language)
    colours = [(say("Like the system"), "system"), (say("Light"), "light"), (say("Dark"), "dark")]
    add_choices(bar, menu.addMenu(say("Colours")), colours, application.colours, application.set_colours)
    sizes = [(f"{scale} %", scale) for scale in _SCALES]
    add_choices(bar, menu.addMenu(say("Size")), sizes, application.scale, application.set_scale)
