"""A text in which what is to be seen to is underlined, told of, and put right from its menu."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import sentences
from lohum_brief.window.fields import marking, mending
from lohum_brief.window.fields.marking import Mark, Marker

_IDLE: Final = 200
"""Milliseconds without typing after which marks are looked for."""
_SAID: Final = 5
"""Marks that a screen reader is told of with the field."""


class MarkedText(QTextEdit):
    """Marks are looked for once somebody pauses; a word that is being written has no hint before
    the caret has left it.
    """

    def __init__(self, lang: Lang | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lang = lang
        self.composing = False
        self.markers: list[Marker] = []
        self.marks: list[Mark] = []
        self._marked: list[tuple[QTextCursor, Mark]] = []
        """Their places, which move with the text until the next look at it."""
        self.mending = False
        """Whether what is marked is just put right; nobody types it."""
        self._written_at = -1
        """Where the caret is while somebody writes."""
        self._withheld = False
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self.mark)
        self.cursorPositionChanged.connect(self._leave)

    def mark_soon(self) -> None:
        """Look for marks when nothing else has happened for a moment."""
        self._idle.start()

    def mark(self) -> None:
        """Look for what is to be seen to, and underline it."""
        if self.composing or not self.lang:
            return
        raw = self.document().toRawText()
        self.marks = [mark for marker in self.markers for mark in marker(raw, self.lang)]
        self._withhold()
        self._marked = [(marking.cursor_over(self, mark), mark) for mark in self.marks]
        self.setAccessibleDescription(sentences(mark.why for mark in self.marks[:_SAID]))
        self.viewport().update()

    def _withhold(self) -> None:
        """Leave out the hints about what is just being written."""
        written = {*self.marks_at(self._written_at, caret=True)} if self._written_at >= 0 else set()
        self.marks = [mark for mark in self.marks if mark.sort != "hint" or mark not in written]
        self._withheld = bool(written)

    def marks_at(self, at: int, *, caret: bool = False) -> Iterator[Mark]:
        """The marks over a position of the document; a `caret` just behind one is at it too."""
        return marking.marks_at(self.document().toRawText(), self.marks, at, caret=caret)

    def position_under(self, place: QPoint) -> int:
        """The position under a place of the viewport; -1 where there is no text."""
        within = place + QPoint(0, self.verticalScrollBar().value())
        return (
            self.document().documentLayout().hitTest(within.toPointF(), Qt.HitTestAccuracy.ExactHit)
        )

    def context_menu(self, place: QPoint | None) -> QMenu:
        """What can be done at a place of the viewport, or else where the caret is."""
        menu = self.createStandardContextMenu()
        at = self.textCursor().position() if place is None else self.position_under(place)
        mending.fill(menu, self, self.marks_at(at, caret=place is None))
        return menu

    def put_right(self, mark: Mark, right: str) -> None:
        """Write something in place of what is marked."""
        cursor = marking.cursor_over(self, mark)
        self.mending = True
        cursor.insertText(right)
        self.mending = False
        self.setTextCursor(cursor)
        self._written_at = -1
        self.mark()

    def _write(self) -> None:
        """Somebody has written where the caret is now."""
        self._written_at = self.textCursor().position()
        self.mark_soon()

    def _leave(self) -> None:
        if not self.composing and self.textCursor().position() != self._written_at:
            self._leave_word()

    def _leave_word(self) -> None:
        self._written_at = -1
        if self._withheld:
            self.mark_soon()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = self.context_menu(None if by_key else self.viewport().mapFrom(self, event.pos()))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self._leave_word()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self._marked:
            marking.paint(self, self._marked)
