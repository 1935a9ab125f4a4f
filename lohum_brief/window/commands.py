"""The commands of the window, one a line: what it is called, what it does, its keys.

A line added here is in the menus, in the help and in what Ctrl+K finds. The menus are there before
the window is first painted: what commands need is imported when they are called.
"""

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from lohum_brief.language.catalogue import phrase, phrase_in
from lohum_brief.language.codes import LANGS
from lohum_brief.language.interface import interface, say
from lohum_brief.window import access_keys, keeping, labels, preferences
from lohum_brief.window.menus import CHECK_KEYS, Menus, add_choices, add_toggle
from lohum_brief.window.places import PLACES
from lohum_brief.window.program import opening
from lohum_brief.window.protocols import Host
from lohum_brief.window.speaking import announce
from lohum_brief.window.telling import tell
from lohum_brief.window.theme import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QToolButton

    from lohum_brief.service.messages.pages import Rendered
    from lohum_brief.visit.edit import Edit
    from lohum_brief.window.fields.area import TextArea
    from lohum_brief.window.header import Header
    from lohum_brief.window.lists.browser import Browser
    from lohum_brief.window.live.preview import Preview
    from lohum_brief.window.panels import Panels, Part
    from lohum_brief.window.review.findings import Findings
    from lohum_brief.window.search.finder import Recent
    from lohum_brief.window.search.searching import Index
    from lohum_brief.window.sidebar import Sidebar
    from lohum_brief.window.timetable.programme import Programme

_SCALES: Final = (80, 90, 100, 110, 125, 150, 175, 200)

UNDO: Final = phrase("Undo")
REDO: Final = phrase("Redo")


class CommandHost(Host, Protocol):
    """The window, with all that its commands act on."""

    @property
    def header(self) -> "Header":
        """The head of the window."""

    @property
    def places(self) -> "Sidebar":
        """The places on the left."""

    @property
    def panels(self) -> "Panels":
        """The parts around the middle."""

    @property
    def menus(self) -> Menus:
        """The menus with all commands."""

    @property
    def preview(self) -> "Preview":
        """The live pages."""

    @property
    def findings(self) -> "Findings":
        """What is wrong with the visit."""

    @property
    def index(self) -> "Index":
        """What can be found in the visit."""

    @property
    def recent(self) -> "Recent":
        """What was found last."""

    def enter_place(self) -> None:
        """Give the keyboard to the place that is shown."""

    def step(self, by: int) -> None:
        """Take the keyboard to the next part of the window, or to the one before."""

    def earlier_states(self) -> None:
        """See what has changed since an earlier state, and restore from it."""

    def help(self, chapter: str) -> None:
        """Open the help at a chapter."""

    def help_here(self) -> None:
        """Open the help at the chapter of the place that is shown."""

    def close(self) -> bool:
        """Close the window; whether it was closed."""


class Line(NamedTuple):
    """A command of the window. One that `writes` is off where the visit can only be read."""

    name: str
    act: "Callable[[CommandHost], object]"
    keys: str = ""
    writes: bool = False


def _on_list(name: str, act: "Callable[[Browser | Programme], object]", keys: str) -> Line:
    """A command that edits the list that is shown."""

    def run(window: "CommandHost") -> None:
        from lohum_brief.window.lists.browser import Browser
        from lohum_brief.window.timetable.programme import Programme

        if isinstance(window.shown, Browser | Programme):
            act(window.shown)

    return Line(name, run, keys, writes=True)


def _on_programme(name: str, act: "Callable[[Programme], object]", keys: str) -> Line:
    """A command that edits the programme, where it is shown."""

    def run(window: "CommandHost") -> None:
        from lohum_brief.window.timetable.programme import Programme

        if isinstance(window.shown, Programme):
            act(window.shown)

    return Line(name, run, keys, writes=True)


def _confirm(window: "CommandHost") -> None:
    from lohum_brief.window.fields.area import TextArea

    area = window.window().focusWidget()
    if isinstance(area, TextArea):
        area.confirmed.emit()


def _enter_place(window: "CommandHost", row: int) -> None:
    held = window.window().focusWidget()
    if held not in (None, window.places):
        held.clearFocus()  # else Qt takes it to the first stop of Tab in the place
    window.places.setCurrentRow(row)
    window.enter_place()


def _go_by_mark(step: int) -> "Callable[[CommandHost], None]":
    def run(window: "CommandHost") -> None:
        from lohum_brief.window.fields import next_mark

        next_mark.go_by(window.window(), step)

    return run


def _import_table(window: "CommandHost") -> None:
    from lohum_brief.window.lists import carrying

    carrying.import_file(window)


def _save_table(window: "CommandHost") -> None:
    from lohum_brief.window.lists import carrying

    carrying.save_table(window)


