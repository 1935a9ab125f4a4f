"""A preview line by line, as somebody reads it before agreeing to it.

Lines are values: the process that makes them knows no language, and a window says them in its own.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin, get_type_hints

from lohum_brief.exchange.alternatives import Alternatives, told_all
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import cell, columns
from lohum_brief.exchange.identity import getter
from lohum_brief.exchange.preview import Changed, Preview, Unread
from lohum_brief.exchange.readership import Readership
from lohum_brief.exchange.sheets import cell_name
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.sentences import in_every_language
from lohum_brief.message import Value, beside, listed, words
from lohum_brief.visit.called import title
from lohum_brief.visit.labels import choice, path
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import AnyRecord, Id
from lohum_brief.visit.visit import Visit

Group = Literal["added", "changed", "removed", "unread", "doubtful"]
_LONGEST: Final = 300
"""Letters of a cell that are shown."""


class Line(NamedTuple):
    """`was` and `becomes` are told as they stand in cells; of what cannot be read `becomes` says
    why and `where` the cell.
    """

    group: Group
    record: str
    called: Value
    field: Value
    was: Value
    becomes: Value
    where: Value = ""
    turn: str = ""
    """Of a name that can be read in several ways: the choice of its next reading, B7=2."""
    audience: Audience | None = None
    """Who will read the record."""
    key: str = ""
    """What a choice of other readers calls it."""
    kept: Audience = "public"
    """Whom the cells of its row keep it for."""
    why: Value = ""
    """The cells that say so."""


class _Titles:
    """What the records of a visit are called; many rows name the same ones."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self._told: dict[str, Value] = {}

    def of(self, record: AnyRecord) -> Value:
        """What a record is called."""
        told = self._told.get(record.id)
        if told is None:
            told = self._told[record.id] = title(record, self.visit)
        return told


def lines(preview: Preview, visit: Visit) -> Iterator[Line]:
    """What cannot be read first, then names that can be read in several ways, then what changes
    field by field, what is added, what is removed.

    Records that are named are called as people call them.
    """
    titles = _Titles(
        Visit([*visit, *(record for record in preview.added if record.id not in visit.by_id)])
    )
    readers = {one.record.id: one for one in preview.readership}
    yield from map(_unread, preview.unread)
    yield from map(_doubtful, preview.alternatives)
    for changed in preview.changed:
        for line in _changed(changed, titles):
            yield _read_by(readers.get(changed.after.id), line)
    for record in preview.added:
        told = _told(record, titles)
        line = Line("added", record.id, titles.of(record), "", "", told)
        yield _read_by(readers.get(record.id), line)
    for record in preview.removed:
        yield Line("removed", record.id, titles.of(record), "", "", "")


def searched(line: Line) -> str:
    """Return a line as it is searched for words, in whatever language somebody reads it."""
    told = (line.called, line.field, line.was, line.becomes, line.where, line.why)
    return " ".join((line.record, *map(in_every_language, told))).casefold()


def _unread(one: Unread) -> Line:
    where = cell_name(one.place, one.sheet)
    return Line("unread", "", "", one.field, one.text, one.why, where)


def _doubtful(one: Alternatives) -> Line:
    following = (one.chosen + 1) % len(one.readings) + 1
    where = cell_name(one.place, one.sheet)
    return Line("doubtful", "", one.text, "", "", told_all(one), where, f"{one.cell}={following}")


def _changed(one: Changed, titles: _Titles) -> Iterator[Line]:
    called, kind = titles.of(one.before), type(one.before)
    for field, *held in one.fields:
        was, will = (_said(kind, field, text, titles) for text in held)
        yield Line("changed", one.before.id, called, path(field), was, will)


def _read_by(readers: Readership | None, line: Line) -> Line:
    if readers is None:
        return line
    return line._replace(
        audience=readers.audience, key=readers.key, kept=readers.kept, why=readers.why
    )


@cache
def _naming(kind: type[AnyRecord]) -> frozenset[str]:
    """The fields that hold the id of another record."""
    hints = get_type_hints(kind, include_extras=True)
    return frozenset(
        field for field, hint in hints.items() if field != "id" and Id in (hint, *get_args(hint))
    )


@cache
def _closed(kind: type[AnyRecord]) -> frozenset[str]:
    """The fields that hold words of a closed list."""
    hints = get_type_hints(kind, include_extras=True)
    return frozenset(field for field, hint in hints.items() if _is_closed(hint))


def _is_closed(hint: Any) -> bool:
    return get_origin(hint) is Literal or any(_is_closed(part) for part in get_args(hint))


def _said(kind: type[AnyRecord], field: str, held: str, titles: _Titles) -> Value:
    """What a cell of a field holds, records and words of closed lists as people call them."""
    if field in _naming(kind):
        record = titles.visit.by_id.get(held)
        return held if record is None else titles.of(record)
    if field in _closed(kind):
        return listed(choice(field, word) for word in held.split())
    if field.endswith("state"):
        return beside(map(_state, held.split()))
    return _short(held)


def _state(held: str) -> Value:
    """The state of one language, as a cell has it: hi:old."""
    lang, _, state = held.partition(":")
    called = next((one.native for code, one in LANGUAGES.items() if code == lang), lang)
    return words((called, choice("state", state)))


def _told(record: AnyRecord, titles: _Titles) -> Value:
    """What the fields of a new record say."""
    get = getter(record)
    said = []
    for column in columns(type(record)):
        value = None if column.many or column.path in ("id", "audience") else get(column.path)
        if value and column.sort not in ("states", "json") and value != column.default:
            told = text_of(shown) if isinstance(shown := cell(value, column), str) else str(shown)
            said.append(_said(type(record), column.path, told, titles))
    return beside(said)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
