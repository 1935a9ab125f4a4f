"""Tokens: the smallest pieces of a line, each shaped once and kept with its width and ready operators.

An `Encoder` lives as long as one export: its tokens hold codes of that export's fonts.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final, Protocol

from lohum_brief.language.breaking import segments
from lohum_brief.language.codes import Lang
from lohum_brief.typeset.faces import EM, JAPANESE, Chain, Face, chain
from lohum_brief.typeset.shaping import Glyph, Run, Shape, part_of, shape, shape_many
from lohum_brief.typeset.style import Style

KANA, ALPHABET, NEITHER = 1, 2, 0
"""Kinds of character, for the quarter em between Japanese and Latin letters or digits."""


class Font(Protocol):
    """One font of one export."""

    name: str

    def hex(self, glyph: int, text: str) -> str:
        """The code of a glyph that stands for that text, as four hexadecimal digits."""
        ...


FontOf = Callable[[Face], Font]
"""Gives the font of an export for a face, adding it when it is new."""


class Piece:
    """Operators of one face: `select` chooses the font, `codes` goes between `[<` and `>]TJ`."""

    __slots__ = ("codes", "count", "em", "japanese", "select")

    def __init__(self, select: str, codes: str, count: int, em: float, japanese: bool) -> None:
        self.select = select
        self.codes = codes
        self.count = count
        self.em = em
        self.japanese = japanese

    def extended(self, before: str, after: str) -> "Piece":
        """The same with more codes around it."""
        return Piece(self.select, before + self.codes + after, self.count, self.em, self.japanese)


class Token:
    """A piece of text that is never broken, at one size; widths in points. `trail` is the white space at its end.

    Most tokens are of one face: then `select` and `codes` are those of the only piece; otherwise `select` is empty.
    `count` counts Japanese glyphs. `kana` is the reading that stands over it.
    """

    __slots__ = ("codes", "count", "first", "kana", "last", "pieces", "select", "text", "trail", "width")

    def __init__(self, text: str, pieces: tuple[Piece, ...], width: float, trail: float) -> None:
        self.text = text
        self.pieces = pieces
        self.width = width
        self.trail = trail
        self.first = _kind(text[0])
        self.last = _kind(text[-1])
        self.select, self.codes = (pieces[0].select, pieces[0].codes) if len(pieces) == 1 else ("", "")
        self.count = sum([piece.count for piece in pieces if piece.japanese])
        self.kana: Token | None = None


_SPACES: Final = " \u3000"


@cache
def _kind(char: str) -> int:
    if (
        ("\u3041" <= char <= "\u30ff" and char != "・")
        or "\u3400" <= char <= "\u9fff"
        or char in "々〆"
        or char > "\U0001ffff"
    ):
        return KANA
    return ALPHABET if char.isalnum() and char < "\u3000" else NEITHER


_UNBROKEN: Final = re.compile(
    "[A-Za-z0-9\u00c0-\u024f\u0900-\u0963\u0966-\u097f.,:;'’“”()\u00a0&%@_+#*-]*[।.,]* *"
).fullmatch
"""Words in which no line break is wanted; all others are asked of ICU."""

_shapes: dict[tuple[str, str], dict[str, tuple[Shape, ...]]] = {}
"""Shapes by (family, language) and word, one per token; values without anything of an export."""


class Encoder:
    """Makes tokens for one export; `font` gives the export's font for a face."""

    def __init__(self, font: FontOf) -> None:
        self._font = font
        self._faces: dict[Face, _Codes] = {}
        self._fonts: dict[tuple[Face, float], tuple[_Codes, str]] = {}
        self._cuts: dict[tuple[str, Lang, str], list[str]] = {}
        self._shared: dict[str, str] = {}
        self._words: dict[tuple[str, Lang, float, float], dict[str, tuple[Token, ...]]] = {}

    def words(self, texts: list[str], lang: Lang, style: Style) -> list[tuple[Token, ...]]:
        """The tokens of each word; a word ends in its space, and breaks between its tokens are allowed."""
        known = self._known(lang, style)
        found = [*map(known.get, texts)]
        if None in found:
            new = [text for text in dict.fromkeys(texts) if text not in known]
            for text, shapes in zip(new, _shaped(new, chain(style.family, lang)), strict=True):
                known[text] = tuple([self.token(one, style) for one in shapes])
            found = [*map(known.get, texts)]
        return found  # type: ignore[return-value]

    def cut(self, text: str, lang: Lang, style: Style) -> list[str]:
        """A text in words: Japanese where a line may break, else behind spaces."""
        return self._cuts.pop((text, lang, style.family), None) or _pieces(text, lang, style)

    def precut(self, text: str, lang: Lang, style: Style) -> list[str]:
        """The same, kept for the next call of `cut`; equal words of a document share their memory until then."""
        pieces = _pieces(text, lang, style)
        found = self._cuts[text, lang, style.family] = [*map(self._shared.setdefault, pieces, pieces)]
        return found

    def _known(self, lang: Lang, style: Style) -> dict[str, tuple[Token, ...]]:
        key = (style.family, lang, style.size, style.rise)
        known = self._words.get(key)
        if known is None:
            known = self._words[key] = {}
        return known

    def single(self, text: str, lang: Lang, style: Style) -> Token:
        """A text as one token, never broken."""
        known = self._known(lang, style)
        key = "\0" + text
        if key not in known:
            known[key] = (self.token(shape(text, chain(style.family, lang)), style),)
        return known[key][0]

    def token(self, shaped: Shape, style: Style) -> Token:
        """Encode a shape at a size."""
        pieces = []
        width = trail = 0.0
        em = style.size * EM
        for run in shaped:
            face = run.face
            font, select = self._selected(face, em)
            codes = _codes(run, font, em, style.rise) if run.moves else "".join(map(font.__getitem__, run.glyphs))
            unit = em / face.em
            width += run.width * unit
            trail = run.trail * unit
            pieces.append(Piece(select, codes, len(run.glyphs), em, face.script == JAPANESE))
        text = "".join([said for run in shaped for _, said in run.glyphs])
        return Token(text, tuple(pieces), width, trail)

    def _selected(self, face: Face, em: float) -> tuple["_Codes", str]:
        """The codes of the export's font for a face, and the operator that selects it."""
        found = self._fonts.get((face, em))
        if found is None:
            codes = self._faces.get(face)
            if codes is None:
                codes = self._faces[face] = _Codes(self._font(face))
            found = self._fonts[face, em] = codes, f"/{codes.name} {em:.5g} Tf"
        return found


