"""What stands on every page outside the text area: head, foot, number, notes on what it holds."""

from bisect import bisect_left

from icu4py.breakers import CharacterBreaker
from msgspec import structs

from lohum_brief.document.blocks import Bar
from lohum_brief.document.document import Document
from lohum_brief.document.geometry import NOTE, Geometry
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import COPPER, LIGHT, MM, RUNNING
from lohum_brief.typeset.drawing import PageContent
from lohum_brief.typeset.paragraph import Line, one_line, prepare
from lohum_brief.typeset.tagging import Element
from lohum_brief.typeset.tokens import Encoder

_HEAD = 15.5 * MM
"""Baseline of the running head, from the page's top."""

_FOOT = 12 * MM
"""Baseline of the foot, from the page's foot."""

_ISSUE = _FOOT - 9.5
"""Baseline of the line below it; printers reach it, for it is 8 mm from the edge."""

_APART = 12.0
"""Least room between what stands beside one another in head and foot, in points."""


class Running:
    """The running elements of one document; what is the same on all pages is set once."""

    def __init__(self, document: Document, encoder: Encoder, pages: int, notes: Element) -> None:
        self._document = document
        self._encoder = encoder
        self.pages = pages
        self.apart = False
        """Whether the line below the foot is drawn for itself."""
        self._notes = notes
        self._cache: dict[tuple[int, str, float], Line] = {}
        self._masters: dict[tuple[int, float, float], PageContent] = {}
        prepare([self._number(page) for page in range(pages)], encoder)

    def _number(self, page: int) -> Span:
        return self._document.counted(f"{page + 1} / {self.pages}", RUNNING)

    def _line(
        self, key: str, cell: Cell, side: int, langs: frozenset[str], room: float = 1e9
    ) -> Line:
        """Return a cell's languages on one line, as many of them as fit.

        If not even the first does, the line has its beginning.
        """
        found = self._cache.get((side, key, room))
        if found is None:
            paras = [para for para in cell if not para.lang or para.lang in langs]
            while True:
                spans: list[Span] = []
                for para in paras:
                    if spans:
                        spans.append(Span("\u2002", spans[-1].lang, spans[-1].style))
                    spans += para.spans
                found = one_line(spans, self._encoder)
                if found.width <= room or not spans:
                    break
                if len(paras) > 1:
                    paras.pop()
                else:
                    found = self._beginning(spans, room)
                    break
            self._cache[side, key, room] = found
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

    def draw(self, content: PageContent, where: Geometry, side: int, flags: set[str]) -> None:
        """Draw head, foot and notes of one page."""
        langs = where.side_langs[side] if where.sides == 2 else frozenset(self._document.langs)
        left = where.left(content.index)
        master = self._masters.get((side, left, where.width))
        if master is None:
            master = self._masters[side, left, where.width] = PageContent(-1)
            self._draw_master(master, where, side, langs, left)
        content.overlay(master)
        number = one_line([self._number(content.index)], self._encoder)
        content.artifact(number, left + where.width - number.width, _FOOT, _FOOTER)
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

    def _draw_master(
        self, content: PageContent, where: Geometry, side: int, langs: frozenset[str], left: float
    ) -> None:
        running = self._document.running
        width, height = where.width, where.page[1]
        room = width
        if running.pill:
            pill = self._line("pill", running.pill, side, langs, width * 0.6)
            room -= pill.width + 14 + _APART
            x = left + width - pill.width - 7
            content.artifact(pill, x, height - _HEAD, _HEADER)
            content.bar(
                Bar(0, 0, pill.width + 14, 14, COPPER, frame=True), x - 7, height - _HEAD - 4
            )
        content.artifact(
            self._line("head", running.head, side, langs, room), left, height - _HEAD, _HEADER
        )
        content.rule(left, height - _HEAD - 3 * MM, width, 0.35, LIGHT)
        content.rule(left, _FOOT + 11, width, 0.35, LIGHT)
        last = one_line([self._number(self.pages - 1)], self._encoder)
        middle = self._line("middle", running.middle, side, langs, width * 0.4)
        room = width - last.width - middle.width - 2 * _APART
        foot = self._line("foot", running.foot, side, langs, room)
        content.artifact(foot, left, _FOOT, _FOOTER)
        # In the middle, unless the foot's languages need the room.
        x = max((width - middle.width) / 2, foot.width + _APART)
        content.artifact(middle, left + x, _FOOT, _FOOTER)
        if not self.apart:
            self.draw_issue(content, where, side, left)

    def draw_issue(self, content: PageContent, where: Geometry, side: int, left: float) -> None:
        """Draw the line below the foot: it alone changes with everything that changes."""
        if self._document.running.issue:
            langs = where.side_langs[side] if where.sides == 2 else frozenset(self._document.langs)
            line = self._line("issue", self._document.running.issue, side, langs, where.width)
            content.artifact(line, left, _ISSUE, _FOOTER, last=True)


_HEADER = "/Pagination/Subtype/Header"
_FOOTER = "/Pagination/Subtype/Footer"
