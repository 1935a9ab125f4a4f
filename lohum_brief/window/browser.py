"""A place: the table of its records, and the form of the one that is selected."""

import secrets
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.catalogue import say, say_n
from lohum_brief.visit import edit
from lohum_brief.visit.document import parse_record
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import AnyRecord
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.blank import blank, tag_of
from lohum_brief.window.form import RecordForm
from lohum_brief.window.places import Place
from lohum_brief.window.records import RECORD, Filter, PillDelegate, RecordsModel
from lohum_brief.window.session import Session
from lohum_brief.window.texts import empty
from lohum_brief.window.theme import icon


class Browser(QWidget):
    """`selected` names the record whose form is shown; empty where there is none."""

    selected = Signal(str)

    def __init__(self, place: Place, session: Session) -> None:
        super().__init__()
        self.place = place
        self._session = session
        self._kind: Any = place.kinds[0]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 0)
        layout.addLayout(self._head())
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        for kind in place.kinds:
            self.tabs.addTab(labels.kind(tag_of(kind)))
        self.tabs.setVisible(len(place.kinds) > 1)
        self.tabs.currentChanged.connect(self._show_kind)
        layout.addWidget(self.tabs)
        self.table = self._table()
        self.form = RecordForm(session)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.form)
        split.setSizes([360, 420])
        split.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(split)
        add = QPushButton(say("Add the first"))
        add.clicked.connect(self.add)
        self._stack.addWidget(empty(say(place.empty) if place.empty else "", add))
        layout.addWidget(self._stack, 1)
        session.changed.connect(self._changed)
        self._show_kind(0)

    # What is shown

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        title = QLabel(say(self.place.title))
        title.setObjectName("title")
        self._count = QLabel()
        self._count.setObjectName("quiet")
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Filter"))
        self.search.setAccessibleName(say("Filter"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(240)
        self.search.textChanged.connect(self._filter)
        row.addWidget(title)
        row.addSpacing(8)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        row.addWidget(self.search)
        self._buttons = []
        for name, tip, act in (
            ("plus", say("Add"), self.add),
            ("arrow-up", say("Move up"), lambda: self.move_selected(-1)),
            ("arrow-down", say("Move down"), lambda: self.move_selected(1)),
            ("trash-2", say("Remove"), self.remove),
        ):
            button = QToolButton()
            button.setIcon(icon(name))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setEnabled(not self._session.locked)
            button.clicked.connect(act)
            row.addWidget(button)
            self._buttons.append(button)
        return row

    def _table(self) -> QTableView:
        table = QTableView()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSortingEnabled(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setItemDelegate(PillDelegate(table))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(34)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(say(self.place.title))
        return table

    def _show_kind(self, at: int) -> None:
        self._kind = self.place.kinds[at]
        self._model = RecordsModel(self._kind, self._session.visit)
        self._filter_model = Filter(self._model)
        self._filter_model.set_words(self.search.text())
        self.table.setModel(self._filter_model)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setResizeContentsPrecision(60)
        for column in range(1, self._model.columnCount()):
            header.resizeSection(column, min(170, max(80, self.table.sizeHintForColumn(column) + 12)))
        others = sum(header.sectionSize(column) for column in range(1, self._model.columnCount()))
        header.resizeSection(0, max(220, self.table.viewport().width() - others))
        header.setSortIndicatorClearable(True)
        self.table.selectionModel().selectionChanged.connect(self._selection)
        self._refresh()
        if self._model.rowCount():
            self.table.selectRow(0)
        else:
            self.form.show_record(None)

    def _refresh(self) -> None:
        total, shown = self._model.rowCount(), self._filter_model.rowCount()
        self._count.setText(
            say_n("{count} entry", "{count} entries", total)
            if shown == total
            else say("{count} of {total}", count=shown, total=total)
        )
        self._stack.setCurrentIndex(0 if total else 1)

    def _filter(self, text: str) -> None:
        self._filter_model.set_words(text)
        self._refresh()

    def _changed(self, made: Edit) -> None:
        held = self.current()
        self._model.change(made, self._session.visit)
        self._refresh()
        if held and self.current() != held:
            self.show_record(held)

    # What is selected

    def current(self) -> str:
        """The id of the selected record; empty if there is none."""
        index = self.table.currentIndex()
        found = index.data(RECORD) if index.isValid() else None
        return str(found or "")

    def _selection(self, _new: QItemSelection, _old: QItemSelection) -> None:
        ident = self.current()
        self.form.show_record(self._session.visit.by_id.get(ident))
        self.selected.emit(ident)

    def show_record(self, ident: str, field: str = "") -> None:
        """Select a record, whatever is filtered, and go to one of its fields."""
        record = self._session.visit.by_id.get(ident)
        if record is None or type(record) not in self.place.kinds:
            return
        at = self.place.kinds.index(type(record))
        if at != self.tabs.currentIndex():
            self.tabs.setCurrentIndex(at)
        row = self._model.row_of(ident)
        index = self._filter_model.mapFromSource(self._model.index(row, 0))
        if not index.isValid():
            self.search.clear()
            index = self._filter_model.mapFromSource(self._model.index(row, 0))
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)
        if field:
            self.form.focus_field(field)

    def _rows(self) -> list[QModelIndex]:
        return sorted(self.table.selectionModel().selectedRows(), key=lambda index: index.row())

    # What is done

    def add(self) -> None:
        """Add a record below the selected one and go to its first field."""
        kind = tag_of(self._kind)
        visit = self._session.visit
        ident = f"{kind}:{secrets.token_hex(4)}"
        held = visit.by_id.get(self.current())
        record = parse_record(blank(self._kind, ident, visit, held))
        following = _after(visit, held)
        if self._session.commit(lambda now: edit.add(now, record, following)):
            self.show_record(ident)
            self.form.setFocus()
            self.form.focusNextChild()

    def remove(self) -> None:
        """Remove the selected records; undo brings them back."""
        for ident in [str(index.data(RECORD)) for index in self._rows()]:
            if not self._session.commit(lambda now, ident=ident: edit.remove(now, ident)):  # type: ignore[misc]
                return

    def move_selected(self, by: int) -> None:
        """Move the selected record among its kind."""
        records: list[AnyRecord] = list(self._session.visit.of(self._kind))
        ident = self.current()
        at = next((at for at, record in enumerate(records) if record.id == ident), -1)
        if at < 0 or not 0 <= at + by < len(records):
            return
        before = records[at + by] if by < 0 else records[at + 2] if at + 2 < len(records) else None
        target = before.id if before else _after(self._session.visit, records[-1])
        if self._session.commit(lambda now: edit.move(now, ident, target)):
            self.show_record(ident)


def _after(visit: Visit, record: AnyRecord | None) -> str | None:
    """The id of the record behind one; None is the end."""
    if record is None:
        return None
    at = visit.records.index(record)
    return visit.records[at + 1].id if at + 1 < len(visit) else None
