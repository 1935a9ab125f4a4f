import os
import random
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lohum_brief.errors import SystemRefusedError
from lohum_brief.language.interface import say
from lohum_brief.refusals import why
from lohum_brief.release import writing
from lohum_brief.release.writing import write


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(params=["nameless", "named"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How a file is written where the system knows files without a name, and where it does not."""
    if request.param == "named":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    return str(request.param)


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
@pytest.mark.usefixtures("way")
def test_a_new_file_may_be_read_by_whom_the_umask_lets(
    tmp_path: Path, mask: int, mode: int
) -> None:
    before = os.umask(mask)
    try:
        write(tmp_path / "a.pdf", b"new")
        assert os.umask(mask) == mask, "the process has another umask now"
    finally:
        os.umask(before)
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == mode
    assert names(tmp_path) == ["a.pdf"]


@pytest.mark.usefixtures("way")
def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "a.pdf").chmod(0o644)
    write(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o644


def test_a_symbolic_link_stays_and_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link.pdf").symlink_to("there/real.pdf")
    write(tmp_path / "link.pdf", b"first")
    write(tmp_path / "link.pdf", b"second")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "there/real.pdf").read_bytes() == b"second"


def test_a_name_as_long_as_names_may_be_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    write(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    "name", ["folder", "pipe", "protected.pdf", "nowhere/a.pdf", "file/a.pdf", "y" * 256]
)
def test_what_cannot_be_written_is_refused_by_name_and_left_alone(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "protected.pdf").write_bytes(b"old")
    (tmp_path / "protected.pdf").chmod(0o444)
    before = names(tmp_path)
    with pytest.raises(SystemRefusedError, match=name):
        write(tmp_path / name, b"new")
    assert names(tmp_path) == before
    assert (tmp_path / "protected.pdf").read_bytes() == b"old"


def test_a_device_is_refused() -> None:
    with pytest.raises(SystemRefusedError, match="/dev/null: it is not an ordinary file"):
        write(Path("/dev/null"), b"new")
    assert not Path("/dev/null").is_file()


def test_when_the_rename_fails_the_old_file_stays_and_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")

    def refuse(_source: object, _target: object) -> None:
        raise PermissionError(13, "held by another program")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(
        SystemRefusedError, match=r"a\.pdf: the system does not permit it.* open elsewhere"
    ):
        write(tmp_path / "a.pdf", b"new")
    assert names(tmp_path) == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


LIMITED = """
import resource, sys
from pathlib import Path
from lohum_brief.errors import SystemRefusedError
from lohum_brief.release.writing import write
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    write(Path(sys.argv[1]), b"n" * 100_000)
except SystemRefusedError as error:
    print(error)
"""


def test_when_the_file_cannot_grow_the_old_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    said = subprocess.run(
        [sys.executable, "-c", LIMITED, path], capture_output=True, text=True, check=True
    )
    assert said.stdout == f"Cannot write {path}: the file becomes larger than the system allows.\n"
    assert said.stderr == ""
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


def test_a_full_disk_is_said_in_words() -> None:
    assert (
        say(why(OSError(28, "No space left on device")))
        == "the disk is full; free some space and try again"
    )


WRITING = """
import sys
from pathlib import Path
from lohum_brief.release.writing import write
turn = 0
print("go", flush=True)
while True:
    write(Path(sys.argv[1]), (b"%06d" % turn) * 50_000)
    turn += 1
"""


def test_a_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    rng = random.Random(7)
    path = tmp_path / "a.pdf"
    seen = set()
    for _ in range(15):
        write(path, b"before" * 50_000)
        with subprocess.Popen(
            [sys.executable, "-c", WRITING, path], stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"go\n"
            with pytest.raises(subprocess.TimeoutExpired):
                child.wait(rng.uniform(0.0, 0.03))
            child.send_signal(signal.SIGKILL)
        found = path.read_bytes()
        assert found == found[:6] * 50_000
        seen.add(found[:6])
    assert len(seen) > 1, "no writer came far enough to write anything"


STOPPED = """
import os, sys, time
from pathlib import Path
from lohum_brief.release import writing
if sys.argv[2] == "named":
    del os.O_TMPFILE
def stop(_handle):
    print("written", flush=True)
    time.sleep(60)
os.fsync = stop
writing.write(Path(sys.argv[1]), b"the principal's pack" * 1000)
"""


def _killed_while_writing(path: Path, way: str) -> None:
    command = [sys.executable, "-c", STOPPED, str(path), way]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"written\n"
        child.kill()


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="only Linux knows files without a name")
def test_a_killed_writer_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    _killed_while_writing(tmp_path / "a.pdf", "nameless")
    assert names(tmp_path) == []


def test_what_a_killed_writer_left_goes_with_the_next_export_into_the_folder(
    tmp_path: Path,
) -> None:
    _killed_while_writing(tmp_path / "a.pdf", "named")
    assert len(names(tmp_path)) == 1
    write(tmp_path / "b.pdf", b"new")
    assert names(tmp_path) == ["b.pdf"]


def test_what_is_being_written_elsewhere_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / f"{writing._unfinished(os.getpid())}{'0' * 16}.tmp"
    others = tmp_path / f".lohum-ffffff-{2**22 + 1}-{'0' * 16}.tmp"
    no_export = tmp_path / ".lohum-notes.tmp"
    for path in (mine, others, no_export):
        path.write_bytes(b"x")
    write(tmp_path / "b.pdf", b"new")
    assert {mine.name, others.name, no_export.name} <= {*names(tmp_path)}
    os.utime(others, (0, 0))
    write(tmp_path / "b.pdf", b"newer")
    assert others.name not in names(tmp_path)
