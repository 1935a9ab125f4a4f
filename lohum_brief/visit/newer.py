"""Reading what a newer minor version wrote: fields beside those that are known (`rest`).

Imported when such a record is met: for all others the strict decoder is enough.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec import structs

from lohum_brief.visit.readers import AUDIENCES, UNKNOWN
from lohum_brief.visit.records import (
    KINDS,
    AnyRecord,
    Known,
    Particulars,
    Unread,
)
from lohum_brief.visit.rest import KEY, NONE, Extensible, Rest

_encode = msgspec.json.Encoder(decimal_format="string").encode
_object = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_list = msgspec.json.Decoder(list[msgspec.Raw]).decode
_word = msgspec.json.Decoder(str).decode
_known = msgspec.json.Decoder(Known).decode
_unread = msgspec.json.Decoder(Unread).decode


def read(data: bytes | str, minor: int) -> AnyRecord:
    """Decode a record that `minor` wrote: what this version does not know is kept.

    A record of an unknown kind, or with a value that this version cannot read, is kept whole as an
    `Unread`. Raises what msgspec raises for what has no id, and for the visit itself.
    """
    raw = msgspec.json.format(data, indent=-1)
    raw = raw.encode() if isinstance(raw, str) else raw
    fields = _object(raw)
    kind = KINDS.get(_word(fields.get("kind", b'""')))
    if kind is None:
        return _whole(fields, minor)
    clean, unknown = _parted(raw, kind)
    try:
        record: AnyRecord = _known(clean)
    except msgspec.ValidationError:
        if kind is Particulars:
            raise
        return _whole(fields, minor)
    if unknown is None:
        return record
    made: AnyRecord = _joined(record, unknown, minor)
    return structs.replace(made, rest=Rest((minor,))) if made.rest is NONE else made


E = TypeVar("E", bound=Extensible)


def read_part(data: bytes, kind: type[E], minor: int) -> E:
    """Decode what is no record and may have unknown fields too. Raises what msgspec raises."""
    clean, unknown = _parted(msgspec.json.format(data, indent=-1), kind)
    found = msgspec.json.decode(clean, type=kind)
    made: E = found if unknown is None else _joined(found, unknown, minor)
    return made


class _Unknown(msgspec.Struct, frozen=True):
    """What is unknown in a part: its own fields, and what is unknown within those that are not."""

    fields: tuple[tuple[str, str], ...]
    within: Mapping[str | int, "_Unknown"]


_Shape = type[Extensible] | tuple[Any] | None
"""What JSON at a place becomes: a part with fields, a list of what has a shape, or neither."""


def _parted(raw: bytes, shape: _Shape) -> tuple[bytes, _Unknown | None]:
    """Return JSON without what is unknown in it, and that."""
    within: dict[str | int, _Unknown] = {}
    known: dict[str | int, msgspec.Raw] = {}
    if isinstance(shape, tuple) and raw[:1] == b"[":
        parts: Mapping[Any, msgspec.Raw] = dict(enumerate(_list(raw)))
        shapes: Mapping[Any, _Shape] = dict.fromkeys(parts, shape[0])
    elif isinstance(shape, type) and raw[:1] == b"{":
        parts, shapes = _object(raw), _shapes(shape)
    else:
        return raw, None
    for step, part in parts.items():
        if step in shapes:
            clean, unknown = _parted(bytes(part), shapes[step])
            known[step] = msgspec.Raw(clean)
            if unknown is not None:
                within[step] = unknown
    fields = tuple([(step, bytes(parts[step]).decode()) for step in parts if step not in known])
    if not fields and not within:
        return raw, None
    made = _encode(known if isinstance(shape, type) else list(known.values()))
    return made, _Unknown(fields, within)


@cache
def _shapes(kind: type[Extensible]) -> Mapping[str, _Shape]:
    """Return the fields of a part as they stand in JSON, with the shape of each."""
    hints = get_type_hints(kind)
    tag = kind.__struct_config__.tag_field
    found = {name: _shape(hints[name]) for name in kind.__struct_encode_fields__ if name != KEY}
    return found if tag is None else {tag: None, **found}


def _shape(hint: Any) -> _Shape:
    if isinstance(hint, type) and issubclass(hint, Extensible):
        return hint
    inner = next((found for part in get_args(hint) if (found := _shape(part)) is not None), None)
    return (inner,) if inner is not None and get_origin(hint) is tuple else inner


def _joined(value: Any, unknown: _Unknown, minor: int) -> Any:
    """Return a decoded part with what is unknown in it."""
    if isinstance(value, tuple):
        return tuple(
            _joined(item, unknown.within[at], minor) if at in unknown.within else item
            for at, item in enumerate(value)
        )
    changes: dict[str, Any] = {
        str(name): _joined(getattr(value, str(name)), inner, minor)
        for name, inner in unknown.within.items()
    }
    rest = Rest((minor, *unknown.fields)) if unknown.fields else NONE
    return structs.replace(value, **changes, rest=rest)


def _whole(fields: Mapping[str, msgspec.Raw], minor: int) -> Unread:
    """Keep a record as it came; the principal's, where this version does not know its audience."""
    found = dict(fields)
    known: dict[str, Any] = {"kind": KEY, "audience": UNKNOWN}
    if "id" in found:
        known["id"] = found.pop("id")
    if bytes(found.get("audience", b"")) in [_encode(audience) for audience in AUDIENCES]:
        known["audience"] = found.pop("audience")
    record = _unread(_encode(known))
    kept = [(name, bytes(value).decode()) for name, value in found.items()]
    return structs.replace(record, rest=Rest((minor, *kept)))
