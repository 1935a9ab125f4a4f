"""What no line parts though Unicode would: numbers with their units, counters and large units,
dates, ranges, names with their honorifics.

A typed text has plain spaces, so this reads the text by the words of its language
(`rooms.breaking`), and those that set no spaces read it themselves. It errs on the side of holding
together what is short: a number and the word behind it are nearly always one thing (5 MWh, 74 सदस्य,
30種類).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.rooms.breaking import Held

_FIGURE: Final = "[0-9०-९]"
_LONGEST: Final = 14
"""Letters of a word that is held to the number before it; a longer one would tear holes into narrow
columns.
"""


_HALVES: Final = (" a.m.", " p.m.")
_SPACED: Final = re.compile(
    rf"{_FIGURE}(?:(?:[0-9०-९.,:/–-]|(?<={_FIGURE}) (?={_FIGURE}{{3}}(?!{_FIGURE})))*{_FIGURE})?"
)
"""A number in a language that sets spaces, with spaces between groups of three digits.

What follows it is read word by word: one pattern of all that took a hundredth of an export to
compile.
"""
_YEAR: Final = re.compile(rf",? {_FIGURE}{{4}}(?!{_FIGURE})")
_AGAINST: Final = frozenset("%+°")
"""What stands against a number, behind it."""
_ORDINALS: Final = ("st", "nd", "rd", "th")
_ORDINAL: Final = frozenset("snrt")
_UNITS_BEHIND: Final = (" %", " °", " µ", " ₂")
_DOTTED: Final = frozenset(
    ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Cr"]
)
"""Words with a full stop of their own."""

_OPENING: Final = "(“‘[«\"'"
_MONEY: Final = ("₹", "¥", "$", "€")

_LIMITS: Final = ("超", "以上", "以下")


_MARKED: Final = 24
"""Characters of a bracket that is held together."""


@cache
def _dialled() -> re.Pattern[str]:
    return re.compile(r"\+[0-9][0-9 ()\u00a0-]{5,}[0-9]")


_SIGNS: Final = frozenset("₹¥€$£−±≈~<>")
"""What stands against a number, before it."""


_LEADING: Final = _SIGNS | {" "}
_FOLLOWING: Final = _AGAINST | _ORDINAL | {" ", ","}
"""The characters beside a number with which what belongs to it begins."""


def bound(text: str, lang: Lang, *, narrow: bool = False) -> set[int]:
    """Return the places of a text, counted in characters before them, where no line may break.

    With `narrow` only what is within one number, and between it and its unit or counter. What is
    held ends with the line, so that many texts can be asked for at once, a line each.
    """
    own = LANGUAGES[lang].breaking
    if own.bound is not None:
        found = own.bound(text, narrow=narrow)
    else:
        # A space that ends a text, as most words have one, parts nothing.
        found = _bound_spaces(text, own.held) if not narrow and " " in text[:-1] else set()
    if "+" in text or "[" in text or "［" in text:
        whole = {place for start, end in _wholes(text) for place in range(start + 1, end)}
        found |= whole if own.bound is not None else _at_spaces(whole, text)
    return found


def _at_spaces(places: set[int], text: str) -> set[int]:
    return {place for place in places if text[place - 1] == " "}


def _bound_spaces(text: str, held: Held) -> set[int]:
    return {*_of_numbers(text, held), *_of_titles(text, held), *held.more(text)}


def _wholes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers that are dialled begin and end, +91 11 2345 6789, and short brackets of
    our own: [unit: bar], ［単位：mg］.
    """
    for match in _dialled().finditer(text) if "+" in text else ():
        yield match.span()
    for opening, closing in ("[]", "［］"):
        place = text.find(opening)
        while place >= 0:
            end = text.find(closing, place, place + _MARKED)
            if end > 0 and "\n" not in text[place:end]:
                yield place, end + 1 + _limit(text, end + 1)
            place = text.find(opening, place + 1)


def _limit(text: str, place: int) -> int:
    """Return the length of what limits the number before it there: more than so many."""
    return next((len(limit) for limit in _LIMITS if text.startswith(limit, place)), 0)


def _of_numbers(text: str, held: Held) -> Iterator[int]:
    plain = text.replace("\u00a0", " ")
    stop = 0
    while (match := _SPACED.search(plain, stop)) is not None:
        start, stop = match.span()
        # Of many numbers each has a line for itself: nothing is beside it.
        if text[start - 1 : start] in _LEADING:
            start = _before(text, start, held)
        if plain[stop : stop + 1] in _FOLLOWING:
            stop = _behind(plain, stop, held)
        place = text.find(" ", start, stop)
        while place >= 0:
            yield place + 1
            place = text.find(" ", place + 1, stop)


