"""Copies of the program that faults are put into."""

import os
import shutil
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
_COPIED: Final = ("lohum_brief", "tests")
_LINKED: Final = ("resources", "translations", ".ci")


def copy_to(tree: Path) -> Path:
    """Copy the program and its tests; what no fault is put into is linked."""
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    for name in _COPIED:
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns(".hypothesis"))
    for path in ROOT.iterdir():
        if path.name in _LINKED:
            (tree / path.name).symlink_to(path)
        elif path.is_file():
            shutil.copy2(path, tree / path.name)
    return tree


def put(path: Path, source: str) -> None:
    """Write a source so that nobody takes what was compiled of the one before for it."""
    later = path.stat().st_mtime_ns + 2_000_000_000
    path.write_text(source, encoding="utf-8", newline="")
    os.utime(path, ns=(later, later))
