"""The one table of the kinds of record: what each is called, where it stands, what it names, who
may read it.

Forms, places, imports, checks, search and packs read it. A new kind is its class in `records` and
its row here; beside that only its words, its tests, and a section if it prints.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

import msgspec

from lohum_brief.language.catalogue import phrase, phrase_in
from lohum_brief.visit.needs import FOR_HOSTS, PASSPORT
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    Chart,
    Figure,
    Group,
    Item,
    Meeting,
    Metric,
    Mineral,
    Note,
    Observation,
    Organisation,
    OwnUnit,
    Pack,
    Paragraph,
    Particulars,
    Person,
    Picture,
    Place,
    Record,
    Section,
    Series,
    Source,
    Statement,
    Table,
    Task,
    Term,
    Unread,
    Vehicle,
    Waiver,
)


class Bounds(NamedTuple):
    """The audience that a new record gets where nobody says another, and the lowest that it may
    have.
    """

    begins: Audience
    floor: Audience = "public"


Names = Mapping[str, type[Record]]
"""Fields that hold the id of another record, or several, with the kind that they name."""


class Kind(msgspec.Struct, frozen=True):
    """What the program knows of one kind of record."""

    record: type[Record]
    one: str
    """What one record is called in a sentence."""
    many: str
    """What all of them are called in a heading."""
    place: str = ""
    """The key of the window's place that shows them; empty where none does."""
    bounds: Bounds | None = None
    """None where they depend on the sort of the record."""
    closed: Mapping[str, Audience] = MappingProxyType({})
    """Fields that are read by this audience and those that read its own, whatever the audience of
    the record.
    """
    readers: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Fields that hold the lowest audience of others, with those."""
    names: Names = MappingProxyType({})
    """Without `sources`, which in every kind names sources."""
    names_in_rows: Names = MappingProxyType({})
    """The same for the entries of its field `rows`."""
    within: str = ""
    """The field that names what it is part of: nobody reads it without that."""
    known_by: tuple[str, ...] = ("name",)
    """The fields by which a row of a table is known to be the same record."""
    told_apart_by: str = ""
    """The field that tells apart two that are called the same; where a row does not say it, the
    name is enough.
    """
    must: str = ""
    """The field that a record out of somebody else's table must have, though the model does
    without.
    """
    headings: tuple[frozenset[str], ...] = (frozenset({"name", "title", "text"}),)
    """What the headings of a table must say for it to be one of this kind: one of each."""
    joined: str = ""
    """The field that several columns of a table may be kept in, one behind the other."""


def _any(*headings: str) -> frozenset[str]:
    return frozenset(headings)


KINDS: Final[tuple[Kind, ...]] = (
    Kind(
        Particulars,
        phrase("visit"),
        phrase("Visit"),
        "overview",
        Bounds("public"),
        names={"host": Organisation},
    ),
    Kind(
        Item,
        phrase("item"),
        phrase("Programme"),
        "programme",
        Bounds("guest"),
        names={
            "where": Place,
            "groups": Group,
            "people": Person,
            "lead": Person,
            "speakers": Person,
            "interpreters": Person,
            "vehicles": Vehicle,
        },
        known_by=("title",),
        told_apart_by="start",
        must="title",
        headings=(_any("title"), _any("start", "clock", "day")),
        joined="detail",
    ),
    Kind(
        Place,
        phrase("place"),
        phrase_in("of the visit", "Places"),
        "arrangements",
        Bounds("guest"),
        must="name",
        joined="directions",
    ),
    Kind(
        Vehicle,
        phrase("vehicle"),
        phrase("Vehicles"),
        "arrangements",
        Bounds("guest"),
        closed={"driver": "host", "plate": "host"},
        names={"driver": Person, "groups": Group, "passengers": Person},
        must="name",
        joined="note",
    ),
    Kind(
        Task,
        phrase("task"),
        phrase("Tasks"),
        "arrangements",
        Bounds("host", "host"),
        names={"item": Item, "person": Person},
        known_by=("text",),
        told_apart_by="item",
        must="text",
    ),
    Kind(
        Meeting,
        phrase("meeting"),
        phrase("Meetings"),
        "arrangements",
        Bounds("principal", "host"),
        closed={"do_not_say": "principal"},
        names={"item": Item, "guests": Person, "hosts": Person},
        known_by=("title",),
        must="title",
    ),
    Kind(
        Picture,
        phrase("picture"),
        phrase("Pictures"),
        "arrangements",
        Bounds("guest"),
        names={"organisation": Organisation, "where": Place, "section": Section},
        within="section",
        known_by=("caption",),
        headings=(_any("caption", "alternative", "image"),),
    ),
    Kind(
        Person,
        phrase("person"),
        phrase("People"),
        "people",
        Bounds("guest"),
        closed={**dict.fromkeys(FOR_HOSTS, "host"), **dict.fromkeys(PASSPORT, "security")},
        readers={"contact_for": ("phone", "mail", "contact")},
        names={"organisation": Organisation, "group": Group},
        told_apart_by="organisation",
        must="family",
        headings=(_any("name", "family"),),
        joined="needs",
    ),
    Kind(
        Organisation,
        phrase("organisation"),
        phrase("Organisations"),
        "people",
        Bounds("guest"),
        must="name",
        headings=(_any("name"),),
        joined="note",
    ),
    Kind(
        Group,
        phrase("group"),
        phrase("Groups"),
        "people",
        Bounds("guest"),
        must="name",
        joined="note",
    ),
    Kind(
        Metric,
        phrase("metric"),
        phrase("Metrics"),
        "plant",
        Bounds("public"),
        must="name",
        joined="definition",
    ),
    Kind(
        Observation,
        phrase("value"),
        phrase_in("of metrics", "Values"),
        "plant",
        Bounds("public"),
        readers={"reason_for": ("note",)},
        names={"metric": Metric},
        within="metric",
        told_apart_by="sources",
        headings=(_any("metric"), _any("value")),
        joined="note",
    ),
    Kind(
        Figure,
        phrase("figure"),
        phrase("Figures"),
        "plant",
        Bounds("public"),
        readers={"reason_for": ("note",)},
        must="name",
        headings=(_any("name"), _any("value")),
        joined="note",
    ),
    Kind(
        OwnUnit,
        phrase("unit"),
        phrase("Units"),
        "plant",
        Bounds("public"),
        known_by=("symbol",),
        must="symbol",
        headings=(_any("symbol"), _any("one", "counted", "amount")),
    ),
    Kind(Mineral, phrase("mineral"), phrase("Minerals"), "minerals", Bounds("public"), must="name"),
    Kind(
        Series,
        phrase("series"),
        phrase("Tables"),
        "minerals",
        Bounds("public"),
        names={"mineral": Mineral},
        told_apart_by="unit",
        headings=(_any("points"),),
        joined="note",
    ),
    Kind(
        Note,
        phrase("note"),
        phrase("Notes"),
        "partnership",
        names={"parties": Organisation, "owner": Organisation},
        must="text",
        headings=(_any("text"),),
        joined="text",
    ),
    Kind(
        Statement,
        phrase("statement"),
        phrase("Statements"),
        "partnership",
        # What somebody is reported to have said: whether guests may know that it is known is for
        # somebody to decide.
        Bounds("host"),
        readers={"reason_for": ("why",)},
        known_by=("text",),
        must="text",
        headings=(_any("text"),),
    ),
    Kind(
        Section,
        phrase("section"),
        phrase("Sections"),
        "texts",
        Bounds("guest"),
        known_by=("title",),
    ),
    Kind(
        Paragraph,
        phrase("paragraph"),
        phrase("Paragraphs"),
        "texts",
        Bounds("guest"),
        names={"section": Section},
        within="section",
        known_by=("text",),
    ),
    Kind(
        Table,
        phrase("table"),
        phrase("Text tables"),
        "texts",
        Bounds("guest"),
        names={"section": Section},
        within="section",
        known_by=("title",),
    ),
    Kind(
        Chart,
        phrase("chart"),
        phrase("Charts"),
        "texts",
        Bounds("guest"),
        names={
            "section": Section,
            "mineral": Mineral,
            "series": Series,
            "metrics": Metric,
            "notes": Note,
            "target_figure": Figure,
            "target_metric": Metric,
        },
        names_in_rows={"mineral": Mineral, "target_figure": Figure, "target_metric": Metric},
        within="section",
    ),
    Kind(Term, phrase("term"), phrase("Terms"), "glossary", Bounds("public"), must="name"),
    Kind(
        Source,
        phrase("source"),
        phrase("Sources"),
        "sources",
        Bounds("public"),
        known_by=("title",),
        must="title",
        headings=(_any("title"),),
    ),
    Kind(
        Pack,
        phrase("pack"),
        phrase("Packs"),
        "packs",
        # A pack's audience is what it is for, so that a higher one prints more.
        Bounds("guest"),
        names={"sections": Section},
        known_by=("title",),
    ),
    # No pack prints it; its reason is the hosts' own.
    Kind(Waiver, phrase("ignored finding"), phrase("Ignored findings"), bounds=Bounds("host")),
    Kind(
        Unread,
        phrase("record of a newer version"),
        phrase("Records of a newer version"),
        # Where it may stand the version that wrote it knows; no pack of this one prints it.
        bounds=Bounds("principal"),
        known_by=(),
        headings=(),
    ),
)

OF: Final[Mapping[type[Record], Kind]] = {kind.record: kind for kind in KINDS}
"""The row of each class."""

BY_TAG: Final[Mapping[str, Kind]] = {str(kind.record.__struct_config__.tag): kind for kind in KINDS}
"""The row of each kind as it stands in JSON."""
