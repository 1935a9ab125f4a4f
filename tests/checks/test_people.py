import datetime as dt
from collections.abc import Iterable
from typing import Any

import msgspec

from lohum_brief.checks import addresses, consents, readings
from lohum_brief.checks.finding import Finding
from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.run import check
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import NamePart, Pack, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

PHOTO = "a" * 64


def visit(*, photos: bool = False, **fields: Any) -> Visit:
    person = msgspec.structs.replace(
        Person(id="p", audience="guest", family=NamePart(en="Mihon")), **fields
    )
    pack = Pack(id="pack", audience="guest", title=Text(en="Pack"), photos=photos)
    return Visit([Particulars(id="visit", audience="public", title=Text(en="Visit")), person, pack])


def brief(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(found.severity, found.field) for found in findings]


def test_a_photo_that_may_not_be_printed_is_said() -> None:
    assert brief(consents.findings(visit(photo=PHOTO))) == []
    assert brief(consents.findings(visit(photo=PHOTO, photos=True))) == [
        ("warning", "consent_print")
    ]
    assert brief(consents.findings(visit(photo=PHOTO, consent_print="refused"))) == [
        ("warning", "consent_print")
    ]
    day = dt.date(2025, 7, 1)
    assert (
        brief(
            consents.findings(
                visit(photo=PHOTO, photos=True, consent_print="given", consent_date=day)
            )
        )
        == []
    )


def test_a_photo_that_the_file_does_not_hold_is_said() -> None:
    assert (
        brief(consents.absent(visit(photo=PHOTO), {PHOTO}))
        == brief(consents.absent(visit(), ()))
        == []
    )
    assert brief(consents.absent(visit(photo=PHOTO), ())) == [("warning", "photo")]


def test_needs_are_kept_of_those_who_allow_it() -> None:
    assert brief(consents.findings(visit(diet="vegan"))) == [("info", "consent_data")]
    assert brief(consents.findings(visit(diet="vegan", consent_data="refused"))) == [
        ("warning", "diet")
    ]
    kept = visit(diet="vegan", helmet="M", allergies=("fish",), consent_data="refused")
    removed = apply(kept, fixed(kept, [one for one in check(kept) if one.rule == consents.RULE]))
    assert brief(consents.findings(removed)) == []
    assert brief(consents.findings(visit(diet="vegan", consent_data="given"))) == [
        ("info", "consent_date")
    ]
    assert brief(consents.findings(visit())) == []


def test_kanji_have_a_reading() -> None:
    assert brief(readings.findings(visit(family=NamePart(ja="見本", reading="みほん")))) == []
    assert brief(
        readings.findings(visit(family=NamePart(ja="見本"), given=NamePart(ja="タロウ")))
    ) == [("warning", "family.reading")]


def test_a_form_of_address_within_a_name_would_print_twice() -> None:
    [found] = addresses.findings(visit(given=NamePart(en="Dr. Vikram"), honorific="dr"))
    assert (found.severity, found.field) == ("warning", "given.en")
    assert found.fix is not None
    assert [(step.field, step.value) for step in found.fix.steps] == [("given.en", "Vikram")]
    [other] = addresses.findings(visit(given=NamePart(hi="श्री विक्रम")))
    assert other.fix is not None
    assert [(step.field, step.value) for step in other.fix.steps] == [
        ("given.hi", "विक्रम"),
        ("honorific", "mr"),
    ]
    assert brief(addresses.findings(visit(given=NamePart(ja="太郎様")))) == [
        ("warning", "given.ja")
    ]


def test_names_that_only_look_like_an_address_are_names() -> None:
    for given in (
        NamePart(en="Sri"),
        NamePart(en="M.S."),
        NamePart(en="Ms"),
        NamePart(hi="श्री"),
        NamePart(en="Kim Ji"),
    ):
        assert brief(addresses.findings(visit(given=given))) == []
