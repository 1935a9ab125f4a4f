"""Minerals side by side: the figures of the sources, the same rule as everywhere, nothing made up."""

from decimal import Decimal
from typing import Any

import hypothesis.strategies as st
import msgspec
from hypothesis import given

from lohum_brief.charts.comparison import Comparison, comparison
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.concentration import concentration
from lohum_brief.visit.records import Mineral, Particulars, Point, Series
from lohum_brief.visit.visit import Visit
from tests.charts.conftest import text

D = Decimal
PARTICULARS = Particulars(id="visit", audience="public", title=text("v"))
PLACES = st.sampled_from(["AU", "CN", "CL", "world", "other"])
PERIODS = st.sampled_from(["2023", "2024", "2025", "2030"])
POINTS = st.dictionaries(st.tuples(PLACES, PERIODS), st.none() | st.integers(0, 10**9).map(Decimal))


def series(mineral: str, measure: Any, as_of: str = "", **values: str) -> Series:
    points = tuple(
        Point(place=place, period=period, value=Decimal(value), estimated=period == "2025")
        for key, value in values.items()
        for place, period in (key.split("_"),)
    )
    return Series(
        id=f"{mineral}-{measure}",
        audience="public",
        mineral=mineral,
        measure=measure,
        points=points,
        as_of=as_of,
    )


def visit(*found: Series) -> Visit:
    minerals = dict.fromkeys(one.mineral for one in found)
    return Visit(
        [
            PARTICULARS,
            *(Mineral(id=name, audience="public", name=text(name)) for name in minerals),
            *found,
        ]
    )


LITHIUM = series(
    "li",
    "mine",
    AU_2024="40",
    CL_2024="20",
    world_2024="80",
    AU_2025="50",
    CL_2025="25",
    world_2025="100",
)
COBALT = series("co", "refinery", "2024", CN_2024="75", FI_2024="25", CN_2030="90", FI_2030="90")
COPPER = series("cu", "smelter", CL_2024="10", CN_2024="30")


def test_shares_stand_side_by_side_each_in_its_latest_period() -> None:
    found = comparison(visit(LITHIUM, series("ni", "mine", AU_2024="9", ID_2024="91")), ["mine"])
    assert found.places == ("ID", "AU", "CL")
    lithium, nickel = found.minerals
    assert (lithium.period, lithium.shares, lithium.others) == ("2025", (None, D(50), D(25)), D(25))
    assert (nickel.period, nickel.shares, nickel.others) == ("2024", (D(91), D(9), None), D(0))
    assert (lithium.world, lithium.hhi, lithium.estimated) == (D(100), D(50**2 + 25**2), True)
    assert (nickel.world, nickel.hhi, nickel.estimated) == (D(100), D(91**2 + 9**2), False)


def test_over_time_they_share_their_periods() -> None:
    found = comparison(visit(LITHIUM, series("ni", "mine", AU_2023="5", AU_2024="0")), ["mine"])
    assert found.periods == ("2023", "2024", "2025")
    lithium, nickel = found.minerals
    assert lithium.worlds == (None, D(80), D(100))
    assert lithium.concentrations == (None, D(3125), D(3125))
    assert (lithium.growth, lithium.since) == (D(25), "2024")
    assert nickel.worlds == (D(5), None, None)
    assert (nickel.growth, nickel.since) == (None, "")


def test_projections_are_told_but_are_not_the_latest() -> None:
    (cobalt,) = comparison(visit(COBALT), ["refinery"]).minerals
    assert (cobalt.period, cobalt.world, cobalt.hhi, cobalt.growth) == (
        "2024",
        D(100),
        D(75**2 + 25**2),
        None,
    )
    assert cobalt.worlds == (D(100), D(180))


def test_several_measures_are_one_kind_and_minerals_keep_their_order() -> None:
    both = visit(COPPER, COBALT, LITHIUM)
    assert [one.mineral for one in comparison(both, ("refinery", "smelter")).minerals] == [
        "cu",
        "co",
    ]
    assert [
        one.mineral
        for one in comparison(both, ("refinery", "smelter"), ["co", "li", "cu"]).minerals
    ] == [
        "co",
        "cu",
    ]


def test_what_has_no_places_has_totals_only() -> None:
    (price,) = comparison(
        visit(series("li", "price", world_2023="40", world_2024="10")), ["price"]
    ).minerals
    assert (price.world, price.growth, price.shares, price.others, price.hhi) == (
        D(10),
        D(-75),
        (),
        None,
        None,
    )


def test_without_such_series_there_is_nothing_to_compare() -> None:
    assert comparison(visit(LITHIUM), ["price"]) == Comparison((), (), ())


def test_a_comparison_goes_from_one_process_to_another() -> None:
    found = comparison(sample_visit(), ["mine"])
    assert len(found.minerals) >= 5
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=Comparison) == found


@given(st.lists(POINTS, min_size=1, max_size=3))
def test_shares_and_index_are_those_that_packs_print(
    several: list[dict[tuple[str, str], Decimal | None]],
) -> None:
    made = [
        Series(
            id=f"s{number}",
            audience="public",
            mineral=f"m{number}",
            measure="mine",
            points=tuple(
                Point(place=place, period=period, value=value)
                for (place, period), value in points.items()
            ),
        )
        for number, points in enumerate(several)
    ]
    found = comparison(visit(*made), ["mine"])
    by_mineral = {one.mineral: one for one in found.minerals}
    for one in made:
        known = concentration(one)
        if one.mineral not in by_mineral:
            assert all(point.value is None for point in one.points)
        elif known is None:
            assert by_mineral[one.mineral].hhi is None
        else:
            mine = by_mineral[one.mineral]
            told = {
                place: share
                for place, share in zip(found.places, mine.shares, strict=True)
                if share is not None
            }
            assert (told, mine.hhi, mine.period, mine.world) == (
                dict(known.shares),
                known.hhi,
                known.period,
                known.world,
            )
            assert mine.others is not None
            assert mine.others >= 0
