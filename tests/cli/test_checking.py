import json
import sqlite3
from pathlib import Path

from msgspec import structs

from lohum_brief.checks.run import check
from lohum_brief.checks.waiving import waive
from lohum_brief.store.locate import store_at
from lohum_brief.visit.records import Table
from tests.cli.conftest import Run, document
from tests.packs.conftest import small, text


def test_a_sound_visit_has_no_findings(run: Run, visit_file: Path) -> None:
    assert run("check", visit_file) == (0, f"{visit_file}: 0 errors, 0 warnings.\n", "")
    assert run("check", visit_file, "--json") == (0, "[]\n", "")


def test_warnings_alone_are_no_failure(run: Run, visit_file: Path) -> None:
    data = document(p1={"text": {"hi": "नमस्ते", "en": "Welcome"}})
    assert run("load", "-", visit_file, "--force", stdin=data).code == 0
    ran = run("check", visit_file)
    assert ran.code == 0
    assert ran.out == (
        "Warning: Missing languages\n"
        "  p1  text.ja  The Japanese text is missing.\n"
        "\n"
        f"{visit_file}: 0 errors, 1 warning.\n"
    )


def test_errors_are_named_and_end_with_1(run: Run, visit_file: Path) -> None:
    data = document(
        p1={"section": "gone"}, p2={"text": {"hi": "क", "en": "\U0001f9ff", "ja": "あ"}}
    )
    assert run("load", "-", visit_file, "--force", stdin=data).code == 0
    ran = run("check", visit_file, "--json")
    assert ran.code == 1
    assert [(f["severity"], f["rule"], f["record"], f["field"]) for f in json.loads(ran.out)] == [
        ("error", "characters", "p2", "text.en"),
        ("error", "references", "p1", "section"),
        ("info", "sections", "aims", ""),
    ]
    assert all(f["message"] for f in json.loads(ran.out))
    plain = run("check", visit_file)
    assert plain.code == 1
    assert "2 errors, 0 warnings" in plain.out


def test_what_was_ignored_is_counted_and_listed_on_request(run: Run, visit_file: Path) -> None:
    data = document(p1={"text": {"hi": "नमस्ते", "en": "Welcome"}})
    assert run("load", "-", visit_file, "--force", stdin=data).code == 0
    with store_at(visit_file).open() as store:
        store.commit(
            waive(
                store.visit,
                check(store.visit),
                "read out in English",
                "Asha Rao",
                "2025-07-08T20:00:00Z",
            )
        )
    ran = run("check", visit_file)
    assert (ran.code, ran.out) == (0, f"{visit_file}: 0 errors, 0 warnings, 1 ignored.\n")
    assert json.loads(run("check", visit_file, "--json").out) == []
    assert "Ignored by Asha Rao: read out in English" in run("check", visit_file, "--all").out
    [found] = json.loads(run("check", visit_file, "--json", "--all").out)
    assert (found["record"], found["ignored"]["who"]) == ("p1", "Asha Rao")
    applied = run(
        "apply",
        visit_file,
        stdin=b'{"op": "set", "id": "p1", "field": "text.en", "value": "Hello"}',
    )
    assert applied.code == 0
    assert "2 warnings." in run("check", visit_file).out  # and the Hindi is old now


def test_a_damaged_record_is_named(run: Run, visit_file: Path) -> None:
    data = visit_file.read_bytes()
    assert data.count(b"Confidential") == 1
    visit_file.write_bytes(data.replace(b"Confidential", b"Confidentiaz"))
    ran = run("check", visit_file, "--json")
    assert ran.code == 1
    assert ("error", "integrity", "p2") in [
        (f["severity"], f["rule"], f["record"]) for f in json.loads(ran.out)
    ]
    assert "p2" in run("check", visit_file).out
    exported = run("export", visit_file, "--pack", "guests", "-o", visit_file.with_name("out.pdf"))
    assert exported.code == 3
    assert "p2" in exported.err


def test_a_broken_journal_costs_the_undo_and_not_the_content(run: Run, visit_file: Path) -> None:
    assert run("apply", visit_file, stdin=b'{"op": "remove", "id": "p2"}').code == 0
    connection = sqlite3.connect(visit_file)
    connection.execute("UPDATE journal SET label = 'forged'")
    connection.commit()
    connection.close()
    ran = run("check", visit_file, "--json")
    assert ran.code == 0
    assert [(f["severity"], f["rule"]) for f in json.loads(ran.out)] == [("warning", "integrity")]


def test_what_no_page_has_room_for_is_an_error(run: Run, tmp_path: Path) -> None:
    table = structs.replace(
        small().of(Table)[0], columns=(text("Head"),) * 30, rows=(("11,111,103",) * 30,)
    )
    store_at(tmp_path / "wide.lbrief").create(small(changed={table.id: table}))
    ran = run("check", tmp_path / "wide.lbrief")
    assert ran.code == 1
    assert "Error: Too large for a page" in ran.out
    assert "“11,111,103” in column 1 cannot be parted" in ran.out
