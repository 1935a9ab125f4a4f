"""Where a line may break: the rules of Unicode (UAX 14) with strict kinsoku for Japanese, by ICU,
and ours on top.

Ours: what `language.binding` holds together is one piece, a word with hyphens is not parted at them
(a reader that copies the text could not tell such a hyphen from one that only divides), no line
begins with the sign of a range, and of solidi only those of an address part a line, those of a unit
(t/year) do not.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from icu4py.breakers import LineBreaker

from lohum_brief.language.binding import bound
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES

_MONEY: Final = frozenset("₹¥$€")


def segments(text: str, lang: Lang, *, phrases: bool = False, narrow: bool = False) -> list[str]:
    """Cut the text where a line may break; joined, the pieces are the text. White space ends a
    piece.

    `phrases` keeps Japanese phrases together, as headings want it; it has no effect in the other
    languages. `narrow` is for a line in which a date or a range has no room: it may then break
    between its numbers, never within one.
    """
    own = LANGUAGES[lang].breaking
    joins = _joins(text, lang, narrow=narrow)
    if phrases and own.phrases:
        pieces = LineBreaker(text, own.locale)
        return _joined(_coarser(LineBreaker(text, own.phrases), pieces), joins)
    return _parted(text, own.locale, joins)


def segments_of_each(texts: Sequence[str], lang: Lang) -> list[list[str]]:
    """Return the pieces of each text, as `segments` does for one.

    ICU is begun once for all: to begin takes it as long as to cut a hundred letters.
    """
    whole = "\n".join(texts)
    if whole.count("\n") >= len(texts):
        return [segments(text, lang) for text in texts]
    places = LineBreaker(whole, LANGUAGES[lang].breaking.locale).segments()
    joins = _joins(whole, lang) - {len(whole)}
    stops = [stop for _, stop in places if stop not in joins]
    if stops[-1:] != [len(whole)]:  # it counts characters beyond U+FFFF as two
        return [segments(text, lang) for text in texts]
    starts, ends, counts = list[int](), list[int](), [0]
    begin = first = 0
    for text in texts:
        end = begin + len(text)
        last = bisect_left(stops, end, first)
        if text:
            within = stops[first:last]
            starts += (begin, *within)
            ends += (*within, end)
        counts.append(len(starts))
        begin = end + 1  # behind the line break that parts it from the next
        first = bisect_right(stops, begin, last)
    pieces = [whole[start:stop] for start, stop in zip(starts, ends, strict=True)]
    return [pieces[start:stop] for start, stop in pairwise(counts)]


def _joins(text: str, lang: Lang, *, narrow: bool = False) -> set[int]:
    """Return the places of a text where no line may break though Unicode would; a line break in it
    parts what is read.
    """
    joins = bound(text, lang, narrow=narrow)
    joins.update(_signs(text, dashed=LANGUAGES[lang].breaking.dashed))
    return joins


def _signs(text: str, *, dashed: bool) -> Iterator[int]:
    """Yield where signs hold what stands beside them, of which most texts have none.

    With `dashed`, ranges are written with a dash: 60–70%, 3.4 billion–3.9 billion. In Japanese
    `binding` holds what a range needs.
    """
    for sign in "\u00a0～〜":
        yield from _places(text, sign)
    for place in _places(text, "第"):
        if text[place + 1 : place + 2].isdecimal():
            yield place + 1
    for sign in "-/":
        for place in _places(text, sign):
            after = text[place + 1 : place + 2]
            if not after or after.isspace() or (sign == "/" and "://" in _line(text, place)):
                continue
            yield place + 1
    if dashed:
        yield from _before_ends(text)


def _before_ends(text: str) -> Iterator[int]:
    """Yield the places between the dash of a range and its end."""
    for place in _places(text, "–"):
        after = text[place + 1 : place + 2]
        if place and not text[place - 1].isspace() and (after.isdecimal() or after in _MONEY):
            yield place + 1


def _line(text: str, place: int) -> str:
    """Return the line of a text in which that place is."""
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]


def _places(text: str, sign: str) -> list[int]:
    """Return where a sign stands in a text."""
    found = []
    place = text.find(sign)
    while place >= 0:
        found.append(place)
        place = text.find(sign, place + 1)
    return found


def _parted(text: str, locale: str, joins: set[int]) -> list[str]:
    """Return a text in pieces that end where ICU has them end, but for the places `joins`.

    The places come as numbers: to take ICU's pieces and join them again took a sixth longer.
    """
    out: list[str] = []
    start = stop = 0
    for _, stop in LineBreaker(text, locale).segments():
        if stop not in joins:
            out.append(text[start:stop])
            start = stop
    if stop != len(text):  # it counts characters beyond U+FFFF as two
        return _joined(LineBreaker(text, locale), joins)
    if start < stop:
        out.append(text[start:])
    return out


def _joined(pieces: Iterable[str], joins: set[int]) -> list[str]:
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


def _coarser(phrases: Iterable[str], pieces: Iterable[str]) -> list[str]:
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
