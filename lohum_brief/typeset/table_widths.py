"""Columns of tables: how wide what cannot be parted makes them, and in what type a table fits."""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Final, Protocol

import msgspec
from msgspec import structs

from lohum_brief.document.blocks import Column, Row, Table
from lohum_brief.document.images import Photo
from lohum_brief.document.paragraphs import Cell, Para
from lohum_brief.document.tracks import GAP, placed, tracks
from lohum_brief.document.unprintable import TooWideError
from lohum_brief.language.codes import UNSPACED
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.paragraph_tokens import least
from lohum_brief.typeset.points import Point, points
from lohum_brief.typeset.tokens import Encoder

_LEAST_GAP: Final = 5.0
"""Of a table whose type is set smaller, so that it fits."""

SMALLEST: Final = 6.9
"""Points of type below which nothing is set to make it fit; smaller styles stay as they are."""

_SPACE: Final = 3.0
"""Points that a space at which a line ends would be wide within it."""

_MOST, _FEW = 0.85, 8
"""The share of a column's paragraphs that it has room for, where there are more than a few."""

_WORTH: Final = 12.0
"""Points below which widths stay as they are weighed: no line is won."""

_SLACK: Final = 0.1
"""Points by which a column is wider than what it must hold, for sizes and widths are rounded."""


class LineSetter(Protocol):
    """Sets the paragraphs of cells."""

    encoder: Encoder

    def lines(self, para: Para, measure: float) -> list[Line]:
        """Return the lines of a paragraph."""

    def keep(self, para: Para, was: float, now: float) -> None:
        """Note that a paragraph has the lines that it has at one measure at another too."""


_Asked = list[tuple[float, Para | None]]
"""How wide the paragraphs of a column, or its photos, would be on one line."""


class Fit(msgspec.Struct, frozen=True):
    """A table as it fits, in its own type or a smaller one; left edges, widths and decimal points
    of its columns.
    """

    table: Table
    xs: list[float]
    widths: list[float]
    points: tuple[Point | None, ...]


def fitted(block: Table, measurer: LineSetter, width: float) -> Fit | None:
    """Fit a table into a width.

    First its columns are as they are weighed, then as wide as they must be, at last without room
    for all decimal points in one place, then its type is smaller. Returns None where not even the
    smallest type fits.
    """
    xs, widths = tracks(block.columns, width)
    encoder = measurer.encoder
    found = points(block, encoder)
    if (asked := _asked(block, widths, measurer)) and all(map(_has_room, found, widths)):
        return _evened(Fit(block, xs, widths, found), asked, GAP, measurer)
    one, smaller = [1.0], _scales(_largest(block))
    for tried, scales, wanted in (
        (block, one, found),
        (block, one, ()),
        (_latin(block), smaller, ()),
    ):
        needs = _needs(tried, measurer, wanted)
        for scale in scales:
            gap = max(GAP * scale, _LEAST_GAP)
            room = width - gap * (len(needs) - 1)
            if planned := _planned(block.columns, [need.at(scale) for need in needs], room):
                table = _scaled(tried, scale)
                fit = Fit(table, *placed(planned, gap), points(table, encoder))
                asked = _asked(table, planned, measurer)
                return _evened(fit, asked, gap, measurer) if asked else fit
    return None


def _evened(fit: Fit, asked: Sequence[_Asked], gap: float, measurer: LineSetter) -> Fit:
    """Return a table whose columns give what they do not need, where that parts nothing.

    First what most of their cells do not need, so that only the longest names of many are parted;
    then what none of them does.
    """
    if any(column.fixed for column in fit.table.columns) or not any(map(_parts, asked, fit.widths)):
        return fit
    for share in (_MOST, 1.0):
        better = _given(fit.widths, [_at(share, of, measurer.encoder) for of in asked])
        if (
            better
            and all(map(_has_room, fit.points, better))
            and _hold(asked, fit.widths, better, measurer)
        ):
            return Fit(fit.table, *placed(better, gap), fit.points)
    return fit


def _parts(asked: _Asked, width: float) -> bool:
    """Return whether a column of this width has paragraphs of several lines."""
    return any(one > width for one, _ in asked)


