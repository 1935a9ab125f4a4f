"""What of a visit a pack prints: the records that its readers would miss or notice, as they read
them.

Rather too much than too little: of sources and terms all count where the pack lists them, for which
of them it cites is known only when it is planned.
"""

from collections.abc import Container, Iterable, Iterator
from functools import cache
from typing import Any, Final

import msgspec

from lohum_brief.language.codes import Lang
from lohum_brief.language.names import surname_first
from lohum_brief.packs.admit import admit, admitted_pack
from lohum_brief.packs.figures import resolve
from lohum_brief.visit import own_units
from lohum_brief.visit.first_version import former
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Forbidden,
    Group,
    Inflected,
    Item,
    Metric,
    Note,
    Observation,
    Organisation,
    Pack,
    Paragraph,
    Particulars,
    Person,
    Place,
    Series,
    Table,
)
from lohum_brief.visit.rest import Rest
from lohum_brief.visit.sections import is_card, kinds, sections_of, spared
from lohum_brief.visit.text import Text
from lohum_brief.visit.uses import targets
from lohum_brief.visit.visit import Visit

_ALWAYS_SILENT: Final[dict[type[msgspec.Struct], frozenset[str]]] = {
    Particulars: frozenset({"original"}),
    Item: frozenset({"fixed"}),
    Note: frozenset({"due", "owner"}),
    Observation: frozenset({"valid_until", "holds"}),
    Figure: frozenset({"valid_until", "holds"}),
    Series: frozenset({"valid_until", "holds"}),
}
"""Fields that no pack prints, as the first traces left them out."""


def _fields_of(names: str) -> frozenset[str]:
    return frozenset(names.split())


_SILENT: Final[dict[type[msgspec.Struct], frozenset[str]]] = _ALWAYS_SILENT | {
    Particulars: _fields_of("original objective stage words sources"),
    Organisation: _fields_of("note"),
    Group: _fields_of("note"),
    Person: _fields_of(
        "rank precedence decided_by biography phone mail contact contact_for arrival arrives "
        "arrival_place departure departs departure_place hotel room consent_print consent_photo "
        "consent_date"
    ),
    Item: _fields_of(
        "fixed where sort people lead speakers interpreting interpreters between transfer vehicles"
    ),
    Place: _fields_of("floor capacity directions"),
}
"""Fields that no pack prints."""


def extent(visit: Visit, pack: Pack, *, former: bool = False) -> Iterator[tuple[str, bytes]]:
    """Yield the records that the pack prints, in their order: their ids, and what of them it can
    print, in canonical JSON.

    `pack` says audience and languages; what is said of the pack itself is the visit's own record.
    Texts hold the figures that they print; other languages and the states of texts, which no pack
    shows, are left out, and so are fields that no pack prints; those that the first traces had are
    in it where the `former` extent is wanted.
    """
    silent = _ALWAYS_SILENT if former else _SILENT
    own = visit.get(Pack, pack.id)
    if own is not None:
        own = admitted_pack(visit, msgspec.structs.replace(own, audience=pack.audience))
    resolved = resolve(admit(visit, pack.audience), pack).visit
    wanted = set(_printed(resolved, own or pack))
    wanted |= set(own_units.named((one for one in resolved if one.id in wanted), resolved))
    if own is not None:
        yield own.id, _canonical(own, pack.languages, silent)
    for record in resolved:
        if record.id in wanted:
            yield record.id, _canonical(record, pack.languages, silent)


def _printed(visit: Visit, pack: Pack) -> Iterator[str]:
    inside = {section.id for section in sections_of(visit, pack)}
    yield visit.particulars.id
    yield from inside
    for kind in kinds(visit, pack):
        yield from (record.id for record in visit.of(kind))
    if pack.form == "book" and visit.particulars.host:  # it stands on the cover
        yield visit.particulars.host
    yield from _written(visit, inside, card=is_card(visit, pack))
    yield from _drawn(visit, [chart for chart in visit.of(Chart) if chart.section in inside])


def _written(visit: Visit, inside: Container[str], *, card: bool) -> Iterator[str]:
    """Yield what stands in the text of these sections."""
    for prose in (visit.of(Paragraph), visit.of(Table), visit.of(Chart)):
        for record in prose:
            if record.section in inside and not spared(record, card=card):
                yield record.id


def _drawn(visit: Visit, charts: Iterable[Chart]) -> Iterator[str]:
    """Yield what charts take their figures from."""
    metrics: set[str] = set()
    for chart in charts:
        yield from chart.series
        yield from chart.notes
        metrics.update(chart.metrics)
        for _, ident, kind in targets(chart):
            if kind is Metric:
                metrics.add(ident)
            else:
                yield ident
    yield from metrics
    for reading in visit.of(Observation):
        if reading.metric in metrics:
            yield reading.id


_encode: Final = msgspec.json.Encoder(decimal_format="string").encode


_Silent = dict[type[msgspec.Struct], frozenset[str]]


def _canonical(record: AnyRecord, langs: tuple[Lang, ...], silent: _Silent) -> bytes:
    return _encode(_said(record, langs, silent))


def _said(value: Any, langs: tuple[Lang, ...], silent: _Silent) -> Any:
    """Return a value as nested lists. What is as by default is left out, so that a field that is
    new in a later version changes nothing.
    """
    if isinstance(value, Text | Inflected):
        return [value[lang] for lang in langs]
    if isinstance(value, tuple):
        return [_said(item, langs, silent) for item in value]
    if isinstance(value, msgspec.Struct):
        kind: type[msgspec.Struct] = type(value)
        value = _as_before(value)
        unseen = silent.get(kind, frozenset())
        return [
            [name, _said(found, langs, silent)]
            for name, default in _fields(kind)
            if name not in unseen and (found := getattr(value, name)) != default
        ]
    return value


def _as_before(value: msgspec.Struct) -> msgspec.Struct:
    """Return a part of a visit as version 1 said it: traces of editions that it wrote are compared
    with it.
    """
    if isinstance(value, Pack) and value.furigana == "none":
        return msgspec.structs.replace(value, furigana=False)
    return _person_before(value) if isinstance(value, Person) else value


def _person_before(person: Person) -> Person:
    """Return a person with the form of address in the word that version 1 had for it, and without
    an order of the name that is that of then.
    """
    word = former(person.address)
    then = "family_first" if surname_first(person.native) else "given_first"
    if word == person.honorific and person.name_order != then:
        return person
    order = "" if person.name_order == then else person.name_order
    dignity = person.dignity if word == person.honorific else ""
    return msgspec.structs.replace(person, dignity=dignity, honorific=word, name_order=order)


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    return tuple(
        (field.name, field.default)
        for field in msgspec.structs.fields(kind)
        if field.type not in (Forbidden, Rest)
    )
