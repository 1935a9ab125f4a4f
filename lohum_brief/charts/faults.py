"""What keeps a chart's record from being drawn as it is meant."""

from collections.abc import Iterable
from typing import Final

from lohum_brief.charts.data import fits, shaped
from lohum_brief.language.catalogue import say
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.records import Metric, Series
from lohum_brief.visit.visit import Visit

_INLINE_ONLY: Final = ("scatter", "heat", "flow")


def faults(record: Record, visit: Visit) -> Iterable[tuple[str, str]]:
    """Field and message for whatever keeps a chart from being drawn as it is meant."""
    kinds = [bool(record.rows), bool(record.series), bool(record.metrics), bool(record.notes)]
    if sum(kinds) > 1:
        yield "rows", say("It has data of several kinds: keep either its rows, or series, or metrics, or notes.")
        return
    if record.form in _INLINE_ONLY and not record.rows:
        yield "rows", say("A chart of the form {form} needs rows.", form=record.form)
        return
    if record.form == "timeline" and not record.notes:
        yield "notes", say("A timeline needs notes that have dates.")
        return
    wrong = [*_faults_of_rows(record), *_faults_of_units(record, visit)]
    yield from wrong
    if not wrong and shaped(record, visit) is None:
        yield "", say("It names nothing that can be drawn: no series, metric, note or row of it has a value.")
        return
    for field, known in (
        ("places", {point.place for s in record.series if (f := visit.get(Series, s)) for point in f.points}),
        ("periods", {point.period for s in record.series if (f := visit.get(Series, s)) for point in f.points}),
    ):
        for i, name in enumerate(getattr(record, field)):
            if name not in known:
                yield f"{field}.{i}", say("No series of the chart has {name}.", name=name)


def _faults_of_units(record: Record, visit: Visit) -> Iterable[tuple[str, str]]:
    """What stands on one scale is counted in one unit."""
    if record.form in {"multiples", "gauge", "share", "timeline"}:
        return
    series = {found.unit for ident in record.series if (found := visit.get(Series, ident))}
    metrics = {metric.unit for ident in record.metrics if (metric := visit.get(Metric, ident))}
    for field, units in (("series", series), ("metrics", metrics)):
        if len(units) > 1:
            yield field, say("They are counted in different units: {units}.", units=", ".join(sorted(units)))


def _faults_of_rows(record: Record) -> Iterable[tuple[str, str]]:
    for i, row in enumerate(record.rows):
        wanted = len(record.names)
        if record.form in {"gauge", "flow"}:
            wanted = 1
        elif record.form == "scatter":
            wanted = len(row.at)
        if len(row.values) != wanted:
            yield (
                f"rows.{i}.values",
                say("It has {count} values where {wanted} are wanted.", count=len(row.values), wanted=wanted),
            )
        for number, value in enumerate(row.values):
            if value is not None and not fits(value):
                yield (
                    f"rows.{i}.values.{number}",
                    say("{value} is not a number that can be printed.", value=str(value)[:40]),
                )
        if record.form == "flow" and row.part >= len(record.names):
            yield (
                f"rows.{i}.part",
                say(
                    "It is part of number {part}, but there are {count} names.", part=row.part, count=len(record.names)
                ),
            )
        if record.form in {"share", "flow", "stacked", "area"} and any(
            value is not None and value < 0 for value in row.values
        ):
            yield f"rows.{i}.values", say("A part of a whole cannot be less than nothing.")
