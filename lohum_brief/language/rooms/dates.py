"""How a language writes dates and times; the common form is that of languages that set spaces."""

import datetime as dt

import msgspec


def clock(when: dt.datetime | dt.time) -> str:
    """Return a time of day on the 24-hour clock, two digits each so that columns align: 09:05."""
    return f"{when.hour:02}:{when.minute:02}"


class Dates(msgspec.Struct, frozen=True, kw_only=True):
    """Days are written as 10 July 2025 unless a language says otherwise."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """From Monday, as `date.weekday` counts, in the form that stands behind a date."""
    year_sign: str = ""
    """What stands against the figures of a year."""
    fiscal: tuple[str, str]
    """The fiscal year, with `{}` for its figures, and its months, which a pack says once."""

    def date(self, day: dt.date, *, weekday: bool, era: bool) -> str:
        """Return a date, with the weekday behind it if wanted; `era` counts years as Japanese
        offices do.
        """
        _ = era
        text = f"{self.day(day)} {day.year}"
        return f"{text} ({self.weekdays[day.weekday()]})" if weekday else text

    def day(self, day: dt.date) -> str:
        """Return a day of a year that is known: 2 July."""
        return f"{day.day} {self.months[day.month - 1]}"

    def date_range(self, first: dt.date, last: dt.date) -> str:
        """Return from one day to a later one, each part said once: 8–10 July 2025."""
        same_year, same_month = (
            first.year == last.year,
            first.year == last.year and first.month == last.month,
        )
        start = f"{first.day}"
        if not same_month:
            start += f" {self.months[first.month - 1]}" + ("" if same_year else f" {first.year}")
        joint = "–" if same_month else " – "
        return start + joint + self.date(last, weekday=False, era=False)

    def month(self, year: int, number: int) -> str:
        """Return a month of a year: July 2025."""
        return f"{self.months[number - 1]} {year}"

    def year(self, figures: str) -> str:
        """Return a year alone."""
        return figures

    def moment(self, when: dt.datetime) -> str:
        """Return a day with the time of day behind it: 24 July 2025, 22:10."""
        return f"{self.date(when, weekday=False, era=False)}, {clock(when)}"

    def time_range(self, first: dt.datetime, last: dt.datetime) -> str:
        """Return from one time to another; a later day is said: 22:30 – 31 December, 01:30."""
        days = (last.date() - first.date()).days
        return f"{clock(first)}{' – ' if days else '–'}{self._from_day(clock(last), days, last)}"

    def times(self, times: list[dt.datetime], zones: tuple[str, str], day: dt.date) -> str:
        """Return one time, or from one to another, on the clock of a zone, which has another name
        at its end if it is changed.

        What is not on `day` says so, both times once if they share a day.
        """
        first, last = times[0], times[-1]
        start, end = ((when.date() - day).days for when in (first, last))
        since, until = clock(first), f"{clock(last)} {zones[1]}"
        if zones[0] != zones[1]:
            since += f" {zones[0]}"
        if len(times) > 1 and start == end:
            until = f"{since} – {until}" if zones[0] != zones[1] else f"{since}–{until}"
        elif len(times) > 1:
            return f"{self._on_day(since, start, first)} – {self._from_day(until, end, last)}"
        return self._on_day(until, end, last)

    def fiscal_year(self, start: int, *, months: bool, era: bool) -> str:
        """Return the fiscal year that begins in April of `start`, with its months if wanted."""
        _ = era
        text, said = self.fiscal
        return text.format(f"{start}-{(start + 1) % 100:02}") + (said if months else "")

    def _on_day(self, time: str, days: int, when: dt.datetime) -> str:
        return f"{time}, {self.day(when)}" if days else time

    def _from_day(self, time: str, days: int, when: dt.datetime) -> str:
        """Return a time of another day behind one that is not: its day stands before it, or both
        would seem to be on that.
        """
        return f"{self.day(when)}, {time}" if days else time
