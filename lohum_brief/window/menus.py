"""A menu bar that knows its commands, which shortcuts, the finder and the help offer too."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, TypeVar

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from lohum_brief.language.interface import say
from lohum_brief.message import without_context

T = TypeVar("T")

CHECK_KEYS: Final = "Ctrl+M"
"""What marks a text as checked: the editors of texts say it too."""


class Command(NamedTuple):
    """What it is called, what it does, and the keys that do it."""

    name: str
    act: Callable[[], object]
    keys: str = ""
    menu: str = ""


class Menus(QMenuBar):
    """`actions_by_name` has the action of each command by its English name; so are actions called
    as objects, of which their access keys are made.
    """

    def __init__(self) -> None:
        super().__init__()
        self.commands: list[Command] = []
        self.actions_by_name: dict[str, QAction] = {}

    def add_menu(self, name: str, within: QMenu | None = None) -> QMenu:
        """A menu, or one within another; `name` is English."""
        menu = (within or self).addMenu(say(name))
        menu.menuAction().setObjectName(without_context(name))
        return menu

    def add(self, menu: QMenu, name: str, act: Callable[[], object], keys: str = "") -> QAction:
        """A command; `name` is English."""
        said = say(name)
        action = QAction(said.replace("&", "&&"), menu)
        action.setObjectName(without_context(name))
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: act())
        menu.addAction(action)
        self.commands.append(Command(said, act, keys, menu.title().replace("&&", "&")))
        self.actions_by_name[name] = action
        return action


def add_toggle(
    bar: Menus, menu: QMenu, name: str, show: Callable[[bool], object], keys: str, *, shown: bool
) -> QAction:
    """Whether a part of the window is shown; `name` is English."""
    action = bar.add(menu, name, lambda: show(action.isChecked()), keys)
    action.setCheckable(True)
    action.setChecked(shown)
    # What is found by Ctrl+K turns it over as a click in the menu does.
    bar.commands[-1] = bar.commands[-1]._replace(act=action.trigger)
    return action


def add_choices(
    bar: Menus,
    menu: QMenu,
    choices: Iterable[tuple[str, T]],
    held: T,
    choose: Callable[[T], object],
) -> None:
    """One of several, the one that holds marked."""
    group = QActionGroup(menu)
    for name, value in choices:
        action = QAction(name, menu, checkable=True, checked=value == held)
        action.setObjectName(str(value))
        action.triggered.connect(lambda _=False, value=value: choose(value))
        group.addAction(action)
        menu.addAction(action)
        bar.commands.append(
            Command(say("{sort}: {subject}", sort=menu.title(), subject=name), action.trigger)
        )


def actions_menu(
    parent: QWidget, actions: Iterable[tuple[str, str, Callable[[], object], bool]]
) -> QMenu:
    """A menu of what can be done here: its name, its keys, what it does, and whether that is
    possible now.
    """
    menu = QMenu(parent)
    for name, keys, act, possible in actions:
        action = menu.addAction(name.replace("&", "&&"), act)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
        action.setEnabled(possible)
    return menu
