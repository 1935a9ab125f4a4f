"""Charts of what nobody would draw by hand: all values are there, nothing leaves its page, and all
languages look alike.
"""

from decimal import Decimal
from typing import Any, Final

import pytest
from msgspec import structs

from lohum_brief.document.blocks import Picture
from lohum_brief.document.drawings import Drawing
from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.visit.records import (
    Chart,
    ChartRow,
    Form,
    Layout,
    Note,
    Pack,
    Particulars,
    Section,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, text
from tests.packs.planning import plan
from tests.packs.rendering import render
from tests.typeset.boxes import faults

PLACES: Final = (
    "Democratic Republic of the Congo", "Saint Vincent and the Grenadines", "United Kingdom of Great Britain",
    "Bosnia and Herzegovina", "Papua New Guinea",
)  # fmt: skip
LONG: Final = tuple(text(f"{PLACES[i % 5]} no. {i + 1}") for i in range(12))
YEARS: Final = ("2021", "2022", "2023")
PACK: Final = Pack(id="p", audience="public", title=text("Pack"), sections=("s",))


def rows(count: int, length: int, step: int = 37, *, long: bool = False) -> tuple[ChartRow, ...]:
    return tuple(
        ChartRow(
            name=LONG[i % 12] if long else text(f"{i}"),
            values=tuple(Decimal((i * step + j * 53) % 99 - 20) for j in range(length)),
        )
        for i in range(count)
    )


def made(*values: int, name: str = "a") -> ChartRow:
    return ChartRow(name=text(name), values=tuple(map(Decimal, values)))


ODD: Final[dict[str, dict[str, Any]]] = {
    "stack below nothing": {
        "form": "stacked", "names": ("1", "2", "3"), "rows": (made(5, -3, 2), made(2, 4, -1), made(-7, 1, -9))
    },
    "lying stack below nothing": {"form": "stacked", "names": LONG[:4], "rows": (made(5, -3, 2, 1), made(-2, 4, -1, 6))},
    "sixteen series": {"form": "bar", "names": YEARS, "rows": rows(16, 3, long=True)},
    "ten lines": {"form": "line", "names": YEARS, "rows": rows(10, 3)},
    "nine lines": {"form": "line", "names": YEARS, "rows": rows(9, 3, long=True)},
    "table of long names": {"form": "heat", "names": LONG, "rows": rows(4, 12)},
    "columns of long names": {"form": "column", "names": LONG, "rows": (made(*range(1000, 13000, 1000)),)},
    "lines over long names": {"form": "line", "names": LONG, "rows": rows(3, 12)},
    "columns of one beside a trillion": {"form": "column", "names": YEARS, "rows": (made(1, 10**12, 3), made(10**17, 2, 1))},
    "percentages of less than a whole": {"form": "share", "unit": "%", "names": YEARS, "rows": (made(20, 50, 5),)},
    "one beside a billion": {"form": "bar", "names": ("a", "b"), "rows": (made(1, 10**12),)},
    "percentages": {"form": "gauge", "unit": "%", "rows": (made(95), made(3))},
    "small charts": {"form": "multiples", "names": YEARS, "rows": rows(9, 3, long=True)},
}  # fmt: skip


def visit(**more: Any) -> Visit:
    return Visit(
        [
            Particulars(id="visit", audience="public", title=text("Visit")),
            Section(id="s", audience="public", title=text("Charts")),
            Chart(
                id="c",
                audience="public",
                section="s",
                title=text("Chart"),
                **({"unit": "t"} | more),
            ),
        ]
    )


def drawings(of: Visit, languages: tuple[Lang, ...], layout: Layout = "parallel") -> list[Drawing]:
    document = plan(of, pack(PACK, languages=languages, layout=layout))
    return [
        drawing
        for block in document.blocks
        if isinstance(block, Picture)
        for drawing in block.drawings
    ]


@pytest.mark.parametrize(
    ("layout", "languages"),
    [("parallel", ("hi", "en")), ("parallel", ("ja", "en", "hi")), ("stacked", ("ja", "en", "hi"))],
)
@pytest.mark.parametrize("name", ODD)
def test_nothing_leaves_its_page_or_covers_anything(
    name: str, layout: Layout, languages: tuple[Lang, ...]
) -> None:
    assert (
        faults(render(visit(**ODD[name]), pack(PACK, languages=languages, layout=layout)).pdf) == []
    )


def test_a_chart_that_is_taller_than_a_page_is_refused() -> None:
    parts = tuple(ChartRow(name=LONG[i % 12], values=(Decimal(i + 5),)) for i in range(40))
    tall = visit(form="flow", names=("a",), origin=text("pack"), rows=parts)
    with pytest.raises(BriefError, match=r"c\.rows: it is taller than a page") as caught:
        render(tall, pack(PACK, languages=("ja", "en", "hi")))
    assert caught.value.places == (("c", "rows"),)


@pytest.mark.parametrize("name", ODD)
def test_all_languages_show_the_same(name: str) -> None:
    """Forms and values are alike though one language's names are longer: their shapes and their
    numbers are as many.
    """
    of = drawings(visit(**ODD[name]), ("hi", "en"))
    # Lines of a grid stop before what is written, so that they are in more pieces where more is.
    shapes = [
        [shape for shape in drawing.shapes if not shape.stroke or shape.stroke.width > 0.4]
        for drawing in of
    ]
    assert all(len(one) == len(shapes[0]) for one in shapes)
    numbers = [sorted(numbers_of(drawing)) for drawing in of]
    assert all(len(one) == len(numbers[0]) for one in numbers)


def numbers_of(drawing: Drawing) -> list[str]:
    return [
        label.span.text for label in drawing.labels if not label.span.text.strip("0123456789−.,%")
    ]


def test_a_language_with_longer_names_decides_for_all() -> None:
    short = Text(hi="क", en="International transfer of recycling technology", ja="国")
    names = tuple(short for _ in range(6))
    of = visit(form="column", names=names, rows=(made(*range(1, 7)),), by_language=True)
    assert [lying(one) for one in drawings(of, ("hi",))] == [False]
    assert [lying(one) for one in drawings(of, ("hi", "en"))] == [True, True]


def lying(drawing: Drawing) -> bool:
    """Whether all bars begin at the same height on the left."""
    return (
        len(
            {
                round(min(n[0] for _, n in shape.path if n), 1)
                for shape in drawing.shapes
                if shape.fill
            }
        )
        == 1
    )


def test_values_of_a_table_by_darkness_stand_in_all_languages_or_in_none() -> None:
    wide = tuple(
        ChartRow(name=Text(hi="क", en="Row with a long label " * 2, ja="行"), values=row.values)
        for row in rows(4, 12)
    )
    counts = [
        len(numbers_of(one))
        for one in drawings(
            visit(form="heat", names=YEARS * 4, rows=wide, by_language=True), ("hi", "en")
        )
    ]
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("more", "place", "message"),
    [
        ({"form": "bar", "names": YEARS, "rows": rows(30, 3)}, "rows", "it has 30 series; at most 16"),
        ({"form": "line", "names": YEARS, "rows": rows(11, 3)}, "rows", "it has 11 series; at most 10"),
        (
            {"form": "scatter", "rows": tuple(structs.replace(row, at=row.values) for row in rows(11, 3))},
            "rows",
            "it has 11 series; at most 10",
        ),
        ({"form": "area", "names": YEARS, "rows": (made(1, 2, 3),) * 17}, "rows", "it has 17 series; at most 16"),
        ({"form": "share", "names": ("a", "b"), "unit": "%", "rows": (made(90, 40),)}, "rows.0.values", "percentages are 130 %"),
        ({"form": "share", "names": ("a", "b"), "rows": (made(1, -1),)}, "rows.0.values", "cannot be less than nothing"),
        ({"form": "area", "names": YEARS, "rows": (made(1, -1, 2),)}, "rows.0.values", "cannot be less than nothing"),
        ({"form": "bar", "names": YEARS, "rows": (made(1, 2, 3, 4),)}, "rows.0.values", "4 values where 3"),
        ({"form": "bar", "names": ("a",), "rows": (made(10**30),)}, "rows.0.values.0", "cannot be printed"),
        ({"form": "stacked", "names": ("a", "b"), "rows": (made(10**17, 1), made(1, 1))}, "rows.0.values.1", "too small to be seen"),
        ({"form": "area", "names": YEARS, "rows": (made(10**17, 10**16, 1), made(1, 2, 1))}, "rows.1.values.0", "too small to be seen"),
        ({"form": "bar", "names": ("a", "b"), "rows": (ChartRow(name=text("a"), values=(None, None)),)}, "", "names nothing that can be drawn"),
        ({"form": "share", "names": ("a", "b"), "rows": (made(0, 0),)}, "rows", "all its values are 0"),
        ({"form": "gauge", "unit": "%", "rows": (made(3), made(-5))}, "rows.1.values", "-5 is less than nothing"),
        ({"form": "gauge", "rows": (structs.replace(made(3), target=Decimal(-1)),)}, "rows.0.target", "-1 is less than nothing"),
        ({"form": "gauge", "target": Decimal(-2), "rows": (made(3),)}, "target", "-2 is less than nothing"),
        ({"form": "timeline", "notes": ("n",)}, "notes.0", "no date that has a place"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_in_a_draft(
    more: dict[str, Any], place: str, message: str
) -> None:
    note = Note(id="n", audience="public", sort="background", text=text("undated"), date="soon")
    with pytest.raises(BriefError, match=message) as caught:
        render(Visit([*visit(**more), note]), pack(PACK, languages=("en",)))
    assert caught.value.places == (("c", place),)
    assert (f"c.{place}" if place else "c:") in str(caught.value)


@pytest.mark.parametrize("form", ["bar", "column", "stacked"])
def test_every_value_is_drawn(form: Form) -> None:
    """A bar for each value that is not nothing, those below nothing too."""
    values = ((5, -3, 2), (2, 4, -1), (-7, 1, -9))
    (drawing,) = drawings(
        visit(form=form, names=YEARS, rows=tuple(made(*of) for of in values)), ("en",)
    )
    key = 3
    filled = [shape for shape in drawing.shapes if shape.fill and len(shape.path) >= 4]
    assert len(filled) == 9 + key
