"""The place of the programme: its items in time, and the form of the one that is selected.

What moves an item, or makes it longer, moves what follows along (`visit.schedule`), in one step that undo takes back;
a sentence above the list says what moved and what no longer fits.
"""

import datetime as dt
import secrets
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import say, say_n
from lohum_brief.visit import edit, schedule
from lohum_brief.visit.document import parse_record
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Group, Item, Particulars
from lohum_brief.visit.schedule import Plan
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.fields.blank import blank
from lohum_brief.window.fields.form import RecordForm
from lohum_brief.window.fields.texts import empty
from lohum_brief.window.head import PlaceHead
from lohum_brief.window.header import Elided
from lohum_brief.window.places import Place
from lohum_brief.window.session import Session
from lohum_brief.window.theme import current
from lohum_brief.window.timetable.timeline import IDENT, Timeline, TimelineModel

_STEPS: Final = (-15, 5, 15)
"""Minutes by which the buttons move an item and what follows."""
_MINUTE: Final = dt.timedelta(minutes=1)
_NAMED: Final = 2
"""What no longer fits is named up to this number."""

Planner = Callable[[list[Item]], Plan]


class Programme(QWidget):
    """`selected` names the item whose form is shown; empty where there is none."""

    selected = Signal(str)

    def __init__(self, place: Place, session: Session) -> None:
        super().__init__()
        self.place = place
        self._session = session
        self._moving = False
        self._model = TimelineModel(session.visit)
        self.list = Timeline(self._model)
        self.list.setAccessibleName(say(place.title))
        self.form = RecordForm(session)
        self.form.store = self._store
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
        split.addWidget(self.form)
        split.setSizes([460, 320])
        split.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(split)
        first = QPushButton(say("Add the first"))
        first.clicked.connect(self.add)
        first.setEnabled(not session.locked)
        self._stack.addWidget(empty(say(place.empty), first))
        layout.addWidget(self._stack, 1)
        self.list.dropped.connect(lambda ident, target, behind: self._drop(ident, target, behind=behind))
        self.list.entered.connect(lambda: self.form.focus_field("start"))
        self.list.selectionModel().currentChanged.connect(self._selection)
        session.changed.connect(self._changed)
        self.setFocusProxy(self.list)
        self._refresh()
        self._select(self._model.item_below(0))

    # What is shown

    def _head(self) -> PlaceHead:
        head = PlaceHead(say(self.place.title))
        acts = {
            "plus": self.add,
            "arrow-up": lambda: self.move_selected(-1),
            "arrow-down": lambda: self.move_selected(1),
            "trash-2": self.remove,
        }
        head.add_tools(acts, enabled=not self._session.locked)
        return head

    def _steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = Elided(say("This item and what follows:"))
        label.setObjectName("quiet")
        row.addWidget(label)
        for minutes in _STEPS:
            button = QPushButton(_signed(minutes))
            button.setAccessibleName(step_name(minutes))
            button.setToolTip(step_name(minutes))
            button.setEnabled(not self._session.locked)
            button.clicked.connect(lambda _=False, minutes=minutes: self.shift(minutes))
            row.addWidget(button)
        row.addStretch()
        return row

    def _refresh(self) -> None:
        items = self._session.visit.of(Item)
        days = len({item.start.date() for item in items})
        count = say_n("{count} entry", "{count} entries", len(items))
        self.head.say_count(f"{count} · " + say_n("{count} day", "{count} days", days) if days > 1 else count)
        self._stack.setCurrentIndex(0 if items else 1)

    def _changed(self, made: Edit) -> None:
        if not self._moving:
            self.told.hide()
        if not any(isinstance(change.before or change.after, Item | Group | Particulars) for change in made.changes):
            return
        held, top = self.current(), self.list.verticalScrollBar().value()
        near = self.list.currentIndex().row()
        self._model.show_visit(self._session.visit)
        self._refresh()
        self.list.verticalScrollBar().setValue(top)
        row = self._model.row_of(held)
        self._select(held if row >= 0 else self._model.item_below(min(near, self._model.rowCount() - 1)))

    # What is selected

    def current(self) -> str:
        """The id of the selected item; empty if there is none."""
        return str(self.list.currentIndex().data(IDENT) or "")

    def _select(self, ident: str) -> None:
        row = self._model.row_of(ident)
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row))
        else:
            self.form.show_record(None)

    def _selection(self, index: QModelIndex, _before: QModelIndex) -> None:
        ident = str(index.data(IDENT) or "")
        self.told.hide()
        self.form.show_record(self._session.visit.by_id.get(ident))
        self.selected.emit(ident)

    def show_record(self, ident: str, field: str = "") -> None:
        """Select an item and go to one of its fields."""
        self._select(ident)
        self.list.scrollTo(self.list.currentIndex())
        if field:
            self.form.focus_field(field)

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
            self.form.setFocus()
            self.form.focusNextChild()

    def remove(self) -> None:
        """Remove the selected item; undo brings it back."""
        if ident := self.current():
            self._session.commit(lambda now: edit.remove(now, ident))

    def shift(self, minutes: int) -> None:
        """The selected item later or earlier, and what follows it."""
        if ident := self.current():
            label = step_name(minutes)
            self._act(label, lambda items: schedule.shift(items, ident, minutes), minutes)

    def move_selected(self, by: int) -> None:
        """Change places with what the same people do before or after."""
        if ident := self.current():
            self._act(say("Move an item of the programme"), lambda items: schedule.step(items, ident, by))

    def _drop(self, ident: str, target: str, *, behind: bool) -> None:
        self._act(say("Move an item of the programme"), lambda items: schedule.put(items, ident, target, behind=behind))

    def _act(self, label: str, planner: Planner, minutes: int = 0) -> None:
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
            return str(error)
        old, new = change.before, change.after
        if not isinstance(old, Item) or not isinstance(new, Item) or old == new:
            return ""
        if path == "minutes":
            return self._commit(say("Change a duration"), lambda items: schedule.lengthen(items, ident, new.minutes))
        return self._commit(say("Change a beginning"), lambda items: schedule.begin(items, ident, new.start))

    def _commit(self, label: str, planner: Planner, minutes: int = 0) -> str:
        """Make what was planned one step; the sentence why not, or an empty one."""
        visit = self._session.visit
        try:
            plan = planner(visit.of(Item))
        except BriefError as error:
            return str(error)
        if not plan.items:
            return say("Nothing moved: there is nothing further that the same people do.")
        self._moving = True
        try:
            if self._session.commit(lambda now: edit.merge(now, plan.items, label)):
                self._tell(" ".join([_moved(visit, plan, minutes), *_unfit(plan, visit)]), fault=bool(plan.unfit))
        finally:
            self._moving = False
        return ""

    def _tell(self, sentence: str, *, fault: bool) -> None:
        theme = current()
        ink, ground = (theme.warn, theme.warn_ground) if fault else (theme.good, theme.good_ground)
        self.told.setStyleSheet(f"color: {ink}; background: {ground}; border-radius: 5px; padding: 6px 10px;")
        self.told.setText(sentence)
        self.told.show()


