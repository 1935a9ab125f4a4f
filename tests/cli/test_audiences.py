"""The table of audiences at the command line: what is refused, what is said, what never reaches a
page.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, document
from tests.packs.extraction import bare, mupdf

SECTION = {
    "kind": "section",
    "id": "lines",
    "audience": "guest",
    "title": {"en": "Partnership"},
    "content": "notes",
}


def note(ident: str = "never", audience: str = "guest", sort: str = "red_line") -> dict[str, Any]:
    text = {"hi": "कभी नहीं NEVERSAY", "en": "NEVERSAY this", "ja": "NEVERSAY"}
    return {"kind": "note", "id": ident, "audience": audience, "sort": sort, "text": text}


def loaded(run: Run, path: Path, *more: dict[str, Any]) -> Path:
    guests = {"sections": ["aims", "lines"]}
    ran = run("load", "-", path, stdin=document(SECTION, *more, guests=guests, hosts=guests))
    assert ran.code == 0
    return path


def lines(*edits: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(edit).encode() + b"\n" for edit in edits)


def test_a_file_that_breaks_the_table_opens_and_says_so(run: Run, tmp_path: Path) -> None:
    data = document(SECTION, note(), note("too", sort="ask"))
    ran = run("load", "-", tmp_path / "v.lbrief", stdin=data)
    assert ran.code == 0
    assert ran.err == (
        "lohum-brief: standard input: the audience of 2 records is lower than it may be: never, "
        "too; "
        "the check says what to do.\n"
    )
    assert json.loads(run("dump", tmp_path / "v.lbrief").out)["records"][-2]["audience"] == "guest"
    checked = run("check", tmp_path / "v.lbrief", "--json")
    assert checked.code == 1
    found = [one for one in json.loads(checked.out) if one["rule"] == "audiences"]
    assert [(one["severity"], one["record"], one["field"]) for one in found] == [
        ("error", "never", "audience"), ("error", "too", "audience"),
    ]  # fmt: skip
    steps = [step for one in found for step in one["fix"]["steps"]]
    ran = run("apply", tmp_path / "v.lbrief", stdin=lines(*(
        {"op": "set", "id": ident, "field": field, "value": value} for ident, field, value, _ in steps
    )))  # fmt: skip
    assert ran.out == "ok 1\nok 2\n"
    assert not [
        one
        for one in json.loads(run("check", tmp_path / "v.lbrief", "--json").out)
        if one["rule"] == "audiences"
    ]


@pytest.mark.parametrize("options", [[], ["--issue"]])
def test_a_pack_that_would_print_it_is_refused_naming_record_and_field(
    run: Run, tmp_path: Path, options: list[str]
) -> None:
    path = loaded(run, tmp_path / "v.lbrief", note())
    out = tmp_path / "o.pdf"
    ran = run("export", path, "--pack", "guests", *options, "-o", out)
    assert ran.code == 1
    assert "never" in ran.err
    assert "audience" in ran.err
    assert not out.exists()
    assert run("export", path, "--pack", "hosts", "--audience", "guest", "-o", out).code == 1
    assert run("export", path, "--pack", "hosts", "-o", out).code == 0
    assert "NEVERSAY" in "".join(mupdf(out.read_bytes()))


def test_apply_refuses_to_misplace(run: Run, tmp_path: Path) -> None:
    path = loaded(run, tmp_path / "v.lbrief", note(audience="host"))
    ran = run("apply", path, stdin=lines(
        {"op": "add", "record": note("new")},
        {"op": "set", "id": "never", "field": "audience", "value": "public"},
        {"op": "add", "record": {key: value for key, value in note("new").items() if key != "audience"}},
    ))  # fmt: skip
    assert ran.code == 1
    first, second, third = ran.out.splitlines()
    assert first.startswith(
        "error 1: new: the audience of a record of the sort “Red line” is “For hosts” or above"
    )
    assert second.startswith("error 2: never.audience: ")
    assert third.startswith("error 3: ")
    assert "audience" in third  # it is not guessed either


def test_apply_lifts_a_note_that_becomes_inward_and_says_so(run: Run, tmp_path: Path) -> None:
    path = loaded(run, tmp_path / "v.lbrief", note(sort="background"))
    ran = run(
        "apply", path, stdin=lines({"op": "set", "id": "never", "field": "sort", "value": "risk"})
    )
    assert (ran.code, ran.out) == (0, "ok 1\n")
    assert (
        ran.err
        == "lohum-brief: edit 1: never now has the audience principal, with which its sort begins.\n"
    )
    assert json.loads(run("dump", path).out)["records"][-1]["audience"] == "principal"


def test_a_hosts_pack_for_guests_does_not_say_its_title(run: Run, tmp_path: Path) -> None:
    path = loaded(run, tmp_path / "v.lbrief")
    assert (
        run(
            "apply",
            path,
            stdin=lines({"op": "set", "id": "hosts", "field": "title.en", "value": "TALKSTRATEGY"}),
        ).code
        == 0
    )
    out = tmp_path / "o.pdf"
    assert run("export", path, "--pack", "hosts", "--audience", "guest", "-o", out).code == 0
    pages = bare("".join(mupdf(out.read_bytes())))
    assert "TALKSTRATEGY" not in pages
    assert "Briefing papers" in " ".join(mupdf(out.read_bytes()))
