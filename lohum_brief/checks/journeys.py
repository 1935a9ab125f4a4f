"""Journeys that cannot be: people who leave before they come, or are not there during the visit.

Arrival and departure are local times at the place of the visit.
"""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding
from lohum_brief.message import msg
from lohum_brief.visit.records import Particulars, Person
from lohum_brief.visit.visit import Visit

RULE = "journeys"


def findings(visit: Visit) -> Iterator[Finding]:
    """Find people who leave before they arrive, arrive after the visit, or leave before it."""
    own = next(iter(visit.of(Particulars)), None)
    first = own.start if own else None
    last = (own.end if own else None) or first
    for person in visit.of(Person):
        comes, goes = person.arrives, person.departs
        if comes is not None and goes is not None and goes <= comes:
            message = msg("The departure is not after the arrival.")
            yield Finding("warning", RULE, person.id, "departs", message, f"{comes} {goes}")
        if comes is not None and last is not None and comes.date() > last:
            message = msg("The arrival is after the end of the visit.")
            yield Finding("warning", RULE, person.id, "arrives", message, f"{comes} {last}")
        if goes is not None and first is not None and goes.date() < first:
            message = msg("The departure is before the visit begins.")
            yield Finding("warning", RULE, person.id, "departs", message, f"{goes} {first}")
