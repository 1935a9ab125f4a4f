"""The words of a drawing: numbers and names as each language writes them.

They are broken and measured before they are placed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Final, Literal, NamedTuple

from msgspec import structs

from lohum_brief.charts.chart import Chart, Words
from lohum_brief.document.drawings import Label
from lohum_brief.document.paragraphs import Para, Span
from lohum_brief.document.ruler import Ruler
from lohum_brief.document.style import Style
from lohum_brief.language.binding import bound
from lohum_brief.language.codes import READ, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.nukta import decomposed
from lohum_brief.language.numbers import (
    NBSP,
    decimal,
    digits_of,
    in_large_unit,
    kept,
    rounded,
    shared_scale,
    steps,
)
from lohum_brief.language.rooms.numbers import Scale as NumberScale
from lohum_brief.language.rooms.punctuation import Punctuation
from lohum_brief.language.rooms.units import About
from lohum_brief.language.units import (
    approximate,
    case_of,
    form_of,
    is_money,
    quantity,
    unit_name,
    whole_percent,
)

TEXT: Final = Style(size=7.6, leading=10.4)
BOLD: Final = structs.replace(TEXT, family="sans-bold")

SIZES: Final = (1.0, 0.955, 0.91)
"""Tried in turn where a text does not fit; the last makes 6.9 points, the smallest that is read."""
_LEAST: Final = 0.84
"""6.4 points, where a word or a number would be parted otherwise."""

NEUTRAL: Final[Lang] = "en"
"""Whose forms numbers have that print once for all languages."""

_BETWEEN: Final = "-–—/／・、。()（）· \u00a0"
"""What a word may be parted at."""

_MIDDLE: Final = 0.36
"""Half the height of what is seen of a line above its baseline, in sizes."""

_FIGURES: Final = 3
"""What a label needs of a number in a large unit, unless two would look alike."""
_MOST_FIGURES: Final = 7
_DECIMALS: Final = 6
_BEFORE_NUMBER: Final = re.compile(r"(?<=\.) (?=\d)| (?=[-−~～]?\d[\d.,:/%–-]*(?: ?※)?$)")
"""The space in front of a number at the end of a name.

It goes with the word before it: "no. 12" and "mining 2025".
"""
_TOLD: Final = Decimal("0.01")
"""The least part of a large unit that is told in it."""
_FROM: Final = 1_000_000
"""Numbers up to this are printed in full."""


class Piece(NamedTuple):
    """A text on its line, `x` from the line's start."""

    text: str
    lang: Lang
    x: float


class Line(NamedTuple):
    pieces: tuple[Piece, ...]
    width: float


