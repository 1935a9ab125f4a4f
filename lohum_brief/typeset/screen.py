"""A document for the screen, set with a memory of the one before, of which it is mostly the same.

Only blocks that changed are measured, only pages that changed are drawn. They look as those of
`compose` do and their text reads the same. Only the numbers of codes, and so the bytes, may differ.
The file has neither structure nor links.
"""

from typing import TYPE_CHECKING

from msgspec import structs

from lohum_brief.document.blocks import Block, Contents, Flow, Heading, Picture, Table, paras_of
from lohum_brief.document.document import Document
from lohum_brief.typeset.compose import Composed, Composer, Part, Progress
from lohum_brief.typeset.drawing import PageContent, ScreenPage
from lohum_brief.typeset.measurer import Measurer
from lohum_brief.typeset.memory import BlockKey, Memory, PageKey
from lohum_brief.typeset.pagination import Sheet
from lohum_brief.typeset.paragraph import prepare
from lohum_brief.typeset.running import Running
from lohum_brief.typeset.strips import Strip
from lohum_brief.typeset.whereabouts import Whereabouts

if TYPE_CHECKING:
    from lohum_brief.typeset.pdf.objects import Stream


def compose(document: Document, memory: Memory, progress: Progress | None = None) -> Composed:
    """Typeset a document. Raises UncoveredError; the memory then still serves."""
    return _Composer(document, memory, progress).composed()


class _Composer(Composer):
    def __init__(self, document: Document, memory: Memory, progress: Progress | None) -> None:
        super().__init__(document, progress, memory.fonts)
        self.encoder = memory.encoder
        self.entries = {}  # marks lead nowhere
        self._memory = memory
        memory.place(self.where)
        self._blocks: dict[BlockKey, list[list[Strip]]] = {}
        self._pages: dict[PageKey, list[Stream]] = {}
        self._running: Running | None = None

    def measurer(self) -> Measurer:
        return Measurer(
            self.where,
            self.encoder,
            self.root,
            self.headings,
            self._memory.lines,
            self._memory.fits,
        )

    def measured(self, measurer: Measurer) -> list[Part]:
        blocks = self.document.blocks
        old = {para for para, _ in self._memory.lines}
        new = [block for block in blocks if (block, None) not in self._memory.blocks]
        fresh = [para for block in new for para in paras_of(block) if para not in old]
        prepare([span for para in fresh for span in para.spans], self.encoder)
        return self.parts(measurer)

    def part(self, number: int, block: Block, measurer: Measurer) -> Part:
        if not isinstance(block, Flow | Table | Picture | Heading | Contents):
            return super().part(number, block, measurer)
        key = (block, self._beside(number, block, measurer))
        equal = self._blocks.setdefault(key, [])
        kept = self._memory.blocks.get(key, ())
        if len(kept) > len(equal):
            strips = kept[len(equal)]
            strips[0].whole = 0.0  # as before its document was paginated
            for strip in strips:
                strip.block = number
            if isinstance(block, Heading):
                measurer.pass_heading()
        else:
            measured = super().part(number, block, measurer)
            if not isinstance(measured, list) or not measured:
                return measured
            strips = measured
        equal.append(strips)
        return strips

    def _beside(self, number: int, block: Block, measurer: Measurer) -> object:
        """Return what else the strips of a block depend on."""
        if number in self.turned:
            return "turned", measurer.next_heading
        if isinstance(block, Heading):
            return measurer.next_heading
        if isinstance(block, Contents):
            return tuple(self.headings)
        return None

    def page(self, index: int) -> ScreenPage:
        return ScreenPage(index)

    def draw(self, sheet: Sheet, running: Running) -> None:
        if self._running is not running:
            self._running = running
            running.apart = True
            frame = structs.replace(self.document.running, pack=(), issue=())
            self._memory.frame(
                (
                    frame,
                    self.document.notes,
                    self.document.langs,
                    running.pages,
                    running.sections.count,
                )
            )
        at = running.sections.on(sheet, running.pages)
        key = _key(sheet, at)
        kept = self._memory.pages.get(key) if key else None
        if kept is None:
            super().draw(sheet, running)
            kept = self.writer.contents[-self.where.sides :]
        else:
            for content in kept:
                where = self.lying if sheet.turned else self.where
                self.writer.add_page_again(*where.page, content)
                self.written += 1
        if key:
            self._pages[key] = [*kept]
        if sheet.free is None and self.document.running.issue:
            self._stamp(sheet, running)

    def _stamp(self, sheet: Sheet, running: Running) -> None:
        """Draw the line below the foot in a stream of its own.

        So pages that did not change need not be drawn because it did.
        """
        where = self.lying if sheet.turned else self.where
        for side in range(self.where.sides):
            content = PageContent(sheet.first + side)
            running.draw_issue(content, where, side)
            self.writer.stamp(content.index, content.content())

    def finished(self) -> bytes:
        pdf = self.writer.finish(None)
        self._memory.keep(self.document.blocks, self._blocks, self._pages)
        return pdf


def _key(sheet: Sheet, at: Whereabouts) -> PageKey | None:
    """Return what all of the sheet's pages show.

    None where they show more than their strips say: page numbers, photos.
    """
    if sheet.free is not None:
        return None
    shown = [placed for placed in sheet.placed if not _blank(placed.strip)]
    for placed in shown:
        if placed.strip.numbers or any(inked.image is not None for inked in placed.strip.inked):
            return None
    return sheet.first, at, tuple(shown)


def _blank(strip: Strip) -> bool:
    return not (strip.items or strip.rules or strip.inked or strip.numbers or strip.flags)
