"""Paragraphs to lines: fill the measure from the widths of tokens."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from operator import sub
from typing import Final

import msgspec

from lohum_brief.document.paragraphs import Align, Span
from lohum_brief.language.codes import READ, UNSPACED
from lohum_brief.language.furigana import plain
from lohum_brief.typeset import strand
from lohum_brief.typeset.evening import evened, is_poor, stub
from lohum_brief.typeset.lines import Line, Segment, line
from lohum_brief.typeset.paragraph_tokens import ENDLESS, Tokens
from lohum_brief.typeset.show import inked
from lohum_brief.typeset.tokens import Encoder, Token, clean

_LOOSE: Final = 0.2
"""Ems that a justified line may lack without taking in more."""

_SHORT: Final = 16
"""Tokens up to which a text is likely to have room on one line."""


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
    tokens = Tokens(spans, encoder, measure)
    if (line := _whole(tokens, measure)) is not None:
        return [line]
    tokens.lay_out(justified=align == "justify")
    lines = _fill(tokens, measure, align)
    if tokens.narrow:
        lines[0] = msgspec.structs.replace(lines[0], narrow=tokens.narrow)
    return lines


def _whole(paragraph: Tokens, measure: float) -> Line | None:
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
    lines = set_lines(whole, ENDLESS, encoder)
    return lines[0] if lines else Line(0.0, ())


def _forced(spans: Sequence[Span]) -> list[list[Span]]:
    out: list[list[Span]] = [[]]
    for span in spans:
        first, *more = span.text.split("\n")
        out[-1].append(msgspec.structs.replace(span, text=first))
        out += [[msgspec.structs.replace(span, text=part)] for part in more]
    return out


def _fill(paragraph: Tokens, measure: float, align: Align) -> list[Line]:
    """Fill lines: each with what it can hold, or evenly where that would look poor."""
    ends = [*accumulate(paragraph.widths)]
    stops = _stops(paragraph, ends, measure)
    lines = []
    first = 0
    count = len(ends)
    for stop in stops:
        width = ends[stop - 1] - paragraph.tokens[stop - 1].trail - _origin(paragraph, ends, first)
        full = align == "justify" and (stop < count or width > measure)
        lines.append(line(paragraph, first, stop, width, measure - width if full else 0.0))
        first = stop
    return lines


def _origin(paragraph: Tokens, ends: Sequence[float], first: int) -> float:
    token = paragraph.tokens[first]
    return ends[first] - token.width + token.lead


def _stops(paragraph: Tokens, ends: Sequence[float], measure: float) -> list[int]:
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


def _is_balanced(paragraph: Tokens) -> bool:
    """Return whether all lines are to be of one length.

    In Japanese for display it matters more that lines end where a phrase or a bracket does.
    """
    return paragraph.spans[0].style.display and _has_words(paragraph)


def _has_words(paragraph: Tokens) -> bool:
    """Return whether lines may break behind each word, and not between phrases only."""
    first = paragraph.spans[0]
    return not first.style.display or first.lang not in UNSPACED


def _aside(paragraph: Tokens, ends: Sequence[float]) -> float:
    """Return the width of the mark that ends a paragraph: it makes no word of its last line."""
    if not paragraph.spans[-1].mark:
        return 0.0
    return ends[-1] - ends[paragraph.starts[-1] - 1]


def _evened(
    paragraph: Tokens, ends: Sequence[float], stops: list[int], measure: float, least: float
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


def _taken_in(paragraph: Tokens, ends: Sequence[float], first: int, stop: int, limit: float) -> int:
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
