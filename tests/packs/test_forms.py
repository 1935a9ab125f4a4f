"""What is printed once for all languages, what is left out, and what a page says again."""

import re
from decimal import Decimal
from typing import Any

import pymupdf
import pytest
from msgspec import structs

from lohum_brief.checks import licences
from lohum_brief.document.blocks import Flow, Heading, Row, Table, paras_of
from lohum_brief.document.document import Document
from lohum_brief.language.catalogue import words
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.phrases import missing
from lohum_brief.packs.admit import admit
from lohum_brief.visit.records import (
    Item,
    Metric,
    Observation,
    Organisation,
    Pack,
    Paragraph,
    Person,
    Point,
    Series,
    Source,
)
from lohum_brief.visit.text import EMPTY, Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, sample, section, small, text
from tests.packs.extraction import bare, mupdf
from tests.packs.planning import plan
from tests.packs.rendering import render


def planned(visit: Visit, of: Pack) -> Document:
    return plan(admit(visit, of.audience), of)


def of_sample(ident: str, languages: tuple[Lang, ...], **changes: Any) -> Document:
    record = sample().get(Pack, ident)
    assert record is not None
    return planned(sample(), pack(record, languages=languages, **changes))


def rows(document: Document, record: str) -> list[Row]:
    return [
        row
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        if row.record == record
    ]


def said(row: Row) -> list[list[str]]:
    return [[para.text.replace("\u00a0", " ") for para in cell] for cell in row.cells]


# One form for each pack
# ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("languages", "reserves", "share"),
    [
        (("hi",), "3,70,00,000", "25%"),
        (("en",), "37,000,000", "25%"),
        (("ja",), "37,000,000", "25%"),
        (("hi", "en"), "37,000,000", "25%"),
        (("hi", "ja"), "37,000,000", "25%"),
    ],
    ids=str,
)
def test_numbers_of_minerals_take_the_form_of_the_only_language(
    languages: tuple[Lang, ...], reserves: str, share: str
) -> None:
    cells = {
        para.text
        for row in rows(of_sample("guests", languages), "series:lithium-reserves")
        for cell in row.cells
        for para in cell
    }
    assert reserves in cells
    assert share in cells


@pytest.mark.parametrize("languages", [("hi", "en"), ("ja", "hi")])
def test_each_page_of_a_spread_has_the_numbers_and_years_of_its_language(
    languages: tuple[Lang, ...],
) -> None:
    facing = of_sample("guests", languages, layout="facing")
    for lang in languages:
        alone = of_sample("guests", (lang,))
        for record in ("series:lithium-reserves", "mineral:lithium"):
            for together, single in zip(rows(facing, record), rows(alone, record), strict=False):
                for cell, own in zip(together.cells, single.cells, strict=False):
                    shown = [para.text for para in cell if para.lang in (lang, "")]
                    assert [text for text in shown if any(map(str.isdigit, text))] == [
                        para.text for para in own if any(map(str.isdigit, para.text))
                    ]


@pytest.mark.parametrize(
    ("languages", "clock"),
    [
        (("hi",), "13:30–13:45 जापानी समय"),
        (("en",), "13:30–13:45 JST"),
        (("ja",), "日本時間13:30～13:45"),
        (("hi", "en"), "13:30–13:45 JST"),
        (("ja", "en", "hi"), "13:30–13:45 JST"),
        # Without English each language has its own word.
        (("hi", "ja"), "13:30–13:45 जापानी समय"),
        (("hi", "ja"), "日本時間13:30～13:45"),
    ],
    ids=str,
)
@pytest.mark.parametrize("ident", ["guests", "programme"])
def test_the_second_clock_is_in_the_packs_language_and_unbroken(
    ident: str, languages: tuple[Lang, ...], clock: str
) -> None:
    document = of_sample(ident, languages)
    (row,) = rows(document, "item:01")
    assert clock in " ".join(said(row)[0]).replace("\u2002", " ")
    assert not any(" " in para.text for para in row.cells[0])
    table = next(
        block for block in document.blocks if isinstance(block, Table) and row in block.rows
    )
    heads = "".join(para.text for para in table.head[0])
    assert all(words(lang)("Time") in heads for lang in languages)


