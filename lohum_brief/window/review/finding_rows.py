"""How the rows of findings are drawn: that of a group offers to mend all of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from lohum_brief.window.review.findinglist import PLACE, FindingList
from lohum_brief.window.theme import current


def mends_rect(
    tree: QTreeView, model: FindingList, index: QModelIndex | QPersistentModelIndex
) -> QRect:
    """Where a group's row offers to mend all, in the tree's viewport."""
    group = model.group(index)
    row = tree.visualRect(model.index(index.row(), 0))
    width = tree.fontMetrics().horizontalAdvance(group.mends if group else "") + 16
    right = tree.viewport().width()
    return QRect(QPoint(right - width, row.top()), QSize(width, row.height()))


class FindingRows(QStyledItemDelegate):
    """Rows as they always are; that of a group offers at its right to mend all.

    Where a place has no room, the middle of it goes: the record begins it and the field ends it.
    """

    def __init__(self, tree: QTreeView, model: FindingList) -> None:
        super().__init__(tree)
        self._tree = tree
        self._model = model

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.column() == PLACE:
            option.textElideMode = Qt.TextElideMode.ElideMiddle

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        group = self._model.group(index)
        if group is not None and group.mends and index.column() == 0:
            painter.save()
            painter.setFont(self._tree.font())
            painter.setPen(QColor(current().accent))
            rect = mends_rect(self._tree, self._model, index).adjusted(0, 0, -8, 0)
            painter.drawText(
                rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), group.mends
            )
            painter.restore()
