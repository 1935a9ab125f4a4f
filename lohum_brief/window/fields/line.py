"""One line that is typed into, which leaves to the window what the window does."""

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

UNDOING: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Line(QLineEdit):
    """Qt's line takes some keys for itself wherever X11 gives them another meaning; here they are
    the window's.
    """

    def event(self, event: QEvent) -> bool:
        """Leave to the window what is its own."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._leaves(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        ends = event.matches(QKeySequence.StandardKey.MoveToEndOfLine) and event.text() != ""
        undo, redo = (event.matches(key) for key in UNDOING)
        own = not self.stored() and (self.isUndoAvailable() if undo else self.isRedoAvailable())
        return ends or ((undo or redo) and not own)

    def stored(self) -> bool:
        """Whether what stands here is in the visit, so that undoing is the visit's.

        What is looked for never is: the line undoes what was typed into it, and with nothing of its
        own to undo leaves it to the window.
        """
        return False
