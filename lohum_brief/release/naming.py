"""File names of packs that every file system takes and a person can read."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from lohum_brief.visit.records import Pack

_RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10))]
)
"""What Windows takes for a device, with any suffix."""


def file_names(packs: Iterable[Pack], editions: Mapping[str, int] = MappingProxyType({})) -> list[str]:
    """One name per pack, such as `guests.hi-ja.pdf`; no two are equal where upper and lower case are the same.

    Packs that are issued have the numbers of their `editions` in it: `guests.hi-ja.edition-2.pdf`.
    """
    names: list[str] = []
    taken: set[str] = set()
    for pack in packs:
        stem = re.sub(r"[^A-Za-z0-9._-]", "-", pack.id)
        if stem.partition(".")[0].lower() in _RESERVED:
            stem = f"_{stem}"
        languages = "-".join(pack.languages)
        if number := editions.get(pack.id):
            languages += f".edition-{number}"
        name, count = f"{stem}.{languages}.pdf", 1
        while name.lower() in taken:
            count += 1
            name = f"{stem}-{count}.{languages}.pdf"
        taken.add(name.lower())
        names.append(name)
    return names
