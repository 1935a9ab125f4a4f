"""Units by key, and how a quantity prints in each language: 20,000 t/year, 20,000 टन/वर्ष,
20,000トン/年.

The forms lie in the languages' folders (`rooms.units`). A unit that is not there prints as it was
typed in the language that it was typed in, and as a mark in the others.
"""

from collections.abc import Mapping
from decimal import Context, Decimal, Inexact
from functools import cache
from typing import Final, get_args

from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.letters import written_in
from lohum_brief.language.numbers import MINUS, NBSP, decimal, in_large_unit, percent, rounded, span
from lohum_brief.language.rooms.numbers import Scale
from lohum_brief.language.rooms.units import About, Case, Units
from lohum_brief.message import msg

ABOUT: Final[dict[About, str]] = {
    "": "{quantity}",
    "about": phrase("about {quantity}"),
    "at least": phrase("at least {quantity}"),
    "at most": phrase("at most {quantity}"),
    "more than": phrase("more than {quantity}"),
    "up to": phrase("up to {quantity}"),
}
_UNKNOWN: Final = phrase("[unit: {unit}]")
_TO: Final = phrase("{first} to {last}")
_UNDER: Final = phrase("under {percent}")


CURRENCIES: Final = ("INR", "JPY", "USD", "EUR")
_MONEY: Final[dict[str, Scale]] = {
    "INR": "crore",
    "INR/year": "crore",
    "JPY/year": "million",
    "JPY": "million",
    "USD/year": "million",
    "USD": "million",
    "EUR": "million",
}
"""Money prints in the large units of the language; the rupee by crores in English too."""
_UNGROUPED: Final = "year"
_CASES: Final = get_args(Case)

_COUNTED_UNITS: Final = """
people members participants officials jobs countries companies customers recyclers facilities
centres minerals metals elements memoranda vehicles
"""
_COUNTED: Final = frozenset(_COUNTED_UNITS.split())

_MASSES: Final = {
    "g": "0.001",
    "kg": "1",
    "lb": "0.45359237",
    "t": "1E3",
    "thousand t": "1E6",
    "kt": "1E6",
} | dict.fromkeys(("million t", "Mt"), "1E9")
LARGE: Final = ("thousand t", "million t", "kt", "Mt")
"""Units that hold a large unit already: 1万千トン would be 11,000 tonnes."""
_SIZES: Final[tuple[dict[str, str], ...]] = (
    _MASSES,
    {f"{mass}/year": size for mass, size in _MASSES.items()},
    {"kW": "1", "MW": "1E3", "GW": "1E6"},
    {"kWh": "1", "MWh": "1E3", "GWh": "1E6", "TWh": "1E9"},
    {"MW/year": "1", "GW/year": "1E3"},
    {"MWh/year": "1", "GWh/year": "1E3"},
    {"kWh/t": "1", "Wh/kg": "1", "kWh/kg": "1E3"},
    {"%": "1E4", "ppm": "1"},
    {"m": "1", "km": "1E3"},
    {"m2": "1", "acres": "4046.8564224", "ha": "1E4", "km2": "1E6"},
    {"L": "1", "m3": "1E3"},
    {"minutes": "1", "hours": "60"},
    {"months": "1", "years": "12"},
    {"USD/t": "0.45359237", "USD/kg": "453.59237", "USD/lb": "1E3", "US cents/lb": "10"},
    {"INR/t": "0.001", "INR/kg": "1"},
)
"""Units of one kind with their sizes, exact: the international pound and acre, the tonne of 1,000
kg.
"""

_EXACT: Final = Context(prec=120, traps=[Inexact])
_ENDLESS: Final = Context(prec=34)


class UnitError(BriefError, ValueError):
    """A unit that no fixed factor takes into another: tonnes into yen, or a day's output into a
    year's.
    """


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """Return the same quantity in another unit: 20,000 kg is 20 t. Raises UnitError.

    Exact; only what has no end (20 kg in pounds) is rounded, to 34 digits.
    """
    base, _, content = unit.partition(", ")
    other, _, wanted = to.partition(", ")
    if unit == to:
        return value
    for sizes in _SIZES:
        if (
            base in sizes
            and other in sizes
            and content == wanted
            and is_known(unit)
            and is_known(to)
        ):
            factor, divisor = Decimal(sizes[base]), Decimal(sizes[other])
            try:
                return _EXACT.divide(_EXACT.multiply(value, factor), divisor)
            except Inexact:
                return _ENDLESS.divide(_ENDLESS.multiply(value, factor), divisor)
    raise cannot_convert(unit, to)


def measure(unit: str) -> tuple[str, Decimal] | None:
    """Return the reference unit of the kind that a unit belongs to, and its size in it: kt gives kg
    and 1,000,000; None for what is counted.
    """
    for sizes in _SIZES:
        if unit in sizes:
            reference = next(iter(sizes))
            return reference, _ENDLESS.divide(Decimal(sizes[unit]), Decimal(sizes[reference]))
    known = unit in _forms() and unit not in _COUNTED and unit not in ("", "times", "year")
    return (unit, Decimal(1)) if known else None