@pytest.mark.parametrize(
    ("languages", "factor"),
    [(("hi",), "5.7 गुना"), (("ja",), "5.7倍"), (("en",), "×5.7"), (("ja", "en"), "×5.7")],
    ids=str,
)
def test_a_multiple_is_told_as_the_language_tells_it(
    languages: tuple[Lang, ...], factor: str
) -> None:
    found = " ".join(
        para.text.replace("\u00a0", " ")
        for row in rows(of_sample("guests", languages), "mineral:lithium")
        for para in row.cells[-1]
    )
    assert factor in found


def test_dates_and_terms_of_sources_are_in_the_packs_language_and_the_stored_value_stays() -> None:
    source = Source(
        id="src:a",
        audience="public",
        title="T",
        publisher="P",
        date="2025-07-10",
        licence="terms not stated",
        address="https://example.org/a",
    )
    expected = {
        ("hi",): "P · 10 जुलाई 2025 · https://example.org/a · शर्तें नहीं बताई गईं",
        ("en",): "P · 10 July 2025 · https://example.org/a · terms not stated",
        ("ja",): "P\u30002025年7月10日\u3000https://example.org/a\u3000利用条件の記載なし",
        (
            "en",
            "ja",
        ): "P · 2025-07-10 · https://example.org/a · terms not stated / 利用条件の記載なし",
    }
    for languages, line in expected.items():
        (row,) = rows(planned(small(changed={"src:a": source}), pack(languages=languages)), "src:a")
        assert said(row)[1] == ["T", line.replace("\u00a0", " ")]
    other = structs.replace(source, licence="ask the author")
    (row,) = rows(planned(small(changed={"src:a": other}), pack(languages=("ja",))), "src:a")
    assert said(row)[1][1].endswith("ask the author")


@pytest.mark.parametrize("languages", [("hi",), ("en",), ("ja",), ("en", "ja")], ids="-".join)
def test_the_licence_of_most_sources_is_said_once_and_not_with_each(
    languages: tuple[Lang, ...],
) -> None:
    names = ("a", "b", "c", "d", "e")
    changed = {
        f"src:{name}": Source(id=f"src:{name}", audience="public", title=name, licence="CC BY 4.0")
        for name in names
    }
    blocks = planned(small(changed=changed), pack(languages=languages)).blocks
    terms = {
        "hi": "उपयोग की शर्तें, जब तक अन्यथा न लिखा हो: CC BY 4.0",
        "en": "Terms, unless stated otherwise: CC BY 4.0",
        "ja": "利用条件（特記のないもの）：CC BY 4.0",
    }
    lines = [para.text for block in blocks for para in paras_of(block) if "CC BY" in para.text]
    assert lines == [terms[lang] for lang in languages]


@pytest.mark.parametrize(
    ("stated", "lang", "said_so"),
    [
        ("Public Domain.", "hi", "सार्वजनिक डोमेन (पब्लिक डोमेन)"),
        ("public domain", "ja", "パブリックドメイン"),
        ("All rights reserved", "ja", "無断転載禁止"),
        ("all rights reserved.", "hi", "सर्वाधिकार सुरक्षित"),
        ("無断転載禁止", "en", "all rights reserved"),
        ("(c) publisher", "hi", "© प्रकाशक"),
        ("cc by-sa 4.0", "hi", "CC BY-SA 4.0"),
        ("Creative Commons Attribution 4.0 International", "ja", "CC BY 4.0"),
        ("GODL", "ja", "GODL"),
    ],
)
def test_common_terms_of_use_are_said_in_each_language(
    stated: str, lang: Lang, said_so: str
) -> None:
    source = Source(id="src:a", audience="public", title="T", licence=stated)
    visit = small(
        Pack(id="one", audience="public", title=text("One"), languages=(lang,), sections=("sec:sources",)),
        changed={"src:a": source},
    )  # fmt: skip
    (row,) = rows(planned(visit, pack(languages=(lang,))), "src:a")
    assert said(row)[1][1] == said_so
    assert not [one for one in licences.findings(visit) if one.record == "src:a"]


