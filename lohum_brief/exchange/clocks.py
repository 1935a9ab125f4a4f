"""When an item of a programme begins and how long it lasts, of one cell or two: times, spans, days
with their times.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from typing import Final, NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.exchange import readers
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.readers import Manner
from lohum_brief.exchange.sheets import Cell
from lohum_brief.language.either import EVERY, either, signs
from lohum_brief.language.parsing import TurnedSpanError, UnreadableError, timespan, timespan_of
from lohum_brief.message import clause, msg

_JOINT: Final = re.compile(
    rf"\s*(?:[-\u2010-\u2015〜～~]|{either(lambda language: language.clocks.joint)})\s*",
    re.IGNORECASE,
)
_YEAR: Final = signs(lambda language: language.reading.dated[0])


def _of_zone(zone: str) -> str:
    return either(lambda language: language.clocks.zones.get(zone, ""))


_ZONES: Final = {zone: _of_zone(zone) for language in EVERY for zone in language.clocks.zones}
"""How a time says that it is of the zone where the visit takes place; in any other zone it is not
read.
"""


class EndError(CellError):
    """A fault of the end alone; the start can be read."""


class Slot(NamedTuple):
    """A start as a time or a moment, where it could be read, and how long it lasts where an end is
    said.
    """

    begins: Cell
    minutes: int | None = None


def slot(begins: Cell, end: Cell, manner: Manner, zone: str = "") -> Slot:
    """Read a start together with its end: pm behind one of them counts for both.

    A start that is no time of day is given back as it is. Raises EndError, CellError or
    UnreadableError.
    """
    begins, end = _without_zone(plain(begins), zone), _without_zone(end, zone)
    if end == "":
        return _of_text(begins, manner) if isinstance(begins, str) else Slot(begins)
    until = _until(plain(end), manner)
    if isinstance(begins, str):
        if not isinstance(until, dt.datetime) and (
            found := _of_two(readers.text(begins, manner), until)
        ):
            return found
        begins = _of_text(begins, manner).begins
    if isinstance(begins, str):
        try:
            begins = readers.moment(begins, manner)
        except BriefError:
            return Slot(begins)
    return _with_end(begins, until)


_EITHER_CLOCK: Final = re.compile(
    r"\D*(?:0?[1-9]|1[01])(?:[:.：]\d\d|[:：]\d\d[:：]00|"
    rf"{either(lambda language: language.clocks.face)})?(?!\d)"
)
_HALF_SAID: Final = re.compile(
    rf"{either(lambda language: language.clocks.part)}|\d\s*h(?:rs?|ours)?\b|"
    rf"\b\d{{4}}\b(?![-/{_YEAR}])",
    re.IGNORECASE,
)
_AFTER_NOON: Final = re.compile(
    r"(?<![\d.:/-])(?:1[3-9]|2[0-4])(?:[:：.]\d\d(?![\d./-]*\d)|[:：]\d\d|"
    rf"\s*(?:{either(lambda language: language.clocks.struck.strip())}))|"
    rf"^\W*(?:1[3-9]|2[0-4])[0-5]\d(?=\D|$)(?![-/.{_YEAR}])",
)


def is_on_either_clock(cell: Cell) -> bool:
    """Whether a start may be on the clock of twelve hours as well as on that of 24: 1:00, 2.30,
    3時; and 1:00 in a workbook.
    """
    match cell:
        case dt.datetime() | dt.time():
            return 1 <= cell.hour < 12
        case str():
            text = unicodedata.normalize("NFKC", cell).strip()
            return _HALF_SAID.search(text) is None and _EITHER_CLOCK.match(text) is not None
    return False


def counts_to_24(cells: Iterable[Cell]) -> bool:
    """Whether a column of times goes on counting after noon."""
    return any(_is_after_noon(plain(cell)) for cell in cells)


def _is_after_noon(cell: Cell) -> bool:
    if isinstance(cell, dt.datetime | dt.time):
        return cell.hour > 12
    return (
        isinstance(cell, str)
        and _AFTER_NOON.search(unicodedata.normalize("NFKC", cell)) is not None
    )


def with_later_end(begins: Cell, end: Cell, manner: Manner, zone: str = "") -> Slot | None:
    """A start with an end of the afternoon, where both may be on the clock of twelve hours:
    11:00–1:00; else None.
    """
    begins, end = plain(begins), plain(end)
    if not is_on_either_clock(begins) or (end != "" and not is_on_either_clock(end)):
        return None
    try:
        found = slot(*_afternoon(begins, end), manner, zone)
    except BriefError:
        return None
    before_noon = isinstance(found.begins, dt.time) and found.begins.hour < 12
    return found if before_noon and (found.minutes or 0) <= _LONGEST else None


def _afternoon(begins: Cell, end: Cell) -> tuple[Cell, Cell]:
    """A start with its end after noon; the end may stand in the cell of the start."""
    if isinstance(end, dt.time):
        return begins, end.replace(hour=end.hour + 12)
    if isinstance(end, str) and end:
        return begins, f"{end} pm"
    return (f"{begins} pm" if isinstance(begins, str) else begins), end


_LONGEST: Final = 8 * 60
"""Minutes that an entry may take for its end to be looked for in the afternoon; what would be
longer is a slip.
"""


_ANY_ZONE: Final = (
    rf"{'|'.join(_ZONES.values())}|{either(lambda language: language.clocks.other_zones)}|"
    r"(?:UTC|GMT)?\s*[+\-−]\d{1,2}:?\d\d"
)
_ZONE_BEHIND: Final = re.compile(
    rf"(?<=[\d)m.{signs(lambda language: language.clocks.closing)}])\s*\(?\s*"
    rf"(?P<zone>{_ANY_ZONE})\s*\)?\s*$",
    re.IGNORECASE,
)
_OFFSET: Final = re.compile(r"[+\-−]\d{1,2}:?\d\d")


def refuse_zone(cell: Cell, zone: str) -> None:
    """Raise CellError for a time that says that it is of another zone than that of the place of the
    visit.
    """
    if not isinstance(cell, str):
        return
    text = unicodedata.normalize("NFKC", str(_without_zone(cell, zone))).strip()
    found = _ZONE_BEHIND.search(text)
    if found is None or (_OFFSET.fullmatch(found["zone"]) and not re.search(r"T\d\d:\d\d", text)):
        return  # 10:00-11:00 is from when to when, 2025-12-10T10:00+09:00 has a zone
    raise CellError(
        msg(
            "“{value}” is the time of another zone; write the time at the place of the visit "
            "({zone})",
            value=cell.strip()[:60],
            zone=zone,
        )
    )


_HOURS: Final = either(lambda language: language.clocks.hours)
_MINUTES: Final = rf"{either(lambda language: language.clocks.minutes)}|['’′]"
_OF_HOURS: Final = re.compile(
    rf"(?P<hours>\S(?:.*?\S)?)\s*(?:{_HOURS})\.?"
    rf"(?:\s*(?P<half>{either(lambda language: language.clocks.half)})|"
    rf"[\s,]*(?:{either(lambda language: language.clocks.more)})?"
    rf"(?P<minutes>\d{{1,2}})\s*(?:(?:{_MINUTES})\.?)?)?",
    re.IGNORECASE,
)
_OF_MINUTES: Final = re.compile(rf"(?P<minutes>\S(?:.*?\S)?)\s*(?:{_MINUTES})\.?", re.IGNORECASE)
_AROUND_LENGTH: Final = f" (){signs(lambda language: language.clocks.roughly)}"
_LENGTHS: Final = {
    word: number for language in EVERY for word, number in language.clocks.lengths.items()
}
_FACE: Final = re.compile(r"(\d{1,2}):([0-5]\d)(?::00)?")


def duration(cell: Cell, manner: Manner) -> int:
    """How many minutes something lasts: 30, 30 min, 1 hr 30 min, 0:30, 1時間半, डेढ़ घंटा. Raises
    BriefError.
    """
    if isinstance(cell, dt.time):
        return 60 * cell.hour + cell.minute
    if not isinstance(cell, str):
        return readers.whole(cell, manner)
    text = unicodedata.normalize("NFKC", readers.text(cell, manner)).strip(_AROUND_LENGTH)
    if found := _FACE.fullmatch(text):
        return 60 * int(found[1]) + int(found[2])
    if found := _OF_HOURS.fullmatch(text):
        half = 30 if found["half"] else 0
        return _minutes(found["hours"], 60, manner) + half + int(found["minutes"] or 0)
    if found := _OF_MINUTES.fullmatch(text):
        return _minutes(found["minutes"], 1, manner)
    try:
        return readers.whole(text, manner)
    except BriefError:
        raise CellError(
            msg(
                "“{value}” is no duration: write the minutes, or 1 hr 30 min, 1:30", value=text[:60]
            )
        ) from None


def _minutes(number: str, times: int, manner: Manner) -> int:
    found = readers.number(_LENGTHS.get(number.casefold(), number), manner) * times
    return readers.whole(f"{found:f}", manner)


def _without_zone(cell: Cell, zone: str) -> Cell:
    """A time without saying that it is of the visit's own zone."""
    if zone not in _ZONES or not isinstance(cell, str):
        return cell
    word = rf"(?:\(\s*(?:{_ZONES[zone]})\s*\)|(?:{_ZONES[zone]}))"
    return re.sub(rf"^\s*{word}\s*(?=\d)|\s*(?<![A-Za-z]){word}\s*$", "", cell, flags=re.IGNORECASE)


