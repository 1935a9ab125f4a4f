"""Totals and head-counts become no people without being asked."""

import pytest

from lohum_brief.exchange.nameless import names_nobody
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Person
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, asked, called, typed


@pytest.mark.parametrize(
    "text",
    [
        *(
            "+ 3 others",
            "and others",
            "2 security officers",
            "Two interpreters",
            "5 pax",
            "Spouse of Mr. Ito",
            "PSO to the Minister",
        ),
        *("ほか3名", "随員２名", "伊藤大使令夫人", "४ सदस्य", "एवं 2 अन्य", "श्री इतो की पत्नी"),
    ],
)
def test_what_names_nobody_is_left_out_and_said_or_taken_if_wanted(visit: Visit, text: str) -> None:
    rows = ("Name|Post", "Asha Rao|Director", f"{text}|Staff", "Ravi Sen|Director")
    found = typed(visit, Person, *rows)
    assert called(found) == ["Asha Rao", "Ravi Sen"]
    assert asked(found) == {"nobody": "-"}
    assert any("Row 3 names nobody" in note for note in map(say, found.notes))
    taken = typed(visit, Person, *rows, answers={"nobody": "take"})
    assert len(taken.added) + len(taken.unread) + len(taken.open) == 3


@pytest.mark.parametrize(
    "text",
    [
        "1. Mr. Taro Yamada",
        "Three Rivers",
        "Guest Mary",
        "Tran Van Tam",
        "山田 三人",
        "An Nguyen",
        "None Yamada",
        "Staff Sgt. Lee",
        "夫馬 人",
    ],
)
def test_names_are_names(text: str) -> None:
    assert not names_nobody(text)


@pytest.mark.parametrize(
    "total",
    ["कुल|४ सदस्य", "Total|10 members", "合計|5名", "योग|3 प्रतिनिधि", "Grand total|12 persons"],
)
def test_a_total_with_what_it_counts_is_no_person(visit: Visit, total: str) -> None:
    found = typed(visit, Person, "Name|Post", "Asha Rao|Director", "Ravi Sen|Director", total)
    assert len(added(found, Person)) == 2
    assert any("is a total and is left out" in note for note in map(say, found.notes))
