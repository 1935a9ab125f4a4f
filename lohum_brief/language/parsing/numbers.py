"""Numbers: in figures, with the large units of each language, and in words."""

import re
from contextlib import suppress
from decimal import Decimal
from functools import cache
from typing import Final, Literal, NamedTuple, TypeGuard

from lohum_brief.language.codes import Lang
from lohum_brief.language.either import signs, words
from lohum_brief.language.figures import EXACT, enlarged, figures, refuse
from lohum_brief.language.language import Language
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import is_printable
from lohum_brief.language.rooms.reading import Numerals, Scaled
from lohum_brief.language.source import UnreadableError, folded, spelling


def _of_words(language: Language) -> str:
    """Return the letters of a language whose numbers are words, where they are its own."""
    return language.script.signs if language.spaced else ""


_FIGURES: Final = re.compile(r"[0-9,.]*[0-9]")
_TOKEN: Final = re.compile(rf"[0-9,.]*[0-9]|[a-z]+\.?|[{signs(_of_words)}]+:?|\S")
_HYPHEN: Final = re.compile(r"(?<=[a-z])-(?=[a-z])")


class _Word(NamedTuple):
    value: Decimal
    lang: Lang | None = None
    scales: bool = False
    adds: bool = False
    """साढ़े, सवा and पौने change the number behind them by a half or a quarter."""


@cache
def _vocabulary() -> dict[str, _Word]:
    """Return the words of all languages, as `spelling` has them."""
    every: dict[str, _Word] = {}
    for lang, language in LANGUAGES.items():
        own = language.reading
        every |= {word: _Word(Decimal(value), lang) for word, value in own.numbers.items()}
        for value, names in own.scales:
            every |= dict.fromkeys(names.split(), _Word(Decimal(value), lang, scales=True))
        every |= {word: _Word(Decimal(value), lang) for word, value in own.fractions.items()}
        every |= {word: _Word(Decimal(more), lang, adds=True) for word, more in own.changes.items()}
    return {spelling(word): found for word, found in every.items()}


@cache
def _joints() -> frozenset[str]:
    """Return what joins the words of a number."""
    return frozenset(words(lambda language: language.reading.joint))


@cache
def _no_tens() -> frozenset[str]:
    """Return what stands for nought in a year whose hundreds are counted."""
    return frozenset(words(lambda language: language.reading.no_tens))


@cache
def _points() -> dict[str, Lang]:
    """Return the words for the point."""
    return {
        spelling(word): lang
        for lang, language in LANGUAGES.items()
        for word in (language.spoken.point, *language.reading.points)
    }


@cache
def _minus_signs() -> tuple[str, ...]:
    return (
        "-",
        "\u2013",
        "▲",
        "△",
        *(sign for one in LANGUAGES.values() for sign in one.reading.signs),
    )


@cache
def _minus_words() -> dict[str, Lang]:
    return {
        spelling(word): lang
        for lang, language in LANGUAGES.items()
        for word in (language.spoken.negative, *language.reading.minus)
    }


@cache
def _numerals() -> tuple[tuple[Lang, Numerals], ...]:
    """Return what languages have beside words and figures."""
    own = ((lang, language.reading.numerals) for lang, language in LANGUAGES.items())
    return tuple((lang, numerals) for lang, numerals in own if numerals is not None)


def number(text: str, lang: Lang | None = None) -> Decimal:
    """Read a number as people write it: 12,34,567.50, 34,000 crore, 3億4,000万, १२ लाख, thirty-four
    thousand.

    Words and large units are those of `lang`, or of any one language. Groups of digits are western
    or Indian. Raises UnreadableError.
    """
    return scaled(folded(text), text, lang).value


def scaled(body: str, text: str, lang: Lang | None = None) -> Scaled:
    """Return the number of a folded text, and what ranges say once; messages show `text`, of which
    it may be a part.
    """
    negative, body = _sign(body, lang)
    if _FIGURES.fullmatch(body):
        found = Scaled(figures(body, text), Decimal(1))
    elif own := next(
        (one for of, one in _numerals() if lang in (of, None) and one.seen.search(body)), None
    ):
        found = own.read(body, text)
    else:
        found = _words(_TOKEN.findall(_HYPHEN.sub(" ", body.lower())), text, lang)
    if not is_printable(found.value):
        refuse(text)
    return Scaled(found.value.copy_negate(), found.scale) if negative and found.value else found


def number_words(lang: Lang) -> dict[str, Literal["number", "scale"]]:
    """Return the words of a language's numbers, as `spelling` has them: those like twelve or साढ़े,
    and large units like crore.
    """
    return {
        word: "scale" if found.scales else "number"
        for word, found in _vocabulary().items()
        if found.lang == lang
    }


def year_in_words(text: str) -> Decimal | None:
    """Return the number of a year of which the hundreds are counted, as nineteen ninety-nine or
    nineteen oh five.
    """
    first, *rest = _HYPHEN.sub(" ", text.lower()).split(" ")
    century, ones = (_vocabulary().get(word) for word in (first, rest[-1] if rest else ""))
    if not ones or not _is_century(century):
        return None
    if rest[0] in _no_tens() and len(rest) == 2 and 0 < ones.value < 10:
        return 100 * century.value + ones.value
    with suppress(UnreadableError):
        within = _small([_part(word, text) for word in rest], text)
        return 100 * century.value + within if 10 <= within < 100 else None
    return None


