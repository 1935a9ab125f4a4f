"""A new record with nothing in it but what it cannot be without."""

import datetime as dt
from typing import Any

import msgspec

from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Item,
    Metric,
    Mineral,
    Observation,
    Pack,
    Paragraph,
    Record,
    Section,
    Series,
    Table,
)
from lohum_brief.visit.visit import Visit


def blank(kind: type[Record], ident: str, visit: Visit, beside: AnyRecord | None) -> bytes:
    """Its JSON. What it must name is what the record `beside` it names, else the first that there is."""
    found: dict[str, Any] = {
        "kind": tag_of(kind),
        "id": ident,
        "audience": beside.audience if beside else "guest",
    }
    for info in msgspec.structs.fields(kind):
        if info.required and info.name not in found:
            found[info.name] = {}
    found |= _named(kind, visit, beside)
    return msgspec.json.encode(found)


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
        start = beside.start + dt.timedelta(minutes=beside.minutes) if isinstance(beside, Item) else None
        return {"start": (start or dt.datetime.combine(day, dt.time(10))).isoformat()}
    if kind is Pack:
        return {"sections": [section.id for section in visit.of(Section)]}
    fixed: dict[str, dict[str, Any]] = {
        "note": {"sort": "background"},
        "source": {"title": ""},
        "figure": {"value": "0"},
    }
    return fixed.get(tag_of(kind), {})
