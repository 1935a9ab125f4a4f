"""The example changes work in all places that the program has, and touch no more files than they
may.
"""

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest

from tests.house.changes import PATCHES, WHOLE, changed, run, touched


@pytest.mark.parametrize(("change", "aim"), PATCHES.items())
def test_a_change_touches_no_more_files_than_it_may(change: str, aim: int) -> None:
    assert len(touched(change)) <= aim


def test_examples_that_touch_nothing_are_there() -> None:
    assert all(path.exists() for path, _aim in WHOLE.values())


def visit_in(folder: Path, *records: Mapping[str, object]) -> None:
    assert run(folder, "new", "v.lbrief", "--date", "2025-07-08").returncode == 0
    edits = "".join(json.dumps({"op": "add", "record": record}) + "\n" for record in records)
    assert run(folder, "apply", "v.lbrief", given=edits).returncode == 0


def test_a_new_kind_is_edited_checked_written_as_a_table_and_read_from_one() -> None:
    tent = {"en": "Tent 1", "hi": "तंबू 1", "ja": "テント1"}
    with changed("kind") as folder:
        visit_in(
            folder, {"kind": "tent", "id": "v1", "audience": "guest", "name": tent, "doors": 4}
        )
        assert run(folder, "check", "v.lbrief").returncode == 0
        assert run(folder, "table", "v.lbrief", "tent", "-o", "out.csv").returncode == 0
        with (folder / "out.csv").open(encoding="utf-8-sig") as file:
            [row] = csv.DictReader(file)
        assert (row["name.ja"], row["doors"]) == ("テント1", "4")
        (folder / "in.csv").write_text("Name,Doors\nTent 1,6\nTent 3,2\n", encoding="utf-8")
        assert run(folder, "import", "v.lbrief", "tent", "in.csv").returncode == 0
        document = json.loads(run(folder, "dump", "v.lbrief").stdout)
        found = {
            record["name"]["en"]: record
            for record in document["records"]
            if record["kind"] == "tent"
        }
        assert {name: record["doors"] for name, record in found.items()} == {
            "Tent 1": 6,
            "Tent 3": 2,
        }
        assert found["Tent 1"]["id"] == "v1"
        assert found["Tent 3"]["audience"] == "guest"


def test_a_new_content_of_sections_prints_what_its_readers_may_read() -> None:
    body = {"en": "Bank", "hi": "बैंक", "ja": "銀行"}
    section = {
        "kind": "section", "id": "short", "audience": "guest", "content": "abbreviations",
        "title": {"en": "Short names", "hi": "संक्षेप", "ja": "略称"},
    }  # fmt: skip
    pack = {
        "kind": "pack", "id": "p", "audience": "guest", "languages": ["en", "ja"], "sections": ["short"], "form": "sheet",
        "title": {"en": "Names", "hi": "नाम", "ja": "名称"},
    }  # fmt: skip
    with changed("section") as folder:
        visit_in(
            folder,
            {
                "kind": "organisation",
                "id": "o1",
                "audience": "guest",
                "name": body,
                "abbreviation": "BNK",
            },
            {
                "kind": "organisation",
                "id": "o2",
                "audience": "host",
                "name": body,
                "abbreviation": "HID",
            },
            section,
            pack,
        )
        done = run(folder, "export", "v.lbrief", "--pack", "p", "-o", "p.pdf")
        assert done.returncode == 0, done.stderr
        text = text_of(folder / "p.pdf")
        assert "BNK" in text
        assert "銀行" in text
        assert "HID" not in text


def test_a_new_check_is_asked_and_named() -> None:
    long = {"en": "A title " * 12, "hi": "शीर्षक", "ja": "題"}
    with changed("check") as folder:
        visit_in(folder, {"kind": "section", "id": "long", "audience": "guest", "title": long})
        done = run(folder, "check", "v.lbrief")
        assert "The title takes more than a line." in done.stdout
        assert "Long titles" in done.stdout


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "".join(page.get_textpage().get_text_range() for page in document)
