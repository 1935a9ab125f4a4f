"""Which records name the one that is shown: what a source vouches for, the tables and charts of a mineral."""

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lohum_brief.language.catalogue import say, say_n
from lohum_brief.visit.records import AnyRecord, Chart, Mineral, Series, Source, kind_of
from lohum_brief.window import labels
from lohum_brief.window.session import Session

_MOST: Final = 500
"""Records that are listed; more are only counted."""


class Uses(QWidget):
    """`wanted` names the record that somebody wants to see."""

    wanted = Signal(str)
    first = False
    follows: tuple[type, ...] = (Series, Chart)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._head = QLabel()
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self.list = _List()
        self.list.setAccessibleName(say("Where it is used"))
        self.list.itemDoubleClicked.connect(self._open)
        self.list.entered_by_key.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self._head)
        layout.addWidget(self.list)

    def take(self, cells: dict[str, tuple[QWidget, bool]], editors: dict[str, Any]) -> None:
        """The fields stand above, as they are."""

    def show_record(self, record: AnyRecord) -> None:
        """Show who names it."""
        visit = self._session.visit
        found = [other for other in visit if names(other, record)]
        self._head.setText(
            say_n("Used in {count} entry", "Used in {count} entries", len(found)) if found else say("Used nowhere yet.")
        )
        held = self.list.currentRow()
        self.list.clear()
        for other in found[:_MOST]:
            item = QListWidgetItem(f"{labels.kind(kind_of(other))}  ·  {labels.title(other, visit)}".replace("\n", " "))
            item.setData(Qt.ItemDataRole.UserRole, other.id)
            self.list.addItem(item)
        self.list.setVisible(bool(found))
        self.list.setCurrentRow(min(max(held, 0), self.list.count() - 1))
        self.list.setFixedHeight(min(8, max(1, self.list.count())) * (self.list.sizeHintForRow(0) + 2) + 10)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))


def names(other: AnyRecord, record: AnyRecord) -> bool:
    """Whether a record names another."""
    if isinstance(record, Source):
        return record.id in getattr(other, "sources", ())
    return isinstance(record, Mineral) and (
        getattr(other, "mineral", None) == record.id
        or (isinstance(other, Chart) and any(row.mineral == record.id for row in other.rows))
    )


class _List(QListWidget):
    entered_by_key = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit(self.currentItem())
            return
        super().keyPressEvent(event)
