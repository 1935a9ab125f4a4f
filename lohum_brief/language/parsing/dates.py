"""Dates: with the names of months, in figures, and as each language counts them."""

import datetime as dt
import re
from functools import cache
from typing import Final, NoReturn

from lohum_brief.language.codes import Lang
from lohum_brief.language.either import either, signs
from lohum_brief.language.gregorian import calendar_day, day_if_any, refuse_day
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.rooms.reading import Calendar
from lohum_brief.language.source import AmbiguousDateError, UnreadableError, folded, shown, spelling
from lohum_brief.message import msg

MONTH_NAMES: Final[dict[Lang, dict[str, int]]] = {
    lang: {spelling(name): number for number, name in enumerate(language.dates.months, 1)}
    | {spelling(name): number for name, number in language.reading.months.items()}
    for lang, language in LANGUAGES.items()
    if language.spaced  # others count them
}
"""The months by their names and common short forms, as `spelling` has them."""
_DAYS: Final = {
    spelling(name): day
    for language in LANGUAGES.values()
    for day in range(7)
    for name in (language.dates.weekdays[day], *language.reading.weekdays[day].split())
}
WORD: Final = (
    "[a-z"
    + "".join(language.script.signs for language in LANGUAGES.values() if language.spaced)
    + "]+"
)
DAY_SIGNS: Final = signs(lambda language: language.reading.dated[2]) or "\0"
"""Signs with which the day of a date ends."""

