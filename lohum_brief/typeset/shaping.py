"""Text to glyphs, by HarfBuzz: what a word looks like in a face, at no particular size.

Shapes are pure values kept for the life of the process; they hold glyph ids, never anything of an export.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

import uharfbuzz as hb

from lohum_brief.typeset.faces import JAPANESE, Chain, Face, joins

Glyph = tuple[int, str]
"""A glyph's id and what it stands for: a cluster's characters are spread over its glyphs."""

Move = tuple[int, int, int]
"""Corrections of the pen in front of a glyph and behind it, and how far the glyph is lifted; in font units."""


class Run(NamedTuple):
    """Glyphs of one face; widths in font units, `trail` is that of the white space at the end.

    `moves` has one entry for each glyph; it is empty where no glyph is moved from where the pen is, as in most runs.
    """

    face: Face
    glyphs: tuple[Glyph, ...]
    moves: tuple[Move, ...]
    width: int
    trail: int


Shape = tuple[Run, ...]

_DECOMPOSED: Final = {
    0x0958: "\u0915\u093c", 0x0959: "\u0916\u093c", 0x095A: "\u0917\u093c", 0x095B: "\u091c\u093c",
    0x095C: "\u0921\u093c", 0x095D: "\u0922\u093c", 0x095E: "\u092b\u093c", 0x095F: "\u092f\u093c",
}  # fmt: skip
"""Nukta letters as NFC writes them: only so do glyphs and characters pair up."""

_NUKTA: Final = re.compile("[\u0958-\u095f]")

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
        between = "" if face.script == JAPANESE else " "
        texts = [words[i] if words[i].endswith(" ") else words[i] + between for i in indexes]
        batch = _Batch(face, "".join(texts))
        start = 0
        for i, text in zip(indexes, texts, strict=True):
            out[i] = (batch.run(start, start + len(words[i])),)
            start += len(text)
    return out  # type: ignore[return-value]


def _stands_alone(word: str, face: Face) -> bool:
    """Whether the word looks the same with any other in front of it or behind it."""
    # Behind a stray joiner, HarfBuzz's dotted circle depends on the rest of what is shaped with it.
    return not joins(word[0]) and (face.script == JAPANESE or "\u200d" not in word)


def _shape_run(face: Face, text: str) -> Run:
    return _Batch(face, text).run(0, len(text))


class _Batch:
    """A text shaped in one call, of which parts are taken. Column by column: a document has half a million glyphs."""

    __slots__ = ("_advances", "_afters", "_befores", "_clusters", "_face", "_glyphs", "_rises")

    def __init__(self, face: Face, text: str) -> None:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "ltr"
        buffer.script = face.tag
        buffer.language = _LANGUAGES[face.tag]
        hb.shape(face.font, buffer)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        ids = [info.codepoint for info in infos]
        own = {ident: face.advance(ident) for ident in set(ids)}
        self._face = face
        self._clusters = [info.cluster for info in infos]
        self._advances = [place.x_advance for place in places]
        self._befores = [place.x_offset for place in places]
        self._rises = [place.y_offset for place in places]
        moved = zip(self._advances, self._befores, ids, strict=True)
        self._afters = [advance - before - own[ident] for advance, before, ident in moved]
        self._glyphs: list[Glyph] = [*zip(ids, _spread(text, self._clusters), strict=True)]

    def run(self, start: int, stop: int) -> Run:
        """The glyphs of the characters from `start` to `stop`, between which clusters must not reach over."""
        first = bisect_left(self._clusters, start)
        last = bisect_left(self._clusters, stop, first)
        glyphs = tuple(self._glyphs[first:last])
        befores, afters, rises = self._befores[first:last], self._afters[first:last], self._rises[first:last]
        moved = any(befores) or any(afters) or any(rises)
        moves = tuple(zip(befores, afters, rises, strict=True)) if moved else ()
        return Run(self._face, glyphs, moves, sum(self._advances[first:last]), _trail(self._face, glyphs))


def _spread(text: str, clusters: list[int]) -> list[str]:
    """What each glyph stands for: its cluster's characters, spread where a cluster has several glyphs.

    What is left over goes to the first: MuPDF sees a gap behind a wide last glyph that stands for several letters.
    """
    ends = [*clusters[1:], len(text)]
    said = [text[start:stop] for start, stop in zip(clusters, ends, strict=True)]
    count = len(said)
    i = 0
    while i < count:
        if said[i]:
            i += 1
            continue
        # Glyphs of one cluster: all but the last stand for nothing so far.
        last = i
        while not said[last] and last + 1 < count:
            last += 1
        chars = said[last]
        head = max(len(chars) - (last - i), 1)
        said[i : last + 1] = [chars[:head], *(chars[head + k : head + k + 1] for k in range(last - i))]
        i = last + 1
    return said


def _trail(face: Face, glyphs: Sequence[Glyph]) -> int:
    trail = 0
    for glyph in reversed(glyphs):
        if glyph[1] not in _SPACES:
            break
        trail += face.advance(glyph[0])
    return trail


def part_of(run: Run, first: int, last: int) -> Run:
    """Some glyphs of a run as a run of their own."""
    glyphs, moves = run.glyphs[first:last], run.moves[first:last]
    width = sum([run.face.advance(ident) for ident, _ in glyphs]) + sum([b + a for b, a, _ in moves])
    return Run(run.face, glyphs, moves, width, _trail(run.face, glyphs))
