"""Units by key, and how a quantity prints in each language: 20,000 t/year, 20,000 टन/वर्ष, 20,000トン/年.

Each language's form is one row below; `~` is a no-break space, `|` parts singular and plural. The forms of the SI are
those of CLDR; Japanese and Hindi spell the units of trade. A unit that is not here prints as it was typed in the language
that it was typed in, and as a mark in the others.
"""

from decimal import Context, Decimal, Inexact
from functools import cache
from typing import Final, Literal, NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import phrase, say, words
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.numbers import MINUS, NBSP, Scale, decimal, in_large_unit, rounded, span

About = Literal["", "about", "more than", "up to"]

ABOUT: Final[dict[About, str]] = {
    "": "{quantity}",
    "about": phrase("about {quantity}"),
    "more than": phrase("more than {quantity}"),
    "up to": phrase("up to {quantity}"),
}
_UNKNOWN: Final = phrase("[unit: {unit}]")
_TO: Final = phrase("{first} to {last}")


class _Unit(NamedTuple):
    hi: str
    en: str
    ja: str
    money: Scale | None = None
    """Money prints in the large units of the language; the rupee by crores in English too."""
    grouped: bool = True


_UNITS: Final[dict[str, _Unit]] = {
    "": _Unit("{}", "{}", "{}"),
    "%": _Unit("{}%", "{}%", "{}%"),
    "percentage points": _Unit("{}~प्रतिशत अंक", "{}~percentage point|{}~percentage points", "{}ポイント"),
    "ppm": _Unit("{}~पीपीएम", "{}~ppm", "{}~ppm"),
    "times": _Unit("{}~गुना", "{}~time|{}~times", "{}倍"),
    "g": _Unit("{}~ग्राम", "{}~g", "{}~g"),
    "kg": _Unit("{}~किग्रा", "{}~kg", "{}~kg"),
    "t": _Unit("{}~टन", "{}~t", "{}トン"),
    "thousand t": _Unit("{}~हज़ार~टन", "{}~thousand~t", "{}千トン"),
    "million t": _Unit("{}~मिलियन~टन", "{}~million~t", "{}百万トン"),
    "kt": _Unit("{}~हज़ार~टन", "{}~kt", "{}千トン"),
    "Mt": _Unit("{}~मिलियन~टन", "{}~Mt", "{}百万トン"),
    "lb": _Unit("{}~पाउंड", "{}~lb", "{}ポンド"),
    "kg/year": _Unit("{}~किग्रा/वर्ष", "{}~kg/year", "{}~kg/年"),
    "t/day": _Unit("{}~टन/दिन", "{}~t/day", "{}トン/日"),
    "t/year": _Unit("{}~टन/वर्ष", "{}~t/year", "{}トン/年"),
    "kt/year": _Unit("{}~हज़ार~टन/वर्ष", "{}~kt/year", "{}千トン/年"),
    "Mt/year": _Unit("{}~मिलियन~टन/वर्ष", "{}~Mt/year", "{}百万トン/年"),
    "t CO2e": _Unit("{}~टन~CO₂~समतुल्य", "{}~t~CO₂e", "{}トン（CO₂換算）"),
    "t CO2e/year": _Unit("{}~टन~CO₂~समतुल्य/वर्ष", "{}~t~CO₂e/year", "{}トン/年（CO₂換算）"),
    "V": _Unit("{}~वोल्ट", "{}~V", "{}~V"),
    "kW": _Unit("{}~किलोवाट", "{}~kW", "{}~kW"),
    "MW": _Unit("{}~मेगावाट", "{}~MW", "{}~MW"),
    "GW": _Unit("{}~गीगावाट", "{}~GW", "{}~GW"),
    "kWh": _Unit("{}~किलोवाट-घंटा|{}~किलोवाट-घंटे", "{}~kWh", "{}~kWh"),
    "MWh": _Unit("{}~मेगावाट-घंटा|{}~मेगावाट-घंटे", "{}~MWh", "{}~MWh"),
    "GWh": _Unit("{}~गीगावाट-घंटा|{}~गीगावाट-घंटे", "{}~GWh", "{}~GWh"),
    "TWh": _Unit("{}~टेरावाट-घंटा|{}~टेरावाट-घंटे", "{}~TWh", "{}~TWh"),
    "MW/year": _Unit("{}~मेगावाट/वर्ष", "{}~MW/year", "{}~MW/年"),
    "GW/year": _Unit("{}~गीगावाट/वर्ष", "{}~GW/year", "{}~GW/年"),
    "MWh/year": _Unit("{}~मेगावाट-घंटा/वर्ष|{}~मेगावाट-घंटे/वर्ष", "{}~MWh/year", "{}~MWh/年"),
    "GWh/year": _Unit("{}~गीगावाट-घंटा/वर्ष|{}~गीगावाट-घंटे/वर्ष", "{}~GWh/year", "{}~GWh/年"),
    "Wh/kg": _Unit("{}~वाट-घंटा/किग्रा|{}~वाट-घंटे/किग्रा", "{}~Wh/kg", "{}~Wh/kg"),
    "kWh/kg": _Unit("{}~किलोवाट-घंटा/किग्रा|{}~किलोवाट-घंटे/किग्रा", "{}~kWh/kg", "{}~kWh/kg"),
    "kWh/t": _Unit("{}~किलोवाट-घंटा/टन|{}~किलोवाट-घंटे/टन", "{}~kWh/t", "{}~kWh/トン"),
    "m": _Unit("{}~मीटर", "{}~m", "{}~m"),
    "km": _Unit("{}~किमी", "{}~km", "{}~km"),
    "m2": _Unit("{}~वर्ग~मीटर", "{}~m²", "{}~m²"),
    "km2": _Unit("{}~वर्ग~किमी", "{}~km²", "{}~km²"),
    "ha": _Unit("{}~हेक्टेयर", "{}~ha", "{}ヘクタール"),
    "acres": _Unit("{}~एकड़", "{}~acre|{}~acres", "{}エーカー"),
    "m3": _Unit("{}~घन~मीटर", "{}~m³", "{}~m³"),
    "L": _Unit("{}~लीटर", "{}~L", "{}リットル"),
    "°C": _Unit("{}°से.", "{}°C", "{}°C"),
    "year": _Unit("{}", "{}", "{}年", grouped=False),
    "years": _Unit("{}~वर्ष", "{}~year|{}~years", "{}年間"),
    "months": _Unit("{}~माह", "{}~month|{}~months", "{}か月"),
    "days": _Unit("{}~दिन", "{}~day|{}~days", "{}日間"),
    "hours": _Unit("{}~घंटा|{}~घंटे", "{}~hour|{}~hours", "{}時間"),
    "minutes": _Unit("{}~मिनट", "{}~minute|{}~minutes", "{}分"),
    "people": _Unit("{}~व्यक्ति", "{}~person|{}~people", "{}人"),
    "members": _Unit("{}~सदस्य", "{}~member|{}~members", "{}名"),
    "participants": _Unit("{}~प्रतिभागी", "{}~participant|{}~participants", "{}名"),
    "officials": _Unit("{}~अधिकारी", "{}~official|{}~officials", "{}名の職員"),
    "jobs": _Unit("{}~रोज़गार", "{}~job|{}~jobs", "{}人の雇用"),
    "countries": _Unit("{}~देश", "{}~country|{}~countries", "{}か国"),
    "companies": _Unit("{}~कंपनी|{}~कंपनियाँ", "{}~company|{}~companies", "{}社"),
    "customers": _Unit("{}~ग्राहक", "{}~customer|{}~customers", "{}社の顧客"),
    "recyclers": _Unit("{}~पुनर्चक्रणकर्ता", "{}~recycler|{}~recyclers", "{}社のリサイクル事業者"),
    "facilities": _Unit("{}~इकाई|{}~इकाइयाँ", "{}~facility|{}~facilities", "{}拠点"),
    "centres": _Unit("{}~केंद्र", "{}~centre|{}~centres", "{}か所"),
    "minerals": _Unit("{}~खनिज", "{}~mineral|{}~minerals", "{}種の鉱物"),
    "metals": _Unit("{}~धातु|{}~धातुएँ", "{}~metal|{}~metals", "{}種の金属"),
    "elements": _Unit("{}~तत्व", "{}~element|{}~elements", "{}元素"),
    "memoranda": _Unit("{}~समझौता ज्ञापन", "{}~memorandum|{}~memoranda", "{}件の覚書"),
    "vehicles": _Unit("{}~वाहन", "{}~vehicle|{}~vehicles", "{}台"),
    "INR": _Unit("{}~रुपया|{}~रुपये", "₹{}", "{}ルピー", money="crore"),
    "INR/year": _Unit("{}~रुपया/वर्ष|{}~रुपये/वर्ष", "₹{}/year", "{}ルピー/年", money="crore"),
    "JPY/year": _Unit("{}~येन/वर्ष", "¥{}/year", "{}円/年", money="million"),
    "JPY": _Unit("{}~येन", "¥{}", "{}円", money="million"),
    "USD/year": _Unit("{}~अमेरिकी डॉलर/वर्ष", "US${}/year", "{}米ドル/年", money="million"),
    "USD": _Unit("{}~अमेरिकी डॉलर", "US${}", "{}米ドル", money="million"),
    "EUR": _Unit("{}~यूरो", "€{}", "{}ユーロ", money="million"),
    "INR/kg": _Unit("{}~रुपया/किग्रा|{}~रुपये/किग्रा", "₹{}/kg", "{}ルピー/kg"),
    "INR/t": _Unit("{}~रुपया/टन|{}~रुपये/टन", "₹{}/t", "{}ルピー/トン"),
    "USD/kg": _Unit("{}~अमेरिकी डॉलर/किग्रा", "US${}/kg", "{}米ドル/kg"),
    "USD/kWh": _Unit("{}~अमेरिकी डॉलर/किलोवाट-घंटा", "US${}/kWh", "{}米ドル/kWh"),
    "USD/lb": _Unit("{}~अमेरिकी डॉलर/पाउंड", "US${}/lb", "{}米ドル/ポンド"),
    "USD/mtu": _Unit("{}~अमेरिकी डॉलर/मीट्रिक टन इकाई", "US${}/mtu", "{}米ドル/mtu"),
    "USD/t": _Unit("{}~अमेरिकी डॉलर/टन", "US${}/t", "{}米ドル/トン"),
    "US cents/lb": _Unit("{}~अमेरिकी सेंट/पाउंड", "{}~US~cent/lb|{}~US~cents/lb", "{}米セント/ポンド"),
}

