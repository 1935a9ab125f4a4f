"""Dates written into texts: a day that its month does not have, a weekday that is not that of its
date.
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.strings import strings
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.parsing.dates import month_of
from lohum_brief.message import Message, forms, msg
from lohum_brief.visit.records import AnyRecord, Chart, Source, Table, is_quotation
from lohum_brief.visit.visit import Visit

RULE = "days"

_CELLS: Final = ("rows.", "names.")
_DIGITS: Final = {
    base + digit: ord("0") + digit for base in (0x0966, 0xFF10) for digit in range(10)
} | {ord("（"): "(", ord("）"): ")"}
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
    """Yield a warning for each such date. Titles of sources and quotations stand as they were
    published.
    """
    for record in visit:
        if isinstance(record, Source) or is_quotation(record):
            continue
        for path, lang, text in strings(record):
            if lang is not None or _is_cell(record, path):
                for one in _amiss_in(text, lang):
                    yield Finding("warning", RULE, record.id, path, _message(one), one.words)


def _is_cell(record: AnyRecord, path: str) -> bool:
    return isinstance(record, Table | Chart) and path.startswith(_CELLS)


def _amiss_in(text: str, lang: Lang | None) -> Iterable[Amiss]:
    """Return what is amiss in a language, or in any; each once."""
    tried = (lang,) if lang else LANGS
    return dict.fromkeys(one for each in tried for one in amiss(text, each))


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
    year, number, day = _year(parts, lang), _month(parts), int(parts["day"])
    if not 1 <= number <= 12:
        return
    if day > monthrange(year or 2000, number)[1]:  # of a leap year where none is said
        if day in _LAST:
            yield Amiss(found[0], year, number, day, None)
    elif year and day:
        yield from _of_weekdays(found, (year, number, day), lang)


def _of_weekdays(found: re.Match[str], date: tuple[int, int, int], lang: Lang) -> Iterator[Amiss]:
    """Yield the date with each weekday beside it that is not its own."""
    written, text, start = _written(lang), found.string, found.start()
    besides: list[tuple[re.Match[str], str]] = []
    if before := written.before.search(text[max(0, start - 20) : start]):
        besides.append((before, before[0] + found[0]))
    if behind := written.behind.match(text, found.end()):
        besides.append((behind, found[0] + behind[0]))
    for beside, words in besides:
        name = next(filter(None, beside.groups()), "")
        if name and (weekday := _weekday(name, lang)) != dt.date(*date).weekday():
            yield Amiss(words.strip(" ,"), *date, weekday)


def _month(parts: dict[str, str | None]) -> int:
    if number := parts.get("number"):
        return int(number)
    return month_of((parts.get("name") or "").casefold()) or 0


def _year(parts: dict[str, str | None], lang: Lang) -> int:
    """Return the year, 0 where none is certain."""
    written = parts.get("year")
    if not written:
        return 0
    year = 1 if written == LANGUAGES[lang].days.first_year else int(written)
    if era := parts.get("era"):
        first = LANGUAGES[lang].days.eras[era]
        return year + first - 1 if first > _GREGORIAN else 0
    return year if _GREGORIAN < year < _FAR else 0


def _weekday(name: str, lang: Lang) -> int:
    own = LANGUAGES[lang]
    if name in own.days.more:
        return own.days.more[name]
    begun = name[: own.days.letters]
    return next(i for i, full in enumerate(own.dates.weekdays) if full.startswith(begun))
