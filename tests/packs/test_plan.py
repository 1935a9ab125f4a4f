"""What a pack says, before it is set: sections, sources, glossary, notes of specimens."""

import io
import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Literal
from unicodedata import normalize

import pikepdf
import pymupdf
import pytest
from msgspec import structs

from lohum_brief.document.blocks import Block, Heading, Table
from lohum_brief.document.document import Document
from lohum_brief.language.catalogue import words
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.packs.admit import admit
from lohum_brief.packs.brief import Brief
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import (
    Chart,
    Item,
    Layout,
    Metric,
    Mineral,
    Observation,
    Pack,
    Paragraph,
    Particulars,
    Person,
    Point,
    Section,
    Series,
    Source,
    Term,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import LAYOUTS, ORDERS, pack, sample, small, text
from tests.packs.extraction import bare, mupdf, paras_of
from tests.packs.planning import plan
from tests.packs.rendering import render


def planned(visit: Visit, record: Pack) -> Document:
    return plan(admit(visit, record.audience), record)


def sections(document: Document) -> dict[str, list[Block]]:
    """The blocks below each heading of level 1, by its record."""
    out: dict[str, list[Block]] = {}
    current: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            current = out.setdefault(block.record, [])
        else:
            current.append(block)
    return out


def text_of(blocks: list[Block], lang: Lang) -> str:
    return "\n".join(
        span.text
        for block in blocks
        for para in paras_of(block)
        for span in para.spans
        if span.lang == lang and not span.mark
    )


# Sections
# -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("languages", ORDERS, ids="-".join)
def test_section_numbers_are_equal_in_all_languages(languages: tuple[Lang, ...]) -> None:
    headings = [
        block
        for block in planned(small(), pack(languages=languages)).blocks
        if isinstance(block, Heading)
    ]
    first = [block for block in headings if block.level == 1]
    # In one language there is nothing for a glossary to tell, and no bare heading.
    idents = [ident for ident in pack().sections if len(languages) > 1 or ident != "sec:glossary"]
    assert [(block.number, block.record) for block in first] == [
        (str(number), ident) for number, ident in enumerate(idents, 1)
    ]
    assert all([para.lang for para in block.paras] == list(languages) for block in first)


def test_a_section_that_is_not_there_takes_no_number() -> None:
    document = planned(small(), pack(sections=("sec:prose", "sec:gone", "sec:sources")))
    assert [
        block.number for block in document.blocks if isinstance(block, Heading) and block.level == 1
    ] == ["1", "2"]


# Sources
# ------------------------------------------------------------------------------------------------------------


def marks(document: Document, lang: Lang) -> list[int]:
    """Source numbers in the order in which a reader of one language meets them."""
    return [
        number
        for block in document.blocks
        for para in paras_of(block)
        if para.lang in {lang, ""}
        for span in para.spans
        if span.mark and span.lang == lang
        for number in named(span.text)
    ]


def named(mark: str) -> Iterator[int]:
    """The numbers that a mark such as `3–5, 8` names."""
    for first, last in re.findall(r"(\d+)(?:[–～](\d+))?", mark):
        yield from range(int(first), int(last or first) + 1)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_sources_are_numbered_once_in_the_order_of_citation(layout: Layout) -> None:
    document = planned(small(), pack(layout=layout))
    (listed,) = [block for block in sections(document)["sec:sources"] if hasattr(block, "rows")]
    numbers = [row.cells[0][0].text for row in listed.rows]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    records = [row.record for row in listed.rows]
    # p1 cites b, then a; statements c; minerals d; the background note e; nobody cites `uncited`,
    # guests never see `host`
    assert records == ["src:b", "src:a", "src:c", "src:d", "src:e"]
    assert set(marks(document, "hi")) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("languages", "dash"),
    [(("hi",), "–"), (("en",), "–"), (("ja",), "～"), (("hi", "ja"), "–"), (("ja", "en"), "–")],
)
def test_sources_in_a_row_are_a_range(languages: tuple[Lang, ...], dash: str) -> None:
    """One language has its own sign, several have that of what is printed once for all."""
    names = [f"src:{number}" for number in range(1, 10)]
    visit = small(*(Source(id=name, title=name, audience="public") for name in names))
    brief = Brief(visit, pack(languages=languages), FontRuler())
    brief.cite(names)
    for cited, said in (
        ("8 3 5 4", "3-5, 8"), ("1 2", "1, 2"), ("1 2 3 5 6 7 7 9", "1-3, 5-7, 9"), ("4", "4"),
        ("", ""),
    ):  # fmt: skip
        assert brief.cite([f"src:{one}" for one in cited.split()]) == said.replace("-", dash)
    assert brief.cite(["src:1", "src:nobody", "src:2", "src:3"]) == f"1{dash}3"


