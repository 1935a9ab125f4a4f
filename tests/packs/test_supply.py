"""The overview of supply risk: who mines, who refines, how concentrated both are."""

from decimal import Decimal

import pytest

from lohum_brief.document.blocks import Row, Table
from lohum_brief.language.codes import Lang
from lohum_brief.packs.admit import admit
from lohum_brief.visit.records import Layout, Mineral, Point, Section, Series, Source
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import LAYOUTS, ORDERS, pack, small, text
from tests.packs.planning import plan
from tests.packs.rendering import render

SECTION = Section(id="sec:risk", audience="public", title=text("risk"), content="supply")


def points(**values: str) -> tuple[Point, ...]:
    return tuple(
        Point(place=key.split("_")[0], period=key.split("_")[1], value=Decimal(value))
        for key, value in values.items()
    )


def visit() -> Visit:
    rest = [record for record in small() if not isinstance(record, Mineral | Series)]
    return Visit(
        [
            *rest,
            SECTION,
            Mineral(id="m", audience="public", name=text("cobalt")),
            Mineral(id="n", audience="public", name=text("unknown")),
            Series(
                id="s1", audience="public", mineral="m", measure="mine", sources=("src:mine",),
                points=points(CD_2025="73", ID_2025="14", world_2025="100"),
            ),
            Series(
                id="s2", audience="public", mineral="m", measure="refinery", as_of="2024",
                points=points(CN_2024="40", JP_2024="30", FI_2024="30", CN_2030="99", JP_2030="1"),
            ),
            Series(
                id="s3", audience="public", mineral="m", measure="demand", as_of="2024", sources=("src:mine",),
                points=points(world_2024="200", world_2030="250", world_2040="400"),
            ),
            Source(id="src:mine", audience="public", title="Survey"),
        ]
    )  # fmt: skip


def rows(languages: tuple[Lang, ...]) -> tuple[Row, ...]:
    document = plan(visit(), pack(languages=languages, sections=("sec:risk",)))
    [table] = [
        block for block in document.blocks if isinstance(block, Table) and len(block.columns) == 8
    ]
    return table.rows


def test_numbers_stand_at_the_right_and_names_at_the_left() -> None:
    document = plan(visit(), pack(languages=("en", "ja"), sections=("sec:risk",)))
    [table] = [
        block for block in document.blocks if isinstance(block, Table) and len(block.columns) == 8
    ]
    [row] = table.rows
    for column, words in zip(table.columns, row.cells, strict=True):
        first = words[0].text[0]
        assert column.align == ("right" if first.isdigit() else "left"), words[0].text


@pytest.mark.parametrize("at", [1, 7])
def test_the_numbers_of_sources_stand_beside_the_text_as_marks(at: int) -> None:
    [row] = rows(("en", "ja"))
    for para in row.cells[at]:
        cited = [span for span in para.spans if span.text.strip("\u00a0").isdecimal()]
        assert all(span.mark for span in cited)
        assert (len(cited) == 1) == (at == 1 or "×" in para.text)


def cell(row: Row, at: int) -> str:
    return "|".join(para.text.replace("\u00a0", " ") for para in row.cells[at])


def test_a_row_says_who_how_much_and_how_concentrated() -> None:
    [row] = rows(("en", "ja"))
    assert cell(row, 1) == "DR Congo|コンゴ民主共和国"
    assert cell(row, 2) == "73%|2025"
    assert cell(row, 3) == "5,525"
    assert cell(row, 4) == "China|中国", "a projection is no producer"
    assert (cell(row, 5), cell(row, 6)) == ("40%|2024", "3,400")
    assert cell(row, 7) == "×2.0|2024 → 2040"


def test_a_mineral_without_any_figure_has_no_row() -> None:
    assert [row.record for row in rows(("hi",))] == ["m"]


def test_without_minerals_nothing_is_printed() -> None:
    rest = [record for record in visit() if not isinstance(record, Mineral)]
    document = plan(Visit(rest), pack(sections=("sec:risk",)))
    assert not [block for block in document.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_is_set_in_every_order_of_languages(layout: Layout) -> None:
    for languages in ORDERS:
        record = pack(languages=languages, layout=layout, sections=("sec:risk",))
        assert render(admit(visit(), record.audience), record).pages
