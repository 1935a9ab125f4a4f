"""Compile `translations/*.po` to `.mo`: `python -m lohum_brief.language.compile`. Run by the set-up
and the wheel.

Each language becomes two catalogues: all of its messages, and beside it, as JSON, the few that
packs print. An export reads the second only: to read all of them took 3 % of a cold export of 39
pages.
"""

import os
import sys
from io import BytesIO
from pathlib import Path
from typing import Final

import msgspec
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from lohum_brief.language.catalogue import PRINTED
from lohum_brief.message import CONTEXT_END
from lohum_brief.paths import catalogues

_PRINTING: Final = frozenset(("charts", "language", "packs"))
"""The packages in which what packs print is written. A word that is printed and stands elsewhere is
found in the whole catalogue.
"""


def compile_catalogues(folder: Path, into: Path | None = None) -> list[Path]:
    """Compile every `.po` of a folder; a message that is fuzzy or empty stays out. Returns the
    files written.
    """
    written = []
    for po in sorted(folder.glob("*.po")):
        with po.open("rb") as file:
            catalogue = read_po(file, locale=po.stem, abort_invalid=True)
        whole = (into or folder) / f"{po.stem}.mo"
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        printed = {
            f"{entry.context}{CONTEXT_END}{entry.id}" if entry.context else entry.id: entry.string
            for entry in catalogue
            if _is_printed(entry)
        }
        written.append(_written(whole, compiled.getvalue()))
        written.append(_written(whole.with_suffix(PRINTED), msgspec.json.encode(printed)))
    return written


def _written(target: Path, data: bytes) -> Path:
    """Write a catalogue; a running program never reads half of it."""
    partial = target.with_suffix(f".{os.getpid()}.part")
    partial.write_bytes(data)
    partial.replace(target)
    return target


def _is_printed(entry: Message) -> bool:
    """Return whether a message stands in one of the packages that print, and says how; what depends
    on a number is in the whole catalogue only.
    """
    if not entry.id or entry.pluralizable or entry.fuzzy or not entry.string:
        return False
    return any(not _PRINTING.isdisjoint(name.split("/")) for name, _ in entry.locations)


def main() -> None:
    """Compile the project's own catalogues where they lie."""
    for target in compile_catalogues(catalogues()):
        sys.stdout.write(f"{target.name}\n")


if __name__ == "__main__":
    main()
