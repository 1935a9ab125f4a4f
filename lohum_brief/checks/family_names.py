"""Family names alone where a title, a post or an initial tells that somebody is meant: Ms Quimby,
Z. Quimby, सुश्री क्विम्बी, क्विम्बी जी, 久院公使.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit.records import Person

_WORDS: Final = re.compile(r"[\w\u0900-\u0963\u0966-\u097f]+")
_WORDS_AND_DOTS: Final = re.compile(r"[\w\u0900-\u0963\u0966-\u097f]+\.?")
_BETWEEN: Final = re.compile(r"[\s・]+")
_KANJI: Final = re.compile(r"[\u3005\u3400-\u9fff]")
_PRONOUNS: Final = frozenset({"he", "a", "i"})
"""What is a title or an initial in other places: “he rose”, “a rose”."""
_INITIAL: Final = 3
"""Characters of an initial in a script in which one letter is written with several."""

Family = tuple[str, ...]
"""Its words; of a language without spaces the name in one piece."""


class Families:
    """The family names of some people, each with whose it is."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_first: dict[Lang, dict[str, list[tuple[Family, Person]]]] = {
            lang: {} for lang in LANGS
        }
        for person in people:
            for lang in LANGS:
                if family := parts(person.family[lang], lang):
                    key = family[0]
                    self._by_first[lang].setdefault(key, []).append((family, person))

    def of(self, lang: Lang) -> frozenset[Family]:
        """Return the family names in a language."""
        return frozenset(
            family for found in self._by_first[lang].values() for family, _person in found
        )

    def meant(self, text: str, lang: Lang) -> Iterator[tuple[Family, Person]]:
        """Yield those of whom a text speaks by the family name and a title, post or initial."""
        known = self._by_first[lang]
        if not known:
            return
        if LANGUAGES[lang].spaced:
            yield from _spaced(text, lang, known)
        else:
            yield from _unspaced(text, lang, known)


class _Word(NamedTuple):
    plain: str
    written: str

    def is_initial_of(self, person: Person, lang: Lang) -> bool:
        """Return whether it may be an initial of a person's given name."""
        bare = self.written.removesuffix(".")
        if not bare.isascii():
            return self.written != bare and len(bare) <= _INITIAL
        if len(bare) != 1 or (self.written == bare and self.plain in _PRONOUNS):
            return False
        given = parts(person.given[lang], lang)
        return not given or any(part.startswith(self.plain) for part in given)


def _spaced(
    text: str, lang: Lang, known: Mapping[str, Sequence[tuple[Family, Person]]]
) -> Iterator[tuple[Family, Person]]:
    words = _written(text, lang)
    for at, word in enumerate(words):
        if word.written[0].islower():
            continue
        for family, person in known.get(word.plain, ()):
            stop = at + len(family)
            if family != tuple(each.plain for each in words[at:stop]):
                continue
            if _is_meant(words[max(0, at - 1) : at], words[stop : stop + 1], person, lang):
                yield family, person


@lru_cache(10_000)
def _written(text: str, lang: Lang) -> tuple[_Word, ...]:
    """Return the words of a text, each also as it is written."""
    return tuple(
        _Word(plain, match[0])
        for match in _WORDS_AND_DOTS.finditer(unicodedata.normalize("NFKC", text))
        for plain in parts(match[0], lang)
    )


def _is_meant(before: Sequence[_Word], behind: Sequence[_Word], person: Person, lang: Lang) -> bool:
    return any(
        word.plain in _in_front(lang) or word.is_initial_of(person, lang) for word in before
    ) or any(
        word.plain in _behind(lang)
        or (word.written.endswith(".") and word.is_initial_of(person, lang))
        for word in behind
    )


def _unspaced(
    text: str, lang: Lang, known: Mapping[str, Sequence[tuple[Family, Person]]]
) -> Iterator[tuple[Family, Person]]:
    longest = max(map(len, known))
    for piece in parts(text, lang):
        for match in _spoken_of(lang).finditer(piece):
            stop = match.start()
            for start in range(max(0, stop - longest), stop):
                if not _goes_on(piece, start, stop):
                    yield from known.get(piece[start:stop], ())


def _goes_on(piece: str, start: int, stop: int) -> bool:
    """Return whether a name of one character is rather the end of a word in front of it."""
    return stop - start == 1 and start > 0 and bool(_KANJI.match(piece[start - 1]))


@cache
def _in_front(lang: Lang) -> frozenset[str]:
    titles = LANGUAGES[lang].titles
    said = [
        *titles.certain.values(),
        *titles.possible.values(),
        *titles.forces.values(),
        *(titles.honoured, titles.titles, titles.leading),
    ]
    found = (
        words[-1:]
        for some in said
        for one in re.split(r"[ |]", some)
        if (words := parts(one, lang))
    )
    return frozenset(word for words in found for word in words) - _PRONOUNS


@cache
def _behind(lang: Lang) -> frozenset[str]:
    titles = LANGUAGES[lang].titles
    said = f"{titles.polite}|{titles.perhaps_polite}"
    return frozenset(word for one in said.split("|") for word in parts(one, lang))


@cache
def _spoken_of(lang: Lang) -> re.Pattern[str]:
    return re.compile(LANGUAGES[lang].titles.spoken_of or "(?!)")


@lru_cache(10_000)
def parts(text: str, lang: Lang) -> tuple[str, ...]:
    """Return the words of a text without what two spellings may differ in; where no spaces part
    words, all in one piece.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    if not LANGUAGES[lang].spaced:
        whole = _BETWEEN.sub("", plain)
        return (whole,) if whole else ()
    if not plain.isascii():
        spread = unicodedata.normalize("NFD", plain)
        plain = "".join(c for c in spread if not ("\u0300" <= c <= "\u036f" or c == "\u093c"))
    return tuple(_WORDS.findall(plain))
