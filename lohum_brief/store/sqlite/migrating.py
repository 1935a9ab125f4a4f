"""Bringing a file of an earlier version up to date, once, when it is opened to be edited."""

import sqlite3
from pathlib import Path

from lohum_brief.message import Value, msg
from lohum_brief.store.sqlite import backup, reading, schema
from lohum_brief.store.sqlite.failures import SQLITE_ERRORS, display_name, failure


def migrate(path: Path, connection: sqlite3.Connection, backups: Path) -> Value:
    """Bring a file up to date after a backup; return the sentence that says so, if it was not.

    All steps are one transaction: whatever ends the program leaves the old file or the new one.
    Raises SystemRefusedError where the system refuses the backup or the steps, and
    ForeignFileError for one that is damaged or does not bear them; the file is then as it was.
    """
    version = schema.version_of(connection)
    if version == schema.newest():
        return ""
    reading.read(path)  # what is damaged stays as it is: somebody may yet mend it
    backup.make(path, connection, backups, f"{backup.MIGRATION}{schema.newest()}")
    try:
        connection.execute("BEGIN IMMEDIATE")
        schema.advance(connection, version)
        connection.execute("COMMIT")
    except SQLITE_ERRORS as error:
        raise failure(path, error) from None
    finally:
        if connection.in_transaction:  # after some errors SQLite has ended it already
            connection.execute("ROLLBACK")
    return msg(
        "{file}: it is now in a new format, which earlier versions of the program cannot open; "
        "the file as it was is among its backups.",
        file=display_name(path),
    )
