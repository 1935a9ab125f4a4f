"""Times that fall back within a day: the afternoon of a twelve-hour clock, the night after, or rows
out of order.
"""

import datetime as dt

import pytest

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Item, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

DAY = dt.date(2026, 12, 8)


@pytest.fixture
def visit() -> Visit:
    """A visit of one day."""
    return Visit([Particulars(id="visit", audience="public", title=Text(en="Visit"), start=DAY)])


def pasted(visit: Visit, *rows: str, **answers: str) -> Preview:
    text = "\n".join(rows).replace("|", "\t")
    return preview(visit, Item, read_pasted(text.encode()), Options(answers=answers))


def starts(found: Preview) -> list[str]:
    return [f"{record.start:%d %H:%M}" for record in found.added if isinstance(record, Item)]


TWELVE = (
    "Time|Event",
    "9:30|Arrival",
    "11:00|Tour",
    "1:00|Lunch",
    "2:30-3:30|Talks",
    "5:00|Departure",
)


def test_a_clock_of_twelve_hours_is_asked_about(visit: Visit) -> None:
    found = pasted(visit, *TWELVE)
    (question,) = found.open
    assert (question.name, question.column, question.proposed) == ("noon", "A", "afternoon")
    assert question.words == ("1:00", "2:30-3:30", "5:00")
    assert starts(found) == ["08 09:30", "08 11:00"], "nothing is guessed"
    assert found.waiting == 3


def test_the_afternoon_is_the_afternoon(visit: Visit) -> None:
    found = pasted(visit, *TWELVE, noon="afternoon")
    assert starts(found) == ["08 09:30", "08 11:00", "08 13:00", "08 14:30", "08 17:00"]
    assert [record.minutes for record in found.added if isinstance(record, Item)][3] == 60


def test_rows_out_of_order_stay_as_they_are_written(visit: Visit) -> None:
    assert starts(pasted(visit, *TWELVE, noon="written")) == [
        "08 09:30",
        "08 11:00",
        "08 01:00",
        "08 02:30",
        "08 05:00",
    ]


def test_one_time_is_answered_by_itself(visit: Visit) -> None:
    text = "\n".join(TWELVE).replace("|", "\t")
    found = preview(
        visit,
        Item,
        read_pasted(text.encode()),
        Options(answers={"noon": "afternoon", "noon:5:00": "next"}),
    )
    assert starts(found)[-1] == "09 05:00"


def test_a_night_below_an_evening_is_asked_about(visit: Visit) -> None:
    rows = ("日付|時間|内容", "12月8日|18:00|夕食会", "|深夜0時30分|空港へ移動")
    found = pasted(visit, *rows)
    assert [question.name for question in found.open] == ["night"]
    assert starts(pasted(visit, *rows, night="next")) == ["08 18:00", "09 00:30"]
    assert starts(pasted(visit, *rows, night="written")) == ["08 18:00", "08 00:30"]


@pytest.mark.parametrize(
    "rows",
    [
        ("9:30 am|A", "1:00 pm|B", "2:30 pm|C"),
        ("09:30|A", "13:00|B", "14:30|C"),
        ("0930 hrs|A", "1300 hrs|B"),
        ("9.30|A", "12.30|B"),
        ("8:00|A", "8:00|B", "9:00|C"),
    ],
)
def test_times_that_rise_are_no_question(visit: Visit, rows: tuple[str, ...]) -> None:
    found = pasted(visit, "Time|Event", *rows)
    assert not found.open
    assert len(starts(found)) == len(rows)


def test_times_of_which_the_half_is_said_have_no_afternoon(visit: Visit) -> None:
    found = pasted(visit, "Time|Event", "11:00 am|A", "1:00 am|B")
    assert [question.name for question in found.open] == ["night"]


def test_a_list_with_a_day_in_each_row_may_be_out_of_order(visit: Visit) -> None:
    rows = ("Date|Time|Event", "8 Dec 2026|15:00|A", "8 Dec 2026|10:00|B", "8 Dec 2026|14:00|C")
    found = pasted(visit, *rows)
    assert not found.open
    assert starts(found) == ["08 15:00", "08 10:00", "08 14:00"]


def test_days_with_the_same_hours_are_no_question(visit: Visit) -> None:
    found = pasted(visit, "Date|Time|Event", "8 Dec 2026|15:00|A", "9 Dec 2026|10:00|B", "|11:00|C")
    assert not found.open
    assert starts(found) == ["08 15:00", "09 10:00", "09 11:00"]


@pytest.mark.parametrize(
    "rows", [("Time|Event", "11:00-1:00|Tour"), ("Start|End|Event", "11:00|1:00|Tour")]
)
def test_an_end_before_its_start_may_be_in_the_afternoon(
    visit: Visit, rows: tuple[str, ...]
) -> None:
    assert [question.name for question in pasted(visit, *rows).open] == ["noon"]
    (item,) = pasted(visit, *rows, noon="afternoon").added
    assert isinstance(item, Item)
    assert (f"{item.start:%H:%M}", item.minutes) == ("11:00", 120)
    assert "ends before" in say(pasted(visit, *rows, noon="written").unread[0].why)


def test_an_end_on_the_clock_of_24_hours_is_no_question(visit: Visit) -> None:
    found = pasted(visit, "Time|Event", "14:00-13:00|Tour")
    assert not found.open
    assert "ends before" in say(found.unread[0].why)


@pytest.mark.parametrize(
    "said", ["18:00頃", "around 6 pm", "18時ごろ", "लगभग 18:00", "18:00 (tentative)"]
)
def test_a_time_that_is_not_exact_is_asked_about(visit: Visit, said: str) -> None:
    found = pasted(visit, "Time|Event", f"{said}|Dinner")
    (question,) = found.open
    assert (question.sort, question.words, question.proposed) == ("time", (said,), "18:00")


def test_entries_of_several_groups_stand_beside_each_other(visit: Visit) -> None:
    rows = ("Time|Event|Group", "9:00|Tour|A", "11:00|Talks|A", "9:00|Talks|B", "11:00|Tour|B")
    found = pasted(visit, *rows)
    assert not found.open
    assert starts(found) == ["08 09:00", "08 11:00", "08 09:00", "08 11:00"]