class Block(NamedTuple):
    """Lines below one another, ready to be placed."""

    lines: tuple[Line, ...]
    style: Style
    whole: bool = True
    """Whether no word is parted, and no number from what belongs to it."""

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def labels(self, x: float, y: float, align: Literal["left", "middle", "right"]) -> list[Label]:
        """Return labels with the middle of their height at `y`.

        Their left edge, middle or right edge is at `x`.
        """
        out = []
        size, leading = self.style.size, self.style.leading
        baseline = y + (len(self.lines) - 1) * leading / 2 - size * _MIDDLE
        for line in self.lines:
            left = x - line.width * {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
            out += [
                Label(left + piece.x, baseline, Span(piece.text, piece.lang, self.style))
                for piece in line.pieces
            ]
            baseline -= leading
        return out


class Lettering:
    """The words of one drawing in its languages.

    The first language also names what all write alike.
    """

    def __init__(self, ruler: Ruler, langs: Sequence[Lang], *, devanagari: bool = False) -> None:
        self.langs = tuple(langs)
        self.refused: frozenset[str] = frozenset()
        """What some language of the chart has no room for, so that none does it."""
        self.chosen: dict[str, bool] = {}
        """What was asked of `allows`, and whether it was done."""
        self.spare: dict[str, list[Label]] = {}
        """The labels of what was done and can be taken off again, as nothing else depends on it."""
        self._ruler = ruler
        self._devanagari = devanagari

    def begin(self, refused: frozenset[str]) -> None:
        """Begin a drawing without what is refused."""
        self.refused, self.chosen, self.spare = refused, {}, {}

    def allows(self, what: str, *, fits: bool = True) -> bool:
        """Return whether to do what there may be room for: a form, a label.

        All languages of a chart look alike.
        """
        self.chosen[what] = fits and what not in self.refused
        return self.chosen[what]

    @property
    def nothing(self) -> str:
        """Return what stands in the place of a value that there is not.

        It is one sign for all languages of the drawing.
        """
        return self.marks(self.common).nothing

    @property
    def common(self) -> Lang:
        """Return whose forms numbers have that print once for all languages."""
        return self.langs[0] if len(self.langs) == 1 else NEUTRAL

    def marks(self, lang: Lang) -> Punctuation:
        """Return the marks beside numbers in a language, or in all of them."""
        return LANGUAGES[lang if len(self.langs) == 1 else NEUTRAL].punctuation

    # Texts ---------------------------------------------------------------------------------------

    def forms(self, words: Words) -> list[tuple[Lang, str]]:
        """Return the words in each language, those that several write alike once."""
        found: dict[str, Lang] = {}
        for lang, text in self.each(words):
            found.setdefault(text, lang)
        return [(lang, text) for text, lang in found.items()]

    def each(self, words: Words) -> list[tuple[Lang, str]]:
        """Return the words in each language; once, where all write them alike, in digits that all
        read.
        """
        said = [(lang, words[lang]) for lang in self.langs if words.get(lang)]
        if len(said) > 1 and len({text for _, text in said}) == 1:
            return [(said[0][0], _kept_together(said[0][1], NEUTRAL))]
        return [(lang, self.printed(text, lang)) for lang, text in said]

    def printed(self, text: str, lang: Lang) -> str:
        return digits_of(_kept_together(text, lang), lang, self._devanagari)

    def block(
        self,
        words: Words,
        room: float = 1e9,
        style: Style = TEXT,
        *,
        most: int = 2,
        joined: bool = True,
        sizes: Sequence[float] = SIZES,
    ) -> Block:
        """Return the words in no more than `room`.

        They are set on one line, else smaller, else broken between words, else within them.
        Languages stand beside one another if they are `joined` and there is room, else below one
        another; `most` is how many lines each may take.
        """
        forms = self.forms(words)
        tried = Block((), style, whole=False)
        for scale in (*sizes, _LEAST):
            if scale == _LEAST and tried.whole:
                break
            smaller = structs.replace(style, size=style.size * scale, leading=style.leading * scale)
            if joined or len(forms) < 2:
                line = self.line(forms, smaller)
                if line.width <= room:
                    return Block((line,), smaller)
            tried, longest = self._below(forms, smaller, room)
            if tried.whole and longest <= most:
                break
        return tried

    def _below(
        self, forms: Sequence[tuple[Lang, str]], style: Style, room: float
    ) -> tuple[Block, int]:
        """Return the languages below one another, and the most lines that one of them takes."""
        parts = [self.broken(text, lang, style, room) for lang, text in forms]
        lines = tuple(line for lines, _ in parts for line in lines)
        whole = all(whole for _, whole in parts)
        return Block(lines, style, whole), max((len(lines) for lines, _ in parts), default=0)

    def blocks(
        self,
        names: Iterable[Words],
        room: float,
        style: Style = TEXT,
        *,
        most: int = 2,
        joined: bool = True,
    ) -> list[Block]:
        """Return names that stand in one row or column, all as small as the smallest must be."""
        words = list(names)
        made = [self.block(one, room, style, most=most, joined=joined) for one in words]
        least = min((block.style.size for block in made), default=style.size)
        if all(block.style.size == least for block in made):
            return made
        sizes = (least / style.size,)
        return [
            self.block(one, room, style, most=most, joined=joined, sizes=sizes) for one in words
        ]

    def line(self, forms: Iterable[tuple[Lang, str]], style: Style) -> Line:
        """Return texts beside one another."""
        pieces, x, width = [], 0.0, 0.0
        for lang, text in forms:
            pieces.append(Piece(text, lang, x))
            width = x + self._ruler.width(_para(text, lang, style))
            x = width + style.size * 0.6
        return Line(tuple(pieces), width)

    def broken(self, text: str, lang: Lang, style: Style, room: float) -> tuple[list[Line], bool]:
        """Return the lines of one language, and whether all breaks are where a line may end."""
        texts = self._ruler.texts(_para(text, lang, style), room)
        whole = not any(_parts_word(text, before, after) for before, after in pairwise(texts))
        whole = whole and (len(texts) < 2 or not _parts_bound(decomposed(text), lang, texts))
        return [self.line([(lang, part)], style) for part in texts], whole

    # Numbers -------------------------------------------------------------------------------------

    def number(
        self,
        value: Decimal,
        scale: "Scale | None" = None,
        *,
        about: About = "",
        suffix: str = "",
        digits: int | None = None,
    ) -> Words:
        """Return a number with how exact it is, in large units if there is a scale.

        `digits` are the most decimals that it keeps of its own where it prints in full.
        """
        out: Words = {}
        for lang in self.langs:
            size = scale.sizes[lang] if scale else Decimal(1)
            form = lang if self.common == lang or size != 1 else self.common
            number = (
                decimal(value, form, digits=kept(value, digits))
                if digits is not None and size == 1
                else decimal(_short(value / size, scale.figures if scale else _FIGURES), form)
            )
            out[lang] = approximate("{}", number, "", lang, about) + suffix
        return out

    def quantity(
        self, value: Decimal, unit: str, *, about: About = "", digits: int | None = None
    ) -> Words:
        """Return a value with its unit, never rounded.

        It is in a large unit where a label holds all of it there, else in full.
        """
        own = None if digits is None or is_money(unit) else kept(value, digits)
        return {
            lang: quantity(value, unit, lang, about=about, large=True)
            if _is_short(value, unit, lang)
            else quantity(value, unit, lang, about=about, digits=own)
            for lang in self.langs
        }

    def amount(
        self, value: Decimal, unit: str, *, about: About = "", digits: int | None = None
    ) -> tuple[Words, ...]:
        """Return the same in parts: of several languages the number, which is one for all, and the
        unit in each; both together where they are not parted, as in a number with how exact it is.
        """
        forms = {
            lang: form_of(unit, lang, case_of(value, lang, about, unit)) for lang in self.langs
        }
        if about or is_money(unit) or value < 0 or not self._parts_units(forms):
            return (self.quantity(value, unit, about=about, digits=digits),)
        own = None if digits is None else kept(value, digits)
        number = dict.fromkeys(self.langs, decimal(value, self.common, digits=own))
        return number, {lang: form.removeprefix("{}").strip() for lang, form in forms.items()}

    def _parts_units(self, forms: Words) -> bool:
        """Return whether there are units of several languages, each behind its number."""
        return len({*forms.values()}) > 1 and all(form.startswith("{}") for form in forms.values())

    def percent(self, share: Decimal) -> Words:
        """Return a share of one as a percentage, which is never rounded to nothing."""
        return {lang: whole_percent(share * 100, lang) for lang in self.langs}

    def scale_of(self, chart: Chart) -> "Scale":
        """Return the large unit in which all numbers of a chart print."""
        return self.scale(chart.counted, chart.unit, chart.compared)

    def _large_units(
        self, values: Sequence[Decimal], unit: str
    ) -> Mapping[Lang, tuple[Decimal | int, str]]:
        """Return the size and the name of each language's large unit; that of one for small
        numbers.
        """
        if max(map(abs, values), default=Decimal(0)) < _FROM:
            return dict.fromkeys(self.langs, (1, ""))
        return {lang: shared_scale(values, lang, _counted(unit)) for lang in self.langs}

    def scale(
        self,
        values: Sequence[Decimal],
        unit: str = "",
        compared: Sequence[Sequence[Decimal]] | None = None,
    ) -> "Scale":
        """Return the large unit in which all of these values print.

        They print in full where the languages of one drawing count by different units, and where
        rounding would say nothing of one, or the same of two that are `compared`.
        """
        found = self._large_units(values, unit)
        sizes = {Decimal(size) for size, _ in found.values()}
        groups = [values] if compared is None else compared
        figures = _figures(groups, max(sizes))
        if len(sizes) > 1 or not figures or _says_nothing(values, max(sizes)):
            found = dict.fromkeys(self.langs, (1, ""))
            figures = _figures(groups, Decimal(1)) or _MOST_FIGURES
        return Scale(
            {lang: Decimal(size) for lang, (size, _) in found.items()},
            {lang: name for lang, (_, name) in found.items()},
            figures,
        )

    def steps(
        self, low: Decimal, high: Decimal, unit: str = "", most: int = 5
    ) -> tuple[Decimal, ...]:
        """Return round values for an axis, round as the first language counts."""
        return steps(low, high, self.langs[0], most, _counted(unit))


class Scale(NamedTuple):
    """The large unit in each language: size and name, 1 and empty where numbers print in full.

    `figures` is how many of its first figures a number with a fraction has.
    """

    sizes: dict[Lang, Decimal]
    names: Words
    figures: int


def _counted(unit: str) -> NumberScale:
    """Return how English counts: rupees by crores, all else by millions."""
    return "crore" if unit.startswith("INR") else "million"


def unit_of(unit: str, scale: Scale, lang: Lang, about: About = "") -> str:
    """Return a unit with the large unit in front of it: लाख टन, 万トン, million t."""
    name = unit_name(unit, lang, case_of(None, lang, about, unit)) if unit else ""
    large = scale.names[lang]
    return LANGUAGES[lang].punctuation.space.join(part for part in (large, name) if part)


def _is_short(value: Decimal, unit: str, lang: Lang) -> bool:
    """Return whether a large unit shortens a number without rounding it."""
    part, _ = in_large_unit(value, lang, scale=_counted(unit))
    return abs(value) >= _FROM and _short(part) == part


def _says_nothing(values: Sequence[Decimal], size: Decimal) -> bool:
    """Return whether a large unit is too large for one of the values: 1 beside a billion must not
    say 0.
    """
    return min((abs(value) for value in values if value), default=Decimal(1)) < size * _TOLD


def _figures(compared: Sequence[Sequence[Decimal]], size: Decimal) -> int:
    """Return how many figures tell values that are compared apart; 0 where it takes too many."""
    groups = [{value / size for value in group} for group in compared]
    return next(
        (
            figures
            for figures in range(_FIGURES, _MOST_FIGURES + 1)
            if all(
                len({_short(value, figures) for value in group}) == len(group) for group in groups
            )
        ),
        0,
    )


def _short(value: Decimal, figures: int = _FIGURES) -> Decimal:
    """Return a number with so many figures where there is a fraction."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    near = rounded(value, min(max(figures - 1 - value.adjusted(), 0), _DECIMALS))
    return near.quantize(Decimal(1)) if near == near.to_integral_value() else near.normalize()


def _kept_together(text: str, lang: Lang) -> str:
    """Return a text without readings whose numbers are not parted from what belongs to them."""
    return _BEFORE_NUMBER.sub(NBSP, plain(text) if lang == READ else text)


def _para(text: str, lang: Lang, style: Style) -> Para:
    return Para((Span(text, lang, style),), lang)


def _parts_word(text: str, before: str, after: str) -> bool:
    """Return whether a line ends inside a word.

    It does not at a space, at punctuation, or beside kanji.
    """
    if (
        f"{before[-2:]} {after[:2]}" in decomposed(text)
        or before[-1:] in _BETWEEN
        or after[:1] in _BETWEEN
    ):
        return False
    return not any("\u4e00" <= char <= "\u9fff" for char in before[-1:] + after[:1])


def _parts_bound(text: str, lang: Lang, lines: Sequence[str]) -> bool:
    """Return whether a line ends where none may: between a number and its unit, within a date."""
    held = bound(text, lang)
    place = 0
    for line in lines[:-1]:
        place = text.find(line, place) + len(line)
        while text[place : place + 1] == " ":
            place += 1
        if place in held:
            return True
    return False


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> list[float]:
    """Return middles for boxes of these heights, descending, so that none covers another.

    They are near where they are wanted. Neighbours that would overlap share the shift; where `low`
    to `high` does not hold all, they run over its foot.
    """
    groups: list[tuple[list[int], float]] = []  # members, top
    for i, (middle, height) in enumerate(zip(wanted, heights, strict=True)):
        members, top = [i], min(max(middle + height / 2, low + height), high)
        while groups and groups[-1][1] - sum(heights[k] for k in groups[-1][0]) < top:
            members = groups.pop()[0] + members
            depths = [*accumulate((heights[k] for k in members), initial=0.0)]
            # Where the group would lie if all its members were as near as can be to where they are
            # wanted.
            middles = [
                wanted[k] + depth + heights[k] / 2
                for k, depth in zip(members, depths, strict=False)
            ]
            top = min(max(sum(middles) / len(members), low + depths[-1]), high)
        groups.append((members, top))
    out: list[float] = []
    for members, top in groups:
        depths = [*accumulate((heights[k] for k in members), initial=0.0)]
        out += [top - depth - heights[k] / 2 for k, depth in zip(members, depths, strict=False)]
    return out
