"""Texts that nobody has translated, and sentences that are translated in two ways."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.letters import letters
from lohum_brief.language.phrases import called
from lohum_brief.message import Message, msg
from lohum_brief.visit.records import (
    AnyRecord,
    Organisation,
    Particulars,
    Person,
    Source,
    is_quotation,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "translations"

_WORD: Final = re.compile(r"(?<![A-Za-z@./])[a-z]{4,}(?![A-Za-z@./])")
"""A word that is no name, no unit and no part of an address."""
_SENTENCE: Final = re.compile(r"(?:[A-Za-z][\w'’-]*,? ){3,}[A-Za-z][\w'’-]*")
_SMALL_WORDS: Final = re.compile(r"(?<![\w@.-])[a-z]{2,}(?![\w@.-])")
_ASIDE: Final = re.compile(
    r"\{[^{}\n]*\}|《[^《》]*》|“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|‘[^’]*’|\([^()]*\)|（[^（）]*）"
)
"""Tokens, readings, quotations and what stands in brackets may be in another language."""
_SHORTEST: Final = 30
"""Letters of a text that is so much a sentence that it should read alike everywhere; a post has
several right names.
"""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for text of another language in the place of a translation; notes for one
    sentence in two translations.
    """
    original: Lang = next((particulars.original for particulars in visit.of(Particulars)), "en")
    ways: dict[tuple[Lang, str], list[tuple[str, str, str]]] = {}
    for record, field, text in _translated(visit):
        yield from _untranslated(record, field, text, original)
        if len(text[original]) >= _SHORTEST:
            for lang in LANGS:
                if lang != original and text[lang]:
                    uses = ways.setdefault((lang, text[original]), [])
                    uses.append((record.id, field, text[lang]))
    for (lang, _), uses in ways.items():
        if len({words for *_, words in uses}) > 1:
            yield from _in_two_ways(lang, uses)


def _translated(visit: Visit) -> Iterator[tuple[AnyRecord, str, Text]]:
    """Yield the texts but for names, and for what stands as it was said."""
    for record in visit:
        if isinstance(record, Organisation | Person | Source) or is_quotation(record):
            continue
        for field, text in texts(record):
            if isinstance(text, Text):
                yield record, field, text


def _untranslated(record: AnyRecord, field: str, text: Text, original: Lang) -> Iterator[Finding]:
    source = text[original]
    for lang, string in text.items():
        if not string:
            continue
        left = _foreign(string, lang)
        if not left and lang != original and string == source and _is_words(string, original):
            left = string
        if left:
            yield Finding("warning", RULE, record.id, f"{field}.{lang}", _message(lang, left), left)


def _is_words(text: str, lang: Lang) -> bool:
    """Return whether a text that is the same in two languages is more than names, units and
    figures.
    """
    return not LANGUAGES[lang].script.letters and _WORD.search(_ASIDE.sub(" ", text)) is not None


def _foreign(text: str, lang: Lang) -> str:
    """Return what is a sentence of another language in a text; empty if there is none."""
    scripts = letters()
    own = scripts.get(lang)
    other = any(pattern.search(text) for one, pattern in scripts.items() if one != lang)
    if own is None:
        return text if other and not re.search("[A-Za-z]{2}", _ASIDE.sub(" ", text)) else ""
    if own.search(text) is None:
        return text if other or _WORD.search(_ASIDE.sub(" ", text)) else ""
    return _in_latin(text)


def _in_latin(text: str) -> str:
    """Return a sentence in Latin letters within a text of another script; perhaps none."""
    if _SENTENCE.search(text) is None:
        return ""
    sentence = _SENTENCE.search(_ASIDE.sub(" ", text))
    return sentence[0] if sentence and len(_SMALL_WORDS.findall(sentence[0])) > 1 else ""


def _in_two_ways(lang: Lang, uses: list[tuple[str, str, str]]) -> Iterator[Finding]:
    """Yield what differs from the commonest translation, of equals the first."""
    [(usual, _)] = Counter(words for *_, words in uses).most_common(1)
    for ident, field, words in uses:
        if words != usual:
            message = msg(
                "Elsewhere the same sentence is translated as “{text}”.", text=_short(usual)
            )
            yield Finding("info", RULE, ident, f"{field}.{lang}", message, usual)


def _message(lang: Lang, words: str) -> Message:
    return msg(
        "The {language} text is in another language here: “{text}”.",
        language=called(lang),
        text=_short(words),
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
