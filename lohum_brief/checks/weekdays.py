"""Weekdays that the languages of a text name otherwise: Wednesday, but मंगलवार. A weekday beside its
date is compared with that (`days`), and here as well.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, UNSPACED, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.message import Forms, forms, listed, msg
from lohum_brief.visit.records import Particulars, Source, is_quotation
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "days"

_PRINTED: Final = "{date:"
"""What prints a weekday of itself cannot disagree, and takes the place of one that is written."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each language that names another weekday than the others; where two
    agree, for the third, otherwise for those that differ from the original.
    """
    original: Lang = next((particulars.original for particulars in visit.of(Particulars)), "en")
    for record in visit:
        if isinstance(record, Source) or is_quotation(record):
            continue
        for field, text in texts(record):
            if isinstance(text, Text):
                yield from _of_text(record.id, field, text, original)


def _of_text(ident: str, field: str, text: Text, original: Lang) -> Iterator[Finding]:
    named = {
        lang: days
        for lang in LANGS
        if (string := text[lang]) and _PRINTED not in string and (days := weekdays(string, lang))
    }
    if len(set(named.values())) < 2:
        return
    right = _right(named, original)
    for lang, days in named.items():
        if days != right:
            message = msg(
                "This language says {own}, other languages of the text {others}.",
                own=listed(_called(day) for day in sorted(days)),
                others=listed(_called(day) for day in sorted(right)),
            )
            about = " ".join(map(str, (*sorted(days), "/", *sorted(right))))
            yield Finding("warning", RULE, ident, f"{field}.{lang}", message, about)


def _right(named: Mapping[Lang, frozenset[int]], original: Lang) -> frozenset[int]:
    """Return what most say; where none are more, what the original says."""
    said = list(named.values())
    most = max(said, key=said.count)
    return most if said.count(most) > 1 else named.get(original, said[0])


def weekdays(text: str, lang: Lang) -> frozenset[int]:
    """Return the weekdays that a text names in full, of Monday's 0."""
    pattern = _names(lang)
    return frozenset(_number(name, lang) for name in pattern.findall(text))


@cache
def _names(lang: Lang) -> re.Pattern[str]:
    names = "|".join(map(re.escape, (*_full(lang), *LANGUAGES[lang].days.more)))
    if lang in UNSPACED:
        return re.compile(names)
    return re.compile(rf"(?<!\w)(?:{names})(?=s?(?![\w\u0900-\u0903\u093a-\u094f]))")


def _number(name: str, lang: Lang) -> int:
    full = _full(lang)
    return full.index(name) if name in full else LANGUAGES[lang].days.more[name]


@cache
def _full(lang: Lang) -> tuple[str, ...]:
    """Return the names as they stand in texts, also in part: 水曜 of 水曜日."""
    own = LANGUAGES[lang]
    return tuple(
        own.days.said.format(name).removesuffix(own.days.droppable) for name in own.dates.weekdays
    )


def _called(day: int) -> Forms:
    return forms({lang: own.dates.weekdays[day] for lang, own in LANGUAGES.items()})
