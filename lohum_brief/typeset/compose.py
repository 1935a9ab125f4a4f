"""A document to a PDF: measure every block once, paginate, then draw once.

Nothing is kept from one document to the next. `screen` composes with a memory; it overrides a few
methods of this.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, pairwise
from operator import attrgetter, itemgetter
from typing import Final
from unicodedata import east_asian_width

import msgspec

from lohum_brief.document.blocks import (
    Block,
    Contents,
    Flow,
    FreePage,
    Heading,
    NewPage,
    Picture,
    Space,
    Table,
    paras_of,
)
from lohum_brief.document.document import Document
from lohum_brief.document.geometry import TOP, Geometry, geometry
from lohum_brief.document.style import BODY, RUNNING
from lohum_brief.document.unprintable import TooWideError, UncoveredError
from lohum_brief.typeset.drawing import PageContent
from lohum_brief.typeset.faces import Face, uncovered
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.measurer import Measurer
from lohum_brief.typeset.pagination import Sheet, keep_whole, paginate
from lohum_brief.typeset.paragraph import one_line, prepare, set_lines
from lohum_brief.typeset.pdf.fonts import FontUse
from lohum_brief.typeset.pdf.metadata import Info
from lohum_brief.typeset.pdf.navigation import Label, Link, Outline
from lohum_brief.typeset.pdf.writer import Layout, Writer
from lohum_brief.typeset.pictures import picture
from lohum_brief.typeset.running import Running
from lohum_brief.typeset.strips import BASELINE, HeadingEntry, Inked, PageNumber, Strip, space
from lohum_brief.typeset.tables import table
from lohum_brief.typeset.tagging import Element
from lohum_brief.typeset.tokens import Encoder
from lohum_brief.typeset.turning import turned
from lohum_brief.typeset.whereabouts import Whereabouts, called


class Place(msgspec.Struct, frozen=True):
    """Where a record printed.

    `y` counts points from the top of the page, `height` is what the record takes from there on.
    """

    record: str
    page: int
    y: float
    height: float = 0.0


class _Entry(msgspec.Struct, frozen=True):
    """An entry of a numbered list, to which marks lead: its record, and what it is in words."""

    record: str
    said: str


class Composed(msgspec.Struct, frozen=True):
    """A finished document."""

    pdf: bytes
    pages: int
    places: tuple[Place, ...]
    size: tuple[float, float] = (0.0, 0.0)
    """Width and height of every page, in points, but of those that are turned."""
    sides: int = 1
    """Pages that lie open together; a place on the first of them is on the others too."""
    turned: frozenset[int] = frozenset()
    """Pages that lie on their side, so that a wide table has room."""
    mark: str = ""
    """That of the document."""

    @property
    def first_pages(self) -> dict[str, int]:
        """Return on which page each record begins, counted from 1."""
        return {place.record: place.page + 1 for place in reversed(self.places)}


Progress = Callable[[float], None]


def compose(document: Document, progress: Progress | None = None) -> Composed:
    """Typeset a document. Raises UncoveredError. Equal documents give equal bytes."""
    return Composer(document, progress).composed()


def measure(document: Document) -> None:
    """Find out whether a document can be set, without a file.

    Raises TooWideError or UncoveredError where it cannot.
    """
    composer = Composer(document, None)
    composer.measured(composer.measurer())


def _silent(_: float) -> None:
    """Do nothing: progress that nobody asked for."""


def _font(writer: Writer, face: Face) -> FontUse:
    return writer.font(face.font.face, face.em)


_Spot = tuple[int, float, float, Element, Line | Inked]
"""What is read on a page: its place in the order, x, y, the element that owns it, the thing."""

Part = list[Strip] | FreePage | NewPage
"""A block measured."""


class Composer:
    """Composes one document."""

    def __init__(
        self, document: Document, progress: Progress | None, fonts: list[FontUse] | None = None
    ) -> None:
        self.document = document
        self.progress = progress or _silent
        self.where: Geometry = geometry(document)
        self.lying: Geometry = geometry(document, landscape=True)
        """Of pages on their side."""
        self.turned: frozenset[int] = frozenset()
        """The numbers of blocks that stand on such pages."""
        self.turned_pages: set[int] = set()
        self.writer = Writer(
            Info(
                title=document.title,
                lang=document.langs[0],
                others=document.langs[1:],
                author=document.author,
                subject=document.subject,
                creator=document.creator,
                created=document.created,
            ),
            fonts,
            in_grey=document.grey,
        )
        self.encoder = Encoder(partial(_font, self.writer))
        self.root = Element("Document")
        self.headings = [
            HeadingEntry(block.level, block.number, block.paras)
            for block in document.blocks
            if isinstance(block, Heading)
        ]
        self.heading_pages: dict[int, tuple[int, float]] = {}
        self.places: list[Place] = []
        self.links: list[Link] = []
        self.addresses: dict[Element, str] = {}
        self.entries = _entries(document)
        self.entry_places: dict[str, Place] = {}
        self.written = 0
        self._free_elements: dict[int, list[tuple[Element, list[Line]]]] = {}

    def composed(self) -> Composed:
        """Measure, paginate, draw.

        Raises UncoveredError with all characters of the document that no font has.
        """
        try:
            return self._composed()
        except UncoveredError as error:
            # Setting stops at the first, but nobody wants to mend a text one character at a time.
            lost = dict.fromkeys([*error.args[0], *_uncovered(self.document)])
            raise UncoveredError("".join(lost)) from None

    def _composed(self) -> Composed:
        measurer = self.measurer()
        parts = self.measured(measurer)
        for first, last in _whole(self.document.blocks):
            keep_whole(parts[first:last], self.where.height)
        sheets, pages = paginate(
            parts,
            self.where.height,
            self.where.sides,
            loose=self.document.loose,
            turned=self.turned,
            low=self.lying.height,
        )
        for sheet in sheets:
            self._note(sheet)
        if self.entries:
            self.entry_places = {place.record: place for place in reversed(self.places)}
        self.addresses = measurer.addresses
        self._shape_page_numbers()
        running = Running(self.document, self.encoder, pages, self.root.add("Sect"))
        del measurer, parts
        count = len(sheets)
        sheets.reverse()  # so that each can be dropped as soon as it is drawn
        for i in range(count):
            sheet = sheets.pop()
            while self.written < sheet.first:  # left blank so that a spread lies open as one
                blank = Whereabouts(self.document.running.head)
                self._finish([self.page(self.written)], [set()], running, blank)
            self.draw(sheet, running)
            if i % 20 == 0:
                self.progress(0.5 + 0.4 * i / count)
        pdf = self.finished()
        self.progress(1.0)
        turned, where = frozenset(self.turned_pages), self.where
        return Composed(
            pdf, pages, tuple(self.places), where.page, where.sides, turned, self.document.mark
        )

    def measurer(self) -> Measurer:
        """Return what measures the blocks of this document."""
        return Measurer(self.where, self.encoder, self.root, self.headings)

    def measured(self, measurer: Measurer) -> list[Part]:
        """Return all blocks measured, their texts shaped together."""
        blocks = self.document.blocks
        paras = chain.from_iterable(map(paras_of, blocks))
        prepare(chain.from_iterable(map(attrgetter("spans"), paras)), self.encoder)
        return self.parts(measurer)

    def parts(self, measurer: Measurer) -> list[Part]:
        """Return all blocks measured, each on the pages where it has room. Raises TooWideError."""
        blocks = self.document.blocks
        self.turned = turned(self.document, measurer, self.where.width, self.lying.width)
        out = []
        for i, block in enumerate(blocks):
            measurer.where = self.lying if i in self.turned else self.where
            try:
                out.append(self.part(i, block, measurer))
            except TooWideError as error:
                error.record = error.record or getattr(block, "record", "")
                raise
        return out

    def part(self, number: int, block: Block, measurer: Measurer) -> Part:
        """Return a block measured; `number` counts it in the document."""
        if number % 50 == 0:
            self.progress(0.5 * number / len(self.document.blocks))
        part = self._measured(block, measurer)
        if isinstance(part, list):
            for strip in part:
                strip.block = number
        return part

    def page(self, index: int) -> PageContent:
        """Return an empty page."""
        return PageContent(index)

    def finished(self) -> bytes:
        """Return the file, when all is drawn."""
        layout: Layout = ""
        if self.where.sides == 2:  # the two pages of a spread, beside each other on a screen too
            layout = "TwoPageLeft" if self.document.loose else "TwoPageRight"
        return self.writer.finish(
            self.root, self._outline(), self.links, self._labels(), layout=layout
        )

    def _labels(self) -> list[Label]:
        """Return what readers call the pages: by the numbers printed on them."""
        counted = self.document.counted
        if counted("1", RUNNING).text == "1":
            return [Label(0)]
        return [
            Label(page, "", counted(str(page + 1), RUNNING).text) for page in range(self.written)
        ]

    def _measured(self, block: Block, measurer: Measurer) -> Part:
        if isinstance(block, Flow):
            return measurer.flow(block)
        if isinstance(block, Table):
            return table(block, measurer)
        if isinstance(block, Picture):
            return picture(block, measurer)
        if isinstance(block, Heading):
            return measurer.heading(block)
        if isinstance(block, Contents):
            return measurer.contents(block)
        if isinstance(block, Space):
            return [space(block.units)]
        if isinstance(block, FreePage):
            self._measure_free(block)
        return block

    def _measure_free(self, block: FreePage) -> None:
        sect = self.root.add("Sect")
        found = self._free_elements[id(block)] = [
            (
                sect.add(box.role, box.para.lang),
                set_lines(box.para.spans, box.width, self.encoder, box.para.align),
            )
            for box in block.boxes
        ]
        for box, (_, lines) in zip(block.boxes, found, strict=True):
            if lines and lines[0].narrow > 1:
                raise TooWideError(box.para.text)

    def height(self, page: int) -> float:
        """Return how high a page is."""
        return (self.lying if page in self.turned_pages else self.where).page[1]

    def _note(self, sheet: Sheet) -> None:
        """Write down where headings and records came to stand."""
        if sheet.turned:
            self.turned_pages.update(range(sheet.first, sheet.first + self.where.sides))
        last, top = "", 0.0
        ends: list[tuple[str, float, float]] = []
        for y, strip in sheet.placed:
            if strip.heading >= 0:
                self.heading_pages[strip.heading] = (sheet.first, TOP + y)
            if not strip.record:
                continue
            if strip.record == last:
                ends.pop()
            else:
                last, top = strip.record, TOP + y
            ends.append((last, top, TOP + y + strip.height))
        self.places += [Place(record, sheet.first, top, end - top) for record, top, end in ends]

    def _outline(self) -> list[Outline]:
        entries = []
        for i, heading in enumerate(self.headings):
            page, y = self.heading_pages.get(i, (0, 0.0))
            label = called(heading.number, heading.paras)
            entries.append(Outline(heading.level, label, page, self.height(page) - y + 12))
        return entries

    # Drawing -------------------------------------------------------------------------------------

    def draw(self, sheet: Sheet, running: Running) -> None:
        """Draw the pages of a sheet and hand them to the writer at once.

        So a finished page need not stay in memory.
        """
        if sheet.free is not None:
            content = self.page(sheet.first)
            self._draw_free(sheet.free, content)
            self._write(content)
            return
        contents = [self.page(sheet.first + side) for side in range(self.where.sides)]
        flags: list[set[str]] = [set() for _ in contents]
        self._draw_sheet(sheet, contents, flags)
        at = running.sections.on(sheet, running.pages)
        self._finish(contents, flags, running, at)

    def _finish(
        self,
        contents: list[PageContent],
        flags: list[set[str]],
        running: Running,
        at: Whereabouts,
    ) -> None:
        for side, (content, flagged) in enumerate(zip(contents, flags, strict=True)):
            where = self.lying if content.index in self.turned_pages else self.where
            running.draw(content, where, side, self._at(content, at), flagged)
            self._write(content)

    def _at(self, content: PageContent, at: Whereabouts) -> Whereabouts:
        """Return what a page says of where it is: the edge of one on its side is no outer one."""
        return Whereabouts(at.head) if content.index in self.turned_pages else at

    def _write(self, content: PageContent) -> None:
        where = self.lying if content.index in self.turned_pages else self.where
        self.writer.add_page(*where.page, content.content(), content.parents)
        self.written += 1

    def _draw_sheet(self, sheet: Sheet, contents: list[PageContent], flags: list[set[str]]) -> None:
        sides: list[list[_Spot]] = [[] for _ in contents]
        lefts = [self.where.left(content.index) for content in contents]
        height = self.height(sheet.first)
        for y, strip in sheet.placed:
            top = height - TOP - y
            self._sort(strip, top, lefts, sides, contents)
            for number in strip.numbers:
                sides[number.side].append(self._page_number(number, strip, top, lefts))
                self._link(number, sheet.first + number.side, lefts[number.side], top, strip.height)
            for flagged in flags:
                flagged.update(strip.flags)
        for side, (spots, content) in enumerate(zip(sides, contents, strict=True)):
            spots.sort(key=itemgetter(0))
            self._draw_spots(spots, content)
            self._link_marks(content, side)

    @staticmethod
    def _sort(
        strip: Strip,
        top: float,
        lefts: list[float],
        sides: list[list[_Spot]],
        contents: list[PageContent],
    ) -> None:
        """Put what is read among that of its side; draw at once what is not."""
        base = strip.block << _ORDERS
        for inked in strip.inked:  # before its labels, which share its place in the order
            left = lefts[inked.side] + inked.x
            sides[inked.side].append(
                (base + inked.order, left, top - inked.dy, inked.element, inked)
            )
        for item in strip.items:
            side, element = item.side, item.element
            left = lefts[side] + item.x
            if element is None:
                contents[side].artifact(item.line, left, top - item.dy)
            else:
                sides[side].append((base + item.order, left, top - item.dy, element, item.line))
        for rule in strip.rules:
            left, bottom = lefts[rule.side] + rule.x, top - rule.dy - rule.height
            contents[rule.side].rule(left, bottom, rule.width, rule.height, rule.ink)

    def _page_number(
        self, number: PageNumber, strip: Strip, top: float, lefts: list[float]
    ) -> _Spot:
        text = self.document.counted(str(self._target(number) + 1), number.style)
        line = one_line([text], self.encoder)
        x = lefts[number.side] + number.x - line.width
        order = (strip.block << _ORDERS) + number.order
        return order, x, top - number.dy, number.element, line

    def _draw_spots(self, spots: list[_Spot], content: PageContent) -> None:
        """Draw what is read on a page, in its order."""
        baselines = [spot[2] for spot in spots[1:]]
        text, addresses = content.text, self.addresses
        # A side may be empty: then there is nothing behind the last either.
        for (_, x, y, element, what), following in zip(spots, [*baselines, 0.0], strict=False):
            if isinstance(what, Inked):
                self._draw_inked(what, x, y, element, content)
                continue
            text(what, x, y, element, followed=-_LEVEL < following - y < _LEVEL)
            if addresses and (uri := addresses.get(element)):
                rect = (x, y - _BELOW, x + what.width, y + _ABOVE)
                self.links.append(Link(content.index, rect, 0, 0.0, element, uri, uri))

    def _draw_inked(
        self, inked: Inked, x: float, y: float, element: Element, content: PageContent
    ) -> None:
        element.box = (x, y, x + inked.width, y + inked.height)
        if inked.image is None:
            content.drawing(inked.shapes, x, y, element)
        else:
            name = self.writer.image(inked.image)
            content.photo(name, x, y, inked.width, inked.height, element)

    def _shape_page_numbers(self) -> None:
        """Shape at once the numbers that the contents name."""
        if any(isinstance(block, Contents) for block in self.document.blocks):
            pages = {page + side for page, _ in self.heading_pages.values() for side in (0, 1)}
            self.encoder.shape_ahead(
                [self.document.counted(str(page + 1), BODY) for page in sorted(pages)]
            )

    def _target(self, number: PageNumber) -> int:
        return self.heading_pages.get(number.heading, (0, 0.0))[0] + number.side

    def _link(self, number: PageNumber, page: int, left: float, top: float, height: float) -> None:
        """Make an entry of the contents lead to its heading, over the whole of its line."""
        _, y = self.heading_pages.get(number.heading, (0, 0.0))
        heading = self.headings[number.heading]
        rect = (left, top - height, left + number.x, top)
        self.links.append(
            Link(
                page,
                rect,
                self._target(number),
                self.height(self._target(number)) - y + 12,
                number.element,
                called(heading.number, heading.paras).replace("  ", " "),
            )
        )

    def _link_marks(self, content: PageContent, side: int) -> None:
        """Make each number of a mark lead to the entry of the list that it names."""
        for mark in content.marks:
            numbers = [*_NUMBER.finditer(mark.text)] if self.entries else []
            if not numbers:
                continue
            step = (mark.right - mark.left) / _units(mark.text)
            for number in numbers:
                entry = self.entries.get(number[0])
                place = self.entry_places.get(entry.record) if entry else None
                if entry is None or place is None:
                    continue
                mark.element.role = "Link"
                left = mark.left + step * _units(mark.text[: number.start()])
                rect = (left, mark.y - _BELOW, left + step * len(number[0]), mark.y + _ABOVE)
                top = self.height(place.page) - place.y + 12
                self.links.append(
                    Link(content.index, rect, place.page + side, top, mark.element, entry.said)
                )

    def _draw_free(self, page: FreePage, content: PageContent) -> None:
        left, height = self.where.left(content.index), self.where.page[1]
        for bar in page.bars:
            content.bar(bar, left + bar.x, height - bar.y - bar.height)
        for box, (element, lines) in zip(page.boxes, self._free_elements[id(page)], strict=True):
            y = box.y
            leading = box.para.spans[0].style.leading
            for line in lines:
                x = box.x + (box.width - line.width if box.para.align == "right" else 0.0)
                content.text(line, left + x, height - y - leading * BASELINE, element)
                y += leading


def _entries(document: Document) -> dict[str, _Entry]:
    """Return the entries of numbered lists by their numbers."""
    return {
        row.cells[0][0].text: _Entry(row.record, f"{row.cells[0][0].text} {row.cells[1][0].text}")
        for block in document.blocks
        if isinstance(block, Table) and block.sort == "list"
        for row in block.rows
        if row.record and row.cells[0] and row.cells[1]
    }


def _uncovered(document: Document) -> Iterator[str]:
    """Yield the characters of the blocks that no font has."""
    for block in document.blocks:
        for para in paras_of(block):
            for span in para.spans:
                yield from uncovered(span.text, span.lang, span.style.family)


def _whole(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield where what a heading keeps whole begins and ends."""
    ends = [
        i for i, block in enumerate(blocks) if isinstance(block, Heading | NewPage | FreePage)
    ] + [len(blocks)]
    for first, last in pairwise(ends):
        block = blocks[first]
        if isinstance(block, Heading) and block.whole:
            yield first, last


_ORDERS: Final = 32
"""Bits that hold any order within a block."""

_NUMBER: Final = re.compile(r"\d+")

_LEVEL: Final = 3.0
"""What stands on one line may differ by so much in its baseline, in points; the number of a title
does.
"""

_BELOW: Final = 2.0
_ABOVE: Final = 10.0
"""How far around its baseline, in points, a line answers to the pointer."""


def _units(mark: str) -> float:
    """Return how wide a mark is in figures; what stands between its numbers is half as wide, what
    fills a square twice.
    """
    return sum(
        1.0 if char.isdigit() else 2.0 if east_asian_width(char) in "FW" else 0.5 for char in mark
    )
