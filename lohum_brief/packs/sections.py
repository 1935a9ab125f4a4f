"""The one table of what sections print: for each content its builder, what it lists, and what stands beside that.

Whoever needs to know reads it: the plan of a pack, what a pack is said to print, what keeps an edition back, the counts in
the window. A builder is named and loaded only where sections are built, so that reading the table costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from lohum_brief.visit.records import (
    Content,
    Group,
    Item,
    Metric,
    Mineral,
    Note,
    Observation,
    Organisation,
    Pack,
    Person,
    Record,
    Section,
    Series,
    Source,
    Statement,
    Term,
)
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from lohum_brief.document.blocks import Block
    from lohum_brief.packs.brief import Brief

Kinds = tuple[type[Record], ...]


class Listing(NamedTuple):
    """What sections of one content print besides their own paragraphs, tables and charts.

    `lists` are the kinds of which all records that the audience may read print, or those that the pack uses or cites;
    `beside` those of which something stands beside them, where they name it or it belongs to them.
    """

    builder: str = ""
    """The module of `packs` whose `blocks` builds it; empty where there is nothing besides prose."""
    lists: Kinds = ()
    beside: Kinds = ()
    last: bool = False
    """Built after all others, from what they print."""
    several: bool = False
    """Only in packs of several languages: it tells what something is called in another."""


LISTINGS: Final[dict[Content, Listing]] = {
    "prose": Listing(),
    "statements": Listing("statements", (Statement,)),
    "organisations": Listing("organisations", (Organisation,)),
    "people": Listing("people", (Person,), (Organisation, Group)),
    "needs": Listing("needs", (Person,), (Organisation, Group)),
    "programme": Listing("programme", (Item,), (Group,)),
    "metrics": Listing("metrics", (Metric,), (Observation,)),
    "minerals": Listing("minerals", (Mineral,), (Series,)),
    "supply": Listing("supply", (Mineral,), (Series,)),
    "notes": Listing("notes", (Note,), (Organisation,)),
    "agreements": Listing("agreements", (Note,), (Organisation,)),
    "glossary": Listing("glossary", (Term,), last=True, several=True),
    "sources": Listing("sources", (Source,), last=True),
}


def builder(content: Content) -> "Callable[[Section, Brief], list[Block]] | None":
    """Return what builds the blocks of a content, loaded when it is first wanted; None where prose is all."""
    name = LISTINGS[content].builder
    if not name:
        return None
    build: Callable[[Section, Brief], list[Block]] = import_module(f"lohum_brief.packs.{name}").blocks
    return build


def sections_of(visit: Visit, pack: Pack) -> list[Section]:
    """Return the sections that the pack prints, in its order, as far as they are in the visit."""
    found = [section for ident in pack.sections if (section := visit.get(Section, ident))]
    return [section for section in found if len(pack.languages) > 1 or not LISTINGS[section.content].several]


def kinds(visit: Visit, pack: Pack) -> frozenset[type[Record]]:
    """Return the kinds of which the pack's sections may print something."""
    found = (LISTINGS[section.content] for section in sections_of(visit, pack))
    return frozenset(kind for listing in found for kind in (*listing.lists, *listing.beside))


def listed(section: Section, record: Record) -> bool:
    """Return whether the section lists the record, if its readers may read it."""
    if isinstance(record, Note):
        # Agreements have a content of their own; a list of notes has the sorts that its section names, or all others.
        agreement = record.sort == "agreement"
        if section.content == "agreements":
            return agreement
        return section.content == "notes" and (record.sort in section.sorts if section.sorts else not agreement)
    return type(record) in LISTINGS[section.content].lists
