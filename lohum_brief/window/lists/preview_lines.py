"""The lines of an import's preview as a table. They stay in the process that made them, and come
when they are looked at.
"""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.interface import say, spoken
from lohum_brief.service.messages.tables import Lines, PreviewLine
from lohum_brief.visit.readers import reads
from lohum_brief.window import labels
from lohum_brief.window.lists.cells import PILLS, Pills

Index = QModelIndex | QPersistentModelIndex
_BLOCK: Final = 200
"""Lines that are asked for together."""
_LONGEST: Final = 300
"""Letters of a cell that are shown."""
COLUMNS: Final = (
    phrase("What"),
    phrase("Entry"),
    phrase("Audience"),
    phrase("Field"),
    phrase("Was"),
    phrase("Becomes"),
    phrase("Where"),
)
READERS: Final = 2
BECOMES: Final = 5

STATES: Final = {
    "added": "approved",
    "changed": "old",
    "removed": "missing",
    "unread": "missing",
    "doubtful": "draft",
}
"""How the word of each group is tinted."""


def group(word: str) -> str:
    """What a group of lines is called."""
    return {
        "added": say("new"),
        "changed": say("changed"),
        "removed": say("removed"),
        "unread": say("unreadable"),
        "doubtful": say("names in doubt"),
    }[word]


class LinesModel(QAbstractTableModel):
    """`ask` is called with the first line that is wanted and how many."""

    def __init__(self, ask: Callable[[int, int], object]) -> None:
        super().__init__()
        self._ask = ask
        self._total = 0
        self._lines: dict[int, PreviewLine] = {}
        self._wanted: int | None = None
        self._asked: int | None = None

    @property
    def waiting(self) -> bool:
        """Whether lines are asked for that have not come."""
        return self._asked is not None

    def restart(self) -> None:
        """Begin anew: other lines are asked for."""
        self.beginResetModel()
        self._total, self._lines = 0, {}
        self._wanted = self._asked = None
        self.endResetModel()
        self._fetch(0)

    def take(self, found: Lines) -> None:
        """Lines that have come."""
        if found.total != self._total:
            self.beginResetModel()
            self._total, self._lines = found.total, {}
            self.endResetModel()
        self._lines.update(enumerate(found.lines, found.start))
        if found.lines:
            last = found.start + len(found.lines) - 1
            self.dataChanged.emit(
                self.index(found.start, 0), self.index(last, self.columnCount() - 1)
            )
        self._asked = None
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._fetch(wanted)

    def _fetch(self, block: int) -> None:
        if self._asked is None:
            self._asked = block
            self._ask(block * _BLOCK, _BLOCK)
        elif self._asked != block:
            self._wanted = block  # of several, only what was looked at last

    def line(self, row: int) -> PreviewLine | None:
        """A line that has come; None for one that has not, or is not there."""
        return self._lines.get(row)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else self._total

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, PILLS):
            return None
        line = self._lines.get(index.row())
        if line is None:
            self._fetch(index.row() // _BLOCK)
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == 1 else None
        return _pills(line, index.column()) if role == PILLS else _said(line, index.column())


def _said(line: PreviewLine, column: int) -> str:
    if column == 0:
        return group(line.group)
    if column == READERS:
        return labels.choice("audience", line.audience) if line.audience else ""
    told = (line.called, line.field, line.was, line.becomes, line.where or line.why)
    said = spoken(told[(1, 3, 4, 5, 6).index(column)]).replace("\n", " ")
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


def _pills(line: PreviewLine, column: int) -> Pills | None:
    if column == 0:
        return [(group(line.group), STATES[line.group])]
    if column != READERS or not line.audience:
        return None
    opened = not reads(line.audience, line.kept)
    return [(labels.choice("audience", line.audience), "old" if opened else "")]
