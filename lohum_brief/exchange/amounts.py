"""The number of a cell, with the unit and the signs that stand with it: 12.5 kt, (1,200), 98 000,
450 (e).
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from decimal import Decimal
from itertools import filterfalse
from typing import Final, NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.exchange import doubts_of_numbers, precision, readers
from lohum_brief.exchange.cells import number_of, plain_number, text_of
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.measuring import is_multiple, is_same
from lohum_brief.exchange.questions import Doubt, OpenQuestionError
from lohum_brief.exchange.rows import Frame, Row
from lohum_brief.exchange.sheets import Cell, Shown
from lohum_brief.exchange.shown_numbers import ANY_CURRENCY
from lohum_brief.exchange.unknown_units import behind_number
from lohum_brief.language.codes import LATIN_FIRST
from lohum_brief.language.either import either, signs
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.parsing import Read, UnreadableError, quantity
from lohum_brief.language.parsing import number as parse
from lohum_brief.language.parsing.written_units import counter, is_doubtful
from lohum_brief.message import clause, msg
from lohum_brief.visit.explaining import legible

_ESTIMATE: Final = re.compile(
    rf"(.*\d)\s*(?:{either(lambda language: language.cells.estimated)})|e\s*(\d.*)",
    re.IGNORECASE,
)
"""A number with the sign of an estimate."""
_IN_BRACKETS: Final = re.compile(r"\(\s*([\d,. ]*\d)\s*\)")
_WITH_UNIT: Final = re.compile(r"(.*\d)\s*([^\W\d][^\d]*)")
_SPACED: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])")
"""Thousands that are parted by spaces, as the SI asks for."""
_NO_VALUE: Final = re.compile(
    rf"[-–—―ー－−]+|\.{{2,}}|…|\*|{either(lambda language: language.cells.no_value)}",
    re.IGNORECASE,
)
"""What sources print where they have no number."""


class Amount(NamedTuple):
    """The number of a cell, and the unit that it has with it."""

    value: Decimal
    unit: str = ""


def amount(cell: Cell, unit: str, row: Row, column: str = "") -> Amount:
    """The number of a cell, and the unit that it has with it; of units that are written alike,
    `unit` is meant. `column` is the unit that the column says; where the cell says otherwise, it is
    asked.
    """
    if isinstance(cell, Shown):
        return _shown(cell, unit, row, column)
    cell = _with_point(cell, row)
    if not isinstance(cell, str) or plain_number(cell) is not None:
        return Amount(readers.number(cell, row.manner))
    found = _of_text(cell, unit, row)
    if found.unit and is_multiple(column, found.unit):
        # ₹1,234 below “₹ crore”: of rupees somebody has written the sign only.
        return _asked(cell.strip(), found, row, column, number=found.value)
    return found


def _signed(text: str) -> str:
    """A number in brackets, as accountants write what is below nought, with its sign."""
    in_brackets = _IN_BRACKETS.fullmatch(text)
    return f"-{in_brackets[1]}" if in_brackets else text


def _of_text(cell: str, unit: str, row: Row) -> Amount:
    text, said = precision.settled(_text(cell, row), row), ""
    text = _signed(_MONEY_BEHIND.sub(r"\1\3\2", text))
    if (parted := _WITH_UNIT.fullmatch(text)) and is_doubtful(parted[2]):
        text, said = parted[1], row.ask(doubts_of_numbers.unit(parted[2]), parted[2])
    elif parted and (kept := counter(parted[2], unit)):
        text, said = parted[1], kept
    with suppress(UnreadableError):
        return Amount(parse(text), said)
    try:
        read = _quantity(text, unit)
    except BriefError:
        if (own := _in_own_unit(parted, row)) is None:
            raise
        return own
    if read.upper is not None:
        raise CellError(msg("“{value}” is a range, where one value is wanted", value=text))
    if read.about and "about" not in row.cells:
        row.values["about"] = read.about
    return Amount(read.value, read.unit or said)


def _in_own_unit(parted: re.Match[str] | None, row: Row) -> Amount | None:
    """The number with a unit that nobody knows, as somebody says what it is; None for what is no
    number with one.
    """
    own = behind_number(parted[2], row) if parted else ""
    return Amount(parse(parted[1]), own) if parted and own else None


def _shown(cell: Shown, unit: str, row: Row, column: str) -> Amount:
    """The number of a cell whose format shows more than it: a currency, a unit, “about”, thousands
    as k.
    """
    plain = _plain(cell, row)
    if not isinstance(plain, str):
        return Amount(plain)
    try:
        found: Amount | None = _of_text(plain, unit, row)
    except OpenQuestionError:
        raise
    except BriefError:
        found = None
    if found is not None and (not found.unit or not column or is_same(found.unit, column)):
        return found
    number = readers.number(cell.number, row.manner)
    return _asked(cell.words, found, row, column, number=number)


def _plain(cell: Shown, row: Row) -> str | Decimal:
    """What is read of a cell that shows more than a number: its text, or the number where that is
    all it shows.
    """
    if not cell.number:
        raise CellError(
            msg(
                "the cell shows “{text}” and holds {number}; write what is meant",
                text=legible(cell, 40),
                number=text_of(cell.held),
            )
        )
    text = str(cell)
    if _is_scaled(cell) and _ask(doubts_of_numbers.scale(), text, row) == doubts_of_numbers.HELD:
        text = text.replace(cell.number, text_of(cell.held))
    if not cell.words:
        return Decimal(text)
    if ANY_CURRENCY in text:
        text = text.replace(
            ANY_CURRENCY, f"{_ask(doubts_of_numbers.currency(), ANY_CURRENCY, row)} "
        )
    return text


def _is_scaled(cell: Shown) -> bool:
    """Whether a cell shows another number than it holds, and says nothing of thousands."""
    return Decimal(cell.number) != number_of(cell.held) and _POWERS.search(cell.words) is None


_POWERS: Final = re.compile(
    rf"[%％‰{signs(lambda language: language.cells.power_signs)}]|"
    rf"(?<![^\W\d_])(?:{either(lambda language: language.cells.powers)})(?![^\W\d_])",
    re.IGNORECASE,
)
"""What says that a number is of thousands, or of hundredths."""


def _ask(doubt: Doubt, word: str, row: Row) -> str:
    """The answer to a doubt about the numbers of a column; one for each year are asked about
    together.
    """
    alone = row.field in row.frame.columns and "@" not in row.field
    return row.ask(doubt, word, name="" if alone else doubt.sort)


def settled_unit(cell: Cell, said: str, row: Row, column: str) -> str:
    """Return the unit that counts of a value whose format shows one, in a column that says
    another.
    """
    if not isinstance(cell, Shown) or not said or not column or is_same(said, column):
        return said
    answer = _ask(doubts_of_numbers.shown(column, said), cell.words, row)
    return said if answer == doubts_of_numbers.CELL else ""


def _asked(said: str, found: Amount | None, row: Row, column: str, *, number: Decimal) -> Amount:
    """The number with the unit that is meant, of a cell that says another than its column, or one
    that nobody knows.
    """
    answer = _ask(doubts_of_numbers.shown(column, found.unit if found else ""), said, row)
    return Amount(number) if answer == doubts_of_numbers.COLUMN or found is None else found


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
                words="; ".join(
                    said for lang in LATIN_FIRST if (said := LANGUAGES[lang].cells.understood)
                ),
            )
        ) from None


_WORDS: Final = re.compile(r"[^\W\d_]{2,} \d|\d\D* [^\W\d_]{3,}")


_MONEY_BEHIND: Final = re.compile(r"^([-−]?)\s*(\d[\d.,]*)\s*([₹$¥€])$")
"""Money with its sign behind it, as much of Europe writes it: 12.50 €."""


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
    plain = _plain(cell, row) if isinstance(cell, Shown) else _with_point(cell, row)
    if isinstance(plain, Decimal):
        return Printed(plain)
    if not isinstance(plain, str) or plain_number(plain) is not None:
        return Printed(readers.number(plain, row.manner))
    text = _text(plain, row)
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
    rf"^(?:~|～|〜|[>≥≤]=?|<=|{either(lambda language: language.cells.hedges.before)})\s*|"
    rf"\s*(?:{either(lambda language: language.cells.hedges.behind)})$",
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
    texts = [cell for cell in cells if isinstance(cell, str) and not isinstance(cell, Shown)]
    found = [match[0] for text in texts for match in _DECIMAL_COMMA.finditer(text)]
    return any("." in number for number in found) or (
        bool(found) and not any(_DECIMAL_POINT.search(text) for text in texts)
    )


def doubtful_points(rows: Sequence[Sequence[Cell]]) -> frozenset[str]:
    """Return the texts such as 1.020 that stand in a row or a column of values whose other numbers
    are whole and of hundreds: 850, 1.020, 1200.
    Rows are of one length.
    """
    lines = (*rows, *zip(*rows, strict=True))
    return frozenset(text for line in lines for text in _dotted(line))


def _dotted(line: Sequence[Cell]) -> Iterable[str]:
    texts = [text_of(cell).strip() for cell in line if not isinstance(cell, Shown)]
    found = set(filter(_ONE_POINT.fullmatch, texts))
    others = filterfalse(found.__contains__, texts)
    numbers = [number for number in map(plain_number, others) if number is not None]
    return found if numbers and all(map(_is_of_hundreds, numbers)) else ()


def _is_of_hundreds(number: Decimal) -> bool:
    return number >= _HUNDRED and number == number.to_integral_value()


_ONE_POINT: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_HUNDRED: Final = 100


def _with_point(cell: Cell, row: Row) -> Cell:
    """A number as we write it, of a table in which the comma stands before decimals; whether it
    does is asked.
    """
    if not isinstance(cell, str) or not _is_in_doubt(cell, row.frame):
        return cell
    if (
        row.ask(doubts_of_numbers.decimal_sign(), cell.strip()[:30], name="decimal")
        != doubts_of_numbers.COMMA
    ):
        return cell
    return _SPACED_COMMA.sub(
        lambda found: f"{found[1].replace('.', '')}.{found[2]}",
        _DOTTED.sub(lambda found: found[0].replace(".", ""), cell),
    )


def _is_in_doubt(text: str, frame: Frame) -> bool:
    """Whether nobody can tell what the comma or the point in a number is."""
    if text.strip() in frame.doubtful_points:
        return True
    return frame.decimal_comma and re.search(r"\d[.,]\d", text) is not None


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
