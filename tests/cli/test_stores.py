"""The command line works on whatever store an address means."""

import json
from pathlib import Path

import pytest

from lohum_brief.store.locate import store_at
from tests.cli.conftest import Run, document
from tests.store.memory import Memory

HERE = "memory://office/visit"


@pytest.fixture
def visit(run: Run, memory: Memory) -> str:
    """The small visit in memory."""
    del memory
    assert run("load", "-", HERE, stdin=document()).code == 0
    return HERE


def test_a_visit_in_memory_is_made_edited_checked_and_shown(run: Run, visit: str) -> None:
    line = {"op": "set", "id": "p1", "field": "text.en", "value": "Good morning"}
    ran = run("apply", visit, stdin=json.dumps(line).encode())
    assert (ran.code, ran.out) == (0, "ok 1\n")
    assert "Good morning" in run("dump", visit).out
    assert run("check", visit).code == 0
    assert "guests" in run("packs", visit).out
    assert not Path(HERE.partition(":")[0] + ":").exists(), "nothing of it is a file"


def test_a_pack_is_exported_and_issued_from_memory_as_from_a_file(
    run: Run, visit: str, tmp_path: Path
) -> None:
    file = tmp_path / "visit.lbrief"
    assert run("load", "-", file, stdin=document()).code == 0
    for where, name in ((visit, "memory.pdf"), (str(file), "file.pdf")):
        assert run("export", where, "--pack", "guests", "-o", tmp_path / name).code == 0
    assert (tmp_path / "memory.pdf").read_bytes() == (tmp_path / "file.pdf").read_bytes()
    issued = run(
        "export",
        visit,
        "--pack",
        "guests",
        "--issue",
        "--for",
        "Embassy",
        "-o",
        tmp_path / "edition.pdf",
    )
    assert "edition 1" in issued.out
    [edition] = store_at(visit).editions()
    assert (edition.imprint.recipients, edition.imprint.issued, edition.imprint.file) == (
        "Embassy",
        True,
        "edition.pdf",
    )
    assert "Embassy" in run("editions", visit).out


def test_a_visit_that_is_there_is_not_replaced_unasked(run: Run, visit: str) -> None:
    again = run("load", "-", visit, stdin=document())
    assert again.code == 2
    assert "exists already" in again.err
    assert run("load", "-", visit, "--force", stdin=document()).code == 0


def test_one_that_is_not_there_is_named(run: Run, memory: Memory) -> None:
    del memory
    ran = run("dump", "memory://nothing")
    assert (ran.code, ran.err) == (4, "lohum-brief: nothing: there is no such visit.\n")
