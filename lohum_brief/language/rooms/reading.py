"""What people write in a language for numbers, months, days and units, beside what is printed and
said.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

import msgspec


class Scaled(NamedTuple):
    """A number, and what stands behind its figures: 34,000 crore has the scale crore."""

    value: Decimal
    scale: Decimal | None = None
    """1 for figures alone; None where the number is in words, or in parts such as 3億4,000万."""


class Numerals(NamedTuple):
    """Numerals that are no words and no figures."""

    seen: re.Pattern[str]
    """Found in every text that has them."""
    read: Callable[[str, str], Scaled]
    """Read a folded text without spaces; messages show the second, of which it may be a part."""


class Period(NamedTuple):
    """A year, the month of one, or the fiscal year that begins in it."""

    year: int
    month: int | None = None
    fiscal: bool = False


class Calendar(NamedTuple):
    """Days and periods that are counted in signs of the language, or by eras."""

    date: Callable[[str, str], dt.date | None]
    """Read a folded text as a day; messages show the second."""
    period: Callable[[str], Period | None]
    """Read a folded text as a period."""
    signs: Mapping[int, str]
    """Signs that stand for several letters, as `str.translate` takes them."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Words are parted by spaces, `~` stands for a space within one; each may be in any spelling
    that is usual.
    """

    numbers: Mapping[str, int] = {}
    """Numbers by their words."""
    fractions: Mapping[str, str] = {}
    """Words for numbers that are not whole."""
    changes: Mapping[str, str] = {}
    """Words that change the number behind them by a part of it."""
    scales: tuple[tuple[int, str], ...] = ()
    """Large units, the largest first."""
    hundred_alone: bool = False
    """Whether a hundred needs no one before it."""
    compounds: bool = False
    """Whether tens and ones are two words: twenty three."""
    points: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    """Words for a number below zero."""
    signs: tuple[str, ...] = ()
    """What stands against such a number."""
    numerals: Numerals | None = None
    calendar: Calendar | None = None
    months: Mapping[str, int] = {}
    """Further names of months and their short forms."""
    weekdays: tuple[str, ...] = ("", "", "", "", "", "", "")
    """Further names of each weekday, from Monday."""
    weekday: tuple[str, str] = ("", "")
    """Patterns of a weekday in signs, behind a date and in brackets behind one."""
    holiday: str = ""
    """What may stand behind a weekday in brackets."""
    dated: tuple[str, str, str] = ("", "", "")
    """The signs behind the year, the month and the day of a date in figures."""
    fiscal: str = ""
    """What stands before fiscal years, as a pattern."""
    fiscal_seen: tuple[str, ...] = ()
    """One of these is in every text that has such a year."""
    as_of: str = ""
    """What says that something was so at a time, before it or behind."""
    joint: str = ""
    """What joins the words of a number: two hundred and five."""
    centuries: bool = False
    """Whether the hundreds of years are counted: nineteen ninety-nine."""
    no_tens: str = ""
    """What stands for nought in such a year: nineteen oh five."""
    per: str = ""
    """What stands between a unit and the span of time or the thing that it is of."""
    to: str = ""
    """What stands between the two numbers of a range, with its spaces."""
    units: Mapping[str, str] = {}
    """Further names of units and of the spans of time that they are counted by."""
    large: tuple[str, ...] = ()
    """What a unit may begin with that is a large unit itself."""
    symbols: Mapping[str, str] = {}
    """What stands before an amount of a unit, besides what is printed."""
    closed_range: str = ""
    """A pattern of a range that is closed behind, with the range as its group."""
    said: Mapping[str, tuple[str, str]] = {}
    """What is written before and behind a number for how exact it is, besides what is printed, each
    parted by |.
    """
    below: tuple[str, str] = ("", "")
    """The same for less than, which no record says of a number."""
