"""Paragraphs to lines: fill the measure from the widths of tokens.

Japanese is justified, and readings are set over their kanji.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from operator import sub
from typing import Final, Literal

import msgspec
from icu4py.breakers import CharacterBreaker

from lohum_brief.document.paragraphs import Align, Span
from lohum_brief.language.codes import READ, UNSPACED, Lang
from lohum_brief.language.furigana import Reading, parse, plain
from lohum_brief.language.numbers import NBSP
from lohum_brief.typeset import cutting, filling, spacing, strand
from lohum_brief.typeset.codes import move
from lohum_brief.typeset.evening import evened, is_poor, stub
from lohum_brief.typeset.filling import Fit, nearer
from lohum_brief.typeset.readings import RISE, annotated, hanging, least_width, over
from lohum_brief.typeset.show import Show, inked
from lohum_brief.typeset.tokens import Encoder, Piece, Token, clean


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


Narrow = Literal[0, 1, 2]
"""How well a measure holds a paragraph.

0: everything is whole that should be. 1: a word was parted between its letters. 2: even a number or
a letter is wider than the measure.
"""


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


_LOOSE: Final = 0.2
"""Ems that a justified line may lack without taking in more."""

_SHORT: Final = 16
"""Tokens up to which a text is likely to have room on one line."""

_ENDLESS: Final = 1e9

_WHOLE: Final = 36
"""Characters up to which a word is a word.

