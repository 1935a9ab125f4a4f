"""Drawings as readers see them: in their language's place, in one piece, with letters that are
letters.
"""

import re
from io import BytesIO
from typing import Any

import outloud
import page as page_validation
import pikepdf
import pymupdf
import pytest
from msgspec import structs

from lohum_brief.document.blocks import Block, Flow, Picture
from lohum_brief.document.document import Document
from lohum_brief.document.drawings import Drawing, Hatch, Label, Shape, Stroke
from lohum_brief.document.geometry import geometry
from lohum_brief.document.paragraphs import Span
from lohum_brief.document.style import BLACK, CELL, COPPER, FAINT, INDIGO
from lohum_brief.language.codes import Lang
from lohum_brief.typeset.compose import Composed, compose
from lohum_brief.typeset.shapes import operators
from tests.typeset.conftest import Typesetter, document, para

LAYOUTS = ("parallel", "stacked", "facing")
NAMES: dict[Lang, str] = {"hi": "विद्युत शक्ति", "en": "Lithium", "ja": "炭酸リチウム"}
SQUARE = (
    ("m", (10.0, 10.0)),
    ("l", (60.0, 10.0)),
    ("l", (60.0, 50.0)),
    ("l", (10.0, 50.0)),
    ("h", ()),
)
BOX = Shape(SQUARE, FAINT, Stroke(INDIGO, 1.0, (3.0, 2.0)), (Hatch(COPPER, 45.0, 4.0, 0.8),))  # type: ignore[arg-type]


def drawing(*langs: Lang, height: float = 80.0) -> Drawing:
    labels = [
        Label(70.0, 30.0 + 12 * i, Span(NAMES[lang], lang, CELL)) for i, lang in enumerate(langs)
    ]
    labels.append(Label(200.0, 12.0, Span("12,345", langs[0], CELL), "right"))
    return Drawing(
        200.0, height, (BOX,), tuple(labels), tuple((lang, f"alt {NAMES[lang]}") for lang in langs)
    )


def picture(**more: Any) -> Picture:
    return Picture((drawing("hi"), drawing("ja")), **more)


def both(hi: str, ja: str, **more: Any) -> Flow:
    return Flow((para("hi", hi), para("ja", ja)), **more)


def book(*blocks: Block, layout: str = "parallel") -> Composed:
    return compose(document(*blocks, layout=layout))


def figures(pdf: bytes) -> list[tuple[str, str, list[float]]]:
    """Language, alternative text and box of each figure, in the order of the structure tree."""
    out = []

    def walk(element: Any, lang: str) -> None:
        lang = str(element.get("/Lang", lang))
        if element.get("/S") == "/Figure":
            out.append((lang, str(element["/Alt"]), [float(n) for n in element["/A"]["/BBox"]]))
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                walk(kid, lang)

    with pikepdf.open(BytesIO(pdf)) as opened:
        walk(opened.Root["/StructTreeRoot"]["/K"], str(opened.Root["/Lang"]))
    return out


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_document_with_drawings_is_pdf_ua_and_pdf_a(layout: str, profile: str) -> None:
    pdf = book(both("नमस्ते", "前"), picture(), both("फिर", "後"), layout=layout).pdf
    report = page_validation.validate_pdf_bytes(pdf, profile=profile)
    assert report.is_compliant, [
        (failure.rule_id, failure.message) for failure in report.failures[:5]
    ]


def test_the_accessibility_checker_finds_nothing(tmp_path: Any) -> None:
    wide = Picture((drawing("hi", "ja"),), wide=True)
    file = tmp_path / "drawings.pdf"
    file.write_bytes(book(both("नमस्ते", "前"), picture(), wide, both("फिर", "後")).pdf)
    assert outloud.check(str(file)).errors == 0


def test_each_language_has_its_drawing_in_its_column() -> None:
    pdf = book(picture()).pdf
    places = geometry(document(picture())).places
    (hindi, _, left), (japanese, _, right) = figures(pdf)
    assert (hindi, japanese) == ("hi", "ja")
    assert left[1::2] == right[1::2]
    assert right[0] - left[0] == pytest.approx(places["ja"].x, abs=0.01)


