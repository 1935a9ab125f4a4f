"""How the cells of tables are drawn: words of states as pills, quiet words in grey, what is cut
with a hint.
"""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from lohum_brief.window.fields.pill import colours
from lohum_brief.window.theme import current

Index = QModelIndex | QPersistentModelIndex
PILLS: Final = Qt.ItemDataRole.UserRole + 1
"""Words with the state that tints each: a list of pairs."""
QUIET: Final = Qt.ItemDataRole.UserRole + 2
"""Whether the words are in grey."""

Pills = list[tuple[str, str]]
_MARGIN: Final = 11


class PillDelegate(QStyledItemDelegate):
    """Draws words of states as pills; everything else as it is. What has no room is told where the
    mouse rests.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        if index.data(QUIET):
            option.palette.setColor(QPalette.ColorRole.Text, QColor(current().quiet))
            option.palette.setColor(QPalette.ColorRole.HighlightedText, QColor(current().quiet))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pills = index.data(PILLS)
        if pills is None:
            super().paint(painter, option, index)
            return
        widget: QWidget = option.widget
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, widget)
        rect: QRect = option.rect
        metrics = QFontMetrics(option.font)
        height = metrics.height() + 4
        x = rect.x() + _MARGIN
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (word, state) in enumerate(pills):
            room = rect.right() - x
            rest = at + 1 < len(pills)
            if metrics.horizontalAdvance(word) + 14 + (18 if rest else 0) > room:
                painter.setPen(QColor(current().quiet))
                painter.drawText(
                    QRect(x, rect.y(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter, "…"
                )
                break
            width = metrics.horizontalAdvance(word) + 14
            ink, ground = colours(state)
            box = QRect(x, rect.center().y() - height // 2, width, height)
            painter.setPen(QPen(QColor(ink), 1))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, height / 2, height / 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
            x += width + 4
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        size = super().sizeHint(option, index)
        pills = index.data(PILLS)
        if pills is not None:
            size.setWidth(pills_width(QFontMetrics(option.font), [word for word, _ in pills]))
        return size

    def helpEvent(  # noqa: N802 - Qt's name
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A cell whose words have no room says them."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        text = str(index.data() or "")
        room = view.visualRect(index).width()
        if not text or self.sizeHint(option, index).width() <= room:
            QToolTip.hideText()
            return True
        QToolTip.showText(
            event.globalPos(), f"<span style='white-space:pre-wrap'>{escape(text)}</span>", view
        )
        return True


def pills_width(metrics: QFontMetrics, words: Sequence[str]) -> int:
    """The width of a cell with these pills."""
    return 2 * _MARGIN + sum(metrics.horizontalAdvance(word) + 18 for word in words)


def natural_width(
    view: QAbstractItemView, model: QAbstractItemModel, column: int, rows: Sequence[int] = ()
) -> int:
    """The width that these rows of a column would like, or else its first ones."""
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    delegate = view.itemDelegate()
    measured = rows or range(min(40, model.rowCount()))
    return max(
        (delegate.sizeHint(option, model.index(row, column)).width() for row in measured), default=0
    )