def test_terms_that_nobody_knows_are_told_where_a_pack_in_another_language_prints_them() -> None:
    source = Source(id="src:a", audience="public", title="T", licence="ask the author")
    alone = Pack(id="one", audience="public", title=text("One"), sections=("sec:sources",))

    def told(*langs: Lang) -> list[str]:
        made = structs.replace(alone, languages=langs)
        visit = small(made, changed={"src:a": source})
        return [one.field for one in licences.findings(visit) if one.record == "src:a"]

    assert told("ja") == told("hi") == ["licence"]
    assert told("en") == told("en", "ja") == []


def test_what_surveys_print_for_a_number_is_said_in_a_packs_only_language_and_explained_in_several() -> (
    None
):
    series = Series(
        id="ser1",
        audience="public",
        mineral="min1",
        measure="mine",
        points=(
            Point(place="AU", period="2024", value=Decimal(5), printed=">5"),
            Point(place="CL", period="2024", printed="NA"),
        ),
    )
    visit = small(changed={"ser1": series})
    alone, both = (
        planned(visit, pack(languages=languages)) for languages in (("ja",), ("ja", "en"))
    )
    assert [said(row)[1] for row in rows(alone, "ser1")] == [["5超"], ["不明"]]
    assert [said(row)[1] for row in rows(both, "ser1")] == [["5超", "more than 5"], ["NA"]]
    notes = [para.text for block in both.blocks if isinstance(block, Flow) for para in block.paras]
    assert "NA：不明" in notes
    assert "NA: not available" in notes
    assert not any(
        re.search(r"\bNA\b", para.text) for block in alone.blocks for para in paras_of(block)
    )


@pytest.mark.parametrize(
    ("printed", "forms"),
    [
        ("≥5", ["कम से कम 5", "at least 5", "5以上"]),
        (">= 5", ["कम से कम 5", "at least 5", "5以上"]),
        ("≤5", ["अधिक से अधिक 5", "at most 5", "5以下"]),
        (">5", ["5 से अधिक", "more than 5", "5超"]),
    ],
)
def test_a_survey_that_knows_only_a_limit_says_it(printed: str, forms: list[str]) -> None:
    points = (
        Point(place="AU", period="2024", value=Decimal(5), printed=printed),
        Point(place="CL", period="2024", value=Decimal(3)),
    )
    series = Series(id="ser1", audience="public", mineral="min1", measure="mine", points=points)
    for lang, form in zip(LANGS, forms, strict=True):
        document = planned(small(changed={"ser1": series}), pack(languages=(lang,)))
        assert [said(row)[1] for row in rows(document, "ser1")] == [[form], ["3"]]


def test_a_column_of_a_series_rounds_alike_and_gets_no_decimals() -> None:
    points = tuple(
        Point(place=place, period="2024", value=Decimal(value))
        for place, value in (("AU", "205"), ("CL", "255.448"), ("CN", "1.5"))
    )
    points = (structs.replace(points[0], estimated=True), *points[1:])
    series = Series(id="ser1", audience="public", mineral="min1", measure="mine", points=points)
    document = planned(small(changed={"ser1": series}), pack(languages=("en",)))
    lines = rows(document, "ser1")
    assert [said(row)[1][0] for row in lines] == ["255.4", "※ 205", "1.5"]
    # Their points stand below each other instead.
    assert [para.tail for row in lines for para in row.cells[1]] == [".4", "", ".5"]


