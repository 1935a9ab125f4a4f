"""Several minerals side by side by one measure: how large whose share is, and how concentrated.

It also tells how both went. It takes pandas, which loads longer than the window may wait: there the
process beside it compares.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from lohum_brief.charts.frames import growth, leaders, listed, shares, tabled
from lohum_brief.visit.concentration import concentration, latest
from lohum_brief.visit.records import Ids, Mineral, Series
from lohum_brief.visit.visit import Visit

Column = tuple[Decimal | None, ...]


class Compared(NamedTuple):
    """A mineral of a comparison, by the series that tells of it.

    `period` is the latest that is no projection; `world`, `hhi` and the shares are of that period.
    `growth` is the change of the world's total since the period before it, `since`, in per cent.
    `shares` has a percentage of the world for each place of the comparison and `others` what is
    left; without places, as with prices, there are none and no `hhi`.
    """

    mineral: str
    series: str
    unit: str
    period: str
    world: Decimal | None
    hhi: Decimal | None
    growth: Decimal | None
    since: str
    shares: Column
    others: Decimal | None
    estimated: bool
    """Whether all values of the period are estimates."""
    worlds: Column
    """The world's total in each period of the comparison; after `period` they are projections."""
    concentrations: Column
    """The index in each period."""
    sources: Ids


class Comparison(NamedTuple):
    """Minerals by one measure.

    Places are in the order of their largest share in any mineral, periods in the order of time.
    """

    places: tuple[str, ...]
    periods: tuple[str, ...]
    minerals: tuple[Compared, ...]


def comparison(visit: Visit, measures: Sequence[str], minerals: Sequence[str] = ()) -> Comparison:
    """Compare these minerals, by default all of the visit, in their order there.

    Of each counts the first series that has values and one of the measures; `("refinery",
    "smelter")` are both refining. Minerals without such a series are left out, so that there may be
    none at all.
    """
    wanted = minerals or [mineral.id for mineral in visit.of(Mineral)]
    found = [series for mineral in wanted if (series := _first(mineral, measures, visit))]
    of = [concentration(series) for series in found]
    percents = shares(of)
    places = leaders(percents)
    known = [_over_time(series) for series in found]
    worlds = tabled(
        (number, period, total)
        for number, over in enumerate(known)
        for period, (total, _) in over.items()
    )
    indices = tabled(
        (number, period, hhi)
        for number, over in enumerate(known)
        for period, (_, hhi) in over.items()
    )
    periods = sorted({period for over in known for period in over})
    compared = []
    for number, (series, now) in enumerate(zip(found, of, strict=True)):
        period = now.period if now else latest(series)
        column = listed(percents[number].reindex(places)) if now else ()
        totals = worlds[number].reindex(periods)
        grown = growth(totals[:period])
        compared.append(
            Compared(
                mineral=series.mineral,
                series=series.id,
                unit=series.unit,
                period=period,
                world=known[number].get(period, (None, None))[0],
                hhi=now.hhi if now else None,
                growth=grown[1] if grown else None,
                since=grown[0] if grown else "",
                shares=column,
                others=max(100 - sum(filter(None, column), Decimal(0)), Decimal(0))
                if now
                else None,
                estimated=all(
                    point.estimated
                    for point in series.points
                    if point.period == period and point.value
                ),
                worlds=listed(totals),
                concentrations=listed(indices[number].reindex(periods)),
                sources=series.sources,
            )
        )
    return Comparison(tuple(places), tuple(periods), tuple(compared))


def _first(mineral: str, measures: Sequence[str], visit: Visit) -> Series | None:
    return next(
        (
            series
            for series in visit.of(Series)
            if series.mineral == mineral
            and series.measure in measures
            and any(point.value is not None for point in series.points)
        ),
        None,
    )


def _over_time(series: Series) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    """Return the world's total and the index of concentration in every period that has either."""
    out: dict[str, tuple[Decimal | None, Decimal | None]] = {}
    for point in series.points:
        if point.period not in out and point.value is not None:
            of = concentration(series, point.period)
            out[point.period] = (of.world, of.hhi) if of else (_world(series, point.period), None)
    return out


def _world(series: Series, period: str) -> Decimal | None:
    return next(
        (one.value for one in series.points if (one.place, one.period) == ("world", period)), None
    )
