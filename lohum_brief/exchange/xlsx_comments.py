"""The comments of an XLSX: notes of the old sort, and the threads of comments of the new, which
have a note in the place of each for programs that do not know them.
"""

import posixpath
from collections.abc import Callable, Container, Mapping
from typing import Final

from lohum_brief.exchange.scanning import attributes, local, parse, place_of
from lohum_brief.exchange.sheets import LONGEST_CELL, Place

_STAND_IN: Final = "tc="
"""What the author of a note is called that stands in the place of a thread."""


def comments(part: Callable[[str], bytes], sheet: str, members: Container[str]) -> dict[Place, str]:
    """Return what is said of the cells of a sheet; `part` gives a part by its name in small
    letters.
    """
    folder, _, name = sheet.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in members:
        return {}
    notes: dict[Place, str] = {}
    threads: dict[Place, str] = {}
    for target in attributes(part(relations), relations, "Relationship", "Id", "Target").values():
        path = (
            target.lstrip("/").lower()
            if target.startswith("/")
            else posixpath.normpath(f"{folder}/{target}").lower()
        )
        if "comment" in path and path in members and path.endswith(".xml"):
            found = _Comments()
            parse(part(path), path, found.start, found.end, found.text)
            notes |= found.notes
            threads |= found.threads
    return dict(sorted((notes | threads).items()))


class _Comments:
    """A part with comments while it streams by."""

    def __init__(self) -> None:
        self.notes: dict[Place, str] = {}
        self.threads: dict[Place, str] = {}
        self._authors: list[str] = []
        self._place: Place | None = None
        self._author = ""
        self._text: list[str] = []
        self._inside = ""

    def start(self, name: str, said: Mapping[str, str]) -> None:
        match local(name):
            case "comment" | "threadedComment":
                self._place, self._text = place_of(said.get("ref", "")), []
                number = said.get("authorId", "")
                known = number.isdecimal() and int(number) < len(self._authors)
                self._author = self._authors[int(number)] if known else ""
            case "author":
                self._inside = "author"
                self._authors.append("")
            case "t" | "text":
                self._inside = local(name) if self._place else ""
            case "rPh":
                self._inside = ""

    def end(self, name: str) -> None:
        match local(name):
            case "comment":
                self._keep(self.notes, without_author("".join(self._text), self._author))
            case "threadedComment":
                self._keep(self.threads, "".join(self._text))
            case "t" | "text" | "author":
                self._inside = ""

    def _keep(self, found: dict[Place, str], text: str) -> None:
        if self._place is not None:
            before = found.get(self._place)
            found[self._place] = f"{before}\n{text.strip()}" if before else text.strip()
        self._place = None

    def text(self, characters: str) -> None:
        if self._inside == "author":
            self._authors[-1] += characters
        elif self._inside and sum(map(len, self._text)) < LONGEST_CELL:
            self._text.append(characters)


def without_author(text: str, author: str) -> str:
    """A note without the name of its author, which spreadsheets write before it."""
    if author.startswith(_STAND_IN):
        return text
    return text.removeprefix(f"{author}:") if author else text
