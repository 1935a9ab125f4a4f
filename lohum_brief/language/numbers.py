"""How numbers print: grouping, the large units of each language, percentages and ranges. Decimals,
never floats.

The patterns are CLDR's, written out because loading them costs more than printing a pack's figures;
the tests compare them with Babel's.
"""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import Final

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.rooms.numbers import Scale

NBSP: Final = "\u00a0"
MINUS: Final = "\u2212"
"""A true minus in print: as wide as a figure, and no line breaks after it."""

_LONGEST: Final = 60
"""Digits on either side of the point; `1E+999999` is a number to Decimal, but a megabyte in print.
"""

_WIDE: Final = Context(prec=200, rounding=ROUND_HALF_UP)

_QUARTER: Final = Decimal("2.5")
_APART: Final = (Decimal(1), Decimal(2), _QUARTER, Decimal(5))


def decimal(
    value: Decimal,
    lang: Lang,
    *,
    digits: int | None = None,
    indian: bool | None = None,
    devanagari: bool = False,
) -> str:
    """Return a number with grouping: 1,234,567.8, in Hindi 12,34,567.8.

    `digits` fixes the decimals, rounded half up; None prints the number as it stands, trailing
    zeros too, for they say how exact it is. `indian` groups as in India in any language; None means
    in Hindi only. Raises ValueError for what is not finite or has more than 60 digits on a side.
    """
    value = rounded(value, digits)
    whole, point, rest = f"{value.copy_abs():f}".partition(".")
    text = _group(whole, _any_lakhs(lang) if indian is None else indian) + point + rest
    if value.is_signed() and value:
        text = MINUS + text
    return digits_of(text, lang, devanagari)


def integer(
    value: Decimal | int, lang: Lang, *, indian: bool | None = None, devanagari: bool = False
) -> str:
    """Return a whole number with grouping; a fraction is rounded half up."""
    return decimal(Decimal(value), lang, digits=0, indian=indian, devanagari=devanagari)


def compact(
    value: Decimal,
    lang: Lang,
    *,
    digits: int | None = None,
    scale: Scale = "million",
    devanagari: bool = False,
) -> str:
    """Return a number in the large units of the language: 34,000 करोड़, 340 billion (or 34,000
    crore), 3,400億.

    Exact, or rounded half up to at most `digits` decimals of that unit; never trailing zeros.
    Numbers below the smallest unit print with grouping only. Hindi goes up to the crore, as
    government papers do, not to अरब and खरब; a lakh of crores is लाख करोड़.
    """
    part, name = in_large_unit(value, lang, digits=digits, scale=scale)
    own = LANGUAGES[lang].numbers
    number = decimal(part, lang, indian=scale in own.lakhs, devanagari=devanagari)
    return number + (own.joint if name else "") + name


def in_large_unit(
    value: Decimal, lang: Lang, *, digits: int | None = None, scale: Scale = "million"
) -> tuple[Decimal, str]:
    """Return the number that `compact` prints, and the name of its unit: 34000, crore."""
    _refuse_unprintable(value)
    for size, name in LANGUAGES[lang].numbers.large[scale]:
        part = _whole(rounded(_WIDE.divide(value, Decimal(size)), digits))
        if part.copy_abs() >= 1:  # after rounding: 999,999,999 is 1 billion, not 1,000 million
            return part, name
    return _whole(rounded(value, digits)), ""


def rounded(value: Decimal, digits: int | None) -> Decimal:
    """Return the number with so many decimals, half up; None leaves it as it stands. Raises
    ValueError as `decimal` does.
    """
    _refuse_unprintable(value)
    return value if digits is None else value.quantize(Decimal(1).scaleb(-digits), context=_WIDE)


def decimals_in_common(values: Iterable[Decimal], figures: int = 4) -> int:
    """Return the most decimals that a number of a column prints, so that they agree: 255.4 below
    1.5, not 255.448.

    Each keeps as many of its own decimals as its first `figures` figures need; the one that needs
    most decides. None gets decimals that it does not have (`kept`).
    """
    most = 0
    for value in values:
        _refuse_unprintable(value)
        own = max(-int(value.as_tuple().exponent), 0)
        most = max(most, min(own, max(figures - 1 - value.adjusted(), 0) if value else 0))
    return most


