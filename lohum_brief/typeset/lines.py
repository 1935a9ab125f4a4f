"""Set lines: the tokens of a paragraph between two breaks as what draws them.

A line of one span in one font, as most are, is drawn at once; others in pieces, and readings are
set over their kanji.
"""

from collections.abc import Sequence

import msgspec

from lohum_brief.language.codes import Lang
from lohum_brief.typeset import filling
from lohum_brief.typeset.codes import move
from lohum_brief.typeset.filling import Fit, nearer
from lohum_brief.typeset.paragraph_tokens import Narrow, Tokens
from lohum_brief.typeset.readings import RISE, over
from lohum_brief.typeset.show import Show, inked
from lohum_brief.typeset.tokens import Piece, Token


class Segment(msgspec.Struct, frozen=True):
    """The part of a line that belongs to one span.

    `dx` counts from the start of the line; `ops` draw what `text` says.
    """

    lang: Lang
    mark: bool
    dx: float
    ops: str
    text: str


class Over(msgspec.Struct, frozen=True):
    """A reading drawn over a line: from the line's start and baseline."""

    dx: float
    dy: float
    ops: str


class Line(msgspec.Struct, frozen=True):
    """A set line; `width` is that of its ink, without the space it ends in.

    The first line of a paragraph says in `narrow` how well the measure holds the whole of it. Lines
    before a forced break are `ended`.
    """

    width: float
    segments: tuple[Segment, ...]
    readings: tuple[Over, ...] = ()
    narrow: Narrow = 0
    ended: bool = False


def line(paragraph: Tokens, first: int, stop: int, width: float, slack: float) -> Line:
    """Return the line of the tokens from `first` up to `stop`, `width` points wide, with `slack`
    more or less than that where it is justified.
    """
    fit = _fitted(paragraph, first, stop, slack) if slack else filling.NATURAL
    if fit is not filling.NATURAL:
        width += slack
    if paragraph.simple:
        select = paragraph.select or _sole(paragraph.tokens[first:stop])
        if select:
            return Line(width, (_plain(paragraph, first, stop, select, fit),))
        return Line(width, (_of_faces(paragraph, first, stop, fit),))
    parts, readings = _mixed(paragraph, first, stop, fit)
    return Line(width, parts, readings)


def _fitted(paragraph: Tokens, first: int, stop: int, slack: float) -> Fit:
    """Return how a line becomes longer by `slack`, or shorter."""
    if slack < 0:
        return filling.shorter(paragraph.giving.of(first, stop) if paragraph.giving else (), -slack)
    tokens, size = paragraph.tokens[first:stop], paragraph.spans[0].style.size
    return filling.longer(tokens, paragraph.gaps, first, slack, size) or filling.NATURAL


def _sole(tokens: Sequence[Token]) -> str:
    """Return what chooses the font of these tokens; nothing if they are of several."""
    selects = {token.select for token in tokens}
    return selects.pop() if len(selects) == 1 else ""


def _codes(paragraph: Tokens, first: int, stop: int, fit: Fit) -> list[str]:
    """Return the codes of a line's tokens, each with the space in front of it."""
    codes = paragraph.codes[first:stop]
    begin = paragraph.tokens[first]
    if begin.lead or first in paragraph.gaps:
        codes[0] = move(-begin.lead * 1000 / begin.em) + begin.codes if begin.lead else begin.codes
    for i, more in fit.gaps.items():
        token = paragraph.tokens[i]
        gap = paragraph.gaps.get(i, 0.0) + more
        codes[i - first] = move(gap * 1000 / token.em) + token.codes
    for i, by in fit.dots.items():
        codes[i - first] = nearer(codes[i - first], by, paragraph.tokens[i].em)
    return codes


def _plain(paragraph: Tokens, first: int, stop: int, select: str, fit: Fit) -> Segment:
    """Return a line of one span in one font, which most lines are."""
    codes = "".join(_codes(paragraph, first, stop, fit))
    ops = f"{select}[<{codes.replace('<>', '')}>]TJ"
    if fit.spacing:
        ops = f"{fit.spacing:.4g} Tc {ops} 0 Tc"
    return _segment(paragraph, first, stop, ops)


def _of_faces(paragraph: Tokens, first: int, stop: int, fit: Fit) -> Segment:
    """Return a line of one span in several fonts."""
    show = Show(fit.spacing)
    codes = _codes(paragraph, first, stop, fit)
    for token, shown in zip(paragraph.tokens[first:stop], codes, strict=True):
        show.show(token, shown)
    return _segment(paragraph, first, stop, show.ops())


def _segment(paragraph: Tokens, first: int, stop: int, ops: str) -> Segment:
    (span,) = paragraph.spans
    text = "".join(paragraph.texts[first:stop])
    return Segment(span.lang, span.mark, 0.0, inked(ops, span.style), text)


def _mixed(
    paragraph: Tokens, first: int, stop: int, fit: Fit
) -> tuple[tuple[Segment, ...], tuple[Over, ...]]:
    """Return a line of several spans, or with readings."""
    out: list[Segment] = []
    readings: list[Over] = []
    x = 0.0
    i = first
    while i < stop:
        number = paragraph.span_of(i)
        span = paragraph.spans[number]
        start = x
        show = Show(fit.spacing)
        texts: list[str] = []
        while i < stop and paragraph.span_of(i) == number:
            token = paragraph.tokens[i]
            gap = paragraph.gaps.get(i, 0.0) + fit.gaps.get(i, 0.0) if i > first else -token.lead
            pieces = token.pieces
            if by := fit.dots.get(i, 0.0):
                codes = nearer(token.codes, by, token.em)
                pieces = (Piece(token.select, codes, token.count, token.em, token.japanese),)
            wider = show.add(pieces, gap) - by
            if token.kana is not None:
                dx, ops = over(token, token.kana, x + gap, max(wider - fit.spacing, 0.0))
                readings.append(Over(dx, span.style.size * RISE, ops))
            texts.append(token.text)
            x += gap + token.width + wider
            i += 1
        text, ops = "".join(texts), inked(show.ops(), span.style)
        if text.isspace() and out and not out[-1].mark:
            # PDFium passes over a space that is marked content of its own, and two languages would
            # run together.
            before = out[-1]
            out[-1] = Segment(
                before.lang, False, before.dx, f"{before.ops} {ops}", before.text + text
            )
        else:
            out.append(Segment(span.lang, span.mark, start, ops, text))
    return tuple(out), tuple(readings)
