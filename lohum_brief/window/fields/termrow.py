"""Terms of the original, each with what it is called here, to be put in by a click or a key."""

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from lohum_brief.language.interface import say

_MOST: Final = 9
"""As many as have a key."""


class Pair(NamedTuple):
    """A term as the original has it, and in the language that is written."""

    there: str
    here: str


class TermRow(QWidget):
    """One line of them; those for which there is no room are in a menu at its end."""

    def __init__(self, take: Callable[[str], None]) -> None:
        super().__init__()
        self._take = take
        self.pairs: tuple[Pair, ...] = ()
        self._buttons: list[QToolButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._more = QToolButton()
        self._more.setObjectName("term")
        self._more.setText("…")
        self._more.setAccessibleName(say("More terms of the original"))
        self._more.setToolTip(say("More terms of the original"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._layout.addWidget(self._more)
        self._layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Offer these."""
        if pairs == self.pairs:
            return
        self.pairs = pairs
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for at, pair in enumerate(pairs[:_MOST]):
            button = QToolButton()
            button.setObjectName("term")
            button.setText(_said(pair))
            button.setToolTip(f"Alt+{at + 1}")
            button.setAccessibleName(say("Insert {term}", term=pair.here))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._take, pair.here))
            self._layout.insertWidget(at, button)
            self._buttons.append(button)
        self._fit()

    def take(self, number: int) -> bool:
        """Put in the one with this number, from 1; whether there is one."""
        if not 1 <= number <= len(self.pairs):
            return False
        self._take(self.pairs[number - 1].here)
        return True

    def _fit(self) -> None:
        room = self.width() - self._more.sizeHint().width() - self._layout.spacing()
        shown = 0
        for button in self._buttons:
            room -= button.sizeHint().width() + self._layout.spacing()
            button.setVisible(room >= 0)
            shown += room >= 0
        rest = self.pairs[shown:]
        menu = QMenu(self._more)
        for pair in rest:
            menu.addAction(_said(pair), partial(self._take, pair.here))
        self._more.setMenu(menu)
        self._more.setVisible(bool(rest))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()


def _said(pair: Pair) -> str:
    return f"{pair.there} → {pair.here}".replace("&", "&&")
