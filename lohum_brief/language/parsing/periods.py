"""Periods as records store them: 2025-07-08, 2025-07, 2025, and FY2024 for the fiscal year that
begins in April 2024.
"""

import re
from typing import Final, NoReturn

from lohum_brief.language import dates
from lohum_brief.language.codes import LANGS
from lohum_brief.language.either import either
from lohum_brief.language.parsing.dates import WORD, calendars, find_date, month_of
from lohum_brief.language.rooms.reading import Period
from lohum_brief.language.source import UnreadableError, folded, shown
from lohum_brief.message import forms, msg

_STORED: Final = re.compile(r"(FY)?[1-9][0-9]{3}|[1-9][0-9]{3}-(0[1-9]|1[0-2])")
_MONTH_OR_YEAR: Final = re.compile(r"([1-9][0-9]{3})[-/](0[1-9]|1[0-2])")
_AS_OF: Final = re.compile(either(lambda language: language.reading.as_of), re.IGNORECASE)
FISCAL: Final = either(lambda language: language.reading.fiscal)
"""What stands before fiscal years, as a pattern."""


def _named_months(month: int) -> str:
    """Return a pattern of the names of a month; languages that count months have none."""
    return either(lambda language: language.dates.months[month - 1] if language.spaced else "")


_FISCAL: Final = re.compile(
    rf"(?P<name>(?:{FISCAL}) ?)?"
    r"(?P<first>[1-9][0-9]{3}|[0-9]{2}) ?[-\u2013/] ?(?P<last>[0-9]{4}|[0-9]{2})"
    rf"(?: \((?:{_named_months(4)})[-\u2013](?:{_named_months(3)})\))?",
    re.IGNORECASE,
)
_ONE_YEAR: Final = re.compile(rf"(?:{FISCAL}) ?'?[0-9]{{2,4}}", re.IGNORECASE)
_MONTH: Final = re.compile(rf"(?P<word>{WORD})\.?,?[ -]'?(?P<year>[0-9]{{4}})", re.IGNORECASE)
_MONTH_IN_FIGURES: Final = re.compile(
    r"(?P<year>[1-9][0-9]{3})[-/.](?P<month>[0-9]{1,2})"
    r"|(?P<month1>[0-9]{1,2})[-/.](?P<year1>[1-9][0-9]{3})"
)


def period(text: str, *, day_first: bool | None = None) -> str:
    """Read a day, month, year or fiscal year in the form that records store: July 2025 is 2025-07,
    令和6年度 is FY2024, 2023年3月期 FY2022.

    2024-25 is a fiscal year, 2024-12 a month, and 2011-12, which is either, is refused. FY2024 is
    the year that begins in 2024, as it is stored; FY25 and FY 2025 are refused, because India means
    the year that ends in 2025. `day_first` is that of `date`. Raises UnreadableError,
    AmbiguousDateError.
    """
    body = _AS_OF.sub("", folded(text))
    if (found := _MONTH_OR_YEAR.fullmatch(body)) and int(found[2]) == (int(found[1]) + 1) % 100:
        _refuse_either(int(found[1]), int(found[2]), text)
    if _STORED.fullmatch(body):
        return body
    if fiscal := _fiscal(body):
        return fiscal
    if _ONE_YEAR.fullmatch(body):
        raise UnreadableError(
            msg(
                "“{text}” can begin or end in that year: write both, as in FY 2024-25.",
                text=shown(text),
            )
        )
    if (counted := _counted(body)) is not None:
        return _stored(counted, text)
    if month := _with_month(body, text):
        return month
    day = find_date(body, day_first=day_first) or _refuse(text)
    return day.isoformat()


def _counted(body: str) -> Period | None:
    """Return a period in signs of a language, or by its eras."""
    for calendar in calendars():
        if found := calendar.period(body):
            return found
    return None


def _stored(found: Period, text: str) -> str:
    if found.fiscal:
        return f"FY{found.year}"
    return f"{found.year:04}" if found.month is None else _month(found.year, found.month, text)


def _with_month(body: str, text: str) -> str:
    """Return the month of a year by its name or in figures; empty for what is none."""
    if (found := _MONTH.fullmatch(body)) and (month := month_of(found["word"])):
        return _month(int(found["year"]), month, text)
    if found := _MONTH_IN_FIGURES.fullmatch(body):
        return _month(
            int(found["year"] or found["year1"]), int(found["month"] or found["month1"]), text
        )
    return ""


def _fiscal(body: str) -> str:
    """Return a fiscal year that names two years; empty for what is none."""
    found = _FISCAL.fullmatch(body)
    if not found:
        return ""
    first = int(found["first"]) if len(found["first"]) == 4 else 2000 + int(found["first"])
    last = found["last"]
    follows = int(last) == (first + 1 if len(last) == 4 else (first + 1) % 100)
    two = found["name"] or (len(found["first"]), len(last)) == (4, 2)
    return f"FY{first}" if follows and two else ""


def _month(year: int, month: int, text: str) -> str:
    if not 1 <= month <= 12:
        _refuse(text)
    return f"{year:04}-{month:02}"


def _refuse_either(year: int, month: int, text: str) -> NoReturn:
    raise UnreadableError(
        msg(
            "“{text}” can be a month or a fiscal year: write it as {month} or as {fiscal}.",
            text=shown(text),
            month=forms({lang: dates.month(year, month, lang) for lang in LANGS}),
            fiscal=forms({lang: dates.fiscal_year(year, lang, months=False) for lang in LANGS}),
        )
    )


def _refuse(text: str) -> NoReturn:
    raise UnreadableError(
        msg(
            "“{text}” is not a date, month or year that can be read: write it as 2025-07-10, "
            "2025-07, 2025 or FY 2024-25.",
            text=shown(text),
        )
    )
