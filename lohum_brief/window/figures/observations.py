"""The values of a metric in its form: a row for each, sorted by date, and how they went."""

import secrets
from collections.abc import Callable
from typing import Any, Final

import msgspec
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QHeaderView, QLabel, QTableView, QVBoxLayout

from lohum_brief.language import dates
from lohum_brief.language.catalogue import phrase_in
from lohum_brief.language.interface import interface, say
from lohum_brief.language.parsing import UnreadableError, number, period
from lohum_brief.language.units import quantity
from lohum_brief.visit import edit
from lohum_brief.visit.audiences import higher
from lohum_brief.visit.document import parse_record
from lohum_brief.visit.own_units import settled
from lohum_brief.visit.records import AnyRecord, Metric, Observation, Source
from lohum_brief.window import labels
from lohum_brief.window.fields.blank import blank
from lohum_brief.window.fields.celltyping import CellDelegate
from lohum_brief.window.fields.panel import Panel
from lohum_brief.window.figures.history import History, Shown
from lohum_brief.window.figures.values import (
    BASIS,
    CHOSEN,
    DATE,
    FIELDS,
    SOURCES,
    VALUE,
    BasisDelegate,
    Values,
)
from lohum_brief.window.session import Session

_TALLEST: Final = 8


class Observations(Panel):
    """The last row is empty: what is typed there is a new value. `wanted` names one whose own form
    is wanted.
    """

    follows = (Observation,)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._metric: Metric | None = None
        self._shown: list[Observation] = []
        head = QLabel(say(phrase_in("of metrics", "Values")))
        self.values = Values(self._typed)
        self.table = QTableView()
        self.table.setModel(self.values)
        self._delegate = CellDelegate(self.table)
        self._delegate.closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._sort))
        session.flushing.connect(self._delegate.flush)
        self.table.setItemDelegate(self._delegate)
        self.table.setItemDelegateForColumn(BASIS, BasisDelegate(self.table))
        self.table.setAccessibleName(say(phrase_in("of metrics", "Values")))
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + 18)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(
            CHOSEN, QHeaderView.ResizeMode.Fixed
        )  # a tick needs no more than its name
        header.resizeSection(CHOSEN, header.sectionSizeHint(CHOSEN))
        self.table.clicked.connect(self._clicked)
        self.table.doubleClicked.connect(self._open)
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

    def show_record(self, record: AnyRecord) -> None:
        """Show the values of a metric."""
        if not isinstance(record, Metric):
            return
        self._metric = record
        visit = self._session.visit
        # Who types a date stays in its row until the cell is left; then the rows are sorted.
        held = (
            {one.id: row for row, one in enumerate(self._shown)} if self._delegate.is_open else {}
        )
        self._shown = sorted(
            (one for one in visit.of(Observation) if one.metric == record.id),
            key=lambda one: (held.get(one.id, len(held)), one.as_of),
        )
        self.values.show_values(
            self._shown, {source.id: source.title for source in visit.of(Source)}
        )
        rows = min(_TALLEST, self.values.rowCount())
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + rows * self.table.rowHeight(0) + 4)
        self.history.show_values(
            [
                Shown(one.value, one.basis in ("measured", "stated"), one.chosen)
                for one in self._shown
            ],
            labels.title(record, visit),
            self._words(record),
        )

    def _sort(self) -> None:
        if self._metric is not None and not self._delegate.is_open and self.fault.isHidden():
            found = self._session.visit.get(Metric, self._metric.id)
            if found is not None:
                self.show_record(found)

    def _words(self, metric: Metric) -> Callable[[int], tuple[str, str]]:
        shown, lang = self._shown, interface()
        unit = settled(metric.unit, self._session.visit)
        return lambda at: (
            quantity(shown[at].value, unit, lang, about=shown[at].about),
            dates.as_of(shown[at].as_of, lang, months=False),
        )

    # What is done

    def _typed(self, row: int, column: int, entered: Any) -> bool:
        value = entered
        if column == DATE:
            value = _read(period, entered)
        elif column == VALUE:
            value = _read(lambda text: str(number(text)), entered)
        if row < len(self._shown):
            self._tell(self._session.set_field(self._shown[row].id, FIELDS[column], value))
        elif column != CHOSEN and entered.strip():
            self._add(FIELDS[column], value)
        return self.fault.isHidden()

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
        record = msgspec.structs.replace(
            record, metric=metric.id, audience=higher(record.audience, metric.audience)
        )
        made = edit.add(visit, record)
        filled = edit.with_field(visit, record, name, value)
        [change] = made.changes
        self._tell(
            self._session.commit_quietly(
                lambda _: edit.Edit(made.label, (change._replace(after=filled),))
            )
        )

    def _tell(self, why: str) -> None:
        self.fault.setText(why)
        self.fault.setVisible(bool(why))

    def _clicked(self, at: QModelIndex) -> None:
        if at.column() == BASIS and at.flags() & Qt.ItemFlag.ItemIsEditable:
            self.table.edit(at)

    def _open(self, at: QModelIndex) -> None:
        if at.column() == SOURCES and at.row() < len(self._shown):
            self.wanted.emit(self._shown[at.row()].id)


def _read(reader: Any, text: str) -> Any:
    """As an import reads it; what cannot be read goes to the model, which says what it wants."""
    try:
        return reader(text) if text.strip() else ""
    except UnreadableError:
        return text.strip()
