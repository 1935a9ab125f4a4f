import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language import dates
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.parsing import (
    AmbiguousDateError,
    UnreadableError,
    date,
    moment,
    period,
    time,
)

DAY = dt.date(2025, 7, 10)
days = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2025-07-10",
            "2025/7/10",
            "2025.7.10",
            "20250710",
            "2025-07-10 00:00:00",
            "２０２５／７／１０",
        ),
        *(
            "2025年7月10日",
            "2025年7月10日（木）",
            "2025年7月10日(木曜日)",
            "2025年 7月 10日 木曜日",
            "２０２５年７月１０日",
        ),
        *(
            "令和7年7月10日",
            "令和７年７月１０日（木）",
            "令和七年七月十日",
            "二〇二五年七月十日",
            "㋿7年7月10日",
        ),
        *("R7.7.10", "R07.07.10", "r7/7/10", "令和7.7.10"),
        *(
            "10 July 2025",
            "10 July 2025 (Thursday)",
            "Thursday, 10 July 2025",
            "Thu 10 Jul 2025",
            "10th July, 2025",
            "10th of July 2025",
        ),
        *(
            "July 10, 2025",
            "Jul 10 2025",
            "Thursday, July 10, 2025",
            "10-Jul-25",
            "10-Jul-2025",
            "10 JULY 2025",
        ),
        *(
            "10 जुलाई 2025",
            "10 जुलाई 2025 (गुरुवार)",
            "गुरुवार, 10 जुलाई, 2025",
            "बृहस्पतिवार 10 जुलाई 2025",
            "१० जुलाई २०२५",
        ),
        *("2025-Jul-10", "2025 July 10", "2025年7月10日（木・祝）", "7/10/2025（木・休）"),
        *("10.07.2025", "10.7.2025", "१०.०७.२०२५", "10/07/2025 (Thu)", "07/10/2025 गुरुवार"),
    ],
)
def test_dates_as_people_write_them(text: str) -> None:
    assert date(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和元年5月1日", "2019-05-01"),
        ("H31.4.30", "2019-04-30"),
        ("平成元年1月8日", "1989-01-08"),
        ("S64.1.7", "1989-01-07"),
        ("大正15年12月24日", "1926-12-24"),
        ("明治45年7月29日", "1912-07-29"),
        ("25/12/2025", "2025-12-25"),
        ("12/25/2025", "2025-12-25"),
        ("07/07/2025", "2025-07-07"),
        ("1-Jan-69", "1969-01-01"),
        ("1-Jan-68", "2068-01-01"),
        ("10 सितम्बर 2025", "2025-09-10"),
        ("10 अक्तूबर 2025", "2025-10-10"),
        ("10 फरवरी 2025", "2025-02-10"),
    ],
)
def test_eras_and_other_spellings(text: str, day: str) -> None:
    assert date(text).isoformat() == day


@pytest.mark.parametrize(
    ("text", "day_first", "hint"),
    [
        ("07/25/2025", True, "does not fit the order"),
        ("25/12/2025", False, "does not fit the order"),
        ("25.12.25", False, "does not fit the order"),
        ("31/06/2025", True, "does not exist"),
        ("07.25.2025", None, "does not exist"),
        ("07/08/2025 (Thursday)", False, "2025-07-08 is not that day of the week"),
        ("07/08/2025 (Monday)", None, "not that day of the week"),
    ],
)
def test_a_date_against_the_order_of_its_table_is_refused(
    text: str, day_first: bool | None, hint: str
) -> None:
    with pytest.raises(UnreadableError, match=hint):
        date(text, day_first=day_first)


