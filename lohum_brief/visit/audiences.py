"""Which audience a record begins with, and which it may never go below, by its kind (`kinds`) or
the sort of a note.

Who adds a record, by hand or from a table, asks `begins`; who stores, checks or prints one asks
`floor`. Whatever the table does not know is the principal's: what is wrongly kept is missed, what
is wrongly shown cannot be taken back. Audiences are ordered in part (`readers.reads`): `security`
reads what guests read, but neither it nor the hosts read each other's.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

import msgspec

from lohum_brief.errors import UsageError
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.message import Message, Value, capital, msg
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.kinds import OF, Bounds
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.readers import AUDIENCES, Audience, reads
from lohum_brief.visit.readers import UNKNOWN as NOBODY_KNOWS
from lohum_brief.visit.records import (
    AnyRecord,
    Note,
    NoteKind,
    Record,
    kind_of,
)

UNKNOWN: Final = Bounds(NOBODY_KNOWS, NOBODY_KNOWS)

NOTES: Final[Mapping[NoteKind, Bounds]] = {
    "red_line": Bounds("principal", "host"),
    "risk": Bounds("principal", "host"),
    "if_raised": Bounds("host", "host"),
    "ask": Bounds("host", "host"),
    "offer": Bounds("host", "host"),
    # What is known, what is to be said and what is agreed is often shown to guests, but only once
    # somebody has decided so.
    "background": Bounds("host"),
    "message": Bounds("host"),
    "agreement": Bounds("host"),
}

INWARD: Final[frozenset[NoteKind]] = frozenset(
    sort for sort, bounds in NOTES.items() if bounds.floor != "public"
)
"""The sorts of notes that are never for guests."""


def bounds(kind: type[Record], sort: str | None = None) -> Bounds:
    """Return what the table says of a kind; of notes, of their sort. An unknown kind or sort is the
    principal's.
    """
    if kind is Note:
        return NOTES.get(sort, UNKNOWN)  # type: ignore[call-overload, no-any-return]
    row = OF.get(kind)
    return row.bounds if row is not None and row.bounds is not None else UNKNOWN


def begins(kind: type[Record], sort: str | None = None) -> Audience:
    """Return the audience of a new record of a kind, or of a note of a sort, where nobody says
    another.
    """
    return bounds(kind, sort).begins


def floor(record: Record) -> Audience:
    """Return the lowest audience that the record may have."""
    return bounds(type(record), record.sort if isinstance(record, Note) else None).floor


HIGHEST: Final = tuple(
    one for one in AUDIENCES if not any(reads(other, one) for other in AUDIENCES if other != one)
)
"""The audiences whose own nobody else reads: all of them together read all that there is."""


def higher(one: Audience, other: Audience) -> Audience:
    """Return the widest audience that reads what is meant for either of two: only it may have what
    is made of both. Where none reads both, it is the principal's, as all of which nobody knows
    whose it is.
    """
    both = [audience for audience in AUDIENCES if reads(audience, one) and reads(audience, other)]
    return next((found for found in both if all(reads(of, found) for of in both)), NOBODY_KNOWS)


def lower(one: Audience, other: Audience) -> Audience:
    """Return the most that both of two audiences read."""
    both = [audience for audience in AUDIENCES if reads(one, audience) and reads(other, audience)]
    return next(found for found in both if all(reads(found, of) for of in both))


def reader_of(meant_for: Iterable[Audience]) -> Audience:
    """Return an audience that reads what is meant for each of these, and of all else the most; the
    principal where none does.
    """
    all_of_it = tuple(meant_for)
    found = (one for one in HIGHEST if all(reads(one, other) for other in all_of_it))
    return next(found, NOBODY_KNOWS)


def is_misplaced(record: Record) -> bool:
    """Return whether people below the record's floor, or beside it, may read it."""
    lowest = floor(record)
    return lowest != "public" and not reads(record.audience, lowest)


def may_read(record: Record, audience: Audience) -> bool:
    """Return whether the audience may read the record, whatever lower audience it claims."""
    if not record.readable(audience):
        return False
    lowest = floor(record)
    return lowest == "public" or reads(audience, lowest)


@cache
def _closed(kind: type[Record], audience: Audience) -> frozenset[str]:
    return frozenset(
        name for name, meant_for in OF[kind].closed.items() if not reads(audience, meant_for)
    )


def closed(record: Record, audience: Audience) -> frozenset[str]:
    """Return the fields of a record that an audience does not read, also where it reads the
    record.
    """
    kind = type(record)
    names = _closed(kind, audience)
    for says, others in OF[kind].readers.items():
        if not reads(audience, getattr(record, says)):
            names |= {says, *others}
    return names


def lifted(record: AnyRecord) -> AnyRecord:
    """Return the record with the audience that its kind or sort begins with where it has a lower
    one than it may have.

    Whoever gave it too low an audience has not thought of any other: it is as closed as if none had
    been said.
    """
    if not is_misplaced(record):
        return record
    sort = record.sort if isinstance(record, Note) else None
    return msgspec.structs.replace(
        record, audience=higher(begins(type(record), sort), floor(record))
    )


def sort_name(sort: NoteKind) -> Value:
    """Return what one note of a sort is called."""
    from lohum_brief.visit.labels import choice  # noqa: PLC0415 - no export names a choice

    return choice("sort", sort)


def sort_title(record: Record) -> Value:
    """Return what the table calls a record: its kind, or the sort of a note."""
    return sort_name(record.sort) if isinstance(record, Note) else kind_title(kind_of(record))


def misplacement(record: Record) -> Message:
    """Return why a record may not have its audience, as a sentence without its last stop."""
    return msg(
        "the audience of a record of the sort “{sort}” is “{floor}” or above, never “{audience}”",
        sort=sort_title(record),
        floor=msg(AUDIENCE[floor(record)]),
        audience=msg(AUDIENCE[record.audience]),
    )


def misplaced(record: AnyRecord, audience: Audience) -> Value:
    """Return why the record may not have this audience, as a whole sentence; empty where it may."""
    claimed = msgspec.structs.replace(record, audience=audience)
    if not is_misplaced(claimed):
        return ""
    return msg("{why}.", why=capital(misplacement(claimed)))


def refuse_misplaced(record: AnyRecord, before: AnyRecord | None, where: str) -> AnyRecord:
    """Return the record itself. Raises UsageError where it may not have its audience and was not
    already so `before`.

    An old file may hold what is not allowed any more: its other fields can be changed all the same,
    the check tells of it.
    """
    if is_misplaced(record) and (before is None or not is_misplaced(before)):
        why = misplacement(record)
        raise (
            UsageError(msg("{where}: {why}.", where=legible(where), why=why))
            .because(msg("{why}.", why=why))
            .at((record.id, "audience"))
        )
    return record
