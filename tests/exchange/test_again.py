"""What was just imported is there: the same table once more changes nothing."""

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview, as_edit
from lohum_brief.exchange.questions import AnswerError
from lohum_brief.exchange.sheets import Cell, Sheet
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import KINDS
from lohum_brief.visit.visit import Visit

DAY = dt.date(2000, 1, 1)
COLUMNS: Mapping[str, Mapping[str, list[Cell]]] = {
    "item": {
        "Title": ["A", "B"],
        "Date": [DAY, "2000-01-02", ""],
        "Time": [1.5, "1.5", "10:00", dt.time(1, 30), "1:05", "10:00-11:00", 9.3],
        "End": ["", "11:00", 12.0, 2.5],
        "Place": ["", "X", "Y"],
        "Groups": ["", "G1", "G2"],
    },
    "metric": {
        "Metric": ["A", "Capacity", "Capacity (kt)"],
        "Unit": ["", "foo bar", "t", "kt", "%", "MT", "t/year"],
        "Value": [5.0, "5 t", "5 kt", "5 foo", "12 MW", "約5", "about 5 foo bar", "5%", "", -1.5],
        "As of": ["", "2024", "2023"],
        "Basis": ["", "stated", "estimated"],
        "Source": ["", "S"],
    },
    "observation": {
        "Metric": ["Capacity", "capacity"],
        "Value": [5.0, "5 t/year", "5 kt/year", "5 foo", "約5", ""],
        "Unit": ["", "t/year", "foo"],
        "As of": ["", "2024"],
        "About": ["", "about"],
    },
    "person": {
        "氏名": ["山田 太郎", "山田\u3000太郎", ""],
        "Name": ["YAMADA Taro", "Taro Yamada", "Yamada", ""],
        "所属": ["METI", "経済産業省", "Foo", ""],
        "役職": ["Director", "Chief", ""],
        "敬称": ["", "Dr.", "Mr"],
        "班": ["", "A"],
    },
    "series": {
        "Mineral": ["Lithium", "Foo"],
        "Stage": ["mine", "refining"],
        "Country": ["JP", "India", ""],
        "Year": ["2024", "2023"],
        "Value": [5.0, "6 t", "7 kt", "W", "約5"],
        "Unit": ["t", "kt", ""],
    },
    "figure": {
        "Name": ["A", "B"],
        "Value": [5.0, "6 t", "7 kt", "8 foo", "約5"],
        "Unit": ["", "t", "foo", "kt", "₹ crore"],
        "As of": ["", "2024"],
    },
    "note": {
        "Sort": ["ask", "offer", ""],
        "Title": ["A", "B", ""],
        "Text": ["x", "y", ""],
        "Date": ["", "2024-01-01"],
        "Parties": ["", "METI", "Foo"],
    },
    "organisation": {
        "Name": ["METI", "Foo", "経済産業省"],
        "Abbreviation": ["", "METI", "FOO"],
        "Country": ["JP", "IN", ""],
    },
    "term": {
        "English": ["a", "A", "b"],
        "Hindi": ["क", ""],
        "Japanese": ["あ", "い", ""],
        "Abbr": ["", "X"],
    },
}
"""What the columns of a table of each kind may hold: few things, so that rows are alike."""


def answered(visit: Visit, kind: str, sheet: Sheet, said: dict[str, str]) -> Preview:
    """An import of which every question has its first answer, if `said` has none."""
    found = preview(visit, KINDS[kind], [sheet])
    given_: dict[str, str] = {}
    for _ in range(8):
        if not found.open:
            break
        for one in found.open:
            given_[one.name] = said.setdefault(one.name, one.choices[0].answer)
        try:
            found = preview(visit, KINDS[kind], [sheet], Options(answers=given_))
        except AnswerError:  # one answer has settled another question
            assume(False)
    return found


def hold(visit: Visit, kind: str, data: st.DataObject) -> None:
    columns = COLUMNS[kind]
    row = st.tuples(*[st.sampled_from(cells) for cells in columns.values()]).map(list)
    sheet = Sheet("List", [list(columns), *data.draw(st.lists(row, max_size=4))])
    said: dict[str, str] = {}
    found = answered(visit, kind, sheet, said)
    assume(not found.open and not found.unread)
    again = answered(apply(visit, as_edit(visit, found, "t")), kind, sheet, said)
    assert not again.added
    assert not [one.fields for one in again.changed]
    assert not again.unread
    assert not again.open


LOOSE = list(HealthCheck)


@pytest.mark.parametrize("kind", COLUMNS)
@settings(max_examples=40, deadline=None, suppress_health_check=LOOSE)
@given(data=st.data())
def test_what_was_imported_is_there(visit: Visit, kind: str, data: st.DataObject) -> None:
    hold(visit, kind, data)


@pytest.mark.nightly
@pytest.mark.parametrize("kind", COLUMNS)
@settings(max_examples=3_000, deadline=None, suppress_health_check=LOOSE)
@given(data=st.data())
def test_what_was_imported_is_there_whatever_it_was(
    visit: Visit, kind: str, data: st.DataObject
) -> None:
    hold(visit, kind, data)


TABLES: list[tuple[str, list[list[Cell]]]] = [
    ("item", [["Title", "Date", "Time"], ["A", DAY, "1:50"], ["A", DAY, 1.5], ["A", DAY, "10:00"]]),
    (
        "item",
        [
            ["Title", "Date", "Time", "Groups"],
            ["A", DAY, 1.5, ""],
            ["A", DAY, 1.5, "G1"],
            ["A", DAY, 1.5, "G2"],
        ],
    ),
    (
        "item",
        [["Title", "Date", "Time", "Place"], ["A", DAY, "9:00", "X"], ["A", DAY, "9:00", "Y"]],
    ),
    ("metric", [["Metric", "Value"], ["A", 5.0], ["A", 5.0]]),
]


@pytest.mark.parametrize(("kind", "rows"), TABLES)
def test_rows_that_are_alike_are_found_again(
    visit: Visit, kind: str, rows: list[list[Cell]]
) -> None:
    sheet = Sheet("List", rows)
    said: dict[str, str] = {}
    found = answered(visit, kind, sheet, said)
    assert not found.unread
    assert found.added
    assert answered(apply(visit, as_edit(visit, found, "t")), kind, sheet, said).empty


def test_a_value_in_another_unit_than_words_that_nobody_knows_is_refused_at_once(
    visit: Visit,
) -> None:
    sheet = Sheet("List", [["Metric", "Unit", "Value"], ["A", "foo bar", "5 t"]])
    found = preview(visit, KINDS["metric"], [sheet])
    assert [one.place for one in found.unread] == [(1, 2)]
    assert not found.added


def test_a_metric_that_is_listed_twice_with_other_values_is_refused(visit: Visit) -> None:
    sheet = Sheet("List", [["Metric", "Unit", "Value"], ["A", "t", 5.0], ["A", "t", 6.0]])
    found = preview(visit, KINDS["metric"], [sheet])
    assert [one.place[0] for one in found.unread] == [2]
