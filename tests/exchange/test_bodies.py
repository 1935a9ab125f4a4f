"""An organisation or a group that has a column for each language is one, and whoever is there with
any of its names is meant.
"""

import pytest

from lohum_brief.exchange.preview import as_edit
from lohum_brief.language.interface import say
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import Group, Item, Organisation, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed

HEADINGS = [
    "Name|Organisation (English)|Organisation (Hindi)|Organisation (Japanese)",
    "Name|Organisation|संगठन|所属機関",
    "氏名|所属（英語）|所属（ヒンディー語）|所属（日本語）",
    "नाम|संगठन (अंग्रेज़ी)|संगठन (हिंदी)|संगठन (जापानी)",
    "Name|Ministry (English)|मंत्रालय|所属先",
]
ROW = "Taro Yamada|Japan Foundation|जापान फ़ाउंडेशन|国際交流基金"


def forms(text: Text) -> tuple[str, str, str]:
    return text["hi"], text["en"], text["ja"]


@pytest.mark.parametrize("heading", HEADINGS)
def test_three_columns_make_one_organisation_with_three_names(visit: Visit, heading: str) -> None:
    found = typed(
        visit, Person, heading, ROW, "Jiro Sato||जापान फ़ाउंडेशन|", "Hana Ito|||国際交流基金"
    )
    (body,) = added(found, Organisation)
    assert forms(body.name) == ("जापान फ़ाउंडेशन", "Japan Foundation", "国際交流基金")
    assert {one.organisation for one in added(found, Person)} == {body.id}
    after = apply(visit, as_edit(visit, found, "t"))
    assert typed(after, Person, heading, ROW).empty


@pytest.mark.parametrize(
    "row",
    [
        "Ministry of Economy, Trade and Industry||",
        "||経済産業省",
        "METI|अर्थव्यवस्था, व्यापार और उद्योग मंत्रालय|",
        "METI|मेटी|経済産業省",
    ],
)
def test_one_that_is_there_is_found_by_any_of_its_names(visit: Visit, row: str) -> None:
    found = typed(visit, Person, HEADINGS[0], f"Taro Yamada|{row}")
    assert not added(found, Organisation)
    assert [one.organisation for one in added(found, Person)] == ["org:meti"]
    assert not found.changed


def test_one_that_lacks_a_name_gets_it(visit: Visit) -> None:
    body = Organisation(id="org:jf", audience="public", name=Text(en="Japan Foundation"))
    found = typed(Visit([*visit, body]), Person, HEADINGS[0], ROW)
    assert not added(found, Organisation)
    (changed,) = found.changed
    assert isinstance(changed.after, Organisation)
    assert forms(changed.after.name) == ("जापान फ़ाउंडेशन", "Japan Foundation", "国際交流基金")


def test_another_name_than_that_which_is_there_is_told_and_does_not_take_its_place(
    visit: Visit,
) -> None:
    found = typed(visit, Person, HEADINGS[0], "Taro Yamada|METI|मेटी|経済産業省")
    assert "It is called “अर्थव्यवस्था, व्यापार और उद्योग मंत्रालय” here, and “मेटी” in the table; the name here stays." in map(say, found.notes)  # fmt: skip


def test_names_of_two_that_are_there_are_asked_about(visit: Visit) -> None:
    rows = (HEADINGS[0], "Taro Yamada|Lohum||経済産業省")
    (question,) = typed(visit, Person, *rows).open
    assert [one.answer for one in question.choices] == ["org:plant", "org:meti", "new"]
    found = typed(visit, Person, *rows, answers={question.name: "org:meti"})
    assert [one.organisation for one in added(found, Person)] == ["org:meti"]
    found = typed(visit, Person, *rows, answers={question.name: "new"})
    (body,) = added(found, Organisation)
    assert forms(body.name) == ("", "Lohum", "経済産業省")
    assert typed(apply(visit, as_edit(visit, found, "t")), Person, *rows).empty


def test_a_name_of_one_beside_a_name_of_nobody_is_asked_about(visit: Visit) -> None:
    rows = (HEADINGS[0], "Taro Yamada|Umicore||経済産業省")
    (question,) = typed(visit, Person, *rows).open
    assert [one.answer for one in question.choices] == ["org:meti", "new"]
    found = typed(visit, Person, *rows, answers={question.name: "new"})
    assert [forms(one.name) for one in added(found, Organisation)] == [
        ("", "Umicore", "経済産業省")
    ]


@pytest.mark.parametrize(
    "heading",
    ["Name|Group (English)|Group (Hindi)|Group (Japanese)", "Name|Group|समूह|班"],
)
def test_a_group_in_three_columns_is_one(visit: Visit, heading: str) -> None:
    found = typed(visit, Person, heading, "Taro Yamada|Battery|बैटरी|電池班", "Jiro Sato|||電池班")
    (group,) = added(found, Group)
    assert forms(group.name) == ("बैटरी", "Battery", "電池班")
    assert {one.group for one in added(found, Person)} == {group.id}


def test_a_place_of_the_programme_in_three_columns_is_one_text(visit: Visit) -> None:
    found = typed(
        visit,
        Item,
        "Date|Time|Title|Venue (English)|स्थान|会場",
        "2025-07-08|10:00|Tour|Hall A|सभागार क|Ａ会議室",
    )
    (item,) = added(found, Item)
    assert forms(item.place) == ("सभागार क", "Hall A", "Ａ会議室")
