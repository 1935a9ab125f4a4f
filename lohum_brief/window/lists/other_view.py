"""A tab that shows the records of a place in another way than as a table to edit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lohum_brief.window.fields.texts import empty


class OtherView(QWidget):
    """Choices in a row above a list, or one sentence while there is nothing. `wanted` names the
    record that is to be opened.
    """

    wanted = Signal(str)

    def arrange(
        self,
        choices: Sequence[QWidget],
        below: Sequence[QWidget],
        shown: QWidget,
        *more: QWidget,
        nothing: str,
    ) -> None:
        """Put everything in its place; `shown` takes the room and the keyboard, `below` and `more`
        stand around it.
        """
        row = QHBoxLayout()
        for choice in choices:
            row.addWidget(choice)
        row.addStretch()
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 8, 0, 12)
        layout.setSpacing(8)
        layout.addLayout(row)
        for widget in below:
            layout.addWidget(widget)
        layout.addWidget(shown, 1)
        for widget in more:
            layout.addWidget(widget)
        self._either = QStackedWidget()
        self._either.addWidget(page)
        self._either.addWidget(empty(nothing))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._either)
        self.setFocusProxy(shown)

    def have(self, anything: bool) -> None:
        """Show the list, or the sentence."""
        self._either.setCurrentIndex(0 if anything else 1)
