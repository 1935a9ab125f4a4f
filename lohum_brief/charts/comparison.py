"""Several minerals side by side by one measure: how large whose share is, and how concentrated.

It also tells how both went. It takes pandas, which loads longer than the window may wait: there the
process beside it compares.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, Literal, NamedTuple

from lohum_brief.charts.frames import growth, leaders, listed, shares, tabled
from lohum_brief.visit.concentration import Concentration, concentration, latest
from lohum_brief.visit.records import Ids, Mineral, Series
from lohum_brief.visit.visit import Visit

Column = tuple[Decimal | None, ...]
_OverTime = dict[str, tuple[Decimal | None, Decimal | None]]
"""The world's total and the index of concentration by period."""


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
    worlds, indices = tabled(_lines(known, 0)), tabled(_lines(known, 1))
    periods = sorted({*chain(*known)})
    compared = tuple(
        _compared(
            series,
            now,
            known[number],
            listed(percents[number].reindex(places)) if now else (),
            worlds[number].reindex(periods),
            listed(indices[number].reindex(periods)),
        )
        for number, (series, now) in enumerate(zip(found, of, strict=True))
    )
    return Comparison(tuple(places), tuple(periods), compared)


def _compared(
    series: Series,
    now: Concentration | None,
    over: _OverTime,
    column: Column,
    totals: Any,
    concentrations: Column,
) -> Compared:
    period = now.period if now else latest(series)
    since, grown = growth(totals[:period]) or ("", None)
    return Compared(
        mineral=series.mineral,
        series=series.id,
        unit=series.unit,
        period=period,
        world=over.get(period, (None, None))[0],
        hhi=now.hhi if now else None,
        growth=grown,
        since=since,
        shares=column,
        others=_others(column) if now else None,
        estimated=_is_estimated(series, period),
        worlds=listed(totals),
        concentrations=concentrations,
        sources=series.sources,
    )


def _lines(
    known: Sequence[_OverTime], which: Literal[0, 1]
) -> Iterator[tuple[int, str, Decimal | None]]:
    """Yield the totals, or the indices, of each series by their periods."""
    for number, over in enumerate(known):
        yield from ((number, period, both[which]) for period, both in over.items())


def _others(column: Iterable[Decimal | None]) -> Decimal:
    """Return the share of all places that are not named."""
    return max(100 - sum(filter(None, column), Decimal(0)), Decimal(0))


def _is_estimated(series: Series, period: str) -> bool:
    """Return whether all that is known of a period is estimated."""
    known = (point for point in series.points if point.period == period and point.value)
    return all(point.estimated for point in known)


def _first(mineral: str, measures: Sequence[str], visit: Visit) -> Series | None:
    measured = (
        series
        for series in visit.of(Series)
        if series.mineral == mineral and series.measure in measures
    )
    return next((series for series in measured if _has_values(series)), None)


def _has_values(series: Series) -> bool:
    return any(point.value is not None for point in series.points)


def _over_time(series: Series) -> _OverTime:
    """Return the world's total and the index of concentration in every period that has either."""
    out: _OverTime = {}
    for point in series.points:
        if point.period not in out and point.value is not None:
            of = concentration(series, point.period)
            out[point.period] = (of.world, of.hhi) if of else (_world(series, point.period), None)
    return out


def _world(series: Series, period: str) -> Decimal | None:
    return next(
        (one.value for one in series.points if (one.place, one.period) == ("world", period)), None
    )
