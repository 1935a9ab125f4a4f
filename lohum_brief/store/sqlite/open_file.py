"""A visit file that is held open to be edited.

Every edit is one transaction that is on the disk when `commit` returns: with a rollback journal and
full synchronous writes, a killed program or a power cut loses the edit that was under way and
nothing else.
"""

import os
import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Protocol, Self, TypeVar

from lohum_brief.computer import user_name
from lohum_brief.errors import SystemRefusedError, UsageError
from lohum_brief.message import Value, msg
from lohum_brief.store.applying import applied
from lohum_brief.store.carrying import carry
from lohum_brief.store.entries import DONE, UNDONE, Entry, Moment
from lohum_brief.store.protocol import CLOSED, DAILY, UNWRITTEN, Backup, Store
from lohum_brief.store.sqlite import (
    assets,
    backup,
    connections,
    copying,
    identity,
    journal,
    lock,
    rows,
)
from lohum_brief.store.sqlite.address import FileAddress
from lohum_brief.store.sqlite.creating import held
from lohum_brief.store.sqlite.editions import Editions
from lohum_brief.store.sqlite.failures import SQLITE_ERRORS, damaged, display_name, failure, refused
from lohum_brief.store.sqlite.history import history
from lohum_brief.store.sqlite.migrating import migrate
from lohum_brief.store.sqlite.updating import update
from lohum_brief.visit.edit import Edit, inverse
from lohum_brief.visit.visit import Visit

T = TypeVar("T")


class StoreInFile(Store, Protocol):
    """The store that the file belongs to."""

    path: Path
    backup_root: Path | None

    @property
    def backup_folder(self) -> Path:
        """Where its own backups lie."""

    def at(self, path: Path, backups: Path | None) -> Store:
        """Return the store of another file."""


def open_file(store: StoreInFile, who: str | None = None) -> "OpenFile":
    """Open a file to edit it.

    It can only be read when somebody else has it open or it may not be written. `who` goes into
    journal and lock; by default it is the user's login name.
    """
    who = who or user_name()
    connections.inspect(store.path)  # no lock file beside what is not ours
    found, reason = _lock(store.path, who)
    try:
        return OpenFile(store, who, found, reason)
    except BaseException:
        if isinstance(found, lock.Lock):
            found.release()
        raise


def _lock(path: Path, who: str) -> tuple[lock.Lock | lock.Holder | None, Value]:
    """Return the lock, or who has it, or None; and the sentence why nothing can be written."""
    if not os.access(path, os.W_OK):
        return None, msg(
            "{file}: it may not be written; save a copy to edit it.", file=display_name(path)
        )
    try:
        held = lock.acquire(path, who)
    except SystemRefusedError as error:
        return None, error.message
    return held, lock.refuse_held(path, held).message if isinstance(held, lock.Holder) else ""


