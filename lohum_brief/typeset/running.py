"""What stands on every page outside the text area: head, foot, number, notes on what it holds."""

from bisect import bisect_left
from collections.abc import Sequence

from icu4py.breakers import CharacterBreaker
from msgspec import structs

from lohum_brief.document.blocks import Bar
from lohum_brief.document.document import Document
from lohum_brief.document.geometry import BOTTOM, NOTE, TOP, Geometry
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import (
    COPPER,
    EDGE_NUMBER,
    FAINT,
    HAIR,
    INDIGO,
    MM,
    PAGE_NUMBER,
    RUNNING,
)
from lohum_brief.typeset.drawing import PageContent
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.paragraph import one_line, prepare
from lohum_brief.typeset.tagging import Element
from lohum_brief.typeset.tokens import Encoder
from lohum_brief.typeset.whereabouts import Sections, Whereabouts

_HEAD = 15.5 * MM
"""Baseline of the running head, from the page's top."""

_FOOT = 12 * MM
"""Baseline of the foot, from the page's foot."""

_ISSUE = _FOOT - 9.5
"""Baseline of the line below it; printers reach it, for it is 8 mm from the edge."""

_APART = 12.0
"""Least room between what stands beside one another in head and foot, in points."""

_LEAST = 40.0
"""Below this room the line below the foot does not begin to say which pack it is."""

_EDGE, _EDGE_NUMBER = 8 * MM, 6 * MM
"""How wide the mark of a section is, and how far from the edge of the page its number stands."""

_TALLEST = 12 * MM
"""Of marks at the edge."""