def _before(text: str, start: int, held: Held) -> int:
    """Return where what belongs to a number begins that begins there: a sign, a month, a word such
    as No. or about.
    """
    if text[start - 1] in _SIGNS:
        start -= 3 if text.endswith("US", 0, start - 1) else 1
    if text[start - 1 : start] != " ":
        return start
    place = text.rfind(" ", 0, start - 1) + 1
    place = max(place, text.rfind("\n", place, start - 1) + 1)
    word = text[place : start - 1].lstrip(_OPENING)
    if word not in held.before:
        return start - 2 if word.endswith(_MONEY) else start
    place = start - 1 - len(word)
    first = held.pairs.get(word)
    if first is None:
        return place
    if text.endswith(f"{first} ", 0, place):
        return place - len(first) - 1
    return start if held.only_pairs else place


def _of_titles(text: str, held: Held) -> Iterator[int]:
    for title in held.titles:
        place = text.find(title)
        while place >= 0:
            end = place + len(title)
            if not place or not text[place - 1].isalnum():
                yield end
                yield from held.of_name(text, end)
            place = text.find(title, end)


def _behind(text: str, stop: int, held: Held) -> int:
    """Return where what belongs to a number ends that ends there: a second number, a month and
    year, large units, a unit.
    """
    stop = _against(text, stop)
    if text[stop : stop + 1] not in (" ", ","):
        return stop
    place, word = _word(text, stop, held)
    second = _second(text, stop, place if word else stop + 2, held)
    if second > stop:
        stop = second
        place, word = _word(text, stop, held)
    if text.startswith(",", stop):
        place, word = _month(text, stop, held)
    if word in held.months or (not word and place == stop and text.startswith(", ", stop)):
        year = _YEAR.match(text, place)
        return year.end() if year else place
    while word in held.scales:
        stop = place
        place, word = _word(text, stop, held)
    return _unit(text, stop, (place, word), held)


def _against(text: str, stop: int) -> int:
    """Return the end of what stands against a number: 5%, 21st."""
    first = text[stop : stop + 1]
    if first in _AGAINST:
        return stop + 1
    return stop + 2 if first in _ORDINAL and text.startswith(_ORDINALS, stop) else stop


def _month(text: str, stop: int, held: Held) -> tuple[int, str]:
    """Return the month behind a comma, and where it ends."""
    place, word = _word(text, stop + 1, held)
    return (place, word) if word in held.months else (stop, "")


def _second(text: str, stop: int, joint: int, held: Held) -> int:
    """Return where a second number ends that is one range or one quantity with the first; what
    joins them ends at `joint`.
    """
    if text[stop + 1 : joint] in held.joints and text.startswith(" ", joint):
        second = _SPACED.match(text, joint + 1)
        if second:
            return second.end() + text.startswith("%", second.end())
    return stop


def _unit(text: str, stop: int, found: tuple[int, str], held: Held) -> int:
    """Return where a unit ends that begins with the word `found`, which has its end before it."""
    place, word = found
    if not word:
        return stop + 2 if text.startswith(_UNITS_BEHIND, stop) else stop
    if word in held.double:
        end, second_word = _word(text, place, held)
        if second_word in held.double[word]:
            return end
    if text.startswith(_HALVES, stop):
        return _zone(text, stop + len(_HALVES[0]), held)
    if word in held.clocked or (
        stop > 2 and text[stop - 3] == ":" and text[stop - 2 : stop].isdecimal()
    ):
        return _zone(text, place, held)
    return stop if word in held.loose or len(word) > _LONGEST else place


def _zone(text: str, place: int, held: Held) -> int:
    """Return the end of whose time it is, behind what has been read of a time of day: 10:30 hrs
    IST, 04:30 भारतीय समय.
    """
    end, word = _word(text, place, held)
    return (
        end
        if word in held.zoned or (2 < len(word) < 5 and word.isascii() and word.isupper())
        else place
    )


def _word(text: str, place: int, held: Held) -> tuple[int, str]:
    """Return the letters behind a space and where they end, with the full stop of an abbreviation;
    nothing without a space.
    """
    match = held.letters.match(text, place + 1) if text.startswith(" ", place) else None
    if match is None:
        return place, ""
    word = match[0]
    return match.end() + (word in _DOTTED and text.startswith(".", match.end())), word
