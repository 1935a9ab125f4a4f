"""Records as rows of a file: their digests, their order, and the reading of all of them.

A row's digest covers id, kind, position and body; the file's seal covers the digests of all rows in
their order. So a flipped bit is noticed, and so is a row that is gone or stands twice.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Final

import msgspec

from lohum_brief.errors import ForeignFileError
from lohum_brief.lean_imports import blake2b
from lohum_brief.message import Value, msg
from lohum_brief.store.sqlite import minor
from lohum_brief.store.sqlite.failures import damaged, display_name
from lohum_brief.visit.document import (
    BIGGEST,
    RecordFaultError,
    encode_record,
    parse_record,
    visit_of,
)
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import AnyRecord, Unread, kind_of
from lohum_brief.visit.version import MINOR
from lohum_brief.visit.visit import Visit

MOST: Final = 200_000
"""Records a file may have."""

GAP: Final = 1 << 32
"""Between two positions when a file is made."""


SIZE: Final = 16
"""Bytes of a digest."""


class Place(msgspec.Struct, frozen=True):
    """What is stored beside a record's body."""

    position: int
    digest: bytes


Places = dict[str, Place]
"""The place of each record by its id."""


def digest(*parts: bytes) -> bytes:
    """Return the bytes that tell whether what is stored is what was written."""
    return blake2b(b"\0".join(parts), digest_size=SIZE).digest()


def digest_of(ident: bytes, kind: bytes, position: int, body: bytes) -> bytes:
    """Return the digest of a row."""
    return blake2b(b"%b\0%b\0%d\0%b" % (ident, kind, position, body), digest_size=SIZE).digest()


def digests(places: Mapping[str, Place], order: Iterable[str]) -> bytes:
    """Return the digests of all rows in the order of the visit, a zero byte between two.

    The seal is the digest of these.
    """
    return b"\0".join([places[ident].digest for ident in order])


def replaced_digests(before: bytes, others: Mapping[int, Place]) -> bytes:
    """Return `digests` with those of some rows replaced, by where they stand in the order."""
    after = bytearray(before)
    for row, place in others.items():
        after[row * (SIZE + 1) : row * (SIZE + 1) + SIZE] = place.digest
    return bytes(after)


def seal(joined: bytes) -> str:
    """Return the seal over rows with these `digests`."""
    return digest(joined).hex()


class Trouble(msgspec.Struct, frozen=True):
    """A row that cannot be read: its id and kind as far as they can be told, and why."""

    id: str
    kind: str
    why: Value


def load(path: Path, connection: sqlite3.Connection) -> tuple[Visit, Places, bytes]:
    """Read and verify all records; return the visit, the places of its rows and their `digests`.

    Raises ForeignFileError that names the first damaged record. The caller holds a transaction:
    between two questions somebody else may write.
    """
    # Sorted here: SQLite would first copy every body into a table of its own.
    rows = connection.execute("SELECT id, kind, position, body, digest FROM records").fetchmany(
        MOST + 1
    )
    if len(rows) > MOST or sum(len(row[3]) for row in rows) > BIGGEST:
        raise ForeignFileError(
            msg("{file}: it is larger than a visit can be.", file=display_name(path))
        )
    found: list[tuple[int, AnyRecord]] = []
    places: Places = {}
    version = minor.stored(connection)
    for row in rows:
        record = read(row, version)
        if isinstance(record, Trouble):
            raise _unreadable(path, record)
        found.append((row[2], record))
        places[record.id] = Place(row[2], row[4])
    found.sort(key=itemgetter(0))
    records = [record for _position, record in found]
    joined = digests(places, (record.id for record in records))
    if stored_seal(connection) != seal(joined):
        raise damaged(path, msg("records are missing or were exchanged"))
    return visit_of(records, display_name(path)), places, joined


