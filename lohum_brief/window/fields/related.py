"""Records that belong to the one that is shown, listed below its fields; a double click or Enter
opens one.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidgetItem, QVBoxLayout

from lohum_brief.visit.records import AnyRecord
from lohum_brief.visit.visit import Visit
from lohum_brief.window.fields.linelist import LineList
from lohum_brief.window.fields.panel import Panel
from lohum_brief.window.session import Session

_MOST: Final = 500
"""Records that are listed; more are only counted."""


class Related(Panel):
    """A panel of a form. `wanted` names the record that somebody wants to see; `follows` the kinds
    that change it.
    """

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self._session = session
        self._head = QLabel()
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self.list = _List(name)
        self.list.itemDoubleClicked.connect(self._open)
        self.list.entered_by_key.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self._head)
        layout.addWidget(self.list)

    def found(self, record: AnyRecord, visit: Visit) -> Sequence[AnyRecord]:
        """Which belong to it, in their order."""
        raise NotImplementedError

    def head(self, count: int) -> str:
        """The sentence above them."""
        raise NotImplementedError

    def line(self, other: AnyRecord, visit: Visit) -> str:
        """How one of them is listed."""
        raise NotImplementedError

    def show_record(self, record: AnyRecord) -> None:
        """Show what belongs to it."""
        visit = self._session.visit
        found = self.found(record, visit)
        self._head.setText(self.head(len(found)))
        held = self.list.currentRow()
        self.list.clear()
        for other in found[:_MOST]:
            self.list.add_line(self.line(other, visit).replace("\n", " "), other.id)
        self.list.setVisible(bool(found))
        self.list.setCurrentRow(min(max(held, 0), self.list.count() - 1))
        self.list.fit()

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))


class _List(LineList):
    entered_by_key = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit(self.currentItem())
            return
        super().keyPressEvent(event)