def test_a_supply_table_rounds_neither_three_decimals_nor_a_tiny_share_away() -> None:
    points = tuple(
        Point(place=place, period="2024", value=Decimal(value))
        for place, value in (("AU", "3.125"), ("CL", "0.004"), ("world", "1000"))
    )
    series = Series(id="ser1", audience="public", mineral="min1", measure="mine", points=points)
    for languages, tiny in ((("en",), ["under 1%"]), (("ja", "hi"), ["1%未満", "1% से कम"])):
        document = planned(small(changed={"ser1": series}), pack(languages=languages))
        first, second, _ = (said(row) for row in rows(document, "ser1"))
        assert first[1:3] == [["3.125"], tiny]
        assert second[1:3] == [["0.004"], tiny]


def test_organisations_stand_in_the_needs_as_the_language_calls_them() -> None:
    sized = structs.replace(person(), organisation="org:host", diet="vegan", helmet="M")
    other = structs.replace(person(), id="per3", organisation="org:host")
    visit = small(section("needs"), other, changed={"per1": sized})
    for lang, named in (("en", "(HST)"), ("ja", "（Host 日本語）"), ("hi", "(Host हिन्दी)")):
        document = planned(visit, pack(languages=(lang,), sections=("sec:needs",), audience="host"))
        found = [para.text for block in document.blocks for para in paras_of(block)]
        assert any(named in line for line in found)
        if lang == "ja":
            assert "未確認：2名" in found


def person() -> Person:
    found = small().get(Person, "per1")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("languages", "name", "reading"),
    [
        (("ja",), "経済省", False), (("ja", "en"), "経済省", True), (("ja", "en"), "インベスト・インディア", False),
    ],
)  # fmt: skip
def test_the_reading_of_an_organisation_stands_where_it_helps(
    languages: tuple[Lang, ...], name: str, reading: bool
) -> None:
    body = Organisation(
        id="org:guest", audience="public", name=Text(hi="न", en="N", ja=name), reading="よみ"
    )
    (row,) = rows(
        planned(small(changed={"org:guest": body}), pack(languages=languages)), "org:guest"
    )
    assert ("よみ" in [line for cell in said(row) for line in cell]) is reading


@pytest.mark.parametrize("minutes", [45, 600])
@pytest.mark.parametrize("languages", [("ja", "en"), ("en", "ja", "hi")], ids=str)
def test_facing_pages_say_both_clocks_each_in_its_own_language(
    languages: tuple[Lang, ...], minutes: int
) -> None:
    """Also where the guests' clock shows another day, which was said on the first language's page
    alone.
    """
    item = small().get(Item, "i1")
    assert item is not None
    visit = small(changed={"i1": structs.replace(item, minutes=minutes)})
    document = planned(
        visit, pack(languages=languages, layout="facing", sections=("sec:programme",))
    )
    (row,) = rows(document, "i1")
    for lang in languages:
        own = " ".join(para.text for para in row.cells[0] if para.lang == lang)
        assert "10:00" in own
        assert "13:30" in own
        assert ("日本時間" in own) is (lang == "ja")
        assert ("JST" in own) is (lang == "en")


# Devanagari digits
# --------------------------------------------------------------------------------------------------


def test_a_hindi_pack_with_devanagari_digits_counts_its_pages_and_sections_in_them() -> None:
    own = pack(languages=("hi",), devanagari_digits=True)
    done, mark = render(small(), own), planned(small(), own).mark
    with pymupdf.open(stream=done.pdf) as pdf:
        pages = [page.get_text().replace(mark, "") for page in pdf]
        links = sum(len(page.get_links()) for page in pdf)
    for number, page in enumerate(pages[1:], 2):
        assert f"{number} / {done.pages}".translate(DEVANAGARI) in page
    assert not any(re.search("[0-9]", page) for page in pages)
    with pymupdf.open(stream=render(small(), pack(languages=("hi",))).pdf) as pdf:
        assert links == sum(
            len(page.get_links()) for page in pdf
        )  # the numbers of sources lead to them as before


DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")


