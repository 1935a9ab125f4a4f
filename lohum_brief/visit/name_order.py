"""In which order a person's names stand: as the record says, else as in the person's language or
country.
"""

from typing import NamedTuple

from lohum_brief.language.names import surname_first
from lohum_brief.visit.records import Organisation, Person
from lohum_brief.visit.visit import Visit


class Order(NamedTuple):
    """The order of a name, and the country whose usage it follows."""

    family_first: bool
    country: str
    """ISO 3166-1 alpha-2, that of the organisation; empty where nothing tells it."""


def order(person: Person, visit: Visit) -> Order:
    """Return the order of a person's names as far as the visit tells.

    The country counts for those whose own form is in Latin letters: who is named in an Indian or
    the Japanese script is named in the order of that language.
    """
    body = visit.get(Organisation, person.organisation)
    country = body.country if body else ""
    if person.name_order:
        return Order(person.name_order == "family_first", country)
    return Order(surname_first(person.native, country), country)
