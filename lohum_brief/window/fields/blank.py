"""A new record with nothing in it but what it cannot be without."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit.audiences import begins, higher
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Item,
    Metric,
    Mineral,
    Observation,
    Organisation,
    Pack,
    Paragraph,
    Person,
    Record,
    Section,
    Series,
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
        host = isinstance(beside, Person) and side(beside, visit) == "host"
        found["native"] = (
            beside.native if isinstance(beside, Person) and host else _host_script(visit)
        )
    audience = begins(kind, found.get("sort"))
    if (holder := visit.by_id.get(found.get(OF[kind].within, ""))) is not None:
        audience = higher(audience, holder.audience)
    found["audience"] = audience
    return msgspec.json.encode(found)


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


def _named(kind: type[Record], visit: Visit, beside: AnyRecord | None) -> dict[str, Any]:
    def same(field: str, names: type[Record]) -> str:
        held = getattr(beside, field, "")
        return held or next((record.id for record in visit.of(names)), "none")

    if kind is Observation:
        return {"metric": same("metric", Metric), "value": "0"}
    if kind is Series:
        return {"mineral": same("mineral", Mineral), "measure": "mine"}
    if kind is Chart:
        return {"section": same("section", Section), "form": "bar"}
    if kind in (Paragraph, Table):
        texts: dict[str, Any] = {"section": same("section", Section)}
        return texts | ({"columns": [{}, {}]} if kind is Table else {})
    if kind is Item:
        day = visit.particulars.start or dt.datetime.now().astimezone().date()
        start = (
            beside.start + dt.timedelta(minutes=beside.minutes)
            if isinstance(beside, Item)
            else None
        )
        return {"start": (start or dt.datetime.combine(day, dt.time(10))).isoformat()}
    if kind is Person:
        # Whoever is added among the hosts is one of them, not a delegate until somebody says so;
        # elsewhere the organisation
        # says it, once it is chosen.
        host = isinstance(beside, Person) and side(beside, visit) == "host"
        return {"family": {}, **({"side": "host"} if host else {})}
    if kind is Pack:
        return {"sections": [section.id for section in visit.of(Section)]}
    fixed: dict[str, dict[str, Any]] = {
        "note": {"sort": "background"},
        "source": {"title": ""},
        "figure": {"value": "0"},
    }
    return fixed.get(tag_of(kind), {})
