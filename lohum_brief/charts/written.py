"""Charts of rows that are written out in the record itself."""

from decimal import Decimal
from typing import Final

from lohum_brief.charts.chart import Chart, Row, fits
from lohum_brief.charts.naming import begun, named, symbol
from lohum_brief.charts.periods import printed, times
from lohum_brief.charts.tones import Tone, tone_of
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.records import ChartRow
from lohum_brief.visit.visit import Visit

OVER_TIME: Final = ("line", "area", "multiples")
OF_A_WHOLE: Final = ("share", "flow")
"""Forms that measure each value by the whole, which therefore must be more than nothing."""
NEVER_BELOW: Final = ("share", "flow", "area")
"""Forms that have no place for what is less than nothing."""


def chart(record: Record, visit: Visit) -> Chart:
    """Return the rows as they are; of a share the largest first."""
    count = len(record.names)
    rows = [
        _row(row, tone, _wanted(record, row), whole=record.form in NEVER_BELOW)
        for row, tone in zip(record.rows, _tones(record, visit), strict=True)
        if record.form != "flow" or row.part < count
    ]
    found = begun(record, "", map(named, record.names), rows)
    if record.form in OVER_TIME:
        found = _over_time(record, found)
    if record.form == "share" and found.rows:
        found = _largest_first(found)
    return found


def _tones(record: Record, visit: Visit) -> list[Tone]:
    """Return the tones of rows: of those without a mineral among minerals in their own order, of a
    gauge, where each stands for itself, the first.
    """
    symbols = [symbol(row.mineral, visit) for row in record.rows]
    among = any(symbols)
    tones = []
    for number, own in enumerate(symbols):
        place = symbols[:number].count("") if among else number
        tones.append(tone_of(0 if record.form == "gauge" else place, own, among=among))
    return tones


def _wanted(record: Record, row: ChartRow) -> int:
    """Return how many values of a row are shown."""
    return {"gauge": 1, "flow": 1, "scatter": len(row.at)}.get(record.form, len(record.names))


def _over_time(record: Record, found: Chart) -> Chart:
    """Return the chart whose names are times, if they are; each small chart has its own."""
    periods = [name if isinstance(name, str) else name["en"] for name in record.names]
    if when := times(periods):
        found = found._replace(names=tuple(map(printed, periods)), times=when)
    if record.form != "multiples":
        return found
    rows = (
        row._replace(unit=record.unit, names=found.names, times=found.times) for row in found.rows
    )
    return found._replace(rows=tuple(rows), names=())


def _row(row: ChartRow, tone: Tone, count: int, *, whole: bool) -> Row:
    """Return a row with just as many values as are wanted, and none that cannot be.

    Of such `faults` has told its author.
    """
    values = tuple(_value(value, whole=whole) for value in row.values)
    return Row(
        name=named(row.name),
        values=values[:count] + (None,) * (count - len(values)),
        tone=tone,
        estimated=frozenset(row.estimated),
        at=tuple(value if fits(value) else Decimal(0) for value in row.at),
        part=row.part,
        target=_value(row.target, whole=False),
    )


def _value(value: Decimal | None, *, whole: bool) -> Decimal | None:
    """Return a value if it can be; a part of a whole is not less than nothing."""
    if value is None or not fits(value) or (whole and value < 0):
        return None
    return value


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
