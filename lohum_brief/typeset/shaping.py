"""Text to glyphs, by HarfBuzz: what a word looks like in a face, at no particular size.

Shapes are pure values that may be kept for the life of the process; they hold glyph ids, never
anything of an export.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
from operator import itemgetter
from typing import Final, Generic, TypeVar

import msgspec

from lohum_brief.typeset.faces import JOINING, Chain, Face
from lohum_brief.typeset.harfbuzz import hb

Glyph = tuple[int, str] | tuple[int, str, int, int, int]
"""A glyph's id and what it stands for: a cluster's characters are spread over its glyphs.

Where a glyph is not drawn just where the pen is, corrections follow, in font units: of the pen in
front of the glyph, of the pen behind it, and how far the glyph is lifted.
"""

SPACES: Final = " \u2002\u3000"
"""White space that may hang over the end of a line."""

_AT_ONCE: Final = 500
"""Words in one batch: enough to make the call cheap.

They are also few enough for the batch's columns to stay in the cache of the processor.
"""


ON_THE_EM: Final = {"kern": False, "liga": False}
"""Kana and kanji stand on the em: they are neither moved together nor joined, as Latin is."""

_Place = tuple[int, int, int, int]
"""How far a glyph stands right of the pen and above it, and how far it moves the pen.

The pen moves right and up; all in font units.
"""
_ADVANCE: Final = itemgetter(2)


Shown = tuple[int, str, _Place]
"""A glyph's id, what it stands for, and its place."""


