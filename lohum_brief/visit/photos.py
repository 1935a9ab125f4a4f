"""Which pictures of a visit's file packs may print."""

from lohum_brief.visit.records import Person
from lohum_brief.visit.visit import Visit


def photos(visit: Visit) -> frozenset[str]:
    """Return the digests of the photos of those who agreed to their being printed. No pack prints
    another picture yet, so that nothing else need be read.
    """
    return frozenset(
        person.photo
        for person in visit.of(Person)
        if person.photo and person.consent_print == "given"
    )
