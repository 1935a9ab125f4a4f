"""Times of day, and a day with its time."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import Final

from lohum_brief.language.either import either
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.parsing.dates import DAY_SIGNS, find_date
from lohum_brief.language.rooms.clocks import Clocks, at, refuse
from lohum_brief.language.source import UnreadableError, folded, shown
from lohum_brief.message import msg

_CLOCK: Final = re.compile(r"([0-9]{1,2})(?::([0-9]{2})(?::([0-9]{2})(?:\.0+)?)?)?")
_ENGLISH: Final = re.compile(
    r"([0-9]{1,2})(?:[:.]([0-9]{2})(?::00)?)? ?(?:(a)\.? ?m\.?|(p)\.? ?m\.?|noon|midnight)",
    re.IGNORECASE,
)
_HALF_FIRST: Final = re.compile(r"([ap])\.?m\.? ?([0-9]{1,2}(?:[:.][0-9]{2})?)", re.IGNORECASE)
"""As Japan writes it: AM 9:00."""
_HOURS: Final = re.compile(
    r"([0-9]{1,2}?)(?:[:.]?([0-9]{2}) ?(?:hrs?\.?|hours|h)|h([0-9]{2}))", re.IGNORECASE
)


@cache
def _cuts() -> re.Pattern[str]:
    """Return what stands between a day and its time."""
    return re.compile(
        rf"(?<=[0-9])T(?=[0-9])|,? (?:{either(lambda language: language.clocks.from_day)})?|"
        rf"(?<=[{DAY_SIGNS})])(?=[^ )])"
    )


def time(text: str) -> dt.time:
    """Read a time of day: 14:30, 2:30 pm, 1430 hrs, 午後2時30分, 14時半, दोपहर 2:30 बजे, साढ़े दस
    बजे.

    Without a part of the day the clock has 24 hours. Raises UnreadableError; also for 2 बजे, the
    afternoon to nearly all, for 午後12時, noon to some and midnight to others, and for a time with
    its zone.
    """
    found = _time(folded(text), text)
    if found is None:
        refuse(text)
    return found


def moment(text: str, *, day_first: bool | None = None) -> dt.datetime:
    """Read a day with its time behind or before it. Raises UnreadableError, AmbiguousDateError."""
    body = folded(text)
    for cut in _cuts().finditer(body):
        before, behind = body[: cut.start()], body[cut.end() :]
        for date, clock in ((before, behind), (behind, before)):
            when = _time_or_none(clock)
            day = None if when is None else find_date(date, day_first=day_first)
            if when is not None and day:
                return dt.datetime.combine(day, when)
    raise UnreadableError(
        msg(
            "“{text}” is not a day with its time: write it as 2025-07-10 14:30 or 10 July 2025, "
            "2:30 pm.",
            text=shown(text),
        )
    )


def _time_or_none(clock: str) -> dt.time | None:
    try:
        return _time(clock, clock)
    except UnreadableError:
        return None


def _time(body: str, text: str) -> dt.time | None:
    if (found := _CLOCK.fullmatch(body)) and found[2]:
        return at(int(found[1]), int(found[2]), text, int(found[3] or 0))
    if found := _HOURS.fullmatch(body):
        return at(int(found[1]), int(found[2] or found[3]), text)
    if found := _HALF_FIRST.fullmatch(body):
        body = f"{found[2]} {found[1]}m"
    if found := _ENGLISH.fullmatch(body):
        return _english(found, text)
    for read in _readers():
        if (when := read(body, text)) is not None:
            return when
    return None


@cache
def _readers() -> tuple[Callable[[str, str], dt.time | None], ...]:
    """Return how the languages read times that have words of their own for them."""
    every = [language.clocks for language in LANGUAGES.values()]
    return tuple(clocks.time for clocks in every if type(clocks).time is not Clocks.time)


def _english(found: re.Match[str], text: str) -> dt.time:
    hour, minute = int(found[1]), int(found[2] or 0)
    if not 1 <= hour <= 12:
        refuse(text)
    if found[3] or found[4]:
        return at(hour % 12 + (12 if found[4] else 0), minute, text)
    if (hour, minute) != (12, 0):  # 12 noon, 12 midnight
        refuse(text)
    return dt.time(12 if "noon" in found[0].lower() else 0)
