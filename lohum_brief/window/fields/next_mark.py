"""How the keyboard gets from one mark of the texts to the next."""

from PySide6.QtWidgets import QWidget

from lohum_brief.window.fields import marking
from lohum_brief.window.fields.marked import MarkedText


def go_by(window: QWidget, step: int) -> None:
    """Select the next mark of the texts that are shown, or the one before; behind the last comes
    the first.
    """
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
            (areas.index(area), cursor.selectionStart()) < (areas.index(here), caret)
            for area, cursor in places
        )
    area, cursor = places[(behind if step > 0 else behind - 1) % len(places)]
    area.setFocus()
    area.setTextCursor(cursor)
    area.ensureCursorVisible()
