"""What keeps an edition back, by its cause: what must be put right, and what somebody may answer for, place by place."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.errors import UsageError
from lohum_brief.language.catalogue import say
from lohum_brief.release.blockers import Blocker, answer, grouped
from lohum_brief.store.editions import LONGEST_NOTE, Accepted
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.theme import current, icon

_TALLEST: Final = 6
"""Rows before it scrolls."""
_SHARE: Final = 6
"""Of the screen it takes no more than one part in so many, or three rows: the rest of the dialog has to stand there too."""
_OPEN: Final = 8
"""Places up to which all of them are shown at first."""
_BLOCKER: Final = Qt.ItemDataRole.UserRole


class Reasons(QWidget):
    """The list of what keeps an edition back, with a line each for reason and name; hidden where nothing does.

    `leading` names a record and a field to go to; `answered` comes with every answer.
    """

    leading = Signal(str, str)
    answered = Signal()

    def __init__(self, who: str) -> None:
        super().__init__()
        self._visit: Visit | None = None
        self._answers: dict[tuple[str, str], Accepted] = {}
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(say("What keeps the edition back"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.header().setStretchLastSection(True)
        self.tree.setUniformRowHeights(True)
        self.tree.itemActivated.connect(self._activated)
        self.tree.currentItemChanged.connect(lambda *_: self._chosen())
        self.reason, self.who = QLineEdit(), QLineEdit(who)
        for line, name in ((self.reason, say("Why it is printed as it is")), (self.who, say("Who answers for it"))):
            line.setMaxLength(LONGEST_NOTE)
            line.setAccessibleName(name)
            line.setPlaceholderText(name)
            line.installEventFilter(self)
            line.textChanged.connect(lambda _: self._typed())
        self.accept = QPushButton(say("Print as it is"))
        self.accept.setAutoDefault(False)
        self.accept.clicked.connect(self._accept)
        self._form = QWidget()
        row = QHBoxLayout(self._form)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.reason, 3)
        row.addWidget(self.who, 1)
        row.addWidget(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.tree, self._form):
            layout.addWidget(widget)
        self.hide()

    def show_blockers(self, visit: Visit, blockers: Sequence[Blocker], widest: int) -> None:
        """List them; their places take so many pixels."""
        self._visit = visit
        self.tree.clear()
        theme = current()
        few = len(blockers) <= _OPEN
        for group in grouped(blockers):
            head = QTreeWidgetItem([group.title, say("can wait") if group.waits else say("must be put right")])
            ink = theme.warn if group.waits else theme.bad
            head.setIcon(0, icon("triangle-alert" if group.waits else "circle-alert", ink))
            for blocker in group.blockers:
                item = QTreeWidgetItem([labels.place(visit, blocker.record, blocker.field), blocker.why])
                item.setData(0, _BLOCKER, blocker)
                head.addChild(item)
                self._show_answer(item)
            self.tree.addTopLevelItem(head)
            head.setExpanded(few)
        self.tree.setColumnWidth(0, widest)
        rows = self.tree.topLevelItemCount() + (len(blockers) if few else 3)
        high = max(self.tree.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 8)
        room = self.screen().availableGeometry().height() // high // _SHARE
        self.tree.setFixedHeight(min(_TALLEST, max(3, room), max(2, rows)) * high + 8)
        self.setVisible(bool(blockers))
        self._chosen()

    def go_to_first(self) -> None:
        """Have the keyboard at the first place that is open."""
        item = next(self._open_items(), None)
        if item is not None:
            self.tree.setCurrentItem(item)
            self.tree.setFocus()

    def answers(self, blockers: Sequence[Blocker]) -> tuple[Accepted, ...]:
        """What was answered for these."""
        places = dict.fromkeys(one.place for one in blockers)
        return tuple(self._answers[place] for place in places if place in self._answers)

    def open(self, blockers: Sequence[Blocker]) -> list[Blocker]:
        """Those of these that still keep the edition back."""
        return [one for one in blockers if not (one.waits and one.place in self._answers)]

    # Doing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Return in a line answers for the place, and does not issue the pack."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.accept.isEnabled():
                self._accept()
            return True
        return super().eventFilter(watched, event)

    def _accept(self) -> None:
        blocker = self._current()
        item = self.tree.currentItem()
        if blocker is None or item is None:
            return
        try:
            given = answer(blocker.record, blocker.field, self.reason.text(), self.who.text())
        except UsageError:
            return
        self._answers[blocker.place] = given
        for one in self._items():
            self._show_answer(one)
        self.reason.clear()
        following = next((one for one in self._open_items() if self._waits(one)), None)
        if following is not None:
            self.tree.setCurrentItem(following)
            self.reason.setFocus()
        else:
            self.tree.setFocus()
        self.answered.emit()

    def _activated(self, item: QTreeWidgetItem) -> None:
        blocker: Blocker | None = item.data(0, _BLOCKER)
        if blocker is not None:
            self.leading.emit(blocker.record, blocker.field)
        else:
            item.setExpanded(not item.isExpanded())

    def _chosen(self) -> None:
        blocker = self._current()
        self._form.setVisible(blocker is not None and blocker.waits)
        given = self._answers.get(blocker.place) if blocker else None
        if given is not None:
            self.reason.setText(given.reason)
        self._typed()

    def _typed(self) -> None:
        self.accept.setEnabled(bool(self.reason.text().strip() and self.who.text().strip()))

    def _current(self) -> Blocker | None:
        item = self.tree.currentItem()
        found: Blocker | None = item.data(0, _BLOCKER) if item is not None else None
        return found

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for at in range(self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(at)
            assert head is not None  # noqa: S101 - it was counted
            yield from (item for row in range(head.childCount()) if (item := head.child(row)))

    def _open_items(self) -> Iterator[QTreeWidgetItem]:
        return (item for item in self._items() if item.data(0, _BLOCKER).place not in self._answers)

    def _waits(self, item: QTreeWidgetItem) -> bool:
        blocker: Blocker = item.data(0, _BLOCKER)
        return blocker.waits

    def _show_answer(self, item: QTreeWidgetItem) -> None:
        blocker: Blocker = item.data(0, _BLOCKER)
        given = self._answers.get(blocker.place) if blocker.waits else None
        if given is not None:
            item.setText(1, say("As it is, {who}: {reason}", who=given.who, reason=given.reason))
            item.setIcon(0, icon("check", current().good))
        for column in (0, 1):
            item.setToolTip(column, f"<span>{escape(item.text(column))}</span>")
