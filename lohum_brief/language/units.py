"""Units by key, and how a quantity prints in each language: 20,000 t/year, 20,000 टन/वर्ष,
20,000トン/年.

The forms lie in the languages' folders (`rooms.units`). Any of them may be counted by a span of
time: t/month. A unit that is not there may be a visit's `Own`; else it prints as it was typed in
the language that it was typed in, and as a mark in the others.
"""

from collections.abc import Mapping
from decimal import Context, Decimal, Inexact
from functools import cache
from typing import Final, Self, get_args

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
    "quintals": "100",
    "lb": "0.45359237",
    "t": "1E3",
    "thousand t": "1E6",
    "kt": "1E6",
} | dict.fromkeys(("million t", "Mt"), "1E9")
LARGE: Final = dict.fromkeys(("thousand t", "million t", "kt", "Mt"), "t") | {"million L": "L"}
"""Units that hold a large unit already, with what is counted: 1万千トン would be 11,000 tonnes."""
_SIZES: Final[tuple[dict[str, str], ...]] = (
    _MASSES,
    {f"{mass}/year": size for mass, size in _MASSES.items()},
    {"kW": "1", "MW": "1E3", "GW": "1E6"},
    {"kWh": "1", "MWh": "1E3", "GWh": "1E6", "TWh": "1E9"},
    {"MW/year": "1", "GW/year": "1E3"},
    {"MWh/year": "1", "GWh/year": "1E3"},
    {"kWh/t": "1", "Wh/kg": "1", "kWh/kg": "1E3"},
    {"%": "1E4", "ppm": "1"},
    {"kVA": "1", "MVA": "1E3"},
    {"kWp": "1", "MWp": "1E3"},
    {"m": "1", "mm": "0.001", "cm": "0.01", "ft": "0.3048", "km": "1E3"},
    {"m2": "1", "ft2": "0.09290304", "acres": "4046.8564224", "ha": "1E4", "km2": "1E6"},
    {"L": "1", "m3": "1E3", "kL": "1E3", "million L": "1E6"},
    {"days": "1", "weeks": "7"},
    {"minutes": "1", "hours": "60"},
    {"months": "1", "years": "12"},
    {"USD/t": "0.45359237", "USD/kg": "453.59237", "USD/lb": "1E3", "US cents/lb": "10"},
    {"INR/t": "0.001", "INR/kg": "1"},
)
"""Units of one kind with their sizes, exact: the international pound, foot and acre, the tonne of
1,000 kg, the quintal of 100.
"""

_EXACT: Final = Context(prec=120, traps=[Inexact])
_ENDLESS: Final = Context(prec=34)


class Own(str):
    """A unit that a visit has entered: its key, as records say it, with how it prints.

    `forms` are patterns as in `rooms.units`; a language that has none prints a mark. One of it is
    `size` of the unit `of`, if that is said.
    """

    __slots__ = ("counted", "forms", "of", "size")

    forms: Mapping[Lang, str]
    counted: bool
    size: Decimal
    of: str

    def __new__(
        cls,
        key: str,
        forms: Mapping[Lang, str],
        *,
        counted: bool = False,
        size: Decimal = Decimal(1),
        of: str = "",
    ) -> Self:
        """Return the unit; the key is what it is compared by."""
        made = super().__new__(cls, key)
        made.forms, made.counted, made.size, made.of = forms, counted, size, of
        return made

    def __repr__(self) -> str:
        """Tell all that prints of it: charts are drawn anew where it is another."""
        return f"Own({str(self)!r}, {self.forms!r}, {self.counted}, {self.size}, {self.of!r})"


class UnitError(BriefError, ValueError):
    """A unit that no fixed factor takes into another: tonnes into yen, or a day's output into a
    year's.
    """


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """Return the same quantity in another unit: 20,000 kg is 20 t. Raises UnitError.

    Exact; only what has no end (20 kg in pounds) is rounded, to 34 digits.
    """
    if unit == to:
        return value
    if isinstance(unit, Own) and unit.of:
        return convert(_EXACT.multiply(value, unit.size), unit.of, to)
    if isinstance(to, Own) and to.of:
        return _quotient(convert(value, unit, to.of), to.size)
    sizes = _sizes_of(unit, to) if is_known(unit) and is_known(to) else None
    if sizes is None:
        raise cannot_convert(unit, to)
    factor, divisor = sizes
    return _quotient(_EXACT.multiply(value, factor), divisor)


def _quotient(value: Decimal, divisor: Decimal) -> Decimal:
    """Return it exactly, or to 34 digits where it has no end."""
    try:
        return _EXACT.divide(value, divisor)
    except Inexact:
        return _ENDLESS.divide(value, divisor)


