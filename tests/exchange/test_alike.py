"""What a table calls almost as the visit does is asked about, with an answer for each; nothing
stands twice by accident.
"""

from lohum_brief.visit.records import Note, Organisation, Person, Series
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, asked, typed

LONG = "Ministry of Economy"
NAMES = ("Name|Organisation", f"Hajime Mihon|{LONG}")


def test_a_shorter_name_of_a_body_is_asked_about_and_answered_with_its_id(visit: Visit) -> None:
    found = typed(visit, Person, *NAMES)
    assert asked(found) == {f"B:{LONG}": ""}
    (question,) = found.open
    assert [choice.answer for choice in question.choices] == ["org:meti", "new"]
    same = typed(visit, Person, *NAMES, answers={f"B:{LONG}": "org:meti"})
    assert (added(same, Person), same.unchanged + len(same.changed)) == ([], 1)


def test_who_is_called_as_somebody_of_another_body_is_asked_about(visit: Visit) -> None:
    rows = ("Name|Organisation|Post", "Hajime Mihon|Umicore|Adviser")
    found = typed(visit, Person, *rows)
    ((name, answer),) = asked(found).items()
    assert (name.partition(":")[0], answer) == ("person", "")
    (question,) = found.open
    assert [choice.answer for choice in question.choices] == ["person:mihon", "new"]
    same = typed(visit, Person, *rows, answers={"person": "person:mihon"})
    assert not added(same, Person)
    (changed,) = same.changed
    assert ("organisation", "org:meti", "org:umicore") in changed.fields
    assert len(added(typed(visit, Person, *rows, answers={"person": "new"}), Person)) == 1


def test_bodies_that_notes_name_are_asked_about_too(visit: Visit) -> None:
    found = typed(visit, Note, "Note|Kind|Parties", f"We welcome it|message|{LONG}")
    assert f"C:{LONG}" in asked(found)


def test_names_that_only_begin_alike_by_a_few_letters_are_not_asked_about(visit: Visit) -> None:
    found = typed(
        visit, Person, "Name|Organisation", "Asha Rao|METISOL", "Ravi Sen|Lo", "Mai Sato|Ministry"
    )
    assert len(added(found, Organisation)) == 3


def test_values_in_another_unit_of_the_same_content_are_asked_about_and_converted(
    visit: Visit,
) -> None:
    there = Visit(
        [
            *visit,
            Series(
                id="series:lithium-mine",
                audience="public",
                mineral="mineral:lithium",
                measure="mine",
                title=Text(en="Lithium"),
                unit="t, lithium content",
            ),
        ]
    )
    rows = (
        "Mineral|Measure|Country|Year|Production (kt)",
        "Lithium|mine|Chile|2024|49.5",
        "Lithium|mine|Australia|2024|88",
    )
    assert asked(typed(there, Series, *rows)) == {"content": ""}
    same = typed(there, Series, *rows, answers={"content": "same"})
    assert not same.added
    (changed,) = same.changed
    assert isinstance(changed.after, Series)
    assert [(point.place, str(point.value)) for point in changed.after.points] == [
        ("CL", "49500"),
        ("AU", "88000"),
    ]
    other = typed(there, Series, *rows, answers={"content": "new"})
    assert [one.unit for one in added(other, Series)] == ["kt"]
