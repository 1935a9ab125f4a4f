"""From values by field to a record, new or on top of the one that is there."""

from collections.abc import Iterable, Mapping, Sequence
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
        fields = dict(defaults(kind))
        if lacking := next((name for name in _required(kind) if name not in tree), ""):
            raise RowError(msg("the field {field} is missing", field=path(lacking)), lacking)
    else:
        fields = {name: getattr(base, name) for name in fields_of(kind)}
    for name, said in tree.items():
        if name == "points":
            fields[name] = _points(fields.get(name) if merge and base is not None else None, said)
        else:
            fields[name] = _said(fields.get(name), said, visit)
    return fields


def _said(old: Any, said: Any, visit: Visit) -> Any:
    """Return a field of which all or, of a text or a name, some parts are said."""
    if type(said) is not dict:  # nothing else has parts, and most fields have none
        return said
    if isinstance(old, Text):
        return _text(old, said, visit)
    if isinstance(old, NamePart | Forbidden):
        return msgspec.structs.replace(old, **said)
    return said


def _stored(record: Record, values: Mapping[str, Any]) -> AnyRecord:
    """The record as a file gives it back: nothing becomes part of a visit that could not be read
    again.
    """
    try:
        return from_wire(to_wire(record))  # type: ignore[arg-type]
    except RecordFaultError as fault:
        raise RowError(fault.why, _field_at(fault.at, values)) from None
    except UnicodeEncodeError:
        raise RowError(
            msg("it contains half a character (a lone surrogate)"), next(iter(values))
        ) from None


def _says(value: object) -> bool:
    return value != NamePart() if isinstance(value, NamePart) else bool(value)


@cache
def defaults(kind: type[Record]) -> Mapping[str, Any]:
    """Return what the fields of a new record are before anything is said; empty texts and names
    where the model has no default.
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
    return tuple(name for name, default in defaults(kind).items() if default is msgspec.NODEFAULT)


def _text(old: Text, said: Mapping[str, Any], visit: Visit) -> Text:
    """A text with some of its languages said anew. Where no states are said, they go back as they
    do on any edit.
    """
    if old is EMPTY:
        return msgspec.structs.replace(EMPTY, **said)
    text, original = old, visit.particulars.original
    for lang in LANGS:
        if lang in said and said[lang] != old[lang]:
            # What was empty before cannot have become old.
            text = aged(text, lang, said[lang], original) if old else text
            text = msgspec.structs.replace(text, **{lang: said[lang]})
    if old and said.get(original):
        text = _in_step(text, old, said)
    return msgspec.structs.replace(text, state=said["state"]) if "state" in said else text


def _in_step(text: Text, old: Text, said: Mapping[str, Any]) -> Text:
    """Return a text whose languages are in step where they come together with the original."""
    states = {
        lang: was if said[lang] == old[lang] and (was := old.state[lang]) != "old" else "draft"
        for lang in LANGS
        if said.get(lang) and text.state[lang] == "old"
    }
    if not states:
        return text
    return msgspec.structs.replace(text, state=msgspec.structs.replace(text.state, **states))


def _points(old: Sequence[Point] | None, said: Iterable[Any]) -> tuple[Point, ...]:
    """Return the points of a series, put into those that it has: one place and period has one
    value.
    """
    new = tuple(point if isinstance(point, Point) else Point(**point) for point in said)
    if old is None:
        return new
    return tuple({(point.place, point.period): point for point in (*old, *new)}.values())


def _field_at(place: str, values: Mapping[str, Any]) -> str:
    """Return the field in which a place of a record lies, such as points for points.0.value; the
    first one where nothing says a place.
    """
    within = (field for field in values if f"{place}.".startswith(f"{field}."))
    return max(within, key=len, default=next(iter(values), ""))