@pytest.mark.parametrize("ident", ["guests", "hosts", "principal"])
def test_the_samples_sources_are_those_that_are_cited(ident: str) -> None:
    record = sample().get(Pack, ident)
    assert record is not None
    document = planned(sample(), record)
    (listed,) = [block for block in sections(document)["sec:sources"] if hasattr(block, "rows")]
    found = [row.record for row in listed.rows]
    assert len(found) == len(set(found)) > 10
    assert all(sample().get(Source, each) for each in found)
    for lang in record.languages:
        met = marks(document, lang)
        assert set(met) <= set(range(1, len(found) + 1))
    everywhere = {number for lang in record.languages for number in marks(document, lang)}
    labelled = {
        number
        for lang in record.languages
        for found_ in re.findall(
            rf"{words(lang)('Source')}\u00a0([\d, –～]+)", text_of([*document.blocks], lang)
        )
        for number in named(found_)
    }
    assert everywhere | labelled == set(range(1, len(found) + 1))


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://example.org/a(b)?q=ई", True),
        ("javascript:alert(1)", False),
        ("https://who:pw@example.org/", False),
        ("https://ministry.example@evil.example", False),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str, leads: bool) -> None:
    source = small().get(Source, "src:a")
    assert source is not None
    done = render(small(changed={"src:a": structs.replace(source, address=address)}), pack())
    with pymupdf.open(stream=done.pdf) as pdf:
        uris = [
            link["uri"]
            for page in pdf
            for link in page.get_links()
            if link["kind"] == pymupdf.LINK_URI
        ]
    assert uris == (["https://example.org/a%28b%29?q=%E0%A4%88"] if leads else [])


def test_marks_lead_nowhere_where_the_sources_are_not_printed() -> None:
    done = render(small(), pack(sections=("sec:prose",)))
    with pymupdf.open(stream=done.pdf) as pdf:
        assert sum(len(page.get_links()) for page in pdf) == 1  # the entry of the contents


# Glossary
# -----------------------------------------------------------------------------------------------------------


def test_the_glossary_lists_only_terms_that_are_used() -> None:
    rows = [
        row
        for block in sections(planned(small(), pack()))["sec:glossary"]
        for row in getattr(block, "rows", ())
    ]
    assert [row.record for row in rows] == ["term:used"]
    record = Paragraph(
        id="p1", audience="public", section="sec:prose", text=Text(hi="कुछ", en="some", ja="何か")
    )
    without = small(changed={"p1": record})
    assert "sec:glossary" not in sections(planned(without, pack()))
    said = mupdf(render(without, pack()).pdf)
    assert "लिथियम" not in "".join(said)
    assert "यूरेनियम" not in "".join(said)


def test_a_term_used_in_one_of_the_packs_languages_is_listed() -> None:
    def listed(languages: tuple[Lang, ...]) -> bool:
        record = Paragraph(
            id="p1",
            audience="public",
            section="sec:prose",
            text=Text(hi="कुछ", en="Uranium.", ja="何か"),
        )
        document = planned(small(changed={"p1": record}), pack(languages=languages))
        return "term:unused" in {
            row.record
            for block in sections(document).get("sec:glossary", ())
            for row in getattr(block, "rows", ())
        }

    assert listed(("en", "ja"))
    assert not listed(("hi", "ja"))


@pytest.mark.parametrize("ident", ["guests", "hosts"])
def test_the_samples_glossary_is_what_its_pack_says(ident: str) -> None:
    record = sample().get(Pack, ident)
    assert record is not None
    parts = sections(planned(sample(), record))
    rows = [row for block in parts["sec:glossary"] for row in getattr(block, "rows", ())]
    assert len(rows) > 40
    rest = [block for name, blocks in parts.items() if name != "sec:glossary" for block in blocks]
    said = {lang: bare(plain(text_of(rest, lang))).casefold() for lang in record.languages}
    for row in rows:
        term = sample().get(Term, row.record)
        assert term is not None
        assert any(
            bare(plain(term.name[lang])).casefold() in said[lang] for lang in record.languages
        ), row.record


