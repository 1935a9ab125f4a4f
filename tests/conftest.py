"""What all tests share: no network, no clock, no home folder, and random examples that are the same
in every CI run.
"""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Never

import hypothesis
import pytest

from lohum_brief.language.codes import LANGS
from lohum_brief.language.compile import compile_catalogues
from lohum_brief.language.interface import use
from lohum_brief.paths import catalogue_file
from lohum_brief.release import outputs
from lohum_brief.store import locate
from tests.store.memory import Memory

# Also for the processes that tests start; 2025-07-10 00:00 UTC.
os.environ["SOURCE_DATE_EPOCH"] = "1752105600"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

hypothesis.settings.register_profile(
    "developer", deadline=None
)  # a busy machine is no fault of the code
hypothesis.settings.register_profile(
    "ci", deadline=None, derandomize=True, database=None, print_blob=True
)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "developer")


@pytest.fixture(autouse=True, scope="session")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the program keeps for its user goes to a folder of the test run."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in (
            "HOME",
            "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
        ):
            patch.setenv(name, str(home))
        yield


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """The program works offline; a connection from a test is a mistake."""

    def refuse(_self: socket.socket, address: Any, *_: Any) -> Never:
        pytest.fail(f"A test wants to connect to {address!r}.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket.socket, "connect_ex", refuse)
        yield


@pytest.fixture(autouse=True, scope="session")
def compiled() -> None:
    """Compile the catalogues that are missing or older than their source; a replaced file is never
    seen half written.
    """
    for lang in LANGS:
        po, mo = catalogue_file(lang).with_suffix(".po"), catalogue_file(lang)
        if po.exists() and (not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime):
            compile_catalogues(po.parent)


@pytest.fixture
def plain_text(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the program a second output, plain text, as somebody who adds one would: by its module."""
    folder = Path(__file__).parent / "release" / "outputs"
    monkeypatch.setattr(outputs, "__path__", [*outputs.__path__, str(folder)])
    yield
    sys.modules.pop(f"{outputs.__name__}.txt", None)
    vars(outputs).pop("txt", None)


@pytest.fixture(autouse=True)
def no_language_left() -> Iterator[None]:
    """A language that a test chooses ends with it."""
    yield
    use(None)


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    """Where visits live whose addresses begin with `memory://`."""
    made = Memory()
    monkeypatch.setitem(locate._kinds, "memory", made.store)
    return made
