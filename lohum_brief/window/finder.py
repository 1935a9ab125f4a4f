"""Find anything: people by any form of their name, records by their texts, places and commands by their names."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lohum_brief.language.catalogue import say
from lohum_brief.visit.records import AnyRecord, NamePart, Waiver, kind_of
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels

_MOST = 40


class Entry(NamedTuple):
    """Something that can be found: what is shown, what it is found by, and what going there does."""

    shown: str
    sort: str
    words: str
    go: Callable[[], object]


def record_words(record: AnyRecord) -> str:
    """All that a record is found by: its texts in every language, names in every form, readings, its id."""
    return " ".join([record.id, *(_strings(getattr(record, name)) for name in record.__struct_fields__)]).casefold()


def _strings(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Text):
        return f"{value.hi} {value.en} {value.ja}"
    if isinstance(value, NamePart):
        return f"{value.hi} {value.en} {value.ja} {value.reading}"
    return ""


class Finder(QDialog):
    """A line to type in and what fits, best first."""

    def __init__(
        self, parent: QWidget, visit: Visit, open_record: Callable[[str], object], others: list[Entry]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setWindowTitle(say("Find anything"))
        self._visit = visit
        self._open = open_record
        self._others = others
        self._index = [(record_words(record), record) for record in visit if not isinstance(record, Waiver)]
        self.line = QLineEdit()
        self.line.setPlaceholderText(say("A name, a word, a place or a command"))
        self.line.setAccessibleName(say("Find anything"))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(say("What was found"))
        self.list.itemActivated.connect(self.go)
        self.list.itemClicked.connect(self.go)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.resize(640, 420)
        centre = parent.mapToGlobal(parent.rect().center())
        self.move(centre.x() - 320, parent.mapToGlobal(parent.rect().topLeft()).y() + 80)
        self._search("")

    def _search(self, text: str) -> None:
        words = text.casefold().split()
        self.list.clear()
        for entry in self._found(words):
            item = QListWidgetItem(f"{entry.shown}   —   {entry.sort}")
            item.setData(Qt.ItemDataRole.UserRole, entry.go)
            self.list.addItem(item)
            if self.list.count() >= _MOST:
                break
        if not self.list.count():
            nothing = QListWidgetItem(say("Nothing was found."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _found(self, words: list[str]) -> Iterator[Entry]:
        for entry in self._others:
            if all(word in entry.words.casefold() for word in words):
                yield entry
        if not words:
            return
        hits = [(text, record) for text, record in self._index if all(word in text for word in words)]
        # A title that begins with what was typed comes first.
        titled = [(labels.title(record, self._visit), record) for _, record in hits]
        for title, record in sorted(titled, key=lambda hit: not hit[0].casefold().startswith(words[0])):
            yield Entry(title, labels.kind(kind_of(record)), "", partial(self._open, record.id))

    def go(self, item: QListWidgetItem | None) -> None:
        """Go to what was chosen."""
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.accept()
            item.data(Qt.ItemDataRole.UserRole)()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.go(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
