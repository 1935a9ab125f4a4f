"""How people come and go: the day, the time and the flight, in one cell or in several.

A half is asked about: on which day somebody arrives at 18:05, and at what time on 8 July.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.exchange import clocks, days, doubts, doubts_of_times, readers
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.questions import LEAVE_OUT
from lohum_brief.exchange.rows import Row
from lohum_brief.exchange.sheets import Cell
from lohum_brief.exchange.vocabulary import WAYS
from lohum_brief.language.either import either
from lohum_brief.message import msg

_FLIGHT: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]{2}|[A-Z][0-9]|[0-9][A-Z])[ -]?[0-9]{2,4}(?![A-Za-z0-9:])"
)
_AROUND_FLIGHT: Final = re.compile(
    r"^[\s,;/()（）、・|-]+|[\s,;/()（）、・|-]+$|\b(?:flight|by|on|at)\b", re.IGNORECASE
)
_LATER: Final = re.compile(
    rf"\s*\(?\+\s*(\d)\)?\s*(?:{either(lambda language: language.clocks.later)})?\s*$|"
    rf"\s*(?:{either(lambda language: language.clocks.day_after)})\s*$"
)
"""A time of the day after, as timetables have it: 00:30+1."""
_NOTHING: Final = re.compile(r"[\s–—―ー-]*")


class _Half(NamedTuple):
    """What is known of a moment."""

    day: dt.date | None = None
    clock: dt.time | None = None
    flight: str = ""
    later: int = 0
    """Days after the one that is named."""


def journeys(row: Row) -> None:
    """Put arrival and departure together from the cells that tell of them."""
    for moment, way in WAYS.items():
        half = _Half()
        for field in (moment, f"{moment}_day", f"{moment}_clock"):
            if (cell := row.take_cell(field)) != "":
                half = _joined(half, _told(cell, row))
        if half.flight and not row.cells.get(way, ""):
            row.values[way] = half.flight
        if half != _Half(flight=half.flight) and (when := _whole(half, moment, way, row)):
            row.values[moment] = when


def _joined(first: _Half, second: _Half) -> _Half:
    """Return what two cells tell together. Raises CellError where they tell two days or times."""
    for one, other in zip(first, second, strict=True):
        if one and other and one != other:
            raise CellError(
                msg(
                    "the cells of one journey say two things: {one} and {other}",
                    one=str(one),
                    other=str(other),
                )
            )
    clock = second.clock if first.clock is None else first.clock
    return _Half(
        first.day or second.day, clock, first.flight or second.flight, first.later or second.later
    )


def _told(cell: Cell, row: Row) -> _Half:
    """Return what a cell tells. Raises BriefError for what is no day, time or flight."""
    match cell:
        case dt.datetime():  # a workbook does not tell midnight from no time
            return _Half(cell.date(), cell.time() if cell.time() != dt.time() else None)
        case dt.date():
            return _Half(cell)
        case dt.time():
            return _Half(clock=cell)
    text = unicodedata.normalize("NFKC", text_of(cell))
    if _NOTHING.fullmatch(text):
        return _Half()
    found = _FLIGHT.search(text)
    flight = found[0] if found else ""
    rest = _stripped(_FLIGHT.sub(" ", text, count=1)) if found else text.strip()
    return _moment(rest, row)._replace(flight=flight) if rest else _Half(flight=flight)


def _stripped(text: str) -> str:
    while (bare := _AROUND_FLIGHT.sub(" ", text).strip()) != text:
        text = bare
    return text


def _moment(text: str, row: Row) -> _Half:
    """Return the day, the time or both that a text tells, the likelier in its column first."""
    later = _LATER.search(text)
    text = text[: later.start()] if later else text
    alone = (_clock, _day) if row.field.endswith("_clock") else (_day, _clock)
    half = _first_of((_whole_moment, *alone), text, row)
    return half._replace(later=int(later[1] or 1)) if later else half


def _first_of(readings: Sequence[Callable[[str, Row], _Half]], text: str, row: Row) -> _Half:
    """Return what the first reading gives that understands a text. Raises what the second raises,
    which is the likelier of those that read one half.
    """
    errors: list[BriefError] = []
    for read in readings:
        try:
            return read(text, row)
        except BriefError as error:
            errors.append(error)
    raise errors[1]


def _whole_moment(text: str, row: Row) -> _Half:
    found = readers.moment(text, row.manner)
    return _Half(found.date(), found.time())


def _clock(text: str, row: Row) -> _Half:
    zone = row.visit.particulars.place_zone
    clocks.refuse_zone(text, zone)
    begins = clocks.slot(text, "", row.manner, zone).begins
    return _Half(clock=readers.clock(begins, row.manner))


def _day(text: str, row: Row) -> _Half:
    return _Half(days.day(text, row.manner, row.visit.particulars, None))


def _whole(half: _Half, moment: str, way: str, row: Row) -> dt.datetime | None:
    """Return the moment, of which somebody says what the table does not; None where nobody does."""
    day, clock = half.day, half.clock
    if half.later and day is None:
        raise CellError(msg("it is on the day after one that is not named"))
    if day is None and clock is not None:
        day = _day_said(clock, moment, row)
    elif clock is None and day is not None:
        clock = _clock_said(day, moment, way, row)
    if day is None or clock is None:
        return None
    return dt.datetime.combine(day, clock) + dt.timedelta(days=half.later)


def _day_said(clock: dt.time, moment: str, row: Row) -> dt.date | None:
    """The day of a time that stands alone, as somebody says; None where it is left out."""
    said = row.ask(
        doubts_of_times.journey_day(row.visit, arrives=moment == "arrives"),
        f"{clock:%H:%M}",
        name=f"{moment} day",
    )
    return None if said == LEAVE_OUT else doubts_of_times.day_of(said)


def _clock_said(day: dt.date, moment: str, way: str, row: Row) -> dt.time | None:
    """The time on a day that stands alone, as somebody says; None where it is left out, and where
    the day is kept with the flight.
    """
    said = row.ask(doubts_of_times.journey_clock(), day.isoformat(), name=f"{moment} time")
    if said == doubts.KEEP:
        flight = row.values.get(way) or row.take(way)
        row.values[way] = ", ".join(filter(None, (flight, day.isoformat())))
    return None if said in (doubts.KEEP, LEAVE_OUT) else doubts_of_times.clock_of(said)
