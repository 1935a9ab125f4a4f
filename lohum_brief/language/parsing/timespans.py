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
from typing import Final, Literal, NamedTuple, NoReturn

from lohum_brief.language.parsing.times import is_part_of_day, oclock, refuse, time
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
    """In Hindi, which counts to twelve: two is the afternoon to nearly all."""
    next_day: bool = False


_JOINT: Final = re.compile(
    r"\s*(?:[-\u2010-\u2015~]|から|より|\b(?:to|till|until|upto|up to|through|and)\b|(?<!\S)(?:से"
    r"|to)(?!\S))\s*",
    re.IGNORECASE,
)
_AROUND: Final = re.compile(r"^(?:from|between)\s+|^\(|\)$|\s*(?:まで|迄|तक)$", re.IGNORECASE)
_OPEN: Final = re.compile(
    r"\s*(?:\bonwards?|\bon ?wards?|\bstart|\bstarts|से आगे|(?<!\S)से|आरंभ|開始|スタート|から"
    r"|[-\u2010-\u2015~])$",
    re.IGNORECASE,
)
_NEXT_DAY: Final = re.compile(
    r"^(?:翌日?|次の日の?|next day,? ?|अगले दिन ?)|\s*\(?(?:next day|\+1(?: day)?)\)?$",
    re.IGNORECASE,
)
_LAST: Final = re.compile(
    r"24(?:[:.]?00(?::00)?)?\s*(?:hrs?\.?|hours|h)?|24時(?:0?0分)?|24:00時|24(?::00)? बजे",
    re.IGNORECASE,
)
_MIDNIGHT: Final = frozenset(
    [
        "midnight",
        "mid-night",
        "12 midnight",
        "12:00 midnight",
        "12.00 midnight",
        "मध्यरात्रि",
        "深夜0時",
        "深夜12時",
    ]
)
_NOON: Final = frozenset(
    ["noon", "12 noon", "12:00 noon", "12.00 noon", "noontime", "正午", "मध्याह्न"]
)
_FACE: Final = re.compile(r"(\d{1,2})(?:([:.])(\d{2})(?:[:.]00)?)?")
_FOUR: Final = re.compile(r"(\d{2})(\d{2})")
_JAPANESE: Final = re.compile(r"(\d{1,2})時(?:(\d{1,2})分|(半))?")
_HOURS: Final = re.compile(
    r"(\d{1,2}?)(?:[:.]?(\d{2})\s*(?:hrs?\.?|hours|h)|h(\d{2}))", re.IGNORECASE
)


def timespan(text: str) -> Timespan:
    """Read a time of day, or two of them. Raises UnreadableError; TurnedSpanError where the end
    lies before the start.
    """
    body = _AROUND.sub("", folded(text))
    if single := _end(body):
        return Timespan(_alone(single, text))
    for joint in _JOINT.finditer(body):
        left, right = body[: joint.start()].strip(), body[joint.end() :].strip()
        if left and right and (ends := _both(left, _AROUND.sub("", right))):
            return _joined(*ends, text)
    opened = _OPEN.sub("", body)
    if opened != body and (single := _end(opened.strip())):
        return Timespan(_alone(single, text))
    return Timespan(time(text))


def timespan_of(start: str | dt.time, end: str | dt.time) -> Timespan:
    """Return the same of two cells; a spreadsheet's own times are on the clock of 24 hours."""
    return _joined(_of_cell(start), _of_cell(end), f"{start} – {end}")


def _of_cell(cell: str | dt.time) -> _End:
    if isinstance(cell, dt.time):
        return _End(60 * cell.hour + cell.minute, "24")
    return _end(_AROUND.sub("", _OPEN.sub("", folded(cell)))) or refuse(cell)


def _both(left: str, right: str) -> tuple[_End, _End] | None:
    """Both ends; the word for hours may stand behind the second only: 午後3～4時, सुबह 10 से 11
    बजे.
    """
    last = _end(right)
    if last is None:
        return None
    hours = "時" if "時" in right else " बजे" if "बजे" in right else ""
    first = _end(left) or (_end(left + hours) if hours else None)
    if first is not None and hours == " बजे":
        first = first._replace(oclock=first.oclock or not first.clock)
    return (first, last) if first else None


def _end(body: str) -> _End | None:
    """One end as far as it says what it is."""
    rest = _NEXT_DAY.sub("", body)
    if rest != body:
        end = _end(rest)
        return end and end._replace(next_day=True)
    lowered = body.lower()
    if _LAST.fullmatch(body) or lowered in _MIDNIGHT:
        return _End(_DAY, "24")
    if lowered in _NOON:
        return _End(12 * 60, "12")
    if found := _HOURS.fullmatch(body):
        return _on_24(int(found[1]), int(found[2] or found[3]))
    if found := _FACE.fullmatch(body) or _FOUR.fullmatch(body):
        numbers = [int(number) for number in found.groups() if number and number.isdecimal()]
        return _face(numbers[0], numbers[1] if numbers[1:] else 0, told=len(numbers) > 1)
    if found := _JAPANESE.fullmatch(body.replace(" ", "")):
        return _face(int(found[1]), 30 if found[3] else int(found[2] or 0))
    if (parts := oclock(body)) is not None:
        one = _face(*parts)
        return one and one._replace(oclock=not one.clock)
    if is_part_of_day(body) and "बजे" not in body:
        body += " बजे"
    with suppress(UnreadableError):
        when = time(body)
        half = bool(re.search("[a-zA-Z]|午|朝|昼|夕|夜|未明", body)) or is_part_of_day(body)
        return _End(60 * when.hour + when.minute, "12" if half else "24")
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
        or (end.oclock and 60 <= end.minute < 6 * 60)
    ):
        refuse(text)
    return dt.time(*divmod(end.minute % _DAY, 60))


def _is_midnight(text: str) -> bool:
    return folded(text).lower() in _MIDNIGHT


def _joined(first: _End, last: _End, text: str) -> Timespan:
    begins, ends = first.minute % _DAY, last.minute
    if not first.clock and (last.clock == "12" or last.minute == _DAY):
        begins = _nearest(begins, lambda other: ends - other)
    elif not last.clock and (first.clock == "12" or (first.oclock and first.told)):
        ends = _nearest(ends, lambda other: other - begins)
    elif not (first.told and last.told) and not (first.clock or last.clock):
        refuse(text)  # 10-11 may be a day, or anything
    if first.oclock and not (first.clock or last.clock) and 60 <= first.minute < 6 * 60:
        refuse(text)
    if not last.clock and not last.told and first.clock == "24" and ends < begins:
        _turned()
    minutes = ends - begins
    if last.next_day:
        minutes += _DAY if minutes < _DAY else 0
    elif minutes < 0:
        minutes += _DAY
        sure = bool(first.clock and last.clock)
        if not (begins >= 12 * 60 > ends and (sure or minutes < 12 * 60)):
            _turned()
    return Timespan(dt.time(*divmod(begins, 60)), minutes)


def _nearest(minute: int, length: Callable[[int], int]) -> int:
    """Return the half of the day in which the span is the shorter one."""
    halves = [minute % (12 * 60), minute % (12 * 60) + 12 * 60]
    return min(halves, key=lambda half: length(half) % _DAY or _DAY)


def _turned() -> NoReturn:
    raise TurnedSpanError(msg("it ends before it begins"))
