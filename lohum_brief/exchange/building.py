"""From values by field to a record, new or on top of the one that is there."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, get_type_hints

import msgspec

from lohum_brief.exchange.fields import nested
from lohum_brief.language.codes import LANGS
from lohum_brief.message import Value, msg
from lohum_brief.visit.audiences import is_misplaced, misplacement
from lohum_brief.visit.document import RecordFaultError, from_wire, to_wire
from lohum_brief.visit.edit import aged
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.labels import path
from lohum_brief.visit.records import (
    AnyRecord,
    Forbidden,
    NamePart,
    Point,
    Record,
)
from lohum_brief.visit.rest import carried, fields_of
from lohum_brief.visit.text import EMPTY, Text
from lohum_brief.visit.visit import Visit


class RowError(Exception):
    """Why a row cannot become a record, and at which field; `row` where a record has several."""

    def __init__(self, why: Value, field: str, row: int | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.field = field
        self.row = row


def built(
    kind: type[Record],
    base: AnyRecord | None,
    values: Mapping[str, Any],
    visit: Visit,
    *,
    exact: bool = False,
    merge: bool = False,
) -> AnyRecord:
    """A record of the values, on top of the one that is there. Raises RowError that names the
    field.
    """
    fields = _fields(kind, base, values, visit, merge=merge)
    needed = OF[kind].must
    if needed and not exact and not _says(fields[needed]):
        raise RowError(msg("the field {field} is missing", field=path(needed)), needed)
    made = _stored(carried(base, kind(**fields)), values)
    if exact and is_misplaced(made) and (base is None or not is_misplaced(base)):
        raise RowError(misplacement(made), "audience")
    return made


def _fields(
    kind: type[Record],
    base: AnyRecord | None,
    values: Mapping[str, Any],
    visit: Visit,
    *,
    merge: bool,
) -> dict[str, Any]:
    """All fields of the record. What no value says is as in the one that is there, else as by
    default. Raises RowError for a new record without what it needs.
    """
    tree = nested(values)
    if base is None:
        fields = dict(_defaults(kind))
        if lacking := next((name for name in _required(kind) if name not in tree), ""):
            raise RowError(msg("the field {field} is missing", field=path(lacking)), lacking)
    else:
        fields = {name: getattr(base, name) for name in fields_of(kind)}
    for name, said in tree.items():
        old: Any = fields.get(name)
        if name == "points":
            points = [point if isinstance(point, Point) else Point(**point) for point in said]
            fields[name] = _merged(old, points) if merge and base is not None else tuple(points)
        elif isinstance(old, Text):
            fields[name] = _text(old, said, visit)
        elif isinstance(old, NamePart | Forbidden):
            fields[name] = msgspec.structs.replace(old, **said)
        else:
            fields[name] = said
    return fields


def _stored(record: Record, values: Mapping[str, Any]) -> AnyRecord:
    """The record as a file gives it back: nothing becomes part of a visit that could not be read
    again.
    """
    try:
        return from_wire(to_wire(record))  # type: ignore[arg-type]
    except RecordFaultError as fault:
        raise RowError(fault.args[0], _field_of(str(fault), values)) from None
    except UnicodeEncodeError:
        raise RowError(
            msg("it contains half a character (a lone surrogate)"), next(iter(values))
        ) from None


def _says(value: object) -> bool:
    return value != NamePart() if isinstance(value, NamePart) else bool(value)


@cache
def _defaults(kind: type[Record]) -> Mapping[str, Any]:
    """What the fields of a new record are before anything is said; empty texts and names where the
    model has no default.
    """
    hints = get_type_hints(kind)
    empty = {Text: EMPTY, NamePart: NamePart()}
    return {
        field.name: field.default_factory()
        if callable(field.default_factory)
        else empty.get(hints[field.name], field.default)
        if field.default is msgspec.NODEFAULT
        else field.default
        for field in msgspec.structs.fields(kind)
        if field.name in fields_of(kind)
    }


@cache
def _required(kind: type[Record]) -> tuple[str, ...]:
    """The fields that a record cannot do without."""
    return tuple(name for name, default in _defaults(kind).items() if default is msgspec.NODEFAULT)


def _text(old: Text, said: Mapping[str, Any], visit: Visit) -> Text:
    """A text with some of its languages said anew. Where no states are said, they go back as they
    do on any edit.
    """
    if old is EMPTY:
        return msgspec.structs.replace(EMPTY, **said)
    text = old
    for lang in LANGS:
        if lang in said and said[lang] != old[lang]:
            # What was empty before cannot have become old.
            text = aged(text, lang, said[lang], visit.particulars.original) if old else text
            text = msgspec.structs.replace(text, **{lang: said[lang]})
    if old and said.get(visit.particulars.original):  # what comes together is in step
        states = {
            lang: was if said[lang] == old[lang] and (was := old.state[lang]) != "old" else "draft"
            for lang in LANGS
            if said.get(lang) and text.state[lang] == "old"
        }
        text = (
            msgspec.structs.replace(text, state=msgspec.structs.replace(text.state, **states))
            if states
            else text
        )
    return msgspec.structs.replace(text, state=said["state"]) if "state" in said else text


def _merged(old: Sequence[Point], new: Sequence[Point]) -> tuple[Point, ...]:
    """The points of a series with those of a table put in: one place and period has one value."""
    points = {(point.place, point.period): point for point in old}
    points |= {(point.place, point.period): point for point in new}
    return tuple(points.values())


def _field_of(fault: str, values: Mapping[str, Any]) -> str:
    """The field that the decoder's sentence names at its end."""
    return next(
        (path for path in sorted(values, key=len, reverse=True) if path in fault),
        next(iter(values), ""),
    )
