"""Photos and logos inside a visit file, by the digest of their bytes."""

import sqlite3
from pathlib import Path

from lohum_brief.message import msg
from lohum_brief.store.assets import name_of, no_such, require_size
from lohum_brief.store.sqlite.failures import damaged


def put(connection: sqlite3.Connection, data: bytes, media_type: str) -> str:
    """Store an asset once, and return its digest."""
    require_size(data)
    name = name_of(data)
    connection.execute(
        "INSERT INTO assets (digest, media_type, data) VALUES (?, ?, ?)"
        " ON CONFLICT (digest) DO NOTHING",
        (name, media_type, data),
    )
    return name


def get(path: Path, connection: sqlite3.Connection, name: str) -> bytes:
    """Return an asset, verified.

    Raises UsageError when there is none, ForeignFileError when it is damaged.
    """
    row = connection.execute("SELECT data FROM assets WHERE digest = ?", (name,)).fetchone()
    if row is None:
        raise no_such(name)
    data = bytes(row[0])
    if name_of(data) != name:
        raise damaged(path, msg("its picture {name} is not what was stored", name=name))
    return data


def listed(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return digest and media type of all assets."""
    rows = connection.execute("SELECT digest, media_type FROM assets ORDER BY digest")
    return [
        (name.decode(errors="replace"), media_type.decode(errors="replace"))
        for name, media_type in rows
    ]
