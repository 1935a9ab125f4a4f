"""How the value of a figure token prints in each language, always with international digits.

A pack turns the digits of Hindi into Devanagari afterwards, as it does with all its texts.
"""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.language import dates
from lohum_brief.language.catalogue import say, words
from lohum_brief.language.codes import Lang
from lohum_brief.language.numbers import compact, decimal, percent, span
from lohum_brief.language.units import ABOUT, UnitError, convert, quantity
from lohum_brief.visit.figures import Value
from lohum_brief.visit.tokens import Form

_AFTER: Final = re.compile(r"[^0-9]*\Z")
_BEFORE: Final = re.compile(r"[^0-9]*")


class UnprintableFormError(BriefError):
    """A figure that has no such form; its text says why, but not which token asks for it."""


def printed(value: Value, form: Form, lang: Lang) -> str:
    """The value in one language. Raises UnprintableFormError."""
    if value.literal:
        return value.literal
    if value.date:
        return _date(value.date, form, lang)
    if form.name == "share":
        return _share(value, form, lang)
    both = [number for number in (value.number, value.upper) if number is not None]
    if form.unit:
        try:
            both = [convert(number, value.unit, form.unit).normalize() for number in both]
        except UnitError as error:
            raise UnprintableFormError(str(error).rstrip(".।。")) from None
    writer = _writer(form.unit or value.unit, form, lang)
    first, *last = [writer(number) for number in both]
    text = _range(first, last[0], lang) if last else first
    if value.about and form.name != "number":
        return words(lang)(ABOUT[value.about], quantity=text)
    return text


def _writer(unit: str, form: Form, lang: Lang) -> Callable[[Decimal], str]:
    def full(number: Decimal) -> str:
        return quantity(number, unit, lang, digits=form.decimals, large=form.name == "large")

    def bare(number: Decimal) -> str:
        return decimal(number, lang, digits=form.decimals)

    def short(number: Decimal) -> str:
        return compact(number, lang, digits=form.decimals, scale="crore" if unit.startswith("INR") else "million")

    return {"number": bare, "compact": short}.get(form.name, full)


def _range(first: str, last: str, lang: Lang) -> str:
    """Two printed quantities, what they share said once: 60–70%, ₹34–50 crore, 90 lakh–2 crore."""
    before, after = _BEFORE.match(first), _AFTER.search(first)
    shared_before, shared_after = _BEFORE.match(last), _AFTER.search(last)
    if not (before and after and shared_before and shared_after) or after[0] != shared_after[0]:
        return span(first, last, lang)
    first = first[: after.start()]
    return span(first, last[shared_before.end() :] if before[0] == shared_before[0] else last, lang)


def _share(value: Value, form: Form, lang: Lang) -> str:
    if not value.world:
        raise UnprintableFormError(
            say("the share of the world is not known, for the series has no value for the world")
        )
    return percent(value.number * 100 / value.world, lang, digits=form.decimals or 0)


def _date(stored: str, form: Form, lang: Lang) -> str:
    if form.name == "full":
        return dates.as_of(stored, lang, months=False)
    try:
        day = dt.date.fromisoformat(stored)
    except ValueError:
        raise UnprintableFormError(
            say("{date} is not a single day: the forms day, era and weekday need one", date=stored)
        ) from None
    if form.name == "day":
        return dates.day(day, lang)
    return dates.date(day, lang, weekday=form.name == "weekday", era=form.name == "era")
