"""A preview line by line, as somebody reads it before agreeing to it."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin, get_type_hints

from lohum_brief.exchange.alternatives import told_all
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import cell, columns
from lohum_brief.exchange.identity import getter
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.sheets import cell_name
from lohum_brief.language.codes import Lang
from lohum_brief.language.sentences import sentence
from lohum_brief.message import listed
from lohum_brief.visit.called import title_in
from lohum_brief.visit.labels import choice
from lohum_brief.visit.records import AnyRecord, Id
from lohum_brief.visit.visit import Visit

Group = Literal["added", "changed", "removed", "unread", "doubtful"]
_LONGEST: Final = 300
"""Letters of a value that are shown."""


class Line(NamedTuple):
    """`was` and `becomes` as they stand in cells; of what cannot be read `becomes` says why,
    `where` the cell, and `field` what the field is called instead of its path.
    """

    group: Group
    record: str
    called: str
    field: str
    was: str
    becomes: str
    where: str = ""
    turn: str = ""
    """Of a name that can be read in several ways: the choice of its next reading, B7=2."""


def lines(preview: Preview, visit: Visit, lang: Lang) -> Iterator[Line]:
    """What cannot be read first, then names that can be read in several ways, then what changes
    field by field, what is added, what is removed.

    They are in the language of whoever reads them, who may look for a word in them. Records that
    are named are called as people call them.
    """
    after = Visit([*visit, *(record for record in preview.added if record.id not in visit.by_id)])
    for unread in preview.unread:
        yield Line(
            "unread",
            "",
            "",
            sentence(unread.field, lang),
            unread.text,
            sentence(unread.why, lang),
            sentence(cell_name(unread.place, unread.sheet), lang),
        )
    for one in preview.alternatives:
        following = (one.chosen + 1) % len(one.readings) + 1
        where, told = (
            sentence(value, lang) for value in (cell_name(one.place, one.sheet), told_all(one))
        )
        yield Line("doubtful", "", one.text, "", "", told, where, f"{one.cell}={following}")
    for changed in preview.changed:
        called_now = title_in(changed.before, after, lang)
        for change in changed.fields:
            was, will = (
                _said(type(changed.before), change.field, one, after, lang)
                for one in (change.old, change.new)
            )
            yield Line(
                "changed", changed.before.id, called_now, change.field, _short(was), _short(will)
            )
    for record in preview.added:
        yield Line(
            "added",
            record.id,
            title_in(record, after, lang),
            "",
            "",
            _short(_told(record, after, lang)),
        )
    for record in preview.removed:
        yield Line("removed", record.id, title_in(record, after, lang), "", "", "")


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


def _said(kind: type[AnyRecord], field: str, held: str, visit: Visit, lang: Lang) -> str:
    """What a cell of a field holds, records and words of closed lists as people call them."""
    if field in _naming(kind):
        return _called(held, visit, lang)
    if field in _closed(kind):
        return sentence(listed(choice(field, word) for word in held.split()), lang)
    return held


def _called(ident: str, visit: Visit, lang: Lang) -> str:
    record = visit.by_id.get(ident)
    return ident if record is None else title_in(record, visit, lang)


def _told(record: AnyRecord, visit: Visit, lang: Lang) -> str:
    """What the fields of a new record say."""
    get = getter(record)
    said = []
    for column in columns(type(record)):
        value = None if column.many or column.path in ("id", "audience") else get(column.path)
        if value and column.sort not in ("states", "json") and value != column.default:
            told = text_of(shown) if isinstance(shown := cell(value, column), str) else str(shown)
            said.append(_said(type(record), column.path, told, visit, lang))
    return " · ".join(said)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
