"""Alt+Up and Alt+Down in lists of a pack: they move a row here, and not a whole entry of the table
beside.
"""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def step(event: QKeyEvent) -> int:
    """By how many rows a key moves a row; 0 if it is not for moving."""
    return (
        _STEPS.get(Qt.Key(event.key()), 0)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier
        else 0
    )


def claimed(event: QEvent) -> bool:
    """Whether a list answers this key itself before the shortcuts of the window are asked; it is
    then accepted.
    """
    if (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and step(event)
    ):
        event.accept()
        return True
    return False
