"""A visit of several days says its days on every page, and its programme which day a page goes on
with.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from msgspec import structs

from lohum_brief.language.codes import Lang
from lohum_brief.visit.records import AnyRecord, Item, Particulars
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import GUEST_PACK, pack, small, text
from tests.packs.extraction import bare, mupdf
from tests.packs.rendering import render

DAYS: dict[Lang, str] = {"hi": "8–10 जुलाई 2025", "en": "8–10 July 2025", "ja": "2025年7月8日～10日"}


def three_days(items: int = 1) -> Visit:
    """The small visit over three days, each with so many items."""
    begins = dt.datetime(2025, 7, 8, 8, 0)  # noqa: DTZ001 - local time
    walks = [
        Item(
            id=f"walk-{day}-{number}",
            audience="guest",
            title=text("walk"),
            start=begins + dt.timedelta(days=day, minutes=10 * number),
            minutes=10,
        )
        for day in range(3)
        for number in range(items)
    ]

    def kept() -> Iterator[AnyRecord]:
        for record in small(without=("i1", "i2")):
            yield (
                structs.replace(record, end=dt.date(2025, 7, 10))
                if isinstance(record, Particulars)
                else record
            )

    return Visit([*kept(), *walks])


def pages(visit: Visit, **changes: Any) -> list[str]:
    return [bare(page) for page in mupdf(render(visit, pack(GUEST_PACK, **changes)).pdf)]


@pytest.mark.parametrize("form", ["book", "sheet"])
@pytest.mark.parametrize("lang", DAYS)
def test_every_page_says_the_days_of_the_visit(lang: Lang, form: Literal["book", "sheet"]) -> None:
    found = pages(three_days(), languages=(lang,), form=form)
    assert len(found) > (1 if form == "book" else 0)
    assert all(bare(DAYS[lang]) in page for page in found)


COVERS: dict[Lang, tuple[str, str]] = {
    "hi": ("दौरे की तिथि", "दौरे की तिथियाँ"),
    "en": ("Day of the visit", "Days of the visit"),
    "ja": ("訪問日", "訪問期間"),
}


@pytest.mark.parametrize("lang", COVERS)
def test_a_cover_speaks_of_one_day_or_of_several(lang: Lang) -> None:
    one, several = map(bare, COVERS[lang])
    (cover, *_) = pages(three_days(), languages=(lang,), form="book")
    assert several in cover
    (cover, *_) = pages(small(), languages=(lang,), form="book")
    assert one in cover
    assert several not in cover


def test_a_sheet_says_the_days_under_its_title_and_at_its_foot() -> None:
    (page,) = pages(three_days(), languages=("en",), form="sheet", sections=("sec:programme",))
    assert page.count(bare(DAYS["en"])) == 2


def test_a_visit_of_one_day_says_one() -> None:
    for page in pages(small(), languages=("en",))[1:]:
        assert "8July2025" in page
        assert "–10July" not in page


@pytest.mark.parametrize("languages", [("en",), ("ja", "hi")])
def test_a_programme_says_its_day_again_where_it_goes_on(languages: tuple[Lang, ...]) -> None:
    days: dict[Lang, list[str]] = {
        "hi": ["8 जुलाई 2025 (मंगलवार)", "9 जुलाई 2025 (बुधवार)", "10 जुलाई 2025 (गुरुवार)"],
        "en": ["8 July 2025 (Tuesday)", "9 July 2025 (Wednesday)", "10 July 2025 (Thursday)"],
        "ja": ["2025年7月8日（火）", "2025年7月9日（水）", "2025年7月10日（木）"],
    }
    last = ""
    repeated = 0
    for page in pages(
        three_days(items=70), languages=languages, form="book", sections=("sec:programme",)
    )[2:]:
        for lang in languages:
            named = [day for day in days[lang] if bare(day) in page]
            assert named, page[:200]
            # What goes on from the page before is of the day that was the last on it.
            if last and lang == languages[0] and not page.startswith(bare(days[lang][0])):
                repeated += bare(last) in page
            if lang == languages[0]:
                last = named[-1]
    assert repeated >= 3


def on(first: dt.date | None, last: dt.date | None, *items: dt.date) -> Visit:
    """The small visit on these days, with an item on each of those."""

    def kept() -> Iterator[AnyRecord]:
        for record in small(without=("i1", "i2")):
            yield (
                structs.replace(record, start=first, end=last)
                if isinstance(record, Particulars)
                else record
            )

    ten = dt.time(10)
    walks = [
        Item(
            id=f"w{n}",
            audience="guest",
            title=text("walk"),
            start=dt.datetime.combine(day, ten),
            minutes=10,
        )
        for n, day in enumerate(items)
    ]
    return Visit([*kept(), *walks])


EIGHTH = dt.date(2025, 7, 8)
TENTH = dt.date(2025, 7, 10)


@pytest.mark.parametrize("form", ["book", "sheet"])
@pytest.mark.parametrize(
    ("first", "last", "item", "said"),
    [
        (EIGHTH, EIGHTH, EIGHTH.replace(year=2026), "8 July 2026 (Wednesday)"),
        (EIGHTH.replace(year=2027), None, EIGHTH, "8 July 2025 (Tuesday)"),
        (EIGHTH, TENTH, EIGHTH, "8 July 2025 (Tuesday)"),
        (EIGHTH, TENTH, TENTH, "10 July 2025 (Thursday)"),
        (None, None, TENTH, "10 July 2025 (Thursday)"),
    ],
)
def test_a_programme_of_one_day_says_it_unless_it_is_the_only_day_of_the_visit(
    first: dt.date | None,
    last: dt.date | None,
    item: dt.date,
    said: str,
    form: Literal["book", "sheet"],
) -> None:
    found = pages(on(first, last, item), languages=("en",), form=form, sections=("sec:programme",))
    assert bare(said) in found[-1]
    (*_, once) = pages(
        on(EIGHTH, EIGHTH, EIGHTH), languages=("en",), form="book", sections=("sec:programme",)
    )
    assert bare("(Tuesday)") not in once


@pytest.mark.parametrize(
    ("start", "minutes", "here", "guests"),
    [
        ("2026-10-25T01:30", 120, "01:30 UTC+2 – 02:30 UTC+1", "08:30–10:30 JST"),
        ("2026-03-29T01:30", 90, "01:30 UTC+1 – 04:00 UTC+2", "09:30–11:00 JST"),
        ("2026-10-25T09:30", 90, "09:30–11:00", "17:30–19:00 JST"),
    ],
)
def test_an_item_while_clocks_are_turned_ends_when_it_does(
    start: str, minutes: int, here: str, guests: str
) -> None:
    [item] = small().of(Item)[:1]
    one = structs.replace(item, start=dt.datetime.fromisoformat(start), minutes=minutes)
    [particulars] = small().of(Particulars)
    there = structs.replace(particulars, place_zone="Europe/Berlin", guest_zone="Asia/Tokyo")
    visit = small(changed={item.id: one, particulars.id: there})
    made = render(visit, pack(languages=("en",), sections=("sec:programme",), audience="guest"))
    found = " ".join("".join(mupdf(made.pdf)).replace("\u00a0", " ").split())
    assert f"{here} {guests}" in found
