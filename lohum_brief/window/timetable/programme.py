"""The place of the programme: its items in time, and the form of the one that is selected.

What moves an item, or makes it longer, moves what follows along (`visit.schedule`), in one step
that undo takes back; a sentence above the list says what moved and what no longer fits.
"""

import datetime as dt
import secrets
from collections.abc import Callable
from typing import Any, Final

from msgspec import structs
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.errors import BriefError
from lohum_brief.language.interface import say, say_n, sentences
from lohum_brief.message import Value, msg
from lohum_brief.visit import edit, schedule, several
from lohum_brief.visit.document import parse_record
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import AnyRecord, Group, Item, Particulars
from lohum_brief.visit.schedule import Plan
from lohum_brief.visit.visit import Visit
from lohum_brief.window.fields.blank import blank
from lohum_brief.window.fields.form import RecordForm
from lohum_brief.window.fields.forms import Forms
from lohum_brief.window.fields.several import SeveralForm
from lohum_brief.window.fields.texts import empty
from lohum_brief.window.head import PlaceHead
from lohum_brief.window.menus import actions_menu
from lohum_brief.window.places import Place
from lohum_brief.window.session import Session
from lohum_brief.window.theme import current
from lohum_brief.window.timetable.sentences import moved, signed, step_name, unfit
from lohum_brief.window.timetable.timeline import IDENT, Timeline, TimelineModel

_STEPS: Final = (-15, 5, 15)
"""Minutes by which the buttons move an item and what follows."""
_TIMES: Final = frozenset({"start", "minutes"})
"""Fields of which each item has its own, also where several are changed at once."""
_WITHIN: Final = Qt.ShortcutContext.WidgetWithChildrenShortcut
Planner = Callable[[list[Item], str], Plan]
"""Plans what moves, on the clocks of a zone."""


