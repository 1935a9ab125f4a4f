"""What an edition says of itself, and what it may not print."""

from typing import Any

import pymupdf
import pytest
from msgspec import structs

from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say
from lohum_brief.language.phrases import missing
from lohum_brief.packs.issue import Issue, UnfinishedError
from lohum_brief.visit.records import Layout, Particulars, Section
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import LAYOUTS, pack, small
from tests.packs.rendering import render

ISSUE = Issue(2, 1_753_375_200)  # 24 July 2025, 22:10 in India
SAID: dict[Lang, tuple[str, str]] = {
    "hi": ("संस्करण 2 · 24 जुलाई 2025, 22:10", "मसौदा"),
    "en": ("Edition 2 · 24 July 2025, 22:10", "Draft"),
    "ja": ("第2版／2025年7月24日 22:10", "未定稿"),
}


def pages(visit: Visit, issue: Issue | None, **changes: Any) -> list[str]:
    found = render(visit, structs.replace(pack(), **changes), issue=issue)
    with pymupdf.open(stream=found.pdf) as document:
        return ["".join(page.get_text().split()) for page in document]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "languages", [("hi", "ja"), ("en", "ja"), ("ja", "en", "hi")], ids="-".join
)
def test_each_page_says_which_edition_in_each_of_its_languages(
    languages: tuple[Lang, ...], layout: Layout
) -> None:
    for number, page in enumerate(pages(small(), ISSUE, languages=languages, layout=layout)):
        said = [lang for lang in languages if "".join(SAID[lang][0].split()) in page]
        assert said if layout == "facing" and number else said == list(languages)
        assert not any(SAID[lang][1] in page for lang in languages)


def test_a_draft_says_that_it_is_one() -> None:
    for page in pages(small(), None, languages=("hi", "en", "ja")):
        assert "Edition" not in page
        assert all(draft in page for _edition, draft in SAID.values())


def test_the_packs_digits_and_the_clocks_of_the_place_are_used() -> None:
    visit = Visit(
        structs.replace(record, place_zone="Asia/Tokyo")
        if isinstance(record, Particulars)
        else record
        for record in small()
    )
    found = pages(visit, Issue(10, 1_753_375_200), languages=("hi",), devanagari_digits=True)
    assert all("संस्करण१०·२५जुलाई२०२५,०१:४०" in page for page in found)


def test_equal_visit_number_and_time_give_equal_bytes() -> None:
    one, other, later = (
        render(small(), pack(), issue=issue).pdf for issue in (ISSUE, ISSUE, Issue(3, ISSUE.time))
    )
    assert one == other
    assert one != later


def test_a_missing_text_prints_in_a_draft_and_keeps_an_edition_back() -> None:
    ident = pack().sections[0]
    visit = Visit(
        structs.replace(record, title=Text(hi="लक्ष्य", en="Aims"))
        if isinstance(record, Section) and record.id == ident
        else record
        for record in small()
    )
    mark = missing("ja")
    assert any(mark in page for page in pages(visit, None, languages=("ja",)))
    with pytest.raises(UnfinishedError, match="cannot be issued: a text is missing in: Aims"):
        pages(visit, ISSUE, languages=("en", "ja"))
    assert pages(visit, ISSUE, languages=("en",))


def test_a_section_that_prints_nothing_keeps_an_edition_back() -> None:
    visit = Visit(record for record in small() if record.id not in ("n1", "n5"))
    with pytest.raises(UnfinishedError, match="the section “notes English” prints nothing"):
        pages(visit, ISSUE, sections=("sec:prose", "sec:notes"))
    assert pages(visit, None, sections=("sec:prose", "sec:notes"))


def without_japanese(count: int) -> Visit:
    """The small visit of which that many sections have no Japanese title."""
    idents = [ident for ident in pack().sections if ident != "sec:sources"][:count]
    return Visit(
        structs.replace(record, title=Text(hi="लक्ष्य", en=f"Aims {idents.index(record.id)}"))
        if isinstance(record, Section) and record.id in idents
        else record
        for record in small()
    )


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (1, "Aims 0"),
        (3, "Aims 0, Aims 1, Aims 2"),
        (4, "Aims 0, Aims 1, Aims 2, 1 more"),
        (5, "Aims 0, Aims 1, Aims 2, 2 more"),
    ],
)
def test_three_records_that_lack_a_text_are_named_and_the_others_counted(
    count: int, named: str
) -> None:
    with pytest.raises(UnfinishedError) as caught:
        pages(without_japanese(count), ISSUE, languages=("en", "ja"))
    assert say(caught.value.message) == (
        f"“Briefing English” cannot be issued: a text is missing in: {named}."
    )
