"""A file gives back what was written into it, edit by edit, and somebody else's edits are never overwritten."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lohum_brief.errors import SystemRefusedError, UsageError
from lohum_brief.store import file as store
from lohum_brief.store.reading import read_pictures
from lohum_brief.visit import edit
from lohum_brief.visit.document import encode
from lohum_brief.visit.edit import Change, Edit
from lohum_brief.visit.records import NamePart, Note, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.visit.strategies import edits, visits


@pytest.mark.parametrize(
    "name",
    ["a b.lbrief", "100%25?x#y&mode=ro.lbrief", "यात्रा.lbrief", "訪問　計画.lbrief", "file:x.lbrief", ":memory:"],
)
def test_any_name_is_a_name(tmp_path: Path, visit: Visit, name: str) -> None:
    place = tmp_path / name
    store.create(place, visit)
    with store.open_visit(place) as opened:
        changed = opened.commit(edit.set_field(visit, "n-1", "text.en", "changed"))
    assert store.read(place) == changed
    assert os.listdir(tmp_path) == [name]


@settings(max_examples=25)
@given(visits())
def test_a_visit_survives_its_file(tmp_path_factory: pytest.TempPathFactory, visit: Visit) -> None:
    place = tmp_path_factory.mktemp("v") / "v.lbrief"
    store.create(place, visit)
    assert encode(store.read(place)) == encode(visit)
    assert store.damage(place) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_can_read(path: Path, tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        with store.open_visit(path) as opened:
            opened.save_copy(tmp_path / "copy.lbrief")
            found = [
                path,
                tmp_path / "copy.lbrief",
                *(backup.path for backup in opened.backups()),
                *tmp_path.glob(".~*"),
            ]
            assert len(found) == 4
            assert {oct(one.stat().st_mode & 0o777) for one in found} == {"0o600"}
    finally:
        os.umask(old)


def test_a_file_is_not_replaced_unasked(path: Path, visit: Visit) -> None:
    with pytest.raises(SystemRefusedError, match=r"visit\.lbrief: it exists already"):
        store.create(path, Visit(visit.records[:1]))
    assert store.read(path) == visit
    store.create(path, Visit(visit.records[:1]), overwrite=True)
    assert len(store.read(path)) == 1
    assert os.listdir(path.parent) == [path.name]


def test_a_file_that_is_open_is_not_replaced(path: Path, visit: Visit) -> None:
    with store.open_visit(path, who="asha"), pytest.raises(SystemRefusedError, match="asha"):
        store.create(path, visit, overwrite=True)


def test_what_is_no_place_for_a_file_is_refused(tmp_path: Path, visit: Visit) -> None:
    with pytest.raises(SystemRefusedError, match="folder"):
        store.create(tmp_path, visit, overwrite=True)
    with pytest.raises(SystemRefusedError, match="no folder none"):
        store.create(tmp_path / "none" / "v.lbrief", visit)
    with pytest.raises(SystemRefusedError, match=r"none\.lbrief"):
        store.read(tmp_path / "none.lbrief")
    with pytest.raises(SystemRefusedError, match="not a file"):
        store.read(tmp_path)


def test_a_journal_left_by_an_older_file_does_not_get_into_a_new_one(path: Path, visit: Visit) -> None:
    """Somebody removes a file whose program was killed, and makes a new one of the same name."""
    leave_unfinished(path)
    path.unlink()
    fewer = Visit(visit.records[:2])
    store.create(path, fewer)
    assert store.read(path) == fewer


def leave_unfinished(path: Path) -> None:
    """Have a program die in the middle of an edit, with half of it in the file already."""
    script = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("PRAGMA cache_spill = 1")
connection.execute("BEGIN")
connection.execute("UPDATE records SET body = '{}'")
connection.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                   " INSERT INTO meta SELECT 'x' || i, hex(randomblob(500)) FROM n")
os._exit(1)
"""
    whole = path.read_bytes()
    subprocess.run([sys.executable, "-c", script, path], check=False)
    assert path.read_bytes() != whole
    assert path.with_name(path.name + "-journal").stat().st_size > 512


def test_what_a_killed_program_left_undone_is_rolled_back_by_the_next_reader(path: Path, visit: Visit) -> None:
    leave_unfinished(path)
    assert store.read(path) == visit
    assert os.listdir(path.parent) == [path.name]


