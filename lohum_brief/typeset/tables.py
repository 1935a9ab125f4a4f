"""Tables measured: rows become strips, kept whole where they can be, under a head that repeats."""

from collections.abc import Sequence
from typing import Final

from msgspec import structs

from lohum_brief.document.blocks import Column, Row, Table
from lohum_brief.document.images import Photo
from lohum_brief.document.paragraphs import Cell, Para
from lohum_brief.document.style import FAINT, GRID, HAIR, INDIGO
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.measurer import Measurer
from lohum_brief.typeset.points import indent
from lohum_brief.typeset.strips import BASELINE, PAD, Inked, Item, Rule, Strip, for_side, gap_of, up
from lohum_brief.typeset.table_widths import Fit, widest
from lohum_brief.typeset.tagging import Element

_ROW_STEP: Final = GRID / 2
"""Heights of rows are multiples of half the grid."""

_SMALL: Final = 17.0 * GRID
"""A table of eight low rows is never parted, not even on a page that lies on its side."""

_APART: Final = 9.0
"""Lines of neighbouring cells whose baselines are closer than this are not parted."""


def table(block: Table, measurer: Measurer) -> list[Strip]:
    """Return the strips of a table; the head repeats.

    Rows are kept whole unless they are taller than a third of the page.
    """
    where = measurer.where
    ruled = block.sort == "table"
    element = measurer.sect
    if block.sort != "figures":
        element = element.add("Table" if ruled else "L")
    if ruled:
        element.alt = block.alt
    fit = measurer.fit(block, where.width)
    if fit is None:
        raise widest(block, measurer, where.width)
    block = fit.table
    head = [_head(measurer, fit, element)] if block.head else []
    again = (*_title(measurer, block), *(_repeated(strip) for strip in head))
    body = element.add("TBody") if ruled and block.rows else element
    strips: list[Strip] = []
    for number in range(len(block.rows)):
        strips += _parts_of_row(number, fit, measurer, body, again)
    if strips:
        strips[0].head = ()
    _hold_together(strips, where.height)
    strips = head + strips
    total = sum(strip.height for strip in strips)
    strips.append(gap_of(up(total) - total + GRID * 1))
    _keep_with_next(block, strips)
    return strips


def _keep_with_next(block: Table, strips: list[Strip]) -> None:
    """Keep the end of a table with what follows: of figures all, for what is said of them does."""
    for strip in strips if block.sort == "figures" else strips[-2:] if block.keep else ():
        strip.keep = True


def _parts_of_row(
    number: int, fit: Fit, measurer: Measurer, body: Element, again: tuple[Strip, ...]
) -> list[Strip]:
    """Return a row with the rule below it, in parts where it is tall; `again` is the head."""
    where, block = measurer.where, fit.table
    each = block.rows[number]
    row = _row(measurer, each, fit, body, heading=False)
    if block.sort == "table":
        last = number == len(block.rows) - 1
        ink, height = (INDIGO, 0.9) if last else (FAINT, HAIR)
        left = 0.0 if last or not block.rows[number + 1].again else fit.xs[1]
        y, width = row.height - height, where.width - left
        row.rules += tuple(Rule(side, left, y, width, height, ink) for side in range(where.sides))
    parts = _parted(row, where.height / 3)
    for part in parts:
        part.flags, part.record = each.flags, each.record
        part.head = again
    if each.again:
        parts[0].head = (*again, _named(measurer, (each.again,), fit, row.height))
    if len(parts) > 1 and block.sort == "table":
        _go_on(parts, each, fit, measurer, again)
    return parts


def _go_on(
    parts: list[Strip], row: Row, fit: Fit, measurer: Measurer, again: tuple[Strip, ...]
) -> None:
    """Let a row that is parted say on its next page what it is about: its cells up to its header.

    What of these themselves goes on there is not said twice.
    """
    count = (fit.table.row_header or 0) + 1
    about = (row.again,) if row.again else row.cells[:count]
    if not any(about) or count >= len(fit.xs):
        return
    within = [any(item.x < fit.xs[count] for item in part.items) for part in parts]
    rest = sum(part.height for part in parts)
    for number, part in enumerate(parts):
        if not any(within[number:]):
            named = _named(measurer, about, fit, rest)
            if not named.height and named.items:
                _lift(named, part)
            part.head = (*again, named)
        rest -= part.height


