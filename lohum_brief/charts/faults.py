"""What keeps a chart's record from being drawn as it is meant."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from typing import Final

from lohum_brief.charts import targets
from lohum_brief.charts.chart import HUNDRED, Chart, fits, rounding
from lohum_brief.charts.data import TOLD_BY_SIGN, TOLD_BY_TONE, UNLABELLED, shaped
from lohum_brief.charts.periods import time
from lohum_brief.charts.tones import SIGNS, TONES
from lohum_brief.charts.written import NEVER_BELOW, OF_A_WHOLE, OVER_TIME
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.units import unit_name
from lohum_brief.message import Message, Value, forms, msg
from lohum_brief.visit.concentration import NO_COUNTRY, concentration, is_quantity
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.records import ChartRow, Metric, Note, Observation, Point, Series
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

_INLINE_ONLY: Final = ("scatter", "flow")
"""Forms whose values have a second coordinate, or a part that they come through.

Only a row says these.
"""


def faults(record: Record, visit: Visit) -> Iterable[tuple[str, Value]]:
    """Yield field and message for whatever keeps a chart from being drawn as it is meant."""
    if unfit := _fault_of_kind(record):
        yield unfit
        return
    if record.form == "timeline" and not record.notes:
        yield "notes", msg("A timeline needs notes that have dates.")
        return
    yield from targets.faults(record, visit)
    if (twice := _twice(record.names)) is not None:
        yield f"names.{twice}", msg("It stands here twice; nobody could tell the two apart.")
    yield from undrawable(record, visit)
    wrong = [*_faults_of_rows(record), *_faults_of_units(record, visit)]
    if not wrong and not _seen(record, visit) and shaped(record, visit) is None:
        yield emptiness(record)
    else:
        yield from _faults_of_names(record, visit)


def _faults_of_names(record: Record, visit: Visit) -> Iterator[tuple[str, Value]]:
    """Yield faults for places and periods that no series of the chart has."""
    points = [point for series in _series(record, visit) for point in series.points]
    for field, names, known in (
        ("places", record.places, {point.place for point in points}),
        ("periods", record.periods, {point.period for point in points}),
    ):
        for i, name in enumerate(names):
            if name not in known:
                yield f"{field}.{i}", msg("No series of the chart has {name}.", name=name)


def _series(record: Record, visit: Visit) -> list[Series]:
    """Return the series of a chart that are in the visit."""
    return [one for ident in record.series if (one := visit.get(Series, ident))]


def emptiness(record: Record) -> tuple[str, Message]:
    """Return field and message for a chart that has nothing to draw."""
    if record.form in OF_A_WHOLE and any(
        value is not None for row in record.rows for value in row.values
    ):
        return (
            "rows",
            msg("All its values are 0: what is nothing has no parts that could be shown."),
        )
    return "", msg(
        "It names nothing that can be drawn: no series, metric, note or row of it has a value."
    )


def _fault_of_kind(record: Record) -> tuple[str, Message] | None:
    """Return why a chart cannot be drawn of the kind of data that it has."""
    if sum(map(bool, (record.rows, record.series, record.metrics, record.notes))) > 1:
        return "rows", msg(
            "It has data of several kinds: keep either its rows, or series, or metrics, or notes."
        )
    if record.form in _INLINE_ONLY and not record.rows:
        return "rows", msg("A chart of the form {form} needs rows.", form=record.form)
    return None


def undrawable(record: Record, visit: Visit) -> Iterator[tuple[str, Value]]:
    """Yield field and message for what would make a chart untrue if it were drawn.

    These are values that it would leave out or mix. The visit may be one that holds only what some
    audience reads.
    """
    if found := _fault_of_kind(record):
        yield found
        return
    wrong = [
        *_faults_of_rows(record),
        *_faults_of_units(record, visit),
        *_faults_of_data(record, visit),
    ]
    yield from wrong
    if wrong:
        return
    if record.form == "share":
        yield from _faults_of_shares(record, visit)
    if record.form == "gauge":
        yield from _faults_of_gauges(record, visit)
    if record.form in UNLABELLED and not record.table:
        yield from _faults_of_sight(record, visit)
    if record.form in TOLD_BY_TONE:
        yield from _faults_of_tones(record, visit)


def holder(record: Record) -> str:
    """Return the field that has the chart's data."""
    fields = ("rows", "series", "metrics")
    return next((field for field in fields if getattr(record, field)), "notes")


