"""Charts in packs: in their sections, in every language and layout, with what belongs to them."""

from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import msgspec
import page as page_validation
import pikepdf
import pymupdf
import pytest

from lohum_brief.charts.data import shaped
from lohum_brief.document.blocks import Block, Flow, Picture, Table, paras_of
from lohum_brief.document.drawings import Drawing
from lohum_brief.document.geometry import geometry
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.packs.admit import admit
from lohum_brief.packs.figures import resolve
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import Chart, ChartRow, Layout, Pack, Point, Section, Series
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import LAYOUTS, ORDERS, pack, sample, small, text
from tests.packs.planning import plan
from tests.packs.rendering import render

if TYPE_CHECKING:
    from lohum_brief.packs.brief import Drawings

CHARTS = [chart.id for chart in sample().of(Chart)]
each = pytest.mark.parametrize("ident", CHARTS)
every = pytest.mark.parametrize("languages", ORDERS, ids="+".join)


def alone(
    ident: str,
    languages: tuple[Lang, ...],
    layout: Layout = "parallel",
    *,
    by_language: bool = False,
) -> tuple[Visit, Pack]:
    """The sample with that chart in a section of its own, and a pack of it."""
    record = sample().get(Chart, ident)
    guests = sample().get(Pack, "guests")
    assert record is not None
    assert guests is not None
    section = Section(id="sec:chart", audience="public", title=text("chart"))
    moved = msgspec.structs.replace(
        record, section="sec:chart", mineral=None, by_language=by_language
    )
    records = [moved if one.id == ident else one for one in sample()]
    return Visit([*records, section]), pack(
        guests, languages=languages, layout=layout, sections=("sec:chart",)
    )


def planned(
    ident: str,
    languages: tuple[Lang, ...],
    layout: Layout = "parallel",
    *,
    by_language: bool = False,
) -> list[Block]:
    visit, printed = alone(ident, languages, layout, by_language=by_language)
    return list(plan(admit(visit, printed.audience), printed).blocks)


def pictures(blocks: list[Block]) -> list[Picture]:
    return [block for block in blocks if isinstance(block, Picture)]


def test_the_sample_has_charts_of_many_forms() -> None:
    assert len(CHARTS) >= 8
    assert len({chart.form for chart in sample().of(Chart)}) >= 6


@each
@every
def test_every_chart_is_one_drawing_that_speaks_all_languages(
    ident: str, languages: tuple[Lang, ...]
) -> None:
    (picture,) = pictures(planned(ident, languages))
    (drawing,) = picture.drawings
    assert picture.wide
    assert [lang for lang, _ in drawing.alts] == list(languages)
    visit, printed = alone(ident, languages)
    record = resolve(admit(visit, printed.audience), printed).visit.get(Chart, ident)
    assert record is not None
    assert all(record.title[lang] in alt for lang, alt in drawing.alts)
    assert {label.span.lang for label in drawing.labels} == {*languages}
    assert drawing.width == geometry(plan(admit(visit, printed.audience), printed)).width


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_chart_has_one_drawing_a_page(layout: Layout) -> None:
    (picture,) = pictures(planned("chart:lithium-share", ("hi", "ja", "en"), layout))
    said = [[lang for lang, _ in drawing.alts] for drawing in picture.drawings]
    assert said == ([["hi"], ["ja", "en"]] if layout == "facing" else [["hi", "ja", "en"]])


def test_below_titles_that_are_stacked_unit_and_source_stand_on_one_line_if_it_holds_them() -> None:
    guest = sample().get(Pack, "guests")
    assert guest is not None
    printed = pack(guest, languages=LANGS, layout="stacked")
    document = plan(admit(sample(), "guest"), printed)
    blocks = list(document.blocks)
    lines = [blocks[blocks.index(picture) - 1] for picture in pictures(blocks)]
    found = {}
    for line in lines:
        assert isinstance(line, Flow)
        text = "".join(span.text for span in line.paras[0].spans if not span.mark)
        found[text.partition(" ")[0]] = len(line.paras)
        for para in line.paras:
            assert FontRuler().width(para) <= geometry(document).width
    assert found["किग्रा"] == 1
    assert found["हज़ार\u00a0टन"] == 3


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("ident", ["chart:lithium-share", "chart:partnership"])
def test_a_chart_may_have_a_drawing_for_each_language(ident: str, layout: Layout) -> None:
    found = pictures(planned(ident, LANGS, layout, by_language=True))
    assert len(found) == (3 if layout == "stacked" else 1)
    drawings = [drawing for picture in found for drawing in picture.drawings]
    assert [[lang for lang, _ in drawing.alts] for drawing in drawings] == [[x] for x in LANGS]
    for drawing, lang in zip(drawings, LANGS, strict=True):
        assert {label.span.lang for label in drawing.labels} == {lang}
    assert not any(picture.wide for picture in found)


