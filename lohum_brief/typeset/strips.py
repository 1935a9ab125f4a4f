"""Blocks measured: every block becomes strips, horizontal slices of the text area that a page break may part.

Strips hold set lines with their place inside the strip. Lines of the same paragraph in two columns lie in the same
strips, so that they break across pages together.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from lohum_brief.typeset.blocks import Cell, Column, Contents, Flow, Heading, Para, Row, Table
from lohum_brief.typeset.geometry import Geometry, Place
from lohum_brief.typeset.paragraph import Line, Span, one_line, set_lines
from lohum_brief.typeset.style import (
    BODY,
    CELL_NUMBER,
    COPPER,
    GRID,
    INDIGO,
    LIGHT,
    NUMBER_1,
    NUMBER_2,
    PALE,
    Style,
)
from lohum_brief.typeset.tagging import Element, Role
from lohum_brief.typeset.tokens import Encoder

BASELINE: Final = 0.72
"""Share of the leading above the baseline."""

_PAD: Final = 4.0
_CELL_GAP: Final = 8.0
_ROW_STEP: Final = 4.0
"""Heights of rows are multiples of half the grid."""


_SMALL: Final = 17.0 * GRID
"""A table of eight low rows is never parted, not even on a page that lies on its side."""

_APART: Final = 9.0
"""Lines of neighbouring cells whose baselines are closer than this are not parted from one another."""


class Item(NamedTuple):
    """A line at its place in a strip; `dy` goes down to the baseline. Without an element it is an artifact."""

    side: int
    x: float
    dy: float
    element: Element | None
    order: int
    line: Line


class PageNumber(NamedTuple):
    """The number of a heading's page, set when it is known, with its right edge at `x`."""

    side: int
    x: float
    dy: float
    element: Element
    order: int
    heading: int
    style: Style


class Rule(NamedTuple):
    """A filled rectangle; `dy` is its upper edge."""

    side: int
    x: float
    dy: float
    width: float
    height: float
    ink: str


class Strip:
    """`keep`: stay with the next strip. `space`: vanishes at the top of a page. `head`: repeats when parted above."""

    __slots__ = ("flags", "head", "heading", "height", "items", "keep", "need", "numbers", "record", "rules", "space")

    def __init__(self, height: float) -> None:
        self.height = height
        self.items: list[Item] = []
        self.numbers: tuple[PageNumber, ...] = ()
        self.rules: tuple[Rule, ...] = ()
        self.keep = False
        self.space = False
        self.head: tuple[Strip, ...] = ()
        self.heading = -1
        self.need = 0.0
        """Room that must be left below what it is kept with."""
        self.flags: frozenset[str] = frozenset()
        self.record = ""


class HeadingEntry(NamedTuple):
    """A heading for the outline and the contents."""

    level: int
    number: str
    paras: Cell


