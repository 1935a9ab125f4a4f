"""A table of a mineral that the visit has not yet can be imported: the mineral is offered, from
reference data or by name.
"""

import datetime as dt

import pytest

from lohum_brief.language.interface import say
from lohum_brief.visit.records import Mineral, Particulars, Series
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, asked, typed


@pytest.fixture
def visit() -> Visit:
    """A visit without minerals."""
    return Visit(
        [
            Particulars(
                id="visit", audience="public", title=Text(en="Visit"), start=dt.date(2025, 12, 10)
            )
        ]
    )


ROWS = ("Country|2022|2023", "Australia|74700|91700", "Chile|38000|41400")


def test_a_title_that_names_a_mineral_of_the_reference_data_brings_it_once(visit: Visit) -> None:
    found = typed(visit, Series, "Lithium mine production (t)||", *ROWS)
    (mineral,) = added(found, Mineral)
    assert (mineral.id, mineral.name["ja"], mineral.symbol) == ("mineral:lithium", "リチウム", "Li")
    (series,) = added(found, Series)
    assert (series.mineral, len(series.points)) == ("mineral:lithium", 4)
    assert (
        sum("“Lithium” is not there yet and is added" in note for note in map(say, found.notes))
        == 1
    )


def test_where_nothing_names_it_the_minerals_are_offered_and_another_can_be_named(
    visit: Visit,
) -> None:
    rows = ("Mine production (t)||", *ROWS)
    found = typed(visit, Series, *rows)
    question = next(one for one in found.open if one.name == "mineral")
    assert "mineral:cobalt" in [choice.answer for choice in question.choices]
    (mineral,) = added(typed(visit, Series, *rows, answers={"mineral": "mineral:cobalt"}), Mineral)
    assert mineral.symbol == "Co"
    (mineral,) = added(typed(visit, Series, *rows, answers={"mineral": "Tungsten"}), Mineral)
    assert mineral.name["en"] == "Tungsten"
    (mineral,) = added(typed(visit, Series, *rows, answers={"mineral": "Nickel"}), Mineral)
    assert mineral.symbol == "Ni"


def test_a_column_of_minerals_brings_those_that_are_known_and_asks_about_others(
    visit: Visit,
) -> None:
    rows = (
        "Mineral|Measure|Country|Year|Production (kt)",
        "Cobalt|mine|Chile|2024|5",
        "Tungsten|mine|China|2024|67",
    )
    found = typed(visit, Series, *rows)
    assert asked(found) == {"A:Tungsten": ""}
    made = typed(visit, Series, *rows, answers={"A:Tungsten": "new"})
    assert [one.name["en"] for one in added(made, Mineral)] == ["Cobalt", "Tungsten"]
    assert len(added(made, Series)) == 2
    left = typed(visit, Series, *rows, answers={"A:Tungsten": "-"})
    assert [one.name["en"] for one in added(left, Mineral)] == ["Cobalt"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("D.R. Congo", "CD"),
        ("Côte d'Ivoire", "CI"),
        ("संयुक्त राज्य अमेरिका", "US"),
        ("इंग्लैंड", "GB"),
    ],
)
def test_countries_as_tables_write_them_are_known(visit: Visit, name: str, code: str) -> None:
    rows = ("Cobalt mine production (t)|", "Country|2024", f"{name}|5", "Chile|－")
    (series,) = added(typed(visit, Series, *rows), Series)
    assert [(point.place, point.value) for point in series.points] == [(code, 5), ("CL", None)]
