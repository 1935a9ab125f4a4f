"""Headings as forms of registration have them go to the field that is meant, or that field is
offered.
"""

import pytest

from lohum_brief.exchange.headings import guess, likely
from lohum_brief.visit.records import Group, Item, Metric, Note, Person
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Name of the Organization", "organisation"),
        ("Food preference (Veg/Non-veg)", "diet"),
        ("Any allergy?", "allergies"),
        ("Dietary", "diet"),
        ("Dietary needs", "diet"),
        ("Wheelchair", "wheelchair"),
        ("車椅子", "wheelchair"),
        ("व्हीलचेयर", "wheelchair"),
        ("PPE coat", "coat"),
        ("टोली", "group"),
        ("写真掲載可否", "consent_print"),
        ("Special assistance", "mobility"),
        ("Name of the Delegate (in BLOCK letters)", "name"),
    ],
)
def test_headings_of_people_are_understood(heading: str, field: str) -> None:
    assert guess(heading, Person) == field


def test_a_zone_behind_a_time_and_a_unit_behind_a_value_are_not_passed_over() -> None:
    assert guess("Time (JST)", Item) is None
    assert guess("Capacity (GWh)", Metric) is None


def test_a_heading_that_may_be_two_fields_offers_both(visit: Visit) -> None:
    assert likely("Photo consent", Person) == ("consent_print", "consent_photo")
    rows = ("Name|Post|Photo consent", "Asha Rao|Director|Yes")
    found = typed(visit, Person, *rows)
    (question,) = [one for one in found.questions if one.sort == "keep"]
    assert [choice.answer for choice in question.choices] == [
        "-",
        "consent_print",
        "consent_photo",
        "needs",
    ]
    (person,) = added(typed(visit, Person, *rows, answers={"C": "consent_photo"}), Person)
    assert person.consent_photo == "given"


def test_a_wheelchair_of_yes_or_no_is_how_somebody_moves(visit: Visit) -> None:
    found = typed(
        visit, Person, "Name|Wheelchair", "Asha Rao|Y", "Ravi Sen|N", "Mai Sato|at the airport"
    )
    people = added(found, Person)
    assert [one.mobility for one in people] == ["wheelchair", "", ""]
    assert people[2].needs["en"].endswith(": at the airport")


def test_a_shoe_size_of_another_system_keeps_it_and_is_never_taken_for_centimetres(
    visit: Visit,
) -> None:
    rows = ("Name|Shoe size (UK)", "Asha Rao|8", "Ravi Sen|27cm")
    (question,) = [one for one in typed(visit, Person, *rows).questions if one.sort == "keep"]
    assert [choice.answer for choice in question.choices] == ["-", "shoes", "needs"]
    people = added(typed(visit, Person, *rows, answers={"B": "shoes"}), Person)
    assert "UK 8" in people[0].needs["en"]
    assert "B.word" in [
        one.name for one in typed(visit, Person, *rows, answers={"B": "shoes"}).questions
    ]
    assert [one.shoes for one in people] == ["", "27"]


def test_dietary_is_what_somebody_eats(visit: Visit) -> None:
    (person,) = added(typed(visit, Person, "Name|Dietary", "Asha Rao|Veg"), Person)
    assert (person.diet, person.needs["en"]) == ("vegetarian", "")
    (person,) = added(typed(visit, Person, "नाम|टोली", "श्री राम कुमार|क"), Person)
    assert person.group


def test_a_subject_without_a_text_is_the_note_and_a_mark_is_none_of_it(visit: Visit) -> None:
    found = typed(
        visit,
        Note,
        "विषय|प्रकार|टिप्पणी",
        "लिथियम आपूर्ति|अनुरोध|गोपनीय",
        "शुल्क|लाल रेखा|",
        "यात्रा|अनुरोध|शीघ्र",
    )
    notes = added(found, Note)
    assert [(one.title["hi"], one.text["hi"], one.audience) for one in notes] == [
        ("", "लिथियम आपूर्ति", "principal"),
        ("", "शुल्क", "principal"),
        ("यात्रा", "शीघ्र", "host"),
    ]


def test_groups_that_are_called_by_a_letter_are_kept(visit: Visit) -> None:
    found = typed(visit, Person, "Name|Group", "Asha Rao|A", "Ravi Sen|B")
    assert len(added(found, Group)) == 2
