"""How long entries last, and times that are not of the place or the day that there is."""

import datetime as dt

import pytest

from lohum_brief.exchange.clocks import duration
from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.readers import Manner
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Item, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


@pytest.fixture
def visit() -> Visit:
    """A visit of one day."""
    own = Particulars(
        id="visit", audience="public", title=Text(en="Visit"), start=dt.date(2026, 12, 8)
    )
    return Visit([own])


def pasted(visit: Visit, *rows: str) -> Preview:
    text = "\n".join(rows).replace("|", "\t")
    return preview(visit, Item, read_pasted(text.encode()), Options())


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("30 min", 30),
        ("30 minutes", 30),
        ("30m", 30),
        ("1 hr", 60),
        ("2 hours", 120),
        ("1.5 hours", 90),
        ("1 hr 30 min", 90),
        ("1h30", 90),
        ("half an hour", 30),
        ("30分", 30),
        ("３０分", 30),
        ("1時間", 60),
        ("1時間半", 90),
        ("1時間15分", 75),
        ("30 मिनट", 30),
        ("डेढ़ घंटा", 90),
        ("2 घंटे 15 मिनट", 135),
        ("0:30", 30),
        ("1:30", 90),
        ("45'", 45),
        ("45", 45),
    ],
)
def test_a_duration_is_read_as_people_write_it(visit: Visit, said: str, minutes: int) -> None:
    assert duration(said, Manner()) == minutes
    (item,) = pasted(visit, "Time|Duration|Event", f"9:00|{said}|Tour").added
    assert isinstance(item, Item)
    assert item.minutes == minutes


def test_a_duration_of_a_workbook_is_a_time() -> None:
    assert duration(dt.time(0, 30), Manner()) == 30
    assert duration(90, Manner()) == 90


def test_what_is_no_duration_is_left_out_alone_and_says_what_is(visit: Visit) -> None:
    found = pasted(
        visit, "Time|Duration|Event", "9:00|all evening|Tour", "10:00-11:00|30 min|Talks"
    )
    assert len(found.added) == 2
    assert [
        "1 hr 30 min" in say(found.unread[0].why),
        "60 minutes" in say(found.unread[1].why),
    ] == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("start", "why"),
    [
        ("31/11/2026 10:00", "a day that does not exist"),
        ("2026-12-08T10:00+09:00", "the time of another zone"),
        ("8 Dec 2026 10 a.m. JST", "the time of another zone"),
        ("10:00-11:00 JST", "the time of another zone"),
        ("10:00 UTC", "the time of another zone"),
    ],
)
def test_what_is_wrong_with_a_time_is_said(visit: Visit, start: str, why: str) -> None:
    (unread,) = pasted(visit, "Start|Event", f"{start}|Tour").unread
    assert why in say(unread.why)


@pytest.mark.parametrize("start", ["10:00 IST", "10:00-11:00 IST", "10:00-1100", "10:00 (IST)"])
def test_the_zone_of_the_visit_is_no_other(visit: Visit, start: str) -> None:
    assert not pasted(visit, "Time|Event", f"{start}|Tour").unread
