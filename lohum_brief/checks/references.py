"""Fields that name other records: what they name exists and is of the right kind. Who may read it
is told by `audiences`.
"""

from collections.abc import Iterator

import msgspec

from lohum_brief.checks.finding import Finding, Fix, Span, Step
from lohum_brief.message import msg
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Record,
    Source,
    Unread,
    kind_of,
)
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.visit import Visit

RULE = "references"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield errors for what is not there or is a record of another kind."""
    for record in visit:
        yield from of_record(visit, record)


def of_record(visit: Visit, record: AnyRecord) -> Iterator[Finding]:
    """Yield the findings about one record's fields."""
    for field, ident, kind in named(record):
        found = visit.by_id.get(ident)
        if found is None:
            message = msg("It names {id}, but there is no such record.", id=ident)
            yield Finding("error", RULE, record.id, field, message, ident, _removal(record, field))
        elif isinstance(found, Unread):
            message = msg(
                "It names {id}, which a newer version of the program wrote and this one cannot "
                "read; update the program.",
                id=ident,
            )
            yield Finding("error", RULE, record.id, field, message, ident)
        elif not isinstance(found, kind):
            message = msg(
                "It names {id}, which is a record of another kind: {kind}.",
                id=ident,
                kind=kind_title(kind_of(found)),
            )
            yield Finding("error", RULE, record.id, field, message, ident, _removal(record, field))


def _removal(record: AnyRecord, field: str) -> Fix | None:
    """Return the edit that takes the name out, where the record can be without it."""
    name, *rest = field.split(".")
    if len(rest) == 1:
        at = int(rest[0])
        step = Step(record.id, name, spans=(Span(at, at + 1, ()),))
    elif rest or name in _optional(type(record)):
        step = Step(record.id, field, None)
    else:
        return None
    return Fix(msg("Take it out"), (step,))


def _optional(kind: type[Record]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(kind) if field.default is None}


def named(record: AnyRecord) -> Iterator[tuple[str, str, type[Record]]]:
    """Yield a field's path, the id that stands there, and the kind that must have it."""
    known = OF[type(record)]
    for field in fields_of(type(record)):
        kind = Source if field == "sources" else known.names.get(field)
        value = getattr(record, field) if kind is not None else None
        if kind is None or value is None:
            continue
        if isinstance(value, str):
            yield field, value, kind
        else:
            for i, ident in enumerate(value):
                yield f"{field}.{i}", ident, kind
    if isinstance(record, Chart):
        yield from _named_in_rows(record)


def _named_in_rows(record: Chart) -> Iterator[tuple[str, str, type[Record]]]:
    for i, row in enumerate(record.rows):
        for field, kind in OF[Chart].names_in_rows.items():
            if (ident := getattr(row, field)) is not None:
                yield f"rows.{i}.{field}", ident, kind
