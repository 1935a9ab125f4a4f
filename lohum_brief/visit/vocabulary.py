"""The English words that a visit brings along: its names, terms and symbols, which no word list has
and which are right.
"""

from collections.abc import Iterator

from lohum_brief.language.spelling import parts
from lohum_brief.visit.records import (
    Group,
    Item,
    Mineral,
    Organisation,
    Person,
    Place,
    Source,
    Term,
    Vehicle,
)
from lohum_brief.visit.visit import Visit


def vocabulary(visit: Visit) -> frozenset[str]:
    """Return single words, as they are written there, and those that somebody calls right."""
    names = {word for name in _names(visit) for word in parts(name)}
    # A place is told in a sentence often enough: only what has a capital there is taken for a name.
    places = {word for place in _places(visit) for word in parts(place) if word[0].isupper()}
    return frozenset(names | places | set(visit.particulars.words))


def _names(visit: Visit) -> Iterator[str]:
    for body in visit.of(Organisation):
        yield from (body.name["en"], body.abbreviation)
    for person in visit.of(Person):
        yield from (person.family["en"], person.given["en"])
    for term in visit.of(Term):
        yield from (term.name["en"], term.abbreviation, term.transliteration)
    for mineral in visit.of(Mineral):
        yield from (mineral.name["en"], mineral.symbol)
    for source in visit.of(Source):
        yield from (source.title, source.publisher)
    yield from (group.name["en"] for group in visit.of(Group))


def _places(visit: Visit) -> Iterator[str]:
    own = visit.particulars
    yield from (own.title["en"], own.place["en"], own.guests["en"])
    yield from (item.place["en"] for item in visit.of(Item))
    yield from (place.name["en"] for place in visit.of(Place))
    yield from (vehicle.name["en"] for vehicle in visit.of(Vehicle))