def _sizes_of(unit: str, to: str) -> tuple[Decimal, Decimal] | None:
    """Return the sizes of two units of one kind; None where no fixed factor is between them."""
    base, _, content = unit.partition(", ")
    other, _, wanted = to.partition(", ")
    (counted, _, span), (compared, _, same) = base.rpartition("/"), other.rpartition("/")
    if span == same and span in _any().spans:
        base, other = counted, compared
    for sizes in _SIZES if content == wanted else ():
        if base in sizes and other in sizes:
            return Decimal(sizes[base]), Decimal(sizes[other])
    return None


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
    """Return whether a unit has a form in every language, or is one that the visit has entered."""
    if isinstance(unit, Own):
        return True
    base, comma, content = unit.partition(", ")
    known = base in _forms() or is_rate(base) or is_by_span(base)
    return known and (not comma or content in _any().contents)


def is_by_span(unit: str) -> bool:
    """Return whether a unit is one that stands in the table, counted by a span of time that does
    not stand there with it: t/month.
    """
    counted, _, span = unit.rpartition("/")
    return (
        span in _any().spans
        and counted in _forms()
        and counted not in _NEVER_BY_SPAN
        and "/" not in counted
        and unit not in _forms()
    )


def spans() -> tuple[str, ...]:
    """Return the spans of time that anything may be counted by."""
    return tuple(_any().spans)


def printed_spans(span: str) -> tuple[str, ...]:
    """Return what prints of such a span behind the stroke, in all languages."""
    return tuple(_span(span, lang) for lang in LANGS)


def by_span(own: Own, span: str) -> Own:
    """Return a unit of a visit's own, counted by a span of time: batteries/year."""
    forms = {
        lang: "|".join(f"{case}/{_span(span, lang)}" for case in pattern.split("|"))
        for lang, pattern in own.forms.items()
    }
    of = f"{own.of}/{span}" if own.of and is_known(f"{own.of}/{span}") else ""
    return Own(f"{own}/{span}", forms, size=own.size, of=of)


def _span(span: str, lang: Lang) -> str:
    return LANGUAGES[lang].units.spans[span]


def is_rate(unit: str) -> bool:
    """Return whether a unit is one currency's worth in another: JPY/INR, yen for a rupee."""
    worth, _, one = unit.partition("/")
    return worth in CURRENCIES and one in CURRENCIES and worth != one


_NEVER_BY_SPAN: Final = frozenset({"", "%", "percentage points", "times", "year", "°C"})


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
    return _money(unit) is not None


def _money(unit: str) -> Scale | None:
    """Return the large units that amounts of money print in; None for whatever is none."""
    base = _base(unit)
    return _MONEY.get(base.rpartition("/")[0] if is_by_span(base) else base)


def unit_name(unit: str, lang: Lang, case: Case = "many") -> str:
    """Return the unit without a number, for the heading of a column: `t (lithium content)`; empty
    where there is none.
    """
    if isinstance(unit, Own) and lang in unit.forms:
        return _in_case(unit.forms[lang], case).replace("{}", "").strip(NBSP)
    if isinstance(unit, Own) or not is_known(unit):
        known = not isinstance(unit, Own) and language_of(unit) == lang
        return unit if known else words(lang)(_UNKNOWN, unit=str(unit))
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
    if isinstance(unit, Own) and lang in unit.forms:
        return _in_case(unit.forms[lang], case)
    if not isinstance(unit, Own) and is_known(unit):
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
    if not _is_counted(unit):
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
    if _is_counted(unit) and about in LANGUAGES[lang].units.compares_number:
        return form.format(word(ABOUT[about], quantity=number))
    return word(ABOUT[about], quantity=form.format(number))


def _part(
    value: Decimal, unit: str, lang: Lang, digits: int | None, large: bool, full: bool = False
) -> tuple[Decimal, str]:
    """Return what prints of a number's size, and the name of the large unit it prints in."""
    size, money = value.copy_abs(), _money(unit)
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
    return unit.partition(", ")[0] if is_known(unit) and not isinstance(unit, Own) else unit


def _is_counted(unit: str) -> bool:
    return unit.counted if isinstance(unit, Own) else unit in _COUNTED


def _any() -> Units:
    """Return the units of any language: all have the same (a test holds that)."""
    return LANGUAGES[LANGS[0]].units


def _forms() -> Mapping[str, str]:
    return _any().forms


def _pattern(base: str, lang: Lang, case: Case) -> str:
    forms = LANGUAGES[lang].units.forms
    if is_by_span(base):
        counted, _, span = base.rpartition("/")
        return f"{_in_case(forms[counted], case)}/{_span(span, lang)}"
    worth, each, other = (base.partition("/")) if is_rate(base) else (base, "", "")
    behind = each + forms[other].partition("|")[0].replace("{}", "").strip("~") if other else ""
    return _in_case(forms[worth], case) + behind


def _in_case(pattern: str, case: Case) -> str:
    cases = pattern.split("|")
    return cases[min(_CASES.index(case), len(cases) - 1)].replace("~", NBSP)
