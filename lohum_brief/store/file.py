"""The visit file: make one, read one, and hold one open to edit it.

Every edit is one transaction that is on the disk when `commit` returns: with a rollback journal and full synchronous
writes, a killed program or a power cut loses the edit that was under way and nothing else.
"""

import os
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from lohum_brief.errors import BriefError, SystemRefusedError, UsageError
from lohum_brief.language.catalogue import say
from lohum_brief.store import assets, backup, copying, identity, journal, lock, opening, rows, schema
from lohum_brief.store.backup import Backup
from lohum_brief.store.damage import Damage, damage
from lohum_brief.store.editions import Editions
from lohum_brief.store.failures import SQLITE_ERRORS, damaged, failure, refused, shown
from lohum_brief.store.history import Moment, history
from lohum_brief.store.journal import Entry
from lohum_brief.store.reading import read
from lohum_brief.store.writing import beside
from lohum_brief.visit.document import RecordFaultError, encode_record, parse_record
from lohum_brief.visit.edit import Edit, apply, inverse, replacement
from lohum_brief.visit.records import AnyRecord
from lohum_brief.visit.visit import Visit

__all__ = ["Backup", "Damage", "Entry", "OpenVisit", "backups_of", "create", "damage", "open_visit", "read"]

T = TypeVar("T")


def create(path: Path, visit: Visit, *, overwrite: bool = False) -> None:
    """Write a new visit file, whole or not at all, readable by its owner only.

    Raises SystemRefusedError when there is a file of that name (unless `overwrite`), when somebody has that file open,
    or when the system refuses.
    """
    path = path.resolve()
    with _held(path), beside(path, overwrite=overwrite) as temporary:
        try:
            _fill(temporary, visit)
        except SQLITE_ERRORS as error:
            raise failure(path, error) from None
        # Left there by a program that was killed over an older file, it would be rolled back into the new one.
        opening.journal_beside(path).unlink(missing_ok=True)


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold the lock of a file that is going to be replaced; there is nothing to hold where none is."""
    if not path.is_file():
        yield
        return
    found = lock.acquire(path, lock.user_name())
    if isinstance(found, lock.Holder):
        raise lock.refuse_held(path, found)
    try:
        yield
    finally:
        found.release()


def _fill(path: Path, visit: Visit) -> None:
    """Make an empty file a visit file. It is not in its place yet, so that a crash may tear it."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in ("journal_mode = MEMORY", "synchronous = OFF", f"application_id = {schema.APPLICATION_ID}"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        schema.advance(connection, 0)
        places = {record.id: rows.write(connection, record, at * rows.GAP) for at, record in enumerate(visit)}
        rows.write_seal(connection, rows.digests(places, (record.id for record in visit)))
        connection.execute("COMMIT")
    finally:
        connection.close()


def open_visit(path: Path, *, who: str | None = None, backups: Path | None = None) -> "OpenVisit":
    """Open a file to edit it, or only to read it when somebody else has it open or it may not be written.

    `who` goes into journal and lock; by default it is the user's login name. `backups` is where backups of all visits
    lie; by default the user's data folder.
    """
    path = path.resolve()
    who = who or lock.user_name()
    opening.inspect(path)  # no lock file beside what is not ours
    held, reason = _lock(path, who)
    try:
        return OpenVisit(path, who, held, reason, backup.folder_of(path, backups))
    except BaseException:
        if isinstance(held, lock.Lock):
            held.release()
        raise


def _lock(path: Path, who: str) -> tuple[lock.Lock | lock.Holder | None, str]:
    """The lock, or who has it, or nothing; with the sentence that says why nothing can be written."""
    if not os.access(path, os.W_OK):
        return None, say("{file}: it may not be written; save a copy to edit it.", file=shown(path))
    try:
        held = lock.acquire(path, who)
    except SystemRefusedError as error:
        return None, str(error)
    return held, str(lock.refuse_held(path, held)) if isinstance(held, lock.Holder) else ""