def _hold(
    asked: Sequence[_Asked],
    widths: Sequence[float],
    better: Sequence[float],
    measurer: LineSetter,
) -> bool:
    """Return whether columns of other widths part nothing that should be whole.

    What has room on one line in both is not set anew: that took 8 % of an export of 320 pages.
    """
    for column, was, now in zip(asked, widths, better, strict=True):
        for width, para in column:
            if para is None:
                if width > now:
                    return False
            elif width <= now and width <= was:
                measurer.keep(para, was, now)
            elif measurer.lines(para, now)[0].narrow:
                return False
    return True


def _at(share: float, asked: _Asked, encoder: Encoder) -> float:
    """Return the width in which this share of paragraphs has room; of a few, all.

    Of the others nothing is parted that should be whole.
    """
    if not asked:
        return 0.0
    ordered = sorted(asked, key=itemgetter(0))
    last = int(share * (len(ordered) - 1)) if len(ordered) > _FEW else len(ordered) - 1
    whole = [
        width
        for _, para in ordered[last + 1 :]
        if para
        for width in least(para.spans, encoder).values()
    ]
    return max([ordered[last][0], *whole])


def _has_room(point: Point | None, width: float) -> bool:
    return point is None or point.before + point.behind <= width


def widest(block: Table, measurer: LineSetter, width: float) -> TooWideError:
    """Return what to say of a table that does not fit.

    It names the widest cell of the column that most exceeds its weight.
    """
    needs = [need.at(0.0) for need in _needs(block, measurer)]
    _, widths = tracks(block.columns, width)
    column = max(range(len(needs)), key=lambda i: needs[i] - widths[i])
    rows = [(-1, "", block.head)] if block.head else []
    rows += [(i, row.record, row.cells) for i, row in enumerate(block.rows)]

    def need(cell: Cell) -> float:
        return max(
            (width for para in cell for width in least(para.spans, measurer.encoder).values()),
            default=0.0,
        )

    row, record, cells = max(rows, key=lambda one: need(one[2][column]))
    record = record or next((row.record for row in block.rows), "")
    return TooWideError(" ".join(para.text for para in cells[column]), record, row, column)


def _asked(block: Table, widths: Sequence[float], measurer: LineSetter) -> list[_Asked] | None:
    """Return the paragraphs of each column with how wide they would be on one line.

    None where columns of these widths part something that should be whole. What is set here is set
    for good.
    """
    lines = measurer.lines
    asked: list[_Asked] = [[] for _ in widths]
    for cells in _rows(block):
        for cell, width, found in zip(cells, widths, asked, strict=True):
            for para in cell:
                if set_ := lines(para, width):
                    if set_[0].narrow:
                        return None
                    # The spaces at which lines end are not counted.
                    ends = _SPACE * (len(set_) - 1)
                    found.append((sum([line.width for line in set_]) + ends, para))
    for number, photo in _photos(block):
        if photo.width > widths[number]:
            return None
        asked[number].append((photo.width, None))
    return asked


def _given(widths: Sequence[float], asked: Sequence[float]) -> list[float] | None:
    """Return widths in which columns give what they do not need to those that part their texts.

    None where all have enough, or none has more.
    """
    apart = [width - ask - _SLACK for width, ask in zip(widths, asked, strict=True)]
    spare = [max(more, 0.0) for more in apart]
    lacks = [max(-more, 0.0) for more in apart]
    given = min(sum(spare), sum(lacks))
    if given < _WORTH:
        return None
    return [
        width - given * more / sum(spare) + given * less / sum(lacks)
        for width, more, less in zip(widths, spare, lacks, strict=True)
    ]


def _rows(block: Table) -> Iterator[Sequence[Cell]]:
    if block.head:
        yield block.head
    for row in block.rows:
        yield row.cells
        if row.again:
            yield (row.again, *((),) * (len(block.columns) - 1))


def _photos(block: Table) -> Iterator[tuple[int, Photo]]:
    if block.photos is not None:
        for row in block.rows:
            if row.photo is not None:
                yield block.photos, row.photo


