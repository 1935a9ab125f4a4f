"""Which section of a document a page is in, for its head and the marks at its edge."""

from typing import Final

import msgspec
from msgspec import structs

from lohum_brief.document.blocks import Contents, Heading
from lohum_brief.document.document import Document
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import RUNNING
from lohum_brief.language.furigana import plain
from lohum_brief.typeset.pagination import Sheet

_MARKED: Final = 24
"""Pages up to which one finds a section without marks at the edge."""


class Whereabouts(msgspec.Struct, frozen=True):
    """What a page says of where it is.

    `head` names the section that goes on at its top, else the first that begins on it. `marks` has
    the numbers and the places, counted from 0, of all sections on it.
    """

    head: Cell
    marks: tuple[tuple[str, int], ...] = ()


class Sections:
    """The sections of a document, and where on its pages they are."""

    def __init__(self, document: Document) -> None:
        self._heads: list[Cell] = [document.running.head]
        self._numbers: list[str] = [""]
        """Empty for what is no section: what stands before the first, contents."""
        self._of: list[int] = []
        """The section of each block."""
        for block in document.blocks:
            if isinstance(block, Heading) and block.level == 1:
                self._begin(block.number, block.paras)
            elif isinstance(block, Contents) and block.title:
                self._begin("", block.title)
            self._of.append(len(self._heads) - 1)
        numbered = [i for i, number in enumerate(self._numbers) if number]
        self.count = len(numbered)
        """How many have a number."""
        self._places = {section: place for place, section in enumerate(numbered)}

    def _begin(self, number: str, paras: Cell) -> None:
        self._numbers.append(number)
        own = (Para((Span(number, "en", RUNNING),)),) if number else ()
        self._heads.append((*own, *map(_small, paras)))

    @property
    def spans(self) -> list[Span]:
        """Return all that heads of pages say."""
        return [span for head in self._heads for para in head for span in para.spans]

    def on(self, sheet: Sheet, pages: int) -> Whereabouts:
        """Return where a sheet of a document of so many pages is."""
        if not sheet.placed:
            return Whereabouts(self._heads[0])
        # The head of a table, repeated at the top of a page, is no block.
        first = next((one.strip.block for one in sheet.placed if one.strip.block), 0)
        held = range(self._of[first], self._of[sheet.placed[-1].strip.block] + 1)
        head = self._heads[next((section for section in held if section), 0)]
        if pages <= _MARKED or self.count < 2:
            return Whereabouts(head)
        places = self._places
        return Whereabouts(
            head, tuple((self._numbers[one], places[one]) for one in held if one in places)
        )


def _small(para: Para) -> Para:
    """Return a title as the head of a page says it: small, without readings over it."""
    spans = [structs.replace(span, text=plain(span.text), style=RUNNING) for span in para.spans]
    return Para(tuple(spans), para.lang)


def called(number: str, paras: Cell) -> str:
    """Return what a section is called where that is no page: in the outline and at its links."""
    title = " · ".join(plain(para.text) for para in paras)
    return f"{number}  {title}" if number else title
