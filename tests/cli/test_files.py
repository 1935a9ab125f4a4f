import json
import os
import re
import stat
from collections import Counter
from pathlib import Path

import pytest

from lohum_brief.paths import resource
from lohum_brief.store.shipped import SAMPLE
from tests.cli.conftest import Run, document


def test_dump_gives_back_what_was_loaded(run: Run, visit_file: Path, tmp_path: Path) -> None:
    first = run("dump", visit_file)
    assert first.code == 0
    assert json.loads(first.out) == json.loads(document())
    (tmp_path / "dump.json").write_text(first.out, "utf-8")
    assert run("load", tmp_path / "dump.json", tmp_path / "again.lbrief").code == 0
    assert run("dump", tmp_path / "again.lbrief") == first


def test_a_file_is_its_owners_alone(visit_file: Path) -> None:
    assert stat.S_IMODE(visit_file.stat().st_mode) == 0o600


def test_a_document_with_a_byte_order_mark_is_read(run: Run, tmp_path: Path) -> None:
    assert run("load", "-", tmp_path / "a.lbrief", stdin=b"\xef\xbb\xbf" + document()).code == 0


@pytest.mark.parametrize(
    "template", ["", "site-visit", "courtesy-call", "signing", "dinner", "follow-up"]
)
@pytest.mark.parametrize("day", ["", "2025-07-08"])
def test_new_makes_sections_and_packs_that_check_finds_nothing_worse_in_than_a_missing_title(
    run: Run, tmp_path: Path, template: str, day: str
) -> None:
    path = tmp_path / "new.lbrief"
    words = [*(("--template", template) if template else ()), *(("--date", day) if day else ())]
    assert run("new", path, *words).code == 0
    packs = json.loads(run("packs", path, "--json").out)
    assert {"guest", "host", "principal"} <= {pack["audience"] for pack in packs}
    findings = json.loads(run("check", path, "--json").out)
    worse = {(one["severity"], one["record"]) for one in findings if one["severity"] != "info"}
    assert worse == {("warning", "visit")}
    notes = {one["rule"] for one in findings if one["severity"] == "info"}
    assert notes == {"sections", *(["objective"] if day else [])}  # still to be filled
    assert run("export", path, "--all", "-o", tmp_path / "packs").code == 0
    items = [
        record
        for record in json.loads(run("dump", path).out)["records"]
        if record["kind"] == "item"
    ]
    assert {item["start"][:10] for item in items} == ({day} if day else set())


def test_a_new_visit_takes_its_objective_and_marks_its_examples(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.lbrief"
    said = ("--date", "2025-07-08", "--objective", " Agree on\u00a0a contact. ")
    assert run("new", path, "--template", "dinner", *said).code == 0
    records = json.loads(run("dump", path).out)["records"]
    assert records[0]["objective"]["en"] == "Agree on a contact."
    kinds = [record["kind"] for record in records if record.get("specimen")]
    assert Counter(kinds) == {"vehicle": 1, "task": 3, "meeting": 1}
    rules = {one["rule"] for one in json.loads(run("check", path, "--json").out)}
    assert "objective" not in rules


def test_without_a_day_examples_belong_to_no_item(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.lbrief"
    assert run("new", path, "--template", "dinner").code == 0
    records = json.loads(run("dump", path).out)["records"]
    assert [record["kind"] for record in records if "item" in record] == []
    assert "references" not in {one["rule"] for one in json.loads(run("check", path, "--json").out)}


def test_a_template_or_a_date_that_does_not_exist_is_named(run: Run, tmp_path: Path) -> None:
    unknown = run("new", tmp_path / "new.lbrief", "--template", "banquet")
    assert unknown.code == 2
    assert "banquet" in unknown.err
    assert "courtesy-call" in unknown.err
    wrong = run("new", tmp_path / "new.lbrief", "--date", "2025-02-30")
    assert wrong.code == 2
    assert "2025-02-30" in wrong.err
    assert not (tmp_path / "new.lbrief").exists()


def test_sample_makes_the_visit_of_all_its_parts(run: Run, tmp_path: Path) -> None:
    parts = {
        f"{folder}/{path.stem}"
        for folder in ("sample", "reference")
        for path in resource(folder).glob("*.json")
    }
    assert parts == set(SAMPLE)
    path = tmp_path / "sample.lbrief"
    assert run("sample", path).code == 0
    records = json.loads(run("dump", path).out)["records"]
    written = [
        record
        for part in SAMPLE
        for record in json.loads(resource(f"{part}.json").read_bytes())["records"]
    ]
    assert [record["id"] for record in records] == [record["id"] for record in written]


@pytest.mark.parametrize("command", [("new",), ("sample",), ("load", "-")])
def test_an_existing_file_is_replaced_only_on_demand(
    run: Run, visit_file: Path, command: tuple[str, ...]
) -> None:
    before = visit_file.read_bytes()
    other = document(visit={"title": {"en": "Other"}})
    refused = run(*command, visit_file, stdin=other)
    assert refused.code == 2
    assert refused.err == (
        f"lohum-brief: {visit_file} exists already; choose another name, or replace it with "
        "--force.\n"
    )
    assert visit_file.read_bytes() == before
    assert run(*command, visit_file, "--force", stdin=other).code == 0
    assert visit_file.read_bytes() != before


def test_packs_are_listed_for_people_and_for_programs(run: Run, visit_file: Path) -> None:
    assert [line.split() for line in run("packs", visit_file).out.splitlines()] == [
        ["Pack", "Title", "Audience", "Languages", "Layout"],
        ["guests", "Guests", "guest", "hi,en,ja", "parallel"],
        ["hosts", "Hosts", "host", "hi,en", "stacked"],
    ]
    assert json.loads(run("packs", visit_file, "--json").out) == [
        {
            "id": "guests",
            "title": {"hi": "अतिथि", "en": "Guests", "ja": "来賓"},
            "audience": "guest",
            "languages": ["hi", "en", "ja"],
            "layout": "parallel",
        },
        {
            "id": "hosts",
            "title": {"hi": "मेज़बान", "en": "Hosts", "ja": "受入側"},
            "audience": "host",
            "languages": ["hi", "en"],
            "layout": "stacked",
        },
    ]


@pytest.mark.parametrize("command", ["packs", "dump", "check", "apply", "export"])
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing.lbrief", 2),
        ("file/below.lbrief", 2),
        ("folder", 4),
        ("pipe", 4),
        ("empty", 3),
        ("picture", 3),
        ("cut", 3),
    ],
)
def test_what_is_no_visit_file_is_refused_by_name(
    run: Run, visit_file: Path, tmp_path: Path, command: str, name: str, code: int
) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    (tmp_path / "cut").write_bytes(visit_file.read_bytes()[:5000])
    more = ("--pack", "guests", "-o", tmp_path / "out.pdf") if command == "export" else ()
    ran = run(command, tmp_path / name, *more)
    assert ran.code == code
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert Path(name).name in ran.err


