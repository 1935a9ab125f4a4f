"""How the lists of a record stand in a grid: which cell is what, and what the cells come to as
JSON.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.interface import interface, say
from lohum_brief.language.parsing import UnreadableError, number
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    ChartRow,
    Figure,
    Metric,
    Mineral,
    Point,
    Record,
    Table,
)
from lohum_brief.visit.rest import bare
from lohum_brief.visit.text import Text
from lohum_brief.window import labels

Cell = str | bool | Text
Cells = list[list[Cell]]


class Shape(NamedTuple):
    """`least` is how many columns there are at least; `wide` grids may have more, `texts` may have
    three languages.

    `only_texts` have nothing else. `path` leads to a cell below the field; `value` gives the JSON
    of the cells, `heads` what stands above the columns.
    """

    heads: Callable[[AnyRecord | None, int], Sequence[str]]
    cells: Callable[[Any, AnyRecord | None], Cells]
    value: Callable[[Cells, AnyRecord | None], Any]
    blank: Callable[[int], Sequence[Cell]]
    path: Callable[[int, int], str]
    wide: bool = False
    texts: bool = False
    only_texts: bool = False
    named: Callable[[AnyRecord | None, int], Mapping[int, type[Record]]] = lambda *_: {}
    """Columns whose cells are ids, with the kind of record that they name: shown and chosen by its
    name.
    """
    hint: str = ""
    """How something is typed that nobody would guess."""


def as_json(cell: Cell) -> Any:
    """A cell as JSON."""
    return msgspec.to_builtins(bare(cell)) if isinstance(cell, Text) else cell


def written(text: str) -> Text:
    """A text in the language of the interface."""
    return msgspec.convert({interface(): text}, Text)


def _number(text: str) -> str | None:
    """As an import reads it; what cannot be read goes to the model, which says what it wants."""
    if not text.strip():
        return None
    try:
        return str(number(text))
    except UnreadableError:
        return text


# The points of a series


def _points(value: Sequence[Point], _: AnyRecord | None) -> Cells:
    return [
        [
            one.place,
            one.period,
            "" if one.value is None else str(one.value),
            one.estimated,
            one.printed,
        ]
        for one in value
    ]


def _point_values(rows: Cells, _: AnyRecord | None) -> Any:
    return [
        {
            "place": place,
            "period": period,
            "value": _number(str(value)),
            "estimated": bool(estimated),
            "printed": printed,
        }
        for place, period, value, estimated, printed in rows
    ]


POINTS: Final = Shape(
    lambda *_: (
        say("Country"),
        say("Year"),
        labels.field("value"),
        say("estimated"),
        say("As printed"),
    ),
    _points,
    _point_values,
    lambda _: ("", "", "", False, ""),
    lambda y, x: f"{y}.{('place', 'period', 'value', 'estimated', 'printed')[x]}",
)

# The cells of a table, and lists of texts


def _table_heads(record: AnyRecord | None, width: int) -> Sequence[str]:
    names = [labels.text(text) for text in record.columns] if isinstance(record, Table) else []
    return [names[at] if at < len(names) and names[at] else str(at + 1) for at in range(width)]


def _table_cells(value: Sequence[Sequence[Cell]], record: AnyRecord | None) -> Cells:
    width = max(
        [*(len(row) for row in value), len(record.columns) if isinstance(record, Table) else 1]
    )
    return [[*row, *("" for _ in range(width - len(row)))] for row in value]


ROWS: Final = Shape(
    _table_heads,
    _table_cells,
    lambda rows, _: [[as_json(cell) for cell in row] for row in rows],
    lambda width: [""] * width,
    lambda y, x: f"{y}.{x}",
    wide=True,
    texts=True,
)
COLUMNS: Final = Shape(
    lambda *_: (say("Heading"),),
    lambda value, _: [[text] for text in value],
    lambda rows, _: [as_json(row[0]) for row in rows],
    lambda _: (Text(),),
    lambda y, _: f"{y}",
    texts=True,
    only_texts=True,
)
NAMES: Final = Shape(
    lambda *_: (labels.field("name"),),
    lambda value, _: [[text] for text in value],
    lambda rows, _: [as_json(row[0]) for row in rows],
    lambda _: ("",),
    lambda y, _: f"{y}",
    texts=True,
)

# The rows of a chart: a name, a value for each of the chart's names, then what only some forms need

ESTIMATED: Final = "~"
"""Stands before a value that is an estimate."""


def _extras(record: AnyRecord | None) -> tuple[str, ...]:
    form = record.form if isinstance(record, Chart) else ""
    return (
        *{
            "scatter": ("at",),
            "flow": ("part",),
            "gauge": ("target", "target_figure", "target_metric"),
        }.get(form, ()),
        "mineral",
    )


_NAMED: Final[Mapping[str, type[Record]]] = {
    "target_figure": Figure,
    "target_metric": Metric,
    "mineral": Mineral,
}


def _named(record: AnyRecord | None, width: int) -> Mapping[int, type[Record]]:
    extras = _extras(record)
    return {
        width - len(extras) + at: _NAMED[name] for at, name in enumerate(extras) if name in _NAMED
    }


_UNNAMED: Final = ("flow", "scatter", "gauge")
"""Forms whose values are not one for each name."""


def _width(record: AnyRecord | None, rows: Sequence[ChartRow] = ()) -> int:
    named = len(record.names) if isinstance(record, Chart) and record.form not in _UNNAMED else 0
    return max([1, named, *(len(row.values) for row in rows)])


def _chart_heads(record: AnyRecord | None, width: int) -> Sequence[str]:
    named = record.names if isinstance(record, Chart) and record.form not in _UNNAMED else ()
    names = [name if isinstance(name, str) else labels.text(name) for name in named]
    extras = _extras(record)
    values = [
        names[at] if at < len(names) else labels.field("value")
        for at in range(width - 1 - len(extras))
    ]
    known = {"at": say("Along the page"), "part": say("Comes through name no.")}
    return [
        labels.field("name"),
        *values,
        *(known.get(name) or labels.field(name) for name in extras),
    ]


def _chart_cells(value: Sequence[ChartRow], record: AnyRecord | None) -> Cells:
    width = _width(record, value)
    rows: Cells = []
    for one in value:
        values = [_chart_cell(one, at) for at in range(len(one.values))]
        extras = {
            "at": "; ".join(map(str, one.at)),
            "part": str(one.part + 1),
            "target": "" if one.target is None else str(one.target),
            "target_figure": one.target_figure or "",
            "target_metric": one.target_metric or "",
            "mineral": one.mineral or "",
        }
        rows.append(
            [
                one.name,
                *values,
                *("" for _ in range(width - len(values))),
                *(extras[name] for name in _extras(record)),
            ]
        )
    return rows


def _chart_cell(row: ChartRow, at: int) -> str:
    number = row.values[at]
    if number is None:
        return ""
    return f"{ESTIMATED}{number}" if at in row.estimated else str(number)


def _chart_values(rows: Cells, record: AnyRecord | None) -> Any:
    """What the grid does not show of a row stays as it was."""
    extras = _extras(record)
    before = record.rows if isinstance(record, Chart) else ()
    return [
        _chart_row(row, extras, before[at] if len(before) == len(rows) else None)
        for at, row in enumerate(rows)
    ]


def _chart_row(
    row: Sequence[Cell], extras: Sequence[str], before: ChartRow | None
) -> dict[str, Any]:
    name, *rest = row
    beside = len(rest) - len(extras)
    values = [str(cell).strip() for cell in rest[:beside]]
    while values and not values[-1]:
        values.pop()
    found: dict[str, Any] = msgspec.to_builtins(bare(before)) if before is not None else {}
    found |= {
        "name": as_json(name),
        "values": [_number(value.removeprefix(ESTIMATED)) for value in values],
        "estimated": [at for at, value in enumerate(values) if value.startswith(ESTIMATED)],
    }
    for field, cell in zip(extras, rest[beside:], strict=True):
        found[field] = _extra(field, str(cell).strip())
    return found


def _extra(field: str, text: str) -> Any:
    """What stands beside the values of a row of a chart."""
    match field:
        case "at":
            return [_number(part) for part in text.split(";") if part.strip()]
        case "part":
            return int(text) - 1 if text.isdecimal() and int(text) else 0
        case "target":
            return _number(text)
        case _:
            return text or None


CHART_ROWS: Final = Shape(
    _chart_heads,
    _chart_cells,
    _chart_values,
    lambda width: [""] * width,
    lambda y, _: f"{y}.name",
    texts=True,
    named=_named,
    hint=phrase("An estimate is typed with ~ before it: ~12."),
)

SHAPES: Final = {
    "points": POINTS, "rows": ROWS, "columns": COLUMNS, "names": NAMES, "chart rows": CHART_ROWS,
}  # fmt: skip


def width_of(shape: Shape, cells: Cells, record: AnyRecord | None) -> int:
    """How many columns the grid has, also without rows."""
    if cells:
        return len(cells[0])
    if shape is CHART_ROWS:
        return 1 + _width(record) + len(_extras(record))
    return (
        len(record.columns) if shape is ROWS and isinstance(record, Table) else len(shape.blank(1))
    )
