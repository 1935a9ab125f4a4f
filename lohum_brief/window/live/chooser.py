"""A button that shows what was chosen and offers the rest in a menu; narrow, it ends in an
ellipsis.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
)

from lohum_brief.language.interface import say

_SHORTEST = 3
"""Widths of an em that are always left."""


class Chooser(QToolButton):
    """`chosen` comes when somebody chose another value."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._values: list[tuple[str, Any]] = []
        self._value: Any = None
        self.setObjectName("chooser")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(QMenu(self))
        self._show()

    @property
    def value(self) -> Any:
        """What is chosen; None where there is nothing to choose."""
        return self._value

    def offer(self, values: Sequence[tuple[str, Any]]) -> None:
        """What can be chosen, each with what it is called; what was chosen stays, if it is still
        there.
        """
        self._values = list(values)
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for called, value in values:
            action = QAction(called.replace("&", "&&"), menu, checkable=True)
            action.setData(value)
            action.triggered.connect(lambda _=False, value=value: self._choose(value))
            group.addAction(action)
            menu.addAction(action)
        known = [value for _, value in values]
        self.show_value(self._value if self._value in known else known[0] if known else None)

    def show_value(self, value: Any) -> None:
        """Choose without being asked."""
        self._value = value
        for action in self.menu().actions():
            action.setChecked(action.data() == value)
        self._show()

    def _choose(self, value: Any) -> None:
        if value != self._value:
            self.show_value(value)
            self.chosen.emit()

    def _show(self) -> None:
        called = next((called for called, value in self._values if value == self._value), say("–"))
        self.setText(called)
        self.setAccessibleName(f"{self._name}: {called}")
        self.setToolTip(self._name)
        self.updateGeometry()

    def _around(self) -> int:
        return 3 * self.fontMetrics().height() // 2 + 12

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(
            self.fontMetrics().horizontalAdvance(self.text()) + self._around(),
            super().sizeHint().height(),
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(
            _SHORTEST * self.fontMetrics().height() + self._around(), super().sizeHint().height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        em = self.fontMetrics().height()
        room = self.rect().adjusted(em // 2, 0, -em - 4, 0)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(self.palette().buttonText().color())
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown
        )
