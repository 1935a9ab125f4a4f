"""File names of packs that every file system takes and a person can read."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from lohum_brief.language.furigana import plain
from lohum_brief.release.output import USUAL
from lohum_brief.visit.readers import AUDIENCES
from lohum_brief.visit.records import Pack

_RESERVED: Final = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10)),
    ]
)
"""What Windows takes for a device, with any suffix."""


_MADE_UP: Final = re.compile(r"pack:[0-9a-f]{8}")
"""The id of a pack that was made in the window, which says nothing to anybody."""
_LONGEST: Final = 60
"""Characters of a title in a name."""


def _titled(pack: Pack) -> str:
    """Return what a pack is called, in the first language that says it.

    Letters of all scripts stay.
    """
    title = next((title for lang in ("en", *pack.languages) if (title := pack.title[lang])), "")
    words = re.findall(r"[\w\u0900-\u097f]+", plain(title))
    return "-".join(words)[:_LONGEST].strip("-")


def file_names(
    packs: Iterable[Pack], editions: Mapping[str, int] = MappingProxyType({}), suffix: str = USUAL
) -> list[str]:
    """Return a name for each pack, such as `guests.hi-ja.pdf`.

    No two are equal where upper and lower case are the same. Packs that are issued have the numbers
    of their `editions` in it: `guests.hi-ja.edition-2.pdf`.
    """
    packs = [*packs]
    names: dict[int, str] = {}
    taken: set[str] = set()
    # The wider audience first, as `AUDIENCES` has them: a number behind a name must not tell its
    # readers that there is a pack they do not know of.
    for at, pack in sorted(enumerate(packs), key=lambda one: AUDIENCES.index(one[1].audience)):
        stem = re.sub(r"[^A-Za-z0-9._-]", "-", pack.id)
        if _MADE_UP.fullmatch(pack.id):
            stem = _titled(pack) or stem
        if stem.partition(".")[0].lower() in _RESERVED:
            stem = f"_{stem}"
        languages = "-".join(pack.languages)
        if number := editions.get(pack.id):
            languages += f".edition-{number}"
        name, count = f"{stem}.{languages}{suffix}", 1
        while name.lower() in taken:
            count += 1
            name = f"{stem}-{count}.{languages}{suffix}"
        taken.add(name.lower())
        names[at] = name
    return [names[at] for at in range(len(packs))]
