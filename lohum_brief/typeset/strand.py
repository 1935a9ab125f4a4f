"""Text whose words occur nowhere else, set straight from its glyphs.

Tokens pay only when they are used again.
"""

from bisect import bisect_right
from itertools import accumulate
from operator import sub

import msgspec

from lohum_brief.language.codes import Lang
from lohum_brief.typeset.codes import Codes
from lohum_brief.typeset.cutting import breaks, unbroken
from lohum_brief.typeset.evening import evened, is_poor, stub
from lohum_brief.typeset.shaping import Columns


class Strand(msgspec.Struct, frozen=True):
    """A text of one face, shaped at once.

    A line may begin with any of the characters `starts`, at the glyphs `firsts`. The end of the
    text is the last of them.
    """

    batch: Columns[str]
    codes: Codes
    starts: list[int]
    firsts: list[int]


class Stretch(msgspec.Struct, frozen=True):
    """One line of it; `width` without the space it ends in."""

    width: float
    ops: str
    text: str


def strand(words: list[str], lang: Lang, codes: Codes, batch: Columns[str]) -> Strand:
    """Return the strand of a text shaped to codes.

    `words` are those of the text, each but the last with the space behind it.
    """
    starts = [*accumulate(map(len, words), initial=0)]
    if not unbroken(batch.text):
        inner = [
            start + place
            for start, places in zip(starts, breaks(words, lang), strict=False)
            for place in places
        ]
        starts = sorted({*starts, *inner})
    firsts = batch.firsts(starts)
    begun = [
        *batch.clusters,
        len(batch.text),
    ]  # a start within the last cluster has no glyph of its own
    clusters = [*map(begun.__getitem__, firsts)]
    if clusters != starts:  # none within a cluster
        firsts = [
            first
            for first, start, cluster in zip(firsts, starts, clusters, strict=True)
            if start == cluster
        ]
        starts = [
            start for start, cluster in zip(starts, clusters, strict=True) if start == cluster
        ]
    return Strand(batch, codes, starts, firsts)


def lines(strand: Strand, measure: float, size: float) -> list[Stretch] | None:
    """Fill lines as `paragraph` does; None if something is too long for any line."""
    batch, codes, starts, firsts = strand.batch, strand.codes, strand.starts, strand.firsts
    unit, text = codes.unit, batch.text
    pens = [batch.ends[i] * unit for i in firsts]
    # A line may be as much too long as the space is wide that it ends in.
    bare = [
        batch.ends[i - 1] * unit if text[stop - 1] == " " else pen
        for i, stop, pen in zip(firsts[1:], starts[1:], pens[1:], strict=True)
    ]
    if max(map(sub, bare, pens), default=0.0) > measure:
        return None
    stops = []
    widths = []
    first, count = 0, len(bare)
    while first < count:
        stop = bisect_right(bare, pens[first] + measure + 1e-6, first)
        widths.append(bare[stop - 1] - pens[first])
        stops.append(stop)
        last, first = first, stop
    if len(stops) > 1:
        least = stub(measure, size)
        if is_poor(widths, measure, least, alone=count - last == 1):
            stops = evened(pens, bare, stops, measure, least)
    out = []
    first = 0
    for stop in stops:
        shown = "".join(batch.glyphs[firsts[first] : firsts[stop]]).replace("<>", "")
        said = text[starts[first] : starts[stop]]
        out.append(Stretch(bare[stop - 1] - pens[first], f"{codes.select}[<{shown}>]TJ", said))
        first = stop
    return out
