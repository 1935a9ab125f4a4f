"""Tables of texts on paper: whatever is in them, nothing is cut, nothing is parted, nothing covers
anything else.
"""

from decimal import Decimal
from typing import Literal

import page as page_validation
import pymupdf
import pytest
from msgspec import structs

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.language.numbers import decimal
from lohum_brief.service.screen import Memory
from lohum_brief.typeset.compose import Composed
from lohum_brief.visit.records import Layout, Pack, Paragraph, Particulars, Section, Table
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import LAYOUTS, pack
from tests.packs.rendering import render
from tests.typeset.boxes import LISTENED, Listener, faults, pages

LANGUAGES: tuple[tuple[Lang, ...], ...] = (("hi",), ("ja",), ("hi", "en"), ("ja", "en", "hi"))
PACK = Pack(id="p", audience="public", title=Text(hi="पैक", en="Pack", ja="資料"), sections=("s",))


def numbers(count: int) -> tuple[tuple[Text | str, ...], ...]:
    """Two rows with that many columns: names, then numbers of up to twelve characters."""
    return (
        (
            Text(hi="ऑस्ट्रेलिया", en="Australia", ja="オーストラリア"),
            *(f"{1_234_567 * i:,}" for i in range(1, count)),
        ),
        (
            Text(hi="चीन", en="China", ja="中国"),
            *(f"{234_567.89 * i:,.2f}" for i in range(1, count)),
        ),
    )


def table(count: int, rows: tuple[tuple[Text | str, ...], ...] | None = None) -> Visit:
    right: Literal["left", "right"] = "right"
    years = (Text(hi=f"{year}", en=f"{year}", ja=f"{year}年") for year in range(2014, 2013 + count))
    return Visit(
        [
            Particulars(id="visit", audience="public", title=Text(hi="यात्रा", en="Visit", ja="訪問")),
            Section(id="s", audience="public", title=Text(hi="तालिका", en="Table", ja="表")),
            Table(
                id="t", audience="public", section="s", title=Text(hi="देश", en="Countries", ja="各国"),
                columns=(Text(hi="देश", en="Country", ja="国"), *years), align=("left", *[right] * (count - 1)),
                rows=numbers(count) if rows is None else rows,
            ),
        ]
    )  # fmt: skip


def lying(rendered: Composed) -> list[int]:
    return [number for number, page in enumerate(pages(rendered.pdf)) if page.lying]


def indian(number: str) -> str:
    """A number as a pack in Hindi alone groups it."""
    return decimal(Decimal(number.replace(",", "")), "hi")


