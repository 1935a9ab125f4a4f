"""The questions that days and times of a table leave open."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.exchange.doubts import KEEP
from lohum_brief.exchange.questions import LEAVE_OUT, AnswerError, Choice, Doubt
from lohum_brief.language.codes import LANGS
from lohum_brief.language.dates import as_of, date
from lohum_brief.language.parsing import UnreadableError, period, timespan
from lohum_brief.language.parsing import date as parsed_day
from lohum_brief.message import Forms, forms, msg
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.visit import Visit


def clock(after: dt.datetime | None) -> Doubt:
    """Ask for a time of day that is told in words: after lunch. `after` is when the entry above
    ends.
    """

    def choices() -> list[Choice]:
        end = (
            [
                Choice(
                    f"{after:%H:%M}",
                    msg("{time}, the end of the entry above", time=f"{after:%H:%M}"),
                )
            ]
            if after
            else []
        )
        return [*end, Choice(LEAVE_OUT, msg("leave the row out"))]

    return _time(choices, f"{after:%H:%M}" if after else "")


def about_clock(said: dt.time | None) -> Doubt:
    """Ask whether a time that is not exact is to be printed as if it were: 18:00頃."""
    time = f"{said:%H:%M}" if said else ""
    return _time(
        lambda: [
            *([Choice(time, time)] if time else []),
            Choice(LEAVE_OUT, msg("leave the row out")),
        ],
        time,
    )


def _time(choices: Callable[[], list[Choice]], proposed: str) -> Doubt:
    return Doubt(
        "time",
        lambda words: msg("At what time is “{words}”?", words=words),
        choices,
        proposed=proposed,
        needed=True,
        free=True,
        each=True,
    )


AFTERNOON: Final = "afternoon"


NEXT_DAY: Final = "next"


AS_WRITTEN: Final = "written"


def fallen_back(*, twelve: bool) -> Doubt:
    """Ask what is meant by times that lie before that of the row above; `twelve` where the
    afternoon would follow it.
    """

    def choices() -> list[Choice]:
        noon = (
            [Choice(AFTERNOON, msg("in the afternoon: the clock has twelve hours"))]
            if twelve
            else []
        )
        return [
            *noon,
            Choice(NEXT_DAY, msg("on the day after")),
            Choice(AS_WRITTEN, msg("as written: the rows are not in order")),
        ]

    return Doubt(
        "fallen",
        lambda words: msg("These times go back: {words}. When is that?", words=words),
        choices,
        proposed=AFTERNOON if twelve else "",
        needed=True,
    )


def day(visit: Visit, title: str = "") -> Doubt:
    """Ask on which day of a visit of several days a programme without a date is, or one whose
    `title` names a day that is none of the visit.
    """
    own = visit.particulars
    start = own.start or dt.date.min
    end = own.end or start
    days = [start + dt.timedelta(days=number) for number in range(min((end - start).days, 30) + 1)]
    return Doubt(
        "day",
        lambda _: (
            msg(
                "The list is headed “{title}”, which is no day of the visit. On which day of the "
                "visit is this? If the visit has moved, correct its dates first.",
                title=legible(title, 80),
            )
            if title
            else msg("On which day of the visit is this? The table has no date.")
        ),
        lambda: [Choice(one.isoformat(), _day(one)) for one in days],
        needed=True,
    )


def journey_day(visit: Visit, *, arrives: bool) -> Doubt:
    """Ask on which day people arrive or leave at times that stand without one."""
    own = visit.particulars
    first, last = own.start, own.end or own.start
    one = dt.timedelta(days=1)
    days = [first - one, first] if first and arrives else [last, last + one] if last else []
    return Doubt(
        "day",
        lambda words: (
            msg("On which day do people arrive at {words}?", words=words)
            if arrives
            else msg("On which day do people leave at {words}?", words=words)
        ),
        lambda: [
            *(Choice(day.isoformat(), _day(day)) for day in days),
            Choice(LEAVE_OUT, msg("leave them out")),
        ],
        needed=True,
        free=True,
    )


def journey_clock() -> Doubt:
    """Ask at what time people arrive or leave on days that stand without one."""
    return Doubt(
        "time",
        lambda words: msg("At what time of {words} do people arrive or leave?", words=words),
        lambda: [
            Choice(KEEP, msg("not known: keep the day with the flight")),
            Choice(LEAVE_OUT, msg("leave them out")),
        ],
        proposed=KEEP,
        needed=True,
        free=True,
    )


def day_of(answer: str) -> dt.date:
    """The day of an answer. Raises AnswerError where it is none."""
    try:
        return parsed_day(answer)
    except BriefError:
        raise AnswerError(
            msg("“{answer}” is no day; write it as 2025-07-08.", answer=answer[:40])
        ) from None


def clock_of(answer: str) -> dt.time:
    """The time of day of an answer. Raises AnswerError where it is none."""
    try:
        return timespan(answer)[0]
    except BriefError:
        raise AnswerError(
            msg("“{answer}” is no time of day; write it as 18:05.", answer=answer[:40])
        ) from None


def _day(day: dt.date) -> Forms:
    """Return what a day is called, with its day of the week."""
    return forms({lang: date(day, lang, weekday=True) for lang in LANGS})


def half_years() -> Doubt:
    """Ask which year is meant by FY25: to some the one that ends in 2025, to others the one that
    begins then.
    """
    return Doubt(
        "years",
        lambda words: msg(
            "Does the fiscal year begin or end in the year that {words} names?", words=words
        ),
        lambda: [Choice("end", msg("it ends then")), Choice("begin", msg("it begins then"))],
        proposed="end",
        needed=True,
    )


def year(start: dt.date | None) -> Doubt:
    """Ask of which year months and quarters are that name none; those around the visit are
    offered.
    """
    last = start.year if start else 0
    shown = (
        [one for number in (last, last - 1, last - 2) for one in (f"FY{number}", f"{number}")]
        if last
        else []
    )
    return Doubt(
        "year",
        lambda words: msg(
            "Of which year are {words}? Write it as 2025 or, for a fiscal year, 2025-26.",
            words=words,
        ),
        lambda: [Choice(one, _period(one)) for one in shown],
        needed=True,
        free=True,
    )


def _period(stored: str) -> Forms:
    """Return what a year is called."""
    return forms({lang: as_of(stored, lang, months=False).replace("\u00a0", " ") for lang in LANGS})


def year_of(answer: str) -> str:
    """The year of an answer as records store it. Raises UsageError where it is none."""
    try:
        found = period(answer)
    except UnreadableError:
        found = ""
    if re.fullmatch(r"\d{4}-\d\d", answer) and int(answer[5:]) == (int(answer[:4]) + 1) % 100:
        found = f"FY{answer[:4]}"  # 2011-12 is no December here
    if not re.fullmatch(r"(?:FY)?\d{4}", found):
        raise AnswerError(
            msg("“{answer}” is no year; write it as 2025 or 2025-26.", answer=answer[:40])
        )
    return found
