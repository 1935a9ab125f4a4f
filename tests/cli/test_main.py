"""What holds for every command: help, versions, how each trouble ends, and the program as a process
of its own.
"""

import gc
import os
import subprocess
import sys
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest

from lohum_brief import __version__
from lohum_brief.cli import files
from lohum_brief.cli.commands import COMMANDS
from lohum_brief.language import sentences
from lohum_brief.language.interface import use
from tests.cli.conftest import Run


def process(*words: object, stdin: bytes = b"", **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "lohum_brief", *map(str, words)],
        input=stdin,
        capture_output=True,
        check=False,
        **more,
    )


def test_without_a_display_there_is_no_window_and_it_says_what_works(
    run: Run, visit_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    for words in ((), (visit_file,)):
        ran = run(*words)
        assert ran.code == 4
        assert "There is no display" in ran.err
        assert "lohum-brief --help" in ran.err


def test_version_and_help(run: Run) -> None:
    assert run("--version") == (0, f"lohum-brief {__version__}\n", "")
    text = run("--help").out
    for command in COMMANDS:
        assert f"  {command.name} " in text
        assert run(command.name, "--help").out.startswith(f"Usage: lohum-brief {command.name} ")


def test_help_speaks_the_language_of_the_interface(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Starred(NullTranslations):
        def gettext(self, message: str) -> str:
            return f"* {message}"

    monkeypatch.setattr(sentences, "_lenient", lambda _lang: Starred())
    use("ja")
    for words in ((), *((command.name,) for command in COMMANDS)):
        for paragraph in run(*words, "--help").out.split("\n\n"):
            assert paragraph.startswith(("* ", "  ", "lohum-brief ")), paragraph


@pytest.mark.parametrize(
    ("word", "hint"), [("exprot", "export"), ("--pack", ""), ("x\x1b[2J\ny", "")]
)
def test_what_is_no_command_is_used_wrongly(run: Run, word: str, hint: str) -> None:
    ran = run(word)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err
    assert hint in ran.err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (
            PermissionError(13, "Permission denied", "secret.lbrief"),
            4,
            "secret.lbrief: the system does not permit it",
        ),
        (OSError(28, "No space left on device"), 4, "the disk is full"),
        (MemoryError(), 4, "not enough memory"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_every_trouble_is_one_line_and_an_exit_code(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    def fail(_arguments: object) -> int:
        raise error

    monkeypatch.setattr(files, "dump", fail)
    ran = run("dump", "x")
    assert ran.code == code
    assert said in ran.err
    assert ran.err.count("\n") == (1 if said else 0)


@pytest.mark.parametrize("error", [RuntimeError("a bug"), RecursionError("too deep")])
def test_a_bug_leaves_a_report_and_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(_arguments: object) -> int:
        raise error

    monkeypatch.setattr(files, "dump", fail)
    ran = run("dump", "x")
    assert ran.code == 70
    assert ran.err.startswith("lohum-brief: Internal error; please send the report ")
    report = Path(ran.err.partition("the report ")[2].partition(" to the makers")[0])
    assert str(error) in report.read_text("utf-8")


def test_a_bug_is_told_even_where_no_report_can_be_written(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(_arguments: object) -> int:
        raise RuntimeError("a bug")

    (tmp_path / "file").write_bytes(b"")
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "file"))
    monkeypatch.setattr(files, "dump", fail)
    assert run("dump", "x") == (70, "", "lohum-brief: Internal error: RuntimeError.\n")


def test_garbage_is_collected_again_after_a_command(run: Run) -> None:
    assert gc.isenabled()
    run("--version")
    assert gc.isenabled()


def test_as_a_process(tmp_path: Path) -> None:
    done = process("new", tmp_path / "a.lbrief")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    wrong = process("dump", tmp_path / "b.lbrief")
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert (
        wrong.stderr.decode()
        == f"lohum-brief: There is no file {tmp_path / 'b.lbrief'}; check its name.\n"
    )


def test_a_reader_that_has_enough_is_no_trouble(visit_file: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [sys.executable, "-m", "lohum_brief", "dump", visit_file],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_a_full_disk_behind_standard_output_is_said(visit_file: Path) -> None:
    for words in (("dump", visit_file), ("packs", visit_file), ("--help",)):
        with Path("/dev/full").open("wb") as full:
            ran = subprocess.run(
                [sys.executable, "-m", "lohum_brief", *words],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert ran.returncode == 4
        assert ran.stderr.decode() == (
            "lohum-brief: The system refused: the disk is full; free some space and try again.\n"
        )


def test_a_console_without_our_letters_gets_codes(visit_file: Path) -> None:
    ran = process(
        "packs", visit_file, env={**os.environ, "PYTHONIOENCODING": "ascii", "LOHUM_LANG": "ja"}
    )
    assert ran.returncode == 0
    assert rb"\u6765\u8cd3" in ran.stdout


def test_nothing_of_qt_and_nothing_heavy_is_loaded_for_a_list_of_packs(visit_file: Path) -> None:
    code = (
        "import sys; from lohum_brief.cli import main; main(['packs', sys.argv[1], '--json']);"
        "heavy = "
        "{'PySide6', 'reportlab', 'uharfbuzz', 'pikepdf', 'pandas', 'matplotlib', 'babel', 'argparse'};"
        "sys.exit(str(heavy & sys.modules.keys()) if heavy & sys.modules.keys() else 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code, visit_file], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_read_loads_nothing_that_only_edits_need(visit_file: Path) -> None:
    """Each of these costs every cold export milliseconds."""
    code = (
        "import sys; from lohum_brief.cli import main; main(['packs', sys.argv[1], '--json']);"
        "idle = {'tempfile', 'shutil', 'secrets', 'getpass',"
        " 'lohum_brief.store.sqlite.open_file', 'lohum_brief.store.sqlite.backup', "
        "'lohum_brief.visit.edit'};"
        "sys.exit(str(idle & sys.modules.keys()) if idle & sys.modules.keys() else 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code, visit_file], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
