"""What a text says with numbers, whatever figures, words and large units its language writes them
with.

A text is folded to one form of digits, place for place; days, times and shares are read first, then
all other numbers; a unit or a large unit that a range says once counts for both its ends.
"""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from lohum_brief.language.codes import UNSPACED, Lang
from lohum_brief.language.either import either
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.mention import Mention, agree
from lohum_brief.language.typed.calendar import dated, says_date
from lohum_brief.language.typed.folding import Folded, fold, without_tokens
from lohum_brief.language.typed.running import has_number_words, in_words
from lohum_brief.language.units import CURRENCIES

__all__ = ["Mention", "agree", "mentions"]

_DIGIT: Final = re.compile("[0-9\u0966-\u096f\uff10-\uff19]")


@cache
def _joint() -> re.Pattern[str]:
    """Return what stands between two numbers of which one says the unit of both."""
    between = either(lambda language: language.mentions.between)
    return re.compile(rf" ?(?:[-~/&・+]|{between}) ?(?:from |a )?")


@cache
def _year_by_year() -> re.Pattern[str]:
    """3.2 in 2024 and 4.1 million t: the large unit is said once for all years."""
    return re.compile(either(lambda language: language.mentions.by_year))


@cache
def _gaps() -> frozenset[str]:
    """Return what stands between the hours and the minutes of a span of time."""
    own = (joint for language in LANGUAGES.values() for joint in language.mentions.joints)
    return frozenset(("", " ", ", ", *own))


_COMMA: Final = re.compile(" ?[,、] ?")
_YEARS: Final = range(1900, 2101)
_HALF_DAY: Final = 12 * 60


_compiled: Final = cache(re.compile)


@lru_cache(maxsize=20_000)
def mentions(text: str, lang: Lang) -> tuple[Mention, ...]:
    """Return every number of a text, in its order: in figures or words, with its unit; months and
    times of day too.
    """
    typed = without_tokens(text)
    digits = _DIGIT.search(typed.text) is not None
    if not digits and not _says_number(typed.text, lang):
        return ()
    folded = fold(typed.text)
    found, rest = dated(folded, lang, digits=digits)
    found += (
        numbers(rest) if (numbers := LANGUAGES[lang].mentions.numbers) else in_words(rest, lang)
    )
    if len(found) > 1:
        found.sort(key=lambda mention: mention.start)
        found = _joined(folded, found, lang)
    return tuple(found if typed.places is None else [_placed(one, typed) for one in found])


def _says_number(text: str, lang: Lang) -> bool:
    """Return whether a text without digits can hold a number: it is asked of every text, and mostly
    answered with no.
    """
    if seen := LANGUAGES[lang].mentions.seen:
        return _compiled(seen).search(text) is not None
    return says_date(text, lang) or has_number_words(text, lang)


def _placed(one: Mention, folded: Folded) -> Mention:
    """Return the mention where it stands in the text itself. Of what has the digits of a literal,
    a year, as in the name of a law, and money, as it is quoted in another language, ask for
    nothing: other free digits are amounts that nobody stores.
    """
    start, stop = folded.place(one.start), folded.place(one.stop)
    whole = (folded.place(one.whole[0]), folded.place(one.whole[1])) if one.whole[1] else one.whole
    if stop - start == one.stop - one.start:
        return one._replace(start=start, stop=stop, whole=whole)
    named = one.scale == 1 and not one.amounts and one.value in _YEARS
    money = any(kind in CURRENCIES for kind, _ in one.amounts)
    weight = "aside" if named or money else one.weight
    return one._replace(start=start, stop=stop, whole=whole, weight=weight, plain=False)


def _joined(text: str, found: list[Mention], lang: Lang) -> list[Mention]:
    """Return what a range or a row says once, meant for each: 34–50 crore, 2.6 of 3.9 million t,
    $5–10 million, 2:00–3:00 pm, 7～8月.
    """
    row = False
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        gap = text[one.extent[1] : other.extent[0]]
        if at + 2 < len(found) and other.value in _YEARS and not other.unit:
            by_year = (
                text[one.extent[1] : other.start]
                + "Y"
                + text[other.extent[1] : found[at + 2].extent[0]]
            )
            if _year_by_year().fullmatch(by_year):
                found[at], found[at + 2] = _shared(one, found[at + 2], lang)
                continue
        if whole := _together(one, other, gap):
            found[at : at + 2] = [whole]
            continue
        row = _joint().fullmatch(gap) is not None or (row and _COMMA.fullmatch(gap) is not None)
        if row:
            found[at], found[at + 1] = _shared(one, other, lang)
    return found


def _together(one: Mention, other: Mention, gap: str) -> Mention | None:
    """Three hours and thirty minutes are one span of time, 3.5 hours."""
    if gap not in _gaps() or not one.amounts or not other.amounts or not one.value:
        return None
    (kind, amount), (other_kind, more) = min(one.amounts), min(other.amounts)
    if kind != other_kind or kind not in ("minutes", "months") or not 0 < more < amount / one.value:
        return None
    value = one.value * (amount + more) / amount
    return one._replace(
        stop=other.stop,
        values=frozenset([value]),
        amounts=frozenset([(kind, amount + more)]),
        whole=(one.extent[0], other.extent[1]),
        plain=False,
    )


def _shared(one: Mention, other: Mention, lang: Lang) -> tuple[Mention, Mention]:
    if other.sort == "clock" and one.sort != "month":
        return _timed(one), other
    if other.sort == "month" and _may_be_month(one, lang):
        return one._replace(sort="month"), other
    if one.sort != other.sort:
        return one, other
    values = one.values
    if one.scale == 1 and other.scale > 1 and one.value not in _YEARS:
        values |= {value * other.scale for value in values}
        one = one._replace(scale=other.scale)
    return _in_one_unit(one, other, values)


def _may_be_month(one: Mention, lang: Lang) -> bool:
    return lang in UNSPACED and not one.unit and one.value in range(1, 13)


def _in_one_unit(
    one: Mention, other: Mention, values: frozenset[Decimal]
) -> tuple[Mention, Mention]:
    # a currency before the first
    if one.amounts and not other.amounts and one.whole[0] < one.start:
        other = other._replace(amounts=_by(one, other.values), unsure=True)
        return one._replace(values=values, amounts=one.amounts | _by(one, values)), other
    if not one.amounts and other.amounts and one.value not in _YEARS:
        return one._replace(
            values=values, amounts=_by(other, values), unsure=True, rough=other.rough
        ), other
    return one._replace(values=values, amounts=_by(one, values)), other


def _by(measured: Mention, values: frozenset[Decimal]) -> frozenset[tuple[str, Decimal]]:
    """Return the values in the unit of another mention."""
    sizes = {(kind, amount / measured.value) for kind, amount in measured.amounts if measured.value}
    return frozenset((kind, value * size) for kind, size in sizes for value in values)


def _timed(one: Mention) -> Mention:
    """2–3 pm: the first is a time too, on either side of noon."""
    if one.sort == "clock":
        times = {amount for _, amount in one.amounts}
    else:
        value = one.value
        if value != value.to_integral_value() or value > 24:
            return one
        times = {value * 60}
    times |= {(time + _HALF_DAY) % (2 * _HALF_DAY) for time in times if time < 13 * 60}
    return one._replace(sort="clock", amounts=frozenset(("clock", time) for time in times))
