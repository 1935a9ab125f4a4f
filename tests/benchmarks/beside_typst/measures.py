"""What is counted on the pages of either side."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import pstdev
from typing import Final, NamedTuple

from lohum_brief.document.paragraphs import Para
from lohum_brief.document.style import MM
from lohum_brief.language.codes import Lang
from tests.benchmarks.beside_typst.boxes import Line, count_pages, lines
from tests.benchmarks.beside_typst.content import WIDTHS, Content, measures_of

_NARROWEST: Final = 60 * MM
"""Columns from which on a last line of one word counts."""
_STUB: Final = 0.12
"""Of the measure: a last line that is shorter is a stub, whatever it says."""
_LEVEL: Final = 0.2
_APART: Final = 7.5
"""Points, about half a line."""
_NO_START: Final = frozenset(
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ、。，．・：；？！」』）］｝〉》】〕ーゝゞヽヾ々～〜–%％"
)
_NO_END: Final = frozenset("「『（［｛〈《【〔")
_COUNTED: Final = frozenset("年月日時分秒名人社件台個倍円万億兆か種項版段類条歳度回％%～〜")
_UNITS: Final = re.compile(
    "(?:lakh|crore|million|billion|per|tonnes?|kg|km|MWh|GWh|GW|MW|t|%|yen|hrs|IST|JST|January|"
    "February|March|April|May|June|July|August|September|October|November|December|लाख|करोड़|"
    "अरब|टन|प्रतिशत|बजे|येन|रुपये|जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर)"
    r"\b"
)
_MONTH: Final = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s*$"
)


class Set(NamedTuple):
    """A document as one side set it."""

    pdf: bytes
    pages: float
    """Of which the last counts as far as it is filled."""
    lines: dict[int, list[Line]]


class Figures(NamedTuple):
    """What is counted; less is better but in the last two. None where a kind of page has none."""

    paragraphs: int
    lone: int
    cells: int
    """One word alone in the last line of a cell of a table, where columns are narrow."""
    stubs: int
    spread: dict[Lang, float]
    parted: int
    kinsoku: int
    hyphens: int
    apart: int | None
    people: float | None
    words: float | None


def read(pdf: bytes, bottom: float) -> Set:
    """Read a file; `bottom` is where the text area ends, from the top of the page."""
    found = lines(pdf)
    count = count_pages(pdf)
    top = 25 * MM
    last = [one.baseline for each in found.values() for one in each if one.page == count - 1]
    return Set(pdf, count - 1 + (max(last, default=top) - top) / (bottom - top), found)


def figures(content: Content, side: Set) -> Figures:
    """Count on one side."""
    columns = measures_of(content)
    broken = [
        (para, measure, found)
        for number, measure in columns.items()
        if measure >= _NARROWEST
        and (found := side.lines.get(number, []))
        and len(found) > 1
        and "\n" not in (para := content.paras[number]).text
    ]
    every = [(content.paras[number], found) for number, found in side.lines.items()]
    return Figures(
        paragraphs=len(broken),
        lone=sum(_is_lone(found[-1].text, para.lang) for para, _, found in broken),
        cells=sum(
            len(found) > 1
            and content.paras[number].lang != ""
            and _is_lone(found[-1].text, content.paras[number].lang)
            for number, found in side.lines.items()
            if number not in columns
        ),
        stubs=sum(_width(found[-1]) < _STUB * measure for _, measure, found in broken),
        spread={
            lang: round(100 * _spread((m, f) for para, m, f in broken if para.lang == lang), 2)
            for lang in content.langs
        },
        parted=sum(_parted(found) for _, found in every),
        kinsoku=sum(_kinsoku(found) for para, found in every if para.spoken == "ja"),
        hyphens=sum(
            one.text.rstrip().endswith(("-", "\u00ad")) for _, found in every for one in found[:-1]
        ),
        apart=_apart(content, side) if len(content.langs) > 1 else None,
        people=content.people / side.pages if content.people else None,
        words=sum(_words(para) for para in content.paras.values()) / side.pages
        if content.kind != WIDTHS
        else None,
    )


def _is_lone(text: str, lang: str) -> bool:
    """Whether a line is one word, or in Japanese one character."""
    if lang == "ja":
        return sum(char.isalnum() for char in text) <= 1
    return len(text.split()) <= 1


def _width(line: Line) -> float:
    return line.right - line.left


def _spread(paragraphs: Iterable[tuple[float, Sequence[Line]]]) -> float:
    """How far the ends of lines lie apart within a paragraph, of the measure; the last aside."""
    spreads = [
        pstdev(_width(line) / measure for line in found[:-1])
        for measure, found in paragraphs
        if len(found) > 2
    ]
    return sum(spreads) / max(len(spreads), 1)


def _parted(found: Sequence[Line]) -> int:
    """How often a number is parted, from its unit, counter or month too."""
    return sum(
        (before.text.rstrip()[-1:].isdigit() and _goes_on(before.text, after.text.lstrip()))
        or (bool(_MONTH.search(before.text)) and after.text.lstrip()[:1].isdigit())
        for before, after in pairwise(found)
    )


def _goes_on(before: str, after: str) -> bool:
    if before[-1:].isdigit() and after[:1].isdigit():
        return True
    return after[:1] in _COUNTED or _UNITS.match(after) is not None


def _kinsoku(found: Sequence[Line]) -> int:
    starts = sum(one.text.lstrip()[:1] in _NO_START for one in found[1:])
    return starts + sum(one.text.rstrip()[-1:] in _NO_END for one in found[:-1])


def _apart(content: Content, side: Set) -> int:
    """Lines of running text beside which the nearest line of the other column stands neither at
    their height nor a whole line away.
    """
    known = measures_of(content)
    columns: dict[tuple[int, str], list[float]] = {}
    for number, found in side.lines.items():
        if number in known:
            for one in found:
                key = one.page, content.paras[number].lang
                columns.setdefault(key, []).append(one.baseline)
    first, second = content.langs
    count = 0
    for (page, lang), ours in columns.items():
        if lang == first and (theirs := columns.get((page, second))):
            away = (min(abs(one - other) for other in theirs) for one in ours)
            count += sum(_LEVEL < distance < _APART for distance in away)
    return count


def _words(para: Para) -> float:
    """Words; two letters of Japanese are one."""
    text = para.text
    return len(text) / 2 if para.spoken == "ja" else len(text.split())
