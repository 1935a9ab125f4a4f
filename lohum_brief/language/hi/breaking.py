"""Where lines of Hindi break, and what they do not part."""

import re
from collections.abc import Iterator
from typing import Final

from lohum_brief.language.hi.dates import DATES
from lohum_brief.language.rooms.breaking import Breaking, Held

_MONTHS: Final = frozenset((*DATES.months, "फरवरी", "सितम्बर", "अक्तूबर", "नवम्बर", "दिसम्बर"))
_SCALES: Final = "सौ हज़ार हजार लाख करोड़ करोड अरब खरब मिलियन बिलियन ट्रिलियन"
_BEFORE: Final = (
    "वर्ष सन् धारा उपधारा नियम अनुच्छेद पृष्ठ क्रमांक संख्या सं. क्र. रु. FY लगभग करीब क़रीब अधिकतम न्यूनतम "
    "सुबह प्रातः दोपहर शाम सायं रात पूर्वाह्न अपराह्न"
)
_RESPECT: Final = " जी"
_COMPARED: Final = frozenset(("अधिक", "कम", "ज़्यादा", "ज्यादा", "ऊपर", "नीचे"))
_COMPARING: Final = frozenset(word[0] for word in _COMPARED)
_NEAR: Final = 24
"""Characters before it in which a number is what is compared with."""
_REACHED: Final = re.compile(
    r"\d[^\s।;]*(?:[ \u00a0][\u0900-\u0963./-]+){0,2} (तक)(?![\u0900-\u0963])"
)
"""The limit behind a number: 90% तक, 49 गीगावाट-घंटे तक, 2030 तक."""
_INITIAL: Final = 4
"""Letters and signs of an initial: जे."""


def _of_name(text: str, place: int) -> Iterator[int]:
    """Two words: there are no capitals that would tell where a name ends."""
    space = text.find(" ", place)
    if space > 0 and text[space - 1] not in ",;:।)" and "\n" not in text[place:space]:
        yield space + 1


def _more(text: str) -> Iterator[int]:
    yield from _of_respect(text)
    if " से " in text:
        yield from _of_comparisons(text)
    if " तक" in text:
        for reached in _REACHED.finditer(text):
            yield reached.start(1)
    if ". " in text:
        yield from _of_initials(text)


def _of_respect(text: str) -> Iterator[int]:
    place = text.find(_RESPECT)
    while place >= 0:
        end = place + len(_RESPECT)
        if not _is_devanagari(text[end : end + 1]):
            yield place + 1
        place = text.find(_RESPECT, end)


def _of_comparisons(text: str) -> Iterator[int]:
    """Yield what compares behind a number, with what is counted behind it: 50 से अधिक, 340 करोड़
    यूरो से अधिक, 74 से अधिक वाहन.
    """
    place = text.find(" से ", 1)
    while place > 0:
        start = end = place + 4
        if text[place - 1] != "\n" and text[start : start + 1] in _COMPARING:
            end = _word_end(text, start)
        compared = text[start:end]
        if compared in _COMPARED:
            yield start
            if text.endswith(compared, 0, place):  # कम से कम 500
                yield place + 1
                if text.startswith(" ", end):
                    yield end + 1
            near = text[max(place - _NEAR, 0) : place].rpartition("\n")[2]
            if any(char.isdecimal() for char in near):
                yield place + 1
                if text[place - 1].isdecimal() and text.startswith(" ", end):
                    yield end + 1
        place = text.find(" से ", place + 1)


def _of_initials(text: str) -> Iterator[int]:
    """Yield an initial holds to the name behind it: ए. पी. जे. कलाम. No sentence ends with a full
    stop.
    """
    place = text.find(". ", 1)
    while place > 0:
        word = text[max(text.rfind(space, 0, place) for space in " \u00a0\n") + 1 : place]
        if 0 < len(word) <= _INITIAL and all(map(_is_devanagari, word)):
            yield place + 2
        place = text.find(". ", place + 1)


def _word_end(text: str, place: int) -> int:
    while place < len(text) and _is_devanagari(text[place]):
        place += 1
    return place


def _is_devanagari(character: str) -> bool:
    """Letters and their signs, neither digits nor full stops."""
    return "\u0900" <= character <= "\u0963" or "\u0970" <= character <= "\u097f"


BREAKING: Final = Breaking(
    locale="hi",
    held=Held(
        letters=re.compile("[\u0900-\u0963\u0970-\u097fA-Za-z]+"),
        months=_MONTHS,
        scales=frozenset(_SCALES.split()),
        double={
            "अमेरिकी": ("डॉलर",),
            "डिग्री": ("सेल्सियस",),
            "वर्ग": ("मीटर", "किमी", "फ़ुट"),
            "घन": ("मीटर",),
            "प्रतिशत": ("अंक",),
            "मीट्रिक": ("टन",),
        },
        joints=frozenset(("से", "±", "×", "–")),
        loose=frozenset(("और", "या", "तथा", "एवं", "व", "कि", "जो", "यह", "वह")),
        before=_MONTHS | frozenset(_BEFORE.split()),
        pairs={"वर्ष": "वित्त"},
        clocked=frozenset(("बजे",)),
        zoned=frozenset(("समय",)),
        titles=("श्री ", "श्रीमती ", "डॉ. ", "प्रो. ", "महामहिम ", "माननीय "),
        of_name=_of_name,
        more=_more,
    ),
)
