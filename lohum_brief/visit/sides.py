"""On which side somebody stands: as the person's record says, else as its organisation does."""

from msgspec import structs

from lohum_brief.visit.records import Organisation, Particulars, Person, Side
from lohum_brief.visit.visit import Visit


def side(person: Person, visit: Visit) -> Side:
    """Return the side of a person as far as the visit tells; who belongs to nobody that has one
    comes with the guests.
    """
    return person.side or side_of(person.organisation, visit) or "guest"


def side_of(organisation: str | None, visit: Visit) -> Side | None:
    """Return the side that an organisation gives its people; None where it has none.

    The visit's host is told by the particulars, so also where readers may not read the organisation
    itself.
    """
    if organisation is None:
        return None
    body = visit.get(Organisation, organisation)
    if body is not None and body.side:
        return body.side
    return "host" if any(one.host == organisation for one in visit.of(Particulars)) else None


def with_side(person: Person, visit: Visit) -> Person:
    """Return the person with the side said that it stands on."""
    return person if person.side else structs.replace(person, side=side(person, visit))
