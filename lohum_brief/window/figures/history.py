"""A metric's values in time, drawn in the window itself: what a pack prints of them is drawn by
`charts`.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lohum_brief.window.theme import current

_POINT: Final = 4.0
_END: Final = Qt.TextElideMode.ElideRight
_LINES: Final = 2
"""Lines that words may take above and below the points."""
_NARROW: Final = 28
_LEGIBLE: Final = 64
"""Pixels: where each value has less than the first, only some have words, and these have the
second.
"""
_TOLD: Final = 24
"""Values that are read aloud; the table beside it has them all."""


class Shown(NamedTuple):
    """A value; `firm` ones are measured or stated, others are drawn hollow."""

    value: Decimal
    firm: bool
    chosen: bool


class History(QWidget):
    """Chosen values are joined by a line; those that are not stand beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._values: Sequence[Shown] = ()
        self._words: Callable[[int], tuple[str, str]] = lambda _: ("", "")
        self.setFixedHeight(self._air() * 2 + 6 * self.fontMetrics().height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(300, self.height())

    def _air(self) -> int:
        """Pixels above and below the points, for what stands there."""
        return _LINES * self.fontMetrics().height() + 8

    def show_values(
        self, values: Sequence[Shown], name: str, words: Callable[[int], tuple[str, str]]
    ) -> None:
        """Show values in the order of their time; `words` says what stands above and below each."""
        self._values = values
        self._words = words
        self.setAccessibleName(name)
        told = (words(at) for at in range(0, len(values), ceil(len(values) / _TOLD) or 1))
        self.setAccessibleDescription("; ".join(f"{when}: {said}" for said, when in told))
        self.setVisible(len(values) > 1)
        self.update()

    def _places(self, room: QRectF) -> list[QPointF]:
        values = [float(one.value) for one in self._values]
        low, high = min([0.0, *values]), max([0.0, *values])
        step = room.width() / len(values)
        return [
            QPointF(
                room.left() + step * (at + 0.5),
                room.bottom() - (value - low) / (high - low) * room.height()
                if high > low
                else room.center().y(),
            )
            for at, value in enumerate(values)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        if not self._values:
            return
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        air = self._air()
        room = QRectF(self.rect()).adjusted(4, air, -4, -air)
        places = self._places(room)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        chosen = [place for place, one in zip(places, self._values, strict=True) if one.chosen]
        painter.drawPolyline(chosen)
        step = room.width() / len(places)
        every = 1 if step >= _NARROW else ceil(_LEGIBLE / max(1, step))
        for at, (place, one) in enumerate(zip(places, self._values, strict=True)):
            ink = QColor(theme.accent if one.chosen else theme.quiet)
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(ink if one.firm else QColor(theme.surface))
            painter.drawEllipse(place, _POINT, _POINT)
            if at % every:
                continue
            painter.setPen(QColor(theme.text if one.chosen else theme.quiet))
            said, when = self._words(at)
            left, wide, high = place.x() - step * every / 2, step * every, air - 8
            above = QRectF(left, place.y() - air, wide, high)
            below = QRectF(left, room.bottom() + 4, wide, high)
            _write(painter, said, above, Qt.AlignmentFlag.AlignBottom)
            _write(painter, when, below, Qt.AlignmentFlag.AlignTop)
        painter.end()


def _write(painter: QPainter, text: str, box: QRectF, edge: Qt.AlignmentFlag) -> None:
    """Write words into a box, over several lines, or cut on one where it is too narrow."""
    centred = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    metrics = painter.fontMetrics()
    room = QRect(0, 0, round(box.width()), round(box.height()) + 8)
    if metrics.boundingRect(room, int(centred), text).width() > box.width():
        text = metrics.elidedText(text, _END, round(box.width()) - 4)
    painter.drawText(box, int(centred | edge), text)
