"""Numbers typed into texts: what one language says in figures the others say too."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Span, Step
from lohum_brief.checks.strings import texts
from lohum_brief.language.catalogue import listed, say
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.numbers import compact, decimal
from lohum_brief.language.typed import Typed, numbers
from lohum_brief.visit.records import AnyRecord, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.tokens import parts
from lohum_brief.visit.visit import Visit

RULE = "numbers"

_SMALL: Final = 100
"""Numbers below it are written in words in one language and in figures in another."""
_YEARS: Final = 10_000
_TOKENS: Final = re.compile(r"\{[^{}\n]*\}")


def findings(visit: Visit) -> Iterator[Finding]:
    """Warnings for numbers that a text has in another language only; tokens cannot disagree and are not looked at.

    Where two languages agree, the third is the one that is wrong.
    """
    original: Lang = next((particulars.original for particulars in visit.of(Particulars)), "en")
    for record in visit:
        for field, text in texts(record):
            if isinstance(text, Text):
                yield from _of_text(record, field, text, original)


def _of_text(record: AnyRecord, field: str, text: Text, original: Lang) -> Iterator[Finding]:
    found = {lang: _typed(text[lang], lang) for lang in LANGS if text[lang]}
    lacking: dict[Lang, set[Decimal]] = {}
    strange: dict[Lang, set[Decimal]] = {}
    for lang, own in found.items():
        others = [meant for other, meant in found.items() if other != lang]
        lacking[lang] = {value for meant in others for value in meant if not _stands(meant[value], own)}
        strange[lang] = {value for value in own if others and not any(_stands(own[value], meant) for meant in others)}
    alone = [lang for lang in found if len(found) == len(LANGS) and strange[lang] and lacking[lang]]
    if len(alone) == 1:
        for lang in found.keys() - set(alone):
            lacking[lang] -= strange[alone[0]]
    for lang in found:
        if all(value < _SMALL for value in lacking[lang]) and not strange[lang]:
            continue  # nothing, or it is in words
        if lacking[lang]:
            named, own_named = _shown_all(lacking[lang]), _shown_all(strange[lang])
            message = say(
                "Other languages of this text have {numbers}, which this one does not; it has {own}.",
                numbers=listed(named),
                own=listed(own_named) or "–",
            )
            fix = None
            if lang != original and len(lacking[lang]) == len(strange[lang]) == 1:
                fix = _fix(record.id, field, text, lang, original, lacking[lang], strange[lang])
            yield Finding(
                "warning",
                RULE,
                record.id,
                f"{field}.{lang}",
                message,
                f"{', '.join(named)} {', '.join(own_named)}",
                fix,
            )


def _fix(
    ident: str, field: str, text: Text, lang: Lang, original: Lang, lacking: set[Decimal], strange: set[Decimal]
) -> Fix | None:
    """The number of the original in this language's own form, in the place of the one number that no other has."""
    [right], [wrong] = lacking, strange
    here = [one for one in _placed(text[lang], lang) if one.value == wrong]
    there = [one for one in _placed(text[original], original) if one.value == right]
    if len(here) != 1 or not there:
        return None
    stood = text[original][there[0].start : there[0].stop]
    written = _written(right, there[0], stood, lang, indian=_says_crore(text[original]))
    new = text[lang][: here[0].start] + written + text[lang][here[0].stop :]
    if right not in {one.value for one in _placed(new, lang)}:
        return None  # a unit behind it would multiply it
    span = Span(here[0].start, here[0].stop, written)
    return Fix(say("Write {number}", number=written), (Step(ident, f"{field}.{lang}", spans=(span,)),))


def _says_crore(text: str) -> bool:
    return any(word in text.casefold() for word in ("crore", "lakh", "₹", "करोड़", "लाख"))


def _written(value: Decimal, original: Typed, stood: str, lang: Lang, *, indian: bool) -> str:
    if original.scale != 1:
        return compact(value, lang, scale="crore" if indian else "million")
    return decimal(value, lang) if "," in stood or value != value.to_integral_value() else f"{value:f}"


def _placed(text: str, lang: Lang) -> list[Typed]:
    """The numbers with their places in the text itself, tokens passed over."""
    return numbers(_TOKENS.sub(lambda match: "\0" * len(match[0]), text), lang)


Meant = dict[Decimal, set[Decimal]]
"""Each number of a text, and what it can mean: in 2.6 of 3.9 million, the large unit is said once for both."""


def _typed(text: str, lang: Lang) -> Meant:
    typed = numbers(" ".join(part for part in parts(text) if isinstance(part, str)), lang)
    scales = {one.scale for one in typed}
    return {one.value: {one.value, *(one.value * scale for scale in scales if one.scale == 1)} for one in typed}


def _stands(meanings: set[Decimal], found: Meant) -> bool:
    return any(meanings & other for other in found.values())


def _shown_all(values: set[Decimal]) -> list[str]:
    return [_shown(value) for value in sorted(values)]


def _shown(value: Decimal) -> str:
    """Four figures without a comma: most of them are years."""
    text = decimal(value.normalize(), "en")
    return text if value >= _YEARS else text.replace(",", "")
