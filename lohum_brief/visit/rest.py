"""What a newer minor version wrote, and this one does not know: kept beside what it knows.

Fields stay with the record, or the part of one, in which they stood (`Extensible.rest`), through
edits, undo and copies. Nothing prints them and no table has them; who may read them is not known.
`newer` finds them in what such a version wrote.
"""

import re
from functools import cache
from typing import Any, Final, TypeVar

import msgspec
from msgspec import structs

T = TypeVar("T")

KEY: Final = "~"
"""Under which they stand in JSON between processes; no field of a file may be called so."""


class Rest(tuple[Any, ...]):
    """Unknown fields as (name, JSON), behind the minor version that wrote them.

    Alone, that version says that parts of the record have such fields. Being a tuple it is encoded
    as one; being no plain tuple it is decoded by nobody who does not ask for it.
    """

    __slots__ = ()

    def __deepcopy__(self, _held: object) -> "Rest":
        """Return itself: a copy of `NONE` is `NONE`."""
        return self

    @property
    def minor(self) -> int:
        """The minor version that wrote them; 0 where there are none."""
        return self[0] if self else 0

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Their names, each with its value as JSON."""
        return self[1:]


NONE: Final = Rest()
"""The one value of whatever has none: it is told by its identity, and is not written."""


class Extensible(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A record, or a part of one, to which minor versions may add fields."""

    rest: Rest = msgspec.field(default=NONE, name=KEY)


@cache
def fields_of(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the fields that this version knows."""
    return tuple([name for name in kind.__struct_fields__ if name != "rest"])


def bare(value: T) -> T:
    """Return a record, or what stands in one, without what is unknown; itself if nothing is."""
    if isinstance(value, msgspec.Struct):
        return _bare(value)
    if isinstance(value, tuple):
        items = tuple([bare(item) for item in value])
        changed = any(one is not other for one, other in zip(items, value, strict=True))
        return items if changed else value  # type: ignore[return-value]
    return value


S = TypeVar("S", bound=msgspec.Struct)


def _bare(part: S) -> S:
    changes: dict[str, Any] = {
        name: without
        for name in fields_of(type(part))
        if (without := bare(held := getattr(part, name))) is not held
    }
    if _unknown_in(part) is not NONE:
        changes["rest"] = NONE
    return structs.replace(part, **changes) if changes else part


def _unknown_in(part: object) -> Rest:
    return part.rest if isinstance(part, Extensible) else NONE


def count(value: object) -> int:
    """Return how many unknown fields a record has, in its parts too."""
    if isinstance(value, Extensible):
        inside = [count(getattr(value, name)) for name in fields_of(type(value))]
        return len(value.rest.fields) + sum(inside)
    return sum(map(count, value)) if isinstance(value, tuple) else 0


def carried(old: object, new: T) -> T:
    """Return what takes the place of a record, or of a part of one, with what is unknown in that.

    Parts in a list are known again by what they say, else by their place in a list as long as it
    was; what goes with a part that is removed goes with it.
    """
    if isinstance(new, msgspec.Struct) and type(old) is type(new):
        return _in_part(old, new)
    if isinstance(new, tuple) and isinstance(old, tuple) and new is not old:
        return _in_list(old, new)  # type: ignore[return-value]
    return new


def _in_part(old: object, new: S) -> S:
    changes: dict[str, Any] = {
        name: with_rest
        for name in fields_of(type(new))
        if (with_rest := carried(getattr(old, name), held := getattr(new, name))) is not held
    }
    if isinstance(new, Extensible) and new.rest is NONE and (rest := _unknown_in(old)) is not NONE:
        changes["rest"] = rest
    return structs.replace(new, **changes) if changes else new


def _in_list(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    waiting = {at: plain for at, part in enumerate(old) if (plain := bare(part)) is not part}
    if not waiting:
        return new
    made = list(new)
    open_places = []
    for at, part in enumerate(new):
        same = [before for before, plain in waiting.items() if plain == bare(part)]
        if not same:
            open_places.append(at)
            continue
        before = at if at in same else same[0]
        made[at] = carried(old[before], part)
        del waiting[before]
    for at in open_places if len(old) == len(new) else ():
        if at in waiting:
            made[at] = carried(old[at], made[at])
    return tuple(made)


# As JSON: under `KEY` between processes, among the other fields in files and documents

_MARK: Final = b'"%s":[' % KEY.encode()
"""Within JSON it stands nowhere but before a `Rest`: a quotation mark in a string is escaped."""


def rest_of(_kind: type, value: Any) -> Rest:
    """Return what is unknown out of its JSON between processes: a decoder's hook."""
    minor, *fields = value
    return Rest((minor, *map(tuple, fields)))


def minor_in(data: bytes) -> int:
    """Return the newest minor version of which something unknown stands in encoded records."""
    return max(map(int, re.findall(rb'"~":\[(\d+)', data))) if _MARK in data else 0


def flat(data: bytes) -> bytes:
    """Return encoded records with what is unknown among their other fields, as it is stored."""
    if _MARK not in data:
        return data
    if data[:1] == b"[":
        items = msgspec.json.decode(data, type=list[msgspec.Raw])
        return msgspec.json.encode([msgspec.Raw(flat(bytes(item))) for item in items])
    found = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    rest = found.pop(KEY, None)
    made = {name: msgspec.Raw(flat(bytes(value))) for name, value in found.items()}
    if rest is not None:
        _minor, *fields = msgspec.json.decode(rest)
        made |= {name: msgspec.Raw(value.encode()) for name, value in fields}
    return msgspec.json.encode(made)
