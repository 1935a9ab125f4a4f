"""Numbers in running English."""

from typing import Final

from lohum_brief.language.en.mentioned import PAST, past, romanised
from lohum_brief.language.rooms.mentions import Mentions, Row
from lohum_brief.language.typed.readers import (
    FISCAL,
    FY,
    ISO,
    OVER,
    SLASHED,
    SPAN,
    TIMES,
    clock_time,
    day,
    either,
    fiscal,
    fraction,
    half,
    half_of_one,
    noon,
    years,
)

_ASIDES: Final = {
        "once": 1, "first": 1, "twice": 2, "both": 2, "pair": 2, "double": 2, "doubled": 2,
        "twofold": 2, "second": 2, "thrice": 3, "triple": 3, "tripled": 3, "threefold": 3,
        "trilateral": 3, "fourfold": 4, "quadruple": 4, "fivefold": 5, "tenfold": 10,
    }  # fmt: skip
_ORDINALS: Final = {
        "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
        "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
        "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    }  # fmt: skip
_NUMERATORS: Final = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9, "seven": 7}
_PARTS: Final = {
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
        "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "tenth": 10, "tenths": 10,
    }  # fmt: skip

_MEASURES: Final = (
    ("g", "1", "grams"),
    ("g", "1E3", "kilo kilos"),
    ("g", "1E5", "quintal quintals"),
    ("g", "1E6", "ton tons MT mt"),
    ("g", "1E11", "LMT"),
    ("g", "1E12", "MT MMT MTPA MMTPA mtpa"),
    ("g", "1E6", "TPA TPD MTPA MTPD MTPY"),
    ("g", "1E9", "ktpa KTPA ktons"),
    ("kW", "0.001", "W watt watts"),
    ("kW", "1", "kWp KW"),
    ("kW", "1E3", "MWp MW"),
    ("kW", "1E6", "GWp"),
    ("kWh", "0.001", "Wh"),
    ("kWh", "1", "kWh"),
    ("m", "0.001", "mm"),
    ("m", "0.01", "cm"),
    ("m", "1E3", "kms"),
    ("m2", "1", "squaremetre squaremetres squaremeter squaremeters sqm"),
    ("m2", "1E4", "hectare hectares"),
    ("m2", "1E6", "squarekm squarekilometres squarekilometers"),
    ("L", "1", "litre litres liter liters"),
    ("L", "1E3", "KL kL KLD kld kilolitre kilolitres cum cu.m"),
    ("minutes", "0.0166666666666666666667", "second seconds"),
    ("minutes", "1", "min mins minute"),
    ("minutes", "60", "hour hours"),
    ("minutes", "1440", "day days"),
    ("minutes", "10080", "week weeks"),
    ("minutes", "20160", "fortnight fortnights"),
    ("months", "1", "month months"),
    ("months", "12", "year years yr yrs"),
    ("months", "120", "decade decades"),
    ("%", "1", "percent percentage pc pct."),
    ("basis points", "1", "basispoints basispoint bps bp"),
    ("percentage points", "1", "pp ppt ppts percentagepoint"),
    ("INR", "1", "rupee rupees"),
    ("USD", "1", "dollar dollars USdollars USdollar USD"),
    ("USD", "0.01", "cent cents UScent UScents"),
    ("JPY", "1", "yen JPY"),
    ("EUR", "1", "euro euros EUR"),
    ("GBP", "1", "GBP poundssterling poundsterling"),
    ("AUD", "1", "AUD Australiandollars"),
)
_ROUGH_MEASURES: Final = (
    ("m", "1609.344", "mile miles"),
    ("m", "0.3048", "ft feet foot"),
    ("m2", "0.09290304", "sqft sq.ft. sq.ft squarefeet squarefoot"),
    ("m2", "4046.8564224", "acre acres"),
)

MENTIONS: Final = Mentions(
    indian=("crore", "lakh"),
    half_before=r"(?:\b(half|quarter) (?:(?:of )?an? )?|\ban? )$",
    articles=("a", "an"),
    between="(?:to|or|and|of|out of|versus|vs)(?= )",
    by_year=" in Y,?(?: and| or| to)? | (?:and|or) in Y[,:]? ",
    joints=(" and ",),
    measures=_MEASURES,
    rough_measures=_ROUGH_MEASURES,
    rows=(
        Row(("-", "/", "."), ISO, day),
        Row(("-", "/", "."), SLASHED, either),
        Row(("-", "/"), SPAN, years),
        Row(FISCAL, FY, fiscal),
        Row((":",), TIMES + r"(?: ?(?P<meridian>[APap]\.?[Mm]\b\.?))?", clock_time),
        Row(
            ("am", "pm", ".m", "AM", "PM", ".M"),
            r"(?<![0-9:.,$₹])(?P<h>[0-2]?[0-9])(?:\.(?P<min>[0-5][0-9]))? "
            r"?(?P<meridian>[APap]\.?[Mm]\b\.?)",
            clock_time,
        ),
        Row(
            ("hrs", "hr", "hours", "Hrs", "HRS", " h", "0h", "5h"),
            r"(?<![0-9:.,$₹])(?P<h>[0-2][0-9])[.:]?(?P<min>[0-5][0-9]) ?(?:[Hh]rs?\b|hours?\b(?! "
            r"of)|[Hh]\b)",
            clock_time,
        ),
        Row(("o'clock",), r"(?<![0-9:.,$₹])(?P<h>[0-9]{1,2})(?P<oclock> ?o'clock)", clock_time),
        Row((" past ", "uarter to ", "inutes to "), PAST, past, digits=False),
        Row(("noon", "midnight"), r"\b(?:12 )?(?:noon|midnight)\b", noon, digits=False),
        Row(
            ("Reiwa", "Heisei", "Showa"),
            r"\b(?:Reiwa|Heisei|Showa) (?P<short_era>[0-9]{1,2})\b",
            romanised,
        ),
        Row(
            ("half a", "Half a", "uarter of a"),
            r"\b(?:[Hh]alf an? |(?:[Aa] |[Oo]ne )?quarter of an? )(?=[a-zA-Z])",
            half_of_one,
            digits=False,
        ),
        Row(
            ("third", "quarter", "fifth", "fourth", "tenth"),
            r"\b(?P<times>[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]even|[Nn]ine)[ -]"
            r"(?P<part>thirds?|quarters?|fifths?|fourths?|tenths?)\b(?! of a (?:m|b|h|l|c|t))",
            fraction,
            digits=False,
        ),
        Row(("/",), OVER, fraction),
        Row(
            ("half", "Half"),
            r"\b[Hh]alf\b(?!-| (?:a |an |the )?(?:million|lakh|crore|billion|hundred|thousand"
            r"|dozen|trillion|past))"
            r"(?<!and a half)(?<!and one half)",
            half,
            digits=False,
        ),
    ),
    asides=_ASIDES,
    ordinals=_ORDINALS,
    dozens={"dozen": 12, "score": 20},
    numerators=_NUMERATORS,
    parts=_PARTS,
    one="one",
    halves=True,
    naming=r"\b(?:[Aa]rticles?|[Ss]ections?|[Rr]ules?|[Cc]lauses?|[Cc]hapters?|[Pp]ages?|[Ss]tages?"
    r"|[Pp]hases?|[Gg]ates?|[Rr]ooms?|[Hh]alls?|[Ff]loors?|Industry|Scope|Unit|Annex|Form|Line|Version)"
    r" (?:[0-9.]+ ?(?:,|and|to|or|-) ?)?",
    placing=r"(?:st|nd|rd|th)\b|[A-Z]|-(?:year|day|hour|minute|month|week)",
)
