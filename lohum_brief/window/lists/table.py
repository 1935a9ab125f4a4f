"""The table of a place: its columns share the width, its rows are dragged, copied, pasted and found
by typing.
"""

import json
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any, Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QSettings,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QToolTip

from lohum_brief.language.interface import say
from lohum_brief.visit.records import kind_of_class
from lohum_brief.window.lists.cells import PILLS, PillDelegate, natural_width, pills_width
from lohum_brief.window.lists.records import IDS, RecordsModel
from lohum_brief.window.lists.widths import Want, share
from lohum_brief.window.steps import Steps

_PAUSE: Final = 1.0
"""Seconds after which typing begins another word to look for."""
_MEASURED: Final = 40
_LONGEST: Final = 6
"""Of so many first rows the cells with most letters are measured."""
_LEAST, _NAME, _WIDEST = 20, 25, 44
"""Letters below which a column says too little to be shown, that what comes first always has, and
that one is to have at most while others want more.
"""


class RecordsTable(QTableView):
    """`moved` says which rows' records go in front of which; the record is empty at the end."""

    opened = Signal()
    copied = Signal()
    pasted = Signal()
    removed = Signal()
    moved = Signal(list, str)
    sorted_by = Signal()

    def __init__(self, settings: QSettings | None) -> None:
        super().__init__()
        self._settings = settings
        self._fitting = False
        self._naturals: dict[int, int] = {}
        """The width that each column would like, as long as its cells are what they were."""
        self._chosen: dict[str, int] = {}
        """Widths that somebody has drawn, by the columns' keys."""
        self._switched: dict[str, bool] = {}
        """Columns that somebody has taken in or out."""
        self._back: set[int] = set()
        self._typed = ""
        self._last_key = 0.0
        self._search = Steps(self)
        self.reorder_refused: Callable[[], str] = str
        """Why rows cannot be moved now; empty where they can."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(PillDelegate(self))
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 16)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(36)
        header.setSortIndicatorClearable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)
        header.sectionResized.connect(self._drawn)
        header.sortIndicatorChanged.connect(self._sorted)

    @property
    def records(self) -> RecordsModel | None:
        """The model that is shown."""
        found = self.model()
        return found if isinstance(found, RecordsModel) else None

    def show_records(self, model: RecordsModel) -> None:
        """Show the records of another kind, as they were looked at last."""
        self._recall(model)
        header = self.horizontalHeader()
        header.blockSignals(True)
        self.setModel(model)
        # The header shows no selection; with that of the table it would ask about every row
        # whenever it is painted.
        header.setSelectionModel(QItemSelectionModel(model, header))
        header.blockSignals(False)
        self._naturals.clear()
        model.dataChanged.connect(self._forget_widths)
        model.modelReset.connect(self._naturals.clear)
        model.layoutChanged.connect(self._naturals.clear)
        for at in range(len(model.columns)):
            header.setSectionResizeMode(
                at,
                QHeaderView.ResizeMode.Stretch if at == 0 else QHeaderView.ResizeMode.Interactive,
            )
        self.fit()

    # Columns

    def fit(self) -> None:
        """Share the width among the columns; what they need is known when the table is dressed,
        which is when it is seen.
        """
        model = self.records
        if model is None or not self.isVisible():
            return
        header = self.horizontalHeader()
        wanted = [
            at
            for at, column in enumerate(model.columns)
            if self._switched.get(column.key, column.usual) or not at
        ]
        wants = [self._want(model, at) for at in wanted]
        widths = dict(zip(wanted, share(wants, self.viewport().width()), strict=True))
        self._fitting = True
        self._back = {at for at, width in widths.items() if not width}
        for at in range(len(model.columns)):
            width = widths.get(at, 0)
            header.setSectionHidden(at, not width)
            if width and at:
                header.resizeSection(at, width)
        self._fitting = False

    def _want(self, model: RecordsModel, at: int) -> Want:
        """How wide a column has to be and would like to be, and how soon it steps back."""
        column, letter = model.columns[at], self.fontMetrics().averageCharWidth()
        metrics = self.horizontalHeader().fontMetrics()
        title = metrics.horizontalAdvance(say(column.title)) + 4 * letter + 2
        if at not in self._naturals:
            self._naturals[at] = self._natural_width(model, at)
        natural = max(title, self._naturals[at])
        if at == 0:
            return Want(min(natural, _NAME * letter), min(natural, _WIDEST * letter), 0)
        rank = 0 if self._switched.get(column.key) else column.rank
        if width := self._chosen.get(column.key):
            return Want(width, width, rank)
        pills = bool(model.rowCount()) and model.index(0, at).data(PILLS) is not None
        least = natural if pills else min(natural, max(title, _LEAST * letter))
        return Want(least, min(natural, max(least, _WIDEST * letter)), rank)

    def _natural_width(self, model: RecordsModel, at: int) -> int:
        """The width that the longest words in the first rows would like, or the longest mark that
        may stand in any row; the style takes long to tell the width of a cell.
        """
        if marks := model.columns[at].marks:
            metrics = self.fontMetrics()
            return max(pills_width(metrics, [mark]) for mark in marks()) + 12
        rows = sorted(
            range(min(_MEASURED, model.rowCount())), key=lambda row: len(model.said(row, at))
        )[-_LONGEST:]
        return natural_width(self, model, at, rows) + 12

    def _forget_widths(self, first: QModelIndex, last: QModelIndex) -> None:
        for at in range(first.column(), last.column() + 1):
            self._naturals.pop(at, None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _drawn(self, at: int, _old: int, new: int) -> None:
        model = self.records
        if self._fitting or model is None or at == 0 or new == 0:
            return
        self._chosen[model.columns[at].key] = new
        self._remember()

    def _choose_columns(self, at: QPoint) -> None:
        self.columns_menu().exec(self.horizontalHeader().mapToGlobal(at))

    def columns_menu(self) -> QMenu:
        """Which columns there are, those that are shown ticked."""
        menu = QMenu(self)
        model = self.records
        for at, column in enumerate(model.columns if model else ()):
            name = say(column.title).replace("&", "&&")
            action = QAction(
                say("{column} (no room now)", column=name) if at in self._back else name,
                menu,
                checkable=True,
            )
            action.setChecked(at == 0 or self._switched.get(column.key, column.usual))
            action.setEnabled(at > 0)
            action.toggled.connect(lambda shown, key=column.key: self._switch(key, shown=shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(say("Usual columns and widths"), self._as_usual)
        return menu

    def _switch(self, key: str, *, shown: bool) -> None:
        self._switched[key] = shown
        self._remember()
        self.fit()

    def _as_usual(self) -> None:
        self._chosen.clear()
        self._switched.clear()
        self._remember()
        self.fit()

    # What is remembered

    def _name(self, model: RecordsModel) -> str:
        return "tables/" + kind_of_class(model.kind)

    def _recall(self, model: RecordsModel) -> None:
        held: Any = self._settings.value(self._name(model)) if self._settings is not None else None
        try:
            found = json.loads(str(held)) if held else {}
            self._chosen = {str(key): int(width) for key, width in found.get("widths", {}).items()}
            self._switched = {
                str(key): bool(shown) for key, shown in found.get("shown", {}).items()
            }
            key, descending = found.get("sort") or ("", False)
        except (
            ValueError,
            TypeError,
            AttributeError,
        ):  # settings are a file that anybody may write to
            self._chosen, self._switched, key, descending = {}, {}, "", False
        at = next((at for at, column in enumerate(model.columns) if key and column.key == key), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(at, order)
        header.blockSignals(False)
        model.sort(at, order)

    def _remember(self) -> None:
        model = self.records
        if model is None or self._settings is None:
            return
        header = self.horizontalHeader()
        at = model.sorted_by
        sort = (
            [model.columns[at].key, header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder]
            if at >= 0
            else None
        )
        held = {"widths": self._chosen, "shown": self._switched, "sort": sort}
        self._settings.setValue(self._name(model), json.dumps(held))

    def _sorted(self, _at: int, _order: Qt.SortOrder) -> None:
        self._remember()
        self.sorted_by.emit()

    def own_order(self) -> None:
        """Back to the order of the file."""
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    # Selection

    def selected(self) -> list[str]:
        """The ids of the selected records, in the order of the rows."""
        model = self.records
        return (
            []
            if model is None
            else [ident for first, last in self._spans() for ident in model.ids(first, last)]
        )

    def count_selected(self) -> int:
        """How many rows are selected."""
        return sum(last + 1 - first for first, last in self._spans())

    def _spans(self) -> list[tuple[int, int]]:
        """The selected rows, first and last of those that follow each other, from the top."""
        selection: QItemSelectionModel | None = self.selectionModel()
        found: list[tuple[int, int]] = []
        if selection is None:
            return found
        for first, last in sorted(
            (one.top(), one.bottom()) for one in selection.selection().toList()
        ):
            if found and first <= found[-1][1] + 1:
                found[-1] = found[-1][0], max(last, found[-1][1])
            else:
                found.append((first, last))
        return found

    def select(self, idents: list[str], current: str = "") -> None:
        """Select records as far as they are shown."""
        model, selection = self.records, self.selectionModel()
        if model is None or selection is None:
            return
        found = QItemSelection()
        start = last = -2
        for row in [*sorted(row for ident in idents if (row := model.row_of(ident)) >= 0), -2]:
            if row != last + 1:
                if start >= 0:
                    found.select(model.index(start, 0), model.index(last, model.columnCount() - 1))
                start = row
            last = row
        at = model.row_of(current or (idents[0] if idents else ""))
        flag = QItemSelectionModel.SelectionFlag
        if at >= 0:
            selection.setCurrentIndex(model.index(at, 0), flag.NoUpdate)
        selection.select(found, flag.ClearAndSelect)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Go to the next record that is called so; a word within its name counts too."""
        now = monotonic()
        self._typed = self._typed + search if now - self._last_key < _PAUSE else search
        self._last_key = now
        if self._typed.strip():
            self._search.run(self._looked_for(self._typed.casefold().lstrip()), lambda: None)

    def _looked_for(self, typed: str) -> Iterator[None]:
        model = self.records
        if model is None or not model.rowCount():
            return
        start = max(0, self.currentIndex().row()) + (1 if len(typed) == 1 else 0)
        count = model.rowCount()
        for by in range(count):
            index = model.index((start + by) % count, 0)
            name = str(index.data()).casefold()
            if name.startswith(typed) or f" {typed}" in name:
                self.setCurrentIndex(index)
                return
            yield

    # Dragging rows

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        if why := self.reorder_refused():
            self.tell(why)
            return
        # Qt's own asks for every cell of every row that is dragged.
        data = QMimeData()
        data.setData(IDS, "\n".join(self.selected()).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def tell(self, why: str) -> None:
        """A sentence beside the current row."""
        at = self.visualRect(self.currentIndex()).bottomLeft()
        QToolTip.showText(
            self.viewport().mapToGlobal(at + QPoint(24, 4)), f"<span>{why}</span>", self
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.source() is self and event.mimeData().hasFormat(IDS):
            super().dragEnterEvent(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        if event.source() is self and event.mimeData().hasFormat(IDS):
            super().dragMoveEvent(event)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if event.source() is self:
            self.drop(event)
        else:
            event.ignore()

    def drop(self, event: QDropEvent) -> None:
        """The records are moved by an edit; the view must not take rows out by itself."""
        model = self.records
        if model is None:
            return
        row = self._drop_row(event.position().toPoint())
        idents = bytes(event.mimeData().data(IDS).data()).decode().split("\n")
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        self.moved.emit(idents, model.id_at(row))

    def _drop_row(self, at: QPoint) -> int:
        index: QModelIndex = self.indexAt(at)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (1 if at.y() > self.visualRect(index).center().y() else 0)
