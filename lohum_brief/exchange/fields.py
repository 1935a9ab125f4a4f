"""The fields of records as columns: `name.hi`, `family.reading`, `points.value`. Losslessly, there
and back.

One record is one row, but for series and tables of texts, which have a row for each point or row of
theirs: all begin with the record's id, and its other fields stand in the first. Of a Text's states
only those are written that are not drafts: `hi:checked en:approved`. Ids and other words of a list
are parted by spaces, texts of a list by semicolons; a list of texts that hold semicolons themselves
is JSON, and so is what is nested deeper, as the rows of a chart.
"""

import datetime as dt
import re
import types
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from lohum_brief.errors import BriefError
from lohum_brief.exchange import grids
from lohum_brief.exchange.sheets import Cell
from lohum_brief.language.codes import LANGS
from lohum_brief.message import msg
from lohum_brief.visit.explaining import explain
from lohum_brief.visit.records import Record, Table
from lohum_brief.visit.rest import Rest, bare, fields_of
from lohum_brief.visit.text import States

Out = Cell | Decimal
Sort = Literal[
    "text",
    "lines",
    "words",
    "number",
    "whole",
    "flag",
    "date",
    "moment",
    "choice",
    "states",
    "json",
]

BY_LANGUAGE: Final = tuple(f".{lang}" for lang in LANGS)
"""How the paths of fields end that there are in each language."""


class CellError(BriefError):
    """A cell that cannot be read as what its column holds; the text says why, without place and
    full stop.
    """


class UnsettledDateError(CellError):
    """A date that means two days as long as nobody says whether days or months come first in the
    table.
    """


class Column(NamedTuple):
    """One column of a kind of record."""

    path: str
    sort: Sort
    default: object
    """What a record has that does not say; `msgspec.NODEFAULT` where it must."""
    choices: tuple[str, ...] = ()
    many: bool = False
    """Belongs to the elements of a list of structs, which have a row each."""
    optional: bool = False
    type: Any = None
    """What JSON is decoded to."""

    @property
    def blank(self) -> object:
        """What an empty cell means."""
        if self.sort in ("text", "lines", "words", "json"):
            return (
                ""
                if self.sort == "text" and not self.optional
                else None
                if self.sort == "text"
                else ()
            )
        return None if self.optional else self.default


ORDINAL: Final = "points"
"""Counts the points of a series: a point may be as empty as no point."""


@cache
def columns(kind: type[Record]) -> tuple[Column, ...]:
    """The columns of a kind: what it is and who may read it, then its fields in their order."""
    found = _columns(kind, "")
    return tuple(
        sorted(
            found,
            key=lambda column: (
                ("id", "audience").index(column.path) if column.path in ("id", "audience") else 2
            ),
        )
    )


@cache
def by_path(kind: type[Record]) -> Mapping[str, Column]:
    """The columns of a kind by their paths."""
    return {column.path: column for column in columns(kind)}


def _columns(struct: type[msgspec.Struct], prefix: str, *, many: bool = False) -> list[Column]:
    hints = get_type_hints(struct, include_extras=True)
    found: list[Column] = []
    for field in msgspec.structs.fields(struct):
        if field.type is Rest or (struct is Table and field.name in grids.FIELDS):
            continue
        path = prefix + field.name
        default = field.default_factory() if callable(field.default_factory) else field.default
        found += _of_field(path, _plain(hints[field.name]), default, many=many)
    return found


