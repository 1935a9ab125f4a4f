"""What is said in English: British, with its "and"."""

from typing import Final

from lohum_brief.language.rooms.numbers import Scale, Sizes
from lohum_brief.language.rooms.spoken import Spoken
from lohum_brief.language.spelling_out import Ways, spelt_out

_BELOW_TWENTY: Final = """
zero one two three four five six seven eight nine
ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
BELOW_TWENTY: Final = tuple(_BELOW_TWENTY.split())
TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FIGURES: Final = (
    *BELOW_TWENTY,
    *(
        f"{ten}-{one}" if at else ten
        for ten in TENS[2:]
        for at, one in enumerate(BELOW_TWENTY[:10])
    ),
)

_SIZES: Final[dict[Scale, Sizes]] = {
    "crore": ((10**7, "crore"), (10**5, "lakh"), (10**3, "thousand")),
    "million": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")),
}
_WAYS: Final = Ways(_FIGURES, hundred="hundred", joint="and ")

_UNITS: Final = {
    "%": "{} per cent",
    "ppm": "{} part per million|{} parts per million",
    "g": "{} gram|{} grams",
    "kg": "{} kilogram|{} kilograms",
    "quintals": "{} quintal|{} quintals",
    "t": "{} tonne|{} tonnes",
    "lb": "{} pound|{} pounds",
    "V": "{} volt|{} volts",
    "Ah": "{} ampere-hour|{} ampere-hours",
    "kW": "{} kilowatt|{} kilowatts",
    "MW": "{} megawatt|{} megawatts",
    "GW": "{} gigawatt|{} gigawatts",
    "kWp": "{} kilowatt-peak",
    "MWp": "{} megawatt-peak",
    "kVA": "{} kilovolt-ampere|{} kilovolt-amperes",
    "MVA": "{} megavolt-ampere|{} megavolt-amperes",
    "hp": "{} horsepower",
    "Wh": "{} watt-hour|{} watt-hours",
    "kWh": "{} kilowatt-hour|{} kilowatt-hours",
    "MWh": "{} megawatt-hour|{} megawatt-hours",
    "GWh": "{} gigawatt-hour|{} gigawatt-hours",
    "TWh": "{} terawatt-hour|{} terawatt-hours",
    "m": "{} metre|{} metres",
    "mm": "{} millimetre|{} millimetres",
    "cm": "{} centimetre|{} centimetres",
    "ft": "{} foot|{} feet",
    "km": "{} kilometre|{} kilometres",
    "m2": "{} square metre|{} square metres",
    "ft2": "{} square foot|{} square feet",
    "km2": "{} square kilometre|{} square kilometres",
    "ha": "{} hectare|{} hectares",
    "m3": "{} cubic metre|{} cubic metres",
    "L": "{} litre|{} litres",
    "kL": "{} kilolitre|{} kilolitres",
    "°C": "{} degree Celsius|{} degrees Celsius",
    "INR": "{} rupee|{} rupees",
    "JPY": "{} yen",
    "USD": "{} US dollar|{} US dollars",
    "EUR": "{} euro|{} euros",
    "US cents": "{} US cent|{} US cents",
}
_EACH: Final = {
    "year": "{} per year",
    "month": "{} per month",
    "week": "{} per week",
    "day": "{} per day",
    "hour": "{} per hour",
    "kg": "{} per kilogram",
    "t": "{} per tonne",
    "lb": "{} per pound",
    "kWh": "{} per kilowatt-hour",
    "mtu": "{} per metric tonne unit",
}
_KINDS: Final = {
    "t CO2e": "{} of carbon dioxide equivalent",
    "°C": "{}",
}


def _whole(value: int, scale: Scale) -> str:
    return spelt_out(value, _SIZES[scale], _WAYS)


def _year(value: int) -> str:
    """Before 2000 the hundreds of a year are counted."""
    century, rest = divmod(value, 100)
    if not 11 <= century < 20:
        return ""
    ones = _FIGURES[rest] if rest > 9 else f"oh {_FIGURES[rest]}" if rest else "hundred"
    return f"{_FIGURES[century]} {ones}"


SPOKEN: Final = Spoken(
    figures=_FIGURES,
    point="point",
    negative="minus",
    whole=_whole,
    year=_year,
    units=_UNITS,
    each=_EACH,
    kinds=_KINDS,
)
