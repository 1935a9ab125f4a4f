"""When what is typed is stored: after a short pause, and at the latest after a while of typing
without one.
"""

from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer

PAUSE: Final = 500
"""Milliseconds after the last key."""
_LATEST: Final = 1_500
"""Milliseconds after the first key that is not stored: whatever ends the program takes no more than
that.
"""


class Pause(QTimer):
    """Times out when it is time to store. It is active while something waits to be stored."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, singleShot=True)
        self._first = 0.0
        self._whole = False

    def wait_whole(self, milliseconds: int) -> None:
        """Wait that long after the last key, however long somebody types."""
        self._whole = True
        self.setInterval(milliseconds)

    def typed(self, *_: object) -> None:
        """A key was pressed."""
        if self._whole:
            self.start()
            return
        now = monotonic()
        if not self.isActive():
            self._first = now
        left = _LATEST - round(1000 * (now - self._first))
        self.start(max(0, min(PAUSE, left)))