What is longer, such as a key or an address, may be parted between letters.
"""

_HOLDING: Final = "(?<=[^0-9०-९]\u00a0)"
"""Behind the spaces that hold words together, but those that hold a number."""

_NUMBER: Final = (
    r"[-+−±<>≤≥~～₹$€£¥]*\d(?:[\d.,:/٬–—～-]*\d)?(?:[\u00a0\u202f]?[^\s\d.,:/–—～-]{1,12})?"
)
"""A number with its signs and the word behind it: never parted, however narrow the measure."""


class _Tokens:
    """The tokens of a paragraph.

    A line may break in front of each but those in `glued`; `starts` has the first of each span.
    `gaps` has the space in front of tokens where Japanese meets Latin letters or digits, and, less
    than 0, what is taken back where its punctuation meets. `codes`,
    `texts` and `widths` are those of the tokens, but codes and widths begin with the gap. `simple`
    are paragraphs of one span without readings. `select` chooses the font, if all of the paragraph
    is in one.
    """

    __slots__ = (
        "annotated", "codes", "gaps", "giving", "glued", "meetings", "narrow", "select",
        "simple", "spans", "starts", "texts", "tokens", "widths",
    )  # fmt: skip

    def __init__(self, spans: Sequence[Span], encoder: Encoder, measure: float) -> None:
        self.spans = spans
        self.tokens: list[Token] = []
        self.glued: set[int] = set()
        self.annotated = False
        self.narrow: Narrow = 0
        self.starts: list[int] = []
        for span in spans:
            self.starts.append(len(self.tokens))
            self._add(span, encoder, measure)
            if len(self.starts) > 1 and self._held(len(self.starts) - 1):
                self.glued.add(self.starts[-1])
            if span.mark:
                self.glued.update(
                    range(self.starts[-1], len(self.tokens))
                )  # a mark stays with the word it stands at
        self.simple = len(spans) == 1 and not self.annotated
        self.meetings: Sequence[int] = ()
        self.gaps = self._gaps() if not UNSPACED.isdisjoint([span.lang for span in spans]) else {}
        selects = {token.select for token in self.tokens}
        self.select = selects.pop() if len(selects) == 1 else ""

    def lay_out(self, *, justified: bool) -> None:
        """Make the columns from which lines are filled."""
        self.giving = None
        if justified:
            self.giving = filling.giving(self.tokens, self.gaps, self.meetings)
        self.codes = [token.codes for token in self.tokens]
        self.texts = [token.text for token in self.tokens]
        self.widths = [token.width for token in self.tokens]
        for i, gap in self.gaps.items():
            self.codes[i] = move(gap * 1000 / self.tokens[i].em) + self.codes[i]
            self.widths[i] += gap

    def _add(self, span: Span, encoder: Encoder, measure: float) -> None:
        bare = span.text
        readings: tuple[Reading, ...] = ()
        if span.lang == READ and "《" in bare:
            bare, readings = parse(clean(bare))
        if readings:
            self._add_annotated(bare, readings, span, encoder, measure)
            return
        lang, style = span.lang, span.style
        flat, widest = encoder.flat(encoder.cut(bare, lang, style), lang, style)
        if widest > measure and max([token.width for token in flat], default=0.0) > measure:
            for token in flat:
                if token.width - token.trail > measure:
                    self._part(token, span, encoder, measure)
                else:
                    self.tokens.append(token)
        else:
            self.tokens += flat

    def _add_annotated(
        self,
        bare: str,
        readings: tuple[Reading, ...],
        span: Span,
        encoder: Encoder,
        measure: float,
    ) -> None:
        """Take a text with readings over its kanji."""
        self.annotated = True
        words = encoder.cut(bare, span.lang, span.style)
        tokens, glued = annotated(words, readings, bare, span.style, encoder)
        if max(map(least_width, tokens), default=0.0) > measure:
            words = cutting.words(bare, READ, phrases=False, narrow=True)
            tokens, glued = annotated(words, readings, bare, span.style, encoder)
            if max(map(least_width, tokens)) > measure:
                self.narrow = 2
        self.glued.update([len(self.tokens) + i for i in glued])
        self.tokens += tokens

    def _held(self, number: int) -> bool:
        """Return whether a span stays with the one before: a space holds it, as it does an
        honorific, or it is nothing but a gap.
        """
        before, text = self.spans[number - 1].text, self.spans[number].text
        if text.isspace():  # a gap ends a line, it begins none
            return not text.startswith(NBSP)
        return text.startswith(NBSP) or (before.endswith(NBSP) and not before.isspace())

    def _part(self, token: Token, span: Span, encoder: Encoder, measure: float) -> None:
        """Take a token that is too long for any line."""
        parts, torn = _parted(token.text, span, encoder, measure)
        self.tokens += parts
        if max(part.width - part.trail for part in parts) > measure:
            self.narrow = 2
        elif torn and len(token.text) <= _WHOLE:
            self.narrow = self.narrow or 1

    def _gaps(self) -> dict[int, float]:
        tokens = self.tokens
        lasts, firsts = [token.last for token in tokens], [token.first for token in tokens]
        self.meetings = spacing.meetings(lasts, firsts)
        between = ((i, (lasts[i - 1], firsts[i])) for i in self.meetings)
        gaps = {i: self._gap(i) for i, kinds in between if kinds in spacing.BETWEEN}
        if lead := self.tokens[0].lead if self.tokens else 0.0:
            gaps[0] = -lead
        if self.annotated:
            hanging(self.tokens, gaps)
        return gaps

    def _gap(self, index: int) -> float:
        before, after = self.tokens[index - 1 : index + 1]
        if spacing.BETWEEN[before.last, after.first] == spacing.QUARTER:
            return spacing.QUARTER * self.spans[self.span_of(index)].style.size
        return -(after.lead or before.trail)

    def span_of(self, index: int) -> int:
        """Return which span a token belongs to."""
        return bisect_right(self.starts, index) - 1 if len(self.starts) > 1 else 0


def prepare(spans: Iterable[Span], encoder: Encoder) -> None:
    """Cut and shape the texts of a whole document at once, which costs less than one by one."""
    encoder.cut_all(
        (
            plain(clean(span.text)) if span.lang == READ and "《" in span.text else span.text,
            span.lang,
            span.style,
            times,
        )
        for span, times in Counter(spans).items()
        if span.text and "\n" not in span.text
    )


def _parted(word: str, span: Span, encoder: Encoder, measure: float) -> tuple[list[Token], bool]:
    """Return the pieces of a word too long for any line, and whether it is torn.

    It is parted where the next closer rule allows a break, and at last between its letters. It is
    torn where it should have been whole.
    """
    for narrow in (False, True):
        parts = cutting.words(word, span.lang, phrases=False, narrow=narrow)
        if len(parts) > 1:
            break
    else:
        parts = _at_holding(word, span.lang)
        if len(parts) == 1:
            return _letters(word, span, encoder), True
        narrow = True
    out: list[Token] = []
    torn = narrow
    for part, tokens in zip(parts, encoder.words(parts, span.lang, span.style), strict=True):
        if max([token.width - token.trail for token in tokens], default=0.0) > measure:
            found, more = _parted(part, span, encoder, measure)
            out += found
            torn = torn or more
        else:
            out += tokens
    return out, torn


def _at_holding(word: str, lang: Lang) -> list[str]:
    """Return the parts of what is held together by its spaces, which is parted there before it is
    between letters; of Japanese it is an honorific, which would stand alone.
    """
    if lang in UNSPACED and not re.search("[A-Za-z]", word):
        return [word]
    return [part for part in re.split(_HOLDING, word) if part]


def _letters(word: str, span: Span, encoder: Encoder) -> list[Token]:
    """Return a word too long for any line as tokens of one user-perceived character each.

    Numbers in it stay whole, and what a space holds together.
    """
    inner = {
        place
        for found in re.finditer(_NUMBER, word)
        for place in range(found.start() + 1, found.end())
    }
    letters: list[str] = []
    place = 0
    for letter in CharacterBreaker(word, span.lang):
        if letters and (place in inner or letter == NBSP or letters[-1].endswith(NBSP)):
            letters[-1] += letter
        else:
            letters.append(letter)
        place += len(letter)
    return [*chain.from_iterable(encoder.words(letters, span.lang, span.style))]


def least(spans: Iterable[Span], encoder: Encoder) -> dict[float, float]:
    """Return the width of the widest thing that no line of a table may part, by size of type."""
    out: dict[float, float] = {}
    for span in spans:
        widest = out.get(span.style.size, 0.0)
        for text in span.text.split("\n"):
            for token in _Tokens(
                [msgspec.structs.replace(span, text=text)], encoder, _ENDLESS
            ).tokens:
                widest = max(widest, _least(token, span, encoder))
        out[span.style.size] = widest
    return out


def _least(token: Token, span: Span, encoder: Encoder) -> float:
    long = len(token.text) > _WHOLE
    if token.kana is not None or (span.lang not in UNSPACED and not long):
        return token.width - token.trail
    tokens: list[Token] = []
    for piece in cutting.words(token.text, span.lang, phrases=False, narrow=long):
        whole = len(piece) <= _WHOLE
        tokens += (
            encoder.words([piece], span.lang, span.style)[0]
            if whole
            else _letters(piece, span, encoder)
        )
    return max(one.width - one.trail for one in tokens)


def set_lines(
    spans: Sequence[Span], measure: float, encoder: Encoder, align: Align = "left"
) -> list[Line]:
    """Break the spans into lines no wider than `measure`, in points.

    A new line in the text is a forced break.
    """
    for span in spans:
        if "\n" in span.text:
            parts = [
                _filled(part, measure, encoder, align) or [Line(0.0, ())] for part in _forced(spans)
            ]
            for part in parts[:-1]:
                part[-1] = msgspec.structs.replace(part[-1], ended=True)
            narrow = max(lines[0].narrow for lines in parts)
            if narrow:
                parts[0][0] = msgspec.structs.replace(parts[0][0], narrow=narrow)
            return [*chain.from_iterable(parts)]
    return _stretched(spans, measure, encoder, align) or _filled(spans, measure, encoder, align)


def _filled(spans: Sequence[Span], measure: float, encoder: Encoder, align: Align) -> list[Line]:
    tokens = _Tokens(spans, encoder, measure)
    if (line := _whole(tokens, measure)) is not None:
        return [line]
    tokens.lay_out(justified=align == "justify")
    lines = _fill(tokens, measure, align)
    if tokens.narrow:
        lines[0] = msgspec.structs.replace(lines[0], narrow=tokens.narrow)
    return lines


def _whole(paragraph: _Tokens, measure: float) -> Line | None:
    """Return the only line of a short text in one font; None for all else.

    Most paragraphs are cells of tables: filled like others they take half as much again.
    """
    tokens = paragraph.tokens
    if not (paragraph.simple and paragraph.select) or paragraph.gaps or len(tokens) > _SHORT:
        return None
    width, codes, text = _together(tokens)
    width -= tokens[-1].trail
    if width > measure + 1e-6 or paragraph.narrow:
        return None
    (span,) = paragraph.spans
    codes = codes.replace("<>", "")
    ops = inked(f"{paragraph.select}[<{codes}>]TJ", span.style)
    return Line(width, (Segment(span.lang, span.mark, 0.0, ops, text),))


def _together(tokens: Sequence[Token]) -> tuple[float, str, str]:
    """Return width, codes and text of tokens in one font."""
    if len(tokens) == 1:  # as most figures are
        (token,) = tokens
        return token.width, token.codes, token.text
    return (
        sum([token.width for token in tokens]),
        "".join([token.codes for token in tokens]),
        "".join([token.text for token in tokens]),
    )


def _stretched(
    spans: Sequence[Span], measure: float, encoder: Encoder, align: Align
) -> list[Line] | None:
    """Return the lines of a single span with rare words; None for all else."""
    if len(spans) != 1 or align == "justify":
        return None
    (span,) = spans
    if span.style.display:
        return None
    found = encoder.strand(span.text, span.lang, span.style)
    stretches = strand.lines(found, measure, span.style.size) if found else None
    if stretches is None:
        return None
    return [
        Line(one.width, (Segment(span.lang, span.mark, 0.0, inked(one.ops, span.style), one.text),))
        for one in stretches
    ]


def one_line(spans: Sequence[Span], encoder: Encoder) -> Line:
    """Set the spans on a single line, however wide it gets."""
    whole = [
        msgspec.structs.replace(span, text=span.text.replace("\n", " "))
        if "\n" in span.text
        else span
        for span in spans
    ]
    lines = set_lines(whole, _ENDLESS, encoder)
    return lines[0] if lines else Line(0.0, ())


def _forced(spans: Sequence[Span]) -> list[list[Span]]:
    out: list[list[Span]] = [[]]
    for span in spans:
        first, *more = span.text.split("\n")
        out[-1].append(msgspec.structs.replace(span, text=first))
        out += [[msgspec.structs.replace(span, text=part)] for part in more]
    return out


def _fill(paragraph: _Tokens, measure: float, align: Align) -> list[Line]:
    """Fill lines: each with what it can hold, or evenly where that would look poor."""
    ends = [*accumulate(paragraph.widths)]
    stops = _stops(paragraph, ends, measure)
    lines = []
    first = 0
    count = len(ends)
    for stop in stops:
        width = ends[stop - 1] - paragraph.tokens[stop - 1].trail - _origin(paragraph, ends, first)
        full = align == "justify" and (stop < count or width > measure)
        lines.append(_line(paragraph, first, stop, width, measure - width if full else 0.0))
        first = stop
    return lines


def _origin(paragraph: _Tokens, ends: Sequence[float], first: int) -> float:
    token = paragraph.tokens[first]
    return ends[first] - token.width + token.lead


def _stops(paragraph: _Tokens, ends: Sequence[float], measure: float) -> list[int]:
    """Return in front of which tokens lines stop."""
    tokens, glued = paragraph.tokens, paragraph.glued
    stops, widths = list[int](), list[float]()
    first = last = 0
    count = len(tokens)
    while first < count:
        origin = ends[first] - tokens[first].width + tokens[first].lead
        limit = origin + measure + 1e-6
        stop = bisect_right(ends, limit, first)
        if stop < count and ends[stop] - tokens[stop].trail <= limit:
            stop += 1
        if stop == first:
            stop += 1
        if glued:
            stop = _unglued(stop, first, count, glued)
        stop = _taken_in(paragraph, ends, first, stop, limit)
        widths.append(ends[stop - 1] - tokens[stop - 1].trail - origin)
        stops.append(stop)
        last, first = first, stop
    if len(stops) > 1:
        least = stub(measure, paragraph.spans[0].style.size) + _aside(paragraph, ends)
        alone = _has_words(paragraph) and glued.issuperset(range(last + 1, count))
        if _is_balanced(paragraph) or is_poor(widths, measure, least, alone=alone):
            return _evened(paragraph, ends, stops, measure, least)
    return stops


def _is_balanced(paragraph: _Tokens) -> bool:
    """Return whether all lines are to be of one length.

    In Japanese for display it matters more that lines end where a phrase or a bracket does.
    """
    return paragraph.spans[0].style.display and _has_words(paragraph)


def _has_words(paragraph: _Tokens) -> bool:
    """Return whether lines may break behind each word, and not between phrases only."""
    first = paragraph.spans[0]
    return not first.style.display or first.lang not in UNSPACED


def _aside(paragraph: _Tokens, ends: Sequence[float]) -> float:
    """Return the width of the mark that ends a paragraph: it makes no word of its last line."""
    if not paragraph.spans[-1].mark:
        return 0.0
    return ends[-1] - ends[paragraph.starts[-1] - 1]


def _evened(
    paragraph: _Tokens, ends: Sequence[float], stops: list[int], measure: float, least: float
) -> list[int]:
    tokens, glued = paragraph.tokens, paragraph.glued
    count = len(tokens)
    starts = [i for i in range(count + 1) if i not in glued or i == count]
    begins = [end - token.width + token.lead for end, token in zip(ends, tokens, strict=True)]
    pens = [begins[i] for i in starts[:-1]]
    bare = [ends[i - 1] - tokens[i - 1].trail for i in starts[1:]]
    if max(map(sub, bare, pens)) > measure + 1e-6:
        return stops
    taken = None
    if paragraph.giving is not None:
        before = paragraph.giving.before(count)
        taken = [before[i] for i in starts[:-1]], [before[i - 1] for i in starts[1:]]
    found = [bisect_left(starts, stop) for stop in stops]
    balanced, words = _is_balanced(paragraph), _has_words(paragraph)
    evenly = evened(pens, bare, found, measure, least, taken, balanced=balanced, words=words)
    return [starts[stop] for stop in evenly]


def _unglued(stop: int, first: int, count: int, glued: set[int]) -> int:
    """Return the last place up to `stop` where a break is allowed; `stop` if there is none."""
    place = stop
    while place < count and place in glued and place > first:
        place -= 1
    return place if place > first else stop


def _taken_in(
    paragraph: _Tokens, ends: Sequence[float], first: int, stop: int, limit: float
) -> int:
    """Return where a line stops that would be loose: behind what comes next, if it gives as much
    room as that needs.
    """
    tokens = paragraph.tokens
    if paragraph.giving is None or stop == len(tokens):
        return stop
    if limit - ends[stop - 1] + tokens[stop - 1].trail < _LOOSE * paragraph.spans[0].style.size:
        return stop
    more = stop + 1
    while more in paragraph.glued:
        more += 1
    over = ends[more - 1] - tokens[more - 1].trail - limit
    return more if over <= paragraph.giving.between(first, more) else stop


def _line(paragraph: _Tokens, first: int, stop: int, width: float, slack: float) -> Line:
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


def _fitted(paragraph: _Tokens, first: int, stop: int, slack: float) -> Fit:
    """Return how a line becomes longer by `slack`, or shorter."""
    if slack < 0:
        return filling.shorter(paragraph.giving.of(first, stop) if paragraph.giving else (), -slack)
    tokens, size = paragraph.tokens[first:stop], paragraph.spans[0].style.size
    return filling.longer(tokens, paragraph.gaps, first, slack, size) or filling.NATURAL


def _sole(tokens: Sequence[Token]) -> str:
    """Return what chooses the font of these tokens; nothing if they are of several."""
    selects = {token.select for token in tokens}
    return selects.pop() if len(selects) == 1 else ""


def _codes(paragraph: _Tokens, first: int, stop: int, fit: Fit) -> list[str]:
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


def _plain(paragraph: _Tokens, first: int, stop: int, select: str, fit: Fit) -> Segment:
    """Return a line of one span in one font, which most lines are."""
    codes = "".join(_codes(paragraph, first, stop, fit))
    ops = f"{select}[<{codes.replace('<>', '')}>]TJ"
    if fit.spacing:
        ops = f"{fit.spacing:.4g} Tc {ops} 0 Tc"
    return _segment(paragraph, first, stop, ops)


def _of_faces(paragraph: _Tokens, first: int, stop: int, fit: Fit) -> Segment:
    """Return a line of one span in several fonts."""
    show = Show(fit.spacing)
    codes = _codes(paragraph, first, stop, fit)
    for token, shown in zip(paragraph.tokens[first:stop], codes, strict=True):
        show.show(token, shown)
    return _segment(paragraph, first, stop, show.ops())


def _segment(paragraph: _Tokens, first: int, stop: int, ops: str) -> Segment:
    (span,) = paragraph.spans
    text = "".join(paragraph.texts[first:stop])
    return Segment(span.lang, span.mark, 0.0, inked(ops, span.style), text)


def _mixed(
    paragraph: _Tokens, first: int, stop: int, fit: Fit
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
