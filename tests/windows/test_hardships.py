"""What offices do to files: odd names, long paths, two programs at once, kills, other encodings."""

import json
from pathlib import Path

import pytest

from tests.windows.conftest import EDIT, HOLD, Windows, as_windows

pytestmark = pytest.mark.windows

RENAME = b'{"op": "set", "id": "visit", "field": "title.en", "value": "%s"}\n'


def title(windows: Windows, visit: str) -> str:
    document = json.loads(windows.brief("dump", visit).out)
    return str(document["records"][0]["title"]["en"])


def left(folder: Path) -> set[str]:
    """The files of a folder, but those of wine and of the program's own settings."""
    return {path.name for path in folder.iterdir() if path.is_file()}


OUTPUTS = [
    "CON.pdf", "aux.pdf", "COM1.pdf", "nul", "trailing.pdf.", "trailing.pdf ", "a:b.pdf", "a?b.pdf",
    "a|b.pdf", " .pdf", "..pdf", "यात्रा कार्यक्रम 訪問.pdf",
    "a" * 251 + ".pdf", "a" * 252 + ".pdf", "द" * 80 + ".pdf",
]  # fmt: skip


@pytest.mark.parametrize("name", OUTPUTS, ids=lambda name: f"{name[:12]!r} {len(name)}")
def test_a_paper_is_written_whole_under_its_name_or_refused_with_a_reason(
    windows: Windows, visit: str, name: str
) -> None:
    before = left(windows.folder)
    done = windows.brief("export", visit, "--pack", "programme", "--languages", "en", "-o", name)
    new = left(windows.folder) - before
    assert done.code in (0, 2, 4), done.err
    if done.code:
        assert new == set()
        assert done.err.startswith(b"lohum-brief: ")
        assert done.err.count(b"\n") <= 2
    else:
        (made,) = new
        assert made == name.rstrip(". ") or made == name
        written = (windows.folder / made).read_bytes()
        assert written.startswith(b"%PDF-")
        assert written.rstrip().endswith(b"%%EOF")


KNOWN = ("a" * 232 + ".lbrief", "द" * 75 + ".lbrief", "यात्रा 2025 (मसौदा).lbrief")
ODD = ("a" * 248 + ".lbrief", "a" * 249 + ".lbrief", "PRN.lbrief", "lpt1", "v.", "v ")


@pytest.mark.parametrize("name", KNOWN + ODD, ids=lambda name: f"{name[:12]!r} {len(name)}")
def test_a_visit_whose_name_can_be_had_can_be_edited_and_any_other_is_refused(
    windows: Windows, name: str
) -> None:
    """SQLite and the lock put files beside it with longer names; 260 is all that a path may have."""
    done = windows.brief("sample", name)
    assert done.code in ((0,) if name in KNOWN else (0, 2, 4)), done.err
    if done.code:
        assert left(windows.folder) == set()
        assert done.err.startswith(b"lohum-brief: ")
        return
    done = windows.brief("apply", name, stdin=RENAME % b"Renamed")
    if done.code == 4 and len(as_windows(windows.folder / name)) > 260:
        assert done.err.startswith(b"lohum-brief: ")  # wine's own limit
        return
    assert done.code == 0, done.err
    assert title(windows, name) == "Renamed"


def test_a_name_in_capitals_is_the_same_file(windows: Windows, visit: str) -> None:
    assert windows.brief("apply", visit.upper(), stdin=RENAME % b"Renamed").code == 0
    assert title(windows, visit) == "Renamed"
    done = windows.brief("sample", visit.upper())
    assert done.code in (2, 4)
    assert {name.lower() for name in left(windows.folder)} == {visit}
    with windows.start(HOLD, visit.upper()) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline().strip() == b"mine"
        assert windows.brief("apply", visit, stdin=RENAME % b"Another").code == 4
        holder.stdin.write(b"\n")
        holder.stdin.flush()


def test_a_path_of_more_than_260_characters(windows: Windows, visit: str) -> None:
    """Papers and tables go there whole; a visit too, or it is refused and leaves nothing."""
    folder = windows.folder
    for number in range(6):
        folder /= f"यात्रा-{number}-" + "x" * 45
    folder.mkdir(parents=True)
    inside = str(folder.relative_to(windows.folder)).replace("/", "\\")
    assert len(as_windows(folder)) > 300
    for words, name in (
        (("export", visit, "--pack", "programme", "--languages", "hi", "-o"), "p.pdf"),
        (("table", visit, "people", "-o"), "people.csv"),
        (("sample",), "v.lbrief"),
    ):
        done = windows.brief(*words, f"{inside}\\{name}")
        assert done.code in (0, 4), done.err
        if done.code:
            assert done.err.startswith(b"lohum-brief: ")
            assert not (folder / name).exists()
        else:
            assert (folder / name).stat().st_size > 1000
    assert {path.name for path in folder.iterdir()} <= {"p.pdf", "people.csv", "v.lbrief"}


def test_a_holder_that_was_killed_blocks_nobody(windows: Windows, visit: str) -> None:
    with windows.start(HOLD, visit) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"mine"
        windows.kill(holder)
    done = windows.brief("apply", visit, stdin=RENAME % b"After")
    assert done.code == 0, done.err
    assert title(windows, visit) == "After"


