"""Who stands on which side: as their organisation does unless somebody says otherwise, wherever
they come from.
"""

from typing import Any

import pytest

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.run import check
from lohum_brief.checks.sides import RULE
from lohum_brief.language.interface import say
from lohum_brief.packs.admit import admit
from lohum_brief.visit.edit import apply, set_field
from lohum_brief.visit.figures import Figures
from lohum_brief.visit.records import AnyRecord, NamePart, Organisation, Particulars, Person, Side
from lohum_brief.visit.sides import side
from lohum_brief.visit.text import Text
from lohum_brief.visit.tokens import tokens
from lohum_brief.visit.visit import Visit

OWN = Particulars(id="visit", audience="public", title=Text(en="Visit"), host="org:plant")
EMBASSY = Organisation(id="org:e", audience="guest", name=Text(en="Embassy"), side="guest")
PLANT = Organisation(id="org:plant", audience="guest", name=Text(en="Plant"), side="host")


def person(
    ident: str, organisation: str | None = None, said: Side | None = None, **more: Any
) -> Person:
    return Person(
        id=ident,
        family=NamePart(en=ident.title()),
        organisation=organisation,
        side=said,
        **{"audience": "guest", **more},
    )


def findings(visit: Visit) -> list[Finding]:
    return [found for found in check(visit) if found.rule == RULE]


def count(visit: Visit, what: str) -> int:
    [token] = tokens("{count:" + what + "}")
    return int(Figures(visit).find(token).number)


def test_a_person_stands_where_its_organisation_does() -> None:
    visit = Visit(
        [
            OWN,
            EMBASSY,
            PLANT,
            person("a", "org:e"),
            person("b", "org:plant"),
            person("c"),
            person("d", "org:x"),
        ]
    )
    assert [side(one, visit) for one in visit.of(Person)] == ["guest", "host", "guest", "guest"]
    assert [one.side for one in admit(visit, "guest").of(Person)] == [
        "guest",
        "host",
        "guest",
        "guest",
    ]
    assert (count(visit, "delegates"), count(visit, "hosts")) == (3, 1)
    assert not findings(visit)


def test_the_host_of_the_visit_needs_no_side() -> None:
    plant = Organisation(id="org:plant", audience="guest", name=Text(en="Plant"))
    assert side(person("b", "org:plant"), Visit([OWN, plant])) == "host"


def test_people_follow_their_organisation_and_whoever_does_not_is_named() -> None:
    visit = Visit([OWN, EMBASSY, person("asha", "org:e"), person("bela", "org:e", "guest")])
    visit = apply(visit, set_field(visit, "org:e", "side", "host"))
    assert (count(visit, "delegates"), count(visit, "hosts")) == (1, 1)
    [found] = findings(visit)
    assert (found.severity, found.record, found.field) == ("warning", "bela", "side")
    assert "BELA" in say(found.message)
    assert "ASHA" not in say(found.message)
    assert found.fix
    assert count(apply(visit, fixed(visit, [found])), "hosts") == 2


@pytest.mark.parametrize(
    ("body", "own", "other"), [(EMBASSY, "guests", "hosts"), (PLANT, "hosts", "guests")]
)
def test_the_finding_says_whose_side_the_organisation_is_on(
    body: Organisation, own: str, other: str
) -> None:
    against: Side = "host" if body.side == "guest" else "guest"
    visit = Visit([OWN, EMBASSY, PLANT, person("asha", body.id, against)])
    [found] = findings(visit)
    assert say(found.message) == (
        f"“{body.name['en']}” is on the side of the {own}. On that of the {other} stand: “ASHA”."
    )


def test_readers_do_not_take_a_host_for_a_guest() -> None:
    """What they may not read decides nothing that is printed for them, so the person has to say it."""
    hidden = Organisation(id="org:h", audience="host", name=Text(en="Security"), side="host")
    records: list[AnyRecord] = [OWN, hidden, person("asha", "org:h")]
    visit = Visit(records)
    assert admit(visit, "guest") == admit(Visit([OWN, records[2]]), "guest")
    [found] = findings(visit)
    assert (found.severity, found.record, found.field) == ("error", "asha", "side")
    visit = apply(visit, fixed(visit, [found]))
    assert [one.side for one in admit(visit, "guest").of(Person)] == ["host"]
    assert not findings(visit)