def test_each_language_has_its_own_alternative_text() -> None:
    for blocks in (picture(), Picture((drawing("hi", "ja"),), wide=True)):
        said = [(lang, alt) for lang, alt, _ in figures(book(blocks).pdf)]
        assert said == [("hi", "alt विद्युत शक्ति"), ("ja", "alt 炭酸リチウム")]


def test_a_language_without_a_label_of_its_own_still_has_its_alternative_text() -> None:
    lone = structs.replace(drawing("hi"), alts=(("hi", "एक"), ("ja", "一")))
    assert [(lang, alt) for lang, alt, _ in figures(book(Picture((lone,), wide=True)).pdf)] == [
        ("hi", "एक"),
        ("ja", "一"),
    ]


def test_labels_are_text_that_can_be_searched() -> None:
    with pymupdf.open(stream=book(picture()).pdf) as opened:
        page = opened[0]
        assert page.search_for("विद्युत शक्ति")
        assert page.search_for("炭酸リチウム")
        assert len(page.search_for("12,345")) == 2


def test_labels_stand_where_their_anchor_says(typeset: Typesetter) -> None:
    number = typeset(document(picture())).starting("12,345")
    assert number.x + number.line.width == pytest.approx(200.0, abs=0.01)


def test_stacked_drawings_stand_below_one_another() -> None:
    (_, _, first), (_, _, second) = figures(book(picture(), layout="stacked").pdf)
    assert first[0] == second[0]
    assert second[3] <= first[1]


def test_on_facing_pages_each_side_has_the_drawing_in_its_language(typeset: Typesetter) -> None:
    done = typeset(document(picture(), layout="facing"))
    assert done.starting("炭酸リチウム").page == done.starting("विद्युत शक्ति").page + 1


def test_a_drawing_is_never_parted_and_stays_with_its_title(typeset: Typesetter) -> None:
    for lines in range(28, 40):
        filler = [both("पंक्ति", "行") for _ in range(lines)]
        done = typeset(
            document(*filler, both("शीर्षक", "題", keep=True), picture(), both("अंत", "終"))
        )
        title, label = done.starting("शीर्षक"), done.starting("विद्युत शक्ति")
        assert title.page == label.page
        assert label.y - title.y < 120


def test_black_and_grey_are_printed_in_one_ink() -> None:
    said = operators([BOX, Shape(SQUARE, BLACK)])  # type: ignore[arg-type]
    assert set(re.findall(r"(\S+ \S+ \S+) (?:rg|RG)", said)) == {INDIGO[:-3], COPPER[:-3]}
    assert "0.38 g" in said


def test_hatches_stay_inside_their_shape() -> None:
    pdf = book(
        Picture(
            (
                Drawing(
                    200.0, 80.0, (structs.replace(BOX, fill="", stroke=None),), (), (("hi", "x"),)
                ),
            ),
            wide=True,
        )
    ).pdf
    with pymupdf.open(stream=pdf) as opened:
        pixels = opened[0].get_pixmap(dpi=144, colorspace="gray")
    (_, _, box), *_ = figures(pdf)
    left, bottom = box[0] * 2, pixels.height - box[1] * 2
    dark = [
        (x, y)
        for y in range(pixels.height)
        for x in range(pixels.width)
        if pixels.pixel(x, y)[0] < 200 and y > 100
    ]
    inked = [(x, y) for x, y in dark if left <= x <= left + 400 and bottom - 160 <= y <= bottom]
    assert inked
    assert all(left + 18 <= x <= left + 122 and bottom - 102 <= y <= bottom - 18 for x, y in inked)


def test_no_bitmap_and_no_second_copy_of_a_font() -> None:
    with pikepdf.open(
        BytesIO(book(both("नमस्ते 1", "前"), picture(), both("फिर", "後")).pdf)
    ) as opened:
        resources = opened.pages[0]["/Resources"]
        assert "/XObject" not in resources
        names = [str(font["/BaseFont"]).partition("+")[2] for font in resources["/Font"].values()]
    assert len(set(names)) == len(names)


def test_equal_drawings_give_equal_bytes() -> None:
    first, again = (
        compose(Document("T", ("hi", "ja"), "parallel", (picture(),))).pdf for _ in range(2)
    )
    assert first == again


def test_a_drawing_is_found_where_it_stands() -> None:
    done = book(both("नमस्ते", "前"), picture(record="chart:x"))
    assert [(place.record, place.page) for place in done.places] == [("chart:x", 0)]
