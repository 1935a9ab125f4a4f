"""From when to when: 2:00-3:00 pm, 1430 hrs - 1530 hrs, 午後3時～4時, सुबह 10 से 11 बजे तक, 10:30
pm - 12:30 am.

What is said of one end counts for the other: pm behind both, 午後 before both. Where both have only
a face of the clock, they are on the clock of 24 hours. Dots are minutes here, and four figures a
clock, for nothing else is expected.
"""

import datetime as dt
import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Final, Literal, NamedTuple, NoReturn

from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.parsing.times import time
from lohum_brief.language.rooms.clocks import Clocks, refuse
from lohum_brief.language.source import UnreadableError, folded
from lohum_brief.message import msg

_DAY: Final = 24 * 60


class TurnedSpanError(UnreadableError):
    """A span whose end lies before its start."""


class Timespan(NamedTuple):
    """A start, and how long it lasts; None where no end is said."""

    start: dt.time
    minutes: int | None = None


class _End(NamedTuple):
    minute: int
    """Of the day, as it is written: 2:00 of an afternoon may be 120 still."""
    clock: Literal["", "12", "24"]
    """Which clock it is certainly on; on that of 12 hours the half of the day is in `minute`
    already.
    """
    told: bool = True
    """It says more than an hour."""
    oclock: bool = False
    """In words, or in a language that counts to twelve: two is the afternoon to nearly all."""
    next_day: bool = False

    @property
    def vague(self) -> bool:
        """Whether it is an hour of which nobody says on which clock."""
        return not (self.clock or self.told)

    @property
    def tells_half(self) -> bool:
        """Whether it says the half of the day, or is the end of it."""
        return self.clock == "12" or self.minute == _DAY

    @property
    def early(self) -> bool:
        """Whether it would be before six in the morning, of which nearly nobody speaks."""
        return 60 <= self.minute < 6 * 60


_DASHES: Final = "[-\u2010-\u2015~]"


class _Words(NamedTuple):
    """What all languages say around times of day."""

    joint: re.Pattern[str]
    around: re.Pattern[str]
    opening: re.Pattern[str]
    next_day: re.Pattern[str]
    last: re.Pattern[str]
    noon: frozenset[str]
    midnight: frozenset[str]


@cache
def _clocks() -> tuple[Clocks, ...]:
    return tuple(language.clocks for language in LANGUAGES.values())


@cache
def _words() -> _Words:
    every = _clocks()

    def joined(part: Callable[[Clocks], str]) -> str:
        return "|".join(map(part, every))

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return _Words(
        compiled(rf"\s*(?:{_DASHES}|{joined(lambda clocks: clocks.joint)})\s*"),
        compiled(rf"{joined(lambda clocks: clocks.around)}|^\(|\)$"),
        compiled(rf"\s*(?:{joined(lambda clocks: clocks.opening)}|{_DASHES})$"),
        compiled(joined(lambda clocks: clocks.next_day)),
        compiled(joined(lambda clocks: clocks.last)),
        frozenset(word for clocks in every for word in clocks.noon),
        frozenset(word for clocks in every for word in clocks.midnight),
    )


_FACE: Final = re.compile(r"(\d{1,2})(?:([:.])(\d{2})(?:[:.]00)?)?")
_FOUR: Final = re.compile(r"(\d{2})(\d{2})")
_HOURS: Final = re.compile(
    r"(\d{1,2}?)(?:[:.]?(\d{2})\s*(?:hrs?\.?|hours|h)|h(\d{2}))", re.IGNORECASE
)


def timespan(text: str) -> Timespan:
    """Read a time of day, or two of them. Raises UnreadableError; TurnedSpanError where the end
    lies before the start.
    """
    body = _words().around.sub("", folded(text))
    if single := _end(body):
        return Timespan(_alone(single, text))
    for joint in _words().joint.finditer(body):
        left, right = body[: joint.start()].strip(), body[joint.end() :].strip()
        if left and right and (ends := _both(left, _words().around.sub("", right))):
            return _joined(*ends, text)
    opened = _words().opening.sub("", body)
    if opened != body and (single := _end(opened.strip())):
        return Timespan(_alone(single, text))
    return Timespan(time(text))


def timespan_of(start: str | dt.time, end: str | dt.time) -> Timespan:
    """Return the same of two cells; a spreadsheet's own times are on the clock of 24 hours."""
    return _joined(_of_cell(start), _of_cell(end), f"{start} – {end}")


def _of_cell(cell: str | dt.time) -> _End:
    if isinstance(cell, dt.time):
        return _End(60 * cell.hour + cell.minute, "24")
    return _end(_words().around.sub("", _words().opening.sub("", folded(cell)))) or refuse(cell)


