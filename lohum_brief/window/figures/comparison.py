"""Minerals side by side by one measure: who has how much, how concentrated that is, and how it
went.
"""

from html import escape
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.interface import say, say_n
from lohum_brief.service.messages.message import Failed
from lohum_brief.service.messages.review import Compared
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Mineral, Series, Source
from lohum_brief.window import labels
from lohum_brief.window.figures.compared import Bar, Card, cards
from lohum_brief.window.lists.other_view import OtherView
from lohum_brief.window.live.chooser import Chooser
from lohum_brief.window.service import Service
from lohum_brief.window.session import Session
from lohum_brief.window.theme import current

Index = QModelIndex | QPersistentModelIndex
_CARD: Final = Qt.ItemDataRole.UserRole
_TIGHT: Final = 26
"""Heights of a line below which facts and bars do not stand beside each other."""
_PAUSE: Final = 300
"""Milliseconds without an edit after which minerals are compared again."""
_MEASURES: Final = (
    (phrase("Mine production"), ("mine",)),
    (phrase("Refining"), ("refinery", "smelter")),
    (phrase("Reserves"), ("reserves",)),
    (phrase("Demand"), ("demand",)),
    (phrase("Supply"), ("supply",)),
    (phrase("Price"), ("price",)),
)


class Comparison(OtherView):
    """`wanted` names the mineral that somebody wants to open. It asks again when the tables changed
    and it is seen.
    """

    def __init__(self, session: Session, service: Service) -> None:
        super().__init__()
        self._session = session
        self._service = service
        self._stale = True
        self._left_out: set[str] = set()
        self.measure = Chooser(say("Measure"))
        self.measure.chosen.connect(self._ask)
        self.minerals = QToolButton()
        self.minerals.setObjectName("chooser")
        self.minerals.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.minerals.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.minerals.setMenu(_StayingMenu(self.minerals))
        self.list = _Cards()
        self.list.setAccessibleName(say("Compare"))
        self.list.setItemDelegate(_CardDelegate(self.list))
        self.list.itemActivated.connect(lambda item: self.wanted.emit(item.data(_CARD).mineral))
        self._why = QLabel()
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setObjectName("wrong")
        self._why.setWordWrap(True)
        self._why.hide()
        key = QLabel(
            say(
                "Shares of the world. HHI: from near 0, many equal shares, to 10,000, one "
                "country alone; above 1,800 is highly "
                "concentrated by the U.S. merger guidelines of 2023."
            )
        )
        key.setObjectName("quiet")
        key.setTextFormat(Qt.TextFormat.PlainText)
        key.setWordWrap(True)
        self._key = key
        nothing = say("Nothing to compare yet. Add tables of production, reserves or demand.")
        self.arrange((self.measure, self.minerals), (self._why,), self.list, key, nothing=nothing)
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wait.timeout.connect(self._ask)
        session.changed.connect(self._changed)
        service.compared.connect(self._take)
        service.uncompared.connect(self._fail)
        self._offer()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._stale:
            self._ask()

    # What is compared

    def _offer(self) -> None:
        visit = self._session.visit
        there = {series.measure for series in visit.of(Series) if series.points}
        self.measure.offer([(say(name), words) for name, words in _MEASURES if there & set(words)])
        self.have(bool(there))
        menu = self.minerals.menu()
        menu.clear()
        minerals = list(visit.of(Mineral))
        self._left_out &= {mineral.id for mineral in minerals}
        for mineral in minerals:
            action = QAction(labels.title(mineral, visit).replace("&", "&&"), menu, checkable=True)
            action.setChecked(mineral.id not in self._left_out)
            action.toggled.connect(lambda on, ident=mineral.id: self._choose(ident, on=on))
            menu.addAction(action)
        self._name_minerals()

    def _choose(self, ident: str, *, on: bool) -> None:
        (self._left_out.discard if on else self._left_out.add)(ident)
        self._name_minerals()
        self._ask()

    def _name_minerals(self) -> None:
        count = len(self._chosen())
        total = len(list(self._session.visit.of(Mineral)))
        text = (
            say("All minerals")
            if count == total
            else say_n("{count} mineral", "{count} minerals", count)
        )
        self.minerals.setText(text)
        self.minerals.setAccessibleName(f"{labels.kind('mineral')}: {text}")

    def _chosen(self) -> tuple[str, ...]:
        return tuple(
            one.id for one in self._session.visit.of(Mineral) if one.id not in self._left_out
        )

    def _ask(self) -> None:
        chosen = self._chosen()
        if not self.isVisible():
            self._stale = True
        elif self.measure.value is None or not chosen:
            self._show([])
        else:
            self._stale = False
            self._service.ask.compare(self.measure.value, chosen)

    def _changed(self, edit: Edit) -> None:
        if any(
            isinstance(change.before or change.after, Mineral | Series | Source)
            for change in edit.changes
        ):
            self._offer()
            self._wait.start()

    # What is shown

    def _take(self, found: Compared) -> None:
        self._why.hide()
        self._show(cards(found, self._session.visit))

    def _fail(self, answer: Failed) -> None:
        self._why.setText(say(answer.why))
        self._why.show()

    def _show(self, found: list[Card]) -> None:
        self._key.setVisible(any(card.shares for card in found))
        row = self.list.currentRow()
        self.list.clear()
        for card in found:
            item = QListWidgetItem()
            item.setData(_CARD, card)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, card.spoken())
            item.setToolTip(f"<span style='white-space:pre-wrap'>{escape(card.spoken())}</span>")
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), len(found) - 1))


