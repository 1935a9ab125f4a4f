"""Paragraphs measured with the program's own fonts, before anything is typeset."""

from lohum_brief.document.paragraphs import Para
from lohum_brief.document.unprintable import UncoveredError
from lohum_brief.language.codes import Lang
from lohum_brief.typeset.faces import Face, uncovered
from lohum_brief.typeset.paragraph import one_line, set_lines
from lohum_brief.typeset.tokens import Encoder


class FontRuler:
    """Sets paragraphs without an export.

    What no font has takes no room: the export itself refuses it by name.
    """

    def __init__(self) -> None:
        self._encoder = Encoder(_no_font)

    def lines(self, para: Para, measure: float) -> int:
        """Return how many lines the paragraph takes."""
        try:
            return len(set_lines(para.spans, measure, self._encoder))
        except UncoveredError:
            return 1

    def width(self, para: Para) -> float:
        """Return how wide the paragraph is on a single line."""
        try:
            return one_line(para.spans, self._encoder).width
        except UncoveredError:
            return 0.0

    def texts(self, para: Para, measure: float) -> list[str]:
        """Return what stands on each of the paragraph's lines."""
        try:
            lines = set_lines(para.spans, measure, self._encoder)
        except UncoveredError:
            return [para.text]
        return ["".join([segment.text for segment in line.segments]).rstrip() for line in lines]

    def uncovered(self, text: str, lang: Lang) -> list[str]:
        """Return the distinct characters that no bundled face shows, in order of appearance."""
        return uncovered(text, lang)


class _NoFont:
    """A font that draws nothing."""

    name = "F"

    def hex(self, glyph: int, text: str) -> str:
        """Return a code that stands for nothing: it is never drawn."""
        del glyph, text
        return "0000"


def _no_font(face: Face, /) -> _NoFont:
    del face
    return _NoFont()
