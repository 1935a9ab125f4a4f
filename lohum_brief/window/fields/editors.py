"""Editors of single fields. Each shows a value and says when somebody has changed it, as the JSON
that stores it.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontInfo, QInputMethodEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QWidget,
)

from lohum_brief.language.interface import say
from lohum_brief.language.parsing import UnreadableError, date, moment, number
from lohum_brief.visit.records import Term
from lohum_brief.window import labels
from lohum_brief.window.caption import Caption
from lohum_brief.window.fields.choosing import ChoiceEditor, ListEditor, ReferenceEditor, WordEditor
from lohum_brief.window.fields.fieldgrid import GAP
from lohum_brief.window.fields.grids import GridEditor
from lohum_brief.window.fields.illustration import Illustration
from lohum_brief.window.fields.line import Line
from lohum_brief.window.fields.pausing import Pause
from lohum_brief.window.fields.portrait import Portrait
from lohum_brief.window.fields.schema import Field
from lohum_brief.window.fields.texts import TextsEditor
from lohum_brief.window.fields.ticks import TicksEditor
from lohum_brief.window.fields.unitbox import UnitEditor
from lohum_brief.window.session import Session

_PART: Final = 6
"""Ems that a part of a value must have to stand in one row with all others."""
_LONG: Final = 24 * 60 * 60 * 1000


class LineEditor(Line):
    """One line of text; also numbers, dates and times, which are stored as they are written."""

    edited = Signal(str, object)

    def __init__(
        self,
        field: Field,
        encode: Callable[[str], Any] = str,
        hint: str = "",
        show: Callable[[Any], str] = str,
    ) -> None:
        super().__init__()
        self._encode = encode
        self._show = show
        self._composing = False
        self._kept = ""
        """What the visit holds, as it is written here; what was refused differs from it."""
        self._timer = Pause(self)
        self._timer.timeout.connect(self._store)
        self.setAccessibleName(labels.field(field.name))
        self.setPlaceholderText(hint)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self.flush)

    def show_value(self, value: Any) -> None:
        """Show a value, but not over what is just being typed."""
        text = (
            ""
            if value is None
            else f"{value:%Y-%m-%d %H:%M}"
            if isinstance(value, dt.datetime)
            else self._show(value)
        )
        if not self._timer.isActive() and not self._composing:
            self._kept = text
            if text != self.text():
                self.setText(text)
                self.setCursorPosition(0)  # what is too long is read from its beginning

    def stored(self) -> bool:
        """Also while it waits to be: undoing stores it first."""
        return self._timer.isActive() or self.text() == self._kept

    def try_again(self) -> None:
        """Store what stands here, or hear again why not."""
        self._timer.stop()
        self._store()

    def store_when_left(self) -> None:
        """Wait until the line is left, however long somebody pauses."""
        self._timer.wait_whole(_LONG)

    def flush(self) -> None:
        """Store what was typed."""
        if self._timer.isActive() and not self._composing:
            self._timer.stop()
            self._store()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        if event.preeditString():
            # whoever writes Japanese composes all the time: what is there does not wait
            self.flush()
        was, self._composing = self._composing, bool(event.preeditString())
        super().inputMethodEvent(event)
        if was and not self._composing:
            self._typed()

    def _typed(self) -> None:
        if not self._composing:
            self._timer.typed()

    def _store(self) -> None:
        self.edited.emit("", self._encode(self.text()))


class FlagEditor(QCheckBox):
    """Yes or no."""

    edited = Signal(str, object)

    def __init__(self, field: Field) -> None:
        super().__init__(labels.field(field.name).replace("&", "&&"))
        self.setMinimumHeight(
            LineEditor(field).sizeHint().height()
        )  # in line with the fields beside it
        self.clicked.connect(lambda checked: self.edited.emit("", checked))

    def show_value(self, value: Any) -> None:
        """Show it."""
        self.setChecked(bool(value))

    def flush(self) -> None:
        """Nothing waits to be stored."""


class LinesEditor(QWidget):
    """Several lines side by side, each a part of the value: the forms of a name, forbidden variants
    by language.
    """

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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        self._columns = 0
        self._bare = False
        self.areas: dict[str, LineEditor] = {}
        """The line of each part, by what stands for it in a path."""
        self.heads: dict[str, Caption] = {}
        """What stands above each part."""
        for part, name in heads.items():
            line = LineEditor(field, encode, hint)
            line.setAccessibleName(f"{labels.field(field.name)}, {name}")
            line.edited.connect(lambda _, value, part=part: self.edited.emit(part, value))
            head = Caption(name)
            line.setMinimumWidth(1)  # the columns are equally wide, whatever stands in them
            self.areas[part] = line
            self.heads[part] = head
        self._arrange(len(heads))

    def stand_below(self) -> None:
        """While all parts stand in one row they need no heads: those of the row above are theirs
        too.
        """
        self._bare = True
        self._arrange(self._columns)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for at, part in enumerate(self.areas):
            row, column = divmod(at, columns)
            self._grid.addWidget(self.heads[part], 2 * row, column)
            self._grid.addWidget(self.areas[part], 2 * row + 1, column)
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
            self.heads[part].setVisible(not (self._bare and columns == len(self.areas)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        count = len(self.areas)
        least = _PART * QFontInfo(self.font()).pixelSize()
        columns = count if self.width() >= count * least else max(1, count // 2)
        if columns != self._columns:
            self._arrange(columns)

    def show_value(self, value: Any) -> None:
        """Show the parts."""
        for part, line in self.areas.items():
            line.show_value(self._show(getattr(value, part)))

    def flush(self) -> None:
        """Store what was typed."""
        for line in self.areas.values():
            line.flush()


def _variants(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _read(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    """What a person writes, read as an import reads it; what cannot be read goes to the model,
    which says what it wants.
    """

    def encode(text: str) -> Any:
        if not text.strip():
            return None
        try:
            return reader(text)
        except UnreadableError:
            return text

    return encode


def _whole(value: Decimal) -> int | str:
    return int(value) if value == int(value) else str(value)


_READ: Final[Mapping[str, tuple[Callable[[str], Any], str]]] = {
    "number": (_read(lambda text: str(number(text))), ""),
    "whole": (_read(lambda text: _whole(number(text))), ""),
    "date": (_read(lambda text: date(text).isoformat()), "2025-07-10"),
    "time": (_read(lambda text: moment(text).isoformat()), "2025-07-10 10:30"),
}
"""How a line is read, and what shows how to write it."""


def editor(field: Field, session: Session, parent: QWidget | None = None) -> Any:
    """The editor of a field; what consists of many widgets is made within `parent`, which costs
    less than moving there.
    """
    if (make := _EDITORS.get(field.editor)) is not None:
        return make(field, session, parent)
    encode, hint = _READ.get(field.editor, (str, ""))
    return LineEditor(field, encode, hint)


_Make = Callable[[Field, Session, QWidget | None], Any]


def _topics(field: Field, session: Session, _parent: QWidget | None) -> WordEditor:
    used = (term.topic for term in session.visit.of(Term) if term.topic)
    return WordEditor(field, dict.fromkeys([*labels.TOPICS, *used]), labels.topic)


def _list(field: Field, session: Session, _parent: QWidget | None) -> ListEditor:
    return ListEditor(field, session.visit)


def _forbidden(field: Field, _session: Session, _parent: QWidget | None) -> LinesEditor:
    return LinesEditor(field, labels.NATIVE, _variants, "; ".join, say("parted by ;"))


def _name(field: Field, _session: Session, _parent: QWidget | None) -> LinesEditor:
    return LinesEditor(field, labels.NATIVE | {"reading": labels.field("reading")})


def _line_of_several(field: Field, _session: Session, _parent: QWidget | None) -> LineEditor:
    return LineEditor(field, _variants, say("parted by ;"), show="; ".join)


_EDITORS: Final[dict[str, _Make]] = {
    "texts": lambda field, session, parent: TextsEditor(field.name, session, parent),
    "flag": lambda field, _session, _parent: FlagEditor(field),
    "choice": lambda field, _session, _parent: ChoiceEditor(field),
    "choices": _list,
    "reference": lambda field, session, _parent: ReferenceEditor(field, session.visit),
    "references": _list,
    "ticks": lambda field, _session, _parent: TicksEditor(field),
    "unit": lambda field, session, _parent: UnitEditor(field, session),
    "topic": _topics,
    "picture": lambda _field, session, _parent: Portrait(session),
    "illustration": lambda _field, session, _parent: Illustration(session),
    "name": _name,
    **dict.fromkeys(("points", "rows", "columns", "names", "chart rows"), GridEditor),
    "lines": _line_of_several,
    "forbidden": _forbidden,
    "inflected": lambda field, _session, _parent: LinesEditor(field, labels.NATIVE),
}
"""What makes the editor of a sort of field; all others are a line that is read."""
