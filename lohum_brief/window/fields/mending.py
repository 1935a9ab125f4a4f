"""What can be done about marks: what the menu of a text offers, and what is told of one."""

from collections.abc import Iterable
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from lohum_brief.language.interface import listed, say
from lohum_brief.window.fields import marking
from lohum_brief.window.fields.marking import Mark


class Mendable(Protocol):
    """A text whose marks can be put right."""

    def isReadOnly(self) -> bool:  # noqa: N802 - Qt's name
        """Return whether nothing can be written in it."""

    def put_right(self, mark: Mark, right: str) -> None:
        """Write something in place of what is marked."""


def told(mark: Mark) -> str:
    """Why something is marked, and what may have been meant."""
    meant = mark.meant()
    return say("{why} Perhaps: {words}.", why=mark.why, words=listed(meant)) if meant else mark.why


def fill(menu: QMenu, area: Mendable, marks: Iterable[Mark]) -> None:
    """Put what can be done about the marks in front of what the menu of a text has."""
    first = menu.actions()[0]

    def offer(name: str, act: partial[None]) -> None:
        action = QAction(name.replace("&", "&&"), menu)
        action.triggered.connect(lambda _=False: act())
        menu.insertAction(first, action)

    for mark in marks:
        written = (
            ()
            if area.isReadOnly()
            else dict.fromkeys((*([mark.right] if mark.right else ()), *mark.meant()))
        )
        for word in written:
            offer(say("Write “{word}”", word=word), partial(area.put_right, mark, word))
        if written and mark.ways:
            menu.insertSeparator(first)
        for way in mark.ways:
            offer(way.name, partial(_go, way))
        if written or mark.ways:
            menu.insertSeparator(first)


def _go(way: marking.Way) -> None:
    way.act()
