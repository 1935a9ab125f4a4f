"""Long work in the window's own process, in slices so short that nobody notices them."""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer

_SLICE: Final = 0.008
"""Seconds; a screen is drawn anew twice as often as the eye needs."""


class Steps(QObject):
    """Runs one generator at a time, whose steps each take far less than a slice; starting another
    stops the first.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._slice)
        self._work: Iterator[object] = iter(())
        self._done: Callable[[], object] | None = None

    @property
    def running(self) -> bool:
        """Whether there is work left."""
        return self._done is not None

    def run(self, work: Iterator[object], done: Callable[[], object]) -> None:
        """Begin at once; what takes no longer than a slice is done when this returns."""
        self._work, self._done = work, done
        self._slice()
        if self._done is not None:
            self._timer.start()

    def finish(self) -> None:
        """Do the rest at once."""
        work, done = self._work, self._done
        if done is not None:
            self.stop()
            for _ in work:
                pass
            done()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()
        self._work, self._done = iter(()), None

    def _slice(self) -> None:
        end = perf_counter() + _SLICE
        work = self._work
        for _ in work:
            if perf_counter() > end:
                return
        done = self._done
        self.stop()
        if done is not None:
            done()
