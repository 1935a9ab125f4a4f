import json
import os
import re
import resource
import sys
from pathlib import Path
from typing import Any

import pytest

from lohum_brief.cli import pack_files
from lohum_brief.release.output import Rendered
from lohum_brief.store.locate import store_at
from lohum_brief.visit.edit import set_field
from lohum_brief.visit.records import Pack, Person
from lohum_brief.visit.visit import Visit
from tests.cli.conftest import Run, document
from tests.packs.conftest import pack, small
from tests.typeset.test_images import photo

Renderings = list[tuple[Visit, Pack, int | None]]


def test_a_pack_is_written_as_the_visit_says(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    out = tmp_path / "out.pdf"
    assert run("export", visit_file, "--pack", "hosts", "-o", out) == (0, "", "")
    assert out.read_bytes() == b"%PDF hosts host"
    [(visit, pack, _created)] = renderings
    assert pack == visit.by_id["hosts"]


def test_the_command_line_overrides_the_pack(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    words = (
        "--languages",
        "ja,hi",
        "--layout",
        "facing",
        "--audience",
        "public",
        "-o",
        tmp_path / "out.pdf",
    )
    assert run("export", visit_file, "--pack", "hosts", *words).code == 0
    [(_visit, pack, _created)] = renderings
    assert (pack.languages, pack.layout, pack.audience) == (("ja", "hi"), "facing", "public")


def test_a_higher_audience_is_possible_when_asked_for(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    words = ("--pack", "guests", "--audience", "principal", "-o", tmp_path / "out.pdf")
    assert run("export", visit_file, *words).code == 0
    assert renderings[0][1].audience == "principal"


@pytest.mark.parametrize(
    ("epoch", "created"), [(None, None), ("", None), ("0", 0), ("1752105600", 1752105600)]
)
def test_the_time_is_the_one_of_source_date_epoch_or_none(
    run: Run,
    visit_file: Path,
    tmp_path: Path,
    renderings: Renderings,
    monkeypatch: pytest.MonkeyPatch,
    epoch: str | None,
    created: int | None,
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert run("export", visit_file, "--pack", "guests", "-o", tmp_path / "out.pdf").code == 0
    assert renderings[0][2] == created


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "1.5", "१२", "9" * 5000, "253402300800"])
def test_a_source_date_epoch_that_is_no_time_is_refused(
    run: Run, visit_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ran = run("export", visit_file, "--pack", "guests", "-o", tmp_path / "out.pdf")
    assert ran.code == 2
    assert "SOURCE_DATE_EPOCH" in ran.err


def test_all_packs_go_to_a_folder_and_are_told_in_a_table(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    ran = run("export", visit_file, "--all", "-o", tmp_path / "packs")
    assert ran.code == 0
    head, *rows = (re.split(r" {2,}", line.strip()) for line in ran.out.splitlines())
    assert head == ["File", "Languages", "Audience", "Number of pages", "Seconds"]
    assert [row[:4] for row in rows] == [
        [f"{tmp_path}/packs/guests.hi-en-ja.pdf", "hi,en,ja", "guest", "3"],
        [f"{tmp_path}/packs/hosts.hi-en.pdf", "hi,en", "host", "3"],
    ]
    assert sorted(path.name for path in (tmp_path / "packs").iterdir()) == [
        "guests.hi-en-ja.pdf",
        "hosts.hi-en.pdf",
    ]
    assert len(renderings) == 2


def test_all_packs_in_another_language_and_layout_over_the_older_ones(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "guests.ja.pdf").write_bytes(b"old")
    assert (
        run(
            "export",
            visit_file,
            "--all",
            "--languages",
            "ja",
            "--layout",
            "facing",
            "-o",
            tmp_path / "packs",
        ).code
        == 0
    )
    assert {(pack.languages, pack.layout) for _visit, pack, _created in renderings} == {
        (("ja",), "facing")
    }
    assert (tmp_path / "packs" / "guests.ja.pdf").read_bytes() == b"%PDF guests guest"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("-o out.pdf", "--pack ID, or --all"),
        ("--pack guests --all -o out.pdf", "--pack ID, or --all"),
        ("--pack guests", "-o where"),
        ("--pack nobody -o out.pdf", "There is no pack nobody; there are: guests, hosts."),
        ("--pack aims -o out.pdf", "There is no pack aims; there are: guests, hosts."),
        ("--pack guests --languages hi,fr -o out.pdf", "“fr” is no language; there are hi, en, ja"),
        ("--pack guests --languages= -o out.pdf", "“” is no language"),
        ("--pack guests --languages hi,,ja -o out.pdf", "“” is no language"),
        ("--pack guests --languages ja,hi,ja -o out.pdf", "twice: ja,hi,ja"),
        (
            "--pack guests --layout round -o out.pdf",
            "“round” is no layout; there are parallel, stacked, facing",
        ),
        ("--pack guests --audience all -o out.pdf", "there are public, guest, host, principal"),
        ("--all --audience principal -o packs", "--audience goes with --pack only"),
        ("--pack guests --output=", "--output is not a name of a file"),
    ],
)
def test_what_is_used_wrongly_is_said_with_what_there_is(
    run: Run,
    visit_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    why: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("export", visit_file, *words.split())
    assert ran.code == 2
    assert why in ran.err
    assert ran.err.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["visit.lbrief"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("--pack guests -o folder", "folder"),
        ("--pack guests -o pipe", "pipe"),
        ("--pack guests -o /dev/full", "/dev/full"),
        ("--pack guests -o nowhere/out.pdf", "nowhere/out.pdf"),
        ("--pack guests -o file/out.pdf", "file/out.pdf"),
        ("--all -o file", "file"),
        ("--all -o nowhere/packs", "nowhere/packs"),
        ("--all -o file/packs", "file/packs"),
    ],
)
def test_where_nothing_can_be_written_nothing_is_set(
    run: Run,
    visit_file: Path,
    tmp_path: Path,
    renderings: Renderings,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    name: str,
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    ran = run("export", visit_file, *words.split())
    assert ran.code == 4
    assert name in ran.err
    assert renderings == []
    assert (tmp_path / "file").read_bytes() == b"x"


NOWHERE = "\U0001f9ff"


def load(run: Run, path: Path, data: bytes) -> Path:
    assert run("load", "-", path, "--force", stdin=data).code == 0
    return path


def test_a_pack_with_a_character_that_no_font_has_is_refused_with_its_place(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "out.pdf").write_bytes(b"old")
    load(
        run,
        visit_file,
        document(p1={"text": {"hi": "क", "en": "a", "ja": f"あ{NOWHERE}{NOWHERE}\U0001f600"}}),
    )
    ran = run("export", visit_file, "--pack", "guests", "-o", tmp_path / "out.pdf")
    assert ran.code == 1
    assert ran.err.startswith(
        f"lohum-brief: “Guests” cannot be printed: a: No font has the character {NOWHERE} "
    )
    assert "U+1F9FF" in ran.err
    assert ran.err.endswith(". (p1.text.ja) 1 more error like this.\n"), "as `set` names it"
    assert (tmp_path / "out.pdf").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            {"p1": {"text": {"hi": "क", "en": "a", "ja": NOWHERE}}},
            ("--pack", "guests", "--languages", "hi,en"),
        ),
        ({"p2": {"text": {"hi": "क", "en": NOWHERE, "ja": "あ"}}}, ("--pack", "guests")),
        ({"hosts": {"title": {"en": NOWHERE}}}, ("--pack", "guests")),
        ({"p1": {"section": "gone", "text": {"en": NOWHERE}}}, ("--pack", "guests")),
    ],
)
def test_what_the_pack_does_not_print_does_not_hold_it_up(
    run: Run, visit_file: Path, tmp_path: Path, change: Any, words: tuple[str, ...]
) -> None:
    load(run, visit_file, document(**change))
    assert run("export", visit_file, *words, "-o", tmp_path / "out.pdf").code == 0


