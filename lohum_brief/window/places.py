"""The places of the window: what stands on the left, and which records each holds."""

from typing import Final, NamedTuple

from lohum_brief.language.catalogue import phrase
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Group,
    Item,
    Metric,
    Mineral,
    Note,
    Observation,
    Organisation,
    Pack,
    Paragraph,
    Particulars,
    Person,
    Record,
    Section,
    Series,
    Source,
    Statement,
    Table,
    Term,
)


class Place(NamedTuple):
    """`kinds` are shown one at a time; `empty` says what belongs here while there is nothing."""

    key: str
    title: str
    icon: str
    kinds: tuple[type[Record], ...]
    empty: str = ""


PLACES: Final = (
    Place("overview", phrase("Overview"), "layout-dashboard", (Particulars,)),
    Place(
        "programme", phrase("Programme"), "calendar-clock", (Item,),
        phrase("No programme yet. Add the first item, with its time and place."),
    ),
    Place(
        "people", phrase("People"), "users", (Person, Organisation, Group),
        phrase("Nobody yet. Add who comes and who receives them."),
    ),
    Place(
        "plant", phrase("Plant"), "factory", (Metric, Observation, Figure),
        phrase("No figures of the plant yet. Add what is measured, then its values."),
    ),
    Place(
        "minerals", phrase("Minerals"), "gem", (Mineral, Series),
        phrase("No minerals yet. Take over the reference data, or add one."),
    ),
    Place(
        "partnership", phrase("Partnership"), "handshake", (Note, Statement),
        phrase("No notes yet. Add a message, an ask, an offer or an agreement."),
    ),
    Place(
        "texts", phrase("Texts"), "file-text", (Section, Paragraph, Table, Chart),
        phrase("No texts yet. Add a section, then its paragraphs."),
    ),
    Place("glossary", phrase("Glossary"), "book-open", (Term,), phrase("No terms yet. Add the words that must agree.")),
    Place("sources", phrase("Sources"), "library", (Source,), phrase("No sources yet. Add where your facts come from.")),
    Place("packs", phrase("Packs"), "package", (Pack,), phrase("No packs yet. Add one and choose its sections.")),
)  # fmt: skip


def place_of(record: AnyRecord) -> Place:
    """Where a record is edited."""
    return next(place for place in PLACES if type(record) in place.kinds)
