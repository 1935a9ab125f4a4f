"""Columns that name people, cars and entries of the programme as offices call them, never by ids."""

import datetime as dt

import msgspec
import pytest

from lohum_brief.exchange.questions import AnswerError
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Item, NamePart, Person, Task, Vehicle
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed

HEAD = "Day|Time|Event|Lead"


@pytest.fixture
def visit(visit: Visit) -> Visit:
    """The visit with R.K. Singh of the hosts, two people called Sato, a bus and a tour."""
    singh = Person(
        id="person:singh",
        audience="guest",
        family=NamePart(hi="सिंह", en="Singh"),
        given=NamePart(hi="आर.के.", en="R.K."),
    )
    satos = [
        msgspec.structs.replace(
            singh,
            id=f"person:sato-{given.lower()}",
            family=NamePart(en="Sato", ja="佐藤"),
            given=NamePart(en=given),
        )
        for given in ("Ken", "Mari")
    ]
    tour = Item(
        id="item:tour",
        audience="guest",
        title=Text(en="Plant tour", ja="工場視察"),
        start=dt.datetime(2025, 7, 8, 11),  # noqa: DTZ001 - local time at the place
    )
    bus = Vehicle(id="vehicle:1", audience="guest", name=Text(en="Bus 1"))
    return Visit([*visit, singh, *satos, tour, bus])


@pytest.mark.parametrize(
    ("written", "lead"),
    [
        ("R.K. Singh", "person:singh"),
        ("Shri R. K. SINGH", "person:singh"),
        ("SINGH R.K.", "person:singh"),
        ("श्री आर.के. सिंह", "person:singh"),
        ("見本 一 様", "person:mihon"),
        ("見本一", "person:mihon"),
        ("みほん はじめ", "person:mihon"),
        ("Mr. Hajime Mihon", "person:mihon"),
        ("person:mihon", "person:mihon"),
    ],
)
def test_who_leads_is_found_by_any_form_of_the_name(visit: Visit, written: str, lead: str) -> None:
    found = typed(visit, Item, HEAD, f"2025-07-08|10:00|Welcome|{written}")
    assert found.questions[1:] == ()
    assert [one.lead for one in added(found, Item)] == [lead]


def test_a_family_name_alone_is_proposed_and_can_be_turned(visit: Visit) -> None:
    rows = (HEAD, "2025-07-08|10:00|Welcome|Ms Mihon")
    proposed = typed(visit, Item, *rows)
    assert [one.lead for one in added(proposed, Item)] == ["person:mihon"]
    [question] = [one for one in proposed.questions if one.sort == "named"]
    assert [choice.answer for choice in question.choices] == ["person:mihon", "keep", "-"]
    kept = typed(visit, Item, *rows, answers={question.name: "keep"})
    assert [(one.lead, one.detail["en"]) for one in added(kept, Item)] == [
        (None, "Led by: Ms Mihon")
    ]


def test_of_two_people_of_one_family_name_none_is_guessed(visit: Visit) -> None:
    found = typed(visit, Item, HEAD, "2025-07-08|10:00|Welcome|佐藤様")
    assert [(one.lead, one.detail["ja"]) for one in added(found, Item)] == [(None, "進行：佐藤様")]
    [question] = [one for one in found.questions if one.sort == "named"]
    assert {choice.answer for choice in question.choices} >= {"person:sato-ken", "person:sato-mari"}


def test_who_is_not_in_the_visit_is_kept_in_words(visit: Visit) -> None:
    found = typed(visit, Item, HEAD, "2025-07-08|10:00|Welcome|Rajat Verma")
    assert [(one.lead, one.detail["en"]) for one in added(found, Item)] == [
        (None, "Led by: Rajat Verma")
    ]


@pytest.mark.parametrize(
    "written",
    [
        "R.K. Singh, Hajime Mihon",
        "Singh, R.K. and Mihon, Hajime",
        "R.K. Singh; 見本 一",
        "R.K. Singh / Mr Hajime Mihon",
        "person:singh person:mihon",
    ],
)
def test_several_names_stand_in_one_cell(visit: Visit, written: str) -> None:
    found = typed(visit, Item, "Day|Time|Event|speakers", f"2025-07-08|10:00|Welcome|{written}")
    assert [one.speakers for one in added(found, Item)] == [("person:singh", "person:mihon")]


