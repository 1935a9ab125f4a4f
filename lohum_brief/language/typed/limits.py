"""Limits that a text says with its numbers: at least 500, 500以上, 500 से अधिक नहीं.

Two languages that say one number may not say two limits with it: at least 500 includes 500, more
than 500 does not.
"""

import re
from functools import cache
from typing import Final, Literal, NamedTuple

from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.mention import Mention
from lohum_brief.language.parsing.quantities import sayings
from lohum_brief.language.rooms.units import About
from lohum_brief.language.source import bare

Limit = Literal["≥", ">", "≤", "<"]
_LIMITS: Final[dict[About, Limit]] = {
    "at least": "≥",
    "more than": ">",
    "at most": "≤",
    "up to": "≤",
}
_NEAR: Final = 24
"""Characters beside a number in which such words stand."""

_COUNTED: Final = r" [a-z\u0900-\u0963]{1,14}|[\u3040-\u30ff\u4e00-\u9fff]{1,3}?"
"""What is counted, between a number and its limit: 500 members or more, 500名以上."""


class Limited(NamedTuple):
    """A number with its limit, and where both begin and end in the text."""

    mention: Mention
    limit: Limit
    start: int
    stop: int

    @property
    def is_least(self) -> bool:
        """Whether the number is the least there is, or less than that; else it is the most."""
        return self.limit in ("≥", ">")


class _Words(NamedTuple):
    any: re.Pattern[str]
    """Found in every text that has one of them."""
    before: re.Pattern[str]
    behind: re.Pattern[str]
    limits: dict[str, Limit]


def limited(text: str, found: tuple[Mention, ...]) -> list[Limited]:
    """Return the numbers of a text that stand beside a limit, in whatever language."""
    words = _words()
    text = bare(text.lower()) if len(bare(text.lower())) == len(text) else text.lower()
    if not words.any.search(text):
        return []
    every = (_limited(text, one, words) for one in found if one.weight != "aside")
    return [one for one in every if one is not None]


def _limited(text: str, one: Mention, words: _Words) -> Limited | None:
    start, stop = one.extent
    if behind := words.behind.match(text, stop):
        return Limited(one, words.limits[behind[1]], start, behind.end())
    if before := words.before.search(text, max(0, start - _NEAR), start):
        return Limited(one, words.limits[before[1]], before.start(), stop)
    return None


@cache
def _words() -> _Words:
    """Return the words of all languages; the longest first, for no more than is not more than."""
    before: dict[str, Limit] = {}
    behind: dict[str, Limit] = {}
    for about, ahead, after in sayings():
        if limit := _LIMITS.get(about):
            before |= {ahead.strip(): limit} if ahead else {}
            behind |= {after.strip(): limit} if after else {}
    for language in LANGUAGES.values():
        ahead, after = map(bare, language.reading.below)
        before |= {word.strip(): "<" for word in ahead.split("|") if word}
        behind |= {word.strip(): "<" for word in after.split("|") if word}
    behind.pop("+", None)  # 500+ may be either
    return _Words(
        re.compile(_alternatives({**before, **behind})),
        re.compile(rf"(?<![\w\u0900-\u097f])({_alternatives(before)}) ?$"),
        re.compile(rf"(?:{_COUNTED})? ?({_alternatives(behind)})(?![a-z\u0900-\u0963])"),
        before | behind,
    )


def _alternatives(words: dict[str, Limit]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: -len(word))))
