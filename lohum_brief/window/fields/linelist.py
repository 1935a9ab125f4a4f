"""A list of short lines within a form: as high as what it holds, each line cut where the form ends
and told by a hint.
"""

from html import escape
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

_SHOWN: Final = 8
"""Lines before it scrolls."""


class LineList(QListWidget):
    """Whoever fills it lets it `fit` afterwards."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("lines")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Narrow(self))

    def add_line(self, text: str, held: str) -> None:
        """A line at the end, and what it stands for."""
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, held)
        item.setToolTip(f"<span>{escape(text)}</span>")
        self.addItem(item)

    def fit(self) -> None:
        """Take the height of the lines."""
        rows = max(1, min(_SHOWN, self.count()))
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), self.fontMetrics().height()) + 4)


class _Narrow(QStyledItemDelegate):
    """Lines are as wide as the list, however long."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())
