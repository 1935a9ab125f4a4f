"""Backups: one each day, one when an edited visit is left, one before each migration; the newest
thirty are kept, of those made at leaving the newest five.

Those before a migration stay: an earlier version of the program opens nothing else of the visit.
The one of a day is made when a file is first opened for writing. They lie in the user's own data
folder, not beside the visit: what takes the visit's folder does not take them.
"""

import os
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec
import platformdirs

from lohum_brief.errors import BriefError
from lohum_brief.lean_imports import blake2b
from lohum_brief.store.protocol import CLOSED, DAILY, Backup
from lohum_brief.store.sqlite import connections
from lohum_brief.store.sqlite import identity as identities
from lohum_brief.store.sqlite.copying import copy
from lohum_brief.store.sqlite.failures import SQLITE_ERRORS, refused

KEPT: Final = 30
_KEPT_OF_CLOSED: Final = 5
"""Who opens and leaves a visit all evening still has the mornings of a month."""

MIGRATION: Final = "before-version-"
"""How the reason begins of one made before a migration; the new version follows."""

_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)-([a-z0-9-]+)\.lbrief")


def home() -> Path:
    """Return where the backups of all visits of this user lie."""
    return Path(platformdirs.user_data_dir("lohum-brief", appauthor=False)) / "backups"


def folder_of(path: Path, root: Path | None = None) -> Path:
    """Return where the backups of one visit lie, told by its place; `path` must be resolved."""
    place = os.fsencode(path)
    return (root or home()) / f"{_plain(path.stem)}-{blake2b(place, digest_size=6).hexdigest()}"


def _plain(name: str) -> str:
    return "".join(
        character if character.isascii() and character.isalnum() else "_" for character in name[:40]
    )


def listed(folder: Path) -> list[Backup]:
    """Return all backups in a folder, newest first."""
    try:
        names = sorted((file.name for file in folder.iterdir()), reverse=True)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise refused(folder, error) from None
    found = []
    for name in names:
        if match := _NAME.fullmatch(name):
            day, hour, minute, second, reason = match.groups()
            found.append(Backup(str(folder / name), f"{day}T{hour}:{minute}:{second}", reason))
    return found


_SIGN: Final = "visit.json"


class _Sign(msgspec.Struct, frozen=True):
    """Whose backups lie in a folder: the visit's identity, and where its file was last."""

    identity: str
    place: str


def sign(folder: Path, identity: str, path: Path) -> None:
    """Write into a folder of backups whose they are.

    Nothing happens where there is no such folder, or it cannot be written to.
    """
    data = msgspec.json.encode(_Sign(identity, os.fsencode(path).decode(errors="replace")))
    with suppress(OSError):
        if _signed(folder) == data:
            return
        handle = os.open(folder / _SIGN, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "wb") as file:
            file.write(data)


def _signed(folder: Path) -> bytes:
    try:
        with (folder / _SIGN).open("rb") as file:
            return file.read(10_000)
    except OSError:
        return b""


def of(folder: Path, identity: str) -> list[Backup]:
    """Return all backups of a visit, newest first, those too from where its file lay before.

    A file that is still there keeps its backups for itself, even if it is a copy of this one.
    """
    found = listed(folder)
    for other in _others(folder, identity) if identity else ():
        found += listed(other)
    return sorted(found, key=lambda backup: backup.time, reverse=True)


def _others(folder: Path, identity: str) -> Iterator[Path]:
    try:
        folders = sorted(folder.parent.iterdir())
    except OSError:
        return
    for other in folders:
        if other == folder:
            continue
        try:
            said = msgspec.json.decode(_signed(other), type=_Sign)
        except msgspec.MsgspecError:
            continue
        if said.identity == identity and not Path(said.place).exists():
            yield other


def make(path: Path, connection: sqlite3.Connection, folder: Path, reason: str) -> Backup:
    """Make a backup of an open file and remove the oldest ones. Raises SystemRefusedError."""
    target = place(folder, reason)
    try:
        copy(path, connection, target, overwrite=True)
        for old in _dispensable(listed(folder)):
            Path(old.address).unlink(missing_ok=True)
    except OSError as error:
        raise refused(folder, error) from None
    return next(backup for backup in listed(folder) if backup.address == str(target))


def _dispensable(backups: list[Backup]) -> list[Backup]:
    """Return those of a folder, newest first, that need not stay."""
    closed = [one for one in backups if one.reason == CLOSED][_KEPT_OF_CLOSED:]
    rest = [one for one in backups if one not in closed]
    return closed + [one for one in rest[KEPT:] if not one.reason.startswith(MIGRATION)]


def place(folder: Path, reason: str) -> Path:
    """Return where a backup made now belongs, and make its folder. Raises SystemRefusedError."""
    try:
        # The names of the folders are those of visits, and nobody else's to read.
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise refused(folder, error) from None
    return folder / f"{time.strftime('%Y-%m-%dT%H%M%S')}-{reason}.lbrief"


def due(folder: Path) -> bool:
    """Return whether there is no backup of today yet."""
    today = time.strftime("%Y-%m-%d")
    return not any(
        backup.time.startswith(today) and backup.reason == DAILY for backup in listed(folder)
    )


def backups_of(path: Path, root: Path | None = None) -> list[Backup]:
    """Return the backups of a file, newest first; the file itself need not be readable.

    Those that it had before it was renamed or moved are among them.
    """
    try:
        connection = connections.connect(path, sound=False)
    except BriefError:
        return listed(folder_of(path, root))
    try:
        found = identities.stored(connection)
    except SQLITE_ERRORS:
        found = ""
    finally:
        connection.close()
    return of(folder_of(path, root), found)
