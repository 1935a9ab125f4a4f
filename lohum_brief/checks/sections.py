"""What packs leave out of their sections: all of one that has nothing for its readers, and what a
card has no room for.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from lohum_brief.checks.finding import Finding
from lohum_brief.message import listed, msg, msg_n
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.called import title
from lohum_brief.visit.readers import AUDIENCES, Audience, reads
from lohum_brief.visit.records import (
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
from lohum_brief.visit.sections import (
    has_needs,
    has_passport,
    is_card,
    listed_sorts,
    sections_of,
    spared,
)
from lohum_brief.visit.sections import lists as lists_of
from lohum_brief.visit.visit import Visit

RULE = "sections"

_Audiences = frozenset[Audience]
_Readers = dict[str, _Audiences]
"""Which audiences get something of a kind, or of a sort of notes."""
_Prose = dict[tuple[str, bool], _Audiences]
"""Which audiences get some of a section's prose, by its id and whether that is a paragraph."""
_NOBODY: Final[_Audiences] = frozenset()
_HOSTS: Final[_Audiences] = frozenset(one for one in AUDIENCES if reads(one, "host"))
_SECURITY: Final[_Audiences] = frozenset(one for one in AUDIENCES if reads(one, "security"))


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


def _readers(record: Record) -> _Audiences:
    """Return the audiences that read a record."""
    return frozenset(audience for audience in AUDIENCES if may_read(record, audience))


def _prose(visit: Visit) -> _Prose:
    """Return who gets some of a section's prose."""
    found: _Prose = {}
    for record in visit:
        if isinstance(record, Paragraph | Table | Chart):
            key = record.section, isinstance(record, Paragraph)
            found[key] = found.get(key, _NOBODY) | _readers(record)
    return found


def _lists(visit: Visit) -> _Readers:
    """Return, by kind, of notes by sort, which audiences get one; of metrics one that has a value,
    of people one with needs, or with a passport.
    """
    found: _Readers = {}
    valued: _Readers = {}
    for reading in visit.of(Observation):
        valued[reading.metric] = valued.get(reading.metric, _NOBODY) | _readers(reading)
    for record in visit:
        key = record.sort if isinstance(record, Note) else type(record).__name__
        readers = _readers(record)
        if isinstance(record, Metric):
            readers &= valued.get(record.id, _NOBODY)
        found[key] = found.get(key, _NOBODY) | readers
        if isinstance(record, Person) and has_needs(record):
            found["needs"] = found.get("needs", _NOBODY) | (readers & _HOSTS)
        if isinstance(record, Person) and has_passport(record):
            found["passports"] = found.get("passports", _NOBODY) | (readers & _SECURITY)
    return found


def _has_something(
    section: Section, visit: Visit, pack: Pack, prose: _Prose, lists: _Readers
) -> bool:
    """Return whether the section prints something in a pack, as far as that is known before the
    pack is planned.
    """
    paragraphs = not is_card(visit, pack)
    if any(pack.audience in prose.get((section.id, one), _NOBODY) for one in (False, paragraphs)):
        return True
    kinds = lists_of(section.content)
    if section.content in ("needs", "passports"):
        wanted: Sequence[str] = (section.content,)
    else:
        wanted = (
            listed_sorts(section, visit, pack)
            if Note in kinds
            else [kind.__name__ for kind in kinds]
        )
    return any(pack.audience in lists.get(key, _NOBODY) for key in wanted)


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
