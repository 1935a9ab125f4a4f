"""The window on a small visit, without a display, with settings of its own."""

import os
import sys
from pathlib import Path

# The screen that Qt makes up is 800 pixels wide, in which the window of an office does not fit.
os.environ.setdefault(
    "QT_QPA_PLATFORM", f"offscreen:configfile={Path(__file__).parent / 'screen.json'}"
)

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from lohum_brief.language.interface import use
from lohum_brief.store.locate import store_at
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit
from lohum_brief.window.application import Application
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.places import PLACES
from tests.packs.conftest import pack, small

Open = Callable[[Path], VisitWindow]
LONG = 30_000
"""Milliseconds after which something that should come will not."""


@pytest.fixture
def visit_file(tmp_path: Path) -> Path:
    path = tmp_path / "visit.lbrief"
    rest = [record for record in small() if not isinstance(record, Pack)]
    store_at(path).create(Visit([*rest, pack(sections=("sec:prose", "sec:metrics", "sec:people"))]))
    return path


@pytest.fixture
def application(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    use("en")
    monkeypatch.setattr(
        "lohum_brief.window.ahead._LONG", float("inf")
    )  # however slow the disk of the tests is
    if (
        "coverage" in sys.modules
    ):  # the process beside the window writes down what it ran when it ends
        monkeypatch.setattr("lohum_brief.window.service._GRACE", LONG)
    hook = sys.excepthook
    made = Application(["test"])
    sys.excepthook = hook  # pytest-qt fails a test when a slot raises
    told: list[str] = []
    monkeypatch.setattr(made, "tell", told.append)
    yield made
    made.silent = True  # what a test left unwritten is not asked about
    for window in list(made.windows):
        window.close()
    if made.beginning is not None:
        made.beginning.close()
    made.set_language("en")  # Qt's application outlives ours: its translators go
    use(None)
    del qtbot


@pytest.fixture
def opened(application: Application, qtbot: QtBot) -> Open:
    def open_(path: Path) -> VisitWindow:
        window = application.open(path)
        assert window is not None
        qtbot.waitSignal(window.service.rendered, timeout=LONG).wait()
        return window

    return open_


@pytest.fixture
def window(opened: Open, visit_file: Path) -> VisitWindow:
    return opened(visit_file)


def go(window: VisitWindow, key: str) -> None:
    """Choose a place on the left."""
    window.places.setCurrentRow([place.key for place in PLACES].index(key))