@each
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_chart_is_found_in_every_layout(ident: str, layout: Layout) -> None:
    visit, printed = alone(ident, LANGS, layout)
    with pymupdf.open(stream=render(visit, printed, created=1752105600).pdf) as opened:
        seen = "".join(page.get_text() for page in opened)
    record = sample().get(Chart, ident)
    assert record is not None
    chart = shaped(record, resolve(admit(visit, printed.audience), printed).visit)
    assert chart is not None
    names = [words["en"] for words in (*chart.names, *(row.name for row in chart.rows if row.name))]
    flat = "".join(seen.split())
    for name in names:
        if not name[:4].isdecimal():
            assert "".join(name.split()) in flat, name


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_charts_across_the_page_are_pdf_ua_and_pdf_a(layout: Layout, profile: str) -> None:
    visit, printed = alone("chart:battery-materials", ("ja", "en", "hi"), layout)
    report = page_validation.validate_pdf_bytes(render(visit, printed).pdf, profile=profile)
    assert report.is_compliant, [
        (failure.rule_id, failure.message) for failure in report.failures[:5]
    ]


def test_a_chart_across_the_page_speaks_all_its_languages() -> None:
    visit, printed = alone("chart:battery-materials", ("hi", "ja"))
    (picture,) = pictures(list(plan(visit, printed).blocks))
    (drawing,) = picture.drawings
    assert [lang for lang, _ in drawing.alts] == ["hi", "ja"]
    texts = {label.span.text for label in drawing.labels}
    assert any("निकल" in one for one in texts)
    assert any("ニッケル" in one for one in texts)


@cache
def guests() -> bytes:
    record = sample().get(Pack, "guests")
    assert record is not None
    return render(sample(), record, created=1752105600).pdf


def test_no_chart_is_a_bitmap() -> None:
    with pikepdf.open(BytesIO(guests())) as opened:
        assert all("/XObject" not in page.get("/Resources", {}) for page in opened.pages)


def test_charts_of_minerals_stand_on_their_sheets() -> None:
    guest = sample().get(Pack, "guests")
    assert guest is not None
    records = [
        getattr(block, "record", "")
        for block in plan(admit(sample(), "guest"), pack(guest, sections=("sec:minerals",))).blocks
    ]
    sheet = records.index("mineral:cobalt")
    following = records.index("mineral:nickel")
    assert sheet < records.index("chart:cobalt-share") < following


CHART = Chart(
    id="chart", audience="public", section="sec:prose", form="bar", title=text("chart"), series=("ser1",), sources=("src:b",)
)  # fmt: skip


def blocks_of(chart: Chart, **more: Any) -> list[Block]:
    found = plan(admit(small(chart), "guest"), pack(sections=("sec:prose",), **more)).blocks
    first = next(i for i, block in enumerate(found) if getattr(block, "record", "") == "chart")
    return list(found[first:])


def test_unit_estimates_and_sources_stand_under_the_title() -> None:
    title, line, picture = blocks_of(CHART)
    assert isinstance(title, Flow)
    assert isinstance(line, Flow)
    assert title.paras[0].text == "chart हिन्दी"
    assert line.paras[0].text == "टन · 2024 · ※\u00a0अनुमानित · स्रोत"
    assert line.paras[1].text == "トン／2024年／※\u00a0推定値／出典"
    assert isinstance(picture, Picture)
    assert [para.spans[-1].text for para in line.paras] == ["\u00a01, 3"] * 2
    assert title.keep
    assert line.keep


def test_the_data_stand_below_as_a_table_on_request() -> None:
    assert not any(isinstance(block, Table) for block in blocks_of(CHART))
    asked = msgspec.structs.replace(CHART, table=True)
    (table,) = (block for block in blocks_of(asked) if isinstance(block, Table))
    cells = [[para.text for para in cell] for row in table.rows for cell in row.cells]
    assert ["ऑस्ट्रेलिया", "オーストラリア"] in cells
    assert ["88,000"] in cells
    assert ["※\u00a049,000"] in cells


def test_a_chart_of_what_this_audience_may_not_read_is_left_out() -> None:
    hidden = Series(
        id="ser:host", audience="host", mineral="min1", measure="mine",
        points=(Point(place="AU", period="2024", value=Decimal(1)), Point(place="CL", period="2024", value=Decimal(2))),
    )  # fmt: skip
    chart = msgspec.structs.replace(CHART, series=("ser:host",))
    for audience, count in (("guest", 0), ("host", 1)):
        visit = admit(small(chart, hidden), audience)  # type: ignore[arg-type]
        document = plan(visit, pack(sections=("sec:prose",)))
        assert len(pictures(list(document.blocks))) == count
        assert count or not any(
            "chart" in para.text for block in document.blocks for para in paras_of(block)
        )


