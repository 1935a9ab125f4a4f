"""What an audience may read, taken out of a visit before anything is planned: later stages cannot leak the rest."""

from functools import cache
from typing import Any

import msgspec

from lohum_brief.visit.needs import FOR_HOSTS
from lohum_brief.visit.records import AnyRecord, Audience, Person
from lohum_brief.visit.visit import Visit


def admit(visit: Visit, audience: Audience) -> Visit:
    """The visit as the audience may know it. Records that name a removed one keep its id, which then names nothing.

    Below hosts nobody has needs or consents, and nobody at all has a photo who did not agree to its being printed.
    """
    return Visit(found for record in visit if (found := admitted_record(record, audience)) is not None)


def admitted_record(record: AnyRecord, audience: Audience) -> AnyRecord | None:
    """A record as the audience may know it; None where it may not."""
    if not record.readable(audience):
        return None
    return _person(record, hosts=audience in ("host", "principal")) if isinstance(record, Person) else record


def _person(person: Person, *, hosts: bool) -> AnyRecord:
    hidden: dict[str, Any] = {}
    if person.photo and person.consent_print != "given":
        hidden["photo"] = ""
    if not hosts:
        hidden |= {name: blank for name, blank in _unsaid().items() if getattr(person, name) != blank}
    return msgspec.structs.replace(person, **hidden) if hidden else person


@cache
def _unsaid() -> dict[str, Any]:
    """The fields that hosts alone read, as they are when nothing is said."""
    return {field.name: field.default for field in msgspec.structs.fields(Person) if field.name in FOR_HOSTS}