def test_a_japanese_glossary_goes_by_reading() -> None:
    record = sample().get(Pack, "delegates")
    assert record is not None
    wanted = structs.replace(
        record, languages=("ja", "en"), form="book", sections=("sec:company", "sec:glossary")
    )
    rows = [
        row
        for block in sections(planned(sample(), wanted))["sec:glossary"]
        if isinstance(block, Table)
        for row in block.rows
    ]
    readings = [
        term.reading for row in rows if (term := sample().get(Term, row.record)) is not None
    ]
    kana = [
        reading for reading in readings if all("\u3041" <= char <= "\u3096" for char in reading)
    ]
    assert len(kana) > 10
    # Voicing decides ties only, so it is taken off: が stands among か.
    plain_sounds = [
        normalize("NFD", reading).replace("\u3099", "").replace("\u309a", "") for reading in kana
    ]
    small = str.maketrans("ぁぃぅぇぉっゃゅょ", "あいうえおつやゆよ")
    assert [sound.translate(small) for sound in plain_sounds] == sorted(
        sound.translate(small) for sound in plain_sounds
    )


# Specimens
# ----------------------------------------------------------------------------------------------------------

PEOPLE = "Specimen names: all people shown are invented."


@pytest.mark.parametrize("form", ["book", "sheet"])
def test_items_begin_and_end_on_both_clocks(form: Literal["book", "sheet"]) -> None:
    def said(start: str, minutes: int, *languages: Lang) -> list[tuple[str, Lang | str]]:
        item = Item(
            id="item:1",
            audience="guest",
            title=text("Walk"),
            start=datetime.fromisoformat(start),
            minutes=minutes,
        )
        section = Section(
            id="sec:programme", audience="guest", title=text("Programme"), content="programme"
        )
        record = Pack(
            id="p", audience="guest", title=text("P"), form=form, sections=("sec:programme",)
        )
        record = structs.replace(record, languages=languages or LANGS)
        particulars = Particulars(id="visit", audience="public", title=text("Visit"))
        blocks = planned(Visit([particulars, item, section, record]), record).blocks
        (table,) = (block for block in blocks if isinstance(block, Table))
        return [
            (
                "".join(span.text for span in para.spans)
                .replace("\u2002", " ")
                .replace("\u00a0", " "),
                para.lang,
            )
            for para in table.rows[0].cells[0]
        ]

    day, night, late = (
        said("2025-07-08T10:30", 45),
        said("2025-07-08T19:30", 120),
        said("2025-07-08T23:00", 0),
    )
    assert " ".join(words for words, _ in day) == "10:30–11:15 14:00–14:45 JST"
    assert {lang for _, lang in day} == {""}
    # All rows of a pack of several languages have the one form that belongs to none.
    assert " ".join(words for words, _ in night) == "19:30–21:30 23:00–01:00 (+1) JST"
    assert " ".join(words for words, _ in late) == "23:00 02:30 (+1) JST"
    assert {lang for _, lang in (*night, *late)} == {""}
    both = said("2025-07-08T22:30", 180, "ja", "en")
    assert " ".join(words for words, _ in both) == "22:30–01:30 (+1) 02:00 (+1)–05:00 (+1) JST"
    # Without English each language has its own words.
    own = said("2025-07-08T22:30", 180, "hi", "ja")
    assert [
        " ".join(words for words, _ in own).count(one) for one in ("22:30–01:30 (+1)", "JST")
    ] == [1, 0]
    assert [words for words, lang in own if lang == "hi"][-1].endswith(
        "02:00–05:00 जापानी समय, 9 जुलाई"
    )
    assert [words for words, lang in own if lang == "ja"] == ["日本時間翌日02:00～05:00"]
    # In one language it does not read as if both were on the later day.
    alone = said("2025-07-08T22:30", 180, "en")
    assert " ".join(words for words, _ in alone) == "22:30 – 9 July, 01:30 02:00–05:00 JST, 9 July"


PROGRAMME = "Specimen programme: all times and rooms are invented."


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pages_with_specimens_say_so_and_others_do_not(layout: Layout) -> None:
    languages: tuple[Lang, ...] = ("hi", "ja")
    done = render(small(), pack(layout=layout, languages=languages))
    pages = [bare(page) for page in mupdf(done.pdf)][1:]  # the cover has a line of its own
    for content, note in (("10:00–10:30", PROGRAMME), ("मिहोन", PEOPLE), ("太郎", PEOPLE)):
        showing = [page for page in pages if content in page]
        assert showing
        for page in showing:
            notes = [bare(words(lang)(note)) in page for lang in languages]
            assert (
                any(notes) if layout == "facing" else all(notes)
            )  # facing pages speak one language each
    for lang in languages:
        assert not all(bare(words(lang)(PEOPLE)) in page for page in pages)


