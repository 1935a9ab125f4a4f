"""Headings among the rows of a list become no records, and no row that says something vanishes
without a word.
"""

import datetime as dt

import msgspec
import pytest

from lohum_brief.language.interface import say
from lohum_brief.visit.records import Item, Metric, Note, Organisation, Person
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, asked, called, typed


def test_a_heading_that_comes_again_is_left_out_and_said(visit: Visit) -> None:
    found = typed(
        visit,
        Person,
        "A. Guests|",
        "Name|Designation",
        "Taro Yamada|Director",
        "|",
        "B. Hosts|",
        "NAME|Designation",
        "Rajat Verma|CEO",
    )
    assert called(found) == ["Taro Yamada", "Rajat Verma"]
    assert [one.side for one in added(found, Person)] == ["guest", "host"]
    assert any("Row 6 is the heading once more" in note for note in map(say, found.notes))


def test_another_table_below_is_refused_and_not_read_by_the_first_ones_columns(
    visit: Visit,
) -> None:
    found = typed(
        visit,
        Person,
        "Name|Designation",
        "Taro Yamada|Director",
        "Designation|Name",
        "CEO|Rajat Verma",
    )
    assert [(one.place, "another table begins here" in say(one.why)) for one in found.unread] == [
        ((2, 0), True)
    ]
    assert len(found.added) == 1


def test_a_heading_of_some_metrics_is_no_metric_unless_somebody_says_so(visit: Visit) -> None:
    rows = (
        "Metric|Unit|2023|2024",
        "Output|t|5|6",
        "ENERGY|||",
        "Power|MW|3|4",
        "1 Including contract staff|||",
        "Area|m2|1|2",
    )
    found = typed(visit, Metric, *rows)
    assert [one.name["en"] for one in added(found, Metric)] == ["Output", "Power", "Area"]
    assert asked(found) == {"sections": "-"}
    assert sum("is a heading of the rows below" in note for note in map(say, found.notes)) == 2
    kept = typed(visit, Metric, *rows, answers={"sections:ENERGY": "take"})
    assert [one.name["en"] for one in added(kept, Metric)] == ["Output", "ENERGY", "Power", "Area"]


def test_a_group_heading_among_people_is_asked_about_and_a_lone_name_is_not(visit: Visit) -> None:
    rows = (
        "Name|Designation",
        "Ministry of Mines:|",
        "Asha Rao|Director",
        "Interpreters|",
        "Mai Sato|Staff",
        "Ravi Sen|",
    )
    found = typed(visit, Person, *rows)
    assert called(found) == ["Asha Rao", "Mai Sato", "Ravi Sen"]
    assert asked(found) == {"sections": "-"}


def test_a_row_beside_the_columns_that_are_read_is_said(visit: Visit) -> None:
    found = typed(
        visit,
        Person,
        "Sharing|Name|Post",
        "1|Asha Rao|Director",
        "Twin sharing||",
        "2|Ravi Sen|Staff",
    )
    assert called(found) == ["Asha Rao", "Ravi Sen"]
    assert any(
        "Row 3 has nothing in the columns that are read" in note and "Twin sharing" in note
        for note in map(say, found.notes)
    )


def test_a_day_in_a_column_that_is_not_read_counts_for_the_rows_below(visit: Visit) -> None:
    own = msgspec.structs.replace(
        visit.particulars, start=dt.date(2025, 12, 10), end=dt.date(2025, 12, 11)
    )
    of_two_days = Visit([own, *(record for record in visit if record.id != "visit")])
    found = typed(
        of_two_days,
        Item,
        "S.No|Time|Event",
        "Day 1||",
        "1|10:00|Welcome",
        "Day 2||",
        "2|11:00|Tour",
    )
    assert [f"{one.start:%d %H}" for one in added(found, Item)] == ["10 10", "11 11"]


def test_organisations_that_have_a_name_only_are_organisations(visit: Visit) -> None:
    found = typed(
        visit, Organisation, "Organisation|Country", "UNIDO|", "JOGMEC|Japan", "Toyota Tsusho|Japan"
    )
    assert len(added(found, Organisation)) == 3


@pytest.mark.parametrize("remark", ["important", "do not disclose", "note"])
def test_the_first_entry_is_no_second_row_of_the_heading(visit: Visit, remark: str) -> None:
    rows = [
        "Point|Remarks|For",
        f"The gate fee is four rupees|{remark}|hosts",
        "We welcome them||guests",
        "The plant is large||guests",
    ]
    notes = added(typed(visit, Note, *rows), Note)
    assert [one.text["en"] for one in notes] == [
        f"The gate fee is four rupees ({remark})",
        "We welcome them",
        "The plant is large",
    ]
    assert [one.audience for one in notes] == ["host", "guest", "guest"]


def test_the_first_person_is_no_second_row_of_the_heading(visit: Visit) -> None:
    rows = [
        "Name|Designation|Post|Organisation",
        "Sato Ken|Director|Dir|METI",
        "Abe Jun|Manager||METI",
    ]
    assert called(typed(visit, Person, *rows)) == ["Ken Sato", "Jun Abe"]


def test_a_list_beside_another_is_never_dropped_unasked(visit: Visit) -> None:
    rows = (
        "Name|Designation||Name|Designation",
        "R.K. Singh|Secretary||Sato Ken|Director",
        "Rekha Jain|Manager||Mori Yuki|Manager",
    )
    found = typed(visit, Person, *rows)
    assert [(one.name, one.needed) for one in found.open] == [("D", True)]
    left = typed(visit, Person, *rows, answers={"D": "-"})
    assert called(left) == ["R.K. Singh", "Rekha Jain"]


def test_a_list_that_lies_on_its_side_makes_no_people_of_its_headings(visit: Visit) -> None:
    found = typed(
        visit, Person, "Name|Mr Ravi Kumar|Asha Rao", "Designation|Director|CEO", "Org|METI|METI"
    )
    assert not [one for one in found.added if isinstance(one, Person)]
    assert [say(one.why) for one in found.unread] == [
        f"“{heading}” is a heading and no name; a list that has its headings one below the other "
        "has to be turned first (copy, paste special, transpose)"
        for heading in ("Designation", "Org")
    ]


def test_org_heads_the_organisations(visit: Visit) -> None:
    (person,) = added(typed(visit, Person, "Name|Org", "Asha Rao|METI"), Person)
    assert person.organisation == "org:meti"


def test_what_stands_above_the_second_list_says_nothing_of_the_first(visit: Visit) -> None:
    rows = (
        "Visitors|||Host side|",
        "Name|Designation||Name|Designation",
        "Sato Ken|Director||R.K. Singh|Secretary",
    )
    (person,) = added(typed(visit, Person, *rows, answers={"D": "-"}), Person)
    assert person.family["en"] == "Sato"
    assert person.side != "host"
