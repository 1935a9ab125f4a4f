"""A document and a file of a newer minor version, by the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from lohum_brief.store.locate import store_at
from lohum_brief.visit.document import encode
from lohum_brief.visit.records import KINDS, Unread
from lohum_brief.visit.rest import bare
from lohum_brief.visit.visit import Visit
from tests.cli.conftest import Run
from tests.newer import FIELDS, RECORDS, UNSEEN, encoded, plain

TOLD = f"{FIELDS} fields that this version does not know are kept, and printed nowhere."


@pytest.fixture
def newer(run: Run, tmp_path: Path) -> Path:
    """A file made of the document of a newer version, which says so."""
    (tmp_path / "newer.json").write_bytes(encoded())
    path = tmp_path / "newer.lbrief"
    ran = run("load", tmp_path / "newer.json", path)
    assert ran.code == 0
    assert TOLD in ran.err
    assert f"{RECORDS} records that this version cannot read are kept" in ran.err
    return path


def lines(*edits: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(edit).encode() + b"\n" for edit in edits)


def test_loaded_edited_and_dumped_nothing_is_lost(run: Run, newer: Path, tmp_path: Path) -> None:
    before = run("dump", newer)
    assert before.err == ""
    assert before.out.count(UNSEEN) == encoded().count(UNSEEN.encode())
    ran = run("apply", newer, stdin=lines(
        {"op": "set", "id": "i-1", "field": "minutes", "value": 5},
        {"op": "set", "id": "n-1", "field": "text", "value": {"en": "Other"}},
        {"op": "move", "id": "car-1", "before": "v"},
    ))  # fmt: skip
    assert ran.out == "ok 1\nok 2\nok 3\n"
    assert TOLD in ran.err
    after = run("dump", newer).out
    assert after.count(UNSEEN) == before.out.count(UNSEEN)
    (tmp_path / "again.json").write_text(after, "utf-8")
    run("load", tmp_path / "again.json", tmp_path / "again.lbrief")
    assert run("dump", tmp_path / "again.lbrief").out == after


def test_a_slip_is_refused_although_the_file_is_of_a_newer_version(run: Run, newer: Path) -> None:
    group = {"kind": "group", "id": "g-9", "audience": "guest", "name": {"en": "A"}, "nmae": 1}
    ran = run("apply", newer, stdin=lines(
        {"op": "add", "record": group},
        {"op": "set", "id": "i-1", "field": "bel", "value": 1},
        {"op": "set", "id": "i-1", "field": "bell", "value": 1},
        {"op": "set", "id": "i-1", "field": "title", "value": {"en": "A", "eng": "B"}},
        {"op": "add", "record": group | {"kind": "airshop"}},
        {"op": "add", "record": group, "minor": 1},
    ))  # fmt: skip
    assert ran.code == 1
    answers = ran.out.splitlines()
    assert "there is no field nmae" in answers[0]
    assert "i-1 has no field bel;" in answers[1]
    assert "i-1 has no field bell;" in answers[2]
    assert "there is no field eng" in answers[3]
    assert "its kind is not one of" in answers[4]
    assert answers[5] == "ok 6"
    assert plain(run("dump", newer).out.encode())["g-9"]["nmae"] == "1"


def test_the_check_says_so_and_finds_nothing_else_in_it(run: Run, newer: Path) -> None:
    found = json.loads(run("check", newer, "--json").out)
    [note] = [one for one in found if one["rule"] == "newer"]
    assert (note["record"], note["severity"]) == ("v", "info")
    assert TOLD in note["message"]
    assert UNSEEN not in json.dumps(found)
    bare_findings = json.loads(run("check", without(newer), "--json").out)
    assert [one for one in found if one is not note] == bare_findings


def without(path: Path) -> Path:
    """Make a file of the same visit as this version would have written it."""
    target = path.with_name("bare.lbrief")
    visit = store_at(path).read()
    kept = [bare(record) for record in visit if not isinstance(record, Unread)]
    store_at(target).create(Visit(kept))
    assert UNSEEN.encode() not in encode(store_at(target).read())
    return target


def test_packs_print_the_bytes_that_they_print_without_it(run: Run, newer: Path) -> None:
    for path in (newer, without(newer)):
        ran = run("export", path, "--all", "-o", path.with_suffix(""))
        assert ran.code == 0
    for pdf in newer.with_suffix("").glob("*.pdf"):
        assert pdf.read_bytes() == (newer.parent / "bare" / pdf.name).read_bytes()
    assert len([*newer.with_suffix("").glob("*.pdf")]) == 2
    ran = run(
        "export", newer, "--pack", "guests", "--audience", "principal", "-o", newer.parent / "p.pdf"
    )
    assert ran.code == 0


def test_no_table_has_it(run: Run, newer: Path, tmp_path: Path) -> None:
    for kind in KINDS:
        out = tmp_path / f"{kind}.csv"
        if kind == "visit":
            continue
        ran = run("table", newer, kind, "-o", out)
        assert ran.code == 0, ran
        assert UNSEEN not in out.read_text("utf-8")
        assert '"~"' not in out.read_text("utf-8")
    assert run("table", newer, "airship", "-o", tmp_path / "v.csv").code == 2


@pytest.mark.parametrize("kind", ["person", "note", "chart", "table", "series", "item"])
def test_a_table_read_back_leaves_it(run: Run, newer: Path, tmp_path: Path, kind: str) -> None:
    before = run("dump", newer).out
    out = tmp_path / "t.csv"
    run("table", newer, kind, "-o", out)
    text = out.read_text("utf-8-sig")
    old, new = {"person": ("Mihon", "Mihan"), "note": ("samples", "examples"), "chart": ("By year", "Each year"),
                "table": ("Pilot", "Trial"), "series": ("49000", "49001"), "item": ("Tour", "Round")}[kind]  # fmt: skip
    assert old in text
    out.write_text(text.replace(old, new), "utf-8")
    ran = run("import", newer, kind, out)
    assert ran.code == 0, ran
    after = run("dump", newer).out
    assert new in after
    assert after.count(UNSEEN) == before.count(UNSEEN)


def test_editions_say_nothing_of_it(run: Run, newer: Path, tmp_path: Path) -> None:
    accept = "--accept", "pa-1.text.ja=agreed", "--by", "A. Rao"
    ran = run("export", newer, "--pack", "guests", "--issue", *accept, "-o", tmp_path / "g.pdf")
    assert ran.code == 0, ran
    told = run("editions", newer, "--json").out
    assert UNSEEN not in told
    [edition] = json.loads(told)
    assert edition["since"] == {"changed": [], "added": [], "removed": 0, "moved": False}
    run("apply", newer, stdin=lines({"op": "remove", "id": "car-1"}))
    assert json.loads(run("editions", newer, "--json").out) == [edition]


def test_a_newer_major_version_is_refused_as_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "v3.json"
    path.write_bytes(
        encoded().replace(b'"version": 2', b'"version": 3').replace(b'"records"', b'"parts"')
    )
    ran = run("load", path, tmp_path / "v3.lbrief")
    assert ran.code == 3
    assert "newer version" in ran.err


def test_a_pack_with_a_section_of_the_newer_version_is_refused_for_that(
    run: Run, newer: Path, tmp_path: Path
) -> None:
    """Printed without it, nobody would know that it is missing."""
    ran = run("apply", newer, stdin=lines(
        {"op": "set", "id": "hosts", "field": "sections", "value": ["se-1", "se-3"]},
    ))  # fmt: skip
    assert ran.out == "ok 1\n"
    ran = run("export", newer, "--pack", "hosts", "-o", tmp_path / "h.pdf")
    assert ran.code == 1
    assert "a newer version of the program wrote its section se-3" in ran.err
    found = json.loads(run("check", newer, "--json").out)
    [error] = [one for one in found if one["record"] == "hosts" and one["rule"] == "references"]
    assert "which a newer version of the program wrote" in error["message"]
    assert not error.get("fix")
    assert run("export", newer, "--pack", "guests", "-o", tmp_path / "g.pdf").code == 0
