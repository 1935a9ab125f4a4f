"""Which audience a record begins with, and which it may never go below, by its kind (`kinds`) or
the sort of a note.

Who adds a record, by hand or from a table, asks `begins`; who stores, checks or prints one asks
`floor`. Whatever the table does not know is the principal's: what is wrongly kept is missed, what
is wrongly shown cannot be taken back.
"""

from collections.abc import Mapping
from typing import Final

import msgspec

from lohum_brief.errors import UsageError
from lohum_brief.language.interface import say
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.kinds import OF, Bounds
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.records import (
    AUDIENCES,
    AnyRecord,
    Audience,
    Note,
    NoteKind,
    Record,
    kind_of,
)

UNKNOWN: Final = Bounds("principal", "principal")

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
    """What the table says of a kind; of notes, of their sort. An unknown kind or sort is the
    principal's.
    """
    if kind is Note:
        return NOTES.get(sort, UNKNOWN)  # type: ignore[call-overload, no-any-return]
    row = OF.get(kind)
    return row.bounds if row is not None and row.bounds is not None else UNKNOWN


def begins(kind: type[Record], sort: str | None = None) -> Audience:
    """The audience of a new record of a kind, or of a note of a sort, where nobody says another."""
    return bounds(kind, sort).begins


def floor(record: Record) -> Audience:
    """The lowest audience that the record may have."""
    return bounds(type(record), record.sort if isinstance(record, Note) else None).floor


def higher(one: Audience, other: Audience) -> Audience:
    """The one of two audiences that fewer people belong to."""
    return max(one, other, key=AUDIENCES.index)


def is_misplaced(record: Record) -> bool:
    """Whether people below the record's floor may read it."""
    lowest = floor(record)
    return lowest != "public" and AUDIENCES.index(record.audience) < AUDIENCES.index(lowest)


def may_read(record: Record, audience: Audience) -> bool:
    """Whether the audience may read the record, whatever lower audience it claims."""
    if not record.readable(audience):
        return False
    lowest = floor(record)
    return lowest == "public" or AUDIENCES.index(lowest) <= AUDIENCES.index(audience)


def lifted(record: AnyRecord) -> AnyRecord:
    """The record with the audience that its kind or sort begins with where it has a lower one than
    it may have.

    Whoever gave it too low an audience has not thought of any other: it is as closed as if none had
    been said.
    """
    if not is_misplaced(record):
        return record
    sort = record.sort if isinstance(record, Note) else None
    return msgspec.structs.replace(
        record, audience=higher(begins(type(record), sort), floor(record))
    )


def sort_name(sort: NoteKind) -> str:
    """What one note of the sort is called, in the interface language."""
    from lohum_brief.visit.labels import choice  # what exports a pack needs no names of choices

    return choice("sort", sort)


def sort_title(record: Record) -> str:
    """What the table calls the record, in the interface language: its kind, or the sort of a note."""
    return sort_name(record.sort) if isinstance(record, Note) else kind_title(kind_of(record))


def misplacement(record: Record) -> str:
    """Why the record may not have its audience, as a sentence of the interface language without its
    last stop.
    """
    return say(
        "the audience of a record of the sort “{sort}” is “{floor}” or above, never “{audience}”",
        sort=sort_title(record),
        floor=say(AUDIENCE[floor(record)]),
        audience=say(AUDIENCE[record.audience]),
    )


def misplaced(record: AnyRecord, audience: Audience) -> str:
    """Return why the record may not have this audience, as a whole sentence; empty where it may."""
    claimed = msgspec.structs.replace(record, audience=audience)
    if not is_misplaced(claimed):
        return ""
    why = misplacement(claimed)
    return say("{why}.", why=why[:1].upper() + why[1:])


def refuse_misplaced(record: AnyRecord, before: AnyRecord | None, where: str) -> AnyRecord:
    """The record itself. Raises UsageError where it may not have its audience and was not already
    so `before`.

    An old file may hold what is not allowed any more: its other fields can be changed all the same,
    the check tells of it.
    """
    if is_misplaced(record) and (before is None or not is_misplaced(before)):
        why = misplacement(record)
        raise (
            UsageError(say("{where}: {why}.", where=legible(where), why=why))
            .because(say("{why}.", why=why))
            .at((record.id, "audience"))
        )
    return record