class _StayingMenu(QMenu):
    """Stays open while several are chosen."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        active = [action for action in self.actions() if action is self.activeAction()]
        for action in active:
            action.trigger()
        if not active:
            super().mouseReleaseEvent(event)


class _Cards(QListWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)


class _CardDelegate(QStyledItemDelegate):
    """On the left the name and what is known, on the right the bars, all on one scale; below who
    says so.

    Where there is little room, one stands below the other.
    """

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def _tight(self, metrics: QFontMetrics) -> bool:
        return self._view.viewport().width() < _TIGHT * metrics.height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        card: Card = index.data(_CARD)
        line = _line(option.fontMetrics)
        both = 1 + len(card.facts), len(card.bars)
        lines = (sum(both) if self._tight(option.fontMetrics) else max(both)) + bool(card.sources)
        return QSize(0, lines * line + line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(_CARD)
        theme = current()
        widget: QWidget = option.widget
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, widget)
        metrics = option.fontMetrics
        line = _line(metrics)
        room = QRect(option.rect).adjusted(line // 2, line // 2, -line // 2, -line // 2)
        left, right = QRect(room), QRect(room)
        if self._tight(metrics):
            right.setTop(room.top() + (1 + len(card.facts)) * line)
        else:
            left.setWidth(round(room.width() * 0.4))
            right.setLeft(left.right() + line // 2)
        painter.save()
        bold = QFont(option.font)
        bold.setBold(True)
        for at, text in enumerate((card.name, *card.facts)):
            painter.setFont(option.font if at else bold)
            painter.setPen(QColor(theme.text if at < 2 else theme.quiet))
            _write(painter, QRect(left.x(), left.y() + at * line, left.width(), line), text)
        painter.setFont(option.font)
        for at, bar in enumerate(card.bars):
            _draw(painter, QRect(right.x(), right.y() + at * line, right.width(), line), bar)
        if card.sources:
            painter.setPen(QColor(theme.quiet))
            _write(
                painter, QRect(room.x(), room.bottom() + 1 - line, room.width(), line), card.sources
            )
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


def _line(metrics: QFontMetrics) -> int:
    return metrics.height() + 4


def _write(
    painter: QPainter, room: QRect, text: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(align | Qt.AlignmentFlag.AlignVCenter), shown)


def _draw(painter: QPainter, room: QRect, bar: Bar) -> None:
    """Name, bar, figure; a hollow bar is no single country's, or not yet."""
    theme = current()
    metrics = painter.fontMetrics()
    said = metrics.horizontalAdvance("0,000,000.0")
    name = min(round(room.width() * 0.42), 9 * metrics.height())
    painter.setPen(QColor(theme.text if bar.firm else theme.quiet))
    _write(painter, QRect(room.x(), room.y(), name - 8, room.height()), bar.name)
    _write(
        painter,
        QRect(room.right() + 1 - said, room.y(), said, room.height()),
        bar.said,
        Qt.AlignmentFlag.AlignRight,
    )
    full = max(0, room.width() - name - said - 8)
    high = max(6, metrics.height() // 2)
    box = QRectF(room.x() + name, room.center().y() - high / 2 + 1, max(1.0, full * bar.part), high)
    painter.setPen(QPen(QColor(theme.quiet), 1) if not bar.firm else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent) if bar.firm else QColor(theme.surface))
    painter.drawRect(box)
