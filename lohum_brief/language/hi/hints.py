"""What a careful reader of Hindi would mark.

There is no list of words: the free ones may not be shipped with this program (GPL) and lack every
twelfth word of the sample, inflected forms above all.
"""

import re
from typing import Final
from unicodedata import normalize

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.rooms.hints import Hints, Rule, any_of

_HINDI, _HINDI_RIGHT = any_of("""
अंग्रेजी अंग्रेज़ी
कागज कागज़
चीज चीज़
चीजें चीज़ें
जमीन ज़मीन
जरूरत ज़रूरत
जरूरी ज़रूरी
जिम्मेदार ज़िम्मेदार
जिम्मेदारी ज़िम्मेदारी
तरफ तरफ़
दफ्तर दफ़्तर
नजर नज़र
फरवरी फ़रवरी
फाइल फ़ाइल
फैसला फ़ैसला
फोन फ़ोन
बाजार बाज़ार
मंजूरी मंज़ूरी
मेजबान मेज़बान
रोज रोज़
रोजगार रोज़गार
साफ साफ़
सिर्फ सिर्फ़
हजार हज़ार
बडा बड़ा
बडी बड़ी
बडे बड़े
बढना बढ़ना
पढना पढ़ना
सडक सड़क
उध्योग उद्योग
कार्यकर्म कार्यक्रम
प्रोद्योगिकी प्रौद्योगिकी
प्रौधोगिकी प्रौद्योगिकी
श्रृंखला शृंखला
स्त्रोत स्रोत
उपरोक्त उपर्युक्त
अन्तर्राष्ट्रीय अंतरराष्ट्रीय
अंतर्राष्ट्रीय अंतरराष्ट्रीय
अन्तरराष्ट्रीय अंतरराष्ट्रीय
""")
_NO_LETTER: Final = r"(?![\u0900-\u0963\u0970-\u097f])"
_NO_LETTER_BEFORE: Final = r"(?<![\u0900-\u0963\u0970-\u097f])"
_NASALS: Final = re.compile(
    "(?<=[\u0905-\u0939\u0958-\u095f\u093c\u093e-\u094c])(?:ङ\u094d(?=[क-घ])|ञ\u094d(?=[च-झ])"
    "|ण\u094d(?=[ट-ढ])|न\u094d(?=[त-ध])|म\u094d(?=[प-भ]))"
)
"""A nasal before a stop of its own class."""


def _anusvara(match: re.Match[str]) -> str:
    return _NASALS.sub("\u0902", match[0])


_SHORTENED: Final = frozenset(
    [
        "रु",
        "लि",
        "प्रा",
        "दि",
        "सं",
        "क्र",
        "मे",
        "पृ",
        "अनु",
        "कि",
        "मी",
        "से",
        "घं",
        "मि",
        "पं",
        "स्व",
        "कृ",
        "डॉ",
        "प्रो",
        "श्री",
        "किमी",
        "सेमी",
        "मिमी",
        "किग्रा",
        "ग्रा",
        "इंजी",
        "एड",
        "पू",
        "ई",
        "ता",
        "नं",
        "मो",
        "फ़ो",
        "फो",
        "टे",
        "कं",
        "जि",
        "पुनः",
        "उप",
        "अति",
        "वि",
        "सा",
        "रा",
        "वर्ग",
        "सेक्ट",
        "अध्य",
        "धा",
        "अनुच्छे",
        "संयु",
        "प्रति",
        "क्रमां",
        "अप्रै",
        "अग",
        "सितं",
        "अक्टू",
        "नवं",
        "दिसं",
        "जन",
        "फ़र",
    ]
)
"""Words before the point of an abbreviation; कि.मी. has a point within and is none of a sentence
anyway.
"""
_VERBS: Final = frozenset(
    [
        "है",
        "हैं",
        "था",
        "थी",
        "थे",
        "हो",
        "गा",
        "गे",
        "गी",
        "गया",
        "गई",
        "गए",
        "रहा",
        "रही",
        "रहे",
        "दिया",
        "दी",
        "दिए",
        "लिया",
        "ली",
        "लिए",
        "किया",
        "की",
        "हुआ",
        "हुई",
        "हुए",
        "नहीं",
        "दें",
        "लें",
        "जाए",
        "करें",
        "करे",
    ]
)
"""What Hindi sentences end with, however short."""


def _danda(match: re.Match[str]) -> str:
    """With a danda at the end of a paragraph or behind a word that is no abbreviation; else as it
    is.
    """
    word, text = match[1], match.string
    ends = not text[match.end() :].partition("\n")[0].strip()
    if word in _SHORTENED or not (word in _VERBS or len(word) >= (2 if ends else 4)):
        return match[0]
    return f"{word}।"


_STOP: Final = Rule(
    r"(?<![^\s(“])([\u0900-\u0963]+) ?\.(?=\s|$)",
    _danda,
    phrase("A Hindi sentence ends with a danda."),
)

HINTS: Final = Hints(
    stop=_STOP,
    rules=(
        Rule(
            rf"{_NO_LETTER_BEFORE}(?:{_HINDI}){_NO_LETTER}",
            lambda match: _HINDI_RIGHT[match[0]],
            phrase("This word is usually spelt otherwise."),
        ),
        Rule(
            r"[\u0900-\u0963]+",
            _anusvara,
            phrase("The house writes the anusvara here: हिंदी, not हिन्दी."),
        ),
        Rule(
            "[\u0915\u0916\u0917]\u093c|[\u0958\u0959\u095a]",
            lambda match: normalize("NFD", match[0])[0],
            phrase("The house sets the nukta under ड, ढ, ज and फ only."),
        ),
        _STOP,
        Rule(
            r"(?<=[\u0900-\u0963]) ?[|｜](?=\s|$)",
            "।",
            phrase("A Hindi sentence ends with a danda."),
        ),
        Rule(r"(?<=\S) +(?=।)", "", phrase("There is no space before a danda.")),
        Rule(
            r"[०-९]+",
            lambda match: match[0].translate({0x966 + digit: str(digit) for digit in range(10)}),
            phrase("Hindi is written with the digits 0–9; a pack can print others."),
        ),
    ),
)