def plain(cell: Cell) -> Cell:
    """A number in a column of times as somebody has typed it: 9.3 is 9.30, and 930 or 1000 are a
    clock too.
    """
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return cell
    hour, _, minutes = text_of(cell).partition(".")
    if minutes and hour.isdecimal() and len(minutes) <= 2 and hour != "0":
        return f"{hour}.{minutes.ljust(2, '0')}"
    return hour.zfill(4) if not minutes and hour.isdecimal() and len(hour) in (3, 4) else cell


def _of_text(said: str, manner: Manner) -> Slot:
    text = readers.text(said, manner)
    try:
        return Slot(*timespan(text))
    except TurnedSpanError:
        raise
    except UnreadableError:
        return _dated(text, manner) or Slot(said)


def _of_two(start: str, end: str | dt.time) -> Slot | None:
    try:
        return Slot(*timespan_of(start, end))
    except TurnedSpanError as error:
        raise EndError(error.message) from None
    except UnreadableError:
        return None


def _until(end: Cell, manner: Manner) -> dt.datetime | dt.time | str:
    """The cell of an end: a moment or a time where it is one, else its text."""
    match end:
        case dt.datetime() | dt.time():
            return end
        case str():
            try:
                return readers.moment(end, manner)
            except BriefError:
                return readers.text(end, manner)
    raise EndError(msg("“{value}” is not a time of day", value=text_of(end)))


def _dated(text: str, manner: Manner) -> Slot | None:
    """A day with its time, and an end behind it: 8 July 2025, 10:00-11:00."""
    for joint in reversed(list(_JOINT.finditer(text))):
        try:
            begins = readers.moment(text[: joint.start()], manner)
        except BriefError:
            continue
        return _with_end(begins, text[joint.end() :].strip())
    return None


def _with_end(begins: Cell, until: dt.datetime | dt.time | str) -> Slot:
    if not isinstance(begins, dt.datetime | dt.time):
        return Slot(begins)
    if isinstance(until, dt.datetime) and isinstance(begins, dt.datetime):
        minutes = int((until - begins).total_seconds()) // 60
        if minutes < 0:
            raise EndError(msg("it ends before it begins"))
        return Slot(begins, minutes)
    start = begins.time() if isinstance(begins, dt.datetime) else begins
    try:
        return Slot(
            begins,
            timespan_of(start, until.time() if isinstance(until, dt.datetime) else until).minutes,
        )
    except UnreadableError as error:
        raise EndError(clause(error.message)) from None
