"""Readers of dates, years, months, times of day and shares in running text, for the rows of the
languages.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from lohum_brief.language.either import EVERY, words
from lohum_brief.language.either import either as _either
from lohum_brief.language.language import Language
from lohum_brief.language.mention import Mention, Sort, Weight
from lohum_brief.language.parsing.numbers import number
from lohum_brief.language.source import spelling
from lohum_brief.language.typed.units import measured

_HALF_DAY: Final = 12 * 60


def small(figure: str) -> int:
    """Return a small number in figures, or in numerals of a language: 10, 十. Raises
    UnreadableError.
    """
    return int(figure) if figure.isdecimal() and figure.isascii() else int(number(figure))


def plain(
    match: re.Match[str],
    value: int | Decimal,
    *more: int | Decimal,
    sort: Sort = "number",
    weight: Weight = "figure",
) -> Mention:
    """Return a mention of the whole match that can be any of some numbers."""
    return Mention(
        match.start(), match.end(), weight, sort, frozenset(map(Decimal, (value, *more)))
    )


def clock(
    start: int, stop: int, hour: int, minute: int, *, either: bool, weight: Weight = "figure"
) -> Mention | None:
    """Return a time of day; `either` where it may be before or after noon."""
    if hour > 24 or minute > 59:
        return None
    times = {60 * hour + minute}
    if either and hour <= 12:
        times = {hour % 12 * 60 + minute, hour % 12 * 60 + minute + _HALF_DAY}
    if hour == 24:
        times |= {0}  # the end of a day is the beginning of the next
    values = {Decimal(100 * hour + minute)} | ({Decimal(hour)} if minute == 0 else set())
    amounts = frozenset(("clock", Decimal(time)) for time in times)
    return Mention(start, stop, weight, "clock", frozenset(values), amounts)


def day(match: re.Match[str]) -> Iterator[Mention]:
    """2025-07-10: the month may stand where it likes, but in figures a day up to the twelfth may be
    a month.
    """
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return
    yield Mention(match.start("y"), match.end("y"), values=frozenset([Decimal(year)]))
    yield Mention(
        match.start("m"), match.end("m"), sort="month", values=frozenset([Decimal(month)])
    )
    yield Mention(match.start("d"), match.end("d"), values=frozenset([Decimal(day)]))


def either(match: re.Match[str]) -> Iterator[Mention]:
    """07/08/2025: India and Britain put the day first, others the month."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return
    year += 2000 if year < 100 else 0
    whole = {Decimal(first), Decimal(second)}
    yield Mention(match.start("year"), match.end("year"), values=frozenset([Decimal(year)]))
    dayish = (
        frozenset(whole) if max(first, second) <= 12 else frozenset([Decimal(max(first, second))])
    )
    monthish = (
        frozenset(whole) if max(first, second) <= 12 else frozenset([Decimal(min(first, second))])
    )
    yield Mention(match.start("a"), match.end("a"), values=dayish)
    yield Mention(match.start("b"), match.end("b"), sort="month", values=monthish)


def years(match: re.Match[str]) -> Iterator[Mention]:
    """2024-25 is a fiscal year: Japanese names the first year only; 2025-07 is a month, 2020-25 a
    span of years.
    """
    first, last = int(match["first"]), match["last"]
    yield Mention(match.start("first"), match.end("first"), values=frozenset([Decimal(first)]))
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    follows = second == first + 1 or _is_next(first, last)
    if not follows and len(last) == 2 and 1 <= int(last) <= 12 and second < first:
        sort: Sort = "month"
        yield Mention(
            match.start("last"),
            match.end("last"),
            sort=sort,
            values=frozenset([Decimal(int(last))]),
        )
        return
    if second < first:
        second = first + 1 if follows else int(last)
    yield Mention(
        match.start("last"),
        match.end("last"),
        "aside" if follows else "figure",
        values=frozenset([Decimal(second), Decimal(int(last))]),
    )


def _is_next(first: int, last: str) -> bool:
    """Return whether two figures are those of the year behind another: 1999-00."""
    return len(last) == 2 and int(last) == (first + 1) % 100


def fiscal(match: re.Match[str]) -> Iterator[Mention]:
    """FY25 begins or ends in that year; India means the second, Japan the first."""
    year = int(match["fy"])
    year += 2000 if year < 100 else 0
    yield plain(match, year, year - 1)


def clock_time(match: re.Match[str]) -> Iterator[Mention]:
    """14:30, 2:30 pm, 2.30 p.m., 1430 hrs, 10 am, 午後2時半."""
    return clock_in_part(match, lambda hour, _part: (hour, True))


InPart = Callable[[int, str], tuple[int, bool]]
"""The hour by a part of the day, and whether it may still be on either side of noon."""


