import datetime as dt
from decimal import Decimal

import pytest

from lohum_brief.checks import figures
from lohum_brief.checks.plausibility import findings
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say, use
from lohum_brief.visit.records import AnyRecord, Figure, Item, Note, Observation, Pack, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

FIRST, LAST = dt.date(2025, 7, 8), dt.date(2025, 7, 9)


def places(
    start: dt.date | None, end: dt.date | None, *records: AnyRecord
) -> list[tuple[str, str, str]]:
    particulars = Particulars(
        id="visit", audience="public", title=Text(en="Visit"), start=start, end=end
    )
    return [(f.severity, f.record, f.field) for f in findings(Visit([particulars, *records]))]


def item(day: dt.date) -> Item:
    return Item(
        id="i",
        audience="guest",
        title=Text(en="Tour"),
        start=dt.datetime.combine(day, dt.time(10, 30)),
    )


def test_a_visit_ends_when_it_starts_or_later() -> None:
    assert (
        places(FIRST, LAST)
        == places(FIRST, FIRST)
        == places(FIRST, None)
        == places(None, LAST)
        == []
    )
    assert places(LAST, FIRST) == [("error", "visit", "end")]


def test_items_are_on_days_of_the_visit() -> None:
    assert places(FIRST, LAST, item(LAST)) == places(FIRST, None, item(FIRST)) == []
    assert places(FIRST, None, item(LAST)) == [("warning", "i", "start")]
    assert places(LAST, None, item(FIRST)) == [("warning", "i", "start")]


def test_a_visit_without_a_day_says_so_as_soon_as_it_has_a_programme() -> None:
    assert places(None, None) == []
    assert places(None, None, item(LAST)) == [("warning", "visit", "start")]


def test_days_of_travel_are_warnings_and_days_further_away_are_errors() -> None:
    def severity(day: dt.date) -> str:
        ((found, *_),) = places(FIRST, LAST, item(day))
        return found

    near = dt.timedelta(days=3)
    assert severity(FIRST - near) == severity(LAST + near) == "warning"
    further = near + dt.timedelta(days=1)
    assert (
        severity(FIRST - further)
        == severity(LAST + further)
        == severity(FIRST.replace(year=2026))
        == "error"
    )


def test_a_pack_prints_something() -> None:
    full = Pack(id="p", audience="guest", title=Text(en="Pack"), sections=("s",))
    assert places(FIRST, LAST, full) == []
    assert places(FIRST, LAST, Pack(id="p", audience="guest", title=Text(en="Pack"))) == [
        ("warning", "p", "sections")
    ]


@pytest.mark.parametrize("date", ["", "2025-07-08", "2025-07", "2025", "FY2024"])
def test_dates_that_every_language_prints_are_no_finding(date: str) -> None:
    note = Note(
        id="n", audience="guest", sort="agreement", text=Text(en="Text"), date=date, due=date
    )
    assert places(FIRST, LAST, note) == []


@pytest.mark.parametrize(
    ("date", "fix"),
    [
        ("2014-1x", None), ("2025-13", None), ("07/08/2025", None), ("soon", None),
        ("8 July 2025", "2025-07-08"), ("令和7年7月8日", "2025-07-08"),
    ],
)  # fmt: skip
def test_a_date_that_prints_as_it_was_typed_is_said_and_mended_where_it_can_be_read(
    date: str, fix: str | None
) -> None:
    note = Note(id="n", audience="guest", sort="agreement", text=Text(en="Text"), due=date)
    reading = Observation(id="o", audience="guest", metric="m", value=Decimal(1), as_of=date)
    particulars = Particulars(id="visit", audience="public", title=Text(en="Visit"))
    found = [*findings(Visit([particulars, note, reading]))]
    assert [(f.severity, f.record, f.field, f.about) for f in found] == [
        ("warning", "n", "due", date),
        ("warning", "o", "as_of", date),
    ]
    assert [f.fix.steps[0].value if f.fix else None for f in found] == [fix, fix]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("9 July 2025", "8 July 2025")),
        ("hi", ("9 जुलाई 2025", "8 जुलाई 2025")),
        ("ja", ("2025年7月9日", "2025年7月8日")),
    ],
)
def test_days_are_told_as_the_reader_writes_them(lang: Lang, said: tuple[str, str]) -> None:
    visit = Particulars(id="visit", audience="public", title=Text(en="Visit"), start=FIRST)
    old = Figure(
        id="f",
        audience="public",
        name=Text(en="Old"),
        value=Decimal(1),
        valid_until=FIRST - dt.timedelta(1),
    )
    use(lang)
    [far] = findings(Visit([visit, item(LAST)]))
    [stale] = [one for one in figures.findings(Visit([visit, old])) if one.field == "valid_until"]
    assert all(day in say(far.message) for day in said)
    assert said[1] in say(stale.message)
    assert "2025-07" not in say(far.message) + say(stale.message)
