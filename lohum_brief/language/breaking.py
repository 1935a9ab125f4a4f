"""Where a line may break: the rules of Unicode (UAX 14) with strict kinsoku for Japanese, by ICU,
and ours on top.

Ours: what `language.binding` holds together is one piece, a word with hyphens is not parted at them
(a reader that copies the text could not tell such a hyphen from one that only divides), no line
begins with the sign of a range, and of solidi only those of an address part a line, those of a unit
(t/year) do not.
"""

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import Final

from icu4py.breakers import LineBreaker

from lohum_brief.language.binding import bound
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES

_JOINS: Final = re.compile("(?=[-第\u00a0～〜])(?:第(?=\\d)|-(?=.)|(?=[\u00a0～〜]))")
"""What ends where a line might break and must not; the first characters are looked for at once,
which is quicker.
"""

_RANGE: Final = re.compile(r"(?<=\S)–(?=[\d₹¥$€])")
"""The dash of a range, in the languages that write one: 60–70%, 3.4 billion–3.9 billion. In
Japanese `binding` holds what a range needs.
"""

_SOLIDUS: Final = re.compile(r"/(?=\S)")
"""The same in a text without addresses."""


def segments(text: str, lang: Lang, *, phrases: bool = False, narrow: bool = False) -> list[str]:
    """Cut the text where a line may break; joined, the pieces are the text. White space ends a
    piece.

    `phrases` keeps Japanese phrases together, as headings want it; it has no effect in the other
    languages. `narrow` is for a line in which a date or a range has no room: it may then break
    between its numbers, never within one.
    """
    own = LANGUAGES[lang].breaking
    pieces = list(LineBreaker(text, own.locale))
    if phrases and own.phrases:
        pieces = _coarser(LineBreaker(text, own.phrases), pieces)
    joins = bound(text, lang, narrow=narrow)
    joins.update([match.end() for match in _JOINS.finditer(text)])
    if "–" in text and own.dashed:
        joins.update([match.end() for match in _RANGE.finditer(text)])
    if "/" in text and "://" not in text:
        joins.update([match.end() for match in _SOLIDUS.finditer(text)])
    return _joined(pieces, joins) if joins else pieces


def _joined(pieces: list[str], joins: set[int]) -> list[str]:
    """Return the pieces without the ends that are among `joins`, places of the text."""
    out: list[str] = []
    place = 0
    held = False
    for piece in pieces:
        if held:
            out[-1] += piece
        else:
            out.append(piece)
        place += len(piece)
        held = place in joins
    return out


def _coarser(phrases: Iterable[str], pieces: list[str]) -> list[str]:
    """Join pieces to phrases, but for phrases that end where strict kinsoku allows no break."""
    ends = set(accumulate(map(len, phrases)))
    out = [""]
    position = 0
    for piece in pieces:
        if position in ends:
            out.append("")
        out[-1] += piece
        position += len(piece)
    return out