def _unreadable(path: Path, trouble: Trouble) -> ForeignFileError:
    return ForeignFileError(
        msg(
            "{file}: the record {id} cannot be read: {why}; restore a backup.",
            file=display_name(path),
            id=trouble.id,
            why=trouble.why,
        )
    )


def read(row: Sequence[object], version: int = MINOR) -> AnyRecord | Trouble:
    """Return the record of a row (id, kind, position, body, digest), verified.

    `version` is the minor one of the file.
    """
    ident, kind, position, body, stored = row
    if not (
        isinstance(ident, bytes)
        and isinstance(kind, bytes)
        and isinstance(position, int)
        and isinstance(body, bytes)
    ):
        return Trouble(_legible(ident), _legible(kind), msg("its row has values of the wrong type"))
    if digest_of(ident, kind, position, body) != stored:
        return Trouble(
            _legible(ident), _legible(kind), msg("it is damaged, for its digest does not fit")
        )
    try:
        record = parse_record(body, version)
    except RecordFaultError as fault:
        return Trouble(_legible(ident), _legible(kind), fault.why)
    if record.id.encode() != ident or stored_kind(record).encode() != kind:
        return Trouble(
            _legible(ident), _legible(kind), msg("its row is filed under another id or kind")
        )
    return record


def stored_kind(record: AnyRecord) -> str:
    """Return the kind under which a record is filed: the one that its version gave it."""
    if isinstance(record, Unread):
        return str(msgspec.json.decode(dict(record.rest.fields).get("kind", '""')))
    return kind_of(record)


def _legible(value: object) -> str:
    return legible(value.decode(errors="replace") if isinstance(value, bytes) else str(value))


def stored_seal(connection: sqlite3.Connection) -> str:
    """Return the seal that the file has; empty if it has none."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'seal'").fetchone()
    return bytes(row[0]).decode("ascii", "replace") if row else ""


def write(connection: sqlite3.Connection, record: AnyRecord, position: int) -> Place:
    """Store a record, new or changed."""
    ident, kind, body = record.id, stored_kind(record), encode_record(record)
    place = Place(position, digest_of(ident.encode(), kind.encode(), position, body))
    connection.execute(
        "INSERT INTO records (id, kind, position, body, digest) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, position = excluded.position,"
        " body = excluded.body, digest = excluded.digest",
        (ident, kind, position, body.decode(), place.digest),
    )
    return place


def erase(connection: sqlite3.Connection, ident: str) -> None:
    """Remove a record's row; its bytes are overwritten."""
    connection.execute("DELETE FROM records WHERE id = ?", (ident,))


def write_seal(connection: sqlite3.Connection, joined: bytes) -> None:
    """Store the seal over rows with these `digests`."""
    connection.execute(
        "INSERT OR REPLACE INTO meta (key, value) VALUES ('seal', ?)", (seal(joined),)
    )


def positions(order: Sequence[str], fixed: Mapping[str, int]) -> dict[str, int]:
    """Return positions for those records of `order` that have none in `fixed`.

    Where a gap is too narrow, all records get new positions. `fixed` is in ascending order.
    """
    given: dict[str, int] = {}
    waiting: list[str] = []
    last: int | None = None
    for ident in (*order, None):
        if ident is not None and ident not in fixed:
            waiting.append(ident)
            continue
        following = fixed[ident] if ident is not None else None
        if waiting:
            between = _spread(last, following, len(waiting))
            if between is None:
                return {one: number * GAP for number, one in enumerate(order)}
            given.update(zip(waiting, between, strict=True))
            waiting = []
        last = following
    return given


def _spread(low: int | None, high: int | None, count: int) -> list[int] | None:
    """Return `count` integers between two; None if there is no room or they would leave 64 bits."""
    if low is None:
        low = -GAP if high is None else high - (count + 1) * GAP
    if high is None:
        high = low + (count + 1) * GAP
    step = (high - low) // (count + 1)
    found = [low + step * number for number in range(1, count + 1)]
    return found if step and abs(low) < 1 << 62 and abs(high) < 1 << 62 else None
