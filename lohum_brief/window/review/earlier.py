"""Earlier states of the visit: choose one, see what differs, take back all or some records."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QThread
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.errors import BriefError
from lohum_brief.language import dates
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.comparing import Run, difference, words
from lohum_brief.language.interface import interface, say, say_n
from lohum_brief.language.sentences import sentence
from lohum_brief.message import msg
from lohum_brief.store.entries import Entry
from lohum_brief.store.locate import store_at
from lohum_brief.store.protocol import CLOSED, DAILY, UNWRITTEN, Backup
from lohum_brief.visit.called import in_all
from lohum_brief.visit.earlier import Difference, FieldDifference, differences, moved
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.labels import FIELDS
from lohum_brief.visit.records import AnyRecord, kind_of
from lohum_brief.visit.retelling import retold
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.fields.schema import fields
from lohum_brief.window.fitting import give_room
from lohum_brief.window.places import PLACES, place_of
from lohum_brief.window.session import Session
from lohum_brief.window.theme import current, icon

_MOST_EDITS: Final = 5_000
_MOST_LINES: Final = 500
_TOGETHER: Final = dt.timedelta(minutes=5)
"""Edits of one name that follow each other within this time are one line: what one types is stored
every second.
"""
_DATA = Qt.ItemDataRole.UserRole


class State(NamedTuple):
    """An earlier state: a backup, or the visit after an edit. `label` says what it is called in a
    language.
    """

    label: Callable[[Lang], str]
    source: Backup | Entry
    who: str = ""


class EarlierStates(QDialog):
    """States on the left; on the right what has changed since, by place, and below it the words of
    one record.
    """

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Earlier states"))
        self._session = session
        self._then: Visit | None = None
        self._state: State | None = None
        self._comparing: _Comparing | None = None
        self._moved = False
        self.states = _tree(say("Earlier states"))
        self.found = _tree(say("What has changed since"))
        self.found.setColumnCount(2)
        self.found.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.words = QTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(say("What differs in the selected record"))
        self._head = QLabel(say("Choose a state to see what has changed since."))
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.some, self.all = (
            QPushButton(say("Restore the selected records")),
            QPushButton(say("Restore all of it")),
        )
        for button in (self.some, self.all):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in (self.some, self.all):
            button.setAutoDefault(False)  # Return in a list chooses, and takes nothing back
        buttons.addButton(say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.all.clicked.connect(lambda: self._take(all_=True))
        self.some.clicked.connect(lambda: self._take(all_=False))
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.states.currentItemChanged.connect(lambda item, _: self._choose(item))
        self.found.itemSelectionChanged.connect(self._selected)
        self._fill()
        self._selected()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        em = self.fontMetrics().height()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(em // 2, 0, 0, 0)
        column.addWidget(self._head)
        below = QSplitter(Qt.Orientation.Vertical)
        below.addWidget(self.found)
        below.addWidget(self.words)
        below.setSizes([22 * em, 12 * em])
        below.setChildrenCollapsible(False)
        column.addWidget(below, 1)
        across = QSplitter()
        across.addWidget(self.states)
        across.addWidget(right)
        across.setSizes([24 * em, 40 * em])
        across.setChildrenCollapsible(False)
        row = QHBoxLayout()
        hint = QLabel(say("A restore is one step that can be undone."))
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        row.addWidget(hint, 1)
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(across, 1)
        layout.addLayout(row)
        give_room(self, 66, 38)

    def told(self) -> str:
        """What the head says."""
        return self._head.text()

    # States

    def _fill(self) -> None:
        try:
            backups, edits = self._session.backups(), self._session.edits(_MOST_EDITS)
        except BriefError as error:
            self._head.setText(say(error.message))
            return
        for title, states in (
            (say("Edits"), [_of_edits(run) for run in _runs(edits)[:_MOST_LINES]]),
            (say("Backups"), [_of_backup(backup) for backup in backups]),
        ):
            group = QTreeWidgetItem(self.states, [f"{title}   {len(states)}"])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            group.setExpanded(True)
            for state in states:
                item = QTreeWidgetItem(
                    group, [" · ".join(filter(None, (state.label(interface()), state.who)))]
                )
                item.setData(0, _DATA, state)
                item.setIcon(0, icon("file-text" if isinstance(state.source, Entry) else "history"))

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        state: State | None = item.data(0, _DATA) if item is not None else None
        self.found.clear()
        self._then, self._moved = None, False
        self._state = state
        if state is None:
            self._head.setText(say("Choose a state to see what has changed since."))
        else:
            self._head.setText(say("Comparing…"))
            self._start(state.source)
        self._selected()

    def _start(self, source: Backup | Entry) -> None:
        """Reading a large backup, or going back through thousands of edits, takes seconds: the
        window is to answer.
        """
        now = self._session.visit
        asked = (
            store_at(source.address).read
            if isinstance(source, Backup)
            else partial(self._session.place.visit_after, now, source.number)
        )
        self._comparing = _Comparing(self, now, asked)
        self._comparing.finished.connect(self._compared)
        self._comparing.start()

    def _compared(self) -> None:
        done = self.sender()
        if not isinstance(done, _Comparing) or done is not self._comparing:
            return  # another state was chosen meanwhile
        if done.then is not None:
            self._then, self._moved = done.then, done.moved
            self._show(done.now, done.then, done.found)
        else:
            self._head.setText(done.why)
        self._selected()

    def done(self, result: int) -> None:
        """Close, but not before what is being read is."""
        if self._comparing is not None:
            self._comparing.wait()
        super().done(result)

    def _show(self, now: Visit, then: Visit, found: list[Difference]) -> None:
        self._head.setText(_told(len(found), moved=self._moved))
        places: dict[str, list[Difference]] = {say(place.title): [] for place in PLACES}
        for one in found:
            places.setdefault(_place(one), []).append(one)
        for title, ones in places.items():
            if not ones:
                continue
            group = QTreeWidgetItem(self.found, [f"{title}   {len(ones)}"])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFirstColumnSpanned(True)
            for one in ones:
                name = " ".join(labels.title(one.record, now if one.now else then).split())
                item = QTreeWidgetItem(
                    group, [_fate(one), f"{name} · {labels.kind(kind_of(one.record))}"]
                )
                item.setIcon(0, icon(_sign(one)))
                item.setData(0, _DATA, one)
            group.setExpanded(True)
        self.found.resizeColumnToContents(0)

    # What differs

    def _chosen(self) -> list[Difference]:
        return [
            one for item in self.found.selectedItems() if (one := item.data(0, _DATA)) is not None
        ]

    def _selected(self) -> None:
        chosen = self._chosen()
        free = not self._session.locked
        self.some.setEnabled(free and bool(chosen))
        self.all.setEnabled(
            free and self._then is not None and (self._moved or self.found.topLevelItemCount() > 0)
        )
        self.words.clear()
        cursor = QTextCursor(self.words.document())
        for one in chosen[:1]:
            for field in one.fields:
                _write_field(cursor, field, type(one.record))
        self.words.moveCursor(QTextCursor.MoveOperation.Start)

    def _take(self, *, all_: bool) -> None:
        if self._then is None or self._state is None:
            return
        label = msg("Restore: {state}", state=in_all(self._state.label))
        idents = None if all_ else [one.record.id for one in self._chosen()]
        backup = self._state.source if isinstance(self._state.source, Backup) else None
        if self._session.take(self._then, idents, label, backup):
            self.accept()


class _Comparing(QThread):
    """Asks for the visit as it was, and compares; afterwards it is `then`, or `why` says why there
    is none.
    """

    def __init__(self, parent: QWidget, now: Visit, asked: Callable[[], Visit]) -> None:
        super().__init__(parent)
        self.now = now
        self._asked = asked
        self.then: Visit | None = None
        self.found: list[Difference] = []
        self.moved = False
        self.why = ""

    def run(self) -> None:
        """In a thread of its own."""
        try:
            then = self._asked()
        except BriefError as error:
            self.why = say(error.message)
            return
        self.found = differences(self.now, then)
        self.moved = moved(self.now, then)
        self.then = then


def _tree(name: str) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setAccessibleName(name)
    tree.setHeaderHidden(True)
    tree.setUniformRowHeights(True)
    return tree


def _runs(edits: Sequence[Entry]) -> list[list[Entry]]:
    """The edits, newest first; those of one name and person that follow each other closely are one
    run.
    """
    runs: list[list[Entry]] = []
    for entry in edits:
        last = runs[-1][-1] if runs else None
        if (
            last
            and (last.label, last.who) == (entry.label, entry.who)
            and _time(last) - _time(entry) <= _TOGETHER
        ):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _time(entry: Entry) -> dt.datetime:
    return dt.datetime.fromisoformat(entry.time)


def _of_edits(run: Sequence[Entry]) -> State:
    last, first = run[0], run[-1]

    def label(lang: Lang) -> str:
        when = "–".join(dict.fromkeys((_when(first.time, lang), _when(last.time, lang))))
        return f"{when} · {retold(last.label, lang)}"

    return State(label, last, last.who)


def _told(count: int, *, moved: bool) -> str:
    """Say how much has changed since a state."""
    if count:
        return say_n(
            "Since then {count} record has changed:",
            "Since then {count} records have changed:",
            count,
        )
    if moved:
        return say("Since then only the order has changed.")
    return say("Nothing has changed since then.")


def _sign(one: Difference) -> str:
    """Return the icon of what became of a record."""
    if one.then is None:
        return "plus"
    return "trash-2" if one.now is None else "file-text"


def _of_backup(backup: Backup) -> State:
    why = _REASONS.get(backup.reason, msg("before a change of the file’s format"))
    return State(lambda lang: f"{_when(backup.time, lang)} · {sentence(why, lang)}", backup)


_REASONS: Final = {
    DAILY: msg("daily"),
    CLOSED: msg("when the visit was closed"),
    UNWRITTEN: msg("with edits that could not be written to the file"),
}
"""Why a backup was made; of others it was a change of the format."""


def _when(time: str, lang: Lang) -> str:
    """Times of the journal are in UTC, those of backups local. The day is left away where it is
    today.
    """
    then = dt.datetime.fromisoformat(time).astimezone()
    clock = f"{then:%H:%M}"
    if then.date() == dt.datetime.now().astimezone().date():
        return clock
    return sentence(msg("{day}, {time}", day=dates.day(then.date(), lang), time=clock), lang)


def _place(one: Difference) -> str:
    kind = OF[type(one.record)]
    return say(place_of(one.record).title) if kind.place else say(kind.many)


def _fate(one: Difference) -> str:
    return (
        say("Added since")
        if one.then is None
        else say("Removed since")
        if one.now is None
        else say("Changed")
    )


def _write_field(cursor: QTextCursor, field: FieldDifference, kind: type[AnyRecord]) -> None:
    """The field's name, then its words: those that came since struck out, those that a restore
    brings back underlined.
    """
    theme = current()
    name = QTextCharFormat()
    name.setForeground(QColor(theme.quiet))
    cursor.insertText(_named(field.path) + "\n", name)
    last = field.path.rpartition(".")[2]
    lang = next((lang for lang in LANGS if lang == last), interface())
    now, then = (_in_words(value, field.path, kind) for value in (field.now, field.then))
    for run in difference(words(now, lang), words(then, lang)) or [Run("same", "–")]:
        form = QTextCharFormat()
        form.setForeground(
            QColor({"gone": theme.bad, "come": theme.good}.get(run.fate, theme.text))
        )
        if run.fate != "same":
            form.setBackground(
                QColor(theme.bad_ground if run.fate == "gone" else theme.good_ground)
            )
        form.setFontStrikeOut(run.fate == "gone")
        form.setFontUnderline(run.fate == "come")
        cursor.insertText(run.text, form)
    cursor.insertText("\n\n", QTextCharFormat())


def _in_words(value: str, path: str, kind: type[AnyRecord]) -> str:
    """A value as forms show it: a word of a vocabulary by what it is called."""
    if ".state." in path:
        return labels.choice("state", value) if value else ""
    name = path.partition(".")[0]
    chosen = next((field for field in fields(kind) if field.name == name), None)
    return labels.choice(name, value) if chosen is not None and value in chosen.choices else value


def _named(path: str) -> str:
    parts = []
    for step in path.split("."):
        if step in LANGS:
            parts.append(labels.NATIVE[step])
        elif step.isdecimal():
            parts.append(str(int(step) + 1))
        else:
            parts.append(labels.field(step) if step in FIELDS else step)
    return " · ".join(parts)