def undo(window: "CommandHost") -> None:
    """Take the last edit back, and show what came back."""
    window.session.flushing.emit()  # what is just being typed is the last edit
    if step := window.session.undo_label:
        _follow(window, window.session.undo())
        announce(window.window(), say("Undo “{step}”", step=step))


def undo_steps(window: "CommandHost", count: int) -> None:
    """Take several edits back, the last first, and show what came back last."""
    _follow(window, window.session.undo_steps(count))


def _follow(window: "CommandHost", made: "Edit | None") -> None:
    from lohum_brief.window.following import follow

    follow(window, made)


def redo(window: "CommandHost") -> None:
    """Do the last undone edit again, and show it."""
    window.session.flushing.emit()
    if step := window.session.redo_label:
        _follow(window, window.session.redo())
        announce(window.window(), say("Redo “{step}”", step=step))


def find_anything(window: "CommandHost") -> None:
    """Find anything."""
    from lohum_brief.window.search import opening as search

    search.find_anything(window)


def save_copy(window: "CommandHost") -> None:
    """Write a copy of the file; of one that can only be read it is opened, for it is made to be
    edited.
    """
    copy = keeping.save_copy(window)
    if copy is not None and window.session.locked:
        window.application.open(copy)
    elif copy is not None:
        tell(window.window(), say("Save a copy as"), say("{file} is written.", file=copy))


def export(window: "CommandHost") -> None:
    """Export the pack whose pages are shown."""
    from lohum_brief.window.live import exporting

    exporting.export_shown(window)


def _issue(window: "CommandHost") -> None:
    from lohum_brief.window.live import exporting

    exporting.issue_shown(window)


def _export_all(window: "CommandHost") -> None:
    from lohum_brief.window.live import exporting

    exporting.export_all(window)


def _about(window: "CommandHost") -> None:
    from lohum_brief.window.program.about import About

    About(window.window()).exec()


def _print(window: "CommandHost") -> None:
    window.session.flushing.emit()
    window.preview.when_current(lambda found: _print_now(window, found))


def _print_now(window: "CommandHost", found: "Rendered") -> None:
    from lohum_brief.window.live.printing import (
        print_pages,
    )  # what belongs to printing is not loaded before

    print_pages(window, found)


