"""Whatever ends the program, nothing is lost that was typed up to two seconds before."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from lohum_brief.store.locate import store_at
from lohum_brief.visit.records import Paragraph

_TYPE = """
import os
import sys
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtTest import QTest
from lohum_brief.window.application import Application, open_window
from lohum_brief.window.places import PLACES

run, count = Application.run, 0

def typing(application):
    [window] = application.windows
    window.go("texts")
    window.shown.show_record("p1")
    area = window.shown.form.editors["text"].areas["en"]
    area.setFocus()
    area.selectAll()
    def key():
        global count
        if not application.windows:
            return  # nobody types into a window that is closed
        if count == int(sys.argv[2]):
            qWarning("The X11 connection broke (error 1). Did the X11 server die?")
            os._exit(3)  # Qt would end the process and take the widgets apart
        QTest.keyClicks(area, "abcdefghij"[count % 10])
        count += 1
        print(count, flush=True)
    timer = QTimer(area, interval=100)  # never a pause that is long enough to store in
    timer.timeout.connect(key)
    timer.start()
    return run(application)

Application.run = typing
sys.exit(open_window(sys.argv[1]))
"""
_LOST = 2.0
"""Seconds before the end that may be lost."""


@pytest.fixture
def lost() -> int:
    """The number of keys after which the display is lost."""
    return 1000


@pytest.fixture
def typist(visit_file: Path, tmp_path: Path, lost: int) -> Iterator[subprocess.Popen[str]]:
    places = {
        name: str(tmp_path / name.lower())
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
    }
    (tmp_path / "xdg_runtime_dir").mkdir(mode=0o700)
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "LOHUM_LANG": "en"}
    command = [sys.executable, "-c", _TYPE, str(visit_file), str(lost)]
    with (
        (tmp_path / "errors").open("wb") as errors,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment
        ) as process,
    ):
        yield process
        process.kill()


def stored(path: Path) -> str:
    record = store_at(path).read().get(Paragraph, "p1")
    assert record is not None
    return record.text["en"]


def test_killed_while_typing_without_a_pause(
    typist: subprocess.Popen[str], visit_file: Path
) -> None:
    typed: list[float] = []
    assert typist.stdout is not None
    for _ in typist.stdout:
        typed.append(monotonic())
        if len(typed) == 45:
            break
    typist.kill()
    killed = monotonic()
    typist.wait()
    sure = sum(moment < killed - _LOST for moment in typed)
    assert sure > 10
    text = stored(visit_file)
    assert text == ("abcdefghij" * 10)[: len(text)]
    assert len(text) >= sure


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_told_to_end_it_stores_the_last_key(
    typist: subprocess.Popen[str], visit_file: Path, number: signal.Signals
) -> None:
    assert typist.stdout is not None
    for line in typist.stdout:
        if line == "5\n":
            break
    typist.send_signal(number)
    rest = typist.stdout.read().split()
    assert typist.wait() == 0
    last = int(rest[-1]) if rest else 5
    assert stored(visit_file) == "abcdefghij"[:last]


@pytest.mark.parametrize("lost", [4])
def test_without_a_display_the_last_key_is_stored_and_the_widgets_are_left_alone(
    typist: subprocess.Popen[str], visit_file: Path, tmp_path: Path, lost: int
) -> None:
    assert typist.stdout is not None
    typist.stdout.read()
    assert typist.wait() == 1
    assert stored(visit_file) == "abcdefghij"[:lost]
    told = (tmp_path / "errors").read_text().splitlines()
    assert told[-1] == "The X11 connection broke (error 1). Did the X11 server die?"
    assert not any("Traceback" in line or "QProcess" in line for line in told)
