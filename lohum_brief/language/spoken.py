"""Numbers and quantities in words, for interpreters: चौंतीस हज़ार करोड़ रुपये, thirty-four thousand crore rupees, 三千四百億ルピー.

Japanese has the numerals of vertical writing, with 一千 before a larger unit; English is British, with its "and"; Hindi
goes up to the crore, as in print.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.numbers import NBSP, Scale, decimal, rounded
from lohum_brief.language.numerals import ENGLISH, HINDI, KANJI, KANJI_LARGE, KANJI_TENS, NEGATIVE, POINT, TENS
from lohum_brief.language.units import LARGE, About, approximate, convert, form_of, is_known, is_one

HIGHEST: Final = 10**18

Sizes = tuple[tuple[int, str], ...]
_CRORES: Final = ((10**7, "करोड़"), (10**5, "लाख"), (10**3, "हज़ार"))
_SIZES: Final[dict[tuple[Lang, Scale], Sizes]] = {
    ("hi", "crore"): _CRORES,
    ("hi", "million"): _CRORES,
    ("en", "crore"): ((10**7, "crore"), (10**5, "lakh"), (10**3, "thousand")),
    ("en", "million"): (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (10**3, "thousand"),
    ),
}
_ENGLISH: Final = (
    *ENGLISH,
    *(f"{ten}-{one}" if at else ten for ten in TENS[2:] for at, one in enumerate(ENGLISH[:10])),
)
_FIGURES: Final[dict[Lang, Sequence[str]]] = {"hi": HINDI, "en": _ENGLISH, "ja": KANJI}

# What prints as a symbol is spoken by name; `|` parts one from many as in `units`.
_NAMES: Final[dict[str, tuple[str, str, str]]] = {
    "%": ("{} प्रतिशत", "{} per cent", "{}パーセント"),
    "ppm": ("{} पीपीएम", "{} part per million|{} parts per million", "{}ピーピーエム"),
    "g": ("{} ग्राम", "{} gram|{} grams", "{}グラム"),
    "kg": ("{} किलोग्राम", "{} kilogram|{} kilograms", "{}キログラム"),
    "t": ("{} टन", "{} tonne|{} tonnes", "{}トン"),
    "lb": ("{} पाउंड", "{} pound|{} pounds", "{}ポンド"),
    "V": ("{} वोल्ट", "{} volt|{} volts", "{}ボルト"),
    "kW": ("{} किलोवाट", "{} kilowatt|{} kilowatts", "{}キロワット"),
    "MW": ("{} मेगावाट", "{} megawatt|{} megawatts", "{}メガワット"),
    "GW": ("{} गीगावाट", "{} gigawatt|{} gigawatts", "{}ギガワット"),
    "Wh": ("{} वाट-घंटा|{} वाट-घंटे", "{} watt-hour|{} watt-hours", "{}ワット時"),
    "kWh": ("{} किलोवाट-घंटा|{} किलोवाट-घंटे", "{} kilowatt-hour|{} kilowatt-hours", "{}キロワット時"),
    "MWh": ("{} मेगावाट-घंटा|{} मेगावाट-घंटे", "{} megawatt-hour|{} megawatt-hours", "{}メガワット時"),
    "GWh": ("{} गीगावाट-घंटा|{} गीगावाट-घंटे", "{} gigawatt-hour|{} gigawatt-hours", "{}ギガワット時"),
    "TWh": ("{} टेरावाट-घंटा|{} टेरावाट-घंटे", "{} terawatt-hour|{} terawatt-hours", "{}テラワット時"),
    "m": ("{} मीटर", "{} metre|{} metres", "{}メートル"),
    "km": ("{} किलोमीटर", "{} kilometre|{} kilometres", "{}キロメートル"),
    "m2": ("{} वर्ग मीटर", "{} square metre|{} square metres", "{}平方メートル"),
    "km2": ("{} वर्ग किलोमीटर", "{} square kilometre|{} square kilometres", "{}平方キロメートル"),
    "ha": ("{} हेक्टेयर", "{} hectare|{} hectares", "{}ヘクタール"),
    "m3": ("{} घन मीटर", "{} cubic metre|{} cubic metres", "{}立方メートル"),
    "L": ("{} लीटर", "{} litre|{} litres", "{}リットル"),
    "°C": ("{} डिग्री सेल्सियस", "{} degree Celsius|{} degrees Celsius", "{}度"),
    "INR": ("{} रुपया|{} रुपये", "{} rupee|{} rupees", "{}ルピー"),
    "JPY": ("{} येन", "{} yen", "{}円"),
    "USD": ("{} अमेरिकी डॉलर", "{} US dollar|{} US dollars", "{}米ドル"),
    "EUR": ("{} यूरो", "{} euro|{} euros", "{}ユーロ"),
    "US cents": ("{} अमेरिकी सेंट", "{} US cent|{} US cents", "{}米セント"),
}
# What stands around a quantity, with "about" inside: what follows the slash of its unit, and what it is a measure of.
_EACH: Final[dict[str, tuple[str, str, str]]] = {
    "year": ("प्रति वर्ष {}", "{} per year", "年間{}"),
    "day": ("प्रति दिन {}", "{} per day", "一日当たり{}"),
    "kg": ("प्रति किलोग्राम {}", "{} per kilogram", "一キログラム当たり{}"),
    "t": ("प्रति टन {}", "{} per tonne", "一トン当たり{}"),
    "lb": ("प्रति पाउंड {}", "{} per pound", "一ポンド当たり{}"),
    "kWh": ("प्रति किलोवाट-घंटा {}", "{} per kilowatt-hour", "一キロワット時当たり{}"),
    "mtu": ("प्रति मीट्रिक टन इकाई {}", "{} per metric tonne unit", "一メトリックトンユニット当たり{}"),
}
_KINDS: Final[dict[str, tuple[str, str, str]]] = {
    "t CO2e": ("{} कार्बन डाइऑक्साइड समतुल्य", "{} of carbon dioxide equivalent", "二酸化炭素換算{}"),
    "°C": ("{}", "{}", "セ氏{}"),
}


class UnspeakableError(BriefError, ValueError):
    """A number beyond 10**18, for which the languages have no common words."""


def number(value: Decimal, lang: Lang, *, digits: int | None = None, scale: Scale = "million") -> str:
    """A number in words; its decimals one by one, as many as stand there. `digits` rounds as in `numbers.decimal`.

    `scale` chooses the large units of English. Above 99 lakh crore the lakhs are counted: one hundred and eleven lakh
    crore. Raises UnspeakableError beyond 10**18, and ValueError for what `numbers.decimal` does not print.
    """
    printed = decimal(value, "en", digits=digits)  # refuses what is no number, or too long
    value = rounded(value, digits)
    if value.copy_abs() > HIGHEST:
        raise UnspeakableError(
            say("{number} is too large to be written in words: choose a larger unit.", number=printed)
        )
    whole, point, rest = f"{value.copy_abs():f}".partition(".")
    between = "" if lang == "ja" else " "
    parts = [NEGATIVE[lang]] if value < 0 else []
    parts.append(_japanese(int(whole)) if lang == "ja" else _whole(int(whole), lang, _SIZES[lang, scale]))
    if point:
        parts += [POINT[lang], *(_FIGURES[lang][int(figure)] for figure in rest)]
    return between.join(parts)


BELOW_ZERO: Final = "शून्य से {} नीचे"
"""How Hindi says a temperature without a minus."""


def quantity(value: Decimal, unit: str, lang: Lang, *, about: About = "", digits: int | None = None) -> str:
    """A value with its unit in words: प्रति वर्ष बीस हज़ार टन, twenty thousand tonnes per year, 年間二万トン.

    What is counted of the ore is not said, as it is not printed. Raises as `number` does.
    """
    value = rounded(value, digits)
    base, _, each = unit.partition(", ")[0].partition("/") if is_known(unit) else (unit, "", "")
    if base in LARGE:  # in tonnes: two large units in a row would be one too many
        value, base = convert(value, base, "t"), "t"
    spoken = (
        _year(value, lang) if unit == "year" else number(value, lang, scale="crore" if base == "INR" else "million")
    )
    base, kind = ("t", base) if base == "t CO2e" else (base, base)
    one = is_one(value, lang, about)
    if lang == "hi" and base == "°C" and value < 0:
        name = _NAMES[base][LANGS.index(lang)].format(spoken.removeprefix(f"{NEGATIVE['hi']} "))
        return approximate("{}", BELOW_ZERO.format(name), base, lang, about)
    if base in _NAMES:
        single, several, many = _NAMES[base][LANGS.index(lang)].partition("|")
        text = approximate(many if several and not one else single, spoken, base, lang, about)
    else:
        text = approximate(form_of(unit, lang, one=one), spoken, unit, lang, about).replace(NBSP, " ")
    for around in (_KINDS.get(kind), _EACH.get(each)):
        if around and base in _NAMES:
            text = around[LANGS.index(lang)].format(text)
    return text


def spoken_names(unit: str) -> list[str]:
    """What is said behind a number for a unit, in all languages; empty where it is what prints. For reading back."""
    forms = (pattern for patterns in _NAMES.get(unit, ()) for pattern in patterns.split("|"))
    return [form.removeprefix("{}").strip() for form in forms]


def spoken_frames() -> list[tuple[str, str, str]]:
    """What is said before and behind a quantity, "about" and all, and what is written for it behind the unit: /year."""
    each = [(frame, f"/{key}") for key, frames in _EACH.items() for frame in frames]
    kinds = [(frame, key.partition(" ")[2]) for key, frames in _KINDS.items() for frame in frames if frame != "{}"]
    return [(*frame.split("{}"), written) for frame, written in (*each, *kinds)]  # type: ignore[misc]


def _year(value: Decimal, lang: Lang) -> str:
    """The number of a year: before 2000 its hundreds are counted."""
    century, rest = divmod(int(value), 100)
    if lang == "ja" or not 11 <= century < 20 or value != int(value):
        return number(value, lang)
    if lang == "hi":
        return f"{HINDI[century]} सौ" + (f" {HINDI[rest]}" if rest else "")
    return f"{_ENGLISH[century]} {_ENGLISH[rest] if rest > 9 else f'oh {_ENGLISH[rest]}' if rest else 'hundred'}"


def _whole(value: int, lang: Lang, sizes: Sizes) -> str:
    parts = []
    for size, name in sizes:
        count, value = divmod(value, size)
        if count:  # two units are enough to count the largest: lakhs and thousands of crores
            parts.append(f"{_whole(count, lang, sizes[-2:])} {name}")
    hundreds, rest = divmod(value, 100)
    if hundreds:
        parts.append(f"{_FIGURES[lang][hundreds]} {'सौ' if lang == 'hi' else 'hundred'}")
    if rest or not parts:
        joint = "and " if lang == "en" and parts else ""
        parts.append(joint + _FIGURES[lang][rest])
    return " ".join(parts)


def _japanese(value: int) -> str:
    text = ""
    for size, name in KANJI_LARGE:
        count, value = divmod(value, size)
        if count:
            text += _thousands(count, "一千") + name
    return text + _thousands(value, "千") if value or not text else text


def _thousands(value: int, thousand: str) -> str:
    """Four figures; one thousand is 一千 where it counts a larger unit."""
    text = ""
    for size, name in KANJI_TENS:
        figure, value = divmod(value, size)
        if figure == 1:
            text += thousand if size == 1000 else name
        elif figure:
            text += KANJI[figure] + name
    return text + KANJI[value] if value or not text else text
