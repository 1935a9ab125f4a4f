"""What the table of metrics and the key figures say of a change over time."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pymupdf
import pytest

from lohum_brief.document.blocks import Picture, Table, paras_of
from lohum_brief.language.codes import Lang
from lohum_brief.language.units import quantity
from lohum_brief.packs.admit import admit
from lohum_brief.visit.records import Chart, Form, Layout, Metric, Observation, Section
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import LAYOUTS, ORDERS, pack, small, text
from tests.packs.planning import plan
from tests.packs.rendering import render

SECTION = Section(id="sec:plant", audience="public", title=text("plant"), content="metrics")
NAME = Text(
    hi="लिथियम रिफ़ाइनरी की क्षमता", en="Lithium refinery capacity", ja="リチウム精製工場の能力"
)


def reading(value: str, as_of: str, **more: Any) -> Observation:
    more = {"audience": "public"} | more
    return Observation(id=f"obs:{as_of}", metric="m", value=Decimal(value), as_of=as_of, **more)


def said(
    languages: tuple[Lang, ...],
    *readings: Observation,
    unit: str = "t/year",
    layout: Layout = "parallel",
) -> tuple[str, str]:
    """All that stands in the key figures, and all that stands in the table."""
    rest = [record for record in small() if not isinstance(record, Metric | Observation)]
    metric = Metric(id="m", audience="public", name=NAME, unit=unit, key=True)
    visit = Visit([*rest, SECTION, metric, *readings])
    printed = pack(languages=languages, layout=layout, sections=(SECTION.id,))
    document = plan(admit(visit, printed.audience), printed)
    assert render(visit, printed, created=1752105600).pages
    tables = [block for block in document.blocks if isinstance(block, Table)]
    figures, table = (
        "\n".join(
            para.text
            for block in tables
            for para in paras_of(block)
            if (block.sort == "figures") == large
        )
        for large in (True, False)
    )
    return figures, table


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("languages", ORDERS, ids="+".join)
def test_a_change_is_told_in_every_language_once(
    languages: tuple[Lang, ...], layout: Layout
) -> None:
    figures, table = said(
        languages, reading("20000", "2023"), reading("25000", "2025"), layout=layout
    )
    told = {"hi": "2023 की तुलना में +25%", "en": "+25% since 2023", "ja": "2023年比 +25%"}
    for lang, words in told.items():
        for text_ in (figures, table):
            assert text_.replace("\n", " ").count(words) == (lang in languages)


@pytest.mark.parametrize(
    ("before", "after", "unit", "words"),
    [
        ("2000", "1900", "t/year", "\u22125% since 2023"),
        ("99.3", "99.8", "%", "+0.5\u00a0percentage points since 2023"),
        ("95", "95", "%", "unchanged since 2023"),
        ("120", "1000", "t/year", "8.3 times the value of 2023"),
        ("1", "74", "t/year", "74 times the value of 2023"),
    ],
)
def test_how_a_change_is_told(before: str, after: str, unit: str, words: str) -> None:
    _, table = said(("en",), reading(before, "2023"), reading(after, "2025"), unit=unit)
    assert words in table.replace("\n", " ")


@pytest.mark.parametrize(
    "earlier",
    [
        reading("20000", "2023", basis="estimated"),
        reading("20000", "2023", chosen=False, conflict="c"),
    ],
)
def test_nothing_is_told_across_bases_or_of_a_reading_not_chosen(earlier: Observation) -> None:
    figures, table = said(("en",), earlier, reading("25000", "2025"))
    assert "since" not in figures + table


def test_nothing_is_told_of_what_the_reader_may_not_know() -> None:
    figures, table = said(
        ("en",), reading("20000", "2023", audience="principal"), reading("25000", "2025")
    )
    assert "since" not in figures + table


@pytest.mark.parametrize(
    ("lang", "large"),
    [("en", "up to ₹34 lakh crore"), ("hi", "34 लाख करोड़ रुपये तक"), ("ja", "最大34兆ルピー")],
)
def test_money_is_written_alike_as_a_key_figure_and_in_the_table(lang: Lang, large: str) -> None:
    figures, table = said((lang,), reading("34000000000000", "2025", about="up to"), unit="INR")
    assert large in figures.replace("\u00a0", " ")
    assert large in table.replace("\u00a0", " ")
    assert "(₹)" not in figures


def test_a_price_in_rupees_counts_by_lakhs_too() -> None:
    value = Decimal(123456789000000000)
    assert quantity(value, "INR/kg", "en", large=True) == "₹1,23,456.789\u00a0lakh\u00a0crore/kg"


@pytest.mark.parametrize("langs", [("hi",), ("en",), ("ja",), ("en", "hi", "ja")])
def test_readings_of_a_metric_stand_with_their_points_below_each_other(
    langs: tuple[Lang, ...],
) -> None:
    values = ("1000.448", "1100", "12200.5")
    readings = [
        reading(value, f"202{i}", conflict="c", chosen=i == 0) for i, value in enumerate(values)
    ]
    rest = [record for record in small() if not isinstance(record, Metric | Observation)]
    metric = Metric(id="m", audience="public", name=NAME, unit="t")
    made = Visit([*rest, SECTION, metric, *readings])
    wanted = pack(languages=langs, sections=(SECTION.id,))
    with pymupdf.open(stream=render(made, wanted).pdf) as document:
        ends = [
            [box.x1 for page in document for box in page.search_for(whole)]
            for whole in ("1,000", "1,100", "12,200")
        ]
        told = "".join(page.get_text() for page in document)
    assert "1,100.0" not in told
    assert "12,200.50" not in told
    assert len(ends[0]) == len(langs)
    for places in zip(*ends, strict=True):
        assert max(places) - min(places) < 0.7, ends  # digits of small type have narrower sides


@pytest.mark.parametrize("form", ["bar", "column", "gauge", "line"])
@pytest.mark.parametrize(
    ("lang", "day"), [("hi", "(2023 की स्थिति)"), ("en", "(2023)"), ("ja", "（2023年時点）")]
)
def test_a_stale_reading_in_a_chart_prints_with_its_date(form: Form, lang: Lang, day: str) -> None:
    rest = [record for record in small() if not isinstance(record, Metric | Observation)]
    metric = Metric(id="m", audience="public", name=NAME, unit="t")
    chart = Chart(
        id="c", audience="public", section=SECTION.id, form=form, title=NAME, metrics=("m",)
    )
    said, alts = [], []
    for until in (dt.date(2024, 1, 1), dt.date(2030, 1, 1)):
        made = Visit([*rest, SECTION, metric, chart, reading("20000", "2023", valid_until=until)])
        document = plan(made, pack(languages=(lang,), sections=(SECTION.id,)))
        [picture] = [block for block in document.blocks if isinstance(block, Picture)]
        labels = [label.span.text for drawing in picture.drawings for label in drawing.labels]
        said.append(" ".join(labels).replace("\u00a0", " "))
        alts.append(picture.drawings[0].alts[0][1])
    assert [day in alt for alt in alts] == [form != "line", False]
    assert (day in said[0]) == (form != "line")  # which has its days below
    assert day not in said[1]