def test_what_a_killed_program_left_undone_is_rolled_back_by_the_next_editor(path: Path, visit: Visit) -> None:
    leave_unfinished(path)
    with store.open_visit(path) as opened:
        assert opened.visit == visit
    assert store.damage(path) == []


@settings(max_examples=20)
@given(st.data(), visits())
def test_everything_can_be_undone_and_redone_after_reopening(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, visit: Visit
) -> None:
    place = tmp_path_factory.mktemp("v") / "v.lbrief"
    store.create(place, visit)
    with store.open_visit(place) as opened:
        for _ in range(data.draw(st.integers(1, 6))):
            opened.commit(data.draw(edits(opened.visit)))
        end = opened.visit
    with store.open_visit(place) as opened:
        assert opened.visit == end
        while opened.undo():
            pass
        assert opened.visit == visit
    assert encode(store.read(place)) == encode(visit)
    with store.open_visit(place) as opened:
        while opened.redo():
            pass
        assert opened.visit == end
    assert encode(store.read(place)) == encode(end)
    assert store.damage(place) == []


def test_many_moves_to_one_place_keep_the_order(path: Path) -> None:
    with store.open_visit(path) as opened:
        for turn in range(80):
            opened.commit(edit.move(opened.visit, f"n-{turn % 4}", "n-5"))
            assert [record.id for record in opened.visit][-2:] == [f"n-{turn % 4}", "n-5"]
        assert store.read(path) == opened.visit
    assert store.damage(path) == []


def test_undo_and_redo_have_names_and_a_new_edit_ends_redo(path: Path, visit: Visit) -> None:
    with store.open_visit(path, who="asha") as opened:
        assert (opened.undo_label, opened.redo_label) == (None, None)
        assert opened.undo() is None
        opened.commit(edit.set_field(visit, "n-1", "text.en", "first"))
        opened.commit(edit.remove(opened.visit, "n-2"))
        undone = opened.undo()
        assert undone
        assert [change.id for change in undone.changes] == ["n-2"]
        assert (opened.undo_label, opened.redo_label) == ("Change note", "Remove note")
    with store.open_visit(path, who="kenji") as opened:
        assert (opened.undo_label, opened.redo_label) == ("Change note", "Remove note")
        opened.commit(edit.move(opened.visit, "n-5", "n-0"))
        assert opened.redo_label is None
        assert opened.redo() is None
        assert [(e.number, e.who, e.label) for e in opened.journal(10)] == [
            (3, "kenji", "Move note"),
            (2, "asha", "Remove note"),
            (1, "asha", "Change note"),
        ]
        assert [e.number for e in opened.journal(1)] == [3]
        opened.undo()
        opened.undo()
        assert opened.visit == visit


def test_an_edit_that_does_not_fit_changes_nothing(path: Path, visit: Visit) -> None:
    old = edit.set_field(visit, "n-1", "text.en", "first")
    unreadable = Note(id="x", audience="host", sort="ask", text=Text(en="half \ud800"))
    wrong = Note(id="x", audience="host", sort="song", text=Text())  # type: ignore[arg-type]
    with store.open_visit(path) as opened:
        opened.commit(edit.remove(visit, "n-1"))
        before = opened.visit
        for bad in (old, *(Edit("Add", (Change("x", None, one, None, None),)) for one in (unreadable, wrong))):
            with pytest.raises(UsageError):
                opened.commit(bad)
            assert opened.visit == before
        assert len(opened.journal(10)) == 1
    assert store.read(path) == before


def test_a_second_opener_reads_and_is_told_who_writes(path: Path) -> None:
    with store.open_visit(path, who="asha") as first:
        made = first.commit(edit.remove(first.visit, "n-1"))
        with store.open_visit(path, who="kenji") as second:
            assert second.read_only
            assert second.holder
            assert f"asha on {os.uname().nodename} (process {os.getpid()}" in second.holder
            assert second.visit == made
            assert second.journal(1)[0].label == "Remove note"
            for attempt in (
                second.undo,
                lambda: second.commit(edit.remove(made, "n-2")),
                lambda: second.put_asset(b"", "image/png"),
            ):
                with pytest.raises(SystemRefusedError, match="asha"):
                    attempt()
            second.save_copy(path.with_name("copy.lbrief"))
            assert store.read(path.with_name("copy.lbrief")) == made
        first.commit(edit.remove(first.visit, "n-2"))
    with store.open_visit(path, who="kenji") as third:
        assert not third.read_only


