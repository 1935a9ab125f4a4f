"""The day that a cell of a programme names: also without a year, as the first, second … of the
visit, and in figures whose order the days of the visit tell.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.exchange import readers
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.readers import Manner
from lohum_brief.exchange.sheets import Cell
from lohum_brief.language import parsing
from lohum_brief.language.either import EVERY, either
from lohum_brief.message import msg
from lohum_brief.visit.records import Particulars

_NUMBERED: Final = re.compile(either(lambda language: language.cells.numbered_day), re.IGNORECASE)
_WORDS: Final = {
    word: number for language in EVERY for word, number in language.cells.day_numbers.items()
}
_WITH_MONTHS: Final = tuple(
    (re.compile(rf"{month}\s*\d"), year)
    for language in EVERY
    for year, month, _day in (language.reading.dated,)
    if month
)
"""Months that are numbers with a sign behind, and the sign that their years have."""
_BEFORE: Final = re.compile(
    rf"^(?:{either(lambda language: language.cells.before_date)})", re.IGNORECASE
)
_BEHIND: Final = re.compile(
    rf"[\s,]*(?:\(.*\)|{either(lambda language: language.reading.weekday[0])})$"
)
_NEAR: Final = dt.timedelta(days=60)
_AROUND: Final = dt.timedelta(days=3)
"""How far from the visit its arrivals and departures may lie."""


def day(cell: Cell, manner: Manner, visit: Particulars, above: dt.date | None) -> dt.date:
    """The day of a cell. Raises BriefError where it names none, or a year is missing that nothing
    tells.
    """
    if not isinstance(cell, str):
        return readers.date(cell, manner)
    text = unicodedata.normalize("NFKC", readers.text(cell, manner)).strip(" :;,.-–—")
    if numbered := _numbered(text, visit):
        return numbered
    if weekday := _of_weekday(text, visit):
        return weekday
    bare = _BEFORE.sub("", text)
    bare = bare.removesuffix(")") if bare.count(")") > bare.count("(") else bare
    try:
        return readers.date(bare, manner)
    except BriefError:
        found = _of_year(bare, visit, above)
        if found is None:
            raise
        return found


def _numbered(text: str, visit: Particulars) -> dt.date | None:
    found = _NUMBERED.fullmatch(text)
    if found is None:
        return None
    said = next(filter(None, found.groups())).casefold()
    number = int(said) if said.isdecimal() else _WORDS[said]
    if visit.start is None:
        raise CellError(msg("the visit has no day yet: enter when it begins"))
    return visit.start + dt.timedelta(days=number - 1)


def _of_weekday(text: str, visit: Particulars) -> dt.date | None:
    """The one day of the visit that is such a day of the week, of a cell that says no more."""
    if visit.start is None or re.search(r"\d", text) or len(text) > 20:
        return None
    days = ((visit.end or visit.start) - visit.start).days
    if not 0 <= days < 7:
        return None
    found = [visit.start + dt.timedelta(days=number) for number in range(days + 1)]
    return next(
        (one for one in found if _read(f"{one.day} {one:%B} {one.year} ({text})", visit) == one),
        None,
    )


def _of_year(text: str, visit: Particulars, above: dt.date | None) -> dt.date | None:
    """A day without its year, in that of the visit or of the row above."""
    anchor = above or visit.start
    if anchor is None or re.search(r"\d{4}", text):
        return None
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        near = _near(anchor, _in_year(text, year, visit))
        if len(near) > 1:
            return _only({found for found in near if is_within(found, visit)})
        if near:
            return _only(near)
    return _only(_in_year(text, anchor.year, visit))


def _near(anchor: dt.date, days: Iterable[dt.date]) -> set[dt.date]:
    return {day for day in days if abs(day - anchor) <= _NEAR}


def _only(days: set[dt.date]) -> dt.date | None:
    return days.pop() if len(days) == 1 else None


def _in_year(text: str, year: int, visit: Particulars) -> set[dt.date]:
    return {found for form in _with_year(text, year) if (found := _read(form, visit))}


def _with_year(text: str, year: int) -> Iterable[str]:
    behind = _BEHIND.search(text)
    base, tail = (text[: behind.start()], text[behind.start() :]) if behind else (text, "")
    weekday = re.match(r"^([^\W\d]+)[.,]? +(?=\S)", base)
    if sign := next((sign for months, sign in _WITH_MONTHS if months.search(base)), ""):
        yield f"{year}{sign}{base}{tail}"
        return
    if re.fullmatch(r".*\d{1,2}[/.-]\d{1,2}", base):
        sign = re.findall(r"[/.-]", base)[-1]
        yield f"{base}{sign}{year}{tail}"
        return
    yield f"{base} {year}{tail}"
    yield f"{base}, {year}{tail}"
    if weekday:  # Dec 8: the word is the month
        yield f"{base}, {year}"


def readings(text: str, visit: Particulars) -> set[dt.date]:
    """Return the days that a date may mean, without a year that of the visit's; none where it is no
    date.
    """
    try:
        return {parsing.date(text)}
    except parsing.AmbiguousDateError as error:
        return set(error.readings)
    except BriefError:
        found = _of_year(text, visit, None)
        return {found} if found else set()


def _read(text: str, visit: Particulars) -> dt.date | None:
    try:
        return parsing.date(text)
    except parsing.AmbiguousDateError as error:
        within = [found for found in error.readings if is_within(found, visit)]
        return within[0] if len(within) == 1 else None
    except BriefError:
        return None


def is_within(day: dt.date, visit: Particulars) -> bool:
    """Whether a day is one of the visit, or close to it."""
    return (
        visit.start is not None
        and visit.start - _AROUND <= day <= (visit.end or visit.start) + _AROUND
    )


def day_first(cells: Iterable[Cell], visit: Particulars) -> bool | None:
    """Whether days come before months in dates such as 07/12/2026: so that they fall into the
    visit; None where that tells nothing.
    """
    if visit.start is None:
        return None
    fitting = [
        {first for first in (True, False) if is_within(parsing.date(text, day_first=first), visit)}
        for text in {cell for cell in cells if isinstance(cell, str)}
        if _means_two_days(text)
    ]
    fits = set.intersection(*fitting) if fitting else set()
    return fits.pop() if len(fits) == 1 else None


def _means_two_days(text: str) -> bool:
    try:
        parsing.date(text)
    except parsing.AmbiguousDateError:
        return True
    except BriefError:
        return False
    return False
