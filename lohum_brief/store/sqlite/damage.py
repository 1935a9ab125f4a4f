"""Damage in a file, record by record, for the check: it goes on where reading would stop."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lohum_brief.errors import BriefError
from lohum_brief.message import msg
from lohum_brief.store.assets import name_of
from lohum_brief.store.protocol import Damage
from lohum_brief.store.sqlite import connections, editions, identity, journal, minor, rows
from lohum_brief.store.sqlite.failures import SQLITE_ERRORS, DamagedFileError, display_name
from lohum_brief.visit.document import visit_of
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import AnyRecord


def damage(path: Path) -> list[Damage]:
    """Return all damage found; empty when the file is sound. `path` must be resolved.

    Raises ForeignFileError when the file is not ours, SystemRefusedError when it cannot be opened
    at all.
    """
    try:
        connection = connections.connect(path, sound=False)
    except DamagedFileError as error:
        return [Damage("", "file", error.why)]
    try:
        connections.limit(connection)
        with connections.one_state(connection):
            return [
                *_records(path, connection),
                *_journal(connection),
                *_assets(connection),
                *_editions(connection),
                *_identity(connection),
                *_structure(connection),
            ]
    finally:
        connection.close()


def _records(path: Path, connection: sqlite3.Connection) -> Iterator[Damage]:
    found: list[tuple[int, bytes, AnyRecord]] = []
    broken = False
    version = _version(connection)
    for ident, row in _each(connection, "records", "id", "id, kind, position, body, digest"):
        record = rows.read(row, version) if row else _unreadable(ident)
        if isinstance(record, rows.Trouble):
            broken = True
            yield Damage(record.id, record.kind, record.why)
        elif row:
            found.append((row[2], row[4], record))
    if not broken:
        found.sort(key=lambda one: one[0])
        yield from _together(path, connection, found)


def _version(connection: sqlite3.Connection) -> int:
    """Return the minor version of the file; 0 where that cannot be read either."""
    try:
        return minor.stored(connection)
    except SQLITE_ERRORS:
        return 0


def _unreadable(ident: object) -> rows.Trouble:
    return rows.Trouble(_text(ident), "", msg("its row cannot be read"))


def _together(
    path: Path, connection: sqlite3.Connection, found: list[tuple[int, bytes, AnyRecord]]
) -> Iterator[Damage]:
    """Yield what is wrong with records of which each alone is sound; they come in their order."""
    records = [record for _, _, record in found]
    places = {record.id: rows.Place(position, digest) for position, digest, record in found}
    sealed = rows.seal(rows.digests(places, (record.id for record in records)))
    try:
        if rows.stored_seal(connection) != sealed:
            yield Damage("", "file", msg("records are missing or were exchanged"))
        visit_of(records, display_name(path))
    except BriefError as error:
        yield Damage("", "file", error.message)
    except SQLITE_ERRORS as error:
        yield Damage("", "file", _text(error))


def _journal(connection: sqlite3.Connection) -> Iterator[Damage]:
    version = _version(connection)
    for number, row in _each(
        connection, "journal", "number", "number, time, who, label, changes, digest"
    ):
        if row is None or journal.intact(row, version) is None:
            yield Damage(
                _text(number),
                "journal",
                msg("this entry of the journal cannot be read; undo ends there"),
            )


def _assets(connection: sqlite3.Connection) -> Iterator[Damage]:
    for name, row in _each(connection, "assets", "digest", "data"):
        if row is None or not isinstance(row[0], bytes) or name_of(row[0]).encode() != name:
            yield Damage(_text(name), "asset", msg("this picture is not what was stored"))


def _editions(connection: sqlite3.Connection) -> Iterator[Damage]:
    digests: list[bytes] | None = []
    version = _version(connection)
    for number, row in _each(connection, "editions", "number", "number, time, who, body, digest"):
        if row is None or editions.read(row, version) is None:
            digests = None
            yield Damage(
                _text(number), "edition", msg("this entry of the list of editions cannot be read")
            )
        elif digests is not None:
            digests.append(row[4])
    try:
        if digests is not None and not editions.sealed(connection, digests):
            yield Damage("", "file", msg("editions are missing from its list or were exchanged"))
    except SQLITE_ERRORS as error:
        yield Damage("", "file", _text(error))


def _identity(connection: sqlite3.Connection) -> Iterator[Damage]:
    try:
        if not identity.is_sound(connection):
            yield Damage(
                "", "file", msg("the name by which its backups are found is not what was stored")
            )
    except SQLITE_ERRORS as error:
        yield Damage("", "file", _text(error))


def _structure(connection: sqlite3.Connection) -> Iterator[Damage]:
    try:
        for what in connections.structure(connection, indexes=True):
            yield Damage("", "file", what)
    except SQLITE_ERRORS as error:
        yield Damage("", "file", _text(error))


def _each(
    connection: sqlite3.Connection, table: str, key: str, columns: str
) -> Iterator[tuple[object, tuple[Any, ...] | None]]:
    """Yield every row with its key; None for a row that cannot be read.

    Rows are looked for in the table and in the index of its keys, for a broken page of one may
    hide them there.
    """
    row = f"SELECT {columns} FROM {table} NOT INDEXED WHERE rowid = ?"  # noqa: S608 - all are ours
    keys: dict[int, object] = {}
    for way in (f"INDEXED BY sqlite_autoindex_{table}_1" if key != "number" else "", "NOT INDEXED"):
        try:
            # Keeps what came before a broken page.
            keys.update(connection.execute(f"SELECT rowid, {key} FROM {table} {way}"))  # noqa: S608
        except SQLITE_ERRORS:
            continue  # the structure check, which runs as well, says what is wrong
    for rowid, value in sorted(keys.items()):
        try:
            yield value, connection.execute(row, (rowid,)).fetchone()
        except SQLITE_ERRORS:
            yield value, None


def _text(value: object) -> str:
    return legible(value.decode(errors="replace") if isinstance(value, bytes) else str(value))
