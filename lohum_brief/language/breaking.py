"""Where a line may break: the rules of Unicode (UAX 14) with strict kinsoku for Japanese, by ICU, and ours on top.

Ours: a number stays with its counter or unit (74名, 10日), a word with hyphens is not parted at them: a reader that
copies the text could not tell such a hyphen from one that only divides; and of solidi only those of an address part a
line, those of a unit (t/year) do not.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import Final

from icu4py.breakers import LineBreaker

from lohum_brief.language.codes import Lang

_LOCALES: Final[dict[Lang, str]] = {"hi": "hi", "en": "en", "ja": "ja@lb=strict"}
_PHRASES: Final = "ja@lb=strict;lw=phrase"

_COUNTERS: Final = frozenset("年月日時分秒名人件社個台円％%万億兆キトグミ℃回班度倍割号条章歳階本冊校国県市点")
"""First characters of what is counted or measured; a number is not parted from it."""

_JOINS: Final = re.compile(rf"(?:\d|(?<=\d)[万億兆])(?=[{''.join(sorted(_COUNTERS))}])|第(?=\d)|-(?=.)|.(?=\u00a0)")
"""Ends where a line might break and must not."""

_SOLIDUS: Final = re.compile(rf"{_JOINS.pattern}|/(?=\S)")
"""The same in a text without addresses."""


def segments(text: str, lang: Lang, *, phrases: bool = False) -> list[str]:
    """Cut the text where a line may break; joined, the pieces are the text. White space ends a piece.

    `phrases` keeps Japanese phrases together, as headings want it; it has no effect in the other languages.
    """
    pieces = list(LineBreaker(text, _LOCALES[lang]))
    if phrases and lang == "ja":
        pieces = _coarser(LineBreaker(text, _PHRASES), pieces)
    pattern = _SOLIDUS if "/" in text and "://" not in text else _JOINS
    if joins := [match.end() for match in pattern.finditer(text)]:
        ends = [*accumulate(map(len, pieces))]
        for place in reversed(joins):
            i = bisect_left(ends, place)
            if ends[i] == place and i + 1 < len(pieces):
                pieces[i : i + 2] = [pieces[i] + pieces[i + 1]]
    return pieces


def _coarser(phrases: Iterable[str], pieces: list[str]) -> list[str]:
    """The pieces joined to phrases; a phrase boundary where strict kinsoku allows no break is none."""
    ends = set(accumulate(map(len, phrases)))
    out = [""]
    position = 0
    for piece in pieces:
        if position in ends:
            out.append("")
        out[-1] += piece
        position += len(piece)
    return out
