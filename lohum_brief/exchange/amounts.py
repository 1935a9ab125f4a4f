"""The number of a cell, with the unit and the signs that stand with it: 12.5 kt, (1,200), 98 000, 450 (e)."""

import re
from decimal import Decimal
from typing import Final

from lohum_brief.exchange import doubts, readers
from lohum_brief.exchange.cells import plain_number
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.measuring import is_doubtful
from lohum_brief.exchange.rows import Row
from lohum_brief.exchange.sheets import Cell
from lohum_brief.language.catalogue import say

_ESTIMATE: Final = re.compile(r"(.*\d)\s*(?:\(?e(?:st)?\.?\)|e|\(?推計\)?|\(अनु\.?\))|e\s*(\d.*)", re.IGNORECASE)
"""A number with the sign of an estimate."""
_IN_BRACKETS: Final = re.compile(r"\(\s*([\d,. ]*\d)\s*\)")
_WITH_UNIT: Final = re.compile(r"(.*\d)\s*([^\W\d][^\d]*)")
_SPACED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])")
"""Thousands that are parted by spaces, as the SI asks for."""
_NO_VALUE: Final = re.compile(
    r"W|N\.?A\.?|N/A|XX|[-–—―ー]+|\.{2,}|…|not available|not applicable|該当なし|不明|उपलब्ध नहीं|लागू नहीं|अनुपलब्ध|\*",
    re.IGNORECASE,
)
"""What sources print where they have no number."""


def amount(cell: Cell, unit: str, row: Row) -> tuple[Decimal, str]:
    """The number of a cell, and the unit that it has with it; of units that are written alike, `unit` is meant."""
    if not isinstance(cell, str) or plain_number(cell) is not None:
        return readers.number(cell, row.manner), ""
    from lohum_brief.language.parsing import UnreadableError, quantity
    from lohum_brief.language.parsing import number as parse

    text, said = _text(cell, row), ""
    text = re.sub(r"\s*以上$", "+", text)
    if in_brackets := _IN_BRACKETS.fullmatch(text):  # as accountants write what is below nought
        text = f"-{in_brackets[1]}"
    if (parted := _WITH_UNIT.fullmatch(text)) and is_doubtful(parted[2]):
        text, said = parted[1], row.ask(doubts.unit(parted[2]), parted[2])
    try:
        return parse(text), said
    except UnreadableError:
        read = quantity(text, unit=unit)
    if read.upper is not None:
        raise CellError(say("“{value}” is a range, where one value is wanted", value=text))
    if read.about and "about" not in row.cells:
        row.values["about"] = read.about
    return read.value, read.unit or said


def plain_amount(cell: Cell, row: Row) -> Decimal:
    """The number of a cell that says no unit; it may be marked as an estimate."""
    if not isinstance(cell, str) or plain_number(cell) is not None:
        return readers.number(cell, row.manner)
    return readers.number(_text(cell, row), row.manner)


def _text(cell: Cell, row: Row) -> str:
    """The text of a cell without the sign of an estimate, which is noted, and its thousands closed up: 98 000."""
    closed = _SPACED.sub(lambda found: re.sub(r"\s", "", found[0]), readers.text(cell, row.manner))
    marked = _ESTIMATE.fullmatch(closed)
    if not marked:
        return closed
    row.estimated = True
    return marked[1] or marked[2]


def is_no_value(cell: Cell) -> bool:
    """Return whether a cell says that there is no number."""
    return isinstance(cell, str) and _NO_VALUE.fullmatch(cell.strip()) is not None
