"""From a chart's record to its value: which figures it takes from the visit, and which of them it shows.

Exact decimals all along, and at most a few hundred of them: what pandas would load for takes ten times as long to load.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from lohum_brief.charts.chart import ESTIMATED, Chart, Row, Words
from lohum_brief.charts.tones import Tone, beside, tone_of
from lohum_brief.language import dates
from lohum_brief.language.catalogue import words
from lohum_brief.language.codes import LANGS
from lohum_brief.language.countries import country
from lohum_brief.language.numbers import NBSP, integer, is_printable
from lohum_brief.language.phrases import MEASURE, MISSING
from lohum_brief.visit.concentration import NO_COUNTRY, Concentration, concentration
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.records import ChartRow, Metric, Mineral, Note, Observation, Point, Series
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

_OVER_TIME: Final = ("line", "area", "multiples")
_MOST: Final = 5
"""Countries in a chart of shares that names none."""
_LARGEST: Final = Decimal(10) ** 18
_OF_A_WHOLE: Final = ("share", "flow", "stacked", "area")


def shaped(record: Record, visit: Visit) -> Chart | None:
    """The chart of a record; None where the visit, as its reader may know it, has nothing to draw."""
    chart = _timeline(record, visit) if record.form == "timeline" else _figures(record, visit)
    if chart is None:
        return None
    if record.form != "timeline":
        chart = chart._replace(rows=tuple(row for row in chart.rows if any(value is not None for value in row.values)))
        if not chart.rows or (record.form in _OF_A_WHOLE and not sum(chart.values)):
            return None
    return chart._replace(sources=tuple(dict.fromkeys((*record.sources, *chart.sources))))


def _figures(record: Record, visit: Visit) -> Chart | None:
    if record.rows:
        return _inline(record, visit)
    if record.series:
        found = [series for ident in record.series if (series := visit.get(Series, ident)) and series.points]
        chart = _of_series(record, found, visit) if found and _periods(record, found) else None
        return chart._replace(sources=tuple(ident for one in found for ident in one.sources)) if chart else None
    metrics = [metric for ident in record.metrics if (metric := visit.get(Metric, ident))]
    return _of_metrics(record, metrics, visit)


def _words(text: Text | str) -> Words:
    """A text in every language; where one is missing, its mark."""
    if isinstance(text, str):
        return dict.fromkeys(LANGS, text)
    if not text:
        return {}
    return {lang: text[lang] or words(lang)(MISSING[lang]) for lang in LANGS}


def _phrase(text: str) -> Words:
    return {lang: words(lang)(text) for lang in LANGS}


def _chart(record: Record, unit: str, names: Iterable[Words], rows: Iterable[Row]) -> Chart:
    return Chart(
        form=record.form,
        title=_words(record.title),
        unit=record.unit or unit,
        names=tuple(names),
        rows=tuple(rows),
        target=record.target if record.target is not None and fits(record.target) else None,
        aim=_words(record.aim),
        origin=_words(record.origin),
        across=_words(record.across),
    )


# Rows written out ---------------------------------------------------------------------------------------------------


def _inline(record: Record, visit: Visit) -> Chart:
    symbols = [_symbol(row.mineral, visit) for row in record.rows]
    among = any(symbols)
    count = len(record.names)
    rows = []
    for number, (row, symbol) in enumerate(zip(record.rows, symbols, strict=True)):
        number = symbols[:number].count("") if among else number  # noqa: PLW2901 - those without a mineral are counted
        wanted = {"gauge": 1, "flow": 1, "scatter": len(row.at)}.get(record.form, count)
        number = 0 if record.form == "gauge" else number  # noqa: PLW2901 - each stands for itself
        if record.form != "flow" or row.part < count:
            rows.append(_row(row, tone_of(number, symbol, among=among), wanted, whole=record.form in _OF_A_WHOLE))
    chart = _chart(record, "", map(_words, record.names), rows)
    periods = [name if isinstance(name, str) else name.en for name in record.names]
    if record.form in _OVER_TIME and (times := _times(periods)):
        chart = chart._replace(names=tuple(map(_period, periods)), times=times)
    if record.form == "multiples":
        each = [row._replace(unit=record.unit, names=chart.names, times=chart.times) for row in rows]
        chart = chart._replace(rows=tuple(each), names=())
    if record.form == "share" and chart.rows:
        chart = _largest_first(chart)._replace(whole=sum(chart.values, Decimal(0)))
    return chart


def _row(row: ChartRow, tone: Tone, count: int, *, whole: bool) -> Row:
    """A row with just as many values as are wanted, and none that cannot be: of such `faults` has told its author."""
    values = [
        value if value is not None and fits(value) and not (whole and value < 0) else None for value in row.values
    ]
    return Row(
        name=_words(row.name),
        values=tuple(values[:count]) + (None,) * (count - len(values)),
        tone=tone,
        estimated=frozenset(row.estimated),
        at=tuple(value if fits(value) else Decimal(0) for value in row.at),
        part=row.part,
        target=row.target if row.target is not None and fits(row.target) else None,
    )


def fits(value: Decimal) -> bool:
    """Whether a number has room beside a bar, in the large units of every language."""
    return is_printable(value) and abs(value) < _LARGEST


def _symbol(mineral: str | None, visit: Visit) -> str:
    found = visit.get(Mineral, mineral)
    return found.symbol if found else ""


def _largest_first(chart: Chart) -> Chart:
    values = chart.rows[0].values
    order = sorted(range(len(chart.names)), key=lambda i: -(values[i] or 0))
    place = {old: new for new, old in enumerate(order)}
    row = chart.rows[0]
    return chart._replace(
        names=tuple(chart.names[i] for i in order),
        rows=(
            row._replace(
                values=tuple(values[i] for i in order),
                estimated=frozenset(place[i] for i in row.estimated if i in place),
            ),
        ),
    )


# Series -------------------------------------------------------------------------------------------------------------


def _of_series(record: Record, found: Sequence[Series], visit: Visit) -> Chart | None:
    if record.form == "multiples":
        panels = [_over_time(record, series, series.title, place, visit) for series in found for place in _one(series)]
        return _chart(record, _shared(panels), (), panels)
    if record.form in _OVER_TIME:
        return _lines(record, found, visit)
    if record.form == "share" and len(found) > 1:
        return _shares(record, found, visit)
    return _by_place(record, found, visit)


def _shared(rows: Sequence[Row]) -> str:
    """The unit of all rows; none where each has its own."""
    units = {row.unit for row in rows}
    return units.pop() if len(units) == 1 else ""


def _one(series: Series) -> list[str]:
    places = dict.fromkeys(point.place for point in series.points)
    return ["world"] if "world" in places else list(places)[:1]


def _lines(record: Record, found: Sequence[Series], visit: Visit) -> Chart:
    """A line for each place of a single series, or for the world of each of several."""
    periods = _periods(record, found)
    apart = len({series.mineral for series in found}) == len(found)
    if len(found) == 1 and (places := _chosen_places(record, found[0], periods[-1])) != ["world"]:
        rows = [
            _points(found[0], {lang: country(place, lang) for lang in LANGS}, place, periods, number, "")
            for number, place in enumerate(places)
        ]
    else:
        rows = [
            _points(series, name, _one(series)[0], periods, number, _symbol(series.mineral, visit) if apart else "")
            for number, (series, name) in enumerate(zip(found, _names_of(found, visit), strict=True))
        ]
    return _chart(record, found[0].unit, map(_period, periods), rows)._replace(times=_times(periods))


def _over_time(record: Record, series: Series, title: Text, place: str, visit: Visit) -> Row:
    periods = _periods(record, [series])
    mineral = visit.get(Mineral, series.mineral)
    row = _points(
        series, _words(mineral.name if mineral else title), place, periods, 0, mineral.symbol if mineral else ""
    )
    return row._replace(unit=series.unit, names=tuple(map(_period, periods)), times=_times(periods))


def _points(series: Series, name: Words, place: str, periods: Sequence[str], number: int, symbol: str) -> Row:
    points = {point.period: point for point in series.points if point.place == place}
    return Row(
        name=name,
        values=tuple(_of(points.get(period)) for period in periods),
        tone=tone_of(number, symbol),
        estimated=frozenset(i for i, period in enumerate(periods) if period in points and points[period].estimated),
    )


def _names_of(found: Sequence[Series], visit: Visit) -> list[Words]:
    """What tells the series apart: their minerals, else what they measure, else their titles."""
    if len({series.mineral for series in found}) == len(found):
        minerals = [visit.get(Mineral, series.mineral) for series in found]
        return [_words(one.name if one else series.title) for one, series in zip(minerals, found, strict=True)]
    if len({series.measure for series in found}) == len(found):
        return [_phrase(MEASURE[series.measure]) for series in found]
    return [_words(series.title) for series in found]


def _periods(record: Record, found: Sequence[Series]) -> list[str]:
    known = sorted({point.period for series in found for point in series.points})
    return [period for period in record.periods if period in known] if record.periods else known


def _chosen_places(record: Record, series: Series, period: str) -> list[str]:
    """The places named, else the largest, else all; the world alone where there is nothing else."""
    points = {point.place: point for point in series.points if point.period == period}
    if record.places:
        return [place for place in record.places if place in points]
    largest = sorted(
        (place for place in points if place not in NO_COUNTRY and _value(points[place])),
        key=lambda p: -_value(points[p]),
    )
    return largest[: record.top or None] or ["world"]


def _of(point: Point | None) -> Decimal | None:
    return point.value if point is not None and point.value is not None and fits(point.value) else None


def _value(point: Point | None) -> Decimal:
    return _of(point) or Decimal(0)


def _by_place(record: Record, found: Sequence[Series], visit: Visit) -> Chart:
    """Places of one period side by side; a row for each period named, or for each of several series."""
    first = found[0]
    periods = _periods(record, found)
    periods = periods if record.periods else periods[-1:]
    places = _chosen_places(record, first, periods[-1])
    symbol = _symbol(first.mineral, visit)
    pairs = [(series, period) for series in found for period in periods]
    rows, rest = [], False
    titles = dict(zip([series.id for series in found], _names_of(found, visit), strict=True))
    for number, (series, period) in enumerate(pairs):
        points = {point.place: point for point in series.points if point.period == period}
        values = [_of(points.get(place)) for place in places]
        estimated = {i for i, place in enumerate(places) if place in points and points[place].estimated}
        name = _period(period) if len(found) == 1 else titles[series.id]
        tone = tone_of(number, _symbol(series.mineral, visit) if len(found) > 1 else symbol if len(pairs) == 1 else "")
        others = _rest(points, places)
        if others > 0 and (record.top or record.form == "share"):
            rest = True
            values.append(others)
        rows.append(Row(name, tuple(values), tone, frozenset(estimated)))
    names = [{lang: country(place, lang) for lang in LANGS} for place in places]
    if rest:
        names.append(_phrase("Others"))
        rows = [row._replace(values=(*row.values, *(None,) * (len(names) - len(row.values)))) for row in rows]
    chart = _chart(record, first.unit, names, rows)._replace(rest=rest)
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
    largest: dict[str, Decimal] = {}
    for _, of in known:
        for place, percent in of.shares:
            largest[place] = max(percent, largest.get(place, Decimal(0)))
    places = [place for place in record.places if place in largest] or sorted(largest, key=lambda p: (-largest[p], p))
    places = places[: record.top or _MOST]
    rows = []
    first = tone_of(0, _symbol(known[0][0].mineral, visit))
    for number, (series, of) in enumerate(known):
        percents = {place: percent for place, percent in of.shares if place in places}
        rest = 100 - sum(percents.values(), Decimal(0))
        values = (*map(percents.get, places), max(rest, Decimal(0)))
        rows.append(Row(_measured(series, of), values, beside(first, number)))
    names = [*({lang: country(place, lang) for lang in LANGS} for place in places), _phrase("Others")]
    return _chart(record, "", names, rows)._replace(unit="", rest=True)


def _measured(series: Series, of: Concentration) -> Words:
    """What a series measures, when, whether that is an estimate, and how concentrated it is."""
    names, years = _phrase(MEASURE[series.measure]), _period(of.period)
    values = [point for point in series.points if point.period == of.period and point.value]
    mark = f"{NBSP}{ESTIMATED}" if all(point.estimated for point in values) else ""
    return {lang: f"{names[lang]} {years[lang]}{mark} (HHI {integer(of.hhi, lang, indian=False)})" for lang in LANGS}


def _rest(points: dict[str, Point], shown: Sequence[str]) -> Decimal:
    """What the world has beyond the places shown; without a figure for the world, what all others have."""
    total = sum((_value(points.get(place)) for place in shown), Decimal(0))
    if world := _value(points.get("world")):
        return world - total
    return sum((_value(point) for place, point in points.items() if place not in shown), Decimal(0))


# Metrics and notes --------------------------------------------------------------------------------------------------


def _of_metrics(record: Record, metrics: Sequence[Metric], visit: Visit) -> Chart | None:
    readings = {metric.id: _readings(metric, visit) for metric in metrics}
    metrics = [metric for metric in metrics if readings[metric.id]]
    if not metrics:
        return None
    if record.form in _OVER_TIME:
        drawn = [reading for metric in metrics for reading in readings[metric.id]]
        chart = _histories(record, metrics, readings)
    else:
        drawn = [max(readings[metric.id], key=lambda reading: (reading.chosen, reading.as_of)) for metric in metrics]
        chart = _readings_of(record, metrics, drawn)
    bases = {reading.basis for reading in drawn}
    sources = tuple(ident for reading in drawn for ident in reading.sources)
    return chart._replace(basis=bases.pop() if len(bases) == 1 else "", sources=sources)


def _readings_of(record: Record, metrics: Sequence[Metric], drawn: Sequence[Observation]) -> Chart:
    """One reading of each metric: against the target, or side by side."""
    names = [_words(metric.name) for metric in metrics]
    if record.form == "gauge":
        rows = [
            Row(name, (reading.value,), tone_of(0), unit=metric.unit)
            for name, reading, metric in zip(names, drawn, metrics, strict=True)
        ]
        return _chart(record, metrics[0].unit, (), rows)
    estimated = frozenset(i for i, reading in enumerate(drawn) if reading.basis == "estimated")
    row = Row({}, tuple(reading.value for reading in drawn), tone_of(0), estimated)
    return _chart(record, metrics[0].unit, names, [row])


def _histories(record: Record, metrics: Sequence[Metric], readings: dict[str, list[Observation]]) -> Chart:
    """Metrics over time: each on a scale of its own, or all on one."""
    if record.form == "multiples":
        panels = [_history(metric, readings[metric.id], 0) for metric in metrics]
        return _chart(record, _shared(panels), (), panels)
    rows = [_history(metric, readings[metric.id], number) for number, metric in enumerate(metrics)]
    known = {when: name for row in rows for when, name in zip(row.times, row.names, strict=True)}
    order = sorted(known)
    together = []
    for row in rows:
        place = {when: i for i, when in enumerate(row.times)}
        values = tuple(row.values[place[when]] if when in place else None for when in order)
        estimated = frozenset(i for i, when in enumerate(order) if place.get(when) in row.estimated)
        together.append(row._replace(values=values, estimated=estimated))
    return _chart(record, metrics[0].unit, [known[when] for when in order], together)._replace(times=tuple(order))


def _readings(metric: Metric, visit: Visit) -> list[Observation]:
    return [reading for reading in visit.of(Observation) if reading.metric == metric.id and fits(reading.value)]


def _history(metric: Metric, readings: Sequence[Observation], number: int) -> Row:
    """A metric over time: of several readings of one time the chosen one, else the first."""
    by_time: dict[float, Observation] = {}
    for reading in sorted(readings, key=lambda reading: reading.chosen, reverse=True):
        if (when := time(reading.as_of)) is not None:
            by_time.setdefault(when, reading)
    order = sorted(by_time)
    return Row(
        name=_words(metric.name),
        values=tuple(by_time[when].value for when in order),
        tone=tone_of(number),
        estimated=frozenset(i for i, when in enumerate(order) if by_time[when].basis in {"estimated", "illustrative"}),
        unit=metric.unit,
        names=tuple(_period(by_time[when].as_of) for when in order),
        times=tuple(order),
    )


def _timeline(record: Record, visit: Visit) -> Chart | None:
    notes = [note for ident in record.notes if (note := visit.get(Note, ident)) and time(note.date) is not None]
    notes.sort(key=lambda note: time(note.date) or 0.0)
    if not notes:
        return None
    chart = _chart(record, "", [_words(note.title or note.text) for note in notes], ())
    dated = Row({}, (), tone_of(0), names=tuple(_period(note.date) for note in notes))
    sources = tuple(ident for note in notes for ident in note.sources)
    return chart._replace(rows=(dated,), times=tuple(time(note.date) or 0.0 for note in notes), sources=sources)


# Time ---------------------------------------------------------------------------------------------------------------


def time(period: str) -> float | None:
    """A stored date, month, year or fiscal year as a year with its fraction; None for all else."""
    fiscal = period.startswith("FY")
    parts = period.removeprefix("FY").split("-")
    if not all(part.isdecimal() and part.isascii() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return None
    year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
    return year + (0.25 if fiscal else 0.0) + (month - 1) / 12 + (day - 1) / 372


def _times(periods: Sequence[str]) -> tuple[float, ...]:
    """The periods on a scale of time; nothing unless they all are on one, each later than the one before."""
    times = [time(period) for period in periods]
    known = tuple(when for when in times if when is not None)
    return known if len(known) == len(times) and all(one < other for one, other in pairwise(known)) else ()


def _period(period: str) -> Words:
    return {lang: dates.as_of(period, lang, months=False) for lang in LANGS}
