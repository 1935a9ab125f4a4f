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
    symbols = [symbol(row.mineral, visit) for row in record.rows]
    among = any(symbols)
    count = len(record.names)
    rows = []
    for number, (row, own) in enumerate(zip(record.rows, symbols, strict=True)):
        number = symbols[:number].count("") if among else number  # noqa: PLW2901 - those without a mineral are counted
        wanted = {"gauge": 1, "flow": 1, "scatter": len(row.at)}.get(record.form, count)
        number = 0 if record.form == "gauge" else number  # noqa: PLW2901 - each stands for itself
        if record.form != "flow" or row.part < count:
            rows.append(
                _row(
                    row, tone_of(number, own, among=among), wanted, whole=record.form in NEVER_BELOW
                )
            )
    found = begun(record, "", map(named, record.names), rows)
    periods = [name if isinstance(name, str) else name["en"] for name in record.names]
    if record.form in OVER_TIME and (when := times(periods)):
        found = found._replace(names=tuple(map(printed, periods)), times=when)
    if record.form == "multiples":
        each = [
            row._replace(unit=record.unit, names=found.names, times=found.times) for row in rows
        ]
        found = found._replace(rows=tuple(each), names=())
    if record.form == "share" and found.rows:
        found = _largest_first(found)
    return found


def _row(row: ChartRow, tone: Tone, count: int, *, whole: bool) -> Row:
    """Return a row with just as many values as are wanted, and none that cannot be.

    Of such `faults` has told its author.
    """
    values = [
        value if value is not None and fits(value) and not (whole and value < 0) else None
        for value in row.values
    ]
    return Row(
        name=named(row.name),
        values=tuple(values[:count]) + (None,) * (count - len(values)),
        tone=tone,
        estimated=frozenset(row.estimated),
        at=tuple(value if fits(value) else Decimal(0) for value in row.at),
        part=row.part,
        target=row.target if row.target is not None and fits(row.target) else None,
    )


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
