"""One name, spelled in two ways: लोहम beside लोहुम, クリーンテク beside クリーンテック.

A word of a text that is no name, but would be one if short vowels, nasals and lengths were not
counted, is one that somebody has heard and written down again.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from lohum_brief.checks.finding import Finding, Fix
from lohum_brief.checks.strings import texts
from lohum_brief.checks.terms import instead
from lohum_brief.language.codes import LANGS, READ, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.variants import as_kanji, one_form
from lohum_brief.message import msg
from lohum_brief.visit.records import AnyRecord, Organisation, Person, Statement, Term
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "spellings"


@cache
def _words(lang: Lang) -> re.Pattern[str]:
    """Return what can be a name; shorter words are too like other words."""
    return re.compile(LANGUAGES[lang].names.word)


_TOKENS: Final = re.compile(r"\{[^{}\n]*\}")


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each such word in each text, and for two forms of one name in an
    organisation.

    Statements are left out: they say what a source says.
    """
    yield from _two_forms(visit)
    yield from _mistaken(visit)
    for lang in LANGS:
        if names := _names(visit, lang):
            yield from _otherwise_in(visit, lang, names)


def _otherwise_in(visit: Visit, lang: Lang, names: dict[str, str]) -> Iterator[Finding]:
    """Yield the words of texts in a language that are names spelled in another way."""
    slips = _Slips(visit) if lang == "en" else None
    right = {*names.values(), *_plain(visit, lang), *(slips.names if slips else ())}
    for record, path, text in _running(visit):
        for word in dict.fromkeys(_words_of(text[lang], lang)):
            if word in right:
                continue
            name = names.get(skeleton(word, lang)) or (slips.meant(word) if slips else None)
            if name is not None:
                yield _otherwise(record, f"{path}.{lang}", text[lang], word, name, lang)


def _words_of(string: str, lang: Lang) -> list[str]:
    """Return the words of a text that can be names; those of figure tokens are none."""
    return _words(lang).findall(_TOKENS.sub(" ", string) if "{" in string else string)


def _running(visit: Visit) -> Iterator[tuple[AnyRecord, str, Text]]:
    """Yield the texts in which names are used; where they are listed they are not looked at."""
    for record in visit:
        if isinstance(record, Organisation | Person | Statement | Term):
            continue
        for path, text in texts(record):
            if isinstance(text, Text):
                yield record, path, text


