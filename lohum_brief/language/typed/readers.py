"""Readers of dates, years, months, times of day and shares in running text, for the rows of the
languages.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from lohum_brief.language.ja.kanji_numbers import kanji_number
from lohum_brief.language.mention import Mention, Sort, Weight
from lohum_brief.language.source import UnreadableError, spelling
from lohum_brief.language.typed.units import measured

_HALF_DAY: Final = 12 * 60
KANJI_DIGITS: Final = "〇一二三四五六七八九十"
SMALL: Final = rf"(?:[0-9]{{1,2}}|[{KANJI_DIGITS}]{{1,3}})"


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
    hour = kanji_number(groups["h"])
    meridian = (groups.get("meridian") or "").lower().replace(".", "")
    part = groups.get("part") or groups.get("part2") or ""
    either = False
    if meridian in _MERIDIANS:
        hour = hour % 12 + _MERIDIANS[meridian]
    elif part:
        hour, either = in_part(hour, part)
    else:
        last = 12 if groups.get("oclock") else 7
        either = 1 <= hour <= last and not groups["h"].startswith("0")
    found = clock(match.start(), match.end(), hour, _minute(groups), either=either)
    if found:
        yield found._replace(unsure=match[0].endswith("hours"))  # 1500 hours may be a span of time


_MERIDIANS: Final = {"pm": 12, "午後": 12, "p": 12, "am": 0, "午前": 0, "a": 0}
"""What is said of the half of the day, with the hours that it begins at."""


def _minute(groups: Mapping[str, str | None]) -> int:
    if written := groups.get("kmin"):
        return kanji_number(written)
    return 30 if groups.get("half") else int(groups.get("min") or 0)


_NOONS: Final = frozenset(("noon", "12 noon", "正午", "मध्याह्न"))


def past(match: re.Match[str]) -> Iterator[Mention]:
    """Half past ten, a quarter to nine, twenty minutes past two in the afternoon."""
    hour = _HOURS.get(match["h"].lower()) or int(match["h"])
    said = match["minutes"] or match["quarter"] or match["before"]
    minute = _MINUTES[said.lower()]
    if not match["minutes"]:
        hour, minute = (hour - 1) or 12, 60 - minute
    part = (match["meridian"] or match["part"] or "").lower().replace(".", "")
    either = part in ("", "night")
    if not 1 <= hour <= 12:
        either = False
    elif not either:
        hour = hour % 12 + _PARTS[part]
    yield from filter(None, [clock(match.start(), match.end(), hour, minute, either=either)])


_PARTS: Final = {"am": 0, "morning": 0, "pm": 12, "afternoon": 12, "evening": 12}


def noon(match: re.Match[str]) -> Iterator[Mention]:
    hour = 12 if match[0].lower() in _NOONS else 24
    found = clock(match.start(), match.end(), hour, 0, either=False, weight="aside")
    if found:
        yield found


_DENOMINATORS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "tenth": 10, "tenths": 10, "तिहाई": 3,
    "चौथाई": 4,
}  # fmt: skip
_NUMERATORS: Final = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9, "seven": 7, "एक": 1, "दो": 2,
    "तीन": 3, "": 1,
}  # fmt: skip


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
        over, under = (Decimal(kanji_number(match[name])) for name in ("over", "under"))
        weight: Weight = "figure" if match.groupdict().get("kana") else "aside"
    else:
        numerator, word = (match["times"] or "").lower(), match["part"].lower()
        over = Decimal(numerator) if numerator.isdecimal() else Decimal(_NUMERATORS[numerator])
        under = Decimal(_DENOMINATORS[spelling(word)])
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


def half_year(match: re.Match[str]) -> Iterator[Mention]:
    yield plain(match, Decimal("0.5"), weight="aside")._replace(
        amounts=frozenset([("months", Decimal(6))])
    )


def tenths(match: re.Match[str]) -> Iterator[Mention]:
    """3割5分 are 35%."""
    tens = Decimal(kanji_number(match["tens"]))
    share = 10 * tens + (kanji_number(match["ones"]) if match["ones"] else 0)
    yield plain(match, share if match["ones"] else tens)._replace(
        amounts=frozenset([("%", share)]), unit="割", plain=False
    )


def all_year(match: re.Match[str]) -> Iterator[Mention]:
    """24時間365日 is always, day and night."""
    yield plain(match, 365, weight="aside")


def japanese_month(match: re.Match[str]) -> Iterator[Mention]:
    try:
        number = kanji_number(match["month"])
    except UnreadableError:
        return
    if 1 <= number <= 12:
        yield Mention(match.start(), match.end(), sort="month", values=frozenset([Decimal(number)]))


def japanese_date(match: re.Match[str]) -> Iterator[Mention]:
    """7/10（木）, with the month first."""
    month, day = int(match["m"]), int(match["d"])
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield Mention(
            match.start("m"), match.end("m"), sort="month", values=frozenset([Decimal(month)])
        )
        yield Mention(match.start("d"), match.end("d"), values=frozenset([Decimal(day)]))


def short_year(match: re.Match[str]) -> Iterator[Mention]:
    year = int(match["short"])
    yield plain(match, year, 2000 + year, 1900 + year)


def romanised(match: re.Match[str]) -> Iterator[Mention]:
    first = {"R": 2018, "H": 1988, "S": 1925}[match[0][0]]
    number = int(match["short_era"])
    yield plain(match, first + number, number)


_HOURS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_MINUTES: Final = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
PAST: Final = (
    r"\b(?:[Aa] )?(?:(?P<minutes>(?i:half|quarter|five|ten|twenty(?:-five)?))(?: minutes)? past"
    r"|(?:(?P<quarter>(?i:quarter))|(?P<before>(?i:five|ten|twenty(?:-five)?)) minutes) to) "
    rf"(?P<h>(?i:{'|'.join(_HOURS)})|[0-9]{{1,2}})\b(?![.,:]?[0-9]|-|%)"
    r"(?! (?:per|million|billion|lakh|crore|hundred|thousand|years|months|weeks|days|people"
    r"|members|tonnes|t)\b)"
    r"(?: ?(?P<meridian>[APap]\.?[Mm]\b\.?)| in the (?P<part>morning|afternoon|evening)| at "
    r"(?P<dark>night)\b)?"
)

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
    r"(?<![A-Za-z])(?:FY|fy|F\.Y\.|financial year|fiscal(?: year)?|वित्त वर्ष|वित्तीय वर्ष) "
    r"?'?(?P<fy>(?:20)?[0-9]{2})(?![0-9-/])"
)
TIMES: Final = r"(?<![0-9:.,$₹])(?P<h>[0-2]?[0-9]):(?P<min>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:])"

OVER: Final = r"(?<![0-9/.,])(?P<over>[1-9])/(?P<under>[2-9]|10)(?![0-9/])"
FISCAL: Final = ("FY", "F.Y.", "iscal", "inancial year", "वित्त")
