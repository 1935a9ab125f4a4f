"""The place of a file goes and comes back, the disk is full: what is typed is kept, said calmly,
and written when it can be.
"""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event, current_thread

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from lohum_brief.store.locate import store_at
from lohum_brief.store.protocol import UNWRITTEN
from lohum_brief.store.sqlite import backup
from lohum_brief.store.sqlite.lock import file_of
from lohum_brief.store.sqlite.open_file import OpenFile
from lohum_brief.visit.edit import Edit, set_field
from lohum_brief.visit.records import Paragraph
from lohum_brief.visit.visit import Visit
from lohum_brief.window.application import Application
from lohum_brief.window.main import VisitWindow
from tests.window.test_window import browser, texts


def stored(path: str | Path) -> str:
    record = store_at(path).read().get(Paragraph, "p1")
    assert record is not None
    return record.text["en"]


def write(window: VisitWindow, text: str) -> None:
    assert window.session.set_field("p1", "text.en", text) == ""


def shown(window: VisitWindow) -> str:
    return window.banner.text.text() if window.banner.isVisibleTo(window) else ""


def kept(window: VisitWindow) -> list[str]:
    return [
        label.text()
        for label in window.header.findChildren(QLabel)
        if "stored" in label.text() or "kept" in label.text()
    ]


def full(window: VisitWindow) -> Callable[[], object]:
    """No page more can be written; gives what makes room again."""
    store = window.session._store
    assert isinstance(store, OpenFile)
    connection = store._connection
    [pages] = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    return lambda: connection.execute("PRAGMA max_page_count = 1000000")


LONG = "word" * 4_500
LONG_WAIT = 30.0


def test_on_a_full_disk_what_is_typed_waits_and_the_form_goes_on(
    window: VisitWindow, visit_file: Path, qtbot: QtBot
) -> None:
    before = stored(visit_file)
    room = full(window)
    place = browser(window, "texts")
    place.show_record("p1")
    area = texts(place, "text").areas["en"]
    area.selectAll()
    area.insert(LONG)
    area.flush()
    assert window.session.visit.by_id["p1"].text["en"] == LONG  # type: ignore[union-attr]
    assert stored(visit_file) == before
    assert "the disk is full" in shown(window)
    assert "written as soon as the file can take it" in shown(window)
    assert kept(window) == ["1 change not stored yet"]
    place.show_record("p2")
    write(window, LONG + "more")
    assert kept(window) == ["2 changes not stored yet"]
    assert not window.session.write()
    room()
    window.session._again.timeout.emit()
    assert stored(visit_file) == LONG + "more"
    assert shown(window) == ""
    assert kept(window)[0].startswith("all changes kept")
    assert not window.session._again.isActive()
    assert qtbot is not None


def test_undo_takes_back_what_the_file_never_saw(window: VisitWindow, visit_file: Path) -> None:
    write(window, "first")
    room = full(window)
    write(window, LONG)
    write(window, LONG + "more")
    assert [entry.time != "" for entry in window.session.steps(9)] == [True, True, True]
    window.session.undo()
    assert window.session.visit.by_id["p1"].text["en"] == LONG  # type: ignore[union-attr]
    assert window.session.redo() is None
    window.session.undo()
    assert (window.session.waiting, shown(window)) == (0, "")
    window.session.undo()
    assert stored(visit_file) != "first"
    room()
    window.session.redo()
    assert stored(visit_file) == "first"


def test_a_place_that_comes_back(window: VisitWindow, visit_file: Path) -> None:
    away = visit_file.with_name("away.lbrief")
    visit_file.rename(away)
    write(window, "typed while it was away")
    assert not window.session.write()
    assert "no such file" in shown(window)
    away.rename(visit_file)
    assert window.session.write()
    assert stored(visit_file) == "typed while it was away"
    assert shown(window) == ""


def test_a_place_that_comes_back_as_another_is_opened_anew(
    window: VisitWindow, visit_file: Path
) -> None:
    write(window, "before")
    away = visit_file.with_name("away.lbrief")
    visit_file.rename(away)
    file_of(visit_file).unlink()
    write(window, "after")
    assert not window.session.write()
    shutil.copy(away, visit_file)
    assert window.session.write()
    assert stored(visit_file) == "after"
    with store_at(visit_file).open() as other:
        assert other.read_only, "it is ours again"
    write(window, "and on")
    assert stored(visit_file) == "and on"
    assert window.session.editions.listed() == []
    window.session.undo()
    window.session.undo()
    assert stored(visit_file) == "before"