class _Need(msgspec.Struct):
    """What a column must hold: the widest by size of type, and what has no type."""

    sizes: dict[float, float]
    fixed: float = 0.0

    def at(self, scale: float) -> float:
        """Return the least width of the column where type is scaled."""
        widths = [
            width * _scaled_size(size, scale) / size for size, width in self.sizes.items() if width
        ]
        return max([self.fixed, *widths]) + _SLACK


def _needs(block: Table, measurer: LineSetter, wanted: Sequence[Point | None] = ()) -> list[_Need]:
    """Return what each column must hold, `wanted` points in one place too."""
    needs = [_Need({}) for _ in block.columns]
    for need, point in zip(needs, wanted, strict=False):
        need.fixed = point.before + point.behind if point else 0.0
    seen: set[tuple[int, Para]] = set()
    for cells in _rows(block):
        for i, cell in enumerate(cells):
            for para in cell:
                if (i, para) in seen:
                    continue
                seen.add((i, para))
                sizes = needs[i].sizes
                for size, width in least(para.spans, measurer.encoder).items():
                    sizes[size] = max(sizes.get(size, 0.0), width)
    for number, photo in _photos(block):
        needs[number].fixed = max(needs[number].fixed, photo.width)
    return needs


def _planned(columns: Sequence[Column], needs: Sequence[float], room: float) -> list[float] | None:
    """Return widths as the columns are weighed, but none narrower than it must be.

    None where there is not room for all.
    """
    if sum(needs) > room:
        return None
    narrow: set[int] = set()
    while True:
        left = room - sum(needs[i] for i in narrow)
        weight = sum(column.weight for i, column in enumerate(columns) if i not in narrow)
        widths = [
            needs[i] if i in narrow else column.weight / weight * left
            for i, column in enumerate(columns)
        ]
        short = {i for i, width in enumerate(widths) if width < needs[i]}
        if not short:
            return widths
        narrow |= short


def _scales(largest: float) -> Iterator[float]:
    """Yield how type is scaled in turn, until none is larger than the smallest allowed."""
    scale = 0.95
    while scale * largest > SMALLEST:
        yield scale
        scale -= 0.05
    yield SMALLEST / max(largest, SMALLEST)


def _scaled_size(size: float, scale: float) -> float:
    return max(round(size * scale, 2), SMALLEST) if size > SMALLEST else size


def _largest(block: Table) -> float:
    paras = (para for cells in _rows(block) for cell in cells for para in cell)
    return max((span.style.size for para in paras for span in para.spans), default=SMALLEST)


def _latin(block: Table) -> Table:
    """Return the table with Latin figures in cells that all languages share.

    Those of Japanese faces are wider.
    """

    def latin(para: Para) -> Para:
        if para.lang or not any(
            span.lang in UNSPACED and span.text.isascii() for span in para.spans
        ):
            return para
        spans = [
            structs.replace(span, lang="en") if span.text.isascii() else span for span in para.spans
        ]
        return structs.replace(para, spans=tuple(spans))

    return _changed(block, latin)


def _scaled(block: Table, scale: float) -> Table:
    """Return the table in type of that scale, with its lines as much closer."""
    if scale == 1.0:
        return block
    largest = _largest(block)
    closer = _scaled_size(largest, scale) / largest

    def smaller(para: Para) -> Para:
        spans = []
        for span in para.spans:
            style = span.style
            size, leading = _scaled_size(style.size, scale), round(style.leading * closer * 2) / 2
            spans.append(
                structs.replace(span, style=structs.replace(style, size=size, leading=leading))
            )
        return structs.replace(para, spans=tuple(spans))

    return _changed(block, smaller)


def _changed(block: Table, change: Callable[[Para], Para]) -> Table:
    def cells(of: Sequence[Cell]) -> tuple[Cell, ...]:
        return tuple([tuple(map(change, cell)) for cell in of])

    def row(of: Row) -> Row:
        return structs.replace(of, cells=cells(of.cells), again=tuple(map(change, of.again)))

    return structs.replace(block, head=cells(block.head), rows=tuple(map(row, block.rows)))
