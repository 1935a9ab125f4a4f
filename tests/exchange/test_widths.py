"""No cell of a table is passed over: a row that is wider than the heading is an error, a column
without a heading is listed.
"""

from pathlib import Path

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_table
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Metric, Observation, Person, Record
from lohum_brief.visit.visit import Visit
from tests.exchange.files import grid, xlsx


def commas(visit: Visit, tmp_path: Path, kind: type[Record], text: str, **answers: str) -> Preview:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return preview(visit, kind, read_table(path), Options(answers=answers))


def test_a_number_that_a_comma_parts_is_no_value(visit: Visit, tmp_path: Path) -> None:
    found = commas(
        visit, tmp_path, Metric, "Metric,Unit,2023,2024\nStock,t,10,000,20,000\nOutput,t,500,600\n"
    )
    (unread,) = found.unread
    assert unread.place == (1, 4)
    assert "the row has 6 cells and the heading 4" in say(unread.why)
    assert "quotation marks" in say(unread.why)
    assert [str(one.value) for one in found.added if isinstance(one, Observation)] == ["500", "600"]


def test_a_body_with_a_comma_is_not_cut(visit: Visit, tmp_path: Path) -> None:
    found = commas(
        visit,
        tmp_path,
        Person,
        "Name,Post,Organisation\nTaro Yamada,Director, METI, Tokyo\nHana Ito,Manager,JETRO\n",
    )
    assert [unread.place for unread in found.unread] == [(1, 3)]
    assert [one.family["en"] for one in found.added if isinstance(one, Person)] == ["Ito"]


def test_empty_cells_beyond_the_heading_are_nothing(visit: Visit, tmp_path: Path) -> None:
    found = commas(visit, tmp_path, Person, "Name,Post\nTaro Yamada,Director,,\nHana Ito,Manager\n")
    assert not found.unread
    assert len(found.added) == 2


def test_a_column_without_a_heading_is_listed_and_can_be_kept(visit: Visit, tmp_path: Path) -> None:
    text = "Name,,Organisation\nTaro Yamada,Director,METI\n"
    found = commas(visit, tmp_path, Person, text)
    assert ("B", "", "") in found.columns
    assert "B" in [question.name for question in found.questions]
    (person,) = [
        one
        for one in commas(visit, tmp_path, Person, text, B="post").added
        if isinstance(one, Person)
    ]
    assert person.post["en"] == "Director"


def test_a_column_of_a_workbook_without_a_heading_is_listed_too(
    visit: Visit, tmp_path: Path
) -> None:
    path = xlsx(
        tmp_path / "list.xlsx", grid(["Name", "Post"], ["Taro Yamada", "Director", "Mumbai"])
    )
    found = preview(visit, Person, read_table(path), Options())
    assert ("C", "", "") in found.columns
    assert not found.unread
