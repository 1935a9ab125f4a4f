"""Variants of a term that its glossary entry forbids: every text says the word that was agreed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lohum_brief.checks.finding import Finding, Fix, Step, replacing
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.message import msg
from lohum_brief.visit.records import Statement, Term
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "terms"

_LETTER = r"[\w\u0900-\u097f]"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each forbidden variant in each text. Statements are left out: they say
    what a source says.
    """
    variants = {lang: _variants(visit, lang) for lang in LANGS}
    if not any(variants.values()):
        return
    for record in visit:
        if isinstance(record, Term | Statement):
            continue
        for path, text in texts(record):
            if isinstance(text, Text):
                for lang in LANGS:
                    yield from _in_text(record.id, f"{path}.{lang}", text[lang], lang, variants)


def _in_text(
    ident: str, field: str, text: str, lang: Lang, variants: dict[Lang, dict[str, str]]
) -> Iterator[Finding]:
    for variant, right in variants[lang].items():
        if variant not in text:
            continue
        step = instead(ident, field, text, variant, right, lang)
        if step.spans:
            message = msg(
                "The glossary says “{right}”, not “{variant}”.", right=right, variant=variant
            )
            fix = Fix(msg("Use “{word}”", word=right), (step,))
            yield Finding("warning", RULE, ident, field, message, f"{variant}\0{right}", fix)


def _variants(visit: Visit, lang: Lang) -> dict[str, str]:
    """Return the variants that no entry allows, and what each is to be replaced by."""
    terms = visit.of(Term)
    right = {term.name[lang] for term in terms}
    return {
        variant: term.name[lang]
        for term in terms
        if term.name[lang]
        for variant in term.forbidden[lang]
        if variant and variant not in right
    }


def instead(record: str, field: str, text: str, variant: str, right: str, lang: Lang) -> Step:
    """Return the step that puts the word right where it stands as a word; what is part of the right
    word stays.
    """
    return replacing(record, field, text, _pattern(variant, right, lang), lambda _: right)


@lru_cache(maxsize=10_000)
def _pattern(variant: str, right: str, lang: Lang) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted((right, variant), key=len, reverse=True)))
    return re.compile(
        words if not LANGUAGES[lang].spaced else f"(?<!{_LETTER})(?:{words})(?!{_LETTER})"
    )
