"""The example changes: `python -m tests.house.changes` (`make house`) counts the files that each of
them touches.

A kind of record, a content of sections and a check are patches beside this module, applied to a
copy of the program. A language, an output and a store are whole examples of their own, which their
tests use.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = Path(__file__).parent

PATCHES: Final = {"kind": 3, "section": 2, "check": 2}
"""How many files of the program each may touch, beside translations, tests and documents."""
WHOLE: Final = {
    "output": (ROOT / "tests/release/outputs/txt.py", 1),
    "store": (ROOT / "tests/store/memory.py", 1),
    "language": (ROOT / "tests/language/invented/zz", 1),
}
"""Examples that touch no file of the program at all: the one module, or the one folder, that they
are.
"""


def touched(change: str) -> list[str]:
    """Return the files of the program that a patch changes or makes."""
    lines = (FOLDER / f"{change}.patch").read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("+++ b/") for line in lines if line.startswith("+++ ")]


@contextmanager
def changed(change: str) -> Iterator[Path]:
    """Give a folder with a copy of the program to which the patch was applied; its catalogues and
    resources are ours.
    """
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copytree(
            ROOT / "lohum_brief",
            folder / "lohum_brief",
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        for name in ("resources", "translations"):
            (folder / name).symlink_to(ROOT / name)
        patch = FOLDER / f"{change}.patch"
        subprocess.run(
            ["git", "apply", "--unsafe-paths", f"--directory={folder}", patch],
            cwd=folder,
            check=True,
        )
        yield folder


def run(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run the changed program's command line, which reads and writes files in that folder."""
    return subprocess.run(
        [sys.executable, "-m", "lohum_brief", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "QT_QPA_PLATFORM": "offscreen"},
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def main() -> None:
    """Print how many files each example touches, beside how many it may."""
    for change, aim in PATCHES.items():
        files = touched(change)
        print(f"{change:10} {len(files)} of {aim}  {', '.join(files)}")
    for change, (path, aim) in WHOLE.items():
        print(f"{change:10} 1 of {aim}  {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
