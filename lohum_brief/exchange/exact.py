"""Rows of a table that this program wrote: every cell says what its field is, and an empty one that
it is empty.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from lohum_brief.errors import BriefError
from lohum_brief.exchange import choices, grids, readers
from lohum_brief.exchange.building import RowError
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import Column, by_path, read_states
from lohum_brief.exchange.old_fonts import Rows
from lohum_brief.exchange.outcome import Outcome
from lohum_brief.exchange.readers import Manner
from lohum_brief.exchange.sheet_rows import SheetRows
from lohum_brief.exchange.sheets import Cell
from lohum_brief.message import clause, msg
from lohum_brief.visit.first_version import ADDRESSES, READINGS
from lohum_brief.visit.records import Pack, Person, Record, Series, Table

if TYPE_CHECKING:
    from lohum_brief.visit.text import States

Part = tuple[int, Mapping[str, Cell]]
"""The number of a row and its cells by field."""

_FREE = ("id", "audience")
"""What somebody who adds a row need not say."""


def read(said: Rows, rows: SheetRows, kind: type[Record], manner: Manner, outcome: Outcome) -> None:
    """Make records of the rows of such a table. One that has several rows, a series or a table of
    texts, is left out whole where one of them cannot be read.
    """
    several = kind in (Series, Table)
    parts: dict[str, list[Part]] = {}
    broken: set[str] = set()
    for at, row in said:
        ident = _ident(row, rows) if several else None
        if ident is None:  # a record by itself
            ident = f"{at}\n"
        try:
            parts.setdefault(ident, []).append((at, rows.cells(at, row)))
        except RowError as error:
            rows.refuse(at, error.field, error.why)
            broken.add(ident)
    for ident, found in parts.items():
        if ident in broken:
            continue
        first, cells = found[0]
        try:
            values = (
                values_of_several(found, kind, manner)
                if several
                else values_of(cells, kind, manner)
            )
            outcome.finish(first, values, {})
        except RowError as error:
            rows.refuse(first if error.row is None else error.row, error.field, error.why)


def _ident(row: Sequence[Cell], rows: SheetRows) -> str | None:
    """The id in a row; None for a row that does not reach so far."""
    column = next(column for column, field in rows.layout.columns.items() if field == "id")
    return text_of(row[column]) if column < len(row) else None


def values_of(cells: Mapping[str, Cell], kind: type[Record], manner: Manner) -> dict[str, Any]:
    """The fields of a record that has one row. Raises RowError."""
    values: dict[str, Any] = {}
    for field, cell in _said_now(cells, kind).items():
        column = by_path(kind).get(field)
        if column is None or column.many:
            continue
        value = _value(cell, column, manner)
        if value is msgspec.NODEFAULT and field not in _FREE:
            raise RowError(msg("it is empty"), field)
        if value is not msgspec.NODEFAULT and (value or field not in _FREE):
            values[field] = value
    return values


def _said_now(cells: Mapping[str, Cell], kind: type[Record]) -> Mapping[str, Cell]:
    """Return the cells of a row with the parts of a form of address that a table of version 1 has
    in one word, and the choice for which it had a yes or no.
    """
    if kind is Pack and "furigana" in cells:
        return {**cells, "furigana": _choice(cells["furigana"])}
    word = cells.get("honorific", "")
    if kind is not Person or not isinstance(word, str) or "dignity" in cells:
        return cells
    said = ADDRESSES.get(word)
    return {**cells, "dignity": said.dignity, "honorific": said.honorific} if said else cells


def _choice(cell: Cell) -> Cell:
    """Return which readings over kanji a pack has, of a cell that may say yes or no."""
    said = choices.flag(text_of(cell))
    return cell if said is None else READINGS[said]


def values_of_several(parts: Sequence[Part], kind: type[Record], manner: Manner) -> dict[str, Any]:
    """The fields of a record that has several rows: its own stand in one of them, its points or
    rows in all.

    Raises RowError that says in which row.
    """
    values: dict[str, Any] = {"points": []} if kind is Series else {"rows": ()}
    at, own = _own(parts, kind)
    try:
        values |= values_of(own, kind, manner)
        for at, cells in parts:  # noqa: B007 - for the message
            if kind is Series:
                values["points"] += _points(cells, kind, manner)
            else:
                values |= _grid_row(cells, values["rows"], manner)
    except RowError as error:
        raise RowError(error.why, error.field, at) from None
    return values


def _own(parts: Sequence[Part], kind: type[Record]) -> Part:
    """The row that has the fields of the record; the others repeat them or have none."""
    paths = by_path(kind)
    own = [
        field for field in parts[0][1] if field != "id" and field in paths and not paths[field].many
    ]
    at, first = next(
        ((at, cells) for at, cells in parts if any(cells[field] != "" for field in own)), parts[0]
    )
    _refuse_otherwise(parts, own, at, first)
    return at, first


def _refuse_otherwise(
    parts: Sequence[Part], own: Sequence[str], at: int, first: Mapping[str, Cell]
) -> None:
    """Refuse a row that says another thing of the record than the row that has its fields."""
    for other, cells in parts:
        for field in own:
            if cells[field] not in ("", first[field]):
                raise RowError(
                    msg("row {row} of the same record says otherwise", row=at + 1), field, other
                )


def _value(cell: Cell, column: Column, manner: Manner) -> Any:
    try:
        return column.blank if cell == "" else readers.value(cell, column, manner)
    except BriefError as error:
        raise RowError(clause(error.message), column.path) from None


def _points(cells: Mapping[str, Cell], kind: type[Record], manner: Manner) -> list[dict[str, Any]]:
    """The one point of a row, if it has any."""
    inner = [column for column in by_path(kind).values() if column.many]
    if all(cells.get(field, "") == "" for field in ("points", *(column.path for column in inner))):
        return []
    values = {
        column.path.partition(".")[2]: _value(cells.get(column.path, ""), column, manner)
        for column in inner
    }
    return [{name: "" if value is msgspec.NODEFAULT else value for name, value in values.items()}]


def _grid_row(cells: Mapping[str, Cell], before: tuple[Any, ...], manner: Manner) -> dict[str, Any]:
    """The heading of a table of texts, or its rows with one more."""
    if cells.get(grids.ROW, "") == "":
        raise RowError(msg("it is empty"), grids.ROW)
    texts = {
        field: readers.text(cell, manner) for field, cell in cells.items() if grids.is_column(field)
    }
    states: dict[str, States] = {}
    for field, text in texts.items():
        if field.endswith(".state") and text:
            try:
                states[field] = read_states(text)
            except BriefError as error:
                raise RowError(error.message, field) from None
    found = grids.texts(texts, states)
    return (
        {"columns": grids.heading(found)} if texts[grids.ROW] == "0" else {"rows": (*before, found)}
    )
