"""What an input method composes: shown under our own lines until it is committed.

Qt's underlines are cut off at the descent, which a Japanese font hardly has: nobody would see what
is still being composed.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from lohum_brief.window.fields.marking import stretches
from lohum_brief.window.theme import current

BELOW: Final = 4
"""Pixels below the caret that the line takes: a list of candidates begins under them."""
_FORMAT: Final = QInputMethodEvent.AttributeType.TextFormat


class Clause(NamedTuple):
    """A part of what is composed, in the units that Qt counts; `chosen` when candidates for it are
    offered.
    """

    start: int
    stop: int
    chosen: bool


def clauses(event: QInputMethodEvent) -> list[Clause]:
    """The parts that the input method tells apart; all of it where it says nothing."""
    length = len(event.preeditString().encode("utf-16-le", "surrogatepass")) // 2
    found = sorted(
        Clause(max(0, one.start), min(one.start + one.length, length), _chosen(one))
        for one in event.attributes()
        if one.type == _FORMAT and one.start < length and one.length > 0
    )
    return found or ([Clause(0, length, chosen=False)] if length else [])


def _chosen(attribute: QInputMethodEvent.Attribute) -> bool:
    return bool(attribute.value.toCharFormat().background().style() != Qt.BrushStyle.NoBrush)


def dressed(event: QInputMethodEvent) -> QInputMethodEvent:
    """The same event without Qt's underlines, and with our colours instead of those that suit
    another program.
    """
    chosen = QTextCharFormat()
    chosen.setBackground(QColor(current().selected))
    attributes = [one for one in event.attributes() if one.type != _FORMAT]
    attributes += [
        QInputMethodEvent.Attribute(_FORMAT, one.start, one.stop - one.start, chosen)
        for one in clauses(event)
        if one.chosen
    ]
    made = QInputMethodEvent(event.preeditString(), attributes)
    made.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength())
    return made


def paint(area: QTextEdit, parts: Sequence[Clause]) -> None:
    """Underline what is being composed; the clause that candidates are offered for with a heavy
    line.
    """
    block = area.textCursor().block()
    first = block.layout().preeditAreaPosition()
    if first < 0:
        return
    painter = QPainter(area.viewport())
    painter.translate(0, -area.verticalScrollBar().value())
    for part in parts:
        painter.setPen(QPen(QColor(current().text), 2.0 if part.chosen else 1.0))
        for left, right, y in stretches(block, first + part.start, first + part.stop):
            painter.drawLine(QPointF(left + 1, y), QPointF(right - 1, y))
    painter.end()