def _lift(named: Strip, beside: Strip) -> None:
    """Let what a row is about stand on the first line of what goes on beside it."""
    up = named.items[0].dy - min(item.dy for item in beside.items)
    named.items = [structs.replace(item, dy=item.dy - up) for item in named.items]


def _hold_together(strips: list[Strip], height: float) -> None:
    """Keep a small table on one page, and of any other two strips at its beginning and its end."""
    if sum(strip.height for strip in strips) <= max(height / 4, _SMALL):
        for strip in strips[:-1]:
            strip.keep = True
    elif len(strips) > 2:
        strips[0].keep = True
        strips[-2].keep = True


def _head(measurer: Measurer, fit: Fit, element: Element) -> Strip:
    """Return the row of heads; of a table without rows it is the body, for one must be there."""
    block = fit.table
    part = element.add("THead" if block.rows else "TBody")
    row = _row(measurer, Row(block.head), fit, part, heading=True)
    if block.sort == "table":
        width = measurer.where.width
        for side in range(measurer.where.sides):
            row.rules += (
                Rule(side, 0.0, 0.0, width, 0.9, INDIGO),
                Rule(side, 0.0, row.height - 0.6, width, 0.6, INDIGO),
            )
    row.keep = True
    return row


_Column = tuple[float, float, list[Item]]
"""A cell on one page: the baseline of its first line, how far down it reaches, its lines."""


