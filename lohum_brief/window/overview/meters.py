"""What the overview paints itself: how far texts are as a bar, and a day of the programme on a line
of time.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lohum_brief.language import dates
from lohum_brief.language.interface import interface
from lohum_brief.visit.records import Item
from lohum_brief.window import labels
from lohum_brief.window.readiness import Stage
from lohum_brief.window.theme import Theme, current

_TELLING: Final = 8
"""Letters of a title below which its beginning says nothing: the hint says all of it."""
_ORDER: Final[tuple[Stage, ...]] = ("approved", "checked", "draft", "old", "missing")


def _inks(theme: Theme) -> dict[Stage, QColor]:
    """The words beside a bar say the same."""
    draft = QColor(theme.accent)
    draft.setAlphaF(0.35)
    return {
        "approved": QColor(theme.good),
        "checked": QColor(theme.accent),
        "draft": draft,
        "old": QColor(theme.warn),
        "missing": QColor(theme.bad),
    }


class StageBar(QWidget):
    """How many texts stand at which stage, as parts of one bar."""

    def __init__(self, stages: Mapping[Stage, int], name: str) -> None:
        super().__init__()
        self._stages = stages
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(8, self.fontMetrics().height() // 2))
        self.setMinimumWidth(60)
        self.setAccessibleName(f"{name}: {told(stages)}")
        self.setToolTip(escape(told(stages)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        theme = current()
        total = sum(self._stages.values())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, 3, 3)
        x = box.left()
        ink = _inks(theme)
        for stage in _ORDER:
            width = box.width() * self._stages[stage] / total if total else 0
            if width:
                # What is there at all is seen, and a line of ground parts neighbours for who sees
                # no colours.
                painter.setBrush(ink[stage])
                painter.drawRoundedRect(
                    QRectF(x, box.top(), max(2.0, width - 1), box.height()), 2, 2
                )
                x += width


def told(stages: Mapping[Stage, int]) -> str:
    """The same in words and in the same order, without what there is none of."""
    return " · ".join(
        f"{labels.choice('state', stage)} {stages[stage]}" for stage in _ORDER if stages[stage]
    )


class DayBar(QWidget):
    """The items of one day along the hours, below each other where they are at the same time.
    `chosen` names an item.
    """

    chosen = Signal(str)

    def __init__(self, items: Sequence[Item]) -> None:
        super().__init__()
        self._items = [(item, labels.text(item.title) or item.id) for item in items]
        first = min(item.start for item in items)
        last = max(_end(item) for item in items)
        self._from = first.replace(minute=0, second=0, microsecond=0)
        self._until = last if last.minute == 0 and last > first else _next_hour(last)
        self._lanes = _lanes(items)
        em = self.fontMetrics().height()
        self._lane = em * 2 + 4
        self.setFixedHeight((max(self._lanes.values()) + 1) * self._lane + em + 10)
        self.setMinimumWidth(20 * em)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("; ".join(f"{_span(item)} {title}" for item, title in self._items))

    def _x(self, when: dt.datetime) -> float:
        whole = (self._until - self._from).total_seconds()
        return (self.width() - 1) * (when - self._from).total_seconds() / whole

    def _box(self, item: Item) -> QRectF:
        left = self._x(item.start)
        width = max(4.0, self._x(_end(item)) - left - 2)
        return QRectF(left, self._lanes[item.id] * self._lane, width, self._lane - 4)

    def _at(self, point: QPointF) -> tuple[Item, str] | None:
        return next(
            (
                pair
                for pair in self._items
                if self._box(pair[0]).adjusted(-2, 0, 2, 0).contains(point)
            ),
            None,
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        theme = current()
        metrics = self.fontMetrics()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = self.height() - metrics.height() - 2
        hours = int((self._until - self._from).total_seconds() // 3600)
        label = dates.time(self._from, interface())
        step = 1
        while (
            step < hours
            and self.width() * step / max(1, hours) < metrics.horizontalAdvance(label) * 1.6
        ):
            step += 1
        for hour in range(0, hours + 1, step):
            when = self._from + dt.timedelta(hours=hour)
            x = self._x(when)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, foot))
            painter.setPen(QColor(theme.quiet))
            text = dates.time(when, interface())
            width = metrics.horizontalAdvance(text)
            at = min(max(0.0, x - width / 2), self.width() - width)
            painter.drawText(
                QRectF(at, foot, width + 1, metrics.height() + 2),
                Qt.AlignmentFlag.AlignCenter,
                text,
            )
        for item, title in self._items:
            box = self._box(item)
            painter.setPen(QPen(QColor(theme.accent), 2 if item.fixed else 1))
            painter.setBrush(QColor(theme.selected))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
            inner = box.adjusted(6, 0, -4, 0)
            if inner.width() > 2 * metrics.height():
                painter.setPen(QColor(theme.text))
                shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(inner.width()))
                if shown == title or len(shown) >= _TELLING:
                    painter.drawText(
                        inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
                    )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        found = self._at(event.position())
        if found is not None:
            self.chosen.emit(found[0].id)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            if found is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(
                    event.globalPos(),
                    f"<span>{escape(_span(found[0]))} {escape(found[1])}</span>",
                    self,
                )
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(600, self.minimumHeight())


def _end(item: Item) -> dt.datetime:
    return item.start + dt.timedelta(minutes=item.minutes)


def _span(item: Item) -> str:
    return (
        dates.time_range(item.start, _end(item), interface())
        if item.minutes
        else dates.time(item.start, interface())
    )


def _next_hour(when: dt.datetime) -> dt.datetime:
    return when.replace(minute=0, second=0, microsecond=0) + dt.timedelta(hours=1)


def _lanes(items: Sequence[Item]) -> dict[str, int]:
    """The first lane that is free at an item's start."""
    free: list[dt.datetime] = []
    found = {}
    for item in sorted(items, key=lambda one: (one.start, one.id)):
        lane = next((at for at, until in enumerate(free) if until <= item.start), len(free))
        if lane == len(free):
            free.append(item.start)
        free[lane] = _end(item)
        found[item.id] = lane
    return found
