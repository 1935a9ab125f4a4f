"""Text to glyphs, by HarfBuzz: what a word looks like in a face, at no particular size.

Shapes are pure values kept for the life of the process; they hold glyph ids, never anything of an export.
"""

import re
from typing import Final, NamedTuple

import uharfbuzz as hb

from lohum_brief.typeset.faces import JAPANESE, Chain, Face, joins


class Glyph(NamedTuple):
    """A placed glyph. `text` is what it stands for: a cluster's characters are spread over its glyphs.

    `before` and `after` correct the pen around it, `rise` lifts it; all in font units.
    """

    id: int
    text: str
    before: int
    after: int
    rise: int


class Run(NamedTuple):
    """Glyphs of one face; widths in font units, `trail` is that of the white space at the end.

    `level` says that no glyph is moved from where the pen is, as in most runs.
    """

    face: Face
    glyphs: tuple[Glyph, ...]
    width: int
    trail: int
    level: bool


Shape = tuple[Run, ...]

_DECOMPOSED: Final = {
    0x0958: "\u0915\u093c", 0x0959: "\u0916\u093c", 0x095A: "\u0917\u093c", 0x095B: "\u091c\u093c",
    0x095C: "\u0921\u093c", 0x095D: "\u0922\u093c", 0x095E: "\u092b\u093c", 0x095F: "\u092f\u093c",
}  # fmt: skip
"""Nukta letters as NFC writes them: only so do glyphs and characters pair up."""

_NUKTA: Final = re.compile("[\u0958-\u095f]")

_new = tuple.__new__  # a named tuple's own constructor takes twice the time

_SPACES: Final = (" ", "\u3000")

_LANGUAGES: Final = {"Latn": "en", "Deva": "hi", "Hani": "ja"}


def decomposed(text: str) -> str:
    """The text with its nukta letters in the form of NFC."""
    return text.translate(_DECOMPOSED) if _NUKTA.search(text) else text


def shape(text: str, chain: Chain) -> Shape:
    """Shape a text. Raises UncoveredError."""
    return tuple(_shape_run(face, run) for face, run in chain.runs(text))


def shape_many(words: list[str], chain: Chain) -> list[Shape]:
    """Shape words, in as few calls as possible.

    Equal to shaping each alone: a space parts clusters and stops kerning in all faces that we ship, and Japanese faces
    neither join nor kern. A word without a space at its end gets one meanwhile; a word in more than one face is shaped
    alone.
    """
    out: list[Shape | None] = [None] * len(words)
    batches: dict[Face, list[int]] = {}
    for i, word in enumerate(words):
        runs = chain.runs(word)
        if len(runs) == 1 and _stands_alone(word, runs[0][0]):
            batches.setdefault(runs[0][0], []).append(i)
        else:
            out[i] = tuple(_shape_run(face, run) for face, run in runs)
    for face, indexes in batches.items():
        texts = [words[i] for i in indexes]
        between = "" if face.script == JAPANESE else " "
        glyphs = _glyphs(face, "".join([text if text.endswith(" ") else text + between for text in texts]))
        start = 0
        cursor = 0
        for i, text in zip(indexes, texts, strict=True):
            end = start + len(text)
            first = cursor
            while cursor < len(glyphs) and glyphs[cursor][0] < end:
                cursor += 1
            out[i] = (_placed(face, glyphs[first:cursor], text, start),)
            start = end
            if between and not text.endswith(" "):
                start += 1
                cursor += 1
    return out  # type: ignore[return-value]


def _stands_alone(word: str, face: Face) -> bool:
    """Whether the word looks the same with any other in front of it or behind it."""
    # Behind a stray joiner, HarfBuzz's dotted circle depends on the rest of what is shaped with it.
    return not joins(word[0]) and (face.script == JAPANESE or "\u200d" not in word)


def _shape_run(face: Face, text: str) -> Run:
    return _placed(face, _glyphs(face, text), text, 0)


def _glyphs(face: Face, text: str) -> list[tuple[int, int, int, int, int]]:
    """(cluster, glyph id, advance, x offset, y offset) of each glyph, in visual order."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.script = face.tag
    buffer.language = _LANGUAGES[face.tag]
    hb.shape(face.font, buffer)
    return [
        (info.cluster, info.codepoint, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def _placed(face: Face, raw: list[tuple[int, int, int, int, int]], text: str, offset: int) -> Run:
    """Glyphs of a text that begins at `offset` of what was shaped, each with the characters it stands for.

    A cluster's characters are spread over its glyphs, and what is left over goes to the first: MuPDF sees a gap behind
    a wide last glyph that stands for several letters.
    """
    glyphs: list[Glyph] = []
    width = 0
    level = True
    count = len(raw)
    i = 0
    while i < count:
        cluster = raw[i][0]
        stop = i + 1
        while stop < count and raw[stop][0] == cluster:
            stop += 1
        chars = text[cluster - offset : raw[stop][0] - offset] if stop < count else text[cluster - offset :]
        head = max(len(chars) - (stop - i) + 1, 1)
        part, rest = chars[:head], chars[head:]
        while i < stop:
            _, ident, advance, dx, dy = raw[i]
            after = advance - dx - face.advance(ident)
            if dx or after or dy:
                level = False
            glyphs.append(_new(Glyph, (ident, part, dx, after, dy)))
            width += advance
            part, rest = rest[:1], rest[1:]
            i += 1
    return Run(face, tuple(glyphs), width, _trail(face, glyphs), level)


def _trail(face: Face, glyphs: list[Glyph]) -> int:
    trail = 0
    for glyph in reversed(glyphs):
        if glyph[1] not in _SPACES:
            break
        trail += face.advance(glyph[0])
    return trail


def run_of(face: Face, glyphs: list[Glyph]) -> Run:
    """Some glyphs of a run as a run of their own."""
    width = sum(glyph.before + glyph.after + face.advance(glyph.id) for glyph in glyphs)
    level = not any(glyph.before or glyph.after or glyph.rise for glyph in glyphs)
    return Run(face, tuple(glyphs), width, _trail(face, glyphs), level)