class Running:
    """The running elements of one document; what is the same on all pages is set once."""

    def __init__(self, document: Document, encoder: Encoder, pages: int, notes: Element) -> None:
        self._document = document
        self._encoder = encoder
        self.pages = pages
        self.sections = Sections(document)
        self.apart = False
        """Whether the line below the foot is drawn for itself."""
        self._notes = notes
        self._cache: dict[tuple[int, str, float, Cell], Line] = {}
        self._marks: dict[str, Line] = {}
        self._masters: dict[tuple[int, float, float], PageContent] = {}
        self._heads: dict[tuple[int, float, float, Whereabouts], PageContent] = {}
        prepare([*map(self._number, range(pages)), *self.sections.spans], encoder)
        self._of_all = one_line([document.counted(f" / {pages}", RUNNING)], encoder)

    def _number(self, page: int) -> Span:
        return self._document.counted(str(page + 1), PAGE_NUMBER)

    def _line(
        self, key: str, cell: Cell, side: int, langs: frozenset[str], room: float = 1e9
    ) -> Line:
        """Return a cell's languages on one line, as many of them as fit.

        If not even the first does, the line has its beginning.
        """
        found = self._cache.get((side, key, room, cell))
        if found is None:
            paras = [para for para in cell if not para.lang or para.lang in langs]
            while True:
                spans = _joined(paras)
                found = one_line(spans, self._encoder)
                if found.width <= room or not spans:
                    break
                if len(paras) > 1:
                    paras.pop()
                else:
                    found = self._beginning(spans, room)
                    break
            self._cache[side, key, room, cell] = found
        return found

    def _beginning(self, spans: list[Span], room: float) -> Line:
        """Return as much of the spans' text as there is room for, and an ellipsis."""
        first = spans[0]
        letters = [*CharacterBreaker("".join([span.text for span in spans]), first.lang)]

        def cut(count: int) -> Line:
            return one_line(
                [structs.replace(first, text="".join(letters[:count]).rstrip() + "…")],
                self._encoder,
            )

        fit = bisect_left(range(1, len(letters)), 1, key=lambda count: cut(count).width > room)
        return cut(max(fit, 1))

    def _note_rows(
        self, flag: str, cell: Cell, side: int, langs: frozenset[str], width: float
    ) -> list[list[tuple[Para, Line]]]:
        """Return the languages of a note beside each other, as many to a line as fit."""
        rows: list[list[tuple[Para, Line]]] = [[]]
        x = 0.0
        for para in cell:
            if not para.lang or para.lang in langs:
                line = self._line(flag + para.lang, (para,), side, langs)
                if x and x + line.width > width:
                    rows.append([])
                    x = 0.0
                rows[-1].append((para, line))
                x += line.width + 10
        return rows

    def draw(
        self, content: PageContent, where: Geometry, side: int, at: Whereabouts, flags: set[str]
    ) -> None:
        """Draw head, foot and notes of one page, which is there."""
        langs = self._langs(where, side)
        left = where.left(content.index)
        key = side, left, where.width
        master = self._masters.get(key)
        if master is None:
            master = self._masters[key] = PageContent(content.index)
            self._draw_master(master, where, side, langs)
        content.overlay(master)
        head = self._heads.get((*key, at))
        if head is None:
            head = self._heads[*key, at] = PageContent(content.index)
            self._draw_head(head, where, side, langs, at)
        content.overlay(head)
        self._draw_number(content, where)
        y = _FOOT + 17
        for flag, cell in self._document.notes:
            if flag in flags:
                # What a note says of the page is content: who has the page read aloud must hear
                # it too.
                for row in reversed(self._note_rows(flag, cell, side, langs, where.width)):
                    x = left
                    for para, line in row:
                        content.text(line, x, y, self._notes.add("P", para.lang))
                        x += line.width + 10
                    y += NOTE

    def _langs(self, where: Geometry, side: int) -> frozenset[str]:
        """Return the languages of a page."""
        return where.side_langs[side] if where.sides == 2 else frozenset(self._document.langs)

    def _draw_number(self, content: PageContent, where: Geometry) -> None:
        """Draw the number of the page at the outer margin, and of how many it is."""
        number, rest = one_line([self._number(content.index)], self._encoder), self._of_all
        x = where.left(content.index)
        if where.outside_right(content.index):
            x += where.width - number.width - rest.width
        content.artifact(number, x, _FOOT, _FOOTER)
        content.artifact(rest, x + number.width, _FOOT, _FOOTER)

    def _draw_master(
        self, content: PageContent, where: Geometry, side: int, langs: frozenset[str]
    ) -> None:
        left, width, height = where.left(content.index), where.width, where.page[1]
        pill = self._pill(where, side, langs)
        if pill is not None:
            x = left + width - pill.width - 7
            content.artifact(pill, x, height - _HEAD, _HEADER)
            content.bar(
                Bar(0, 0, pill.width + 14, 14, COPPER, frame=True), x - 7, height - _HEAD - 4
            )
        content.rule(left, height - _HEAD - 3 * MM, width, HAIR, FAINT)
        content.rule(left, _FOOT + 11, width, HAIR, FAINT)
        self._draw_foot(content, where, side, langs)
        if not self.apart:
            self.draw_issue(content, where, side)

    def _pill(self, where: Geometry, side: int, langs: frozenset[str]) -> Line | None:
        cell = self._document.running.pill
        return self._line("pill", cell, side, langs, where.width * 0.6) if cell else None

    def _draw_head(
        self,
        content: PageContent,
        where: Geometry,
        side: int,
        langs: frozenset[str],
        at: Whereabouts,
    ) -> None:
        """Draw in which section the page is."""
        pill = self._pill(where, side, langs)
        room = where.width - (0.0 if pill is None else pill.width + 14 + _APART)
        line = self._line("head", at.head, side, langs, room)
        content.artifact(line, where.left(content.index), where.page[1] - _HEAD, _HEADER)
        self._draw_marks(content, where, at)

    def _draw_foot(
        self, content: PageContent, where: Geometry, side: int, langs: frozenset[str]
    ) -> None:
        """Draw the visit inside and its days beside it; the number has its room outside."""
        running, width = self._document.running, where.width
        last = one_line([self._number(self.pages - 1)], self._encoder)
        middle = self._line("middle", running.middle, side, langs, width * 0.4)
        room = width - last.width - self._of_all.width - middle.width - 2 * _APART
        foot = self._line("foot", running.foot, side, langs, room)
        # In the middle, unless the languages inside need the room.
        x = max((width - middle.width) / 2, foot.width + _APART)
        self._from_inside(content, where, foot, 0.0, _FOOT)
        self._from_inside(content, where, middle, x, _FOOT)

    @staticmethod
    def _from_inside(
        content: PageContent, where: Geometry, line: Line, x: float, y: float, *, last: bool = False
    ) -> None:
        """Draw a line that begins, or on a left-hand page ends, so far from the inner margin."""
        if not where.outside_right(content.index):
            x = where.width - x - line.width
        content.artifact(line, where.left(content.index) + x, y, _FOOTER, last=last)

    def _draw_marks(self, content: PageContent, where: Geometry, at: Whereabouts) -> None:
        """Draw a bar at the outer edge for each section on the page, each at a height of its own.

        The number in it keeps clear of the strip at the edge that printers in offices leave white.
        """
        if not at.marks:
            return
        step = (where.page[1] - TOP - BOTTOM) / self.sections.count
        tall = min(step * 0.8, _TALLEST)
        right = where.outside_right(content.index)
        left = where.page[0] - _EDGE if right else 0.0
        middle = where.page[0] - _EDGE_NUMBER if right else _EDGE_NUMBER
        for number, place in at.marks:
            bottom = where.page[1] - TOP - place * step - tall
            content.rule(left, bottom, _EDGE, tall, INDIGO)
            line = self._marks.get(number)
            if line is None:
                told = self._document.counted(number, EDGE_NUMBER)
                line = self._marks[number] = one_line([told], self._encoder)
            content.artifact(line, middle - line.width / 2, bottom + tall / 2 - 2.5, _HEADER)

    def draw_issue(self, content: PageContent, where: Geometry, side: int) -> None:
        """Draw the line below the foot: it alone changes with everything that changes."""
        running, langs = self._document.running, self._langs(where, side)
        issue = self._line("issue", running.issue, side, langs, where.width)
        room = where.width - issue.width - _APART
        self._from_inside(content, where, issue, where.width - issue.width, _ISSUE, last=True)
        if running.pack and room > _LEAST:
            pack = self._line("pack", running.pack, side, langs, room)
            self._from_inside(content, where, pack, 0.0, _ISSUE, last=True)


def _joined(paras: Sequence[Para]) -> list[Span]:
    """Return paragraphs after one another on one line."""
    spans: list[Span] = []
    for para in paras:
        if spans:
            spans.append(Span("\u2002", spans[-1].lang, spans[-1].style))
        spans += para.spans
    return spans


_HEADER = "/Pagination/Subtype/Header"
_FOOTER = "/Pagination/Subtype/Footer"
