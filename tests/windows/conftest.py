"""A Windows Python under wine that runs this checkout; `.ci/try-windows` prepares it and says where
it lies.
"""

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]


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


def as_windows(path: Path) -> str:
    """A path as wine's Windows names it."""
    return "Z:" + str(path).replace("/", "\\")


@pytest.fixture
def windows(tmp_path: Path) -> Windows:
    """A new folder on the Windows side."""
    home = os.environ.get("LOHUM_WINDOWS")
    if not home:
        pytest.fail("make try-windows prepares wine and runs these tests")
    return Windows(Path(home), tmp_path)


Linux = Callable[[Sequence[str]], bytes]


@pytest.fixture
def visit(windows: Windows) -> str:
    """The sample visit, made on the Windows side."""
    assert windows.brief("sample", "v.lbrief").code == 0
    return "v.lbrief"
