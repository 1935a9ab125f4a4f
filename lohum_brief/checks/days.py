"""Dates written into texts: a day that its month does not have, a weekday that is not that of its
date.
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.strings import strings
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.ja.dates import ERAS
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.parsing.dates import month_of
from lohum_brief.message import Message, forms, msg
from lohum_brief.visit.records import Chart, Source, Table, is_quotation
from lohum_brief.visit.visit import Visit

RULE = "days"

_CELLS: Final = ("rows.", "names.")
_DIGITS: Final = {base + digit: ord("0") + digit for base in (0x0966, 0xFF10) for digit in range(10)} | {
    ord("（"): "(", ord("）"): ")"
}  # fmt: skip
_ISO: Final = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?![\d-])")

_LAST: Final = range(29, 40)
"""Days of which a month may have too many; whatever is higher is no day at all, but a number before
a month.
"""


_GREGORIAN, _FAR = 1873, 2200
"""Years between which a number of four figures is one, counted as today."""


class Amiss(NamedTuple):
    """A date that cannot be; `weekday` is the one that is written beside it, of Monday's 0, or None
    where there is no such day.
    """

    words: str
    year: int
    month: int
    day: int
    weekday: int | None


def findings(visit: Visit) -> Iterator[Finding]:
    """A warning for each such date. Titles of sources and quotations stand as they were published."""
    for record in visit:
        if isinstance(record, Source) or is_quotation(record):
            continue
        for path, lang, text in strings(record):
            if lang is None and not (isinstance(record, Table | Chart) and path.startswith(_CELLS)):
                continue
            for one in dict.fromkeys(
                one for tried in ((lang,) if lang else LANGS) for one in amiss(text, tried)
            ):
                yield Finding("warning", RULE, record.id, path, _message(one), one.words)


def _message(one: Amiss) -> Message:
    if one.weekday is None:
        return msg("“{words}”: this month has no such day.", words=one.words)
    number = dt.date(one.year, one.month, one.day).weekday()
    weekday = forms(
        {lang: own.days.said.format(own.dates.weekdays[number]) for lang, own in LANGUAGES.items()}
    )
    return msg("“{words}”: the date is a {weekday}.", words=one.words, weekday=weekday)


class _Written(NamedTuple):
    """The patterns of a language, ready."""

    seen: re.Pattern[str]
    dates: tuple[re.Pattern[str], ...]
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _written(lang: Lang) -> _Written:
    own = LANGUAGES[lang].days
    dates = (*map(re.compile, own.dates), _ISO)
    return _Written(re.compile(own.seen), dates, re.compile(own.before), re.compile(own.behind))


@lru_cache(maxsize=50_000)
def amiss(text: str, lang: Lang) -> tuple[Amiss, ...]:
    """Return the dates of a text that cannot be, where day, month and year are certain."""
    written = _written(lang)
    if not written.seen.search(text):
        return ()
    folded = text if text.isascii() else text.translate(_DIGITS)
    return tuple(
        one
        for pattern in written.dates
        for found in pattern.finditer(folded)
        for one in _of(found, lang)
    )


def _of(found: re.Match[str], lang: Lang) -> Iterator[Amiss]:
    parts = found.groupdict()
    number, day = _month(parts), int(parts["day"])
    year = _year(parts)
    if not 1 <= number <= 12:
        return
    if day > monthrange(year or 2000, number)[1]:  # of a leap year where none is said
        if day in _LAST:
            yield Amiss(found[0], year, number, day, None)
        return
    if not year or not day:
        return
    text = found.string
    before, behind = (
        _written(lang).before.search(text[max(0, found.start() - 20) : found.start()]),
        _written(lang).behind.match(text, found.end()),
    )
    for beside in (before, behind):
        name = next((name for name in beside.groups() if name), "") if beside else ""
        if (
            beside
            and name
            and (weekday := _weekday(name, lang)) != dt.date(year, number, day).weekday()
        ):
            words = beside[0] + found[0] if beside is before else found[0] + beside[0]
            yield Amiss(words.strip(" ,"), year, number, day, weekday)


def _month(parts: dict[str, str | None]) -> int:
    if number := parts.get("number"):
        return int(number)
    return month_of((parts.get("name") or "").casefold()) or 0


def _year(parts: dict[str, str | None]) -> int:
    """The year, 0 where none is certain."""
    written = parts.get("year")
    if not written:
        return 0
    year = 1 if written == "元" else int(written)
    if era := parts.get("era"):
        start = next(start for start, name in ERAS if name == era)
        return year + start.year - 1 if start.year > _GREGORIAN else 0
    return year if _GREGORIAN < year < _FAR else 0


def _weekday(name: str, lang: Lang) -> int:
    own = LANGUAGES[lang]
    if name in own.days.more:
        return own.days.more[name]
    begun = name[: own.days.letters]
    return next(i for i, full in enumerate(own.dates.weekdays) if full.startswith(begun))
