"""How much room a paragraph will take, before anything is typeset: a page set by hand must know where to put things."""

from typing import Final

from lohum_brief.document.paragraphs import Para
from lohum_brief.document.unprintable import UncoveredError
from lohum_brief.typeset.faces import Face
from lohum_brief.typeset.paragraph import one_line, set_lines
from lohum_brief.typeset.tokens import Encoder

_STEP: Final = 6.0
"""How closely, in points, a balanced measure is looked for."""


class Ruler:
    """Sets paragraphs without an export. What no font has takes no room: the export itself refuses it by name."""

    def __init__(self) -> None:
        self._encoder = Encoder(_no_font)

    def lines(self, para: Para, measure: float) -> int:
        """How many lines the paragraph takes."""
        try:
            return len(set_lines(para.spans, measure, self._encoder))
        except UncoveredError:
            return 1

    def width(self, para: Para) -> float:
        """How wide it is on a single line."""
        try:
            return one_line(para.spans, self._encoder).width
        except UncoveredError:
            return 0.0

    def texts(self, para: Para, measure: float) -> list[str]:
        """What stands on each of its lines."""
        try:
            lines = set_lines(para.spans, measure, self._encoder)
        except UncoveredError:
            return [para.text]
        return ["".join([segment.text for segment in line.segments]).rstrip() for line in lines]

    def balanced(self, para: Para, measure: float) -> tuple[float, int]:
        """The narrowest measure in which it takes no more lines than in `measure`, and these: no word is left alone."""
        lines = self.lines(para, measure)
        if lines < 2:
            return measure, lines
        narrow, tight = measure, measure / 2
        while narrow - tight > _STEP:
            middle = (narrow + tight) / 2
            if self.lines(para, middle) > lines:
                tight = middle
            else:
                narrow = middle
        return narrow, lines


class _NoFont:
    """A font that draws nothing."""

    name = "F"

    def hex(self, glyph: int, text: str) -> str:
        """Nothing is drawn with it."""
        del glyph, text
        return "0000"


def _no_font(face: Face, /) -> _NoFont:
    del face
    return _NoFont()
