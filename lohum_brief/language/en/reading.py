"""What people write in English, and signs that all write."""

from typing import Final

from lohum_brief.language.en.spoken import BELOW_TWENTY, TENS
from lohum_brief.language.rooms.reading import Reading

_NUMBERS: Final = {word: number for number, word in enumerate(BELOW_TWENTY)} | {
    word: 10 * ten for ten, word in enumerate(TENS) if word
}
_SCALES: Final = (
    (10**12, "trillion trillions tn trn"),
    (10**9, "billion billions bn"),
    (10**7, "crore crores cr crs"),
    (10**6, "million millions mn mln"),
    (10**5, "lakh lakhs lac lacs"),
    (1000, "thousand"),
    (100, "hundred"),
)
_MONTHS: Final = {
    "Jan": 1,
    "Feb": 2,
    "Mar": 3,
    "Apr": 4,
    "Jun": 6,
    "Jul": 7,
    "Aug": 8,
    "Sep": 9,
    "Sept": 9,
    "Oct": 10,
    "Nov": 11,
    "Dec": 12,
}
_UNITS: Final = {
    "%": "percent pct ％",
    "percentage points": "pp",
    "times": "x",
    "g": "gm",
    "kg": "kgs",
    "t": "metric~ton metric~tons metric~tonne metric~tonnes",
    "t/year": "tpa",
    "t/day": "tpd",
    "kt/year": "ktpa",
    "thousand t": "thousand~tonnes",
    "million t": "million~tonnes",
    "kt": "thousand~tonnes",
    "Mt": "million~tonnes MMT",
    "Mt/year": "MMTPA",
    "lb": "lbs",
    "t CO2e": "tonne~CO2e tonnes~CO2e",
    "m2": "sq~m sq.~m sqm ㎡",
    "km2": "sq~km sq.~km",
    "°C": "℃ deg~C",
    "years": "yrs",
    "hours": "hrs",
    "people": "persons",
    "companies": "firms",
    "USD": "dollars",
    "year": "yr annum p.a.",
}

READING: Final = Reading(
    numbers=_NUMBERS,
    scales=_SCALES,
    compounds=True,
    minus=("negative",),
    months=_MONTHS,
    weekdays=("mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun"),
    fiscal=r"FY|F\.Y\.|financial year|fiscal(?: year)?",
    fiscal_seen=("FY", "F.Y.", "iscal", "inancial year"),
    as_of="^as (?:of|on|at) ",
    joint="and",
    centuries=True,
    no_tens="oh",
    per=r"\bper (?!cent|million)",
    to=" to ",
    units=_UNITS,
    large=("thousand", "million"),
    symbols={
        "INR": "Rs. Rs INR",
        "USD": "USD $",
        "JPY": "JPY",
        "EUR": "EUR",
    },
    said={
        "about": (
            "approximately |approx. |approx |around |circa |c. |ca. |~",
            "approximately|approx.|approx|(approx.)|(approx)",
        ),
        "at least": (
            (
                "not less than |no less than |not fewer than |no fewer than |not below |minimum of "
                "|minimum |min. |≥|>=|≧"
            ),
            "or more|and more|or above|and above",
        ),
        "at most": (
            "not more than |no more than |not over |≤|<=|≦",
            "or less|or fewer|or below|and below",
        ),
        "more than": ("over |above |>", "+"),
        "up to": ("maximum of |maximum |max. |max |upto ", ""),
    },
    below=("less than |fewer than |under |below |<", ""),
)
