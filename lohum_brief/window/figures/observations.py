"""The values of a metric in its form: a row for each, sorted by date, and how they went."""

import secrets
from functools import partial
from typing import Any, Final, get_args

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from lohum_brief.language import dates
from lohum_brief.language.catalogue import interface, say
from lohum_brief.language.parsing import UnreadableError, number, period
from lohum_brief.language.units import quantity
from lohum_brief.visit import edit
from lohum_brief.visit.document import parse_record
from lohum_brief.visit.records import AnyRecord, Basis, Metric, Observation, Source
from lohum_brief.window import labels
from lohum_brief.window.fields.blank import blank
from lohum_brief.window.figures.history import History, Shown
from lohum_brief.window.session import Session

_TALLEST: Final = 8
_DATE, _VALUE, _BASIS, _CHOSEN, _SOURCES = range(5)


class Observations(QWidget):
    """The last row is empty: what is typed there is a new value. `wanted` names one whose own form is wanted."""

    wanted = Signal(str)
    first = False
    follows: tuple[type, ...] = (Observation,)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._metric: Metric | None = None
        self._shown: list[Observation] = []
        head = QLabel(say("Values"))
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(say("Values"))
        self.table.setHorizontalHeaderLabels(
            [labels.field(name) for name in ("as_of", "value", "basis", "chosen", "sources")]
        )
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 18)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.cellChanged.connect(self._typed)
        self.table.cellDoubleClicked.connect(self._open)
        self.fault = QLabel()
        self.fault.setObjectName("wrong")
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.history = History()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        for widget in (head, self.table, self.fault, self.history):
            layout.addWidget(widget)
        self.table.setEnabled(not session.locked)

    def take(self, cells: dict[str, tuple[QWidget, bool]], editors: dict[str, Any]) -> None:
        """The fields stand above, as they are."""

    def show_record(self, record: AnyRecord) -> None:
        """Show the values of a metric."""
        if not isinstance(record, Metric):
            return
        self._metric = record
        visit = self._session.visit
        self._shown = sorted(
            (one for one in visit.of(Observation) if one.metric == record.id), key=lambda one: one.as_of
        )
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self._shown) + 1)
            self.table.setVerticalHeaderLabels([*(str(at + 1) for at in range(len(self._shown))), "+"])
            for row, one in enumerate([*self._shown, None]):
                self._fill(row, one)
        rows = min(_TALLEST, self.table.rowCount())
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + rows * self.table.rowHeight(0) + 4)
        self.history.show_values(
            [
                Shown(
                    one.value,
                    quantity(one.value, record.unit, interface(), about=one.about),
                    dates.as_of(one.as_of, interface(), months=False),
                    one.basis in ("measured", "stated"),
                    one.chosen,
                )
                for one in self._shown
            ],
            labels.title(record, visit),
        )

    def _fill(self, row: int, one: Observation | None) -> None:
        visit = self._session.visit
        named = [source.title for ident in (one.sources if one else ()) if (source := visit.get(Source, ident))]
        for column, text in (
            (_DATE, one.as_of if one else ""),
            (_VALUE, str(one.value) if one else ""),
            (_SOURCES, "; ".join(named)),
        ):
            item = self._item(row, column)
            item.setText(text)
            if column == _SOURCES:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
        chosen = self._item(row, _CHOSEN)
        chosen.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        chosen.setCheckState(Qt.CheckState.Checked if one is None or one.chosen else Qt.CheckState.Unchecked)
        box = self.table.cellWidget(row, _BASIS)
        if not isinstance(box, QComboBox):
            box = QComboBox()
            box.setAccessibleName(labels.field("basis"))
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            for word in get_args(Basis):
                box.addItem(labels.choice("basis", word), word)
            box.activated.connect(partial(self._basis_chosen, row))
            self.table.setCellWidget(row, _BASIS, box)
        box.setEnabled(one is not None and not self._session.locked)
        box.setCurrentIndex(box.findData(one.basis if one else "stated"))

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.table.setItem(row, column, item)
        return item

    # What is done

    def _typed(self, row: int, column: int) -> None:
        item = self._item(row, column)
        if column == _CHOSEN:
            name, value = "chosen", item.checkState() == Qt.CheckState.Checked
        elif column == _DATE:
            name, value = "as_of", _read(period, item.text())
        else:
            name, value = "value", _read(lambda text: str(number(text)), item.text())
        if row < len(self._shown):
            self._tell(self._session.set_field(self._shown[row].id, name, value))
        elif item.text().strip():
            self._add(name, value)

    def _add(self, name: str, value: Any) -> None:
        """A value begun in the empty row: it says what is known of it, and 0 until its value is."""
        metric = self._metric
        if metric is None:
            return
        ident = f"observation:{secrets.token_hex(4)}"
        visit = self._session.visit
        last = visit.by_id[self._shown[-1].id] if self._shown else None
        beside = last or metric
        record = parse_record(blank(Observation, ident, visit, beside))
        if not isinstance(record, Observation):
            return
        record = msgspec.structs.replace(record, metric=metric.id, audience=metric.audience)
        made = edit.add(visit, record)
        filled = edit.with_field(visit, record, name, value)
        [change] = made.changes
        self._tell(self._session.commit_quietly(lambda _: edit.Edit(made.label, (change._replace(after=filled),))))

    def _basis_chosen(self, row: int, at: int) -> None:
        if row < len(self._shown):
            self._tell(self._session.set_field(self._shown[row].id, "basis", get_args(Basis)[at]))

    def _tell(self, why: str) -> None:
        self.fault.setText(why)
        self.fault.setVisible(bool(why))

    def _open(self, row: int, column: int) -> None:
        if column == _SOURCES and row < len(self._shown):
            self.wanted.emit(self._shown[row].id)


def _read(reader: Any, text: str) -> Any:
    """As an import reads it; what cannot be read goes to the model, which says what it wants."""
    try:
        return reader(text) if text.strip() else ""
    except UnreadableError:
        return text.strip()
