"""`export --issue` and `editions`."""

import json
from pathlib import Path
from typing import Any

import pytest

from lohum_brief.store.locate import store_at
from tests.cli.conftest import Ran, Run
from tests.cli.test_exporting import Renderings

EPOCH = "1753375200"


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def test_a_pack_is_issued_and_listed(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    ran = run(
        "export",
        visit_file,
        "--pack",
        "hosts",
        "--issue",
        "--for",
        "Ms Sato",
        "-o",
        tmp_path / "h.pdf",
    )
    assert (ran.code, ran.out) == (0, "hosts: edition 1, issued 24 July 2025, 22:10.\n")
    assert (tmp_path / "h.pdf").read_bytes() == b"%PDF hosts host 1"
    assert renderings[0][2] == int(EPOCH)
    head, row = run("editions", visit_file).out.splitlines()
    assert head.split()[:2] == ["Pack", "Edition"]
    assert row.split("  ")[0] == "hosts"
    for said in ("24 July 2025, 22:10", "Ms Sato", "hi,en", "host", "nothing changed"):
        assert said in row


def test_what_has_changed_since_is_told(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
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


def apply(run: Run, visit_file: Path, *edits: dict[str, Any]) -> None:
    lines = "\n".join(json.dumps({"op": "set", **edit}) for edit in edits)
    assert run("apply", visit_file, stdin=lines.encode()).code == 0


OLD = {"id": "p1", "field": "text.state.ja", "value": "old"}
MISSING = {"id": "p1", "field": "text.hi", "value": ""}
STAND_IN = {"id": "aims", "field": "title.hi", "value": "TBD"}


def issue(run: Run, visit_file: Path, out: Path, *more: str, pack: str = "guests") -> Ran:
    return run("export", visit_file, "--pack", pack, "--issue", *more, "-o", out)


def test_what_keeps_an_edition_back_is_told_by_its_cause(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    apply(run, visit_file, MISSING, OLD, STAND_IN, {"id": "p2", "field": "text.en", "value": "TBD"})
    ran = issue(run, visit_file, tmp_path / "g.pdf")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "Must be put right:",
        "  Stand-ins for a text: 1",
        "    aims.title.hi  “TBD” stands for something that is still to be written.",
        "Can be printed as it is, each place with --accept PLACE=REASON and --by NAME:",
        "  Hindi is missing: 1 text",
        "    p1.text.hi  The Hindi text is missing.",
        "  Japanese is old: 1 text",
        "    p1.text.ja  The original has changed since the Japanese text was written.",
        "",
    ], "nothing that guests may not read"
    assert ran.err == (
        "lohum-brief: “Guests” cannot be issued: Aims: “TBD” stands for something that is still "
        "to be written. "
        "(aims.title.hi) 2 more places keep it back.\n"
    )
    assert not renderings


def test_errors_refuse_and_mere_warnings_are_counted(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    apply(
        run,
        visit_file,
        {"id": "p2", "field": "text.hi", "value": "\ue000"},
        {"id": "p2", "field": "text.en", "value": "ＡＢ"},
    )
    refused = issue(run, visit_file, tmp_path / "h.pdf", pack="hosts")
    assert refused.code == 1
    assert "“Hosts” cannot be issued: ＡＢ: No font" in refused.err
    assert "  Characters without a font: 1 error" in refused.out.splitlines()
    assert (
        "1 warning does not keep it back; the command check lists it." in refused.out.splitlines()
    )
    apply(run, visit_file, {"id": "p2", "field": "text.hi", "value": "गुप्त"})
    warned = issue(run, visit_file, tmp_path / "h.pdf", pack="hosts")
    assert warned.code == 0
    assert "warning: p2 text.en: It has full-width letters or digits." in warned.err
    assert len(renderings) == 1


def test_what_may_wait_is_accepted_place_by_place_with_a_name_and_a_reason(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    apply(run, visit_file, MISSING, OLD)
    one = ("--accept", "p1.text.hi=agreed = by  phone", "--by", "A. Rao")
    refused = issue(run, visit_file, tmp_path / "g.pdf", *one)
    assert refused.code == 1
    assert "Hindi is missing" not in refused.out
    assert "Japanese is old: 1 text" in refused.out
    assert issue(run, visit_file, tmp_path / "g.pdf", *one, "--accept=p1.text.ja=late").code == 0
    [edition] = json.loads(run("editions", visit_file, "--json").out)
    assert edition["accepted"] == [
        {
            "cause": "missing",
            "record": "p1",
            "field": "text.hi",
            "reason": "agreed = by phone",
            "who": "A. Rao",
        },
        {"cause": "old", "record": "p1", "field": "text.ja", "reason": "late", "who": "A. Rao"},
    ]
    listed = run("editions", visit_file).out.splitlines()
    assert listed[-3:] == [
        "guests, edition 1: printed as it is",
        "  p1.text.hi  missing  A. Rao: agreed = by phone",
        "  p1.text.ja  old      A. Rao: late",
    ]
    assert len(renderings) == 1


def test_an_edition_with_nothing_accepted_says_so(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    assert issue(run, visit_file, tmp_path / "g.pdf").code == 0
    [edition] = json.loads(run("editions", visit_file, "--json").out)
    assert edition["accepted"] == []
    assert "printed as it is" not in run("editions", visit_file).out
    assert renderings


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("--accept", "p1.text.hi=x"), 2, "say with --by who answers"),
        (
            ("--accept", "p1.text.hi", "--by", "R"),
            2,
            "p1.text.hi: say who prints it as it is, and why.",
        ),
        (
            ("--accept", "p1.text.hi= ", "--by", "R"),
            2,
            "p1.text.hi: say who prints it as it is, and why.",
        ),
        (("--accept", "p9.text.hi=x", "--by", "R"), 2, "p9.text.hi is no place"),
        (("--accept", "p1.text.en=x", "--by", "R"), 2, "p1.text.en does not keep the pack back"),
        (
            ("--accept", "aims.title.hi=x", "--by", "R"),
            2,
            "aims.title.hi cannot be accepted: “TBD” stands",
        ),
        (("--accept", "p1.text.hi=" + "x" * 501, "--by", "R"), 2, "at most 500"),
    ],
)
@pytest.mark.usefixtures("renderings")
def test_what_cannot_be_accepted_is_refused(
    run: Run, visit_file: Path, tmp_path: Path, words: tuple[str, ...], code: int, why: str
) -> None:
    apply(run, visit_file, MISSING, STAND_IN)
    ran = issue(run, visit_file, tmp_path / "g.pdf", *words)
    assert ran.code == code
    assert why in ran.err
    assert run("editions", visit_file).out == "Nothing was issued yet.\n"


def test_all_packs_are_issued_but_those_that_are_kept_back(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    apply(run, visit_file, {"id": "p2", "field": "text.hi", "value": ""})
    ran = run("export", visit_file, "--all", "--issue", "-o", tmp_path / "packs")
    assert ran.code == 1
    assert "    p2.text.hi  The Hindi text is missing." in ran.out.splitlines()
    assert [pack.id for _visit, pack, _created in renderings] == ["guests"]
    ran = run(
        "export",
        visit_file,
        "--all",
        "--issue",
        "--accept",
        "p2.text.hi=x",
        "--by",
        "R",
        "-o",
        tmp_path / "packs",
    )
    assert (ran.code, "--accept goes with --pack only" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("--for X", "--for goes with --issue only"),
        ("--issue --for=" + "x" * 501, "one line of at most 500"),
    ],
)
@pytest.mark.usefixtures("renderings")
def test_what_makes_no_sense_is_refused(
    run: Run, visit_file: Path, tmp_path: Path, words: str, why: str
) -> None:
    ran = run("export", visit_file, "--pack", "guests", *words.split(), "-o", tmp_path / "out.pdf")
    assert ran.code == 2
    assert why in ran.err
    assert not (tmp_path / "out.pdf").exists()
    assert run("editions", visit_file).out == "Nothing was issued yet.\n"


def test_one_who_has_the_visit_open_issues_alone(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    with store_at(visit_file).open():
        ran = run("export", visit_file, "--pack", "guests", "--issue", "-o", tmp_path / "out.pdf")
    assert ran.code == 4


def test_a_pack_that_is_not_there_is_told(run: Run, visit_file: Path) -> None:
    assert "There is no pack nobody" in run("editions", visit_file, "--pack", "nobody").err


def test_of_which_draft_a_mark_is_and_what_has_changed_since(run: Run, visit_file: Path) -> None:
    marks = {
        pack["id"]: pack["mark"]
        for pack in json.loads(run("packs", visit_file, "--marks", "--json").out)
    }
    assert marks.keys() == {"guests", "hosts"}
    head, first, _second = run("packs", visit_file, "--marks").out.splitlines()
    assert head.endswith("Mark of a draft")
    assert first.endswith(marks["guests"])
    ran = run("editions", visit_file, "--mark", marks["guests"].upper())
    assert (ran.code, ran.out) == (0, f"{marks['guests']}: a draft of guests as it is now.\n")
    apply(run, visit_file, {"id": "p1", "field": "text.ja", "value": "別"})
    ran = run("editions", visit_file, "--mark", marks["guests"])
    assert ran.code == 0
    assert f"{marks['guests']}: a draft of guests as it was until " in ran.out
    assert "; since then: 1 changed.\n  Changed  paragraph  Welcome" in ran.out
    [found] = json.loads(run("editions", visit_file, "--mark", marks["guests"], "--json").out)
    assert (found["pack"], found["since"]["changed"]) == ("guests", ["p1"])
    assert run("editions", visit_file, "--pack", "hosts", "--mark", marks["guests"]).code == 1
    assert "mark" not in json.loads(run("packs", visit_file, "--json").out)[0]


def test_a_file_that_remembers_editions_is_not_replaced_by_one_that_does_not(
    run: Run, visit_file: Path, tmp_path: Path, renderings: Renderings
) -> None:
    run("export", visit_file, "--pack", "hosts", "--issue", "-o", tmp_path / "h.pdf")
    document = run("dump", visit_file).out
    for words in (("load", "-", visit_file), ("sample", visit_file), ("new", visit_file)):
        ran = run(*words, "--force", stdin=document.encode())
        assert ran.code == 2
        assert "has editions" in ran.err
    assert len(renderings) == 1
    assert len(json.loads(run("editions", visit_file, "--json").out)) == 1
