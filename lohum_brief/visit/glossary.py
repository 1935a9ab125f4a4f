"""The glossary as whoever writes needs it: which terms a text uses, and which words of it the
glossary forbids.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit.records import Term


class Wrong(NamedTuple):
    """A forbidden variant in a text, and what to write instead."""

    start: int
    stop: int
    written: str
    right: str


class Use(NamedTuple):
    """A term in a text, as it is written there."""

    start: int
    written: str
    term: Term


class Glossary:
    """The terms of a visit."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)

    @cached_property
    def _names(self) -> dict[Lang, dict[str, Term]]:
        """By name and, in all languages, by abbreviation."""
        found: dict[Lang, dict[str, Term]] = {}
        for lang in LANGS:
            names = {
                _key(plain(term.name[lang]), lang): term
                for term in reversed(self.terms)
                if term.name[lang]
            }
            short = {
                _key(term.abbreviation, lang): term
                for term in reversed(self.terms)
                if term.abbreviation
            }
            found[lang] = short | names
        return found

    @cached_property
    def _variants(self) -> dict[Lang, dict[str, Term]]:
        return {
            lang: {
                key: term
                for term in reversed(self.terms)
                for variant in term.forbidden[lang]
                if (key := _key(plain(variant), lang)) not in self._names[lang]
            }
            for lang in LANGS
        }

    @cached_property
    def _patterns(self) -> dict[Lang, re.Pattern[str] | None]:
        return {lang: _pattern([*self._names[lang], *self._variants[lang]], lang) for lang in LANGS}

    def wrong(self, text: str, lang: Lang) -> Iterator[Wrong]:
        """Yield the forbidden variants of a text; one that is part of a right term is none."""
        pattern = self._patterns[lang] if self._variants[lang] else None
        for match in pattern.finditer(text) if pattern else ():
            term = self._variants[lang].get(_key(match[1], lang))
            if term is not None:
                yield Wrong(match.start(1), match.end(1), match[1], plain(term.name[lang]))

    def used(self, text: str, lang: Lang) -> list[Use]:
        """Return the terms of a text in their order, each once."""
        pattern = self._patterns[lang]
        found: dict[str, Use] = {}
        for match in pattern.finditer(plain(text)) if pattern else ():
            term = self._names[lang].get(_key(match[1], lang))
            if term is not None:
                found.setdefault(term.id, Use(match.start(1), match[1], term))
        return list(found.values())


def _key(word: str, lang: Lang) -> str:
    return word.casefold() if LANGUAGES[lang].script.cased else word


def _pattern(words: Sequence[str], lang: Lang) -> re.Pattern[str] | None:
    """Return a pattern that finds the longest of the words wherever one begins; in English its
    plural too.
    """
    longest = sorted({word for word in words if word}, key=len, reverse=True)
    if not longest:
        return None
    either = "|".join(map(re.escape, longest))
    script = LANGUAGES[lang].script
    letter = script.within
    around = (f"(?<!{letter})", f"{script.plural}(?!{letter})") if letter else ("", "")
    return re.compile(f"{around[0]}({either}){around[1]}", re.IGNORECASE if script.cased else 0)