def _two_forms(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for people of one organisation whose names differ in the forms of kanji only.
    Who really has such a namesake is ignored with a reason.
    """
    families: dict[tuple[str | None, str], str] = {}
    givens: dict[tuple[str | None, str, str], str] = {}
    for person in visit.of(Person):
        family, given = (
            unicodedata.normalize("NFC", part[READ]) for part in (person.family, person.given)
        )
        if family:
            first = families.setdefault((person.organisation, one_form(family)), family)
            if first != family:
                yield _two(person.id, f"family.{READ}", family, first)
        if family and given:
            first = givens.setdefault(
                (person.organisation, one_form(family), one_form(given)), given
            )
            if first != given:
                yield _two(person.id, f"given.{READ}", given, first)


def _two(ident: str, field: str, name: str, other: str) -> Finding:
    message = msg(
        "“{name}” and “{other}”: are these two forms of one name?", name=name, other=other
    )
    return Finding("warning", RULE, ident, field, message, f"{name}\0{other}")


_AMONG_KANJI: Final = re.compile("[\u4e00-\u9fff][カニロエータトハ](?=[\u4e00-\u9fff])")


def _mistaken(visit: Visit) -> Iterator[Finding]:
    """Yield names in kanji of which one is a katakana that looks like it."""
    names = {
        as_kanji(body.name[READ]): body.name[READ]
        for body in visit.of(Organisation)
        if len(body.name[READ]) > 3
    }
    for record, path, text in _running(visit):
        if _AMONG_KANJI.search(text[READ]) is None:
            continue
        alike = as_kanji(text[READ])
        for folded, name in names.items():
            at = alike.find(folded)
            word = text[READ][at : at + len(folded)]
            if at >= 0 and word != name:
                yield _otherwise(record, f"{path}.{READ}", text[READ], word, name, READ)


def _otherwise(
    record: AnyRecord, field: str, string: str, word: str, name: str, lang: Lang
) -> Finding:
    message = msg("“{word}” is spelled “{name}” in the list of names.", word=word, name=name)
    fix = Fix(
        msg("Use “{word}”", word=name), (instead(record.id, field, string, word, name, lang),)
    )
    return Finding("warning", RULE, record.id, field, message, f"{word}\0{name}", fix)


def _names(visit: Visit, lang: Lang) -> dict[str, str]:
    """Return the words of the names of organisations and people by their skeletons; of two with the
    same skeleton, neither.
    """
    found: dict[str, set[str]] = {}
    strings = [body.name[lang] for body in visit.of(Organisation)]
    strings += [part[lang] for person in visit.of(Person) for part in (person.family, person.given)]
    for string in strings:
        for word in _words(lang).findall(string):
            found.setdefault(skeleton(word, lang), set()).add(word)
    return {key: next(iter(words)) for key, words in found.items() if len(words) == 1}


class _Slips:
    """The names of people and the abbreviations of organisations, and what is one letter away from
    one of them.
    """

    def __init__(self, visit: Visit) -> None:
        parts = [
            part["en"] for person in visit.of(Person) for part in (person.family, person.given)
        ]
        words = [word for part in parts for word in _words("en").findall(part)]
        words += [
            body.abbreviation
            for body in visit.of(Organisation)
            if _ABBREVIATION.fullmatch(body.abbreviation)
        ]
        self.names = set(words)
        self._near: dict[str, set[str]] = {}
        self._known: dict[str, str | None] = {}
        for name in self.names:
            for key in _shorter(name.casefold()):
                self._near.setdefault(key, set()).add(name)

    def meant(self, word: str) -> str | None:
        """Return the one name that a word is a slip of; none where it may be a word of its own."""
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    def _look_up(self, word: str) -> str | None:
        low = word.casefold()
        found = {
            name
            for key in _shorter(low)
            for name in self._near.get(key, ())
            if _is_slip(low, name.casefold())
            and word[0] == name[0]
            and (not name.isupper() or word.isupper() or word[1:].islower())
        }
        return found.pop() if len(found) == 1 else None


_HEARD_ALIKE: Final = tuple(map(set, ("aeiouy", "sz", "ckq", "vwb", "td", "lr", "mn", "gj", "fp")))
"""Letters that one hand writes for another's."""
_ABBREVIATION: Final = re.compile("[A-Z]{4,}")


def _shorter(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


def _is_slip(word: str, name: str) -> bool:
    """Return whether two letters are exchanged; in a longer word also one letter too many, too few
    or another that sounds like it, but not a plural or a genitive.
    """
    if word == name or abs(len(word) - len(name)) > 1:
        return False
    if len(word) == len(name):
        return _is_slip_of_letters(word, name)
    longer, shorter = (word, name) if len(word) > len(name) else (name, word)
    if len(shorter) < 5 or (longer[:-1] == shorter and longer[-1] in "s'’"):
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer)))


def _is_slip_of_letters(word: str, name: str) -> bool:
    differ = [at for at, (a, b) in enumerate(zip(word, name, strict=True)) if a != b]
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        return word[differ[0]] == name[differ[1]] and word[differ[1]] == name[differ[0]]
    if len(differ) != 1 or len(name) < 5:
        return False
    return any({word[differ[0]], name[differ[0]]} <= like for like in _HEARD_ALIKE)


def _plain(visit: Visit, lang: Lang) -> set[str]:
    """Return the words of the glossary: they are words, however like a name they are; what it
    forbids is found by another rule.
    """
    strings = [
        string for term in visit.of(Term) for string in (term.name[lang], *term.forbidden[lang])
    ]
    return {word for string in strings for word in _words(lang).findall(string)}


@lru_cache(maxsize=50_000)
def skeleton(word: str, lang: Lang) -> str:
    """Return the word without what is lost on the way from one ear to another hand."""
    return LANGUAGES[lang].names.heard(unicodedata.normalize("NFD", word))
