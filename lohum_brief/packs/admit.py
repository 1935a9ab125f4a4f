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
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.conflicts import Group, group, rejected
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.needs import WITH_CONSENT
from lohum_brief.visit.records import (
    AnyRecord,
    Audience,
    Observation,
    Pack,
    Person,
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
    """The visit as the audience may know it. Records that name a removed one keep its id, which
    then names nothing.

    Below hosts nobody has needs or consents, and nobody at all has needs who refused to have them
    shown, or a photo who did not agree to its being printed. A reading that was not chosen is left
    out where the chosen one is not there, or it would stand for it. Chosen readings of which no
    other is left are told apart by nothing: neither that they contradict one another nor why one
    was chosen is said of them, or it would tell that there is one more. What claims a lower
    audience than its kind or sort may have is left out (`packs.floors` refuses to print without
    it).
    """
    kept = [found for record in visit if (found := admitted_record(record, audience)) is not None]
    left = rejected(kept)
    kept = [record for record in kept if record.id not in left] if left else kept
    readable = Visit(kept)
    settled: dict[str, AnyRecord] = {**_settled(kept), **_placed(readable)}
    return Visit([settled.get(record.id, record) for record in kept]) if settled else readable


def admitted_record(record: AnyRecord, audience: Audience) -> AnyRecord | None:
    """A record as the audience may know it; None where it may not.

    Nobody knows for whom that is which a newer version wrote and this one does not know.
    """
    if isinstance(record, Unread) or not may_read(record, audience):
        return None
    if record.rest is not NONE:
        record = bare(record)
    return (
        _person(record, hosts=audience in ("host", "principal"))
        if isinstance(record, Person)
        else record
    )


def admitted_pack(visit: Visit, pack: Pack) -> Pack:
    """The pack as its own audience may know it, which may be another than that of the visit's
    record of the pack.

    Where that record is not for this audience, nor is its title: words for what it is take its
    place.
    """
    own = visit.get(Pack, pack.id)
    if own is None or own.readable(pack.audience):
        return pack
    title = {lang: words(lang)(_CALLED[pack.form]) for lang in LANGS}
    return msgspec.structs.replace(pack, title=Text.of(title))


def _settled(records: Iterable[AnyRecord]) -> dict[str, AnyRecord]:
    """Readings among which nothing was chosen as far as the records tell, by their ids, without
    what was said of that.
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
    """People whose record says no side, by their ids, with that of their organisation as far as
    readers know it.
    """
    return {
        person.id: with_side(person, readable) for person in readable.of(Person) if not person.side
    }


def _person(person: Person, *, hosts: bool) -> AnyRecord:
    hidden: dict[str, Any] = {}
    if person.photo and person.consent_print != "given":
        hidden["photo"] = ""
    kept = (
        OF[Person].closed if not hosts else WITH_CONSENT if person.consent_data == "refused" else ()
    )
    hidden |= {name: blank for name in kept if getattr(person, name) != (blank := _unsaid()[name])}
    return msgspec.structs.replace(person, **hidden) if hidden else person


@cache
def _unsaid() -> dict[str, Any]:
    """The fields that hosts alone read, as they are when nothing is said."""
    return {
        field.name: field.default
        for field in msgspec.structs.fields(Person)
        if field.name in OF[Person].closed
    }