class Measurer:
    """Turns blocks into strips and grows the structure tree in reading order."""

    def __init__(self, where: Geometry, encoder: Encoder, root: Element, headings: Sequence[HeadingEntry]) -> None:
        self._where = where
        self._encoder = encoder
        self._root = root
        self._sect = root
        self._order = 0
        self._headings = headings
        self._next_heading = 0
        self._set: dict[tuple[Para, float], list[Line]] = {}

    def _lines(self, para: Para, measure: float) -> list[Line]:
        """The paragraph set; what stands in a document more than once, as in tables, is set once."""
        key = (para, measure)
        lines = self._set.get(key)
        if lines is None:
            lines = self._set[key] = set_lines(para.spans, measure, self._encoder, para.align)
        return lines

    # Elements ------------------------------------------------------------------------------------------------------

    def _element(self, parent: Element, role: Role, lang: str = "") -> tuple[Element, int]:
        self._order += 1
        return parent.add(role, lang), self._order

    # Headings ------------------------------------------------------------------------------------------------------

    def heading(self, block: Heading) -> list[Strip]:
        """A heading keeps with what follows; level 1 opens a Sect of the structure."""
        if block.level == 1:
            self._sect = self._root.add("Sect")
        number = self._next_heading
        self._next_heading += 1
        strips = self._title_1(block) if block.level == 1 else self._title_2(block)
        next(strip for strip in strips if not strip.space).heading = number
        for strip in strips:
            strip.keep = True
            strip.record = block.record
        return strips

    def _title_1(self, block: Heading) -> list[Strip]:
        where = self._where
        top = space(2)
        strip = Strip(0.0)
        heights = []
        hang = 0.0
        numbers = one_line([Span(block.number, "en", NUMBER_1)], self._encoder) if block.number else None
        if numbers:
            hang = max(34.0, numbers.width + 12)
        for side, langs in enumerate(where.side_langs):
            y = 0.0
            for i, para in enumerate(_for_side(block.paras, langs)):
                element, order = self._element(self._sect, "H1", para.lang)
                leading = para.spans[0].style.leading
                if numbers and i == 0:
                    # The number belongs to the heading: it is read before the title.
                    strip.items.append(Item(side, 0.0, leading * BASELINE + 1, element, order, numbers))
                for line in set_lines(para.spans, where.width - hang, self._encoder):
                    strip.items.append(Item(side, hang, y + leading * BASELINE, element, order, line))
                    y += leading
            heights.append(y)
        strip.height = max(heights, default=0.0)
        foot = Strip(_up(strip.height + GRID) - strip.height)
        foot.need = 2 * BODY.leading
        for side in range(where.sides):
            foot.rules += (Rule(side, 0.0, 4.0, where.width, 1.1, INDIGO),)
        after = space(1)
        return [top, strip, foot, after] if top.height else [strip, foot, after]

    def _title_2(self, block: Heading) -> list[Strip]:
        """Smaller headings: the languages in the columns where their texts stand, or after each other."""
        where = self._where
        role: Role = "H2" if block.level == 2 else "H3"
        strip = Strip(0.0)
        number = one_line([Span(block.number, "en", NUMBER_2)], self._encoder) if block.number else None
        hang = number.width + 10 if number else 0.0
        deepest = 0.0
        for side, langs in enumerate(where.side_langs):
            y = 0.0
            for i, para in enumerate(_for_side(block.paras, langs)):
                place = _place(where, para, side)
                if not where.stacked:
                    y = 0.0
                element, order = self._element(self._sect, role, para.lang)
                leading = para.spans[0].style.leading
                inset = hang if i == 0 or where.stacked else 0.0
                x = place.x - (hang if where.stacked and block.level == 2 else 0.0)
                if number and i == 0:
                    strip.items.append(Item(side, x, leading * BASELINE, element, order, number))
                for line in set_lines(para.spans, place.width - inset, self._encoder):
                    strip.items.append(Item(side, x + inset, y + leading * BASELINE, element, order, line))
                    y += leading
                deepest = max(deepest, y)
        strip.height = _up(deepest)
        return [space(1), strip]

    # Flowing text --------------------------------------------------------------------------------------------------

    def flow(self, block: Flow) -> list[Strip]:
        """Paragraphs side by side, or one after the other where the layout is stacked."""
        where = self._where
        strips: list[Strip] = []
        columns: list[tuple[Place, Element, int, list[Line]]] = []
        holder = self._sect.add("L").add("LI") if block.bullet else self._sect
        leading = BODY.leading
        for side, langs in enumerate(where.side_langs):
            for para in _for_side(block.paras, langs):
                place = Place(side, 0.0, where.width) if block.wide else _place(where, para, side)
                inset = 12.0 if block.bullet or block.boxed else 0.0
                right = 12.0 if block.boxed else 0.0
                leading = para.spans[0].style.leading
                if block.bullet:
                    label, order = self._element(holder, "Lbl", para.lang)
                    dot = one_line([Span(block.bullet, "en", para.spans[0].style._replace(ink=COPPER))], self._encoder)
                    columns.append((place, label, order, [dot]))
                role: Role = "LBody" if block.bullet else block.role
                element, order = self._element(holder, role, para.lang)
                place = Place(place.side, place.x + inset, place.width - inset - right)
                columns.append((place, element, order, self._lines(para, place.width)))
        if where.stacked:
            step = 2 if block.bullet else 1
            for i in range(0, len(columns), step):
                if i:
                    strips.append(_gap(0.5, keep=False))
                strips += _lines(columns[i : i + step], leading)
        else:
            strips += _lines(columns, leading)
        if block.boxed:
            strips = self._boxed(strips, wide=block.wide)
        for strip in strips:
            strip.flags = block.flags
            strip.record = block.record
            strip.keep = strip.keep or block.keep
        total = sum(strip.height for strip in strips)
        # What keeps with the next belongs to it, as a title does: no gap parts them.
        after = 0.0 if block.keep else GRID if not where.stacked or block.bullet else 2 * GRID
        strips.append(_gap_of(_up(total) - total + after, keep=block.keep))
        return strips

    def _boxed(self, strips: list[Strip], *, wide: bool) -> list[Strip]:
        """On a pale ground, in one piece."""
        where = self._where
        whole = Strip(_up(sum(strip.height for strip in strips) + 2 * _PAD))
        for side in range(where.sides):
            x = 0.0 if wide else min(place.x for place in where.places.values() if place.side == side)
            whole.rules += (Rule(side, x, 0.0, where.width - x, whole.height, PALE),)
        y = (whole.height - sum(strip.height for strip in strips)) / 2
        for strip in strips:
            whole.items += [item._replace(dy=item.dy + y) for item in strip.items]
            y += strip.height
        return [whole]

    # Tables --------------------------------------------------------------------------------------------------------

    def table(self, block: Table) -> list[Strip]:
        """Rows are kept whole unless they are taller than a third of the page; the head repeats."""
        where = self._where
        ruled = block.sort == "table"
        element = self._sect if block.sort == "figures" else self._sect.add("Table" if ruled else "L")
        if ruled:
            element.alt = block.alt
        xs, widths = _tracks(block.columns, where.width)
        head: list[Strip] = []
        if block.head:
            row = self._row(Row(block.head), block, xs, widths, element.add("THead"), heading=True)
            if ruled:
                for side in range(where.sides):
                    row.rules += (
                        Rule(side, 0.0, 0.0, where.width, 0.9, INDIGO),
                        Rule(side, 0.0, row.height - 0.6, where.width, 0.6, INDIGO),
                    )
            row.keep = True
            head.append(row)
        again = tuple(_repeated(strip) for strip in head)
        body = element.add("TBody") if ruled else element
        strips: list[Strip] = []
        for i, each in enumerate(block.rows):
            row = self._row(each, block, xs, widths, body, heading=False)
            if ruled:
                last = i == len(block.rows) - 1
                ink, height = (INDIGO, 0.9) if last else (LIGHT, 0.35)
                for side in range(where.sides):
                    row.rules += (Rule(side, 0.0, row.height - height, where.width, height, ink),)
            parts = _parted(row, where.height / 3)
            for part in parts:
                part.flags, part.record = each.flags, each.record
                part.head = again
            strips += parts
        if strips:
            strips[0].head = ()
        if sum(strip.height for strip in strips) <= max(where.height / 4, _SMALL):
            for strip in strips[:-1]:  # a small table is not parted
                strip.keep = True
        elif len(strips) > 2:
            strips[0].keep = True
            strips[-2].keep = True
        strips = head + strips
        total = sum(strip.height for strip in strips)
        strips.append(_gap_of(_up(total) - total + GRID * 1))
        if block.sort == "figures":
            for strip in strips:  # what is said of them follows
                strip.keep = True
        return strips

    def _row(
        self, row: Row, block: Table, xs: list[float], widths: list[float], parent: Element, *, heading: bool
    ) -> Strip:
        where = self._where
        strip = Strip(0.0)
        holder = parent if block.sort == "figures" else parent.add("LI" if block.sort == "list" else "TR")
        deepest = 0.0
        pad = (_PAD / 2 if block.tight else _PAD) if block.sort == "table" else 0.0
        for number, (cell, column) in enumerate(zip(row.cells, block.columns, strict=True)):
            header = heading or number == block.row_header
            owner, order = self._cell(holder, block, number, header=header)
            if header and owner is not None and owner.role == "TH":
                owner.scope = "Column" if heading else "Row"
            for side, langs in enumerate(where.side_langs):
                y = pad
                for para in _for_side(cell, langs):
                    element = owner
                    if element is None or len(cell) > 1:
                        element, order = self._element(owner or holder, "P", para.lang)
                    elif para.lang:
                        element.lang = para.lang
                    leading = para.spans[0].style.leading
                    align = "right" if column.align == "right" or para.align == "right" else "left"
                    for line in self._lines(para, widths[number]):
                        x = xs[number] + (widths[number] - line.width if align == "right" else 0.0)
                        strip.items.append(Item(side, x, y + leading * BASELINE, element, order, line))
                        y += leading
                deepest = max(deepest, y)
        step = 1 if block.tight else _ROW_STEP
        strip.height = -(-(deepest + pad) // step) * step
        return strip

    def _cell(self, row: Element, block: Table, number: int, *, header: bool) -> tuple[Element | None, int]:
        """What holds a cell's paragraphs; figures have nothing of the kind."""
        if block.sort == "figures":
            return None, 0
        if block.sort == "list":
            return self._element(row, "LBody" if number else "Lbl")
        return self._element(row, "TH" if header else "TD")

    # Contents ------------------------------------------------------------------------------------------------------

    def contents(self, block: Contents) -> list[Strip]:
        """A line for each heading of level 1: number, titles, page."""
        where = self._where
        strips = self._title_1(Heading(1, "", block.title)) if block.title else []
        entries: list[Strip] = []
        toc = self._sect.add("TOC")
        number_width, page_width = 34.0, 30.0
        depths: list[float] = []
        for index, entry in enumerate(self._headings):
            if entry.level != 1:
                continue
            strip = Strip(0.0)
            deepest = 0.0
            item = toc.add("TOCI")
            for side, langs in enumerate(where.side_langs):
                paras = _for_side(entry.paras, langs)
                starts = self._entry_starts(paras, number_width, page_width)
                label, order = self._element(item, "Lbl")
                number = one_line([Span(entry.number, "en", CELL_NUMBER._replace(size=9.6))], self._encoder)
                strip.items.append(Item(side, 0.0, BODY.leading * BASELINE, label, order, number))
                for i, para in enumerate(paras):
                    element, order = self._element(item, "Reference", para.lang)
                    y = 0.0
                    x, stop = starts[i : i + 2]
                    spans = [span._replace(style=BODY) for span in para.spans]
                    for line in set_lines(spans, stop - x - 12, self._encoder):
                        strip.items.append(Item(side, x, y + BODY.leading * BASELINE, element, order, line))
                        y += BODY.leading
                    deepest = max(deepest, y)
                page, order = self._element(item.add("Reference"), "Link")
                strip.numbers += (PageNumber(side, where.width, BODY.leading * BASELINE, page, order, index, BODY),)
            depths.append(deepest)
            entries.append(strip)
        title = sum(strip.height for strip in strips if not strip.space)
        loose = sum(_up(depth + 3) for depth in depths)
        close = title + loose > where.height >= title + sum(depths)
        for strip, depth in zip(entries, depths, strict=True):
            strip.height = depth if close else _up(depth + 3)
            ruled = strip.height - (0.4 if close else 3.0)
            strip.rules = tuple(Rule(side, 0.0, ruled, where.width, 0.35, LIGHT) for side in range(where.sides))
        return strips + entries

    def _entry_starts(self, paras: list[Para], before: float, behind: float) -> list[float]:
        """Where the titles of an entry of the contents begin, and where the last ends: where the texts have columns."""
        where = self._where
        stop = where.width - behind
        if where.stacked or len(paras) < 2:
            share = (stop - before) / max(len(paras), 1)
            return [before + i * share for i in range(len(paras))] + [stop]
        return [before, *(_place(where, para, 0).x for para in paras[1:]), stop]


def space(units: float) -> Strip:
    """Empty space that vanishes at the top of a page."""
    return _gap(units, keep=True)


def _gap(units: float, *, keep: bool) -> Strip:
    return _gap_of(units * GRID, keep=keep)


def _gap_of(height: float, *, keep: bool = False) -> Strip:
    strip = Strip(height)
    strip.space = True
    strip.keep = keep
    return strip


def _up(height: float) -> float:
    return float(-(-round(height, 3) // GRID) * GRID)


def _for_side(cell: Cell, langs: frozenset[str]) -> list[Para]:
    return [para for para in cell if not para.lang or para.lang in langs]


def _place(where: Geometry, para: Para, side: int) -> Place:
    if para.lang and para.lang in where.places:
        return where.places[para.lang]
    return Place(side, 0.0, where.width)


def _lines(columns: list[tuple[Place, Element, int, list[Line]]], leading: float) -> list[Strip]:
    """One strip for each line of the longest column; no single line is left alone on either page."""
    strips = []
    for i in range(max((len(lines) for *_, lines in columns), default=0)):
        strip = Strip(leading)
        for place, element, order, lines in columns:
            if i < len(lines):
                strip.items.append(Item(place.side, place.x, leading * BASELINE, element, order, lines[i]))
        strips.append(strip)
    if len(strips) > 1:
        strips[0].keep = True
        strips[-2].keep = True
    return strips


def _tracks(columns: Iterable[Column], width: float) -> tuple[list[float], list[float]]:
    """Left edges and widths of the columns' text."""
    weights = [column.weight for column in columns]
    room = width - _CELL_GAP * (len(weights) - 1)
    widths = [weight / sum(weights) * room for weight in weights]
    xs = [sum(widths[:i]) + i * _CELL_GAP for i in range(len(widths))]
    return xs, widths


def _repeated(strip: Strip) -> Strip:
    """The head again on a later page: it is not content a second time."""
    copy = Strip(strip.height)
    copy.items = [item._replace(element=None) for item in strip.items]
    copy.rules = strip.rules
    return copy


def _parted(row: Strip, limit: float) -> list[Strip]:
    """A row too tall to keep whole, cut between its lines."""
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
        bottom = row.height if i == len(cuts) - 1 else (near[-1] + (cuts[i + 1][0] - near[-1]) * (1 - BASELINE))
        strip = Strip(bottom - top)
        strip.items = [item._replace(dy=item.dy - top) for item in row.items if round(item.dy, 2) in near]
        strips.append(strip)
        top = bottom
    strips[-1].rules = tuple(rule._replace(dy=rule.dy - (row.height - strips[-1].height)) for rule in row.rules)
    return strips
