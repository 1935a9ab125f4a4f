"""A fourth language is a folder and its catalogue: no other file of the program knows of it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from lohum_brief.paths import catalogues
from lohum_brief.visit.version import MAJOR

FOLDER = Path(__file__).with_name("invented")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All words of the program, each in signs that tell that it was translated."""
    with (catalogues() / "hi.po").open("rb") as file:
        known = read_po(file)
    made = Catalog(locale="en")
    for entry in known:
        if entry.id:
            forms = [entry.id] if isinstance(entry.id, str) else entry.id
            said = [f"‹{form}›" for form in forms]
            made.add(
                entry.id, said[0] if isinstance(entry.id, str) else said, context=entry.context
            )
    made.add("Zemblan", "‹Zemblan›")
    path = tmp_path_factory.mktemp("zemblan") / "messages.mo"
    with path.open("wb") as file:
        write_mo(file, made)
    return path


class Zemblan:
    """The program with the language."""

    def __init__(self, folder: Path, catalogue: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(FOLDER), *filter(None, sys.path))),
            "ZEMBLAN_CATALOGUE": str(catalogue),
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
        }

    def __call__(self, *arguments: str, lang: str = "en", given: str = "", code: int = 0) -> str:
        return self.python("-m", "lohum_brief", *arguments, lang=lang, given=given, code=code)

    def python(self, *arguments: str, lang: str = "en", given: str = "", code: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env={**self.environment, "LOHUM_LANG": lang},
            input=given,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    def visit(self) -> dict[str, dict[str, Any]]:
        """The records of the visit by their ids."""
        document = json.loads(self("dump", "v.lbrief"))
        assert document["version"] == MAJOR
        return {record["id"]: record for record in document["records"]}


@pytest.fixture
def program(tmp_path: Path, catalogue: Path) -> Zemblan:
    made = Zemblan(tmp_path, catalogue)
    made("sample", "v.lbrief")
    return made


def edited(program: Zemblan, *edits: tuple[str, str, Any]) -> None:
    lines = [
        json.dumps({"op": "set", "id": ident, "field": field, "value": value})
        for ident, field, value in edits
    ]
    program("apply", "v.lbrief", given="\n".join(lines))


def pages(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_a_visit_is_edited_and_printed_in_it(program: Zemblan) -> None:
    edited(
        program,
        ("visit", "title.zz", "Vizito de la uzino"),
        ("visit", "title.state.zz", "approved"),
        ("visit", "purpose.zz", "La 31 nauara 2025 estas la tago."),
        ("hosts", "title.zz", "Kajero por gastigantoj"),
        ("hosts", "languages", ["zz", "ja"]),
    )
    program("export", "v.lbrief", "--pack", "hosts", "-o", "hosts.pdf")
    text = pages(program.folder / "hosts.pdf")
    assert "Vizito de la uzino" in text
    assert "‹For hosts›" in text  # words of the program, from the language's own catalogue
    assert "‹Draft› ¦ " in text  # its own marks
    assert "8 separa 2025" in text  # its own dates
    assert "‹[missing: ‹Zemblan›]›" in text  # what nobody has written yet
    title = program.visit()["visit"]["title"]
    assert (title["zz"], title["state"]["zz"]) == ("Vizito de la uzino", "approved")
    found = program("check", "v.lbrief")
    assert "The Zemblan text is missing." in found
    assert "“31 nauara 2025”: this month has no such day." in found
    assert "‹The ‹Zemblan› text is missing.›" in program("check", "v.lbrief", lang="zz")


def test_it_stands_in_a_pack_of_its_own_and_beside_others(program: Zemblan) -> None:
    edited(program, ("visit", "title.zz", "Vizito de la uzino"))
    for languages in ("zz", "hi,zz,ja"):
        program(
            "export",
            "v.lbrief",
            "--pack",
            "guests",
            "--languages",
            languages,
            "-o",
            f"{languages}.pdf",
        )
        text = pages(program.folder / f"{languages}.pdf")
        assert "Vizito de la uzino" in text
        assert "t/jaro" in text  # its own units


def test_lists_with_its_columns_are_read_and_written(program: Zemblan) -> None:
    rows = "Organisation,Organisation (Zemblan),Country\nFiji Metals,Fiĝi Metaloj,Fiji\n"
    (program.folder / "list.csv").write_text(rows, encoding="utf-8")
    program("import", "v.lbrief", "organisation", "list.csv")
    [added] = [
        record
        for record in program.visit().values()
        if record.get("name", {}).get("en") == "Fiji Metals"
    ]
    assert added["name"]["zz"] == "Fiĝi Metaloj"
    program("table", "v.lbrief", "organisation", "-o", "all.csv")
    written = (program.folder / "all.csv").read_text(encoding="utf-8-sig")
    assert "name.zz" in written.splitlines()[0]
    (program.folder / "all.csv").write_text(
        written.replace("Fiĝi Metaloj", "Fiĝiaj Metaloj"), encoding="utf-8-sig"
    )
    program("import", "v.lbrief", "organisation", "all.csv")
    assert program.visit()[added["id"]]["name"]["zz"] == "Fiĝiaj Metaloj"


def test_lists_in_it_are_read_by_its_own_words(program: Zemblan) -> None:
    rows = "Numero,Organizo,Lando,Flanko\n1,Suva Metalworks,Fiĝio,Gastoj\n"
    (program.folder / "list.csv").write_text(rows, encoding="utf-8")
    program("import", "v.lbrief", "organisation", "list.csv")
    [added] = [
        record
        for record in program.visit().values()
        if record.get("name", {}).get("en") == "Suva Metalworks"
    ]
    assert (added["country"], added["side"]) == ("FJ", "guest")
    rows = "Nomo,Manĝo,Ŝajna,Aĝo\nAnna Suva,Legomano,jes,40\n"
    (program.folder / "people.csv").write_text(rows, encoding="utf-8")
    told = program("import", "v.lbrief", "people", "people.csv", "--dry-run", "--json")
    columns = {one["heading"]: one["field"] for one in json.loads(told)["columns"]}
    assert columns == {"Nomo": "name", "Manĝo": "diet", "Ŝajna": "specimen", "Aĝo": ""}
    [person] = json.loads(told)["added"]
    assert (person["diet"], person["specimen"]) == ("vegetarian", True)


def imported(program: Zemblan, kind: str, rows: str) -> list[dict[str, Any]]:
    """The records that a table adds."""
    (program.folder / "list.csv").write_text(rows, encoding="utf-8")
    told = program("import", "v.lbrief", kind, "list.csv", "--dry-run", "--json")
    added: list[dict[str, Any]] = json.loads(told)["added"]
    return added


def test_what_its_cells_say_of_times_and_lists_is_read(program: Zemblan) -> None:
    added = imported(
        program,
        "programme",
        "Tago,Tempo,Daŭro,Priskribo\n"
        "2025-07-08,10:00 barata tempo,1 horo kaj 30 minutoj,Bonveno\n"
        "2025-07-08,12:00 ĝis 12:45,,Manĝo\n"
        "2a tago,15:00,duona horo,Teo\n",
    )
    assert [(one["start"][8:16], one["minutes"], one["title"]["en"]) for one in added] == [
        ("08T10:00", 90, "Bonveno"),
        ("08T12:00", 45, "Manĝo"),
        ("09T15:00", 30, "Teo"),
    ]
    [person] = imported(program, "people", "Nomo,Alergioj\nAnna Suva,lakto kaj ovo alergio\n")
    assert person["allergies"] == ["milk", "egg"]


def test_what_is_no_entry_of_its_lists_is_told_from_one(program: Zemblan) -> None:
    rows = (
        "Nomo,Organizo,Rimarko\n"
        "Anna Suva,Suva Metalworks,\n"
        "Ser Ben Nadi,same kiel supre,nur interne\n"
        "Preparita de la oficejo,,\n"
    )
    people = [one for one in imported(program, "people", rows) if one["kind"] == "person"]
    assert [one["given"]["en"] for one in people] == ["Anna", "Ben"]
    assert people[0]["organisation"] == people[1]["organisation"]
    assert (people[1]["audience"], people[1]["honorific"]) == ("host", "mr")


def test_columns_headed_by_its_times_are_read(program: Zemblan) -> None:
    rows = "Metric,Unit,2023,2024 (taks)\nScrap bought,t,10,12\n"
    added = imported(program, "metric", rows)
    values = [(one["as_of"], one.get("basis", "")) for one in added if one["kind"] == "observation"]
    assert values == [("2023", ""), ("2024", "estimated")]


def test_the_window_has_a_field_for_it(program: Zemblan) -> None:
    program.python(str(FOLDER / "typing_in_zemblan.py"), "v.lbrief")
    assert program.visit()["visit"]["title"]["zz"] == "Vizito"
