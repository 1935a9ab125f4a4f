"""Records as a table: the rows that are shown, in which order. Cells are made when they are looked
at.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from lohum_brief.language.interface import say
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Person
from lohum_brief.visit.sides import side
from lohum_brief.visit.visit import Visit
from lohum_brief.window.lists.cells import PILLS, QUIET, Pills
from lohum_brief.window.lists.columns import PAGES, columns
from lohum_brief.window.steps import Steps

Index = QModelIndex | QPersistentModelIndex
RECORD: Final = Qt.ItemDataRole.UserRole
IDS: Final = "application/x-lohum-brief-records"
"""What is dragged: ids, one a line."""
_OWN: Final = -1
_ROW: Final = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_MANY: Final = 200
"""Rows that changed, above which all are said to have."""


class RecordsModel(QAbstractTableModel):
    """The records of one kind that have all words of the filter, in the visit's order or by a
    column.

    Sorting and filtering work in steps: the rows change when they are done. What is edited stays
    where it is.
    """

    arranged = Signal()
    """The rows are those that were asked for last."""

    def __init__(self, kind: type, visit: Visit) -> None:
        super().__init__()
        self.kind = kind
        self.columns = columns(kind)
        self._visit = visit
        self._records: list[Any] = list(visit.of(kind))
        self._shown = self._records
        self._rows: dict[str, int] = {}
        self._cells: list[dict[str, str | Pills]] = [{} for _ in self.columns]
        self._keys: dict[int, dict[str, Any]] = {}
        self._texts: dict[str, str] = {}
        self._words: Sequence[str] = ()
        self._choices: Mapping[str, str] = {}
        self._pages: Mapping[str, tuple[int, str]] = {}
        self.sorted_by = _OWN
        self._descending = False
        self._steps = Steps(self)
        self._count_rows()

    # What changes

    def change(self, edit: Edit, visit: Visit) -> None:
        """Follow an edit."""
        self._visit = visit
        records: list[Any] = list(visit.of(self.kind))
        touched = {change.id for change in edit.changes}
        self._forget(edit, touched)
        if [record.id for record in records] != [record.id for record in self._records]:
            self._records = records
            self._arrange()
            return
        self._records = records
        self._shown = (
            [visit.by_id[record.id] for record in self._shown]
            if self._shown is not records
            else records
        )
        rows = sorted(row for ident in touched if (row := self._rows.get(ident)) is not None)
        if self._shown and (len(rows) > _MANY or not touched <= self._rows.keys()):
            self._tell_changed(0, len(self._shown) - 1)
            return
        for row in rows:
            self._tell_changed(row, row)

    def _forget(self, edit: Edit, touched: Iterable[str]) -> None:
        """Forget what was remembered of rows that an edit may have changed."""
        caches = (*self._cells, *self._keys.values(), self._texts)
        if all(isinstance(change.before or change.after, self.kind) for change in edit.changes):
            for cache in caches:
                for ident in touched:
                    cache.pop(ident, None)
        else:  # cells show what other records are called
            for cache in caches:
                cache.clear()

    def _tell_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def set_pages(self, pages: Mapping[str, tuple[int, str]]) -> None:
        """Say where records print: the first page and all of them in words, by the record's id."""
        self._pages = pages
        at = next((at for at, column in enumerate(self.columns) if column.key == PAGES), None)
        if at is not None and self._shown:
            self._keys.pop(at, None)
            self.dataChanged.emit(self.index(0, at), self.index(len(self._shown) - 1, at))

    def set_words(self, text: str) -> None:
        """Show only rows with these words, in any column that is usually shown."""
        self._words = text.casefold().split()
        self._arrange()

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """Show only rows whose fields hold these words."""
        self._choices = choices
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; -1 is the visit's own order."""
        if (column, order == Qt.SortOrder.DescendingOrder) != (self.sorted_by, self._descending):
            self.sorted_by, self._descending = column, order == Qt.SortOrder.DescendingOrder
            self._arrange()

    @property
    def settled(self) -> bool:
        """Whether nothing is being arranged."""
        return not self._steps.running

    def _arrange(self) -> None:
        self._steps.run(self._prepared(), self._arranged)

    def _prepared(self) -> Iterator[None]:
        """Makes what filtering and sorting need."""
        if self._words:
            for record in self._records:
                if record.id not in self._texts:
                    self._texts[record.id] = self._text(record)
                    yield
        if self.sorted_by != _OWN:
            keys = self._keys.setdefault(self.sorted_by, {})
            for record in self._records:
                if record.id not in keys:
                    keys[record.id] = self._key(record)
                    yield

    def _arranged(self) -> None:
        shown = self._wanted()
        if self.sorted_by != _OWN:
            keys = self._keys[self.sorted_by]
            shown = sorted(shown, key=lambda record: keys[record.id], reverse=self._descending)
        if len(shown) == len(self._shown) and {record.id for record in shown} == self._rows.keys():
            self._reorder(shown)
        else:
            self.beginResetModel()
            self._shown = shown
            self._count_rows()
            self.endResetModel()
        self.arranged.emit()

    def _wanted(self) -> list[Any]:
        """The records that are chosen and have the words."""
        shown = self._records
        for field, word in self._choices.items():
            shown = [record for record in shown if self._word(record, field) == word]
        if not self._words:
            return shown
        texts, words = self._texts, self._words
        return [record for record in shown if all(word in texts[record.id] for word in words)]

    def _reorder(self, shown: list[Any]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        idents = [self._shown[index.row()].id for index in held]
        self._shown = shown
        self._count_rows()
        now = [
            self.index(self._rows[ident], index.column())
            for ident, index in zip(idents, held, strict=True)
        ]
        self.changePersistentIndexList(held, now)
        self.layoutChanged.emit()

    def _word(self, record: Any, field: str) -> str | None:
        """The word of a choice, of a person's side that on which it stands."""
        if field == "side" and isinstance(record, Person):
            return side(record, self._visit)
        word: str | None = getattr(record, field)
        return word

    def _count_rows(self) -> None:
        self._rows = {record.id: row for row, record in enumerate(self._shown)}

    def _text(self, record: Any) -> str:
        words = (
            _words(column.show(record, self._visit)) for column in self.columns if column.usual
        )
        return " ".join(words).casefold()

    def _key(self, record: Any) -> Any:
        column = self.columns[self.sorted_by]
        if column.key == PAGES:
            return self._pages.get(record.id, (1 << 30, ""))[0]
        if column.order:
            return column.order(record, self._visit)
        shown = _words(column.show(record, self._visit)).casefold()
        return not shown, shown

    # What is shown

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(self.columns[section].title)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self._shown[index.row()]
        if role == RECORD:
            return record.id
        if role == QUIET:
            return self.columns[index.column()].key == PAGES
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, PILLS):
            return None
        shown = self._cell(index.column(), record)
        if role == PILLS:
            return None if isinstance(shown, str) else shown
        return _words(shown)

    def _cell(self, at: int, record: Any) -> str | Pills:
        column = self.columns[at]
        if column.key == PAGES:
            return self._pages.get(record.id, (0, say("–")))[1]
        cells = self._cells[at]
        if record.id not in cells:
            cells[record.id] = column.show(record, self._visit)
        return cells[record.id]

    def said(self, row: int, at: int) -> str:
        """The words of a cell."""
        return _words(self._cell(at, self._shown[row]))

    def row_of(self, ident: str) -> int:
        """The row of a record; -1 if it is not shown."""
        return self._rows.get(ident, -1)

    def ids(self, first: int, last: int) -> list[str]:
        """The ids of the records in a row of rows, the last one too."""
        return [record.id for record in self._shown[first : last + 1]]

    def id_at(self, row: int) -> str:
        """The id of the record in a row; empty behind the last."""
        return self._shown[row].id if 0 <= row < len(self._shown) else ""

    @property
    def total(self) -> int:
        """How many records there are, shown or not."""
        return len(self._records)

    # What is dragged

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Between rows something may be dropped, on a row nothing: only then is the line between
        # them drawn.
        return _ROW if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [IDS]


def _words(shown: str | Pills) -> str:
    return (
        shown.replace("\n", " ") if isinstance(shown, str) else " ".join(word for word, _ in shown)
    )
