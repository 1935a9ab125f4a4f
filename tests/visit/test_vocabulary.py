"""The words that a visit brings along."""

from lohum_brief.checks.strings import texts
from lohum_brief.language.spelling import doubts
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.edit import add, apply, set_field
from lohum_brief.visit.records import (
    Group,
    NamePart,
    Organisation,
    Particulars,
    Person,
    Place,
    Term,
    Vehicle,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.visit.vocabulary import vocabulary
from tests.language.test_wordlist import read


def of(
    *records: Organisation | Person | Term | Group | Place | Vehicle, place: str = ""
) -> frozenset[str]:
    own = Particulars(id="visit", audience="public", title=Text(en="Visit"), place=Text(en=place))
    return vocabulary(Visit([own, *records]))


def test_names_terms_and_abbreviations_are_known() -> None:
    known = of(
        Organisation(
            id="o",
            audience="public",
            name=Text(en="Qwertz–Blorf’s Works", ja="会社"),
            abbreviation="qbw",
        ),
        Person(
            id="p",
            audience="host",
            family=NamePart(en="Zzyzx", ja="山"),
            given=NamePart(en="Anne-Mareike"),
        ),
        Term(id="t", audience="public", name=Text(en="frobnicated mass")),
        Group(id="g", audience="public", name=Text(en="Gruppo")),
    )
    assert known >= {"Qwertz", "Blorf", "qbw", "Zzyzx", "Anne", "Mareike", "frobnicated", "Gruppo"}


def test_of_a_place_only_what_has_a_capital_is_a_name() -> None:
    known = of(place="Plant neer Kasna")
    assert "Kasna" in known
    assert "neer" not in known


def test_words_that_somebody_added_are_known_until_that_is_undone() -> None:
    visit = sample_visit()
    made = set_field(visit, visit.particulars.id, "words", ["blorf"])
    assert "blorf" not in vocabulary(visit)
    assert "blorf" in vocabulary(apply(visit, made))


def test_a_new_name_is_known() -> None:
    visit = sample_visit()
    made = add(visit, Organisation(id="org:x", audience="public", name=Text(en="Blorf")))
    assert "Blorf" in vocabulary(apply(visit, made))


def test_of_the_sample_nothing_is_doubted_but_a_foreign_word() -> None:
    visit, words = sample_visit(), read()
    known = vocabulary(visit)
    doubted = {
        text["en"][doubt.start : doubt.stop]
        for record in visit
        for _, text in texts(record)
        for doubt in doubts(text["en"], words, known)
    }
    assert doubted == {"loh"}


def test_places_and_vehicles_have_their_names() -> None:
    hall = Place(id="hall", audience="guest", name=Text(en="Sabhagar"))
    car = Vehicle(id="car", audience="guest", name=Text(en="Tempovan"))
    assert {"Sabhagar", "Tempovan"} <= of(hall, car)
