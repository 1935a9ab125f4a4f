"""A date in the title of a programme that is no day of the visit is not passed over."""

import datetime as dt

import msgspec
import pytest

from lohum_brief.language.interface import say
from lohum_brief.visit.records import Item
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, asked, typed

_ROWS = ("Time|Activity|Venue", "09:00|Call on Secretary|Udyog Bhawan", "13:30|Lunch|Hotel")
_START = dt.date(2026, 12, 2)


def _of(visit: Visit, days: int) -> Visit:
    own = msgspec.structs.replace(
        visit.particulars, start=_START, end=_START + dt.timedelta(days=days - 1)
    )
    return Visit([own, *(record for record in visit if record.id != "visit")])


_OTHER_DAYS = [
    "Programme for 3 December 2026 (Thursday)",
    "Programme of visit, Wednesday 3rd December 2026",
    "Programme, December 3, 2026",
    "Programme 03.12.2026",
    "Programme 2026-12-03",
    "Programme on 15/12/2026",
    "Programme for 3 December",
    "日程表（2026年12月3日）",
    "12月3日の日程",
    "कार्यक्रम 3 दिसंबर 2026",
    "Programme 2 December 2025",
]


@pytest.mark.parametrize("title", _OTHER_DAYS)
def test_another_day_in_the_title_is_asked_about_in_a_visit_of_one_day(
    visit: Visit, title: str
) -> None:
    found = typed(_of(visit, 1), Item, f"{title}||", *_ROWS)
    (question,) = [one for one in found.open if one.name == "day"]
    assert title[:40] in say(question.asked)
    assert not found.added
    answered = typed(_of(visit, 1), Item, f"{title}||", *_ROWS, answers={"day": "2026-12-02"})
    assert [one.start.date() for one in added(answered, Item)] == [_START, _START]


@pytest.mark.parametrize(
    "title",
    [
        "Programme for 2 December 2026 (Wednesday)",
        "Programme of visit, Wednesday 2nd December 2026",
        "Programme 02.12.2026",
        "Programme 02/12/2026",
        "日程表（2026年12月2日）",
        "कार्यक्रम 2 दिसंबर 2026",
        "Programme for 2 December 2026, as on 25 November 2026",
        "Programme for 12 delegates",
        "Programme, Hall 3, Unit 2",
        "Programme",
    ],
)
def test_the_visits_own_day_or_none_is_not_asked_about(visit: Visit, title: str) -> None:
    found = typed(_of(visit, 1), Item, f"{title}||", *_ROWS)
    assert "day" not in asked(found)
    assert [one.start.date() for one in added(found, Item)] == [_START, _START]


def test_a_visit_of_several_days_says_that_the_title_names_none_of_them(visit: Visit) -> None:
    found = typed(_of(visit, 3), Item, "Programme for 9 December 2026||", *_ROWS)
    (question,) = found.open
    assert "9 December 2026" in say(question.asked)
    plain = typed(_of(visit, 3), Item, "Programme||", *_ROWS)
    assert [say(one.asked) for one in plain.open] == [
        "On which day of the visit is this? The table has no date."
    ]


def test_days_that_the_rows_name_count_whatever_the_title_says(visit: Visit) -> None:
    rows = ("Date|Time|Activity", "2 December 2026|09:00|Call")
    found = typed(_of(visit, 1), Item, "Programme of 3 December 2026||", *rows)
    assert [one.start.date() for one in added(found, Item)] == [_START]