def _row(measurer: Measurer, row: Row, fit: Fit, parent: Element, *, heading: bool) -> Strip:
    block = fit.table
    strip = Strip(0.0)
    holder = (
        parent if block.sort == "figures" else parent.add("LI" if block.sort == "list" else "TR")
    )
    pad = (PAD / 2 if block.tight else PAD) if block.sort == "table" else 0.0
    columns: list[_Column] = []
    for number, cell in enumerate(row.cells):
        owner, order = _cell(measurer, holder, block, number, heading=heading)
        if row.photo is not None and number == block.photos and owner is not None:
            strip.inked = _photo(measurer, row.photo, owner, fit.xs[number], pad)
        columns += _columns(measurer, cell, number, fit, pad, (owner, holder, order))
    step = _ROW_STEP / 2 if block.tight else _ROW_STEP
    strip.height = -(-(_aligned(strip, columns, pad) + pad) // step) * step
    return strip


def _columns(
    measurer: Measurer,
    cell: Cell,
    number: int,
    fit: Fit,
    pad: float,
    within: tuple[Element | None, Element, int],
) -> list[_Column]:
    """Return the text of a cell on each page of a spread where it has some.

    It stands `within` the element of the cell, if there is one, and that of the row.
    """
    owner, holder, order = within
    found: list[_Column] = []
    for side, langs in enumerate(measurer.where.side_langs):
        items: list[Item] = []
        y = pad
        for para in for_side(cell, langs):
            element, order = _owner(para, cell, owner, holder, order, measurer)
            lines = measurer.lines(para, fit.widths[number])
            leading = para.spans[0].style.leading
            if lines and lines[0].readings and not items:
                y += max(_headroom(para, lines[0]) - leading * BASELINE, 0.0)
            lefts = _lefts(para, lines, fit, number, measurer)
            for left, line in zip(lefts, lines, strict=True):
                x = fit.xs[number] + left
                items.append(Item(side, x, y + leading * BASELINE, element, order, line))
                y += leading
        if items:
            found.append((items[0].dy, y, items))
    return found


def _aligned(strip: Strip, columns: Sequence[_Column], pad: float) -> float:
    """Add the cells of a row, and return how far down they reach.

    They share the baseline of their first lines, however large their type.
    """
    top = max([first for first, _, _ in columns], default=0.0)
    deepest = max([inked.dy for inked in strip.inked]) if strip.inked else pad
    for first, y, items in columns:
        down = top - first
        strip.items += (
            [structs.replace(item, dy=item.dy + down) for item in items] if down else items
        )
        deepest = max(deepest, y + down)
    return deepest


def _lefts(
    para: Para, lines: Sequence[Line], fit: Fit, number: int, measurer: Measurer
) -> list[float]:
    """Return how far from the left of a column each line of a paragraph begins."""
    width = fit.widths[number]
    to_right = fit.table.columns[number].align == "right" or para.align == "right"
    if para.tail is not None and len(lines) == 1 and (point := fit.points[number]):
        return [indent(para, point, width, measurer.encoder, to_right=to_right)]
    return [width - line.width for line in lines] if to_right else [0.0] * len(lines)


def _owner(
    para: Para, cell: Cell, owner: Element | None, holder: Element, order: int, measurer: Measurer
) -> tuple[Element, int]:
    """Return what a paragraph is in the structure, and its place in the order of reading.

    A cell's only paragraph is the cell; others have an element of their own.
    """
    element = owner
    if element is None or len(cell) > 1:
        element, order = measurer.element(owner or holder, "P", para.spoken)
    elif para.lang:
        element.lang = para.lang
    if para.uri:
        element = element.add("Link")
        measurer.addresses[element] = para.uri
    return element, order


def _photo(
    measurer: Measurer, photo: Photo, cell: Element, x: float, pad: float
) -> tuple[Inked, ...]:
    """Return the photo on each page of a spread, described in that page's first language."""
    found = []
    for side, langs in enumerate(measurer.where.side_langs):
        lang, alt = next(((lang, alt) for lang, alt in photo.alts if lang in langs), photo.alts[0])
        figure, order = measurer.element(cell, "Figure", lang)
        figure.alt = alt
        found.append(
            Inked(
                side,
                x,
                pad + photo.height,
                photo.width,
                photo.height,
                figure,
                order,
                (),
                photo.image,
            )
        )
    return tuple(found)


def _headroom(para: Para, line: Line) -> float:
    """Return how far below its row's upper edge the baseline of a line with readings must be."""
    return max(reading.dy for reading in line.readings) + para.spans[0].style.size / 2


def _cell(
    measurer: Measurer, row: Element, block: Table, number: int, *, heading: bool
) -> tuple[Element | None, int]:
    """Return what holds a cell's paragraphs; figures have nothing of the kind."""
    if block.sort == "figures":
        return None, 0
    if block.sort == "list":
        return measurer.element(row, "LBody" if number else "Lbl")
    header = heading or number == block.row_header
    element, order = measurer.element(row, "TH" if header else "TD")
    if header:
        element.scope = "Column" if heading else "Row"
    return element, order


def _title(measurer: Measurer, block: Table) -> tuple[Strip, ...]:
    """Return what the table says again where it goes on, across all its width."""
    if not block.again:
        return ()
    where = measurer.where
    whole = Fit(Table((Column(1),), (), ()), [0.0], [where.width], (None,))
    row = _row(measurer, Row((block.again,)), whole, Element("TBody"), heading=False)
    return (_repeated(row),)


def _repeated(strip: Strip) -> Strip:
    """Return the head again for a later page: it is not content a second time."""
    copy = Strip(strip.height)
    copy.items = [structs.replace(item, element=None) for item in strip.items]
    copy.rules = strip.rules
    return copy


def _named(measurer: Measurer, cells: Sequence[Cell], fit: Fit, beside: float) -> Strip:
    """Return what a row goes on with, once more.

    It stands in the first cells of the row, which are empty, or above the row where it is too tall.
    """
    rest: list[Cell] = [()] * (len(fit.table.columns) - len(cells))
    row = Row((*cells, *rest))
    named = _repeated(_row(measurer, row, fit, Element("TBody"), heading=False))
    if named.height <= beside:
        named.height = 0.0
    return named


def _parted(row: Strip, limit: float) -> list[Strip]:
    """Return a row too tall to keep whole, cut between its lines."""
    if row.height <= limit:
        return [row]
    cuts: list[list[float]] = []
    for baseline in sorted({round(item.dy, 2) for item in row.items}):
        if cuts and baseline - cuts[-1][0] < _APART:
            cuts[-1].append(baseline)
        else:
            cuts.append([baseline])
    strips: list[Strip] = []
    top = 0.0
    for i, near in enumerate(cuts):
        bottom = (
            row.height
            if i == len(cuts) - 1
            else (near[-1] + (cuts[i + 1][0] - near[-1]) * (1 - BASELINE))
        )
        strip = Strip(bottom - top)
        strip.items = [
            structs.replace(item, dy=item.dy - top)
            for item in row.items
            if round(item.dy, 2) in near
        ]
        strips.append(strip)
        top = bottom
    strips[0].inked = row.inked
    strips[-1].rules = tuple(
        structs.replace(rule, dy=rule.dy - (row.height - strips[-1].height)) for rule in row.rules
    )
    return strips
