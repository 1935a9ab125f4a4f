"""Rows of a programme: the day of a row or of those above it, clocks in one cell or two, times that
words tell.
"""

import datetime as dt
import re
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.exchange import clocks, days, doubts_of_times, readers
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.questions import LEAVE_OUT
from lohum_brief.exchange.rows import LeftOutError, Row, named, several
from lohum_brief.exchange.sheets import Cell
from lohum_brief.language.either import either, signs
from lohum_brief.language.parsing import TurnedSpanError
from lohum_brief.message import msg
from lohum_brief.visit.records import Group


def item(row: Row) -> None:
    """A start in one cell or two, and minutes or an end."""
    dated = row.cells.get("day", "") != ""
    day = _day_of(row)
    start = row.take_cell("start")
    clock, end = row.take_cell("clock"), row.take_cell("end")
    row.field = "start" if start != "" else "clock"
    begins = start if start != "" else clock
    if begins == "":
        _lasts(None, None, row)
        return
    said = begins
    clocks.refuse_zone(begins, row.visit.particulars.place_zone)
    try:
        begins, minutes = _slot(begins, end, row)
        if isinstance(begins, str) and (told := _told(begins, row)) is not None:
            begins, minutes = _slot(told, end, row)
    except clocks.EndError:
        row.field = "end" if end != "" else row.field
        raise
    when = _risen(_moment(begins, day, row), said, row, dated=dated)
    row.values["start"] = when
    row.frame.end = None
    if minutes is not None:
        row.values["minutes"] = minutes
        row.frame.end = when + dt.timedelta(minutes=minutes)
    _lasts(when, minutes, row)
    groups = row.take("groups")
    if groups:
        row.values["groups"] = several(
            groups, "[;,、，\n]", named(row, Group, row.directory.group), row
        )


def _day_of(row: Row) -> dt.date | None:
    """The day of the row, else that of the row above, else the visit's, which is asked for where it
    has several.
    """
    frame, own = row.frame, row.visit.particulars
    said = row.take_cell("day")
    if said != "":
        above, frame.day, frame.lost = (
            frame.day,
            None,
            True,
        )  # what cannot be read counts for the rows below it neither
        frame.day = days.day(said, row.manner, own, above)
        frame.lost = False
    if frame.day is not None or frame.lost:
        return frame.day
    if own.start is None or (own.end in (None, own.start) and not frame.elsewhere):
        return own.start
    return None


def _moment(begins: Cell, day: dt.date | None, row: Row) -> dt.datetime:
    if isinstance(begins, dt.datetime):
        return begins
    try:
        clock = readers.clock(begins, row.manner)
    except BriefError as error:
        try:
            return readers.moment(begins, row.manner)
        except BriefError as other:
            raise (other if _DATED.search(str(begins)) else error) from None
    if day is None:
        if row.visit.particulars.start is None or "day" in row.frame.columns:
            raise CellError(msg("it says no day; add a column with the date"))
        day = dt.date.fromisoformat(_asked_day(row))
    return dt.datetime.combine(day, clock)


def _asked_day(row: Row) -> str:
    return row.ask(doubts_of_times.day(row.visit, row.frame.elsewhere), name="day")


def _slot(begins: Cell, end: Cell, row: Row) -> clocks.Slot:
    """A start with its end; of an end before it somebody says whether it is in the afternoon:
    11:00–1:00.
    """
    zone = row.visit.particulars.place_zone
    try:
        return clocks.slot(begins, end, row.manner, zone)
    except (clocks.EndError, TurnedSpanError):
        later = (
            None if row.frame.counts_to_24 else clocks.with_later_end(begins, end, row.manner, zone)
        )
        if later is None or later.minutes is None:
            raise
        words = "–".join(readers.text(cell, row.manner) for cell in (begins, end) if cell != "")
        answer = row.ask(
            doubts_of_times.fallen_back(twelve=True), words, field=row.field, name="noon"
        )
        if answer == doubts_of_times.AS_WRITTEN:
            raise
        return (
            later
            if answer == doubts_of_times.AFTERNOON
            else later._replace(minutes=later.minutes + 12 * 60)
        )


