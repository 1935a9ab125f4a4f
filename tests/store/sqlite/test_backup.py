"""Backups are made once a day and before migrations, stay out of the visit's folder, and bring a
visit back.
"""

import sqlite3
import stat
import time
from contextlib import closing
from pathlib import Path

import pytest

from lohum_brief.errors import ForeignFileError, SystemRefusedError
from lohum_brief.language.interface import say
from lohum_brief.store.sqlite import backup
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit
from lohum_brief.visit.visit import Visit
from tests.store.visits import restore


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds since the epoch, to be set by the test."""
    now = [1_752_000_000.0]
    real = time.strftime
    monkeypatch.setattr(
        time, "strftime", lambda form, moment=None: real(form, moment or time.gmtime(now[0]))
    )
    return now


def test_one_backup_a_day_as_it_was_in_the_morning(
    path: Path, visit: Visit, tmp_path: Path, clock: list[float]
) -> None:
    home = tmp_path / "home"
    for day in range(3):
        clock[0] = 1_752_000_000 + day * 86_400
        for _ in range(2):
            with FileStore(path, backups=home).open() as opened:
                assert opened.warning == ""
                opened.commit(edit.remove(opened.visit, opened.visit.records[-1].id))
                clock[0] += 60
    found = opened.backups()
    assert [(one.time, one.reason) for one in found] == [
        ("2025-07-10T18:40:00", "daily"),
        ("2025-07-09T18:40:00", "daily"),
        ("2025-07-08T18:40:00", "daily"),
    ]
    assert [len(FileStore(Path(one.address)).read()) for one in found] == [4, 6, 8]
    assert len(list(home.iterdir())) == 1
    assert FileStore(Path(found[-1].address)).read() == visit


def test_a_reader_makes_no_backup(path: Path, tmp_path: Path) -> None:
    with (
        FileStore(path, backups=tmp_path / "a").open(),
        FileStore(path, backups=tmp_path / "b").open(),
    ):
        pass
    assert (tmp_path / "a").exists()
    assert not (tmp_path / "b").exists()


def test_the_newest_thirty_are_kept(path: Path, tmp_path: Path, clock: list[float]) -> None:
    for day in range(33):
        clock[0] = 1_752_000_000 + day * 86_400
        with FileStore(path, backups=tmp_path).open() as opened:
            pass
    times = [one.time for one in opened.backups()]
    assert len(times) == 30
    assert (times[0], times[-1]) == ("2025-08-09T18:40:00", "2025-07-11T18:40:00")


def test_visits_of_one_name_have_their_own_backups(tmp_path: Path) -> None:
    assert backup.folder_of(tmp_path / "a" / "v.lbrief", tmp_path) != backup.folder_of(
        tmp_path / "b" / "v.lbrief", tmp_path
    )


def test_a_backup_brings_records_and_pictures_back_and_can_be_undone(
    path: Path, visit: Visit
) -> None:
    with FileStore(path).open() as opened:
        picture = opened.put_asset(b"picture", "image/png")
    with FileStore(path).open() as opened:
        morning = backup.make(path, opened._connection, opened._backups, "daily")
        opened._connection.execute("DELETE FROM assets")
        opened.commit(edit.remove(visit, "n-1"))
        opened.commit(edit.move(opened.visit, "visit"))
        evening = opened.visit
        assert restore(opened, morning) == visit
        assert opened.asset(picture) == b"picture"
        assert opened.undo_label
        assert morning.time in say(opened.undo_label)
        opened.undo()
        assert opened.visit == evening
        opened.redo()
    assert FileStore(path).read() == visit


def test_a_damaged_backup_changes_nothing(path: Path, visit: Visit) -> None:
    with FileStore(path).open() as opened:
        (morning,) = opened.backups()
        Path(morning.address).write_bytes(b"")
        with pytest.raises(ForeignFileError, match=r"-daily\.lbrief: it is empty"):
            restore(opened, morning)
        assert opened.visit == visit


def test_a_backup_that_cannot_be_written_is_told(path: Path, clock: list[float]) -> None:
    assert clock
    with FileStore(path).open() as opened:
        in_the_way = backup.place(opened._backups, "other")
        (in_the_way / "file").mkdir(parents=True)
        with pytest.raises(SystemRefusedError):
            backup.make(path, opened._connection, opened._backups, "other")


def test_work_goes_on_without_a_backup_but_says_so(
    path: Path, visit: Visit, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    with FileStore(path, backups=tmp_path / "home").open() as opened:
        assert say(opened.warning).startswith("No backup could be made: ")
        opened.commit(edit.remove(visit, "n-1"))


def _edited(path: Path, home: Path) -> None:
    with FileStore(path, backups=home).open() as opened:
        opened.commit(edit.remove(opened.visit, opened.visit.records[-1].id))


@pytest.mark.parametrize("moved", ["renamed.lbrief", "elsewhere/visit.lbrief"])
def test_backups_are_found_again_after_a_file_was_renamed_or_moved(
    path: Path, tmp_path: Path, moved: str
) -> None:
    home = tmp_path / "home"
    (home / "!nobody's").mkdir(parents=True)  # comes first, and does not say whose it is
    _edited(path, home)
    _edited(path, home)
    (tmp_path / "elsewhere").mkdir()
    new = path.rename(tmp_path / moved)
    with FileStore(new, backups=home).open() as opened:
        assert len(opened.backups()) == 2  # one from before, one of the first opening here
        oldest = opened.backups()[-1]
        restore(opened, oldest)
    assert len(FileStore(new, backups=home).backups()) == 2


def test_backups_of_a_renamed_file_that_is_damaged_are_offered(path: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    _edited(path, home)
    new = path.rename(tmp_path / "renamed.lbrief")
    with closing(sqlite3.connect(new)) as connection, connection:
        connection.execute("UPDATE records SET body = 'x' WHERE rowid = 1")
    with pytest.raises(ForeignFileError):
        FileStore(new, backups=home).open()
    assert len(FileStore(new, backups=home).backups()) == 1


def test_a_copy_beside_the_file_has_backups_of_its_own(path: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    _edited(path, home)
    copy = tmp_path / "copy.lbrief"
    copy.write_bytes(path.read_bytes())
    with FileStore(copy, backups=home).open() as opened:
        assert len(opened.backups()) == 1
    with FileStore(path, backups=home).open() as opened:
        assert len(opened.backups()) == 1


def test_a_copy_that_leaves_the_house_does_not_say_which_file_it_was(
    path: Path, tmp_path: Path
) -> None:
    with FileStore(path, backups=tmp_path / "home").open() as opened:
        opened.commit(edit.remove(opened.visit, opened.visit.records[-1].id))
        name = opened._identity
        opened.save_copy(FileStore(tmp_path / "out.lbrief"), history=False)
    assert name
    assert name.encode() in path.read_bytes()
    assert name.encode() not in (tmp_path / "out.lbrief").read_bytes()


def test_nobody_else_reads_the_names_of_visits(path: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    _edited(path, home)
    (folder,) = home.iterdir()
    assert [stat.S_IMODE(place.stat().st_mode) for place in (home, folder)] == [0o700, 0o700]
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_of_those_made_at_leaving_the_newest_five_are_kept_beside_the_days(
    path: Path, tmp_path: Path, clock: list[float]
) -> None:
    for number in range(7):
        with FileStore(path, backups=tmp_path).open() as opened:
            clock[0] += 60
            opened.commit(edit.move(opened.visit, opened.visit.records[-1].id))
            opened.back_up()
        assert opened.backups()[0].time.endswith(f"18:4{number + 1}:00")
    assert [one.reason for one in opened.backups()] == ["closed"] * 5 + ["daily"]
