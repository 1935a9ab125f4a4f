"""The one table of what sections print: for each content what it lists, and what stands beside
that.

Whoever needs to know reads it (`sections`): the plan of a pack, what a pack is said to print, what
keeps an edition back, the counts in the window, the check. What builds the blocks of a content is
the module of `packs` of its name, so a new content is that module and its row here.
"""

from typing import Final, Literal

import msgspec

Content = Literal[
    "prose",
    "statements",
    "organisations",
    "people",
    "needs",
    "passports",
    "programme",
    "metrics",
    "minerals",
    "supply",
    "notes",
    "agreements",
    "glossary",
    "sources",
]


class Listing(msgspec.Struct, frozen=True):
    """What sections of one content print besides their own paragraphs, tables and charts.

    `lists` are the kinds, as they stand in JSON, of which all records that the audience may read
    print, or those that the pack uses or cites; `beside` those of which something stands beside
    them, where they name it or it belongs to them.
    """

    lists: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    last: bool = False
    """Built after all others, from what they print."""
    several: bool = False
    """Only in packs of several languages: it tells what something is called in another."""


LISTINGS: Final[dict[Content, Listing]] = {
    "prose": Listing(),
    "statements": Listing(("statement",)),
    "organisations": Listing(("organisation",)),
    "people": Listing(("person",), ("organisation", "group")),
    "needs": Listing(("person",), ("organisation", "group")),
    "passports": Listing(("person",)),
    "programme": Listing(("item",), ("group", "place")),
    "metrics": Listing(("metric",), ("observation",)),
    "minerals": Listing(("mineral",), ("series",)),
    "supply": Listing(("mineral",), ("series",)),
    "notes": Listing(("note",), ("organisation",)),
    "agreements": Listing(("note",), ("organisation",)),
    "glossary": Listing(("term",), last=True, several=True),
    "sources": Listing(("source",), last=True),
}
