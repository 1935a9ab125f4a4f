"""Dates in Japanese: 2025年7月10日（木）, and years by the era where offices want them."""

import datetime as dt
from typing import Final

from lohum_brief.language.numbers import NBSP
from lohum_brief.language.rooms.dates import Dates, clock

ERAS: Final = (
    (dt.date(2019, 5, 1), "令和"),
    (dt.date(1989, 1, 8), "平成"),
    (dt.date(1926, 12, 25), "昭和"),
    (dt.date(1912, 7, 30), "大正"),
    (dt.date(1873, 1, 1), "明治"),  # the calendar became Gregorian in the sixth year
)


def era_year(day: dt.date) -> str:
    """Return the year of a day: 令和7年, and 令和元年 for the first. Western before 1873."""
    for start, name in ERAS:
        if day >= start:
            year = day.year - (1868 if name == "明治" else start.year) + 1
            return f"{name}{'元' if year == 1 else year}年"
    return f"{day.year}年"


def _zoned(zone: str, time: str) -> str:
    """Return a time behind its zone: one word with a name, set off from figures, which would read
    on into it.
    """
    return zone + (NBSP if zone[-1].isdecimal() else "") + time


class _Dates(Dates, frozen=True):
    """Year, month and day, each with its counter; what says which day or which zone stands before
    the time.
    """

    def date(self, day: dt.date, *, weekday: bool, era: bool) -> str:
        text = f"{era_year(day) if era else f'{day.year}年'}{self.day(day)}"
        return text + (f"（{self.weekdays[day.weekday()]}）" if weekday else "")

    def day(self, day: dt.date) -> str:
        return f"{day.month}月{day.day}日"

    def date_range(self, first: dt.date, last: dt.date) -> str:
        if first.year != last.year:
            end = self.date(last, weekday=False, era=False)
        else:
            end = f"{last.day}日" if first.month == last.month else self.day(last)
        return f"{self.date(first, weekday=False, era=False)}～{end}"

    def month(self, year: int, number: int) -> str:
        return f"{year}年{self.months[number - 1]}"

    def year(self, figures: str) -> str:
        return f"{int(figures)}年"

    def moment(self, when: dt.datetime) -> str:
        return f"{self.date(when, weekday=False, era=False)} {clock(when)}"

    def time_range(self, first: dt.datetime, last: dt.datetime) -> str:
        days = (last.date() - first.date()).days
        return f"{clock(first)}～{self._on_day(clock(last), days, last)}"

    def times(self, times: list[dt.datetime], zones: tuple[str, str], day: dt.date) -> str:
        first, last = times[0], times[-1]
        start, end = ((when.date() - day).days for when in (first, last))
        text = _zoned(zones[0], self._on_day(clock(first), start, first))
        if len(times) == 1:
            return text
        until = self._on_day(clock(last), 0 if start == end else end, last)
        return f"{text}～{until if zones[0] == zones[1] else _zoned(zones[1], until)}"

    def fiscal_year(self, start: int, *, months: bool, era: bool) -> str:
        """Return the year from April. That of 2019 is 令和元年度, though it began in the last month
        of 平成.
        """
        text, said = self.fiscal
        year = era_year(dt.date(start, 5, 1)).removesuffix("年") if era else f"{start}"
        return text.format(year) + (said if months else "")

    def _on_day(self, time: str, days: int, when: dt.datetime) -> str:
        return {0: "", 1: "翌日", -1: "前日"}.get(days, self.day(when)) + time


DATES: Final = _Dates(
    months=tuple(f"{month}月" for month in range(1, 13)),
    weekdays=tuple("月火水木金土日"),
    year_sign="年",
    fiscal=("{}年度", "（4月～翌年3月）"),
)
