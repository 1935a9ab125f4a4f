"""Who belongs to an organisation or a group."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lohum_brief.language.catalogue import say, say_n
from lohum_brief.visit.records import AnyRecord, Organisation, Person
from lohum_brief.window import labels
from lohum_brief.window.session import Session

_MOST = 500
"""People that are listed; more are only counted."""


class Members(QWidget):
    """The people, in their order; `wanted` names one whom somebody wants to see."""

    wanted = Signal(str)
    first = False
    follows: tuple[type, ...] = (Person,)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._head = QLabel()
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self.list = _List()
        self.list.setAccessibleName(say("Members"))
        self.list.itemDoubleClicked.connect(self._open)
        self.list.entered_by_key.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self._head)
        layout.addWidget(self.list)

    def take(self, cells: dict[str, tuple[QWidget, bool]], editors: dict[str, Any]) -> None:
        """The fields stand above, as they are."""

    def show_record(self, record: AnyRecord) -> None:
        """Show who belongs to it."""
        visit = self._session.visit
        field = "organisation" if isinstance(record, Organisation) else "group"
        people = [person for person in visit.of(Person) if getattr(person, field) == record.id]
        self._head.setText(
            say_n("{count} member", "{count} members", len(people)) if people else say("No members yet.")
        )
        held = self.list.currentRow()
        self.list.clear()
        for person in people[:_MOST]:
            post = labels.text(person.post, visit)
            item = QListWidgetItem("  ·  ".join(part for part in (labels.title(person, visit), post) if part))
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            self.list.addItem(item)
        self.list.setVisible(bool(people))
        self.list.setCurrentRow(min(max(held, 0), self.list.count() - 1))
        self.list.setFixedHeight(min(8, max(1, self.list.count())) * (self.list.sizeHintForRow(0) + 2) + 10)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))


class _List(QListWidget):
    entered_by_key = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit(self.currentItem())
            return
        super().keyPressEvent(event)
