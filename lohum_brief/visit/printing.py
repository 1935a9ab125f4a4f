"""How the value of a figure token prints in each language, always with international digits.

A pack turns the digits of Hindi into Devanagari afterwards, as it does with all its texts.
"""

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from lohum_brief.errors import BriefError
from lohum_brief.language import dates
from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import Lang
from lohum_brief.language.numbers import compact, decimal, percent, span
from lohum_brief.language.ordinals import ordinal
from lohum_brief.language.rooms.units import About
from lohum_brief.language.units import ABOUT, convert, quantity, quantity_range, whole_percent
from lohum_brief.message import clause, msg
from lohum_brief.visit.figures import Rate, Value
from lohum_brief.visit.tokens import Form

if TYPE_CHECKING:
    from lohum_brief.language.rooms.numbers import Scale


class UnprintableFormError(BriefError):
    """A figure that has no such form; its text says why, but not which token asks for it."""


def printed(value: Value, form: Form, lang: Lang) -> str:
    """Return the value in one language. Raises UnprintableFormError."""
    if value.target:
        return _page(value.page, form, lang)
    if value.literal:
        return value.literal if form.name == "full" else _ordinal(value.literal, form, lang)
    if value.date:
        return (
            _moment(value, form, lang)
            if form.name in ("time", "clocks")
            else _date(value.date, form, lang)
        )
    if form.name == "share":
        return _share(value, form, lang)
    try:
        return _amount(value, form, lang)
    except UnprintableFormError:
        raise
    except BriefError as error:  # a unit, a rate or a number that has no such form
        raise UnprintableFormError(clause(error.message)) from None


_SEE: Final = phrase("see page {page}")
_UNKNOWN: Final = "…"
"""In place of the number where no pack is set, as in the window."""


def _page(page: int, form: Form, lang: Lang) -> str:
    number = str(page) if page else _UNKNOWN
    match form.name:
        case "number":
            return number
        case "arrow":
            return f"→\u00a0{number}"
    return words(lang)(_SEE, page=number)


def _amount(value: Value, form: Form, lang: Lang) -> str:
    unit = form.unit or value.unit
    ends = _ends(value, form.unit)
    if value.rate:
        return _exchanged(ends, unit, value.rate, lang)
    match form.name:
        case "number":
            return _range([decimal(end, lang, digits=form.decimals) for end in ends], lang)
        case "compact":
            return _compact(ends, unit, value.about, form, lang)
        case "spoken":
            return _spoken(ends, unit, value.about, form, lang)
        case "ordinal":
            return _ordinal(_range([f"{end:f}" for end in ends], lang), form, lang)
    large = form.name == "large"
    if len(ends) > 1:
        return quantity_range(
            ends[0], ends[1], unit, lang, about=value.about, digits=form.decimals, large=large
        )
    return quantity(ends[0], unit, lang, about=value.about, digits=form.decimals, large=large)


def _ends(value: Value, unit: str) -> list[Decimal]:
    """Return the number, or both of a range, in another unit if the form names one."""
    ends = [value.number] if value.upper is None else [value.number, value.upper]
    return [convert(end, value.unit, unit).normalize() for end in ends] if unit else ends


def _exchanged(ends: list[Decimal], unit: str, rate: Rate, lang: Lang) -> str:
    if len(ends) > 1:
        raise UnprintableFormError(
            msg("a range cannot be converted: print its ends as two figures")
        )
    from lohum_brief.language.currency import converted  # noqa: PLC0415 - in few packs

    to = rate.currency + unit[len(unit.partition("/")[0]) :]
    return converted(ends[0], unit, to, rate.value, rate.as_of, lang)


def _compact(ends: list[Decimal], unit: str, about: About, form: Form, lang: Lang) -> str:
    scale: Scale = "crore" if unit.startswith("INR") else "million"
    text = _range([compact(end, lang, digits=form.decimals, scale=scale) for end in ends], lang)
    return words(lang)(ABOUT[about], quantity=text) if about else text


def _spoken(ends: list[Decimal], unit: str, about: About, form: Form, lang: Lang) -> str:
    if len(ends) > 1:
        raise UnprintableFormError(msg("a range is not spoken: print its ends as two figures"))
    from lohum_brief.language import spoken  # noqa: PLC0415 - in few packs

    return spoken.quantity(ends[0], unit, lang, about=about, digits=form.decimals)


def _ordinal(number: str, form: Form, lang: Lang) -> str:
    if not number.isascii() or not number.isdecimal() or not int(number):
        raise UnprintableFormError(
            msg(
                "{number} has no place in a row: only whole numbers from 1 are counted",
                number=number,
            )
        )
    return ordinal(int(number), lang, gender=form.gender, counter=form.counter)


def _range(ends: list[str], lang: Lang) -> str:
    return ends[0] if len(ends) == 1 else span(ends[0], ends[1], lang)


def _share(value: Value, form: Form, lang: Lang) -> str:
    if not value.world:
        raise UnprintableFormError(
            msg("the share of the world is not known, for the series has no value for the world")
        )
    share = value.number * 100 / value.world
    return (
        whole_percent(share, lang)
        if form.decimals is None
        else percent(share, lang, digits=form.decimals)
    )


def _moment(value: Value, form: Form, lang: Lang) -> str:
    if value.moment is None:
        raise UnprintableFormError(
            msg(
                "{date} has no time of day: the forms time and clocks need the start or end of "
                "an item",
                date=value.date,
            )
        )
    if form.name == "time":
        return dates.time(value.moment, lang)
    try:
        return dates.two_clocks(value.moment, *value.zones, lang)
    except dates.UnknownZoneError as error:
        raise UnprintableFormError(clause(error.message)) from None


def _date(stored: str, form: Form, lang: Lang) -> str:
    if form.name == "full":
        return dates.as_of(stored, lang, months=False)
    try:
        day = dt.date.fromisoformat(stored)
    except ValueError:
        raise UnprintableFormError(
            msg("{date} is not a single day: the forms day, era and weekday need one", date=stored)
        ) from None
    if form.name == "day":
        return dates.day(day, lang)
    return dates.date(day, lang, weekday=form.name == "weekday", era=form.name == "era")
