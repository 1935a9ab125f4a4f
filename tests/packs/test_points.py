"""Figures of a column, on paper: none gets decimals, and their points stand below each other."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import pymupdf
import pytest

from lohum_brief.language.codes import Lang
from lohum_brief.language.units import quantity
from lohum_brief.visit.records import Pack, Particulars, Section, Table
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack
from tests.packs.rendering import render

if TYPE_CHECKING:
    from lohum_brief.language.rooms.units import About

Align = Literal["left", "right"]
FIGURES = ("1", "12.5", "−3.25", "1,000", "0.125", "2.50")
PACK = Pack(id="p", audience="public", title=Text(hi="पैक", en="Pack", ja="資料"), sections=("s",))


def alike(string: str) -> Text:
    return Text(hi=string, en=string, ja=string)


def printed(
    columns: tuple[tuple[Text | str, ...], ...],
    aligns: tuple[Align, ...],
    languages: tuple[Lang, ...] = ("en",),
) -> bytes:
    """A pack with a table, given by its columns."""
    table = Table(
        id="t",
        audience="public",
        section="s",
        columns=tuple(alike(f"C{i}") for i in range(len(columns))),
        align=aligns,
        rows=tuple(zip(*columns, strict=True)),
    )
    section = Section(id="s", audience="public", title=alike("S"))
    particulars = Particulars(id="visit", audience="public", title=alike("Visit"))
    return render(Visit([particulars, section, table]), pack(PACK, languages=languages)).pdf


def lines(pdf: bytes) -> list[list[tuple[str, float, float]]]:
    """The characters of each row of the table, from left to right, with their edges."""
    found = []
    with pymupdf.open(stream=pdf) as document:
        for page in document:
            rows: dict[int, list[tuple[str, float, float]]] = {}
            for block in page.get_text("rawdict")["blocks"]:
                for span in (span for line in block.get("lines", ()) for span in line["spans"]):
                    for char in span["chars"]:
                        left, _, right, _ = char["bbox"]
                        rows.setdefault(round(char["origin"][1]), []).append(
                            (char["c"], left, right)
                        )
            found += [sorted(row, key=lambda char: char[1]) for row in rows.values()]
    return [row for row in found if "Plant" in "".join(char for char, *_ in row)]


def points(pdf: bytes) -> list[float]:
    """Where the last whole digit of the first number of each row ends."""
    found = []
    for row in lines(pdf):
        match = re.search(r"\d[\d,]*", "".join(char for char, *_ in row))
        if match:
            found.append(row[match.end() - 1][2])
    return found


def edges(pdf: bytes, side: Literal["left", "right"]) -> list[float]:
    """Where what stands behind the name of each plant begins or ends."""
    seen = [[(left, right) for char, left, right in row if char.strip()] for row in lines(pdf)]
    return [row[len("Planta")][0] if side == "left" else row[-1][1] for row in seen]


def apart(places: list[float]) -> float:
    """How far the outermost of them are from one another."""
    return max(places) - min(places)


NAMES = tuple(f"Plant {letter}" for letter in "abcdef")


@pytest.mark.parametrize("align", ["left", "right"])
@pytest.mark.parametrize(
    "figures",
    [FIGURES, ("1 t", "12.5 t", "0.125 t", "1,000 t", "7.5 t", "40.25 t")],
    ids=["bare", "with units"],
)
def test_points_stand_below_each_other_and_no_figure_gets_decimals(
    figures: tuple[str, ...], align: Align
) -> None:
    pdf = printed((NAMES, figures), ("left", align))
    said = ["".join(char for char, *_ in row).replace("\u00a0", " ") for row in lines(pdf)]
    assert [text.partition("Plant ")[2][1:].strip() for text in said] == [*figures]
    assert apart(points(pdf)) < 0.1
    assert apart(edges(pdf, align)) > 5


@pytest.mark.parametrize("align", ["left", "right"])
def test_figures_with_the_same_decimals_and_what_is_no_figure_stand_at_the_edge(
    align: Align,
) -> None:
    assert (
        apart(edges(printed((NAMES, ("10", "20", "–", "40", "n/a", "60")), ("left", align)), align))
        < 1.5
    )
    even = ("10.5", "2.5", "7.5", "140.5", "8.5", "60.5")
    assert apart(edges(printed((NAMES, even), ("left", align)), align)) < 1.5
    mixed = ("1", "12.5", "–", "0.125", "2", "3")
    found = edges(printed((NAMES, mixed), ("left", align)), align)
    assert found[2] == pytest.approx(max(found) if align == "right" else min(found), abs=1.5)


@pytest.mark.parametrize("lang", ["hi", "en", "ja"])
def test_about_and_forms_of_one_unit_keep_the_points_in_place(lang: Lang) -> None:
    values = [Decimal(value) for value in ("1", "12.5", "0.125", "24", "1.5", "2.25")]
    abouts: tuple[About, ...] = ("", "about", "more than", "up to", "at least", "at most")
    for unit in ("t", "hours", "INR"):
        said = tuple(
            quantity(value, unit, lang, about=about)
            for value, about in zip(values, abouts, strict=True)
        )
        assert apart(points(printed((NAMES, said), ("left", "right"), (lang,)))) < 0.1


@pytest.mark.parametrize("align", ["left", "right"])
def test_what_is_counted_in_another_unit_stands_at_the_edge(align: Align) -> None:
    figures = ("1 t", "12.5 t", "0.125 t", "2,000 members", "95.4%", "3 t")
    pdf = printed((NAMES, figures), ("left", align))
    ends = points(pdf)
    if align == "right":
        assert apart([*ends[:3], ends[5]]) < 0.1
        assert apart([*edges(pdf, "right")[2:5]]) < 1.5
    else:
        assert apart(edges(pdf, "left")) < 1.5


def test_numbers_of_articles_stay_where_they_are() -> None:
    """A column at the left is one of figures only if it is not the first and holds nothing else."""
    articles = ("1", "2", "2.1", "4", "2.25", "3")
    for columns in ((articles, NAMES), (NAMES, (*articles[:5], "Annex"))):
        pdf = printed(columns, ("left", "left"))
        lefts = [
            min(char[1] for char in row if char[0].isdigit())
            for row in lines(pdf)
            if any(c[0].isdigit() for c in row)
        ]
        assert len(lefts) >= 5
        assert apart(lefts) < 1.5


def test_days_ranges_and_times_are_no_figures() -> None:
    dates = ("8 July 2025", "8.7", "2025-07-08", "60–70", "10:30", "1.25")
    assert apart(edges(printed((NAMES, dates), ("left", "right")), "right")) < 1.5


def test_a_table_with_no_room_for_it_is_whole_all_the_same() -> None:
    """Figures far wider on one side of the point leave their line, and none its column."""
    wide = ("123,456,789,012", "0.123456789012", "7", "1.5", "2.25", "3")
    pdf = printed((NAMES, *(wide for _ in range(9))), ("left", *(("right",) * 9)))
    with pymupdf.open(stream=pdf) as document:
        for page in document:
            rows: dict[int, list[tuple[float, float]]] = {}
            for left, _, right, bottom, *_ in page.get_text("words"):
                rows.setdefault(round(bottom), []).append((left, right))
                assert right <= page.rect.width
            for row in rows.values():
                assert all(one[1] <= other[0] + 0.1 for one, other in pairwise(sorted(row)))
        text = "".join(page.get_text() for page in document)
    assert text.count("123,456,789,012") == 9
    assert text.count("0.123456789012") == 9
