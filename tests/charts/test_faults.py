"""What is told of a chart that cannot be drawn, with and without a table shaped for it."""

from decimal import Decimal

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lohum_brief.charts.data import shaped
from lohum_brief.charts.faults import _seen, faults
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say, use
from lohum_brief.visit.records import Chart, Form, Metric, Observation, Particulars, Point, Series
from lohum_brief.visit.visit import Visit
from tests.charts.conftest import record, text

PARTICULARS = Particulars(id="visit", audience="public", title=text("v"))
PLACES, PERIODS = ("CN", "CL", "world", "other"), ("2023", "2024", "FY2024", "soon")
VALUES = st.sampled_from([None, *map(Decimal, ("0", "5", "0.5", "-5", "1e30"))])
POINTS = st.dictionaries(
    st.tuples(st.sampled_from(PLACES), st.sampled_from(PERIODS)), VALUES, max_size=6
)


@st.composite
def charts(draw: st.DrawFn) -> tuple[Chart, Visit]:
    forms: list[Form] = ["bar", "column", "stacked", "area", "line", "share", "multiples", "gauge"]
    some: list[Series] = [
        Series(
            id=f"s{number}",
            audience="public",
            mineral="m",
            measure="mine",
            as_of=draw(st.sampled_from(["", "2023"])),
            points=tuple(
                Point(place=place, period=period, value=value)
                for (place, period), value in points.items()
            ),
        )
        for number, points in enumerate(draw(st.lists(POINTS, min_size=1, max_size=2)))
    ]
    readings = [
        Observation(
            id=f"o{number}",
            audience="public",
            metric="x",
            value=value,
            as_of=draw(st.sampled_from(PERIODS)),
        )
        for number, value in enumerate(draw(st.lists(VALUES, max_size=3)))
        if value is not None
    ]
    of_series = draw(st.booleans())
    chart = record(
        draw(st.sampled_from(forms)),
        series=tuple(one.id for one in some) if of_series else (),
        metrics=() if of_series else ("x",),
        places=tuple(draw(st.lists(st.sampled_from(PLACES), unique=True, max_size=2))),
        periods=tuple(draw(st.lists(st.sampled_from(PERIODS), unique=True, max_size=2))),
        top=draw(st.integers(0, 2)),
    )
    return chart, Visit(
        [PARTICULARS, *some, Metric(id="x", audience="public", name=text("x")), *readings]
    )


@given(charts())
def test_what_is_seen_at_a_look_can_be_drawn(made: tuple[Chart, Visit]) -> None:
    if _seen(*made):
        assert shaped(*made) is not None


@given(charts())
def test_what_cannot_be_drawn_is_told_and_never_drawn(made: tuple[Chart, Visit]) -> None:
    told = [say(message) for _, message in faults(*made)]
    nothing = any(message.startswith("It names nothing that can be drawn") for message in told)
    assert nothing == (shaped(*made) is None)


@pytest.mark.parametrize(
    ("lang", "units"),
    [
        ("en", "kt (cobalt content); t (cobalt content)."),
        ("hi", "हज़ार\u00a0टन (कोबाल्ट अंश); टन (कोबाल्ट अंश)।"),
        ("ja", "千トン（コバルト純分）、トン（コバルト純分）。"),
    ],
)
def test_units_that_differ_are_named_in_the_readers_language(lang: Lang, units: str) -> None:
    series = [
        Series(id=f"s{i}", audience="public", mineral="m", measure="mine", unit=unit)
        for i, unit in enumerate(("kt, cobalt content", "t, cobalt content"))
    ]
    chart = record("bar", series=("s0", "s1"))
    use(lang)
    [message] = [
        said
        for field, said in faults(chart, Visit([PARTICULARS, *series, chart]))
        if field == "series"
    ]
    assert say(message).endswith(units)
