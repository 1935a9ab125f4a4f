"""The places of the window: what stands on the left, and which records each holds."""

from typing import Final, NamedTuple

from lohum_brief.language.catalogue import phrase
from lohum_brief.visit.kinds import KINDS, OF
from lohum_brief.visit.records import AnyRecord, Record


class Place(NamedTuple):
    """`empty` says what belongs here while there is nothing; `digit` leads here with Ctrl."""

    key: str
    title: str
    icon: str
    empty: str = ""
    digit: str = ""

    @property
    def kinds(self) -> tuple[type[Record], ...]:
        """The kinds of record that it shows, one at a time, in the order of their table."""
        return tuple([kind.record for kind in KINDS if kind.place == self.key])


PLACES: Final = (
    Place("overview", phrase("Overview"), "layout-dashboard", digit="1"),
    Place(
        "programme",
        phrase("Programme"),
        "calendar-clock",
        phrase("No programme yet. Add the first item, with its time and place."),
        digit="2",
    ),
    Place(
        "arrangements",
        phrase("Arrangements"),
        "map-pin",
        phrase(
            "No places, vehicles, tasks or meetings yet. Add where it happens and who does what."
        ),
    ),
    Place(
        "people",
        phrase("People"),
        "users",
        phrase("Nobody yet. Add who comes and who receives them."),
        digit="3",
    ),
    Place(
        "plant",
        phrase("Plant"),
        "factory",
        phrase("No figures of the plant yet. Add what is measured, then its values."),
        digit="4",
    ),
    Place(
        "minerals",
        phrase("Minerals"),
        "gem",
        phrase("No minerals yet. Take over the reference data, or add one."),
        digit="5",
    ),
    Place(
        "partnership",
        phrase("Partnership"),
        "handshake",
        phrase("No notes yet. Add a message, an ask, an offer or an agreement."),
        digit="6",
    ),
    Place(
        "texts",
        phrase("Texts"),
        "file-text",
        phrase("No texts yet. Add a section, then its paragraphs."),
        digit="7",
    ),
    Place(
        "glossary",
        phrase("Glossary"),
        "book-open",
        phrase("No terms yet. Add the words that must agree."),
        digit="8",
    ),
    Place(
        "sources",
        phrase("Sources"),
        "library",
        phrase("No sources yet. Add where your facts come from."),
        digit="9",
    ),
    Place(
        "packs",
        phrase("Packs"),
        "package",
        phrase("No packs yet. Add one and choose its sections."),
        digit="0",
    ),
)


def place_of(record: AnyRecord) -> Place:
    """Where a record is edited."""
    return next(place for place in PLACES if place.key == OF[type(record)].place)
