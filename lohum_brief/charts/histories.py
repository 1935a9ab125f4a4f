"""Charts of metrics over time: of several readings of one time the chosen one, else the first."""

from collections.abc import Mapping, Sequence

from lohum_brief.charts.chart import Chart, Row
from lohum_brief.charts.frames import aligned, readings
from lohum_brief.charts.naming import begun, named
from lohum_brief.charts.periods import printed
from lohum_brief.charts.tones import tone_of
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.records import Metric, Observation


def chart(
    record: Record, known: Mapping[str, Sequence[Observation]], metrics: Sequence[Metric]
) -> Chart:
    """Return each metric on a scale of its own, or all on one."""
    table = readings(known)
    several = record.form == "multiples"
    rows = []
    wide = aligned(table, [(metric.id,) for metric in metrics], ("metric",), "when")
    order: list[float] = sorted(table["when"].unique())
    for number, metric in enumerate(metrics):
        own = table[table["metric"] == metric.id].sort_values("when")
        values, estimated = wide.at(list(own["when"]) if several else order).column(number)
        names = tuple(map(printed, own["as_of"]))
        tone = tone_of(0 if several else number)
        exact = dict(zip(own["when"], own["about"], strict=True))
        abouts = tuple(exact.get(when, "") for when in (own["when"] if several else order))
        row = Row(
            named(metric.name),
            values,
            tone,
            estimated,
            unit=metric.unit,
            names=names,
            times=tuple(own["when"]),
        )
        rows.append(row._replace(abouts=abouts))
    if several:
        units = {row.unit for row in rows}
        return begun(record, units.pop() if len(units) == 1 else "", (), rows)
    last = table.drop_duplicates("when", keep="last").set_index("when")["as_of"]
    return begun(record, metrics[0].unit, map(printed, last.reindex(order)), rows)._replace(
        times=tuple(order)
    )
