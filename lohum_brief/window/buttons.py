"""Buttons that show only a picture; their tooltip, which screen readers say, tells what they do."""

from collections.abc import Callable

from PySide6.QtWidgets import QToolButton

from lohum_brief.window.theme import icon


def tool_button(picture: str, name: str, act: Callable[[], object]) -> QToolButton:
    """A button that does something."""
    button = picture_button(picture, name)
    button.clicked.connect(lambda _=False: act())
    return button


def picture_button(picture: str, name: str) -> QToolButton:
    """A button to which its owner gives a menu or a meaning."""
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
