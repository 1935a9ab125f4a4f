"""Lists of cards: a title, what there is to say below it, and at the right a word, a line and a
share.
"""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lohum_brief.window.theme import current

_WRAP: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Cards(QStyledItemDelegate):
    """The roles of an item beside its text. `SHARE` is in per cent, `FADED` for what cannot be
    opened.
    """

    BELOW: Final = Qt.ItemDataRole.UserRole + 1
    RIGHT: Final = Qt.ItemDataRole.UserRole + 2
    RIGHT_BELOW: Final = Qt.ItemDataRole.UserRole + 3
    SHARE: Final = Qt.ItemDataRole.UserRole + 4
    FADED: Final = Qt.ItemDataRole.UserRole + 5

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setSpacing(4)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = option.fontMetrics
        width = self._view.viewport().width() - 2 * self._view.spacing()
        room = width - 2 * metrics.height() - self._right(option, index)
        title = (
            QFontMetrics(_bold(option.font))
            .boundingRect(0, 0, room, 10_000, _WRAP, _text(index))
            .height()
        )
        below = index.data(self.BELOW)
        height = title + (
            metrics.boundingRect(0, 0, room, 10_000, _WRAP, below).height() if below else 0
        )
        return QSize(width, max(height, 2 * metrics.height() + 8) + 2 * _margin(metrics) + 4)

    def _right(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> int:
        bold, plain = QFontMetrics(_bold(option.font)), option.fontMetrics
        widths = [
            bold.horizontalAdvance(index.data(self.RIGHT) or ""),
            plain.horizontalAdvance(index.data(self.RIGHT_BELOW) or ""),
        ]
        return max(widths) + plain.height() if any(widths) else 0

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current()
        metrics: QFontMetrics = option.fontMetrics
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        faded = bool(index.data(self.FADED))
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = chosen and self._view.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.line), 2 if focused else 1))
        painter.setBrush(QColor(theme.selected if chosen or over else theme.surface))
        painter.drawRoundedRect(box, 8, 8)
        margin = _margin(metrics)
        inner: QRect = option.rect.adjusted(metrics.height(), margin, -metrics.height(), -margin)
        right = self._right(option, index)
        left = inner.adjusted(0, 0, -right, 0)
        painter.setFont(_bold(option.font))
        painter.setPen(QColor(theme.quiet if faded else theme.text))
        used = painter.boundingRect(left, int(_WRAP), _text(index))
        painter.drawText(left, int(_WRAP), _text(index))
        painter.setFont(option.font)
        painter.setPen(QColor(theme.quiet))
        painter.drawText(
            left.adjusted(0, used.height() + 4, 0, 0), int(_WRAP), index.data(self.BELOW) or ""
        )
        self._paint_right(painter, option, index, inner)
        painter.restore()

    def _paint_right(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        inner: QRect,
    ) -> None:
        theme = current()
        metrics: QFontMetrics = option.fontMetrics
        line = metrics.height() + 4
        painter.setFont(_bold(option.font))
        painter.setPen(QColor(theme.warn if index.data(self.FADED) else theme.accent))
        painter.drawText(
            QRect(inner.left(), inner.top(), inner.width(), line),
            int(_RIGHT),
            index.data(self.RIGHT) or "",
        )
        painter.setFont(option.font)
        painter.setPen(QColor(theme.quiet))
        below = QRect(inner.left(), inner.top() + line, inner.width(), line)
        painter.drawText(below, int(_RIGHT), index.data(self.RIGHT_BELOW) or "")
        share: Any = index.data(self.SHARE)
        if share is not None:
            width = self._right(option, index) - metrics.height()
            track = QRectF(inner.right() - width, below.bottom() + 3, width, 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.line))
            painter.drawRoundedRect(track, 2, 2)
            painter.setBrush(QColor(theme.good if share == 100 else theme.accent))
            painter.drawRoundedRect(
                QRectF(track.x(), track.y(), track.width() * share / 100, 4), 2, 2
            )


def _text(index: QModelIndex | QPersistentModelIndex) -> str:
    return str(index.data() or "")


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def _margin(metrics: QFontMetrics) -> int:
    return metrics.height() * 2 // 3
