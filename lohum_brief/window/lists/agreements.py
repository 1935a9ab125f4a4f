"""The agreements behind the partnership by their date: with whom, how far each has come, what is still open."""

from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
)

from lohum_brief.language import dates
from lohum_brief.language.catalogue import interface, say, say_n
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Note, Organisation
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.lists.other_view import OtherView
from lohum_brief.window.live.chooser import Chooser
from lohum_brief.window.session import Session

_OPEN: Final = ("proposed", "agreed")
_WHAT, _PARTIES, _DUE, _OWNER = 1, 3, 4, 5


def is_open(note: Note) -> bool:
    """Whether something is still to be done: a next step is due, or it is not signed yet."""
    return bool(note.due) or note.status in _OPEN


class Agreements(OtherView):
    """`wanted` names the note that somebody wants to open."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stale = True
        self.which = Chooser(say("Agreements"))
        self.which.offer([(say("All agreements"), False), (say("Only what is still open"), True)])
        self.which.chosen.connect(self._fill)
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.list = QTreeWidget()
        self.list.setAccessibleName(say("Agreements"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setHeaderLabels(
            [say("Date"), say("Agreement"), say("Status"), say("Parties"), say("Next step due"), say("Seen to by")]
        )
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for at in (_WHAT, _PARTIES):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(4 * self.fontMetrics().height())
        self.list.itemActivated.connect(lambda item: self.wanted.emit(item.data(0, Qt.ItemDataRole.UserRole)))
        nothing = say("No agreements yet. Add a note of the kind “Agreement”, with its date and status.")
        self.arrange((self.which, self.count), (), self.list, nothing=nothing)
        session.changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._stale:
            self._fill()

    def _changed(self, edit: Edit) -> None:
        if any(isinstance(change.before or change.after, Note | Organisation) for change in edit.changes):
            self._stale = True
            if self.isVisible():
                self._fill()

    def _fill(self) -> None:
        self._stale = False
        visit = self._session.visit
        notes = sorted((note for note in visit.of(Note) if note.sort == "agreement"), key=lambda note: note.date)
        still = [note for note in notes if is_open(note)]
        self.have(bool(notes))
        self.count.setText(say_n("{count} still open", "{count} still open", len(still)))
        held = self.list.currentItem()
        ident = held.data(0, Qt.ItemDataRole.UserRole) if held else ""
        self.list.setColumnHidden(_DUE, not any(note.due for note in notes))
        self.list.setColumnHidden(_OWNER, not any(note.owner for note in notes))
        self.list.clear()
        for note in still if self.which.value else notes:
            item = QTreeWidgetItem(_cells(note, visit))
            item.setData(0, Qt.ItemDataRole.UserRole, note.id)
            for at in (_WHAT, _PARTIES):
                item.setToolTip(at, f"<span>{escape(item.text(at))}</span>")
            self.list.addTopLevelItem(item)
            if note.id == ident:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if first is not None and not self.list.currentIndex().isValid():
            self.list.setCurrentItem(first)


def _cells(note: Note, visit: Visit) -> list[str]:
    return [
        _day(note.date),
        labels.title(note, visit).replace("\n", " "),
        labels.choice("status", note.status) if note.status else "–",
        ", ".join(_called(ident, visit) for ident in note.parties),
        _day(note.due),
        _called(note.owner, visit) if note.owner else "",
    ]


def _day(text: str) -> str:
    return dates.as_of(text, interface(), months=False)


def _called(ident: str, visit: Visit) -> str:
    found = visit.get(Organisation, ident)
    return (found.abbreviation or labels.title(found, visit)) if found else ident
