"""Photos and logos inside a visit file, by the digest of their bytes."""

import sqlite3
from pathlib import Path
from typing import Final

from lohum_brief.errors import UsageError
from lohum_brief.language.catalogue import say
from lohum_brief.store.failures import damaged

BIGGEST: Final = 50_000_000
"""Bytes an asset may have."""


def name_of(data: bytes) -> str:
    """The digest that is the asset's name: 64 hexadecimal digits."""
    from hashlib import blake2b  # what only reads a visit never needs it

    return blake2b(data, digest_size=32).hexdigest()


def put(connection: sqlite3.Connection, data: bytes, media_type: str) -> str:
    """Store an asset once; returns its digest."""
    if len(data) > BIGGEST:
        raise UsageError(
            say("The picture is larger than {megabytes} MB; make it smaller first.", megabytes=BIGGEST // 1_000_000)
        )
    name = name_of(data)
    connection.execute(
        "INSERT INTO assets (digest, media_type, data) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING",
        (name, media_type, data),
    )
    return name


def get(path: Path, connection: sqlite3.Connection, name: str) -> bytes:
    """The bytes of an asset, verified. Raises UsageError when there is none, ForeignFileError when it is damaged."""
    row = connection.execute("SELECT data FROM assets WHERE digest = ?", (name,)).fetchone()
    if row is None:
        raise UsageError(say("There is no picture {name}.", name=name))
    data = bytes(row[0])
    if name_of(data) != name:
        raise damaged(path, say("its picture {name} is not what was stored", name=name))
    return data


def listed(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Digest and media type of all assets."""
    rows = connection.execute("SELECT digest, media_type FROM assets ORDER BY digest")
    return [(name.decode(errors="replace"), media_type.decode(errors="replace")) for name, media_type in rows]
