"""Cells that name records by what others call them: Lead, Interpreters, Driver.

Ids are taken as they are. Whoever has no other like it is found by any form of the name; of all
others it is asked who is meant, and the words are kept where the kind has a text for them. Words
that may mean somebody who is kept from readers are never kept unasked: the text would tell them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.exchange import choices, doubts, doubts_of_people, readers
from lohum_brief.exchange.fields import by_path
from lohum_brief.exchange.people import forms
from lohum_brief.exchange.questions import LEAVE_OUT, AnswerError
from lohum_brief.exchange.references import folded
from lohum_brief.exchange.rows import Row
from lohum_brief.language.codes import LANGS
from lohum_brief.language.either import either
from lohum_brief.language.language import Language
from lohum_brief.message import Value, msg
from lohum_brief.visit import called
from lohum_brief.visit.audiences import begins, may_read
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.records import Person, Record
from lohum_brief.visit.visit import Visit


def _between_words(language: Language) -> str:
    return language.cells.pairs if language.spaced else ""


def _between_letters(language: Language) -> str:
    return "" if language.spaced else language.cells.joints


_BETWEEN: Final = re.compile(
    rf"\s*(?:[;；、，/／\n]|\s(?:&|{either(_between_words)})\s|{either(_between_letters)})\s*"
)
_COMMA: Final = re.compile(r"\s*,\s*")
_MOST: Final = 6
"""People of one family name that a question offers."""


def _said(field: str, row: Row) -> str:
    """Return whom a cell names; one that says that there is nobody counts as empty."""
    text = readers.text(row.cells[field], row.manner) if field in row.cells else ""
    if text and choices.says_none(text):
        del row.cells[field]
        return ""
    return text


def _are_ids(words: Sequence[str], of: type[Record], row: Row) -> bool:
    return all(isinstance(row.visit.by_id.get(word), of) for word in words)


def read_names(row: Row, kind: type[Record]) -> None:
    """Read the cells of a row that name other records, and that no reader of its kind has taken."""
    for field, of in OF[kind].names.items():
        text = _said(field, row)
        if not text:
            continue
        row.field = field
        many = by_path(kind)[field].sort == "words"
        ids = text.split() if many else [text.strip()]
        if not _are_ids(ids, of, row):
            parts = _parts(text, of, row) if many else [text.strip()]
            ids = [ident for part in parts if (ident := _meant(part, field, of, kind, row))]
        del row.cells[field]
        if ids:
            row.values[field] = tuple(dict.fromkeys(ids)) if many else ids[0]


def _parts(text: str, of: type[Record], row: Row) -> Iterator[str]:
    """Yield the names that a cell holds one after the other. A comma parts names only where it
    does not part one: Singh, R.K.
    """
    for part in _BETWEEN.split(text.strip()):
        pieces = [piece for piece in _COMMA.split(part) if piece]
        if len(pieces) > 1 and any(_found(piece, of, row) for piece in pieces):
            yield from pieces
        elif part:
            yield part


def _meant(text: str, field: str, of: type[Record], kind: type[Record], row: Row) -> str | None:
    """Return the id of who is meant by a name; None where its words are kept, or left out."""
    if found := _found(text, of, row):
        return found
    near = _near(text, of, row)
    kept_in = OF[kind].joined
    tells = bool(kept_in) and any(not may_read(one, begins(kind)) for one in near)
    doubt = doubts_of_people.meant(
        field,
        [(one.id, _told(one, row.visit)) for one in near],
        kept_in,
        sure=len(near) == 1 and _is_family_alone(text, of),
        tells=tells,
    )
    answer = row.ask(doubt, text)
    if answer == doubts.KEEP and kept_in:
        row.kept.setdefault(kept_in, []).append((text, field))
        return None
    return None if answer == LEAVE_OUT else _answered(answer, of, row)


def _answered(answer: str, of: type[Record], row: Row) -> str:
    """Return the id of what an answer names. Raises AnswerError where it names nothing."""
    if found := _found(answer, of, row):
        return found
    raise AnswerError(
        msg(
            "“{answer}” names nothing in the visit; write an id, or a name as it stands there.",
            answer=legible(answer, 60),
        )
    )


def _told(record: Record, visit: Visit) -> Value:
    if isinstance(record, Person):
        return doubts_of_people.told_apart(record, visit)
    return called.title(record, visit)


def _found(text: str, of: type[Record], row: Row) -> str | None:
    if of is not Person:
        return row.directory.find(of, text)
    if isinstance(row.visit.by_id.get(text), Person):
        return text
    index = row.visit.gathered(_by_name, Person)
    found = {ident for words in _words(text) for ident in index.get(folded("".join(words)), ())}
    return found.pop() if len(found) == 1 else None


def _near(text: str, of: type[Record], row: Row) -> Sequence[Record]:
    """Return who may be meant: people who have the family name or are called so, records that are
    called almost so.
    """
    if of is not Person:
        return [one for one in row.directory.near(of, text) if isinstance(one, of)][:_MOST]
    names, families = row.visit.gathered(_by_name, Person), row.visit.gathered(_by_family, Person)
    kept = row.visit.gathered(_by_given_of_kept, Person)
    ids = [
        ident
        for words in _words(text)
        for name, index in [
            (folded("".join(words)), names),
            *((folded(w), families) for w in words),
            *((folded(w), kept) for w in words),
        ]
        for ident in index.get(name, ())
    ]
    return [row.visit.by_id[ident] for ident in dict.fromkeys(ids)][:_MOST]


def _is_family_alone(text: str, of: type[Record]) -> bool:
    return of is Person and any(len(words) == 1 for words in _words(text))


@cache
def _words(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each form of a name, without its forms of address."""
    try:
        return tuple(form.parts for form in forms(text))
    except BriefError:  # nothing in it is a name
        return ()


def _by_name(visit: Visit) -> Mapping[str, tuple[str, ...]]:
    """Return the people of a visit by their names in each form, the family name first or last."""
    return _ids_by(
        (
            (person.id, folded(name))
            for person in visit.of(Person)
            for family, given in _names(person)
            for name in (family + given, given + family)
        )
    )


def _by_family(visit: Visit) -> Mapping[str, tuple[str, ...]]:
    return _ids_by(
        (person.id, folded(family)) for person in visit.of(Person) for family, _ in _names(person)
    )


def _by_given_of_kept(visit: Visit) -> Mapping[str, tuple[str, ...]]:
    """Return those who are kept from some readers by their given names: these tell of them too."""
    usual = begins(Person)
    return _ids_by(
        (person.id, folded(word))
        for person in visit.of(Person)
        if not may_read(person, usual)
        for _, given in _names(person)
        for word in given.split()
        if len(word) > 1 and "." not in word
    )


def _names(person: Person) -> Iterator[tuple[str, str]]:
    """Yield family and given name in each language, and as they are read."""
    yield from ((person.family[lang], person.given[lang]) for lang in LANGS)
    yield person.family.reading, person.given.reading


def _ids_by(named: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for ident, name in named:
        if name:
            found.setdefault(name, {})[ident] = None
    return {name: tuple(ids) for name, ids in found.items()}