class OpenFile:
    """A visit file that is held open: `store.protocol.OpenVisit`. Made by `open_file`."""

    def __init__(
        self, store: StoreInFile, who: str, held: lock.Lock | lock.Holder | None, reason: Value
    ) -> None:
        self._store = store
        self._path = store.path
        self._who = who
        self._lock = held if isinstance(held, lock.Lock) else None
        self._held_by_other = isinstance(held, lock.Holder)
        self._reason = reason
        self._warning: Value = ""
        self._backups = store.backup_folder
        self._edited = False
        self._connection = self._connected()
        self._editions = Editions(self._path, self._connection, who, self._writing)
        try:
            self._prepare()
        except SQLITE_ERRORS as error:
            self._connection.close()
            raise failure(self._path, error) from None
        except BaseException:
            self._connection.close()
            raise

    @property
    def store(self) -> StoreInFile:
        """Where it lives."""
        return self._store

    @property
    def visit(self) -> Visit:
        """Its content after the last edit."""
        return self._visit

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._lock is None

    @property
    def reason(self) -> Value:
        """The sentence why nothing can be written; empty where it can."""
        return self._reason

    @property
    def warning(self) -> Value:
        """What to say of a backup that could not be made, or of a new version of the format."""
        return self._warning

    @property
    def editions(self) -> Editions:
        """The packs that were issued."""
        return self._editions

    def _connected(self) -> sqlite3.Connection:
        """Return a connection to the file, brought up to date.

        One that cannot be brought up to date is only read: somebody may need it now.
        """
        connection = connections.connect(self._path, writing=not self.read_only)
        if self._lock is None:
            return connection
        try:
            self._warning = migrate(self._path, connection, self._backups)
        except SystemRefusedError as error:
            connection.close()
            self._lock.release()
            self._lock = None
            self._reason = msg(
                "The file can only be read, for it is in an earlier format and could not be "
                "brought up to date: {why}",
                why=error.message,
            )
            return connections.connect(self._path)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self) -> None:
        with connections.one_state(self._connection):
            self._visit, self._places, self._digests = rows.load(self._path, self._connection)
            self._undo, self._redo = (
                journal.to_undo(self._connection),
                journal.to_redo(self._connection),
            )
            self._seen = self._data_version()
            self._in_place = self._file_in_place()
            self._identity = identity.stored(self._connection)
        connections.release(self._connection)
        if not self.read_only:
            self._back_up_today()

    def _back_up_today(self) -> None:
        try:
            if backup.due(self._backups):
                backup.make(self._path, self._connection, self._backups, DAILY)
        except SystemRefusedError as error:  # no reason to keep somebody from working; but say it
            self._warning = msg("No backup could be made: {why}", why=error.message)
        self._sign_backups()

    def _sign_backups(self) -> None:
        """Write into the folder of the backups whose they are.

        So they are found again when the file was renamed or moved.
        """
        if self._identity:
            backup.sign(self._backups, self._identity, self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and give the lock back."""
        self._connection.close()
        if self._lock:
            self._lock.release()

    # Editing

    def commit(self, edit: Edit) -> Visit:
        """Apply an edit and write it to the disk; when this returns, it is there.

        Raises UsageError when the edit does not fit the visit or would make it unreadable, and
        SystemRefusedError when it cannot be written; file and `visit` are then as they were.
        """
        return self._write(edit, lambda: journal.append(self._connection, edit, self._who))

    def undo(self) -> Edit | None:
        """Take the last edit back, also one of an earlier session.

        Returns the edit that did so; None at the beginning.
        """
        return self._step(self._undo, UNDONE)

    def redo(self) -> Edit | None:
        """Make the last undone edit again, if no other was made since."""
        return self._step(self._redo, DONE)

    @property
    def undo_label(self) -> Value | None:
        """What `undo` would take back."""
        return self._undo.label if self._undo else None

    @property
    def redo_label(self) -> Value | None:
        """What `redo` would do again."""
        return self._redo.label if self._redo else None

    def journal(self, limit: int = 100) -> list[Entry]:
        """Return the newest edits, newest first."""
        return self._asking(lambda: journal.entries(self._connection, limit))

    def history(self, ident: str) -> Generator[Moment]:
        """Yield what happened to a record, newest first, without what was undone.

        Nothing may be edited before it is read to its end or closed.
        """
        try:
            yield from history(self._connection, ident)
        except SQLITE_ERRORS as error:
            raise failure(self._path, error) from None

    def _step(self, entry: Entry | None, state: int) -> Edit | None:
        if entry is None:
            return None
        edit = self._asking(lambda: journal.edit_of(self._path, self._connection, entry.number))
        if state == UNDONE:
            edit = inverse(edit)
        try:
            self._write(edit, lambda: journal.mark(self._connection, entry.number, state))
        except UsageError:
            raise damaged(
                self._path,
                msg("entry {number} of its journal does not fit the records", number=entry.number),
            ) from None
        return edit

    def _write(self, edit: Edit, note: Callable[[], object]) -> Visit:
        """Apply an edit and store what it touches; `note` writes the journal.

        All of it or nothing.
        """
        self._refuse_reading_only()
        visit = applied(self.visit, edit)
        places = dict(self._places)
        with self._transaction():
            digests = update(self._connection, visit, edit, places, self._digests)
            note()
            known, self._identity = self._identity, identity.ensure(self._connection)
            undo, redo = journal.to_undo(self._connection), journal.to_redo(self._connection)
        self._visit, self._places, self._digests = visit, places, digests
        self._undo, self._redo = undo, redo
        self._edited = True
        if not known:
            self._sign_backups()
        return visit

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._refuse_changed()
            yield
            self._connection.execute("COMMIT")
        except SQLITE_ERRORS as error:
            raise failure(self._path, error) from None
        finally:
            self._roll_back()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._refuse_reading_only()
        with self._transaction():
            yield

    def _roll_back(self) -> None:
        """Go back to the last finished edit if a transaction is still open.

        After some errors SQLite has ended it already.
        """
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _refuse_reading_only(self) -> None:
        if self.read_only:
            raise SystemRefusedError(self._reason)

    def _refuse_changed(self) -> None:
        """Raise SystemRefusedError if the file is not as this program left it.

        Programs that know nothing of our lock, and folders that synchronise themselves, may have
        written to it.
        """
        if self._data_version() != self._seen:
            raise SystemRefusedError(
                msg(
                    "{file}: another program has changed it; close it and open it again.",
                    file=display_name(self._path),
                )
            )
        if self._file_in_place() != self._in_place:
            raise SystemRefusedError(
                msg(
                    "{file}: it was moved, removed or replaced while it was open; "
                    "save a copy and open that.",
                    file=display_name(self._path),
                )
            )

    def _data_version(self) -> int:
        """Return what changes when others write: SQLite's count, and for a copy in memory of an
        earlier version, of which it knows nothing, the time of the file.
        """
        if not self._connection.execute("PRAGMA database_list").fetchone()[2]:
            return self._path.stat().st_mtime_ns
        found: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return found

    def _file_in_place(self) -> tuple[int, int]:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return (0, 0)
        except OSError as error:
            raise refused(self._path, error) from None
        return status.st_dev, status.st_ino

    # When its place was gone

    def wait_at_most(self, milliseconds: int) -> None:
        """Set how long to wait for another program that is writing to the file."""
        self._connection.execute(f"PRAGMA busy_timeout = {milliseconds}")

    def is_free(self) -> bool:
        """Return whether whoever had it open has left since."""
        return self._held_by_other and lock.is_free(self._path)

    def lost(self) -> bool:
        """Return whether the file in its place is another one now, or cannot be read."""
        try:
            if self._file_in_place() != self._in_place:
                return True
            self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except (SystemRefusedError, *SQLITE_ERRORS):
            return True
        return False

    def changed_elsewhere(self) -> bool:
        """Return whether another program has written to the file, or replaced it."""
        try:
            return self._data_version() != self._seen or self._file_in_place() != self._in_place
        except (SystemRefusedError, OSError, *SQLITE_ERRORS):
            return True

    def again(self) -> "OpenFile":
        """Return the file opened anew in its place; this one is closed then.

        Raises what `open_file` raises.
        """
        connections.inspect(self._path)  # as long as nothing is there, everything stays as it is
        self.close()
        lock.clear_own(self._path)
        return open_file(self._store, self._who)

    # What else is in the file

    def put_asset(self, data: bytes, media_type: str) -> str:
        """Store a picture; returns the digest it is found by. The same bytes are stored once."""
        with self._writing():
            return assets.put(self._connection, data, media_type)

    def asset(self, digest: str) -> bytes:
        """Return a picture, verified."""
        return self._asking(lambda: assets.get(self._path, self._connection, digest))

    def asset_names(self) -> frozenset[str]:
        """Return the digests of all pictures."""
        return self._asking(lambda: frozenset(name for name, _ in assets.listed(self._connection)))

    def _asking(self, question: Callable[[], T]) -> T:
        try:
            return question()
        except SQLITE_ERRORS as error:
            raise failure(self._path, error) from None

    # Copies

    def save_copy(
        self,
        target: Store,
        *,
        overwrite: bool = False,
        history: bool = True,
        edits: Sequence[Edit] = (),
    ) -> None:
        """Write a copy, whole or not at all, in which `edits` are made besides.

        Without `history` nothing that was removed or rewritten goes along.
        """
        if not isinstance(target, FileAddress):
            carry(self, target, overwrite=overwrite, history=history, edits=edits)
            return
        path = target.path
        if path == self._path:
            raise UsageError(
                msg(
                    "{file}: it cannot be copied onto itself; choose another name.",
                    file=display_name(path),
                )
            )
        with held(path):
            copying.copy(self._path, self._connection, path, overwrite=overwrite, history=history)
        if edits:
            with (
                TemporaryDirectory() as aside,
                self._store.at(path, Path(aside)).open(who=self._who) as copy,
            ):
                for edit in edits:
                    copy.commit(edit)

    def backups(self) -> list[Backup]:
        """Return the backups of this visit, newest first."""
        return backup.of(self._backups, self._identity)

    def back_up(self) -> None:
        """Make a backup, if it was edited here since it was opened. Raises SystemRefusedError."""
        if self._edited:
            backup.make(self._path, self._connection, self._backups, CLOSED)
            self._edited = False

    def place_for_unwritten(self) -> Store:
        """Return where edits can be kept among the backups that the file could not take."""
        return self._store.at(backup.place(self._backups, UNWRITTEN), self._store.backup_root)

    def take_assets(self, wanted: Backup) -> None:
        """Store the pictures of a backup, so that records can be taken over from it.

        Those that are here stay.
        """
        self._refuse_reading_only()
        path = Path(wanted.address)
        connection = connections.connect(path)
        try:
            for digest, media_type in assets.listed(connection):
                self.put_asset(assets.get(path, connection, digest), media_type)
        except SQLITE_ERRORS as error:
            raise failure(path, error) from None
        finally:
            connection.close()
