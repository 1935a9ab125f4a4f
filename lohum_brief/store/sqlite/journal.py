"""The journal: every edit, by whom and when, with the touched records before and after.

Undo and redo walk on it.

An entry is done, undone, or dropped: undone and then overtaken by another edit. Undone entries are
always newer than all done ones. No entry is ever removed.
"""

import sqlite3
from pathlib import Path
from typing import Final

import msgspec

from lohum_brief.message import msg
from lohum_brief.store.entries import DONE, DROPPED, UNDONE, Entry, now
from lohum_brief.store.sqlite import minor, steps
from lohum_brief.store.sqlite.failures import damaged
from lohum_brief.store.sqlite.rows import digest
from lohum_brief.visit.document import RecordFaultError, parse_record
from lohum_brief.visit.edit import Change, Edit
from lohum_brief.visit.records import AnyRecord
from lohum_brief.visit.rest import flat, minor_in
from lohum_brief.visit.version import MINOR


class _Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    before: AnyRecord | None
    after: AnyRecord | None
    next_before: str | None
    next_after: str | None


class _Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same with records that are not decoded yet."""

    id: str
    before: msgspec.Raw
    after: msgspec.Raw
    next_before: str | None
    next_after: str | None


_encode = msgspec.json.Encoder(decimal_format="string").encode
_decode = msgspec.json.Decoder(tuple[_Stored, ...]).decode
_decode_raw = msgspec.json.Decoder(tuple[_Raw, ...]).decode


def append(connection: sqlite3.Connection, edit: Edit, who: str) -> int:
    """Write an edit down as done and return its number.

    What was undone before it can no longer be redone.
    """
    connection.execute(
        "UPDATE journal SET state = ? WHERE state = ? AND number > ?",
        (DROPPED, UNDONE, _last_done(connection)),
    )
    number: int = connection.execute("SELECT ifnull(max(number), 0) + 1 FROM journal").fetchone()[0]
    moment, label = now(), steps.kept(edit.label)
    wire = _encode([_Stored(*change) for change in edit.changes])
    minor.ensure(connection, minor_in(wire))
    changes = flat(wire)
    connection.execute(
        "INSERT INTO journal (number, state, time, who, label, changes, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            DONE,
            moment,
            who,
            label,
            changes.decode(),
            _digest(number, moment, who, label, changes),
        ),
    )
    return number


def _digest(number: int, moment: str, who: str, label: str, changes: bytes) -> bytes:
    return digest(str(number).encode(), moment.encode(), who.encode(), label.encode(), changes)


def _last_done(connection: sqlite3.Connection) -> int:
    row = connection.execute(
        "SELECT number FROM journal WHERE state = ? ORDER BY number DESC LIMIT 1", (DONE,)
    ).fetchone()
    return int(row[0]) if row else 0


STORED: Final = "SELECT number, time, who, label, changes, digest FROM journal "
_ENTRY: Final = "SELECT number, time, who, label, state FROM journal "


def _entry(row: tuple[int, bytes, bytes, bytes, int] | None) -> Entry | None:
    if row is None:
        return None
    number, moment, who, label, state = row
    return Entry(
        number,
        moment.decode(errors="replace"),
        who.decode(errors="replace"),
        steps.read(label),
        state,
    )


def to_undo(connection: sqlite3.Connection) -> Entry | None:
    """Return the entry that undo would take back."""
    return _entry(
        connection.execute(
            _ENTRY + "WHERE state = ? ORDER BY number DESC LIMIT 1", (DONE,)
        ).fetchone()
    )


def to_redo(connection: sqlite3.Connection) -> Entry | None:
    """Return the entry that redo would do again."""
    return _entry(
        connection.execute(
            _ENTRY + "WHERE state = ? AND number > ? ORDER BY number LIMIT 1",
            (UNDONE, _last_done(connection)),
        ).fetchone()
    )


def entries(connection: sqlite3.Connection, limit: int) -> list[Entry]:
    """Return the newest entries, newest first."""
    rows = connection.execute(_ENTRY + "ORDER BY number DESC LIMIT ?", (limit,))
    return [entry for row in rows if (entry := _entry(row))]


def done_after(connection: sqlite3.Connection, number: int) -> list[int]:
    """Return the numbers of the entries that are done and newer than one, newest first."""
    rows = connection.execute(
        "SELECT number FROM journal WHERE state = ? AND number > ? ORDER BY number DESC",
        (DONE, number),
    )
    return [int(row[0]) for row in rows]


def time_of(connection: sqlite3.Connection, number: int) -> str:
    """Return when an entry was made, ISO 8601 in UTC."""
    entry = _entry(connection.execute(_ENTRY + "WHERE number = ?", (number,)).fetchone())
    return entry.time if entry else ""


def edit_of(path: Path, connection: sqlite3.Connection, number: int) -> Edit:
    """Return the edit that an entry holds, verified. Raises ForeignFileError."""
    row = connection.execute(STORED + "WHERE number = ?", (number,)).fetchone()
    edit = intact(row, minor.stored(connection)) if row else None
    if edit is None:
        raise damaged(path, msg("entry {number} of its journal cannot be read", number=number))
    return edit


def intact(row: tuple[int, bytes, bytes, bytes, bytes, bytes], version: int) -> Edit | None:
    """Return the edit of a row as `STORED` gives it; None if it is not what was written.

    `version` is the minor one of the file.
    """
    _number, _moment, _who, label, changes, _stored = row
    try:
        if not digested(row):
            return None
        read = _changes(changes, version)
    except (
        msgspec.MsgspecError,
        RecordFaultError,
        RecursionError,
        UnicodeDecodeError,
        TypeError,
    ):  # TypeError: of another type than declared
        return None
    return Edit(
        steps.read(label),
        tuple(Change(c.id, c.before, c.after, c.next_before, c.next_after) for c in read),
    )


def _changes(data: bytes, version: int) -> tuple[_Stored, ...]:
    """Decode the changes of an entry, which are read at once unless a newer version wrote them."""
    try:
        return _decode(data)
    except msgspec.ValidationError:
        if version <= MINOR:
            raise
    return tuple(
        _Stored(
            one.id,
            _record(one.before, version),
            _record(one.after, version),
            one.next_before,
            one.next_after,
        )
        for one in _decode_raw(data)
    )


def _record(data: msgspec.Raw, version: int) -> AnyRecord | None:
    return None if bytes(data) == b"null" else parse_record(bytes(data), version)


def digested(row: tuple[int, bytes, bytes, bytes, bytes, bytes]) -> bool:
    """Return whether a row as `STORED` gives it is what was written.

    Raises TypeError where a value is of another type than declared.
    """
    number, moment, who, label, changes, stored = row
    return digest(str(number).encode(), moment, who, label, changes) == stored


def rewrite(
    connection: sqlite3.Connection,
    row: tuple[int, bytes, bytes, bytes, bytes, bytes],
    changes: bytes,
) -> None:
    """Store other changes in the entry of a row as `STORED` gives it."""
    number, moment, who, label, _changes, _digest_of_old = row
    made = digest(str(number).encode(), moment, who, label, changes)
    connection.execute(
        "UPDATE journal SET changes = ?, digest = ? WHERE number = ?",
        (changes.decode(), made, number),
    )


def mark(connection: sqlite3.Connection, number: int, state: int) -> None:
    """Note that an entry is now done or undone."""
    connection.execute("UPDATE journal SET state = ? WHERE number = ?", (state, number))
