"""What ends the program from outside: a signal, the end of the session, the loss of the display.
What is typed is stored before.
"""

import contextlib
import signal
import socket
import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    QtMsgType,
    qFormatLogMessage,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication

from lohum_brief.processwide import leave

_SIGNALS: Final = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)
_LOST: Final = ("The X11 connection broke", "The Wayland connection")
"""What Qt says, in Qt's own English, before it ends the process because there is no display any
more.
"""
_NO_DISPLAY: Final = 1
"""The exit code that Qt gives then."""


class Ending(QObject):
    """`store` is called when the session may end or the display is lost, `end` when the program is
    told to end.

    Qt's loop runs in C, where a Python handler waits for the next line of Python: the signal comes
    through a socket instead, which wakes the loop.
    """

    def __init__(
        self, app: QGuiApplication, store: Callable[[], object], end: Callable[[], object]
    ) -> None:
        super().__init__(app)
        self._store = store
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
        if sys.platform.startswith("linux"):
            qInstallMessageHandler(self._told)

    def _woken(self) -> None:
        with contextlib.suppress(BlockingIOError):
            if self._near.recv(64):
                self._end()

    def _told(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """What Qt has to say goes to standard error, as without us.

        A lost display ends the process from within Qt, which takes the widgets apart while they are
        still in use. This message comes before, when all is whole: what is typed is stored, then
        the process goes without taking anything apart. The processes beside it end with their
        input.
        """
        with contextlib.suppress(OSError):  # the terminal may have gone with the display
            sys.stderr.write(f"{qFormatLogMessage(kind, context, text)}\n")
            sys.stderr.flush()
        if text.startswith(_LOST):
            try:
                self._store()
            finally:
                leave(_NO_DISPLAY)


def _wait_for_the_loop(*_: object) -> None:
    """The socket has it already; without a handler the process would end at once."""