def step_name(minutes: int) -> str:
    """What moving by some minutes is called."""
    if minutes < 0:
        return say("{minutes} min earlier from here", minutes=-minutes)
    return say("{minutes} min later from here", minutes=minutes)


def _signed(minutes: int) -> str:
    text = say("{minutes} min", minutes=abs(minutes))
    return f"–{text}" if minutes < 0 else f"+{text}"


def _moved(visit: Visit, plan: Plan, minutes: int) -> str:
    """How many moved, and by how much where that is the same for all."""
    shifts = set()
    for item in plan.items:
        old = visit.get(Item, item.id)
        if old is not None and old.start != item.start:
            shifts.add((item.start - old.start) // _MINUTE)
    count = sum(item.start != getattr(visit.get(Item, item.id), "start", None) for item in plan.items)
    if not count:
        return say("Nothing else had to move.")
    if len(shifts) == 1 and abs(only := shifts.pop()) < 24 * 60:
        if only < 0:
            return say_n(
                "{count} item is {minutes} min earlier.",
                "{count} items are {minutes} min earlier.",
                count,
                minutes=-only,
            )
        return say_n(
            "{count} item is {minutes} min later.", "{count} items are {minutes} min later.", count, minutes=only
        )
    if minutes:
        return say_n(
            "{count} item is up to {minutes} min later.",
            "{count} items are up to {minutes} min later.",
            count,
            minutes=max(map(abs, shifts)),
        )
    return say_n("{count} item has another time.", "{count} items have other times.", count)


def _unfit(plan: Plan, visit: Visit) -> list[str]:
    """What no longer fits, in words."""
    told = []
    for first, second, length in plan.unfit[:_NAMED]:
        names = {
            "title": labels.text(first.title, visit) or first.id,
            "other": labels.text(second.title, visit) or second.id,
        }
        minutes = length // _MINUTE
        if second.fixed:
            told.append(say("“{title}” runs {minutes} min into “{other}”, which is fixed.", minutes=minutes, **names))
        else:
            told.append(say("“{title}” runs {minutes} min into “{other}”.", minutes=minutes, **names))
    if (more := len(plan.unfit) - _NAMED) > 0:
        told.append(say_n("{count} more does not fit.", "{count} more do not fit.", more))
    return told
