"""A list of sections that are dragged, or moved by keys, within it and to and from another."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from lohum_brief.language.interface import say
from lohum_brief.window.lists.cells import PILLS, PillDelegate, Pills
from lohum_brief.window.packs import moving_keys

_IDENT = Qt.ItemDataRole.UserRole


class Entry(NamedTuple):
    """A section as it is listed: what it is called, on how many pages it prints, its languages."""

    ident: str
    title: str
    pages: str
    languages: Pills


class SectionList(QTreeWidget):
    """`dropped` names sections, from which list they come, and the row in front of which they are
    to stand.

    `moved` asks for the selected ones to be moved by a number of rows, `handed` for them to go to
    the other list, `opened` for one to be opened.
    """

    dropped = Signal(list, object, int)
    moved = Signal(int)
    handed = Signal()
    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._items: list[QTreeWidgetItem] = []
        self.setAccessibleName(name)
        self.setColumnCount(3)
        self.setHeaderLabels([name, say("Pages"), say("Languages")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setItemDelegate(PillDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setTabKeyNavigation(False)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.itemActivated.connect(lambda item, _: self.opened.emit(item.data(0, _IDENT)))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; what was selected stays so."""
        selected, current = self.selected(), self.current()
        self.clear()
        self._items = []
        for entry in entries:
            item = QTreeWidgetItem(
                [entry.title, entry.pages, " ".join(word for word, _ in entry.languages)]
            )
            item.setData(0, _IDENT, entry.ident)
            item.setSizeHint(0, QSize(0, self.row_height()))
            item.setData(2, PILLS, entry.languages)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            self.addTopLevelItem(item)
            self._items.append(item)
        self.select(selected, current)

    def row_height(self) -> int:
        """As high as a row of the tables."""
        return self.fontMetrics().height() + 16

    def idents(self) -> list[str]:
        """The sections in their order."""
        return [item.data(0, _IDENT) for item in self._items]

    def selected(self) -> list[str]:
        """The selected ones in their order."""
        held = {item.data(0, _IDENT) for item in self.selectedItems()}
        return [ident for ident in self.idents() if ident in held]

    def current(self) -> str:
        """The one that the keys act on."""
        item = self.currentItem()
        return str(item.data(0, _IDENT)) if item else ""

    def select(self, idents: Sequence[str], current: str = "") -> None:
        """Select those that are here."""
        for item in self._items:
            if item.data(0, _IDENT) == (current or next(iter(idents), "")):
                self.setCurrentItem(item)
        for item in self._items:
            item.setSelected(item.data(0, _IDENT) in idents)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        source = event.source()
        if not isinstance(source, SectionList):
            event.ignore()
            return
        item = self.itemAt(event.position().toPoint())
        row = self.indexOfTopLevelItem(item) if item else self.topLevelItemCount()
        if (
            item
            and self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem
        ):
            row += 1
        # Whoever listens makes both lists anew; Qt is not to take the rows out itself.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(source.selected(), source, row)

    def event(self, event: QEvent) -> bool:
        """Alt+Up and Alt+Down, which move a whole entry elsewhere in the window, move a section
        here.
        """
        return moving_keys.claimed(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if by := moving_keys.step(event):
            self.moved.emit(by)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_Space):
            self.handed.emit()
        else:
            super().keyPressEvent(event)
