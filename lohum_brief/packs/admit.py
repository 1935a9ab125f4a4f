"""What an audience may read, taken out of a visit before anything is planned: later stages cannot
leak the rest.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import LANGS
from lohum_brief.packs.readings import is_parted
from lohum_brief.visit.audiences import closed, may_read
from lohum_brief.visit.conflicts import Group, group, rejected
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.needs import WITH_CONSENT
from lohum_brief.visit.places import called
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Item,
    Observation,
    Pack,
    Person,
    Picture,
    Statement,
    Unread,
)
from lohum_brief.visit.rest import NONE, bare
from lohum_brief.visit.sides import with_side
from lohum_brief.visit.text import EMPTY, Text
from lohum_brief.visit.visit import Visit

_CALLED = {"book": phrase("Briefing papers"), "sheet": phrase("Briefing sheet")}
"""What a pack is called by those who may not read its title."""


def admit(visit: Visit, audience: Audience) -> Visit:
    """Return the visit as the audience may know it. Records that name a removed one keep its id,
    which then names nothing.

    Only hosts get needs or consents, only security passports, and nobody at all those of people
    who refused to have them shown, or a photo who did not agree to its being printed. A reading
    that was not chosen is left out where the chosen one is not there, or it would stand for it.
    Chosen readings of which no other is left are told apart by nothing: neither that they
    contradict one another nor why one was chosen is said of them, or it would tell that there
    is one more. What claims a lower audience than its kind or sort may have is left out
    (`packs.floors` refuses to print without it). An item is at the place that it names, where
    that may be read.
    """
    kept = [found for record in visit if (found := admitted_record(record, audience)) is not None]
    left = rejected(kept)
    kept = [record for record in kept if record.id not in left] if left else kept
    readable = Visit(kept)
    settled: dict[str, AnyRecord] = {
        **_settled(kept),
        **_placed(readable),
        **{item.id: called(item, readable) for item in readable.of(Item) if item.where},
    }
    return Visit([settled.get(record.id, record) for record in kept]) if settled else readable


def admitted_record(record: AnyRecord, audience: Audience) -> AnyRecord | None:
    """Return a record as the audience may know it; None where it may not.

    Nobody knows for whom that is which a newer version wrote and this one does not know.
    """
    if isinstance(record, Unread) or not may_read(record, audience) or _is_unallowed(record):
        return None
    if record.rest is not NONE:
        record = bare(record)
    return _opened(_consented(record), audience)


def admitted_pack(visit: Visit, pack: Pack) -> Pack:
    """Return the pack as its own audience may know it, which may be another than that of the
    visit's record of the pack.

    Where that record is not for this audience, nor is its title: words for what it is take its
    place.
    """
    own = visit.get(Pack, pack.id)
    if own is None or own.readable(pack.audience):
        return pack
    title = {lang: words(lang)(_CALLED[pack.form]) for lang in LANGS}
    return msgspec.structs.replace(pack, title=Text.of(title))


def _settled(records: Iterable[AnyRecord]) -> dict[str, AnyRecord]:
    """Return readings among which nothing was chosen as far as the records tell, by their ids,
    without what was said of that.
    """
    groups: dict[Group, list[Statement | Observation]] = {}
    for record in records:
        if isinstance(record, Statement | Observation) and record.conflict:
            groups.setdefault(group(record), []).append(record)
    untold = [
        reading for readings in groups.values() if not is_parted(readings) for reading in readings
    ]
    return {
        reading.id: msgspec.structs.replace(reading, conflict="", why=EMPTY)
        if isinstance(reading, Statement)
        else msgspec.structs.replace(reading, conflict="", note=EMPTY)
        for reading in untold
    }


def _placed(readable: Visit) -> dict[str, AnyRecord]:
    """Return people whose record says no side, by their ids, with that of their organisation as far
    as readers know it.
    """
    return {
        person.id: with_side(person, readable) for person in readable.of(Person) if not person.side
    }


def _opened(record: AnyRecord, audience: Audience) -> AnyRecord:
    """Return the record without the fields that only other audiences read."""
    unsaid = _unsaid(type(record))
    if not unsaid:
        return record
    hidden = {
        name: unsaid[name]
        for name in closed(record, audience)
        if getattr(record, name) != unsaid[name]
    }
    return msgspec.structs.replace(record, **hidden) if hidden else record


def _is_unallowed(record: AnyRecord) -> bool:
    """Return whether it is a photograph to whose being printed those whom it shows did not consent:
    not even its caption is told, which may name them.
    """
    return isinstance(record, Picture) and record.sort == "photograph" and record.consent != "given"


def _consented(record: AnyRecord) -> AnyRecord:
    """Return a person without what the person did not agree to; any other record as it is."""
    if not isinstance(record, Person):
        return record
    hidden: dict[str, Any] = {}
    if record.photo and record.consent_print != "given":
        hidden["photo"] = ""
    if record.consent_data == "refused":
        unsaid = _unsaid(Person)
        hidden |= {name: unsaid[name] for name in WITH_CONSENT}
    return msgspec.structs.replace(record, **hidden) if hidden else record


@cache
def _unsaid(kind: type[AnyRecord]) -> dict[str, Any]:
    """Return the fields of a kind that not all of its readers read, as they are when nothing is
    said.
    """
    row = OF[kind]
    parted = {
        *row.closed,
        *row.readers,
        *(name for names in row.readers.values() for name in names),
    }
    return {
        field.name: field.default_factory() if callable(field.default_factory) else field.default
        for field in msgspec.structs.fields(kind)
        if field.name in parted
    }
