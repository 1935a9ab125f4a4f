"""Whether an edit may change what a pack prints, told from the edited records alone.

Rather too often than too seldom: where it says no, the pack need not be planned to know that its
pages stay as they are.
"""

from collections.abc import Iterable
from typing import Any, Final

from lohum_brief.language.codes import Lang
from lohum_brief.packs.admit import admitted_record
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Note,
    Pack,
    Paragraph,
    Section,
    Table,
    Term,
)
from lohum_brief.visit.sections import kinds, sections_of
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

_PROSE: Final = (Paragraph, Table, Chart)
_TEXTUAL: Final = (Paragraph, Note, Section)
"""Kinds whose texts print in the pack's languages or not at all; a name may print in another."""


def may_touch(idents: Iterable[str], before: Visit, after: Visit, pack: Pack) -> bool:
    """Return whether what the pack prints may be other where these records are.

    `before` and `after` are the visit with the pack in it; the records have moved nowhere.
    """
    return any(
        _touches(before.by_id.get(one), after.by_id.get(one), before, after, pack) for one in idents
    )


def _touches(
    old: AnyRecord | None, new: AnyRecord | None, before: Visit, after: Visit, pack: Pack
) -> bool:
    seen = [one and admitted_record(one, pack.audience) for one in (old, new)]
    if old is not None and new is not None and type(old) is type(new):
        if _told(seen[0], pack.languages) == _told(seen[1], pack.languages):
            return False
    elif seen == [None, None]:
        return False
    return any(
        _is_within(record, visit, pack)
        for record, visit in ((old, before), (new, after))
        if record is not None
    )


def _is_within(record: AnyRecord, visit: Visit, pack: Pack) -> bool:
    """Return whether a record may reach the paper of the pack."""
    if isinstance(record, Pack):
        return record.id == pack.id
    if isinstance(record, Section):
        return record.id in pack.sections
    if isinstance(record, _PROSE):
        return record.section in pack.sections
    if isinstance(record, Note | Term) and type(record) not in kinds(visit, pack):
        within = {section.id for section in sections_of(visit, pack)}
        return any(record.id in chart.notes for chart in visit.of(Chart) if chart.section in within)
    return True


def _told(record: AnyRecord | None, langs: tuple[Lang, ...]) -> Any:
    """Return a record as far as a pack in these languages may print it."""
    if record is None or not isinstance(record, _TEXTUAL):
        return record
    return [
        (bool(value), *(value[lang] for lang in langs)) if isinstance(value, Text) else value
        for value in (getattr(record, name) for name in type(record).__struct_fields__)
    ]