_YEAR_FIRST: Final = re.compile(
    r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})([T ]00:00(:00(\.0+)?)?)?"
)
_COMPACT: Final = re.compile(r"(?P<year>(19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_DAY_MONTH: Final = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(st|nd|rd|th)?(?: of )?[ ./-]?(?P<word>{WORD})\.?,?[ "
    rf"./-]?'?(?P<year>[0-9]{{4}}|[0-9]{{2}})",
    re.IGNORECASE,
)
_MONTH_DAY: Final = re.compile(
    rf"(?P<word>{WORD})\.?[ -](?P<day>[0-9]{{1,2}})(st|nd|rd|th)?(, ?| |-)(?P<year>[0-9]{{4}})",
    re.IGNORECASE,
)
_YEAR_MONTH_DAY: Final = re.compile(
    rf"(?P<year>[0-9]{{4}})[ ./-](?P<word>{WORD})\.?[ ./-](?P<day>[0-9]{{1,2}})", re.IGNORECASE
)
_FIGURES: Final = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_WEEKDAY_BEHIND: Final = re.compile(
    rf"(?:[, ]+|(?<=[{DAY_SIGNS}]))(?P<word>{WORD}|{either(lambda one: one.reading.weekday[0])})"
    rf"\.?$|[, ]*\( ?(?P<in>{WORD}|{either(lambda one: one.reading.weekday[1])})"
    rf"(?:{either(lambda one: one.reading.holiday)})?\.? ?\)$",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE: Final = re.compile(rf"^(?P<word>{WORD})\.?,? (?=[0-9a-z])", re.IGNORECASE)


@cache
def calendars() -> tuple[Calendar, ...]:
    """Return the calendars of the languages that have one of their own."""
    every = (language.reading.calendar for language in LANGUAGES.values())
    return tuple(calendar for calendar in every if calendar)


def date(text: str, *, day_first: bool | None = None) -> dt.date:
    """Read a day: 2025-07-10, 2025年7月10日（木）, 令和7年7月10日, R7.7.10, 10 July 2025
    (Thursday), 10 जुलाई 2025, 10.07.2025.

    `day_first` says how 07/08/2025 is meant, and then 07/25/2025 is refused if that does not fit: a
    table in another order than one believes has to be noticed. The day is first where points are
    between; else, if it is None, a weekday may decide. Years of two digits are 1969 to 2068. Raises
    UnreadableError, AmbiguousDateError.
    """
    return find_date(text, day_first=day_first) or _refuse(text)


def find_date(text: str, *, day_first: bool | None = None) -> dt.date | None:
    """As `date`, but None where the text is in no form of a date."""
    body, weekday = _without_weekday(_spelt_out(folded(text)))
    if found := _FIGURES.fullmatch(body):
        return _in_figures(found, weekday, text, day_first=day_first)
    day = _read(body, text)
    return _agreed(day, weekday, text) if day else None


def _spelt_out(body: str) -> str:
    for calendar in calendars():
        body = body.translate(calendar.signs)
    return body


def _agreed(day: dt.date, weekday: int | None, text: str) -> dt.date:
    if weekday in (None, day.weekday()):
        return day
    raise UnreadableError(
        msg(
            "“{text}” contradicts itself: {date} is not that day of the week. Correct one of them.",
            text=shown(text),
            date=day.isoformat(),
        )
    )


def _read(body: str, text: str) -> dt.date | None:
    if found := _YEAR_FIRST.fullmatch(body) or _COMPACT.fullmatch(body):
        return calendar_day(int(found["year"]), int(found["month"]), int(found["day"]), text)
    for calendar in calendars():
        if day := calendar.date(body, text):
            return day
    return _with_name(body, text)


def _with_name(body: str, text: str) -> dt.date | None:
    """Read a day with the name of its month."""
    found = (
        _DAY_MONTH.fullmatch(body) or _MONTH_DAY.fullmatch(body) or _YEAR_MONTH_DAY.fullmatch(body)
    )
    month = month_of(found["word"]) if found else None
    if found is None or month is None:
        return None
    year = int(found["year"]) if len(found["year"]) == 4 else _century(int(found["year"]))
    return calendar_day(year, month, int(found["day"]), text)


def _in_figures(
    found: re.Match[str], weekday: int | None, text: str, *, day_first: bool | None
) -> dt.date:
    dotted = found[2] == "." and len(found[4]) == 4
    if dotted and (day := day_if_any(*_orders(found)[0])):
        return _agreed(day, weekday, text)  # nobody writes the month first where points are between
    if day_first is not None or dotted:
        return _agreed(_in_order(found, text, day_first=day_first), weekday, text)
    days = tuple(dict.fromkeys(filter(None, (day_if_any(*order) for order in _orders(found)))))
    fitting = tuple(day for day in days if weekday in (None, day.weekday()))
    if len(fitting) > 1:
        raise AmbiguousDateError(text, fitting)
    if fitting:
        return fitting[0]
    return _agreed(days[0], weekday, text) if days else refuse_day(text)


def _in_order(found: re.Match[str], text: str, *, day_first: bool | None) -> dt.date:
    """Return a day in figures in the order that was chosen; with the day first where none was."""
    year, last, first = _orders(found)[0]
    month, day = (first, last) if day_first is False else (last, first)
    fits = day_first is None or day_if_any(year, month, day) or not day_if_any(year, day, month)
    if not fits:
        raise UnreadableError(
            msg(
                "“{text}” does not fit the order of day and month that was chosen: look at "
                "the other dates too.",
                text=shown(text),
            )
        )
    return calendar_day(year, month, day, text)


def _orders(found: re.Match[str]) -> list[tuple[int, int, int]]:
    """Return what a day in figures can be, as year, month and day: the year first only if it has
    two figures.
    """
    first, last, year = int(found[1]), int(found[3]), int(found[4])
    if len(found[4]) == 4:
        return [(year, last, first), (year, first, last)]
    full = _century(year)
    return [(full, last, first), (full, first, last), (_century(first), last, year)]


def month_of(word: str) -> int | None:
    """Return the number of a month by its name in any language that has names for them."""
    name = spelling(word)
    return next((names[name] for names in MONTH_NAMES.values() if name in names), None)


def _without_weekday(body: str) -> tuple[str, int | None]:
    if found := _WEEKDAY_BEHIND.search(body):
        word = found["word"] or found["in"]
        day = _DAYS.get(spelling(word))
        if day is not None:
            return body[: found.start()].rstrip(" ,"), day
    if found := _WEEKDAY_BEFORE.search(body):
        before = _DAYS.get(spelling(found["word"]))
        return (body, None) if before is None else (body[found.end() :], before)
    return body, None


def _century(year: int) -> int:
    return year + (2000 if year < 69 else 1900)


def _refuse(text: str) -> NoReturn:
    raise UnreadableError(
        msg(
            "“{text}” is not a date that can be read: write it as 2025-07-10, 10 July 2025 or "
            "令和7年7月10日.",
            text=shown(text),
        )
    )
