"""Dialogs as large as is wanted, and never larger than the screen."""

from typing import Final

from PySide6.QtWidgets import QWidget

_BESIDE: Final = 24
_ABOVE: Final = 56
"""Pixels of the screen that are left to the frame and the title bar of a window."""


def give_room(window: QWidget, wide: float, high: float) -> None:
    """Make a window so many heights of a line wide and high, where the screen has the room."""
    em = window.fontMetrics().height()
    screen = window.screen().availableGeometry()
    window.resize(min(round(wide * em), screen.width() - _BESIDE), min(round(high * em), screen.height() - _ABOVE))
