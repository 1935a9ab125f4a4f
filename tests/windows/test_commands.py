"""Every command that wine can run does on Windows what it does here; what wine cannot run is listed
with its reason.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lohum_brief.cli.commands import COMMANDS
from tests.windows.conftest import EDIT, HOLD, ROOT, Windows

pytestmark = pytest.mark.windows

TRIED = {
    "sample",
    "new",
    "packs",
    "export",
    "editions",
    "check",
    "reference",
    "import",
    "table",
    "dump",
    "load",
    "apply",
}
CANNOT = {
    "a pack with charts": "numpy calls crealf, which wine 8 lacks",
    "a workbook read": "calamine calls bcryptprimitives.dll, which wine 8 lacks",
    "the window": "Qt 6 calls icuuc.dll, which wine 8 lacks",
    "a console that is none of pipes": "wine has no window here to show one",
    "a share on the network that goes away": "there is no other computer",
    "a visit at a path of more than 260 characters": "GetFinalPathNameByHandle of wine 8 has no room",
    "255 letters of Hindi in a name": "the folders below wine count bytes, and it cuts what is more",
    "a scanner for viruses that holds each new file": "wine has none",
}
"""What cannot be tried here, and why."""


def linux(folder: Path, *words: str) -> bytes:
    """What this system's Python writes for a command."""
    command = [sys.executable, "-m", "lohum_brief", *words]
    done = subprocess.run(
        command,
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "LOHUM_LANG": "en"},
        capture_output=True,
        check=True,
    )
    return done.stdout


def test_no_command_is_passed_over() -> None:
    assert {command.name for command in COMMANDS} == TRIED


@pytest.mark.parametrize("what", CANNOT)
def test_what_wine_cannot_run(what: str) -> None:
    pytest.skip(f"{what}: {CANNOT[what]}")


@pytest.mark.parametrize(
    ("pack", "languages"), [("programme", "hi,en,ja"), ("delegates", "ja,en"), ("delegates", "hi")]
)
def test_a_pdf_is_byte_for_byte_that_of_linux(
    windows: Windows, visit: str, pack: str, languages: str
) -> None:
    done = windows.brief("export", visit, "--pack", pack, "--languages", languages, "-o", "w.pdf")
    assert (done.code, done.err) == (0, b"")
    linux(windows.folder, "export", visit, "--pack", pack, "--languages", languages, "-o", "l.pdf")
    assert (windows.folder / "w.pdf").read_bytes() == (windows.folder / "l.pdf").read_bytes()


def test_what_is_listed_checked_and_dumped_is_what_linux_says(windows: Windows, visit: str) -> None:
    for words in (
        ("packs", visit),
        ("packs", visit, "--json"),
        ("check", visit, "--all"),
        ("dump", visit),
        ("editions", visit),
    ):
        done = windows.brief(*words)
        assert done.code == 0
        assert done.out.decode() == linux(windows.folder, *words).decode()


def test_a_document_comes_back_unchanged(windows: Windows, visit: str) -> None:
    document = windows.brief("dump", visit).out
    (windows.folder / "v.json").write_bytes(document)
    assert windows.brief("load", "v.json", "again.lbrief").code == 0
    assert windows.brief("dump", "again.lbrief").out == document
    assert (
        windows.brief("load", "-", "piped.lbrief", stdin=document.replace(b"\n", b"\r\n")).code == 0
    )
    assert json.loads(windows.brief("dump", "piped.lbrief").out) == json.loads(document)


