"""How much room paragraphs take, asked before any output sets them.

Who plans a cover or draws a chart must know where things fit. Packs and charts know this protocol
only; what measures with the fonts is `typeset.ruler`.
"""

from typing import Protocol

from lohum_brief.document.paragraphs import Para
from lohum_brief.language.codes import Lang


class Ruler(Protocol):
    """Measures paragraphs; `measure` is the width that their lines may fill, in points."""

    def lines(self, para: Para, measure: float) -> int:
        """Return how many lines the paragraph takes."""
        ...

    def width(self, para: Para) -> float:
        """Return how wide the paragraph is on a single line."""
        ...

    def texts(self, para: Para, measure: float) -> list[str]:
        """Return what stands on each of the paragraph's lines."""
        ...

    def uncovered(self, text: str, lang: Lang) -> list[str]:
        """Return the distinct characters of a text that cannot be shown, in order of appearance."""
        ...
