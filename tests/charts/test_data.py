"""Which figures a chart takes from a visit: all languages the same ones, exactly."""

from decimal import Decimal
from itertools import pairwise

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lohum_brief.charts.data import shaped
from lohum_brief.charts.lettering import spread
from lohum_brief.charts.periods import time
from lohum_brief.language.codes import LANGS
from lohum_brief.visit.concentration import concentration
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.records import (
    ChartRow,
    Metric,
    Mineral,
    Observation,
    Particulars,
    Point,
    Series,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.charts.conftest import RECORDS, chart, record, text, visit

PARTICULARS = Particulars(id="visit", audience="public", title=text("v"))
PLACES = st.sampled_from(["AU", "CN", "CL", "CD", "IN", "JP", "US", "ZW"])
AMOUNTS = st.dictionaries(PLACES, st.integers(1, 10**9), min_size=1)


def mined(values: dict[str, int], world: int | None = None) -> Visit:
    points = [
        Point(place=place, period="2025", value=Decimal(value)) for place, value in values.items()
    ]
    if world is not None:
        points.append(Point(place="world", period="2025", value=Decimal(world)))
    return Visit(
        [
            PARTICULARS,
            Mineral(id="m", audience="public", name=text("m"), symbol="Li"),
            Series(id="s", audience="public", mineral="m", measure="mine", points=tuple(points)),
        ]
    )


@given(AMOUNTS, st.integers(1, 8))
def test_the_largest_are_shown_and_the_rest_is_one(values: dict[str, int], top: int) -> None:
    found = shaped(record("bar", series=("s",), top=top), mined(values))
    assert found is not None
    order = sorted(values.values(), reverse=True)
    assert found.values == [*order[:top], *([sum(order[top:])] if len(order) > top else [])]
    assert all(isinstance(value, Decimal) for value in found.values)


@given(AMOUNTS, st.integers(0, 10**9))
def test_a_share_is_of_the_world_and_tells_its_concentration(
    values: dict[str, int], more: int
) -> None:
    world = sum(values.values()) + more
    visit = mined(values, world)
    found = shaped(record("share", series=("s",), top=5), visit)
    assert found is not None
    assert found.whole == world
    known = concentration(visit.of(Series)[0])
    assert known is not None
    assert float(known.hhi) == pytest.approx(
        sum((value / world * 100) ** 2 for value in values.values())
    )
    assert found.concentration == known.hhi


@given(AMOUNTS)
def test_nothing_of_the_whole_is_lost(values: dict[str, int]) -> None:
    found = shaped(record("share", series=("s",), top=2), mined(values, sum(values.values()) + 7))
    assert found is not None
    assert sum(found.values) == sum(values.values()) + 7


def test_values_stay_exact() -> None:
    values = {"CN": "0.1", "CL": "0.2", "AU": "12345678901234567.891"}
    points = tuple(
        Point(place=place, period="2025", value=Decimal(value)) for place, value in values.items()
    )
    series = Series(id="s", audience="public", mineral="m", measure="mine", points=points)
    found = shaped(record("bar", series=("s",), top=1), Visit([PARTICULARS, series]))
    assert found is not None
    assert list(map(str, found.values)) == ["12345678901234567.891", "0.3"]


def test_several_series_share_their_periods_and_keep_their_estimates() -> None:
    def series(ident: str, years: dict[str, bool]) -> Series:
        points = tuple(
            Point(place="world", period=y, value=Decimal(y), estimated=e) for y, e in years.items()
        )
        return Series(id=ident, audience="public", mineral=ident, measure="demand", points=points)

    both = [series("a", {"2025": True, "2023": False}), series("b", {"2024": False, "2025": False})]
    found = shaped(record("line", series=("a", "b")), Visit([PARTICULARS, *both]))
    assert found is not None
    assert [name["en"] for name in found.names] == ["2023", "2024", "2025"]
    assert [[value and int(value) for value in row.values] for row in found.rows] == [
        [2023, None, 2025],
        [None, 2024, 2025],
    ]
    assert [row.estimated for row in found.rows] == [{2}, frozenset()]


def test_places_and_periods_are_those_that_the_record_names() -> None:
    wanted = record(
        "column", series=("lithium-mine",), places=("CD", "AE"), periods=("2023", "2025")
    )
    found = shaped(wanted, visit())
    assert found is not None
    assert [name["en"] for name in found.names] == ["DR Congo", "United Arab Emirates"]
    assert [row.name["en"] for row in found.rows] == ["2023", "2025"]


def test_each_of_several_series_is_shown_in_its_own_latest_period() -> None:
    both = Visit(
        [
            *mined({"AU": 3}),
            Series(
                id="t", audience="public", mineral="m", measure="refinery",
                points=(Point(place="world", period="2026", value=Decimal(2)),),
            ),
        ]
    )  # fmt: skip
    found = shaped(record("column", series=("s", "t")), both)
    assert found is not None
    assert [row.values for row in found.rows] == [(Decimal(3), None), (None, Decimal(2))]
    assert [name["en"] for name in found.names] == ["Australia", "World"]
    assert [row.name["en"] for row in found.rows] == [
        "Mine production\u00a02025",
        "Refinery production\u00a02026",
    ]


def test_names_are_there_in_every_language() -> None:
    for name in RECORDS:
        found = chart(name)
        for words in (*found.names, *(row.name for row in found.rows if row.name)):
            assert all(words[lang] for lang in LANGS), (name, words)


def test_a_missing_language_is_marked_and_never_replaced() -> None:
    rows = (ChartRow(name=Text(en="Only English"), values=(Decimal(1),)),)
    found = shaped(record("bar", names=("x",), rows=rows), visit())
    assert found is not None
    assert found.rows[0].name["en"] == "Only English"
    assert (
        found.rows[0].name["ja"] == "［日本語未訳］"
        or "［" in found.rows[0].name["ja"]
        or "[" in found.rows[0].name["ja"]
    )


def test_of_conflicting_readings_the_chosen_one_is_drawn() -> None:
    readings = [("2024", 5, False), ("2024", 7, True), ("2025", 9, False)]
    observations = [
        Observation(
            id=f"o{i}",
            audience="public",
            metric="m",
            value=Decimal(value),
            as_of=when,
            chosen=chosen,
        )
        for i, (when, value, chosen) in enumerate(readings)
    ]
    found = shaped(
        record("line", metrics=("m",)),
        Visit(
            [
                Particulars(id="v", audience="public", title=text("v")),
                Metric(id="m", audience="public", name=text("m")),
                *observations,
            ]
        ),
    )
    assert found is not None
    assert found.values == [7, 9]


def test_what_the_reader_may_not_know_is_not_drawn() -> None:
    rest = Visit(record for record in visit() if not isinstance(record, Series))
    assert shaped(RECORDS["share"], rest) is None
    assert shaped(RECORDS["multiples"], rest) is None


@pytest.mark.parametrize(
    ("period", "when"),
    [
        ("2025", 2025.0),
        ("2025-07", 2025.5),
        ("FY2024", 2024.25),
        ("spring", None),
        ("", None),
        ("2025-07-08-1", None),
    ],
)
def test_periods_lie_on_a_scale_of_time(period: str, when: float | None) -> None:
    assert time(period) == when


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(4, 20)), min_size=1, max_size=10))
def test_boxes_that_are_spread_keep_their_order_and_cover_none(
    wanted: list[tuple[float, float]],
) -> None:
    wanted.sort(reverse=True)
    heights = [height for _, height in wanted]
    high = sum(heights) + 50
    placed = spread([middle for middle, _ in wanted], heights, 0.0, high)
    for (y, height), (below, other) in pairwise(zip(placed, heights, strict=True)):
        assert y - height / 2 >= below + other / 2 - 1e-6
    assert placed[0] + heights[0] / 2 <= high + 1e-6
    assert placed[-1] - heights[-1] / 2 >= -1e-6


def test_rows_of_the_wrong_length_are_drawn_without_what_is_too_much() -> None:
    wrong = Record(
        id="c", audience="public", section="s", form="bar", title=text("t"), names=("a", "b"),
        rows=(ChartRow(values=(Decimal(1), Decimal("NaN"), Decimal(3))),),
    )  # fmt: skip
    found = shaped(wrong, visit())
    assert found is not None
    assert found.rows[0].values == (Decimal(1), None)
