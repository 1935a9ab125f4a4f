"""What sections list, out of the table of contents (`contents`), for a pack and its audience."""

from typing import Final

from lohum_brief.visit.contents import LISTINGS, Content
from lohum_brief.visit.needs import PASSPORT
from lohum_brief.visit.records import (
    KINDS,
    Note,
    NoteKind,
    Pack,
    Paragraph,
    Person,
    Record,
    Section,
)
from lohum_brief.visit.visit import Visit

Kinds = tuple[type[Record], ...]


SORTS: Final[tuple[NoteKind, ...]] = (
    "background",
    "message",
    "ask",
    "offer",
    "if_raised",
    "risk",
    "red_line",
    "agreement",
)
"""All sorts of notes, in the order in which a list of all has them."""


def lists(content: Content) -> Kinds:
    """Return the kinds that a content lists."""
    return tuple([KINDS[kind] for kind in LISTINGS[content].lists])


def beside(content: Content) -> Kinds:
    """Return the kinds of which something stands beside what a content lists."""
    return tuple([KINDS[kind] for kind in LISTINGS[content].beside])


def sections_of(visit: Visit, pack: Pack) -> list[Section]:
    """Return the sections that the pack prints, in its order, as far as they are in the visit."""
    found = [section for ident in pack.sections if (section := visit.get(Section, ident))]
    return [
        section
        for section in found
        if len(pack.languages) > 1 or not LISTINGS[section.content].several
    ]


def is_card(visit: Visit, pack: Pack) -> bool:
    """Return whether the pack is a programme card: a sheet with the programme and nothing else,
    which keeps to one page.
    """
    sections = (section for section in sections_of(visit, pack) if section.readable(pack.audience))
    return pack.form == "sheet" and all(section.content == "programme" for section in sections)


def spared(record: Record, *, card: bool) -> bool:
    """Return whether a pack leaves a record of its sections' prose out: a card has no room for what
    introduces it.
    """
    return card and isinstance(record, Paragraph)


def kinds(visit: Visit, pack: Pack) -> frozenset[type[Record]]:
    """Return the kinds of which the pack's sections may print something."""
    found = (section.content for section in sections_of(visit, pack))
    return frozenset(kind for content in found for kind in (*lists(content), *beside(content)))


def listed_sorts(section: Section, visit: Visit, pack: Pack) -> tuple[NoteKind, ...]:
    """Return the sorts of notes that a section lists in a pack, in their order.

    A list that names no sorts has all; agreements, which have a content of their own, only where
    nothing else in the pack lists them.
    """
    if section.content == "agreements":
        return ("agreement",)
    if section.content != "notes" or section.sorts:
        return section.sorts if section.content == "notes" else ()
    elsewhere = any(
        other.content == "agreements" or (other.content == "notes" and "agreement" in other.sorts)
        for other in sections_of(visit, pack)
        if other.readable(pack.audience)
    )
    return SORTS[:-1] if elsewhere else SORTS


def listed(section: Section, record: Record) -> bool:
    """Return whether the section lists the record, if its readers may read it; agreements see
    `listed_sorts`.
    """
    if isinstance(record, Note):
        if section.content == "agreements":
            return record.sort == "agreement"
        return section.content == "notes" and (not section.sorts or record.sort in section.sorts)
    return type(record) in lists(section.content)


def has_needs(person: Person) -> bool:
    """Return whether a list of needs says something of the person."""
    return person.mobility not in ("", "none") or any(
        getattr(person, field)
        for field in ("diet", "allergies", "helmet", "coat", "shoes", "gloves", "needs")
    )


def has_passport(person: Person) -> bool:
    """Return whether a list of passports says something of the person."""
    return any(getattr(person, field) for field in PASSPORT)
