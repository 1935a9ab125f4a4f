"""One process for all windows of a user: a second start hands its file to the first, which shows
the window that has it.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from lohum_brief.lean_imports import blake2b

_LONGEST: Final = 32_768
"""Bytes of a request; a path is shorter."""
_PATIENCE: Final = 2_000
"""Milliseconds after which a first process that does not answer is taken for hung, and the second
opens its own window.
"""


def address(settings: str) -> str:
    """Where the first process listens; one for each file of settings, so one for each user."""
    name = f"lohum-brief-{blake2b(settings.encode(), digest_size=8).hexdigest()}"
    if sys.platform == "win32":
        return name
    return str(
        Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation))
        / name
    )


def hand_over(where: str, path: str) -> bool:
    """Ask the running process to show a visit, or where to begin; False where none answers."""
    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(json.dumps({"open": path}).encode() + b"\n")
    socket.flush()
    answered = bool(socket.waitForReadyRead(_PATIENCE)) and socket.readAll().data() == b"ok\n"
    socket.disconnectFromServer()
    return answered


class Listener(QObject):
    """Calls `show` with the path that another start was given; an empty one asks where to begin."""

    def __init__(
        self, where: str, show: Callable[[str], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        # Nobody answered there, so what lies there is left over from a process that was killed.
        QLocalServer.removeServer(where)
        self.listening = self._server.listen(where)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(_LONGEST)
            socket.setParent(self)
            socket.readyRead.connect(partial(self._read, socket))
            socket.disconnected.connect(partial(self._gone, socket))
            self._read(socket)

    def _gone(self, socket: QLocalSocket) -> None:
        # Its slots hold it and it holds its slots.
        socket.readyRead.disconnect()
        socket.disconnected.disconnect()
        socket.deleteLater()

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= _LONGEST:
                socket.disconnectFromServer()
            return
        try:
            wanted = json.loads(bytes(socket.readLine(_LONGEST).data()))
            path = wanted["open"]
        except (ValueError, KeyError, TypeError, RecursionError):
            path = None
        if not isinstance(path, str):
            socket.disconnectFromServer()
            return
        # It is answered before the file is opened: a large one would take longer than the other
        # start waits.
        socket.write(b"ok\n")
        socket.flush()
        self._show(path)
