"""From when to when, as programmes write it in three languages."""

import datetime as dt

import pytest

from lohum_brief.language.parsing import (
    TurnedSpanError,
    UnreadableError,
    time,
    timespan,
    timespan_of,
)

SPANS: list[tuple[str, str, int | None]] = [
    # one mark for both ends
    ("2:00-3:00 pm", "14:00", 60),
    ("2-3 pm", "14:00", 60),
    ("2.00 – 3.30 p.m.", "14:00", 90),
    ("9:30-11:00 am", "09:30", 90),
    ("11:00-1:00 pm", "11:00", 120),
    ("11 - 12 noon", "11:00", 60),
    ("12:00-1:00 pm", "12:00", 60),
    ("9-5 pm", "09:00", 480),
    ("10:30-12:30 am", "22:30", 120),
    ("2:00 pm - 3:00", "14:00", 60),
    ("10 am - 12:30", "10:00", 150),
    ("10 PM - 1", "22:00", 180),
    # both marked
    ("10:30 pm - 12:30 am", "22:30", 120),
    ("10:45 AM to 11 AM", "10:45", 15),
    ("from 9 am to 5 pm", "09:00", 480),
    ("between 4 pm and 5 pm", "16:00", 60),
    ("8:00 pm till 9:00 am (next day)", "20:00", 780),
    ("6 p.m. – midnight", "18:00", 360),
    ("11 am – noon", "11:00", 60),
    ("AM 9:00 - PM 1:00", "09:00", 240),
    # the clock of 24 hours
    ("1430 hrs - 1530 hrs", "14:30", 60),
    ("1430-1530 hrs", "14:30", 60),
    ("0930 - 1015 hrs.", "09:30", 45),
    ("1000 - 1015", "10:00", 15),
    ("2:00-3:00", "02:00", 60),
    ("11.05–11.35", "11:05", 30),
    ("9.30 hrs to 10.00 hrs", "09:30", 30),
    ("22:00-24:00", "22:00", 120),
    ("22:00–2400 hrs", "22:00", 120),
    ("23:30 - 00:30", "23:30", 60),
    ("22:00 - 06:00", "22:00", 480),
    ("14h30-15h30", "14:30", 60),
    ("09:00〜10:30", "09:00", 90),
    ("９：００～１０：３０", "09:00", 90),
    # Japanese
    ("午後3時～4時", "15:00", 60),
    ("午後3～4時", "15:00", 60),
    ("午前11時30分～午後1時", "11:30", 90),
    ("午前11時～1時", "11:00", 120),
    ("午前9時から17時まで", "09:00", 480),
    ("15時～16時30分", "15:00", 90),
    ("13時半－14時", "13:30", 30),
    ("正午～13時", "12:00", 60),
    ("午後10時～翌1時", "22:00", 180),
    ("22時～24時", "22:00", 120),
    ("夕方5時〜6時", "17:00", 60),
    ("朝8時～9時", "08:00", 60),
    # Hindi
    ("सुबह 10 से 11 बजे तक", "10:00", 60),
    ("सुबह 10:00 बजे से 11:30 बजे तक", "10:00", 90),
    ("दोपहर 2 बजे से 3 बजे तक", "14:00", 60),
    ("दोपहर 12 बजे से 1 बजे", "12:00", 60),
    ("शाम 5:30 - 6:30 बजे", "17:30", 60),
    ("सुबह 11 बजे से दोपहर 1 बजे तक", "11:00", 120),
    ("10 बजे से 2 बजे तक", "10:00", 240),
    ("साढ़े दस बजे से ग्यारह बजे तक", "10:30", 30),
    ("10 से 11 बजे सुबह", "10:00", 60),
    ("१०:०० – ११:०० बजे", "10:00", 60),
    # no end
    ("1600 hrs", "16:00", None),
    ("930 hrs", "09:30", None),
    ("07:30 hrs", "07:30", None),
    ("09.45", "09:45", None),
    ("1415", "14:15", None),
    ("10:00 onwards", "10:00", None),
    ("10:00～", "10:00", None),
    ("午後2時から", "14:00", None),
    ("दोपहर 2 बजे से", "14:00", None),
    ("noon", "12:00", None),
    ("सुबह 9:30", "09:30", None),
    ("दोपहर बाद 2 बजे", "14:00", None),
    ("मध्याह्न 12 बजे", "12:00", None),
    ("सायंकाल 5 बजे से 6 बजे", "17:00", 60),
    ("1:30:00 PM", "13:30", None),
    ("730 hrs", "07:30", None),
    ("12 midnight", "00:00", None),
    ("1:20 PM", "13:20", None),
]


@pytest.mark.parametrize(("text", "start", "minutes"), SPANS)
def test_a_span_is_read(text: str, start: str, minutes: int | None) -> None:
    assert timespan(text) == (dt.time.fromisoformat(start), minutes)


@pytest.mark.parametrize(
    "text",
    ["10-11", "10", "2 बजे", "2 बजे से 3 बजे", "24:00", "25:00-26:00", "10:61-11:00", "Post lunch", "翌朝6時", "till 5 pm", "By 5 pm", "10:00/10:30", "13:00頃", "", "-", "～11:00", "10:00-11:00-12:00", "TBC", "10:00 - later", "5 hours", "2024-25"],
)  # fmt: skip
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        timespan(text)


@pytest.mark.parametrize(
    "text", ["10:00-09:00", "3 pm - 2 pm", "9:30 - 5:30", "13:00-1:00", "1530 hrs - 1430 hrs"]
)
def test_an_end_before_the_start_is_refused(text: str) -> None:
    with pytest.raises(TurnedSpanError):
        timespan(text)


@pytest.mark.parametrize(
    ("start", "end", "begins", "minutes"),
    [
        (dt.time(22), dt.time(0), "22:00", 120),
        (dt.time(22, 30), dt.time(0, 30), "22:30", 120),
        ("22:00", "24:00", "22:00", 120),
        (dt.time(22), "24:00:00", "22:00", 120),
        ("2:00", "3:00 pm", "14:00", 60),
        ("2:00 pm", "3:00", "14:00", 60),
        ("午後2時", "3時", "14:00", 60),
        ("1430 hrs", "1530 hrs", "14:30", 60),
        (dt.time(10), dt.time(10), "10:00", 0),
    ],
)
def test_two_cells_are_read_together(
    start: str | dt.time, end: str | dt.time, begins: str, minutes: int
) -> None:
    assert timespan_of(start, end) == (dt.time.fromisoformat(begins), minutes)


@pytest.mark.parametrize(
    ("text", "clock"),
    [("AM 9:00", "09:00"), ("ＰＭ２：３０", "14:30"), ("夕方5時半", "17:30"), ("朝9時", "09:00"), ("夜7時", "19:00"), ("昼12時", "12:00"), ("深夜1時", "01:00"), ("2 p. m.", "14:00"), ("9:30 hrs", "09:30")],
)  # fmt: skip
def test_more_ways_to_write_a_time(text: str, clock: str) -> None:
    assert time(text) == dt.time.fromisoformat(clock)
