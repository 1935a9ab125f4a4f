"""What packs leave out of their sections: all of one that has nothing for its readers, and what a
card has no room for.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from lohum_brief.checks.finding import Finding
from lohum_brief.message import listed, msg, msg_n
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.called import title
from lohum_brief.visit.records import (
    AUDIENCES,
    Chart,
    Metric,
    Note,
    Observation,
    Pack,
    Paragraph,
    Person,
    Record,
    Section,
    Table,
)
from lohum_brief.visit.sections import has_needs, is_card, listed_sorts, sections_of, spared
from lohum_brief.visit.sections import lists as lists_of
from lohum_brief.visit.visit import Visit

RULE = "sections"

_Readers = dict[str, int]
"""From which audience on, by its rank, there is something of a kind, of a sort of notes, or in a
section.
"""
_NOBODY: Final = len(AUDIENCES)


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a note for each section that packs leave out; a warning for a card whose paragraphs no
    pack prints.
    """
    prose, lists = _prose(visit), _lists(visit)
    empty: dict[str, list[Pack]] = {}
    for pack in visit.of(Pack):
        for section in _sections(visit, pack):
            if not _has_something(section, visit, pack, prose, lists):
                empty.setdefault(section.id, []).append(pack)
    for ident, packs in empty.items():
        called = [msg("“{title}”", title=title(pack, visit)) for pack in packs]
        message = msg(
            "Left out of {packs}: the section has nothing that prints for their readers.",
            packs=listed(called),
        )
        yield Finding("info", RULE, ident, "", message, about=" ".join(pack.id for pack in packs))
    yield from _spared(visit)


def _sections(visit: Visit, pack: Pack) -> list[Section]:
    return [section for section in sections_of(visit, pack) if section.readable(pack.audience)]


def _from(record: Record) -> int:
    """Return from which audience on a record is read."""
    return next(
        (rank for rank, audience in enumerate(AUDIENCES) if may_read(record, audience)), _NOBODY
    )


def _prose(visit: Visit) -> dict[tuple[str, bool], int]:
    """Return, by section and whether it is a paragraph, from which audience on it has some."""
    found: dict[tuple[str, bool], int] = {}
    for record in visit:
        if isinstance(record, Paragraph | Table | Chart):
            key = record.section, isinstance(record, Paragraph)
            found[key] = min(found.get(key, _NOBODY), _from(record))
    return found


def _lists(visit: Visit) -> _Readers:
    """Return, by kind, of notes by sort, from which audience on there is one; of metrics one that
    has a value, of people one with needs.
    """
    found: _Readers = {}
    valued: _Readers = {}
    for reading in visit.of(Observation):
        valued[reading.metric] = min(valued.get(reading.metric, _NOBODY), _from(reading))
    for record in visit:
        key = record.sort if isinstance(record, Note) else type(record).__name__
        since = _from(record)
        if isinstance(record, Metric):
            since = max(since, valued.get(record.id, _NOBODY))
        found[key] = min(found.get(key, _NOBODY), since)
        if isinstance(record, Person) and has_needs(record):
            found["needs"] = min(found.get("needs", _NOBODY), max(since, AUDIENCES.index("host")))
    return found


def _has_something(
    section: Section, visit: Visit, pack: Pack, prose: dict[tuple[str, bool], int], lists: _Readers
) -> bool:
    """Return whether the section prints something in a pack, as far as that is known before the
    pack is planned.
    """
    rank = AUDIENCES.index(pack.audience)
    paragraphs = not is_card(visit, pack)
    if any(prose.get((section.id, sort), _NOBODY) <= rank for sort in (False, paragraphs)):
        return True
    kinds = lists_of(section.content)
    if section.content == "needs":
        wanted: Sequence[str] = ("needs",)
    else:
        wanted = (
            listed_sorts(section, visit, pack)
            if Note in kinds
            else [kind.__name__ for kind in kinds]
        )
    return any(lists.get(key, _NOBODY) <= rank for key in wanted)


def _spared(visit: Visit) -> Iterator[Finding]:
    packs = visit.of(Pack)
    cards = [pack for pack in packs if is_card(visit, pack)]
    others = [pack for pack in packs if pack not in cards]
    for card in cards:
        lost = [record for record in visit.of(Paragraph) if _is_lost(record, card, others)]
        if lost:
            message = msg_n(
                "A card has no room for paragraphs: {count} of its sections prints in no pack.",
                "A card has no room for paragraphs: {count} of its sections print in no pack.",
                len(lost),
            )
            about = " ".join(record.id for record in lost)
            yield Finding("warning", RULE, card.id, "form", message, about=about)


def _is_lost(record: Paragraph, card: Pack, others: Sequence[Pack]) -> bool:
    """Return whether a paragraph would be on a card, if it had room, and is in no other pack."""
    return (
        spared(record, card=True)
        and _is_inside(record, card)
        and not any(_is_inside(record, pack) for pack in others)
    )


def _is_inside(record: Paragraph, pack: Pack) -> bool:
    return record.section in pack.sections and may_read(record, pack.audience)
