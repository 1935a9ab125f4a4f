"""The form of several records at once: a field that is set here is set for all of them, in one step."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lohum_brief.language.catalogue import say, say_n
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.visit import several
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import AnyRecord
from lohum_brief.window import labels, speaking
from lohum_brief.window.fields.choosing import Choice, ChoiceEditor, ListEditor, ReferenceEditor, WordEditor
from lohum_brief.window.fields.editors import FlagEditor, LineEditor, editor
from lohum_brief.window.fields.pill import STATES
from lohum_brief.window.fields.schema import Field, fields, texts_of
from lohum_brief.window.session import Session

_ALIKE: Final = (
    "line",
    "number",
    "whole",
    "date",
    "time",
    "flag",
    "choice",
    "choices",
    "reference",
    "references",
    "unit",
    "topic",
)
"""Editors of what may well be the same in several records. A text is written for one."""


class SeveralForm(QScrollArea):
    """Shows what is common to the selected records, and changes it for all."""

    def __init__(self, session: Session, without: frozenset[str] = frozenset()) -> None:
        """`without` names fields of which each record has its own."""
        super().__init__()
        self._without = without | {"title", "name"}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self._idents: Sequence[str] = ()
        self._kind: type | None = None
        self.editors: dict[str, Any] = {}
        self.states: dict[Lang, QComboBox] = {}
        self._title = QLabel()
        self._fault = QLabel()
        session.changed.connect(self._changed)
        session.flushing.connect(self._flush)

    def show_records(self, idents: Sequence[str]) -> None:
        """Show the records of these ids, all of one kind."""
        self._flush()
        self._idents = idents
        records = self._records()
        if records and type(records[0]) is not self._kind:
            self._kind = type(records[0])
            self._build(records)
        self._fault.hide()
        self._show()

    def fault(self) -> str:
        """What is wrong with what was set last; empty where nothing is."""
        return "" if self._fault.isHidden() else self._fault.text()

    def _records(self) -> list[AnyRecord]:
        known = self._session.visit.by_id
        return [known[ident] for ident in self._idents if ident in known]

    def _build(self, records: Sequence[AnyRecord]) -> None:
        page = QWidget()
        page.setObjectName("form")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 8, 8, 8)
        self._title, self._fault = QLabel(), QLabel()
        self._title.setObjectName("heading")
        self._fault.setObjectName("wrong")
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.setWordWrap(True)
        outer.addWidget(self._title)
        outer.addWidget(self._fault)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        outer.addLayout(grid)
        outer.addStretch()
        self.editors, self.states = {}, {}
        cells: list[tuple[str, QWidget]] = []
        kind: Any = type(records[0])
        for field in sorted(fields(kind), key=lambda field: field.name != "audience"):
            if field.editor in _ALIKE and field.name not in self._without:
                made = self._editor(field)
                cells.append((labels.field(field.name), made))
        if any(texts_of(record) for record in records):
            for lang in LANGS:
                box = Choice()
                for state in STATES:
                    if state != "old":
                        box.addItem(labels.choice("state", state), state)
                name = say("State of all texts in {lang}", lang=labels.choice("lang", lang))
                box.setAccessibleName(name)
                box.setPlaceholderText(say("various"))
                box.activated.connect(partial(self._set_state, lang))
                self.states[lang] = box
                cells.append((name, box))
        for at, (name, widget) in enumerate(cells):
            widget.setEnabled(not self._session.locked)
            row, column = 2 * (at // 2), at % 2
            if not isinstance(widget, QCheckBox):
                label = QLabel(name)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setContentsMargins(0, 8, 0, 0)
                speaking.label(label, widget)
                grid.addWidget(label, row, column)
            grid.addWidget(widget, row + 1, column, Qt.AlignmentFlag.AlignTop)
        self.setWidget(page)

    def _editor(self, field: Field) -> QWidget:
        made: Any = editor(field, self._session)
        if isinstance(made, LineEditor):
            made.store_when_left()
        elif isinstance(made, QComboBox):
            made.setPlaceholderText(say("various"))
        made.edited.connect(partial(self._set, field.name))
        self.editors[field.name] = made
        return made  # type: ignore[no-any-return]

    def _show(self) -> None:
        records = self._records()
        if not records:
            return
        self._title.setText(
            say_n(
                "{count} entry: what is set here is set for all",
                "{count} entries: what is set here is set for all",
                len(records),
            )
        )
        for name, made in self.editors.items():
            first = getattr(records[0], name)
            _show(made, first, same=all(getattr(record, name) == first for record in records))
        texts = [text for record in records for text in texts_of(record)]
        for lang, box in self.states.items():
            first = next((getattr(text.state, lang) for text in texts if text[lang]), None)
            same = first and all(getattr(text.state, lang) == first for text in texts if text[lang])
            box.setCurrentIndex(box.findData(first) if same else -1)

    def _set(self, name: str, path: str, value: Any) -> None:
        field = f"{name}.{path}" if path else name
        self._commit(lambda: several.set_field(self._session.visit, self._idents, field, value))

    def _set_state(self, lang: Any, at: int) -> None:
        state = self.states[lang].itemData(at)
        self._commit(lambda: several.set_state(self._session.visit, self._idents, lang, state))

    def _commit(self, make: Any) -> None:
        why = self._session.commit_quietly(lambda _: make())
        self._fault.setText(why)
        self._fault.setVisible(bool(why))

    def _flush(self) -> None:
        for made in self.editors.values():
            made.flush()

    def _changed(self, _edit: Edit) -> None:
        if self.isVisible():
            self._show()


def _show(made: Any, value: Any, *, same: bool) -> None:
    """Show a value, or that there are several."""
    with QSignalBlocker(made):
        if same:
            if isinstance(made, FlagEditor):
                made.setTristate(False)
            if isinstance(made, LineEditor):
                made.setPlaceholderText("")
            made.show_value(value)
        elif isinstance(made, FlagEditor):
            made.setTristate(True)
            made.setCheckState(Qt.CheckState.PartiallyChecked)
        elif isinstance(made, ListEditor):
            made.show_value(())
        elif isinstance(made, WordEditor):
            made.show_various()
        elif isinstance(made, LineEditor):
            made.show_value("")
            made.setPlaceholderText(say("various"))
        elif isinstance(made, ChoiceEditor | ReferenceEditor):
            if isinstance(made, ReferenceEditor):
                made.show_various()
            else:
                made.setCurrentIndex(-1)