def test_a_new_visit_takes_reference_data_edits_and_lists(windows: Windows) -> None:
    assert (
        windows.brief("new", "n.lbrief", "--template", "signing", "--date", "2025-12-01").code == 0
    )
    assert windows.brief("reference", "n.lbrief").code == 0
    edits = [
        {"op": "set", "id": "visit", "field": "title.hi", "value": "लोहुम दौरा"},
        {"op": "set", "id": "visit", "field": "title.ja", "value": "ロフム訪問"},
    ]
    done = windows.brief("apply", "n.lbrief", stdin="\r\n".join(map(json.dumps, edits)).encode())
    assert (done.code, done.out) == (0, b"ok 1\nok 2\n")
    (windows.folder / "list.csv").write_bytes(
        "氏名,フリガナ,役職\r\n見本 太郎,ミホン タロウ,課長\r\n".encode("cp932")
    )
    done = windows.brief("import", "n.lbrief", "people", "list.csv", "--dry-run")
    assert "見本" in done.out.decode(), done.err.decode()
    assert windows.brief("table", "n.lbrief", "minerals", "-o", "minerals.csv").code == 0
    assert windows.brief("table", "n.lbrief", "minerals", "-o", "minerals.xlsx").code == 0
    done = windows.brief("import", "n.lbrief", "minerals", "minerals.csv", "--dry-run")
    assert b"0 added, 0 changed, 0 removed" in done.out


def test_an_edition_is_issued_listed_and_never_overwritten(windows: Windows, visit: str) -> None:
    issue = (
        "export",
        visit,
        "--pack",
        "programme",
        "--issue",
        "--for",
        "日本国大使館",
        "-o",
        "p.pdf",
    )
    assert windows.brief(*issue).code == 0
    assert "日本国大使館" in windows.brief("editions", visit, "--json").out.decode()
    again = windows.brief(*issue)
    assert again.code == 4
    assert b"it is edition 1" in again.err


def test_a_second_opener_reads_and_is_told_who_has_it(windows: Windows, visit: str) -> None:
    with windows.start(HOLD, visit) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline().strip() == b"mine"
        done = windows.brief(
            "apply", visit, stdin=b'{"op": "set", "id": "visit", "field": "title.en", "value": "X"}'
        )
        assert done.code == 4
        assert "has it open" in done.err.decode()
        assert windows.brief("packs", visit).code == 0
        holder.stdin.write(b"\n")
        holder.stdin.flush()
    assert (
        windows.brief(
            "apply", visit, stdin=b'{"op": "set", "id": "visit", "field": "title.en", "value": "X"}'
        ).code
        == 0
    )


def test_no_edit_that_was_acknowledged_is_lost_by_a_kill(windows: Windows, visit: str) -> None:
    for turn in range(4):
        with windows.start(EDIT, visit) as process:
            assert process.stdout is not None
            last = -1
            for _ in range(3 + 5 * turn):
                last = int(process.stdout.readline())
            windows.kill(process)
            last = max(
                [last, *(int(line) for line in process.stdout.read().split() if line.isdigit())]
            )
        title = json.loads(windows.brief("dump", visit).out)["records"][0]["title"]["en"]
        assert int(title.removeprefix("Visit ")) in (last, last + 1)
        assert windows.brief("check", visit).code == 0


WRITE = """
import sys
from pathlib import Path
from lohum_brief.release.writing import write
turn = 0
while True:
    write(Path(sys.argv[1]), (b"%06d" % turn) * 50_000)
    print(turn, flush=True)
    turn += 1
"""


def test_a_killed_writer_leaves_a_whole_file(windows: Windows) -> None:
    for turn in range(4):
        with windows.start(WRITE, "a.pdf") as process:
            assert process.stdout is not None
            for _ in range(1 + 3 * turn):
                process.stdout.readline()
            windows.kill(process)
        found = (windows.folder / "a.pdf").read_bytes()
        assert found == found[:6] * 50_000


def test_a_file_that_another_program_holds_is_refused_and_stays(
    windows: Windows, visit: str
) -> None:
    hold = (
        "import sys; held = open(sys.argv[1], 'rb'); print('held', flush=True); "
        "sys.stdin.readline()"
    )
    assert windows.brief("export", visit, "--pack", "programme", "-o", "p.pdf").code == 0
    before = (windows.folder / "p.pdf").read_bytes()
    with windows.start(hold, "p.pdf") as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        holder.stdout.readline()
        done = windows.brief(
            "export", visit, "--pack", "programme", "--languages", "ja", "-o", "p.pdf"
        )
        holder.stdin.write(b"\n")
        holder.stdin.flush()
    after = (windows.folder / "p.pdf").read_bytes()
    assert (done.code == 4 and after == before) or (done.code == 0 and after != before)
    assert [*windows.folder.glob(".lohum-*")] == []


