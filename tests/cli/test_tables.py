"""`import` and `table` as a user runs them."""

import json
from pathlib import Path

import pytest

from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import use
from lohum_brief.store.locate import store_at
from lohum_brief.visit.records import Item, Person
from tests.cli.conftest import Run

LIST = "氏名\tName\t所属\t役職\n見本 一郎\tMIHON Ichiro\t経済産業省\t課長\n山田 太郎\tYAMADA Taro\t経済産業省\t係長\n"


@pytest.fixture
def delegates(tmp_path: Path) -> Path:
    path = tmp_path / "delegates.csv"
    path.write_bytes(LIST.encode("cp932"))
    return path


def test_a_dry_run_shows_everything_and_changes_nothing(
    run: Run, visit_file: Path, delegates: Path
) -> None:
    before = visit_file.read_bytes()
    ran = run("import", visit_file, "people", delegates, "--dry-run")
    assert ran.code == 0
    assert visit_file.read_bytes() == before
    for shown in (
        "CP932",
        "TAB",
        "name.ja",
        "post",
        "+ person:mihon-ichiro  Mihon Ichiro",
        "Records: 3 added",
    ):
        assert shown in ran.out


MARKED = "Name,Organisation,Remarks\nAsha Rao,Ministry,\nRavi Nair,,Internal: clearance\n"


