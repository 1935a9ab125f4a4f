"""Columns of figures: their decimal points stand below each other, whatever decimals each has."""

from typing import NamedTuple

from msgspec import structs

from lohum_brief.document.blocks import Table
from lohum_brief.document.paragraphs import Para
from lohum_brief.typeset.paragraph import one_line
from lohum_brief.typeset.tokens import Encoder


class Point(NamedTuple):
    """How much of the widest figures of a column is in front of their points, and behind them."""

    before: float
    behind: float


def points(table: Table, encoder: Encoder) -> tuple[Point | None, ...]:
    """Return the point of each column, None where its figures are not set by it."""
    found: list[Point | None] = [None] * len(table.columns)
    for row in table.rows:
        for i, cell in enumerate(row.cells):
            for para in cell:
                if para.tail is not None:
                    before, behind = _sides(para, encoder)
                    most = found[i] or Point(0.0, 0.0)
                    found[i] = Point(max(most.before, before), max(most.behind, behind))
    return tuple(found)


def indent(para: Para, point: Point, width: float, encoder: Encoder, *, to_right: bool) -> float:
    """Return how far from the left of its column a figure begins.

    A column too narrow for all its points in one place still holds each figure.
    """
    before, behind = _sides(para, encoder)
    place = max(width - point.behind, 0.0) if to_right else point.before
    return max(min(place - before, width - before - behind), 0.0)


def _sides(para: Para, encoder: Encoder) -> Point:
    """Return the widths of what stands in front of a paragraph's point, and behind."""
    whole = one_line(para.spans, encoder).width
    if not para.tail:
        return Point(whole, 0.0)
    behind = one_line([structs.replace(para.spans[-1], text=para.tail)], encoder).width
    return Point(whole - behind, behind)