def _is_century(word: _Word | None) -> TypeGuard[_Word]:
    return (
        word is not None
        and word.lang is not None
        and LANGUAGES[word.lang].reading.centuries
        and 11 <= word.value < 20
    )


def _sign(body: str, lang: Lang | None) -> tuple[bool, str]:
    if body.startswith("+"):
        return False, body[1:].lstrip()
    for sign in _minus_signs():
        if body.startswith(sign):
            return True, body[len(sign) :].lstrip()
    first, _space, rest = body.partition(" ")
    of = _minus_words().get(spelling(first))
    return (True, rest) if of and lang in (of, None) else (False, body)


def _words(tokens: list[str], text: str, lang: Lang | None) -> Scaled:
    keys = _keys(tokens)
    at = next((at for at, key in enumerate(keys) if key in _points()), None)
    parts = [_part(key, text) for place, key in enumerate(keys) if place != at]
    langs = {part.lang for part in parts}
    langs |= {lang, None if at is None else _points()[keys[at]]}
    if not parts or len(langs - {None}) > 1:
        refuse(text)
    if at is not None:
        return Scaled(_with_point(parts[:at], parts[at:], text))
    return Scaled(_sum(parts, text), _scale(parts))


def _keys(tokens: list[str]) -> list[str]:
    """Return the words as they are looked up, without what joins two of them."""
    inner = range(1, len(tokens) - 1)
    return [
        spelling(word).rstrip(".")
        for at, word in enumerate(tokens)
        if word not in _joints() or at not in inner
    ]


def _scale(parts: list[_Word]) -> Decimal | None:
    """Return the large units with which a number ends; None where others stand within."""
    large = next((place for place, part in enumerate(parts) if part.scales), len(parts))
    return _product(parts[large:]) if all(part.scales for part in parts[large:]) else None


def _part(key: str, text: str) -> _Word:
    if _FIGURES.fullmatch(key):
        return _Word(figures(key, text))
    return _vocabulary().get(key) or refuse(text)


def _sum(parts: list[_Word], text: str) -> Decimal:
    """Return what stands before the largest unit multiplies it, what stands behind it is added: 5
    lakh 34 thousand crore 12 lakh.
    """
    scales = [place for place, part in enumerate(parts) if part.scales]
    if not scales:
        return _small(parts, text)
    at = max(scales, key=lambda place: (parts[place].value, place))
    largest, before, behind = parts[at].value, parts[:at], parts[at + 1 :]
    times = _sum(before, text) if before else _alone(parts[at], text)
    rest = _sum(behind, text) if behind else Decimal(0)
    if rest >= largest or (rest and times % 1) or _is_twice(before, largest):
        refuse(text)
    return EXACT.add(enlarged(times, largest), rest)


def _alone(large: _Word, text: str) -> Decimal:
    """Return the one that a hundred alone is; no other large unit stands without a number."""
    if large.value != 100 or not _says_alone(large.lang):
        refuse(text)
    return Decimal(1)


def _is_twice(before: list[_Word], largest: Decimal) -> bool:
    """Return whether a large unit stands before itself: lakh lakh is a slip of the hand; the crore,
    the largest of its kind, may stand twice.
    """
    return largest != 10**7 and any(part.scales and part.value == largest for part in before)


def _says_alone(lang: Lang | None) -> bool:
    """Return whether a hundred stands alone in a language, as सौ does and thousand does not."""
    return lang is not None and LANGUAGES[lang].reading.hundred_alone


def _small(parts: list[_Word], text: str) -> Decimal:
    match parts:
        case [_Word(value, _, False, False)]:
            return value
        case [_Word(tens, lang), _Word(ones, other)] if (
            lang
            and lang == other
            and LANGUAGES[lang].reading.compounds
            and tens >= 20
            and 0 < ones < 10
        ):
            return tens + ones
        case [_Word(more, _, _, True), _Word(value, _, False, False)] if (
            value == value.to_integral_value()
        ):
            return EXACT.add(value, more)
        case [_Word(more, _, _, True)] if more != Decimal("0.5"):
            return 1 + more
    return refuse(text)


def _with_point(before: list[_Word], behind: list[_Word], text: str) -> Decimal:
    """Two point five crore: the digits behind the point one by one, then units that multiply the
    whole.
    """
    end = next((place for place, part in enumerate(behind) if part.scales), len(behind))
    digits, scales = behind[:end], behind[end:]
    if not digits or not all(map(_is_figure, digits)) or not all(part.scales for part in scales):
        refuse(text)
    whole = _sum(before, text) if before else Decimal(0)
    if whole != whole.to_integral_value():
        refuse(text)
    fraction = Decimal("0." + "".join(str(part.value) for part in digits))
    return enlarged(EXACT.add(whole, fraction), _product(scales))


def _is_figure(part: _Word) -> bool:
    return bool(part.lang) and 0 <= part.value <= 9 and part.value == int(part.value)


def _product(parts: list[_Word]) -> Decimal:
    product = Decimal(1)
    for part in parts:
        product = EXACT.multiply(product, part.value)
    return product
