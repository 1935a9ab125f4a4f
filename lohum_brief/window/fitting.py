"""Windows and dialogs as large as is wanted, and never larger than the screen."""

from typing import Final

from PySide6.QtWidgets import QWidget

_BESIDE: Final = 24
_ABOVE: Final = 56
"""Pixels of the screen that are left to the frame and the title bar of a window."""


def keep_within_screen(window: QWidget, wide: int, high: int) -> None:
    """Make a window so many pixels wide and high, where its screen has the room beside taskbars and
    its own frame.
    """
    screen = window.screen().availableGeometry()
    window.resize(min(wide, screen.width() - _BESIDE), min(high, screen.height() - _ABOVE))


def give_room(window: QWidget, wide: float, high: float) -> None:
    """Make a window so many heights of a line wide and high, where the screen has the room."""
    em = window.fontMetrics().height()
    keep_within_screen(window, round(wide * em), round(high * em))
