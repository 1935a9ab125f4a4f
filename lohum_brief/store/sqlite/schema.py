"""The tables of a visit file, one step per version of the format.

Version 1: records, journal, assets, editions, meta.
Version 2: the same tables (`visit.version` tells what is new in them), and records that say
some things otherwise (`visit.first_version`).

A step takes a file from one version to the next; the first makes an empty database a file of
version 1. Steps are never changed once released. They make and drop whole tables rather than alter
them, for SQLite keeps the text of a `CREATE` statement as it was written and that text is how a
file is recognised.
"""

import sqlite3
from collections.abc import Callable
from typing import Final

import msgspec

APPLICATION_ID: Final = 0x4C_42_52_46
"""`LBRF`, at byte 68 of the file."""


class Part(msgspec.Struct, frozen=True):
    """One row of SQLite's own list of what is in a file.

    The text of an index that SQLite makes by itself is empty.
    """

    sort: str
    name: str
    table: str
    text: str


def version_1(connection: sqlite3.Connection) -> None:
    """Make the tables of the first format."""
    for statement in (
        # `position` orders the records; the numbers have gaps. `digest`: see `rows`.
        """CREATE TABLE records (
            id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL,
            digest BLOB NOT NULL) STRICT""",
        # `state`: 0 done, 1 undone, 2 undone and then overtaken by another edit.
        """CREATE TABLE journal (
            number INTEGER NOT NULL PRIMARY KEY, state INTEGER NOT NULL, time TEXT NOT NULL, who TEXT NOT NULL,
            label TEXT NOT NULL, changes TEXT NOT NULL, digest BLOB NOT NULL) STRICT""",
        """CREATE TABLE assets (
            digest TEXT NOT NULL PRIMARY KEY, media_type TEXT NOT NULL, data BLOB NOT NULL) STRICT""",
        """CREATE TABLE editions (
            number INTEGER NOT NULL PRIMARY KEY, time TEXT NOT NULL, who TEXT NOT NULL, body TEXT NOT NULL,
            digest BLOB NOT NULL) STRICT""",
        "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT",
    ):
        connection.execute(statement)


def version_2(connection: sqlite3.Connection) -> None:
    """Leave the tables alone, and write those records anew that the second format says otherwise.

    By the number programs of the first refuse a file whose journal and fields they would misread.
    """
    filled = "SELECT EXISTS (SELECT 1 FROM records) OR EXISTS (SELECT 1 FROM journal)"
    if not connection.execute(filled).fetchone()[0]:
        return  # a new file, or the tables to compare with
    # Most files are of this version, and a cold export counts milliseconds.
    from lohum_brief.store.sqlite import first_version  # noqa: PLC0415 - only for older files

    first_version.renew(connection)


STEPS: list[Callable[[sqlite3.Connection], None]] = [version_1, version_2]
"""As many as `visit.version.MAJOR` says."""


def newest() -> int:
    """Return the version this program writes."""
    return len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version that a database says it is of."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def advance(connection: sqlite3.Connection, old: int) -> None:
    """Take a database of version `old` to the newest one. The caller holds the transaction."""
    for step in STEPS[old:]:
        step(connection)
    connection.execute(f"PRAGMA user_version = {newest()}")


def parts(connection: sqlite3.Connection) -> set[Part]:
    """Return what a database consists of, by SQLite's own list."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return {
        Part(_text(sort), _text(name), _text(table), _text(text))
        for sort, name, table, text in rows
    }


def _text(value: object) -> str:
    return (
        value.decode(errors="replace")
        if isinstance(value, bytes)
        else ""
        if value is None
        else str(value)
    )


def expected(version: int) -> set[Part]:
    """Return what a file of that version consists of; nothing else may be in it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in STEPS[:version]:
            step(connection)
        return parts(connection)
    finally:
        connection.close()
