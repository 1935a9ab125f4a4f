"""Making a visit file."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from lohum_brief.computer import user_name
from lohum_brief.document.picture_files import media_type
from lohum_brief.store.sqlite import assets, connections, lock, minor, rows, schema
from lohum_brief.store.sqlite.failures import SQLITE_ERRORS, failure
from lohum_brief.store.sqlite.writing import beside
from lohum_brief.visit.document import minor_of
from lohum_brief.visit.visit import Visit


def create(
    path: Path, visit: Visit, *, overwrite: bool = False, pictures: Collection[bytes] = ()
) -> None:
    """Write a new visit file with its pictures, whole or not at all, readable by its owner only.

    `path` must be resolved.

    Raises SystemRefusedError when there is a file of that name (unless `overwrite`), when somebody
    has that file open, or when the system refuses.
    """
    with held(path), beside(path, overwrite=overwrite) as temporary:
        try:
            _fill(temporary, visit, pictures)
        except SQLITE_ERRORS as error:
            raise failure(path, error) from None
        # Left there by a program that was killed over an older file, it would be rolled back into
        # the new one.
        connections.journal_beside(path).unlink(missing_ok=True)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock of a file that is going to be replaced; do nothing where there is no file."""
    if not path.is_file():
        yield
        return
    found = lock.acquire(path, user_name())
    if isinstance(found, lock.Holder):
        raise lock.refuse_held(path, found)
    try:
        yield
    finally:
        found.release()


def _fill(path: Path, visit: Visit, pictures: Collection[bytes]) -> None:
    """Make an empty file a visit file. It is not in its place yet, so that a crash may tear it."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in (
            "journal_mode = MEMORY",
            "synchronous = OFF",
            f"application_id = {schema.APPLICATION_ID}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        schema.advance(connection, 0)
        places = {
            record.id: rows.write(connection, record, at * rows.GAP)
            for at, record in enumerate(visit)
        }
        for data in pictures:
            assets.put(connection, data, media_type(data))
        minor.ensure(connection, minor_of(visit))
        rows.write_seal(connection, rows.digests(places, (record.id for record in visit)))
        connection.execute("COMMIT")
    finally:
        connection.close()
