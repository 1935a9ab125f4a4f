"""A whole document: its blocks in order, and what stands on every page."""

from typing import Literal

import msgspec

from lohum_brief.document.blocks import Block
from lohum_brief.document.paragraphs import Cell, Span
from lohum_brief.document.style import Style
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import digits_of


class Running(msgspec.Struct, frozen=True):
    """What stands on every page.

    At the top left stands the section that the page is in, on pages of none `head`; `pill`, framed,
    at the top right. In the foot the number of the page stands outside, `foot` inside and `middle`
    between them; below it `pack` inside and `issue` outside.
    """

    head: Cell = ()
    pill: Cell = ()
    foot: Cell = ()
    middle: Cell = ()
    pack: Cell = ()
    issue: Cell = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Return all of it."""
        return self.head, self.pill, self.foot, self.middle, self.pack, self.issue


class Reference(msgspec.Struct, frozen=True):
    """A text of the record `holder` names the page of one of the records `targets`.

    `field` is where, such as `text.hi`; `written` is how, and `printed` what stands for it.
    """

    holder: str
    field: str
    targets: tuple[str, ...]
    written: str
    printed: str


class Document(msgspec.Struct, frozen=True):
    """A document with nothing left to decide.

    `notes` gives the line that a page carries for a flag of what stands on it. A `loose` document
    is a card: its facing pages are front and back of a leaf and may begin on the first page.
    `created` is in Unix seconds.
    """

    title: str
    langs: tuple[Lang, ...]
    layout: Literal["parallel", "stacked", "facing"]
    blocks: tuple[Block, ...]
    running: Running = Running()
    notes: tuple[tuple[str, Cell], ...] = ()
    author: str = ""
    subject: str = ""
    creator: str = ""
    created: int | None = None
    landscape: bool = False
    loose: bool = False
    mark: str = ""
    """What tells it from others of its kind; `running` and the blocks say where it is printed."""
    references: tuple[Reference, ...] = ()
    """Which pages its texts name; they are known when it is set."""
    shares: tuple[float, ...] = ()
    """Each language's part of the room that the columns of parallel languages have; equal parts
    where there are none.
    """
    grey: bool = False
    """Whether it is a proof that shows its colours as the greys that a copier makes of them."""
    devanagari: bool = False
    """Whether pages count themselves in the own digits of a language of theirs."""

    def counted(self, text: str, style: Style) -> Span:
        """Return a number of pages, in the digits of the document."""
        own = (lang for lang in self.langs if LANGUAGES[lang].numbers.digits)
        if not self.devanagari or (lang := next(own, None)) is None:
            return Span(text, "en", style)
        return Span(digits_of(text, lang, devanagari=True), lang, style)
