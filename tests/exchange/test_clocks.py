"""Programmes: when an item begins and ends, as tables write it in one column or two."""

import datetime as dt
from pathlib import Path

import pytest

from lohum_brief.exchange.importing import preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_pasted, read_table
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Item
from lohum_brief.visit.visit import Visit
from tests.exchange.files import styles, text_cell, xlsx


def pasted(visit: Visit, *rows: str) -> Preview:
    return preview(visit, Item, read_pasted("\n".join(rows).replace("|", "\t").encode()))


def item(found: Preview) -> Item:
    assert not found.unread, found.unread
    (record,) = [record for record in found.added if isinstance(record, Item)]
    return record


@pytest.mark.parametrize(
    ("cell", "clock", "minutes"),
    [
        ("2:00-3:00 pm", "14:00", 60),
        ("1600 hrs", "16:00", 0),
        ("1430 hrs - 1530 hrs", "14:30", 60),
        ("1000 - 1015", "10:00", 15),
        ("09.45", "09:45", 0),
        ("11.45-12.00", "11:45", 15),
        ("午後3時～4時", "15:00", 60),
        ("10:30 pm - 12:30 am", "22:30", 120),
        ("22:00 - 24:00", "22:00", 120),
        ("सुबह 10 बजे से 11:30 बजे तक", "10:00", 90),
        ("10:00から11:00まで", "10:00", 60),
        ("10:00 - 11:00 hrs IST", "10:00", 60),
        ("10:30 am (IST)", "10:30", 0),
        ("インド時間10:00", "10:00", 0),
        ("10 o'clock", "10:00", 0),
        ("10 o’clock", "10:00", 0),
        ("at ten o'clock sharp", "10:00", 0),
        ("Half past ten", "10:30", 0),
        ("half past ten - quarter to twelve", "10:30", 75),
        ("a quarter past 9", "09:15", 0),
        ("twenty minutes to nine", "08:40", 0),
        ("half past two pm", "14:30", 0),
        ("half past two in the afternoon", "14:30", 0),
        ("quarter to one in the afternoon", "12:45", 0),
        ("eight o'clock at night", "20:00", 0),
        ("two to three o'clock pm", "14:00", 60),
        ("10 बजे", "10:00", 0),
        ("साढ़े दस बजे", "10:30", 0),
        ("साढ़े दस बजे से पौने बारह बजे तक", "10:30", 75),
        ("10時半", "10:30", 0),
        ("十時半", "10:30", 0),
        ("十時半から十一時四十五分まで", "10:30", 75),
        ("午前十時", "10:00", 0),
        ("午後二時から三時", "14:00", 60),
    ],
)
def test_the_column_of_times(visit: Visit, cell: str, clock: str, minutes: int | None) -> None:
    record = item(pasted(visit, "Date|Time|Title", f"2025-07-08|{cell}|Tour"))
    assert record.start == dt.datetime.combine(dt.date(2025, 7, 8), dt.time.fromisoformat(clock))
    assert record.minutes == minutes


@pytest.mark.parametrize(
    "cell",
    [
        "2 o'clock",
        "half past two",
        "10 to 11 o'clock",
        "quarter to 12 pm",
        "14 o'clock pm",
        "ten o'clock in the evening in the morning",
        "ढाई बजे",
        "三時",
        "二時半",
        "二時から三時",
    ],
)
def test_an_hour_in_words_that_may_be_in_the_afternoon_is_refused(visit: Visit, cell: str) -> None:
    found = pasted(visit, "Date|Time|Title", f"2025-07-08|{cell}|Tour")
    (unread,) = found.unread
    assert "as 14:30" in say(unread.why)
    assert not found.added


@pytest.mark.parametrize(
    ("start", "end", "clock", "minutes"),
    [
        ("2:00", "3:00 pm", "14:00", 60),
        ("2:00 pm", "3:00", "14:00", 60),
        ("2:00 pm", "3:00 pm", "14:00", 60),
        ("22:30", "00:30", "22:30", 120),
        ("22:00", "24:00", "22:00", 120),
        ("1430 hrs", "1530 hrs", "14:30", 60),
        ("午後2時", "3時", "14:00", 60),
        ("2025-07-08 10:00", "11:00", "10:00", 60),
        ("2025-07-08 23:00", "2025-07-09 01:00", "23:00", 120),
        ("8 July 2025, 2 pm", "3 pm", "14:00", 60),
        ("8 July 2025, 10:00-11:00", "", "10:00", 60),
    ],
)
def test_two_columns_are_read_together(
    visit: Visit, start: str, end: str, clock: str, minutes: int
) -> None:
    record = item(pasted(visit, "Date|Start|End|Title", f"2025-07-08|{start}|{end}|Tour"))
    assert record.start == dt.datetime.combine(dt.date(2025, 7, 8), dt.time.fromisoformat(clock))
    assert record.minutes == minutes


@pytest.mark.parametrize(
    ("start", "end", "column", "why"),
    [
        ("15:00", "14:00", 2, "ends before"),
        ("10:00", "later", 2, "time of day"),
        ("9 or so", "11:00", 1, ""),
        ("10:00 JST", "", 1, ""),
        ("10:00", "11:00 GMT", 2, "time of day"),
        ("10-11", "", 1, ""),
        ("2025-07-08 11:00", "2025-07-08 10:00", 2, "ends before"),
    ],
)
def test_what_cannot_be_read_is_named(
    visit: Visit, start: str, end: str, column: int, why: str
) -> None:
    (unread,) = pasted(visit, "Date|Start|End|Title", f"2025-07-08|{start}|{end}|Tour").unread
    assert unread.place == (1, column)
    assert why in say(unread.why)


@pytest.mark.parametrize(
    ("begins", "ends", "clock", "minutes"),
    [("9.3", "10.15", "09:30", 45), ("930", "1015", "09:30", 45), ("0.9375", "1", "22:30", 90), ("0.9375", "0", "22:30", 90)],
)  # fmt: skip
def test_times_of_workbooks(
    tmp_path: Path, visit: Visit, begins: str, ends: str, clock: str, minutes: int
) -> None:
    style = ' s="1"' if begins.startswith("0.") else ""
    data = (
        "<row "
        f'r="1">{text_cell("A1", "Date")}{text_cell("B1", "From")}{text_cell("C1", "To")}{text_cell("D1", "Title")}</row>'
        f'<row r="2">{text_cell("A2", "2025-07-08")}<c r="B2"{style}><v>{begins}</v></c><c '
        f'r="C2"{style}><v>{ends}</v></c>{text_cell("D2", "Tour")}</row>'
    )
    formats = styles(
        formats='<numFmt numFmtId="164" formatCode="[h]:mm"/>',
        cells='<xf numFmtId="164" fontId="0"/>',
    )
    record = item(
        preview(visit, Item, read_table(xlsx(tmp_path / "list.xlsx", data, styles=formats)))
    )
    assert record.start == dt.datetime.combine(dt.date(2025, 7, 8), dt.time.fromisoformat(clock))
    assert record.minutes == minutes