def test_an_ambiguous_date_is_asked_about() -> None:
    with pytest.raises(AmbiguousDateError, match="2025-08-07 / 2025-07-08") as caught:
        date("07/08/2025")
    assert caught.value.readings == (dt.date(2025, 8, 7), dt.date(2025, 7, 8))
    assert date("07/08/2025", day_first=True) == dt.date(2025, 8, 7)
    assert date("07-08-2025", day_first=False) == dt.date(2025, 7, 8)
    with pytest.raises(AmbiguousDateError) as caught:
        date("07/08/25")
    assert len(caught.value.readings) == 3
    assert date("07/08/25", day_first=True) == dt.date(2025, 8, 7)
    # A list with one American date has its dates with points as everybody writes them.
    assert date("10.07.2025", day_first=False) == dt.date(2025, 7, 10)
    assert date("10.25.2025", day_first=False) == dt.date(2025, 10, 25)
    assert date("07/08/2025 (Thursday)") == dt.date(2025, 8, 7)
    for read in (moment, period):
        with pytest.raises(AmbiguousDateError):
            read("07/08/2025 10:00" if read is moment else "07/08/2025")
    assert period("07/08/2025", day_first=True) == "2025-08-07"
    assert moment("07/08/2025 10:00", day_first=False) == dt.datetime.combine(
        dt.date(2025, 7, 8), dt.time(10)
    )


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("10 July 2025 (Friday)", "2025-07-10 is not that day of the week"),
        ("2025年7月10日（金）", "2025-07-10 is not that day of the week"),
        *(
            (text, "does not exist")
            for text in ("31 June 2025", "2025-02-29", "令和7年2月29日", "30/02/2025", "0025-07-10")
        ),
        *(
            (text, "has another era")
            for text in ("平成31年5月1日", "昭和64年1月8日", "令和元年4月30日", "H32.1.1")
        ),
        *(
            (text, "is not a date")
            for text in (
                "",
                "10 July",
                "令和0年7月10日",
                "7月10日",
                "45848",
                "10 Jully 2025",
                "2025-07-10 14:30",
                "July 2025",
                "10/7",
                "٢٠٢٥-٠٧-١٠",
            )
        ),
        ("2025年7月10日" + " " * 200, "too long"),
    ],
)
def test_what_is_no_date_is_refused(text: str, hint: str) -> None:
    with pytest.raises(UnreadableError, match=hint):
        date(text)
    if hint != "is not a date":
        with pytest.raises(UnreadableError, match=hint):
            period(text)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        *(
            (text, "14:30")
            for text in (
                "14:30",
                "14:30:00",
                "2:30 pm",
                "2:30PM",
                "2.30 p.m.",
                "1430 hrs",
                "14:30 hrs",
                "14.30 hrs",
                "１４：３０",
            )
        ),
        *(
            (text, "14:30")
            for text in (
                "午後2時30分",
                "午後2時半",
                "14時30分",
                "午後2:30",
                "दोपहर 2:30 बजे",
                "दोपहर 2.30 बजे",
            )
        ),
        *(
            (text, "14:30")
            for text in ("2:30 अपराह्न", "दोपहर ढाई बजे", "दोपहर 2 बजकर 30 मिनट", "१४:३०")
        ),
        *((text, "00:00") for text in ("12 am", "12 midnight", "午前0時", "रात 12 बजे")),
        *((text, "12:00") for text in ("12 pm", "12 noon", "正午", "午後0時", "दोपहर 12 बजे")),
        *((text, "10:30") for text in ("साढ़े दस बजे", "सुबह साढ़े 10 बजे", "午前10時半")),
        ("रात 9 बजे", "21:00"),
        ("रात 2 बजे", "02:00"),
        ("02:30 बजे", "02:30"),
        ("6 बजे", "06:00"),
        ("पौने ग्यारह बजे", "10:45"),
        ("14時", "14:00"),
    ],
)
def test_times_as_people_write_them(text: str, clock: str) -> None:
    assert time(text) == dt.time.fromisoformat(clock)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "10",
            "14.30",
            "24:00",
            "10:60",
            "13 pm",
            "0 am",
            "1 noon",
            "10:30 IST",
            "25時",
            "午後12時",
            "午前12時",
            "午後14時",
        ),
        *("2 बजे", "2:30 बजे", "ढाई बजे", "साढ़े पाँच बजे"),
        *("सुबह 14:00 बजे", "शाम 2 बजे", "बजे", "दोपहर बजे", "दस", "2:30 रात को"),
    ],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="is not a time of day"):
        time(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2025-07-10 14:30",
            "2025-07-10T14:30:00",
            "10 July 2025, 2:30 pm",
            "10 July 2025 at 2:30 pm",
            "14:30, 10 July 2025",
        ),
        *(
            "2:30 pm on 10 July 2025",
            "10 July 2025 (Thursday) 14:30 hrs",
            "2025年7月10日（木）14時30分",
            "令和7年7月10日午後2時30分",
        ),
        *("10 जुलाई 2025 को दोपहर 2:30 बजे", "१० जुलाई २०२५, १४:३०", "10.07.2025 14:30"),
    ],
)
def test_a_day_with_its_time(text: str) -> None:
    assert moment(text) == dt.datetime.combine(DAY, dt.time(14, 30))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        *(
            (text, "day with its time")
            for text in (
                "",
                "10 July 2025",
                "14:30",
                "10 July 2025 25:00",
                "2025-07-10T14:30+05:30",
            )
        ),
        ("31 June 2025 10:00", "does not exist"),
        ("10 July 2025 (Friday) 10:00", "not that day of the week"),
    ],
)
def test_what_is_no_day_with_its_time_is_refused(text: str, hint: str) -> None:
    with pytest.raises(UnreadableError, match=hint):
        moment(text)


