"""Names of people whom not all readers may know, within texts that those read: to leave somebody
out of a list is in vain where the programme says “Led by” with the name.

Whoever is kept from those who read what people begin with is kept on purpose; that a text for the
public names a guest is usual. Only whole names are looked for: a family name alone may be
another's.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, READ, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.message import msg
from lohum_brief.visit.audiences import begins, may_read
from lohum_brief.visit.called import short
from lohum_brief.visit.records import AnyRecord, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "kept_names"

_WORDS: Final = re.compile(r"[\w\u0900-\u097f]+")
_BETWEEN: Final = re.compile(r"[\s・]+")


class _Name(NamedTuple):
    parts: tuple[str, ...]
    """Its words as they follow each other; of a language without spaces the name in one piece."""
    person: Person


_Index = Mapping[str, Sequence[_Name]]
"""Names by the word, or the two characters, that they begin with."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each text that names somebody whom its readers may not know."""
    usual = begins(Person)
    kept = [person for person in visit.of(Person) if not may_read(person, usual)]
    if not kept:
        return
    indices = {lang: _index(kept, lang) for lang in LANGS}
    for record in visit:
        for field, person in _within(record, indices):
            if person.id != record.id and not may_read(person, record.audience):
                yield _finding(visit, record, field, person)


def _within(record: AnyRecord, indices: Mapping[Lang, _Index]) -> Iterator[tuple[str, Person]]:
    """Yield those whose names stand in the texts of a record, each with the field."""
    for path, text in texts(record):
        if isinstance(text, Text):
            for lang, index in indices.items():
                for person in _named(text[lang], lang, index):
                    yield f"{path}.{lang}", person


def _finding(visit: Visit, record: AnyRecord, field: str, person: Person) -> Finding:
    message = msg(
        "Its audience is “{audience}”, but its words name {person}, whose audience is "
        "“{higher}”. Leave the name out, or give the two the same audience.",
        audience=msg(AUDIENCE[record.audience]),
        person=short(person, visit),
        higher=msg(AUDIENCE[person.audience]),
    )
    about = f"{person.id} {person.audience} {record.audience}"
    return Finding("warning", RULE, record.id, field, message, about)


def _index(people: Sequence[Person], lang: Lang) -> _Index:
    found: dict[str, list[_Name]] = {}
    for person in people:
        for parts in dict.fromkeys(_forms(person, lang)):
            first = parts[0] if LANGUAGES[lang].spaced else parts[0][:2]
            found.setdefault(first, []).append(_Name(parts, person))
    return found


def _forms(person: Person, lang: Lang) -> Iterator[tuple[str, ...]]:
    """Yield the whole names of a person in a language, the family name first or last; none where a
    part is not known.
    """
    yield from _both_ways(person.family[lang], person.given[lang], lang)
    if lang == READ:
        yield from _both_ways(person.family.reading, person.given.reading, lang)


def _both_ways(family: str, given: str, lang: Lang) -> Iterator[tuple[str, ...]]:
    one, other = _parts(family, lang), _parts(given, lang)
    if one and other:
        whole = LANGUAGES[lang].spaced
        for parts in (one + other, other + one):
            yield parts if whole else ("".join(parts),)


def _named(text: str, lang: Lang, index: _Index) -> list[Person]:
    """Return those whose names stand in a text."""
    if not text or not index:
        return []
    parts = _parts(text, lang)
    stands = _follows if LANGUAGES[lang].spaced else _contains
    found = {name.person.id: name.person for name in stands(parts, index)}
    return list(found.values())


def _follows(words: Sequence[str], index: _Index) -> Iterator[_Name]:
    """Yield the names whose words follow each other among some words."""
    for at, word in enumerate(words):
        for name in index.get(word, ()):
            if name.parts == tuple(words[at : at + len(name.parts)]):
                yield name


def _contains(pieces: Sequence[str], index: _Index) -> Iterator[_Name]:
    """Yield the names that stand in a text without spaces."""
    for piece in pieces:
        for pair in {piece[at : at + 2] for at in range(len(piece))}:
            yield from (name for name in index.get(pair, ()) if name.parts[0] in piece)


@lru_cache(10_000)
def _parts(text: str, lang: Lang) -> tuple[str, ...]:
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
