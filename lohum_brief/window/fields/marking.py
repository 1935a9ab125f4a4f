"""What is to be seen to in a text, underlined where it stands: never by colour alone, a wave is
wrong, dots are a hint.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, Literal, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextCursor, QTextLine
from PySide6.QtWidgets import QTextEdit

from lohum_brief.language.codes import Lang
from lohum_brief.window.fields.chips import utf16
from lohum_brief.window.theme import current

_BELOW: Final = 3.0
_STEP: Final = 2.5

Sort = Literal["unknown", "forbidden", "hint"]


class Way(NamedTuple):
    """What somebody can do about a mark other than writing something else."""

    name: str
    act: Callable[[], object]


class Mark(NamedTuple):
    """Something between two places of a text; `right` would be better, where that is known."""

    start: int
    stop: int
    sort: Sort
    why: str
    right: str = ""
    meant: Callable[[], Sequence[str]] = tuple
    """What else may be better: worked out when somebody asks."""
    ways: tuple[Way, ...] = ()


Marker = Callable[[str, Lang], Iterable[Mark]]
"""Finds the marks of a text in a language."""


def cursor_over(area: QTextEdit, mark: Mark) -> QTextCursor:
    """A cursor that selects what is marked."""
    raw = area.document().toRawText()
    cursor = area.textCursor()
    cursor.setPosition(utf16(raw[: mark.start]))
    cursor.setPosition(utf16(raw[: mark.stop]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def paint(area: QTextEdit, marked: Sequence[tuple[QTextCursor, Mark]]) -> None:
    """Underline what is marked. Qt's own underlines are cut off at the descent, which a Japanese
    font hardly has.
    """
    theme = current()
    inks = {"unknown": theme.bad, "forbidden": theme.warn, "hint": theme.quiet}
    painter = QPainter(area.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, -area.verticalScrollBar().value())
    for cursor, mark in marked:
        dotted = mark.sort == "hint"
        pen = QPen(QColor(inks[mark.sort]), 1.8 if dotted else 1.3)
        pen.setStyle(Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        for left, right, y in _lines(cursor):
            if dotted:
                painter.drawLine(QPointF(left, y), QPointF(right, y))
            else:
                painter.drawPolyline(_wave(left, right, y))
    painter.end()


def _lines(cursor: QTextCursor) -> Iterator[tuple[float, float, float]]:
    """For each line that a selection touches: where it begins and ends, and the height just below
    its letters.
    """
    block = cursor.document().findBlock(cursor.selectionStart())
    while block.isValid() and block.position() < cursor.selectionEnd():
        start = max(0, cursor.selectionStart() - block.position())
        stop = min(block.length() - 1, cursor.selectionEnd() - block.position())
        yield from stretches(block, _laid(block, start), _laid(block, stop))
        block = block.next()


def _laid(block: QTextBlock, position: int) -> int:
    """Where a place of a block's text stands in its lines: what is being composed moves what comes
    after it.
    """
    layout = block.layout()
    return (
        position + utf16(layout.preeditAreaText())
        if 0 <= layout.preeditAreaPosition() < position
        else position
    )


def stretches(block: QTextBlock, start: int, stop: int) -> Iterator[tuple[float, float, float]]:
    """The same for a stretch of a block as it is laid out, with what is being composed."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(stop, line.textStart() + line.textLength())
        if first < last:
            place = layout.position()
            y = place.y() + line.y() + line.ascent() + _BELOW
            yield place.x() + _x(line, first), place.x() + _x(line, last), y


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


def _wave(left: float, right: float, y: float) -> QPolygonF:
    count = max(2, round((right - left) / _STEP) + 1)
    step = (right - left) / (count - 1)
    return QPolygonF(
        [QPointF(left + at * step, y + (_STEP / 2 if at % 2 else 0.0)) for at in range(count)]
    )


def marks_at(
    raw: str, marks: Sequence[Mark], position: int, *, caret: bool = False
) -> Iterator[Mark]:
    """The marks over a position of the document; a `caret` just behind one is at it too."""
    for mark in marks:
        if utf16(raw[: mark.start]) <= position < utf16(raw[: mark.stop]) + caret:
            yield mark
