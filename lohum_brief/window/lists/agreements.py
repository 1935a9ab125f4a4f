"""The agreements behind the partnership by their date: with whom, how far each has come, what is
still open.
"""

from collections.abc import Iterable
from html import escape
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
)

from lohum_brief.language import dates
from lohum_brief.language.interface import interface, listed, say, say_n
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Note, Organisation
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.lists.other_view import OtherView
from lohum_brief.window.lists.widths import Want, share
from lohum_brief.window.live.chooser import Chooser
from lohum_brief.window.session import Session

_OPEN: Final = ("proposed", "agreed")
_WHAT, _PARTIES, _DUE, _OWNER = 1, 3, 4, 5
_RANKS: Final = (2, 0, 1, 5, 3, 4)
"""Which columns step back first where there is little room: the highest."""
_LEAST: Final = 22
"""Letters of an agreement's name that are always seen, of its parties where they are shown."""


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
        self.list = _Table()
        self.list.setAccessibleName(say("Agreements"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setHeaderLabels(
            [
                say("Date"),
                say("Agreement"),
                say("Status"),
                say("Parties"),
                say("Next step due"),
                say("Seen to by"),
            ]
        )
        self.list.itemActivated.connect(
            lambda item: self.wanted.emit(item.data(0, Qt.ItemDataRole.UserRole))
        )
        nothing = say(
            "No agreements yet. Add a note of the kind “Agreement”, with its date and status."
        )
        self.arrange((self.which, self.count), (), self.list, nothing=nothing)
        session.changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._stale:
            self._fill()

    def _changed(self, edit: Edit) -> None:
        if any(
            isinstance(change.before or change.after, Note | Organisation)
            for change in edit.changes
        ):
            self._stale = True
            if self.isVisible():
                self._fill()

    def _fill(self) -> None:
        self._stale = False
        visit = self._session.visit
        notes = sorted(
            (note for note in visit.of(Note) if note.sort == "agreement"),
            key=lambda note: note.date,
        )
        still = [note for note in notes if is_open(note)]
        self.have(bool(notes))
        self.count.setText(say_n("{count} still open", "{count} still open", len(still)))
        used = {_DUE: any(note.due for note in notes), _OWNER: any(note.owner for note in notes)}
        self.list.empty = {at for at, has_any in used.items() if not has_any}
        self._list(still if self.which.value else notes, visit)
        self.list.fit()
        first = self.list.topLevelItem(0)
        if first is not None and not self.list.currentIndex().isValid():
            self.list.setCurrentItem(first)

    def _list(self, notes: Iterable[Note], visit: Visit) -> None:
        """List agreements; the one that is chosen stays so."""
        held = self.list.currentItem()
        ident = held.data(0, Qt.ItemDataRole.UserRole) if held else ""
        self.list.clear()
        for note in notes:
            item = self._item(note, visit)
            self.list.addTopLevelItem(item)
            if note.id == ident:
                self.list.setCurrentItem(item)

    def _item(self, note: Note, visit: Visit) -> QTreeWidgetItem:
        cells = _cells(note, visit)
        item = QTreeWidgetItem(cells)
        item.setData(0, Qt.ItemDataRole.UserRole, note.id)
        metrics = self.list.fontMetrics()
        high = metrics.height() + 16
        item.setSizeHint(_WHAT, QSize(metrics.horizontalAdvance(cells[_WHAT]) + high, high))
        whole = "<br>".join(escape(cell) for cell in cells if cell not in ("", say("–")))
        for at in (_WHAT, _PARTIES):
            item.setToolTip(at, f"<span>{whole}</span>")
        return item


class _Table(QTreeWidget):
    """Its columns share the width; `empty` ones are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.empty: set[int] = set()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setMinimumSectionSize(1)

    def fit(self) -> None:
        """Share the width among the columns that have something to say."""
        shown = [at for at in range(self.columnCount()) if at not in self.empty]
        least = _LEAST * self.fontMetrics().averageCharWidth()
        wants = []
        for at in shown:
            natural = max(self.sizeHintForColumn(at) + 12, self.header().sectionSizeHint(at))
            wants.append(
                Want(
                    min(natural, least) if at in (_WHAT, _PARTIES) else natural, natural, _RANKS[at]
                )
            )
        widths = dict(zip(shown, share(wants, self.viewport().width(), _WHAT), strict=True))
        for at in range(self.columnCount()):
            self.setColumnHidden(at, not widths.get(at))
            if width := widths.get(at):
                self.header().resizeSection(at, width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.fit()


def _cells(note: Note, visit: Visit) -> list[str]:
    return [
        _day(note.date),
        labels.title(note, visit).replace("\n", " "),
        labels.choice("status", note.status) if note.status else say("–"),
        listed(_called(ident, visit) for ident in note.parties),
        _day(note.due),
        _called(note.owner, visit) if note.owner else "",
    ]


def _day(text: str) -> str:
    return dates.as_of(text, interface(), months=False)


def _called(ident: str, visit: Visit) -> str:
    found = visit.get(Organisation, ident)
    return (found.abbreviation or labels.title(found, visit)) if found else ident
