"""A metric's values in time, drawn in the window itself: what a pack prints of them is drawn by `charts`."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lohum_brief.window.theme import current

_POINT: Final = 4.0
_AIR: Final = 26
"""Pixels above and below the points, for what stands there."""


class Shown(NamedTuple):
    """A value with the words above and below it; `firm` ones are measured or stated, others are drawn hollow."""

    value: Decimal
    said: str
    when: str
    firm: bool
    chosen: bool


class History(QWidget):
    """Chosen values are joined by a line; those that are not stand beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._values: Sequence[Shown] = ()
        self.setMinimumHeight(150)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(300, 150)

    def show_values(self, values: Sequence[Shown], name: str) -> None:
        """Show values in the order of their time."""
        self._values = values
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{one.when}: {one.said}" for one in values))
        self.setVisible(len(values) > 1)
        self.update()

    def _places(self, room: QRectF) -> list[QPointF]:
        values = [float(one.value) for one in self._values]
        low, high = min([0.0, *values]), max([0.0, *values])
        step = room.width() / len(values)
        return [
            QPointF(
                room.left() + step * (at + 0.5),
                room.bottom() - (value - low) / (high - low) * room.height() if high > low else room.center().y(),
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
        metrics = self.fontMetrics()
        room = QRectF(self.rect()).adjusted(4, _AIR, -4, -_AIR)
        places = self._places(room)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        chosen = [place for place, one in zip(places, self._values, strict=True) if one.chosen]
        painter.drawPolyline(chosen)
        step = room.width() / len(places)
        for place, one in zip(places, self._values, strict=True):
            painter.setPen(QPen(QColor(theme.accent if one.chosen else theme.quiet), 1.5))
            painter.setBrush(QColor(theme.accent if one.chosen else theme.quiet) if one.firm else QColor(theme.surface))
            painter.drawEllipse(place, _POINT, _POINT)
            painter.setPen(QColor(theme.text if one.chosen else theme.quiet))
            for text, y in ((one.said, place.y() - _AIR), (one.when, room.bottom() + 4)):
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(24, round(step) - 4))
                box = QRectF(place.x() - step / 2, y, step, _AIR - 4)
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
