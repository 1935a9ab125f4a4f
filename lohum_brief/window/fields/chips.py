"""Figure tokens in a text that is being edited: each stands there as what it prints, on a quiet
ground, and is one step for the caret. The document holds one object character for it, whose format
keeps the token as it is written.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit

from lohum_brief.visit.tokens import Token, spans
from lohum_brief.window.theme import current

OBJECT: Final = "\ufffc"
"""What stands for a chip in the document's own text; no chip where its format says nothing."""
_KIND: Final = QTextFormat.ObjectTypes.UserObject.value + 1
_WRITTEN: Final = QTextFormat.Property.UserProperty.value + 1
_PAD: Final = 5.0


def utf16(text: str) -> int:
    """The length that Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class Chips(QPyTextObject):
    """Draws the chips of one area. `prints` gives what a written token prints."""

    def __init__(self, area: QTextEdit, prints: Callable[[str], str]) -> None:
        super().__init__(area)
        self._area = area
        self._prints = prints
        area.document().documentLayout().registerHandler(_KIND, self)

    def intrinsicSize(self, document: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:  # noqa: N802 - Qt's name
        metrics = QFontMetricsF(self._area.font())
        most = max(40.0, document.textWidth() - 2 * document.documentMargin() - 2)
        wide = metrics.horizontalAdvance(self._prints(written_by(form))) + 2 * _PAD
        return QSizeF(min(wide, most), metrics.ascent())

    def drawObject(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        place: QRectF | QRect,
        _document: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        place = QRectF(place)
        theme = current()
        metrics = QFontMetricsF(self._area.font())
        cursor = self._area.textCursor()
        held = cursor.selectionStart() <= position < cursor.selectionEnd()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._area.font())
        if not held:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selected))
            painter.drawRoundedRect(place.adjusted(1, -1, -1, metrics.descent() + 1), 4, 4)
        painter.setPen(QColor(theme.on_accent if held else theme.accent))
        text = metrics.elidedText(
            self._prints(written_by(form)),
            Qt.TextElideMode.ElideMiddle,
            place.width() - 2 * _PAD + 1,
        )
        painter.drawText(QPointF(place.left() + _PAD, place.bottom()), text)
        painter.restore()


def written_by(form: QTextFormat) -> str:
    """The token of a chip's format; empty for any other."""
    return str(form.property(_WRITTEN) or "") if form.objectType() == _KIND else ""


def chip(token: Token) -> QTextCharFormat:
    """The format of a chip."""
    form = QTextCharFormat()
    form.setObjectType(_KIND)
    form.setProperty(_WRITTEN, token.written)
    return form


def written(document: QTextDocument, start: int = 0, stop: int | None = None) -> str:
    """The text between two positions of the document as it is stored: chips are tokens again."""
    raw = document.toRawText()
    stop = utf16(raw) if stop is None else stop
    if OBJECT not in raw:
        return _lines(_cut(raw, start, stop))
    out: list[str] = []
    block = document.begin()
    while block.isValid():
        if out or block.position() > start:
            out.append("\n" if start < block.position() <= stop else "")
        each = block.begin()
        while not each.atEnd():
            fragment = each.fragment()
            first, last = (
                max(start, fragment.position()),
                min(stop, fragment.position() + fragment.length()),
            )
            if first < last:
                token = written_by(fragment.charFormat())
                text = token * (last - first) if token else _cut(raw, first, last)
                out.append(_lines(text))
            each += 1
        block = block.next()
    return "".join(out)


def _cut(raw: str, start: int, stop: int) -> str:
    if utf16(raw) == len(raw):
        return raw[start:stop]
    return raw.encode("utf-16-le", "surrogatepass")[2 * start : 2 * stop].decode(
        "utf-16-le", "surrogatepass"
    )


def _lines(text: str) -> str:
    return text.replace("\u2029", "\n").replace("\u2028", "\n")


def insert(cursor: QTextCursor, text: str, prints: Callable[[str], bool]) -> None:
    """Insert a stored text; tokens that print become chips, the others stay as they are written."""
    last = 0
    for start, stop, token in spans(text):
        if prints(token.written):
            cursor.insertText(text[last:start], QTextCharFormat())
            cursor.insertText(OBJECT, chip(token))
            last = stop
    cursor.insertText(text[last:], QTextCharFormat())


def fold(edit: QTextEdit, prints: Callable[[str], bool]) -> bool:
    """Make chips of the written tokens that print, but of none in which the caret stands; whether
    there was one.
    """
    raw = edit.document().toRawText()
    found = False
    for start, stop, token in reversed(list(spans(raw))):
        first, last = utf16(raw[:start]), utf16(raw[:stop])
        if first < edit.textCursor().position() < last or not prints(token.written):
            continue
        cursor = QTextCursor(edit.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(OBJECT, chip(token))
        found = True
    return found


def unfold(edit: QTextEdit, position: int) -> bool:
    """Write the token of the chip at a position out, with the caret in it; whether there is one."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(position)
    if not cursor.movePosition(
        QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
    ):
        return False
    token = written_by(cursor.charFormat())
    if not token:
        return False
    blocked = edit.blockSignals(True)
    cursor.insertText(token, QTextCharFormat())
    cursor.setPosition(position + utf16(token) - 1)
    edit.setTextCursor(cursor)
    edit.blockSignals(blocked)
    return True


def token_at(document: QTextDocument, position: int) -> str:
    """The token of the chip that begins at a position; empty where none does."""
    cursor = QTextCursor(document)
    cursor.setPosition(min(position + 1, document.characterCount() - 1))
    return written_by(cursor.charFormat()) if document.characterAt(position) == OBJECT else ""
