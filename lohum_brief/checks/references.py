"""Fields that name other records: what they name exists and is of the right kind. Who may read it is told by `audiences`."""

from collections.abc import Iterator
from typing import Final

import msgspec

from lohum_brief.checks.finding import Finding, Fix, Span, Step
from lohum_brief.language.catalogue import say
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Group,
    Item,
    Metric,
    Mineral,
    Note,
    Observation,
    Organisation,
    Pack,
    Paragraph,
    Particulars,
    Person,
    Record,
    Section,
    Series,
    Source,
    Table,
    kind_of,
)
from lohum_brief.visit.visit import Visit

RULE = "references"

NAMED: Final[dict[type[Record], dict[str, type[Record]]]] = {
    Particulars: {"host": Organisation},
    Person: {"organisation": Organisation, "group": Group},
    Item: {"groups": Group},
    Observation: {"metric": Metric},
    Series: {"mineral": Mineral},
    Note: {"parties": Organisation, "owner": Organisation},
    Paragraph: {"section": Section},
    Table: {"section": Section},
    Chart: {
        "section": Section,
        "mineral": Mineral,
        "series": Series,
        "metrics": Metric,
        "notes": Note,
        "target_figure": Figure,
        "target_metric": Metric,
    },
    Pack: {"sections": Section},
}
"""Which kind each field names; `sources`, which many kinds have, names sources."""

_OF_ROWS: Final[dict[str, type[Record]]] = {"mineral": Mineral, "target_figure": Figure, "target_metric": Metric}
"""The same for the rows of a chart."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Errors for what is not there or is a record of another kind."""
    for record in visit:
        yield from of_record(visit, record)


def of_record(visit: Visit, record: AnyRecord) -> Iterator[Finding]:
    """The findings about one record's fields."""
    for field, ident, kind in named(record):
        found = visit.by_id.get(ident)
        if found is None:
            message = say("It names {id}, but there is no such record.", id=ident)
            yield Finding("error", RULE, record.id, field, message, ident, _removal(record, field))
        elif not isinstance(found, kind):
            message = say(
                "It names {id}, which is a record of another kind: {kind}.", id=ident, kind=kind_title(kind_of(found))
            )
            yield Finding("error", RULE, record.id, field, message, ident, _removal(record, field))


def _removal(record: AnyRecord, field: str) -> Fix | None:
    """Taking the name out, where the record can be without it."""
    name, *rest = field.split(".")
    if len(rest) == 1:
        at = int(rest[0])
        step = Step(record.id, name, spans=(Span(at, at + 1, ()),))
    elif rest or name in _optional(type(record)):
        step = Step(record.id, field, None)
    else:
        return None
    return Fix(say("Take it out"), (step,))


def _optional(kind: type[Record]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(kind) if field.default is None}


def named(record: AnyRecord) -> Iterator[tuple[str, str, type[Record]]]:
    """Field path, the id that stands there, and the kind that must have it."""
    fields = NAMED.get(type(record), {})
    for field in record.__struct_fields__:
        kind = Source if field == "sources" else fields.get(field)
        value = getattr(record, field) if kind is not None else None
        if kind is None or value is None:
            continue
        if isinstance(value, str):
            yield field, value, kind
        else:
            for i, ident in enumerate(value):
                yield f"{field}.{i}", ident, kind
    if isinstance(record, Chart):
        for i, row in enumerate(record.rows):
            for field, kind in _OF_ROWS.items():
                if (ident := getattr(row, field)) is not None:
                    yield f"rows.{i}.{field}", ident, kind
