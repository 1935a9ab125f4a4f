from msgspec import structs

from lohum_brief.packs.admit import admit
from lohum_brief.visit.called import title_in
from lohum_brief.visit.name_order import Order, order
from lohum_brief.visit.records import NamePart, Organisation, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

PERSON = Person(
    id="p",
    audience="guest",
    native="en",
    family=NamePart(en="Nguyen"),
    given=NamePart(en="Van An"),
    organisation="o",
)


def visit(person: Person = PERSON, country: str = "VN", **fields: str) -> Visit:
    body = Organisation(id="o", audience="guest", name=Text(en="Ministry"), country=country)
    return Visit(
        [
            Particulars(id="visit", audience="public", title=Text(en="Visit")),
            structs.replace(body, **fields),
            person,
        ]
    )


def test_the_country_of_the_organisation_tells_it() -> None:
    assert order(PERSON, visit()) == Order(True, "VN")
    assert order(PERSON, visit(country="FR")) == Order(False, "FR")
    assert order(structs.replace(PERSON, organisation=None), visit()) == Order(False, "")
    assert title_in(PERSON, visit(), "en") == "NGUYEN Van An"


def test_the_record_turns_it() -> None:
    turned = structs.replace(PERSON, name_order="given_first")
    assert order(turned, visit(turned)) == Order(False, "VN")
    assert title_in(turned, visit(turned), "en") == "Van An NGUYEN"
    other = structs.replace(PERSON, name_order="family_first")
    assert order(other, visit(other, country="FR")) == Order(True, "FR")
    japanese = structs.replace(PERSON, native="ja", name_order="given_first")
    assert order(japanese, visit(japanese)).family_first is False


def test_it_tells_readers_nothing_of_an_organisation_that_they_may_not_read() -> None:
    readable = admit(visit(audience="host"), "guest")
    assert order(readable.of(Person)[0], readable) == Order(False, "")
