"""`import` and `table` as a user runs them."""

import json
from pathlib import Path

import pytest

from lohum_brief.store.file import open_visit
from tests.cli.conftest import Run

LIST = "氏名\tName\t所属\t役職\n見本 一郎\tMIHON Ichiro\t経済産業省\t課長\n山田 太郎\tYAMADA Taro\t経済産業省\t係長\n"


@pytest.fixture
def delegates(tmp_path: Path) -> Path:
    path = tmp_path / "delegates.csv"
    path.write_bytes(LIST.encode("cp932"))
    return path


def test_a_dry_run_shows_everything_and_changes_nothing(run: Run, visit_file: Path, delegates: Path) -> None:
    before = visit_file.read_bytes()
    ran = run("import", visit_file, "people", delegates, "--dry-run")
    assert ran.code == 0
    assert visit_file.read_bytes() == before
    for shown in ("CP932", "TAB", "name.ja", "post", "+ person:mihon-ichiro  Mihon Ichiro", "Records: 3 added"):
        assert shown in ran.out


def test_the_preview_as_json(run: Run, visit_file: Path, delegates: Path) -> None:
    delegates.write_bytes(delegates.read_bytes() + "佐藤 花 子\t\t\t\n".encode("cp932"))
    ran = run("import", visit_file, "people", delegates, "--dry-run", "--json")
    assert ran.code == 1
    found = json.loads(ran.out)
    assert [record["kind"] for record in found["added"]] == ["organisation", "person", "person"]
    assert found["unread"] == [
        {
            "sheet": "",
            "row": 4,
            "column": "A",
            "text": "佐藤 花 子",
            "why": "“佐藤 花 子” has more than two parts; use a column for the family name",
            "field": "Called, Japanese",
            "alone": False,
        }
    ]
    assert found["columns"][0] == {"column": "A", "heading": "氏名", "field": "name.ja"}


def test_a_list_is_imported_twice_and_stands_once(run: Run, visit_file: Path, delegates: Path) -> None:
    assert run("import", visit_file, "people", delegates, "--audience", "guest").code == 0
    ran = run("import", visit_file, "people", delegates)
    assert "0 added, 0 changed, 0 removed, 2 unchanged" in ran.out
    records = [json.loads(line.rstrip(",")) for line in run("dump", visit_file).out.splitlines()[1:-1]]
    people = [record for record in records if record["kind"] == "person"]
    assert [person["family"]["en"] for person in people] == ["Mihon", "Yamada"]
    assert {person["audience"] for person in people} == {"guest"}
    with open_visit(visit_file) as store:
        assert len(store.journal()) == 1


def test_with_what_cannot_be_read_nothing_is_changed_unless_wanted(run: Run, visit_file: Path, delegates: Path) -> None:
    delegates.write_bytes(delegates.read_bytes() + "佐藤 花 子\t\t\t\n".encode("cp932"))
    before = visit_file.read_bytes()
    ran = run("import", visit_file, "people", delegates)
    assert ran.code == 1
    assert "row 4, column A" in ran.out
    assert "Nothing was changed" in ran.err
    assert visit_file.read_bytes() == before
    ran = run("import", visit_file, "people", delegates, "--skip-unread")
    assert ran.code == 1
    assert "3 added" in ran.out
    assert "1 cell cannot be read" in ran.out


def test_cells_are_pasted_and_columns_said(run: Run, visit_file: Path) -> None:
    ran = run(
        "import",
        visit_file,
        "people",
        "-",
        "--map",
        "Who=name",
        "--map",
        "B=post",
        stdin=b"Who\tWhat\nMORI Ai\tClerk\n",
    )
    assert (ran.code, ran.err) == (0, "")
    assert "+ person:mori-ai  Mori Ai" in ran.out


def test_many_records_are_counted_and_not_all_shown(run: Run, visit_file: Path) -> None:
    rows = "".join(f"Body {i}\n" for i in range(50))
    ran = run("import", visit_file, "organisations", "-", "--dry-run", stdin=b"Organisation\n" + rows.encode())
    assert "… and 30 more" in ran.out
    assert "50 added" in ran.out


