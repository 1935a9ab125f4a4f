"""Lines of paragraphs as they stand on the pages of a file, read from its glyphs by MuPDF."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pymupdf


class Line(NamedTuple):
    """A line of a paragraph: its characters as drawn, and its ink in points from the page's left
    and top.
    """

    page: int
    left: float
    right: float
    baseline: float
    text: str


class _Glyph(NamedTuple):
    page: int
    size: float
    x: float
    right: float
    y: float
    text: str


def lines(pdf: bytes) -> dict[int, list[Line]]:
    """Return the lines of each paragraph, by the number that is its ink."""
    glyphs: dict[int, list[_Glyph]] = {}
    for number, glyph in _glyphs(pdf):
        glyphs.setdefault(number, []).append(glyph)
    return {number: [*_lines(found)] for number, found in glyphs.items()}


def count_pages(pdf: bytes) -> int:
    with pymupdf.open(stream=pdf) as document:
        return int(document.page_count)


def _glyphs(pdf: bytes) -> Iterator[tuple[int, _Glyph]]:
    with pymupdf.open(stream=pdf) as document:
        # MuPDF looks each piece of a line up in the tree of tags, which takes it minutes.
        document.xref_set_key(document.pdf_catalog(), "StructTreeRoot", "null")
        for number, page in enumerate(document):
            seen = set()  # what is drawn twice, to be heavier, is one
            for span in page.get_texttrace():
                ink = _number(span["color"])
                size: float = span["size"]
                for code, ident, (x, y), box in span["chars"]:
                    place = (ident, round(x, 2), round(y, 2))
                    if ink and place not in seen:
                        seen.add(place)
                        right = max(box[2], x)
                        yield ink, _Glyph(number, size, x, right, y, chr(max(code, 32)))


def _number(color: tuple[Any, ...]) -> int:
    if len(color) != 3:
        return 0
    red, green, blue = (round(part * 255) for part in color)
    return red << 10 | green << 5 | blue if max(red, green, blue) < 32 else 0


def _lines(glyphs: list[_Glyph]) -> Iterator[Line]:
    line: list[_Glyph] = []
    for glyph in glyphs:
        first = line[0] if line else glyph
        if glyph.page != first.page or abs(glyph.y - first.y) > 0.6 * glyph.size:
            yield _line(line)
            line = []
        line.append(glyph)
    yield _line(line)


def _line(line: list[_Glyph]) -> Line:
    inked = [glyph for glyph in line if not glyph.text.isspace()] or line
    return Line(
        line[0].page,
        min(glyph.x for glyph in inked),
        max(glyph.right for glyph in inked),
        inked[0].y,
        "".join(glyph.text for glyph in line),
    )
