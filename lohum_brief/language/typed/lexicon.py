"""The words behind and before numbers in running text: units, currencies, months, fractions,
ordinals.

The names of units are those that `parsing` reads in tables; here are the inflected forms and the
units that only texts have.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.parsing.dates import MONTH_NAMES
from lohum_brief.language.parsing.quantities import names
from lohum_brief.language.source import bare, spelling
from lohum_brief.language.units import known_units, measure


class Measure(NamedTuple):
    """A unit as a text has it: the reference unit of its kind, and its size in that."""

    kind: str
    size: Decimal
    rough: bool = False


_DAY: Final = "1440"
_MORE: Final[tuple[tuple[str, str, str], ...]] = (  # kind, size in the reference unit, names
    ("g", "1", "grams ग्रा"),
    ("g", "1E3", "kilo kilos キロ कि.ग्रा. किग्रा."),
    ("g", "1E5", "quintal quintals क्विंटल कुंतल キンタル"),
    ("g", "1E6", "ton tons टनों MT mt मीटरिकटन मेट्रिकटन"),
    ("g", "1E11", "LMT लाखमीट्रिकटन"),
    ("g", "1E12", "MT MMT MTPA MMTPA mtpa मिलियनटन"),
    ("g", "1E6", "TPA TPD MTPA MTPD MTPY"),
    ("g", "1E9", "ktpa KTPA ktons"),
    ("kW", "0.001", "W watt watts वाट वॉट ワット"),
    ("kW", "1", "kWp किलोवॉट KW"),
    ("kW", "1E3", "MWp मेगावॉट MW"),
    ("kW", "1E6", "GWp गीगावॉट"),
    ("kWh", "0.001", "Wh वाटघंटा वाटघंटे ワット時"),
    ("kWh", "1", "kWh キロワット時 キロワットアワー"),
    ("kWh", "1E3", "मेगावाटघंटे मेगावाटघंटा メガワット時 メガワットアワー"),
    ("kWh", "1E6", "गीगावाटघंटे गीगावाटघंटा ギガワット時 ギガワットアワー"),
    ("m", "0.001", "mm मिमी ミリ ミリメートル"),
    ("m", "0.01", "cm सेमी センチ センチメートル"),
    ("m", "1", "मी मी. मीटरों"),
    ("m", "1E3", "kms キロ कि.मी. किलोमीटरों"),
    ("m2", "1", "squaremetre squaremetres squaremeter squaremeters sqm वर्गमीटर 平米 平方メートル"),
    ("m2", "1E4", "hectare hectares हेक्टेयरों"),
    (
        "m2",
        "1E6",
        "squarekm squarekilometres squarekilometers वर्गकिलोमीटर 平方キロ 平方キロメートル",
    ),
    ("L", "1", "litre litres liter liters लिटर"),
    ("L", "1E3", "KL kL KLD kld kilolitre kilolitres किलोलीटर キロリットル cum cu.m घनमीटर"),
    ("minutes", "0.0166666666666666666667", "second seconds सेकंड सेकेंड 秒 秒間"),
    ("minutes", "1", "min mins minute मिनटों 分間"),
    ("minutes", "60", "hour hours घंटों घण्टों"),
    ("minutes", _DAY, "day days दिन दिनों दिवसीय दिवस 日間"),
    ("minutes", "10080", "week weeks सप्ताह सप्ताहों हफ़्ते हफ़्तों हफ़्ता 週間"),
    ("minutes", "20160", "fortnight fortnights पखवाड़ा पखवाड़े"),
    (
        "months",
        "1",
        (
            "month months महीना महीने महीनों मास माह か月 カ月 ヶ月 ヵ月 ケ月 箇月 か月間 カ月間 "
            "ヶ月間 ヵ月間 箇月間"
        ),
    ),
    ("months", "12", "year years yr yrs सालों वर्षों वर्षीय साला साल वर्ष 年 年間 カ年 か年"),
    ("months", "120", "decade decades दशक दशकों"),
    ("%", "1", "percent percentage pc pct. फीसद परसेंट パーセント"),
    ("%", "10", "割"),
    ("basis points", "1", "basispoints basispoint bps bp आधारअंक आधारअंकों ベーシスポイント"),
    ("percentage points", "1", "pp ppt ppts percentagepoint प्रतिशतअंकों パーセントポイント"),
    ("INR", "1", "rupee rupees रुपयों रुपया रुपए रूपये रूपए ルピー インドルピー"),
    (
        "USD",
        "1",
        "dollar dollars USdollars USdollar USD डॉलरों अमरीकीडॉलर डालर 米ドル 米国ドル アメリカドル",
    ),
    ("USD", "0.01", "cent cents UScent UScents सेंट अमेरिकीसेंट セント 米セント"),
    ("JPY", "1", "yen JPY जापानीयेन येन 円 日本円"),
    ("EUR", "1", "euro euros EUR यूरो ユーロ"),
    ("GBP", "1", "GBP poundssterling poundsterling पाउंडस्टर्लिंग ポンド 英ポンド पाउंड ब्रिटिशपाउंड"),
    ("AUD", "1", "AUD Australiandollars ऑस्ट्रेलियाईडॉलर 豪ドル オーストラリアドル"),
)
_ROUGHLY: Final[tuple[tuple[str, str, str], ...]] = (
    ("m", "1609.344", "mile miles मील マイル"),
    ("m", "0.3048", "ft feet foot फुट फ़ीट フィート"),
    ("m2", "0.09290304", "sqft sq.ft. sq.ft squarefeet squarefoot वर्गफुट वर्गफ़ीट 平方フィート"),
    ("m2", "4046.8564224", "एकड़ों acre acres"),
    ("m2", "3.305785", "坪"),
)
_ROUGH: Final = ("lb", "acres")
_WEIGHED: Final = ("t CO2e",)
"""What is weighed in tonnes, whatever is counted of it."""

BEFORE: Final[dict[str, str]] = {
    "₹": "INR", "rs": "INR", "rs.": "INR", "inr": "INR", "re": "INR", "re.": "INR", "रु": "INR",
    "रु.": "INR", "रु॰": "INR", "us$": "USD", "$": "USD", "usd": "USD", "us $": "USD", "¥": "JPY",
    "jpy": "JPY", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "a$": "AUD", "aud": "AUD",
}  # fmt: skip
"""Currencies before an amount."""
BEFORE_PATTERN: Final = re.compile(
    r"(?<![a-z])(us ?\$|a\$|\$|₹|¥|€|£|rs\.?|re\.|inr|usd|jpy|eur|gbp|aud|रु[.॰]?) ?$", re.IGNORECASE
)

SUFFIXES: Final[dict[str, tuple[int, bool]]] = {
    "k": (10**3, False), "K": (10**3, False), "M": (10**6, False), "m": (10**6, True),
    "B": (10**9, False), "b": (10**9, True), "L": (10**5, True), "T": (10**12, True),
    "t": (10**12, True),
}  # fmt: skip
"""Single letters for large units behind figures, and whether they may as well be a unit: without a
currency, 5m is metres too.
"""


@cache
def months(lang: Lang) -> dict[str, int]:
    """Return the months by their names, as `spelling` has them; none where they are counted."""
    more = LANGUAGES[lang].mentions.months
    return MONTH_NAMES.get(lang, {}) | {spelling(name): number for name, number in more.items()}


@cache
def measures() -> dict[str, tuple[Measure, ...]]:
    """Return what each name of a unit can mean, by the name as `dense` writes it."""
    found: dict[str, dict[Measure, None]] = {}
    for name, measured in (*_of_units(), *_of_tables()):
        found.setdefault(dense(name), {})[measured] = None
    return {name: tuple(meant) for name, meant in found.items() if name}


def _of_units() -> Iterator[tuple[str, Measure]]:
    """Yield the names of the units that records have."""
    for unit in known_units():
        base = measure("t" if unit in _WEIGHED else unit)
        if base is None or "/" in unit or unit in ("years", "months", "days"):
            continue
        measured = Measure(*base, rough=unit in _ROUGH)
        for name, anyhow in names(unit):
            for written in {name, name.lower() if anyhow else name}:
                yield written, measured


def _of_tables() -> Iterator[tuple[str, Measure]]:
    """Yield the names of what only texts are measured in."""
    for table, rough in ((_MORE, False), (_ROUGHLY, True)):
        for kind, size, written in table:
            reference = measure(kind)
            measured = Measure(reference[0] if reference else kind, Decimal(size), rough)
            for name in written.split():
                yield name, measured


@cache
def beginnings() -> frozenset[str]:
    """Return what the names of units begin with, by letters; with the nasals that `dense` writes as
    a point once it has seen what follows.
    """
    found = {name[:length] for name in measures() for length in range(1, len(name) + 1)}
    nasal = {
        begun[:-1] + letter for begun in found if begun.endswith("\u0902") for letter in "ङञणनम"
    }
    return frozenset(found | nasal | {begun + "\u094d" for begun in nasal})


@lru_cache(maxsize=20_000)
def dense(name: str) -> str:
    """Return a name without spaces and hyphens, and without what Hindi spells in several ways."""
    return bare(name).replace(" ", "").replace("-", "")
