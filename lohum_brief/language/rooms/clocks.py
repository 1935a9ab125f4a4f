"""How times of day are said in a language, to be read; 14:30 and 2:30 pm are read alike in all."""

import datetime as dt
from collections.abc import Mapping
from typing import NoReturn

import msgspec

from lohum_brief.language.source import UnreadableError, shown
from lohum_brief.message import msg


class Clocks(msgspec.Struct, frozen=True, kw_only=True):
    """Fragments of patterns are parted by | and stand in the middle of what they are part of."""

    noon: tuple[str, ...] = ()
    midnight: tuple[str, ...] = ()
    """The end of a day."""
    last: str = "(?!)"
    """What else says the end of a day: 24:00 with its word."""
    joint: str = "(?!)"
    """What stands between the two ends of a span of time."""
    around: str = "(?!)"
    """What stands around both, and says nothing more."""
    opening: str = "(?!)"
    """What stands behind a beginning whose end is not said."""
    next_day: str = "(?!)"
    """What says that an end is on the day after, before it or behind."""
    struck: str = ""
    """The word for hours, with the space before it, which may stand behind the second end only."""
    of_twelve: bool = False
    """Whether hours are counted to twelve without saying so: two is the afternoon to nearly all."""
    zones: Mapping[str, str] = {}
    """How a time says that it is of a zone, for zones of the tz database."""
    other_zones: str = ""
    """How it says that it is of a zone where no visit takes place."""
    part: str = ""
    """What says a part of the day, wherever it stands."""
    face: str = ""
    """What stands behind the hour of a clock that need not be the one of 24 hours."""
    closing: str = ""
    """Signs that may close a time of day."""
    from_day: str = ""
    """What stands between a day and its time."""
    hours: str = ""
    """The hours that something lasts."""
    minutes: str = ""
    """The minutes that something lasts."""
    half: str = ""
    """What stands behind hours for half an hour more."""
    more: str = ""
    """What stands between hours and minutes, with the space behind it."""
    roughly: str = ""
    """Signs for about that may stand before how long something lasts."""
    halves: Mapping[str, int] = {}
    """What is said of the half of the day, in small letters without dots, with the hour that it
    begins at.
    """
    about: str = ""
    """What says before a time that it is about then."""
    about_behind: str = ""
    tentative: str = ""
    """What says so in brackets behind it."""
    ends: str = ""
    """Signs with which a time may end before that."""
    clocked: str = ""
    """What only times on the clock have, where they are told in words."""
    later: str = ""
    """The word for days in how many of them later an end is: 00:30 + 1 day."""
    day_after: str = ""
    """What stands behind a time of the day after."""
    lengths: Mapping[str, str] = {}
    """Words that stand for a number of hours or minutes."""

    def time(self, body: str, text: str) -> dt.time | None:
        """Read a folded text as a time of day in the words of the language; None where it is none.

        Raises UnreadableError, with `text`, for what means several times, or none.
        """
        _ = body, text
        return None

    def hour(self, body: str) -> tuple[int, int] | None:
        """Return the hour and minutes that are said with the word for hours and without a part of
        the day; None where there are none.
        """
        _ = body
        return None

    def completed(self, body: str) -> str:
        """Return an end of a span with the word for hours, where that may be left out."""
        return body

    def halved(self, body: str) -> bool:
        """Return whether a text says in which half of the day its time is."""
        _ = body
        return False


def at(hour: int, minute: int, text: str, second: int = 0) -> dt.time:
    """Return a time of day. Raises UnreadableError where there is none."""
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        refuse(text)


def within(hour: int, hours: tuple[int, ...]) -> int:
    """Return the hour that is meant in a part of the day; 24 where it has no such one."""
    meant = [hour]
    if 1 <= hour < 12:
        meant.append(hour + 12)
    if hour == 12 and 23 in hours and 0 in hours:  # twelve at night
        meant.append(0)
    return next((one for one in meant if one in hours), 24)


def refuse(text: str) -> NoReturn:
    """Say that a text is no time of day."""
    raise UnreadableError(
        msg(
            "“{text}” is not a time of day: write it on the 24-hour clock, as 14:30.",
            text=shown(text),
        )
    )