def _plain(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


_SORTS: Final[dict[Any, Sort]] = {
    str: "text",
    Decimal: "number",
    int: "whole",
    bool: "flag",
    dt.date: "date",
    dt.datetime: "moment",
    States: "states",
}


def _of_field(path: str, hint: Any, default: object, *, many: bool) -> list[Column]:
    optional = get_origin(hint) in (Union, types.UnionType)
    if optional:
        hint = _plain(next(option for option in get_args(hint) if option is not type(None)))
    if hint in _SORTS:
        return [Column(path, _SORTS[hint], default, many=many, optional=optional)]
    if get_origin(hint) is Literal:
        return [Column(path, "choice", default, get_args(hint), many=many, optional=optional)]
    if _is_struct(hint):
        return _columns(hint, f"{path}.", many=many)
    return _of_list(path, hint, default, many=many)


def _of_list(path: str, hint: Any, default: object, *, many: bool) -> list[Column]:
    item = get_args(hint)[0]
    inner = _plain(item)
    if get_origin(inner) is Literal:
        return [Column(path, "words", default, get_args(inner), many=many)]
    if inner is str:
        # A word has a pattern, as ids have; a line may hold anything.
        limits = get_args(item)[1] if get_origin(item) is Annotated else None
        sort: Sort = "words" if limits is not None and limits.pattern else "lines"
        return [Column(path, sort, default, many=many)]
    if not many and _is_struct(inner) and _is_flat(inner):
        return _columns(inner, f"{path}.", many=True)
    return [Column(path, "json", default, many=many, type=hint)]


def _is_struct(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, msgspec.Struct)


def _is_flat(struct: type[msgspec.Struct]) -> bool:
    """Whether all fields of a struct fit a cell each, as those of a point do."""
    hints = get_type_hints(struct, include_extras=True)
    return all(
        column.sort not in ("json", "words", "lines")
        for name in fields_of(struct)
        for column in _of_field("", _plain(hints[name]), None, many=True)
    )


# Writing


def used(kind: type[Record], records: Sequence[Record]) -> list[Column]:
    """The columns that say something; without records all of them, as a form to fill in.

    A Text has all three languages or none: who opens the table to translate finds the place for it.
    """
    found = columns(kind)
    if not records:
        return list(found)
    needed = _needed(kind)
    said = {
        column.path for column in found if _is_needed(column, needed) or _is_said(column, records)
    }
    texts = {path.rpartition(".")[0] for path in said if path.endswith(BY_LANGUAGE)}
    return [column for column in found if column.path in said or _is_part_of(column, texts)]


def _needed(kind: type[Record]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(kind) if field.required}


def _is_said(column: Column, records: Sequence[Record]) -> bool:
    return any(_get(record, column.path) != column.default for record in records)


def _is_needed(column: Column, required: Collection[str]) -> bool:
    """Whether a column is written even where no record says anything in it."""
    if column.many or column.default is msgspec.NODEFAULT:
        return True
    return column.sort != "states" and column.path.partition(".")[0] in required


def _is_part_of(column: Column, texts: Collection[str]) -> bool:
    holder, dot, _ = column.path.rpartition(".")
    return bool(dot) and column.sort == "text" and holder in texts


def flatten(record: Record, wanted: Sequence[Column]) -> list[dict[str, Out]]:
    """The rows of a record: its fields in the first, and its id in all of them."""
    first = {
        column.path: cell(_get(record, column.path), column) for column in wanted if not column.many
    }
    rows = _inner_rows(record, [column for column in wanted if column.many])
    if not rows:
        return [first]
    return [first | rows[0], *({"id": record.id} | row for row in rows[1:])]


def _inner_rows(record: Record, inner: Sequence[Column]) -> list[dict[str, Out]]:
    """Return the rows of a table of texts, or of the points of a series."""
    if isinstance(record, Table):
        return grids.rows(record)
    if not inner:
        return []
    steps = [(column.path.partition("."), column) for column in inner]
    return [
        {ORDINAL: number}
        | {column.path: cell(_get(element, rest), column) for (_, _, rest), column in steps}
        for number, element in enumerate(getattr(record, steps[0][0][0]), 1)
    ]


def _get(holder: Any, path: str) -> Any:
    for step in path.split("."):
        holder = getattr(holder, step)
    return holder


def cell(value: Any, column: Column) -> Out:
    """A value as it stands in a cell."""
    match column.sort:
        case "words":
            return " ".join(value)
        case "lines":
            return join_lines(value)
        case "states":
            return states_text(value)
        case "json":
            return _json.encode(bare(value)).decode() if value else ""
    return "" if value is None else value


_json: Final = msgspec.json.Encoder(decimal_format="string")


def join_lines(lines: Sequence[str]) -> str:
    """Texts parted by semicolons, or as JSON where that would not come back."""
    joined = "; ".join(lines)
    return joined if split_lines(joined) == tuple(lines) else msgspec.json.encode(lines).decode()


def states_text(states: States) -> str:
    """The states that are not drafts."""
    return " ".join(f"{lang}:{state}" for lang in LANGS if (state := states[lang]) != "draft")


# Reading back what was written


def split_lines(text: str) -> tuple[str, ...]:
    """What `join_lines` has joined, or a person: semicolons of any width and new lines part."""
    if text.startswith("["):
        try:
            return msgspec.json.decode(text, type=tuple[str, ...])
        except (msgspec.MsgspecError, RecursionError):
            pass
    return tuple(part for piece in re.split("[;；\n]", text) if (part := piece.strip()))


def read_states(text: str) -> States:
    """What `states_text` has written. Raises CellError."""
    try:
        pairs = [pair.split(":") for pair in re.split(r"[\s,;]+", text.strip()) if pair]
        return msgspec.convert(dict(pairs), States)
    except (ValueError, TypeError, msgspec.ValidationError):
        raise CellError(
            msg(
                "“{text}” does not say the states of a text; write them as {example}",
                text=text[:40],
                example="hi:checked en:approved",
            )
        ) from None


def read_json(text: str, kind: Any) -> Any:
    """What stands nested in one cell. Raises CellError."""
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise CellError(explain(error)) from None


def nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by their paths as the nested mappings that a struct is converted from."""
    tree: dict[str, Any] = {}
    for path, value in values.items():
        head, dot, rest = path.partition(".")
        if not dot:
            tree[head] = value
        elif "." in rest:
            *steps, last = path.split(".")
            holder = tree
            for step in steps:
                holder = holder.setdefault(step, {})
            holder[last] = value
        elif head in tree:
            tree[head][rest] = value
        else:
            tree[head] = {rest: value}
    return tree
