"""The sheet of a mineral: its tables of countries."""

from decimal import Decimal
from typing import Any

import pytest
from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Flow, Table
from lohum_brief.document.document import Document
from lohum_brief.document.geometry import geometry
from lohum_brief.document.paragraphs import Para, Span
from lohum_brief.document.style import CELL_BOLD
from lohum_brief.document.tracks import tracks
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import Layout, Point, Series
from lohum_brief.visit.text import Text
from tests.packs.conftest import pack, small
from tests.packs.planning import plan


def heads(lang: Lang = "en", **changes: object) -> list[list[str]]:
    """The heads of the tables of a sheet whose only series is changed."""
    [series] = small().of(Series)
    visit = small(changed={series.id: structs.replace(series, **changes)})
    wanted = pack(languages=(lang,), sections=("sec:minerals",))
    return [
        ["".join(para.text for para in cell) for cell in block.head]
        for block in plan(visit, wanted).blocks
        if isinstance(block, Table)
    ]


@pytest.mark.parametrize("measure", ["mine", "reserves", "price"])
def test_quantities_have_shares_and_prices_have_none(measure: str) -> None:
    [head] = heads(measure=measure, unit="USD/t" if measure == "price" else "t")
    assert head == ["Country", "2024", *([] if measure == "price" else ["Share"])]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("world", [None, Decimal(0)])
def test_where_no_share_can_be_told_no_column_of_shares_prints(
    lang: Lang, world: Decimal | None
) -> None:
    [series] = small().of(Series)
    others = [point for point in series.points if point.place != "world"]
    own = [structs.replace(others[0], place="world", value=world)] if world is not None else []
    [whole] = heads(lang)
    [bare] = heads(lang, points=(*others, *own))
    assert len(bare) == len(whole) - 1
    assert bare == whole[:-1]


def year(number: int, **values: int) -> tuple[Point, ...]:
    return tuple(
        Point(place=place, period=str(number), value=Decimal(value))
        for place, value in values.items()
    )


MINED = year(2024, AU=80, CL=70, CN=60, AR=50, BR=40, ZW=30, PT=20, CA=10, world=360)


def sheet(
    *more: Series,
    languages: tuple[Lang, ...] = ("en",),
    layout: Layout = "parallel",
    **changes: Any,
) -> list[Block]:
    """The sheet of a mineral whose first series is changed, and which may have more of them."""
    [series] = small().of(Series)
    visit = small(*more, changed={series.id: structs.replace(series, **changes)})
    wanted = pack(languages=languages, layout=layout, sections=("sec:minerals",))
    return [*plan(visit, wanted).blocks]


def tables(blocks: list[Block]) -> list[list[list[str]]]:
    """Its tables: of each the rows, of each the cells."""
    return [
        [
            ["".join(para.text for para in cell).replace("\u00a0", " ") for cell in row.cells]
            for row in block.rows
        ]
        for block in blocks
        if isinstance(block, Table)
    ]


def another(measure: str, points: tuple[Point, ...], **more: Any) -> Series:
    return Series(
        id=f"ser:{measure}", audience="public", mineral="min1", measure=measure, points=points, **more  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_table_has_the_five_largest_each_of_two_has_four() -> None:
    [alone] = tables(sheet(points=MINED))
    assert [row[0] for row in alone] == [
        "Australia", "Chile", "China", "Argentina", "Brazil", "World",
    ]  # fmt: skip
    both = tables(sheet(another("smelter", MINED), points=MINED))
    assert [[row[0] for row in table] for table in both] == [
        ["Australia", "Chile", "China", "Argentina", "World"]
    ] * 2


def test_the_largest_are_those_of_the_latest_year() -> None:
    [table] = tables(
        sheet(points=(*year(2023, AU=90, CL=10, world=100), *year(2024, AU=20, CL=80, world=100)))
    )
    assert table == [
        ["Chile", "10", "80", "80%"],
        ["Australia", "90", "20", "20%"],
        ["World", "100", "100", ""],
    ]


def test_the_reserves_of_one_edition_stand_beside_what_is_mined() -> None:
    [table] = tables(
        sheet(another("reserves", year(2025, CL=900, CD=700, world=2000)), points=MINED)
    )
    assert table[1] == ["Chile", "70", "19%", "900"]
    assert table[0][-1] == "", "of Australia no reserves are known"
    assert ["DR Congo", "", "", "700"] in table
    [head] = [
        ["".join(para.text for para in cell) for cell in block.head]
        for block in sheet(another("reserves", year(2025, CL=900)), points=MINED)
        if isinstance(block, Table)
    ]
    assert head == ["Country", "2024", "Share", "Reserves"]


@pytest.mark.parametrize("layout", ["parallel", "stacked"])
def test_a_country_stands_on_one_line_in_two_languages(layout: Layout) -> None:
    blocks = sheet(languages=("en", "ja"), layout=layout, points=MINED)
    [table] = [block for block in blocks if isinstance(block, Table)]
    [line] = table.rows[0].cells[0]
    assert line.text == "Australia\u2003オーストラリア"


def unit(title: str) -> str:
    """What stands between the title of a series and its unit."""
    blocks = sheet(title=Text(en=title), unit="t Li2CO3 eq.")
    [found] = [
        para
        for block in blocks
        if isinstance(block, Flow) and block.record == "ser1"
        for para in block.paras
        if title in para.text
    ]
    return found.text.removeprefix(title)[0]


def test_a_unit_begins_a_line_of_its_own_only_where_it_would_be_parted() -> None:
    ruler, width = FontRuler(), geometry(Document("", ("en",), "parallel", ())).width
    between = []
    for count in range(1, 60):
        title = "mine " * count + "production"
        lines = ruler.lines(Para((Span(title, "en", CELL_BOLD),), "en"), width)
        if lines == 1:
            between.append(unit(title))
    assert between[0] == "\u2002"
    assert set(between) == {"\u2002", "\n"}, "some titles leave no room for the unit"


@pytest.mark.parametrize("digits", range(1, 12))
def test_years_stand_in_as_few_tables_as_hold_their_numbers(digits: int) -> None:
    points = tuple(
        Point(place="world", period=str(number), value=Decimal(10**digits - 1))
        for number in range(2013, 2025)
    )
    found = [
        block
        for block in sheet(measure="price", unit="USD/t", points=points)
        if isinstance(block, Table)
    ]
    ruler, width = FontRuler(), geometry(Document("", ("en",), "parallel", ())).width
    widest = max(
        ruler.width(para)
        for block in found
        for row in (block.head, block.rows[0].cells)
        for cell in row
        for para in cell
    )
    assert all(min(tracks(block.columns, width)[1]) >= widest for block in found)
    if len(found) > 1:
        fewer = -(-12 // (len(found) - 1))
        assert min(tracks([Column(1)] * fewer, width)[1]) < widest + 0.5
