"""Charts that cannot be drawn as they are meant are found, with the field."""

from decimal import Decimal
from typing import Any

import pytest

from lohum_brief.checks.charts import findings
from lohum_brief.language.interface import say
from lohum_brief.visit.records import ChartRow, Observation
from lohum_brief.visit.visit import Visit
from tests.charts.conftest import DATA, RECORDS, record


def faults(form: str, **more: Any) -> list[tuple[str, str]]:
    found = list(findings(Visit([*DATA, record(form, **more)])))
    assert all(finding.severity == "error" for finding in found)
    return [(finding.field, say(finding.message)) for finding in found]


def test_sound_charts_have_no_findings() -> None:
    assert list(findings(Visit([*DATA, *RECORDS.values()]))) == []


def test_a_chart_that_names_nothing_is_found() -> None:
    ((field, message),) = faults("bar")
    assert field == ""
    assert "names nothing that can be drawn" in message
    assert faults("line", series=("lithium-mine",), periods=("1999",))
    assert faults("bar", names=("a",), rows=(ChartRow(values=(None,)),))


@pytest.mark.parametrize("form", ["scatter", "flow"])
def test_forms_that_need_rows_say_so(form: str) -> None:
    assert faults(form, series=("lithium-mine",)) == [
        ("rows", f"A chart of the form {form} needs rows.")
    ]


def test_a_timeline_needs_notes() -> None:
    assert faults("timeline", series=("lithium-mine",)) == [
        ("notes", "A timeline needs notes that have dates.")
    ]


def test_data_of_two_kinds_is_one_too_many() -> None:
    ((field, _),) = faults("bar", series=("lithium-mine",), metrics=("m0",))
    assert field == "rows"


def test_a_row_of_the_wrong_length_is_found() -> None:
    ((field, message),) = faults("bar", names=("a", "b"), rows=(ChartRow(values=(Decimal(1),)),))
    assert field == "rows.0.values"
    assert "1 values where 2" in message


def test_what_is_no_number_is_found() -> None:
    (one, *_) = faults(
        "bar", names=("a", "b"), rows=(ChartRow(values=(Decimal(1), Decimal("NaN"))),)
    )
    assert one == ("rows.0.values.1", "NaN is not a number that can be printed.")


def test_a_negative_part_of_a_whole_is_found() -> None:
    fields = [
        field
        for field, _ in faults(
            "share", names=("a", "b"), rows=(ChartRow(values=(Decimal(1), Decimal(-1))),)
        )
    ]
    assert fields == ["rows.0.values"]


def test_a_row_that_is_part_of_nothing_is_found() -> None:
    fields = [
        field
        for field, _ in faults("flow", names=("a",), rows=(ChartRow(values=(Decimal(1),), part=3),))
    ]
    assert fields == ["rows.0.part"]


def test_places_and_periods_that_no_series_has_are_found() -> None:
    found = faults(
        "column", series=("lithium-mine",), places=("CD", "JP"), periods=("2025", "1901")
    )
    assert [field for field, _ in found] == ["places.1", "periods.1"]


def test_what_is_counted_in_different_units_does_not_share_a_scale() -> None:
    ((field, message),) = faults("line", metrics=("m0", "m2"))
    assert field == "metrics"
    assert message.endswith("₹; t/year.")
    assert not faults("multiples", metrics=("m0", "m2"))
    assert faults("bar", series=("lithium-mine", "lithium-refinery"))
    assert not faults("share", series=("lithium-mine", "lithium-refinery"))


@pytest.mark.parametrize("form", ["line", "multiples"])
def test_readings_without_a_date_that_a_chart_over_time_leaves_out_are_told(form: str) -> None:
    undated = [
        Observation(id=f"u{i}", audience="public", metric="m0", value=Decimal(i), as_of=as_of)
        for i, as_of in enumerate(("", "spring", "2020"), 1)
    ]
    [found] = findings(Visit([*DATA, *undated, record(form, metrics=("m0",))]))
    assert (found.severity, found.field) == ("warning", "metrics.0")
    assert say(found.message) == (
        "2 readings of m0 are not in the chart, as they have no date: u1, u2."
    )
    assert list(findings(Visit([*DATA, *undated, record("bar", metrics=("m0",))]))) == []
