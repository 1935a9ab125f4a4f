"""Units in English, as CLDR has them."""

import re
from typing import Final

from lohum_brief.language.rooms.units import Units

_FORMS: Final = {
    "": "{}",
    "%": "{}%",
    "percentage points": "{}~percentage point|{}~percentage points",
    "ppm": "{}~ppm",
    "times": "{}~time|{}~times",
    "g": "{}~g",
    "kg": "{}~kg",
    "quintals": "{}~quintal|{}~quintals",
    "t": "{}~t",
    "thousand t": "{}~thousand~t",
    "million t": "{}~million~t",
    "kt": "{}~kt",
    "Mt": "{}~Mt",
    "lb": "{}~lb",
    "kg/year": "{}~kg/year",
    "t/day": "{}~t/day",
    "t/year": "{}~t/year",
    "kt/year": "{}~kt/year",
    "Mt/year": "{}~Mt/year",
    "t CO2e": "{}~t~CO₂e",
    "t CO2e/year": "{}~t~CO₂e/year",
    "V": "{}~V",
    "Ah": "{}~Ah",
    "kW": "{}~kW",
    "MW": "{}~MW",
    "GW": "{}~GW",
    "kWp": "{}~kWp",
    "MWp": "{}~MWp",
    "kVA": "{}~kVA",
    "MVA": "{}~MVA",
    "hp": "{}~hp",
    "kWh": "{}~kWh",
    "MWh": "{}~MWh",
    "GWh": "{}~GWh",
    "TWh": "{}~TWh",
    "MW/year": "{}~MW/year",
    "GW/year": "{}~GW/year",
    "MWh/year": "{}~MWh/year",
    "GWh/year": "{}~GWh/year",
    "Wh/kg": "{}~Wh/kg",
    "kWh/kg": "{}~kWh/kg",
    "kWh/t": "{}~kWh/t",
    "m": "{}~m",
    "mm": "{}~mm",
    "cm": "{}~cm",
    "ft": "{}~ft",
    "km": "{}~km",
    "m2": "{}~m²",
    "ft2": "{}~sq~ft",
    "km2": "{}~km²",
    "ha": "{}~ha",
    "acres": "{}~acre|{}~acres",
    "m3": "{}~m³",
    "L": "{}~L",
    "kL": "{}~kL",
    "million L": "{}~million~L",
    "°C": "{}°C",
    "year": "{}",
    "years": "{}~year|{}~years",
    "months": "{}~month|{}~months",
    "weeks": "{}~week|{}~weeks",
    "days": "{}~day|{}~days",
    "hours": "{}~hour|{}~hours",
    "minutes": "{}~minute|{}~minutes",
    "people": "{}~person|{}~people",
    "members": "{}~member|{}~members",
    "participants": "{}~participant|{}~participants",
    "officials": "{}~official|{}~officials",
    "jobs": "{}~job|{}~jobs",
    "countries": "{}~country|{}~countries",
    "companies": "{}~company|{}~companies",
    "customers": "{}~customer|{}~customers",
    "recyclers": "{}~recycler|{}~recyclers",
    "facilities": "{}~facility|{}~facilities",
    "centres": "{}~centre|{}~centres",
    "minerals": "{}~mineral|{}~minerals",
    "metals": "{}~metal|{}~metals",
    "elements": "{}~element|{}~elements",
    "memoranda": "{}~memorandum|{}~memoranda",
    "vehicles": "{}~vehicle|{}~vehicles",
    "INR": "₹{}",
    "INR/year": "₹{}/year",
    "JPY/year": "¥{}/year",
    "JPY": "¥{}",
    "USD/year": "US${}/year",
    "USD": "US${}",
    "EUR": "€{}",
    "INR/kg": "₹{}/kg",
    "INR/t": "₹{}/t",
    "USD/kg": "US${}/kg",
    "USD/kWh": "US${}/kWh",
    "USD/lb": "US${}/lb",
    "USD/mtu": "US${}/mtu",
    "USD/t": "US${}/t",
    "US cents/lb": "{}~US~cent/lb|{}~US~cents/lb",
}

_SPANS: Final = {
    "year": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
}

_CONTENTS: Final = {
    "cobalt content": "cobalt content",
    "copper content": "copper content",
    "lithium content": "lithium content",
    "manganese content": "manganese content",
    "nickel content": "nickel content",
    "REO equivalent": "REO equivalent",
}


def _singular(plural: str) -> str:
    if re.search(r"[a-z]ies$", plural):
        return f"{plural[:-3]}y"
    if re.search(r"(?:ch|sh|ss|x)es$", plural):
        return plural[:-2]
    return plural[:-1] if re.search(r"[a-z]{2}(?<!s)s$", plural) else ""


UNITS: Final = Units(
    forms=_FORMS,
    singular=_singular,
    spans=_SPANS,
    contents=_CONTENTS,
)
