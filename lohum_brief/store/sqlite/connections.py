"""Opening a file that somebody else may have made: nothing in it is believed before it is checked.

A connection made here gives all text as bytes, so that every decoding is ours and strict. It runs
no trigger, no view and no function that a file brings along: a file that contains any of them is
refused by name.
"""

import os
import sqlite3
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from lohum_brief.errors import ForeignFileError, SystemRefusedError
from lohum_brief.message import msg
from lohum_brief.store.sqlite import schema
from lohum_brief.store.sqlite.failures import SQLITE_ERRORS, damaged, display_name, failure, refused
from lohum_brief.visit.explaining import legible

BIGGEST: Final = 2_000_000_000
"""Bytes a file may have, its photos and its journal included."""

LONGEST_VALUE: Final = 100_000_000
"""Bytes a single value in it may have."""

PATIENCE: Final = 60.0
"""Seconds that reading and checking a file may take."""

_HEADER: Final = b"SQLite format 3\0"
_SUPER_JOURNAL: Final = bytes.fromhex("d9d505f920a163d7")


def connect(path: Path, *, writing: bool = False, sound: bool = True) -> sqlite3.Connection:
    """Return a connection to a visit file; everything about it is verified but its records.

    `path` must be resolved. Reading a file of an older version gives a copy in
    memory that is brought up to date. Writing gives the file as it is, for the caller to back up
    and migrate.
    `sound=False` accepts a file with broken pages. Raises ForeignFileError and SystemRefusedError.
    """
    inspect(path)
    connection: sqlite3.Connection | None = None
    try:
        connection = _bare(path)
        limit(connection)
        version = _recognise(path, connection)
        if sound:
            _refuse_broken(path, connection, writing=writing)
        if writing:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = EXTRA")
        else:
            if version != schema.newest():
                connection = _modernised(connection, version)
            connection.execute("PRAGMA query_only = ON")
    except SQLITE_ERRORS as error:
        if connection:
            connection.close()
        raise failure(path, error) from None
    except BaseException:
        if connection:
            connection.close()
        raise
    return connection


def inspect(path: Path) -> None:
    """Look at a file from outside: is it ours, and would SQLite roll a journal back into it?"""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SystemRefusedError(msg("{file}: it is not a file.", file=display_name(path)))
        # Before SQLite opens it: closing a file drops all locks that this process holds on it.
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise refused(path, error) from None
    if status.st_size > BIGGEST:
        raise ForeignFileError(
            msg("{file}: it is larger than a visit can be.", file=display_name(path))
        )
    if not header:
        raise ForeignFileError(msg("{file}: it is empty.", file=display_name(path)))
    if len(header) < 100 or not _says_ours(header):
        raise ForeignFileError(msg("{file}: it is not a visit file.", file=display_name(path)))
    if header[18:20] != b"\1\1":
        raise damaged(
            path, msg("it is set to keep a write-ahead log, which visit files never have")
        )
    _inspect_journal(path)


def is_visit_file(path: Path) -> bool:
    """Return whether a file says that it is a visit, sound or not; False if it cannot be read."""
    try:
        with path.open("rb") as file:
            return _says_ours(file.read(100))
    except OSError:
        return False


def _says_ours(header: bytes) -> bool:
    return header[:16] == _HEADER and header[68:72] == schema.APPLICATION_ID.to_bytes(4, "big")


def journal_beside(path: Path) -> Path:
    """Return where SQLite keeps what it needs to roll an unfinished change back."""
    return path.with_name(path.name + "-journal")


def _inspect_journal(path: Path) -> None:
    """Refuse a journal that names a super-journal, for SQLite would delete that file."""
    journal = journal_beside(path)
    _refuse_odd_neighbours(path)
    try:
        with journal.open("rb") as file:
            file.seek(-8, os.SEEK_END)
            if file.read() == _SUPER_JOURNAL:
                raise ForeignFileError(
                    msg(
                        "{file}: the {journal} beside it does not belong to it; remove that.",
                        file=display_name(path),
                        journal=display_name(journal),
                    )
                )
    except OSError:
        # None there, or too short to mean anything; if it cannot be read, SQLite will say so.
        return