class _Codes(dict[Glyph, str]):
    """Codes of one font by glyph, asked of the font once."""

    def __init__(self, font: Font) -> None:
        super().__init__()
        self.name = font.name
        self._font = font

    def __missing__(self, glyph: Glyph) -> str:
        code = self[glyph] = self._font.hex(*glyph)
        return code


def _pieces(text: str, lang: Lang, style: Style) -> list[str]:
    if lang == "ja":
        # Titles, which are in serif, keep phrases together.
        return segments(text, "ja", phrases=style.family.startswith("serif"))
    words = [word + " " for word in text.split(" ")]
    words[-1] = words[-1][:-1]
    if not words[-1]:
        words.pop()
    return words


def _codes(run: Run, font: "_Codes", em: float, base_rise: float) -> str:
    """The codes of a run whose glyphs are moved from where the pen is."""
    out: list[str] = []
    unit = 1000 / run.face.em
    pending = 0
    for glyph, (before, after, rise) in zip(run.glyphs, run.moves, strict=True):
        if shift := pending + before:
            out.append(move(shift * unit))
        code = font[glyph]
        if rise:
            lifted = base_rise + rise * em / run.face.em
            code = f">]TJ {lifted:.4g} Ts[<{code}>]TJ {base_rise:.4g} Ts[<"
        out.append(code)
        pending = after
    if pending:
        out.append(move(pending * unit))
    return "".join(out)


_STEP: Final = 100.0


@lru_cache(maxsize=4096)
def move(distance: float) -> str:
    """Codes that move the pen right, in thousandths of an em.

    In small steps: readers that ignore ActualText take one large step inside a word for a space.
    """
    distance = round(distance, 4)  # PDF knows no exponents
    if distance <= _STEP:
        return f">{-distance:.4g}<"
    steps = int(distance / _STEP) + 1
    return ">" + f"{-distance / steps:.4g} " * steps + "<"


def _shaped(words: list[str], faces: Chain) -> list[tuple[Shape, ...]]:
    """The shapes of each word, cut where a line may break within it."""
    known = _shapes.setdefault((faces.family, faces.lang), {})
    new = [word for word in words if word not in known]
    if new:
        for word, whole in zip(new, shape_many(new, faces), strict=True):
            known[word] = _cut(whole, word, faces)
    return [known[word] for word in words]


def _cut(whole: Shape, word: str, faces: Chain) -> tuple[Shape, ...]:
    if faces.lang == "ja" or _UNBROKEN(word):
        return (whole,)
    parts = segments(word, faces.lang)
    if len(parts) == 1:
        return (whole,)
    ends = set()
    position = 0
    for part in parts[:-1]:
        position += len(part)
        ends.add(position)
    cut: list[Shape] = []
    runs: list[Run] = []
    position = 0
    for run in whole:
        first = 0
        count = len(run.glyphs)
        for i, (_, said) in enumerate(run.glyphs, 1):
            position += len(said)
            if position in ends and (i == count or run.glyphs[i][1]):
                cut.append((*runs, part_of(run, first, i)))
                runs, first = [], i
        if first < count:
            runs.append(part_of(run, first, count))
    if runs:
        cut.append(tuple(runs))
    return tuple(cut)
