"""A new record with nothing in it but what it cannot be without."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import msgspec

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit.audiences import begins, higher
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Item,
    Metric,
    Mineral,
    Note,
    Observation,
    Organisation,
    Pack,
    Paragraph,
    Person,
    Record,
    Section,
    Series,
    Source,
    Table,
)
from lohum_brief.visit.sides import side
from lohum_brief.visit.visit import Visit


def blank(
    kind: type[Record],
    ident: str,
    visit: Visit,
    beside: AnyRecord | None,
    chosen: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Its JSON. What it must name is what the record `beside` it names, else the first that there
    is.

    `chosen` has fields that it is to have. Its audience is that which its kind or sort begins with,
    and at least that of what it is part of; it does not depend on its neighbour's.
    """
    found: dict[str, Any] = {"kind": tag_of(kind), "id": ident}
    for info in msgspec.structs.fields(kind):
        if info.required and info.name not in found and info.name != "audience":
            found[info.name] = {}
    found |= {**_named(kind, visit, beside), **chosen}
    if kind is Person and found.get("side") == "host":
        host = _host(beside, visit)
        found["native"] = host.native if host else _host_script(visit)
    audience = begins(kind, found.get("sort"))
    if (holder := visit.by_id.get(found.get(OF[kind].within, ""))) is not None:
        audience = higher(audience, holder.audience)
    found["audience"] = audience
    return msgspec.json.encode(found)


def _host(beside: AnyRecord | None, visit: Visit) -> Person | None:
    """The person beside, who is one of the hosts; None where that is nobody or somebody else."""
    return beside if isinstance(beside, Person) and side(beside, visit) == "host" else None


def _host_script(visit: Visit) -> Lang:
    """The script that the hosts' own names are in, by the country of their organisation, else by
    the place of the visit.
    """
    particulars = visit.particulars
    host = visit.get(Organisation, particulars.host)
    country = host.country if host is not None else ""
    where = country or particulars.place_zone
    return next((lang for lang, language in LANGUAGES.items() if where in language.at_home), "en")


def tag_of(kind: type[Record]) -> str:
    """The kind as it stands in JSON."""
    return str(kind.__struct_config__.tag)


_HOLDERS: Final[Mapping[type[Record], tuple[str, type[Record]]]] = {
    Observation: ("metric", Metric),
    Series: ("mineral", Mineral),
    Chart: ("section", Section),
    Paragraph: ("section", Section),
    Table: ("section", Section),
}
"""What records of a kind are part of, and the field that names it."""
_FIXED: Final[Mapping[type[Record], Mapping[str, Any]]] = {
    Observation: {"value": "0"},
    Series: {"measure": "mine"},
    Chart: {"form": "bar"},
    Table: {"columns": [{}, {}]},
    Note: {"sort": "background"},
    Source: {"title": ""},
    Figure: {"value": "0"},
}
"""What a new record says of itself, whatever stands beside it."""


def _named(kind: type[Record], visit: Visit, beside: AnyRecord | None) -> dict[str, Any]:
    fixed = dict(_FIXED.get(kind, {}))
    if kind in _HOLDERS:
        field, holder = _HOLDERS[kind]
        held = getattr(beside, field, "")
        return {field: held or next((one.id for one in visit.of(holder)), "none"), **fixed}
    if kind is Item:
        return {"start": _start(visit, beside).isoformat()}
    if kind is Person:
        # Whoever is added among the hosts is one of them, not a delegate until somebody says so;
        # elsewhere the organisation says it, once it is chosen.
        return {"family": {}, **({"side": "host"} if _host(beside, visit) else {})}
    if kind is Pack:
        return {"sections": [section.id for section in visit.of(Section)]}
    return fixed


def _start(visit: Visit, beside: AnyRecord | None) -> dt.datetime:
    """When a new item begins: where the one beside it ends, else at ten on the first day."""
    if isinstance(beside, Item):
        return beside.start + dt.timedelta(minutes=beside.minutes)
    day = visit.particulars.start or dt.datetime.now().astimezone().date()
    return dt.datetime.combine(day, dt.time(10))
