"""Numbers and quantities in words, for interpreters: चौंतीस हज़ार करोड़ रुपये, thirty-four thousand
crore rupees, 三千四百億ルピー.

What is said lies in the languages' folders (`rooms.spoken`).
"""

from decimal import Decimal
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import NBSP, decimal, rounded
from lohum_brief.language.rooms.numbers import Scale
from lohum_brief.language.rooms.units import About
from lohum_brief.language.units import (
    LARGE,
    UnitError,
    approximate,
    case_of,
    convert,
    form_of,
    is_known,
    is_rate,
)
from lohum_brief.message import msg

HIGHEST: Final = 10**18


class UnspeakableError(BriefError, ValueError):
    """A number beyond 10**18, for which the languages have no common words."""


def number(
    value: Decimal, lang: Lang, *, digits: int | None = None, scale: Scale = "million"
) -> str:
    """Return a number in words; its decimals one by one, as many as stand there. `digits` rounds as
    in `numbers.decimal`.

    `scale` chooses the large units of English. Above 99 lakh crore the lakhs are counted: one
    hundred and eleven lakh crore. Raises UnspeakableError beyond 10**18, and ValueError for what
    `numbers.decimal` does not print.
    """
    printed = decimal(value, "en", digits=digits)  # refuses what is no number, or too long
    value = rounded(value, digits)
    if value.copy_abs() > HIGHEST:
        raise UnspeakableError(
            msg(
                "{number} is too large to be written in words: choose a larger unit.",
                number=printed,
            )
        )
    whole, point, rest = f"{value.copy_abs():f}".partition(".")
    own = LANGUAGES[lang].spoken
    parts = [own.negative] if value < 0 else []
    parts.append(own.whole(int(whole), scale))
    if point:
        parts += [own.point, *(own.figures[int(figure)] for figure in rest)]
    return LANGUAGES[lang].punctuation.space.join(parts)


def quantity(
    value: Decimal, unit: str, lang: Lang, *, about: About = "", digits: int | None = None
) -> str:
    """Return a value with its unit in words: प्रति वर्ष बीस हज़ार टन, twenty thousand tonnes per year,
    年間二万トン.

    What is counted of the ore is not said, as it is not printed. Raises as `number` does, and
    UnitError for a rate.
    """
    if is_rate(unit):
        raise UnitError(msg("A rate of exchange has no form in words: print it in figures."))
    value = rounded(value, digits)
    base, _, each = unit.partition(", ")[0].partition("/") if is_known(unit) else (unit, "", "")
    if base in LARGE:  # in tonnes: two large units in a row would be one too many
        value, base = convert(value, base, LARGE[base]), LARGE[base]
    own = LANGUAGES[lang].spoken
    kind, base = base, "t" if base == "t CO2e" else base
    if base not in own.units:
        form = form_of(unit, lang, case_of(value, lang, about, unit))
        said = _number_of(value, unit, kind, lang)
        return approximate(form, said, unit, lang, about).replace(NBSP, " ")
    text = _with_unit(value, unit, base, kind, lang, about)
    if own.below_zero and base == "°C" and value < 0:
        return text
    for around in (own.kinds.get(kind), own.each.get(each)):
        if around:
            text = around.format(text)
    return text


def _number_of(value: Decimal, unit: str, base: str, lang: Lang) -> str:
    if unit == "year":
        return _year(value, lang)
    return number(value, lang, scale="crore" if base == "INR" else "million")


def _with_unit(value: Decimal, unit: str, base: str, kind: str, lang: Lang, about: About) -> str:
    own = LANGUAGES[lang].spoken
    said = _number_of(value, unit, kind, lang)
    if own.below_zero and base == "°C" and value < 0:
        name = own.units[base].format(said.removeprefix(f"{own.negative} "))
        return approximate("{}", own.below_zero.format(name), base, lang, about)
    single, several, many = own.units[base].partition("|")
    one = case_of(value, lang, about) == "one" or not several
    return approximate(single if one else many, said, base, lang, about)


def spoken_names(unit: str) -> list[str]:
    """Return what is said behind a number for a unit, in all languages; empty where it is what
    prints. For reading back.
    """
    patterns = (language.spoken.units.get(unit) for language in LANGUAGES.values())
    forms = (form for pattern in patterns if pattern for form in pattern.split("|"))
    return [form.removeprefix("{}").strip() for form in forms]


def spoken_frames() -> list[tuple[str, str, str]]:
    """Return what is said before and behind a quantity, "about" and all, and what is written for it
    behind the unit: /year.
    """
    every = [language.spoken for language in LANGUAGES.values()]
    frames = [(spoken.each[key], f"/{key}") for key in every[0].each for spoken in every]
    frames += [
        (frame, key.partition(" ")[2])
        for key in every[0].kinds
        for spoken in every
        if (frame := spoken.kinds[key]) != "{}"
    ]
    return [(*frame.split("{}"), written) for frame, written in frames]  # type: ignore[misc]


def _year(value: Decimal, lang: Lang) -> str:
    """Return the number of a year, which some languages say by its hundreds."""
    said = LANGUAGES[lang].spoken.year(int(value)) if value == int(value) else ""
    return said or number(value, lang)
