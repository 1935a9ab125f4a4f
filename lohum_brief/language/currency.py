"""Money in another currency, with what makes the figure honest: about, the rate, its day, and how
it is rounded.
"""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.language import dates, units
from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import Lang
from lohum_brief.message import msg

_RATED: Final = phrase("{amount} (rate of {date}: {one} = {rate})")
_ROUNDED: Final = phrase(
    "{amount} (rate of {date}: {one} = {rate}; rounded to {figures} significant figures)"
)
_UNDATED: Final = phrase("{amount} (rate: {one} = {rate})")
_UNDATED_ROUNDED: Final = phrase(
    "{amount} (rate: {one} = {rate}; rounded to {figures} significant figures)"
)
"""In drafts: a rate without its day is an error of the check."""
_EXACT: Final = Context(prec=200)


class RateError(BriefError, ValueError):
    """A rate of exchange that is zero, negative or no number."""


def converted(
    value: Decimal,
    unit: str,
    to: str,
    rate: Decimal,
    as_of: str,
    lang: Lang,
    *,
    figures: int = 2,
    devanagari: bool = False,
) -> str:
    """Return an amount in another currency: about ¥580 billion (rate of 1 July 2025: ₹1 = ¥1.70;
    rounded to 2 significant figures).

    `rate` is what one of the first currency is worth in the other, `as_of` its day, month or year
    as `dates.as_of` reads it; nothing is said of it where it is empty. Prices keep what they are
    for: USD/t gives INR/t. `figures` is two or more; rounding is said where something was rounded.
    Raises RateError, and UnitError where the units are not two currencies or not for the same
    thing.
    """
    first, second = unit.partition("/"), to.partition("/")
    if (
        first[0] not in units.CURRENCIES
        or second[0] not in units.CURRENCIES
        or not units.is_known(to)
    ):
        raise units.cannot_convert(unit, to)
    if not rate.is_finite() or rate <= 0:
        raise RateError(
            msg(
                "The rate of {unit} in {to} is {rate}: give what one {unit} is worth in {to}, a "
                "number above zero.",
                unit=first[0],
                to=second[0],
                rate=str(rate),
            )
        )
    value = units.convert(value, unit, first[0] + second[1] + second[2])
    amount = _EXACT.multiply(value, rate)
    shown = Context(prec=figures, rounding=ROUND_HALF_UP).plus(amount)
    word = words(lang)
    exact, rounded = (_RATED, _ROUNDED) if as_of else (_UNDATED, _UNDATED_ROUNDED)
    dated = {"date": dates.as_of(as_of, lang, months=False, devanagari=devanagari)} if as_of else {}
    return word(
        exact if shown == amount else rounded,
        amount=units.quantity(shown, to, lang, about="about", devanagari=devanagari),
        one=units.quantity(Decimal(1), first[0], lang, full=True, devanagari=devanagari),
        rate=units.quantity(rate, second[0], lang, full=True, devanagari=devanagari),
        **dated,
        **({} if shown == amount else {"figures": figures}),
    )
