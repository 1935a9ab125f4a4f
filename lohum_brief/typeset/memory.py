"""What one document leaves for the next, where nearly the same one is set again and again.

Live pages are set so.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from lohum_brief.document.blocks import Block, Table, paras_of
from lohum_brief.document.geometry import Geometry
from lohum_brief.typeset.faces import Face
from lohum_brief.typeset.pagination import Placed
from lohum_brief.typeset.pdf.fonts import FontUse
from lohum_brief.typeset.pdf.objects import Stream
from lohum_brief.typeset.strips import Strip
from lohum_brief.typeset.tokens import Encoder
from lohum_brief.typeset.whereabouts import Whereabouts

if TYPE_CHECKING:
    from lohum_brief.typeset.measurer import Fits, Lines

BlockKey = tuple[Block, object]
"""A block and what else of its document its strips depend on."""
Blocks = Mapping[BlockKey, Sequence[list[Strip]]]
"""The strips of blocks; of equal ones in their order."""

PageKey = tuple[int, Whereabouts, tuple[Placed, ...]]
"""The first page of a sheet, what it says of where it is, and all that stands on it."""
Pages = Mapping[PageKey, Sequence[Stream]]

_MOST: Final = 20_000
"""Codes of a font after which everything is begun anew.

What is no longer used is kept with what is, so fonts only grow.
"""
_LARGEST: Final = 60_000
"""Paragraphs of a document of which nothing is kept.

To keep those of some thousand pages would take more memory than it is worth.
"""
_SPARE: Final = 1_000
"""Paragraphs kept, beside a quarter more than are used, before unused ones are looked for."""


class Memory:
    """Fonts with their codes and tokens; lines, strips and pages of the last document."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.fonts: list[FontUse] = []
        self.encoder = Encoder(self._font)
        self.lines: Lines = {}
        self.fits: Fits = {}
        self.blocks: Blocks = {}
        self.pages: Pages = {}
        self._where: Geometry | None = None
        self._frame: object = None
        self._most = _SPARE

    def _font(self, face: Face) -> FontUse:
        font = FontUse(f"F{len(self.fonts)}", face.font.face, face.em)
        self.fonts.append(font)
        return font

    def place(self, where: Geometry) -> None:
        """Forget strips that were made for another geometry."""
        if where != self._where:
            self._where, self.fits, self.blocks, self.pages = where, {}, {}, {}

    def frame(self, frame: object) -> None:
        """Forget pages unless all that stands outside the text area is the same."""
        if frame != self._frame:
            self._frame, self.pages = frame, {}

    def _keep_lines(self, document: Iterable[Block]) -> None:
        """Keep the lines of the paragraphs of a document, and no others."""
        used = {para for block in document for para in paras_of(block)}
        self.lines = {key: lines for key, lines in self.lines.items() if key[0] in used}
        self._most = _SPARE + len(self.lines) * 5 // 4

    def keep(self, document: Iterable[Block], blocks: Blocks, pages: Pages) -> None:
        """Keep what a document that is done consists of, in place of what the one before did."""
        self.encoder.forget_cuts()
        self.blocks, self.pages = blocks, pages
        document = [*document]
        tables = {block for block in document if isinstance(block, Table)}
        self.fits = {key: fit for key, fit in self.fits.items() if key[0] in tables}
        if len(self.lines) > self._most:
            self._keep_lines(document)
        if len(self.lines) > _LARGEST or any(font.count > _MOST for font in self.fonts):
            self._begin()
