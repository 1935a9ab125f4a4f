"""Menus, and the commands in them, which shortcuts, the finder and the sheet of shortcuts offer too."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

T = TypeVar("T")


class Command(NamedTuple):
    """What it is called, what it does, and the keys that do it."""

    name: str
    act: Callable[[], object]
    keys: str = ""


class Menus(QMenuBar):
    """A menu bar that knows its commands."""

    def __init__(self) -> None:
        super().__init__()
        self.commands: list[Command] = []

    def add(self, menu: QMenu, name: str, act: Callable[[], object], keys: str = "") -> QAction:
        """A command."""
        action = QAction(name.replace("&", "&&"), menu)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: act())
        menu.addAction(action)
        self.commands.append(Command(name, act, keys))
        return action


def add_toggle(menu: QMenu, name: str, widget: QWidget, keys: str) -> None:
    """Whether a part of the window is shown."""
    action = QAction(name, menu, checkable=True, checked=not widget.isHidden())
    action.setShortcut(QKeySequence(keys))
    action.toggled.connect(widget.setVisible)
    menu.addAction(action)


def add_choices(menu: QMenu, choices: Iterable[tuple[str, T]], held: T, choose: Callable[[T], object]) -> None:
    """One of several, the one that holds marked."""
    group = QActionGroup(menu)
    for name, value in choices:
        action = QAction(name, menu, checkable=True, checked=value == held)
        action.triggered.connect(lambda _=False, value=value: choose(value))
        group.addAction(action)
        menu.addAction(action)
