"""Readings over kanji (furigana): their tokens, and where each stands over its base (JLREQ 3.3).

A reading shorter than its base is spread over it, with half as much at its ends as between its
letters. A longer one may hang over the kana and the blanks beside it, never over kanji, nor over
the ends of a line; for what is left, its base is spread.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from msgspec import structs

from lohum_brief.document.style import Style
from lohum_brief.language.codes import READ
from lohum_brief.language.furigana import Reading
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.typeset import spacing
from lohum_brief.typeset.codes import move
from lohum_brief.typeset.faces import EM
from lohum_brief.typeset.show import Show
from lohum_brief.typeset.tokens import Encoder, Token

_SIZE: Final = 0.5
"""Size of a reading relative to its base."""

RISE: Final = 0.92
"""Its baseline above that of the base, in sizes of the base."""


def annotated(
    words: list[str], readings: tuple[Reading, ...], text: str, style: Style, encoder: Encoder
) -> tuple[list[Token], list[int]]:
    """Return the tokens of a text with readings, and which of them may not begin a line.

    `words` are the pieces between which a line may break. A base with its reading is one token,
    never broken.
    """
    readings = _compounds(readings)
    cuts = set(accumulate(len(word) for word in words))
    for reading in readings:
        cuts -= set(range(reading.start + 1, reading.stop))
    tokens: list[Token] = []
    glued: list[int] = []
    start = 0
    for cut in sorted(cuts):
        first = len(tokens)
        position = start
        for reading in readings:
            if start <= reading.start < cut:
                tokens += _plain(text[position : reading.start], style, encoder)
                tokens.append(
                    _base(text[reading.start : reading.stop], reading.kana, style, encoder)
                )
                position = reading.stop
        tokens += _plain(text[position:cut], style, encoder)
        glued += range(first + 1, len(tokens))
        start = cut
    return tokens, glued


def _compounds(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return the readings with those joined that stand over one compound, kanji by kanji, where one
    of them has no room over its own kanji but all have over all.
    """
    out: list[Reading] = []
    for reading in readings:
        before = out[-1] if out else None
        if before is None or before.stop != reading.start or (_fits(before) and _fits(reading)):
            out.append(reading)
            continue
        joined = Reading(before.start, reading.stop, before.kana + reading.kana)
        if _fits(joined):
            out[-1] = joined
        else:
            out.append(reading)
    return tuple(out)


def _fits(reading: Reading) -> bool:
    return len(reading.kana) * _SIZE <= reading.stop - reading.start


def _plain(text: str, style: Style, encoder: Encoder) -> tuple[Token, ...]:
    return encoder.words([text], READ, style)[0] if text else ()


def _base(text: str, kana: str, style: Style, encoder: Encoder) -> Token:
    """Return the base with its reading.

    Where the reading is wider, the base stands in the middle of its width.
    """
    base = encoder.single(text, READ, style)
    reading = encoder.single(kana, READ, structs.replace(style, size=style.size * _SIZE))
    token = Token.of(base.pieces, base.text, base.width, 0.0)
    token.kana = reading
    return token


def least_width(token: Token) -> float:
    """Return the width of a token with its reading, without the space it ends in."""
    return max(token.width - token.trail, token.kana.width if token.kana else 0.0)


def hanging(tokens: Sequence[Token], gaps: dict[int, float]) -> None:
    """Make room for readings wider than their bases, of which part may hang over their neighbours.

    `gaps` is the space in front of tokens, and gets less than 0 where a reading hangs over.
    """
    for i, token in enumerate(tokens):
        if token.kana is None or token.kana.width <= token.width:
            continue
        out = (token.kana.width - token.width) / 2
        most = token.kana.em * LANGUAGES[READ].faces.scale / EM
        before = i > 0 and _yields(tokens[i - 1].text[-1], spacing.CLOSING)
        behind = i + 1 < len(tokens) and _yields(tokens[i + 1].text[0], spacing.OPENING)
        left = min(out, most) if before else 0.0
        right = min(out, most) if behind else 0.0
        _spread(token, out - max(left, right), out)
        if left:
            gaps[i] = gaps.get(i, 0.0) - left
        if right:
            gaps[i + 1] = gaps.get(i + 1, 0.0) - right


def _yields(char: str, blank: int) -> bool:
    """Return whether a reading may hang over that neighbour: kana, or the blank of punctuation."""
    return spacing.is_kana(char) or spacing.KINDS[char] == blank


def _spread(token: Token, room: float, out: float) -> None:
    """Give a base the width of its reading, which stands out by `out` on both sides.

    `room` of it is spread over the base, with half as much at its ends as between its letters.
    """
    count = token.count
    if token.select and count > 1 and room > 0 and len(token.codes) == 4 * count:
        step = room * 2 / count
        letters = [token.codes[i : i + 4] for i in range(0, 4 * count, 4)]
        token.codes = move(step * 1000 / token.em).join(letters)
        out -= step * (count - 1) / 2
    pieces = token.pieces
    shift = move(out * 1000 / pieces[0].em)
    pieces = (pieces[0].extended(shift, ""), *pieces[1:])
    pieces = (*pieces[:-1], pieces[-1].extended("", shift))
    if token.select:
        token.codes = pieces[0].codes
    else:
        token.parts = pieces
    token.width = token.kana.width if token.kana else token.width


def over(token: Token, kana: Token, x: float, wider: float) -> tuple[float, str]:
    """Return where the reading of a token at `x` stands, and its operators.

    The place counts from the start of the line. The base is `wider` than it is by itself.
    """
    width = token.width + wider
    room, count = max(width - kana.width, 0.0), max(kana.count, 1)
    # At its ends no more than half a letter of the base is free.
    step = max(room / count, (room - token.em / EM) / max(count - 1, 1))
    show = Show(step)
    show.add(kana.pieces, 0.0)
    return x + (width - kana.width - step * (count - 1)) / 2, show.ops()