_COUNTED_UNITS: Final = """
people members participants officials jobs countries companies customers recyclers facilities centres minerals metals
elements memoranda vehicles
"""
_COUNTED: Final = frozenset(_COUNTED_UNITS.split())

_CONTENTS: Final[dict[str, tuple[str, str, str]]] = {
    "cobalt content": ("कोबाल्ट अंश", "cobalt content", "コバルト純分"),
    "copper content": ("ताँबा अंश", "copper content", "銅純分"),
    "lithium content": ("लिथियम अंश", "lithium content", "リチウム純分"),
    "manganese content": ("मैंगनीज़ अंश", "manganese content", "マンガン純分"),
    "nickel content": ("निकल अंश", "nickel content", "ニッケル純分"),
    "REO equivalent": ("आरईओ समतुल्य", "REO equivalent", "REO換算"),
}
"""What of the ore is counted, after the unit and a comma: `t, lithium content`."""

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
"""Units of one kind with their sizes, exact: the international pound and acre, the tonne of 1,000 kg."""

_EXACT: Final = Context(prec=120, traps=[Inexact])
_ENDLESS: Final = Context(prec=34)


class UnitError(BriefError, ValueError):
    """A unit that no fixed factor takes into another: tonnes into yen, or a day's output into a year's."""


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """The same quantity in another unit: 20,000 kg is 20 t. Raises UnitError.

    Exact; only what has no end (20 kg in pounds) is rounded, to 34 digits.
    """
    base, _, content = unit.partition(", ")
    other, _, wanted = to.partition(", ")
    if unit == to:
        return value
    for sizes in _SIZES:
        if base in sizes and other in sizes and content == wanted and is_known(unit) and is_known(to):
            factor, divisor = Decimal(sizes[base]), Decimal(sizes[other])
            try:
                return _EXACT.divide(_EXACT.multiply(value, factor), divisor)
            except Inexact:
                return _ENDLESS.divide(_ENDLESS.multiply(value, factor), divisor)
    raise cannot_convert(unit, to)


