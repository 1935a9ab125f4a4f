"""Hints about spelling by the house rules: what a careful reader of each language would mark, and no more.

Words of no list are `spelling`'s, in English. For Hindi there is no list: the free ones may not be shipped with this
program (GPL) and lack every twelfth word of the sample, inflected forms above all. Japanese parts no words. A rule is here only
if it is nearly always right.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple
from unicodedata import normalize

from lohum_brief.language.catalogue import phrase, say
from lohum_brief.language.codes import Lang


class Hint(NamedTuple):
    """Between two places of a text: what to write there instead, and why, in the interface language."""

    start: int
    stop: int
    right: str
    why: str


class _Rule(NamedTuple):
    pattern: str
    right: str | Callable[[re.Match[str]], str]
    why: str


def hints(text: str, lang: Lang) -> Iterator[Hint]:
    """The hints for a text; where two rules meet the first one speaks."""
    taken = 0
    found = sorted(_all(text, lang), key=lambda hint: hint.start)
    for hint in found:
        if hint.start >= taken:
            taken = hint.stop
            yield hint


def sentence_ends(text: str, lang: Lang) -> Iterator[Hint]:
    """The hints for sentences that end with a full stop in Hindi or Japanese."""
    rule = _STOPS[lang]
    pattern, right, why = _stop(lang), rule.right, rule.why
    for match in pattern.finditer(text):
        better = match.expand(right) if isinstance(right, str) else right(match)
        if better != match[0]:
            yield Hint(match.start(), match.end(), better, say(why))


@cache
def _stop(lang: Lang) -> re.Pattern[str]:
    return re.compile(_STOPS[lang].pattern)


def _all(text: str, lang: Lang) -> Iterator[Hint]:
    for pattern, right, why in _compiled(lang):
        for match in pattern.finditer(text):
            better = match.expand(right) if isinstance(right, str) else right(match)
            if better != match[0]:
                yield Hint(match.start(), match.end(), better, say(why))
    if lang == "ja":
        yield from _two_ways(text)


@cache
def _compiled(lang: Lang) -> tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str], str], ...]:
    return tuple((re.compile(rule.pattern), rule.right, rule.why) for rule in (*_RULES[lang], *_ALL))


def _composed(match: re.Match[str]) -> str:
    return normalize("NFC", match[0])


def _narrow(match: re.Match[str]) -> str:
    return normalize("NFKC", match[0])


def _word(pairs: str) -> tuple[str, dict[str, str]]:
    """A pattern of the wrong words of lines `wrong right`, and what each should be."""
    table = dict(line.split() for line in pairs.strip().splitlines())
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True)), table


_ALL: Final = (
    _Rule(r"(?<=\S) {2,}(?=\S)", " ", phrase("There are two spaces where one is enough.")),
    _Rule(
        "[か-とは-ほウカ-トハ-ホ][\u3099\u309a]",
        _composed,
        phrase("The sign is made of two characters; one is enough."),
    ),
)

_ENGLISH, _ENGLISH_RIGHT = _word("""
calender calendar
dependant dependent
""")
"""Words that are words, but hardly ever the one that was meant; all others are found by `spelling`."""

_HINDI, _HINDI_RIGHT = _word("""
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
    "(?<=[\u0905-\u0939\u0958-\u095f\u093c\u093e-\u094c])(?:ङ\u094d(?=[क-घ])|ञ\u094d(?=[च-झ])|ण\u094d(?=[ट-ढ])|न\u094d(?=[त-ध])|म\u094d(?=[प-भ]))"
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
"""Words before the point of an abbreviation; कि.मी. has a point within and is none of a sentence anyway."""
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
    """With a danda at the end of a paragraph or behind a word that is no abbreviation; else as it is."""
    word, text = match[1], match.string
    ends = not text[match.end() :].partition("\n")[0].strip()
    if word in _SHORTENED or not (word in _VERBS or len(word) >= (2 if ends else 4)):
        return match[0]
    return f"{word}।"


_STOPS: Final[dict[Lang, _Rule]] = {
    "hi": _Rule(r"(?<![^\s(“])([\u0900-\u0963]+) ?\.(?=\s|$)", _danda, phrase("A Hindi sentence ends with a danda.")),
    "ja": _Rule(
        r"(?<=[ぁ-ヶー一-鿿）)」])\.(?=\s|$|[ぁ-ヶ一-鿿])", "。", phrase("Japanese punctuation is full-width.")
    ),
}
"""The full stop at the end of a sentence, which is so seldom right that `check` finds it too."""