@pytest.mark.parametrize(
    ("texts", "stored"),
    [
        (("2025-07-10", "10 July 2025", "R7.7.10", "10.07.2025"), "2025-07-10"),
        (
            (
                "2025-07",
                "2025/7",
                "07/2025",
                "July 2025",
                "Jul 2025",
                "जुलाई 2025",
                "2025年7月",
                "令和7年7月",
            ),
            "2025-07",
        ),
        (("2025", "2025年", "令和7年", "२०२५"), "2025"),
        (
            (
                "FY2024",
                "FY 2024-25",
                "FY2024-25",
                "FY 2024–25",
                "FY 24-25",
                "financial year 2024-25",
                "2024-25",
                "2024–25",
            ),
            "FY2024",
        ),
        (
            (
                "वित्त वर्ष 2024-25",
                "वित्तीय वर्ष २०२४-२५",
                "FY 2024-2025",
                "2024年度",
                "令和6年度",
                "R6年度",
                "令和六年度",
            ),
            "FY2024",
        ),
        (("令和元年度", "平成31年度"), "FY2019"),
        (("2011-11", "2011/11", "Nov 2011"), "2011-11"),
        (("2010–11", "FY 2010-11", "as of FY 2010-11"), "FY2010"),
        (
            (
                "as on 31.03.2025",
                "As of 31 March 2025",
                "2025年3月31日現在",
                "2025年3月31日（月）時点",
            ),
            "2025-03-31",
        ),
        (("FY 1999-00",), "FY1999"),
    ],
)
def test_periods_are_stored_in_one_form(texts: tuple[str, ...], stored: str) -> None:
    assert {period(text) for text in texts} == {stored}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        *(
            (text, "begin or end in that year")
            for text in ("FY25", "FY 2025", "fiscal 2025", "वित्त वर्ष 2025")
        ),
        *(
            (text, "month or a fiscal year: .* November 2010 or as FY 2010-11")
            for text in ("2010-11", "2010/11", "as of 2010-11")
        ),
        *(
            (text, "is not a date, month or year")
            for text in (
                "",
                "0000",
                "0025年",
                "令和0年",
                "as of",
                "現在",
                "2024-26",
                "2024-2025",
                "FY 2024-26",
                "13/2025",
                "Jul-25",
                "spring 2025",
            )
        ),
    ],
)
def test_what_is_no_period_is_refused(text: str, hint: str) -> None:
    with pytest.raises(UnreadableError, match=hint):
        period(text)


PIECES = [
    "10",
    "2025",
    "7",
    "14:30",
    "2:30",
    "pm",
    "am",
    "noon",
    "hrs",
    "July",
    "Thursday",
    "(Thu)",
    "st",
    ",",
    "-",
    "/",
    ".",
    "T",
    "at",
    "on",
    "FY",
    "2024-25",
    "令和",
    "元",
    "R",
    "年",
    "年度",
    "月",
    "日",
    "（木）",
    "午後",
    "時",
    "半",
    "分",
    "正午",
    "जुलाई",
    "गुरुवार",
    "को",
    "दोपहर",
    "रात",
    "बजे",
    "बजकर",
    "मिनट",
    "पर",
    "साढ़े",
    "दस",
    "वित्त",
    "वर्ष",
    "१०",
]


@given(
    st.text(max_size=60)
    | st.text("0123456789-/.:年月日令和 JulyRजुलाई", max_size=40)
    | st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (date, time, moment, period):
        with suppress(UnreadableError):
            assert read(text)


@given(days, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(LANGS))
def test_a_printed_date_is_read_back(
    day: dt.date, weekday: bool, era: bool, devanagari: bool, lang: Lang
) -> None:
    assert date(dates.date(day, lang, weekday=weekday, era=era, devanagari=devanagari)) == day


@given(
    st.times().map(lambda when: when.replace(second=0, microsecond=0)),
    days,
    st.booleans(),
    st.sampled_from(LANGS),
)
def test_a_printed_time_is_read_back(
    when: dt.time, day: dt.date, devanagari: bool, lang: Lang
) -> None:
    clock = dates.time(when, lang, devanagari=devanagari)
    assert time(clock) == when
    printed = dates.date(day, lang, weekday=True, devanagari=devanagari)
    assert moment(f"{printed} {clock}") == dt.datetime.combine(day, when)


@given(
    days.map(dt.date.isoformat)
    | days.filter(lambda day: day.month != (day.year + 1) % 100).map(lambda day: f"{day:%Y-%m}")
    | st.integers(1000, 2999).flatmap(lambda year: st.sampled_from([str(year), f"FY{year}"])),
    st.booleans(),
    st.booleans(),
    st.sampled_from(LANGS),
)
def test_a_printed_period_is_read_back(
    stored: str, months: bool, devanagari: bool, lang: Lang
) -> None:
    assert period(stored) == stored
    assert period(dates.as_of(stored, lang, months=months, devanagari=devanagari)) == stored