def cannot_convert(unit: str, to: str) -> UnitError:
    """Return the error that says so, to be raised."""
    return UnitError(
        msg(
            "{unit} cannot be converted into {to}: give the value in a unit of the same kind.",
            unit=unit,
            to=to,
        )
    )


def is_known(unit: str) -> bool:
    """Return whether a unit has a form in every language."""
    base, comma, content = unit.partition(", ")
    return (base in _forms() or is_rate(base)) and (not comma or content in _any().contents)


def is_rate(unit: str) -> bool:
    """Return whether a unit is one currency's worth in another: JPY/INR, yen for a rupee."""
    worth, _, one = unit.partition("/")
    return worth in CURRENCIES and one in CURRENCIES and worth != one


def language_of(unit: str) -> Lang:
    """Return the language that a unit which is not known was typed in, by its script."""
    return written_in(unit) or "en"


def known_units() -> tuple[str, ...]:
    """Return the keys of all units that have a form in every language, but none for what of an ore
    is counted.
    """
    return tuple(unit for unit in _forms() if unit)


def quantity(
    value: Decimal,
    unit: str,
    lang: Lang,
    *,
    about: About = "",
    digits: int | None = None,
    large: bool = False,
    full: bool = False,
    devanagari: bool = False,
) -> str:
    """Return a value with its unit; what is counted of the ore stands in the heading, not here.

    `large` prints the number in the large units of the language: 62 million t, 6.2 करोड़ टन,
    6,200万トン; money always does, unless it is wanted in `full`. Raises ValueError for a number
    that cannot be printed.
    """
    part, name = _part(value, unit, lang, digits, large, full)
    form, number = (
        form_of(unit, lang, case_of(None if name else part, lang, about, unit)),
        _figures(part, name, unit, lang, devanagari),
    )
    if value < 0 and part:  # zero has no sign
        form, number = (form, MINUS + number) if form.startswith("{}") else (MINUS + form, number)
    return approximate(form, number, unit, lang, about)


def quantity_range(
    first: Decimal,
    last: Decimal,
    unit: str,
    lang: Lang,
    *,
    about: About = "",
    digits: int | None = None,
    large: bool = False,
    devanagari: bool = False,
) -> str:
    """From one value to another, the unit said once: 60–70%, ₹34–50 crore, ₹90 lakh–2 crore,
    3億～5億円.

    Where one end alone would be in a large unit both are in full, for 90–2 crore would be crores;
    below zero it is −5 to 15°C, −US$5 to US$10. Equal values are one. Raises ValueError for a
    number that cannot be printed.
    """
    ends = _parts(first, last, unit, lang, digits, large)
    signs = [_sign(value, part) for value, (part, _) in zip((first, last), ends, strict=True)]
    if ends[0] == ends[1] and signs[0] == signs[1]:
        return quantity(
            last, unit, lang, about=about, digits=digits, large=large, devanagari=devanagari
        )
    below = any(signs)
    own = LANGUAGES[lang].units
    once = own.large_once and ends[0][1] == ends[1][1] and not below
    low = _figures(ends[0][0], "" if once else ends[0][1], unit, lang, devanagari)
    high = _figures(*ends[1], unit, lang, devanagari)
    # Ranges are plural in English; Hindi takes the number of their end (CLDR).
    case = case_of(_counted(own, *ends[1]), lang, about, unit)
    if not below:
        form = form_of(unit, lang, case)
        return approximate(form, span(low, high, lang), unit, lang, about)
    form = form_of(unit, lang, "oblique" if own.closing else case)
    both = _below_zero(form, (signs[0], low), (signs[1], high), lang)
    if about:
        # what compares closes the range: −5 से 15°से. से अधिक
        both = both.removesuffix(own.closing)
    return approximate("{}", both, unit, lang, about)


def _below_zero(form: str, first: tuple[str, str], last: tuple[str, str], lang: Lang) -> str:
    """Return a range in words, each of its ends with its sign."""
    low = first[1] if form.startswith("{}") else form.format(first[1])
    return words(lang)(_TO, first=first[0] + low, last=last[0] + form.format(last[1]))


def _counted(own: Units, part: Decimal, name: str) -> Decimal | None:
    """Return what the number of a range is told by, if it is not plural anyhow."""
    return part if own.range_as_end and not name else None


def _parts(
    first: Decimal, last: Decimal, unit: str, lang: Lang, digits: int | None, large: bool
) -> list[tuple[Decimal, str]]:
    """Return what prints of both ends of a range, both in full where one alone would be in a large
    unit.
    """
    ends = [_part(value, unit, lang, digits, large) for value in (first, last)]
    if all(part for part, _ in ends) and bool(ends[0][1]) != bool(ends[1][1]):
        return [_part(value, unit, lang, digits, large=False, full=True) for value in (first, last)]
    return ends


def _sign(value: Decimal, part: Decimal) -> str:
    """Return the minus of a number, if what prints of it is not zero."""
    return MINUS if value < 0 and part else ""


