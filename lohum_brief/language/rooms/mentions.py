"""How numbers stand in running text of a language."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

import msgspec

from lohum_brief.language.mention import Mention

Reader = Callable[[re.Match[str]], Iterator[Mention]]


class Row(NamedTuple):
    needs: tuple[str, ...]
    """One of these is in every text that has such a thing; to look for them is quick."""
    pattern: str
    read: Reader
    digits: bool = True
    """Whether it is in no text without a digit."""


SpokenClock = Callable[[str, int, int, Decimal], Mention | None]


class Mentions(msgspec.Struct, frozen=True, kw_only=True):
    """What is found in texts, beside the numbers in words that tables may have (`reading`)."""

    rows: tuple[Row, ...]
    """Days, times and shares, which are read before any other number is."""
    numbers: Callable[[str], list[Mention]] | None = None
    """Read all numbers of a folded text; None where figures and words are parted by spaces."""
    seen: str = ""
    """Found in every text that has such a number without digits."""
    word: str = r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+"
    """A figure or a word."""
    asides: Mapping[str, int] = {}
    """Words that hold a number, but need none in another language."""
    ordinals: Mapping[str, int] = {}
    endings: tuple[str, ...] = ()
    """What makes an ordinal of a number in words."""
    dozens: Mapping[str, int] = {}
    numerators: Mapping[str, int] = {}
    """How many parts of a whole are spoken of."""
    parts: Mapping[str, int] = {}
    """Into how many parts the whole is divided: third, quarter."""
    months: Mapping[str, int] = {}
    """Short forms that only texts have, beside a figure."""
    measures: tuple[tuple[str, str, str], ...] = ()
    """Units that only texts have, and inflected forms of others: a unit, how many of it are meant,
    and the names, parted by spaces and written without any.
    """
    rough_measures: tuple[tuple[str, str, str], ...] = ()
    """The same for units that others are converted into only roughly."""
    between: str = ""
    """The words between two numbers of which one says the unit of both, with the spaces around
    them.
    """
    by_year: str = ""
    """What stands around a year Y between two numbers, each of another year."""
    joints: tuple[str, ...] = ()
    """What stands between hours and minutes, with its spaces."""
    vague: tuple[str, ...] = ()
    """Words that say of a number only that it is more than one."""
    indian: tuple[str, ...] = ()
    """Large units that only India has."""
    half_before: str = ""
    """What stands before a large unit and says a half or a quarter of it, or one."""
    articles: tuple[str, ...] = ()
    """Of these, what says one."""
    one: str = ""
    """The word that a large unit alone stands for one of."""
    clock: SpokenClock | None = None
    """The time of day that a number in words is."""
    halves: bool = False
    """Whether a half follows: two and a half million, a million and a half."""
    naming: str = ""
    """Found directly before a number that is part of a name: Article 12 is no amount."""
    placing: str = ""
    """Found directly behind a number that counts nothing: an ordinal, a year, a day."""