def kept(value: Decimal, most: int) -> int:
    """Return the decimals that a number of a column prints, of which each prints so many at most:
    its own, for nobody has measured 205.0 who said 205.
    """
    return min(max(-int(value.as_tuple().exponent), 0), most)


def percent(
    value: Decimal, lang: Lang, *, digits: int | None = None, devanagari: bool = False
) -> str:
    """Return a percentage; `value` counts hundredths, 95 prints 95%. No space in any of the three
    languages (CLDR).
    """
    return decimal(value, lang, digits=digits, devanagari=devanagari) + "%"


def span(first: str, last: str, lang: Lang) -> str:
    """Return a range of two printed numbers: 5–15, in Japanese 5～15."""
    return first + LANGUAGES[lang].punctuation.dash + last


def shared_scale(
    values: Iterable[Decimal], lang: Lang, scale: Scale = "million"
) -> tuple[Decimal, str]:
    """Return the size and name of the one large unit for a whole axis or column, that of its
    largest number: 10000000, crore.

    1 and no name where no number reaches the smallest unit. Raises ValueError as `decimal` does.
    """
    largest = Decimal(0)
    for value in values:
        _refuse_unprintable(value)
        largest = max(largest, value.copy_abs())
    for size, name in LANGUAGES[lang].numbers.large[scale]:
        if largest >= size:
            return Decimal(size), name
    return Decimal(1), ""


def steps(
    low: Decimal, high: Decimal, lang: Lang, most: int = 5, scale: Scale = "million"
) -> tuple[Decimal, ...]:
    """At most `most` (three or more) values for an axis, evenly apart, from at most `low` to at
    least `high`.

    They lie 1, 2 or 5 apart, or 2.5 where that has no decimals in the unit the axis prints in
    (`shared_scale`): all large units are powers of ten, so what is round in one of them is round in
    all. Raises ValueError as `decimal` does.
    """
    if low > high or most < 3:
        raise ValueError(f"an axis from {low} to {high} with at most {most} values")
    size, _ = shared_scale((low, high), lang, scale)
    reach = _WIDE.subtract(high, low) or high.copy_abs() or Decimal(1)
    power = Decimal(1).scaleb(_WIDE.divide(reach, Decimal(most)).adjusted())
    while True:
        for factor in _APART:
            step = power * factor
            if factor == _QUARTER and step % size:
                continue
            first = _WIDE.divide(low, step).to_integral_value(ROUND_FLOOR)
            last = max(_WIDE.divide(high, step).to_integral_value(ROUND_CEILING), first + 1)
            if last - first < most:
                return _multiples(step, range(int(first), int(last) + 1))
        power *= 10


def _multiples(step: Decimal, numbers: Iterable[int]) -> tuple[Decimal, ...]:
    return tuple(_whole(_WIDE.multiply(step, Decimal(number))) for number in numbers)


def digits_of(text: str, lang: Lang, devanagari: bool) -> str:
    """Return the text with the language's own digits, where it has such and they are wanted."""
    return text.translate(_own_digits(lang)) if devanagari else text


@cache
def _own_digits(lang: Lang) -> dict[int, str]:
    return {ord(str(digit)): own for digit, own in enumerate(LANGUAGES[lang].numbers.digits)}


def _any_lakhs(lang: Lang) -> bool:
    """Return whether a language groups figures as in India whatever they count."""
    return "million" in LANGUAGES[lang].numbers.lakhs


def is_printable(value: Decimal) -> bool:
    """Return whether a number is finite and has at most 60 digits on either side of the point."""
    if not value.is_finite() or len(value.as_tuple().digits) > _LONGEST:
        return False
    return not value or abs(value.adjusted()) <= _LONGEST


def _refuse_unprintable(value: Decimal) -> None:
    if not is_printable(value):
        raise ValueError(f"not a number that can be printed: {str(value)[:40]}")


def _whole(value: Decimal) -> Decimal:
    """Return the number without trailing zeros behind the point, and without an exponent."""
    return (
        value.quantize(Decimal(1), context=_WIDE)
        if value == value.to_integral_value()
        else value.normalize(_WIDE)
    )


def _group(whole: str, indian: bool) -> str:
    if len(whole) <= 3:
        return whole
    head, groups = whole[:-3], [whole[-3:]]
    step = 2 if indian else 3
    while head:
        groups.append(head[-step:])
        head = head[:-step]
    return ",".join(reversed(groups))
