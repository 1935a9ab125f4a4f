"""What is read of the XML of a workbook beside its cells' values, and how it streams by (`xlsx`,
`ods`).

Runs in the child that reads the workbook; nothing ever holds a tree.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple
from xml.parsers import expat

from lohum_brief.exchange.number_formats import Part
from lohum_brief.exchange.sheets import Place

ERROR: Final = "error"
NO_VALUE: Final = "no value"
TWICE: Final = "twice"
NOT_A_NUMBER: Final = "not a number"
NO_TEXT: Final = "no text"


class BadXmlError(Exception):
    """Its argument is the part of the workbook, and where in it."""


class LongCellError(Exception):
    """A cell that grows beyond what a cell may hold: its arguments are the sheet, the row and the
    column from 0.
    """


class MuchTextError(Exception):
    """Repeated cells that come to more text than is read."""


class Found(NamedTuple):
    """What one sheet holds beside its values. The faults say what is wrong with a cell, as one of
    the words above.
    """

    rows: int
    columns: int
    faults: Mapping[Place, tuple[str, str]]
    percents: frozenset[Place]
    legacy: frozenset[Place]
    hidden: int
    """Rows that are hidden, by hand or by a filter."""
    hidden_columns: tuple[int, ...] = ()
    """Those that are hidden and have cells."""
    parts: Mapping[Place, tuple[Part, bool]] = {}
    """Dates of which only the month or the year is shown, and whether 2011-12 is how."""
    broken: tuple[tuple[int, int], ...] = ()
    """Where in the part values stand that calamine refuses the whole workbook for."""
    merged: tuple[tuple[Place, Place], ...] = ()
    """First and last cell of what is merged; of XLSX and XLS calamine knows it."""
    signed: frozenset[Place] = frozenset()
    """Numbers that are shown as they are, with a percent sign."""
    struck: frozenset[Place] = frozenset()
    """Cells whose whole text is struck through."""
    shown: Mapping[Place, tuple[str, str]] = {}
    """Numbers whose format says more than they are: the text that is seen, and the number in it."""
    texts: Mapping[Place, tuple[str, str]] = {}
    """Cells of which a part is struck or raised: what somebody reads, and what is struck."""
    comments: Mapping[Place, str] = {}
    """What somebody has said of cells, beside them."""


def parse(
    data: bytes,
    part: str,
    start: Callable[..., None],
    end: Callable[[str], object],
    text: Callable[[str], None] | None = None,
    meet: Callable[[expat.XMLParserType], None] | None = None,
) -> None:
    """Stream one part. Entities and document types, which no workbook has, are refused. `meet` is
    shown the parser.
    """
    parser = expat.ParserCreate()
    if meet:
        meet(parser)
    parser.buffer_text = True
    parser.ordered_attributes = False

    def refuse(*_: object) -> None:
        raise BadXmlError(f"{part}, DOCTYPE")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadXmlError(f"{part}, {error.lineno}:{error.offset}") from None


def local(name: str) -> str:
    """The name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def attributes(data: bytes, part: str, element: str, key: str, value: str) -> dict[str, str]:
    """Return one attribute of all elements of a name by another one of theirs."""
    found: dict[str, str] = {}

    def start(name: str, said: dict[str, str]) -> None:
        if local(name) == element:
            plain = {local(attribute): text for attribute, text in said.items()}
            found[plain.get(key, "")] = plain.get(value, "")

    parse(data, part, start, lambda _: None)
    return found


_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})\Z")


def place_of(reference: str) -> Place | None:
    """Return the place of a cell that is called as a spreadsheet does: B7."""
    found = _REFERENCE.match(reference)
    return (int(found[2]) - 1, column_number(found[1]) - 1) if found else None


def column_number(letters: str) -> int:
    """Return the number of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def is_finite(value: str) -> bool:
    """Return whether a cell's value is a number that can be stored."""
    try:
        return abs(float(value)) < float("inf")  # false for what is not a number, too
    except ValueError:
        return False
