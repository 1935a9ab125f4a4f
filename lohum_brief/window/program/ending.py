"""What ends the program from outside: a signal, or the end of the session. What is typed is stored before."""

import contextlib
import signal
import socket
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

_SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class Ending(QObject):
    """`store` is called when the session may end, `end` when the program is told to.

    Qt's loop runs in C, where a Python handler waits for the next line of Python: the signal comes through a socket instead,
    which wakes the loop.
    """

    def __init__(self, app: QGuiApplication, store: Callable[[], object], end: Callable[[], object]) -> None:
        super().__init__(app)
        self._end = end
        app.commitDataRequest.connect(lambda _: store())
        self._near, self._far = socket.socketpair()
        for one in (self._near, self._far):
            one.setblocking(False)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        for number in _SIGNALS:
            signal.signal(number, _wait_for_the_loop)
        signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)

    def _woken(self) -> None:
        with contextlib.suppress(BlockingIOError):
            if self._near.recv(64):
                self._end()


def _wait_for_the_loop(*_: object) -> None:
    """The socket has it already; without a handler the process would end at once."""
