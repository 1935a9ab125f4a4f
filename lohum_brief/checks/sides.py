"""People who stand on another side than their organisation: they are counted and listed among the
others.

It may be meant, as of somebody whom the hosts lend the guests; what must not be is that readers who
may not read an organisation take its people for delegates.
"""

from collections.abc import Iterator
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.message import listed, msg, sentences
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.called import short
from lohum_brief.visit.records import Organisation, Person, Side
from lohum_brief.visit.sides import side, side_of
from lohum_brief.visit.visit import Visit

RULE = "sides"
_NAMED: Final = 5


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each organisation of which people stand on the other side; an error for
    whom readers would take for a guest.
    """
    others: dict[str, list[Person]] = {}
    for person in visit.of(Person):
        body = side_of(person.organisation, visit)
        if person.organisation is None or body is None:
            continue
        if person.side is None:
            if body != "guest" and _unread(person, visit):
                yield _taken_for_a_guest(person, visit)
        elif person.side != body:
            others.setdefault(person.organisation, []).append(person)
    for ident, people in others.items():
        yield _on_the_other(visit, ident, people)


def _unread(person: Person, visit: Visit) -> bool:
    """Return whether the person's readers learn the side of its organisation from nothing that they
    may read.
    """
    readable = Visit(
        record
        for record in (visit.particulars, visit.get(Organisation, person.organisation))
        if record is not None and may_read(record, person.audience)
    )
    return side(person, readable) == "guest"


def _taken_for_a_guest(person: Person, visit: Visit) -> Finding:
    body = visit.by_id[person.organisation or ""]
    message = msg(
        "Its readers may not read its organisation “{organisation}”, so that they would take one "
        "of the hosts for a guest:"
        " say the side.",
        organisation=short(body, visit),
    )
    fix = Fix(msg("Say that it is one of the hosts"), (Step(person.id, "side", "host"),))
    return Finding("error", RULE, person.id, "side", message, f"{body.id} {body.audience}", fix)


def _on_the_other(visit: Visit, ident: str, people: list[Person]) -> Finding:
    body: Side = side_of(ident, visit) or "guest"
    names = listed([msg("“{title}”", title=short(person, visit)) for person in people], _NAMED)
    called = short(visit.by_id[ident], visit) if ident in visit.by_id else ident
    if body == "host":
        first = msg("“{organisation}” is on the side of the hosts.", organisation=called)
        second = msg("On that of the guests stand: {people}.", people=names)
    else:
        first = msg("“{organisation}” is on the side of the guests.", organisation=called)
        second = msg("On that of the hosts stand: {people}.", people=names)
    fix = Fix(
        msg("Put them on the side of their organisation"),
        tuple(Step(person.id, "side", None) for person in people),
    )
    about = " ".join((body, *(person.id for person in people)))
    return Finding("warning", RULE, people[0].id, "side", sentences((first, second)), about, fix)
