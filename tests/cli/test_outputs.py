"""Another kind of file than PDF: one module, and commands, names and editions know it."""

import json
import re
from pathlib import Path

import pytest

from lohum_brief.release.editions import find, is_file_of
from lohum_brief.release.output import output_of, suffixes
from lohum_brief.store.locate import store_at
from tests.cli.conftest import Run, document

pytestmark = pytest.mark.usefixtures("plain_text")


def test_the_suffix_of_the_file_says_what_a_pack_becomes(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    assert suffixes() == [".pdf", ".txt"]
    for name in ("guests.txt", "guests.TXT", "guests.pdf", "guests.doc", "guests"):
        assert run("export", visit_file, "--pack", "guests", "-o", tmp_path / name).code == 0
        begun = b"written " if name.lower().endswith(".txt") else b"%PDF-"
        assert (tmp_path / name).read_bytes().startswith(begun)


def test_all_packs_become_the_kind_of_file_that_is_asked_for(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    for form, suffix in (((), "pdf"), (("--format", "txt"), "txt"), (("--format=.TXT",), "txt")):
        folder = tmp_path / "".join(("packs", *form)).replace("-", "").replace("=", "")
        assert run("export", visit_file, "--all", *form, "-o", folder).code == 0
        assert {path.suffix for path in folder.iterdir()} == {f".{suffix}"}
        begun = b"written " if suffix == "txt" else b"%PDF-"
        assert all(path.read_bytes().startswith(begun) for path in folder.iterdir())
    ran = run("export", visit_file, "--all", "--format", "doc", "-o", tmp_path / "none")
    assert (ran.code, "“doc” is no kind of file; there are pdf, txt" in ran.err) == (2, True)
    assert not (tmp_path / "none").exists()
    ran = run("export", visit_file, "--pack", "guests", "--format", "txt", "-o", tmp_path / "g")
    assert (ran.code, "--format goes with --all" in ran.err) == (2, True)


def test_all_editions_become_the_kind_of_file_that_is_asked_for(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "packs"
    run("export", visit_file, "--all", "--issue", "--format", "txt", "-o", folder)
    files = (edition.imprint.file for edition in store_at(visit_file).editions())
    issued = {Path(file).name for file in files}
    assert issued
    assert issued == {path.name for path in folder.iterdir()}
    assert all(name.endswith(".txt") for name in issued)


def test_it_holds_what_the_pack_says_to_its_readers(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    for pack in ("guests", "hosts"):
        assert run("export", visit_file, "--pack", pack, "-o", tmp_path / f"{pack}.txt").code == 0
    guests, hosts = ((tmp_path / f"{pack}.txt").read_text("utf-8") for pack in ("guests", "hosts"))
    for said in ("नमस्ते", "Welcome <b>&amp; $x_1$ %s {count:guests}", "ようこそ"):
        assert said in guests
    assert "Confidential" not in guests
    assert "Confidential" in hosts
    assert "ようこそ" not in hosts


def test_an_edition_is_known_by_the_digest_of_its_kind(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "packs" / "guests-1.txt"
    out.parent.mkdir()
    assert run("export", visit_file, "--pack", "guests", "--issue", "-o", out).code == 0
    (edition,) = store_at(visit_file).editions()
    assert json.loads(run("editions", visit_file, "--json").out)[0]["sha256"] == output_of(
        out
    ).digest(out.read_bytes())
    assert find(edition.imprint, [visit_file.parent]) == out
    text = out.read_text("utf-8")
    out.write_text(re.sub(r"written \d+", "written 9999", text), "utf-8")
    assert is_file_of(out, edition.imprint), "the same, written at another time"
    ran = run("export", visit_file, "--pack", "guests", "-o", out)
    assert (ran.code, "it is edition 1 of guests" in ran.err) == (4, True), (
        "a draft never takes its place"
    )
    out.write_text(text.replace("ようこそ", "さようなら"), "utf-8")
    assert not is_file_of(out, edition.imprint)
    assert find(edition.imprint, [visit_file.parent]) is None


def test_a_file_that_says_it_is_an_edition_is_known_by_its_kind(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    out, other = tmp_path / "guests.txt", tmp_path / "other.lbrief"
    assert run("export", visit_file, "--pack", "guests", "--issue", "-o", out).code == 0
    assert run("load", "-", other, stdin=document()).code == 0
    ran = run("export", other, "--pack", "guests", "-o", out)
    assert (ran.code, "it says that it is edition 1" in ran.err) == (4, True)


def test_an_edition_of_no_known_kind_is_not_looked_for(
    run: Run, visit_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "guests.txt"
    assert run("export", visit_file, "--pack", "guests", "--issue", "-o", out).code == 0
    (edition,) = store_at(visit_file).editions()
    assert find(edition.imprint, [tmp_path]) == out
    monkeypatch.undo()
    assert find(edition.imprint, [tmp_path]) is None
