"""A Windows Python under wine that runs this checkout; `.ci/try-windows` prepares it and says where
it lies.
"""

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
WINESERVER = "/usr/lib/wine/wineserver64"

HOLD = """
import sys
from pathlib import Path
from lohum_brief.store.sqlite.store import FileStore
with FileStore(Path(sys.argv[1]), backups=Path("backups")).open(who="आशा") as opened:
    print("read-only" if opened.read_only else "mine", flush=True)
    sys.stdin.readline()
"""
"""Opens a visit, says whether it may write, and waits."""

EDIT = """
import sys
from pathlib import Path
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit.edit import set_field
with FileStore(Path(sys.argv[1]), backups=Path("backups")).open() as opened:
    number = 0
    while True:
        opened.commit(set_field(opened.visit, "visit", "title.en", f"Visit {number}"))
        print(number, flush=True)
        number += 1
"""
"""Edits a visit for ever, and says which edit was acknowledged."""


class Ran(NamedTuple):
    """How a command ended, and the bytes that it wrote."""

    code: int
    out: bytes
    err: bytes


class Windows:
    """Runs commands in one folder, as somebody at a Windows console whose code page is `encoding`."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home = home
        self.folder = folder
        self.encoding = "utf-8"

    def environment(self, **more: str) -> dict[str, str]:
        paths = ";".join(as_windows(path) for path in (self.home / "site", ROOT))
        return {
            "PATH": os.environ["PATH"],
            "HOME": os.environ["HOME"],
            "WINEPREFIX": str(self.home / "prefix"),
            "WINEDEBUG": "-all",
            "LC_ALL": "C.UTF-8",  # wine takes words and names of files in it from here
            "PYTHONPATH": paths,
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONIOENCODING": self.encoding,
            "APPDATA": as_windows(self.folder / "appdata"),
            "LOCALAPPDATA": as_windows(self.folder / "appdata"),
            "LOHUM_LANG": "en",
            **more,
        }

    def command(self, *words: str) -> list[str]:
        return ["wine", str(self.home / "cp311" / "python.exe"), *words]

    def python(
        self, code: str, *words: str, timeout: float = 120, stdin: bytes = b"", **more: str
    ) -> Ran:
        """Run a piece of Python; wine needs pipes, not a terminal, on every stream."""
        done = subprocess.run(
            self.command("-c", code, *words),
            cwd=self.folder,
            env=self.environment(**more),
            input=stdin,
            capture_output=True,
            timeout=timeout,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def brief(self, *words: str, stdin: bytes = b"", **more: str) -> Ran:
        """Run `lohum-brief`; whatever it says, it is never a traceback."""
        done = subprocess.run(
            self.command("-m", "lohum_brief", *words),
            cwd=self.folder,
            env=self.environment(**more),
            input=stdin,
            capture_output=True,
            timeout=300,
            check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr
        assert b"Internal error" not in done.stderr, done.stderr
        return Ran(
            done.returncode,
            done.stdout.replace(b"\r\n", b"\n"),
            done.stderr.replace(b"\r\n", b"\n"),
        )

    def start(self, code: str, *words: str) -> "subprocess.Popen[bytes]":
        """Begin a piece of Python that is talked to, or killed."""
        return subprocess.Popen(
            self.command("-c", code, *words),
            cwd=self.folder,
            env=self.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def kill(self, process: "subprocess.Popen[bytes]") -> None:
        """End a program as a power cut does: wine's process, whichever it is, and what it started."""
        process.send_signal(signal.SIGKILL)
        subprocess.run([WINESERVER, "-k"], env=self.environment(), check=False, capture_output=True)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(20)


def as_windows(path: Path) -> str:
    """A path as wine's Windows names it."""
    return "Z:" + str(path).replace("/", "\\")


def _windows(folder: Path) -> Windows:
    home = os.environ.get("LOHUM_WINDOWS")
    if not home:
        pytest.fail("make try-windows prepares wine and runs these tests")
    return Windows(Path(home), folder)


@pytest.fixture
def windows() -> Iterator[Windows]:
    """A new folder on the Windows side, whose path is short: with the name it ends at 260."""
    with TemporaryDirectory(prefix="w") as folder:
        yield _windows(Path(folder))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of the sample visit, made on the Windows side."""
    windows = _windows(tmp_path_factory.mktemp("sample"))
    assert windows.brief("sample", "v.lbrief").code == 0
    return (windows.folder / "v.lbrief").read_bytes()


@pytest.fixture
def visit(windows: Windows, sample: bytes) -> str:
    """The sample visit in a file of its own."""
    (windows.folder / "v.lbrief").write_bytes(sample)
    return "v.lbrief"