def test_the_samples_specimen_pages_say_so() -> None:
    for ident, note in (("delegates", PEOPLE), ("programme", PROGRAMME)):
        record = sample().get(Pack, ident)
        assert record is not None
        done = render(sample(), record)
        with_content = [
            place.page for place in done.places if place.record.startswith(("person:", "item:"))
        ]
        pages = [bare(page) for page in mupdf(done.pdf)]
        assert with_content
        for number in set(with_content):
            for lang in record.languages:
                assert bare(words(lang)(note)) in pages[number], (ident, number)


# What is said once, and what stays together
# ---------------------------------------------------------------------------


@pytest.mark.parametrize("languages", [("hi", "en"), ("hi", "ja"), ("en", "ja")], ids="-".join)
def test_few_of_the_samples_minerals_are_parted_and_only_to_fill_a_page(
    languages: tuple[Lang, ...],
) -> None:
    record = sample().get(Pack, "guests")
    assert record is not None
    places = render(sample(), pack(record, languages=languages)).places
    places = places[
        [place.record for place in places].index("sec:minerals") :
    ]  # before it is an overview
    parts = {series.id: series.mineral for series in sample().of(Series)}
    charts = {chart.id: chart.mineral for chart in sample().of(Chart)}
    pages: dict[str, set[int]] = {mineral.id: set() for mineral in sample().of(Mineral)}
    for place in places:
        if (
            mineral := parts.get(place.record) or charts.get(place.record) or place.record
        ) in pages:
            pages[mineral].add(place.page)
    assert len(pages) > 6
    assert all(len(on) <= 2 for on in pages.values()), pages
    assert sum(len(on) == 1 for on in pages.values()) * 2 > len(pages), pages


def test_the_tables_of_a_mineral_explain_a_mark_once() -> None:
    more = Series(
        id="ser2", audience="public", mineral="min1", measure="price", note=text("rounded"),
        points=tuple(Point(place="world", period=year, value=Decimal(9), estimated=True) for year in ("2023", "2024")),
    )  # fmt: skip
    first = small().get(Series, "ser1")
    assert first is not None
    visit = small(more, changed={"ser1": structs.replace(first, note=text("rounded"))})
    said = text_of(sections(planned(visit, pack()))["sec:minerals"], "hi")
    assert said.count(words("hi")("estimated")) == 1
    assert said.count("rounded") == 1


def test_a_key_figure_says_what_is_counted_once() -> None:
    metric = small().get(Metric, "m1")
    assert metric is not None
    for unit, name, said in (
        ("facilities", "Number of facilities", False),
        ("t/year", "Capacity", True),
    ):
        named = structs.replace(metric, unit=unit, name=Text(hi="संख्या", en=name, ja="数"))
        (figures, *_) = [
            block
            for block in sections(planned(small(changed={"m1": named}), pack(languages=LANGS)))[
                "sec:metrics"
            ]
            if isinstance(block, Table)
        ]
        labels = [para.text for para in figures.rows[0].cells[0] if para.lang][-3:]
        assert [("(" in label or "（" in label) for label in labels] == [said] * 3


def test_readings_of_one_metric_say_its_name_again_on_a_new_page() -> None:
    readings = [
        Observation(
            id=f"more{i}",
            audience="public",
            metric="m1",
            value=Decimal(i),
            as_of="2024",
            note=text("note"),
        )
        for i in range(40)
    ]
    done = render(small(*readings), pack(languages=("en",)))
    pages = [bare(page) for page in mupdf(done.pdf)]
    showing = sorted({place.page for place in done.places if place.record.startswith("more")})
    assert len(showing) > 1
    assert all("capacityEnglish" in pages[number] for number in showing)


def test_the_day_of_a_sheet_is_not_parted() -> None:
    for languages in (("hi", "ja"), ("en", "ja"), ("hi", "en", "ja")):
        record = sample().get(Pack, "delegates")
        assert record is not None
        (first, *_) = mupdf(render(sample(), pack(record, languages=languages)).pdf)
        lines = [bare(line) for line in first.splitlines()]
        assert "2025年7月8日（火）" in lines