_FILE: Final = (
    (
        Line(
            phrase("New visit…"),
            lambda window: opening.new(window.application, window.window()),
            "Ctrl+N",
        ),
        Line(
            phrase("Open…"),
            lambda window: opening.choose(window.application, window.window()),
            "Ctrl+O",
        ),
        Line(
            phrase("Open the sample"),
            lambda window: opening.sample(window.application, window.window()),
        ),
        Line(
            phrase("Visits opened last"), lambda window: window.application.start(), "Ctrl+Shift+O"
        ),
    ),
    (
        Line(phrase("Import a table…"), _import_table, "Ctrl+I", writes=True),
        Line(phrase("Save this table as…"), _save_table),
    ),
    (
        Line(phrase("Save a copy as…"), save_copy, "Ctrl+Shift+S"),
        Line(phrase("Earlier states…"), lambda window: window.earlier_states(), "Ctrl+Shift+H"),
        Line(phrase("Export pack…"), export, "Ctrl+E"),
        Line(phrase("Issue pack…"), _issue, "Ctrl+Shift+I", writes=True),
        Line(phrase("Export all packs…"), _export_all, "Ctrl+Shift+E"),
        Line(phrase("Print…"), _print, "Ctrl+P"),
    ),
    (
        Line(phrase("Close"), lambda window: window.close(), "Ctrl+W"),
        Line(phrase("Quit"), lambda window: window.application.end(), "Ctrl+Q"),
    ),
)
_EDIT: Final = (
    (
        Line(UNDO, undo, "Ctrl+Z", writes=True),
        Line(REDO, redo, "Ctrl+Shift+Z", writes=True),
    ),
    (Line(phrase("Mark the text as checked"), _confirm, CHECK_KEYS, writes=True),),
    (
        Line(phrase("Find anything…"), find_anything, "Ctrl+K"),
        Line(phrase("Next finding"), lambda window: window.findings.go_by(1), "F4"),
        Line(phrase("Previous finding"), lambda window: window.findings.go_by(-1), "Shift+F4"),
        Line(phrase("Next mark in the texts"), _go_by_mark(1), "F7"),
        Line(phrase("Previous mark in the texts"), _go_by_mark(-1), "Shift+F7"),
        _on_list(phrase("Add an entry"), lambda found: found.add(), "Ctrl+Return"),
        _on_list(phrase("Duplicate the entry"), lambda found: found.duplicate(), "Ctrl+D"),
        _on_list(phrase("Remove the entry"), lambda found: found.remove(), "Ctrl+Shift+Delete"),
        _on_list(phrase("Move the entry up"), lambda found: found.move_selected(-1), "Alt+Up"),
        _on_list(phrase("Move the entry down"), lambda found: found.move_selected(1), "Alt+Down"),
    ),
    (
        _on_programme(
            phrase("15 min earlier from here"), lambda found: found.shift(-15), "Alt+Left"
        ),
        _on_programme(phrase("15 min later from here"), lambda found: found.shift(15), "Alt+Right"),
        _on_programme(
            phrase("5 min later from here"), lambda found: found.shift(5), "Alt+Shift+Right"
        ),
    ),
)
_PAGES: Final = (
    (
        Line(
            phrase("Find on the pages…"), lambda window: window.preview.look_for(), "Ctrl+Shift+F"
        ),
        Line(phrase("Go to page…"), lambda window: window.preview.ask_page(), "Ctrl+G"),
    ),
)
_PARTS: Final = (
    (
        Line(phrase("Next part of the window"), lambda window: window.step(1), "F6"),
        Line(phrase("Previous part of the window"), lambda window: window.step(-1), "Shift+F6"),
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


def fill(bar: Menus, window: "CommandHost") -> None:
    """Put every command of the window into its menus."""
    _add(bar, bar.add_menu(phrase("File")), window, _FILE)
    _add(bar, bar.add_menu(phrase_in("menu", "Edit")), window, _EDIT)
    _view(bar, bar.add_menu(phrase("View")), window)
    _add(bar, bar.add_menu(phrase("Help")), window, _HELP)
    access_keys.mark_menus(bar)


def _preference(
    bar: Menus,
    menu: "QMenu",
    window: "CommandHost",
    name: str,
    preference: str,
    look: "Callable[[TextArea], None]",
) -> None:
    """Something that all texts of all windows show, or do not."""

    def prefer() -> None:
        from lohum_brief.window.fields.area import TextArea

        window.application.settings.setValue(preference, action.isChecked())
        preferences.want(preference, action.isChecked())
        for other in window.application.windows:
            for area in other.findChildren(TextArea):
                look(area)

    action = bar.add(menu, name, prefer)
    action.setCheckable(True)
    action.setChecked(preferences.wanted(preference))
    # What is found by Ctrl+K turns it over as a click in the menu does.
    bar.commands[-1] = bar.commands[-1]._replace(act=action.trigger)


def _add(
    bar: Menus, menu: "QMenu", window: "CommandHost", groups: tuple[tuple[Line, ...], ...]
) -> None:
    for group in groups:
        if not menu.isEmpty():
            menu.addSeparator()
        for line in group:
            action = bar.add(menu, line.name, partial(line.act, window), line.keys)
            action.setEnabled(not (line.writes and window.session.locked))


def _view(bar: Menus, menu: "QMenu", window: "CommandHost") -> None:
    for at, place in enumerate(PLACES):
        bar.add(
            menu,
            place.title,
            partial(_enter_place, window, at),
            place.digit and f"Ctrl+{place.digit}",
        )
    menu.addSeparator()
    parts: tuple[tuple[str, Part, QToolButton, str, str], ...] = (
        (phrase("Pages"), "pages", window.header.pages, "F9", "panel-right"),
        (phrase("Findings"), "findings", window.header.findings, "F8", "panel-bottom"),
    )
    for name, part, button, keys, picture in parts:
        action = add_toggle(
            bar,
            menu,
            name,
            partial(window.panels.show_part, part),
            keys,
            shown=window.panels.shows(part),
        )
        action.setIcon(icon(picture))
        action.setIconVisibleInMenu(False)
        button.setDefaultAction(action)
    _add(bar, menu, window, _PARTS)
    _add(bar, menu, window, _PAGES)
    menu.addSeparator()
    application = window.application
    _preference(
        bar, menu, window, phrase("Spelling hints"), preferences.HINTS, lambda area: area.mark()
    )
    _preference(
        bar,
        menu,
        window,
        phrase("Figures as tokens"),
        preferences.TOKENS,
        lambda area: area.look_anew(),
    )
    menu.addSeparator()
    languages = [(labels.NATIVE[lang], lang) for lang in LANGS]
    inner = bar.add_menu(phrase("Language"), menu)
    add_choices(bar, inner, languages, interface(), application.set_language)
    colours = [(say("Like the system"), "system"), (say("Light"), "light"), (say("Dark"), "dark")]
    inner = bar.add_menu(phrase("Colours"), menu)
    add_choices(bar, inner, colours, application.colours, application.set_colours)
    sizes = [(f"{scale} %", scale) for scale in _SCALES]
    inner = bar.add_menu(phrase("Size"), menu)
    add_choices(bar, inner, sizes, application.scale, application.set_scale)