def whole_percent(value: Decimal, lang: Lang, *, devanagari: bool = False) -> str:
    """Return a share in whole per cents, which is never rounded to nothing: under 1%."""
    if 0 < value < 1:
        return words(lang)(_UNDER, percent=percent(Decimal(1), lang, devanagari=devanagari))
    return percent(value, lang, digits=0, devanagari=devanagari)


def is_money(unit: str) -> bool:
    """Return whether a unit is one of money, which prints in the large units of the language."""
    return unit in _MONEY


def unit_name(unit: str, lang: Lang, case: Case = "many") -> str:
    """Return the unit without a number, for the heading of a column: `t (lithium content)`; empty
    where there is none.
    """
    if not is_known(unit):
        return unit if language_of(unit) == lang else words(lang)(_UNKNOWN, unit=unit)
    base, _, content = unit.partition(", ")
    name = _pattern(base, lang, case).replace("{}", "").strip(NBSP)
    own = LANGUAGES[lang]
    return name + (own.punctuation.aside(own.units.contents[content]) if content else "")


@cache
def printed_forms() -> tuple[tuple[str, Lang, str, str], ...]:
    """Return every unit in every language with what prints before and behind a number, spaces left
    out; for reading back.
    """
    return tuple(
        (unit, lang, before, behind)
        for unit in _forms()
        for lang in LANGS
        for pattern in LANGUAGES[lang]
        .units.forms[unit]
        .replace("~", "")
        .replace(" ", "")
        .split("|")
        for before, _number, behind in (pattern.partition("{}"),)
    )


def form_of(unit: str, lang: Lang, case: Case) -> str:
    """Return the form of a unit, with `{}` where the number goes."""
    if is_known(unit):
        return _pattern(unit.partition(", ")[0], lang, case)
    return f"{{}}{NBSP}" + unit_name(unit, lang).replace("{", "{{").replace("}", "}}")


def case_of(value: Decimal | None, lang: Lang, about: About, unit: str = "") -> Case:
    """Return which form of its unit a number takes as it prints, by CLDR: one with 1 but not 1.0 in
    English, with all up to 1 in Hindi. None stands for a number in a large unit.
    """
    own = LANGUAGES[lang].units
    one = value is not None and own.is_one(value.copy_abs())
    if about not in own.obliques:
        return "one" if one else "many"
    if unit not in _COUNTED:
        return "oblique"
    if about in own.compares_number:  # 400 से अधिक कंपनियाँ
        return "many"
    return "one" if one else "oblique"  # 1 कंपनी तक, 400 कंपनियों तक


def approximate(form: str, number: str, unit: str, lang: Lang, about: About) -> str:
    """Return a form with its number, and how exact it is: about 74 members. Hindi compares before
    what is counted: 74 से अधिक सदस्य, but 74 सदस्यों तक.
    """
    if not about:
        return form.format(number)
    word = words(lang)
    if unit in _COUNTED and about in LANGUAGES[lang].units.compares_number:
        return form.format(word(ABOUT[about], quantity=number))
    return word(ABOUT[about], quantity=form.format(number))


def _part(
    value: Decimal, unit: str, lang: Lang, digits: int | None, large: bool, full: bool = False
) -> tuple[Decimal, str]:
    """Return what prints of a number's size, and the name of the large unit it prints in."""
    size, money = value.copy_abs(), _MONEY.get(_base(unit))
    if (large and unit.partition("/")[0] not in LARGE) or (money and not full):
        rupees = unit.startswith("INR")  # a price in them too
        return in_large_unit(
            size, lang, digits=digits, scale=money or ("crore" if rupees else "million")
        )
    return rounded(size, digits), ""


def _figures(part: Decimal, name: str, unit: str, lang: Lang, devanagari: bool) -> str:
    own = LANGUAGES[lang].numbers
    rupees = unit.startswith("INR") and is_known(unit)  # they are counted by lakhs
    indian = True if rupees and "crore" in own.lakhs else None
    text = decimal(part, lang, indian=indian, devanagari=devanagari)
    if _base(unit) == _UNGROUPED:
        text = text.replace(",", "")
    return text + (own.joint if name else "") + name


def _base(unit: str) -> str:
    """Return the unit without what of the ore is counted; itself where it is not known."""
    return unit.partition(", ")[0] if is_known(unit) else unit


def _any() -> Units:
    """Return the units of any language: all have the same (a test holds that)."""
    return LANGUAGES[LANGS[0]].units


def _forms() -> Mapping[str, str]:
    return _any().forms


def _pattern(base: str, lang: Lang, case: Case) -> str:
    forms = LANGUAGES[lang].units.forms
    worth, each, other = (base.partition("/")) if is_rate(base) else (base, "", "")
    cases = forms[worth].split("|")
    behind = each + forms[other].partition("|")[0].replace("{}", "").strip("~") if other else ""
    return (cases[min(_CASES.index(case), len(cases) - 1)] + behind).replace("~", NBSP)
