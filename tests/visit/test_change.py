"""Which readings compare with which, and how much changed between them."""

from decimal import Decimal
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lohum_brief.visit.change import change
from lohum_brief.visit.records import Observation


def reading(value: str, as_of: str, **more: Any) -> Observation:
    return Observation(
        id=f"o{as_of}{value}",
        audience="public",
        metric="m",
        value=Decimal(value),
        as_of=as_of,
        **more,
    )


EARLIER = reading("20000", "2023")
LATER = reading("25000", "2025")


def test_a_change_is_held_against_the_latest_reading_before() -> None:
    found = change(
        LATER, [reading("10000", "2021"), LATER, EARLIER, reading("40000", "2026")], "t/year"
    )
    assert found is not None
    assert (found.since, found.amount, found.points, found.factor) == (
        "2023",
        Decimal(25),
        False,
        Decimal("1.25"),
    )


def test_percentages_change_by_points() -> None:
    found = change(reading("99.8", "2025"), [reading("99.3", "2023")], "%")
    assert found is not None
    assert (found.amount, found.points) == (Decimal("0.5"), True)


def test_what_did_not_change_is_told_as_well() -> None:
    found = change(reading("95", "2024"), [reading("95", "2023")], "%")
    assert found is not None
    assert found.amount == 0


@pytest.mark.parametrize(
    "other",
    [
        reading("20000", "2023", basis="estimated"),
        reading("20000", "2023", chosen=False, conflict="c"),
        reading("20000", "2023", about="about"),
        reading("20000", "FY2023"),
        reading("20000", "2023-07"),
        reading("20000", "then"),
        reading("20000", "2025"),
        reading("20000", "2026"),
        reading("0", "2023"),
        reading("-5", "2023"),
        Observation(id="x", audience="public", metric="other", value=Decimal(20000), as_of="2023"),
    ],
)
def test_what_does_not_compare_gives_no_change(other: Observation) -> None:
    assert change(LATER, [other, LATER], "t/year") is None


@pytest.mark.parametrize(
    "later",
    [
        reading("25000", "2025", chosen=False),
        reading("25000", "2025", about="more than"),
        reading("-1", "2025"),
    ],
)
def test_nor_does_a_reading_that_is_not_exact_or_not_chosen(later: Observation) -> None:
    assert change(later, [EARLIER], "t/year") is None


def test_two_values_of_one_time_are_no_measure() -> None:
    assert change(LATER, [EARLIER, reading("18000", "2023")], "t/year") is None


def test_a_change_too_small_to_be_told_is_not_told_as_none() -> None:
    assert change(reading("100000.001", "2025"), [reading("100000", "2023")], "t") is None


@given(st.decimals("0.001", "1e12", places=3), st.decimals("0.001", "1e12", places=3))
def test_a_change_leads_back_to_the_later_value(before: Decimal, after: Decimal) -> None:
    found = change(reading(str(after), "2025"), [reading(str(before), "2023")], "t")
    if found is None:
        assert after != before
        return
    assert (found.amount > 0) == (after > before)
    exact = (after - before) * 100 / before
    assert abs(found.amount - exact) <= (Decimal("0.5") if abs(exact) >= 10 else Decimal("0.05"))


@pytest.mark.parametrize(
    ("before", "now", "amount"),
    [
        ("1000", "3", "-99.7"),
        ("1000", "0.3", "-99.9"),
        ("1000000", "1", "-99.9"),
        ("1000", "20", "-98"),
        ("1000", "6", "-99"),
    ],
)
def test_what_is_nearly_gone_is_not_said_to_be_gone(before: str, now: str, amount: str) -> None:
    found = change(reading(now, "2024"), [reading(before, "2023")], "t")
    assert found is not None
    assert found.amount == Decimal(amount)
