import datetime as dt

from lohum_brief.checks.plausibility import findings
from lohum_brief.visit.records import AnyRecord, Item, Pack, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

FIRST, LAST = dt.date(2025, 7, 8), dt.date(2025, 7, 9)


def places(start: dt.date | None, end: dt.date | None, *records: AnyRecord) -> list[tuple[str, str, str]]:
    particulars = Particulars(id="visit", audience="public", title=Text(en="Visit"), start=start, end=end)
    return [(f.severity, f.record, f.field) for f in findings(Visit([particulars, *records]))]


def item(day: dt.date) -> Item:
    return Item(id="i", audience="guest", title=Text(en="Tour"), start=dt.datetime.combine(day, dt.time(10, 30)))


def test_a_visit_ends_when_it_starts_or_later() -> None:
    assert places(FIRST, LAST) == places(FIRST, FIRST) == places(FIRST, None) == places(None, LAST) == []
    assert places(LAST, FIRST) == [("error", "visit", "end")]


def test_items_are_on_days_of_the_visit() -> None:
    assert places(FIRST, LAST, item(LAST)) == places(FIRST, None, item(FIRST)) == places(None, None, item(LAST)) == []
    assert places(FIRST, None, item(LAST)) == [("warning", "i", "start")]
    assert places(LAST, None, item(FIRST)) == [("warning", "i", "start")]


def test_a_pack_prints_something() -> None:
    full = Pack(id="p", audience="guest", title=Text(en="Pack"), sections=("s",))
    assert places(FIRST, LAST, full) == []
    assert places(FIRST, LAST, Pack(id="p", audience="guest", title=Text(en="Pack"))) == [("warning", "p", "sections")]