def test_a_pack_of_several_languages_shares_the_digits_0_to_9() -> None:
    document = planned(small(), pack(languages=("hi", "ja"), devanagari_digits=True))
    assert [
        block.number for block in document.blocks if isinstance(block, Heading) and block.level == 1
    ][:2] == [
        "1",
        "2",
    ]
    assert not document.devanagari


# What is left out
# ---------------------------------------------------------------------------------------------------


def test_an_empty_section_has_no_heading_no_number_and_no_line_of_the_contents() -> None:
    visit = small(section("needs"))
    document = planned(visit, pack(sections=("sec:prose", "sec:needs", "sec:sources")))
    headings = [
        block for block in document.blocks if isinstance(block, Heading) and block.level == 1
    ]
    assert [(block.number, block.record) for block in headings] == [
        ("1", "sec:prose"),
        ("2", "sec:sources"),
    ]


def test_a_section_without_a_title_says_so_in_each_language() -> None:
    bare_section = structs.replace(section("prose"), title=EMPTY)
    visit = small(changed={"sec:prose": bare_section})
    document = planned(visit, pack(languages=LANGS, sections=("sec:prose", "sec:sources")))
    first = next(
        block for block in document.blocks if isinstance(block, Heading) and block.level == 1
    )
    assert [para.text for para in first.paras] == [missing(lang) for lang in LANGS]
    pages = mupdf(render(visit, pack(languages=LANGS, sections=("sec:prose", "sec:sources"))).pdf)
    assert bare(missing("en")) in bare(pages[1])


@pytest.mark.parametrize("languages", [("ja",), ("ja", "en")], ids=str)
def test_a_pack_of_one_language_has_no_glossary(languages: tuple[Lang, ...]) -> None:
    document = of_sample("guests", languages)
    headed = {block.record for block in document.blocks if isinstance(block, Heading)}
    assert ("sec:glossary" in headed) is (len(languages) > 1)


def test_a_glossary_says_only_what_stands_beside_the_terms_of_its_languages() -> None:
    for languages, expected in {
        ("ja", "en"): "Japanese terms carry their reading.",
        ("hi", "en"): "Hindi terms carry a transliteration.",
        (
            "hi",
            "en",
            "ja",
        ): "Japanese terms carry their reading. Hindi terms carry a transliteration.",
    }.items():
        document = of_sample("guests", languages)
        found = [
            para.text
            for block in document.blocks
            if isinstance(block, Flow)
            for para in block.paras
        ]
        assert [line for line in found if "terms carry" in line] == [expected]


# Metrics
# ------------------------------------------------------------------------------------------------------------


def metrics(
    *readings: Observation, unit: str = "%", languages: tuple[Lang, ...] = ("en",)
) -> Document:
    metric = Metric(id="m1", audience="public", name=text("share"), unit=unit, key=True)
    visit = small(*readings, without=("o1",), changed={"m1": metric})
    return planned(visit, pack(languages=languages, sections=("sec:metrics",)))


def reading(ident: str, value: str, **more: Any) -> Observation:
    return Observation(id=ident, audience="public", metric="m1", value=Decimal(value), **more)


def large(document: Document) -> list[str]:
    """The lines of the first large figure, without its name."""
    figures = next(
        block for block in document.blocks if isinstance(block, Table) and block.sort == "figures"
    )
    return [
        para.text.replace("\u00a0", " ")
        for para in figures.rows[0].cells[0]
        if "share" not in para.text
    ]


@pytest.mark.parametrize(
    ("about", "unit", "printed"),
    [
        ("more than", "%", ["90% से अधिक", "more than 90%", "90%超"]),
        ("at least", "%", ["कम से कम 90%", "at least 90%", "90%以上"]),
        ("at most", "t", ["अधिक से अधिक 90", "at most 90", "90以下"]),
        ("up to", "t", ["90 तक", "up to 90", "最大90"]),
        ("about", "t", ["लगभग 90", "about 90", "約90"]),
        ("", "%", ["90%", "90%", "90%"]),
        ("", "t", ["90", "90", "90"]),
    ],
)
def test_large_figures_say_how_exact_they_are(about: Any, unit: str, printed: list[str]) -> None:
    for lang, line in zip(LANGS, printed, strict=True):
        assert large(metrics(reading("o", "90", about=about), unit=unit, languages=(lang,))) == [
            line
        ]
    if about:
        assert (
            large(metrics(reading("o", "90", about=about), unit=unit, languages=LANGS)) == printed
        )


