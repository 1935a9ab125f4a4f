"""A file gives back what was written into it, edit by edit, and somebody else's edits are never
overwritten.
"""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from lohum_brief.errors import SystemRefusedError, UsageError
from lohum_brief.language.interface import say
from lohum_brief.store.sqlite import writing
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit
from lohum_brief.visit.visit import Visit


@pytest.mark.parametrize(
    "name",
    [
        "a b.lbrief",
        "100%25?x#y&mode=ro.lbrief",
        "यात्रा.lbrief",
        "訪問　計画.lbrief",
        "file:x.lbrief",
        ":memory:",
    ],
)
def test_any_name_is_a_name(tmp_path: Path, visit: Visit, name: str) -> None:
    place = tmp_path / name
    FileStore(place).create(visit)
    with FileStore(place).open() as opened:
        changed = opened.commit(edit.set_field(visit, "n-1", "text.en", "changed"))
    assert FileStore(place).read() == changed
    assert os.listdir(tmp_path) == [name]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_can_read(path: Path, tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        with FileStore(path).open() as opened:
            opened.save_copy(FileStore(tmp_path / "copy.lbrief"))
            found = [
                path,
                tmp_path / "copy.lbrief",
                *(Path(backup.address) for backup in opened.backups()),
                *tmp_path.glob(".~*"),
            ]
            assert len(found) == 4
            assert {oct(one.stat().st_mode & 0o777) for one in found} == {"0o600"}
    finally:
        os.umask(old)


def test_a_file_is_not_replaced_unasked(path: Path, visit: Visit) -> None:
    with pytest.raises(SystemRefusedError, match=r"visit\.lbrief: it exists already"):
        FileStore(path).create(Visit(visit.records[:1]))
    assert FileStore(path).read() == visit
    FileStore(path).create(Visit(visit.records[:1]), overwrite=True)
    assert len(FileStore(path).read()) == 1
    assert os.listdir(path.parent) == [path.name]


def test_a_file_that_is_open_is_not_replaced(path: Path, visit: Visit) -> None:
    with FileStore(path).open(who="asha"), pytest.raises(SystemRefusedError, match="asha"):
        FileStore(path).create(visit, overwrite=True)


def test_what_is_no_place_for_a_file_is_refused(tmp_path: Path, visit: Visit) -> None:
    with pytest.raises(SystemRefusedError, match="folder"):
        FileStore(tmp_path).create(visit, overwrite=True)
    with pytest.raises(SystemRefusedError, match="no folder none"):
        FileStore(tmp_path / "none" / "v.lbrief").create(visit)
    with pytest.raises(SystemRefusedError, match=r"none\.lbrief"):
        FileStore(tmp_path / "none.lbrief").read()
    with pytest.raises(SystemRefusedError, match="not a file"):
        FileStore(tmp_path).read()


def test_a_journal_left_by_an_older_file_does_not_get_into_a_new_one(
    path: Path, visit: Visit
) -> None:
    """Somebody removes a file whose program was killed, and makes a new one of the same name."""
    leave_unfinished(path)
    path.unlink()
    fewer = Visit(visit.records[:2])
    FileStore(path).create(fewer)
    assert FileStore(path).read() == fewer


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


def test_what_a_killed_program_left_undone_is_rolled_back_by_the_next_reader(
    path: Path, visit: Visit
) -> None:
    leave_unfinished(path)
    assert FileStore(path).read() == visit
    assert os.listdir(path.parent) == [path.name]


def test_what_a_killed_program_left_undone_is_rolled_back_by_the_next_editor(
    path: Path, visit: Visit
) -> None:
    leave_unfinished(path)
    with FileStore(path).open() as opened:
        assert opened.visit == visit
    assert FileStore(path).damage() == []


def test_a_second_opener_reads_and_is_told_who_writes(path: Path) -> None:
    with FileStore(path).open(who="asha") as first:
        made = first.commit(edit.remove(first.visit, "n-1"))
        with FileStore(path).open(who="kenji") as second:
            assert second.read_only
            assert f"asha on {os.uname().nodename} (process {os.getpid()}" in say(second.reason)
            assert second.visit == made
            assert say(second.journal(1)[0].label) == "Remove note"
            for attempt in (
                second.undo,
                lambda: second.commit(edit.remove(made, "n-2")),
                lambda: second.put_asset(b"", "image/png"),
            ):
                with pytest.raises(SystemRefusedError, match="asha"):
                    attempt()
            second.save_copy(FileStore(path.with_name("copy.lbrief")))
            assert FileStore(path.with_name("copy.lbrief")).read() == made
        first.commit(edit.remove(first.visit, "n-2"))
    with FileStore(path).open(who="kenji") as third:
        assert not third.read_only


def test_what_another_program_wrote_is_not_overwritten(path: Path, visit: Visit) -> None:
    with FileStore(path).open() as opened:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("INSERT INTO meta (key, value) VALUES ('other', 'x')")
        connection.close()
        with pytest.raises(SystemRefusedError, match="another program has changed it"):
            opened.commit(edit.remove(visit, "n-1"))
        assert opened.visit == visit
    assert FileStore(path).read() == visit


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be replaced")
@pytest.mark.parametrize("how", ["removed", "replaced"])
def test_an_edit_is_not_written_into_a_file_that_is_gone(
    path: Path, visit: Visit, how: str
) -> None:
    with FileStore(path).open() as opened:
        if how == "removed":
            path.unlink()
        else:
            FileStore(path.with_name("new")).create(visit)
            path.with_name("new").replace(path)
        with pytest.raises(SystemRefusedError):
            opened.commit(edit.remove(visit, "n-1"))
        opened.save_copy(FileStore(path.with_name("copy.lbrief")))
    assert FileStore(path.with_name("copy.lbrief")).read() == visit


def test_what_is_removed_does_not_stay_in_a_copy_without_history(path: Path, visit: Visit) -> None:
    with FileStore(path).open() as opened:
        opened.commit(edit.set_field(visit, "n-1", "text.en", "SECRET-OFFER"))
        opened.commit(edit.remove(opened.visit, "n-1"))
        opened.save_copy(FileStore(path.with_name("all.lbrief")))
        opened.save_copy(FileStore(path.with_name("bare.lbrief")), history=False)
    assert b"SECRET-OFFER" in path.with_name("all.lbrief").read_bytes()
    assert b"SECRET-OFFER" not in path.with_name("bare.lbrief").read_bytes()
    with FileStore(path.with_name("bare.lbrief")).open() as bare:
        assert bare.undo_label is None
        assert len(bare.visit) == len(visit) - 1
    with FileStore(path.with_name("all.lbrief")).open() as whole:
        assert whole.undo()


def test_a_copy_without_history_is_small_again(path: Path) -> None:
    small = path.stat().st_size
    with FileStore(path).open() as opened:
        for number in range(10):
            opened.commit(edit.set_field(opened.visit, "n-1", "text.en", f"{number}" * 20_000))
        opened.commit(edit.set_field(opened.visit, "n-1", "text.en", "ask"))
        opened.save_copy(FileStore(path.with_name("bare.lbrief")), history=False)
    assert path.stat().st_size > small + 200_000
    assert path.with_name("bare.lbrief").stat().st_size <= small


def test_a_copy_replaces_nothing_unasked_and_never_itself(path: Path, visit: Visit) -> None:
    other = path.with_name("other.lbrief")
    other.write_bytes(b"mine")
    with FileStore(path).open() as opened:
        with pytest.raises(SystemRefusedError, match="exists already"):
            opened.save_copy(FileStore(other))
        assert other.read_bytes() == b"mine"
        with pytest.raises(UsageError):
            opened.save_copy(FileStore(path), overwrite=True)
        opened.save_copy(FileStore(other), overwrite=True)
    assert FileStore(other).read() == visit


def test_what_somebody_made_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    made, theirs = tmp_path / "made", tmp_path / "theirs"
    made.write_text("ours")
    theirs.write_text("theirs")
    with pytest.raises(SystemRefusedError, match="exists already"):
        writing._take_name(made, theirs, overwrite=False)
    assert theirs.read_text() == "theirs"
    writing._take_name(made, theirs, overwrite=True)
    assert theirs.read_text() == "ours"


def test_where_a_folder_has_no_links_a_file_gets_its_name_nevertheless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    made = tmp_path / "made"
    made.write_text("ours")
    writing._take_name(made, tmp_path / "new", overwrite=False)
    assert (tmp_path / "new").read_text() == "ours"
    made.write_text("ours again")
    with pytest.raises(SystemRefusedError, match="exists already"):
        writing._take_name(made, tmp_path / "new", overwrite=False)
    assert (tmp_path / "new").read_text() == "ours"