def test_who_will_read_each_record_is_shown_and_turned(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    table = tmp_path / "people.csv"
    table.write_text(MARKED)
    ran = run("import", visit_file, "people", table, "--dry-run")
    for shown in (
        "For guests: Organisations 1, People 1\n",
        "For hosts: People 1 (C3 says “Internal: clearance”)\n",
        "+ org:ministry  Ministry  [For guests]\n",
        "+ person:rao-asha  Rao Asha  [2: For guests]\n",
        "+ person:nair-ravi  Nair Ravi  [3: For hosts; C3 says “Internal: clearance”]\n",
    ):
        assert shown in ran.out
    choices = ("--audience", "public", "--audience", "3=guest", "--audience", "org:ministry=host")
    ran = run("import", visit_file, "people", table, *choices)
    assert ran.code == 0
    assert "[3: For guests; C3 says “Internal: clearance”]" in ran.out
    held = {one.id: one.audience for one in store_at(visit_file).read()}
    read_by = [held[one] for one in ("org:ministry", "person:rao-asha", "person:nair-ravi")]
    assert read_by == ["host", "public", "guest"]
    found = json.loads(run("import", visit_file, "people", table, "--dry-run", "--json").out)
    (raised,) = found["readers"]
    assert raised == {
        "id": "person:nair-ravi",
        "name": "3",
        "audience": "host",
        "kept": "host",
        "why": "C3 says “Internal: clearance”",
    }, "a second import closes again what its cell keeps from guests"


def test_an_answer_may_be_said_in_the_words_of_any_language(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    table = tmp_path / "people.csv"
    table.write_text(MARKED)
    ran = run("import", visit_file, "people", table, "--dry-run", "--answer", "audience=受入れ側用")
    assert "+ person:rao-asha  Rao Asha  [2: For hosts]" in ran.out


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


def test_a_list_is_imported_twice_and_stands_once(
    run: Run, visit_file: Path, delegates: Path
) -> None:
    assert run("import", visit_file, "people", delegates, "--audience", "guest").code == 0
    ran = run("import", visit_file, "people", delegates)
    assert "0 added, 0 changed, 0 removed, 2 unchanged" in ran.out
    records = [
        json.loads(line.rstrip(",")) for line in run("dump", visit_file).out.splitlines()[1:-1]
    ]
    people = [record for record in records if record["kind"] == "person"]
    assert [person["family"]["en"] for person in people] == ["Mihon", "Yamada"]
    assert {person["audience"] for person in people} == {"guest"}
    with store_at(visit_file).open() as store:
        assert len(store.journal()) == 1


def test_a_name_in_doubt_is_shown_and_turned(run: Run, visit_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Needs\nAsha Rao,x\nHe Jiankui,y\n")
    ran = run("import", visit_file, "people", path, "--dry-run")
    assert ran.code == 0
    assert "? A3: “He Jiankui” is read as family name He, given name Jiankui." in ran.out
    assert "    --reading A3=2  family name Jiankui, given name He\n" in ran.out
    found = json.loads(run("import", visit_file, "people", path, "--dry-run", "--json").out)
    assert found["names"][0]["cell"] == "A3"
    assert found["names"][0]["readings"][1] == {
        "family": "Jiankui",
        "given": "He",
        "dignity": "",
        "forces": "",
        "retired": False,
        "honorific": "none",
        "suffix": "",
    }
    assert run("import", visit_file, "people", path, "--reading", "A3=2").code == 0
    with store_at(visit_file).open() as store:
        assert [one.family["en"] for one in store.visit.of(Person)][-2:] == ["Rao", "Jiankui"]
    assert run("import", visit_file, "people", path, "--reading", "B7").code == 2
    assert run("import", visit_file, "people", path, "--reading", "A2=2").code == 2


def test_with_what_cannot_be_read_nothing_is_changed_unless_wanted(
    run: Run, visit_file: Path, delegates: Path
) -> None:
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
    ran = run(
        "import",
        visit_file,
        "organisations",
        "-",
        "--dry-run",
        stdin=b"Organisation\n" + rows.encode(),
    )
    assert "… and 30 more" in ran.out
    assert "--dry-run --json" in ran.out
    assert "50 added" in ran.out


def test_every_cell_that_cannot_be_read_is_named(run: Run, visit_file: Path) -> None:
    rows = "".join(f"Body {i}\tNowhere\n" for i in range(25))
    ran = run(
        "import",
        visit_file,
        "organisations",
        "-",
        "--dry-run",
        stdin=b"Organisation\tCountry\n" + rows.encode(),
    )
    assert all(f"row {at}, column B" in ran.out for at in range(2, 27))


def test_changes_are_shown_field_by_field(run: Run, visit_file: Path, delegates: Path) -> None:
    run("import", visit_file, "people", delegates)
    ran = run(
        "import",
        visit_file,
        "people",
        "-",
        "--dry-run",
        stdin="Name\t役職\nMIHON Ichiro\t部長\n".encode(),
    )
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
    assert (
        "0 added, 0 changed, 0 removed, 10 unchanged"
        in run("import", visit_file, "groups", out).out
    )


def test_a_visit_without_records_gives_a_form_to_fill_in(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "terms.csv"
    assert run("table", visit_file, "terms", "-o", out).code == 0
    heading = out.read_text("utf-8-sig").strip()
    assert heading.startswith("id,audience,name.hi,name.en,name.ja,")
    out.write_text(
        heading
        + "\n"
        + ",".join(["", "", "बैटरी", "battery", "電池"] + [""] * heading.count(","))
        + "\n",
        "utf-8",
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
        (("import", "{visit}", "people", "{list}", "--audience", "2=all"), "no audience all"),
        (("import", "{visit}", "people", "{list}", "--audience", "99=guest"), "99"),
        (
            ("import", "{visit}", "people", "{list}", "--audience=host", "--audience=guest"),
            "said twice",
        ),
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


METRICS = "Parameter\tUnit\tFY 2023-24\tFY 2024-25 (est.)\nBlack mass output\tMT\t1,234\t>3,000\n"


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where answers are kept, for this test alone."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "lohum-brief" / "lists.json"


@pytest.fixture
def metrics(tmp_path: Path) -> Path:
    path = tmp_path / "metrics.csv"
    path.write_text(METRICS)
    return path


def test_an_import_is_refused_naming_the_question_until_it_is_answered(
    run: Run, visit_file: Path, metrics: Path, answers: Path
) -> None:
    before = visit_file.read_bytes()
    ran = run("import", visit_file, "metrics", metrics)
    assert ran.code == 1
    assert "? B:MT: Which unit is meant by MT? [has to be answered; likely: t]" in ran.out
    assert "--answer B:MT=…: t, Mt" in ran.out
    assert "1 row waits for an answer" in ran.out
    assert "1 question has to be answered first: " in ran.err
    assert (visit_file.read_bytes(), answers.exists()) == (before, False)
    ran = run("import", visit_file, "metrics", metrics, "--answer", "Unit:MT=t")
    assert (ran.code, ran.err) == (0, "")
    assert "3 added" in ran.out


def test_answers_are_kept_for_the_next_list_with_the_same_headings(
    run: Run, visit_file: Path, metrics: Path, answers: Path
) -> None:
    assert run("import", visit_file, "metrics", metrics, "--answer", "B:MT=t").code == 0
    assert answers.stat().st_mode & 0o777 == 0o600
    assert "Black mass" not in answers.read_text()
    metrics.write_text(METRICS.replace("Black mass output", "Nickel output"))
    ran = run("import", visit_file, "metrics", metrics)
    assert ran.code == 0
    assert "As for the last list with these headings: B:MT = t." in ran.out
    ran = run("import", visit_file, "metrics", metrics, "--dry-run", "--answer", "B:MT=Mt")
    assert "As for the last list" not in ran.out
    metrics.write_text(METRICS.replace("Parameter", "Indicator"))
    assert run("import", visit_file, "metrics", metrics, "--dry-run").code == 1, (
        "another shape is asked about anew"
    )


@pytest.mark.usefixtures("answers")
def test_an_answer_counts_for_the_word_that_was_asked_about_and_for_no_other(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("Kind,Point,For\nbackground,Growth,Both teams\n")
    assert run("import", visit_file, "notes", path, "--answer", "For=guest").code == 0
    path.write_text("Kind,Point,For\nbackground,Jobs,Both teams\nbackground,Losses,Board\n")
    ran = run("import", visit_file, "notes", path, "--dry-run")
    assert (ran.code, "? C: What do these mean" in ran.out) == (1, True)
    assert "1 added" in ran.out
    path.write_text("Point,For\nDo not mention losses,Guests\n")
    assert (
        run(
            "import", visit_file, "notes", path, "--answer", "kinds=background", "--skip-unread"
        ).code
        == 0
    )
    assert "? kinds" in run("import", visit_file, "notes", path, "--dry-run").out
    ran = run("import", visit_file, "notes", path, "--dry-run")
    assert "As for the last list with these headings: kinds = background." in ran.out
    other = path.with_name("other.csv")
    other.write_text("Point,For\nDo not mention losses,Guests\n")
    assert "kinds = background" not in run("import", visit_file, "notes", other, "--dry-run").out, (
        "of which kind notes are is said of one list only"
    )


@pytest.mark.parametrize(
    ("kind", "table", "said"),
    [
        (
            "people",
            "Title,Name\nVaidya,D. Y. Rao\nDr.,V. K. Singh (Retd.)\n",
            ("ranks=-", "A=keep"),
        ),
        ("people", "उपाधि,नाम\nडॉ.,सुनीता राव (सेवानिवृत्त)\nश्री,राम लाल\n", ("ranks=-",)),
        ("people", "氏名,役職\n山田 太郎 (要調整 担当),部長\n", ("brackets=-",)),
        ("people", "Name,Post\nAsha Rao (Room 5 please),Head\n", ("brackets=-",)),
        ("people", "Name,Post\nAsha Rao,lfpo\n", ("font-B=keep",)),
        ("metrics", "Metric,Unit,Value\nOutput,t,12+\n", ("about:+=about",)),
        ("notes", "Title,Point\nGrowth,More of it\n", ("kinds=ask",)),
        ("notes", "Point,For\nGrowth,Guests\n", ("kinds=ask",)),
        ("series", "Country,2023,2024\nIndia,5,6\n", ("mineral=Zinc", "measure=mine", "unit=t")),
    ],
)
def test_a_list_that_comes_again_is_read_as_it_was_answered(
    run: Run,
    visit_file: Path,
    tmp_path: Path,
    answers: Path,
    kind: str,
    table: str,
    said: tuple[str, ...],
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(table)
    options = [word for one in said for word in ("--answer", one)]
    ran = run("import", visit_file, kind, path, *options)
    assert ran.code == 0, ran.out + ran.err
    again = run("import", visit_file, kind, path, "--dry-run")
    assert again.code == 0, again.out
    assert "0 added, 0 changed" in again.out
    assert "As for the last list with these headings: " in again.out
    for word in ("要調整", "Room", "Rao", "राव"):
        assert word not in answers.read_text()


@pytest.mark.usefixtures("answers")
def test_an_answer_that_is_given_anew_takes_the_place_of_the_last(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Salutation,Name\nVaidya,D. Y. Rao\n")
    assert run("import", visit_file, "people", path, "--answer", "A=keep").code == 0
    ran = run("import", visit_file, "people", path, "--dry-run")
    assert "[now: keep]" in ran.out, "of one word only is asked, and its answer is known"
    ran = run("import", visit_file, "people", path, "--answer", "A=dr")
    assert (ran.code, "As for the last list" in ran.out) == (0, False)
    ran = run("import", visit_file, "people", path, "--dry-run")
    assert "[now: dr]" in ran.out


def test_a_list_without_headings_is_known_by_nothing(
    run: Run, visit_file: Path, tmp_path: Path, answers: Path
) -> None:
    path = tmp_path / "metrics.csv"
    path.write_text("Output\tMT\t5\n")
    maps = ("--map", "A=name", "--map", "B=unit", "--map", "C=value")
    assert run("import", visit_file, "metrics", path, *maps, "--answer", "B:MT=t").code == 0
    assert not answers.exists()


def test_settings_that_cannot_be_read_are_none(
    run: Run, visit_file: Path, metrics: Path, answers: Path
) -> None:
    answers.parent.mkdir(parents=True)
    for broken in (b"{", b'{"version": 2, "lists": {}}', b"\xff" * 100, b"[" * 100_000):
        answers.write_bytes(broken)
        assert run("import", visit_file, "metrics", metrics, "--dry-run").code == 1


def test_names_are_not_kept(run: Run, visit_file: Path, tmp_path: Path, answers: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("氏名,食事\n山田太郎,刺身不可\n")
    ran = run(
        "import", visit_file, "people", path, "--answer", "A:山田太郎=2", "--answer", "食事=vegan"
    )
    assert ran.code == 0
    assert "山田" not in answers.read_text()
    assert "vegan" in answers.read_text()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("B:MT=kg", "“kg” is no answer to B:MT; the answers are: t, Mt"),
        ("C=5", "Nothing is asked about C; the questions are: B:MT"),
        ("nothing", "answers no question; write --answer NAME=ANSWER"),
    ],
)
def test_an_answer_that_is_none_is_refused(
    run: Run, visit_file: Path, metrics: Path, answers: Path, answer: str, why: str
) -> None:
    ran = run("import", visit_file, "metrics", metrics, "--answer", answer)
    assert (ran.code, why in ran.err, answers.exists()) == (2, True, False)


def test_rows_that_wait_are_left_out_where_somebody_says_so(
    run: Run, visit_file: Path, tmp_path: Path, answers: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("氏名\n山田太郎\n森 愛\n")
    ran = run("import", visit_file, "people", path, "--skip-unread")
    assert ran.code == 1
    assert "1 added" in ran.out
    assert not answers.exists()


def test_a_cell_is_left_out_alone_and_named_in_words(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Consent date\nAsha RAO,soon\n")
    ran = run("import", visit_file, "people", path)
    assert ran.code == 1
    assert "! row 2, column B, Consent given on: “soon” is not a date" in ran.out
    assert "the rest of the row is read" in ran.out
    assert "1 added" in run("import", visit_file, "people", path, "--skip-unread").out


def test_the_preview_has_the_questions_as_json(
    run: Run, visit_file: Path, metrics: Path, answers: Path
) -> None:
    ran = run("import", visit_file, "metrics", metrics, "--dry-run", "--json")
    found = json.loads(ran.out)
    (question,) = [one for one in found["questions"] if one["needed"]]
    assert (question["name"], question["answers"], question["proposed"], question["answer"]) == (
        "B:MT",
        ["t", "Mt"],
        "t",
        "",
    )
    assert question["cells"] == [{"row": 2, "column": "B", "text": "MT"}]
    assert found["waiting"] == 1
    assert not answers.exists()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "write it on the 24-hour clock, as 14:30; the row is left out."),
        ("hi", "जैसे 14:30; पंक्ति छोड़ दी जाती है।"),
        (
            "ja",
            "! 2行目、A 列、時刻：「25:00」は時刻として読めません。14:30 のように24時間制で書いてください。この行は除きます。",
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence_of_the_language(
    run: Run, visit_file: Path, tmp_path: Path, lang: Lang, said: str
) -> None:
    table = tmp_path / "programme.csv"
    table.write_text("Time,Item\n25:00,Lunch\n", encoding="utf-8")
    use(lang)
    try:
        assert said in run("import", visit_file, "programme", table, "--dry-run").out
    finally:
        use(None)


def test_names_in_a_refusal_are_listed_as_japanese_lists_them(run: Run, visit_file: Path) -> None:
    use("ja")
    try:
        told = run(
            "export", visit_file, "--pack", "guests", "--languages", "ja,xx", "-o", "x.pdf"
        ).err
    finally:
        use(None)
    assert "指定できるのは hi、en、ja です" in told


def test_a_preview_in_japanese_says_names_and_numbers_as_japanese_does(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    people, programme = tmp_path / "people.csv", tmp_path / "programme.csv"
    people.write_text("Name,Post\nKim Min-su,Director\nSATO Jiro,Chief\n", "utf-8")
    programme.write_text("Time,Item,Date\n10:00,Opening,2025-07-08\n", "utf-8")
    use("ja")
    ran = run("import", visit_file, "people", people, "--dry-run")
    assert "「Kim Min-su」は姓 Kim、名 Min-su と読み取ります。" in ran.out
    assert "新規：人物2名" in ran.out
    assert "新規：予定1件" in run("import", visit_file, "programme", programme, "--dry-run").out
    assert (
        "人物の見出しが見つかりません"
        in run("import", visit_file, "people", programme, "--dry-run").err
    )


def test_a_heading_that_is_not_found_is_told_by_the_name_of_its_kind(
    run: Run, visit_file: Path, tmp_path: Path
) -> None:
    programme = tmp_path / "programme.csv"
    programme.write_text("Time,Item,Date\n10:00,Opening,2025-07-08\n", "utf-8")
    use("hi")
    assert "“व्यक्ति” के लिए" in run("import", visit_file, "people", programme, "--dry-run").err


@pytest.mark.parametrize("skip", [(), ("--skip-unread",)])
def test_a_column_that_may_be_title_or_text_is_named_and_nothing_is_imported(
    run: Run, visit_file: Path, tmp_path: Path, answers: Path, skip: tuple[str, ...]
) -> None:
    table = tmp_path / "programme.csv"
    table.write_text(
        "Date,Time,Activity,Particulars\n2025-07-08,10:00,Welcome,by the MD\n"
        "2025-07-08,After lunch,Tour,\n"
    )
    before = visit_file.read_bytes()
    ran = run("import", visit_file, "programme", table, *skip)
    assert ran.code == 1
    assert "D “Particulars”" in ran.err
    assert (visit_file.read_bytes(), answers.exists()) == (before, False)
    said = ("--answer", "Particulars=detail", "--answer", "Time=-")
    assert run("import", visit_file, "programme", table, *said).code == 0
    items = [one for one in store_at(str(visit_file)).read() if isinstance(one, Item)]
    assert [one.detail["en"] for one in items if one.title["en"] == "Welcome"][-1:] == ["by the MD"]
