"""The identity of a visit: a random name in its file, by which its backups are found again.

It tells the visit from all others wherever the file lies, and is given with the first edit. A copy
without history has none: who gets the copy learns nothing of the file here.
"""

import os
import sqlite3
from typing import Final

from lohum_brief.lean_imports import blake2b

_KEY: Final = "identity"


def stored(connection: sqlite3.Connection) -> str:
    """Return the identity in a file; empty where there is none or it has been spoilt."""
    value = _value(connection)
    return value.partition(".")[0] if value and _is_whole(value) else ""


def ensure(connection: sqlite3.Connection) -> str:
    """Return the identity; give one if there is none. The caller holds the transaction."""
    found = stored(connection)
    if not found:
        found = os.urandom(12).hex()
        value = f"{found}.{_check(found)}"
        connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_KEY, value))
    return found


def is_sound(connection: sqlite3.Connection) -> bool:
    """Return whether the identity is what was stored, or there is none."""
    value = _value(connection)
    return not value or _is_whole(value)


def forget(connection: sqlite3.Connection) -> None:
    """Take the identity out of a copy that leaves the house."""
    connection.execute("DELETE FROM meta WHERE key = ?", (_KEY,))


def _value(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    value = row[0] if row else ""
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def _is_whole(value: str) -> bool:
    name, _, check = value.partition(".")
    return check == _check(name)


def _check(name: str) -> str:
    return blake2b(name.encode(), digest_size=4).hexdigest()
