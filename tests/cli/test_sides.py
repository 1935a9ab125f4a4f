"""People come to stand on the side of their organisation, however they come into a visit."""

import json
from pathlib import Path

import pytest

from lohum_brief.visit.document import decode
from lohum_brief.visit.records import Person, Side
from lohum_brief.visit.sides import side
from tests.cli.conftest import Run


@pytest.fixture
def hosted(run: Run, visit_file: Path) -> Path:
    plant = {
        "kind": "organisation",
        "id": "org:plant",
        "audience": "guest",
        "name": {"en": "Plant"},
        "side": "host",
    }
    guests = [
        {"kind": "person", "id": f"g{at}", "audience": "guest", "family": {"en": f"Guest{at}"}}
        for at in range(2)
    ]
    edits = [{"op": "add", "record": record} for record in (plant, *guests)]
    assert run("apply", visit_file, stdin="\n".join(map(json.dumps, edits)).encode()).code == 0
    return visit_file


def sides(run: Run, path: Path) -> dict[str, Side]:
    visit = decode(run("dump", path).out.encode(), "dump")
    return {one.family["en"]: side(one, visit) for one in visit.of(Person)}


@pytest.mark.parametrize("columns", ["Name,Organisation,Designation", "Name,Organisation,Side"])
def test_an_import_puts_people_on_the_side_of_their_organisation(
    run: Run, hosted: Path, tmp_path: Path, columns: str
) -> None:
    table = tmp_path / "people.csv"
    table.write_text(
        f"{columns}\nMr Ravi Iyer,Plant,{'Manager' if 'Designation' in columns else ''}\n"
    )
    assert run("import", hosted, "people", table).code == 0
    assert sides(run, hosted) == {"Guest0": "guest", "Guest1": "guest", "Iyer": "host"}


def test_apply_and_load_put_people_on_the_side_of_their_organisation(
    run: Run, hosted: Path, tmp_path: Path
) -> None:
    added = {
        "kind": "person",
        "id": "p",
        "audience": "guest",
        "family": {"en": "Iyer"},
        "organisation": "org:plant",
    }
    asked = {
        "kind": "person",
        "id": "q",
        "audience": "guest",
        "family": {"en": "Lent"},
        "organisation": "org:plant",
    }
    edits = [{"op": "add", "record": record} for record in (added, asked | {"side": "guest"})]
    assert run("apply", hosted, stdin="\n".join(map(json.dumps, edits)).encode()).code == 0
    stood = {"Guest0": "guest", "Guest1": "guest", "Iyer": "host", "Lent": "guest"}
    assert sides(run, hosted) == stood
    document, other = tmp_path / "v.json", tmp_path / "v.lbrief"
    document.write_text(run("dump", hosted).out, "utf-8")
    assert run("load", document, other).code == 0
    assert sides(run, other) == stood
