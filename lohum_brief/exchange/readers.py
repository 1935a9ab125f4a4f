"""What a cell says, as the value of its field: numbers, dates and words as people write them in
three languages.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeVar

from lohum_brief.errors import BriefError
from lohum_brief.exchange import choices
from lohum_brief.exchange.cells import number_of, plain_number, text_of, unescaped
from lohum_brief.exchange.fields import (
    CellError,
    Column,
    UnsettledDateError,
    read_json,
    read_states,
    split_lines,
)
from lohum_brief.exchange.sheets import Cell, Shown
from lohum_brief.language import parsing
from lohum_brief.language.scripts import clean
from lohum_brief.message import clause, listed, msg
from lohum_brief.visit import labels
from lohum_brief.visit.explaining import legible

_ISO_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_ISO_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?")

T = TypeVar("T")


class Manner(NamedTuple):
    """How cells are to be read."""

    exact: bool = False
    """The table was written by this program: texts are taken as they stand."""
    escaped: bool = False
    """Apostrophes protect texts from spreadsheets."""
    day_first: bool | None = None


def text(cell: Cell, manner: Manner) -> str:
    """A cell as a text: without the space around it, unless the table is ours."""
    found = cell if isinstance(cell, str) else text_of(cell)
    if manner.escaped:
        found = unescaped(found)
    if manner.exact:
        return found
    return (found if found.isprintable() else clean(found)).strip()


def value(cell: Cell, column: Column, manner: Manner) -> Any:
    """What a cell says that is not empty. Raises CellError or another BriefError that says why it
    cannot be read.
    """
    if read := _OF_CELL.get(column.sort):
        return read(cell, manner)
    said = text(cell, manner)
    match column.sort:
        case "lines":
            return split_lines(said)
        case "words":
            return _words(said, column)
        case "states":
            return read_states(said)
        case "json":
            return read_json(said, column.type)
        case "choice":
            return choice(column, said)
        case _:
            return said


def _words(said: str, column: Column) -> tuple[str, ...]:
    words = tuple(part for part in re.split(r"[\s,;、，；]+", said) if part)
    return tuple(choice(column, word) for word in words) if column.choices else words


class UnknownWordError(CellError):
    """A word that is not in the closed list of its field."""


def choice(column: Column, said: str) -> str:
    """One of the words that the model knows. Raises UnknownWordError that lists them as people call
    them.
    """
    found = choices.choice(column.path, said, column.choices)
    if found is None:
        known = listed(labels.choice(column.path, one) for one in column.choices if one)
        raise UnknownWordError(
            msg("“{value}” is none of {known}", value=legible(said, 60), known=known)
        )
    return found


def country(said: str) -> str:
    """The code of a country by its code or name."""
    found = choices.country(said)
    if found is None:
        raise CellError(
            msg(
                "“{name}” is not a country that is known; write its code, such as JP or IN",
                name=legible(said, 60),
            )
        )
    return found


def number(cell: Cell, manner: Manner) -> Decimal:
    """An exact number: of a float the digits that the cell shows."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise CellError(msg("“{value}” is not a number", value=text_of(cell)))
    if not isinstance(cell, str):
        return number_of(cell)
    said = text(cell, manner)
    found = plain_number(said, exact=manner.exact)
    if found is None:
        found = parsing.number(said)
    return found


def whole(cell: Cell, manner: Manner) -> int:
    """A number without a fraction; of one that is shown with a word, such as 30 seats, the
    number.
    """
    cell = cell.number if isinstance(cell, Shown) and cell.number else cell
    found = number(cell, manner)
    if found != found.to_integral_value() or abs(found) >= 10**12:
        raise CellError(msg("“{value}” is not a whole number", value=text_of(cell)))
    return int(found)


def flag(cell: Cell, manner: Manner) -> bool:
    """Yes or no."""
    said = text(cell, manner)
    found = choices.flag(said)
    if found is None:
        raise CellError(msg("“{value}” is neither yes nor no", value=legible(said, 60)))
    return found


def date(cell: Cell, manner: Manner) -> dt.date:
    """A day; of a time on a day, the day."""
    match cell:
        case dt.datetime():
            return cell.date()
        case dt.date():
            return cell
        case str():
            said = text(cell, manner)
            if _ISO_DATE.fullmatch(said):
                return _calendar(dt.date.fromisoformat, said)
            try:
                return parsing.date(said, day_first=manner.day_first)
            except parsing.AmbiguousDateError as error:
                raise _unsettled(error) from None
    raise CellError(msg("“{value}” is not a date", value=text_of(cell)))


def moment(cell: Cell, manner: Manner) -> dt.datetime:
    """A day with its time."""
    match cell:
        case dt.datetime():
            return cell
        case dt.date() if manner.exact:  # a workbook does not tell midnight from no time
            return dt.datetime.combine(cell, dt.time())
        case str():
            said = text(cell, manner)
            if _ISO_MOMENT.fullmatch(said):
                return _calendar(dt.datetime.fromisoformat, said)
            try:
                return parsing.moment(said, day_first=manner.day_first)
            except parsing.AmbiguousDateError as error:
                raise _unsettled(error) from None
    raise CellError(msg("“{value}” is not a day with its time", value=text_of(cell)))


def clock(cell: Cell, manner: Manner) -> dt.time:
    """A time of day."""
    match cell:
        case dt.datetime():
            return cell.time()
        case dt.time():
            return cell
        case str():
            said = text(cell, manner)
            if re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?", said):
                return dt.time.fromisoformat(said.rjust(5 if said.count(":") == 1 else 8, "0"))
            start, minutes = parsing.timespan(said)
            if minutes is None:
                return start
    raise CellError(msg("“{value}” is not a time of day", value=text_of(cell)))


def period(cell: Cell, manner: Manner) -> str:
    """A day, month, year or fiscal year, as records store it."""
    said = text(cell, manner)
    if manner.exact:
        return said
    try:
        return parsing.period(said)
    except parsing.AmbiguousDateError:
        return date(said, manner).isoformat()
    except parsing.UnreadableError:
        if manner.day_first is None:
            raise
        return date(said, manner).isoformat()


def _unsettled(error: BriefError) -> UnsettledDateError:
    return UnsettledDateError(
        msg(
            "{why}; say for the whole table whether days or months come first",
            why=clause(error.message),
        )
    )


def _calendar(read: Callable[[str], T], said: str) -> T:
    try:
        return read(said)
    except ValueError:
        raise CellError(msg("“{value}” is a day that does not exist", value=said)) from None


_OF_CELL: Final[Mapping[str, Callable[[Cell, Manner], object]]] = {
    "number": number,
    "whole": whole,
    "flag": flag,
    "date": date,
    "moment": moment,
}
"""What reads the cells of sorts that need not be texts."""
