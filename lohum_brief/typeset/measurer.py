"""Headings, flowing text and contents measured: each becomes strips."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import structs

from lohum_brief.document.blocks import Contents, Flow, Heading, Table
from lohum_brief.document.geometry import Geometry, Place
from lohum_brief.document.paragraphs import Para, Span
from lohum_brief.document.style import (
    BODY,
    CELL_NUMBER,
    COPPER,
    FAINT,
    GRID,
    HAIR,
    INDIGO,
    NUMBER_1,
    NUMBER_2,
    Style,
)
from lohum_brief.document.unprintable import TooWideError
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.paragraph import one_line, set_lines
from lohum_brief.typeset.strips import (
    BASELINE,
    PAD,
    HeadingEntry,
    Item,
    PageNumber,
    Rule,
    Strip,
    for_side,
    gap,
    gap_of,
    space,
    up,
)
from lohum_brief.typeset.table_widths import Fit, fitted
from lohum_brief.typeset.tagging import Element, Role
from lohum_brief.typeset.tokens import Encoder

_OVER: Final = 2
"""`narrow` of lines of which something is wider than their measure."""

_TOGETHER: Final = 6 * BODY.leading
"""Languages below one another stay on one page up to this height, so that a reader finds both."""
_NUMBER_WIDTH, _PAGE_WIDTH = 34.0, 30.0
"""Of the numbers at both ends of an entry of the contents."""
_BAR: Final = 1.4
"""Points that the bar beside boxed text is wide."""
_ENTRY: Final = structs.replace(BODY, display=True)
_QUOTED: Final = 2 * BODY.size
"""How far a quotation is moved in, in points: two ems."""

Lines = dict[tuple[Para, float], list[Line]]
"""The lines of paragraphs at a measure."""
Fits = dict[tuple[Table, float], Fit | None]
"""How tables fit a width."""


class Measurer:
    """Turns blocks into strips and grows the structure tree in reading order."""

    def __init__(
        self,
        where: Geometry,
        encoder: Encoder,
        root: Element,
        headings: Sequence[HeadingEntry],
        lines: Lines | None = None,
        fits: Fits | None = None,
    ) -> None:
        """Take what is kept of earlier documents of the same encoder.

        `lines` has paragraphs by measure and takes those of this document. `fits` has and takes
        tables that needed more than the weights of their columns say, or found room nowhere.
        """
        self.where = where
        self.encoder = encoder
        self._root = root
        self.sect = root
        self.addresses: dict[Element, str] = {}
        """Where paragraphs lead outside the document."""
        self._order = 0
        self._headings = headings
        self._next_heading = 0
        self._lines: Lines = {} if lines is None else lines
        self._fits: Fits = {} if fits is None else fits

    def lines(self, para: Para, measure: float) -> list[Line]:
        """Return the lines of a paragraph; one that comes back, as in tables, is set once."""
        key = (para, measure)
        lines = self._lines.get(key)
        if lines is None:
            lines = self._lines[key] = set_lines(para.spans, measure, self.encoder, para.align)
        return lines

    def keep(self, para: Para, was: float, now: float) -> None:
        """Note that a paragraph has the lines that it has at one measure at another too."""
        self._lines[para, now] = self._lines[para, was]

    def fit(self, block: Table, width: float) -> Fit | None:
        """Return how a table fits a width; None where it does not."""
        key = block, width
        if key not in self._fits:
            self._fits[key] = fitted(block, self, width)
        return self._fits[key]

    def held(self, para: Para, measure: float) -> list[Line]:
        """Return the lines of a paragraph. Raises TooWideError where a number is too wide."""
        lines = self.lines(para, measure)
        if lines and lines[0].narrow == _OVER:
            raise TooWideError(para.text)
        return lines

    def single(self, span: Span) -> Line:
        """Return a span on one line, however wide."""
        return one_line([span], self.encoder)

    # Elements ------------------------------------------------------------------------------------

    def element(self, parent: Element, role: Role, lang: str = "") -> tuple[Element, int]:
        self._order += 1
        return parent.add(role, lang), self._order

    @property
    def next_heading(self) -> int:
        """Return the number of the heading that is measured next."""
        return self._next_heading

    def pass_heading(self) -> None:
        """Leave out a heading that is measured already."""
        self._next_heading += 1

    def _whole(self, spans: Sequence[Span], measure: float) -> list[Line]:
        """Return the lines of a heading, which a document has once. Raises TooWideError."""
        lines = set_lines(spans, measure, self.encoder)
        if lines and lines[0].narrow == _OVER:
            raise TooWideError("".join(span.text for span in spans))
        return lines

    # Headings ------------------------------------------------------------------------------------

    def heading(self, block: Heading) -> list[Strip]:
        """Return the strips of a heading; it keeps with what follows.

        Level 1 opens a Sect of the structure.
        """
        if block.level == 1:
            self.sect = self._root.add("Sect")
        number = self._next_heading
        self._next_heading += 1
        strips = self._title_1(block) if block.level == 1 else self._title_2(block)
        next(strip for strip in strips if not strip.space).heading = number
        for strip in strips:
            strip.keep = True
            strip.record = block.record
        return strips

    def _title_1(self, block: Heading) -> list[Strip]:
        where = self.where
        top = space(2)
        strip = Strip(0.0)
        heights = []
        hang = 0.0
        numbers = (
            one_line([Span(block.number, "en", NUMBER_1)], self.encoder) if block.number else None
        )
        if numbers:
            hang = max(34.0, numbers.width + 12)
        for side, langs in enumerate(where.side_langs):
            y = 0.0
            for i, para in enumerate(for_side(block.paras, langs)):
                element, order = self.element(self.sect, "H1", para.spoken)
                leading = para.spans[0].style.leading
                if numbers and i == 0:
                    # The number belongs to the heading: it is read before the title.
                    strip.items.append(
                        Item(side, 0.0, leading * BASELINE + 1, element, order, numbers)
                    )
                for line in self._whole(para.spans, where.width - hang):
                    strip.items.append(
                        Item(side, hang, y + leading * BASELINE, element, order, line)
                    )
                    y += leading
            heights.append(y)
        strip.height = max(heights, default=0.0)
        foot = Strip(up(strip.height + GRID) - strip.height)
        foot.need = GRID + 4 * BODY.leading
        for side in range(where.sides):
            foot.rules += (Rule(side, 0.0, 4.0, where.width, 1.1, INDIGO),)
        after = space(1)
        return [top, strip, foot, after] if top.height else [strip, foot, after]

    def _title_2(self, block: Heading) -> list[Strip]:
        """Return the strips of a smaller heading.

        The languages stand in the columns of their texts, or after each other.
        """
        where = self.where
        role: Role = "H2" if block.level == 2 else "H3"
        strip = Strip(0.0)
        number = (
            one_line([Span(block.number, "en", NUMBER_2)], self.encoder) if block.number else None
        )
        hang = number.width + 10 if number else 0.0
        deepest = 0.0
        for side, langs in enumerate(where.side_langs):
            y = 0.0
            for i, para in enumerate(for_side(block.paras, langs)):
                place = Place(side, 0.0, where.width) if block.wide else _place(where, para, side)
                if not where.stacked:
                    y = 0.0
                element, order = self.element(self.sect, role, para.spoken)
                leading = para.spans[0].style.leading
                inset = hang if i == 0 or where.stacked else 0.0
                x = place.x - (hang if where.stacked and block.level == 2 else 0.0)
                if number and i == 0:
                    strip.items.append(Item(side, x, leading * BASELINE, element, order, number))
                for line in self._whole(para.spans, place.width - inset):
                    strip.items.append(
                        Item(side, x + inset, y + leading * BASELINE, element, order, line)
                    )
                    y += leading
                deepest = max(deepest, y)
        strip.height = up(deepest)
        return [space(1), strip]

    # Flowing text --------------------------------------------------------------------------------

    def flow(self, block: Flow) -> list[Strip]:
        """Return the strips of paragraphs abreast, or below one another in a stacked layout."""
        where = self.where
        columns: list[_Column] = []
        holder = self.sect.add("BlockQuote") if block.quoted else self.sect
        holder = holder.add("L").add("LI") if block.bullet else holder
        leading = BODY.leading
        for side, langs in enumerate(where.side_langs):
            for para in for_side(block.paras, langs):
                leading = para.spans[0].style.leading
                columns += self._columns(block, para, side, holder)
        step = 2 if block.bullet else 1
        strips = _stacked(columns, step, leading) if where.stacked else _abreast(columns, leading)
        if block.boxed:
            strips = self._boxed(strips, wide=block.wide)
        for strip in strips:
            strip.flags = block.flags
            strip.record = block.record
            strip.keep = strip.keep or block.keep
        total = sum(strip.height for strip in strips)
        # What keeps with the next belongs to it, as a title does: no gap parts them.
        after = 0.0 if block.keep else GRID if not where.stacked or block.bullet else 2 * GRID
        strips.append(gap_of(up(total) - total + after, keep=block.keep))
        return strips

    def _columns(self, block: Flow, para: Para, side: int, holder: Element) -> Iterator["_Column"]:
        """Yield a paragraph with its place, behind its bullet if it has one."""
        where = self.where
        place = Place(side, 0.0, where.width) if block.wide else _place(where, para, side)
        if block.quoted and not block.wide:
            place = self._text_place(side)
        inset = 12.0 if block.bullet or block.boxed else 0.0
        inset += _QUOTED if block.quoted else 0.0
        right = 12.0 if block.boxed else 0.0
        if block.bullet:
            label, order = self.element(holder, "Lbl", para.spoken)
            copper = structs.replace(para.spans[0].style, ink=COPPER)
            dot = one_line([Span(block.bullet, "en", copper)], self.encoder)
            yield place, label, order, [dot]
        role: Role = "LBody" if block.bullet else block.role
        element, order = self.element(holder, role, para.spoken)
        place = Place(place.side, place.x + inset, place.width - inset - right)
        yield place, element, order, self.held(para, place.width)

    def _text_place(self, side: int) -> Place:
        """Return where texts stand on a side: from the first language to the right margin."""
        x = min(place.x for place in self.where.places.values() if place.side == side)
        return Place(side, x, self.where.width - x)

    def _boxed(self, strips: list[Strip], *, wide: bool) -> list[Strip]:
        """Return the strips as one, beside a bar: a pale ground is lost in a copy."""
        where = self.where
        whole = Strip(up(sum(strip.height for strip in strips) + 2 * PAD))
        for side in range(where.sides):
            x = 0.0 if wide else self._text_place(side).x
            whole.rules += (Rule(side, x, 0.0, _BAR, whole.height, INDIGO),)
        y = (whole.height - sum(strip.height for strip in strips)) / 2
        for strip in strips:
            whole.items += [structs.replace(item, dy=item.dy + y) for item in strip.items]
            y += strip.height
        return [whole]

    # Contents ------------------------------------------------------------------------------------

    def contents(self, block: Contents) -> list[Strip]:
        """Return a line for each heading of level 1: number, titles, page."""
        strips = self._title_1(Heading(1, "", block.title)) if block.title else []
        toc = self.sect.add("TOC")
        numbered = structs.replace(CELL_NUMBER, size=9.6)
        listed = [(i, entry) for i, entry in enumerate(self._headings) if entry.level == 1]
        self._shape_entries([entry for _, entry in listed], numbered)
        measured = [self._entry(i, entry, numbered, toc.add("TOCI")) for i, entry in listed]
        entries = [strip for strip, _ in measured]
        depths = [depth for _, depth in measured]
        self._space_entries(entries, depths, sum(one.height for one in strips if not one.space))
        return strips + entries

    def _space_entries(
        self, entries: Sequence[Strip], depths: Sequence[float], title: float
    ) -> None:
        """Give the entries of the contents their heights and rules.

        They stand closer where all then have room on one page, below a title of that height.
        """
        where = self.where
        loose = sum(up(depth + 3) for depth in depths)
        close = title + loose > where.height >= title + sum(depths)
        for strip, depth in zip(entries, depths, strict=True):
            strip.height = depth if close else up(depth + 3)
            ruled = strip.height - (0.4 if close else 3.0)
            strip.rules = tuple(
                Rule(side, 0.0, ruled, where.width, HAIR, FAINT) for side in range(where.sides)
            )

    def _entry(
        self, index: int, entry: HeadingEntry, numbered: Style, item: Element
    ) -> tuple[Strip, float]:
        """Return an entry of the contents, and how far down its titles reach."""
        where = self.where
        strip = Strip(0.0)
        deepest = 0.0
        for side, langs in enumerate(where.side_langs):
            paras = for_side(entry.paras, langs)
            starts = self._entry_starts(paras, _NUMBER_WIDTH, _PAGE_WIDTH)
            label, order = self.element(item, "Lbl")
            number = one_line([Span(entry.number, "en", numbered)], self.encoder)
            strip.items.append(Item(side, 0.0, BODY.leading * BASELINE, label, order, number))
            for i, para in enumerate(paras):
                element, order = self.element(item, "Reference", para.spoken)
                y = 0.0
                x, stop = starts[i : i + 2]
                for line in self._whole(_in_body(para), stop - x - 12):
                    strip.items.append(
                        Item(side, x, y + BODY.leading * BASELINE, element, order, line)
                    )
                    y += BODY.leading
                deepest = max(deepest, y)
            page, order = self.element(item.add("Reference"), "Link")
            strip.numbers += (
                PageNumber(side, where.width, BODY.leading * BASELINE, page, order, index, BODY),
            )
        return strip, deepest

    def _shape_entries(self, entries: Sequence[HeadingEntry], numbered: Style) -> None:
        """Shape all titles and numbers at once: one by one took 2 % of an export of 39 pages."""
        spans = [span for entry in entries for para in entry.paras for span in _in_body(para)]
        self.encoder.shape_ahead([Span(entry.number, "en", numbered) for entry in entries] + spans)

    def _entry_starts(self, paras: Sequence[Para], before: float, behind: float) -> list[float]:
        """Return where the titles of an entry of the contents begin, and where the last ends.

        They begin where the texts of their languages have columns.
        """
        where = self.where
        stop = where.width - behind
        if where.stacked or len(paras) < 2:
            share = (stop - before) / max(len(paras), 1)
            return [before + i * share for i in range(len(paras))] + [stop]
        return [before, *(_place(where, para, 0).x for para in paras[1:]), stop]


def _in_body(para: Para) -> list[Span]:
    """Return the spans of a heading as they stand in the contents."""
    return [structs.replace(span, style=_ENTRY) for span in para.spans]


def _place(where: Geometry, para: Para, side: int) -> Place:
    if para.lang and para.lang in where.places:
        return where.places[para.lang]
    return Place(side, 0.0, where.width)


_Column = tuple[Place, Element, int, list[Line]]
"""Lines below one another: where they stand, and what they are in the structure."""


def _stacked(columns: Sequence[_Column], step: int, leading: float) -> list[Strip]:
    """Return columns below one another, `step` of them abreast; few lines stay on one page."""
    strips: list[Strip] = []
    for i in range(0, len(columns), step):
        if i:
            strips.append(gap(0.5, keep=False))
        strips += _abreast(columns[i : i + step], leading)
    if sum(strip.height for strip in strips) <= _TOGETHER:
        for strip in strips[:-1]:
            strip.keep = True
    return strips


def _abreast(columns: Sequence[_Column], leading: float) -> list[Strip]:
    """Return one strip for each line of the longest column.

    No page break leaves a single line of a column alone.
    """
    strips = []
    for i in range(max((len(lines) for *_, lines in columns), default=0)):
        strip = Strip(leading)
        for place, element, order, lines in columns:
            if i < len(lines):
                strip.items.append(
                    Item(place.side, place.x, leading * BASELINE, element, order, lines[i])
                )
        strips.append(strip)
    if len(strips) > 1:
        strips[0].keep = True
    for *_, lines in columns:
        if len(lines) > 1:
            strips[len(lines) - 2].keep = True
    return strips