def test_a_visit_that_somebody_has_open_is_not_replaced(windows: Windows, visit: str) -> None:
    document = windows.brief("dump", visit).out
    (windows.folder / "v.json").write_bytes(document)
    with windows.start(HOLD, visit) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        holder.stdout.readline()
        for words in (
            ("load", "v.json", visit, "--force"),
            ("sample", visit, "--force"),
            ("new", visit, "--force"),
        ):
            done = windows.brief(*words)
            assert done.code == 4
            assert "has it open" in done.err.decode()
        assert windows.brief("sample", visit).code in (
            2,
            4,
        )  # it is there, and nobody said that it may go
        holder.stdin.write(b"\n")
        holder.stdin.flush()
    assert windows.brief("dump", visit).out == document


def test_of_two_that_edit_at_once_each_is_obeyed_or_told(windows: Windows, visit: str) -> None:
    with windows.start(EDIT, visit) as one:
        assert one.stdout is not None
        one.stdout.readline()
        done = windows.brief("apply", visit, stdin=RENAME % b"Another")
        assert done.code == 4
        assert "has it open" in done.err.decode()
        number = int(one.stdout.readline())
        windows.kill(one)
    assert int(title(windows, visit).removeprefix("Visit ")) >= number


LOAD = """
import sys
from pathlib import Path
from lohum_brief.store.sqlite.creating import create
from lohum_brief.visit.document import decode
visit = decode(Path("v.json").read_bytes(), "v.json")
turn = 0
while True:
    create(Path(sys.argv[1]).resolve(), visit, overwrite=True)
    print(turn, flush=True)
    turn += 1
"""


def test_a_visit_whose_replacement_is_killed_is_the_old_one_or_the_new_one(
    windows: Windows, visit: str
) -> None:
    document = windows.brief("dump", visit).out
    (windows.folder / "v.json").write_bytes(document)
    for turn in range(3):
        with windows.start(LOAD, visit) as process:
            assert process.stdout is not None
            for _ in range(1 + 2 * turn):
                process.stdout.readline()
            windows.kill(process)
        assert windows.brief("dump", visit).out == document
        assert windows.brief("apply", visit, stdin=RENAME % b"Mine").code == 0
        assert windows.brief("load", "v.json", visit, "--force").code == 0


def test_a_paper_that_may_not_be_written_over_stays(windows: Windows, visit: str) -> None:
    paper = windows.folder / "p.pdf"
    paper.write_bytes(b"kept")
    paper.chmod(0o444)
    done = windows.brief("export", visit, "--pack", "programme", "--languages", "ja", "-o", "p.pdf")
    after = paper.read_bytes()
    assert (done.code == 4 and after == b"kept") or (done.code == 0 and after.startswith(b"%PDF-"))
    assert [*windows.folder.glob(".lohum-*")] == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp932"])
def test_a_list_in_the_encodings_of_windows_is_read(windows: Windows, encoding: str) -> None:
    assert windows.brief("new", "n.lbrief").code == 0
    cells = [["氏名", "フリガナ", "役職"], ["見本 太郎", "ミホン タロウ", "課長"]]
    joint = "\t" if encoding == "utf-16" else ","  # as Excel writes "Unicode text"
    (windows.folder / "list.csv").write_bytes(
        "".join(joint.join(row) + "\r\n" for row in cells).encode(encoding)
    )
    done = windows.brief("import", "n.lbrief", "people", "list.csv", "--dry-run")
    assert "見本" in done.out.decode(), done.err.decode()


def test_a_document_that_a_console_has_recoded_is_read_or_refused_whole(
    windows: Windows, visit: str
) -> None:
    document = windows.brief("dump", visit).out
    for encoding, codes in (("utf-8-sig", {0}), ("utf-16", {0, 3})):
        (windows.folder / "v.json").write_bytes(
            document.decode().replace("\n", "\r\n").encode(encoding)
        )
        done = windows.brief("load", "v.json", f"{encoding}.lbrief")
        assert done.code in codes, done.err
        if done.code:
            assert done.err.startswith(b"lohum-brief: ")
            assert not (windows.folder / f"{encoding}.lbrief").exists()
        else:
            assert json.loads(windows.brief("dump", f"{encoding}.lbrief").out) == json.loads(
                document
            )


WORDS = {"hi": "पाठक-वर्ग", "en": "Audience", "ja": "閲覧区分"}


@pytest.mark.parametrize("encoding", ["cp65001", "cp932", "cp850", "mbcs"])
def test_a_console_that_has_the_letters_of_a_language_shows_them(
    windows: Windows, visit: str, encoding: str
) -> None:
    windows.encoding = encoding
    known = "utf-8" if encoding == "cp65001" else "cp1252" if encoding == "mbcs" else encoding
    for lang, word in WORDS.items():
        done = windows.brief("packs", visit, LOHUM_LANG=lang)
        assert done.code == 0
        assert done.out.count(b"\n") == 7
        if word.encode(known, "ignore").decode(known) == word:
            assert word in done.out.decode(known)