class _Glyphs(dict[Shown, Glyph]):
    """The glyphs of a face by id, text and place, each made once: equal ones share their memory."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, key: Shown) -> Glyph:
        ident, text, (before, rise, advance, _) = key
        after = advance - before - self._face.advance(ident)
        glyph: Glyph = (
            (ident, text, before, after, rise) if before or rise or after else (ident, text)
        )
        self[key] = glyph
        return glyph


@cache
def glyphs_of(face: Face) -> Mapping[Shown, Glyph]:
    """Return the glyphs of a face, as they are asked for."""
    return _Glyphs(face)


T = TypeVar("T")


class Columns(Generic[T]):
    """A text shaped in one call, column by column: a document has half a million glyphs.

    `clusters` has the character at which each glyph's cluster begins, `ends` how far the pen has
    come before each glyph, in font units; `glyphs` are what a table has for them.
    """

    __slots__ = ("clusters", "ends", "face", "glyphs", "text")

    def __init__(self, face: Face, text: str, table: Mapping[Shown, T]) -> None:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "ltr"
        buffer.script = face.script
        buffer.language = face.lang
        hb.shape(face.font, buffer, None if face.spaced else ON_THE_EM)
        infos = buffer.glyph_infos
        ids = [info.codepoint for info in infos]
        clusters = [info.cluster for info in infos]
        places: list[_Place] = [place.position for place in buffer.glyph_positions]
        self.face = face
        self.text = text
        self.clusters: Sequence[int] = clusters
        self.ends: Sequence[int] = [*accumulate(map(_ADVANCE, places), initial=0)]
        said = _spread(text, clusters)
        self.glyphs: list[T] = [*map(table.__getitem__, zip(ids, said, places, strict=True))]

    def firsts(self, starts: Iterable[int]) -> list[int]:
        """Return the first glyph of each of these characters, which ascend.

        Where a cluster goes on there, return the first glyph of what follows.
        """
        clusters, first, out = self.clusters, 0, []
        for start in starts:
            try:
                first = clusters.index(start, first)  # it is only a word away
            except ValueError:
                first = bisect_left(clusters, start, first)
            out.append(first)
        return out


class Batch(Columns[Glyph]):
    """A text in glyphs of its face, of no particular size."""

    __slots__ = ()

    def __init__(self, face: Face, text: str) -> None:
        super().__init__(face, text, glyphs_of(face))
        self.clusters, self.ends = array("I", self.clusters), array("q", self.ends)  # they are kept

    def whole(self) -> "Run":
        """Return all of it."""
        return Run(self, 0, len(self.text), 0, len(self.glyphs))


class Run(msgspec.Struct, frozen=True):
    """Some characters of a batch, those from `start` to `stop`, and their glyphs."""

    batch: Batch
    start: int
    stop: int
    first: int
    last: int

    @property
    def text(self) -> str:
        """Return the characters."""
        return self.batch.text[self.start : self.stop]

    @property
    def glyphs(self) -> list[Glyph]:
        """Return the glyphs in the order in which they are drawn."""
        return self.batch.glyphs[self.first : self.last]


Shape = tuple[Run, ...]


def shape(text: str, chain: Chain) -> Shape:
    """Shape a text. Raises UncoveredError."""
    return tuple(Batch(face, run).whole() for face, run in chain.runs(text))


def shape_many(words: list[str], chain: Chain) -> list[Shape]:
    """Shape words, in as few calls as possible.

    The result equals that of shaping each word alone: a space parts clusters and stops kerning in
    all faces that we ship. A word without a space at its end gets one meanwhile.
    """
    shapes: list[list[Run | None]] = []
    batches: dict[Face, list[tuple[list[Run | None], int, str]]] = {}
    for word, sole in zip(words, chain.soles(words), strict=True):
        runs = [(sole, word)] if sole is not None else chain.runs(word)
        shapes.append([None] * len(runs))
        for i, (face, run) in enumerate(runs):
            if _is_alone(run, face):
                batches.setdefault(face, []).append((shapes[-1], i, run))
            else:
                shapes[-1][i] = Batch(face, run).whole()
    for face, every in batches.items():
        for begin in range(0, len(every), _AT_ONCE):
            some = every[begin : begin + _AT_ONCE]
            together = _shape_together([text for *_, text in some], face)
            for (of_word, i, _), shaped in zip(some, together, strict=True):
                of_word[i] = shaped
    return [tuple(runs) for runs in shapes]  # type: ignore[arg-type]


def stray(text: str) -> bool:
    """Return whether a word of the text would not look the same when shaped with others."""
    return "\u200d" in text or any(word[:1] in JOINING for word in text.split(" "))


def _is_alone(word: str, face: Face) -> bool:
    """Return whether a word looks the same among others.

    Behind a stray joiner, HarfBuzz's dotted circle depends on what is around it.
    """
    return word != "" and word[0] not in JOINING and (not face.spaced or "\u200d" not in word)


def _shape_together(words: list[str], face: Face) -> list[Run]:
    texts = [word if word.endswith(" ") else word + " " for word in words]
    batch = Batch(face, "".join(texts))
    ends = [*accumulate(map(len, texts), initial=0)]
    # Clusters do not reach over words, so that each word begins with a glyph of its own.
    firsts = batch.firsts(ends)
    runs = []
    for word, start, first, following in zip(words, ends, firsts, firsts[1:], strict=False):
        stop = start + len(word)
        last = (
            following if word.endswith(" ") else bisect_left(batch.clusters, stop, first, following)
        )
        runs.append(Run(batch, start, stop, first, last))
    return runs


def cut(run: Run, places: list[int]) -> list[Run]:
    """Return the run in parts that begin at these of its characters, which ascend.

    It is cut only where a cluster begins.
    """
    batch, begin = run.batch, run.start
    parts = []
    for place in places:
        start = begin + place
        i = bisect_left(batch.clusters, start, run.first, run.last)
        if run.first < i < run.last and batch.clusters[i] == start:
            parts.append(msgspec.structs.replace(run, stop=start, last=i))
            run = msgspec.structs.replace(run, start=start, first=i)
    return [*parts, run]


class _Pairs(dict[str, tuple[str, str]]):
    """What two glyphs of a cluster stand for, by its characters."""

    def __missing__(self, chars: str) -> tuple[str, str]:
        head = chars[:-1] or chars
        pair = self[chars] = head, chars[len(head) :]
        return pair


_PAIRS: Final = _Pairs()


def _spread(text: str, clusters: list[int]) -> list[str]:
    """Return what each glyph stands for: the characters of a cluster are spread over its glyphs.

    What is left over goes to the first: MuPDF sees a gap behind a wide last glyph that stands for
    several letters.
    """
    ends = [*clusters[1:], len(text)]
    said = [text[start:stop] for start, stop in zip(clusters, ends, strict=True)]
    last = -1
    for first in [i for i, chars in enumerate(said) if not chars]:
        if first < last:
            continue
        # Glyphs of one cluster: all but the last stand for nothing so far.
        if chars := said[first + 1]:  # as with most
            said[first], said[first + 1] = _PAIRS[chars]
            continue
        last = first
        while not said[last]:
            last += 1
        chars = said[last]
        head = max(len(chars) - (last - first), 1)
        said[first : last + 1] = [
            chars[:head],
            *(chars[head + k : head + k + 1] for k in range(last - first)),
        ]
    return said
