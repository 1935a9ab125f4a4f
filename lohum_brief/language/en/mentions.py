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

MENTIONS: Final = Mentions(
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
