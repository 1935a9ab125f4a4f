"""Tables that count in other units than the records of the visit."""

from decimal import Decimal
from pathlib import Path

import pytest

from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.importing import preview
from lohum_brief.exchange.measuring import in_unit
from lohum_brief.exchange.preview import Preview, as_edit
from lohum_brief.exchange.reading import read_table
from lohum_brief.language.interface import say
from lohum_brief.language.units import convert
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Metric,
    Mineral,
    Observation,
    Particulars,
    Point,
    Record,
    Series,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed

D = Decimal


def metric(ident: str, name: str, unit: str) -> Metric:
    return Metric(id=ident, audience="guest", name=Text(en=name), unit=unit)


RECORDS: list[AnyRecord] = [
    Particulars(id="visit", audience="public", title=Text(en="Visit")),
    metric("metric:capacity", "Capacity", "t/year"),
    metric("metric:energy", "Energy", "MWh"),
    metric("metric:funding", "Funding", "INR"),
    metric("metric:ore", "Ore", "t"),
    Observation(
        id="obs:old", audience="guest", metric="metric:capacity", value=D(1000), as_of="2021"
    ),
    Figure(id="figure:outlay", audience="guest", name=Text(en="Outlay"), value=D(1), unit="INR"),
    Mineral(id="mineral:lithium", audience="public", name=Text(en="Lithium"), symbol="Li"),
    Series(
        id="series:lithium",
        audience="public",
        mineral="mineral:lithium",
        measure="mine",
        unit="t",
        points=(Point(place="AU", period="2023", value=D(5)),),
    ),
]
VISIT = Visit(RECORDS)


def read(folder: Path, kind: type[Record], *lines: str) -> Preview:
    path = folder / "table.tsv"
    path.write_text("\n".join(lines).replace("|", "\t"), "utf-8")
    return preview(VISIT, kind, read_table(path))


@pytest.mark.parametrize(
    ("name", "said", "value", "stored"),
    [
        ("Capacity", "kt/year", "20", "20000"),
        ("Capacity", "tpa", "20", "20"),
        ("Capacity", "lakh tonnes per year", "2.5", "250000"),
        ("Energy", "GWh", "1.5", "1500"),
        ("Energy", "गीगावाट-घंटे", "2", "2000"),
        ("Funding", "crore", "34", "340000000"),
        ("Funding", "₹ crore", "34", "340000000"),
        ("Funding", "करोड़ रुपये", "34", "340000000"),
        ("Funding", "Rs. lakh", "5", "500000"),
        ("Ore", "万トン", "3", "30000"),
        ("Ore", "लाख टन", "3", "300000"),
        ("Ore", "lb", "1", "0.00045359237"),
    ],
)
def test_a_value_in_another_unit_is_converted_and_it_is_said(
    tmp_path: Path, name: str, said: str, value: str, stored: str
) -> None:
    found = read(tmp_path, Observation, "Metric|Value|Unit|Date", f"{name}|{value}|{said}|2025")
    (record,) = found.added
    assert isinstance(record, Observation)
    assert str(record.value) == stored
    told = [note for note in map(say, found.notes) if "converted" in note]
    assert bool(told) == (value != stored)
    assert all(
        f"from {said} to " in note and f"such as {value} to {stored}" in note for note in told
    )
    beside = read(tmp_path, Observation, "Metric|Value|Date", f"{name}|{value} {said}|2025")
    if not said.startswith(("₹", "Rs", "crore")):
        assert [one.value for one in beside.added if isinstance(one, Observation)] == [D(stored)]


@pytest.mark.parametrize("said", ["kt", "GWh", "fathoms", "t/day", "USD"])
def test_what_cannot_be_converted_is_not_read(tmp_path: Path, said: str) -> None:
    found = read(tmp_path, Observation, "Metric|Value|Unit|Date", f"Capacity|20|{said}|2025")
    (unread,) = found.unread
    assert unread.place == (1, 1)
    assert f"“{said}”, which cannot be converted into “t/year”" in say(unread.why)
    assert found.empty


def test_what_is_no_exact_number_is_not_rounded() -> None:
    with pytest.raises(CellError, match="5 kg is no exact number in lb; write it in lb"):
        in_unit(D(5), "kg", "lb")
    assert in_unit(D(5), "t", "t") == (D(5), None)


def test_the_unit_may_stand_in_the_heading(tmp_path: Path) -> None:
    found = read(
        tmp_path, Observation, "Metric|Value (kt/year)|Date", "Capacity|20|2025", "Capacity|21|2026"
    )
    assert [one.value for one in found.added if isinstance(one, Observation)] == [
        D(20000),
        D(21000),
    ]
    assert "2 values are converted from kt/year to t/year, such as 20 to 20000." in map(
        say, found.notes
    )
    wide = read(
        tmp_path, Series, "Mineral|Stage|Country|2023 (kt)|2024 (kt)", "Lithium|mine|CN|5|6.25"
    )
    ((_, after),) = wide.changed
    assert isinstance(after, Series)
    assert [point.value for point in after.points] == [D(5), D(5000), D(6250)]