BIG = "x" * 10_000_000


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a visit document"),
        (b"\x00\xff\xfe", "not a visit document"),
        (b"[" * 100_000, "not a visit document"),
        (document().decode().encode("utf-16"), "in UTF-16; save it in UTF-8"),
        (b'{"format":"lohum-brief","version":0,"records":[]}', "there is no version 0"),
        (
            b'{"format":"lohum-brief","version":1,"records":[' + b"[" * 100_000,
            "not a visit document",
        ),
        (b'{"format":"other","version":1,"records":[]}', "format"),
        (b'{"format":"lohum-brief","version":3,"records":[]}', "newer version"),
        (b'{"format":"lohum-brief","version":1,"records":[]}', "exactly one record of kind visit"),
        (document(visit={"audience": "host"}), "public"),
        (document(p1={"text": "no object"}), r"record 3 \(p1\)"),
        (document(p1={"text": {"en": 5}}), r"record 3 \(p1\)"),
        (document(p1={"kind": "poem"}), r"record 3 \(p1\)"),
        (document(p1={"colour": "red"}), "colour"),
        (document(p1={"id": "p2"}), "p2 is used twice"),
        (document(p1={"id": "../../etc"}), "record 3"),
        (document(p1={"text": {"en": BIG}}), r"record 3 \(p1\)"),
        (document(p1={"text": {"en": "bell \a"}}), r"U\+0007"),
        (document(p1={"text": {"en": "override \u202e"}}), r"U\+202E"),
        (document(p1={"text": {"en": "\ud800"}}), "record|document"),
    ],
)
def test_a_document_that_is_wrong_is_refused_with_its_place_and_nothing_is_made(
    run: Run, tmp_path: Path, data: bytes, why: str
) -> None:
    (tmp_path / "bad.json").write_bytes(data)
    ran = run("load", tmp_path / "bad.json", tmp_path / "out.lbrief")
    assert ran.code == 3
    assert ran.err.count("\n") == 1
    assert len(ran.err) < 1000
    assert "bad.json" in ran.err
    assert re.search(why, ran.err), ran.err
    assert not (tmp_path / "out.lbrief").exists()


def test_a_write_protected_file_is_not_replaced_even_on_demand(run: Run, visit_file: Path) -> None:
    visit_file.chmod(0o444)
    before = visit_file.read_bytes()
    ran = run("sample", visit_file, "--force")
    assert (ran.code, "write-protected" in ran.err) == (4, True)
    assert visit_file.read_bytes() == before


def test_a_document_is_never_replaced_by_the_file_made_of_it(run: Run, tmp_path: Path) -> None:
    document = tmp_path / "own.json"
    run("sample", tmp_path / "v.lbrief")
    document.write_bytes(run("dump", tmp_path / "v.lbrief").out.encode())
    whole = document.read_bytes()
    (tmp_path / "link.json").symlink_to("own.json")
    for target in ("own.json", "link.json"):
        done = run("load", document, tmp_path / target, "--force")
        assert done.code == 2
        assert "would take the place of what it is made from" in done.err
    assert document.read_bytes() == whole


@pytest.mark.parametrize("command", [("new", "-"), ("sample", "-"), ("load", "-", "-")])
def test_a_visit_is_never_written_to_a_file_called_like_standard_output(
    run: Run, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*command, stdin=document())
    assert (done.code, [*tmp_path.iterdir()]) == (2, [])
    assert "name it" in done.err


def test_who_loads_a_document_is_told_which_pictures_are_not_in_it(
    run: Run, tmp_path: Path
) -> None:
    run("sample", tmp_path / "v.lbrief")
    (tmp_path / "v.json").write_text(run("dump", tmp_path / "v.lbrief").out, "utf-8")
    done = run("load", tmp_path / "v.json", tmp_path / "again.lbrief")
    assert done.code == 0
    assert "3 pictures and photos are not in the document" in done.err
