"""The form of one record: every field with its editor; what is typed is stored as it is typed.

The form of another kind is made in steps, so that a list never waits for it, or at once where
somebody wants a field.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.interface import say, spoken
from lohum_brief.message import english
from lohum_brief.visit.audiences import misplaced, sort_title
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.labels import field as field_label
from lohum_brief.visit.readers import AUDIENCES
from lohum_brief.visit.records import AnyRecord, OwnUnit, Record
from lohum_brief.window import access_keys, labels, speaking
from lohum_brief.window.fields.area import TextArea
from lohum_brief.window.fields.choosing import ChoiceEditor, ListEditor, ReferenceEditor
from lohum_brief.window.fields.editors import LineEditor, LinesEditor, editor
from lohum_brief.window.fields.fieldgrid import FieldGrid
from lohum_brief.window.fields.grids import GridEditor
from lohum_brief.window.fields.idle import idle
from lohum_brief.window.fields.panel import Panel, Panels
from lohum_brief.window.fields.schema import Field, fields, is_wide
from lohum_brief.window.fields.taborder import enter_first, follow_layout
from lohum_brief.window.fields.texts import TextsEditor
from lohum_brief.window.fields.unitbox import UnitEditor
from lohum_brief.window.session import Session
from lohum_brief.window.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable


_NO_PANELS: Final[Panels] = {}


class Unfinished(NamedTuple):
    """What of a form is not in the visit: the path of the field with the keyboard, the caret in it,
    refused lines.
    """

    path: str
    caret: int
    refused: Mapping[str, str]


def _lifted(record: AnyRecord) -> str:
    """What is said below an audience that has been lifted."""
    return say(
        "Changed to “{audience}”, with which the sort “{sort}” begins.",
        audience=labels.choice("audience", record.audience),
        sort=sort_title(record),
    )


class RecordForm(QScrollArea):
    """Shows one record at a time."""

    wanted = Signal(str)
    """A record that somebody wants to go to."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, panels: Panels = _NO_PANELS
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(say("Entry form"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self._record: AnyRecord | None = None
        self.store: Callable[[str, str, Any], str] = session.set_field
        """Stores a field of a record by its path; returns why it could not be, or an empty
        sentence.
        """
        self._editors: dict[str, Any] = {}
        self._names: list[tuple[QLabel | QCheckBox, str]] = []
        """What the fields are called, and that in English."""
        self._faults: dict[str, QLabel] = {}
        self._panels = panels
        self._panel: Panel | None = None
        self._page: QWidget | None = None
        self._old: list[QWidget] = []
        self._holder = QWidget()
        self._holder.setObjectName("form")
        self._room = QVBoxLayout(self._holder)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._holder)
        self._grid = FieldGrid()
        self._stale: set[type[Record]] = set()
        """Kinds of records that have changed since their names were put into lists to choose from.
        """
        self._steps = Steps(self)
        self._lifted_by = ""
        """The field that has lifted the audience, as long as that is said."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._leave)
        session.changed.connect(self._changed)
        session.flushing.connect(self.flush)

    def show_record(self, record: AnyRecord | None) -> None:
        """Show a record, or nothing."""
        self.flush()
        same = (
            self._record is not None and record is not None and type(record) is type(self._record)
        )
        moved = (
            same
            and self._record is not None
            and record is not None
            and record.id != self._record.id
        )
        self._record = record
        if not same:
            self._clear()
            self._steps.run(self._build(), lambda: None)
            return
        if moved:
            for fault in self._faults.values():
                fault.hide()
            self.verticalScrollBar().setValue(0)
        self._show()

    @property
    def editors(self) -> dict[str, Any]:
        """The editor of each field, by its name."""
        self._finish()
        return self._editors

    def _finish(self) -> None:
        self._steps.finish()

    def enter(self) -> None:
        """Go to the first field, as whoever has just added the record wants to."""
        self._finish()
        if self._page is not None:
            enter_first(self._page)

    def focus_field(self, path: str) -> None:
        """Go to the field of a path such as `text.ja`, as findings name them."""
        name, _, rest = path.partition(".")
        found = self.editors.get(name)
        if found is None:
            return
        area = getattr(found, "areas", {}).get(rest)
        widget = area or found
        self.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # A form made anew

    def unfinished(self) -> Unfinished:
        """Where somebody writes, and what was refused: it stands nowhere else."""
        focus = self.window().focusWidget()
        path, caret = "", 0
        for name, made in self._editors.items():
            if made is focus or made.isAncestorOf(focus):
                areas = getattr(made, "areas", {})
                path = ".".join([name, *(part for part, area in areas.items() if area is focus)])
                caret = _caret(focus)
        refused = {
            name: made.text()
            for name, made in self._editors.items()
            if isinstance(made, LineEditor) and self._faults[name].isVisibleTo(self)
        }
        return Unfinished(path, caret, refused)

    def resume(self, held: Unfinished) -> None:
        """Go on where a form of the same record was left, in other words or colours."""
        for name, text in held.refused.items():
            made = self.editors.get(name)
            if isinstance(made, LineEditor):
                made.setText(text)
                made.try_again()
        if held.path:
            self.focus_field(held.path)
        focus = self.window().focusWidget()
        if isinstance(focus, TextArea):
            cursor = focus.textCursor()
            cursor.setPosition(min(held.caret, focus.document().characterCount() - 1))
            focus.setTextCursor(cursor)
        elif isinstance(focus, QLineEdit):
            focus.setCursorPosition(held.caret)

    def fault(self, name: str) -> str:
        """What is wrong with what stands in a field; empty where nothing is."""
        self._finish()
        label = self._faults[name]
        return label.text() if label.isVisibleTo(self) else ""

    def flush(self) -> None:
        """Store what is being typed."""
        for found in self._editors.values():
            found.flush()

    def _clear(self) -> None:
        self._steps.stop()
        self._editors = {}
        self._faults = {}
        self._panel = None
        page, self._page = self._page, None
        if page is not None:
            page.hide()
            self._old.append(page)

    def _forget(self) -> Iterator[None]:
        """Takes out what was there before; Qt dresses it anew for that, which takes as long as
        several fields.
        """
        while self._old:
            page = self._old.pop()
            page.setParent(None)
            page.deleteLater()
            yield

    def _build(self) -> Iterator[None]:
        # From the outside in, each part within the one that it stays in: Qt dresses a widget and
        # all in it anew
        # whenever it comes into another. Out of sight, so that nothing is laid out before all is
        # there.
        yield from self._forget()
        page = self._page = QWidget(self._holder)
        page.hide()
        self._room.addWidget(page)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 8, 16)
        outer.setSpacing(12)
        grid = self._grid = FieldGrid(parent=page)
        outer.addWidget(grid)
        kind = type(self._record) if self._record is not None else None
        cells: dict[str, tuple[QWidget, bool]] = {}
        self._names = []
        for field in fields(kind) if kind else ():
            cells[field.name] = (self._cell(field, grid), is_wide(field))
            yield
        access_keys.mark_fields(self._names)
        own = [cell for cell, _ in cells.values()]
        if kind is not None and kind in self._panels:
            made = self._panel = self._panels[kind](self._session)
            outer.insertWidget(0 if made.first else 1, made)
            made.wanted.connect(self.wanted)
            yield from made.take(cells, self._editors)
        for name, (cell, wide) in cells.items():
            grid.add(cell, wide=wide, name=name)
            yield
        outer.addStretch()
        follow_layout(page, own)
        shown = None
        while shown is not self._record:  # it may have become another while it was put in
            shown = self._record
            yield from self._filled()
        page.show()

    def _first(self, made: QWidget) -> QWidget:
        """What the key of a field goes to: of several languages the one that texts are written in
        first.
        """
        if isinstance(made, TextsEditor | LinesEditor):
            return made.areas.get(self._session.visit.particulars.original, made)
        return made

    def _cell(self, field: Field, parent: QWidget) -> QWidget:
        """A field with its name above and what is wrong with it below."""
        cell = QWidget(parent)
        made = editor(field, self._session, cell)
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        label = QLabel("" if isinstance(made, QCheckBox) else labels.field(field.name))
        label.setTextFormat(Qt.TextFormat.PlainText)
        speaking.label(label, access_keys.reached(self._first(made)))
        named = made if isinstance(made, QCheckBox) else label
        self._names.append((named, english(field_label(field.name))))
        fault = QLabel()
        fault.setObjectName("wrong")
        fault.setTextFormat(Qt.TextFormat.PlainText)
        fault.setWordWrap(True)
        fault.hide()
        offered = self._offered(made, cell)
        for widget in (label, made, *offered, fault):
            layout.addWidget(widget)
        made.edited.connect(lambda path, value, name=field.name: self._edited(name, path, value))
        made.setEnabled(not self._session.locked)
        if isinstance(made, TextsEditor):
            for area in made.areas.values():
                area.cursorPositionChanged.connect(partial(self._follow, area))
            for card in made.cards.values():
                card.entered.connect(partial(self._uncover, made.foot))
        self._editors[field.name] = made
        self._faults[field.name] = fault
        return cell

    def _offered(self, made: Any, cell: QWidget) -> list[QWidget]:
        """What stands below an editor: the button that enters a unit, but for what one unit of the
        visit's own is in another.
        """
        wanted = isinstance(made, UnitEditor) and not isinstance(self._record, OwnUnit)
        return [made.offer_to_enter(cell)] if wanted else []

    def _follow(self, area: TextArea) -> None:
        """Keep the caret in sight, also where a text has grown below the edge."""
        page = self.widget()
        if area.hasFocus() and page is not None:
            caret = area.viewport().mapTo(page, area.cursorRect().center())
            self.ensureVisible(caret.x(), caret.y(), 0, 3 * self.fontMetrics().height())

    def _uncover(self, foot: QWidget) -> None:
        """Who goes into a text sees the terms and the button below it too, where there is room for
        both.
        """
        QTimer.singleShot(
            0, foot, lambda: self.ensureWidgetVisible(foot, 0, 4) if foot.isVisible() else None
        )

    def _show(self) -> None:
        if not self._steps.running:  # else it is shown when the form is made
            for _ in self._filled():
                pass

    def _filled(self) -> Iterator[None]:
        """Puts the record into its fields, one after the other."""
        record = self._record
        if record is None:
            return
        self._grid.leave_out(idle(record))
        for name, made in self._editors.items():
            # What was refused stays as it was typed, until it is put right; a choice has nothing
            # that was typed.
            if isinstance(made, ChoiceEditor) or not self._faults[name].isVisibleTo(self):
                _fill(made, name, record)
                yield
        if self._panel is not None:
            self._panel.show_record(record)

    def _edited(self, name: str, path: str, value: Any) -> None:
        if self._record is None:
            return
        before = self._record
        why = self.store(before.id, f"{name}.{path}" if path else name, value)
        self._tell(name, why)
        if name != "audience" and "audience" in self._faults:
            # Another sort of a note may lift its audience, which is said where it is seen.
            lifted = self._record.audience != before.audience
            self._lifted_by = name if lifted else ""
            self._tell("audience", _lifted(self._record) if lifted else "")
        made = self._editors[name]
        if not why:
            self._show()
        elif isinstance(made, ChoiceEditor):
            made.show_value(getattr(before, name))

    def _leave(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What was said of an audience that was lifted has been read when somebody goes on."""
        by = self._editors.get(self._lifted_by)
        if by is None or new is None or new is by or by.isAncestorOf(new):
            return
        if self.isAncestorOf(new):
            self._told()

    def _told(self) -> None:
        self._lifted_by = ""
        self._tell("audience", "")

    def _tell(self, name: str, why: str) -> None:
        """Say something below a field; an empty sentence takes it away."""
        self._faults[name].setText(why)
        self._faults[name].setVisible(bool(why))

    def _offer_anew(self) -> None:
        """Offer the records that there are now, as they are called now."""
        stale, self._stale = self._stale, set()
        if not stale or self._record is None:
            return
        focus = self.window().focusWidget()
        for name, made in self._editors.items():
            if isinstance(made, ReferenceEditor | ListEditor | UnitEditor) and made.names in stale:
                if made is focus or made.isAncestorOf(focus):
                    self._stale.add(made.names)  # not under the hands of whoever chooses
                    continue
                made.refresh(self._session.visit)
                made.show_value(getattr(self._record, name))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._offer_anew()

    def _changed(self, edit: Edit) -> None:
        if self._record is None:
            return
        self._stale |= _kinds_in(edit)
        ident = self._record.id
        now = self._session.visit.by_id.get(ident)
        if now is None:
            return
        if self._lifted_by and now.audience != self._record.audience:  # such as by undo
            self._told()
        self._record = now
        if self._steps.running:
            return  # it is shown when the form is made
        if self.isVisible():
            self._offer_anew()
        if any(change.id == ident for change in edit.changes):
            self._show()
        elif self._panel is not None and _is_followed(edit, self._panel):
            self._panel.show_record(now)


def _caret(widget: QWidget | None) -> int:
    """Where somebody writes in a field."""
    if isinstance(widget, TextArea):
        return widget.textCursor().position()
    return widget.cursorPosition() if isinstance(widget, QLineEdit) else 0


def _fill(made: Any, name: str, record: AnyRecord) -> None:
    """Put a record into one of its fields."""
    value = getattr(record, name)
    if isinstance(made, TextsEditor | GridEditor):
        made.show_of(record.id, value)
        return
    if name == "audience" and isinstance(made, ChoiceEditor):
        refused = ((word, misplaced(record, word)) for word in AUDIENCES)
        made.withhold({word: spoken(why) for word, why in refused if why})
    made.show_value(value)


def _kinds_in(edit: Edit) -> set[type[AnyRecord]]:
    """The kinds of records that an edit changes."""
    both = (record for change in edit.changes for record in (change.before, change.after))
    return {type(record) for record in both if record}


def _is_followed(edit: Edit, panel: Panel) -> bool:
    """Whether a panel shows something of what an edit changes."""
    return any(isinstance(one.before or one.after, panel.follows) for one in edit.changes)
