"""Cells of a workbook that are set in several ways: what is struck through is no longer said,
raised figures are marks of notes.

calamine joins the runs of a cell: 49800 of which the 8 is struck, 450 with a raised 1. Runs here
give the text that somebody reads.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from lohum_brief.exchange.scanning import local, parse

_OFF: Final = ("0", "false")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE: Final = re.compile(r"\s*(?:[a-z]|[*†‡§#]+)(?:\s*,\s*(?:[a-z]|[*†‡§#]+))*\s*")
"""A raised letter or sign is the mark of a note; raised words go on: 10th, Mme."""


class Run(NamedTuple):
    """A part of a cell. `struck` is None where the font of the cell says it."""

    text: str
    struck: bool | None = None
    raised: bool = False


class Runs:
    """The runs of one cell while they stream by."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._text = ""
        self._struck: bool | None = None
        self._raised = self._inside = self._phonetic = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Meet the start of an element of the cell's text, by its name without a prefix."""
        match name:
            case "r":
                self._text, self._struck, self._raised = "", None, False
            case "rPr":
                self._struck = False
            case "strike" | "dstrike":
                self._struck = attributes.get("val", "1") not in _OFF
            case "vertAlign":
                self._raised = attributes.get("val") == "superscript"
            case "rPh":
                self._phonetic = True
            case "t":
                self._inside = not self._phonetic

    def end(self, name: str) -> None:
        """Meet the end of one."""
        if name == "rPh":
            self._phonetic = False
        elif name == "t" and self._inside:
            self.runs.append(Run(self._text, self._struck, self._raised))
            self._text, self._inside = "", False

    def text(self, characters: str) -> None:
        """Meet some of its text."""
        if self._inside:
            self._text += characters


def is_marked(runs: Sequence[Run]) -> bool:
    """Whether some run is struck through or raised."""
    return any(run.struck or run.raised for run in runs)


def read(runs: Sequence[Run], *, struck: bool) -> tuple[str, str]:
    """Return what somebody reads of a cell, and what is struck; `struck` is what the font of the
    cell says.
    """
    live, gone = "", ""
    for run in runs:
        if struck if run.struck is None else run.struck:
            gone += run.text
        elif run.raised:
            live += "" if _NOTE.fullmatch(run.text) else run.text.translate(_RAISED)
        else:
            live += run.text
    return live, gone


def marked_strings(data: bytes) -> Mapping[int, Sequence[Run]]:
    """The shared texts of an XLSX that have a run which is struck or raised, by their numbers."""
    if b"strike" not in data and b"vertAlign" not in data:
        return {}
    found: dict[int, Sequence[Run]] = {}
    runs = Runs()
    count = -1

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal runs, count
        if (name := local(name)) == "si":
            runs = Runs()
            count += 1
        runs.start(name, attributes)

    def end(name: str) -> None:
        runs.end(name := local(name))
        if name == "si" and is_marked(runs.runs):
            found[count] = tuple(runs.runs)

    def text(characters: str) -> None:
        runs.text(characters)

    parse(data, "sharedStrings.xml", start, end, text)
    return found
