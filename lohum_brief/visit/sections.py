"""The one table of what sections print: for each content what it lists, and what stands beside that.

Whoever needs to know reads it: the plan of a pack, what a pack is said to print, what keeps an edition back, the counts in
the window, the check. What builds the blocks of a content is the module of `packs` of its name.
"""

from typing import Final, NamedTuple

from lohum_brief.visit.records import (
    Content,
    Group,
    Item,
    Metric,
    Mineral,
    Note,
    NoteKind,
    Observation,
    Organisation,
    Pack,
    Paragraph,
    Person,
    Record,
    Section,
    Series,
    Source,
    Statement,
    Term,
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


class Listing(NamedTuple):
    """What sections of one content print besides their own paragraphs, tables and charts.

    `lists` are the kinds of which all records that the audience may read print, or those that the pack uses or cites;
    `beside` those of which something stands beside them, where they name it or it belongs to them.
    """

    lists: Kinds = ()
    beside: Kinds = ()
    last: bool = False
    """Built after all others, from what they print."""
    several: bool = False
    """Only in packs of several languages: it tells what something is called in another."""


LISTINGS: Final[dict[Content, Listing]] = {
    "prose": Listing(),
    "statements": Listing((Statement,)),
    "organisations": Listing((Organisation,)),
    "people": Listing((Person,), (Organisation, Group)),
    "needs": Listing((Person,), (Organisation, Group)),
    "programme": Listing((Item,), (Group,)),
    "metrics": Listing((Metric,), (Observation,)),
    "minerals": Listing((Mineral,), (Series,)),
    "supply": Listing((Mineral,), (Series,)),
    "notes": Listing((Note,), (Organisation,)),
    "agreements": Listing((Note,), (Organisation,)),
    "glossary": Listing((Term,), last=True, several=True),
    "sources": Listing((Source,), last=True),
}


def sections_of(visit: Visit, pack: Pack) -> list[Section]:
    """Return the sections that the pack prints, in its order, as far as they are in the visit."""
    found = [section for ident in pack.sections if (section := visit.get(Section, ident))]
    return [section for section in found if len(pack.languages) > 1 or not LISTINGS[section.content].several]


def is_card(visit: Visit, pack: Pack) -> bool:
    """Return whether the pack is a programme card: a sheet with the programme and nothing else, which keeps to one page."""
    sections = (section for section in sections_of(visit, pack) if section.readable(pack.audience))
    return pack.form == "sheet" and all(section.content == "programme" for section in sections)


def spared(record: Record, *, card: bool) -> bool:
    """Return whether a pack leaves a record of its sections' prose out: a card has no room for what introduces it."""
    return card and isinstance(record, Paragraph)


def kinds(visit: Visit, pack: Pack) -> frozenset[type[Record]]:
    """Return the kinds of which the pack's sections may print something."""
    found = (LISTINGS[section.content] for section in sections_of(visit, pack))
    return frozenset(kind for listing in found for kind in (*listing.lists, *listing.beside))


def listed_sorts(section: Section, visit: Visit, pack: Pack) -> tuple[NoteKind, ...]:
    """Return the sorts of notes that a section lists in a pack, in their order.

    A list that names no sorts has all; agreements, which have a content of their own, only where nothing else in the pack
    lists them.
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
    """Return whether the section lists the record, if its readers may read it; agreements see `listed_sorts`."""
    if isinstance(record, Note):
        if section.content == "agreements":
            return record.sort == "agreement"
        return section.content == "notes" and (not section.sorts or record.sort in section.sorts)
    return type(record) in LISTINGS[section.content].lists


def has_needs(person: Person) -> bool:
    """Return whether a list of needs says something of the person."""
    return person.mobility not in ("", "none") or any(
        getattr(person, field) for field in ("diet", "allergies", "helmet", "coat", "shoes", "gloves", "needs")
    )
