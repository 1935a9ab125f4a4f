"""Units in Hindi: the SI's are those of CLDR, those of trade are spelt out.

Behind a number the oblique of most is spelt as their plural: 1 घंटे से अधिक.
"""

from decimal import Decimal
from typing import Final

from lohum_brief.language.rooms.units import Units

_FORMS: Final = {
    "": "{}",
    "%": "{}%",
    "percentage points": "{}~प्रतिशत अंक",
    "ppm": "{}~पीपीएम",
    "times": "{}~गुना|{}~गुना|{}~गुने",
    "g": "{}~ग्राम",
    "kg": "{}~किग्रा",
    "t": "{}~टन",
    "thousand t": "{}~हज़ार~टन",
    "million t": "{}~मिलियन~टन",
    "kt": "{}~हज़ार~टन",
    "Mt": "{}~मिलियन~टन",
    "lb": "{}~पाउंड",
    "kg/year": "{}~किग्रा/वर्ष",
    "t/day": "{}~टन/दिन",
    "t/year": "{}~टन/वर्ष",
    "kt/year": "{}~हज़ार~टन/वर्ष",
    "Mt/year": "{}~मिलियन~टन/वर्ष",
    "t CO2e": "{}~टन~CO₂~समतुल्य",
    "t CO2e/year": "{}~टन~CO₂~समतुल्य/वर्ष",
    "V": "{}~वोल्ट",
    "kW": "{}~किलोवाट",
    "MW": "{}~मेगावाट",
    "GW": "{}~गीगावाट",
    "kWh": "{}~किलोवाट-घंटा|{}~किलोवाट-घंटे",
    "MWh": "{}~मेगावाट-घंटा|{}~मेगावाट-घंटे",
    "GWh": "{}~गीगावाट-घंटा|{}~गीगावाट-घंटे",
    "TWh": "{}~टेरावाट-घंटा|{}~टेरावाट-घंटे",
    "MW/year": "{}~मेगावाट/वर्ष",
    "GW/year": "{}~गीगावाट/वर्ष",
    "MWh/year": "{}~मेगावाट-घंटा/वर्ष|{}~मेगावाट-घंटे/वर्ष",
    "GWh/year": "{}~गीगावाट-घंटा/वर्ष|{}~गीगावाट-घंटे/वर्ष",
    "Wh/kg": "{}~वाट-घंटा/किग्रा|{}~वाट-घंटे/किग्रा",
    "kWh/kg": "{}~किलोवाट-घंटा/किग्रा|{}~किलोवाट-घंटे/किग्रा",
    "kWh/t": "{}~किलोवाट-घंटा/टन|{}~किलोवाट-घंटे/टन",
    "m": "{}~मीटर",
    "km": "{}~किमी",
    "m2": "{}~वर्ग~मीटर",
    "km2": "{}~वर्ग~किमी",
    "ha": "{}~हेक्टेयर",
    "acres": "{}~एकड़",
    "m3": "{}~घन~मीटर",
    "L": "{}~लीटर",
    "°C": "{}°से.",
    "year": "{}",
    "years": "{}~वर्ष",
    "months": "{}~माह",
    "days": "{}~दिन",
    "hours": "{}~घंटा|{}~घंटे",
    "minutes": "{}~मिनट",
    "people": "{}~व्यक्ति",
    "members": "{}~सदस्य",
    "participants": "{}~प्रतिभागी",
    "officials": "{}~अधिकारी",
    "jobs": "{}~रोज़गार",
    "countries": "{}~देश",
    "companies": "{}~कंपनी|{}~कंपनियाँ",
    "customers": "{}~ग्राहक",
    "recyclers": "{}~पुनर्चक्रणकर्ता",
    "facilities": "{}~इकाई|{}~इकाइयाँ",
    "centres": "{}~केंद्र",
    "minerals": "{}~खनिज",
    "metals": "{}~धातु|{}~धातुएँ",
    "elements": "{}~तत्व",
    "memoranda": "{}~समझौता ज्ञापन",
    "vehicles": "{}~वाहन",
    "INR": "{}~रुपया|{}~रुपये",
    "INR/year": "{}~रुपया/वर्ष|{}~रुपये/वर्ष",
    "JPY/year": "{}~येन/वर्ष",
    "JPY": "{}~येन",
    "USD/year": "{}~अमेरिकी डॉलर/वर्ष",
    "USD": "{}~अमेरिकी डॉलर",
    "EUR": "{}~यूरो",
    "INR/kg": "{}~रुपया/किग्रा|{}~रुपये/किग्रा",
    "INR/t": "{}~रुपया/टन|{}~रुपये/टन",
    "USD/kg": "{}~अमेरिकी डॉलर/किग्रा",
    "USD/kWh": "{}~अमेरिकी डॉलर/किलोवाट-घंटा",
    "USD/lb": "{}~अमेरिकी डॉलर/पाउंड",
    "USD/mtu": "{}~अमेरिकी डॉलर/मीट्रिक टन इकाई",
    "USD/t": "{}~अमेरिकी डॉलर/टन",
    "US cents/lb": "{}~अमेरिकी सेंट/पाउंड",
}

_CONTENTS: Final = {
    "cobalt content": "कोबाल्ट अंश",
    "copper content": "ताँबा अंश",
    "lithium content": "लिथियम अंश",
    "manganese content": "मैंगनीज़ अंश",
    "nickel content": "निकल अंश",
    "REO equivalent": "आरईओ समतुल्य",
}


def _is_one(size: Decimal) -> bool:
    """Return whether a number takes the singular: all up to 1 do."""
    return size <= 1


UNITS: Final = Units(
    forms=_FORMS,
    contents=_CONTENTS,
    is_one=_is_one,
    obliques=frozenset(("more than",)),
    compares_number=True,
    range_as_end=True,
    closing=" तक",
)
