"""The word list behind the spelling hints, as long as somebody wants them: one for all windows."""

from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Generator

    from lohum_brief.language.wordlist import WordList

_STEP: Final = 0.008
"""Seconds that reading may take from the window in one go."""


class Words(QObject):
    """Reads the list in small steps once it is asked for, and is `ready` then."""

    ready = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._list: WordList | None = None
        self._reading: Generator[None, None, WordList] | None = None

    def found(self) -> "WordList | None":
        """The list, or nothing while it is still being read."""
        if self._list is None and self._reading is None:
            from lohum_brief.language.wordlist import reading

            self._reading = reading()
            QTimer.singleShot(0, self._read)
        return self._list

    def let_go(self) -> None:
        """Keep nothing of it."""
        if self._reading is not None:
            self._reading.close()
        self._list = self._reading = None

    def _read(self) -> None:
        end = perf_counter() + _STEP
        while self._reading is not None and perf_counter() < end:
            try:
                next(self._reading)
            except StopIteration as done:
                self._list, self._reading = done.value, None
                self.ready.emit()
        if self._reading is not None:
            QTimer.singleShot(0, self._read)


WORDS: Final = Words()