def _faults_of_tones(record: Record, visit: Visit) -> Iterator[tuple[str, Value]]:
    """Yield a fault for more series than there are tones, or signs of points."""
    most = len(SIGNS) if record.form in TOLD_BY_SIGN else TONES
    if _at_most(record, visit) <= most:
        return
    chart = shaped(record, visit)
    count = len(chart.rows) if chart else 0
    if count > most:
        yield (
            holder(record),
            msg(
                "It has {count} series; at most {most} can be told apart in one chart.",
                count=count,
                most=most,
            ),
        )


def _of_row(record: Record, number: int, metrics: Sequence[int]) -> str:
    """Return the field that a row of a gauge is from: its own values, a metric, a series."""
    if record.rows:
        return f"rows.{number}.values"
    return f"metrics.{metrics[number]}" if number < len(metrics) else holder(record)


def _faults_of_gauges(record: Record, visit: Visit) -> Iterator[tuple[str, Value]]:
    """Yield faults for values and targets below nothing, where a track has no place."""
    chart = shaped(record, visit)
    if chart is None:
        return
    drawn = {one.metric for one in visit.of(Observation) if fits(one.value)}
    metrics = [i for i, ident in enumerate(record.metrics) if ident in drawn]
    found = [("target", chart.target)]
    for i, row in enumerate(chart.rows):
        value = row.values[0] if row.values else None
        found += [(_of_row(record, i, metrics), value), (f"rows.{i}.target", row.target)]
    for field, value in found:
        if value is not None and value < 0:
            yield (
                field,
                msg(
                    "{value} is less than nothing, which a gauge cannot show: choose bars.",
                    value=f"{value:f}",
                ),
            )


def _faults_of_shares(record: Record, visit: Visit) -> Iterator[tuple[str, Value]]:
    """Yield faults for values that are no shares of one whole."""
    if len(record.series) == 1 and len(record.periods) > 1:
        yield "periods", msg("A chart of shares shows one whole: keep one period.")
        return
    for i, ident in enumerate(record.series):
        series = visit.get(Series, ident)
        if series is not None and not is_quantity(series):
            yield (
                f"series.{i}",
                msg("{id} counts no quantities, of which there are shares.", id=ident),
            )
            return
    chart = shaped(record, visit) if "%" in _units(record, visit) else None
    if chart is not None and chart.percentages:
        yield from _faults_of_percentages(record, chart)


def _faults_of_percentages(record: Record, chart: Chart) -> Iterator[tuple[str, Value]]:
    together = sum(chart.values, Decimal(0))
    if together - HUNDRED > rounding(chart.values):
        yield (
            "rows.0.values" if record.rows else holder(record),
            msg(
                "Its percentages are {sum} % together: of one whole there are no more than 100 %.",
                sum=f"{together:f}",
            ),
        )


def _faults_of_sight(record: Record, visit: Visit) -> Iterator[tuple[str, Value]]:
    """Yield a fault for the first value that would be drawn and that nobody could see."""
    chart = shaped(record, visit)
    unseen = next(chart.unseen, None) if chart else None
    if chart is None or unseen is None:
        return
    row, place = unseen
    least, most = chart.extremes
    yield (
        f"rows.{row}.values.{place}" if record.rows else holder(record),
        msg(
            "{value} is too small to be seen beside {most}: "
            "show the data as a table too, or choose bars, which say each value.",
            value=f"{chart.rows[row].values[place]:f}",
            most=f"{max(most, -least):f}",
        ),
    )


