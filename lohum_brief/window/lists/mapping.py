"""What the columns of a table hold: guessed, and changed by somebody who knows better."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from lohum_brief.language.interface import say
from lohum_brief.service.messages.tables import TableColumn
from lohum_brief.window import labels
from lohum_brief.window.speaking import name_choice

_LEAST: Final = 2
"""Rows that can be seen however small the window is; half of the next says that there are more."""
_IGNORED: Final = "-"
"""As `exchange.vocabulary.IGNORED`."""


class ColumnsTable(QTableWidget):
    """One row for each column of the table. `maps` has what somebody has said, by the letter."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.maps: dict[str, str] = {}
        self._fields = QStandardItemModel(self)
        self._known: tuple[str, ...] = ()
        self.setHorizontalHeaderLabels(
            [say("Column"), say("Heading"), say("First value"), say("Field")]
        )
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(say("Columns of the table"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 22)
        header = self.horizontalHeader()
        row = self.verticalHeader().defaultSectionSize()
        self.setMinimumHeight(header.sizeHint().height() + _LEAST * row + row // 2)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, mode in enumerate(
            (
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Stretch,
            )
        ):
            header.setSectionResizeMode(at, mode)

    def forget(self) -> None:
        """What was said was said of another kind."""
        self.maps = {}

    def show_columns(
        self, columns: Sequence[TableColumn], fields: tuple[str, ...], *, exact: bool
    ) -> None:
        """Show the columns; in a table of this program nothing is to be chosen."""
        fields = (
            *fields,
            *(column.field for column in columns if column.field and column.field not in fields),
        )
        if fields != self._known:
            self._known = fields
            self._offer(fields)
        self.setRowCount(len(columns))
        for row, column in enumerate(columns):
            for at, text in enumerate((column.letter, column.heading, column.sample)):
                item = QTableWidgetItem(text)
                self.setItem(row, at, item)
            box = self.cellWidget(row, 3)
            if not isinstance(box, QComboBox):
                box = _Fields()
                box.setModel(self._fields)
                box.activated.connect(lambda _, row=row: self._chosen(row))
                self.setCellWidget(row, 3, box)
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(column.field or _IGNORED)))
            box.setEnabled(not exact)
            name_choice(box, say("Field of column {column}", column=column.letter))

    def _offer(self, fields: Sequence[str]) -> None:
        self._fields.clear()
        for name, value in (
            (say("not read"), _IGNORED),
            *sorted((labels.path(field), field) for field in fields),
        ):
            item = QStandardItem(name)
            item.setData(value, Qt.ItemDataRole.UserRole)
            self._fields.appendRow(item)

    def _chosen(self, row: int) -> None:
        letter, box = self.item(row, 0), self.cellWidget(row, 3)
        if letter is not None and isinstance(box, QComboBox):
            self.maps = {**self.maps, letter.text(): str(box.currentData())}
            self.chosen.emit()


class _Fields(QComboBox):
    """The wheel scrolls the table and changes no field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        event.ignore()  # type: ignore[attr-defined]
