"""How a visit differs from what it was, and taking back some of it."""

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any, NamedTuple

import msgspec

from lohum_brief.message import Value
from lohum_brief.visit import edit
from lohum_brief.visit.audiences import lifted
from lohum_brief.visit.document import encode_record
from lohum_brief.visit.edit import Change, Edit
from lohum_brief.visit.records import AnyRecord, Particulars
from lohum_brief.visit.visit import Visit


class FieldDifference(NamedTuple):
    """A field by its path, such as `text.ja`, with what stands in it; empty where there is none."""

    path: str
    now: str
    then: str


class Difference(NamedTuple):
    """A record that is not what it was. It was added since where `then` is None, removed where
    `now` is.

    `record` is it as it is now, or was.
    """

    record: AnyRecord
    now: AnyRecord | None
    then: AnyRecord | None

    @property
    def fields(self) -> list[FieldDifference]:
        """The fields that differ."""
        now, then = (dict(_leaves(_data(record), "")) for record in (self.now, self.then))
        paths = dict.fromkeys([*then, *now])
        return [
            FieldDifference(path, now.get(path, ""), then.get(path, ""))
            for path in paths
            if path not in ("kind", "id") and now.get(path, "") != then.get(path, "")
        ]


def differences(now: Visit, then: Visit) -> list[Difference]:
    """Return the records that differ, in the order of the visit as it is now, then those that are
    no longer there.
    """
    found = []
    for record in now:
        other = then.by_id.get(record.id)
        if other is not record and (other is None or encode_record(other) != encode_record(record)):
            found.append(Difference(record, record, other))
    return found + [
        Difference(record, None, record) for record in then if record.id not in now.by_id
    ]


def moved(now: Visit, then: Visit) -> bool:
    """Return whether records that are in both stand in another order."""
    return [record.id for record in now if record.id in then.by_id] != [
        record.id for record in then if record.id in now.by_id
    ]


def taken(now: Visit, then: Visit, idents: Collection[str], label: Value) -> Edit:
    """Return the edit that makes these records what they were; their places among the others are
    kept where they have one.

    What had an audience that it may not have is given the lowest that it may.
    """
    order = [record.id for record in then]
    makes = []
    for ident in sorted(
        idents, key=lambda ident: -order.index(ident) if ident in then.by_id else 0
    ):
        record = then.by_id.get(ident)
        if record is None:
            makes.append(partial(_removal, ident=ident))
        elif ident in now.by_id:
            makes.append(partial(_return, record=record))
        else:
            makes.append(
                partial(_addition, record=record, following=tuple(order[order.index(ident) + 1 :]))
            )
    return edit.together(now, makes, label)


def _removal(visit: Visit, ident: str) -> Edit:
    """Remove a record; unlike `edit.remove` it refuses nothing but the visit itself: the check says
    what is then named in vain.
    """
    if isinstance(visit.by_id[ident], Particulars):
        return edit.remove(visit, ident)
    at = next(at for at, record in enumerate(visit) if record.id == ident)
    following = visit.records[at + 1].id if at + 1 < len(visit) else None
    return Edit("", (Change(ident, visit.records[at], None, following, None),))


def _return(visit: Visit, record: AnyRecord) -> Edit:
    return edit.merge(visit, [lifted(record)], "")


def _addition(visit: Visit, record: AnyRecord, following: tuple[str, ...]) -> Edit:
    return edit.add(
        visit, lifted(record), next((ident for ident in following if ident in visit.by_id), None)
    )


def _data(record: AnyRecord | None) -> Any:
    return msgspec.json.decode(encode_record(record)) if record is not None else {}


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and any(isinstance(inner, dict | list) for inner in value):
        for at, inner in enumerate(value):
            yield from _leaves(inner, f"{path}.{at}")
    else:
        yield (
            path,
            ", ".join(map(str, value))
            if isinstance(value, list)
            else ""
            if value is None
            else str(value),
        )