@pytest.mark.usefixtures("renderings")
def test_a_pack_whose_section_is_gone_is_refused_and_the_others_are_written(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    load(run, visit_file, document(guests={"sections": ["aims", "gone"]}))
    ran = run("export", visit_file, "--all", "-o", tmp_path / "packs")
    assert ran.code == 1
    assert ran.err.startswith("lohum-brief: “Guests” cannot be printed: it names the section gone,")
    assert [path.name for path in (tmp_path / "packs").iterdir()] == ["hosts.hi-en.pdf"]


@pytest.mark.parametrize(
    "words", [("--pack", "guests", "-o", "visit.lbrief"), ("--pack", "guests", "-o", "link.pdf")]
)
def test_a_slip_of_the_key_does_not_put_a_pack_in_the_place_of_a_visit(
    run: Run,
    visit_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    before = visit_file.read_bytes()
    (tmp_path / "link.pdf").symlink_to(visit_file)
    monkeypatch.chdir(tmp_path)
    ran = run("export", "visit.lbrief", *words)
    assert ran.code == 4
    assert "it is a visit file; choose another name" in ran.err
    assert visit_file.read_bytes() == before


def test_a_pack_that_names_a_language_twice_is_refused(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    load(run, visit_file, document(guests={"languages": ["ja", "hi", "ja"]}))
    ran = run("export", visit_file, "--pack", "guests", "-o", tmp_path / "out.pdf")
    assert (ran.code, ran.err.count("twice: ja, hi, ja")) == (1, 1)
    assert run("check", visit_file).code == 1
    assert (
        run(
            "export",
            visit_file,
            "--pack",
            "guests",
            "--languages",
            "ja",
            "-o",
            tmp_path / "out.pdf",
        ).code
        == 0
    )


def test_a_code_that_nobody_knows_is_told_with_its_place(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    item = {
        "kind": "item",
        "id": "i",
        "audience": "guest",
        "title": {"en": "Tea"},
        "start": "2025-07-08T10:00:00",
    }
    load(
        run,
        visit_file,
        document(item, visit={"guest_zone": "Mars/Phobos"}, aims={"content": "programme"}),
    )
    ran = run("export", visit_file, "--pack", "guests", "-o", tmp_path / "out.pdf")
    assert ran.code == 1
    assert ran.err.startswith("lohum-brief: “Guests” cannot be printed: Visit: The time zone ")
    assert ran.err.endswith("(visit.guest_zone)\n")
    assert "Mars/Phobos" in ran.err


@pytest.mark.usefixtures("renderings")
def test_the_table_stays_a_table_whatever_the_folder_is_called(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    ran = run("export", visit_file, "--all", "-o", tmp_path / "a\nb\x1b[31m")
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 3
    assert "\x1b" not in ran.out


def test_a_visit_without_packs_says_so(run: Run, visit_file: Path, tmp_path: Path) -> None:
    records = [record for record in json.loads(document())["records"] if record["kind"] != "pack"]
    load(
        run,
        visit_file,
        json.dumps({"format": "lohum-brief", "version": 2, "records": records}).encode(),
    )
    ran = run("export", visit_file, "--all", "-o", tmp_path / "packs")
    assert ran.code == 2
    assert "The visit has no packs yet; make one in the window, or with apply." in ran.err
    ran = run("export", visit_file, "--pack", "guests", "-o", tmp_path / "out.pdf")
    assert ran.code == 2
    assert "There is no pack guests: the visit has no packs yet; make one" in ran.err
    assert run("packs", visit_file, "--json").out == "[]\n"


@pytest.mark.usefixtures("renderings")
def test_when_the_disk_takes_no_more_the_old_file_stays(
    run: Run, visit_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")
    rendering = sys.modules["lohum_brief.release.rendering"]
    monkeypatch.setattr(rendering, "render", lambda *_, **__: Rendered(bytes(500_000), 1))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        ran = run("export", visit_file, "--pack", "guests", "-o", out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert ran.code == 4
    assert (
        ran.err
        == f"lohum-brief: Cannot write {out}: the file becomes larger than the system allows.\n"
    )
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.pdf", "visit.lbrief"]


def test_progress_is_shown_on_a_terminal_and_cleared(
    monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    with pack_files.progress_of("guests") as show:
        assert show is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with pack_files.progress_of("guests") as show:
        assert show is not None
        for share in (0.0, 0.001, 0.5, 1.2):
            show(share)
    assert capsys.readouterr().err == "\rguests: 0 %\rguests: 50 %\rguests: 100 %\r\x1b[K"


def test_photos_are_in_the_file_that_is_exported_and_not_in_its_document(
    run: Run, tmp_path: Path
) -> None:
    path, out = tmp_path / "photo.lbrief", tmp_path / "out.pdf"
    people = [person for person in small() if isinstance(person, Person)]
    store_at(path).create(small(pack(photos=True, id="photos")))
    with store_at(path).open() as opened:
        digest = opened.put_asset(photo(), "image/jpeg")
        for field, value in (("photo", digest), ("consent_print", "given")):
            opened.commit(set_field(opened.visit, people[0].id, field, value))
    assert run("export", path, "--pack", "photos", "-o", out).code == 0
    assert b"/DCTDecode" in out.read_bytes()
    assert run("export", path, "--pack", "guests", "-o", out).code == 0
    assert b"/DCTDecode" not in out.read_bytes()
    document, copy = tmp_path / "visit.json", tmp_path / "copy.lbrief"
    document.write_text(run("dump", path).out, "utf-8")
    assert run("load", document, copy).code == 0
    assert "The photo is not in this file" in run("check", copy).out
    assert run("export", copy, "--pack", "photos", "-o", out).code == 0
    assert b"/DCTDecode" not in out.read_bytes()


@pytest.mark.parametrize("command", [("export", "--pack", "guests"), ("table", "people")])
def test_a_dash_is_no_file_name_to_write_to(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    run("sample", tmp_path / "v.lbrief")
    verb, *words = command
    done = run(verb, tmp_path / "v.lbrief", *words, "-o", "-")
    assert done.code == 2
    assert "give the name of a file" in done.err
    assert not Path("-").exists()


def test_a_pack_without_sections_is_printed_and_said_to_be_empty(
    run: Run, tmp_path: Path, renderings: Renderings
) -> None:
    path = tmp_path / "visit.lbrief"
    store_at(path).create(small(changed={"guests": pack(sections=())}))
    ran = run("export", path, "--pack", "guests", "-o", tmp_path / "out.pdf")
    assert ran.code == 0
    assert (
        "guests: it has no section that its readers may read; nothing but its title is printed."
        in ran.err
    )
    assert run("export", path, "--pack", "hosts", "-o", tmp_path / "other.pdf").err == ""
    assert len(renderings) == 2


def test_a_proof_in_grey_is_no_edition(run: Run, visit_file: Path, tmp_path: Path) -> None:
    words = "--pack", "hosts", "--grey", "--issue", "-o", tmp_path / "out.pdf"
    done = run("export", visit_file, *words)
    assert done.code == 2
    assert "--grey" in done.err
    assert not (tmp_path / "out.pdf").exists()
