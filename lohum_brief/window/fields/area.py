"""Where a text is written: plain text of one language, whatever keyboard or input method it comes
from.
"""

from collections.abc import Iterable
from html import escape
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontInfo,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QToolTip, QWidget

from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import spoken
from lohum_brief.visit.shown import Shown, shown
from lohum_brief.visit.tokens import spans
from lohum_brief.visit.visit import Visit
from lohum_brief.window import preferences
from lohum_brief.window.fields import chips, composing, mending
from lohum_brief.window.fields.line import UNDOING
from lohum_brief.window.fields.marked import MarkedText
from lohum_brief.window.fields.marking import Mark
from lohum_brief.window.fields.pasting import cleaned, plain_text
from lohum_brief.window.fields.pausing import Pause
from lohum_brief.window.theme import font_of

_TALLEST: Final = 12
"""Lines before a text scrolls within its field."""
_LEADING: Final = 1.62
"""Height of a line in ems: room for vowel signs above and below, and the same grid in all three
languages.
"""


class TextArea(MarkedText):
    """Plain text that grows with what it holds; figure tokens stand in it as what they print.

    `paused` comes when somebody has stopped typing, `told` with a sentence about what could not be
    taken as it came, `grown` when the text needs another height, `entered` with whether the
    keyboard is here.
    """

    paused = Signal()
    told = Signal(str)
    grown = Signal()
    entered = Signal(bool)
    chose = Signal(int)
    """Somebody wants the term with this number."""
    confirmed = Signal()
    """Somebody says that this language is right as it stands."""

    def __init__(self, lang: Lang | None, parent: QWidget | None = None) -> None:
        super().__init__(lang, parent)
        self._clauses: list[composing.Clause] = []
        self.markers.append(self._unknown)
        self._visit: Visit | None = None
        self._shown: dict[str, Shown] = {}
        self._timer = Pause(self)
        self._timer.timeout.connect(self._pause)
        self._least = 1
        self.alone = True
        """Whether it has the height that it needs; else somebody else gives it one."""
        self.wanted = 0
        """The height that the text needs."""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if lang:
            self.setFont(font_of(lang, self.font()))
            self.document().setDocumentMargin(1)
            self._chips = chips.Chips(self, self._print)
        self._line = round(QFontInfo(self.font()).pixelSize() * _LEADING)
        self._set_lines()
        self.textChanged.connect(self._typed)
        self.cursorPositionChanged.connect(self._moved)
        self._grow()

    # What it holds

    def text(self) -> str:
        """What it holds, as it is stored; what is only being composed is not there yet."""
        return chips.written(self.document())

    def printed(self) -> str:
        """What it holds, figures as they print."""
        text = self.text()
        out, last = "", 0
        for start, stop, token in spans(text):
            out += text[last:start] + self._print(token.written)
            last = stop
        return out + text[last:]

    def show_text(self, text: str) -> None:
        """Put a text in without its being taken for typed; the caret stays where it can."""
        if not self.composing and text != self.text():
            self._timer.stop()
            self._put(text)

    def look_anew(self) -> None:
        """Show the text as it is wanted now."""
        if not self.composing:
            self._put(self.text())
            self.mark()

    def _put(self, text: str) -> None:
        at = self.textCursor().position()
        self.blockSignals(True)
        self.document().setUndoRedoEnabled(False)
        self.clear()
        self._set_lines()
        cursor = self.textCursor()
        if self.lang:
            chips.insert(cursor, text, self._prints)
        else:
            cursor.insertText(text)
        self.document().setUndoRedoEnabled(True)
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.blockSignals(False)
        self._grow()
        self.mark_soon()

    def know(self, visit: Visit) -> None:
        """Print figures as this visit has them from now on."""
        if visit is self._visit:
            return
        self._visit = visit
        before, self._shown = self._shown, {}
        if any(self._value(token) != value for token, value in before.items()):
            self.document().markContentsDirty(0, self.document().characterCount())
            if not self.composing:
                self._fold()
            self.viewport().update()
        self.mark_soon()

    def set_least(self, lines: int) -> None:
        """How many lines it has room for when it is empty."""
        self._least = lines
        self._grow()

    def insert(self, text: str, back: int = 0) -> None:
        """Put a stored text at the caret, in place of the `back` characters before it, as if it was
        typed.
        """
        cursor = self.textCursor()
        taken = chips.utf16(self.before_caret()[-back:]) if back else 0
        if taken:
            cursor.setPosition(cursor.position())
            cursor.setPosition(cursor.position() - taken, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        chips.insert(cursor, text, self._prints)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def before_caret(self) -> str:
        """The text of the caret's line before it; a chip is one character of it, as in the
        document.
        """
        cursor = self.textCursor()
        text = cursor.block().text()
        at = cursor.positionInBlock()
        return text.encode("utf-16-le", "surrogatepass")[: 2 * at].decode("utf-16-le", "replace")

    def flush(self) -> None:
        """Say at once that somebody has paused, if something was typed since."""
        if self._timer.isActive() and not self.composing:
            self._timer.stop()
            self.paused.emit()

    def _pause(self) -> None:
        if not self.composing:
            self.paused.emit()

    def _typed(self) -> None:
        self._grow()
        if self.composing:
            return
        self._fold()
        self._timer.typed()
        self._write()

    def _moved(self) -> None:
        if not self.composing:
            self._fold()

    def _fold(self) -> None:
        if self.lang and "{" in self.document().toRawText():
            blocked = self.blockSignals(True)
            chips.fold(self, self._prints)
            self.blockSignals(blocked)
            self._grow()

    # Figures

    def _value(self, token: str) -> Shown:
        found = self._shown.get(token)
        if found is None:
            [(_, _, read)] = spans(token)
            found = shown(read, self.lang or "en", self._visit) if self._visit else Shown(token)
            self._shown[token] = found
        return found

    def _print(self, token: str) -> str:
        return self._value(token).text or token

    def _prints(self, token: str) -> bool:
        return not preferences.wanted(preferences.TOKENS) and not self._value(token).fault

    def _unknown(self, raw: str, _lang: Lang) -> Iterable[Mark]:
        for start, stop, token in spans(raw):
            if fault := self._value(token.written).fault:
                yield Mark(start, stop, "unknown", spoken(fault))

    # Marks

    def told_at(self, place: QPoint) -> str:
        """What there is to say about a place of the viewport: a chip's token, or what is wrong
        there.
        """
        at = self.position_under(place)
        if at < 0:
            return ""
        if token := chips.token_at(self.document(), at):
            return f"{token}\n{self._print(token)}"
        return next((mending.told(mark) for mark in self.marks_at(at)), "")

    def put_right(self, mark: Mark, right: str) -> None:
        """Write something in place of what is marked, as a step of its own."""
        self.flush()
        super().put_right(mark, right)
        self.flush()

    # What comes in

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in UNDOING)
        ):
            event.ignore()  # the steps of the visit are the only ones there are
            return False
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            told = self.told_at(self.viewport().mapFrom(self, event.pos()))
            QToolTip.showText(event.globalPos(), escape(told).replace("\n", "<br>"), self)
            return True
        return super().event(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(chips.written(self.document(), cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        text, told = cleaned(plain_text(source).replace(chips.OBJECT, ""))
        if told:
            self.told.emit(told)
        cursor = self.textCursor()
        cursor.insertText(text, QTextCharFormat())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        was = self.composing
        self.composing = bool(event.preeditString())
        self._clauses = composing.clauses(event)
        event = composing.dressed(event)
        text, told = cleaned(event.commitString())
        if told:
            event.setCommitString(text, event.replacementStart(), event.replacementLength())
            self.told.emit(told)
        if self.composing and self._timer.isActive():
            # Who writes Japanese composes all the time: what is there already does not wait for the
            # end of it.
            self._timer.stop()
            self.paused.emit()
        super().inputMethodEvent(event)
        if was and not self.composing:
            self._typed()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # type: ignore[override]  # noqa: N802 - Qt's name
        found = super().inputMethodQuery(query)
        if query in (
            Qt.InputMethodQuery.ImCursorRectangle,
            Qt.InputMethodQuery.ImAnchorRectangle,
        ) and isinstance(found, QRect | QRectF):
            # Qt leaves out that the text begins inside the field's padding; the list of candidates
            # would lie over it.
            found = found.translated(self.viewport().pos())
            return found.adjusted(0, 0, 0, composing.BELOW)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_F2 and self.lang and self._unfold():
            return
        if (
            event.modifiers() == Qt.KeyboardModifier.AltModifier
            and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9
        ):
            self.chose.emit(event.key() - Qt.Key.Key_0)
            return
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers() and self._delete_variant():
            return
        super().keyPressEvent(event)

    def _unfold(self) -> bool:
        at = self.textCursor().position()
        return chips.unfold(self, at) or (at > 0 and chips.unfold(self, at - 1))

    def _delete_variant(self) -> bool:
        """A kanji goes together with the selector of its form: without it nothing would be seen to
        happen.
        """
        before = self.before_caret()
        if (
            self.textCursor().hasSelection()
            or not before
            or not _selects_variant(before[-1])
            or self.isReadOnly()
        ):
            return False
        cursor = self.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor
        )
        cursor.removeSelectedText()
        return True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        at = self.cursorForPosition(event.position().toPoint()).position()
        if not (self.lang and (chips.unfold(self, at) or (at > 0 and chips.unfold(self, at - 1)))):
            super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.entered.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        if self.composing:  # an input method that was told to end commits before this
            held = self.textCursor().block().layout().preeditAreaText()
            end = QInputMethodEvent("", [])
            end.setCommitString(held)
            self.inputMethodEvent(end)
        super().focusOutEvent(event)
        self.flush()
        self.entered.emit(False)

    # What it looks like

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self._clauses:
            composing.paint(self, self._clauses)

    def _set_lines(self) -> None:
        if self.lang:
            form = QTextBlockFormat()
            form.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.mergeBlockFormat(form)

    def _grow(self) -> None:
        if self.signalsBlocked():  # nobody would hear of it; whoever blocked them asks again
            return
        line = self._line if self.lang else self.fontMetrics().lineSpacing()
        margin = 2 * self.document().documentMargin()
        around = max(2, self.height() - self.viewport().height())
        text = max(self.document().size().height() - margin, self._least * line)
        wanted = ceil(min(text, _TALLEST * line) + margin + around)
        if wanted != self.wanted:
            self.wanted = wanted
            if self.alone:
                self.setFixedHeight(wanted)
            self.grown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, self.wanted)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(80, self.wanted)


def _selects_variant(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
