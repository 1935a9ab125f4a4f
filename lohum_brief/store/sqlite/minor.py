"""The minor version of the format that a file needs (`visit.version`), in `meta`; absent for 0.

It is the newest of which something stands in the file, and never falls: a record in the journal may
have it still.
"""

import sqlite3
from typing import Final

from lohum_brief.visit.version import MINOR

_KEY: Final = "minor"
_LONGEST: Final = 4


def stored(connection: sqlite3.Connection) -> int:
    """Return the minor version that a file says; 0 where it says none or nothing that is one."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    value = row[0] if row else "0"
    said = value.decode("ascii", "replace") if isinstance(value, bytes) else str(value)
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= _LONGEST else 0


def ensure(connection: sqlite3.Connection, written: int) -> None:
    """Note that something of this minor version is written. The caller holds the transaction."""
    needed = max(written, MINOR)
    if needed and needed > stored(connection):
        connection.execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_KEY, str(needed))
        )
