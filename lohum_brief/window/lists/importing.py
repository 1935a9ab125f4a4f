"""Importing a table: what it holds, what it would do line by line, and nothing done before somebody
agrees.

Reading and comparing happen in a process of their own; closing the dialog ends it, whatever a table
does to it.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.interface import interface, say, say_n, spoken
from lohum_brief.message import Value
from lohum_brief.service.messages.message import Failed
from lohum_brief.service.messages.notifications import Changed
from lohum_brief.service.messages.tables import Lines, LookedAt, TakenOver
from lohum_brief.visit.document import from_wire
from lohum_brief.visit.edit import Change, Edit
from lohum_brief.visit.records import AUDIENCES, KINDS
from lohum_brief.window import labels
from lohum_brief.window.fitting import give_room
from lohum_brief.window.lists.cells import PillDelegate, natural_width
from lohum_brief.window.lists.mapping import ColumnsTable
from lohum_brief.window.lists.preview_lines import LinesModel, group
from lohum_brief.window.lists.questions import QuestionsList
from lohum_brief.window.lists.turning import Turning
from lohum_brief.window.service import Service
from lohum_brief.window.session import Session
from lohum_brief.window.steps import Steps

TABLES: Final = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
"""What files of tables are called; what they are, their content says."""
_ENCODINGS: Final = ("utf-8", "utf-16", "cp932", "windows-1252")
_NOTES: Final = 6
"""Remarks of a preview that are shown at once; the tooltip has all of them."""
_DELIMITERS: Final = {",": ",", ";": ";", "\t": "TAB", "|": "|"}
_GROUPS: Final = ("", "unread", "doubtful", "changed", "added", "removed")
_COLUMNS: Final = {
    "doubtful": (1, 4, 5),
    "unread": (2, 3, 4, 5),
    "changed": (1, 2, 3, 4),
    "added": (1, 4),
    "removed": (1,),
}
"""In which columns the lines of a group have something."""
_BECOMES: Final = 4
_PAUSE: Final = 250


class Offered(NamedTuple):
    """A table that somebody has brought: a file, or the cells of a clipboard; `kind` is what it is
    likely about.
    """

    path: str
    pasted: bytes = b""
    kind: str = "person"
    hint: bool = True


class ImportDialog(QDialog):
    """`found` is what the table holds; None while that is not known."""

    def __init__(self, parent: QWidget, session: Session, offered: Offered) -> None:
        super().__init__(parent)
        self._session = session
        self._offered = offered
        self._hint = offered.hint
        self.found: LookedAt | None = None
        self._steps = Steps(self)
        self.setWindowTitle(say("Import a table"))
        give_room(self, 60, 42)
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wait.timeout.connect(self._look)
        self._search_wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self.model = LinesModel(self._ask_lines)
        self._search_wait.timeout.connect(self.model.restart)
        self._build()
        self.table.setFocus()
        self._service = Service(session.visit, self)
        self._service.looked_at.connect(self._looked_at)
        self._service.lines.connect(self._lines)
        self._service.taken_over.connect(self._taken_over)
        self._service.failed.connect(self._failed)
        self._service.died.connect(self._died)
        self._look()

    # What it is made of

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        # Narrow between its parts: with questions it has to fit a small laptop at 150 %.
        layout.setContentsMargins(24, 12, 24, 12)
        layout.setSpacing(4)
        layout.addLayout(self._options())
        self.columns = ColumnsTable()
        self.columns.chosen.connect(self._look_later)
        layout.addWidget(self.columns, 2)
        self.questions = QuestionsList()
        self.questions.answered.connect(self._look_later)
        layout.addWidget(self.questions)
        self._notes = _plain("quiet")
        layout.addWidget(self._notes)
        self.trouble = _plain("wrong")
        self.trouble.hide()
        layout.addWidget(self.trouble)
        row = QHBoxLayout()
        self.groups = QTabBar()
        self.groups.setExpanding(False)
        for _ in _GROUPS:
            self.groups.addTab("")
        self.groups.currentChanged.connect(self._group_chosen)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Filter"))
        self.search.setAccessibleName(say("Filter"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(240)
        self.search.textChanged.connect(lambda _: self._search_wait.start())
        row.addWidget(self.groups, 1)
        row.addWidget(self.search)
        layout.addLayout(row)
        self.table = self._table()
        self.turning = Turning(self.table, self.model)
        self.turning.chosen.connect(self._look_later)
        layout.addWidget(self.table, 4)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setMaximumWidth(160)
        self._busy.setAccessibleName(say("Reading the table…"))
        self._said = _plain("quiet")
        self.leave_out = QCheckBox()
        self.leave_out.hide()
        self.leave_out.toggled.connect(self._refresh)
        buttons = QDialogButtonBox()
        # Made here: of a button that Qt makes, Python may remember one that was there before.
        self.accept_button = QPushButton(say("Import"))
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setObjectName("primary")
        self.accept_button.setDefault(True)
        buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take_over)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._busy)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.leave_out)
        foot.addWidget(buttons)
        return foot

    def _options(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        self.kind, self.sheet, self.encoding, self.delimiter, self.dates, self.audience = (
            _Choice() for _ in range(6)
        )
        for name in KINDS:
            self.kind.addItem(labels.kind(name), name)
        self.kind.setCurrentIndex(self.kind.findData(self._offered.kind))
        self.encoding.addItem(say("as found"), "")
        for name in _ENCODINGS:
            self.encoding.addItem(name.upper() if name.startswith("utf") else name, name)
        self.delimiter.addItem(say("as found"), "")
        for mark, name in _DELIMITERS.items():
            self.delimiter.addItem(name, mark)
        for name, value in (
            (say("ask where unclear"), None),
            (say("07/08/2025 is 7 August"), True),
            (say("07/08/2025 is 8 July"), False),
        ):
            self.dates.addItem(name, value)
        self.audience.addItem(say("as proposed"), None)
        for audience in AUDIENCES:
            self.audience.addItem(labels.choice("audience", audience), audience)
        self.replace = QCheckBox(say("Remove what the list no longer has"))
        self.replace.toggled.connect(self._look_later)
        file = _plain("")
        file.setText(Path(self._offered.path).name or say("Pasted cells"))
        cells: tuple[tuple[str, QWidget], ...] = (
            (say("Table"), file),
            (say("Kind"), self.kind),
            (say("Sheet of the workbook"), self.sheet),
            (say("Encoding"), self.encoding),
            (say("Delimiter"), self.delimiter),
            (say("Dates"), self.dates),
            (say("Audience of new entries"), self.audience),
            ("", self.replace),
        )
        for at, (name, widget) in enumerate(cells):
            row, column = 2 * (at // 4), at % 4
            label = _plain("quiet")
            label.setText(name)
            label.setWordWrap(False)
            widget.setAccessibleName(name or self.replace.text())
            grid.addWidget(label, row, column)
            grid.addWidget(widget, row + 1, column)
            grid.setColumnStretch(column, 1)
            if isinstance(widget, QComboBox):
                widget.activated.connect(
                    self._kind_chosen if widget is self.kind else self._look_later
                )
        return grid

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(PillDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(say("What the import would do"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 14)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_BECOMES, QHeaderView.ResizeMode.Stretch)
        return table

    # Asking

    def _kind_chosen(self) -> None:
        self._hint = False
        self.columns.forget()
        self.questions.forget()
        self.turning.forget()
        self._look_later()

    def _look_later(self) -> None:
        self._wait.start()
        self._set_busy(busy=True)

    def _look(self) -> None:
        self._wait.stop()
        self._set_busy(busy=True)
        self._service.ask.look_at(
            self._offered.path,
            self._offered.pasted,
            kind=self.kind.currentData(),
            hint=self._hint,
            sheet=self.sheet.currentData() or "",
            encoding=self.encoding.currentData(),
            delimiter=self.delimiter.currentData(),
            maps=self.columns.maps,
            day_first=self.dates.currentData(),
            audience=self.audience.currentData(),
            replace=self.replace.isChecked(),
            answers=self.questions.answers,
            turned=self.turning.turned,
            lang=interface(),
        )

    def _ask_lines(self, start: int, count: int) -> None:
        if self.found is not None and not self.found.trouble:
            self._service.ask.show_lines(
                _GROUPS[self.groups.currentIndex()], self.search.text(), start, count
            )

    def _group_chosen(self) -> None:
        self._hide_columns()
        self.model.restart()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy.setVisible(busy)
        self._said.setText(say("Reading the table…") if busy else "")
        self._refresh()

    # Answers

    def _looked_at(self, found: LookedAt) -> None:
        if self._wait.isActive():
            return  # something else is asked for already
        self.found = found
        self._hint = False
        for box, values, held in (
            (self.kind, None, found.kind),
            (self.sheet, found.sheets, found.sheet),
        ):
            with QSignalBlocker(box):
                if values is not None:
                    box.clear()
                    for value in values:
                        name = (
                            say("{sheet} (hidden)", sheet=value) if value in found.hidden else value
                        )
                        box.addItem(name or say("the only one"), value)
                box.setCurrentIndex(max(0, box.findData(held)))
        self.sheet.setEnabled(len(found.sheets) > 1)
        for choice, name in (
            (self.encoding, found.encoding),
            (self.delimiter, _DELIMITERS.get(found.delimiter, "")),
        ):
            choice.setEnabled(bool(name))
            choice.setItemText(0, say("as found: {what}", what=name) if name else say("as found"))
        self.dates.setEnabled(not found.exact)
        self.columns.show_columns(found.columns, found.fields, exact=found.exact)
        self.questions.show_questions(found.questions)
        notes = [spoken(note) for note in found.notes]
        if readers := next((one for one in found.questions if one.sort == "audience"), None):
            proposed = next(
                (said for answer, said in readers.choices if answer == readers.proposed), ""
            )
            self.audience.setItemText(0, say("as proposed: {what}", what=proposed))
            notes.insert(0, spoken(readers.asked))
        if hint := self.turning.hint(found.counts.get("doubtful", 0)):
            notes.insert(0, hint)
        if found.unsettled:
            notes.insert(
                0, say("There are dates that may mean two days: say above how they are meant.")
            )
        more = len(notes) - _NOTES
        shown = notes[:_NOTES] + (
            [say_n("and {count} more", "and {count} more", more)] if more > 0 else []
        )
        self._notes.setText("\n".join(shown))
        self._notes.setToolTip("\n".join(notes) if more > 0 else "")
        self._notes.setVisible(bool(notes))
        self._tell_trouble(spoken(found.trouble))
        self._name_groups(found.counts)
        self._set_busy(busy=False)
        self.model.restart()

    def _name_groups(self, counts: dict[str, int]) -> None:
        for at, name in enumerate(_GROUPS):
            count = (
                counts.get(name, 0)
                if name
                else sum(counts.get(other, 0) for other in _GROUPS if other)
            )
            title = group(name) if name else say("All")
            self.groups.setTabText(at, f"{title} {count}")
            self.groups.setTabVisible(at, bool(count) or not name)
        self._hide_columns()
        rows, cells = counts.get("unread rows", 0), counts.get("unread cells", 0)
        self.leave_out.setVisible(bool(rows or cells))
        self.leave_out.setText(
            say_n(
                "Leave out {count} row that cannot be read",
                "Leave out {count} rows that cannot be read",
                rows,
            )
            if rows
            else say_n(
                "Leave out {count} cell that cannot be read",
                "Leave out {count} cells that cannot be read",
                cells,
            )
        )

    def _hide_columns(self) -> None:
        """Columns in which nothing would stand."""
        counts = self.found.counts if self.found else {}
        shown = _GROUPS[self.groups.currentIndex()]
        groups = {name for name in _GROUPS if counts.get(name) and (not shown or name == shown)}
        wanted = {0, *(at for name in groups for at in _COLUMNS[name])} if groups else range(6)
        for at in range(6):
            self.table.setColumnHidden(at, at not in wanted)

    def _lines(self, found: Lines) -> None:
        first = not self.model.rowCount()
        self.model.take(found)
        if first:
            self._share_room()

    def _share_room(self) -> None:
        """As much for each column as it would like, but most for what an entry becomes, or why it
        cannot be read.
        """
        header = self.table.horizontalHeader()
        most = self.table.viewport().width() // 5
        for at in range(self.model.columnCount()):
            if at != _BECOMES:
                wanted = max(header.sectionSizeHint(at), natural_width(self.table, self.model, at))
                header.resizeSection(at, min(wanted, most))

    def _failed(self, found: Failed) -> None:
        self.found = None
        self._set_busy(busy=False)
        self._name_groups({})
        self._tell_trouble(say(found.why))

    def _died(self) -> None:
        self.found = None
        self._set_busy(busy=False)
        self._tell_trouble(say("Reading the table ended unexpectedly. Nothing was changed."))

    def _tell_trouble(self, why: str) -> None:
        self.trouble.setText(why)
        self.trouble.setVisible(bool(why))

    @property
    def busy(self) -> bool:
        """Whether the table is being read."""
        return not self._busy.isHidden()

    @property
    def importable(self) -> int:
        """How many entries the import would add, change or remove."""
        counts = self.found.counts if self.found else {}
        return counts.get("added", 0) + counts.get("changed", 0) + counts.get("removed", 0)

    def _refresh(self) -> None:
        unread = self.found.counts.get("unread", 0) if self.found else 0
        settled = not self.busy and self.found is not None and not self.found.trouble
        self.accept_button.setText(
            say_n("Import {count} entry", "Import {count} entries", self.importable)
            if self.importable
            else say("Import")
        )
        self.accept_button.setEnabled(
            settled
            and bool(self.importable)
            and not (self.found and self.found.counts.get("open"))
            and (not unread or self.leave_out.isChecked())
            and not self._session.locked
        )
        if settled and self.found and (still := self.found.counts.get("open", 0)):
            self._said.setText(
                say_n(
                    "{count} question has to be answered",
                    "{count} questions have to be answered",
                    still,
                )
            )
        elif (
            settled
            and not self.importable
            and not unread
            and self.found
            and self.found.counts.get("unchanged")
        ):
            self._said.setText(say("The visit has all of this already."))

    # Doing it

    def _take_over(self) -> None:
        self.setEnabled(False)
        self._set_busy(busy=True)
        self._service.ask.take_over()

    def _taken_over(self, found: TakenOver) -> None:
        made: list[Change] = []
        self._steps.run(self._read(found.changes, made), partial(self._commit, found.label, made))

    def _read(self, changes: tuple[Changed, ...], made: list[Change]) -> Iterator[None]:
        held: dict[str, Any] = self._session.visit.by_id
        for change in changes:
            after = None if change.after is None else from_wire(change.after)
            made.append(
                Change(change.id, held.get(change.id), after, change.next_before, change.next_after)
            )
            yield

    def _commit(self, label: Value, made: list[Change]) -> None:
        self.setEnabled(True)
        if self._session.commit(lambda _: Edit(label, tuple(made))):
            self.accept()
        else:
            self._set_busy(busy=False)

    def done(self, result: int) -> None:
        self._wait.stop()
        self._steps.stop()
        self._service.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.reject()
        event.accept()


class _Choice(QComboBox):
    """As narrow as its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