def _both(left: str, right: str) -> tuple[_End, _End] | None:
    """Both ends; the word for hours may stand behind the second only: 午後3～4時, सुबह 10 से 11
    बजे.
    """
    last = _end(right)
    if last is None:
        return None
    clocks = _struck(right)
    first = _end(left) or (_end(left + clocks.struck) if clocks else None)
    if first is not None and clocks and clocks.of_twelve:
        first = first._replace(oclock=first.oclock or not first.clock)
    return (first, last) if first else None


def _struck(body: str) -> Clocks | None:
    """Return how the language counts hours whose word for them is said."""
    return next((one for one in _clocks() if one.struck and one.struck.strip() in body), None)


def _end(body: str) -> _End | None:
    """One end as far as it says what it is."""
    words = _words()
    rest = words.next_day.sub("", body)
    if rest != body:
        end = _end(rest)
        return end and end._replace(next_day=True)
    lowered = body.lower()
    if words.last.fullmatch(body) or lowered in words.midnight:
        return _End(_DAY, "24")
    if lowered in words.noon:
        return _End(12 * 60, "12")
    if found := _HOURS.fullmatch(body):
        return _on_24(int(found[1]), int(found[2] or found[3]))
    found = _FACE.fullmatch(body) or _FOUR.fullmatch(body)
    return _in_figures(found) if found else _said(body)


def _in_figures(found: re.Match[str]) -> _End | None:
    """2, 14:30, 1430."""
    numbers = [int(number) for number in found.groups() if number and number.isdecimal()]
    return _face(numbers[0], numbers[1] if numbers[1:] else 0, told=len(numbers) > 1)


def _said(body: str) -> _End | None:
    """An end in the words of a language, or with am or pm."""
    every = _clocks()
    for clocks in every:
        if (said := clocks.hour(body)) is not None:
            end = _face(*said)
            twelve = clocks.of_twelve or not any(map(str.isdecimal, body))
            return end and end._replace(oclock=twelve and not end.clock)
    for clocks in every:
        body = clocks.completed(body)
    with suppress(UnreadableError):
        when = time(body)
        halved = any(clocks.halved(body) for clocks in every)
        return _End(60 * when.hour + when.minute, "12" if halved else "24")
    return None


def _face(hour: int, minute: int, *, told: bool = True) -> _End | None:
    if hour > 23 or minute > 59:
        return None
    return _End(60 * hour + minute, "24" if hour > 12 or (hour == 0 and told) else "", told)


def _on_24(hour: int, minute: int) -> _End | None:
    return _End(60 * hour + minute, "24") if hour < 24 and minute < 60 else None


def _alone(end: _End, text: str) -> dt.time:
    """Return the time of an end that has no other."""
    if (
        not end.told
        or end.next_day
        or (end.minute == _DAY and not _is_midnight(text))
        or (end.oclock and end.early)
    ):
        refuse(text)
    return dt.time(*divmod(end.minute % _DAY, 60))


def _is_midnight(text: str) -> bool:
    return folded(text).lower() in _words().midnight


def _joined(first: _End, last: _End, text: str) -> Timespan:
    begins, ends = _on_one_clock(first, last, text)
    if first.oclock and first.early and not _is_told(first, last):
        refuse(text)
    if first.clock == "24" and last.vague and ends < begins:
        _turned()
    return Timespan(dt.time(*divmod(begins, 60)), _length(begins, ends, first, last))


def _is_told(first: _End, last: _End) -> bool:
    """Return whether one of the ends says which clock it is on."""
    return bool(first.clock or last.clock)


def _on_one_clock(first: _End, last: _End, text: str) -> tuple[int, int]:
    """Return the minutes of the day of both ends: what is said of one counts for the other."""
    begins, ends = first.minute % _DAY, last.minute
    if not first.clock and last.tells_half:
        return _nearest(begins, lambda other: ends - other), ends
    if not last.clock and (first.clock == "12" or (first.oclock and first.told)):
        return begins, _nearest(ends, lambda other: other - begins)
    if not (_is_told(first, last) or (first.told and last.told)):
        refuse(text)  # 10-11 may be a day, or anything
    return begins, ends


def _length(begins: int, ends: int, first: _End, last: _End) -> int:
    minutes = ends - begins
    if last.next_day:
        return minutes + _DAY if minutes < _DAY else minutes
    if minutes >= 0:
        return minutes
    return _over_midnight(begins, ends, sure=bool(first.clock and last.clock))


def _over_midnight(begins: int, ends: int, *, sure: bool) -> int:
    """Return how long a span is that ends on the next day without saying so; `sure` are its
    clocks.
    """
    minutes = ends - begins + _DAY
    if not (begins >= 12 * 60 > ends and (sure or minutes < 12 * 60)):
        _turned()
    return minutes


def _nearest(minute: int, length: Callable[[int], int]) -> int:
    """Return the half of the day in which the span is the shorter one."""
    halves = [minute % (12 * 60), minute % (12 * 60) + 12 * 60]
    return min(halves, key=lambda half: length(half) % _DAY or _DAY)


def _turned() -> NoReturn:
    raise TurnedSpanError(msg("it ends before it begins"))
