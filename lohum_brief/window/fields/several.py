"""The form of several records at once: a field that is set here is set for all of them, in one
step.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say, say_n, spoken
from lohum_brief.message import english
from lohum_brief.visit import several
from lohum_brief.visit.audiences import misplaced
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.labels import field as field_label
from lohum_brief.visit.readers import AUDIENCES
from lohum_brief.visit.records import AnyRecord
from lohum_brief.window import access_keys, labels, speaking
from lohum_brief.window.fields.choosing import (
    Choice,
    ChoiceEditor,
    ListEditor,
    ReferenceEditor,
    WordEditor,
)
from lohum_brief.window.fields.editors import FlagEditor, LineEditor, editor
from lohum_brief.window.fields.pill import STATES
from lohum_brief.window.fields.schema import Field, fields, has_texts, texts_of
from lohum_brief.window.fields.ticks import TicksEditor
from lohum_brief.window.session import Session
from lohum_brief.window.steps import Steps

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
    "ticks",
)
"""Editors of what may well be the same in several records. A text is written for one."""

_PART: Final = 500
"""Records that are compared in one step."""


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
        self._editors: dict[str, Any] = {}
        self._comparing = Steps(self)
        self.states: dict[Lang, QComboBox] = {}
        self._of_states: list[QWidget] = []
        """The choices of states and their names."""
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

    @property
    def editors(self) -> dict[str, Any]:
        """The editor of each field that can be set for all, by its name."""
        self._comparing.finish()
        return self._editors

    def fault(self) -> str:
        """What is wrong with what was set last; empty where nothing is."""
        return "" if self._fault.isHidden() else self._fault.text()

    def _records(self) -> list[AnyRecord]:
        known = self._session.visit.by_id
        return [known[ident] for ident in self._idents if ident in known]

    def _build(self, records: Sequence[AnyRecord]) -> None:
        page = QWidget()
        page.setObjectName("form")
        self.setWidget(page)  # before there is anything in it, or Qt would dress all of it twice
        page.hide()
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
        self._editors, self.states = {}, {}
        cells: list[tuple[str, QWidget]] = []
        english_names: dict[QWidget, str] = {}
        marked: list[tuple[QLabel | QCheckBox, str]] = []
        kind: Any = type(records[0])
        for field in sorted(fields(kind), key=lambda field: field.name != "audience"):
            if field.editor in _ALIKE and field.name not in self._without:
                made = self._editor(field)
                cells.append((labels.field(field.name), made))
                english_names[made] = english(field_label(field.name))
        self._of_states = []
        for lang in LANGS if has_texts(kind) else ():
            name = say("State of all texts in {lang}", lang=labels.choice("lang", lang))
            self.states[lang] = box = self._state_box(lang, name)
            self._of_states.append(box)
            cells.append((name, box))
        for at, (name, widget) in enumerate(cells):
            widget.setEnabled(not self._session.locked)
            row, column = 2 * (at // 2), at % 2
            if isinstance(widget, QCheckBox):
                marked.append((widget, english_names[widget]))
            else:
                label = QLabel(name)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setContentsMargins(0, 8, 0, 0)
                speaking.label(label, access_keys.reached(widget))
                marked.append((label, english_names.get(widget, "")))
                grid.addWidget(label, row, column)
                if widget in self._of_states:
                    self._of_states.append(label)
            grid.addWidget(widget, row + 1, column, Qt.AlignmentFlag.AlignTop)
        access_keys.mark_fields(marked)
        page.show()

    def _state_box(self, lang: Lang, name: str) -> QComboBox:
        box = Choice()
        for state in STATES:
            if state != "old":
                box.addItem(labels.choice("state", state), state)
        box.setAccessibleName(name)
        box.setPlaceholderText(say("various"))
        box.activated.connect(partial(self._set_state, lang))
        return box

    def _editor(self, field: Field) -> QWidget:
        made: Any = editor(field, self._session)
        if isinstance(made, LineEditor):
            made.store_when_left()
        elif isinstance(made, QComboBox):
            made.setPlaceholderText(say("various"))
        if isinstance(made, TicksEditor):
            made.ticked.connect(partial(self._tick, field.name, field.choices))
        else:
            made.edited.connect(partial(self._set, field.name))
        self._editors[field.name] = made
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
        self._comparing.run(self._compare(records), lambda: None)

    def _compare(self, records: Sequence[AnyRecord]) -> Iterator[None]:
        """Shows what they have in common; in steps, for there may be thousands."""
        parts = [records[at : at + _PART] for at in range(0, len(records), _PART)]
        for name, made in self._editors.items():
            if isinstance(made, TicksEditor):
                made.show_several([getattr(record, name) for record in records])
                yield
                continue
            first = getattr(records[0], name)
            same = True
            for part in parts:
                same = all(getattr(record, name) == first for record in part)
                yield
                if not same:
                    break
            _show(made, first, same=same)
        audience = self._editors.get("audience")
        if isinstance(audience, ChoiceEditor):
            yield from _withhold(audience, parts)
        yield from self._compare_states(parts)

    def _compare_states(self, parts: Sequence[Sequence[AnyRecord]]) -> Iterator[None]:
        """Show the states that all written texts have in common."""
        found: dict[Lang, set[str]] = {lang: set() for lang in self.states}
        for part in parts:
            _add_states(part, found)
            yield
        for widget in self._of_states:  # where nothing is written there is nothing to have checked
            widget.setVisible(any(found.values()))
        for lang, states in found.items():
            box = self.states[lang]
            box.setCurrentIndex(box.findData(next(iter(states))) if len(states) == 1 else -1)

    def _set(self, name: str, path: str, value: Any) -> None:
        field = f"{name}.{path}" if path else name
        self._commit(lambda: several.set_field(self._session.visit, self._idents, field, value))
        made = self._editors[name]
        if self._fault.isVisibleTo(self) and isinstance(made, ChoiceEditor):
            _show_common(made, [getattr(record, name) for record in self._records()])

    def _tick(self, name: str, words: Sequence[str], word: str, held: bool) -> None:
        self._commit(
            lambda: several.set_word(
                self._session.visit, self._idents, name, word, words, held=held
            )
        )

    def _set_state(self, lang: Any, at: int) -> None:
        state = self.states[lang].itemData(at)
        self._commit(lambda: several.set_state(self._session.visit, self._idents, lang, state))

    def _commit(self, make: Any) -> None:
        why = self._session.commit_quietly(lambda _: make())
        self._fault.setText(why)
        self._fault.setVisible(bool(why))

    def _flush(self) -> None:
        for made in self._editors.values():
            made.flush()

    def _changed(self, _edit: Edit) -> None:
        if self.isVisible():
            self._show()


def _add_states(records: Sequence[AnyRecord], found: Mapping[Lang, set[str]]) -> None:
    """Add the states of all written texts of some records to those of their languages."""
    for record in records:
        for text in texts_of(record):
            for lang, states in found.items():
                if text[lang]:
                    states.add(text.state[lang])


def _show_common(made: Any, values: Sequence[Any]) -> None:
    """Show what records have in common, of whom there is at least one."""
    _show(made, values[0], same=all(value == values[0] for value in values))


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


def _withhold(audience: ChoiceEditor, parts: Sequence[Sequence[AnyRecord]]) -> Iterator[None]:
    """Keep from the choice what one of the records may not have."""
    refused: dict[str, str] = {}
    for part in parts:
        for one in part:
            refused |= {word: spoken(why) for word in AUDIENCES if (why := misplaced(one, word))}
        yield
    audience.withhold(refused)
