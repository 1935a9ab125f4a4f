"""Complete copies of an open file, made while it stays open."""

import os
import sqlite3
from pathlib import Path

from lohum_brief.store.sqlite import editions, identity
from lohum_brief.store.sqlite.connections import journal_beside
from lohum_brief.store.sqlite.failures import SQLITE_ERRORS, failure, refused
from lohum_brief.store.sqlite.writing import beside


def copy(
    path: Path,
    connection: sqlite3.Connection,
    target: Path,
    *,
    overwrite: bool,
    history: bool = True,
) -> None:
    """Write a compact copy of an open file to `target`, whole or not at all, mode 0600.

    Without `history` the copy has no journal: nothing that was ever removed or rewritten goes out
    of the house with it. Of editions it keeps the numbers, so that none is given again, and not for
    whom they were.
    """
    with beside(target, overwrite=overwrite) as temporary:
        try:
            _vacuum_into(connection, temporary)
            if not history:
                _forget(temporary)
        except SQLITE_ERRORS as error:
            # What fails is what is written, unless the file itself cannot be read.
            raise failure(path if _is_damage(error) else target, error) from None
        # Left there by a program that was killed over a file of that name, it would be rolled back
        # into the copy.
        journal_beside(target).unlink(missing_ok=True)


def _is_damage(error: Exception) -> bool:
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    )


def _vacuum_into(connection: sqlite3.Connection, target: Path) -> None:
    only_reading = connection.execute("PRAGMA query_only").fetchone()[0]
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(target),))
    finally:
        connection.execute(f"PRAGMA query_only = {only_reading}")


def _forget(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("DELETE FROM journal")
        editions.strip(connection)
        identity.forget(connection)
        # A photo that no record names any more was removed too.
        connection.execute(
            "DELETE FROM assets WHERE NOT EXISTS"
            " (SELECT 1 FROM records WHERE instr(records.body, assets.digest) > 0)"
        )
        connection.execute("VACUUM")
    finally:
        connection.close()


def copy_bytes(path: Path, target: Path) -> None:
    """Copy a file byte by byte to where nothing is yet."""
    with beside(target, overwrite=False) as temporary:
        try:
            temporary.write_bytes(path.read_bytes())
        except OSError as error:
            raise refused(target, error) from None
