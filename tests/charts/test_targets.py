"""Targets that a chart takes from the figures of its visit."""

from decimal import Decimal
from typing import Any

import pytest

from lohum_brief.charts.data import shaped
from lohum_brief.charts.faults import faults
from lohum_brief.language.interface import say
from lohum_brief.visit.records import AnyRecord, ChartRow, Figure, Metric, Observation, Particulars
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

D = Decimal

GOALS: list[AnyRecord] = [
    Particulars(id="v", audience="public", title=Text(en="V")),
    Figure(
        id="figure:goal",
        audience="guest",
        name=Text(en="Goal"),
        value=D(20),
        unit="kt/year",
        sources=("src:a",),
    ),
    Figure(
        id="figure:range",
        audience="guest",
        name=Text(en="R"),
        value=D(1),
        upper=D(2),
        unit="t/year",
    ),
    Figure(id="figure:money", audience="guest", name=Text(en="M"), value=D(1), unit="INR"),
    Metric(id="metric:now", audience="guest", name=Text(en="Now"), unit="t/year"),
    Metric(id="metric:plan", audience="guest", name=Text(en="Plan"), unit="t/year"),
    Observation(id="o1", audience="guest", metric="metric:now", value=D(1000), as_of="2025"),
    Observation(
        id="o2",
        audience="guest",
        metric="metric:plan",
        value=D(9000),
        as_of="2030",
        sources=("src:b",),
    ),
]


def gauge(**more: Any) -> Record:
    return Record(id="c", audience="guest", section="s", form="gauge", title=Text(en="C"), **more)


def test_a_target_is_what_a_figure_or_a_metric_holds_in_the_unit_of_the_chart() -> None:
    visit = Visit(GOALS)
    figure = shaped(gauge(metrics=("metric:now",), target_figure="figure:goal"), visit)
    metric = shaped(gauge(metrics=("metric:now",), target_metric="metric:plan"), visit)
    row = ChartRow(name="r", values=(D(1),), target_figure="figure:goal")
    rows = shaped(gauge(rows=(row,), unit="t/year"), visit)
    assert figure is not None
    assert metric is not None
    assert rows is not None
    assert (figure.target, metric.target, rows.rows[0].target) == (D(20000), D(9000), D(20000))
    assert figure.sources == rows.sources == ("src:a",)
    assert metric.sources == ("src:b",)


def test_a_target_that_its_reader_may_not_know_is_not_drawn() -> None:
    chart = shaped(
        gauge(metrics=("metric:now",), target_figure="figure:goal"),
        Visit(r for r in GOALS if r.id != "figure:goal"),
    )
    assert chart is not None
    assert chart.target is None
    assert "src:a" not in chart.sources


@pytest.mark.parametrize(
    ("fields", "field", "why"),
    [
        ({"target": D(1), "target_figure": "figure:goal"}, "target", "said twice"),
        ({"target_metric": "metric:plan", "target_figure": "figure:goal"}, "target", "said twice"),
        ({"target_figure": "figure:range"}, "target_figure", "is a range"),
        ({"target_figure": "figure:money"}, "target_figure", "INR cannot be converted into t/year"),
    ],
)
def test_a_target_that_cannot_be_drawn_is_a_fault_and_is_not_drawn(
    fields: dict[str, Any], field: str, why: str
) -> None:
    record, visit = gauge(metrics=("metric:now",), **fields), Visit(GOALS)
    [(where, message)] = faults(record, visit)
    assert where == field
    assert why in say(message)
    assert shaped(record, visit) is not None
