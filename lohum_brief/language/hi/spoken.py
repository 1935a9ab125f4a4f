"""What is said in Hindi. The number words go up to the crore, as in print.

From 0 to 99 there is a word for each number. 84 of them are spelt as in CLDR 48.2. The other
sixteen follow the Central Hindi Directorate, whose spelling a pack has throughout, where its list
of 1980 or its rules decide: 44 चवालीस, 15 पंद्रह with the anusvara. 53, 58, 63, 87, 88 and 91 to 99
are the single consonants and the -नवे of common print, where CLDR doubles and has -नबे (अट्ठावन,
इक्यानबे); no official list of them was at hand. CLDR's forms are read all the same;
tests/language/golden.tsv has both.
"""

from typing import Final

from lohum_brief.language.rooms.numbers import Scale
from lohum_brief.language.rooms.spoken import Spoken
from lohum_brief.language.spelling_out import Ways, spelt_out

_HINDI: Final = """
शून्य एक दो तीन चार पाँच छह सात आठ नौ
दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस
बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस
तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस
चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास
पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अठावन उनसठ
साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर
सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी
अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सतासी अठासी नवासी
नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सतानवे अठानवे निन्यानवे
"""
FIGURES: Final = tuple(_HINDI.split())

_SIZES: Final = ((10**7, "करोड़"), (10**5, "लाख"), (10**3, "हज़ार"))
_WAYS: Final = Ways(FIGURES, hundred="सौ")

_UNITS: Final = {
    "%": "{} प्रतिशत",
    "ppm": "{} पीपीएम",
    "g": "{} ग्राम",
    "kg": "{} किलोग्राम",
    "quintals": "{} क्विंटल",
    "t": "{} टन",
    "lb": "{} पाउंड",
    "V": "{} वोल्ट",
    "Ah": "{} एम्पियर-घंटा|{} एम्पियर-घंटे",
    "kW": "{} किलोवाट",
    "MW": "{} मेगावाट",
    "GW": "{} गीगावाट",
    "kWp": "{} किलोवाट पीक",
    "MWp": "{} मेगावाट पीक",
    "kVA": "{} किलोवोल्ट-एम्पियर",
    "MVA": "{} मेगावोल्ट-एम्पियर",
    "hp": "{} अश्वशक्ति",
    "Wh": "{} वाट-घंटा|{} वाट-घंटे",
    "kWh": "{} किलोवाट-घंटा|{} किलोवाट-घंटे",
    "MWh": "{} मेगावाट-घंटा|{} मेगावाट-घंटे",
    "GWh": "{} गीगावाट-घंटा|{} गीगावाट-घंटे",
    "TWh": "{} टेरावाट-घंटा|{} टेरावाट-घंटे",
    "m": "{} मीटर",
    "mm": "{} मिलीमीटर",
    "cm": "{} सेंटीमीटर",
    "ft": "{} फुट",
    "km": "{} किलोमीटर",
    "m2": "{} वर्ग मीटर",
    "ft2": "{} वर्ग फुट",
    "km2": "{} वर्ग किलोमीटर",
    "ha": "{} हेक्टेयर",
    "m3": "{} घन मीटर",
    "L": "{} लीटर",
    "kL": "{} किलोलीटर",
    "°C": "{} डिग्री सेल्सियस",
    "INR": "{} रुपया|{} रुपये",
    "JPY": "{} येन",
    "USD": "{} अमेरिकी डॉलर",
    "EUR": "{} यूरो",
    "US cents": "{} अमेरिकी सेंट",
}
_EACH: Final = {
    "year": "प्रति वर्ष {}",
    "month": "प्रति माह {}",
    "week": "प्रति सप्ताह {}",
    "day": "प्रति दिन {}",
    "hour": "प्रति घंटा {}",
    "kg": "प्रति किलोग्राम {}",
    "t": "प्रति टन {}",
    "lb": "प्रति पाउंड {}",
    "kWh": "प्रति किलोवाट-घंटा {}",
    "mtu": "प्रति मीट्रिक टन इकाई {}",
}
_KINDS: Final = {
    "t CO2e": "{} कार्बन डाइऑक्साइड समतुल्य",
    "°C": "{}",
}


def _whole(value: int, _scale: Scale) -> str:
    return spelt_out(value, _SIZES, _WAYS)


def _year(value: int) -> str:
    """Before 2000 the hundreds of a year are counted."""
    century, rest = divmod(value, 100)
    if not 11 <= century < 20:
        return ""
    return f"{FIGURES[century]} सौ" + (f" {FIGURES[rest]}" if rest else "")


SPOKEN: Final = Spoken(
    figures=FIGURES,
    point="दशमलव",
    negative="माइनस",  # CLDR says ऋण, which a listener takes for a loan: ऋण पाँच करोड़ रुपये
    whole=_whole,
    year=_year,
    units=_UNITS,
    each=_EACH,
    kinds=_KINDS,
    below_zero="शून्य से {} नीचे",
)
