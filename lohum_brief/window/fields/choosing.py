"""Editors that choose among what there is: a word of a vocabulary, a record, several in their
order.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.interface import say
from lohum_brief.visit.records import Record
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.buttons import tool_button
from lohum_brief.window.fields import offered
from lohum_brief.window.fields.line import Line
from lohum_brief.window.fields.linelist import LineList
from lohum_brief.window.fields.schema import Field


class Choice(QComboBox):
    """A choice that the mouse wheel does not change, for forms are scrolled with it, and no wider
    than its place.

    The wheel does not bring the keyboard to it either.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        offered.widen(self)
        super().showPopup()

    def wheelEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        event.ignore()


class ChoiceEditor(Choice):
    """One of a few words."""

    edited = Signal(str, object)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.setAccessibleName(labels.field(field.name))
        if field.optional:
            self.addItem(say("–"), None)
        for word in field.choices:
            self.addItem(labels.choice(field.name, word), word)
        self.activated.connect(lambda _: self.edited.emit("", self.currentData()))

    def withhold(self, refused: Mapping[str, str]) -> None:
        """Let nobody choose these words, each of which says why; one that is shown stays."""
        model = self.model()
        if isinstance(model, QStandardItemModel):
            for row in range(model.rowCount()):
                why = refused.get(self.itemData(row), "")
                model.item(row).setEnabled(not why)
                model.item(row).setToolTip(escape(why))
        self.setToolTip(escape(next(iter(refused.values()), "")))

    def show_value(self, value: Any) -> None:
        """Show it."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def flush(self) -> None:
        """Nothing waits to be stored."""


class ReferenceEditor(Choice):
    """One record of a kind, found by typing any part of its name."""

    edited = Signal(str, object)

    def __init__(self, field: Field, visit: Visit) -> None:
        super().__init__()
        self._field = field
        self.setAccessibleName(labels.field(field.name))
        self.setEditable(True)
        line = Line()
        line.setAccessibleName(labels.field(field.name))
        line.editingFinished.connect(self._typed)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.refresh(visit)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        offered.dress(completer)
        self.setCompleter(completer)
        self.activated.connect(lambda _: self.edited.emit("", self.currentData()))
        self._shown: str | None = None

    @property
    def names(self) -> type[Record] | None:
        """The kind of record that is offered."""
        return self._field.names

    def refresh(self, visit: Visit) -> None:
        """Offer what the visit now has."""
        self.clear()
        if self._field.optional:
            self.addItem(say("–"), None)
        for record in visit.of(self._field.names or Record):
            self.addItem(labels.title(record, visit), record.id)

    def show_value(self, value: Any) -> None:
        """Show it; an id that names nothing is shown as it is."""
        self._shown = value
        at = self.findData(value)
        self.setCurrentIndex(at)
        if at < 0:
            self.setEditText(str(value or ""))
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)  # what is too long is read from its beginning

    def show_various(self) -> None:
        """Show that there are several; leaving it so changes nothing."""
        self._shown = ""
        self.setCurrentIndex(-1)
        self.setEditText("")
        if line := self.lineEdit():
            line.setPlaceholderText(say("various"))

    def flush(self) -> None:
        """Nothing waits to be stored."""

    def _typed(self) -> None:
        if not self.currentText().strip() and self._field.optional:
            if self._shown:  # whoever empties it wants nothing to stand there
                self.edited.emit("", None)
            return
        at = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        if at >= 0 and self.itemData(at) != self._shown:
            self.edited.emit("", self.itemData(at))
        elif at < 0:
            self.show_value(self._shown)


class WordEditor(Choice):
    """A word of those that are known, by what it is called here, or any other as it is typed."""

    edited = Signal(str, object)

    def __init__(
        self,
        field: Field,
        words: Iterable[str],
        called: Callable[[str], str],
        read: Callable[[str], str] = str,
    ) -> None:
        super().__init__()
        self._called = called
        self._read_as = read
        """Makes a word of what was typed and is none of those that are known."""
        self._shown = self._said = ""
        """The word, and what it was called when it was shown: the language of the window may change
        meanwhile.
        """
        self.setAccessibleName(labels.field(field.name))
        self.setEditable(True)
        line = Line()
        line.setAccessibleName(labels.field(field.name))
        line.editingFinished.connect(self.flush)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for word in words:
            self.addItem(called(word), word)
        # Nobody has chosen the first, which a box shows by itself: it must not be taken for typed.
        self.setCurrentIndex(-1)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offered.dress(completer)
        self.setCompleter(completer)
        self.activated.connect(lambda _: self.flush())

    def show_value(self, value: str) -> None:
        """Show it, but not over what is just being typed."""
        line = self.lineEdit()
        if line is not None and line.hasFocus() and self.currentText() != self._said:
            return
        self._shown = value
        at = self.findData(value)
        self.setCurrentIndex(at)
        if at < 0:
            self.setEditText(self._called(value))
        self._said = self.currentText().strip()
        if line is not None:
            line.setPlaceholderText("")
            line.setCursorPosition(0)

    def show_various(self) -> None:
        """Show that there are several; leaving it so changes nothing."""
        self.show_value("")
        if line := self.lineEdit():
            line.setPlaceholderText(say("various"))

    def flush(self) -> None:
        """Store what was typed or chosen."""
        text = self.currentText().strip()
        if text == self._said:
            return
        at = self.findText(text, Qt.MatchFlag.MatchFixedString)
        self._shown = self.itemData(at) if at >= 0 else self._read_as(text)
        self._said = text
        self.edited.emit("", self._shown)


class ListEditor(QWidget):
    """Several, in an order: words of a vocabulary, or records. Chosen ones stand first and are
    moved by dragging.
    """

    edited = Signal(str, object)

    def __init__(self, field: Field, visit: Visit) -> None:
        super().__init__()
        self._field = field
        self._known: dict[str, str] = {}
        self._tools: list[QWidget] = []
        self.list = LineList(labels.field(field.name))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.model().rowsMoved.connect(lambda *_: self._store())
        self._add = Choice()
        self._add.setAccessibleName(say("Add to the list"))
        self._add.activated.connect(self._added)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._add, 1)
        for name, tip, act in (
            ("arrow-up", say("Move up"), lambda: self._move(-1)),
            ("arrow-down", say("Move down"), lambda: self._move(1)),
            ("x", say("Take out"), self._removed),
        ):
            button = tool_button(name, tip, act)
            row.addWidget(button)
            self._tools.append(button)
        layout.addWidget(self.list)
        layout.addLayout(row)
        self.refresh(visit)

    @property
    def names(self) -> type[Record] | None:
        """The kind of record that is offered; None where it is words."""
        return self._field.names

    def refresh(self, visit: Visit) -> None:
        """Offer what the visit now has."""
        if self._field.names:
            self._known = {
                record.id: labels.title(record, visit) for record in visit.of(self._field.names)
            }
            self.list.clear()  # the same records may be called otherwise now
        else:
            self._known = {
                word: labels.choice(self._field.name, word) for word in self._field.choices
            }

    def show_value(self, value: Sequence[str]) -> None:
        """Show them in their order."""
        if list(value) != self._held() or self._add.count() == 0:
            row = self.list.currentRow()
            self.list.clear()
            for word in value:
                self._item(word)
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._offer()
        some = self.list.count() > 0
        # An empty list is no more than the way to its first line.
        self.setFocusProxy(self.list if some else self._add)
        for widget in (self.list, *self._tools):
            widget.setVisible(some)
        self.list.fit()

    def flush(self) -> None:
        """Nothing waits to be stored."""

    def _item(self, word: str) -> None:
        self.list.add_line(self._known.get(word, word), word)

    def _offer(self) -> None:
        held = set(self._held())
        self._add.clear()
        self._add.addItem(say("Add…"), None)
        for word, name in self._known.items():
            if word not in held:
                self._add.addItem(name, word)

    def _held(self) -> list[str]:
        return [
            self.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.list.count())
        ]

    def _added(self, at: int) -> None:
        word = self._add.itemData(at)
        if word is not None:
            self._item(word)
            self._store()

    def _removed(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self._store()

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        if at >= 0 and 0 <= at + by < self.list.count():
            self.list.insertItem(at + by, self.list.takeItem(at))
            self.list.setCurrentRow(at + by)
            self._store()

    def _store(self) -> None:
        self.edited.emit("", self._held())
