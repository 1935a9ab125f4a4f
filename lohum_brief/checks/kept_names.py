"""Names of people whom not all readers may know, within texts that those read: to leave somebody
out of a list is in vain where the programme says “Led by” with the name.

Whoever is kept from those who read what people begin with is kept on purpose; that a text for the
public names a guest is usual. Whole names are looked for, and a family name alone beside a title, a
post or an initial where it is nobody's whom the readers may know: else it may be another's.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from lohum_brief.checks.family_names import Families, Family, parts
from lohum_brief.checks.finding import Finding
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, READ, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.message import msg, sentences
from lohum_brief.visit.audiences import begins, may_read
from lohum_brief.visit.called import short
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import AnyRecord, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "kept_names"


class _Name(NamedTuple):
    parts: tuple[str, ...]
    """Its words as they follow each other; of a language without spaces the name in one piece."""
    person: Person


_Index = Mapping[str, Sequence[_Name]]
"""Names by the word, or the two characters, that they begin with."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each text that names people whom its readers may not know."""
    usual = begins(Person)
    kept = [person for person in visit.of(Person) if not may_read(person, usual)]
    if not kept:
        return
    indices = {lang: _index(kept, lang) for lang in LANGS}
    families, known = Families(kept), _known(visit)
    for record in visit:
        for field, lang, string in _strings(record):
            named = _named(string, lang, indices[lang])
            named += [
                person
                for family, person in families.meant(string, lang)
                if family not in known(record.audience, lang)
            ]
            people = {one.id: one for one in named if not may_read(one, record.audience)}
            people.pop(record.id, None)
            if people:
                yield _finding(visit, record, field, list(people.values()))


def is_kept_from(finding: Finding, visit: Visit, audience: Audience) -> bool:
    """Return whether a finding of this rule names somebody whom an audience may not know."""
    idents = finding.about.split()[:-1:2]
    return any(not may_read(visit.by_id[ident], audience) for ident in idents)


def _known(visit: Visit) -> Callable[[Audience, Lang], frozenset[Family]]:
    """Return what tells the family names of those whom an audience may know."""

    @cache
    def known(audience: Audience) -> Families:
        return Families(person for person in visit.of(Person) if may_read(person, audience))

    return cache(lambda audience, lang: known(audience).of(lang))


def _strings(record: AnyRecord) -> Iterator[tuple[str, Lang, str]]:
    for path, text in texts(record):
        if isinstance(text, Text):
            for lang, string in text.items():
                if string:
                    yield f"{path}.{lang}", lang, string


def _finding(visit: Visit, record: AnyRecord, field: str, people: Sequence[Person]) -> Finding:
    messages = [
        msg(
            "Its audience is “{audience}”, but its words name {person}, whose audience is "
            "“{higher}”. Leave the name out, or give the two the same audience.",
            audience=msg(AUDIENCE[record.audience]),
            person=short(person, visit),
            higher=msg(AUDIENCE[person.audience]),
        )
        for person in people
    ]
    who = " ".join(f"{person.id} {person.audience}" for person in people)
    message = sentences(messages)
    return Finding("warning", RULE, record.id, field, message, f"{who} {record.audience}")


def _index(people: Sequence[Person], lang: Lang) -> _Index:
    found: dict[str, list[_Name]] = {}
    for person in people:
        for form in dict.fromkeys(_forms(person, lang)):
            first = form[0] if LANGUAGES[lang].spaced else form[0][:2]
            found.setdefault(first, []).append(_Name(form, person))
    return found


def _forms(person: Person, lang: Lang) -> Iterator[tuple[str, ...]]:
    """Yield the whole names of a person in a language, the family name first or last; none where a
    part is not known.
    """
    yield from _both_ways(person.family[lang], person.given[lang], lang)
    if lang == READ:
        yield from _both_ways(person.family.reading, person.given.reading, lang)


def _both_ways(family: str, given: str, lang: Lang) -> Iterator[tuple[str, ...]]:
    one, other = parts(family, lang), parts(given, lang)
    if one and other:
        whole = LANGUAGES[lang].spaced
        for form in (one + other, other + one):
            yield form if whole else ("".join(form),)


def _named(text: str, lang: Lang, index: _Index) -> list[Person]:
    """Return those whose names stand in a text."""
    if not text or not index:
        return []
    stands = _follows if LANGUAGES[lang].spaced else _contains
    found = {name.person.id: name.person for name in stands(parts(text, lang), index)}
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
