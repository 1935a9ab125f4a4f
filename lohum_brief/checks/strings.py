"""Every string of a record with the path that `visit.edit.set_field` knows it by, and the language
it is in.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple
from weakref import WeakKeyDictionary

import msgspec
from msgspec.structs import replace

from lohum_brief.language.codes import LANGS, READ, Lang
from lohum_brief.visit.records import (
    AnyRecord,
    Forbidden,
    Image,
    Inflected,
    NamePart,
    Particulars,
    Source,
    Waiver,
)
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.text import States, Text

_NEVER_PRINTED = (Forbidden, Image, States)


def texts(record: AnyRecord) -> tuple[tuple[str, Text | NamePart], ...]:
    """Return what has a form in each language: its texts, and the parts of a person's name."""
    return _held(record).texts


def strings(record: AnyRecord) -> Iterator[tuple[str, Lang | None, str]]:
    """Yield the strings that are not empty. Without a language are those that stand as they are in
    every language.
    """
    if isinstance(record, Waiver):
        return  # never printed
    if isinstance(record, Particulars) and record.words:
        record = replace(record, words=())  # never printed either
    only: Lang | None = record.lang if isinstance(record, Source) else None
    for path, value in _held(record).all:
        if not isinstance(value, str):
            yield from _forms(path, value)
        elif value:
            yield path, READ if path.endswith("reading") else only, value


def _forms(path: str, value: Text | NamePart | Inflected) -> Iterator[tuple[str, Lang, str]]:
    for lang in LANGS:
        if found := getattr(value, lang):
            yield f"{path}.{lang}", lang, found
    if isinstance(value, NamePart) and value.reading:
        yield f"{path}.reading", READ, value.reading


def value_at(record: AnyRecord, path: str) -> Any:
    """Return what stands in a field, by its path."""
    found: Any = record
    for step in path.split("."):
        found = found[int(step)] if step.isdecimal() else getattr(found, step)
    return found


class _Held(NamedTuple):
    """What a record holds, by its paths, and the part of it that has a form in each language."""

    all: tuple[tuple[str, Any], ...]
    texts: tuple[tuple[str, Text | NamePart], ...]


_KNOWN: Final[WeakKeyDictionary[AnyRecord, _Held]] = WeakKeyDictionary()
"""Goes with the records: eight rules ask, and after an edit all records but one are what they
were.
"""


def _held(record: AnyRecord) -> _Held:
    found = _KNOWN.get(record)
    if found is None:
        leaves = tuple(_leaves(record, ""))
        forms = tuple((path, value) for path, value in leaves if isinstance(value, Text | NamePart))
        found = _KNOWN[record] = _Held(leaves, forms)
    return found


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield strings, texts and name parts at any depth; the fields that no pack prints are
    left out.
    """
    if isinstance(value, str | Text | NamePart | Inflected):
        yield path, value
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _leaves(item, f"{path}.{i}")
    elif isinstance(value, msgspec.Struct) and not isinstance(value, _NEVER_PRINTED):
        for field in fields_of(type(value)):
            yield from _leaves(getattr(value, field), f"{path}.{field}" if path else field)