def _refuse_odd_neighbours(path: Path) -> None:
    """Refuse what SQLite would open beside the file and is no file: a pipe would block for ever."""
    for ending in ("-journal", "-wal", "-shm"):
        neighbour = path.with_name(path.name + ending)
        try:
            mode = neighbour.lstat().st_mode
        except OSError:
            continue  # there is none, which is usual
        if not stat.S_ISREG(mode):
            raise ForeignFileError(
                msg(
                    "{file}: {journal} beside it is no ordinary file; remove that.",
                    file=display_name(path),
                    journal=display_name(neighbour),
                )
            )


def _bare(path: Path) -> sqlite3.Connection:
    """Return a connection on which nothing was read yet.

    It may write even when we will only read: an unfinished change of a killed program is rolled
    back first. On a file or in a folder without permission SQLite falls back to reading. It gets
    a plain path, for a URI would give `?`, `#` and `%` a meaning.
    """
    connection = sqlite3.connect(
        path,
        timeout=5.0,
        isolation_level=None,
        cached_statements=32,
        # One thread at a time: the window writes beside itself where a disk is slow.
        check_same_thread=False,
    )
    try:
        _defend(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _defend(connection: sqlite3.Connection) -> None:
    connection.text_factory = bytes
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # VACUUM INTO needs one
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "secure_delete = ON",
        "foreign_keys = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """Let everything asked in the block see the file as it was at the first question."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def limit(connection: sqlite3.Connection, seconds: float = PATIENCE) -> None:
    """Limit the time that all queries from now on may take in sum; `release` ends that."""
    deadline = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > deadline, 20_000)


def release(connection: sqlite3.Connection) -> None:
    """Remove the limit of time."""
    connection.set_progress_handler(None, 0)


def _recognise(path: Path, connection: sqlite3.Connection) -> int:
    """Return the version of the file, once it has exactly what that version has."""
    version = schema.version_of(connection)
    if version > schema.newest():
        raise ForeignFileError(
            msg(
                "{file}: it was written by a newer version; update the program to read it.",
                file=display_name(path),
            )
        )
    if version < 1:
        raise damaged(path, msg("it has no version"))
    found, known = schema.parts(connection), schema.expected(version)
    if strange := sorted(found - known, key=_name):
        part = strange[0]
        raise ForeignFileError(
            msg(
                "{file}: it contains a {sort} {name} that no visit file has; do not use it.",
                file=display_name(path),
                sort=part.sort,
                name=_quoted(part.name),
            )
        )
    if missing := sorted(known - found, key=_name):
        raise damaged(
            path, msg("its {sort} {name} is missing", sort=missing[0].sort, name=missing[0].name)
        )
    return version


def _refuse_broken(path: Path, connection: sqlite3.Connection, *, writing: bool) -> None:
    if trouble := structure(connection, indexes=writing):
        raise damaged(path, trouble[0])


def _name(part: schema.Part) -> str:
    return part.name


def _quoted(name: str) -> str:
    return ascii(name[:60])


def structure(connection: sqlite3.Connection, *, indexes: bool) -> list[str]:
    """Return what SQLite finds wrong with the pages of a file; empty when all is well.

    `indexes` compares indexes with their tables. Reading finds nothing through them, but edits
    find rows by them.
    """
    rows = connection.execute(
        f"PRAGMA {'integrity_check' if indexes else 'quick_check'}(10)"
    ).fetchall()
    found = [legible(" ".join(bytes(row[0]).decode(errors="replace").split()), 300) for row in rows]
    return [] if found == ["ok"] else found


def _modernised(connection: sqlite3.Connection, version: int) -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    memory.text_factory = bytes
    with connection:
        connection.backup(memory)
    connection.close()
    schema.advance(memory, version)
    return memory