def _lasts(when: dt.datetime | None, told: int | None, row: Row) -> None:
    """The duration of its own column, which has to agree with the end where there is one."""
    said = row.take_cell("minutes")
    if said == "":
        return
    minutes = clocks.duration(said, row.manner)
    if told not in (None, minutes):
        raise CellError(msg("the times say {count} minutes", count=told))
    row.values["minutes"] = minutes
    if when is not None:
        row.frame.end = when + dt.timedelta(minutes=minutes)


def _clock_shown(said: Cell, row: Row) -> str:
    if isinstance(said, dt.datetime | dt.time):
        return f"{said:%H:%M}"
    return readers.text(said, row.manner)


def _risen(when: dt.datetime, said: Cell, row: Row, *, dated: bool) -> dt.datetime:
    """The start of a row as it is meant, where the row above of the same day begins later: who
    writes 1:00 may mean 13:00.

    An afternoon on a clock of twelve hours, the night that follows, and a list that is out of order
    look alike.
    """
    frame, group = row.frame, text_of(row.cells.get("groups", ""))
    day, above = when.date(), frame.begun.get((when.date(), group))
    if above is not None and when < above:
        words = _clock_shown(said, row)
        later = when + _HALF
        twelve = (
            not frame.counts_to_24
            and clocks.is_on_either_clock(clocks.plain(said))
            and later.date() == day
            and later >= above
        )
        if twelve or not dated or when.hour < _NIGHT:
            doubt = doubts_of_times.fallen_back(twelve=twelve)
            answer = row.ask(doubt, words, field=row.field, name="noon" if twelve else "night")
            when = {doubts_of_times.AFTERNOON: later, doubts_of_times.NEXT_DAY: when + _DAY}.get(
                answer, when
            )
    frame.begun[when.date(), group] = when
    return when


_HALF: Final = dt.timedelta(hours=12)
_DAY: Final = dt.timedelta(days=1)
_NIGHT: Final = 5
"""Before this hour a day has not begun for most: what stands there below an evening may be of the
next.
"""


_DATED: Final = re.compile(
    rf"\d{{1,4}}[-/.{signs(lambda language: language.reading.dated[0])}]\d{{1,2}}"
    rf"[-/.{signs(lambda language: language.reading.dated[1])}]\d{{1,4}}|"
    r"\d\s*[^\W\d_]{3,}\.?,?\s*\d{4}"
)
_TOLD_BY_CLOCK: Final = re.compile(rf"\d|{either(lambda language: language.clocks.clocked)}")


def _told(begins: str, row: Row) -> dt.time | None:
    """The time that somebody has said for one that is told in words; None where the words have
    figures in them.
    """
    words = readers.text(begins, row.manner)
    if _ABOUT.search(words):
        answer = row.ask(
            doubts_of_times.about_clock(_clock_or_none(_ABOUT.sub("", words).strip(), row)), words
        )
    elif _TOLD_BY_CLOCK.search(words):
        return None
    else:
        answer = row.ask(doubts_of_times.clock(row.frame.end), words)
    if answer == LEAVE_OUT:
        raise LeftOutError(msg("it is left out, as answered"))
    return readers.clock(answer, row.manner)


_ABOUT: Final = re.compile(
    rf"^(?:~|～|〜|{either(lambda language: language.clocks.about)})\s*(?=\S*\d)|"
    rf"(?<=[\d{signs(lambda language: language.clocks.ends)}mM])\s*"
    rf"(?:{either(lambda language: language.clocks.about_behind)}|"
    rf"\(?(?:{either(lambda language: language.clocks.tentative)})\)?)$",
    re.IGNORECASE,
)
"""What says that a time is not exact."""


def _clock_or_none(text: str, row: Row) -> dt.time | None:
    try:
        return readers.clock(text, row.manner)
    except BriefError:
        return None