@pytest.mark.skipif(os.name == "nt", reason="flock is tested here")
def test_a_share_that_cannot_lock_comes_back(
    application: Application, visit_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flock(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr("fcntl.flock", flock)
    window = application.open(visit_file)
    assert window is not None
    store = window.session._store
    assert isinstance(store, OpenFile)
    held = store._lock
    assert held is not None
    away = visit_file.rename(visit_file.with_name("away.lbrief"))
    write(window, "typed")
    os.close(held._file.fileno())
    assert not window.session.write()
    shutil.copy(away, visit_file)
    assert window.session.write()
    assert stored(visit_file) == "typed"


def test_what_was_written_although_no_answer_came_is_not_written_twice(
    window: VisitWindow, visit_file: Path
) -> None:
    away = visit_file.with_name("away.lbrief")
    visit_file.rename(away)
    write(window, "typed")
    shutil.copy(away, visit_file)
    with store_at(visit_file.rename(visit_file.with_name("elsewhere.lbrief"))).open() as other:
        other.commit(set_field(other.visit, "p1", "text.en", "typed"))
    shutil.copy(visit_file.with_name("elsewhere.lbrief"), visit_file)
    assert window.session.write()
    assert stored(visit_file) == "typed"


def changed_elsewhere(visit_file: Path) -> None:
    """Somebody has gone on with the file while it was away from here."""
    away = visit_file.rename(visit_file.with_name("away.lbrief"))
    with store_at(away).open() as other:
        other.commit(set_field(other.visit, "p1", "text.en", "theirs"))


def test_a_file_that_somebody_has_changed_meanwhile_is_left_alone(
    window: VisitWindow, visit_file: Path, tmp_path: Path
) -> None:
    changed_elsewhere(visit_file)
    write(window, "ours")
    visit_file.with_name("away.lbrief").rename(visit_file)
    for _ in range(2):
        assert not window.session.write()
        assert "another program has changed it" in shown(window)
    assert stored(visit_file) == "theirs"
    assert not window.session.save_copy(store_at(tmp_path / "copy.lbrief")), (
        "the file as it was cannot be read any more"
    )
    assert stored(tmp_path / "copy.lbrief") == "ours"


def test_a_copy_has_what_waits_and_the_steps_before(window: VisitWindow, tmp_path: Path) -> None:
    write(window, "stored")
    full(window)
    write(window, LONG)
    copy = tmp_path / "copy.lbrief"
    assert window.session.save_copy(store_at(copy))
    with store_at(copy).open() as found:
        assert [entry.label for entry in found.journal()] == [
            entry.label for entry in window.session.steps(9)
        ]
        found.undo()
    assert stored(copy) == "stored"


@pytest.mark.parametrize("how", ["end", "store"])
def test_no_question_holds_the_end_of_a_session_up(
    application: Application, window: VisitWindow, visit_file: Path, how: str
) -> None:
    away = visit_file.rename(visit_file.with_name("away.lbrief"))
    write(window, "kept")
    getattr(application, how)()
    away.rename(visit_file)
    newest = backup.listed(backup.folder_of(visit_file))[0]
    assert newest.reason == UNWRITTEN
    assert stored(newest.address) == "kept"
    assert stored(visit_file) != "kept"


def test_the_next_window_tells_of_what_was_kept_elsewhere(
    application: Application, window: VisitWindow, visit_file: Path
) -> None:
    away = visit_file.rename(visit_file.with_name("away.lbrief"))
    write(window, "kept")
    application.silent = True
    window.close()
    application.silent = False
    away.rename(visit_file)
    again = application.open(visit_file)
    assert again is not None
    assert "They are kept: File › Earlier states." in shown(again)


@pytest.mark.parametrize(("answer", "closed"), [(0, True), (1, True), (2, False), (-1, False)])
def test_closing_asks_where_to_keep_what_waits(
    application: Application, window: VisitWindow, visit_file: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, answer: int, closed: bool,
) -> None:  # fmt: skip
    away = visit_file.rename(visit_file.with_name("away.lbrief"))
    write(window, "kept")
    asked: list[str] = []

    def ask(_: object, question: str, *_answers: str) -> int:
        asked.append(question)
        return answer

    monkeypatch.setattr("lohum_brief.window.keeping.ask", ask)
    for module in ("main", "keeping"):
        monkeypatch.setattr(f"lohum_brief.window.{module}.warn", lambda *_: None)
    copy = tmp_path / "copy.lbrief"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    window.close()
    [question] = asked
    assert "Some changes are not in the file yet" in question
    assert (window not in application.windows) == closed
    if answer == 0:
        assert stored(copy) == "kept"
    if answer == 1:
        assert stored(backup.listed(backup.folder_of(visit_file))[0].address) == "kept"
    away.rename(visit_file)


def test_a_file_that_may_only_be_read_still_refuses(
    application: Application, visit_file: Path
) -> None:
    with store_at(visit_file).open():
        window = application.open(visit_file)
        assert window is not None
        assert "has it open" in window.session.set_field("p1", "text.en", "x")
        assert window.session.waiting == 0


class SlowDisk:
    """What is written to the file of a window waits until it is let through."""

    def __init__(self, window: VisitWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gate = Event()
        self.seen: list[str] = []
        store = window.session._ahead._store
        commit = store.commit

        def slow(made: Edit) -> Visit:
            self.seen.append(current_thread().name)
            assert self.gate.wait(LONG_WAIT)
            return commit(made)

        monkeypatch.setattr(store, "commit", slow)
        window.session._ahead._slow = True


@pytest.fixture
def slow(window: VisitWindow, monkeypatch: pytest.MonkeyPatch) -> SlowDisk:
    return SlowDisk(window, monkeypatch)


def test_a_slow_disk_is_noticed(window: VisitWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    write(window, "quick")
    assert not window.session._ahead._slow
    monkeypatch.setattr("lohum_brief.window.ahead._LONG", -1.0)
    write(window, "slow")
    assert window.session._ahead._slow


def test_nobody_waits_for_a_slow_disk(
    window: VisitWindow, visit_file: Path, slow: SlowDisk, qtbot: QtBot
) -> None:
    for text in ("one", "two", "three"):
        write(window, text)
    assert window.session.visit.by_id["p1"].text["en"] == "three"  # type: ignore[union-attr]
    assert kept(window) == ["3 changes not stored yet"]
    assert shown(window) == "", "nothing is wrong"
    slow.gate.set()
    qtbot.waitUntil(lambda: window.session.waiting == 0, timeout=30_000)
    assert stored(visit_file) == "three"
    assert current_thread().name not in slow.seen
    assert kept(window)[0].startswith("all changes kept")
    assert [entry.label for entry in window.session.edits(9)] == [
        entry.label for entry in window.session.steps(9)
    ]
    assert len(window.session.edits(9)) == 3


def test_whoever_asks_for_the_file_waits_for_what_is_being_written(
    window: VisitWindow, visit_file: Path, slow: SlowDisk
) -> None:
    write(window, "one")
    slow.gate.set()
    assert len(window.session.edits(9)) == 1
    assert stored(visit_file) == "one"


def test_undo_on_a_slow_disk(
    window: VisitWindow, visit_file: Path, slow: SlowDisk, qtbot: QtBot
) -> None:
    before = stored(visit_file)
    write(window, "one")
    write(window, "two")
    window.session.undo()
    assert window.session.visit.by_id["p1"].text["en"] == "one"  # type: ignore[union-attr]
    slow.gate.set()
    window.session.undo()
    assert window.session.visit.by_id["p1"].text["en"] == before  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: window.session.waiting == 0, timeout=30_000)
    assert stored(visit_file) == before


def test_closing_on_a_slow_disk_writes_all(
    application: Application, window: VisitWindow, visit_file: Path, slow: SlowDisk
) -> None:
    for text in ("one", "two", "three"):
        write(window, text)
    slow.gate.set()
    window.close()
    assert window not in application.windows
    assert stored(visit_file) == "three"


def test_what_a_slow_disk_refuses_waits_and_is_told(
    window: VisitWindow, visit_file: Path, slow: SlowDisk, qtbot: QtBot
) -> None:
    room = full(window)
    write(window, LONG)
    write(window, "short")
    slow.gate.set()
    qtbot.waitUntil(lambda: "the disk is full" in shown(window), timeout=30_000)
    assert window.session.waiting == 2
    room()
    assert window.session.write()
    assert stored(visit_file) == "short"
