"""Hints about spelling by the house rules: what a careful reader of each language would mark, and
no more.

The rules are the languages' own (`rooms.hints`). Words of no list are `spelling`'s, in English;
Japanese parts no words.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final
from unicodedata import normalize

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.rooms.hints import Hint, Rule
from lohum_brief.message import msg

_Compiled = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str], str]


def hints(text: str, lang: Lang) -> Iterator[Hint]:
    """Yield the hints for a text; where two rules meet the first one speaks."""
    taken = 0
    found = sorted(_all(text, lang), key=lambda hint: hint.start)
    for hint in found:
        if hint.start >= taken:
            taken = hint.stop
            yield hint


def sentence_ends(text: str, lang: Lang) -> Iterator[Hint]:
    """Yield hints for sentences that end with a full stop where the language has another one."""
    if rule := _stop(lang):
        yield from _by_rule(rule, text)


@cache
def _stop(lang: Lang) -> _Compiled | None:
    rule = LANGUAGES[lang].hints.stop
    return rule and _ready(rule)


def _all(text: str, lang: Lang) -> Iterator[Hint]:
    for rule in _compiled(lang):
        yield from _by_rule(rule, text)
    yield from LANGUAGES[lang].hints.more(text)


def _by_rule(rule: _Compiled, text: str) -> Iterator[Hint]:
    pattern, right, why = rule
    for match in pattern.finditer(text):
        better = match.expand(right) if isinstance(right, str) else right(match)
        if better != match[0]:
            yield Hint(match.start(), match.end(), better, msg(why))


@cache
def _compiled(lang: Lang) -> tuple[_Compiled, ...]:
    return tuple(map(_ready, (*LANGUAGES[lang].hints.rules, *_ALL)))


def _ready(rule: Rule) -> _Compiled:
    return re.compile(rule.pattern), rule.right, rule.why


def _composed(match: re.Match[str]) -> str:
    return normalize("NFC", match[0])


_ALL: Final = (
    Rule(r"(?<=\S) {2,}(?=\S)", " ", phrase("There are two spaces where one is enough.")),
    Rule(
        "[か-とは-ほウカ-トハ-ホ][\u3099\u309a]",
        _composed,
        phrase("The sign is made of two characters; one is enough."),
    ),
)
