"""Cells and the plain values they stand for, before anybody asks what a person may have meant."""

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from lohum_brief.exchange.sheets import Cell

_RISKY: Final = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_EXACT_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")


_ERROR: Final = re.compile(
    r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|"
    r"UNKNOWN!|EXTERNAL!|PYTHON!|TIMEOUT!|"
    r"GETTING_DATA|ERROR!)|Err:[0-9]{3}|#{3,}"
)


def shown_error(text: str) -> str:
    """The error that a spreadsheet shows in a cell, where that was saved as a text or copied; ####
    is a column too narrow.
    """
    return text.strip()[:20] if text[:1] in "#E \t" and _ERROR.fullmatch(text.strip()) else ""


def escaped(text: str) -> str:
    """A text as it may stand in CSV: what a spreadsheet would take for a formula has an apostrophe
    in front.
    """
    return "'" + text if _RISKY.match(text) else text


def unescaped(text: str) -> str:
    """What `escaped` was given."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text


def number_of(value: float) -> Decimal:
    """The number that a cell shows: spreadsheets keep and show fifteen digits, whatever a float has
    beyond them.
    """
    return Decimal(format(value, ".15g"))


def exact_number(value: int | Decimal) -> bool:
    """Whether a cell that holds the number as a float gives it back, to the last zero."""
    return str(number_of(float(value))) == str(value)


def plain_number(text: str, *, exact: bool = False) -> Decimal | None:
    """The number that a program has written; None for all else.

    1.23E+09 is one in a table of ours (`exact`) only: a spreadsheet that writes so has left digits
    out.
    """
    return Decimal(text) if (_EXACT_NUMBER if exact else _NUMBER).fullmatch(text) else None


def text_of(cell: Cell) -> str:
    """A cell as a text: numbers as they are shown, dates in ISO form."""
    match cell:
        case str():
            return cell
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return f"{number_of(cell):f}"
        case dt.datetime():
            return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
    return cell.isoformat()
