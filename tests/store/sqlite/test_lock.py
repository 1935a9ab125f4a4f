"""The lock names its holder, dies with it, and decides by its text where the system cannot lock."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from lohum_brief.language.interface import say
from lohum_brief.store.sqlite import lock
from lohum_brief.store.sqlite.lock import Holder, Lock, acquire
from lohum_brief.store.sqlite.store import FileStore

pytestmark = pytest.mark.skipif(os.name == "nt", reason="flock is tested here")


def test_one_holds_it_and_the_next_is_told_who(path: Path) -> None:
    first = acquire(path, "आशा")
    assert isinstance(first, Lock)
    second = acquire(path, "kenji")
    assert isinstance(second, Holder)
    assert (second.user, second.process) == ("आशा", os.getpid())
    first.release()
    assert not lock.file_of(path).exists()
    third = acquire(path, "kenji")
    assert isinstance(third, Lock)
    third.release()


def test_a_system_without_the_flags_of_others_locks_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows has none of the first two, and nothing else has the third."""
    for flag in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"):
        monkeypatch.delattr(os, flag, raising=False)
    first = acquire(path, "आशा")
    assert isinstance(first, Lock)
    assert isinstance(acquire(path, "kenji"), Holder)
    first.release()


def test_a_killed_holder_blocks_nobody(path: Path) -> None:
    script = """
import pathlib, sys
from lohum_brief.store.sqlite.lock import acquire
held = acquire(pathlib.Path(sys.argv[1]), "dead")
print("held", flush=True)
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", script, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == b"held\n"
        held = acquire(path, "kenji")
        assert isinstance(held, Holder)
        assert (held.user, held.process) == ("dead", child.pid)
        child.kill()
    assert lock.file_of(path).exists()
    mine = acquire(path, "kenji")
    assert isinstance(mine, Lock)
    mine.release()


@pytest.mark.parametrize("text", [b"", b"{", b"\xff", b"[]", b'{"user": 5}', b"x" * 100_000])
def test_what_stands_in_a_lock_file_can_be_anything(path: Path, text: bytes) -> None:
    lock.file_of(path).write_bytes(text)
    held = acquire(path, "asha")
    assert isinstance(held, Lock)
    lock.file_of(path).write_bytes(text)
    other = acquire(path, "kenji")
    assert isinstance(other, Holder)
    assert say(other.told).isprintable()
    held.release()


def test_the_name_of_a_holder_cannot_break_the_message() -> None:
    assert str(Holder("a\n\x1b[2J" + "b" * 1000, "h\u202e", 1, "s")).isprintable()


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network share that cannot lock."""

    def refuse(_descriptor: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)


@pytest.mark.usefixtures("no_locks")
@pytest.mark.parametrize(
    ("host", "process", "free"),
    [
        (None, 0, False),
        (None, 2**22 + 1, True),
        ("elsewhere", 2**22 + 1, False),
        ("elsewhere", -1, True),
    ],
)
def test_where_the_system_cannot_lock_the_text_decides(
    path: Path, host: str | None, process: int, free: bool
) -> None:
    holder = Holder(
        "asha", host or os.uname().nodename, process or os.getpid(), "2025-07-09T16:30:00Z"
    )
    lock.file_of(path).write_bytes(msgspec.json.encode(holder))
    found = acquire(path, "kenji")
    assert isinstance(found, Lock) == free
    if isinstance(found, Lock):
        found.release()


def test_a_folder_that_may_not_be_written_gives_a_visit_to_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(lock, "_opened", refuse)
    with FileStore(path).open() as opened:
        assert opened.read_only
        assert "the system does not permit it" in say(opened.reason)


def test_a_planted_link_is_not_followed(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    lock.file_of(path).symlink_to(victim)
    with FileStore(path).open() as opened:
        assert opened.read_only
    assert victim.read_text() == "mine"


@pytest.mark.parametrize(
    ("since", "said"), [("2026-11-25T17:22:26Z", "2026-11-25 22:52"), ("?", "?")]
)
def test_since_when_is_told_in_local_time(
    since: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    time.tzset()
    try:
        assert f"since {said})" in say(Holder(since=since).told)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_lock_whose_folder_has_gone_is_given_back_without_a_word(path: Path) -> None:
    held = acquire(path, "kenji")
    assert isinstance(held, Lock)
    os.close(
        held._file.fileno()
    )  # as good as a share that has gone: nothing works with it any more
    held.release()
    held.release()
    lock.clear_own(path)
    assert not lock.file_of(path).exists()


def test_a_lock_of_somebody_else_is_not_cleared_away_with_ours(path: Path) -> None:
    first = acquire(path, "kenji")
    assert isinstance(first, Lock)
    place = lock.file_of(path)
    place.unlink()  # the folder that came back is another one
    place.write_bytes(msgspec.json.encode(Holder("आशा", "elsewhere", 1, "2025-07-08T00:00:00Z")))
    first.release()
    lock.clear_own(path)
    assert place.exists()


@pytest.mark.parametrize(
    "make", [os.mkfifo, os.mkdir, lambda place: place.symlink_to("/etc/hostname")]
)
def test_a_planted_lock_is_named_to_be_removed(path: Path, make: Callable[[Path], object]) -> None:
    make(lock.file_of(path))
    with FileStore(path).open() as opened:
        assert opened.read_only
        assert f"{lock.file_of(path).name} beside it is no ordinary file" in say(opened.reason)
        assert "remove it" in say(opened.reason)
