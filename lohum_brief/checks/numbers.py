"""Numbers typed into texts: what one language says in figures the others say too."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.strings import texts
from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.numbers import decimal
from lohum_brief.language.typed import numbers
from lohum_brief.visit.records import AnyRecord
from lohum_brief.visit.text import Text
from lohum_brief.visit.tokens import parts
from lohum_brief.visit.visit import Visit

RULE = "numbers"

_SMALL: Final = 100
"""Numbers below it are written in words in one language and in figures in another."""
_YEARS: Final = 10_000


def findings(visit: Visit) -> Iterator[Finding]:
    """Warnings for numbers that a text has in another language only; tokens cannot disagree and are not looked at."""
    for record in visit:
        for field, text in texts(record):
            if isinstance(text, Text):
                yield from _of_text(record, field, text)


def _of_text(record: AnyRecord, field: str, text: Text) -> Iterator[Finding]:
    found = {lang: _typed(text[lang], lang) for lang in LANGS if text[lang]}
    for lang, own in found.items():
        others = [meant for other, meant in found.items() if other != lang]
        lacking = {value for meant in others for value in meant if not _stands(meant[value], own)}
        strange = {value for value in own if others and not any(_stands(own[value], meant) for meant in others)}
        if all(value < _SMALL for value in lacking) and not strange:
            continue  # nothing, or it is in words
        if lacking:
            message = say(
                "Other languages of this text have {numbers}, which this one does not; it has {own}.",
                numbers=", ".join(map(_shown, sorted(lacking))),
                own=", ".join(map(_shown, sorted(strange))) or "–",
            )
            yield Finding("warning", RULE, record.id, f"{field}.{lang}", message)


Meant = dict[Decimal, set[Decimal]]
"""Each number of a text, and what it can mean: in 2.6 of 3.9 million, the large unit is said once for both."""


def _typed(text: str, lang: Lang) -> Meant:
    typed = numbers(" ".join(part for part in parts(text) if isinstance(part, str)), lang)
    scales = {one.scale for one in typed}
    return {one.value: {one.value, *(one.value * scale for scale in scales if one.scale == 1)} for one in typed}


def _stands(meanings: set[Decimal], found: Meant) -> bool:
    return any(meanings & other for other in found.values())


def _shown(value: Decimal) -> str:
    """Four figures without a comma: most of them are years."""
    text = decimal(value.normalize(), "en")
    return text if value >= _YEARS else text.replace(",", "")
