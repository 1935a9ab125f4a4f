"""Readings over kanji (furigana): their tokens, and where each stands over its base."""

from itertools import accumulate
from typing import Final

from msgspec import structs

from lohum_brief.document.style import Style
from lohum_brief.language.codes import READ
from lohum_brief.language.furigana import Reading
from lohum_brief.typeset.codes import move
from lohum_brief.typeset.show import Show
from lohum_brief.typeset.tokens import Encoder, Token

_SIZE: Final = 0.5
"""Size of a reading relative to its base."""

_RISE: Final = 0.92
"""Its baseline above that of the base, in sizes of the base."""


def annotated(
    words: list[str], readings: tuple[Reading, ...], text: str, style: Style, encoder: Encoder
) -> tuple[list[Token], list[int]]:
    """Return the tokens of a text with readings, and which of them may not begin a line.

    `words` are the pieces between which a line may break. A base with its reading is one token,
    never broken.
    """
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


def _plain(text: str, style: Style, encoder: Encoder) -> tuple[Token, ...]:
    return encoder.words([text], READ, style)[0] if text else ()


def _base(text: str, kana: str, style: Style, encoder: Encoder) -> Token:
    """Return the base with its reading.

    Where the reading is wider, the base stands in the middle of its width.
    """
    base = encoder.single(text, READ, style)
    reading = encoder.single(kana, READ, structs.replace(style, size=style.size * _SIZE))
    pieces = base.pieces
    room = max(reading.width - base.width, 0.0) / 2
    if room:
        shift = move(room * 1000 / pieces[0].em)
        pieces = (pieces[0].extended(shift, ""), *pieces[1:])
        pieces = (*pieces[:-1], pieces[-1].extended("", shift))
    token = Token.of(pieces, base.text, max(base.width, reading.width), 0.0)
    token.kana = reading
    return token


def over(token: Token, kana: Token, x: float, style: Style) -> tuple[float, float, str]:
    """Return where the reading of a token at `x` stands, and its operators.

    The place counts from the start of the line and from its baseline.
    """
    show = Show()
    show.add(kana.pieces, 0.0)
    return x + (token.width - kana.width) / 2, style.size * _RISE, show.ops()
