"""Editors of single fields. Each shows a value and says when somebody has changed it, as the JSON that stores it."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.catalogue import say
from lohum_brief.visit.records import Record
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.schema import Field
from lohum_brief.window.texts import PAUSE, TextArea, TextsEditor
from lohum_brief.window.theme import icon


class LineEditor(QLineEdit):
    """One line of text; also numbers, dates and times, which are stored as they are written."""

    edited = Signal(str, object)

    def __init__(self, field: Field, encode: Callable[[str], Any] = str, hint: str = "") -> None:
        super().__init__()
        self._encode = encode
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._store)
        self.setAccessibleName(labels.field(field.name))
        self.setPlaceholderText(hint)
        self.textEdited.connect(self._timer.start)
        self.editingFinished.connect(self.flush)

    def show_value(self, value: Any) -> None:
        """Show a value, but not over what is just being typed."""
        text = "" if value is None else f"{value:%Y-%m-%d %H:%M}" if isinstance(value, dt.datetime) else str(value)
        if not self._timer.isActive() and text != self.text():
            self.setText(text)

    def flush(self) -> None:
        """Store what was typed."""
        if self._timer.isActive():
            self._timer.stop()
            self._store()

    def _store(self) -> None:
        self.edited.emit("", self._encode(self.text()))


class FlagEditor(QCheckBox):
    """Yes or no."""

    edited = Signal(str, object)

    def __init__(self, field: Field) -> None:
        super().__init__(labels.field(field.name).replace("&", "&&"))
        self.clicked.connect(lambda checked: self.edited.emit("", checked))

    def show_value(self, value: Any) -> None:
        """Show it."""
        self.setChecked(bool(value))

    def flush(self) -> None:
        """Nothing waits to be stored."""


class _Quiet(QComboBox):
    """A choice that the mouse wheel does not change, for forms are scrolled with it, and no wider than its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def wheelEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        event.ignore()


