"""Texts name the pages on which something prints: as many times set as that takes."""

from typing import Any

import pytest
from msgspec import structs

from lohum_brief.checks.page_references import findings
from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.message import english
from lohum_brief.release.drafts import mark
from lohum_brief.service.screen import Memory
from lohum_brief.visit.records import Pack, Paragraph
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, sample, small
from tests.packs.extraction import bare, mupdf
from tests.packs.rendering import render

SAID: dict[Lang, str] = {"hi": "पृष्ठ {} देखें", "en": "see page {}", "ja": "{}ページ参照"}


def naming(target: str, *, form: str = "", **more: Any) -> Visit:
    """The small visit with a text that names the page of a record."""
    token = f"{{page:{target}{form and '|form=' + form}}}"
    text = Text(hi=f"क {token}", en=f"a {token}", ja=f"あ{token}")
    own = Paragraph(id="naming", audience="public", section="sec:prose", text=text)
    return small(own, **more)


def texts(visit: Visit, **changes: Any) -> tuple[list[str], dict[str, int]]:
    done = render(visit, pack(**changes))
    return [bare(page) for page in mupdf(done.pdf)], done.first_pages


@pytest.mark.parametrize("languages", [("en",), ("hi", "ja"), ("ja", "en", "hi")], ids="-".join)
@pytest.mark.parametrize("layout", ["parallel", "stacked"])
def test_a_text_names_the_page_on_which_a_section_begins(
    languages: tuple[Lang, ...], layout: str
) -> None:
    pages, first = texts(naming("sec:people"), languages=languages, layout=layout)
    for lang in languages:
        assert bare(SAID[lang].format(first["sec:people"])) in pages[first["naming"] - 1]


def test_on_facing_pages_each_language_names_its_own() -> None:
    pages, first = texts(naming("sec:people"), languages=("hi", "en"), layout="facing")
    at = first["naming"] - 1
    assert bare(SAID["hi"].format(first["sec:people"])) in pages[at]
    assert bare(SAID["en"].format(first["sec:people"] + 1)) in pages[at + 1]


@pytest.mark.parametrize(("form", "said"), [("arrow", "→ {}"), ("number", "a {}")])
def test_an_arrow_or_the_number_alone(form: str, said: str) -> None:
    pages, first = texts(naming("min1", form=form), languages=("en",))
    assert bare(said.format(first["min1"])) in pages[first["naming"] - 1]


def test_the_page_of_a_metric_is_that_of_its_readings() -> None:
    metric = next(one for one in small() if type(one).__name__ == "Metric")
    pages, first = texts(naming(metric.id), languages=("en",))
    own = [one.id for one in small() if getattr(one, "metric", "") == metric.id]
    page = min(first[one] for one in own if one in first)
    assert bare(f"see page {page}") in pages[first["naming"] - 1]


def test_what_a_pack_does_not_print_has_no_page() -> None:
    visit = naming("sec:people")
    sections = tuple(one for one in pack().sections if one != "sec:people")
    with pytest.raises(BriefError, match="does not print that") as caught:
        render(visit, pack(sections=sections))
    ((record, field),) = caught.value.places
    assert (record, field.split(".")[0]) == ("naming", "text")


def test_the_check_finds_it_before_and_names_the_packs() -> None:
    visit = naming("sec:people")
    assert [*findings(visit)] == []
    shown = visit.get(Pack, "guests")
    assert shown is not None
    sections = tuple(one for one in shown.sections if one != "sec:people")
    changed = Visit(
        structs.replace(one, sections=sections) if one.id == "guests" else one for one in visit
    )
    found = [*findings(changed)]
    assert {(one.record, one.field, one.severity) for one in found} == {
        ("naming", f"text.{lang}", "error") for lang in SAID
    }
    assert all(shown.title["en"] in english(one.message) for one in found)


def test_the_mark_of_a_draft_does_not_hang_on_its_pages() -> None:
    visit = naming("sec:people")
    done = render(visit, pack(languages=("en",)))
    assert mark(visit, pack(languages=("en",)), {}) == done.mark
    assert any(done.mark in page for page in mupdf(done.pdf))


def test_live_pages_name_the_same_pages_and_are_set_once_when_these_stay() -> None:
    memory = Memory()
    visit = naming("sec:people")
    for _ in range(2):
        live, fresh = render(visit, pack(), memory=memory), render(visit, pack())
        assert live.first_pages == fresh.first_pages
        assert [bare(page) for page in mupdf(live.pdf)] == [bare(page) for page in mupdf(fresh.pdf)]


def test_the_sample_names_its_annex() -> None:
    guests = sample().get(Pack, "guests")
    assert guests is not None
    done = render(sample(), structs.replace(guests, languages=("en",)))
    page = done.first_pages["sec:reported"]
    assert bare(f"(see page {page})") in bare(
        mupdf(done.pdf)[done.first_pages["par:purpose-4"] - 1]
    )
