"""The mark of a draft: equal content, equal mark; anything else that prints, another."""

import subprocess
import sys
from typing import Any

import pymupdf
import pytest
from msgspec import structs

from lohum_brief.packs.admit import admit
from lohum_brief.packs.issue import Issue
from lohum_brief.service.screen import Memory
from lohum_brief.visit import edit
from lohum_brief.visit.records import Chart, Item, Pack, Person
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import LAYOUTS, pack, sample, small
from tests.packs.planning import plan
from tests.packs.rendering import render


def mark(visit: Visit, shown: Pack | None = None, **more: Any) -> str:
    shown = shown or visit.get(Pack, "guests")
    assert shown
    return plan(admit(visit, shown.audience), shown, **more).mark


def having(ident: str, field: str, value: object) -> Visit:
    return edit.apply(small(), edit.set_field(small(), ident, field, value))


def pages(visit: Visit, shown: Pack, **more: Any) -> list[str]:
    with pymupdf.open(stream=render(visit, shown, **more).pdf) as document:
        return [page.get_text() for page in document]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_page_of_a_draft_bears_its_mark_and_none_of_an_edition(layout: Any) -> None:
    shown = pack(layout=layout)
    own = mark(small(), shown)
    assert len(own) == 6
    assert set(own) <= set("0123456789abcdef")
    assert all(own in page for page in pages(small(), shown))
    assert not any(own in page for page in pages(small(), shown, issue=Issue(1, 0)))
    assert all(own in page for page in pages(small(), shown, memory=Memory()))


def test_a_card_has_one_mark_whatever_size_its_type_is_set_in() -> None:
    card = sample().get(Pack, "programme")
    assert card
    own = mark(sample(), card)
    assert render(sample(), card).mark == own
    assert own in pages(sample(), card)[0]


@pytest.mark.parametrize(
    ("ident", "field", "value"),
    [
        ("p1", "text.ja", "別"),
        ("p1", "style", "point"),
        ("visit", "title.hi", "अन्य"),
        ("visit", "purpose.hi", "अन्य"),
        ("visit", "start", "2025-07-09"),
        ("org:host", "name.ja", "別"),
        ("guests", "title.ja", "別"),
        ("guests", "layout", "stacked"),
        ("guests", "furigana", "none"),
        ("guests", "audience", "host"),
        ("o1", "value", "10001"),
        ("per1", "given.reading", "じろう"),
        ("src:a", "title", "Other"),
        ("ser1", "points.0.estimated", True),
    ],
)
def test_anything_else_that_prints_has_another_mark(ident: str, field: str, value: object) -> None:
    assert mark(having(ident, field, value)) != mark(small())


@pytest.mark.parametrize(
    ("ident", "field", "value"),
    [
        ("p1", "text.en", "other"),
        ("p1", "text.state.ja", "approved"),
        ("p6", "text.ja", "別"),
        ("n4", "text.ja", "別"),
        ("src:uncited", "title", "Other"),
        ("g1", "note", {"hi": "x", "en": "x", "ja": "x"}),
        ("visit", "original", "ja"),
        ("visit", "words", ["x"]),
        ("hosts", "title.ja", "別"),
    ],
)
def test_what_does_not_print_changes_no_mark(ident: str, field: str, value: object) -> None:
    assert mark(having(ident, field, value)) == mark(small())


def test_a_chart_counts_by_what_it_shows() -> None:
    shown = sample().get(Pack, "guests")
    assert shown
    chart = next(one for one in sample().of(Chart) if one.section in shown.sections and one.rows)
    shown = structs.replace(shown, sections=(chart.section,))
    before = mark(sample(), shown)
    for field, value in (("by_language", not chart.by_language), ("title.ja", "別")):
        assert (
            mark(edit.apply(sample(), edit.set_field(sample(), chart.id, field, value)), shown)
            != before
        )
    assert mark(sample(), shown, created=7) == before, "when it is made is no content"


def test_an_invented_person_who_is_not_listed_is_told_on_the_cover() -> None:
    people = {one.id: structs.replace(one, specimen=False) for one in small().of(Person)}
    items = {one.id: structs.replace(one, specimen=False) for one in small().of(Item)}
    shown = pack(sections=("sec:prose",))
    assert mark(small(changed={**people, **items}), shown) != mark(small(), shown)


CODE = (
    "from tests.packs.test_marks import mark; from tests.packs.conftest import small, sample; "
    "print(mark(small()), mark(sample()))"
)


def test_it_is_the_same_in_every_process() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", CODE],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_equal_visits_give_equal_bytes() -> None:
    assert render(small(), pack()).pdf == render(small(), pack()).pdf