def test_what_another_program_wrote_is_not_overwritten(path: Path, visit: Visit) -> None:
    with store.open_visit(path) as opened:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("INSERT INTO meta (key, value) VALUES ('other', 'x')")
        connection.close()
        with pytest.raises(SystemRefusedError, match="another program has changed it"):
            opened.commit(edit.remove(visit, "n-1"))
        assert opened.visit == visit
    assert store.read(path) == visit


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be replaced")
@pytest.mark.parametrize("how", ["removed", "replaced"])
def test_an_edit_is_not_written_into_a_file_that_is_gone(path: Path, visit: Visit, how: str) -> None:
    with store.open_visit(path) as opened:
        if how == "removed":
            path.unlink()
        else:
            store.create(path.with_name("new"), visit)
            path.with_name("new").replace(path)
        with pytest.raises(SystemRefusedError):
            opened.commit(edit.remove(visit, "n-1"))
        opened.save_copy(path.with_name("copy.lbrief"))
    assert store.read(path.with_name("copy.lbrief")) == visit


def test_what_is_removed_does_not_stay_in_a_copy_without_history(path: Path, visit: Visit) -> None:
    with store.open_visit(path) as opened:
        opened.commit(edit.set_field(visit, "n-1", "text.en", "SECRET-OFFER"))
        opened.commit(edit.remove(opened.visit, "n-1"))
        opened.save_copy(path.with_name("all.lbrief"))
        opened.save_copy(path.with_name("bare.lbrief"), history=False)
    assert b"SECRET-OFFER" in path.with_name("all.lbrief").read_bytes()
    assert b"SECRET-OFFER" not in path.with_name("bare.lbrief").read_bytes()
    with store.open_visit(path.with_name("bare.lbrief")) as bare:
        assert bare.undo_label is None
        assert len(bare.visit) == len(visit) - 1
    with store.open_visit(path.with_name("all.lbrief")) as whole:
        assert whole.undo()


def test_a_photo_goes_along_with_copies_while_a_record_names_it(path: Path) -> None:
    with store.open_visit(path) as opened:
        kept, gone = opened.put_asset(b"kept", "image/jpeg"), opened.put_asset(b"gone", "image/jpeg")
        person = Person(id="p-photo", audience="guest", family=NamePart(en="Mihon"), photo=kept)
        opened.commit(edit.add(opened.visit, person))
        opened.save_copy(path.with_name("all.lbrief"))
        opened.save_copy(path.with_name("bare.lbrief"), history=False)
    assert read_pictures(path) == read_pictures(path.with_name("all.lbrief")) == {kept: b"kept", gone: b"gone"}
    assert read_pictures(path.with_name("bare.lbrief")) == {kept: b"kept"}


def test_a_copy_replaces_nothing_unasked_and_never_itself(path: Path, visit: Visit) -> None:
    other = path.with_name("other.lbrief")
    other.write_bytes(b"mine")
    with store.open_visit(path) as opened:
        with pytest.raises(SystemRefusedError, match="exists already"):
            opened.save_copy(other)
        assert other.read_bytes() == b"mine"
        with pytest.raises(UsageError):
            opened.save_copy(path, overwrite=True)
        opened.save_copy(other, overwrite=True)
    assert store.read(other) == visit


def test_pictures_are_kept_by_their_digest(path: Path) -> None:
    with store.open_visit(path) as opened:
        name = opened.put_asset(b"\x89PNG...", "image/png")
        assert opened.put_asset(b"\x89PNG...", "image/png") == name
        assert opened.put_asset(b"other", "image/png") != name
    with store.open_visit(path) as opened:
        assert opened.asset(name) == b"\x89PNG..."
        with pytest.raises(UsageError):
            opened.asset("0" * 64)
        with pytest.raises(UsageError, match="larger than 50 MB"):
            opened.put_asset(bytes(50_000_001), "image/png")
