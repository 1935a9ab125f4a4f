"""Rows of mineral tables: which mineral and measure they are of, and their points."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from lohum_brief.exchange import choices, doubts, doubts_of_numbers, minerals, notes, readers
from lohum_brief.exchange.amounts import Printed, is_no_value, plain_amount, settled_unit
from lohum_brief.exchange.cells import plain_number
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.measuring import is_convertible
from lohum_brief.exchange.questions import OpenQuestionError
from lohum_brief.exchange.rows import Row
from lohum_brief.exchange.sheets import Cell
from lohum_brief.exchange.spans import ESTIMATED
from lohum_brief.language.parsing.written_units import unit_of
from lohum_brief.message import msg
from lohum_brief.visit.records import Series


def series(row: Row) -> None:
    """The mineral by its name, and one point, or one for each period that has a column."""
    open_questions = [error for settle in (_mineral, _measure) if (error := _try(settle, row))]
    if open_questions:
        raise open_questions[0]
    point: dict[str, Any] = {"place": _place(row)}
    said = row.take_cell("points.period")
    period = readers.period(said, row.manner) if said != "" else ""
    printed, estimated = row.take("points.printed"), row.take_cell("points.estimated")
    unit = _unit(row)
    points = []
    for year, field in _by_year(row, period).items():
        cell = row.take_cell(field)
        own = printed if field == "points.value" else ""
        if cell == "" and not own:
            continue
        if not year:
            raise CellError(msg("it says no year or period"))
        points.append(point | _of_period(year, cell, own, unit, row) | _estimated(estimated, row))
    row.values["points"] = points


class _Unit(NamedTuple):
    """What the values of a row are counted in, as it is said and the unit that is meant."""

    said: str
    key: str = ""


def _unit(row: Row) -> _Unit:
    said = _of_content(row.take("unit") or _series_unit(row), row)
    if not said:
        return _Unit("")
    meant = unit_of(said)
    unit = _Unit(said, meant.key if meant else "")
    row.values["unit"] = unit.key or said
    return unit


def _estimated(said: Cell, row: Row) -> dict[str, Any]:
    """What a column of its own says of a value."""
    if said == "":
        return {}
    row.field = "points.estimated"
    return {"estimated": readers.flag(said, row.manner)}


def _place(row: Row) -> str:
    where = row.take("points.place")
    if not where:
        return "world"
    known = choices.choice("points.place", where.partition("(")[0], ())
    return known or readers.country(where)


def _by_year(row: Row, period: str) -> dict[str, str]:
    """The fields of a row that may have values, by their years; `period` is that of the row."""
    wide = [field for field in row.cells if field.startswith("points.value@")]
    return {period: "points.value", **{field.partition("@")[2]: field for field in wide}}


def _of_period(year: str, cell: Cell, printed: str, unit: _Unit, row: Row) -> dict[str, Any]:
    """The period of a point with its value, and how it prints if that tells more; `printed` is what
    a column of its own says of that.
    """
    found: dict[str, Any] = {"period": year.removesuffix(ESTIMATED)}
    if isinstance(cell, str) and (cell == "" or is_no_value(cell)):
        return found | {"printed": cell.strip() or printed}
    row.estimated = year.endswith(ESTIMATED)
    read = plain_amount(cell, row)
    value = _in_unit_of_series(read, cell, unit, row) if unit.key else read.value
    shown = printed if plain_number(printed) != value else ""
    found |= {"value": value, "printed": shown or read.text}
    if read.text:
        row.frame.told.setdefault(
            "inexact",
            msg(
                "Such a table prints the number alone, of “{text}” too; mark it as estimated.",
                text=read.text,
            ),
        )
    return found | ({"estimated": True} if row.estimated else {})


def _in_unit_of_series(read: Printed, cell: Cell, unit: _Unit, row: Row) -> Decimal:
    own = settled_unit(cell, read.unit, row, unit.said)
    return row.converted(read.value, _own_unit(own, unit.key) or unit.said, unit.key)


def _own_unit(said: str, unit: str) -> str:
    """The unit that stands with a value; a tonne is one of what the table counts in: t of lithium
    content.
    """
    _head, _, content = unit.partition(", ")
    return f"{said}, {content}" if said and content else said


def _try(settle: Callable[[Row], None], row: Row) -> OpenQuestionError | None:
    """Several questions are asked at once, not one after the other."""
    try:
        settle(row)
    except OpenQuestionError as error:
        return error
    return None


def _mineral(row: Row) -> None:
    if text := row.take("mineral"):
        row.values["mineral"] = minerals.of_cell(text, row)
    elif "mineral" not in row.frame.columns:
        row.values["mineral"] = minerals.of_table(row)


def _measure(row: Row) -> None:
    if "measure" not in row.cells and "measure" not in row.frame.columns:
        known = {
            one.measure for one in row.visit.of(Series) if one.mineral == row.values.get("mineral")
        }
        told = notes.measure(row.frame.about) or (next(iter(known)) if len(known) == 1 else "")
        row.values["measure"] = row.ask(doubts.measure(told), name="measure")


def _of_content(unit: str, row: Row) -> str:
    """The unit with what it counts where the one series that is there says it: kt is kt, cobalt
    content, if somebody says so.
    """
    same = _same(row, row.values.get("measure", row.cells.get("measure")))
    if not unit or len(same) != 1 or "," not in same[0].unit or is_convertible(unit, same[0].unit):
        return unit
    plain, comma, content = same[0].unit.partition(",")
    if not is_convertible(unit, plain):
        return unit
    answer = row.ask_about(same[0], doubts.content(unit, [same[0].unit]), "content")
    known = unit_of(unit)
    return (
        f"{known.key if known and known.key else unit}{comma}{content}"
        if answer == "same"
        else unit
    )


def _series_unit(row: Row) -> str:
    """The unit of a table that has neither a column nor a heading for it: that of the series that
    is there, else asked.
    """
    if "unit" in row.frame.columns or "measure" not in row.values:
        return ""
    same = _same(row, row.values["measure"])
    told = notes.unit(row.frame.above)
    return row.ask(doubts_of_numbers.series_unit(told, same[0].unit if same else "t"), name="unit")


def _same(row: Row, measure: object) -> list[Series]:
    """The series that are there of the mineral of a row, and of a measure."""
    wanted = (row.values.get("mineral"), measure)
    return [one for one in row.visit.of(Series) if (one.mineral, one.measure) == wanted]
