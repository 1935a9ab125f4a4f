"""What was acknowledged is on the disk, whatever kills the program or fills the disk."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lohum_brief.errors import SystemRefusedError
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.store.sqlite.writing import flush_folder
from lohum_brief.visit import edit
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


@pytest.mark.skipif(os.name == "nt", reason="Windows puts a folder's names on the disk by itself")
def test_a_folder_that_was_flushed_is_let_go(tmp_path: Path) -> None:
    """Else the system would give no more descriptors to a session that saves for days."""

    def next_free() -> int:
        descriptor = os.open(tmp_path, os.O_RDONLY)
        os.close(descriptor)
        return descriptor

    before = next_free()
    flush_folder(tmp_path)
    assert next_free() == before


NURSE = """
import os, pathlib, sys
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit
path = pathlib.Path(sys.argv[1])
for _ in sys.stdin:
    child = os.fork()
    if not child:
        with FileStore(path).open() as opened:
            os.write(1, b"pid %d\\n" % os.getpid())
            turn = 1 + int(opened.visit.by_id["n-1"].text.en.rpartition(" ")[2])
            while True:
                opened.commit(edit.set_field(opened.visit, "n-1", "text.en", f"turn {turn}"))
                os.write(1, b"ok %d\\n" % turn)
                opened.commit(edit.move(opened.visit, "n-2", "n-%d" % (turn % 2 * 4)))
                turn += 1
    os.waitpid(child, 0)
    os.write(1, b"gone 0\\n")
"""
"""For each line on standard input, a child that edits until it is killed. It says `ok N` after edit
N.
"""


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="children are forked, to save the start of 50 interpreters"
)
def test_no_acknowledged_edit_is_lost_by_fifty_kills(path: Path, visit: Visit) -> None:
    FileStore(path).create(visit_with_turn(visit), overwrite=True)
    chance = random.Random(50)
    interrupted = 0
    with subprocess.Popen(
        [sys.executable, "-c", NURSE, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as nurse:
        for _ in range(50):
            child = heard(nurse, b"pid")
            for _ in range(chance.randrange(1, 5)):
                acknowledged = heard(nurse, b"ok")
            spin(chance.random() * 0.008)
            os.kill(child, signal.SIGKILL)
            FileStore(path).read()  # while it may still be dying
            while word := said(nurse, b"ok", b"gone"):
                acknowledged = word
            interrupted += path.with_name(path.name + "-journal").exists()
            found = FileStore(path).read()
            assert len(found) == len(visit)
            assert int(found.by_id["n-1"].text["en"].split()[1]) >= acknowledged  # type: ignore[union-attr]
            assert FileStore(path).damage() == []
        nurse.communicate()
    assert interrupted > 0


def heard(nurse: "subprocess.Popen[bytes]", word: bytes) -> int:
    """The number on the next line, which must begin with that word. A new child is asked for by
    `pid`.
    """
    assert nurse.stdin
    if word == b"pid":
        nurse.stdin.write(b"next\n")
        nurse.stdin.flush()
    return said(nurse, word)


def said(nurse: "subprocess.Popen[bytes]", *words: bytes) -> int:
    """The number on the next line, which must begin with one of the words."""
    assert nurse.stdout
    word, number = nurse.stdout.readline().split()
    assert word in words
    return int(number)


def visit_with_turn(visit: Visit) -> Visit:
    """The visit with `turn 0` where the children count."""
    return edit.apply(visit, edit.set_field(visit, "n-1", "text.en", "turn 0"))


def spin(seconds: float) -> None:
    """Wait busily, so that the kill comes at any moment of an edit."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def test_a_full_disk_leaves_the_old_state_and_says_so(path: Path, visit: Visit) -> None:
    with FileStore(path).open() as opened:
        opened._connection.execute("PRAGMA max_page_count = 1")  # as many as there are
        large = edit.set_field(visit, "n-1", "text", {"en": "x" * 20_000, "ja": "鉄" * 20_000})
        with pytest.raises(
            SystemRefusedError, match=r"visit\.lbrief: the disk is full; .*Nothing was changed"
        ):
            opened.commit(large)
        assert opened.visit == visit
        assert opened.journal(1) == []
        with pytest.raises(SystemRefusedError, match="the disk is full"):
            opened.put_asset(bytes(100_000), "image/png")
        opened._connection.execute("PRAGMA max_page_count = 100000")
        after = opened.commit(large)
    assert FileStore(path).read() == after


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_a_write_that_the_system_refuses_leaves_the_old_state(
    path: Path, visit: Visit, tmp_path: Path
) -> None:
    import resource

    large = edit.set_field(visit, "n-1", "text", {"en": "x" * 20_000, "ja": "鉄" * 20_000})
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with FileStore(path).open() as opened:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, limits[1]))
        try:
            with pytest.raises(SystemRefusedError, match=r"^visit\.lbrief: .* Nothing was changed"):
                opened.commit(large)
            resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
            with pytest.raises(SystemRefusedError, match=r"^copy\.lbrief: "):
                opened.save_copy(FileStore(tmp_path / "copy.lbrief"))
            with pytest.raises(SystemRefusedError, match=r"^new\.lbrief: "):
                FileStore(tmp_path / "new.lbrief").create(edit.apply(visit, large))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert opened.visit == visit
        after = opened.commit(large)
    assert FileStore(path).read() == after
    assert os.listdir(tmp_path) == [path.name]


def test_writing_a_new_file_over_an_old_one_is_all_or_nothing(
    path: Path, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lohum_brief.store.sqlite.writing.flush", crash)
    with pytest.raises(KeyboardInterrupt):
        FileStore(path).create(Visit(visit.records[:1]), overwrite=True)
    assert FileStore(path).read() == visit
    assert os.listdir(path.parent) == [path.name]


def test_a_long_text_survives(path: Path, visit: Visit) -> None:
    text = Text(hi="क्ष" * 6000, ja="𠮷" * 20_000)
    with FileStore(path).open() as opened:
        opened.commit(edit.set_field(visit, "n-1", "text", {"hi": text["hi"], "ja": text["ja"]}))
    assert FileStore(path).read().by_id["n-1"].text == text  # type: ignore[union-attr]
