"""Compile `translations/*.po` to `.mo`: `python -m lohum_brief.language.compile`. Run by the set-up
and the wheel.
"""

import os
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from lohum_brief.paths import catalogues


def compile_catalogues(folder: Path, into: Path | None = None) -> list[Path]:
    """Compile every `.po` of a folder; a message that is fuzzy or empty stays out. Returns the
    files written.
    """
    written = []
    for po in sorted(folder.glob("*.po")):
        with po.open("rb") as file:
            catalogue = read_po(file, locale=po.stem, abort_invalid=True)
        target = (into or folder) / f"{po.stem}.mo"
        partial = target.with_suffix(f".{os.getpid()}.part")
        with partial.open("wb") as file:
            write_mo(file, catalogue)
        partial.replace(target)  # a running program never reads half a catalogue
        written.append(target)
    return written


def main() -> None:
    """Compile the project's own catalogues where they lie."""
    for target in compile_catalogues(catalogues()):
        sys.stdout.write(f"{target.name}\n")


if __name__ == "__main__":
    main()
