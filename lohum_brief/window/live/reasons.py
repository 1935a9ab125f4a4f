"""What keeps an edition back, by its cause: what must be put right, and what somebody may answer
for, place by place.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.errors import UsageError
from lohum_brief.language.interface import say
from lohum_brief.release.blockers import Blocker, answer, grouped
from lohum_brief.store.editions import LONGEST_NOTE, Accepted
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.answered import Answered
from lohum_brief.window.theme import current, icon

_TALLEST: Final = 6
"""Rows before it scrolls."""
_SHARE: Final = 6
"""Of the screen it takes no more than one part in so many, or three rows: the rest of the dialog
has to stand there too.
"""
_OPEN: Final = 8
"""Places up to which all of them are shown at first."""
_BLOCKER: Final = Qt.ItemDataRole.UserRole


class Reasons(QWidget):
    """The list of what keeps an edition back, with a line each for reason and name; hidden where
    nothing does.

    `leading` names a record and a field to go to; `answered` comes with every answer. Answers are
    kept where they were before, so that nothing is lost when the dialog is closed.
    """

    leading = Signal(str, str)
    answered = Signal()

    def __init__(self, who: str, kept: Answered, packs: Sequence[str]) -> None:
        super().__init__()
        self._visit: Visit | None = None
        self._kept = kept
        self._packs = packs
        self._answers = kept.of(packs)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(say("What keeps the edition back"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.header().setStretchLastSection(True)
        self.tree.setUniformRowHeights(True)
        self.tree.itemDoubleClicked.connect(lambda item: self._lead(item.data(0, _BLOCKER)))
        self.tree.installEventFilter(self)
        self.tree.currentItemChanged.connect(lambda *_: self._chosen())
        self.reason, self.who = QLineEdit(), QLineEdit(who)
        for line, name in (
            (self.reason, say("Why it is printed as it is")),
            (self.who, say("Who answers for it")),
        ):
            line.setMaxLength(LONGEST_NOTE)
            line.setAccessibleName(name)
            line.setPlaceholderText(name)
            line.installEventFilter(self)
            line.textChanged.connect(lambda _: self._typed())
        self.accept = QPushButton(say("Print as it is"))
        self.accept.clicked.connect(self._accept)
        self.lead = QPushButton(say("Go to the field"))
        self.lead.clicked.connect(lambda: self._lead(self._current()))
        for button in (self.accept, self.lead):
            button.setAutoDefault(False)
        self._form = QWidget()
        row = QHBoxLayout(self._form)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.reason, 3)
        row.addWidget(self.who, 1)
        row.addWidget(self.accept)
        row.addStretch()
        row.addWidget(self.lead)
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
            head = QTreeWidgetItem(
                [say(group.title), say("can wait") if group.waits else say("must be put right")]
            )
            ink = theme.warn if group.waits else theme.bad
            head.setIcon(0, icon("triangle-alert" if group.waits else "circle-alert", ink))
            for blocker in group.blockers:
                item = QTreeWidgetItem(
                    [labels.place(visit, blocker.record, blocker.field), say(blocker.why)]
                )
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
        """Return in a line answers for the place, and in the list goes to that line: neither issues
        nor closes anything.
        """
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if (
            pressed
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            if watched is self.tree:
                self._enter()
            elif self.accept.isEnabled():
                self._accept()
            return True
        return super().eventFilter(watched, event)

    def _accept(self) -> None:
        reason, who = self.reason.text(), self.who.text()
        try:
            answers = [
                answer(blocker.record, blocker.field, reason, who) for blocker in self._meant()
            ]
        except UsageError as error:
            QToolTip.showText(
                self.reason.mapToGlobal(self.reason.rect().bottomLeft()),
                escape(say(error.message)),
                self.reason,
            )
            return
        if not answers:
            return
        self._answers.update({(one.record, one.field): one for one in answers})
        self._kept.keep(self._packs, answers)
        for item in self._items():
            self._show_answer(item)
        self.reason.clear()
        following = next((one for one in self._open_items() if self._waits(one)), None)
        if following is not None:
            self.tree.setCurrentItem(following)
            self.reason.setFocus()
        else:
            self.tree.setFocus()
        self.answered.emit()

    def _enter(self) -> None:
        """Go to what can be done about the current row."""
        item = self.tree.currentItem()
        if item is None:
            return
        if self._meant():
            self.reason.setFocus()
        elif item.data(0, _BLOCKER) is None:
            item.setExpanded(not item.isExpanded())
        else:
            self.lead.setFocus()

    def _lead(self, blocker: Blocker | None) -> None:
        if blocker is not None:
            self.leading.emit(blocker.record, blocker.field)

    def _chosen(self) -> None:
        blocker, meant = self._current(), self._meant()
        self._form.setVisible(blocker is not None or bool(meant))
        self.lead.setVisible(blocker is not None)
        for widget in (self.reason, self.who, self.accept):
            widget.setVisible(bool(meant))
        self.accept.setText(
            say("Print as it is") if blocker is not None else say("Print all as they are")
        )
        given = self._answers.get(blocker.place) if blocker else None
        if given is not None:
            self.reason.setText(given.reason)
        self._typed()

    def _meant(self) -> list[Blocker]:
        """The places that an answer is about: the current one, or all of the current cause; none
        that must be put right.
        """
        item = self.tree.currentItem()
        rows = [] if item is None else [item, *(item.child(at) for at in range(item.childCount()))]
        return [
            found
            for row in rows
            if row and (found := row.data(0, _BLOCKER)) is not None and found.waits
        ]

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
