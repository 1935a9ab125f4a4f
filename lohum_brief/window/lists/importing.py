"""Importing a table: what it holds, what it would do line by line, and nothing done before somebody
agrees.

Reading and comparing happen in a process of their own; closing the dialog ends it, whatever a table
does to it. The process knows no language: another is put on by saying the same again.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.interface import interface, say, say_n, spoken
from lohum_brief.message import Value, msg
from lohum_brief.service.messages.message import Failed
from lohum_brief.service.messages.notifications import Changed
from lohum_brief.service.messages.tables import Lines, LookedAt, TakenOver
from lohum_brief.visit.document import from_wire
from lohum_brief.visit.edit import Change, Edit
from lohum_brief.window.fitting import give_room
from lohum_brief.window.lists.mapping import ColumnsTable
from lohum_brief.window.lists.preview_table import PreviewTable
from lohum_brief.window.lists.questions import QuestionsList
from lohum_brief.window.lists.table_options import Offered, TableOptions
from lohum_brief.window.service import Service
from lohum_brief.window.session import Session
from lohum_brief.window.steps import Steps

TABLES: Final = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
"""What files of tables are called; what they are, their content says."""
_NOTES: Final = 6
"""Remarks of a preview that are shown at once; the tooltip has all of them."""
_PAUSE: Final = 250


class ImportDialog(QDialog):
    """`found` is what the table holds; None while that is not known."""

    def __init__(self, parent: QWidget, session: Session, offered: Offered) -> None:
        super().__init__(parent)
        self._session = session
        self._offered = offered
        self._hint = offered.hint
        self.found: LookedAt | None = None
        self._steps = Steps(self)
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wait.timeout.connect(self._look)
        self._why: Value = ""
        self._detailed: bool | None = None
        """Whether somebody wants to see columns and options, or does not; None while nobody has
        said so.
        """
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(0, 0, 0, 0)
        self._build()
        give_room(self, 70, 42)
        self.preview.table.setFocus()
        self._service = Service(session.visit, self)
        self._service.looked_at.connect(self._looked_at)
        self._service.lines.connect(self._lines)
        self._service.taken_over.connect(self._taken_over)
        self._service.failed.connect(self._failed)
        self._service.died.connect(self._died)
        self._look()

    # What it is made of

    def _build(self) -> None:
        self._spoken = interface()
        self.setWindowTitle(say("Import a table"))
        self.options = TableOptions(self._offered)
        self.options.changed.connect(self._look_later)
        self.options.moved.connect(self._rows_moved)
        self.options.renamed.connect(self._kind_chosen)
        self.columns = ColumnsTable()
        self.columns.chosen.connect(self._look_later)
        self.questions = QuestionsList()
        self.questions.answered.connect(self._look_later)
        self._notes = _plain("quiet")
        self.trouble = _plain("wrong")
        self.trouble.hide()
        self.preview = PreviewTable()
        self.preview.wanted.connect(self._ask_lines)
        self.preview.turned.connect(self._look_later)
        self._inside = QWidget()
        layout = QVBoxLayout(self._inside)
        # Narrow between its parts: with questions it has to fit a small laptop at 150 %.
        layout.setContentsMargins(24, 12, 24, 12)
        layout.setSpacing(4)
        layout.addLayout(self._head())
        layout.addWidget(self._details, 2)
        layout.addWidget(self.trouble)
        layout.addSpacing(6)
        layout.addLayout(self._body(), 4)
        layout.addWidget(self._foot())
        self._outside.addWidget(self._inside)

    def _head(self) -> QHBoxLayout:
        """How the table is read; what is seldom said of it is folded away while there are
        questions, which have the room.
        """
        self._details = QWidget()
        below = QVBoxLayout(self._details)
        below.setContentsMargins(0, 4, 0, 4)
        below.setSpacing(6)
        below.addWidget(self.options.further)
        below.addWidget(self.columns, 1)
        self.more = QToolButton()
        self.more.setObjectName("flat")
        self.more.setText(say("Columns and options"))
        self.more.setCheckable(True)
        self.more.setChecked(True)
        self.more.toggled.connect(self._details.setVisible)
        self.more.clicked.connect(lambda shown: self._fold(shown=shown))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.options, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        return head

    def _body(self) -> QBoxLayout:
        """Questions and remarks stand beside the preview; remarks alone stand above it."""
        self._asking = QWidget()
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(6)
        asking.addWidget(self.questions, 1)
        asking.addWidget(self._notes)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(4)
        self._parts.addWidget(self._asking)
        self._parts.addWidget(self.preview, 1)
        return self._parts

    def _fold(self, *, shown: bool) -> None:
        """Remember what somebody has chosen to see."""
        self._detailed = shown

    def _share_room(self, found: LookedAt) -> None:
        """Give the room to what has to be looked at."""
        asks = not self.questions.isHidden()
        self._parts.setDirection(
            QBoxLayout.Direction.LeftToRight if asks else QBoxLayout.Direction.TopToBottom
        )
        self._parts.setSpacing(20 if asks else 4)
        self._parts.setStretchFactor(self._asking, 1 if asks else 0)
        self._parts.setStretchFactor(self.preview, 2 if asks else 1)
        wanted = not asks or found.unsettled or bool(found.trouble)
        self.more.setChecked(wanted if self._detailed is None else self._detailed)

    def _foot(self) -> QWidget:
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setMaximumWidth(160)
        self._busy.setAccessibleName(say("Reading the table…"))
        self._said = _plain("quiet")
        self.leave_out = QCheckBox()
        self.leave_out.hide()
        self.leave_out.toggled.connect(self._refresh)
        buttons = QDialogButtonBox()
        # Made here: of a button that Qt makes, Python may remember one that was there before.
        self.accept_button = QPushButton(say("Import"))
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setObjectName("primary")
        self.accept_button.setDefault(True)
        for keys in (_KEYS, QKeySequence("Ctrl+Enter")):  # from any field, lists of answers too
            QShortcut(keys, self._inside, self.accept_button.click)
        self.accept_button.setToolTip(_KEYS.toString(_NATIVE))
        buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take_over)
        buttons.rejected.connect(self.reject)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._busy)
        row.addWidget(self._said, 1)
        row.addWidget(self.leave_out)
        row.addWidget(buttons)
        return foot

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._spoken != interface():
            self._say_again()

    def _say_again(self) -> None:
        """Say all that is there in the language that was put on; nothing is read anew."""
        options, columns, questions = self.options, self.columns, self.questions
        preview, busy, left_out = self.preview, self.busy, self.leave_out.isChecked()
        before = self._inside
        before.hide()
        self._outside.removeWidget(before)
        self._build()
        self.options.say_as(options)
        self.columns.maps, self.questions.answers = columns.maps, questions.answers
        self.preview.show_as(preview)
        preview.stop()
        self.leave_out.setChecked(left_out)
        if self.found is not None:
            self._show(self.found)
        else:
            self._tell_trouble(self._why)
        self._set_busy(busy=busy)
        before.deleteLater()

    # Asking

    def _kind_chosen(self) -> None:
        self._hint = False
        self.columns.forget()
        self.questions.forget()
        self.preview.turning.forget()
        self._rows_moved()

    def _rows_moved(self) -> None:
        self.preview.reading_by.forget()
        self._look_later()

    def _look_later(self) -> None:
        self._wait.start()
        self._set_busy(busy=True)

    def _look(self) -> None:
        self._wait.stop()
        self._set_busy(busy=True)
        self._service.ask.look_at(
            self._offered.path,
            self._offered.pasted,
            hint=self._hint,
            maps=self.columns.maps,
            answers=self.questions.answers,
            turned=self.preview.turning.turned,
            readers=self.preview.reading_by.readers,
            **self.options.said(),
        )

    def _ask_lines(self, group: str, words: str, start: int, count: int) -> None:
        if self.found is not None and not self.found.trouble:
            self._service.ask.show_lines(group, words, start, count)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy.setVisible(busy)
        self._said.setText(say("Reading the table…") if busy else "")
        self._refresh()

    # Answers

    def _looked_at(self, found: LookedAt) -> None:
        if self._wait.isActive():
            return  # something else is asked for already
        self.found = found
        self._hint = False
        self._show(found)
        self._set_busy(busy=False)

    def _lines(self, found: Lines) -> None:
        self.preview.take(found)

    def _show(self, found: LookedAt) -> None:
        self.options.show_found(found)
        self.columns.show_columns(found.columns, found.fields, exact=found.exact)
        self.questions.show_questions(found.questions)
        self._show_notes(list(self._notes_of(found)))
        self._tell_trouble(found.trouble)
        self.preview.show_counts(found.counts)
        self._show_unread(found.counts)
        self._share_room(found)
        self.preview.model.restart()

    def _notes_of(self, found: LookedAt) -> Iterator[str]:
        """What is said of the table, first what somebody has to do or to look at."""
        if found.unsettled:
            yield say("There are dates that may mean two days: say above how they are meant.")
        if hint := self.preview.turning.hint(found.counts.get("doubtful", 0)):
            yield hint
        yield from map(spoken, found.readers)
        for question in found.questions:
            if question.sort == "audience":
                self.options.propose_readers(question)
                yield spoken(question.asked)
        yield from map(spoken, found.notes)

    def _show_notes(self, notes: list[str]) -> None:
        more = len(notes) - _NOTES
        shown = notes[:_NOTES]
        if more > 0:
            shown.append(say_n("and {count} more", "and {count} more", more))
        self._notes.setText("\n".join(shown))
        self._notes.setToolTip("\n".join(notes) if more > 0 else "")
        self._notes.setVisible(bool(notes))

    def _show_unread(self, counts: Mapping[str, int]) -> None:
        rows, cells = counts.get("unread rows", 0), counts.get("unread cells", 0)
        self.leave_out.setVisible(bool(rows or cells))
        self.leave_out.setText(
            say_n(
                "Leave out {count} row that cannot be read",
                "Leave out {count} rows that cannot be read",
                rows,
            )
            if rows
            else say_n(
                "Leave out {count} cell that cannot be read",
                "Leave out {count} cells that cannot be read",
                cells,
            )
        )

    def _failed(self, found: Failed) -> None:
        self._give_up(found.why)

    def _died(self) -> None:
        self._give_up(_ENDED)

    def _give_up(self, why: Value) -> None:
        self.found = None
        self._set_busy(busy=False)
        self.preview.show_counts({})
        self._show_unread({})
        self._tell_trouble(why)

    def _tell_trouble(self, why: Value) -> None:
        self._why = why
        self.trouble.setText(spoken(why))
        self.trouble.setVisible(bool(why))

    @property
    def busy(self) -> bool:
        """Whether the table is being read."""
        return not self._busy.isHidden()

    @property
    def importable(self) -> int:
        """How many entries the import would add, change or remove."""
        counts = self.found.counts if self.found else {}
        return sum(counts.get(group, 0) for group in ("added", "changed", "removed"))

    def _refresh(self) -> None:
        settled = not self.busy and self.found is not None and not self.found.trouble
        counts = self.found.counts if self.found and settled else {}
        self.accept_button.setText(
            say_n("Import {count} entry", "Import {count} entries", self.importable)
            if self.importable
            else say("Import")
        )
        self.accept_button.setEnabled(bool(counts) and self._is_acceptable(counts))
        if settled:
            self._said.setText(self._standing(counts))

    def _is_acceptable(self, counts: Mapping[str, int]) -> bool:
        """Whether nothing stands against the import."""
        read = not counts.get("unread") or self.leave_out.isChecked()
        return (
            bool(self.importable) and not counts.get("open") and read and not self._session.locked
        )

    def _standing(self, counts: Mapping[str, int]) -> str:
        """What has to be done first, or that there is nothing to do."""
        if still := counts.get("open", 0):
            return say_n(
                "{count} question has to be answered",
                "{count} questions have to be answered",
                still,
            )
        if counts.get("unchanged") and not self.importable and not counts.get("unread"):
            return say("The visit has all of this already.")
        return say("{keys} imports", keys=_KEYS.toString(_NATIVE)) if self.importable else ""

    # Doing it

    def _take_over(self) -> None:
        self.setEnabled(False)
        self._set_busy(busy=True)
        self._service.ask.take_over()

    def _taken_over(self, found: TakenOver) -> None:
        made: list[Change] = []
        self._steps.run(self._read(found.changes, made), partial(self._commit, found.label, made))

    def _read(self, changes: tuple[Changed, ...], made: list[Change]) -> Iterator[None]:
        held: dict[str, Any] = self._session.visit.by_id
        for change in changes:
            after = None if change.after is None else from_wire(change.after)
            made.append(
                Change(change.id, held.get(change.id), after, change.next_before, change.next_after)
            )
            yield

    def _commit(self, label: Value, made: list[Change]) -> None:
        self.setEnabled(True)
        if self._session.commit(lambda _: Edit(label, tuple(made))):
            self.accept()
        else:
            self._set_busy(busy=False)

    def done(self, result: int) -> None:
        self._wait.stop()
        self.preview.stop()
        self._steps.stop()
        self._service.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.reject()
        event.accept()


_KEYS: Final = QKeySequence("Ctrl+Return")
_NATIVE: Final = QKeySequence.SequenceFormat.NativeText
_ENDED: Final = msg("Reading the table ended unexpectedly. Nothing was changed.")


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
