"""`export --issue` and `editions`."""

import json
from pathlib import Path

import pytest

from lohum_brief.store.file import open_visit
from tests.cli.conftest import Run
from tests.cli.test_exporting import Renderings

EPOCH = "1753375200"


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def test_a_pack_is_issued_and_listed(run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings) -> None:
    ran = run("export", visit_file, "--pack", "hosts", "--issue", "--for", "Ms Sato", "-o", tmp_path / "h.pdf")
    assert (ran.code, ran.out) == (0, "hosts: edition 1, issued 24 July 2025, 22:10.\n")
    assert (tmp_path / "h.pdf").read_bytes() == b"%PDF hosts host 1"
    assert renderings[0][2] == int(EPOCH)
    head, row = run("editions", visit_file).out.splitlines()
    assert head.split()[:2] == ["Pack", "Edition"]
    assert row.split("  ")[0] == "hosts"
    for said in ("24 July 2025, 22:10", "Ms Sato", "hi,en", "host", "nothing changed"):
        assert said in row


def test_what_has_changed_since_is_told(run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings) -> None:
    run("export", visit_file, "--all", "--issue", "-o", tmp_path / "packs")
    change = b'{"op": "set", "id": "p2", "field": "text.hi", "value": "x"}'
    assert run("apply", visit_file, stdin=change).code == 0
    found = json.loads(run("editions", visit_file, "--json").out)
    assert [(one["pack"], one["number"], one["file"]) for one in found] == [
        ("guests", 1, "packs/guests.hi-en-ja.edition-1.pdf"),
        ("hosts", 1, "packs/hosts.hi-en.edition-1.pdf"),
    ]
    assert [one["since"]["changed"] for one in found] == [[], ["p2"]]
    assert "trace" not in found[0]
    assert len(renderings) == 2


def test_a_draft_does_not_take_the_place_of_an_edition(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    out = tmp_path / "out.pdf"
    run("export", visit_file, "--pack", "guests", "--issue", "-o", out)
    ran = run("export", visit_file, "--pack", "guests", "-o", out)
    assert ran.code == 4
    assert "it is edition 1 of guests; choose another name" in ran.err
    assert len(renderings) == 1


def test_warnings_are_listed_and_errors_refuse(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    lines = (
        b'{"op": "set", "id": "p1", "field": "text.ja", "value": ""}\n'
        b'{"op": "set", "id": "p2", "field": "text.hi", "value": "\\ue000"}'
    )
    assert run("apply", visit_file, stdin=lines).code == 0
    warned = run("export", visit_file, "--pack", "guests", "--issue", "-o", tmp_path / "g.pdf")
    assert warned.code == 0
    assert "warning: p1 text.ja: The Japanese text is missing." in warned.err
    refused = run("export", visit_file, "--pack", "hosts", "--issue", "-o", tmp_path / "h.pdf")
    assert refused.code == 1
    assert "“Hosts” cannot be issued: Confidential: No font" in refused.err
    assert len(renderings) == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [("--for X", "--for goes with --issue only"), ("--issue --for=" + "x" * 501, "one line of at most 500")],
)
@pytest.mark.usefixtures("renderings")
def test_what_makes_no_sense_is_refused(run: Run, visit_file: Path, tmp_path: Path, words: str, why: str) -> None:
    ran = run("export", visit_file, "--pack", "guests", *words.split(), "-o", tmp_path / "out.pdf")
    assert ran.code == 2
    assert why in ran.err
    assert not (tmp_path / "out.pdf").exists()
    assert run("editions", visit_file).out == "Nothing was issued yet.\n"


def test_one_who_has_the_visit_open_issues_alone(run: Run, visit_file: Path, tmp_path: Path) -> None:
    with open_visit(visit_file):
        ran = run("export", visit_file, "--pack", "guests", "--issue", "-o", tmp_path / "out.pdf")
    assert ran.code == 4


def test_a_pack_that_is_not_there_is_told(run: Run, visit_file: Path) -> None:
    assert "There is no pack nobody" in run("editions", visit_file, "--pack", "nobody").err
