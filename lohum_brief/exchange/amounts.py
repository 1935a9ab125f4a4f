"""The number of a cell, with the unit and the signs that stand with it: 12.5 kt, (1,200), 98 000,
450 (e).
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from decimal import Decimal
from typing import Final, NamedTuple

from lohum_brief.exchange import doubts, precision, readers
from lohum_brief.exchange.cells import plain_number
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.measuring import counter, is_doubtful
from lohum_brief.exchange.rows import Row
from lohum_brief.exchange.sheets import Cell
from lohum_brief.language.parsing import Read, UnreadableError, quantity
from lohum_brief.language.parsing import number as parse
from lohum_brief.message import clause, msg

_ESTIMATE: Final = re.compile(
    r"(.*\d)\s*(?:\(?e(?:st)?\.?\)|e|\(?推計\)?|\(अनु\.?\))|e\s*(\d.*)", re.IGNORECASE
)
"""A number with the sign of an estimate."""
_IN_BRACKETS: Final = re.compile(r"\(\s*([\d,. ]*\d)\s*\)")
_WITH_UNIT: Final = re.compile(r"(.*\d)\s*([^\W\d][^\d]*)")
_SPACED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])")
"""Thousands that are parted by spaces, as the SI asks for."""
_NO_VALUE: Final = re.compile(
    r"W|N\.?A\.?|N/A|XX|[-–—―ー－−]+|\.{2,}|…|not available|not applicable|該当なし|不明|उपलब्ध "
    r"नहीं|लागू "
    r"नहीं|अनुपलब्ध|\*",
    re.IGNORECASE,
)
"""What sources print where they have no number."""


def amount(cell: Cell, unit: str, row: Row) -> tuple[Decimal, str]:
    """The number of a cell, and the unit that it has with it; of units that are written alike,
    `unit` is meant.
    """
    cell = _with_point(cell, row)
    if not isinstance(cell, str) or plain_number(cell) is not None:
        return readers.number(cell, row.manner), ""
    text, said = precision.settled(_text(cell, row), row), ""
    if in_brackets := _IN_BRACKETS.fullmatch(text):  # as accountants write what is below nought
        text = f"-{in_brackets[1]}"
    if (parted := _WITH_UNIT.fullmatch(text)) and is_doubtful(parted[2]):
        text, said = parted[1], row.ask(doubts.unit(parted[2]), parted[2])
    elif parted and (kept := counter(parted[2], unit)):
        text, said = parted[1], kept
    try:
        return parse(text), said
    except UnreadableError:
        read = _quantity(text, unit)
    if read.upper is not None:
        raise CellError(msg("“{value}” is a range, where one value is wanted", value=text))
    if read.about and "about" not in row.cells:
        row.values["about"] = read.about
    return read.value, read.unit or said


def _quantity(text: str, unit: str) -> Read:
    """A number with its unit. Raises CellError that says which words may stand with it."""
    try:
        return quantity(text, unit=unit)
    except UnreadableError as error:
        if not _WORDS.search(text):
            raise
        raise CellError(
            msg(
                "{why}; with a number these are understood: {words}",
                why=clause(error.message),
                words="about, more than, up to, at least, less than; 約, 超, 以上, 以下, 未満; "
                "लगभग, से अधिक, "
                "तक",
            )
        ) from None


_WORDS: Final = re.compile(r"[^\W\d_]{2,} \d|\d\D* [^\W\d_]{3,}")


class Printed(NamedTuple):
    """A number of a table by country and year."""

    value: Decimal
    unit: str = ""
    """The unit that stands with it."""
    text: str = ""
    """How the source prints it, where it is no exact number."""


def plain_amount(cell: Cell, row: Row) -> Printed:
    """The number of a cell of a table that is printed as its source has it; it may be marked as an
    estimate.
    """
    cell = _with_point(cell, row)
    if not isinstance(cell, str) or plain_number(cell) is not None:
        return Printed(readers.number(cell, row.manner))
    text = _text(cell, row)
    bare = _ABOUT.sub("", precision.said(text).rest)
    printed = "" if bare == text else text
    try:
        return Printed(readers.number(bare, row.manner), text=printed)
    except UnreadableError:
        with suppress(UnreadableError):
            read = quantity(bare)
            if read.unit and read.upper is None:
                return Printed(read.value, read.unit, printed)
        raise


_ABOUT: Final = re.compile(
    r"^(?:~|～|〜|about|approx\.?|approximately|around|circa|c\.|ca\.?|up "
    r"to|max\.?|over|above|>|約|およそ|लगभग|क़रीब|करीब)\s*|"
    r"\s*(?:\(?approx\.?\)?|approximately|程度|前後|ほど|से अधिक|超|以下|तक)$",
    re.IGNORECASE,
)
_DECIMAL_COMMA: Final = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2})(?![\d,.])")
_DOTTED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])")
_SPACED_COMMA: Final = re.compile(r"(\d[\d.]*),(\d+)")


_DECIMAL_POINT: Final = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+\.(?:\d{1,2}|\d{4,}))(?![\d,.])"
)


def has_decimal_comma(cells: Iterable[Cell]) -> bool:
    """Whether numbers of a column have a comma where we have the point: 20.000,5, or 3,5 where none
    has the point.
    """
    texts = [cell for cell in cells if isinstance(cell, str)]
    found = [match[0] for text in texts for match in _DECIMAL_COMMA.finditer(text)]
    return any("." in number for number in found) or (
        bool(found) and not any(_DECIMAL_POINT.search(text) for text in texts)
    )


def _with_point(cell: Cell, row: Row) -> Cell:
    """A number as we write it, of a table in which the comma stands before decimals; whether it
    does is asked.
    """
    if not isinstance(cell, str) or not row.frame.decimal_comma or not re.search(r"\d[.,]\d", cell):
        return cell
    if row.ask(doubts.decimal_sign(), cell.strip()[:30], name="decimal") != doubts.COMMA:
        return cell
    return _SPACED_COMMA.sub(
        lambda found: f"{found[1].replace('.', '')}.{found[2]}",
        _DOTTED.sub(lambda found: found[0].replace(".", ""), cell),
    )


def _text(cell: Cell, row: Row) -> str:
    """The text of a cell without the sign of an estimate, which is noted, and its thousands closed
    up: 98 000.
    """
    closed = _SPACED.sub(lambda found: re.sub(r"\s", "", found[0]), readers.text(cell, row.manner))
    marked = _ESTIMATE.fullmatch(closed)
    if not marked:
        return closed
    row.estimated = True
    return marked[1] or marked[2]


def is_no_value(cell: Cell) -> bool:
    """Return whether a cell says that there is no number."""
    return isinstance(cell, str) and _NO_VALUE.fullmatch(cell.strip()) is not None