def test_a_metric_that_has_readings_goes_on_counting_in_its_unit(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        Metric,
        "Name|Unit|Value|Date",
        "Capacity|kt/year|20|2025",
        "Salt|lakh tonnes|3|2025",
    )
    after = apply(VISIT, as_edit(VISIT, found, "t"))
    kept, salt = (
        after.by_id["metric:capacity"],
        next(one for one in after.of(Metric) if one.name["en"] == "Salt"),
    )
    assert isinstance(kept, Metric)
    assert (kept.unit, salt.unit) == ("t/year", "t")
    assert sorted(one.value for one in after.of(Observation)) == [D(1000), D(20000), D(300000)]
    refused = read(tmp_path, Metric, "Name|Unit|Value|Date", "Capacity|GWh|5|2025")
    assert "cannot be converted" in say(refused.unread[0].why)
    assert refused.empty


def test_the_points_of_a_series_are_in_one_unit(tmp_path: Path) -> None:
    rows = "Lithium|mine|AU|2024|5|kt", "Lithium|mine|CL|2024|6|t"
    found = read(tmp_path, Series, "Mineral|Stage|Country|Year|Value|Unit", *rows)
    ((_, after),) = found.changed
    assert isinstance(after, Series)
    assert (after.unit, [point.value for point in after.points]) == ("t", [D(5), D(5000), D(6)])
    new = read(
        tmp_path,
        Series,
        "Mineral|Stage|Country|Year|Value|Unit",
        "Lithium|reserves|AU|2024|5|lakh tonnes",
        "Lithium|reserves|CL|2024|6|kt",
    )
    (series,) = new.added
    assert isinstance(series, Series)
    assert (series.unit, [point.value for point in series.points]) == ("t", [D(500000), D(6000)])


def test_figures_keep_their_unit_and_new_ones_have_a_known_one(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        Figure,
        "Name|Value|Unit",
        "Outlay|34|₹ crore",
        "Support|¥5 trillion|",
        "Widgets|5|boxes",
    )
    ((_, outlay),) = found.changed
    stored = [outlay, *found.added]
    assert [(one.value, one.unit) for one in stored if isinstance(one, Figure)] == [
        (D(340000000), "INR"),
        (D(5000000000000), "JPY"),
        (D(5), "boxes"),
    ]
    (unread,) = read(tmp_path, Figure, "Name|Value|Unit", "Odd|5 kt|lb").unread
    assert say(unread.why) == "the value is in kt, its column in lb"


def test_a_second_import_of_the_same_table_changes_nothing(tmp_path: Path) -> None:
    lines = "Metric|Value|Unit|Date", "Capacity|20|kt/year|2025"
    after = apply(VISIT, as_edit(VISIT, read(tmp_path, Observation, *lines), "t"))
    again = preview(after, Observation, read_table(tmp_path / "table.tsv"))
    assert again.empty
    assert again.unchanged == 1


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Lithium mine production ('000 tonnes)", 38),
        ("Lithium mine production (in ’000 tonnes)", 38),
        ("Lithium mine production, 000 t", 38),
        ("Lithium mine production ('000 MT)", 38),
        ("Lithium mine production in kt", 38),
        ("Lithium mine production in lakh tonnes", 3800),
        ("Lithium mine production (All figures in lakh tonnes)", 3800),
    ],
)
def test_a_title_says_the_unit_of_a_series(visit: Visit, title: str, value: int) -> None:
    rows = (title, "Country|2022|2023", "Chile|38|41.4")
    (series,) = added(typed(visit, Series, *rows), Series)
    assert convert(series.points[0].value or Decimal(0), series.unit or "t", "kt") == value


def test_the_unit_of_a_series_that_no_table_says_has_to_be_answered(visit: Visit) -> None:
    rows = ("Lithium mine production", "Country|2022", "Chile|38")
    found = typed(visit, Series, *rows)
    assert [one.name for one in found.open] == ["unit"]
    assert not found.added
    (series,) = added(typed(visit, Series, *rows, answers={"unit": "kt"}), Series)
    assert series.unit == "kt"


@pytest.mark.parametrize(
    ("said", "kept"), [("名", "people"), ("台", "台"), ("か所", "か所"), ("इकाई", "इकाई")]
)
def test_what_only_counts_becomes_no_other_thing(visit: Visit, said: str, kept: str) -> None:
    for rows in (
        ("Parameter|Unit|2025", f"Machines|{said}|12"),
        ("Parameter|2025", f"Machines|12{said}"),
    ):
        found = typed(visit, Metric, *rows)
        (metric,), (value,) = added(found, Metric), added(found, Observation)
        assert (metric.unit, value.value) == (kept, Decimal(12))