def test_a_large_figure_is_never_parted() -> None:
    document = metrics(
        reading("o", "123456789012345", about="more than"), unit="t", languages=LANGS
    )
    figures = next(
        block for block in document.blocks if isinstance(block, Table) and block.sort == "figures"
    )
    sizes = {
        para.spans[0].style.size for para in figures.rows[0].cells[0] if "share" not in para.text
    }
    assert sizes == {10.0}


def test_a_metric_that_goes_on_repeats_its_name_and_its_chosen_value() -> None:
    readings = [reading("o0", "90", about="more than", conflict="c", as_of="2025")]
    readings += [
        reading(f"o{i}", str(i), conflict="c", chosen=False, as_of="2024") for i in range(1, 140)
    ]
    document = metrics(*readings, languages=("en",))
    table = next(
        block for block in document.blocks if isinstance(block, Table) and block.sort == "table"
    )
    first, *rest = table.rows
    assert first.again == ()
    for row in rest:
        assert [para.text.replace("\u00a0", " ") for para in row.again] == [
            "share English",
            "Chosen value: more than 90%",
        ]
    metric = Metric(id="m1", audience="public", name=text("share"), unit="%", key=True)
    visit = small(*readings, without=("o1",), changed={"m1": metric})
    pages = [
        bare(page)
        for page in mupdf(render(visit, pack(languages=("en",), sections=("sec:metrics",))).pdf)
    ][2:]
    assert len(pages) > 2
    assert all("morethan90%" in page for page in pages)


def again(*readings: Observation) -> list[list[str]]:
    """What each row of a metric says once more where it begins a page."""
    table = next(
        block
        for block in metrics(*readings, languages=("en",)).blocks
        if isinstance(block, Table) and block.sort == "table"
    )
    return [[para.text.replace("\u00a0", " ") for para in row.again] for row in table.rows]


def test_a_metric_that_goes_on_calls_no_value_chosen_where_nobody_had_to_choose() -> None:
    told = again(
        reading("o1", "12.5", about="up to", as_of="2020"),
        reading("o2", "99.999", about="more than", as_of="2025"),
    )
    assert told == [[], ["share English"]]


def test_a_metric_that_goes_on_repeats_the_value_chosen_for_what_goes_on() -> None:
    told = again(
        reading("o1", "1", as_of="2020", conflict="a"),
        reading("o2", "2", as_of="2022"),
        reading("o3", "3", as_of="2024", conflict="b"),
        reading("o4", "4", as_of="2020", conflict="a", chosen=False),
        reading("o5", "5", as_of="2024", conflict="b", chosen=False),
    )
    name, a, b = "share English", "Chosen value: 1%", "Chosen value: 3%"
    both = [name, "Chosen value: 1% (2020)", "Chosen value: 3% (2024)"]
    assert told == [[], [name, a], [name, a], both, [name, b]]


# Quotations
# ---------------------------------------------------------------------------------------------------------


def test_a_quotation_is_as_large_as_the_text_and_set_in() -> None:
    quoted = Paragraph(
        id="p5",
        audience="public",
        section="sec:prose",
        text=Text(en="As they said."),
        verbatim="en",
        style="small",
    )
    document = planned(
        small(changed={"p5": quoted}), pack(languages=("ja",), sections=("sec:prose",))
    )
    flows = {block.record: block for block in document.blocks if isinstance(block, Flow)}
    assert flows["p5"].quoted
    assert flows["p5"].paras[0].spans[0].style == flows["p1"].paras[0].spans[0].style
