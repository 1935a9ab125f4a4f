"""What is wrong with the visit: grouped, filtered, mended, or ignored with a reason; Enter goes to
the field.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import (
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QCursor, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QTextEdit,
    QToolButton,
    QTreeView,
    QVBoxLayout,
)

from lohum_brief.checks.finding import SEVERITIES, Finding
from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.rules import severity_title
from lohum_brief.checks.waiving import parted, waivable, waive
from lohum_brief.language.codes import LANGS
from lohum_brief.language.interface import say
from lohum_brief.message import msg
from lohum_brief.service.messages.review import Check, Found
from lohum_brief.store.entries import now
from lohum_brief.visit import several
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import OwnUnit, Waiver
from lohum_brief.window import labels
from lohum_brief.window.fields.entering_unit import ask_unit
from lohum_brief.window.fields.line import Line
from lohum_brief.window.fields.texts import explained
from lohum_brief.window.places import PLACES
from lohum_brief.window.review.finding_rows import FindingRows, mends_rect
from lohum_brief.window.review.findinglist import (
    FIX,
    MESSAGE,
    PLACE,
    RULE,
    SEVERITY,
    Entry,
    Filter,
    FindingList,
    Grouping,
    alike,
    cause_of,
    counted,
)
from lohum_brief.window.review.reason import ask_reason
from lohum_brief.window.service import Service
from lohum_brief.window.session import Session
from lohum_brief.window.speaking import name_choice
from lohum_brief.window.theme import icon

_UNLIMITED: Final = 16_777_215
"""Qt's own largest size of a widget."""
_WIDE: Final = 60
"""Heights of a line that the panel must be wide to name the rule beside each finding."""
_MOST_OPEN: Final = 300
"""Findings that a group may have to be open from the first: opening thousands takes a moment that
nobody has asked for.
"""


def _asks_for_something(entry: Entry) -> bool:
    """Return whether somebody has to look at a finding: it is no mere note, and not ignored."""
    return entry.waiver is None and entry.finding.severity != "info"