# Running head and foot
# ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("languages", [("en",), ("hi", "ja"), ("ja", "en", "hi")], ids="-".join)
def test_every_page_but_the_cover_counts_itself(
    languages: tuple[Lang, ...], layout: Layout
) -> None:
    done = render(small(), pack(languages=languages, layout=layout))
    pages = mupdf(done.pdf)
    for number, page in enumerate(pages[1:], 2):
        lines = [line.strip() for line in page.splitlines()]
        assert f"{number} / {done.pages}" in lines, (number, lines[-6:])
        assert any("Visit" in line for line in lines)
        assert any("Briefing" in line for line in lines)
        assert any(words(lang)("For guests") in page for lang in languages)


def test_a_sheet_has_neither_cover_nor_contents() -> None:
    record = small().get(Pack, "card")
    assert record is not None
    (page,) = mupdf(render(small(), pack(record, languages=LANGS)).pdf)
    assert words("en")("Contents") not in page
    assert "Card English" in page


CARD_LAYOUTS: tuple[Layout, ...] = ("parallel", "stacked")  # facing takes a spread by its nature


@pytest.mark.parametrize("layout", CARD_LAYOUTS)
@pytest.mark.parametrize("languages", ORDERS, ids="-".join)
def test_the_samples_programme_card_is_one_page(
    languages: tuple[Lang, ...], layout: Layout
) -> None:
    record = sample().get(Pack, "programme")
    assert record is not None
    assert render(sample(), pack(record, languages=languages, layout=layout)).pages == 1


def test_a_card_with_room_has_larger_type_than_one_without() -> None:
    record = sample().get(Pack, "programme")
    assert record is not None
    sizes = {}
    for languages in (("hi", "en"), ("hi", "en", "ja")):
        with pymupdf.open(stream=render(sample(), pack(record, languages=languages)).pdf) as pdf:
            (size,) = {
                round(span["size"], 1)
                for block in pdf[0].get_text("dict")["blocks"]
                for line in block["lines"]
                for span in line["spans"]
                if span["text"].startswith("Press statement")
            }
            sizes[len(languages)] = size
    assert sizes[2] > 1.2 * sizes[3]


@pytest.mark.parametrize("languages", [("en",), ("ja", "en", "hi")])
def test_the_metadata_list_all_languages_of_the_pack(languages: tuple[Lang, ...]) -> None:
    with pikepdf.open(io.BytesIO(render(small(), pack(languages=languages)).pdf)) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["dc:language"] == {*languages}
        assert str(pdf.Root.Lang) == languages[0]


def test_the_pages_of_a_sheet_face_each_other() -> None:
    record = pack(
        languages=("ja", "en"), layout="facing", form="sheet", sections=("sec:people", "sec:prose")
    )
    done = render(small(), record)
    front, left, right, *_ = mupdf(done.pdf)
    assert "Briefing English" in front
    assert "Briefing 日本語" in front
    assert "people 日本語" in left
    assert "people English" in right
    assert layout_of(done.pdf) == "/TwoPageRight"


def layout_of(pdf: bytes) -> str:
    """How a reader of the file lays its pages out at first."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return str(opened.Root.get("/PageLayout", ""))


def test_a_card_in_two_languages_is_one_leaf() -> None:
    record = small().get(Pack, "card")
    assert record
    done = render(small(), pack(record, languages=("ja", "en"), layout="facing"))
    front, back = mupdf(done.pdf)
    assert "Card 日本語" in front
    assert "Card English" in back
    assert layout_of(done.pdf) == "/TwoPageLeft"  # so that they face each other on a screen
    assert layout_of(render(small(), record).pdf) == ""


def test_members_of_the_delegation_are_numbered_as_they_are_counted() -> None:
    """Who interprets or helps comes with the delegation, and is no member of it."""
    [guest, host] = small().of(Person)
    more = [
        structs.replace(guest, id=f"x{i}", duty=duty)
        for i, duty in enumerate(("interpreter", "member", "staff"))
    ]
    told = Paragraph(
        id="told", audience="public", section="sec:people", text=Text(en="{count:delegates}")
    )
    visit = small(*more, told)
    document = plan(admit(visit, "guest"), pack(languages=("en",), sections=("sec:people",)))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [[row.record for row in table.rows] for table in tables] == [
        [guest.id, "x1"],
        ["x0", "x2"],
        [host.id],
    ]
    heads = [
        block.paras[0].text
        for block in document.blocks
        if isinstance(block, Heading) and block.level == 2
    ]
    assert heads == [
        "Members of the delegation",
        "Interpreters and staff of the delegation",
        "Hosts and interpreters",
    ]
    assert "2\u00a0members" in " ".join(
        para.text for block in document.blocks for para in paras_of(block)
    )