NAMES = ["दौरा.lbrief", "訪問 2025.lbrief", "R&D (1).lbrief", "a" * 120 + ".lbrief", "über.lbrief"]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files_in_any_script_and_length(windows: Windows, name: str) -> None:
    assert windows.brief("sample", name).code == 0
    assert windows.brief("packs", name).code == 0
    assert (
        windows.brief(
            "export", name, "--pack", "programme", "--languages", "ja", "-o", f"{name[:60]}.pdf"
        ).code
        == 0
    )


@pytest.mark.parametrize(
    "name",
    [
        "CON",
        "con.lbrief",
        "NUL",
        "a" * 260 + ".lbrief",
        "trailing.",
        "trailing ",
        "a?b.lbrief",
        "a:b.lbrief",
    ],
)
def test_names_that_windows_does_not_have_are_refused_or_written_whole(
    windows: Windows, name: str
) -> None:
    done = windows.brief("sample", name)
    assert done.code in (0, 2, 4), done.err
    if done.code:
        assert done.err.startswith(b"lohum-brief: ")
    else:
        assert windows.brief("packs", name).code == 0


def test_a_long_path(windows: Windows, visit: str) -> None:
    folder = windows.folder
    for _ in range(6):
        folder /= "ordner-" + "x" * 50
    folder.mkdir(parents=True)
    relative = str(folder.relative_to(windows.folder)).replace("/", "\\")
    done = windows.brief("export", visit, "--pack", "programme", "-o", relative + "\\p.pdf")
    assert done.code in (0, 4), done.err
    assert (done.code == 0) == (folder / "p.pdf").exists()


def test_names_of_devices_are_given_another_name(windows: Windows, visit: str) -> None:
    record = {
        "kind": "pack",
        "id": "con",
        "audience": "guest",
        "title": {"en": "Card"},
        "form": "sheet",
        "languages": ["en"],
    }
    edit = {"op": "add", "record": {**record, "sections": ["sec:programme"]}}
    assert windows.brief("apply", visit, stdin=json.dumps(edit).encode()).code == 0
    linux(windows.folder, "packs", visit)
    done = windows.brief("export", visit, "--pack", "con", "-o", "_con.en.pdf")
    assert done.code == 0, done.err


@pytest.mark.parametrize("encoding", ["utf-8", "cp437", "cp932", "cp1252", "ascii"])
def test_every_code_page_of_a_console_gets_whole_lines(
    windows: Windows, visit: str, encoding: str
) -> None:
    windows.encoding = encoding
    for lang in ("hi", "en", "ja"):
        done = windows.brief("packs", visit, LOHUM_LANG=lang)
        assert done.code == 0
        assert done.out.count(b"\n") == 7
        if encoding == "utf-8":
            assert {"hi": "पाठक-वर्ग", "en": "Audience", "ja": "閲覧区分"}[lang] in done.out.decode()
        wrong = windows.brief("export", visit, "--pack", "nope", "-o", "x.pdf", LOHUM_LANG=lang)
        assert wrong.code == 2
        assert wrong.err.count(b"\n") == 1


def test_clocks_and_times_are_those_of_linux(windows: Windows, visit: str) -> None:
    done = windows.brief(
        "export",
        visit,
        "--pack",
        "programme",
        "-o",
        "t.pdf",
        SOURCE_DATE_EPOCH="1752000000",
        TZ="Asia/Tokyo",
    )
    assert done.code == 0
    assert (
        b"D:20250708" in (windows.folder / "t.pdf").read_bytes()
        or b"2025-07-08" in (windows.folder / "t.pdf").read_bytes()
    )