class OpenVisit:
    """A visit file that is held open; a context manager. Made by `open_visit`, used by one thread at a time.

    `visit` is its content after the last edit. When `read_only`, `reason` is the sentence that says why, and `holder`
    says who has the file open, if that is why. `warning` is a sentence about a backup that could not be made, or empty.
    `editions` are the packs that were issued. `identity` tells the visit from all others wherever it lies; empty before its
    first edit.
    """

    def __init__(self, path: Path, who: str, held: lock.Lock | lock.Holder | None, reason: str, backups: Path) -> None:
        self.path = path
        self.read_only = not isinstance(held, lock.Lock)
        self.reason = reason
        self.holder = str(held) if isinstance(held, lock.Holder) else None
        self.warning = ""
        self._who = who
        self._lock = held if isinstance(held, lock.Lock) else None
        self._backups = backups
        self._connection = opening.connect(path, writing=not self.read_only)
        self.editions = Editions(path, self._connection, who, self._writing)
        try:
            self._prepare()
        except SQLITE_ERRORS as error:
            self._connection.close()
            raise failure(path, error) from None
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        if not self.read_only:
            self._migrate()
        with opening.one_state(self._connection):
            self.visit, self._places, self._digests = rows.load(self.path, self._connection)
            self._undo, self._redo = journal.to_undo(self._connection), journal.to_redo(self._connection)
            self._seen = self._data_version()
            self._identity = self._file_identity()
            self.identity = identity.stored(self._connection)
        opening.release(self._connection)
        if not self.read_only:
            self._back_up_today()

    def _migrate(self) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version == schema.newest():
            return
        backup.make(self.path, self._connection, self._backups, f"before-version-{schema.newest()}")
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            schema.advance(self._connection, version)
            self._connection.execute("COMMIT")
        finally:
            self._roll_back()

    def _back_up_today(self) -> None:
        try:
            if backup.due(self._backups):
                backup.make(self.path, self._connection, self._backups, backup.DAILY)
        except SystemRefusedError as error:  # no reason to keep somebody from working; but say it
            self.warning = say("No backup could be made: {why}", why=error)
        self._sign_backups()

    def _sign_backups(self) -> None:
        """Say in the folder of the backups whose they are, so that they are found when the file was renamed or moved."""
        if self.identity:
            backup.sign(self._backups, self.identity, self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
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

        Raises UsageError when the edit does not fit the visit or would make it unreadable, and SystemRefusedError when
        it cannot be written; the file and `visit` are then as they were.
        """
        return self._write(edit, lambda: journal.append(self._connection, edit, self._who))

    def undo(self) -> Edit | None:
        """Take the last edit back, also one of an earlier session. Returns what was done for it; None at the beginning."""
        return self._step(self._undo, journal.UNDONE)

    def redo(self) -> Edit | None:
        """Do the last undone edit again, if no other was made since."""
        return self._step(self._redo, journal.DONE)

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back."""
        return self._undo.label if self._undo else None

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again."""
        return self._redo.label if self._redo else None

    def journal(self, limit: int = 100) -> list[Entry]:
        """The newest edits, newest first."""
        return self._asking(lambda: journal.entries(self._connection, limit))

    def history(self, ident: str) -> Generator[Moment]:
        """What happened to a record, newest first, without what was undone. Edit nothing before it is read or closed."""
        try:
            yield from history(self._connection, ident)
        except SQLITE_ERRORS as error:
            raise failure(self.path, error) from None

    def _step(self, entry: Entry | None, state: int) -> Edit | None:
        if entry is None:
            return None
        edit = self._asking(lambda: journal.edit_of(self.path, self._connection, entry.number))
        if state == journal.UNDONE:
            edit = inverse(edit)
        try:
            self._write(edit, lambda: journal.mark(self._connection, entry.number, state))
        except UsageError:
            raise damaged(
                self.path, say("entry {number} of its journal does not fit the records", number=entry.number)
            ) from None
        return edit

    def _write(self, edit: Edit, note: Callable[[], object]) -> Visit:
        """Apply an edit, store what it touches, let `note` write the journal: all of it or nothing."""
        self._refuse_reading_only()
        visit = applied(self.visit, edit)
        places = dict(self._places)
        with self._transaction():
            digests = self._store(visit, edit, places)
            note()
            known, self.identity = self.identity, identity.ensure(self._connection)
            undo, redo = journal.to_undo(self._connection), journal.to_redo(self._connection)
        self.visit, self._places, self._digests = visit, places, digests
        self._undo, self._redo = undo, redo
        if not known:
            self._sign_backups()
        return visit

    def _store(self, visit: Visit, edit: Edit, places: rows.Places) -> bytes:
        """Bring the rows, and `places` with them, to what the visit is after the edit; returns their digests."""
        touched = {change.id for change in edit.changes}
        moved = {c.id for c in edit.changes if not (c.before and c.after) or c.next_before != c.next_after}
        if moved:
            digests = self._store_moved(visit, touched, moved, places)
        else:  # most edits: of all the other rows nothing needs to be asked
            for ident in touched:
                places[ident] = rows.write(self._connection, visit.by_id[ident], places[ident].position)
            digests = rows.replaced_digests(self._digests, {visit.rows[ident]: places[ident] for ident in touched})
        rows.write_seal(self._connection, digests)
        return digests

    def _store_moved(self, visit: Visit, touched: set[str], moved: set[str], places: rows.Places) -> bytes:
        order = [record.id for record in visit]
        for ident in places.keys() & touched - visit.by_id.keys():
            rows.erase(self._connection, ident)
            del places[ident]
        fixed = {ident: place.position for ident, place in places.items() if ident not in moved}
        positions = rows.positions(order, fixed)
        for ident in touched & visit.by_id.keys() | positions.keys():
            position = positions[ident] if ident in positions else fixed[ident]
            places[ident] = rows.write(self._connection, visit.by_id[ident], position)
        return rows.digests(places, order)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._refuse_changed()
            yield
            self._connection.execute("COMMIT")
        except SQLITE_ERRORS as error:
            raise failure(self.path, error) from None
        finally:
            self._roll_back()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._refuse_reading_only()
        with self._transaction():
            yield

    def _roll_back(self) -> None:
        """Back to the last finished edit, if a transaction is still open. SQLite has ended it itself after some errors."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _refuse_reading_only(self) -> None:
        if self.read_only:
            raise SystemRefusedError(self.reason)

    def _refuse_changed(self) -> None:
        """Programs that know nothing of our lock, and folders that synchronise themselves, may have been here."""
        if self._data_version() != self._seen:
            raise SystemRefusedError(
                say("{file}: another program has changed it; close it and open it again.", file=shown(self.path))
            )
        if self._file_identity() != self._identity:
            raise SystemRefusedError(
                say(
                    "{file}: it was moved, removed or replaced while it was open; save a copy and open that.",
                    file=shown(self.path),
                )
            )

    def _data_version(self) -> int:
        found: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return found

    def _file_identity(self) -> tuple[int, int]:
        try:
            status = self.path.stat()
        except FileNotFoundError:
            return (0, 0)
        except OSError as error:
            raise refused(self.path, error) from None
        return status.st_dev, status.st_ino

    # When its place was gone

    def wait_at_most(self, milliseconds: int) -> None:
        """How long another program that is writing to the file is waited for."""
        self._connection.execute(f"PRAGMA busy_timeout = {milliseconds}")

    def lost(self) -> bool:
        """Whether what is held open is not the file in its place any more, or cannot be read: then it is to be opened anew."""
        try:
            if self._file_identity() != self._identity:
                return True
            self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except (SystemRefusedError, *SQLITE_ERRORS):
            return True
        return False

    def again(self) -> "OpenVisit":
        """The file opened anew in its place; this one is closed then. Raises what `open_visit` raises."""
        opening.inspect(self.path)  # as long as nothing is there, everything stays as it is
        self.close()
        lock.clear_own(self.path)
        return open_visit(self.path, who=self._who, backups=self._backups.parent)

    # What else is in the file

    def put_asset(self, data: bytes, media_type: str) -> str:
        """Store a picture; returns the digest it is found by. The same bytes are stored once."""
        with self._writing():
            return assets.put(self._connection, data, media_type)

    def asset(self, digest: str) -> bytes:
        """The bytes of a picture, verified."""
        return self._asking(lambda: assets.get(self.path, self._connection, digest))

    def asset_names(self) -> frozenset[str]:
        """The digests of all pictures."""
        return self._asking(lambda: frozenset(name for name, _ in assets.listed(self._connection)))

    def _asking(self, question: Callable[[], T]) -> T:
        try:
            return question()
        except SQLITE_ERRORS as error:
            raise failure(self.path, error) from None

    # Copies

    def save_copy(self, path: Path, *, overwrite: bool = False, history: bool = True) -> None:
        """Write a copy, whole or not at all. Without `history` nothing that was removed or rewritten goes along."""
        path = path.resolve()
        if path == self.path:
            raise UsageError(say("{file}: it cannot be copied onto itself; choose another name.", file=shown(path)))
        with _held(path):
            copying.copy(self.path, self._connection, path, overwrite=overwrite, history=history)

    def backups(self) -> list[Backup]:
        """The backups of this visit, newest first."""
        return backup.of(self._backups, self.identity)

    def restore(self, wanted: Backup) -> Visit:
        """Make the visit what it was in a backup, as one edit that can be undone."""
        earlier = read(wanted.path)
        self.take_assets(wanted)
        return self.commit(replacement(self.visit, earlier, say("Restore the backup of {time}", time=wanted.time)))

    def take_assets(self, wanted: Backup) -> None:
        """Store the pictures of a backup, so that records can be taken over from it. Those that are here stay."""
        self._refuse_reading_only()
        connection = opening.connect(wanted.path)
        try:
            for digest, media_type in assets.listed(connection):
                self.put_asset(assets.get(wanted.path, connection, digest), media_type)
        except SQLITE_ERRORS as error:
            raise failure(wanted.path, error) from None
        finally:
            connection.close()


def backups_of(path: Path, root: Path | None = None) -> list[Backup]:
    """The backups of a file that need not be readable, newest first; those that it had before it was renamed or moved too."""
    path = path.resolve()
    try:
        connection = opening.connect(path, sound=False)
    except BriefError:
        return backup.listed(backup.folder_of(path, root))
    try:
        found = identity.stored(connection)
    except SQLITE_ERRORS:
        found = ""
    finally:
        connection.close()
    return backup.of(backup.folder_of(path, root), found)


def applied(visit: Visit, edit: Edit) -> Visit:
    """The visit after an edit that can be stored. Raises UsageError for one that does not fit or could not be read back."""
    made = apply(visit, edit)
    for change in edit.changes:
        if change.after is not None:
            _refuse_unreadable(change.after)
    return made


def _refuse_unreadable(record: AnyRecord) -> None:
    """A record that could not be read back must not get into a file."""
    try:
        same = parse_record(encode_record(record)) == record
    except (RecordFaultError, UnicodeEncodeError, TypeError) as fault:
        raise UsageError(say("{where}: {why}.", where=record.id, why=fault)) from None
    if not same:
        raise UsageError(say("{where}: {why}.", where=record.id, why=say("it would be read as something else")))