def test_a_driver_and_those_who_ride_are_people_of_the_visit(visit: Visit) -> None:
    rows = ("Vehicle|Driver|passengers", "Bus 2|Shri R.K. Singh|Hajime Mihon")
    assert [
        (one.driver, one.passengers) for one in added(typed(visit, Vehicle, *rows), Vehicle)
    ] == [("person:singh", ("person:mihon",))]


def test_a_task_without_room_for_words_waits_for_an_answer(visit: Visit) -> None:
    rows = ("Task|item|Person", "Open the gate|Plant tour|Rajat Verma")
    open_one = typed(visit, Task, *rows)
    [question] = [one for one in open_one.questions if one.sort == "unnamed"]
    assert question.open
    assert say(question.asked) == "Who or what is meant by “Rajat Verma” in “Done by”?"
    for answer in ("person:singh", "R.K. Singh"):
        answered = typed(visit, Task, *rows, answers={question.name: answer})
        assert [(one.item, one.person) for one in added(answered, Task)] == [
            ("item:tour", "person:singh")
        ]
    with pytest.raises(AnswerError, match="Ravi"):
        typed(visit, Task, *rows, answers={question.name: "Ravi"})


def test_twenty_speakers_of_whom_nobody_knows_one_are_one_question(visit: Visit) -> None:
    rows = [f"2025-07-08|{hour}:00|Talk {hour}|Speaker{hour} Unknown" for hour in range(8, 20)]
    found = typed(visit, Item, "Day|Time|Event|Speakers", *rows)
    assert len([one for one in found.questions if one.sort in ("named", "unnamed")]) == 1
    assert {one.detail["en"] for one in added(found, Item)} >= {"Speakers: Speaker8 Unknown"}


@pytest.mark.parametrize(
    "heading", ["Speaker", "Presented by", "वक्ता", "登壇者"], ids=("en", "more", "hi", "ja")
)
def test_speakers_are_known_by_their_headings(visit: Visit, heading: str) -> None:
    found = typed(visit, Item, f"Day|Time|Event|{heading}", "2025-07-08|8:00|Talk|Hajime Mihon")
    assert [one.speakers for one in added(found, Item)] == [("person:mihon",)]


@pytest.mark.parametrize("nobody", ["none", "Nil", "-", "なし", "कोई नहीं"])
def test_who_is_nobody_is_no_name(visit: Visit, nobody: str) -> None:
    rows = (f"{HEAD}|Interpreter", f"2025-07-08|10:00|Welcome|R.K. Singh|{nobody}")
    found = typed(visit, Item, *rows)
    assert [(one.lead, one.interpreters, one.detail["en"]) for one in added(found, Item)] == [
        ("person:singh", (), "")
    ]
    assert not [one for one in found.questions if one.sort in ("named", "unnamed")]


@pytest.mark.parametrize("written", ["Shri Secret", "Vikram Secret (tbc)", "Vikram", "V. Secret"])
def test_who_is_kept_from_readers_is_never_kept_in_words_unasked(
    visit: Visit, written: str
) -> None:
    secrets = [
        Person(
            id=f"person:{ident}",
            audience="principal",
            family=NamePart(en="Secret"),
            given=NamePart(en=f"Vikram {ident}"),
        )
        for ident in ("Alpha", "Beta")
    ]
    hidden = Visit([*visit, *secrets])
    rows = (HEAD, f"2025-07-08|10:00|Welcome|{written}")
    found = typed(hidden, Item, *rows)
    assert not [one for one in found.added if isinstance(one, Item)]
    [question] = found.open
    assert say(question.asked).endswith(
        "Somebody of that name is kept from those who read such records."
    )
    meant = typed(hidden, Item, *rows, answers={question.name: "person:Alpha"})
    assert [(one.lead, one.detail) for one in added(meant, Item)] == [("person:Alpha", Text())]
    kept = typed(hidden, Item, *rows, answers={question.name: "keep"})
    assert [one.detail["en"] for one in added(kept, Item)] == [f"Led by: {written}"]