def test_digits_are_those_of_the_pack() -> None:
    *_, picture = blocks_of(CHART, languages=("hi",), devanagari_digits=True)
    assert isinstance(picture, Picture)
    assert {label.span.text for label in picture.drawings[0].labels} >= {"८८,०००", "४९,०००\u00a0※"}


@pytest.mark.parametrize("form", ["bar", "column", "share", "stacked", "heat", "gauge"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_chart_that_no_page_can_hold_is_printed_in_parts(form: str, layout: Layout) -> None:
    names = tuple(text(f"name{i}") for i in range(80))
    if form in {"heat", "gauge"}:
        values = 1 if form == "gauge" else 3
        rows = tuple(
            ChartRow(
                name=Text(hi="न " * 320, en="w " * 320, ja="語" * 320),
                values=(Decimal(i),) * values,
            )
            for i in range(24)
        )
        names = names[:3]
    else:
        rows = tuple(
            ChartRow(name=text(f"row{k}"), values=tuple(Decimal(i + k) for i in range(80)))
            for k in range(2)
        )
        rows = rows[:1] if form == "share" else rows
    chart = Chart(
        id="chart", audience="public", section="sec:prose", form=form, title=text("chart"), names=names, rows=rows  # type: ignore[arg-type]
    )  # fmt: skip
    printed = pack(sections=("sec:prose",), languages=("en", "hi", "ja"), layout=layout)
    document = plan(admit(small(chart), "guest"), printed)
    drawings = [
        drawing for picture in pictures(list(document.blocks)) for drawing in picture.drawings
    ]
    height = geometry(document).height
    assert len(drawings) > 1
    assert all(drawing.height <= height for drawing in drawings)
    said = [
        label.span.text
        for drawing in drawings
        for label in drawing.labels
        if label.span.lang == "en"
    ]
    if form in {"bar", "column", "share", "stacked"}:
        assert [word for word in said if word.startswith("name")].count("name79 English") == 1


def test_figures_of_a_company_say_whose_they_are_and_cite_their_readings() -> None:
    chart = msgspec.structs.replace(CHART, series=(), metrics=("m1",), sources=())
    line = blocks_of(chart)[1]
    assert isinstance(line, Flow)
    assert line.paras[0].text == "टन/वर्ष · कंपनी के अनुसार · स्रोत"
    assert line.paras[0].spans[-1].text == "\u00a02"


def test_names_in_charts_may_hold_figures() -> None:
    rows = (
        ChartRow(
            name=Text(hi="{metric:m1}", en="{metric:m1}", ja="{metric:m1}"), values=(Decimal(1),)
        ),
    )
    chart = msgspec.structs.replace(CHART, series=(), form="gauge", rows=rows)
    *_, picture = blocks_of(chart, languages=("ja",))
    assert isinstance(picture, Picture)
    assert picture.drawings[0].labels[0].span.text == "10,000トン/年"


def test_a_chart_that_was_changed_is_drawn_anew_and_any_other_is_kept() -> None:
    kept: Drawings = {}
    made = pack(sections=("sec:prose",), languages=("en",))

    def drawn(chart: Chart) -> Drawing:
        [found] = pictures([*plan(admit(small(chart), "guest"), made, drawings=kept).blocks])
        [drawing] = found.drawings
        return drawing

    before = drawn(CHART)
    assert drawn(CHART) is before
    after = drawn(msgspec.structs.replace(CHART, title=text("other")))
    assert "chart English" in before.alts[0][1]
    assert "other English" in after.alts[0][1]


def test_how_concentrated_a_chart_of_shares_is_stands_under_its_title() -> None:
    share = msgspec.structs.replace(CHART, form="share")
    _title, line, *_ = blocks_of(share, languages=("hi", "en", "ja"))
    assert isinstance(line, Flow)
    # 36.7 and 20.4 per cent of the world, squared and added.
    said = "1,761"
    assert f"concentration (HHI): {said} of 10,000" in line.paras[1].text
    assert all(said in para.text for para in line.paras)
    _title, line, *_ = blocks_of(CHART, languages=("en",))
    assert isinstance(line, Flow)
    assert "HHI" not in line.paras[0].text


def test_names_are_the_heads_of_the_rows_of_its_table() -> None:
    asked = msgspec.structs.replace(CHART, table=True)
    [table] = [block for block in blocks_of(asked) if isinstance(block, Table)]
    assert table.row_header is not None
    heads = [row.cells[table.row_header][0].text for row in table.rows]
    assert "ऑस्ट्रेलिया" in heads
    assert not any(head[-1].isdigit() for head in heads)