class ChoiceEditor(_Quiet):
    """One of a few words."""

    edited = Signal(str, object)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.setAccessibleName(labels.field(field.name))
        if field.optional:
            self.addItem("–", None)
        for word in field.choices:
            self.addItem(labels.choice(field.name, word), word)
        self.activated.connect(lambda _: self.edited.emit("", self.currentData()))

    def show_value(self, value: Any) -> None:
        """Show it."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def flush(self) -> None:
        """Nothing waits to be stored."""


class ReferenceEditor(_Quiet):
    """One record of a kind, found by typing any part of its name."""

    edited = Signal(str, object)

    def __init__(self, field: Field, visit: Visit) -> None:
        super().__init__()
        self._field = field
        self.setAccessibleName(labels.field(field.name))
        self.setEditable(True)
        line = QLineEdit()
        line.editingFinished.connect(self._typed)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.refresh(visit)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.activated.connect(lambda _: self.edited.emit("", self.currentData()))
        self._shown: str | None = None

    def refresh(self, visit: Visit) -> None:
        """Offer what the visit now has."""
        self.clear()
        if self._field.optional:
            self.addItem("–", None)
        for record in visit.of(self._field.names or Record):
            self.addItem(labels.title(record, visit), record.id)

    def show_value(self, value: Any) -> None:
        """Show it; an id that names nothing is shown as it is."""
        self._shown = value
        at = self.findData(value)
        self.setCurrentIndex(at)
        if at < 0:
            self.setEditText(str(value or ""))

    def flush(self) -> None:
        """Nothing waits to be stored."""

    def _typed(self) -> None:
        at = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        if at >= 0 and self.itemData(at) != self._shown:
            self.edited.emit("", self.itemData(at))
        elif at < 0:
            self.show_value(self._shown)


class ListEditor(QWidget):
    """Several, in an order: words of a vocabulary, or records. Chosen ones stand first and are moved by dragging."""

    edited = Signal(str, object)

    def __init__(self, field: Field, visit: Visit) -> None:
        super().__init__()
        self._field = field
        self._known: dict[str, str] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(labels.field(field.name))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.model().rowsMoved.connect(lambda *_: self._store())
        self._add = _Quiet()
        self._add.setAccessibleName(say("Add to the list"))
        self._add.activated.connect(self._added)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self._add, 1)
        for name, tip, act in (
            ("arrow-up", say("Move up"), lambda: self._move(-1)),
            ("arrow-down", say("Move down"), lambda: self._move(1)),
            ("x", say("Take out"), self._removed),
        ):
            button = QToolButton()
            button.setIcon(icon(name))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(act)
            row.addWidget(button)
        layout.addWidget(self.list)
        layout.addLayout(row)
        self.refresh(visit)

    def refresh(self, visit: Visit) -> None:
        """Offer what the visit now has."""
        if self._field.names:
            self._known = {record.id: labels.title(record, visit) for record in visit.of(self._field.names)}
        else:
            self._known = {word: labels.choice(self._field.name, word) for word in self._field.choices}

    def show_value(self, value: Sequence[str]) -> None:
        """Show them in their order."""
        if list(value) != self._held() or self._add.count() == 0:
            row = self.list.currentRow()
            with QSignalBlocker(self.list.model()):
                self.list.clear()
                for word in value:
                    self._item(word)
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._offer()
        rows = max(2, min(8, self.list.count()))
        self.list.setFixedHeight(rows * (self.list.fontMetrics().lineSpacing() + 6) + 8)

    def flush(self) -> None:
        """Nothing waits to be stored."""

    def _item(self, word: str) -> None:
        item = QListWidgetItem(self._known.get(word, word))
        item.setData(Qt.ItemDataRole.UserRole, word)
        self.list.addItem(item)

    def _offer(self) -> None:
        held = set(self._held())
        self._add.clear()
        self._add.addItem(say("Add…"), None)
        for word, name in self._known.items():
            if word not in held:
                self._add.addItem(name, word)

    def _held(self) -> list[str]:
        return [self.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.list.count())]

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


class LinesEditor(QWidget):
    """Several lines side by side, each a part of the value: the forms of a name, forbidden variants by language."""

    edited = Signal(str, object)

    def __init__(
        self,
        field: Field,
        heads: Mapping[str, str],
        encode: Callable[[str], Any] = str,
        show: Callable[[Any], str] = str,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._show = show
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._lines: dict[str, LineEditor] = {}
        for at, (part, name) in enumerate(heads.items()):
            line = LineEditor(field, encode, hint)
            line.setAccessibleName(f"{labels.field(field.name)}, {name}")
            line.edited.connect(lambda _, value, part=part: self.edited.emit(part, value))
            head = QLabel(name)
            head.setObjectName("quiet")
            layout.addWidget(head, 0, at)
            layout.addWidget(line, 1, at)
            self._lines[part] = line

    def show_value(self, value: Any) -> None:
        """Show the parts."""
        for part, line in self._lines.items():
            line.show_value(self._show(getattr(value, part)))

    def flush(self) -> None:
        """Store what was typed."""
        for line in self._lines.values():
            line.flush()


class GridEditor(QTableWidget):
    """Rows of cells: the points of a series, the cells of a text table. Stored as a whole when a cell is left."""

    edited = Signal(str, object)

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self._value: Any = ()
        self.setAccessibleName(labels.field(field.name))
        self.verticalHeader().hide()
        self.cellChanged.connect(self._changed)

    def show_value(self, value: Any) -> None:
        """Show the rows."""
        self._value = value
        with QSignalBlocker(self):
            rows = [self._cells(row) for row in value]
            width = max((len(row) for row in rows), default=0)
            self.setRowCount(len(rows))
            self.setColumnCount(width)
            self.setHorizontalHeaderLabels(self._heads(width))
            for y, row in enumerate(rows):
                for x, cell in enumerate(row):
                    item = QTableWidgetItem("" if cell is None else str(cell))
                    if isinstance(cell, Text):
                        item.setText(labels.text(cell))
                        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                    self.setItem(y, x, item)
        self.setFixedHeight(34 + min(10, max(1, len(rows))) * max(24, self.rowHeight(0) if rows else 24))

    def flush(self) -> None:
        """Nothing waits to be stored."""

    def _heads(self, width: int) -> list[str]:
        if self._field.editor == "points":
            return [say("Country"), say("Year"), labels.field("value"), say("estimated"), say("As printed")]
        return [str(at + 1) for at in range(width)]

    def _cells(self, row: Any) -> list[Any]:
        if self._field.editor == "points":
            return [row.place, row.period, row.value, say("yes") if row.estimated else "", row.printed]
        return list(row) if isinstance(row, tuple) else [row]

    def _changed(self, y: int, x: int) -> None:
        item = self.item(y, x)
        text = item.text().strip() if item else ""
        if self._field.editor == "points":
            names = ("place", "period", "value", "estimated", "printed")
            value: Any = {2: text or None, 3: bool(text)}.get(x, text)
            self.edited.emit(f"{y}.{names[x]}", value)
        else:
            self.edited.emit(f"{y}.{x}" if isinstance(self._value[y], tuple) else str(y), text)


class JsonEditor(TextArea):
    """What has no editor of its own yet: lists of texts and values, as the JSON document has them."""

    edited = Signal(str, object)

    def __init__(self, field: Field) -> None:
        super().__init__(None)
        self.setAccessibleName(labels.field(field.name))
        self.paused.connect(self._store)

    def show_value(self, value: Any) -> None:
        """Show it, one element a line."""
        lines = ",\n".join(msgspec.json.encode(item).decode() for item in value)
        self.show_text(f"[{lines}]")

    def _store(self) -> None:
        try:
            value = msgspec.json.decode(self.text())
        except msgspec.MsgspecError:
            value = self.text()  # the model says what it wants instead
        self.edited.emit("", value)


def _variants(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _number(text: str) -> Any:
    """As the model stores numbers: decimals as strings. What a person writes is read by the model or refused."""
    return text.replace(",", "").replace("\u2212", "-").strip() or None


def _whole(text: str) -> Any:
    cleaned = text.replace(",", "").strip()
    return int(cleaned) if cleaned.isdecimal() else cleaned or None


def _moment(text: str) -> str:
    return text.strip().replace(" ", "T", 1)


def editor(field: Field, visit: Visit) -> Any:
    """The editor of a field."""
    match field.editor:
        case "texts":
            return TextsEditor(field.name)
        case "number":
            return LineEditor(field, _number)
        case "whole":
            return LineEditor(field, _whole)
        case "date":
            return LineEditor(field, lambda text: text.strip() or None, "2025-07-10")
        case "time":
            return LineEditor(field, _moment, "2025-07-10 10:30")
        case "flag":
            return FlagEditor(field)
        case "choice":
            return ChoiceEditor(field)
        case "reference":
            return ReferenceEditor(field, visit)
        case "references" | "choices":
            return ListEditor(field, visit)
        case "name":
            return LinesEditor(field, labels.NATIVE | {"reading": labels.field("reading")})
        case "points" | "rows" | "columns":
            return GridEditor(field)
        case "forbidden":
            return LinesEditor(field, labels.NATIVE, _variants, "; ".join, say("parted by ;"))
        case "json":
            return JsonEditor(field)
    return LineEditor(field)
