"""Times of day, and a day with its time."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NoReturn

from lohum_brief.language.hi import LANGUAGE as HINDI
from lohum_brief.language.parsing.dates import find_date
from lohum_brief.language.parsing.numbers import number
from lohum_brief.language.source import UnreadableError, folded, shown, spelling
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
_JAPANESE: Final = re.compile(r"(午前|午後)?([0-9]{1,2})(?::([0-9]{2})|時(?:([0-9]{1,2})分|(半))?)")
_PART_JAPANESE: Final = re.compile(
    r"(未明|早朝|朝|昼|夕方|夕|夜|深夜)の?([0-9]{1,2})(?::([0-9]{2})|時(?:([0-9]{1,2})分|(半))?)"
)
_FIGURES: Final = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
_PARTS: Final = {
    spelling(word): hours
    for words, hours in (
        ("सुबह प्रातः प्रात: सवेरे प्रातःकाल", (*range(3, 12),)),
        ("पूर्वाह्न", (*range(12),)),
        ("दोपहर", (*range(11, 17),)),
        ("मध्याह्न", (11, 12, 13)),
        ("अपराह्न", (*range(12, 24),)),
        ("शाम सायं सायंकाल", (*range(16, 21),)),
        ("रात रात्रि", (*range(19, 24), *range(4))),
        ("未明", (*range(6),)),
        ("早朝", (*range(3, 9),)),
        ("朝", (*range(4, 12),)),
        ("昼", (*range(11, 16),)),
        ("夕方 夕", (*range(15, 20),)),
        ("夜", (*range(17, 24), 0)),
        ("深夜", (*range(22, 24), *range(5))),
    )
    for word in words.split()
}
"""The hours that each part of the day can mean."""
_CUTS: Final = re.compile(r"(?<=[0-9])T(?=[0-9])|,? (?:at |on |को )?|(?<=[日)])(?=[^ )])")


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
    for cut in _CUTS.finditer(body):
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
        return _clock(int(found[1]), int(found[2]), text, int(found[3] or 0))
    if found := _HOURS.fullmatch(body):
        return _clock(int(found[1]), int(found[2] or found[3]), text)
    if found := _HALF_FIRST.fullmatch(body):
        body = f"{found[2]} {found[1]}m"
    if found := _ENGLISH.fullmatch(body):
        return _english(found, text)
    squeezed = body.replace(" ", "")
    if squeezed == "正午":
        return dt.time(12)
    if (found := _JAPANESE.fullmatch(squeezed)) and (found[1] or not found[3]):
        hour = int(found[2])
        if found[1] and hour > 11:
            refuse(text)
        minute = 30 if found[5] else int(found[3] or found[4] or 0)
        return _clock(hour + (12 if found[1] == "午後" else 0), minute, text)
    if found := _PART_JAPANESE.fullmatch(squeezed):
        hour = next(
            (
                meant
                for meant in _meant(int(found[2]), _PARTS[found[1]])
                if meant in _PARTS[found[1]]
            ),
            24,
        )
        return _clock(hour, 30 if found[5] else int(found[3] or found[4] or 0), text)
    return _hindi(body.split(), text) if body and "\u0900" <= max(body) <= "\u097f" else None


def _english(found: re.Match[str], text: str) -> dt.time:
    hour, minute = int(found[1]), int(found[2] or 0)
    if not 1 <= hour <= 12:
        refuse(text)
    if found[3] or found[4]:
        return _clock(hour % 12 + (12 if found[4] else 0), minute, text)
    if (hour, minute) != (12, 0):  # 12 noon, 12 midnight
        refuse(text)
    return dt.time(12 if "noon" in found[0].lower() else 0)


def _hindi(words: list[str], text: str) -> dt.time | None:
    """[part of the day] hour बजे, hour बजकर minutes मिनट, or hour:minutes and the part of the day
    behind it.
    """
    hours, minutes = None, 0
    if words[:2] == ["दोपहर", "बाद"]:
        words = ["अपराह्न", *words[2:]]
    if words[1:] and words[-1] == "पर":
        words = words[:-1]
    if spelling(words[0]) in _PARTS:
        hours, words = _PARTS[spelling(words[0])], words[1:]
    if hours is None and words and spelling(words[-1]) in _PARTS:
        hours, words = _PARTS[spelling(words[-1])], words[:-1]
        words = words[:-1] if words[-1:] == ["बजे"] else words
    elif words[-1:] == ["बजे"]:
        words = words[:-1]
    elif "बजकर" in words and words[-1] == "मिनट":
        at = words.index("बजकर")
        minutes, words = int(_number(words[at + 1 : -1], text)), words[:at]
    else:
        return None
    hour, more = _hour(words, text)
    minutes += more
    if hours is None and 1 <= hour <= 5 and not words[0].startswith("0"):
        refuse(text)
    if hours is not None:
        hour = next((meant for meant in _meant(hour, hours) if meant in hours), 24)
    return _clock(hour, minutes, text)


def _hour(words: list[str], text: str) -> tuple[int, int]:
    """Return an hour and its minutes, in figures or words."""
    if found := _FIGURES.fullmatch(" ".join(words)):
        return int(found[1]), int(found[2])
    quarters = _number(words, text) * 4  # साढ़े दस is half past ten
    if quarters % 1:
        refuse(text)
    return int(quarters) // 4, int(quarters) % 4 * 15


def oclock(body: str) -> tuple[int, int] | None:
    """Return the hour and minutes that stand before बजे, as they are said; None where a part of the
    day is said too, or no hour.
    """
    words = body.removesuffix(" पर").split()
    if len(words) < 2 or words[-1] != "बजे" or is_part_of_day(body):
        return None
    try:
        return _hour(words[:-1], body)
    except UnreadableError:
        return None


def is_part_of_day(body: str) -> bool:
    """Return whether a text says a part of the day in Hindi, before or behind the clock."""
    return any(spelling(word) in _PARTS for word in body.split())


def _number(words: list[str], text: str) -> Decimal:
    try:
        return number(" ".join(words), HINDI.code)
    except UnreadableError:
        refuse(text)


def _meant(hour: int, hours: tuple[int, ...]) -> Iterator[int]:
    yield hour
    if 1 <= hour < 12:
        yield hour + 12
    if hour == 12 and 23 in hours and 0 in hours:  # twelve at night
        yield 0


def _clock(hour: int, minute: int, text: str, second: int = 0) -> dt.time:
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        refuse(text)


def refuse(text: str) -> NoReturn:
    """Say that a text is no time of day."""
    raise UnreadableError(
        msg(
            "“{text}” is not a time of day: write it on the 24-hour clock, as 14:30.",
            text=shown(text),
        )
    )
