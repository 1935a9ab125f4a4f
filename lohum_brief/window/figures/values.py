"""The values of a metric as rows: cells are made when they are looked at, a change goes to whoever
stores it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, get_args

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lohum_brief.visit.records import Basis, Observation
from lohum_brief.window import labels
from lohum_brief.window.theme import icon

Index = QModelIndex | QPersistentModelIndex
FIELDS: Final = ("as_of", "value", "basis", "chosen", "sources")
DATE, VALUE, BASIS, CHOSEN, SOURCES = range(len(FIELDS))
_FLAGS: Final = (
    Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
)
_CHEVRON: Final = 14


class Values(QAbstractTableModel):
    """The last row is empty. `typed` is told row, column and what was typed, chosen (its word) or
    ticked.

    It says whether that was stored; what was not stays as it was typed until values are shown
    again.
    """

    def __init__(self, typed: Callable[[int, int, Any], bool]) -> None:
        super().__init__()
        self._refused: dict[tuple[int, int], Any] = {}
        self._typed = typed
        self._shown: Sequence[Observation] = ()
        self._sources: Mapping[str, str] = {}

    def show_values(self, shown: Sequence[Observation], sources: Mapping[str, str]) -> None:
        """Show values row for row; `sources` are the titles of sources by their ids.

        Rows come behind the empty one, which becomes the first of them, so that who types in it
        stays in it.
        """
        before, after = len(self._shown), len(shown)
        self._sources = sources
        self._refused.clear()
        if after > before:
            self.beginInsertRows(QModelIndex(), before + 1, after)
            self._shown = shown
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._shown = shown
            self.endRemoveRows()
        self._shown = shown
        self.dataChanged.emit(self.index(0, 0), self.index(after, len(FIELDS) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, after)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else len(self._shown) + 1

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else len(FIELDS)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return labels.field(FIELDS[section])
        return str(section + 1) if section < len(self._shown) else "+"

    def flags(self, index: Index) -> Qt.ItemFlag:
        column = index.column()
        if column == CHOSEN:
            return _FLAGS | Qt.ItemFlag.ItemIsUserCheckable
        if column == SOURCES or (column == BASIS and index.row() == len(self._shown)):
            return _FLAGS
        return _FLAGS | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        one = self._shown[row] if row < len(self._shown) else None
        if column == CHOSEN:
            if role == Qt.ItemDataRole.CheckStateRole:
                return (
                    Qt.CheckState.Checked if one is None or one.chosen else Qt.CheckState.Unchecked
                )
            return None
        if role == Qt.ItemDataRole.EditRole and column == BASIS:
            return one.basis if one else "stated"
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        return self._refused.get((row, column)) or self._said(one, column)

    def _said(self, one: Observation | None, column: int) -> str:
        if column == BASIS:
            return labels.choice("basis", one.basis if one else "stated")
        if one is None:
            return ""
        if column == SOURCES:
            return "; ".join(title for ident in one.sources if (title := self._sources.get(ident)))
        return one.as_of if column == DATE else str(one.value)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        if role == Qt.ItemDataRole.CheckStateRole:
            self._typed(index.row(), index.column(), Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and value != self.data(index, role):
            at = index.row(), index.column()
            if not self._typed(*at, value) and at[1] != BASIS:
                self._refused[at] = value
        return True


class BasisDelegate(QStyledItemDelegate):
    """What a value rests on, chosen from a list that opens where it is asked for: a list for each
    row would take long.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            rect: QRect = option.rect
            at = QRect(
                rect.right() - _CHEVRON - 6, rect.center().y() - _CHEVRON // 2, _CHEVRON, _CHEVRON
            )
            icon("chevron-down").paint(painter, at)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802 - Qt's name
        del option, index
        box = QComboBox(parent)
        box.setAccessibleName(labels.field("basis"))
        for word in get_args(Basis):
            box.addItem(labels.choice("basis", word), word)
        box.activated.connect(lambda _: self._chosen(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _chosen(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802 - Qt's name
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