class Programme(QWidget):
    """`selected` names the item whose form is shown; empty where there is none or several."""

    selected = Signal(str)
    pasted = Signal()

    def __init__(self, place: Place, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._session = session
        self.kind = Item
        self._moving = False
        self._held: list[str] = []
        """Whose form is shown, or what all of them have in common."""
        self._model = TimelineModel(session.visit)
        self.list = Timeline(self._model)
        self.list.setAccessibleName(say(place.title))
        self.form = RecordForm(session)
        self.form.store = self._store
        self.several = SeveralForm(session, without=_TIMES)
        self._below = Forms()
        self._below.put(self.form, self.several, self.list.setFocus)
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 0)
        layout.setSpacing(8)
        self.head = self._head()
        layout.addWidget(self.head)
        layout.addLayout(self._steps())
        layout.addWidget(self.told)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setObjectName("parts")
        split.addWidget(self.list)
        split.addWidget(self._below)
        split.setSizes([460, 320])
        split.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(split)
        self._stack.addWidget(self._nothing())
        layout.addWidget(self._stack, 1)
        self._choosing = QTimer(self, singleShot=True, interval=0)
        self._choosing.timeout.connect(self._show_selected)
        self._connect()
        session.changed.connect(self._changed)
        self.setFocusProxy(self.list)
        self._refresh()
        self._select(self._model.item_below(0))

    def _connect(self) -> None:
        self.list.dropped.connect(
            lambda ident, target, behind: self._drop(ident, target, behind=behind)
        )
        self.list.entered.connect(self._enter_form)
        self.list.copied.connect(self.copy)
        self.list.pasted.connect(self.pasted)
        self.list.removed.connect(self.remove)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._context)
        self.list.selectionModel().selectionChanged.connect(self._selection)

    # What is shown

    def _nothing(self) -> QWidget:
        """What stands there as long as there is no item: the ways to the first."""
        first = QPushButton(say("Add the first"))
        first.clicked.connect(self.add)
        first.setEnabled(not self._session.locked)
        paste = QPushButton(say("Paste a table…"))
        paste.setToolTip(say("Cells copied in a spreadsheet, with their headings"))
        paste.clicked.connect(self.pasted)
        paste.setEnabled(not self._session.locked)
        nothing = empty(say(self.place.empty), first, paste)
        QShortcut(QKeySequence.StandardKey.Paste, nothing, self.pasted.emit, context=_WITHIN)
        return nothing

    def _head(self) -> PlaceHead:
        head = PlaceHead(say(self.place.title))
        self.search = head.add_filter()
        self.search.textChanged.connect(self._filter)
        acts = {
            "plus": self.add,
            "copy": self.duplicate,
            "arrow-up": lambda: self.move_selected(-1),
            "arrow-down": lambda: self.move_selected(1),
            "trash-2": self.remove,
        }
        head.add_tools(acts, enabled=not self._session.locked)
        return head

    def _steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._shifts: list[QPushButton] = []
        self._from_here = QLabel(say("This item and what follows:"))
        self._from_here.setObjectName("quiet")
        row.addWidget(self._from_here)
        for minutes in _STEPS:
            button = QPushButton(signed(minutes))
            button.setAccessibleName(say(step_name(minutes)))
            button.setToolTip(say(step_name(minutes)))
            button.setEnabled(not self._session.locked)
            button.clicked.connect(lambda _=False, minutes=minutes: self.shift(minutes))
            row.addWidget(button)
            self._shifts.append(button)
        row.addStretch()
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        # Where there is no room for it, the buttons say alone what they do, and their hints all of
        # it.
        needed = sum(one.sizeHint().width() + 8 for one in (self._from_here, *self._shifts))
        self._from_here.setVisible(needed <= self.width() - 48)

    def _refresh(self) -> None:
        items = self._session.visit.of(Item)
        days = len({item.start.date() for item in items})
        count = say_n("{count} entry", "{count} entries", len(items))
        if len(self._model.idents()) < len(items):
            count = say("{count} of {total}", count=len(self._model.idents()), total=len(items))
        self.head.say_count(
            f"{count} · " + say_n("{count} day", "{count} days", days) if days > 1 else count
        )
        self._stack.setCurrentIndex(0 if items else 1)
        for button in self._shifts:
            button.setEnabled(bool(items) and not self._session.locked)

    def _filter(self, words: str) -> None:
        held = self.selected_items()
        self._model.set_words(words)
        self._refresh()
        self._choose(held)

    def _changed(self, made: Edit) -> None:
        if not self._moving:
            self.told.hide()
        if not any(
            isinstance(change.before or change.after, Item | Group | Particulars)
            for change in made.changes
        ):
            return
        held, top = self.selected_items(), self.list.verticalScrollBar().value()
        near = self.list.currentIndex().row()
        self._model.show_visit(self._session.visit)
        self._refresh()
        self.list.verticalScrollBar().setValue(top)
        self._choose(held, self._model.item_below(min(near, self._model.rowCount() - 1)))

    # What is selected

    def current(self) -> str:
        """The id of the selected item; empty if there is none."""
        return str(self.list.currentIndex().data(IDENT) or "")

    def selected_items(self) -> list[str]:
        """The ids of the selected items, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [str(self._model.index(row).data(IDENT)) for row in rows]

    def _select(self, ident: str) -> None:
        row = self._model.row_of(ident)
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row))
        else:
            self._held = []
            self.form.show_record(None)

    def _choose(self, idents: list[str], otherwise: str = "") -> None:
        """Select those that are still here, or else another."""
        here = [ident for ident in idents if self._model.row_of(ident) >= 0]
        self._select(here[0] if here else otherwise or self._model.item_below(0))
        for ident in here[1:]:
            row = self._model.index(self._model.row_of(ident))
            self.list.selectionModel().select(row, QItemSelectionModel.SelectionFlag.Select)

    def _selection(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if len(self.selected_items()) == 1:
            self._show_selected()
        else:  # a selection grows row by row
            self._choosing.start()

    def _show_selected(self) -> None:
        self._choosing.stop()
        idents = self.selected_items()
        if idents != self._held:
            self.told.hide()
        self._held = idents
        self.selected.emit(
            self._below.show_records(idents or [self.current()], self._session.visit)
        )

    def show_record(self, ident: str, field: str = "") -> None:
        """Select an item, whatever is filtered, and go to one of its fields."""
        if self._model.row_of(ident) < 0:
            self.search.clear()
        self._select(ident)
        self.list.scrollTo(self.list.currentIndex())
        if field:
            self.form.focus_field(field)

    def _enter_form(self) -> None:
        if not self._below.shows_several:
            self.form.focus_field("start")
        elif first := next(iter(self.several.editors.values()), None):
            first.setFocus(Qt.FocusReason.TabFocusReason)

    # What is done

    def add(self) -> None:
        """Add an item when the selected one ends, and go to its first field."""
        visit = self._session.visit
        ident = f"item:{secrets.token_hex(4)}"
        held = visit.by_id.get(self.current())
        record = parse_record(blank(Item, ident, visit, held))
        following = visit.records[visit.records.index(held) + 1 :] if held else ()
        before = following[0].id if following else None
        if self._session.commit(lambda now: edit.add(now, record, before)):
            self.show_record(ident)
            self.form.enter()

    def duplicate(self) -> None:
        """Put a copy of the selected items behind them in time, and select the copies."""
        items = [
            item
            for ident in self.selected_items()
            if (item := self._session.visit.get(Item, ident))
        ]
        if not items:
            return
        later = max(map(schedule.end, items)) - min(item.start for item in items)
        copies = [(item.id, f"item:{secrets.token_hex(4)}") for item in items]

        def make(now: Visit) -> Edit:
            made = several.duplicate(now, copies)
            changes = tuple(
                change._replace(after=_moved_by(change.after, later)) for change in made.changes
            )
            return made._replace(changes=changes)

        if self._session.commit(make):
            self._choose([new for _, new in copies])
            self.list.scrollTo(self.list.currentIndex())

    def remove(self) -> None:
        """Remove the selected items in one step; undo brings them back."""
        idents = self.selected_items()
        if idents and not self._session.locked:
            self._session.commit(lambda now: several.remove(now, idents))

    def copy(self) -> None:
        """Put the selected items on the clipboard, as a table that spreadsheets and this program
        read.
        """
        from lohum_brief.exchange.writing import as_clipping

        if idents := self.selected_items():
            QGuiApplication.clipboard().setText(
                as_clipping([self._session.visit.by_id[ident] for ident in idents], Item)
            )

    def _context(self, at: QPoint) -> None:
        self.context_menu().exec(self.list.viewport().mapToGlobal(at))

    def context_menu(self) -> QMenu:
        """What can be done with the selected items."""
        some = bool(self.selected_items())
        may = not self._session.locked
        return actions_menu(
            self,
            (
                (say("Edit"), "Return", self._enter_form, some),
                (say("Copy"), "Ctrl+C", self.copy, some),
                (say("Paste a table…"), "Ctrl+V", self.pasted.emit, may),
                (say("Duplicate"), "Ctrl+D", self.duplicate, some and may),
                (say("Move up"), "Alt+Up", lambda: self.move_selected(-1), some and may),
                (say("Move down"), "Alt+Down", lambda: self.move_selected(1), some and may),
                (say(step_name(-15)), "Alt+Left", lambda: self.shift(-15), some and may),
                (say(step_name(15)), "Alt+Right", lambda: self.shift(15), some and may),
                (say("Add"), "Ctrl+Return", self.add, may),
                (say("Remove"), "Delete", self.remove, some and may),
            ),
        )

    def shift(self, minutes: int) -> None:
        """The first selected item later or earlier, and what follows it."""
        if ident := next(iter(self.selected_items()), ""):
            label = step_name(minutes)
            self._act(
                label, lambda items, zone: schedule.shift(items, ident, minutes, zone), minutes
            )

    def move_selected(self, by: int) -> None:
        """Change places with what the same people do before or after."""
        if ident := self.current():
            self._act(
                msg("Move an item of the programme"),
                lambda items, zone: schedule.step(items, ident, by, zone),
            )

    def _drop(self, ident: str, target: str, *, behind: bool) -> None:
        self._act(
            msg("Move an item of the programme"),
            lambda items, zone: schedule.put(items, ident, target, behind=behind, zone=zone),
        )

    def _act(self, label: Value, planner: Planner, minutes: int = 0) -> None:
        self._session.flushing.emit()
        self.list.setFocus()
        why = self._commit(label, planner, minutes)
        if why:
            self._tell(why, fault=True)

    def _store(self, ident: str, path: str, value: Any) -> str:
        """A field of the form: a new beginning or duration moves what follows along."""
        if path not in ("start", "minutes"):
            return self._session.set_field(ident, path, value)
        try:
            [change] = edit.set_field(self._session.visit, ident, path, value).changes
        except BriefError as error:
            return say(error.why or error.message)
        old, new = change.before, change.after
        if not isinstance(old, Item) or not isinstance(new, Item) or old == new:
            return ""
        if path == "minutes":
            return self._commit(
                msg("Change a duration"),
                lambda items, zone: schedule.lengthen(items, ident, new.minutes, zone),
            )
        return self._commit(
            msg("Change a beginning"),
            lambda items, zone: schedule.begin(items, ident, new.start, zone),
        )

    def _commit(self, label: Value, planner: Planner, minutes: int = 0) -> str:
        """Make what was planned one step; the sentence why not, or an empty one."""
        visit = self._session.visit
        try:
            plan = planner(visit.of(Item), visit.particulars.place_zone)
        except BriefError as error:
            return say(error.message)
        if not plan.items:
            return say("Nothing moved: there is nothing further that the same people do.")
        self._moving = True
        try:
            if self._session.commit(lambda now: edit.merge(now, plan.items, label)):
                self._tell(
                    sentences([moved(visit, plan, minutes), *unfit(plan, visit)]),
                    fault=bool(plan.unfit),
                )
        finally:
            self._moving = False
        return ""

    def _tell(self, sentence: str, *, fault: bool) -> None:
        theme = current()
        ink, ground = (theme.warn, theme.warn_ground) if fault else (theme.good, theme.good_ground)
        self.told.setStyleSheet(
            f"color: {ink}; background: {ground}; border-radius: 5px; padding: 6px 10px;"
        )
        self.told.setText(sentence)
        self.told.show()


def _moved_by(record: AnyRecord | None, later: dt.timedelta) -> AnyRecord | None:
    """A copy is no appointment that others know of: it is not fixed."""
    return (
        structs.replace(record, start=record.start + later, fixed=False)
        if isinstance(record, Item)
        else record
    )
