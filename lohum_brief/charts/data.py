"""From a chart's record to its value: which figures of the visit it takes, and which it shows."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from lohum_brief.charts import written
from lohum_brief.charts.chart import HUNDRED, Chart, Row, fits, rounding
from lohum_brief.charts.naming import begun, named, translated
from lohum_brief.charts.periods import printed, time
from lohum_brief.charts.targets import aimed
from lohum_brief.charts.tones import apart, tone_of
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import NBSP
from lohum_brief.visit.figures import chosen
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.records import Metric, Note, Observation, Series
from lohum_brief.visit.visit import Visit

TOLD_BY_TONE: Final = frozenset({"bar", "column", "stacked", "area", "share", "line", "scatter"})
"""Forms whose series stand side by side or on one another, so that each needs a tone of its own."""

TOLD_BY_SIGN: Final = frozenset({"line", "scatter"})
"""Those of them whose series are points, each with a sign of its own."""

UNLABELLED: Final = frozenset({"stacked", "area"})
"""Forms whose values have no numbers of their own: what is not seen there is not there."""


def shaped(record: Record, visit: Visit) -> Chart | None:
    """Return the chart of a record; None where its reader may see nothing to draw."""
    aim = aimed(record, visit)
    record = aim.record
    chart = _timeline(record, visit) if record.form == "timeline" else _figures(record, visit)
    if chart is None:
        return None
    if record.form != "timeline":
        if not chart.values or (record.form in written.OF_A_WHOLE and not any(chart.values)):
            return None
        chart = chart._replace(target_about=aim.about, rows=tuple(map(_marked, chart.rows)))
        chart = _toned(chart) if record.form in TOLD_BY_TONE else chart
        if record.form == "share" and len(chart.rows) == 1:
            chart = _whole(chart)
    return chart._replace(sources=tuple(dict.fromkeys((*record.sources, *chart.sources))))


def _toned(chart: Chart) -> Chart:
    """Return the chart whose rows have tones that are told apart."""
    tones = apart([row.tone for row in chart.rows])
    rows = (row._replace(tone=tone) for row, tone in zip(chart.rows, tones, strict=True))
    return chart._replace(rows=tuple(rows))


def _whole(chart: Chart) -> Chart:
    """Return a chart of shares with what they are of: 100 where they are percentages.

    What these leave of it stands there too, unless it is no more than rounding.
    """
    values = chart.values
    if not chart.percentages:
        return chart if chart.whole else chart._replace(whole=sum(values, Decimal(0)))
    rest = HUNDRED - sum(values, Decimal(0))
    if rest < rounding(values):
        return chart._replace(whole=None)
    [row] = chart.rows
    return chart._replace(
        whole=None,
        names=(*chart.names, translated(phrase("Others or not stated"))),
        rows=(row._replace(values=(*row.values, rest)),),
        rest=True,
    )


def _marked(row: Row) -> Row:
    """Return the row with a mark behind its name that says it has no value at all.

    Without the mark it would look forgotten in a key.
    """
    if any(value is not None for value in row.values) or not any(row.name.values()):
        return row
    return row._replace(
        name={
            lang: f"{name}{NBSP}{LANGUAGES[lang].punctuation.nothing}"
            for lang, name in row.name.items()
        }
    )


def _figures(record: Record, visit: Visit) -> Chart | None:
    if record.rows:
        return written.chart(record, visit)
    if record.series:
        return _series(
            record, [found for ident in record.series if (found := visit.get(Series, ident))], visit
        )
    return _metrics(
        record, [metric for ident in record.metrics if (metric := visit.get(Metric, ident))], visit
    )


def _series(record: Record, known: Sequence[Series], visit: Visit) -> Chart | None:
    found = [one for one in known if one.points]
    if not found:
        return None
    # It brings pandas, for which rows written out do not wait.
    from lohum_brief.charts import series  # noqa: PLC0415

    chart = series.chart(record, found, visit)
    return (
        chart._replace(sources=tuple(ident for one in found for ident in one.sources))
        if chart
        else None
    )


def _metrics(record: Record, metrics: Sequence[Metric], visit: Visit) -> Chart | None:
    readings = {metric.id: _readings(metric, visit) for metric in metrics}
    metrics = [metric for metric in metrics if readings[metric.id]]
    if not metrics:
        return None
    if record.form in written.OVER_TIME:
        from lohum_brief.charts import histories  # noqa: PLC0415 - it brings pandas

        drawn = [reading for metric in metrics for reading in readings[metric.id]]
        return _sourced(histories.chart(record, readings, metrics), drawn)
    drawn = [chosen(readings[metric.id]) for metric in metrics]
    return _sourced(_latest(record, metrics, drawn), drawn)


def _sourced(chart: Chart, drawn: Sequence[Observation]) -> Chart:
    """Return the chart with the sources of its readings, and the basis that all of them have."""
    bases = {reading.basis for reading in drawn}
    sources = tuple(ident for reading in drawn for ident in reading.sources)
    return chart._replace(basis=bases.pop() if len(bases) == 1 else "", sources=sources)


def _readings(metric: Metric, visit: Visit) -> list[Observation]:
    return [
        reading
        for reading in visit.of(Observation)
        if reading.metric == metric.id and fits(reading.value)
    ]


def _latest(record: Record, metrics: Sequence[Metric], drawn: Sequence[Observation]) -> Chart:
    """Return one reading of each metric: against the target, or side by side."""
    names = [named(metric.name) for metric in metrics]
    if record.form == "gauge":
        rows = [
            Row(name, (reading.value,), tone_of(0), unit=metric.unit, abouts=(reading.about,))
            for name, reading, metric in zip(names, drawn, metrics, strict=True)
        ]
        return begun(record, metrics[0].unit, (), rows)._replace(readings=tuple(drawn))
    estimated = frozenset(i for i, reading in enumerate(drawn) if reading.basis == "estimated")
    values, abouts = (
        tuple(reading.value for reading in drawn),
        tuple(reading.about for reading in drawn),
    )
    row = Row({}, values, tone_of(0), estimated, abouts=abouts)
    return begun(record, metrics[0].unit, names, [row])._replace(readings=tuple(drawn))


def _timeline(record: Record, visit: Visit) -> Chart | None:
    dated = sorted(_dated_notes(record, visit), key=lambda pair: pair[0])
    if not dated:
        return None
    notes = [note for _, note in dated]
    chart = begun(record, "", [named(note.title or note.text) for note in notes], ())
    row = Row({}, (), tone_of(0), names=tuple(printed(note.date) for note in notes))
    sources = tuple(ident for note in notes for ident in note.sources)
    return chart._replace(rows=(row,), times=tuple(when for when, _ in dated), sources=sources)


def _dated_notes(record: Record, visit: Visit) -> Iterator[tuple[float, Note]]:
    """Yield the notes that have a place in time, with it."""
    for ident in record.notes:
        note = visit.get(Note, ident)
        if note and (when := time(note.date)) is not None:
            yield when, note
