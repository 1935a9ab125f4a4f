"""Dates, in the three languages, by the Japanese era, and in figures."""

import datetime as dt
import re
from typing import Final, NoReturn

from lohum_brief.language.codes import Lang
from lohum_brief.language.ja.dates import ERAS
from lohum_brief.language.ja.kanji_numbers import kanji_number
from lohum_brief.language.languages import LANGUAGES
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
_LETTERS: Final = {"R": "令和", "H": "平成", "S": "昭和", "T": "大正", "M": "明治"}
_ERA_SIGNS: Final = str.maketrans(
    {"㋿": "令和", "㍻": "平成", "㍼": "昭和", "㍽": "大正", "㍾": "明治"}
)
_KANJI: Final = "〇一二三四五六七八九十"

ERA_YEAR: Final = (
    rf"(?P<era>{'|'.join((*_LETTERS, *_LETTERS.values()))})\.?(?P<era_year>元|0?[1-9][0-9]{{0,2}}"
    rf"|(?!〇)[{_KANJI}]{{1,3}})"
)
"""A year of a Japanese era, without 年."""
WORD: Final = (
    "[a-z"
    + "".join(language.script.signs for language in LANGUAGES.values() if language.spaced)
    + "]+"
)

_YEAR_FIRST: Final = re.compile(
    r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})([T ]00:00(:00(\.0+)?)?)?"
)
_COMPACT: Final = re.compile(r"(?P<year>(19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_JAPANESE: Final = re.compile(
    rf"({ERA_YEAR}|(?P<year>[0-9]{{4}}|[{_KANJI}]{{4}}))年(?P<month>[0-9]{{1,2}}"
    rf"|[{_KANJI}]{{1,3}})月(?P<day>[0-9]{{1,2}}|[{_KANJI}]{{1,3}})日"
)
_ERA_IN_FIGURES: Final = re.compile(
    rf"{ERA_YEAR}([./-])(?P<month>[0-9]{{1,2}})\3(?P<day>[0-9]{{1,2}})"
)
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
    rf"(?:[, ]+|(?<=日))(?P<word>{WORD}|[月火水木金土日]曜日?)\.?$|[, ]*\( ?(?P<in>{WORD}"
    rf"|[月火水木金土日](?:曜日?)?)(?:・[祝休])?\.? ?\)$",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE: Final = re.compile(rf"^(?P<word>{WORD})\.?,? (?=[0-9a-z])", re.IGNORECASE)


def date(text: str, *, day_first: bool | None = None) -> dt.date:
    """Read a day: 2025-07-10, 2025年7月10日（木）, 令和7年7月10日, R7.7.10, 10 July 2025
    (Thursday), 10 जुलाई 2025, 10.07.2025.

    `day_first` says how 07/08/2025 is meant, and then 07/25/2025 is refused if that does not fit: a
    table in another order than one believes has to be noticed. If it is None, the day is first
    where points are between, and a weekday may decide. Years of two digits are 1969 to 2068. Raises
    UnreadableError, AmbiguousDateError.
    """
    return find_date(text, day_first=day_first) or _refuse(text)


def find_date(text: str, *, day_first: bool | None = None) -> dt.date | None:
    """As `date`, but None where the text is in no form of a date."""
    body, weekday = _without_weekday(folded(text).translate(_ERA_SIGNS))
    if found := _FIGURES.fullmatch(body):
        return _in_figures(found, weekday, text, day_first=day_first)
    day = _read(body, text)
    return _agreed(day, weekday, text) if day else None


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
    squeezed = body.replace(" ", "")
    if found := _YEAR_FIRST.fullmatch(body) or _COMPACT.fullmatch(body):
        return calendar_day(int(found["year"]), int(found["month"]), int(found["day"]), text)
    if found := _JAPANESE.fullmatch(squeezed) or _ERA_IN_FIGURES.fullmatch(squeezed.upper()):
        month, day = kanji_number(found["month"]), kanji_number(found["day"])
        if found["era"]:
            return _in_era(found["era"], calendar_day(era_year(found), month, day, text), text)
        return calendar_day(kanji_number(found["year"]), month, day, text)
    if (
        found := _DAY_MONTH.fullmatch(body)
        or _MONTH_DAY.fullmatch(body)
        or _YEAR_MONTH_DAY.fullmatch(body)
    ):
        year = int(found["year"]) if len(found["year"]) == 4 else _century(int(found["year"]))
        if named := month_of(found["word"]):
            return calendar_day(year, named, int(found["day"]), text)
    return None


def _in_figures(
    found: re.Match[str], weekday: int | None, text: str, *, day_first: bool | None
) -> dt.date:
    first, last, year = int(found[1]), int(found[3]), int(found[4])
    short = len(found[4]) == 2
    full = _century(year) if short else year
    if day_first is not None or (found[2] == "." and not short):
        month, day = (first, last) if day_first is False else (last, first)
        if day_first is not None and not _day(full, month, day) and _day(full, day, month):
            raise UnreadableError(
                msg(
                    "“{text}” does not fit the order of day and month that was chosen: look at "
                    "the other dates too.",
                    text=shown(text),
                )
            )
        return _agreed(calendar_day(full, month, day, text), weekday, text)
    orders = [(full, last, first), (full, first, last)] + (
        [(_century(first), last, year)] if short else []
    )
    days = tuple(dict.fromkeys(filter(None, (_day(*order) for order in orders))))
    fitting = tuple(found for found in days if weekday in (None, found.weekday()))
    if not fitting:
        return _agreed(days[0], weekday, text) if days else _refuse_day(text)
    if len(fitting) > 1:
        raise AmbiguousDateError(text, fitting)
    return fitting[0]


def calendar_day(year: int, month: int, day: int, text: str) -> dt.date:
    """Return the day, if there is such a one. Raises UnreadableError."""
    return _day(year, month, day) or _refuse_day(text)


def month_of(word: str) -> int | None:
    """Return the number of a month by its name in any language that has names for them."""
    name = spelling(word)
    return next((names[name] for names in MONTH_NAMES.values() if name in names), None)


def era_year(found: re.Match[str]) -> int:
    """Return the Western year of a match of `ERA_YEAR`."""
    name = _LETTERS.get(found["era"], found["era"])
    start = next(start for start, era in ERAS if era == name)
    first = 1868 if name == "明治" else start.year
    return first + (1 if found["era_year"] == "元" else kanji_number(found["era_year"])) - 1


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


def _in_era(letter: str, day: dt.date, text: str) -> dt.date:
    name = _LETTERS.get(letter, letter)
    if name == next((era for start, era in ERAS if day >= start), ""):
        return day
    raise UnreadableError(
        msg(
            "“{text}” is outside {era}: {date} has another era. Write the year of the Western "
            "calendar.",
            text=shown(text),
            era=name,
            date=day.isoformat(),
        )
    )


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year >= 1000 else None
    except ValueError:
        return None


def _century(year: int) -> int:
    return year + (2000 if year < 69 else 1900)


def _refuse_day(text: str) -> NoReturn:
    raise UnreadableError(
        msg("“{text}” is a day that does not exist: check the day and the month.", text=shown(text))
    )


def _refuse(text: str) -> NoReturn:
    raise UnreadableError(
        msg(
            "“{text}” is not a date that can be read: write it as 2025-07-10, 10 July 2025 or "
            "令和7年7月10日.",
            text=shown(text),
        )
    )
