"""Shares of the world, and how far a mineral comes from few countries."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from lohum_brief.visit.figures import ended
from lohum_brief.visit.records import Series

NO_COUNTRY: Final = ("world", "other")
"""Places of a series that are no country."""
MODERATE: Final = 1000
"""From here on a market is called moderately concentrated: the U.S. Department of Justice on its
index.
"""
HIGH: Final = 1800
"""From here on a market is called highly concentrated: Merger Guidelines of the U.S. authorities,
December 2023.
"""


class Share(NamedTuple):
    """A country and its share of the world, in per cent."""

    place: str
    percent: Decimal


class Concentration(NamedTuple):
    """The countries of a series in one period, the largest first.

    `hhi` is the Herfindahl-Hirschman index: the sum of the squares of the shares in per cent, from
    near 0 to 10,000. Countries that the source does not name count as nothing, so that it is the
    least it can be.
    """

    period: str
    shares: tuple[Share, ...]
    hhi: Decimal
    world: Decimal
    """What the shares are of."""


def is_quantity(series: Series) -> bool:
    """Return whether values of a series add up, so that there are shares of them: those of prices
    do not, nor do rates, unless they are shares of the world themselves.
    """
    if series.unit == "%":
        return any(point.place == "world" for point in series.points)
    return series.measure != "price"


def latest(series: Series) -> str:
    """Return the last period that is no projection: that the source had seen the end of; empty if
    there is none.
    """
    return max(
        (period for period in {point.period for point in series.points} if _was(period, series)),
        default="",
    )


def _was(period: str, series: Series) -> bool:
    return not series.as_of or ended(period)[:4] <= series.as_of[:4]


def concentration(series: Series, period: str = "") -> Concentration | None:
    """Return the shares of a period, by default the latest; None without values, where they are
    those of one place only, and of what has no shares.
    """
    if not is_quantity(series):
        return None
    period = period or latest(series)
    values = _of_period(series, period)
    countries = {
        place: value for place, value in values.items() if place not in NO_COUNTRY and value > 0
    }
    world = _world(values.get("world"), values.get("other"), countries.values())
    if not countries or not world:
        return None
    shares = sorted(
        (Share(place, value * 100 / world) for place, value in countries.items()),
        key=lambda share: (-share.percent, share.place),
    )
    return Concentration(
        period, tuple(shares), sum((share.percent**2 for share in shares), Decimal(0)), world
    )


def _of_period(series: Series, period: str) -> dict[str, Decimal]:
    return {
        point.place: point.value
        for point in series.points
        if point.period == period and point.value is not None
    }


def _world(world: Decimal | None, other: Decimal | None, countries: Iterable[Decimal]) -> Decimal:
    """Return the source's total; not less than its rows, for some totals leave out what the rows
    hold.
    """
    rows = sum(countries, other or Decimal(0))
    return max(world, rows) if world else rows
