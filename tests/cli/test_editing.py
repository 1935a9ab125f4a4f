import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lohum_brief.cli import editing
from lohum_brief.errors import SystemRefusedError
from lohum_brief.store.locate import store_at
from lohum_brief.store.sqlite.open_file import OpenFile
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.visit import Visit
from tests.cli.conftest import Run

GROUP = {"kind": "group", "id": "g", "audience": "guest", "name": {"en": "A"}}


def lines(*edits: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(edit).encode() + b"\n" for edit in edits)


def records(run: Run, path: Path) -> dict[str, Any]:
    return {record["id"]: record for record in json.loads(run("dump", path).out)["records"]}


def test_every_kind_of_edit_is_done_and_answered(run: Run, visit_file: Path) -> None:
    ran = run(
        "apply",
        visit_file,
        stdin=lines(
            {"op": "set", "id": "p1", "field": "text.ja", "value": "歓迎"},
            {"op": "add", "record": GROUP, "before": "p1"},
            {"op": "add", "record": GROUP | {"id": "h"}},
            {"op": "move", "id": "h", "before": "g"},
            {"op": "move", "id": "p2", "before": None},
            {"op": "remove", "id": "hosts"},
        ),
    )
    assert ran == (0, "ok 1\nok 2\nok 3\nok 4\nok 5\nok 6\n", "")
    found = records(run, visit_file)
    assert list(found) == ["visit", "aims", "h", "g", "p1", "guests", "p2"]
    assert found["p1"]["text"]["ja"] == "歓迎"


def test_after_an_error_it_goes_on_and_the_exit_code_says_so(run: Run, visit_file: Path) -> None:
    ran = run(
        "apply",
        visit_file,
        stdin=lines(
            {"op": "remove", "id": "nobody"},
            {"op": "set", "id": "p1", "field": "text.en", "value": "x"},
        ),
    )
    assert ran.code == 1
    first, second = ran.out.splitlines()
    assert first.startswith("error 1: ")
    assert "nobody" in first
    assert second == "ok 2"
    assert records(run, visit_file)["p1"]["text"]["en"] == "x"


def test_blank_lines_are_counted_and_not_answered_and_the_last_needs_no_end(
    run: Run, visit_file: Path
) -> None:
    edit = json.dumps({"op": "remove", "id": "p1"}).encode()
    assert run("apply", visit_file, stdin=b"\xef\xbb\xbf\n  \r\n" + edit).out == "ok 3\n"


def test_half_a_character_is_called_so(run: Run, visit_file: Path) -> None:
    edit = b'{"op": "set", "id": "p1", "field": "text.en", "value": "\\ud800"}'
    assert "half a character" in run("apply", visit_file, stdin=edit).out


def test_nothing_to_do_is_done(run: Run, visit_file: Path) -> None:
    assert run("apply", visit_file) == (0, "", "")