class Findings(QFrame):
    """`chosen` names a record and a field; `counted` gives the open findings of each record."""

    chosen = Signal(str, str)
    counted = Signal(object)

    def __init__(self, session: Session, service: Service) -> None:
        super().__init__()
        self.setObjectName("findings")
        self._session = session
        self._service = service
        self._last: tuple[Finding, ...] = ()
        self._entries: list[Entry] = []
        self._wait = QTimer(self, singleShot=True, interval=300)
        self._wait.timeout.connect(service.ask.check)
        self._typed = QTimer(self, singleShot=True, interval=150)
        self._typed.timeout.connect(self._show)
        self._shut: set[str] = {say("Ignored")}
        self._spread: set[str] = set()
        """Groups that somebody has opened, however many are in them."""
        self._folded: bool | None = None
        """Chosen by hand; None shows the list as soon as there was something in it."""
        self._needed = False
        self._height = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(4)
        layout.addLayout(self._head())
        self.list = FindingList(self)
        self.tree = self._tree()
        self._nothing = explained(say("No finding fits what is chosen above."))
        self._nothing.hide()
        layout.addWidget(self._nothing)
        layout.addWidget(self.tree, 1)
        self._add_actions()
        session.changed.connect(self._changed)
        service.found.connect(self._take)
        self._wait.start()
        self._fold()

    def _changed(self, made: Edit) -> None:
        if any(isinstance(change.before or change.after, Waiver) for change in made.changes):
            self._tell()  # what is ignored is known without a check
        self._wait.start()

    # What it is made of

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        self._toggle = QToolButton()
        self._toggle.setObjectName("flat")
        self._toggle.clicked.connect(self._turn)
        title = QLabel(say("Findings"))
        title.setStyleSheet("font-weight: bold")
        self._summary = QLabel(say("Checking…"))
        self._summary.setObjectName("quiet")
        groupings = [
            (say("By rule"), "rule"),
            (say("By place"), "place"),
            (say("By severity"), "severity"),
        ]
        self._group = _choice(say("Group by"), groupings)
        self._severity = _choice(
            say("Severity"),
            [
                (say("All severities"), ""),
                *((say(severity_title(severity)), severity) for severity in SEVERITIES),
            ],
        )
        self._place = _choice(
            say("Place in the window"),
            [(say("All places"), ""), *((say(place.title), place.key) for place in PLACES)],
        )
        self._lang = _choice(
            say("Language"),
            [(say("All languages"), ""), *((labels.NATIVE[lang], lang) for lang in LANGS)],
        )
        self._search = Line()
        self._search.setPlaceholderText(say("Filter"))
        self._search.setAccessibleName(say("Filter the findings"))
        self._search.setClearButtonEnabled(True)
        em = self.fontMetrics().height()
        self._search.setMinimumWidth(5 * em)
        self._search.setMaximumWidth(11 * em)
        self._search.textChanged.connect(lambda _: self._typed.start())
        head.addWidget(self._toggle)
        head.addWidget(title)
        head.addWidget(self._summary)
        head.addStretch()
        self._filters = (self._group, self._severity, self._place, self._lang, self._search)
        for widget in self._filters:
            head.addWidget(widget)
        for box in (self._group, self._severity, self._place, self._lang):
            box.activated.connect(lambda _: self._show())
        return head

    def _tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self.list)
        tree.setAccessibleName(say("Findings"))
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setIndentation(self.fontMetrics().height())
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setAllColumnsShowFocus(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        tree.setExpandsOnDoubleClick(False)
        tree.setItemDelegate(FindingRows(tree, self.list))
        tree.setMouseTracking(True)
        tree.entered.connect(self._point)
        tree.activated.connect(self._go)
        tree.clicked.connect(self._clicked)
        tree.expanded.connect(lambda index: self._opened(index, opened=True))
        tree.collapsed.connect(lambda index: self._opened(index, opened=False))
        header = tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(10)
        header.setResizeContentsPrecision(
            0
        )  # as wide as what is in sight; there may be thousands of others
        for column in (SEVERITY, RULE, FIX):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(PLACE, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)
        return tree

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """What a finding says has most of it; in a narrow window the rule, which the message tells
        too, gives way.
        """
        em = self.fontMetrics().height()
        self.tree.header().resizeSection(
            PLACE, min(22 * em, self.tree.viewport().width() * 3 // 10)
        )
        self.tree.setColumnHidden(
            RULE, self._group.currentData() == "rule" or self.width() < _WIDE * em
        )

    def _add_actions(self) -> None:
        self.go_action = self._action(
            say("Go to the field"), lambda: self._go(self.tree.currentIndex()), "", "file-text"
        )
        self.fix_action = self._action(say("Mend"), self.fix_selected, "Ctrl+.", "wrench")
        self.fix_all_action = self._action(
            say("Mend all like this"), self.fix_alike, "Ctrl+Shift+.", "wrench"
        )
        self.ignore_action = self._action(
            say("Ignore, with a reason…"), self.ignore_selected, "Del", "circle-slash"
        )
        self.back_action = self._action(
            say("Take back: no longer ignore"), self.take_back, "Backspace", "undo-2"
        )
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self._enable()

    def _action(self, name: str, act: Callable[[], object], keys: str, picture: str) -> QAction:
        action = QAction(icon(picture), name.replace("&", "&&"), self.tree)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False: act())
        self.tree.addAction(action)
        return action

    # What was found

    def _take(self, answer: Found) -> None:
        self._last = answer.findings
        self._tell()

    def _tell(self) -> None:
        findings = self._last
        still, waived = parted(self._session.visit, findings)
        self._entries = [*map(Entry, still), *(Entry(*one) for one in waived)]
        self._summary.setText(counted(still, len(waived)))
        self.counted.emit(
            Counter(finding.record for finding in still if finding.severity != "info")
        )
        self._show()
        self._fold()

    def _show(self) -> None:
        wanted = Filter(
            tuple(self._search.text().casefold().split()),
            self._severity.currentData(),
            self._place.currentData(),
            self._lang.currentData(),
        )
        held = self._current()
        grouping: Grouping = self._group.currentData()
        self.list.fill(self._session.visit, self._entries, grouping, wanted)
        self._share_room()
        self._nothing.setVisible(
            not self.list.groups and bool(self._entries) and self.tree.isVisibleTo(self)
        )
        for row, group in enumerate(self.list.groups):
            self.tree.setFirstColumnSpanned(row, QModelIndex(), True)
            shut = group.title in self._shut or (
                len(group.entries) > _MOST_OPEN and group.title not in self._spread
            )
            self.tree.setExpanded(self.list.index(row, 0), not shut)
        if held is not None:
            self._select(held.finding)
        self._enable()

    def _select(self, finding: Finding) -> None:
        """The same finding as before, if it is still there; else the one that took its place."""
        for row, group in enumerate(self.list.groups):
            for at, entry in enumerate(group.entries):
                other = entry.finding
                if (other.rule, other.record, other.field, other.about) == (
                    finding.rule, finding.record, finding.field, finding.about,
                ):  # fmt: skip
                    self.tree.setCurrentIndex(self.list.index(at, 0, self.list.index(row, 0)))
                    return

    def _current(self) -> Entry | None:
        index = self.tree.currentIndex()
        return self.list.entry(index) if index.isValid() else None

    def _selected(self) -> list[Entry]:
        """The selected findings; of a selected group all."""
        found: dict[int, Entry] = {}
        for index in self.tree.selectionModel().selectedRows():
            group = self.list.group(index)
            entry = self.list.entry(index)
            for one in group.entries if group else [entry] if entry else []:
                found[id(one.finding)] = one
        return list(found.values())

    def _opened(self, index: QModelIndex, *, opened: bool) -> None:
        group = self.list.group(index)
        if group is not None:
            (self._shut.discard if opened else self._shut.add)(group.title)
            (self._spread.add if opened else self._spread.discard)(group.title)

    @property
    def settled(self) -> bool:
        """Whether what is listed is of the visit as it is now."""
        return not self._wait.isActive() and not self._service.ask.awaits(Check)

    def summary(self) -> str:
        """How many there are."""
        return self._summary.text()

    def filter(self, words: str, *, lang: str = "", grouping: Grouping | None = None) -> None:
        """Show those that hold the words, in one language or in all, and group them otherwise."""
        self._search.setText(words)
        self._lang.setCurrentIndex(self._lang.findData(lang))
        if grouping:
            self._group.setCurrentIndex(self._group.findData(grouping))
        self._show()

    # What is done

    def _enable(self) -> None:
        entries = self._selected()
        free = not self._session.locked
        self.go_action.setEnabled(self._current() is not None)
        self.fix_action.setEnabled(free and any(_mendable(entry) for entry in entries))
        self.fix_all_action.setEnabled(free and any(_mendable(entry) for entry in self._alike()))
        self.ignore_action.setEnabled(
            free and any(not one.waiver and waivable(one.finding) for one in entries)
        )
        self.back_action.setEnabled(free and any(one.waiver for one in entries))

    def _alike(self) -> list[Entry]:
        """What the rules of the selected have found: of fixes with a cause those with causes only,
        lest a stored value that is printed mark other numbers as free.
        """
        kinds = {(entry.finding.rule, bool(cause_of(entry))) for entry in self._selected()}
        return [
            entry
            for entry in self._entries
            if (entry.finding.rule, bool(cause_of(entry))) in kinds and not entry.waiver
        ]

    def go_by(self, step: int) -> None:
        """Go to the next open finding that is listed, or to the one before."""
        rows = [
            self.list.index(at, 0, self.list.index(row, 0))
            for row, group in enumerate(self.list.groups)
            for at in range(0 if group.waived else len(group.entries))
        ]
        if not rows:
            return
        current_ = self.tree.currentIndex().siblingAtColumn(0)
        at = rows.index(current_) + step if current_ in rows else 0 if step > 0 else -1
        index = rows[at % len(rows)]
        self.tree.setCurrentIndex(index)
        self._go(index)

    def _go(self, index: QModelIndex) -> None:
        entry = self.list.entry(index) if index.isValid() else None
        if entry is not None:
            self.chosen.emit(entry.finding.record, entry.finding.field)
        elif index.isValid():
            self.tree.setExpanded(
                index.siblingAtColumn(0), not self.tree.isExpanded(index.siblingAtColumn(0))
            )

    def fix_selected(self) -> None:
        """Mend what is selected, as one step, and whatever else has its cause."""
        self._mend(self._with_causes(self._selected()))

    def _with_causes(self, entries: Sequence[Entry]) -> list[Entry]:
        causes = {cause_of(entry) for entry in entries} - {""}
        others = [entry for entry in self._entries if cause_of(entry) in causes]
        return [*(entry for entry in entries if not cause_of(entry)), *others]

    def fix_alike(self) -> None:
        """Mend all that the rules of what is selected have found, as one step."""
        self._mend(self._alike())

    def _mend(self, entries: Sequence[Entry]) -> None:
        findings = [entry.finding for entry in entries if _mendable(entry)]
        if findings and not self._session.locked:
            self._session.flushing.emit()
            if len(findings) == 1 and not (findings := self._worded(findings[0])):
                return
            self._session.commit(lambda visit: fixed(visit, findings))

    def _worded(self, finding: Finding) -> list[Finding]:
        """The finding with the words of the unit that its fix enters; none where nobody wants to
        say them.
        """
        fix = finding.fix
        unit = fix.added[0] if fix is not None and fix.added else None
        if fix is None or not isinstance(unit, OwnUnit):
            return [finding]
        made = ask_unit(self, unit)
        worded = () if made is None else (replace(fix, added=(made,)),)
        return [replace(finding, fix=one) for one in worded]

    def ignore_selected(self) -> None:
        """Ask for a reason and leave what is selected as it is."""
        findings = [
            one.finding for one in self._selected() if not one.waiver and waivable(one.finding)
        ]
        if not findings:
            return
        former = dict.fromkeys(waiver.reason for waiver in reversed(self._session.visit.of(Waiver)))
        reason = ask_reason(self, say(findings[0].message), len(findings), list(former))
        if reason:
            who = self._session.who
            self._session.commit(lambda visit: waive(visit, findings, reason, who, now()))

    def take_back(self) -> None:
        """No longer ignore what is selected."""
        waivers = [one.waiver.id for one in self._selected() if one.waiver]
        if waivers and not self._session.locked:
            label = msg("No longer ignore a finding")
            self._session.commit(lambda visit: several.remove(visit, waivers)._replace(label=label))

    def _clicked(self, index: QModelIndex) -> None:
        group, entry = self.list.group(index), self.list.entry(index)
        if group is not None and group.mends:
            place = self.tree.viewport().mapFromGlobal(QCursor.pos())
            if mends_rect(self.tree, self.list, index).contains(place):
                self._mend(alike(group.entries))
        elif entry is not None and index.column() == FIX:
            if entry.waiver:
                self.take_back()
            elif entry.finding.fix:
                self._mend(self._with_causes([entry]))
            else:
                self._go(index)

    def _point(self, index: QModelIndex) -> None:
        hand = index.column() == FIX and self.list.entry(index) is not None
        self.tree.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        )

    # How much room it takes

    def _turn(self) -> None:
        self._folded = self.tree.isVisibleTo(self)
        self._fold()

    def _fold(self) -> None:
        """Only the head where nothing but notes was open yet, or where somebody has folded it.

        It does not fold itself when the last one is mended, nor unfold while somebody writes: what
        one types into would jump.
        """
        if not isinstance(self.window().focusWidget(), QTextEdit | QLineEdit):
            self._needed |= any(map(_asks_for_something, self._entries))
        folded = self._folded if self._folded is not None else not self._needed
        was = not self.tree.isVisibleTo(self)
        self._show_toggle(folded=folded)
        if folded and not was and self.isVisible():
            self._height = self.height()
        for widget in (self.tree, *self._filters):
            widget.setVisible(not folded)
        self._nothing.setVisible(not folded and not self.list.groups and bool(self._entries))
        if folded != was or folded:
            self._take_room(folded=folded)

    def _show_toggle(self, *, folded: bool) -> None:
        self._toggle.setEnabled(bool(self._entries) or not folded)
        name = say("Show the findings") if folded else say("Hide the findings")
        self._toggle.setIcon(icon("chevron-right" if folded else "chevron-down"))
        self._toggle.setToolTip(name)
        self._toggle.setAccessibleName(name)

    def _take_room(self, *, folded: bool) -> None:
        head = self._group.sizeHint().height() + 12
        self.setMinimumHeight(head if folded else 6 * self.fontMetrics().height())
        self.setMaximumHeight(head if folded else _UNLIMITED)
        above = self.parentWidget()
        if isinstance(above, QSplitter) and self.isVisible():
            total = sum(above.sizes())
            height = head if folded else max(self._height, 12 * self.fontMetrics().height())
            above.setSizes([total - height, height])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._fold()


def _mendable(entry: Entry) -> bool:
    return entry.waiver is None and entry.finding.fix is not None


def _choice(name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    name_choice(box, name)
    box.setToolTip(name)
    for shown, data in choices:
        box.addItem(shown, data)
    return box
