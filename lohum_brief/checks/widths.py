"""Digits and letters of two forms in one text: १० beside 10, ２０ beside 20, ｶﾅ beside カナ."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Step, replacing
from lohum_brief.checks.strings import strings
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.message import Message, msg
from lohum_brief.visit.records import Pack, Source
from lohum_brief.visit.visit import Visit

RULE = "widths"

_WIDE: Final = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_NARROW: Final = re.compile("[\uff66-\uff9f]+")


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for half-width kana and full-width letters and digits, and for typed
    Devanagari digits.

    Figures print with the digits 0–9 unless a pack turns all into Devanagari: typed ones would
    stand beside them.
    """
    devanagari = any(pack.devanagari_digits for pack in visit.of(Pack))
    for record in visit:
        if isinstance(record, Source):
            continue  # as its publisher wrote it
        for path, lang, text in strings(record):
            if not text.isascii():
                yield from _of_own_digits(record.id, path, text, lang, devanagari=devanagari)
                yield from _of_two_widths(record.id, path, text)


def _of_own_digits(
    ident: str, path: str, text: str, lang: Lang | None, *, devanagari: bool
) -> Iterator[Finding]:
    own = _own_digits(lang) if lang else None
    if own and own.search(text) and (not devanagari or re.search("[0-9]", text)):
        message = msg(
            "It has Devanagari digits, which would stand beside the digits 0–9 of figures."
        )
        step = replacing(ident, path, text, own, _as_ascii)
        yield _finding(message, step, msg("Write 0–9"), "digits")


def _of_two_widths(ident: str, path: str, text: str) -> Iterator[Finding]:
    if _NARROW.search(text):
        step = replacing(ident, path, text, _NARROW, _normal)
        yield _finding(msg("It has half-width kana."), step, msg("Write full-width kana"), "kana")
    if _WIDE.search(text):
        step = replacing(ident, path, text, _WIDE, _normal)
        message = msg("It has full-width letters or digits.")
        yield _finding(message, step, msg("Write half-width"), "letters")


@cache
def _own_digits(lang: Lang) -> re.Pattern[str] | None:
    """Return the digits of a language that has its own."""
    digits = LANGUAGES[lang].numbers.digits
    return re.compile(f"[{digits}]") if digits else None


def _as_ascii(digit: str) -> str:
    return str(unicodedata.digit(digit))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _finding(message: Message, step: Step, label: Message, about: str) -> Finding:
    return Finding("warning", RULE, step.record, step.field, message, about, Fix(label, (step,)))