_RULES: Final[dict[Lang, tuple[_Rule, ...]]] = {
    "en": (
        _Rule(rf"\b(?:{_ENGLISH})\b", lambda match: _ENGLISH_RIGHT[match[0]], phrase("This word is usually spelt otherwise.")),
        _Rule(r"\b([A-Za-z]{2,}) \1\b", r"\1", phrase("A word is repeated here.")),
        _Rule(r"(?<=\w) +(?=[,;:!?.](?:\s|$))", "", phrase("There is no space before a punctuation mark.")),
        _Rule(r"[！-～]+", _narrow, phrase("English text has full-width characters.")),
    ),
    "hi": (
        _Rule(
            rf"{_NO_LETTER_BEFORE}(?:{_HINDI}){_NO_LETTER}", lambda match: _HINDI_RIGHT[match[0]],
            phrase("This word is usually spelt otherwise."),
        ),
        _Rule(r"[\u0900-\u0963]+", _anusvara, phrase("The house writes the anusvara here: हिंदी, not हिन्दी.")),
        _Rule("[\u0915\u0916\u0917]\u093c|[\u0958\u0959\u095a]", lambda match: normalize("NFD", match[0])[0],
              phrase("The house sets the nukta under ड, ढ, ज and फ only.")),
        _STOPS["hi"],
        _Rule(r"(?<=[\u0900-\u0963]) ?[|｜](?=\s|$)", "।", phrase("A Hindi sentence ends with a danda.")),
        _Rule(r"(?<=\S) +(?=।)", "", phrase("There is no space before a danda.")),
        _Rule(r"[०-९]+", lambda match: match[0].translate({0x966 + digit: str(digit) for digit in range(10)}),
              phrase("Hindi is written with the digits 0–9; a pack can print others.")),
    ),
    "ja": (
        _Rule(r"[\uff65-\uff9f]+", _narrow, phrase("Half-width kana.")),
        _Rule(r"[０-９Ａ-Ｚａ-ｚ]+", _narrow, phrase("Digits and Latin letters are half-width.")),
        _Rule(r"(?<=[ァ-ヶ])[―‐－—−](?![―—])", "ー", phrase("This is a dash, not the long-vowel mark.")),
        _Rule(r"(?<=[ァ-ヶー])一(?=[ァ-ヶ])", "ー", phrase("This is the kanji for one, not the long-vowel mark.")),
        _Rule(r"(?<=[ぁ-ヶー一-鿿）)」]) ?,", "、", phrase("Japanese punctuation is full-width.")),
        _STOPS["ja"],
        _Rule(r"(?<=[ぁ-ヶー一-鿿]):", "：", phrase("Japanese punctuation is full-width.")),
        _Rule(r"\((?=[^()]*[ぁ-ヶ一-鿿][^()]*\))", "（", phrase("Japanese punctuation is full-width.")),
        _Rule(r"(?<=[ぁ-ヶー一-鿿])\)", "）", phrase("Japanese punctuation is full-width.")),
        _Rule(r"、{2,}|。{2,}", lambda match: match[0][0], phrase("This punctuation mark is doubled.")),
    ),
}  # fmt: skip

_KATAKANA: Final = re.compile(r"[ァ-ヶー]{3,}")
_MONTHS: Final = re.compile(r"(?<=[0-9〇一-十])(?:[かカヵヶケ]|箇)(?=[月所国年])")


def _two_ways(text: str) -> Iterator[Hint]:
    """One word in two spellings within a text: コンピュータ and コンピューター, 3か月 and 3ヶ月."""
    words = [*_KATAKANA.finditer(text)]
    long = {match[0] for match in words if match[0].endswith("ー")}
    for match in words:
        if match[0] + "ー" in long:
            yield Hint(
                match.start(), match.end(), match[0] + "ー", say("This text has the word in another spelling too.")
            )
    months = [*_MONTHS.finditer(text)]
    for match in months[1:]:
        if match[0] != months[0][0]:
            why = say("This text has the word in another spelling too.")
            yield Hint(match.start(), match.end(), months[0][0], why)
