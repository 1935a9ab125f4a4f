"""A preview line by line, as somebody reads it before agreeing to it."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import cell, columns
from lohum_brief.exchange.identity import getter
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.sheets import cell_name
from lohum_brief.language.catalogue import interface
from lohum_brief.language.codes import LANGS
from lohum_brief.language.names import name
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import AnyRecord, Person
from lohum_brief.visit.text import Text

Group = Literal["added", "changed", "removed", "unread"]
_LONGEST: Final = 300
"""Letters of a value that are shown."""


class Line(NamedTuple):
    """`was` and `becomes` as they stand in cells; of what cannot be read `becomes` says why, and `where` the cell."""

    group: Group
    record: str
    called: str
    field: str
    was: str
    becomes: str
    where: str = ""


def lines(preview: Preview) -> Iterator[Line]:
    """What cannot be read first, then what changes field by field, what is added, what is removed."""
    for unread in preview.unread:
        yield Line("unread", "", "", "", unread.text, unread.why, cell_name(unread.place, unread.sheet))
    for changed in preview.changed:
        called_now = called(changed.before)
        for change in changed.fields:
            yield Line("changed", changed.before.id, called_now, change.field, _short(change.old), _short(change.new))
    for record in preview.added:
        yield Line("added", record.id, called(record), "", "", _short(_told(record)))
    for record in preview.removed:
        yield Line("removed", record.id, called(record), "", "", "")


def called(record: AnyRecord) -> str:
    """What a person calls the record, in the language of the interface or the first it has."""
    if isinstance(record, Person):
        for lang in (interface(), record.native, *LANGS):
            found = name(record.family, record.given, lang, native=record.native, polite=False)
            if found:
                return found.replace("\u00a0", " ")
    for field in ("title", "name", "text", "metric", "mineral"):
        value = getattr(record, field, "")
        text = value[interface()] or value.en or value.ja or value.hi if isinstance(value, Text) else value
        if text:
            return legible(str(text), 80)
    return record.id


def _told(record: AnyRecord) -> str:
    """What the fields of a new record say."""
    get = getter(record)
    said = []
    for column in columns(type(record)):
        value = None if column.many or column.path in ("id", "audience") else get(column.path)
        if value and column.sort not in ("states", "json") and value != column.default:
            said.append(text_of(shown) if isinstance(shown := cell(value, column), str) else str(shown))
    return " · ".join(said)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
