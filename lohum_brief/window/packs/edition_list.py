"""The editions of a pack: what was issued when, for whom, what changed since; its file."""

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.interface import say, say_n, spoken
from lohum_brief.release.blockers import cause_title
from lohum_brief.release.output import USUAL, output_of
from lohum_brief.release.since import Since, summary
from lohum_brief.store.editions import Edition
from lohum_brief.visit.records import kind_of
from lohum_brief.window import labels
from lohum_brief.window.editions import moment
from lohum_brief.window.live.revealing import open_file, show_in_folder
from lohum_brief.window.session import Session

_NUMBER, _TIME, _WHOM, _SINCE = range(4)
_TALLEST: Final = 8
"""Rows before it scrolls."""
_LATER: Final = 100
"""Milliseconds after which it follows what happened."""
_CHANGES: Final = 100
"""Records that are listed below an edition."""
_RECORD: Final = Qt.ItemDataRole.UserRole


class EditionList(QWidget):
    """`wanted` names a record that has changed; `printing` an edition and its file, which is to be
    printed as it is.
    """

    wanted = Signal(str)
    printing = Signal(object, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pack = ""
        self._held: list[Edition] = []
        self._items: list[QTreeWidgetItem] = []
        self.tree = _Tree()
        self.tree.itemChanged.connect(self._named)
        self.tree.itemSelectionChanged.connect(self._selected)
        self.tree.itemActivated.connect(self._activated)
        self.open = QPushButton(say("Open"))
        self.show_file = QPushButton(say("Show in folder"))
        self.print = QPushButton(say("Print…"))
        self.open.clicked.connect(lambda: self._with_file(open_file))
        self.show_file.clicked.connect(lambda: self._with_file(show_in_folder))
        self.print.clicked.connect(self._print)
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setObjectName("quiet")
        self._told.setWordWrap(True)
        row = QHBoxLayout()
        self._buttons = (self.open, self.show_file, self.print)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.tree)
        layout.addWidget(self._told)
        layout.addLayout(row)
        self._wait = QTimer(self, singleShot=True, interval=_LATER)
        self._wait.timeout.connect(self._show)
        session.editions.changed.connect(self._wait.start)

    def show_pack(self, pack: str) -> None:
        """Show those of a pack."""
        if pack != self._pack:
            self._pack = pack
            self._held, self._items = [], []
            self.tree.clear()
        self._session.editions.want()
        self._show()

    def _show(self) -> None:
        if self.tree.edits():  # somebody is typing in it
            self._wait.start()
            return
        editions = self._session.editions
        chosen = self._current()
        zone = self._session.visit.particulars.place_zone
        opened = {
            one.serial
            for one, item in zip(self._held, self._items, strict=True)
            if item.isExpanded()
        }
        self._held = editions.of(self._pack)
        with QSignalBlocker(self.tree):
            self.tree.clear()
            self._items = [self._row(edition, zone) for edition in self._held]
            self.tree.addTopLevelItems(self._items)
            for item, edition in zip(self._items, self._held, strict=True):
                item.setExpanded(edition.serial in opened)
                if edition.serial == (chosen.serial if chosen else self._held[0].serial):
                    self.tree.setCurrentItem(item)
        self.tree.fit()
        self.tree.setVisible(bool(self._held))
        for button in self._buttons:
            button.setVisible(bool(self._held))
        self._selected()

    def _row(self, edition: Edition, zone: str) -> QTreeWidgetItem:
        imprint = edition.imprint
        known = self._session.editions.known(edition)
        since = (
            spoken(summary(known.since if known else None))
            if imprint.issued
            else say("its file was not finished")
        )
        languages = " + ".join(labels.NATIVE[lang] for lang in imprint.languages)
        said = [str(imprint.number), moment(edition, zone), imprint.recipients, since]
        item = QTreeWidgetItem(said)
        for column in (_WHOM, _SINCE):  # there may be little room
            item.setToolTip(column, f"<span>{escape(said[column])}</span>" if said[column] else "")
        if not self._session.locked:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        called = say("Edition {number}", number=imprint.number)
        item.setData(_NUMBER, Qt.ItemDataRole.AccessibleTextRole, f"{called}, {languages}")
        item.addChildren(list(self._accepted(edition)))
        if known and known.since and imprint.issued:
            item.addChildren(list(self._changes(known.since)))
        return item

    def _accepted(self, edition: Edition) -> Iterator[QTreeWidgetItem]:
        """What it printed as it was, and who answers for that."""
        for one in edition.imprint.accepted:
            place = labels.place(self._session.visit, one.record, one.field)
            why = say("As it is, {who}: {reason}", who=one.who, reason=one.reason)
            item = QTreeWidgetItem(["", say(cause_title(one.cause)), place, why])
            item.setToolTip(_SINCE, f"<span>{escape(why)}</span>")
            item.setData(_NUMBER, _RECORD, one.record)
            yield item

    def _changes(self, since: Since) -> Iterator[QTreeWidgetItem]:
        """The records that are other than in an edition, below it."""
        visit = self._session.visit
        found = [(ident, say("changed")) for ident in since.changed] + [
            (ident, say("added")) for ident in since.added
        ]
        for ident, how in found[:_CHANGES]:
            record = visit.by_id.get(ident)
            name = labels.title(record, visit) if record else ident
            kind = labels.kind(kind_of(record)) if record else ""
            item = QTreeWidgetItem(["", kind, name, how])
            item.setData(_NUMBER, _RECORD, ident)
            yield item
        if more := max(0, len(found) - _CHANGES):
            yield QTreeWidgetItem(["", "", say_n("{count} more", "{count} more", more)])
        if since.removed:
            yield QTreeWidgetItem(
                ["", "", say_n("{count} removed", "{count} removed", since.removed)]
            )

    def _current(self) -> Edition | None:
        """The one that is chosen, or whose changes are."""
        item = self.tree.currentItem()
        top = item.parent() or item if item is not None else None
        return self._held[self._items.index(top)] if top in self._items else None

    def _selected(self) -> None:
        """What is said of the one that is chosen, and what can be done with its file."""
        editions = self._session.editions
        edition = self._current()
        known = editions.known(edition) if edition else None
        file = known.file if known else None
        for button in self._buttons:
            button.setEnabled(file is not None)
        # Of other kinds of files no pages can be drawn here.
        self.print.setEnabled(file is not None and output_of(file).suffix == USUAL)
        self._told.setText(editions.fault or self._about(edition))

    def _about(self, edition: Edition | None) -> str:
        if edition is None:
            return (
                ""
                if self._held
                else say("Nothing was issued yet. “Issue pack…” writes the first edition.")
            )
        imprint = edition.imprint
        parts = [
            labels.choice("audience", imprint.audience),
            " + ".join(labels.NATIVE[lang] for lang in imprint.languages),
            labels.choice("layout", imprint.layout),
            say_n("{count} page", "{count} pages", imprint.pages),
            say("issued by {who}", who=edition.who) if edition.who else "",
            imprint.file,
        ]
        known = self._session.editions.known(edition)
        if known is not None and known.file is None:
            parts[-1] = say("{file} is no longer there, or was changed.", file=imprint.file)
        return " · ".join(part for part in parts if part)

    # Doing

    def _named(self, item: QTreeWidgetItem, column: int) -> None:
        if column != _WHOM or item not in self._items:
            return
        serial = self._held[self._items.index(item)].serial
        edition = next(
            (one for one in self._session.editions.of(self._pack) if one.serial == serial), None
        )
        if edition is None or item.text(_WHOM) == edition.imprint.recipients:
            return
        why = self._session.editions.name_recipients(edition, item.text(_WHOM))
        if why:
            with QSignalBlocker(self.tree):
                item.setText(_WHOM, edition.imprint.recipients)
            self._told.setText(why)

    def _activated(self, item: QTreeWidgetItem, column: int) -> None:
        if ident := item.data(_NUMBER, _RECORD):
            self.wanted.emit(ident)
        elif item in self._items and (column != _WHOM or self._session.locked):
            self._with_file(open_file)

    def _with_file(self, act: Callable[[Path], object]) -> None:
        edition = self._current()
        known = self._session.editions.known(edition) if edition else None
        if known is not None and known.file is not None:
            act(known.file)

    def _print(self) -> None:
        edition = self._current()
        self._with_file(lambda path: self.printing.emit(edition, str(path)))


class _Tree(QTreeWidget):
    """Editions, the newest first. F2, and a double click on for whom one is, change that."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Editions"))
        self.setHeaderLabels([say("Edition"), say("Issued"), say("For whom"), say("Since then")])
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemExpanded.connect(lambda _: self.fit())
        self.itemCollapsed.connect(lambda _: self.fit())
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.itemDoubleClicked.connect(self._edit)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (_WHOM, _SINCE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def edits(self) -> bool:
        """Whether it is being typed in."""
        return self.state() == QAbstractItemView.State.EditingState

    def fit(self) -> None:
        """As high as there are rows."""
        items = [item for at in range(self.topLevelItemCount()) if (item := self.topLevelItem(at))]
        rows = sum(1 + (item.childCount() if item.isExpanded() else 0) for item in items)
        rows = min(_TALLEST, max(1, rows))
        row = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 8)
        self.setFixedHeight(self.header().sizeHint().height() + rows * row + 8)

    def _edit(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _WHOM and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(item, _WHOM)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        item = self.currentItem()
        if event.key() == Qt.Key.Key_F2 and item is not None:
            self._edit(item, _WHOM)
            return
        super().keyPressEvent(event)
