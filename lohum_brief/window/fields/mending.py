"""What can be done about marks: what the menu of a text offers, what is told of one, and how the keyboard gets to the next."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from lohum_brief.language.catalogue import listed, say
from lohum_brief.window.fields import marking
from lohum_brief.window.fields.marking import Mark

if TYPE_CHECKING:
    from lohum_brief.window.fields.marked import MarkedText


def told(mark: Mark) -> str:
    """Why something is marked, and what may have been meant."""
    meant = mark.meant()
    return say("{why} Perhaps: {words}.", why=mark.why, words=listed(meant)) if meant else mark.why


def fill(menu: QMenu, area: "MarkedText", marks: Iterable[Mark]) -> None:
    """Put what can be done about the marks in front of what the menu of a text has."""
    first = menu.actions()[0]

    def offer(name: str, act: partial[None]) -> None:
        action = QAction(name.replace("&", "&&"), menu)
        action.triggered.connect(lambda _=False: act())
        menu.insertAction(first, action)

    for mark in marks:
        written = () if area.isReadOnly() else dict.fromkeys((*([mark.right] if mark.right else ()), *mark.meant()))
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


def go_by(window: QWidget, step: int) -> None:
    """Select the next mark of the texts that are shown, or the one before; behind the last comes the first."""
    from lohum_brief.window.fields.marked import MarkedText

    here = window.focusWidget()
    places = [
        (area, marking.cursor_over(area, mark))
        for area in window.findChildren(MarkedText)
        if area.isVisible() and area.isEnabled()
        for mark in sorted(area.marks, key=lambda mark: mark.start)
    ]
    if not places:
        return
    behind = 0
    if isinstance(here, MarkedText):
        areas = window.findChildren(MarkedText)
        caret = here.textCursor().selectionStart() + (step > 0)
        behind = sum(
            (areas.index(area), cursor.selectionStart()) < (areas.index(here), caret) for area, cursor in places
        )
    area, cursor = places[(behind if step > 0 else behind - 1) % len(places)]
    area.setFocus()
    area.setTextCursor(cursor)
    area.ensureCursorVisible()
