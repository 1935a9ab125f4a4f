"""A Japanese name has its reading: it stands over the kanji, and lists are sorted by it."""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding
from lohum_brief.language.catalogue import say
from lohum_brief.visit.records import Person
from lohum_brief.visit.visit import Visit

RULE = "readings"


def findings(visit: Visit) -> Iterator[Finding]:
    """A warning for each part of a name in kanji whose reading is missing."""
    for person in visit.of(Person):
        for field, part in (("family", person.family), ("given", person.given)):
            if (
                part.ja
                and not part.reading
                and any("\u3400" <= char <= "\u9fff" or char > "\uffff" for char in part.ja)
            ):
                message = say("Its reading is missing: it cannot stand over the kanji, and the name is sorted last.")
                yield Finding("warning", RULE, person.id, f"{field}.reading", message)