def _units(record: Record, visit: Visit) -> set[str]:
    """Return the units in which the chart's values may be shown."""
    series = [visit.get(Series, ident) for ident in record.series]
    metrics = [visit.get(Metric, ident) for ident in record.metrics]
    return {record.unit, *(one.unit for one in (*series, *metrics) if one)}


def _at_most(record: Record, visit: Visit) -> int:
    """Return how many series the chart can have, before anything is shaped for it."""
    if record.rows:
        return len(record.rows)
    count = len(record.series) * max(len(record.periods), 1)
    if record.form in OVER_TIME:
        count = sum(_places_of(series, record) for series in _series(record, visit))
    return max(count, len(record.metrics))


def _places_of(series: Series, record: Record) -> int:
    """Return how many places a chart over time may show of a series."""
    known = len(record.places) or len({point.place for point in series.points})
    return min(record.top + 1, known) if record.top else known


def _faults_of_data(record: Record, visit: Visit) -> Iterator[tuple[str, Value]]:
    """Yield faults for values of series, metrics and notes that the chart has no place for."""
    if not record.rows:
        yield from _faults_of_series(record, visit)
    if not record.rows and not record.series:
        for i, ident in enumerate(record.metrics):
            own = [one.value for one in visit.of(Observation) if one.metric == ident]
            yield from ((f"metrics.{i}", why) for why in _faults_of_values(own, record))
    if record.form == "timeline":
        yield from _faults_of_notes(record, visit)


def _faults_of_notes(record: Record, visit: Visit) -> Iterator[tuple[str, Value]]:
    for i, ident in enumerate(record.notes):
        note = visit.get(Note, ident)
        if note is not None and time(note.date) is None:
            yield f"notes.{i}", msg("{id} has no date that has a place on a timeline.", id=ident)


def _faults_of_series(record: Record, visit: Visit) -> Iterator[tuple[str, Value]]:
    for i, ident in enumerate(record.series):
        series = visit.get(Series, ident)
        values = _values(series) if series else []
        yield from ((f"series.{i}", why) for why in _faults_of_values(values, record))
        beside = record.form == "share" and len(record.series) > 1
        if beside and values and not _parted(series, record):
            yield (
                f"series.{i}",
                msg("Of {id} no shares can be told: it has no values of countries then.", id=ident),
            )


def _values(series: Series) -> list[Decimal]:
    return [point.value for point in series.points if point.value is not None]


def _faults_of_values(values: Sequence[Decimal], record: Record) -> Iterator[Message]:
    """Return why the values of one series or metric cannot be drawn in the chart's form."""
    unfit = next((value for value in values if not fits(value)), None)
    if unfit is not None:
        yield msg("{value} is not a number that can be printed.", value=str(unfit)[:40])
    if record.form in NEVER_BELOW and any(value < 0 for value in values):
        yield msg("A part of a whole cannot be less than nothing.")


def _parted(series: Series | None, record: Record) -> bool:
    """Return whether shares of the world can be told of a series."""
    known = {point.period for point in series.points} if series else set()
    period = max((one for one in record.periods if one in known), default="")
    return series is not None and concentration(series, period) is not None


def _seen(record: Record, visit: Visit) -> bool:
    """Return whether one look tells that there is something to draw.

    A check then waits for no table to be shaped.
    """
    if record.rows:
        return False  # which costs nothing to shape
    if record.series:
        return _points_seen(record, [one for one in _series(record, visit) if one.points])
    if record.form not in OVER_TIME:
        return False
    readings = [one for one in visit.of(Observation) if one.metric in record.metrics]
    return _readings_seen([one for one in readings if fits(one.value)])


def _readings_seen(readings: Sequence[Observation]) -> bool:
    if any(one.value < 0 for one in readings):
        return False
    return any(time(one.as_of) is not None for one in readings)


def _points_seen(record: Record, found: Sequence[Series]) -> bool:
    points = _points(record, found)
    if not all(map(_is_drawn, points)):
        return False
    several = len(found) > 1
    by_world = record.form == "multiples" or (several and record.form in OVER_TIME)
    if by_world and not record.places:
        return bool(_periods_of(points, {"world"}))
    if record.form == "share" and several:
        return not record.periods and any(map(concentration, found))
    return not several and _is_in_all_periods(points, record.places)


