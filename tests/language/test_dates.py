import datetime as dt

import pytest
from babel.dates import format_date, get_day_names, get_month_names
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.dates import (
    UnknownZoneError,
    as_of,
    clocks,
    date,
    date_range,
    fiscal_year,
    moment,
    moment_at,
    neutral_clocks,
    time,
    time_range,
    two_clocks,
)
from lohum_brief.language.ja.dates import era_year
from lohum_brief.language.languages import LANGUAGES

DAY = dt.date(2025, 7, 10)


@pytest.mark.parametrize("lang", LANGS)
def test_names_are_those_of_cldr(lang: Lang) -> None:
    months, days = (
        get_month_names("wide", locale=lang),
        get_day_names("abbreviated" if lang == "ja" else "wide", locale=lang),
    )
    assert list(LANGUAGES[lang].dates.months) == [months[n] for n in range(1, 13)]
    assert list(LANGUAGES[lang].dates.weekdays) == [days[n] for n in range(7)]


def test_a_date_with_its_weekday() -> None:
    assert [date(DAY, lang, weekday=True) for lang in LANGS] == [
        "10 जुलाई 2025 (गुरुवार)",
        "10 July 2025 (Thursday)",
        "2025年7月10日（木）",
    ]
    assert date(DAY, "hi", devanagari=True) == "१० जुलाई २०२५"


@given(
    st.dates(min_value=dt.date(1000, 1, 1)),
    st.sampled_from([("hi", "hi"), ("en", "en_GB"), ("ja", "ja")]),
)
def test_a_plain_date_is_the_long_date_of_cldr(day: dt.date, pair: tuple[Lang, str]) -> None:
    lang, locale = pair
    assert date(day, lang) == format_date(day, "long", locale=locale)


@pytest.mark.parametrize(
    ("day", "era"),
    [
        ("2025-07-10", "令和7年"),
        ("2019-12-31", "令和元年"),
        ("2019-05-01", "令和元年"),
        ("2019-04-30", "平成31年"),
        ("1989-01-08", "平成元年"),
        ("1989-01-07", "昭和64年"),
        ("1926-12-25", "昭和元年"),
        ("1926-12-24", "大正15年"),
        ("1912-07-29", "明治45年"),
        ("1873-01-01", "明治6年"),
        ("1872-12-31", "1872年"),
    ],
)
def test_eras(day: str, era: str) -> None:
    assert era_year(dt.date.fromisoformat(day)) == era


def test_the_era_in_a_date() -> None:
    assert date(dt.date(2019, 5, 1), "ja", era=True, weekday=True) == "令和元年5月1日（水）"
    assert date(DAY, "en", era=True) == "10 July 2025"


@pytest.mark.parametrize(
    ("first", "last", "hi", "en", "ja"),
    [
        ("2025-07-08", "2025-07-08", "8 जुलाई 2025", "8 July 2025", "2025年7月8日"),
        ("2025-07-08", "2025-07-10", "8–10 जुलाई 2025", "8–10 July 2025", "2025年7月8日～10日"),
        (
            "2025-06-30",
            "2025-07-02",
            "30 जून – 2 जुलाई 2025",
            "30 June – 2 July 2025",
            "2025年6月30日～7月2日",
        ),
        (
            "2025-12-30",
            "2026-01-02",
            "30 दिसंबर 2025 – 2 जनवरी 2026",
            "30 December 2025 – 2 January 2026",
            "2025年12月30日～2026年1月2日",
        ),
    ],
)
def test_date_ranges(first: str, last: str, hi: str, en: str, ja: str) -> None:
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert [date_range(*days, lang) for lang in LANGS] == [hi, en, ja]


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def test_times() -> None:
    assert time(at("2025-07-08T09:05"), "en") == "09:05"
    assert time(dt.time(9, 5), "hi", devanagari=True) == "०९:०५"
    assert time_range(at("2025-07-08T10:30"), at("2025-07-08T11:15"), "hi") == "10:30–11:15"
    assert time_range(at("2025-07-08T10:30"), at("2025-07-08T11:15"), "ja") == "10:30～11:15"
    assert time_range(at("2025-07-08T22:00"), at("2025-07-09T01:00"), "ja") == "22:00～翌日01:00"
    assert (
        time_range(at("2025-07-08T22:00"), at("2025-07-09T01:00"), "en") == "22:00 – 9 July, 01:00"
    )
    assert (
        time_range(at("2025-07-08T22:00"), at("2025-07-09T01:00"), "hi") == "22:00 – 9 जुलाई, 01:00"
    )


@pytest.mark.parametrize(
    ("when", "hi", "en", "ja"),
    [
        (
            "2025-07-08T10:30",
            "10:30 भारतीय समय (14:00 जापानी समय)",
            "10:30 IST (14:00 JST)",
            "インド時間10:30（日本時間14:00）",
        ),
        (
            "2025-07-08T22:00",
            "22:00 भारतीय समय (01:30 जापानी समय, 9 जुलाई)",
            "22:00 IST (01:30 JST, 9 July)",
            "インド時間22:00（日本時間翌日01:30）",
        ),
    ],
)
def test_two_clocks(when: str, hi: str, en: str, ja: str) -> None:
    assert [two_clocks(at(when), "Asia/Kolkata", "Asia/Tokyo", lang) for lang in LANGS] == [
        hi,
        en,
        ja,
    ]