def test_changes_are_shown_field_by_field(run: Run, visit_file: Path, delegates: Path) -> None:
    run("import", visit_file, "people", delegates)
    ran = run("import", visit_file, "people", "-", "--dry-run", stdin="Name\t役職\nMIHON Ichiro\t部長\n".encode())
    assert "~ person:mihon-ichiro" in ran.out
    assert "    post.ja: 課長 → 部長" in ran.out


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_table_that_was_written_is_read_back_without_a_change(
    run: Run, visit_file: Path, delegates: Path, tmp_path: Path, suffix: str
) -> None:
    run("import", visit_file, "people", delegates)
    for kind in ("people", "organisations", "paragraphs", "packs", "sections", "visit"):
        out = tmp_path / f"{kind}{suffix}"
        assert run("table", visit_file, kind, "-o", out).code == 0
        ran = run("import", visit_file, kind, out)
        assert (ran.code, ran.err) == (0, "")
        assert "0 added, 0 changed, 0 removed" in ran.out


def test_text_that_a_spreadsheet_would_calculate_is_written_so_that_it_does_not(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    risky = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "'=1", "\t=1"]
    for number, text in enumerate(risky):
        record = {"kind": "group", "id": f"g{number}", "audience": "guest", "name": {"en": text}}
        run("apply", visit_file, stdin=json.dumps({"op": "add", "record": record}).encode())
    out = tmp_path / "groups.csv"
    run("table", visit_file, "groups", "-o", out)
    text = out.read_text("utf-8-sig")
    assert all(f",'{word}" in text or f",\"'{word}" in text for word in risky)
    assert "0 added, 0 changed, 0 removed, 10 unchanged" in run("import", visit_file, "groups", out).out


def test_a_visit_without_records_gives_a_form_to_fill_in(run: Run, visit_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "terms.csv"
    assert run("table", visit_file, "terms", "-o", out).code == 0
    heading = out.read_text("utf-8-sig").strip()
    assert heading.startswith("id,audience,name.hi,name.en,name.ja,")
    out.write_text(
        heading + "\n" + ",".join(["", "", "बैटरी", "battery", "電池"] + [""] * heading.count(",")) + "\n", "utf-8"
    )
    assert "1 added" in run("import", visit_file, "terms", out).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "{visit}", "spoons", "{list}"), "no records of kind spoons"),
        (("import", "{visit}", "people", "gone.csv"), "There is no file gone.csv"),
        (("import", "gone.lbrief", "people", "{list}"), "There is no file gone.lbrief"),
        (("import", "{visit}", "people", "{list}", "--json"), "--json goes with --dry-run"),
        (("import", "{visit}", "people", "{list}", "--day-first", "--month-first"), "either"),
        (("import", "{visit}", "people", "{list}", "--map", "name"), "COLUMN=FIELD"),
        (("import", "{visit}", "people", "{list}", "--map", "Nom=name"), "no column Nom"),
        (("import", "{visit}", "people", "{list}", "--map", "Name=hats"), "no field hats"),
        (("import", "{visit}", "people", "{list}", "--audience", "all"), "no audience all"),
        (("import", "{visit}", "people", "{list}", "--sheet", "A"), "has no sheets"),
        (("import", "{visit}", "people", "{list}", "--encoding", "martian"), "no encoding martian"),
        (("import", "{visit}", "people", "{list}", "--encoding", "ascii"), "line 1"),
        (("import", "{visit}", "people", "{list}", "--encoding", "ascii"), "--encoding"),
        (("table", "{visit}", "people"), "-o"),
        (("table", "{visit}", "people", "-o", "x.pdf"), ".pdf"),
        (("table", "{visit}", "people", "-o", "{visit}"), "visit file"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(
    run: Run, visit_file: Path, delegates: Path, words: tuple[str, ...], said: str
) -> None:
    before = visit_file.read_bytes()
    names = {"{visit}": str(visit_file), "{list}": str(delegates)}
    ran = run(*[names.get(word, word) for word in words])
    assert ran.code in (2, 3, 4)
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert visit_file.read_bytes() == before
