"""Rows of values: of metrics, with a column for each period or one for all, and of figures."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.exchange import readers
from lohum_brief.exchange.amounts import amount, is_no_value
from lohum_brief.exchange.fields import CellError, by_path
from lohum_brief.exchange.questions import AnswerError, OpenQuestionError
from lohum_brief.exchange.rows import LeftOutError, Row
from lohum_brief.exchange.sheets import Cell
from lohum_brief.exchange.spans import parted
from lohum_brief.language.parsing.written_units import Unit, unit_of
from lohum_brief.message import msg
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import AnyRecord, Metric, Observation, Record


def observation(row: Row) -> None:
    """The metric by its name, and a value that may have its unit with it."""
    if text := row.take("metric"):
        row.values["metric"] = row.directory.metric(text)
    metric = row.visit.get(Metric, row.values.get("metric"))
    measured(row, metric.unit if metric else None)


def _wide(row: Row) -> dict[str, Cell]:
    """The values of a row that has a column for each year, by their periods; what stands for no
    value is none.
    """
    found: dict[str, Cell] = {}
    for field in [field for field in row.cells if field.startswith("value@")]:
        cell = row.take_cell(field)
        if cell != "" and not is_no_value(cell):
            found[field] = cell
    return found


def measured(row: Row, unit: str | None) -> None:
    """The value of an observation in `unit`, which is the metric's; None where it is not known
    yet.
    """
    said_unit = row.take("unit")
    cell = row.take_cell("value")
    if is_no_value(cell):
        cell = ""
    if cell != "":
        value, said = amount(cell, unit or said_unit, row, said_unit)
        row.unit_said = said
        row.values["value"] = (
            row.converted(value, said or said_unit, unit) if unit is not None else value
        )
    if as_of := row.take_cell("as_of"):
        row.values["as_of"] = readers.period(as_of, row.manner)


def split_off(row: Row, kind: type[Record]) -> list[tuple[str, Row]]:
    """The values of a row of metrics, which are records of their own, each with the field that it
    is from.
    """
    shared = ("basis", "about")
    sources = row.values.pop("sources", ()) if kind is Metric else ()
    spans = _wide(row)
    if kind is Observation:
        return [(field, _value_row(row, cell, field, {}, ())) for field, cell in spans.items()]
    common = {field: row.cells.pop(field) for field in shared if field in row.cells}
    as_of, value = row.cells.pop("as_of", ""), row.cells.pop("value", "")
    found = [
        (field, _value_row(row, cell, field, common, sources)) for field, cell in spans.items()
    ]
    if value != "":
        cells = {"value": value} | common | ({"as_of": as_of} if as_of != "" else {})
        inner = row.inner(cells)
        inner.values |= {"sources": sources} if sources else {}
        found.append(("value", inner))
    return found


def _value_row(
    row: Row, cell: Cell, field: str, common: Mapping[str, Cell], sources: tuple[str, ...]
) -> Row:
    """The value of one period that has a column of its own."""
    span = parted(field.partition("@")[2])
    inner = row.inner({"value": cell, **common})
    inner.values["as_of"] = span.period
    if span.estimated and "basis" not in common:
        inner.values["basis"] = "estimated"
    inner.values |= {"sources": sources} if sources else {}
    return inner


def of_metric(
    observed: Sequence[tuple[str, Row]], row: Row, known: AnyRecord | None
) -> list[dict[str, Any]]:
    """The fields of such values, which are of the metric of the row. One that is `known` goes on
    counting in its unit.
    """
    counted = _counted(row, known)
    unit = counted.unit
    found = []
    for field, inner in observed:
        if counted.said:
            inner.cells["unit"] = counted.said
        try:
            measured(inner, unit)
            if counted.open and not unit and inner.unit_said:  # 95.3 % of a metric that is new
                row.values["unit"] = unit = inner.unit_said
            _mark_estimate(inner)
            _read_rest(inner)
        except BriefError as error:
            if not isinstance(error, _OF_ROWS):
                row.field = field if inner.field in ("value", "unit", "") else inner.field
            raise
        row.conversions += inner.conversions
        if "value" in inner.values:
            found.append(inner.values)
    return found


_OF_ROWS: Final = (OpenQuestionError, LeftOutError, AnswerError)
"""What is no fault of a cell."""


class _Counted(NamedTuple):
    """In what the values of a metric are counted."""

    unit: str | None
    """The unit of the metric; None where it is not known yet."""
    said: str
    """The unit that the row says of each value."""
    open: bool
    """Nobody has said it before the first value does."""


def _counted(row: Row, known: AnyRecord | None) -> _Counted:
    """How the values of a row of metrics are counted: in the unit of the one that is `known`, else
    in that which the row says.
    """
    said = row.values.get("unit", "")
    meant = unit_of(said) if said else None
    unit = _settled(row, known, said, meant)
    beside = said if unit or meant is not None else ""
    return _Counted(unit, beside, open=known is None and not said)


def _settled(row: Row, known: AnyRecord | None, said: str, meant: Unit | None) -> str | None:
    """The unit of the metric, which its row then has; None where each value may have its own."""
    if isinstance(known, Metric) and known.unit:
        row.values.pop("unit", None)
        return known.unit
    if meant is not None:  # crore alone is no unit, and multiplies all the same
        row.values["unit"] = meant.key
        return meant.key
    # Words that nobody knows are a unit too, and no value is of another.
    return said or None


def _read_rest(inner: Row) -> None:
    for name in list(inner.cells):
        inner.field = name
        inner.values[name] = readers.value(
            inner.cells[name], by_path(Observation)[name], inner.manner
        )


def _mark_estimate(inner: Row) -> None:
    if inner.estimated and "basis" not in inner.cells:
        inner.values.setdefault("basis", "estimated")


def of_periods(
    observed: Sequence[tuple[str, Row]], row: Row
) -> Iterator[tuple[Row, dict[str, Any]]]:
    """The fields of such values of a metric that is there, one for each period; the field is noted
    for what fails.
    """
    metric = row.visit.get(Metric, row.values.get("metric"))
    for field, inner in observed:
        if unit := row.values.get("unit", row.cells.get("unit", "")):
            inner.cells["unit"] = unit
        row.field = field
        measured(inner, metric.unit if metric else None)
        _mark_estimate(inner)
        values = {**row.values, **inner.values}
        values.pop("unit", None)
        yield inner, values


def _refuse_two_units(said: str, unit: str) -> None:
    if said and unit and said != unit:
        raise CellError(
            msg("the value is in {said}, its column in {unit}", said=said, unit=legible(unit, 40))
        )


def figure(row: Row) -> None:
    """A value that may have its unit with it; what people call a unit as the key of it: lakh tonnes
    are t.
    """
    unit = row.take("unit")
    cell = row.take_cell("value")
    if cell == "":
        if unit:
            row.values["unit"] = unit
        return
    value, said = amount(cell, unit, row, unit)
    _refuse_two_units(said, unit)
    counted = said or unit
    known = unit_of(counted) if counted else None
    if known is not None and (known.key or known.times != 1):
        row.values |= {"value": row.converted(value, counted, known.key), "unit": known.key}
        return
    row.values["value"] = value
    if counted:
        row.values["unit"] = counted
