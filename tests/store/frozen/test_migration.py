"""A file of version 1 becomes one of the newest version when it is first edited: whole, or not."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from lohum_brief.errors import SystemRefusedError
from lohum_brief.language.interface import say
from lohum_brief.store.sqlite import backup, schema
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit
from lohum_brief.visit.document import encode
from lohum_brief.visit.version import MAJOR
from tests.store.frozen.conftest import Thaw

NEWEST = f"before-version-{schema.newest()}"


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return schema.version_of(connection)


def test_the_file_and_the_document_have_one_version() -> None:
    assert schema.newest() == MAJOR


def test_it_is_backed_up_as_it_was_and_says_so_once(thaw: Thaw) -> None:
    store = thaw("journal.lbrief")
    visit = store.read()
    with store.open() as opened:
        assert "earlier versions of the program cannot open" in say(opened.warning)
        [kept] = [one for one in opened.backups() if one.reason == NEWEST]
    assert version(store.path) == schema.newest()
    assert version(Path(kept.address)) == 1
    then = FileStore(Path(kept.address), store.backup_root)
    assert then.read() == visit
    assert store.backups()[-1].reason == NEWEST
    with store.open() as again:
        assert again.warning == ""
    assert [one.reason for one in store.backups()].count(NEWEST) == 1
    with then.open() as opened:  # the backup itself opens, and undoes
        assert opened.undo() is not None


def test_its_backup_stays_when_older_ones_go(thaw: Thaw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "KEPT", 2)
    store = thaw("first.lbrief")
    with store.open() as opened:
        kept = Path(next(one.address for one in opened.backups() if one.reason == NEWEST))
    kept.rename(kept.with_name(f"2025-01-01T000000-{NEWEST}.lbrief"))
    for day in ("2025-02-01", "2025-03-01"):
        (kept.parent / f"{day}T000000-daily.lbrief").write_bytes(b"")
    with closing(sqlite3.connect(store.path)) as connection:
        backup.make(store.path, connection, kept.parent, "again")
    assert sorted(one.reason for one in store.backups()) == ["again", NEWEST, "daily"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_file_that_may_not_be_written_is_only_read(thaw: Thaw) -> None:
    store = thaw("journal.lbrief")
    store.path.chmod(0o400)
    with store.open() as opened:
        assert opened.read_only
        assert opened.undo_label
    assert version(store.path) == 1


def test_without_room_for_a_backup_it_is_only_read_and_says_why(thaw: Thaw) -> None:
    store = thaw("journal.lbrief")
    before = store.path.read_bytes()
    assert store.backup_root
    store.backup_root.write_bytes(b"")  # where the folder would be
    with store.open() as opened:
        assert opened.read_only
        assert "in an earlier format" in say(opened.reason)
        assert encode(opened.visit) == encode(store.read())
        assert opened.journal()
        with pytest.raises(SystemRefusedError, match="in an earlier format"):
            opened.commit(edit.set_field(opened.visit, "i-1", "minutes", 5))
        with pytest.raises(SystemRefusedError):
            opened.undo()
    assert store.path.read_bytes() == before
    store.backup_root.unlink()
    with store.open() as opened:
        assert not opened.read_only


def test_who_only_reads_it_sees_that_somebody_else_has_brought_it_up_to_date(thaw: Thaw) -> None:
    store = thaw("journal.lbrief")
    assert store.backup_root
    store.backup_root.write_bytes(b"")
    with store.open() as reader:
        assert reader.read_only
        assert not reader.changed_elsewhere()
        store.backup_root.unlink()
        with store.open() as writer:
            writer.commit(edit.set_field(writer.visit, "i-1", "minutes", 5))
            assert reader.changed_elsewhere()


def test_on_a_full_disk_it_is_only_read_and_stays_as_it_was(
    thaw: Thaw, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full for the file itself: it can have no more pages than it has."""

    def version_2(connection: sqlite3.Connection) -> None:
        if not connection.execute("PRAGMA database_list").fetchone()[2]:
            return  # the copy in memory, by which it is read
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        connection.execute("UPDATE records SET body = body || zeroblob(100000)")

    store = thaw("journal.lbrief")
    before = store.path.read_bytes()
    known = schema.expected(1)
    monkeypatch.setattr(schema, "STEPS", [schema.STEPS[0], version_2])
    monkeypatch.setattr(schema, "expected", lambda _version: known)
    with store.open() as opened:
        assert opened.read_only
        assert "the disk is full" in say(opened.reason)
    assert store.path.read_bytes() == before


KILLED = """
import os, pathlib, signal, sys
from lohum_brief.store.sqlite import schema
from lohum_brief.store.sqlite.store import FileStore

def version_2(connection):
    if not connection.execute("PRAGMA database_list").fetchone()[2]:
        return  # the copy in memory, by which it is read
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("UPDATE records SET body = upper(body)")
    connection.execute("DELETE FROM journal")
    connection.execute("PRAGMA user_version = 2")
    os.kill(os.getpid(), signal.SIGKILL)

known = schema.expected(1)
schema.STEPS[1] = version_2
schema.expected = lambda version: known
FileStore(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])).open()
"""
"""Brings a file up to date and is killed when much of it is written."""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
def test_killed_in_the_middle_it_is_the_old_file_whole(thaw: Thaw) -> None:
    store = thaw("journal.lbrief")
    before = encode(store.read())
    untouched = store.path.read_bytes()
    assert store.backup_root
    ran = subprocess.run([sys.executable, "-c", KILLED, store.path, store.backup_root], check=False)
    assert ran.returncode == -signal.SIGKILL
    assert store.path.read_bytes() != untouched
    assert encode(store.read()) == before
    assert store.damage() == []
    assert version(store.path) == 1
    with store.open() as opened:
        assert not opened.read_only
        assert opened.undo()
