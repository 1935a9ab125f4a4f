"""Years by the Japanese era, and days and periods that are written with 年: 令和7年7月10日,
R7.7.10, 2025年度, 2023年3月期.
"""

import datetime as dt
import re
from typing import Final

from lohum_brief.language.gregorian import calendar_day
from lohum_brief.language.ja.dates import ERAS
from lohum_brief.language.ja.kanji_numbers import kanji_number
from lohum_brief.language.rooms.reading import Calendar, Period
from lohum_brief.language.source import UnreadableError, shown
from lohum_brief.message import msg

_LETTERS: Final = {"R": "令和", "H": "平成", "S": "昭和", "T": "大正", "M": "明治"}
_SIGNS: Final = str.maketrans(
    {"㋿": "令和", "㍻": "平成", "㍼": "昭和", "㍽": "大正", "㍾": "明治"}
)
_KANJI: Final = "〇一二三四五六七八九十"

ERA_YEAR: Final = (
    rf"(?P<era>{'|'.join((*_LETTERS, *_LETTERS.values()))})\.?(?P<era_year>元|0?[1-9][0-9]{{0,2}}"
    rf"|(?!〇)[{_KANJI}]{{1,3}})"
)
"""A year of an era, without 年."""
_DATE: Final = re.compile(
    rf"({ERA_YEAR}|(?P<year>[0-9]{{4}}|[{_KANJI}]{{4}}))年(?P<month>[0-9]{{1,2}}"
    rf"|[{_KANJI}]{{1,3}})月(?P<day>[0-9]{{1,2}}|[{_KANJI}]{{1,3}})日"
)
_IN_FIGURES: Final = re.compile(rf"{ERA_YEAR}([./-])(?P<month>[0-9]{{1,2}})\3(?P<day>[0-9]{{1,2}})")
_YEAR_OR_MONTH: Final = re.compile(
    rf"(?:{ERA_YEAR}|(?P<year>[1-9][0-9]{{3}}"
    rf"|[〇一二三四五六七八九]{{4}}))年(?:(?P<fiscal>度)(?:\(4月~翌年3月\))?|(?P<month>[0-9]{{1,2}}"
    rf"|[一二三四五六七八九十]{{1,2}})月)?"
)
_ENDING: Final = re.compile(
    rf"(?:{ERA_YEAR}年|(?P<year>[1-9][0-9]{{3}})[年/.])(?P<month>3|03|12|三|十二)月?期"
)
"""A business year by the month in which it ends: 2023年3月期 is that from April 2022."""


def era_year(found: re.Match[str]) -> int:
    """Return the Western year of a match of `ERA_YEAR`."""
    name = _LETTERS.get(found["era"], found["era"])
    start = next(start for start, era in ERAS if era == name)
    first = 1868 if name == "明治" else start.year
    return first + (1 if found["era_year"] == "元" else kanji_number(found["era_year"])) - 1


def _year(found: re.Match[str]) -> int:
    return era_year(found) if found["era"] else kanji_number(found["year"])


def _date(body: str, text: str) -> dt.date | None:
    squeezed = body.replace(" ", "")
    if found := _DATE.fullmatch(squeezed):
        year = _year(found)
    elif found := _IN_FIGURES.fullmatch(squeezed.upper()):
        year = era_year(found)
    else:
        return None
    month, number = kanji_number(found["month"]), kanji_number(found["day"])
    day = calendar_day(year, month, number, text)
    return _in_era(found["era"], day, text) if found["era"] else day


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


def _period(body: str) -> Period | None:
    squeezed = body.replace(" ", "")
    if found := _ENDING.fullmatch(squeezed):
        in_march = kanji_number(found["month"]) == 3
        return Period(_year(found) - 1, fiscal=True) if in_march else Period(_year(found))
    if found := _YEAR_OR_MONTH.fullmatch(squeezed):
        month = kanji_number(found["month"]) if found["month"] else None
        return Period(_year(found), month, fiscal=bool(found["fiscal"]))
    return None


CALENDAR: Final = Calendar(date=_date, period=_period, signs=_SIGNS)