def _points(record: Record, found: Sequence[Series]) -> list[Point]:
    """Return the points of the periods that the record names, else all."""
    points = [point for one in found for point in one.points]
    if not record.periods:
        return points
    return [point for point in points if point.period in record.periods]


def _is_drawn(point: Point) -> bool:
    """Return whether nothing is wrong with a value, if there is one."""
    return point.value is None or (point.value >= 0 and fits(point.value))


def _is_in_all_periods(points: Sequence[Point], places: Collection[str]) -> bool:
    """Return whether one of these places, by default any country, has a value in each period."""
    countries = {point.place for point in points}.difference(NO_COUNTRY)
    wanted = set(places) or countries or {"world"}
    there = _periods_of(points, wanted)
    return bool(points) and {point.period for point in points} == there


def _periods_of(points: Sequence[Point], places: Collection[str]) -> set[str]:
    """Return the periods in which one of these places has more than nothing."""
    return {point.period for point in points if point.place in places and point.value}


def _faults_of_units(record: Record, visit: Visit) -> Iterator[tuple[str, Value]]:
    """Yield faults for what stands on one scale and is not counted in one unit."""
    apart = record.form in {"multiples", "gauge", "timeline"}
    if apart or (record.form == "share" and not record.metrics):
        return
    series = {one.unit for one in _series(record, visit)}
    metrics = {metric.unit for ident in record.metrics if (metric := visit.get(Metric, ident))}
    for field, units in (("series", series), ("metrics", metrics)):
        if len(units) > 1:
            row = _apart(list(map(_called, sorted(units))))
            yield field, msg("They are counted in different units: {units}.", units=row)


def _called(unit: str) -> Value:
    return forms({lang: unit_name(unit, lang) for lang in LANGUAGES}) if unit else msg("no unit")


def _apart(units: Sequence[Value]) -> Value:
    """Return units in a row, each of which may have a comma of its own."""
    return reduce(lambda one, another: msg("{one}; {another}", one=one, another=another), units)


def _faults_of_rows(record: Record) -> Iterator[tuple[str, Value]]:
    if record.form == "share" and len(record.rows) > 1:
        yield (
            "rows",
            msg("A chart of shares shows one whole: keep one row, or make it a stacked chart."),
        )
    for i, row in enumerate(record.rows):
        wanted = _wanted(record, row)
        if len(row.values) != wanted:
            yield (
                f"rows.{i}.values",
                msg(
                    "It has {count} values where {wanted} are wanted.",
                    count=len(row.values),
                    wanted=wanted,
                ),
            )
        for number, value in enumerate(row.values):
            if value is not None and not fits(value):
                yield (
                    f"rows.{i}.values.{number}",
                    msg("{value} is not a number that can be printed.", value=str(value)[:40]),
                )
        yield from ((f"rows.{i}.{field}", why) for field, why in _faults_of_part(record, row))


def _wanted(record: Record, row: ChartRow) -> int:
    """Return how many values a row must have."""
    if record.form in {"gauge", "flow"}:
        return 1
    return len(row.at) if record.form == "scatter" else len(record.names)


def _faults_of_part(record: Record, row: ChartRow) -> Iterator[tuple[str, Value]]:
    """Yield faults for a row that is no part of a whole, where it is to be one."""
    if record.form == "flow" and row.part >= len(record.names):
        yield (
            "part",
            msg(
                "It is part of number {part}, but there are {count} names.",
                part=row.part,
                count=len(record.names),
            ),
        )
    if record.form in NEVER_BELOW and any(value < 0 for value in row.values if value is not None):
        yield "values", msg("A part of a whole cannot be less than nothing.")


def _twice(names: Sequence[Text | str]) -> int | None:
    """Return the place of the first name that has stood before.

    What has no name is told apart by other means.
    """
    seen: set[object] = set()
    for i, name in enumerate(names):
        if name and name in seen:
            return i
        seen.add(name)
    return None
