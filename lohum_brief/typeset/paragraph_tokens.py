"""The tokens of a paragraph: what may stand on a line, where lines may break, and what stands
between; words too long for any line in their parts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final, Literal

import msgspec
from icu4py.breakers import CharacterBreaker

from lohum_brief.document.paragraphs import Span
from lohum_brief.language.codes import READ, UNSPACED, Lang
from lohum_brief.language.furigana import Reading, parse
from lohum_brief.language.numbers import NBSP
from lohum_brief.typeset import cutting, filling, spacing
from lohum_brief.typeset.codes import move
from lohum_brief.typeset.readings import annotated, hanging, least_width
from lohum_brief.typeset.tokens import Encoder, Token, clean

ENDLESS: Final = 1e9
_WHOLE: Final = 36
"""Characters up to which a word is a word.

What is longer, such as a key or an address, may be parted between letters.
"""

_HOLDING: Final = "(?<=[^0-9०-९]\u00a0)"
"""Behind the spaces that hold words together, but those that hold a number."""

NUMBER: Final = (
    r"[-+−±<>≤≥~～₹$€£¥]*\d(?:[\d.,:/٬–—～-]*\d)?(?:[\u00a0\u202f]?[^\s\d.,:/–—～-]{1,12})?"
)
"""A number with its signs and the word behind it: never parted, however narrow the measure."""

Narrow = Literal[0, 1, 2]
"""How well a measure holds a paragraph.

0: everything is whole that should be. 1: a word was parted between its letters. 2: even a number or
a letter is wider than the measure.
"""


class Tokens:
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
        for found in re.finditer(NUMBER, word)
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
            for token in Tokens(
                [msgspec.structs.replace(span, text=text)], encoder, ENDLESS
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
