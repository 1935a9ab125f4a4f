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
    hosts = audience in ("host", "principal")
    return Visit(
        _person(record, hosts=hosts) if isinstance(record, Person) else record
        for record in visit
        if record.readable(audience)
    )


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
