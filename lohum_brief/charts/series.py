"""Charts of series: places side by side, shares of the world, lines over time."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from lohum_brief.charts.chart import ESTIMATED, Chart, Row, Words
from lohum_brief.charts.frames import Aligned, aligned, beyond, largest, leaders, listed, points, shares
from lohum_brief.charts.naming import begun, country, named, symbol, translated
from lohum_brief.charts.periods import printed, times
from lohum_brief.charts.tones import beside, tone_of
from lohum_brief.charts.written import OVER_TIME
from lohum_brief.language.codes import LANGS
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import NBSP, integer
from lohum_brief.language.phrases import MEASURE
from lohum_brief.visit.concentration import Concentration, concentration
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.records import Mineral, Series
from lohum_brief.visit.visit import Visit

_MOST: Final = 5
"""Countries in a chart of shares that names none."""


def chart(record: Record, found: Sequence[Series], visit: Visit) -> Chart | None:
    """The chart of these series, which all have points; None where none of them is of a period that the record names."""
    periods = _periods(record, found)
    if not periods:
        return None
    if record.form == "multiples":
        table = _by_period(found, [_one(series) for series in found])
        names = _names(found, visit)
        panels = [
            _panel(record, series, name, table, number, visit)
            for number, (series, name) in enumerate(zip(found, names, strict=True))
        ]
        units = {row.unit for row in panels}
        return begun(record, units.pop() if len(units) == 1 else "", (), panels)
    if record.form in OVER_TIME:
        return _lines(record, found, periods, visit)
    if record.form == "share" and len(found) > 1:
        return _shares(record, found, visit)
    return _by_place(record, found, periods if record.periods else periods[-1:], visit)


def _periods(record: Record, found: Sequence[Series]) -> list[str]:
    known = sorted({point.period for series in found for point in series.points})
    return [period for period in record.periods if period in known] if record.periods else known


def _one(series: Series) -> str:
    """The place of a single line: the world, else the first there is."""
    return next((point.place for point in series.points if point.place == "world"), series.points[0].place)


def _by_period(found: Sequence[Series], places: Sequence[str]) -> Aligned:
    """A column for each series with its place, all periods down."""
    keys = [(series.id, place) for series, place in zip(found, places, strict=True)]
    return aligned(points(found), keys, ("series", "place"), "period")


# Over time ----------------------------------------------------------------------------------------------------------


def _lines(record: Record, found: Sequence[Series], periods: Sequence[str], visit: Visit) -> Chart:
    """A line for each place of a single series, or for the world of each of several."""
    if len(found) == 1 and (places := _places(record, _by_places(found, [(found[0], periods[-1])]), 0)) != ["world"]:
        names, symbols = [country(place) for place in places], [""] * len(places)
        found = [found[0]] * len(places)
    else:
        apart = len({series.mineral for series in found}) == len(found)
        names, places = _names(found, visit), [_one(series) for series in found]
        symbols = [symbol(series.mineral, visit) if apart else "" for series in found]
    table = _by_period(found, places).at(periods)
    rows = []
    for number, (name, sign) in enumerate(zip(names, symbols, strict=True)):
        values, estimated = table.column(number)
        rows.append(Row(name, values, tone_of(number, sign), estimated))
    unit = found[0].unit if found else ""
    return begun(record, unit, map(printed, periods), rows)._replace(times=times(periods))


def _panel(record: Record, series: Series, name: Words, table: Aligned, number: int, visit: Visit) -> Row:
    """A small chart of a column of the table, with periods of its own."""
    periods = _periods(record, [series])
    values, estimated = table.at(periods).column(number)
    tone = tone_of(0, symbol(series.mineral, visit))
    names = tuple(map(printed, periods))
    return Row(name, values, tone, estimated, unit=series.unit, names=names, times=times(periods))


def _names(found: Sequence[Series], visit: Visit) -> list[Words]:
    """What tells the series apart: their minerals, else what they measure, else their titles."""
    if len({series.mineral for series in found}) == len(found):
        minerals = [visit.get(Mineral, series.mineral) for series in found]
        return [named(one.name if one else series.title) for one, series in zip(minerals, found, strict=True)]
    if len({series.measure for series in found}) == len(found):
        return [translated(MEASURE[series.measure]) for series in found]
    return [named(series.title) for series in found]


# Places -------------------------------------------------------------------------------------------------------------


def _by_places(found: Sequence[Series], pairs: Sequence[tuple[Series, str]]) -> Aligned:
    """A column for each series with its period, all places down."""
    return aligned(points(found), [(series.id, period) for series, period in pairs], ("series", "period"), "place")


def _places(record: Record, table: Aligned, number: int) -> list[str]:
    """The places named, else the largest of a column, else all; the world alone where there is nothing else."""
    if record.places:
        return [place for place in record.places if place in table.estimated[number].dropna().index]
    return largest(table.values[number], record.top) or ["world"]


def _by_place(record: Record, found: Sequence[Series], periods: Sequence[str], visit: Visit) -> Chart:
    """Places of one period side by side; a row for each period named, or for each of several series."""
    first = found[0]
    pairs = [(series, period) for series in found for period in periods]
    table = _by_places(found, pairs)
    places = _places(record, table, len(periods) - 1)
    shown = table.at(places)
    others = [beyond(table.values[number], places) for number in range(len(pairs))]
    rest = bool(record.top or record.form == "share") and any(others)
    titles = [title for title in _names(found, visit) for _ in periods]
    rows = []
    for number, (series, period) in enumerate(pairs):
        values, estimated = shown.column(number)
        if rest:
            values = (*values, others[number] or None)
        name = printed(period) if len(found) == 1 else titles[number]
        sign = symbol(series.mineral, visit) if len(found) > 1 or len(pairs) == 1 else ""
        rows.append(Row(name, values, tone_of(number, sign), estimated))
    names = [*map(country, places), *([translated("Others")] if rest else [])]
    chart = begun(record, first.unit, names, rows)._replace(rest=rest)
    if record.form == "share" and (known := concentration(first, periods[-1])):
        whole = sum((value for value in rows[0].values if value is not None), Decimal(0))
        chart = chart._replace(whole=whole, concentration=known.hhi)
    return chart


def _shares(record: Record, found: Sequence[Series], visit: Visit) -> Chart | None:
    """Percentages of the world in several series, such as mining and refining, each in its own latest period."""
    periods = [max(_periods(record, [series]), default="") if record.periods else "" for series in found]
    known = [
        (series, of) for series, period in zip(found, periods, strict=True) if (of := concentration(series, period))
    ]
    if not known:
        return None
    percents = shares(of for _, of in known)
    order = leaders(percents)
    places = ([place for place in record.places if place in order] or order)[: record.top or _MOST]
    first = tone_of(0, symbol(known[0][0].mineral, visit))
    rows = []
    for number, (series, of) in enumerate(known):
        values = listed(percents[number].reindex(places))
        rest = max(100 - sum((value for value in values if value is not None), Decimal(0)), Decimal(0))
        rows.append(Row(_measured(series, of), (*values, rest), beside(first, number)))
    names = [*map(country, places), translated("Others")]
    return begun(record, "", names, rows)._replace(unit="", rest=True)


def _measured(series: Series, of: Concentration) -> Words:
    """What a series measures, when, whether that is an estimate, and how concentrated it is."""
    names, years = translated(MEASURE[series.measure]), printed(of.period)
    values = [point for point in series.points if point.period == of.period and point.value]
    mark = f"{NBSP}{ESTIMATED}" if all(point.estimated for point in values) else ""
    index = {lang: f"HHI{NBSP}{integer(of.hhi, lang, indian=False)}" for lang in LANGS}
    return {
        lang: f"{names[lang]} {years[lang]}{mark}" + LANGUAGES[lang].punctuation.aside(index[lang]) for lang in LANGS
    }
