"""One name, spelled in two ways: लोहम beside लोहुम, クリーンテク beside クリーンテック.

A word of a text that is no name, but would be one if short vowels, nasals and lengths were not counted, is one that
somebody has heard and written down again.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lohum_brief.checks.finding import Finding, Fix
from lohum_brief.checks.strings import texts
from lohum_brief.checks.terms import instead
from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.visit.records import Organisation, Person, Statement, Term
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "spellings"

_WORDS: Final[dict[Lang, re.Pattern[str]]] = {
    "hi": re.compile("[\u0900-\u0963\u0970-\u097f]{4,}"),
    "en": re.compile(r"[A-Z\u00c0-\u00de][\w'’]{4,}"),
    "ja": re.compile("[\u30a1-\u30fa\u30fc]{4,}"),
}
"""What can be a name: in Latin letters with a capital, in Japanese in katakana. Shorter ones are too like other words."""

_TOKENS: Final = re.compile(r"\{[^{}\n]*\}")


def findings(visit: Visit) -> Iterator[Finding]:
    """A warning for each such word in each text. Statements are left out: they say what a source says."""
    for lang in LANGS:
        names = _names(visit, lang)
        if not names:
            continue
        right = set(names.values())
        plain = _plain(visit, lang)
        for record in visit:
            if isinstance(record, Organisation | Person | Statement | Term):
                continue
            for path, text in texts(record):
                string = text[lang] if isinstance(text, Text) else ""
                words = _WORDS[lang].findall(_TOKENS.sub(" ", string) if "{" in string else string)
                for word in dict.fromkeys(words):
                    name = names.get(skeleton(word, lang))
                    if name is None or word in right or word in plain:
                        continue
                    message = say("“{word}” is spelled “{name}” in the list of names.", word=word, name=name)
                    step = instead(record.id, f"{path}.{lang}", string, word, name, lang)
                    fix = Fix(say("Use “{word}”", word=name), (step,))
                    yield Finding("warning", RULE, record.id, f"{path}.{lang}", message, f"{word}\0{name}", fix)


def _names(visit: Visit, lang: Lang) -> dict[str, str]:
    """The words of the names of organisations and people by their skeletons; of two with the same skeleton, neither."""
    found: dict[str, set[str]] = {}
    strings = [body.name[lang] for body in visit.of(Organisation)]
    strings += [getattr(part, lang) for person in visit.of(Person) for part in (person.family, person.given)]
    for string in strings:
        for word in _WORDS[lang].findall(string):
            found.setdefault(skeleton(word, lang), set()).add(word)
    return {key: next(iter(words)) for key, words in found.items() if len(words) == 1}


def _plain(visit: Visit, lang: Lang) -> set[str]:
    """Words of the glossary are words, however like a name they are; what it forbids is found by another rule."""
    strings = [string for term in visit.of(Term) for string in (term.name[lang], *getattr(term.forbidden, lang))]
    return {word for string in strings for word in _WORDS[lang].findall(string)}


_NASALS: Final = re.compile("[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])")
_INNER: Final = re.compile("(?<!^)[\u093f\u0940\u0941\u0942](?!$)")
_LENGTHS: Final = str.maketrans({"ー": None, "ッ": None, "ァ": "ア", "ィ": "イ", "ゥ": "ウ", "ェ": "エ", "ォ": "オ"})


@lru_cache(maxsize=50_000)
def skeleton(word: str, lang: Lang) -> str:
    """The word without what is lost on the way from one ear to another hand."""
    spread = unicodedata.normalize("NFD", word)
    if lang == "hi":
        spread = spread.replace("\u093c", "").replace("\u0901", "\u0902").replace("\u200d", "").replace("\u200c", "")
        spread = _NASALS.sub("\u0902", spread)
        return _INNER.sub("", spread).replace("\u0940", "\u093f").replace("\u0942", "\u0941")
    if lang == "en":
        plain = "".join(letter for letter in spread if letter.isalnum()).casefold()
        for long, short in (("ou", "o"), ("oo", "u"), ("ee", "i"), ("aa", "a")):
            plain = plain.replace(long, short)
        return plain
    return unicodedata.normalize("NFC", spread).translate(_LENGTHS)
