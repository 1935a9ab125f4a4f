"""Codes: what a page says to show glyphs and to move the pen between them."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, Protocol

from lohum_brief.typeset.faces import Face
from lohum_brief.typeset.shaping import Glyph, Shown, glyphs_of


class Font(Protocol):
    """One font of one export."""

    name: str

    def hex(self, glyph: int, text: str) -> str:
        """Return the code of a glyph that stands for that text, as four hexadecimal digits."""
        ...


FontOf = Callable[[Face], Font]
"""Makes the font of an export for a face."""


class Codes(dict[Glyph, str]):
    """Codes of one font at one size by glyph, each made once; those of a moved glyph move the pen.

    `select` chooses the font. `unit` is the length of one font unit in points,
    `blank` that of what is white of Japanese brackets, commas and full stops; 0 in other faces.
    """

    def __init__(self, font: Font, face: Face, em: float, rise: float) -> None:
        super().__init__()
        self.select = f"/{font.name} {em:.5g} Tf"
        self.em = em
        self.unit = em / face.em
        self.japanese = not face.spaced
        self.blank = face.font.face.upem * self.unit / 2 if self.japanese else 0.0
        self._thousandths = 1000 / face.em
        self._font = font
        self._rise = rise

    def __missing__(self, glyph: Glyph) -> str:
        code = self._font.hex(glyph[0], glyph[1])
        if len(glyph) == 5:
            *_, before, after, rise = glyph
            if rise:
                lifted = self._rise + rise * self.unit
                code = f">]TJ {lifted:.4g} Ts[<{code}>]TJ {self._rise:.4g} Ts[<"
            if before:
                code = move(before * self._thousandths) + code
            if after:
                code += move(after * self._thousandths)
        self[glyph] = code
        return code


class StraightCodes(dict[Shown, str]):
    """The same codes by glyphs that are no values yet, for text that is set once."""

    def __init__(self, codes: Codes, face: Face) -> None:
        super().__init__()
        self._codes = codes
        self._glyphs = glyphs_of(face)

    def __missing__(self, key: Shown) -> str:
        code = self[key] = self._codes[self._glyphs[key]]
        return code


_STEP: Final = 100.0


@lru_cache(maxsize=4096)
def move(distance: float) -> str:
    """Return codes that move the pen right, in thousandths of an em.

    They end in a space, so that another may follow, and move in small steps: readers that ignore
    ActualText take one large step inside a word for a space.
    """
    distance = round(distance, 4)  # PDF knows no exponents
    steps = max(int(distance / _STEP) + 1, 1) if distance > _STEP else 1
    return ">" + f"{-distance / steps:.4g} " * steps + "<"
