"""The languages of a pack: which, and in which order, from one to three."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from lohum_brief.language.codes import LANGS
from lohum_brief.language.interface import say
from lohum_brief.window import labels
from lohum_brief.window.packs import moving_keys


class LanguageOrder(QListWidget):
    """Ticked languages are printed, in the order of the list; rows are dragged, or moved with
    Alt+Up and Alt+Down.
    """

    edited = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Languages, in order"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(2)
        self.itemChanged.connect(self._ticked)
        self._showing = False

    def show_value(self, languages: Sequence[str]) -> None:
        """Show the languages of a pack first, in their order."""
        self._showing = True
        row = self.currentRow()
        order = [*languages, *(lang for lang in LANGS if lang not in languages)]
        if order != self._order():
            self.clear()
            for lang in order:
                item = QListWidgetItem(labels.NATIVE[lang])
                item.setData(Qt.ItemDataRole.UserRole, lang)
                item.setFlags(
                    (item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    & ~Qt.ItemFlag.ItemIsDropEnabled
                )
                self.addItem(item)
            self.setCurrentRow(max(0, row))
        for at, lang in enumerate(order):
            ticked = lang in languages
            self.item(at).setCheckState(
                Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            )
        row = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing()) + 2 * self.spacing()
        self.setFixedHeight(row * len(order) + 2 * self.frameWidth() + 6)
        self._showing = False

    def _order(self) -> list[str]:
        return [self.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.count())]

    def _value(self) -> list[str]:
        return [
            self.item(at).data(Qt.ItemDataRole.UserRole)
            for at in range(self.count())
            if self.item(at).checkState() == Qt.CheckState.Checked
        ]

    def _ticked(self, item: QListWidgetItem) -> None:
        if self._showing:
            return
        if not self._value():  # a pack without a language has nothing to print
            item.setCheckState(Qt.CheckState.Checked)
            return
        self.edited.emit(self._value())

    def move_current(self, by: int) -> None:
        """Move a language up or down."""
        at = self.currentRow()
        if not 0 <= at + by < self.count() or at < 0:
            return
        self._showing = True
        self.insertItem(at + by, self.takeItem(at))
        self.setCurrentRow(at + by)
        self._showing = False
        self.edited.emit(self._value())

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self._showing = True
        super().dropEvent(event)
        self._showing = False
        self.edited.emit(self._value())

    def event(self, event: QEvent) -> bool:
        """Alt+Up and Alt+Down move a language here, not an entry of the table above."""
        return moving_keys.claimed(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if by := moving_keys.step(event):
            self.move_current(by)
        else:
            super().keyPressEvent(event)