def test_two_clocks_elsewhere() -> None:
    assert two_clocks(at("2025-07-08T08:00"), "Asia/Tokyo", "America/New_York", "en") == (
        "08:00 JST (19:00 UTC−4, 7 July)"
    )
    assert two_clocks(at("2025-07-08T08:00"), "Asia/Tokyo", "America/New_York", "ja") == (
        "日本時間08:00（UTC−4\u00a0前日19:00）"
    )
    assert (
        two_clocks(at("2025-07-08T08:00"), "Asia/Kathmandu", "Asia/Kathmandu", "hi")
        == "08:00 UTC+5:45"
    )
    assert two_clocks(at("9999-12-31T23:00"), "Asia/Kolkata", "Asia/Tokyo", "en") == "23:00 IST"


def test_a_zone_without_a_name_does_not_run_into_the_time() -> None:
    when, until = at("2025-12-30T09:00"), at("2025-12-30T10:30")
    told = [
        clocks(when, "Asia/Tokyo", "America/New_York", lang, until=until).guests for lang in LANGS
    ]
    assert told == [
        "19:00–20:30 UTC−5, 29 दिसंबर",
        "19:00–20:30 UTC−5, 29 December",
        "UTC−5\u00a0前日19:00～20:30",
    ]
    assert two_clocks(when, "Asia/Kathmandu", "Asia/Kathmandu", "ja") == "UTC+5:45\u00a009:00"


@pytest.mark.parametrize(
    ("start", "minutes", "hi", "en", "ja", "neutral"),
    [
        (
            "2026-03-29T06:00",
            60,
            "00:30 UTC+0 – 02:30 UTC+1",
            "00:30 UTC+0 – 02:30 UTC+1",
            "UTC+0\u00a000:30～UTC+1\u00a002:30",
            "00:30 UTC+0 – 02:30 UTC+1",
        ),
        (
            "2026-03-29T04:30",
            150,
            "23:00 UTC+0, 28 मार्च – 02:30 UTC+1",
            "23:00 UTC+0, 28 March – 02:30 UTC+1",
            "UTC+0\u00a0前日23:00～UTC+1\u00a002:30",
            "23:00\u00a0(−1) UTC+0 – 02:30 UTC+1",
        ),
        (
            "2026-10-25T06:00",
            60,
            "01:30 UTC+1 – 01:30 UTC+0",
            "01:30 UTC+1 – 01:30 UTC+0",
            "UTC+1\u00a001:30～UTC+0\u00a001:30",
            "01:30 UTC+1 – 01:30 UTC+0",
        ),
    ],
)
def test_a_clock_that_is_changed_meanwhile_says_so_at_both_ends(
    start: str, minutes: int, hi: str, en: str, ja: str, neutral: str
) -> None:
    zones, until = ("Asia/Kolkata", "Europe/London"), at(start) + dt.timedelta(minutes=minutes)
    assert [clocks(at(start), *zones, lang, until=until).guests for lang in LANGS] == [hi, en, ja]
    assert neutral_clocks(at(start), *zones, until=until)[1] == neutral


def test_clocks_that_agree_until_one_is_changed_are_both_told() -> None:
    zones, until = ("UTC", "Europe/London"), at("2026-03-29T02:00")
    assert (
        clocks(at("2026-03-29T00:30"), *zones, "en", until=until).guests
        == "00:30 UTC+0 – 03:00 UTC+1"
    )


@pytest.mark.parametrize("zone", ["", "Tokyo", "../../etc/passwd", "Asia", "Asia/Tokyo\0"])
def test_an_unknown_zone_is_named(zone: str) -> None:
    with pytest.raises(UnknownZoneError, match="write it as Asia/Tokyo"):
        two_clocks(at("2025-07-08T10:30"), zone, "Asia/Tokyo", "en")


@pytest.mark.parametrize(
    ("text", "hi", "en", "ja"),
    [
        ("2025-07-08", "8 जुलाई 2025", "8 July 2025", "2025年7月8日"),
        ("2025-07", "जुलाई 2025", "July 2025", "2025年7月"),
        ("2025", "2025", "2025", "2025年"),
        (
            "FY2024",
            "वित्त वर्ष 2024-25 (अप्रैल–मार्च)",
            "FY 2024-25 (April–March)",
            "2024年度（4月～翌年3月）",
        ),
        *(
            (odd, odd, odd, odd)
            for odd in ("", "2025-13", "2025-02-30", "20250708", "FY24", "२०२५", "spring", "1-2-3")
        ),
    ],
)
def test_as_of(text: str, hi: str, en: str, ja: str) -> None:
    assert [as_of(text, lang) for lang in LANGS] == [hi, en, ja]


def test_a_fiscal_year_says_its_months_once() -> None:
    assert fiscal_year(2024, "en", months=False) == "FY 2024-25"
    assert fiscal_year(1999, "hi", months=False, devanagari=True) == "वित्त वर्ष १९९९-००"


@pytest.mark.parametrize(
    ("lang", "devanagari", "said"),
    [
        ("hi", False, "24 जुलाई 2025, 22:10"),
        ("hi", True, "२४ जुलाई २०२५, २२:१०"),
        ("en", False, "24 July 2025, 22:10"),
        ("ja", False, "2025年7月24日 22:10"),
    ],
)
def test_a_moment_is_its_day_and_the_time_by_the_clocks_of_a_zone(
    lang: Lang, *, devanagari: bool, said: str
) -> None:
    when = moment_at(1_753_375_200, "Asia/Kolkata")
    assert moment(when, lang, devanagari=devanagari) == said


def test_the_last_moment_of_all_has_one_clock_only() -> None:
    assert moment_at(253_402_300_799, "Asia/Kolkata").year == 9999
    with pytest.raises(UnknownZoneError):
        moment_at(0, "Asia/Tokio")
