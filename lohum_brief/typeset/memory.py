"""What one document leaves for the next, where nearly the same one is set again and again, as for live pages.

A document set with a memory looks as it does without; only the numbers of its codes, and so its bytes, may differ.
"""

from typing import Final

from lohum_brief.typeset.blocks import Para
from lohum_brief.typeset.faces import Face
from lohum_brief.typeset.paragraph import Line
from lohum_brief.typeset.pdf.fonts import FontUse
from lohum_brief.typeset.tokens import Encoder

Lines = dict[tuple[Para, float], list[Line]]

_MOST: Final = 20_000
"""Codes of a font after which everything is begun anew: what is no longer used is kept with what is."""
_LARGEST: Final = 60_000
"""Paragraphs of a document of which nothing is kept: that of some thousand pages would take more memory than it is worth."""


class Memory:
    """Fonts with their codes, the tokens made of them, and the lines of the last document."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.fonts: list[FontUse] = []
        self.encoder = Encoder(self._font)
        self.lines: Lines = {}

    def _font(self, face: Face) -> FontUse:
        font = FontUse(f"F{len(self.fonts)}", face.font.face, face.em)
        self.fonts.append(font)
        return font

    def keep(self, lines: Lines) -> None:
        """Keep the lines of a document that is done, in place of those of the one before."""
        self.encoder.forget_cuts()
        self.lines = lines
        if len(lines) > _LARGEST or any(font.count > _MOST for font in self.fonts):
            self._begin()
