"""Numbers in running Hindi."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lohum_brief.language.mention import Mention
from lohum_brief.language.rooms.mentions import Mentions, Row
from lohum_brief.language.source import spelling
from lohum_brief.language.typed.readers import (
    FISCAL,
    FY,
    ISO,
    OVER,
    SLASHED,
    SPAN,
    TIMES,
    clock,
    clock_in_part,
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
        "पहला": 1, "पहली": 1, "पहले": 1, "प्रथम": 1, "दूसरा": 2, "दूसरी": 2, "दूसरे": 2, "द्वितीय": 2,
        "दोनों": 2, "दोगुना": 2, "दोगुनी": 2, "दोगुने": 2, "दुगुना": 2, "दुगुनी": 2, "दुगुने": 2,
        "तीनों": 3, "तिगुना": 3, "तिगुनी": 3, "तिगुने": 3, "चारों": 4, "चौगुना": 4, "चौगुनी": 4,
        "चौगुने": 4, "पाँचों": 5, "छहों": 6, "सातों": 7, "आठों": 8, "दसों": 10,
    }  # fmt: skip
_ORDINALS: Final = {
        "तीसरा": 3, "तीसरी": 3, "तीसरे": 3, "तृतीय": 3, "चौथा": 4, "चौथी": 4, "चौथे": 4, "चतुर्थ": 4,
        "छठा": 6, "छठी": 6, "छठे": 6, "छठवाँ": 6, "छठवीं": 6, "छठवें": 6,
    }  # fmt: skip

_MIDDAY: Final = spelling("दोपहर")
_NIGHT: Final = frozenset(map(spelling, ("रात", "रात्रि")))
_AM: Final = frozenset(map(spelling, ("सुबह", "प्रातः", "पूर्वाह्न", "सवेरे", "तड़के")))
_PARTS_OF_DAY: Final = "सुबह|प्रातः|पूर्वाह्न|सवेरे|तड़के|अपराह्न|शाम|सायं|रात्रि|रात|दोपहर"
_PART_BEFORE: Final = re.compile(rf"({_PARTS_OF_DAY}) (?:के |में |को |ठीक )?$")
_AT: Final = re.compile(" ?बज(?:े|कर)")


def _clock_time(match: re.Match[str]) -> Iterator[Mention]:
    return clock_in_part(match, _in_part)


def _in_part(hour: int, written: str) -> tuple[int, bool]:
    """Return the hour by a part of the day, and whether it may still be on either side of noon, as
    at night.
    """
    part = spelling(written)
    if part in _AM:
        return hour % 12, False
    if part == _MIDDAY:
        return (hour if hour >= 10 else hour + 12), False
    if part in _NIGHT:
        return hour, hour <= 12
    return (hour + 12 if hour < 12 else hour), False


def _spoken_clock(text: str, start: int, stop: int, value: Decimal) -> Mention | None:
    """साढ़े दस बजे, दोपहर ढाई बजे: a number in words behind which the clock strikes."""
    behind = _AT.match(text, stop)
    quarters = value * 4
    if behind is None or value > 24 or quarters % 1:
        return None
    hour, minute = int(quarters) // 4, int(quarters) % 4 * 15
    part = _PART_BEFORE.search(text, max(0, start - 14), start)
    either = hour <= 12
    if part:
        hour, either = _in_part(hour, part[1])
    return clock(part.start() if part else start, behind.end(), hour, minute, either=either)


_MEASURES: Final = (
    ("g", "1", "ग्रा"),
    ("g", "1E3", "कि.ग्रा. किग्रा."),
    ("g", "1E5", "क्विंटल कुंतल"),
    ("g", "1E6", "टनों मीटरिकटन मेट्रिकटन"),
    ("g", "1E11", "लाखमीट्रिकटन"),
    ("g", "1E12", "मिलियनटन"),
    ("kW", "0.001", "वाट वॉट"),
    ("kW", "1", "किलोवॉट"),
    ("kW", "1E3", "मेगावॉट"),
    ("kW", "1E6", "गीगावॉट"),
    ("kWh", "0.001", "वाटघंटा वाटघंटे"),
    ("kWh", "1E3", "मेगावाटघंटे मेगावाटघंटा"),
    ("kWh", "1E6", "गीगावाटघंटे गीगावाटघंटा"),
    ("m", "0.001", "मिमी"),
    ("m", "0.01", "सेमी"),
    ("m", "1", "मी मी. मीटरों"),
    ("m", "1E3", "कि.मी. किलोमीटरों"),
    ("m2", "1", "वर्गमीटर"),
    ("m2", "1E4", "हेक्टेयरों"),
    ("m2", "1E6", "वर्गकिलोमीटर"),
    ("L", "1", "लिटर"),
    ("L", "1E3", "किलोलीटर घनमीटर"),
    ("minutes", "0.0166666666666666666667", "सेकंड सेकेंड"),
    ("minutes", "1", "मिनटों"),
    ("minutes", "60", "घंटों घण्टों"),
    ("minutes", "1440", "दिन दिनों दिवसीय दिवस"),
    ("minutes", "10080", "सप्ताह सप्ताहों हफ़्ते हफ़्तों हफ़्ता"),
    ("minutes", "20160", "पखवाड़ा पखवाड़े"),
    ("months", "1", "महीना महीने महीनों मास माह"),
    ("months", "12", "सालों वर्षों वर्षीय साला साल वर्ष"),
    ("months", "120", "दशक दशकों"),
    ("%", "1", "फीसद परसेंट"),
    ("basis points", "1", "आधारअंक आधारअंकों"),
    ("percentage points", "1", "प्रतिशतअंकों"),
    ("INR", "1", "रुपयों रुपया रुपए रूपये रूपए"),
    ("USD", "1", "डॉलरों अमरीकीडॉलर डालर"),
    ("USD", "0.01", "सेंट अमेरिकीसेंट"),
    ("JPY", "1", "जापानीयेन येन"),
    ("EUR", "1", "यूरो"),
    ("GBP", "1", "पाउंडस्टर्लिंग पाउंड ब्रिटिशपाउंड"),
    ("AUD", "1", "ऑस्ट्रेलियाईडॉलर"),
)
_ROUGH_MEASURES: Final = (
    ("m", "1609.344", "मील"),
    ("m", "0.3048", "फुट फ़ीट"),
    ("m2", "0.09290304", "वर्गफुट वर्गफ़ीट"),
    ("m2", "4046.8564224", "एकड़ों"),
)

MENTIONS: Final = Mentions(
    indian=("करोड़", "लाख"),
    half_before="आध[ाीे] $",
    between="(?:से|या|और|व|एवं|तथा|में से|से लेकर|बनाम)(?= )",
    by_year=" में (?:और|तथा|एवं|व|से) Y में | (?:और|तथा|एवं|व) Y में ",
    joints=(" और ",),
    vague=("कई", "कुछ", "चंद", "अनेक"),
    measures=_MEASURES,
    rough_measures=_ROUGH_MEASURES,
    rows=(
        Row(("-", "/", "."), ISO, day),
        Row(("-", "/", "."), SLASHED, either),
        Row(("-", "/"), SPAN, years),
        Row(FISCAL, FY, fiscal),
        Row(
            ("बज",),
            rf"(?:(?P<part>{_PARTS_OF_DAY}) (?:के |में |को |ठीक "
            rf")?)?(?<![0-9:.,])(?P<h>[0-2]?[0-9])(?:[:.](?P<min>[0-5][0-9]))?"
            r" ?(?P<oclock>बजकर|बजे)(?: (?P<kmin>[0-9]{1,2}) मिनट)?",
            _clock_time,
        ),
        Row(
            (":",),
            rf"(?:(?P<part>{_PARTS_OF_DAY}) )?{TIMES}(?: (?P<part2>{_PARTS_OF_DAY}))?",
            _clock_time,
        ),
        Row(
            ("रात", "मध्याह्न"),
            r"(?<![\u0900-\u0963])(?:आधी रात|मध्यरात्रि|अर्धरात्रि|अर्द्धरात्रि"
            r"|मध्याह्न)(?![\u0900-\u0963])",
            noon,
            digits=False,
        ),
        Row(
            ("तिहाई", "चौथाई"),
            r"(?<![\u0900-\u0963])(?P<times>एक|दो|तीन|[1-9])[ -](?P<part>तिहाई|चौथाई)",
            fraction,
            digits=False,
        ),
        Row(("/",), OVER, fraction),
        Row(("आध",), r"(?<![\u0900-\u0963])आध[ाीे] (?=[\u0900-\u0963])", half_of_one, digits=False),
        Row(
            ("आध",),
            r"(?<![\u0900-\u0963])आध[ाीे](?![\u0900-\u0963])(?! (?:दर्जन|करोड़|लाख|अरब|मिलियन))",
            half,
            digits=False,
        ),
    ),
    word=r"[0-9]+(?:[.,][0-9]+)*|[\u0900-\u0963\u0970-\u097f]+|[A-Za-z]+",
    asides=_ASIDES,
    ordinals=_ORDINALS,
    endings=("वाँ", "वां", "वीं", "वें"),
    dozens={"दर्जन": 12},
    numerators={"एक": 1, "दो": 2, "तीन": 3},
    parts={"तिहाई": 3, "चौथाई": 4},
    months={"जन": 1, "फर": 2, "अग": 8, "सितं": 9, "अक्टू": 10, "नवं": 11, "दिसं": 12},
    one="एक",
    clock=_spoken_clock,
    naming=r"(?:अनुच्छेद|धारा|नियम|उपनियम|संख्या|सं\.|क्रमांक|कक्ष|द्वार|गेट|खंड|अध्याय|पृष्ठ|चरण|भाग|परिशिष्ट|तल"
    r"|इंडस्ट्री|उद्योग|स्कोप|वर्ष|सन्?|वित्त वर्ष) ",
    placing=r" ?(?:वाँ|वां|वीं|वें|वे|वा|वी)(?![\u0900-\u097f])|[A-Za-z]",
)
