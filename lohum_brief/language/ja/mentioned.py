"""Readers of days, years and shares in running Japanese."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lohum_brief.language.ja.kanji_numbers import kanji_number
from lohum_brief.language.mention import Mention
from lohum_brief.language.source import UnreadableError
from lohum_brief.language.typed.readers import plain

KANJI_DIGITS: Final = "〇一二三四五六七八九十"
SMALL: Final = rf"(?:[0-9]{{1,2}}|[{KANJI_DIGITS}]{{1,3}})"


def half_year(match: re.Match[str]) -> Iterator[Mention]:
    """半年 is six months."""
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


def month(match: re.Match[str]) -> Iterator[Mention]:
    """7月, 七月."""
    try:
        number = kanji_number(match["month"])
    except UnreadableError:
        return
    if 1 <= number <= 12:
        yield Mention(match.start(), match.end(), sort="month", values=frozenset([Decimal(number)]))


def month_and_day(match: re.Match[str]) -> Iterator[Mention]:
    """7/10（木）, with the month first."""
    month, day = int(match["m"]), int(match["d"])
    if 1 <= month <= 12 and 1 <= day <= 31:
        yield Mention(
            match.start("m"), match.end("m"), sort="month", values=frozenset([Decimal(month)])
        )
        yield Mention(match.start("d"), match.end("d"), values=frozenset([Decimal(day)]))


def short_year(match: re.Match[str]) -> Iterator[Mention]:
    """25年度 is of this century or the one before."""
    year = int(match["short"])
    yield plain(match, year, 2000 + year, 1900 + year)
