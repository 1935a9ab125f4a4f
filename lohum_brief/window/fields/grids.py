"""A list of a record as a grid: cells typed in place, rows added, moved and pasted, texts in three
languages below it.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.codes import LANGS
from lohum_brief.language.interface import say
from lohum_brief.visit.text import Text
from lohum_brief.window import labels
from lohum_brief.window.buttons import tool_button
from lohum_brief.window.fields.celltyping import CellDelegate
from lohum_brief.window.fields.named import NamesDelegate, called
from lohum_brief.window.fields.schema import Field
from lohum_brief.window.fields.shapes import SHAPES, Cell, Cells, width_of, written
from lohum_brief.window.fields.texts import TextsEditor
from lohum_brief.window.session import Session

_TALLEST: Final = 10
"""Rows before a grid scrolls."""
_GIVEN_UP: Final = 60
"""Milliseconds without a further composition after which the last one was given up."""


class GridEditor(QWidget):
    """The last row is empty: what is typed there is a new row. Stored as a whole when a cell is
    left.
    """

    edited = Signal(str, object)

    def __init__(self, field: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = SHAPES[field.editor]
        self._session = session
        self._ident = ""
        self._cells: Cells = []
        self._width = 1
        self._named: Mapping[int, Mapping[str, str]] = {}
        """Columns that name records: by their ids what these are called, each but once."""
        self.table = _Grid()
        self.table.setAccessibleName(labels.field(field.name))
        self._delegate = NamesDelegate(self.table, self.names)
        self.table.setItemDelegate(self._delegate)
        self.table.cellChanged.connect(self._typed)
        self.table.currentCellChanged.connect(lambda *_: self._show_text())
        self.table.block_pasted.connect(self.paste)
        self.table.emptied.connect(self._empty)
        self.texts = TextsEditor(field.name, session, self)
        self.texts.edited.connect(self._text_edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.table)
        layout.addLayout(self._buttons())
        layout.addWidget(self.texts)
        self.setFocusProxy(self.table)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        lines = [
            ("plus", say("Add a row"), self.add_row),
            ("arrow-up", say("Move the row up"), lambda: self.move_rows(-1)),
            ("arrow-down", say("Move the row down"), lambda: self.move_rows(1)),
            ("trash-2", say("Remove the rows"), self.remove_rows),
        ]
        if self._shape.wide:
            lines += [
                ("between-vertical-end", say("Add a column"), self.add_column),
                ("arrow-left", say("Move the column left"), lambda: self.move_column(-1)),
                ("arrow-right", say("Move the column right"), lambda: self.move_column(1)),
                ("x", say("Remove the column"), self.remove_column),
            ]
        for name, tip, act in lines:
            row.addWidget(tool_button(name, tip, act))
        self.three = tool_button("languages", say("In three languages"), self._toggle_text)
        self.three.setCheckable(True)
        self.three.setVisible(self._shape.texts and not self._shape.only_texts)
        row.addWidget(self.three)
        row.addStretch()
        if self._shape.hint:
            hint = QLabel(say(self._shape.hint))
            hint.setObjectName("quiet")
            hint.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(hint)
        return row

    # What is shown

    def show_of(self, ident: str, value: Any) -> None:
        """Show the list of a record."""
        self._ident = ident
        record = self._session.visit.by_id.get(ident)
        self._cells = self._shape.cells(value, record)
        self._width = width_of(self._shape, self._cells, record)
        self._named = {
            x: called(kind, self._session.visit)
            for x, kind in self._shape.named(record, self._width).items()
        }
        heads = list(self._shape.heads(record, self._width))
        held = self.table.currentRow(), self.table.currentColumn()
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self._cells) + 1)
            self.table.setColumnCount(self._width)
            for at, head in enumerate(heads):
                item = QTableWidgetItem(head)
                item.setToolTip(f"<span>{escape(head)}</span>")
                self.table.setHorizontalHeaderItem(at, item)
            self.table.setVerticalHeaderLabels(
                [*(str(at + 1) for at in range(len(self._cells))), "+"]
            )
            for y, row in enumerate([*self._cells, list(self._shape.blank(self._width))]):
                for x, cell in enumerate(row):
                    self._fill(y, x, cell, last=y == len(self._cells))
            if held[0] >= 0:
                self.table.setCurrentCell(
                    min(held[0], len(self._cells)), min(held[1], self._width - 1)
                )
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = min(_TALLEST, len(self._cells) + 1)
        self.table.setFixedHeight(header.sizeHint().height() + rows * self.table.rowHeight(0) + 4)
        self._show_text()

    def _fill(self, y: int, x: int, cell: Cell, *, last: bool) -> None:
        item = self.table.item(y, x)
        if item is None:
            item = QTableWidgetItem()
            self.table.setItem(y, x, item)
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if isinstance(cell, bool):
            item.setText("")
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if cell else Qt.CheckState.Unchecked)
            return
        item.setData(Qt.ItemDataRole.CheckStateRole, None)
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable)
        if isinstance(cell, Text):
            item.setText(labels.text(cell).replace("\n", " "))
            if not last:  # written below, in three languages
                item.setFlags(flags)
        else:
            item.setText(self._named.get(x, {}).get(cell, cell))

    def names(self, x: int) -> Sequence[str]:
        """What can be chosen in a column; nothing where anything may be typed."""
        return [*self._named.get(x, {}).values()]

    def current(self) -> tuple[int, int]:
        """Row and column of the current cell."""
        return self.table.currentRow(), self.table.currentColumn()

    def _current_cell(self) -> Cell | None:
        y, x = self.current()
        return self._cells[y][x] if 0 <= y < len(self._cells) and 0 <= x < self._width else None

    def _show_text(self) -> None:
        cell = self._current_cell()
        self.three.setChecked(isinstance(cell, Text))
        self.three.setEnabled(
            isinstance(cell, str | Text) and (self.current()[1] == 0 or self._shape.wide)
        )
        self.texts.setVisible(isinstance(cell, Text))
        if isinstance(cell, Text):
            self.texts.show_of(self._ident, cell)

    def flush(self) -> None:
        """Store what was typed in the grid and below it."""
        self._delegate.flush()
        self.texts.flush()

    # What is done

    def store(self) -> None:
        """Store the list as it is shown."""
        self._store(self._cells)

    def _store(self, rows: Cells) -> None:
        self.edited.emit("", self._shape.value(rows, self._session.visit.by_id.get(self._ident)))

    def _typed(self, y: int, x: int) -> None:
        item = self.table.item(y, x)
        if item is None:
            return
        rows = [list(row) for row in self._cells]
        if y == len(rows):
            rows.append(list(self._shape.blank(self._width)))
        old = rows[y][x]
        text = self._id_of(x, item.text())
        rows[y][x] = self._read(old, text, checked=item.checkState() == Qt.CheckState.Checked)
        self._store(rows)

    def _id_of(self, x: int, text: str) -> str:
        """The id of what is called so; what is no name goes to the model, which objects."""
        words = text.strip().casefold()
        return next(
            (ident for ident, name in self._named.get(x, {}).items() if name.casefold() == words),
            text,
        )

    def _read(self, old: Cell, text: str, *, checked: bool = False) -> Cell:
        if isinstance(old, bool):
            return checked
        return written(text.strip()) if isinstance(old, Text) else text.strip()

    def _text_edited(self, path: str, value: object) -> None:
        y, x = self.current()
        self.edited.emit(f"{self._shape.path(y, x)}.{path}", value)

    def _toggle_text(self) -> None:
        y, x = self.current()
        cell = self._current_cell()
        rows = [list(row) for row in self._cells]
        if isinstance(cell, str):
            rows[y][x] = Text.of(dict.fromkeys(LANGS, cell))
        elif isinstance(cell, Text):
            rows[y][x] = labels.text(cell)
        self._store(rows)

    def _empty(self, places: Sequence[tuple[int, int]]) -> None:
        rows = [list(row) for row in self._cells]
        for y, x in places:
            if y < len(rows) and not isinstance(rows[y][x], Text):
                rows[y][x] = False if isinstance(rows[y][x], bool) else ""
        if rows != self._cells:
            self._store(rows)

    def _chosen_rows(self) -> list[int]:
        rows = {index.row() for index in self.table.selectedIndexes()} | {self.table.currentRow()}
        return sorted(row for row in rows if 0 <= row < len(self._cells))

    def add_row(self) -> None:
        """An empty row behind the current one."""
        at = min(len(self._cells), max(0, self.table.currentRow() + 1))
        rows = [list(row) for row in self._cells]
        rows.insert(at, list(self._shape.blank(self._width)))
        self._store(rows)
        self.table.setCurrentCell(at, 0)
        self.table.setFocus()

    def remove_rows(self) -> None:
        """Take the selected rows out."""
        gone = set(self._chosen_rows())
        if gone:
            self._store([row for at, row in enumerate(self._cells) if at not in gone])

    def move_rows(self, by: int) -> None:
        """Move the selected rows up or down by one."""
        moved = self._chosen_rows()
        if not moved or moved[0] + by < 0 or moved[-1] + by >= len(self._cells):
            return
        rows = list(self._cells)
        for at in moved if by < 0 else reversed(moved):
            rows[at], rows[at + by] = rows[at + by], rows[at]
        column = self.table.currentColumn()
        self._store(rows)
        self.table.setCurrentCell(moved[0] + by, column)

    def add_column(self) -> None:
        """An empty column behind the current one."""
        at = self.table.currentColumn() + 1
        self._store([[*row[:at], "", *row[at:]] for row in self._cells])

    def remove_column(self) -> None:
        """Take the current column out of every row."""
        at = self.table.currentColumn()
        if 0 <= at < self._width and self._width > 1:
            self._store([[*row[:at], *row[at + 1 :]] for row in self._cells])

    def move_column(self, by: int) -> None:
        """Move the current column in every row."""
        at = self.table.currentColumn()
        if 0 <= at + by < self._width and at >= 0:
            rows = [list(row) for row in self._cells]
            for row in rows:
                row[at], row[at + by] = row[at + by], row[at]
            self._store(rows)
            self.table.setCurrentCell(self.table.currentRow(), at + by)

    def paste(self, text: str) -> None:
        """Put a block of cells, as spreadsheets copy it, over those from the current one on."""
        try:
            block = [row or [""] for row in csv.reader(io.StringIO(text), delimiter="\t")]
        except csv.Error:
            self.table.tell(say("What was copied is no table that can be pasted here."))
            return
        y, x = max(0, self.table.currentRow()), max(0, self.table.currentColumn())
        wide = max((x + len(row) for row in block), default=0)
        if wide > self._width and not self._shape.wide:
            self.table.tell(say("The cells that were copied are wider than the grid."))
            return
        rows = [[*row, *("" for _ in range(wide - len(row)))] for row in self._cells]
        for at, line in enumerate(block, y):
            if at >= len(rows):
                rows.append(list(self._shape.blank(max(wide, self._width))))
            for column, value in enumerate(line, x):
                rows[at][column] = self._pasted(rows[at][column], column, value)
        self._store(rows)

    def _pasted(self, held: Any, column: int, value: str) -> Any:
        """What a cell holds when words are pasted over it."""
        yes = value.strip().casefold() not in ("", "0", "no", "false", say("no"))
        return self._read(held, self._id_of(column, value), checked=yes)


class _Grid(QTableWidget):
    """Copies, pastes and empties blocks of cells."""

    block_pasted = Signal(str)
    emptied = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._given_up = QTimer(self, singleShot=True, interval=_GIVEN_UP)
        self._given_up.timeout.connect(self._give_up)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """What is composed in a cell goes to the line in it, once there is one.

        Some input methods clear the composition with every key before they show the next one. Qt
        takes that for giving it up and puts the keyboard into the line, which throws away what was
        composed: it is believed only when nothing follows.
        """
        if (
            self.state() == self.State.EditingState
            and not event.preeditString()
            and not event.commitString()
        ):
            self._given_up.start()
            return
        self._given_up.stop()
        super().inputMethodEvent(event)

    def _give_up(self) -> None:
        super().inputMethodEvent(QInputMethodEvent("", []))
        delegate = self.itemDelegate()
        if isinstance(delegate, CellDelegate):
            delegate.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._block())
        elif event.matches(QKeySequence.StandardKey.Cut):
            QGuiApplication.clipboard().setText(self._block())
            self.emptied.emit([(index.row(), index.column()) for index in self.selectedIndexes()])
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.block_pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete:
            self.emptied.emit([(index.row(), index.column()) for index in self.selectedIndexes()])
        else:
            super().keyPressEvent(event)

    def tell(self, why: str) -> None:
        """A sentence beside the current cell."""
        QToolTip.showText(
            self.viewport().mapToGlobal(self.visualItemRect(self.currentItem()).bottomLeft()),
            why,
            self,
        )

    def _block(self) -> str:
        out = io.StringIO()
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        indexes = self.selectedIndexes()
        rows, columns = ({index.row() for index in indexes}, {index.column() for index in indexes})
        for y in sorted(rows):
            writer.writerow([self._text(y, x) for x in sorted(columns)])
        return out.getvalue()

    def _text(self, y: int, x: int) -> str:
        item = self.item(y, x)
        if item is None:
            return ""
        if (
            item.flags() & Qt.ItemFlag.ItemIsUserCheckable
            and not item.flags() & Qt.ItemFlag.ItemIsEditable
        ):
            return say("yes") if item.checkState() == Qt.CheckState.Checked else ""
        return item.text()
