"""Figures that are no longer valid when a pack is read."""

import datetime as dt
from collections.abc import Iterator

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.strings import value_at
from lohum_brief.message import msg
from lohum_brief.packs.figures import undated
from lohum_brief.packs.readiness import printed
from lohum_brief.release.blockers import Blocker
from lohum_brief.visit import tokens
from lohum_brief.visit.figures import Figures, UnknownFigureError, chosen, held_until, stale
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Metric,
    Observation,
    Pack,
    Series,
)
from lohum_brief.visit.sections import sections_of
from lohum_brief.visit.uses import Use, targets, uses
from lohum_brief.visit.visit import Visit


def stale_in_texts(visit: Visit, pack: Pack, day: dt.date | None) -> Iterator[Blocker]:
    """Yield tokens of stale figures in texts that do not print their date themselves."""
    readable = Visit(record for record in visit if record.readable(pack.audience))
    figures = Figures(readable)
    wanted = printed(readable, pack)
    for record in readable if day else ():
        if record.id not in wanted:
            continue
        for use in uses(record):
            if use.lang in (None, *pack.languages) and _is_stale(record, use, figures, day):
                written = use.token.written
                message = (
                    msg(
                        "{token}: the figure is no longer valid when the visit starts.",
                        token=written,
                    )
                    if readable.particulars.start
                    else msg("{token}: the figure is no longer valid.", token=written)
                )
                yield Blocker("stale", "", record.id, use.field, message)


def printing(visit: Visit, ident: str) -> Iterator[tuple[str, str]]:
    """Yield record and field of each text with a token that prints the figure of that record."""
    figures = Figures(visit)
    for record in visit:
        for use in uses(record):
            try:
                if figures.find(use.token).record == ident:
                    yield record.id, use.field
            except (UnknownFigureError, tokens.MalformedTokenError):
                continue


def _is_stale(record: AnyRecord, use: Use, figures: Figures, day: dt.date | None) -> bool:
    try:
        value = figures.find(use.token)
    except (UnknownFigureError, tokens.MalformedTokenError):
        return False
    return undated(value, tokens.parts(value_at(record, use.field)), day)


def undated_readings(visit: Visit, pack: Pack, day: dt.date | None) -> Iterator[Blocker]:
    """Yield stale readings that print without their date: key figures, in a row or in a chart."""
    readable = Visit(record for record in visit if record.readable(pack.audience))
    for one in dict.fromkeys(_undated(readable, pack)):
        if stale(held_until(one), day):
            message = (
                msg(
                    "The figure is no longer valid when the visit starts, and prints without its "
                    "date."
                )
                if readable.particulars.start
                else msg("The figure is no longer valid, and prints without its date.")
            )
            yield Blocker("stale", "", one.id, "valid_until", message)


def _undated(visit: Visit, pack: Pack) -> Iterator[Observation | Figure]:
    """Yield the readings that print without their date; some of them more than once."""
    readings = Figures(visit).readings
    if any(section.content == "metrics" for section in sections_of(visit, pack)):
        for metric in visit.of(Metric):
            own = readings.get(metric.id, [])
            yield from (reading for reading in own if not reading.as_of)
            if own and metric.key:
                yield chosen(own)
    wanted = printed(visit, pack)
    for chart in visit.of(Chart):
        if chart.id in wanted:
            yield from _drawn(chart, visit, readings)


def _drawn(
    chart: Chart, visit: Visit, readings: dict[str, list[Observation]]
) -> Iterator[Observation | Figure]:
    """Yield what a chart aims at, of which it does not say of when it is."""
    metrics = []
    for _, ident, kind in targets(chart):
        if kind is Metric:
            metrics.append(ident)
        elif figure := visit.get(Figure, ident):
            yield figure
    for ident in metrics:
        if own := readings.get(ident):
            yield chosen(own)


def outdated(visit: Visit, pack: Pack, day: dt.date | None) -> Iterator[Finding]:
    """Yield warnings for what is printed and holds no longer.

    The check cannot know of it where the visit does not say when it starts.
    """
    if day is None or visit.particulars.start:
        return
    for ident in printed(visit, pack):
        record = visit.by_id.get(ident)
        if not isinstance(record, Observation | Figure | Series):
            continue
        if stale(until := held_until(record), day):
            message = msg("The figure was valid until {day}: look for a newer one.", day=str(until))
            yield Finding("warning", "figures", ident, "valid_until", message)
