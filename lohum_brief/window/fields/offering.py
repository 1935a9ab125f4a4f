"""A list under the caret that offers what could stand there: figures after a brace, terms while a
word is typed.

It never takes the keyboard: the area keeps it, and only the keys that choose go to the list.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lohum_brief.language.catalogue import phrase_in
from lohum_brief.language.interface import say
from lohum_brief.visit.readers import Audience
from lohum_brief.window.fields.area import TextArea
from lohum_brief.window.fields.offers import Offer, figure_offers, term_offers
from lohum_brief.window.session import Session
from lohum_brief.window.theme import current

_OFFER: Final = Qt.ItemDataRole.UserRole
_STEPS: Final[dict[int, int]] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ROWS: Final = 9
_LONGEST: Final = 60
"""Characters behind a brace after which nobody is looking for a figure any more."""
_NARROW: Final = str.maketrans("｛｝｜", "{}|")
"""What Japanese input methods write for the keys that tokens are made of."""


class Offering(QObject):
    """The offers of one area."""

    def __init__(self, area: TextArea, session: Session, audience: Callable[[], Audience]) -> None:
        """`audience` says who may read the text that is written."""
        super().__init__(area)
        self._audience = audience
        self._area = area
        self._session = session
        self._figures = False
        self._put_away = False
        self._scrolled = False
        area.installEventFilter(self)
        area.textChanged.connect(self._typed)
        area.cursorPositionChanged.connect(self._moved)

    @cached_property
    def list(self) -> "_List":
        """Made when there is something to offer: a form has dozens of areas."""
        made = _List(self._area)
        made.hide()
        self._area.destroyed.connect(
            made.deleteLater
        )  # it may have become the window's, to lie over all of it
        made.itemClicked.connect(self._take)
        return made

    def is_shown(self) -> bool:
        """Whether there are offers."""
        return "list" in vars(self) and self.list.isVisibleTo(self._area.window())

    def _hide(self) -> None:
        if "list" in vars(self):
            self.list.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (
            QEvent.Type.FocusOut,
            QEvent.Type.Hide,
            QEvent.Type.Resize,
            QEvent.Type.Wheel,
        ) or (isinstance(event, QInputMethodEvent) and event.preeditString()):
            self._hide()
        elif isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            mine = self._key(event, act=event.type() == QEvent.Type.KeyPress)
            if mine:
                event.accept()
            return mine
        return False

    def _key(self, event: QKeyEvent, *, act: bool) -> bool:
        """Whether the key is meant for the offers; does what it says if it is to `act`."""
        does = self._meaning(event.key(), event.modifiers())
        if does is not None and act:
            does()
        return does is not None

    def _meaning(self, key: int, modifiers: Qt.KeyboardModifier) -> Callable[[], object] | None:
        """What a key does with the offers; None where it is not meant for them."""
        if key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.ControlModifier:
            return self._ask
        if not self.is_shown() or modifiers:
            return None
        row = self.list.currentRow()
        if key in _STEPS:
            return partial(self._step, row, _STEPS[key])
        if key == Qt.Key.Key_Escape:
            return self._dismiss
        if key == Qt.Key.Key_Tab or (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0):
            return partial(self._take, self.list.item(max(0, row)))
        return None

    def _ask(self) -> None:
        self._put_away = False
        self._offer(asked=True)

    def _step(self, row: int, by: int) -> None:
        self.list.setCurrentRow((row + by) % self.list.count() if row >= 0 else 0)

    def _dismiss(self) -> None:
        self._put_away = True
        self._hide()

    def _typed(self) -> None:
        if self._area.mending:  # what was put right is whole
            self.list.hide()
        elif self._area.hasFocus() and not self._area.composing:
            self._offer()

    def _moved(self) -> None:
        """Offers go when the caret leaves the word that they are for; while it is typed `_typed`
        keeps them.
        """
        left = self._area.textCursor().hasSelection() or (self._figures and self._query() is None)
        if left and self.is_shown():
            self._hide()

    def _query(self) -> str | None:
        """What stands between a brace that opens a token and the caret."""
        before = self._area.before_caret().translate(_NARROW)
        head, brace, query = before.rpartition("{")
        if not brace or head.endswith("{") or len(query) > _LONGEST or {"}", "|"} & set(query):
            return None
        return query

    def _offer(self, *, asked: bool = False) -> None:
        area, visit = self._area, self._session.visit
        query = self._query()
        if query is None or (query == "" and not asked):
            self._put_away = False
        if area.lang is None or area.isReadOnly() or self._put_away:
            self._hide()
            return
        if query is not None:
            self._show(figure_offers(query, area.lang, visit, self._audience()), figures=True)
            return
        offers = term_offers(area.before_caret(), area.lang, visit, asked=asked)
        self._show(offers, figures=False, first=asked)

    def _show(self, offers: Sequence[Offer], *, figures: bool, first: bool = True) -> None:
        self._figures = figures
        if not offers:
            self._hide()
            return
        self.list.fill(offers)
        self.list.setAccessibleName(
            say(phrase_in("of all kinds", "Figures")) if figures else say("Terms")
        )
        self.list.setCurrentRow(0 if first else -1)
        self.list.show_at(self._area)
        self._watch_scrolling()

    def _watch_scrolling(self) -> None:
        """The list goes with the caret when the form around the area is scrolled."""
        if self._scrolled:
            return
        around = self._area.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.verticalScrollBar().valueChanged.connect(self._replace)
            self._scrolled = True

    def _replace(self) -> None:
        if self.is_shown():
            self.list.show_at(self._area)

    def _take(self, item: QListWidgetItem) -> None:
        offer: Offer = item.data(_OFFER)
        self._hide()
        self._put_away = True
        self._area.insert(offer.text, offer.back)
        self._hide()
        self._put_away = False
        self._area.setFocus()


class _List(QListWidget):
    """Lies over the window, below the caret or above it, and takes no keys."""

    def __init__(self, area: TextArea) -> None:
        super().__init__(area)
        self.setObjectName("offers")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Beside(self))
        self.setUniformItemSizes(True)

    def fill(self, offers: Sequence[Offer]) -> None:
        """Show these."""
        self.clear()
        for offer in offers:
            item = QListWidgetItem(offer.name)
            item.setData(_OFFER, offer)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.name}: {offer.beside}")
            self.addItem(item)

    def show_at(self, area: TextArea) -> None:
        """Under the caret of the area, within its window."""
        window = area.window()
        if self.parent() is not window:
            self.setParent(window)
        metrics = self.fontMetrics()
        height = min(_ROWS, self.count()) * self.sizeHintForRow(0) + 2 * self.frameWidth() + 2
        wanted = max(
            metrics.horizontalAdvance(offer.name) + metrics.horizontalAdvance(offer.beside)
            for offer in (self.item(row).data(_OFFER) for row in range(self.count()))
        )
        width = min(max(280, wanted + 64), 560 * metrics.height() // 18, window.width() - 16)
        caret = area.cursorRect()
        below = area.viewport().mapTo(window, caret.bottomLeft() + QPoint(0, 4))
        if below.y() + height > window.height() - 4:
            below.setY(area.viewport().mapTo(window, caret.topLeft()).y() - height - 4)
        below.setX(max(8, min(below.x(), window.width() - width - 8)))
        self.setGeometry(QRect(below, QSize(width, height)))
        self.raise_()
        self.show()


class _Beside(QStyledItemDelegate):
    """The name, and at the right what it prints."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        theme = current()
        offer: Offer = index.data(_OFFER)
        held = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        metrics = option.fontMetrics
        painter.save()
        painter.setFont(option.font)
        if held:
            painter.fillRect(rect, QColor(theme.selected))
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), QColor(theme.accent))
        inner = rect.adjusted(10, 0, -10, 0)
        most = inner.width() * 3 // 5
        beside = metrics.elidedText(offer.beside, Qt.TextElideMode.ElideRight, most)
        wide = metrics.horizontalAdvance(beside)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setPen(QColor(theme.text))
        name = metrics.elidedText(
            offer.name, Qt.TextElideMode.ElideRight, inner.width() - wide - 16
        )
        painter.drawText(inner, line | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QColor(theme.accent if held else theme.quiet))
        painter.drawText(inner, line | Qt.AlignmentFlag.AlignRight, beside)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Any) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, option.fontMetrics.height() + 10)
