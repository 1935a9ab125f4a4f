"""Names for copies of a visit's file that are free."""

from pathlib import Path
from typing import Final

ENDING: Final = ".lbrief"


def name_with_time(path: Path, time: str) -> Path:
    """Return a free name beside a file, for its copy as it was at a time."""
    stem = f"{path.stem} {time.replace(':', '').replace('T', ' ')}"
    found, number = path.with_name(f"{stem}{ENDING}"), 2
    while found.exists():
        found, number = path.with_name(f"{stem} ({number}){ENDING}"), number + 1
    return found


def free_name(path: Path) -> Path:
    """Return a free name beside a file, for its copy."""
    number = 2
    while (found := path.with_name(f"{path.stem} ({number}){ENDING}")).exists():
        number += 1
    return found
