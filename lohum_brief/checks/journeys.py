"""Journeys that cannot be: people who leave before they come, or are not there during the visit.

Arrival and departure are local times at the place of the visit.
"""

import datetime as dt
from collections.abc import Iterator

from lohum_brief.checks.finding import Finding
from lohum_brief.message import Message, msg
from lohum_brief.visit.records import Particulars, Person
from lohum_brief.visit.visit import Visit

RULE = "journeys"


def _days(visit: Visit) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day of a visit, as far as they are known."""
    for own in visit.of(Particulars):
        return own.start, own.end or own.start
    return None, None


def findings(visit: Visit) -> Iterator[Finding]:
    """Find people who leave before they arrive, arrive after the visit, or leave before it."""
    first, last = _days(visit)
    for person in visit.of(Person):
        comes, goes = person.arrives, person.departs
        if comes and goes and goes <= comes:
            message = msg("The departure is not after the arrival.")
            yield _warning(person, "departs", message, f"{comes} {goes}")
        if comes and last and comes.date() > last:
            message = msg("The arrival is after the end of the visit.")
            yield _warning(person, "arrives", message, f"{comes} {last}")
        if goes and first and goes.date() < first:
            message = msg("The departure is before the visit begins.")
            yield _warning(person, "departs", message, f"{goes} {first}")


def _warning(person: Person, field: str, message: Message, about: str) -> Finding:
    return Finding("warning", RULE, person.id, field, message, about)
