"""What an import would do, line by line: the lines by their groups, a filter, and what can be
turned in them.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.interface import say
from lohum_brief.service.messages.tables import Lines
from lohum_brief.window.lists.cells import PillDelegate, natural_width
from lohum_brief.window.lists.preview_lines import BECOMES, COLUMNS, READERS, LinesModel, group
from lohum_brief.window.lists.reading_by import ReadingBy
from lohum_brief.window.lists.turning import Turning
from lohum_brief.window.telling import ask

_GROUPS: Final = ("", "unread", "doubtful", "changed", "added", "removed")
_FILLED: Final = {
    "doubtful": (1, 5, 6),
    "unread": (3, 4, 5, 6),
    "changed": (1, 2, 3, 4, 5),
    "added": (1, 2, 5),
    "removed": (1,),
}
"""In which columns the lines of a group have something."""
_WHERE: Final = 6
"""The column that also has the cells that keep a row from others, where there are any."""
_PAUSE: Final = 250
_KEPT: Final = (0, 1, READERS)
"""Columns of pills and names, from which nothing is taken for the others."""
_SHARE: Final = 0.65
"""How much of the width what is beside it may take from what an entry becomes."""


class PreviewTable(QWidget):
    """`wanted` asks for lines: of a group, with these words, from the first on, so many. `turned`
    tells that somebody has turned a name or its readers.
    """

    wanted = Signal(str, str, int, int)
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.counts: Mapping[str, int] = {}
        self.model = LinesModel(self._ask)
        self.model.setParent(self)
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wait.timeout.connect(self.model.restart)
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
        self.search.textChanged.connect(lambda _: self._wait.start())
        self.table = _table(self.model)
        self.turning = Turning(self.table, self.model)
        self.turning.chosen.connect(self.turned)
        self.reading_by = ReadingBy(self.table, self.model, self._agree)
        self.reading_by.turned.connect(self.turned)
        row = QHBoxLayout()
        row.addWidget(self.groups, 1)
        row.addWidget(self.reading_by)
        row.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.table)

    def show_as(self, other: "PreviewTable") -> None:
        """Show what another table shows, which may stand in another language."""
        self.turning.turned = other.turning.turned
        self.reading_by.readers = other.reading_by.readers
        self.search.setText(other.search.text())
        self._wait.stop()
        self.show_counts(other.counts)
        self.groups.setCurrentIndex(other.groups.currentIndex())

    def stop(self) -> None:
        """Ask for nothing more."""
        self._wait.stop()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Name the groups with the number of their lines."""
        self.counts = counts
        for at, name in enumerate(_GROUPS):
            count = counts.get(name, 0) if name else sum(counts.get(one, 0) for one in _GROUPS)
            title = group(name) if name else say("All")
            self.groups.setTabText(at, f"{title} {count}")
            self.groups.setTabVisible(at, bool(count) or not name)
        self._hide_columns()

    def take(self, found: Lines) -> None:
        """Lines that have come."""
        first = not self.model.rowCount()
        self.model.take(found)
        if first:
            self._share_room()

    def _ask(self, start: int, count: int) -> None:
        self.wanted.emit(_GROUPS[self.groups.currentIndex()], self.search.text(), start, count)

    def _agree(self, question: str) -> bool:
        """Whether somebody opens what cells keep from others."""
        return ask(self, question, say("Open them"), say("Leave them closed"), likely=1) == 0

    def _group_chosen(self) -> None:
        self._hide_columns()
        self.model.restart()

    def _hide_columns(self) -> None:
        """Hide the columns in which nothing would stand."""
        shown = _GROUPS[self.groups.currentIndex()]
        groups = {name for name in _FILLED if self.counts.get(name) and shown in ("", name)}
        filled = {0, *(at for name in groups for at in _FILLED[name])}
        if self.counts.get("kept") and groups & {"added", "changed"}:
            filled.add(_WHERE)
        for at in range(len(COLUMNS)):
            self.table.setColumnHidden(at, bool(groups) and at not in filled)

    def _share_room(self) -> None:
        """As much for each column as it would like, but most for what an entry becomes, or why it
        cannot be read.
        """
        header, width = self.table.horizontalHeader(), self.table.viewport().width()
        wanted = {
            at: min(
                max(header.sectionSizeHint(at), natural_width(self.table, self.model, at)),
                width // 5,
            )
            for at in range(self.model.columnCount())
            if at != BECOMES and not self.table.isColumnHidden(at)
        }
        words = [at for at in wanted if at not in _KEPT]
        left = _SHARE * width - sum(wanted[at] for at in _KEPT if at in wanted)
        less = min(1, left / max(1, sum(wanted[at] for at in words)))
        for at in words:
            wanted[at] = max(header.sectionSizeHint(at), round(wanted[at] * less))
        for at, room in wanted.items():
            header.resizeSection(at, room)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self.model.rowCount():
            self._share_room()


def _table(model: LinesModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
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
    header.setSectionResizeMode(BECOMES, QHeaderView.ResizeMode.Stretch)
    return table
