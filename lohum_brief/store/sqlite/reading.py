"""Reading a visit file once, for export, check and dump.

Apart from `store.sqlite.open_file`, for an export counts milliseconds.
"""

import sqlite3
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from lohum_brief.store.editions import Edition
from lohum_brief.store.sqlite import assets, connections, rows
from lohum_brief.store.sqlite.editions import listed
from lohum_brief.store.sqlite.failures import SQLITE_ERRORS, failure
from lohum_brief.visit.visit import Visit

T = TypeVar("T")


def read(path: Path) -> Visit:
    """Return the visit in a file, verified.

    Nothing is locked, and nothing is written but what a killed program left undone. Raises
    ForeignFileError that names file and record, or SystemRefusedError.
    """
    return _asked(path, lambda connection: rows.load(path, connection)[0])


def read_pictures(path: Path, names: Collection[str] | None = None) -> dict[str, bytes]:
    """Return the pictures in a file by their digests, verified: all, or those of these names, and
    no byte of the others. Raises as `read` does.
    """
    return _asked(
        path,
        lambda connection: {
            name: assets.get(path, connection, name)
            for name, _ in assets.listed(connection)
            if names is None or name in names
        },
    )


def picture_names(path: Path) -> frozenset[str]:
    """Return the digests of the pictures in a file. Raises as `read` does."""
    return _asked(path, lambda connection: frozenset(name for name, _ in assets.listed(connection)))


def read_editions(path: Path) -> list[Edition]:
    """Return the editions noted in a file, verified. Raises as `read` does."""
    return _asked(path, lambda connection: listed(path, connection))


def _asked(path: Path, question: Callable[[sqlite3.Connection], T]) -> T:
    connection = connections.connect(path)
    try:
        with connections.one_state(connection):
            return question(connection)
    except SQLITE_ERRORS as error:
        raise failure(path, error) from None
    finally:
        connection.close()
