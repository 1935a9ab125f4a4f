"""Who will read what an import brings, record by record: shown before it is done, with the cell
that keeps a row from others, and as somebody has turned it.

A choice is called by the number of a row, as a spreadsheet counts (7), or by the id of a record
that no row is by itself, such as the organisation of a person. What a cell keeps from guests is
opened by such a choice only, never by one for all.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import groupby
from typing import Final, NamedTuple, TypeVar

import msgspec

from lohum_brief.exchange.alternatives import cell_called
from lohum_brief.exchange.marks import Mark
from lohum_brief.language.catalogue import phrase_in
from lohum_brief.message import Message, Value, listed, msg
from lohum_brief.visit import labels
from lohum_brief.visit.audiences import higher, lifted
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.readers import AUDIENCES, Audience, reads
from lohum_brief.visit.records import (
    AnyRecord,
    Item,
    Person,
    Record,
    kind_of_class,
)

Choices = Mapping[str, Audience]
"""Readers that somebody has chosen, by the number of a row or the id of a record."""

Bearing = tuple[int, Mark]
"""A row, from 0, and what a cell of it says of its readers."""

R = TypeVar("R", bound=AnyRecord)

_MOST_SAID: Final = 5
"""Cells that a summary names."""


class Readership(NamedTuple):
    """Who will read a record that is added or changed."""

    record: AnyRecord
    key: str
    """What a choice calls it."""
    kept: Audience = "public"
    """Whom the cells of its rows keep it for, whoever reads it now."""
    why: Value = ""
    """The cells that say so."""

    @property
    def audience(self) -> Audience:
        """Who reads it."""
        return self.record.audience

    @property
    def opened(self) -> bool:
        """Whether somebody reads it for whom its cells do not mean it."""
        return not reads(self.audience, self.kept)


def keys(ident: str, rows: Iterable[int]) -> list[str]:
    """Return what choices may call a record of some rows, first what they should."""
    return [*(str(at + 1) for at in rows), ident]


def chosen(record: R, rows: Iterable[int], choices: Choices) -> R:
    """Return a record for the readers that somebody has chosen, as far as its kind allows them."""
    if not choices:  # as nearly always, and of a list all records are asked about
        return record
    said = next((choices[key] for key in keys(record.id, rows) if key in choices), None)
    if said is None or said == record.audience:
        return record
    return lifted(msgspec.structs.replace(record, audience=said))  # type: ignore[return-value]


def readership(
    records: Iterable[AnyRecord],
    rows: Mapping[str, Sequence[int]],
    marked: Iterable[Bearing],
    kept: Mapping[str, Audience],
) -> tuple[Readership, ...]:
    """Return who reads some records; `rows` are those that each is made of, `marked` the rows of
    which a cell keeps them from others, `kept` whom those are for that only such rows name.
    """
    by_row: dict[int, list[Mark]] = {}
    for at, mark in marked:
        by_row.setdefault(at, []).append(mark)
    return tuple(
        _named_only(record, kept[record.id])
        if record.id in kept
        else _readership(record, rows.get(record.id, ()), by_row)
        for record in records
    )


def _named_only(record: AnyRecord, kept: Audience) -> Readership:
    return Readership(
        record, record.id, kept, msg("named only in rows that are kept from other readers")
    )


def _readership(
    record: AnyRecord, rows: Sequence[int], by_row: Mapping[int, Sequence[Mark]]
) -> Readership:
    key = keys(record.id, rows)[0]
    bearing = [(at, mark) for at in rows for mark in by_row.get(at, ())] if by_row else []
    if not bearing:
        return Readership(record, key)
    kept = reduce(higher, (mark.audience for _, mark in bearing))
    why = listed(_says(at, mark) for at, mark in bearing[:_MOST_SAID])
    return Readership(record, key, kept, why)


def _says(at: int, mark: Mark) -> Message:
    cell, text = cell_called((at, mark.column)), legible(mark.text, 60)
    if mark.comment:
        return msg("a comment on {cell} says “{text}”", cell=cell, text=text)
    return msg("{cell} says “{text}”", cell=cell, text=text)


def unclaimed(choices: Choices, ids: Iterable[str], rows: Iterable[int]) -> tuple[str, ...]:
    """Return what choices call that is none of these records and rows."""
    known = {*ids, *(str(at + 1) for at in rows)}
    return tuple(key for key in choices if key not in known)


def told(found: Iterable[Readership]) -> list[Value]:
    """Return how many records each audience will read, the widest first, with the cells that keep
    some of them from others.
    """
    by_audience = sorted(found, key=lambda one: AUDIENCES.index(one.audience))
    return [_told(audience, list(held)) for audience, held in groupby(by_audience, _audience_of)]


def _audience_of(one: Readership) -> Audience:
    return one.audience


def _told(audience: Audience, held: Sequence[Readership]) -> Value:
    who, what = labels.choice("audience", audience), counted(one.record for one in held)
    reasons = list(dict.fromkeys(one.why for one in held if one.why))
    if not reasons:
        return msg("{audience}: {records}", audience=who, records=what)
    more = ["…"] if len(reasons) > _MOST_SAID else []
    return msg(
        "{audience}: {records} ({reasons})",
        audience=who,
        records=what,
        reasons=listed([*reasons[:_MOST_SAID], *more]),
    )


def counted(new: Iterable[AnyRecord]) -> Value:
    """Return how many of each kind are new."""
    counts = Counter(type(record) for record in new)
    return listed(_numbered(kind, count) for kind, count in counts.items())


def _numbered(kind: type[Record], count: int) -> Value:
    """How many there are of a kind; people have a counter of their own, and a programme is told by
    its items.
    """
    if kind is Person:
        return msg(
            phrase_in("of people", "{kind} {count}"), kind=labels.kind("person"), count=count
        )
    called = msg("Programme items") if kind is Item else labels.kind(kind_of_class(kind))
    return msg("{kind} {count}", kind=called, count=count)
