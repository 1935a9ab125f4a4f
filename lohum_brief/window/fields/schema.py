"""Which editor each field of a record needs, read off the model's types."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Annotated, Any, Final, Literal, NamedTuple, get_args, get_origin, get_type_hints

from lohum_brief.visit.kinds import OF
from lohum_brief.visit.needs import Digest
from lohum_brief.visit.records import (
    AnyRecord,
    ChartRow,
    Forbidden,
    Image,
    Inflected,
    NamePart,
    Point,
    Record,
    Source,
)
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.text import Text

Editor = Literal[
    "texts", "line", "number", "whole", "date", "time", "flag", "choice", "choices", "reference",
    "references", "name", "points", "rows", "columns", "names", "chart rows", "forbidden", "lines",
    "picture", "illustration", "ticks", "unit", "topic", "inflected",
]  # fmt: skip


class Field(NamedTuple):
    """A field of a record. `choices` are the words it may hold, `names` the kind it names;
    `optional` may be empty.
    """

    name: str
    editor: Editor
    choices: tuple[str, ...] = ()
    names: type[Record] | None = None
    optional: bool = False


_FIRST: Final = ("title", "name", "family", "given")
GRIDS: Final = frozenset({"points", "rows", "columns", "names", "chart rows"})
_LONG: Final = frozenset({"title", "address", "licence"})
"""Fields of one line that are read whole only where it is long."""
_WHOLE: Final = GRIDS | {"texts", "name", "forbidden", "inflected", "ticks", "illustration"}
_UNORDERED: Final = frozenset({"allergies"})
_LISTS: Final = frozenset({"references", "choices"})


@cache
def fields(kind: type[AnyRecord]) -> tuple[Field, ...]:
    """The fields of a kind as a form shows them; the id is no field that anybody edits."""
    hints = get_type_hints(kind, include_extras=True)
    found = [_field(kind, name, hints[name]) for name in fields_of(kind) if name != "id"]
    return tuple(sorted(found, key=_place))


def _place(field: Field) -> int:
    """What it is called, what it says, then the short facts about it, further texts, and last the
    lists.
    """
    if field.editor == "illustration":
        return 0
    if field.name in (*_FIRST, "text"):
        return 1 if field.name == "text" else 0
    if field.editor in _LISTS:
        return 5 if field.name == "sources" else 4
    return 3 if field.editor in _WHOLE else 2


def is_wide(field: Field) -> bool:
    """Whether its editor needs the whole width of a form; others share a row."""
    return (
        field.editor in _WHOLE
        or field.editor in _LISTS
        or (field.editor == "line" and field.name in _LONG)
    )


def _field(kind: type[AnyRecord], name: str, hint: Any) -> Field:
    if hint in (Digest, Image):
        return Field(name, "illustration" if hint is Image else "picture")
    hint, optional = _present(_bare(hint))
    named = Source if name == "sources" else OF[kind].names.get(name)
    if get_origin(hint) is tuple:
        return _of_several(name, get_args(hint)[0], named)
    if named:
        return Field(name, "reference", names=named, optional=optional)
    if get_origin(hint) is Literal:
        return Field(name, "choice", tuple(map(str, get_args(hint))), optional=optional)
    return Field(name, _OWN.get(name) or _PLAIN[hint], optional=optional)


_PLAIN: Final[Mapping[Any, Editor]] = {
    Text: "texts", str: "line", Decimal: "number", int: "whole", dt.date: "date",
    dt.datetime: "time", bool: "flag", NamePart: "name", Forbidden: "forbidden",
    Inflected: "inflected",
}  # fmt: skip
_OWN: Final[Mapping[str, Editor]] = {"unit": "unit", "topic": "topic"}
"""Editors of fields of one name."""


def _present(hint: Any) -> tuple[Any, bool]:
    """A hint as it is where there is something, and whether there may be nothing."""
    said = [argument for argument in get_args(hint) if argument is not NoneType]
    optional = NoneType in get_args(hint)
    return (_bare(said[0]), True) if optional else (hint, False)


def _bare(hint: Any) -> Any:
    """A hint without what it is annotated with."""
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _of_several(name: str, inner: Any, named: type[Record] | None) -> Field:
    """The field of several values of a sort."""
    if named:
        return Field(name, "references", names=named)
    if get_origin(inner) is Literal:
        editor: Editor = "ticks" if name in _UNORDERED else "choices"
        return Field(name, editor, tuple(map(str, get_args(inner))))
    editors: dict[Any, Editor] = {Point: "points", Text: "columns", ChartRow: "chart rows"}
    if inner in editors:
        return Field(name, editors[inner])
    if get_origin(inner) is tuple:
        return Field(name, "rows")
    return Field(name, "names" if Text in get_args(inner) else "lines")


def texts_of(record: AnyRecord) -> list[Text]:
    """The texts of a record that need all languages."""
    return [text for name in _names_of_texts(type(record)) if (text := getattr(record, name))]


@cache
def _names_of_texts(kind: type[AnyRecord]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.editor == "texts")


def has_texts(kind: type[AnyRecord]) -> bool:
    """Whether records of a kind can have any."""
    return bool(_names_of_texts(kind))
