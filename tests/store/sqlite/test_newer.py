"""A file that a newer minor version wrote is opened, edited and undone, and loses nothing by it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec import structs

from lohum_brief.errors import ForeignFileError
from lohum_brief.store.entries import UNDONE
from lohum_brief.store.sqlite import rows
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit
from lohum_brief.visit.document import decode, encode
from lohum_brief.visit.records import Note, Unread
from lohum_brief.visit.rest import count
from lohum_brief.visit.visit import Visit
from tests.newer import UNSEEN, encoded
from tests.store.visits import imprint, issue, small


@pytest.fixture
def visit() -> Visit:
    return decode(encoded(), "v.json")


@pytest.fixture
def store(tmp_path: Path, visit: Visit) -> FileStore:
    made = FileStore(tmp_path / "newer.lbrief", tmp_path / "backups")
    made.create(visit)
    return made


@pytest.fixture
def own(tmp_path: Path) -> FileStore:
    """A file of this version."""
    made = FileStore(tmp_path / "own.lbrief", tmp_path / "backups")
    made.create(small())
    return made


def minor(store: FileStore) -> str | None:
    with closing(sqlite3.connect(store.path)) as connection:
        row = connection.execute("SELECT value FROM meta WHERE key = 'minor'").fetchone()
    return row[0] if row else None


def test_it_is_stored_as_the_newer_version_reads_it(store: FileStore, visit: Visit) -> None:
    assert minor(store) == "1"
    with closing(sqlite3.connect(store.path)) as connection:
        found = dict(connection.execute("SELECT id, kind || ' ' || body FROM records"))
    kind, body = found["car-1"].split(" ", 1)
    assert kind == "airship"
    assert json.loads(body)["name"] == {"en": UNSEEN}
    assert json.loads(found["i-1"].split(" ", 1)[1])["bell"] == UNSEEN
    assert store.read() == visit
    assert store.damage() == []


def test_it_is_edited_undone_and_redone_in_later_sessions(store: FileStore, visit: Visit) -> None:
    before = encode(visit)
    with store.open() as opened:
        opened.commit(edit.set_field(opened.visit, "i-1", "minutes", 5))
        opened.commit(edit.set_field(opened.visit, "p-1", "family.en", "Other"))
        opened.commit(edit.remove(opened.visit, "car-1"))
        opened.commit(edit.move(opened.visit, "se-3", "v"))
        after = encode(opened.visit)
    assert after.count(UNSEEN.encode()) == before.count(UNSEEN.encode()) - 1
    assert encode(store.read()) == after
    with store.open() as opened:
        for _ in range(4):
            opened.undo()
        assert encode(opened.visit) == before
        assert opened.undo_label is None
    assert encode(store.read()) == before
    with store.open() as opened:
        while opened.redo():
            pass
        assert encode(opened.visit) == after
        told = [moment.before for moment in opened.history("i-1")]
        assert [count(record) for record in told if record] == [1]
    assert encode(store.visit_after(store.read(), 0)) == before
    assert store.damage() == []


def test_copies_and_backups_of_it_hold_all_of_it(store: FileStore, tmp_path: Path) -> None:
    with store.open() as opened:
        opened.commit(edit.set_field(opened.visit, "i-1", "minutes", 5))
        held = opened.visit
        for history in (True, False):
            copy = FileStore(tmp_path / f"{history}.lbrief", tmp_path / "aside")
            opened.save_copy(copy, history=history)
            assert copy.read() == held
            assert minor(copy) == "1"
        [kept] = opened.backups()
    assert encode(FileStore(Path(kept.address)).read()) == encode(decode(encoded(), "v"))


def test_a_file_of_this_version_becomes_one_of_the_newer_by_what_is_brought_into_it(
    own: FileStore, visit: Visit
) -> None:
    store = own
    assert minor(store) is None
    with store.open() as opened:
        opened.commit(edit.set_field(opened.visit, "n-1", "text.en", "Other"))
        assert minor(store) is None
        opened.commit(edit.add(opened.visit, visit.by_id["i-1"]))
        assert minor(store) == "1"
        opened.undo()
    assert minor(store) == "1"  # the journal has it still
    with store.open() as opened:
        opened.redo()
    assert count(store.read().by_id["i-1"]) == 1


def test_only_what_is_nested_says_so_too(own: FileStore, visit: Visit) -> None:
    """A text of a newer version in a record that it did not write."""
    store = own
    note = visit.get(Note, "n-1")
    assert note
    with store.open() as opened:
        old = opened.visit.get(Note, "n-1")
        assert old
        opened.commit(edit.put(opened.visit, structs.replace(old, text=note.text)))
    assert minor(store) == "1"
    assert count(store.read().by_id["n-1"]) == 1


@pytest.mark.parametrize("said", ["0", "x", "-1", "²", "99999", ""])
def test_a_file_that_does_not_say_so_has_no_fields_of_a_newer_version(
    store: FileStore, said: str
) -> None:
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'minor'", (said,))
        connection.commit()
    with pytest.raises(ForeignFileError, match="restore a backup"):
        store.read()
    assert store.damage()


def test_editions_keep_what_a_newer_version_noted(store: FileStore, tmp_path: Path) -> None:
    with store.open(who="asha") as opened:
        issue(opened)
    with closing(sqlite3.connect(store.path)) as connection:
        number, time, who, body = connection.execute(
            "SELECT number, time, who, body FROM editions"
        ).fetchone()
        body = f'{body[:-1]},"signed_by":"{UNSEEN}"}}'
        body = body.replace('"title":{', f'"title":{{"note":"{UNSEEN}",')
        row = rows.digest(str(number).encode(), time.encode(), who.encode(), body.encode())
        connection.execute("UPDATE editions SET body = ?, digest = ?", (body, row))
        connection.execute(
            "UPDATE meta SET value = ? WHERE key = 'editions'", (rows.digest(row).hex(),)
        )
        connection.commit()
    [edition] = store.editions()
    assert edition.imprint.pack == "guests"
    with store.open() as opened:
        opened.editions.name_recipients(edition.serial, "Ministry")
        issue(opened, 2)
        opened.save_copy(FileStore(tmp_path / "bare.lbrief"), history=False)
        opened.save_copy(FileStore(tmp_path / "whole.lbrief"))
    assert store.damage() == []
    for name, times in (("newer", 2), ("whole", 2), ("bare", 0)):
        with closing(sqlite3.connect(tmp_path / f"{name}.lbrief")) as connection:
            bodies = connection.execute("SELECT group_concat(body) FROM editions").fetchone()[0]
        assert bodies.count(UNSEEN) == times, name
        assert len(FileStore(tmp_path / f"{name}.lbrief").editions()) == 2
    assert imprint().rest is store.editions()[1].imprint.rest


def test_an_entry_of_the_journal_that_a_newer_version_wrote_is_undone(store: FileStore) -> None:
    with store.open() as opened:
        opened.commit(edit.remove(opened.visit, "car-1"))
        opened.undo()
        assert [entry.state for entry in opened.journal()] == [UNDONE]
        assert isinstance(opened.visit.by_id["car-1"], Unread)