@pytest.mark.parametrize("languages", LANGUAGES, ids="+".join)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", [9, 12, 15])
def test_the_numbers_of_a_wide_table_are_whole(
    count: int, layout: Layout, languages: tuple[Lang, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    listener = Listener()
    monkeypatch.setattr(LISTENED, listener)
    rendered = render(table(count), pack(PACK, languages=languages, layout=layout))
    lines = [line.strip() for lines in listener.lines() for line in lines]
    for _, *row in numbers(count):
        for number in row:
            assert (indian(str(number)) if languages == ("hi",) else number) in lines
    assert listener.parted() == []
    assert faults(rendered.pdf) == []


def test_what_fits_stands_as_before_and_what_does_not_is_set_smaller_then_turned() -> None:
    chosen = pack(PACK, languages=("hi", "en"))
    assert lying(render(table(7), chosen)) == lying(render(table(10), chosen)) == []
    turned = render(table(12), chosen)
    assert lying(turned) == sorted(turned.turned) == [2]
    with pymupdf.open(stream=turned.pdf) as document:
        assert "12,345,670" in document[2].get_text()
        assert "Countries" in document[2].get_text()  # its title goes with it


def test_pages_after_a_turned_one_stand_again() -> None:
    visit = table(12)
    more = Section(id="s2", audience="public", title=Text(hi="और", en="More", ja="他"))
    said = Paragraph(
        id="p", audience="public", section="s2", text=Text(hi="पाठ", en="Text", ja="本文")
    )
    rendered = render(
        Visit([*visit, more, said]), pack(PACK, languages=("hi", "en"), sections=("s", "s2"))
    )
    assert lying(rendered) == [2]
    assert rendered.pages == 4


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_no_page_holds_is_refused_by_its_place(layout: Layout) -> None:
    with pytest.raises(BriefError, match=r"t\.rows\.1\.\d+: the table is too wide") as caught:
        render(table(30), pack(PACK, languages=("hi", "en"), layout=layout))
    ((record, field),) = caught.value.places
    assert record == "t"
    assert field.startswith("rows.1.")


def test_one_long_word_widens_its_column() -> None:
    word = "Elektrizitätsversorgungsgesellschaft"
    rows = ((word, *("12 345 words that may be parted" for _ in range(6))),)
    rendered = render(table(7, rows), pack(PACK, languages=("en",)))
    with pymupdf.open(stream=rendered.pdf) as document:
        assert any(word in page.get_text() for page in document)
    assert faults(rendered.pdf) == []


def test_an_endless_word_is_parted_and_a_number_in_it_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listener = Listener()
    monkeypatch.setattr(LISTENED, listener)
    rendered = render(
        table(3, (("x" * 200 + "12,345,678.90" + "y" * 200, "1", "2"),)),
        pack(PACK, languages=("en",)),
    )
    assert any("12,345,678.90" in line for lines in listener.lines() for line in lines)
    assert faults(rendered.pdf) == []
    assert lying(rendered) == []


def test_a_number_wider_than_a_page_is_refused() -> None:
    with pytest.raises(BriefError, match=r"t\.rows\.0\.1"):
        render(table(2, (("a", "1" * 400),)), pack(PACK, languages=("en",)))


@pytest.mark.parametrize("visit", [table(3, ()), table(12)], ids=["without rows", "turned"])
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_such_tables_are_pdf_ua_and_pdf_a(visit: Visit, profile: str) -> None:
    rendered = render(visit, pack(PACK, languages=("hi", "en")))
    assert "Country" in "".join(box.text for page in pages(rendered.pdf) for box in page.letters)
    report = page_validation.validate_pdf_bytes(rendered.pdf, profile=profile)
    assert report.is_compliant, [
        (failure.rule_id, failure.message) for failure in report.failures[:5]
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_live_pages_lie_as_printed_ones_do(layout: Layout) -> None:
    chosen, memory = pack(PACK, languages=("hi", "en"), layout=layout), Memory()
    printed = render(table(12), chosen)
    for _ in range(2):
        shown = render(table(12), chosen, memory=memory)
        assert shown.turned == printed.turned
        assert lying(shown) == lying(printed)
    assert lying(render(table(7), chosen, memory=memory)) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_row_says_on_its_next_page_what_it_is_about(layout: Layout) -> None:
    long = Text(
        hi="लंबी बात। " * 500,
        en="A long matter. " * 500,
        ja="長い話。" * 500,
    )
    name = Text(hi="चिली", en="Chile", ja="チリ")
    visit = table(2, ((Text(hi="चीन", en="China", ja="中国"), "1"), (name, long)))
    record = visit.get(Table, "t")
    assert record is not None
    visit = Visit([*(r for r in visit if r.id != "t"), structs.replace(record, align=())])
    made = render(visit, pack(PACK, languages=("hi", "en"), layout=layout))
    texts = [page.get_text() for page in pymupdf.open(stream=made.pdf)]
    told = [text for text in texts if "A long matter" in text]
    assert len(told) > 1
    assert all("Chile" in text for text in told)
    assert not any("China" in text for text in told[1:])


@pytest.mark.parametrize(
    ("languages", "prints"),
    [
        (("hi",), ["3,70,00,000", "8 जुलाई 2025", "10:30–11:00"]),
        (("ja",), ["37,000,000", "2025年7月8日", "10:30～11:00"]),
        (("hi", "en"), ["37,000,000", "2025-07-08", "10:30–11:00"]),
    ],
)
def test_cells_typed_once_are_in_the_language_of_a_pack_of_one(
    languages: tuple[Lang, ...], prints: list[str]
) -> None:
    visit = table(3, rows=(("37,000,000", "2025-07-08", "10:30–11:00"),))
    with pymupdf.open(stream=render(visit, pack(PACK, languages=languages)).pdf) as document:
        said = " ".join(page.get_text() for page in document).replace("\u00a0", " ")
    assert [one for one in prints if one not in said] == []