def measure(unit: str) -> tuple[str, Decimal] | None:
    """The reference unit of the kind that a unit belongs to, and its size in it: kt gives kg and 1,000,000; None for what is counted."""
    for sizes in _SIZES:
        if unit in sizes:
            reference = next(iter(sizes))
            return reference, _ENDLESS.divide(Decimal(sizes[unit]), Decimal(sizes[reference]))
    return (unit, Decimal(1)) if unit in _UNITS and unit not in _COUNTED and unit not in ("", "times", "year") else None


def cannot_convert(unit: str, to: str) -> UnitError:
    """The error that says so, to be raised."""
    return UnitError(
        say("{unit} cannot be converted into {to}: give the value in a unit of the same kind.", unit=unit, to=to)
    )


def is_known(unit: str) -> bool:
    """Whether a unit has a form in every language."""
    base, comma, content = unit.partition(", ")
    return base in _UNITS and (not comma or content in _CONTENTS)


def language_of(unit: str) -> Lang:
    """The language that a unit which is not known was typed in, by its script."""
    if any("\u0900" <= char <= "\u097f" for char in unit):
        return "hi"
    return "ja" if any(char >= "\u3041" for char in unit) else "en"


def known_units() -> tuple[str, ...]:
    """The keys of all units that have a form in every language, but none for what of an ore is counted."""
    return tuple(unit for unit in _UNITS if unit)


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
    """A value with its unit; what is counted of the ore stands in the heading, not here.

    `large` prints the number in the large units of the language: 62 million t, 6.2 करोड़ टन, 6,200万トン; money always
    does, unless it is wanted in `full`. Raises ValueError for a number that cannot be printed.
    """
    part, name = _part(value, unit, lang, digits, large, full)
    form, number = (
        form_of(unit, lang, one=not name and is_one(part, lang, about)),
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
    """From one value to another, the unit said once: 60–70%, ₹34–50 crore, ₹90 lakh–2 crore, 3億～5億円.

    Where one end alone would be in a large unit both are in full, for 90–2 crore would be crores; below zero it is −5 to
    15°C, −US$5 to US$10. Equal values are one. Raises ValueError for a number that cannot be printed.
    """
    ends = [_part(value, unit, lang, digits, large) for value in (first, last)]
    if all(part for part, _ in ends) and bool(ends[0][1]) != bool(ends[1][1]):
        ends = [_part(value, unit, lang, digits, large=False, full=True) for value in (first, last)]
    signs = [MINUS if value < 0 and part else "" for value, (part, _) in zip((first, last), ends, strict=True)]
    if ends[0] == ends[1] and signs[0] == signs[1]:
        return quantity(last, unit, lang, about=about, digits=digits, large=large, devanagari=devanagari)
    below = any(signs)
    once = ends[0][1] == ends[1][1] and not below and lang != "ja"
    names = ("" if once else ends[0][1], ends[1][1])
    # Ranges are plural in English; Hindi takes the number of their end (CLDR).
    single = lang == "hi" and not ends[1][1] and is_one(ends[1][0], lang, about)
    form = form_of(unit, lang, one=single)
    low, high = (_figures(part, name, unit, lang, devanagari) for (part, _), name in zip(ends, names, strict=True))
    if not below:
        return approximate(form, span(low, high, lang), unit, lang, about)
    sides = (low if form.startswith("{}") else form.format(low), form.format(high))
    both = words(lang)(_TO, first=signs[0] + sides[0], last=signs[1] + sides[1])
    if lang == "hi" and about:
        both = both.removesuffix(" तक")  # what compares closes the range: −5 से 15°से. से अधिक
    return approximate("{}", both, unit, lang, about)


def unit_name(unit: str, lang: Lang) -> str:
    """The unit without a number, for the heading of a column: `t (lithium content)`; empty where there is none."""
    form = _find(unit)
    if not form:
        return unit if language_of(unit) == lang else words(lang)(_UNKNOWN, unit=unit)
    name = _pattern(form, lang, plural=True).replace("{}", "").strip(NBSP)
    if content := unit.partition(", ")[2]:
        inner = _CONTENTS[content][LANGS.index(lang)]
        return f"{name}（{inner}）" if lang == "ja" else f"{name} ({inner})"
    return name


@cache
def printed_forms() -> tuple[tuple[str, Lang, str, str], ...]:
    """Every unit in every language with what prints before and behind a number, spaces left out; for reading back."""
    return tuple(
        (unit, lang, before, behind)
        for unit, form in _UNITS.items()
        for lang, patterns in zip(LANGS, (form.hi, form.en, form.ja), strict=True)
        for pattern in patterns.replace("~", "").replace(" ", "").split("|")
        for before, _number, behind in (pattern.partition("{}"),)
    )


def form_of(unit: str, lang: Lang, *, one: bool) -> str:
    """The form of a unit, with `{}` where the number goes."""
    form = _find(unit)
    if form:
        return _pattern(form, lang, plural=not one)
    return f"{{}}{NBSP}" + unit_name(unit, lang).replace("{", "{{").replace("}", "}}")


def is_one(value: Decimal, lang: Lang, about: About) -> bool:
    """Whether a number, as it prints, takes the singular by CLDR: 1 but not 1.0 in English, all up to 1 in Hindi.

    Not where Hindi compares: the oblique case of one is spelt as many are, 1 घंटे से अधिक.
    """
    size = value.copy_abs()
    return size <= 1 and about != "more than" if lang == "hi" else size == 1 and "." not in f"{size:f}"


def approximate(form: str, number: str, unit: str, lang: Lang, about: About) -> str:
    """A form with its number, and how exact it is: about 74 members. Hindi compares before what is counted: 74 से अधिक सदस्य."""
    if not about:
        return form.format(number)
    word = words(lang)
    if lang == "hi" and unit in _COUNTED:
        return form.format(word(ABOUT[about], quantity=number))
    return word(ABOUT[about], quantity=form.format(number))


def _part(
    value: Decimal, unit: str, lang: Lang, digits: int | None, large: bool, full: bool = False
) -> tuple[Decimal, str]:
    """What prints of a number's size, and the name of the large unit it prints in."""
    size, form = value.copy_abs(), _find(unit)
    if (large and unit.partition("/")[0] not in LARGE) or (form and form.money and not full):
        return in_large_unit(size, lang, digits=digits, scale=(form and form.money) or "million")
    return rounded(size, digits), ""


def _figures(part: Decimal, name: str, unit: str, lang: Lang, devanagari: bool) -> str:
    form = _find(unit)
    indian = True if lang == "en" and form and unit.startswith("INR") else None  # rupees are counted by lakhs
    text = decimal(part, lang, indian=indian, devanagari=devanagari)
    if form and not form.grouped:
        text = text.replace(",", "")
    return text + (NBSP if name and lang != "ja" else "") + name


def _find(unit: str) -> _Unit | None:
    return _UNITS[unit.partition(", ")[0]] if is_known(unit) else None


def _pattern(form: _Unit, lang: Lang, *, plural: bool) -> str:
    one, bar, many = (form.hi, form.en, form.ja)[LANGS.index(lang)].partition("|")
    return (many if bar and plural else one).replace("~", NBSP)
