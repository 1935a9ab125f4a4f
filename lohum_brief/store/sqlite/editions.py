"""Editions in a visit file.

A row's digest covers what is in it and a seal in `meta` covers all rows in their order, as those of
records do.
"""

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

import msgspec
from msgspec import structs

from lohum_brief.errors import ForeignFileError
from lohum_brief.message import msg
from lohum_brief.store.editions import (
    Edition,
    Imprint,
    bare,
    checked,
    decode,
    encode,
    minor_of,
    reserved,
    seconds,
)
from lohum_brief.store.sqlite import minor
from lohum_brief.store.sqlite.failures import SQLITE_ERRORS, damaged, display_name, failure
from lohum_brief.store.sqlite.rows import digest
from lohum_brief.visit.explaining import legible

MOST: Final = 10_000
"""Editions a file may have."""
BIGGEST: Final = 200_000_000
"""Bytes that all of them may have."""
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_SEAL: Final = "editions"
_COLUMNS: Final = "number, time, who, body, digest"


def listed(path: Path, connection: sqlite3.Connection) -> list[Edition]:
    """Return all editions, verified, in the order in which they were issued.

    Raises ForeignFileError.
    """
    count, size = connection.execute(
        "SELECT count(*), ifnull(sum(length(body)), 0) FROM editions"
    ).fetchone()
    if count > MOST or size > BIGGEST:
        raise ForeignFileError(
            msg("{file}: it is larger than a visit can be.", file=display_name(path))
        )
    found: list[Edition] = []
    digests: list[bytes] = []
    version = minor.stored(connection)
    for row in connection.execute(f"SELECT {_COLUMNS} FROM editions ORDER BY number"):  # noqa: S608 -- ours
        edition = read(row, version)
        if edition is None:
            raise damaged(
                path, msg("entry {number} of its list of editions cannot be read", number=row[0])
            )
        found.append(edition)
        digests.append(row[4])
    if not sealed(connection, digests) or len(
        {(one.imprint.pack, one.imprint.audience, one.imprint.number) for one in found}
    ) < len(found):
        raise damaged(path, msg("editions are missing from its list or were exchanged"))
    return found


def read(row: Sequence[object], version: int) -> Edition | None:
    """Return the edition of a row (`_COLUMNS`); None if it is not what was written.

    `version` is the minor one of the file.
    """
    serial, moment, who, body, stored = row
    if not (
        isinstance(serial, int) and all(isinstance(part, bytes) for part in (moment, who, body))
    ):
        return None
    assert isinstance(moment, bytes) and isinstance(who, bytes) and isinstance(body, bytes)  # noqa: S101, PT018
    if _digest(serial, moment, who, body) != stored:
        return None
    try:
        edition = Edition(
            serial,
            moment.decode("ascii"),
            legible(who.decode(errors="replace")),
            decode(body, version),
        )
        if not _MOMENT.fullmatch(edition.time) or seconds(edition) < 0:
            return None
    except (msgspec.MsgspecError, RecursionError, ValueError, OverflowError, OSError):
        return None
    return edition


def sealed(connection: sqlite3.Connection, digests: Sequence[bytes]) -> bool:
    """Return whether these are the digests of all rows there should be."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_SEAL,)).fetchone()
    return (bytes(row[0]).decode("ascii", "replace") if row else "") == _seal(digests)


def _seal(digests: Sequence[bytes]) -> str:
    return digest(*digests).hex() if digests else ""


def _digest(serial: int, moment: bytes, who: bytes, body: bytes) -> bytes:
    return digest(str(serial).encode(), moment, who, body)


def strip(connection: sqlite3.Connection) -> None:
    """Remove from the editions of a copy all but what keeps their numbers and tells their files."""
    version = minor.stored(connection)
    for row in connection.execute(f"SELECT {_COLUMNS} FROM editions").fetchall():  # noqa: S608 -- ours
        parts = [part.encode() if isinstance(part, str) else part for part in row]
        edition = read(parts, version)
        if edition is None:
            connection.execute("DELETE FROM editions WHERE number = ?", (row[0],))
            continue
        _write(connection, edition._replace(who="", imprint=bare(edition.imprint)))
    _write_seal(connection)


def _write(connection: sqlite3.Connection, edition: Edition) -> None:
    minor.ensure(connection, minor_of(edition.imprint))
    body = encode(edition.imprint)
    digested = _digest(edition.serial, edition.time.encode(), edition.who.encode(), body)
    connection.execute(
        f"INSERT OR REPLACE INTO editions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)",  # noqa: S608 -- ours
        (edition.serial, edition.time, edition.who, body.decode(), digested),
    )


def _write_seal(connection: sqlite3.Connection) -> None:
    digests = [
        bytes(row[0]) for row in connection.execute("SELECT digest FROM editions ORDER BY number")
    ]
    connection.execute(
        "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_SEAL, _seal(digests))
    )


class Editions:
    """The editions of an open visit.

    Each change is one transaction, on the disk when it returns.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        who: str,
        writing: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._path = path
        self._connection = connection
        self._who = who
        self._writing = writing

    def listed(self) -> list[Edition]:
        """Return all of them, in the order in which they were issued. Raises ForeignFileError."""
        try:
            return listed(self._path, self._connection)
        except SQLITE_ERRORS as error:
            raise failure(self._path, error) from None

    def reserve(self, imprint: Imprint, time: int) -> Edition:
        """Note an edition whose file is about to be written.

        Raises UsageError where its number is not the next one.
        """
        with self._writing():
            edition = reserved(self.listed(), imprint, time, self._who)
            _write(self._connection, edition)
            _write_seal(self._connection)
        return edition

    def mark_issued(self, serial: int) -> None:
        """Note that its file is written."""
        self._replace(serial, issued=True)

    def name_recipients(self, serial: int, recipients: str) -> None:
        """Say for whom it is. Raises UsageError for more than a line."""
        self._replace(serial, recipients=" ".join(recipients.split()))

    def withdraw(self, serial: int) -> None:
        """Give a reserved number back, because no file with it was written.

        An edition that is issued stays.
        """
        with self._writing():
            if any(one.serial == serial and not one.imprint.issued for one in self.listed()):
                self._connection.execute("DELETE FROM editions WHERE number = ?", (serial,))
                _write_seal(self._connection)

    def _replace(self, serial: int, **changes: object) -> None:
        with self._writing():
            for one in self.listed():
                if one.serial == serial:
                    _write(
                        self._connection,
                        one._replace(imprint=checked(structs.replace(one.imprint, **changes))),
                    )
            _write_seal(self._connection)
