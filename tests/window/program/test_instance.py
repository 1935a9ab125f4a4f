"""A second start hands its file to the first."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from lohum_brief.window.application import Application
from lohum_brief.window.program.instance import Listener, address, hand_over
from tests.window.conftest import LONG, Open

_ASK = """
import sys
from PySide6.QtCore import QCoreApplication
from lohum_brief.window.program.instance import hand_over
app = QCoreApplication([])
sys.exit(0 if hand_over(sys.argv[1], sys.argv[2]) else 1)
"""


@pytest.fixture
def where(tmp_path: Path) -> str:
    return str(tmp_path / "socket")


def test_another_start_raises_the_window_that_has_the_file(
    application: Application, opened: Open, visit_file: Path, qtbot: QtBot, where: str
) -> None:
    window = opened(visit_file)
    listener = Listener(where, application.show)
    assert listener.listening
    other = subprocess.Popen([sys.executable, "-c", _ASK, where, str(visit_file)])
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=LONG)
    assert other.returncode == 0
    assert application.windows == [window]
    assert (Path(where).stat().st_mode & 0o077) == 0, "nobody else may ask"
    listener.close()


def test_where_nobody_listens_the_second_start_is_the_first(
    application: Application, where: str, tmp_path: Path
) -> None:
    del application
    assert not hand_over(where, "")
    Path(where).touch()
    assert not hand_over(where, ""), "something a killed process left over"
    assert Listener(where, print).listening
    assert address(str(tmp_path / "one")) != address(str(tmp_path / "other"))


@pytest.mark.parametrize(
    "nonsense", [b"\n", b"[]\n", b"{}\n", b'{"open": 7}\n', b"\xff\n", b"x" * 40_000]
)
def test_what_is_no_request_opens_nothing(
    application: Application, qtbot: QtBot, where: str, nonsense: bytes
) -> None:
    shown: list[str] = []
    listener = Listener(where, shown.append)
    socket = QLocalSocket()
    with qtbot.waitSignal(socket.connected, timeout=LONG):
        socket.connectToServer(where)
    socket.write(nonsense)
    qtbot.waitUntil(
        lambda: (
            socket.bytesAvailable() > 0
            or socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
        ),
        timeout=LONG,
    )
    assert shown == []
    assert listener.listening
    socket.abort()
    listener.close()
    del application