@pytest.mark.parametrize(
    "line",
    [
        b"hello",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"op": "explode"}',
        b'{"op": "set", "id": "p1"}',
        b'{"op": "set", "id": 5, "field": "text.en", "value": "x"}',
        b'{"op": "set", "id": "p1", "field": "text.en", "value": "x", "extra": 1}',
        b'{"op": "set", "id": "p1", "field": "text.fr", "value": "x"}',
        b'{"op": "set", "id": "p1", "field": "text..en", "value": "x"}',
        b'{"op": "set", "id": "p1", "field": "", "value": "x"}',
        b'{"op": "set", "id": "p1", "field": "text.en", "value": 5}',
        b'{"op": "set", "id": "p1", "field": "text.en", "value": null}',
        b'{"op": "set", "id": "p1", "field": "text.en", "value": "\\u0007"}',
        b'{"op": "set", "id": "p1", "field": "text.en", "value": "\\ud800"}',
        b'{"op": "set", "id": "p1", "field": "id", "value": "q"}',
        b'{"op": "set", "id": "p1", "field": "audience", "value": "all"}',
        b'{"op": "set", "id": "visit", "field": "audience", "value": "host"}',
        b'{"op": "set", "id": "p1", "field": "__class__.x", "value": "q"}',
        b'{"op": "set", "id": "p1", "field": "text", "value": '
        + b"[" * 100_000
        + b"]" * 100_000
        + b"}",
        b'{"op": "set", "id": "p1", "field": "text.en", "value": "' + b"x" * 10_000_000 + b'"}',
        b'{"op": "add", "record": 5}',
        b'{"op": "add", "record": {"kind": "group", "id": "p1", "audience": "guest", "name": {}}}',
        b'{"op": "add", "record": {"kind": "group", "id": "n", "audience": "guest", "name": {}}, "before": "gone"}',
        b'{"op": "add", "record": {"kind": "visit", "id": "n", "audience": "public", "title": {}}}',
        b'{"op": "add", "record": {"kind": "group", "id": "n\\nok 2", "audience": "guest", "name": {}}}',
        b'{"op": "remove", "id": "visit"}',
        b'{"op": "remove", "id": "gone\\nok 2"}',
        b'{"op": "move", "id": "p1", "before": "gone"}',
    ],
    ids=lambda line: line[:70].decode(errors="replace"),
)
def test_what_is_no_edit_is_one_line_of_error_and_changes_nothing(
    run: Run, visit_file: Path, line: bytes
) -> None:
    before = run("dump", visit_file).out
    ran = run("apply", visit_file, stdin=line + b"\n" + lines({"op": "remove", "id": "p2"}))
    assert ran.code == 1
    refused, done = ran.out.splitlines()
    assert refused.startswith("error 1: ")
    assert len(refused) < 500
    assert done == "ok 2"
    after = json.loads(run("dump", visit_file).out)["records"]
    assert after == [record for record in json.loads(before)["records"] if record["id"] != "p2"]


def test_a_line_that_is_too_long_is_an_error_and_the_next_is_read(
    run: Run, visit_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editing, "LONGEST_LINE", 1_000_000)
    long = b"x" * 3_000_000
    ran = run("apply", visit_file, stdin=long + b"\n" + lines({"op": "remove", "id": "p2"}) + long)
    assert ran.code == 1
    assert [line.partition(":")[0] for line in ran.out.splitlines()] == [
        "error 1",
        "ok 2",
        "error 3",
    ]


def test_a_file_that_somebody_else_edits_is_not_edited(visit_file: Path) -> None:
    with store_at(visit_file).open(who="Asha Rao"):
        child = [sys.executable, "-m", "lohum_brief", "apply", str(visit_file)]
        ran = subprocess.run(child, input=b"", capture_output=True, check=False)
    assert ran.returncode == 4
    assert b"Asha Rao" in ran.stderr
    assert ran.stdout == b""


def test_when_the_system_refuses_an_edit_the_exit_code_is_4(
    run: Run, visit_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: OpenFile, _edit: Edit) -> Visit:
        raise SystemRefusedError("visit.lbrief: the disk is full")

    monkeypatch.setattr(OpenFile, "commit", refuse)
    ran = run(
        "apply",
        visit_file,
        stdin=lines({"op": "remove", "id": "gone"}, {"op": "remove", "id": "p2"}),
    )
    assert ran.code == 4
    assert ran.out.splitlines()[1] == "error 2: visit.lbrief: the disk is full"


def test_each_answer_comes_before_the_next_edit_is_asked_for(visit_file: Path) -> None:
    command = [sys.executable, "-m", "lohum_brief", "apply", str(visit_file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for number in (1, 2):
            child.stdin.write(
                lines({"op": "set", "id": "p1", "field": "text.en", "value": str(number)})
            )
            child.stdin.flush()
            assert child.stdout.readline() == b"ok %d\n" % number
        child.stdin.close()
        assert child.wait() == 0
