"""How a justified line of Japanese takes in what it lacks room for, and gives out what it has.

JLREQ 3.8: a line that is too long takes back the spaces round middle dots, then those of brackets
and commas, then half of those between Japanese and Latin; full stops keep theirs. A line that is
too short widens the spaces between words, then those between Japanese and Latin to half an em, then
all letters of Japanese alike.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Final

import msgspec

from lohum_brief.language.numbers import NBSP
from lohum_brief.typeset import spacing
from lohum_brief.typeset.codes import move
from lohum_brief.typeset.faces import EM
from lohum_brief.typeset.tokens import Token

_LOOSEST: Final = 0.11
"""How far letters are parted at most, in ems.

A line that would need more stays ragged. From 0.102 of an em of the embedded fonts, which is 0.115
here, pdf.js takes gaps for spaces.
"""
_WORDS: Final = 0.24
"""How much wider the space between two words gets at most: half an em in all."""
_STOPS: Final = "。．"
"""What ends a sentence keeps its blank."""
_GIVEN: Final = 0.8
"""Of the blank of a bracket or a comma, how much a line may take: some is left to be seen."""
_BESIDE_DOTS: Final = 0.2
"""Of the quarter em on each side of a middle dot, how much a line may take, in ems."""
_DOTS, _MARKS, _LETTERS = range(3)
"""What gives, in this order."""

_GIVING: Final[Mapping[tuple[int, int], int]] = {
    **dict.fromkeys([(spacing.DOT, kind) for kind in range(6)], _DOTS),
    **dict.fromkeys([(spacing.CLOSING, kind) for kind in range(6)], _MARKS),
    **dict.fromkeys([(kind, spacing.OPENING) for kind in range(6)], _MARKS),
    (spacing.KANA, spacing.ALPHABET): _LETTERS,
    (spacing.ALPHABET, spacing.KANA): _LETTERS,
}


class Give(msgspec.Struct, frozen=True):
    """A place in front of a token where a line may become shorter, and by how much at most."""

    place: int
    stage: int
    most: float


class Giving:
    """All such places of a paragraph, in order."""

    __slots__ = ("_places", "_sums", "all")

    def __init__(self, gives: Iterable[Give]) -> None:
        self.all = [*gives]
        self._places = [give.place for give in self.all]
        self._sums: list[float] = [*accumulate([give.most for give in self.all], initial=0.0)]

    def between(self, first: int, stop: int) -> float:
        """Return by how much the line of these tokens may become shorter."""
        start, end = self._within(first, stop)
        return self._sums[end] - self._sums[start]

    def before(self, count: int) -> list[float]:
        """Return for each of so many tokens by how much all may become shorter up to it and in
        front of it.
        """
        most = [0.0] * count
        for give in self.all:
            most[give.place] += give.most
        return [*accumulate(most)]

    def of(self, first: int, stop: int) -> Sequence[Give]:
        """Return the places within the line of these tokens."""
        start, end = self._within(first, stop)
        return self.all[start:end]

    def _within(self, first: int, stop: int) -> tuple[int, int]:
        start = bisect_right(self._places, first)
        return start, max(bisect_left(self._places, stop), start)


def giving(tokens: Sequence[Token], gaps: Mapping[int, float], meetings: Iterable[int]) -> Giving:
    """Return where the lines of a paragraph may become shorter; `meetings` are those of its tokens
    (`spacing.meetings`).
    """
    kinds = ((i, _GIVING.get((tokens[i - 1].last, tokens[i].first))) for i in meetings)
    found = ((i, stage) for i, stage in kinds if stage is not None)
    gives = (Give(i, stage, _most(tokens, gaps, i, stage)) for i, stage in found)
    return Giving([give for give in gives if give.most > 0])


def _most(tokens: Sequence[Token], gaps: Mapping[int, float], place: int, stage: int) -> float:
    before, after = tokens[place - 1], tokens[place]
    gap = gaps.get(place, 0.0)
    if stage == _LETTERS:
        return gap / 2
    if stage == _DOTS:
        return 2 * _BESIDE_DOTS * before.em / EM if before.codes[-1:] not in ("", "<") else 0.0
    # Of two blanks one is taken back already: where more is, poppler parts the line. Nor is any
    # taken in front of a mark, or it reads that as a part of the line above.
    if gap < 0 or before.text[-1] in _STOPS or after.text[0] == NBSP:
        return 0.0
    return _GIVEN * (before.trail if before.last == spacing.CLOSING else after.lead)


class Fit(msgspec.Struct, frozen=True):
    """How a line is brought to its measure.

    `gaps` is by how much the space in front of tokens differs, `dots` how much nearer the dots that
    end tokens come; `spacing` stands behind each letter of Japanese.
    """

    gaps: Mapping[int, float] = {}
    dots: Mapping[int, float] = {}
    spacing: float = 0.0


NATURAL: Final = Fit()


def nearer(codes: str, by: float, em: float) -> str:
    """Return codes of which the last glyph, a dot, stands that much nearer to what is before it."""
    return codes[:-4] + move(-by * 1000 / em) + codes[-4:]


def shorter(gives: Sequence[Give], by: float) -> Fit:
    """Return how a line becomes that much shorter."""
    gaps: dict[int, float] = {}
    dots: dict[int, float] = {}
    for stage in (_DOTS, _MARKS, _LETTERS):
        here = [give for give in gives if give.stage == stage]
        most = sum([give.most for give in here])
        if not most or by <= 0:
            continue
        share = min(by / most, 1.0)
        for give in here:
            if stage == _DOTS:
                dots[give.place - 1] = give.most * share / 2
            gaps[give.place] = -give.most * share / (2 if stage == _DOTS else 1)
        by -= share * most
    return Fit(gaps, dots)


def longer(
    tokens: Sequence[Token], gaps: Mapping[int, float], first: int, by: float, size: float
) -> Fit | None:
    """Return how the line of these tokens, the first of which is that of the paragraph, becomes
    that much longer; None if its letters would stand too far apart.
    """
    wider: dict[int, float] = {}
    inner = range(first + 1, first + len(tokens))
    words = [i for i, before in zip(inner, tokens, strict=False) if before.text[-1] == " "]
    letters = [i for i in inner if gaps.get(i, 0.0) > 0] if gaps else []
    for places, most in ((words, _WORDS * size), (letters, spacing.QUARTER * size)):
        each = min(by / max(len(places), 1), most)
        wider.update(dict.fromkeys(places, each))
        by -= each * len(places)
    points = _points(tokens)
    # PDF knows no exponents: 0.00005 is none.
    between = round(by / max(points, 1), 4)
    if between > _LOOSEST * size or (by > _UNSEEN and points <= 0):
        return None
    return Fit(wider, spacing=between)


_UNSEEN: Final = 0.01
"""Points that no eye misses."""


def _points(tokens: Sequence[Token]) -> int:
    """Return how many letters of Japanese have others behind them on their line."""
    last = tokens[-1]
    points = sum([token.count for token in tokens])
    if not last.japanese:
        return points
    return points - 1 - len(last.text) + len(last.text.rstrip(" \u3000"))
