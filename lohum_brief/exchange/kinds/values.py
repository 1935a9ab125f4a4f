"""Rows of values: of metrics, with a column for each period or one for all, and of figures."""

from lohum_brief.exchange import readers
from lohum_brief.exchange.amounts import amount, is_no_value
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.measuring import unit_of
from lohum_brief.exchange.rows import Row
from lohum_brief.exchange.sheets import Cell
from lohum_brief.language.catalogue import say
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import Metric


def observation(row: Row) -> None:
    """The metric by its name, and a value that may have its unit with it."""
    if text := row.take("metric"):
        row.values["metric"] = row.directory.known(Metric, text)
    metric = row.visit.get(Metric, row.values.get("metric"))
    measured(row, metric.unit if metric else None)


def wide(row: Row) -> dict[str, Cell]:
    """The values of a row that has a column for each year, by their periods; what stands for no value is none."""
    found: dict[str, Cell] = {}
    for field in [field for field in row.cells if field.startswith("value@")]:
        cell = row.take_cell(field)
        if cell != "" and not is_no_value(cell):
            found[field] = cell
    return found


def measured(row: Row, unit: str | None) -> None:
    """The value of an observation in `unit`, which is the metric's; None where it is not known yet."""
    said_unit = row.take("unit")
    cell = row.take_cell("value")
    if is_no_value(cell):
        cell = ""
    if cell != "":
        value, said = amount(cell, unit or said_unit, row)
        row.unit_said = said
        row.values["value"] = row.converted(value, said or said_unit, unit) if unit is not None else value
    if as_of := row.take_cell("as_of"):
        row.values["as_of"] = readers.period(as_of, row.manner)


def figure(row: Row) -> None:
    """A value that may have its unit with it; what people call a unit as the key of it: lakh tonnes are t."""
    unit = row.take("unit")
    cell = row.take_cell("value")
    if cell == "":
        if unit:
            row.values["unit"] = unit
        return
    value, said = amount(cell, unit, row)
    if said and unit and said != unit:
        raise CellError(say("the value is in {said}, its column in {unit}", said=said, unit=legible(unit, 40)))
    known = unit_of(said or unit) if said or unit else None
    if known is None or not known.key:
        row.values |= {"value": value} | ({"unit": unit} if unit else {})
    else:
        row.values |= {"value": row.converted(value, said or unit, known.key), "unit": known.key}
