"""Targets that a figure or a metric of the visit holds, so that nobody types them a second time."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

import msgspec

from lohum_brief import message
from lohum_brief.language.rooms.units import About
from lohum_brief.language.units import UnitError, convert
from lohum_brief.message import msg
from lohum_brief.visit.figures import Figures, UnknownFigureError, Value
from lohum_brief.visit.records import Chart, ChartRow, Ids, Metric
from lohum_brief.visit.tokens import Kind, Token
from lohum_brief.visit.visit import Visit

_HOLDERS: Final[dict[str, Kind]] = {"target_figure": "figure", "target_metric": "metric"}


class Aimed(NamedTuple):
    """A record whose targets are numbers, and how exact that of the whole chart is.

    How exact those of rows are is in `rows`.
    """

    record: Chart
    about: About = ""
    rows: tuple[About, ...] = ()


def aimed(record: Chart, visit: Visit) -> Aimed:
    """Return the chart with the values of targets, in the unit of what is drawn, and their sources.

    Targets are left out that its reader may not know, or that `faults` has told its author of.
    """
    if not _named(record) and not any(map(_named, record.rows)):
        return Aimed(record)
    figures, unit = Figures(visit), _unit(record, visit)
    target, about, sources = _target(record, unit, figures)
    rows, abouts = [], []
    for row in record.rows:
        own, exact, more = _target(row, unit, figures)
        rows.append(msgspec.structs.replace(row, target=own))
        abouts.append(exact)
        sources += more
    cited = tuple(dict.fromkeys((*record.sources, *sources)))
    return Aimed(
        msgspec.structs.replace(record, target=target, rows=tuple(rows), sources=cited),
        about,
        tuple(abouts),
    )


def faults(record: Chart, visit: Visit) -> Iterator[tuple[str, message.Value]]:
    """Yield field and message for targets that are named and cannot be drawn."""
    figures, unit = Figures(visit), _unit(record, visit)
    holders: list[tuple[str, Chart | ChartRow]] = [("", record)]
    holders += [(f"rows.{i}.", row) for i, row in enumerate(record.rows)]
    for place, holder in holders:
        named = _named(holder)
        if len(named) + (holder.target is not None) > 1:
            yield (
                f"{place}target",
                msg(
                    "The target is said twice: "
                    "keep either the number, or the figure, or the metric."
                ),
            )
            continue
        for field, ident in named:
            value = _held(field, ident, figures)
            if value is not None and value.upper is not None:
                yield f"{place}{field}", msg("{id} is a range; a target is one value.", id=ident)
            elif value is not None:
                try:
                    convert(value.number, value.unit, unit or value.unit)
                except UnitError as error:
                    yield f"{place}{field}", error.message


def _named(holder: Chart | ChartRow) -> list[tuple[str, str]]:
    return [(field, ident) for field in _HOLDERS if (ident := getattr(holder, field)) is not None]


def _unit(record: Chart, visit: Visit) -> str:
    """Return in what the chart counts: its own unit, else that of its first metric."""
    metrics = (metric for ident in record.metrics if (metric := visit.get(Metric, ident)))
    return record.unit or next((metric.unit for metric in metrics), "")


def _held(field: str, ident: str, figures: Figures) -> Value | None:
    try:
        return figures.find(Token(_HOLDERS[field], ident, "", ident))
    except UnknownFigureError:
        return None


def _target(
    holder: Chart | ChartRow, unit: str, figures: Figures
) -> tuple[Decimal | None, About, Ids]:
    for field, ident in _named(holder):
        value = _held(field, ident, figures)
        if value is None or value.upper is not None:
            return None, "", ()
        try:
            return convert(value.number, value.unit, unit or value.unit), value.about, value.sources
        except UnitError:
            return None, "", ()
    return holder.target, "", ()