def clock_in_part(match: re.Match[str], in_part: InPart) -> Iterator[Mention]:
    """Read a time of day that may have a part of the day as its group: दोपहर 2:30 बजे."""
    groups = match.groupdict()
    hour = small(groups["h"])
    meridian = (groups.get("meridian") or "").lower().replace(".", "")
    part = groups.get("part") or groups.get("part2") or ""
    either = False
    if (begins := _joined(_halves).get(meridian)) is not None:
        hour = hour % 12 + begins
    elif part:
        hour, either = in_part(hour, part)
    else:
        last = 12 if groups.get("oclock") else 7
        either = 1 <= hour <= last and not groups["h"].startswith("0")
    found = clock(match.start(), match.end(), hour, _minute(groups), either=either)
    if found:
        yield found._replace(unsure=match[0].endswith("hours"))  # 1500 hours may be a span of time


def _minute(groups: Mapping[str, str | None]) -> int:
    if written := groups.get("kmin"):
        return small(written)
    return 30 if groups.get("half") else int(groups.get("min") or 0)


def noon(match: re.Match[str]) -> Iterator[Mention]:
    hour = 12 if match[0].lower() in _noons() else 24
    found = clock(match.start(), match.end(), hour, 0, either=False, weight="aside")
    if found:
        yield found


@cache
def _joined(part: Callable[[Language], Mapping[str, int]]) -> Mapping[str, int]:
    """Return what words of any language stand for."""
    return {word: number for language in EVERY for word, number in part(language).items()}


def _halves(language: Language) -> Mapping[str, int]:
    return language.clocks.halves


def _numerators(language: Language) -> Mapping[str, int]:
    return language.mentions.numerators


def _parts(language: Language) -> Mapping[str, int]:
    return language.mentions.parts


@cache
def _noons() -> frozenset[str]:
    return frozenset(words(lambda language: language.clocks.noon))


def _part_of(
    numerator: Decimal, denominator: Decimal, match: re.Match[str], weight: Weight
) -> Mention:
    share = (100 * numerator / denominator).quantize(Decimal("1E-6")).normalize()
    return Mention(
        match.start(),
        match.end(),
        weight,
        amounts=frozenset([("%", share)]),
        values=frozenset([share / 100]),
    )


def fraction(match: re.Match[str]) -> Iterator[Mention]:
    """Two thirds, दो तिहाई, 3分の2, 2/3: a share of the whole. A half and an unnumbered quarter are
    often only words.
    """
    if match.groupdict().get("over"):
        over, under = (Decimal(small(match[name])) for name in ("over", "under"))
        weight: Weight = "figure" if match.groupdict().get("kana") else "aside"
    else:
        numerator, word = (match["times"] or "").lower(), match["part"].lower()
        over = (
            Decimal(numerator)
            if numerator.isdecimal()
            else Decimal(_joined(_numerators)[numerator] if numerator else 1)
        )
        under = Decimal(_joined(_parts)[spelling(word)])
        weight = "word" if numerator and under != 2 else "aside"
        if numerator == "a":  # a third of them, a third route
            share = _part_of(over, under, match, weight)
            yield share._replace(values=share.values | {under}, unsure=True)
            return
    if under and over < under:
        yield _part_of(over, under, match, weight)


def half(match: re.Match[str]) -> Iterator[Mention]:
    yield _part_of(Decimal(1), Decimal(2), match, "aside")


def half_of_one(match: re.Match[str]) -> Iterator[Mention]:
    """Half a tonne, a quarter of an hour, आधा घंटा."""
    part = Decimal("0.25") if "uarter" in match[0] else Decimal("0.5")
    found = measured(match.string, match.start(), match.end(), part, weight="word")
    if found.amounts:
        yield found._replace(stop=found.whole[1], plain=False)


ISO: Final = (
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})([-/.])(?P<m>[01]?[0-9])\2(?P<d>[0-3]?[0-9])(?![0-9])"
)
SLASHED: Final = (
    r"(?<![0-9.,/-])(?P<a>[0-3]?[0-9])([-/.])(?P<b>[0-3]?[0-9])\2(?P<year>(?:19|20)[0-9]{2}"
    r"|[0-9]{2})(?![0-9/]|[.,-][0-9])"
)
SPAN: Final = (
    r"(?<![0-9.,])(?P<first>(?:18|19|20)[0-9]{2}) ?[-/] ?(?P<last>(?:18|19|20)[0-9]{2}"
    r"|[0-9]{2})(?![0-9]|[.,][0-9])"
)
FY: Final = (
    rf"(?<![A-Za-z])(?:fy|{_either(lambda language: language.reading.fiscal)}) "
    r"?'?(?P<fy>(?:20)?[0-9]{2})(?![0-9-/])"
)
TIMES: Final = r"(?<![0-9:.,$₹])(?P<h>[0-2]?[0-9]):(?P<min>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:])"

OVER: Final = r"(?<![0-9/.,])(?P<over>[1-9])/(?P<under>[2-9]|10)(?![0-9/])"
FISCAL: Final = words(lambda language: language.reading.fiscal_seen)
