"""Hindi typed in Kruti Dev 010 or DevLys 010: fonts from before Unicode that draw Devanagari in the
place of Latin letters.

Their text is stored as what was typed: हिन्दी is fgUnh. Letters are strokes: a half letter and the
vertical bar `k` make a whole one, `f` stands before the letters that it follows in speech, `Z`
behind those that it precedes. Both fonts have the same layout. What they use in more than one way
is refused rather than guessed.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from lohum_brief.exchange.fields import CellError
from lohum_brief.language.letters import written_in
from lohum_brief.message import msg

LANG: Final = written_in("क")
"""The language for whose letters these fonts were made."""

_HALF: Final = "\u094d"
_NUKTA: Final = "\u093c"
_SHORT_I: Final = "\ue000"
"""Stands for `f` until it is known where it goes; private use, as the next."""
_REPH: Final = "\ue001"

_GLYPHS: Final = {
    # whole letters
    "v": "अ", "b": "इ", "bZ": "ई", "Ã": "ई", "m": "उ", "Å": "ऊ", "_": "ऋ", ",": "ए", ",s": "ऐ",
    "vk": "आ", "vks": "ओ", "vkS": "औ", "v‚": "ऑ", "vkW": "ऑ",
    "d": "क", "x": "ग", "Ä": "घ", "³": "ङ", "p": "च", "N": "छ", "t": "ज", ">": "झ", "¥": "ञ",
    "V": "ट", "B": "ठ", "M": "ड", "<": "ढ", "r": "त", "n": "द", "u": "न", "i": "प", "Q": "फ", "c": "ब", "Ò": "भ",
    "e": "म", ";": "य", "j": "र", "y": "ल", "G": "ळ", "o": "व", "l": "स", "g": "ह",
    # half letters, which the bar completes
    "D": "क्", "[": "ख्", "X": "ग्", "?": "घ्", "P": "च्", "T": "ज्", "÷": "झ्", "Ö": "झ्", ".": "ण्", "R": "त्", "F": "थ्",
    "/": "ध्", "è": "ध्", "Ë": "ध्", "U": "न्", "I": "प्", "¶": "फ्", "C": "ब्", "H": "भ्", "E": "म्", "¸": "य्", "Y": "ल्", "O": "व्",
    "'": "श्", "Ü": "श्", '"': "ष्", "L": "स्", "º": "ह्", "{": "क्ष्", "Ù": "त्त्", "™": "न्न्", "«": "त्र्",
    # ligatures
    "=": "त्र", "K": "ज्ञ", "J": "श्र", "|": "द्य", "}": "द्व", ")": "द्ध", "í": "द्द", "Ì": "द्द", "é": "न्न", "ô": "क्क",
    "ê": "ट्ट", "ë": "ट्ठ", "ì": "ड्ड", "ï": "ड्ढ", "à": "ह्न", "á": "ह्य", "â": "हृ", "ã": "ह्म", "æ": "द्र", "ç": "प्र",
    "Á": "प्र", "Ø": "क्र", "Ý": "फ्र", "Ñ": "कृ", "#": "रु", ":": "रू",
    # what hangs on a letter
    "k": "ा", "h": "ी", "q": "ु", "w": "ू", "`": "ृ", "s": "े", "S": "ै", "W": "ॅ", "‚": "ॉ", "a": "ं", "¡": "ँ", "È": "ीं",
    "z": "्र", "ª": "्र", "î": "्य", "~": _HALF, "+": _NUKTA, "f": _SHORT_I, "Z": _REPH,
    "Ç": f"{_SHORT_I}ं", "Æ": f"{_REPH}{_SHORT_I}", "É": f"{_REPH}{_SHORT_I}ं", "Ê": f"ी{_REPH}", "±": f"{_REPH}ं",
    # signs
    "A": "।", "•": "ऽ", "Œ": "॰", "ñ": "॰", "-": ".", "&": "-", "]": ",", "(": ";", "¼": "(", "½": ")", "¾": "=", "¿": "{",
    "À": "}", "@": "/", "\\": "?", "$": "+", "^": "‘", "*": "’", "Þ": "“", "ß": "”", "!": "!", "%": "%",
    "å": "०", "ƒ": "१", "„": "२", "…": "३", "†": "४", "‡": "५", "ˆ": "६", "‰": "७", "Š": "८", "‹": "९",
}  # fmt: skip

_AMBIGUOUS: Final = frozenset("–—‘’“”Ó\u00a0")
"""What word processors put in by themselves, where it means something else than the font's letter
in its place.
"""

_TOKENS: Final = re.compile(
    "|".join(sorted(map(re.escape, _GLYPHS), key=len, reverse=True)) + r"|[0-9\s]", re.DOTALL
)

_LETTER: Final = f"[\u0915-\u0939]{_NUKTA}?"
_CLUSTER: Final = f"(?:{_LETTER}{_HALF})*{_LETTER}"
_SIGNS: Final = "[\u093e-\u094c\u0900-\u0903]*"


def convert(text: str) -> str:
    """The text in Unicode. Raises CellError for a character that these fonts have not, or use in
    more than one way.
    """
    out: list[str] = []
    at = 0
    while at < len(text):
        match = _TOKENS.match(text, at)
        if not match:
            raise CellError(
                msg(
                    "“{text}” is in an old Hindi font and has {character}, which cannot be "
                    "converted; type it in Unicode",
                    text=text[:40],
                    character=text[at],
                )
            )
        at = match.end()
        glyph = match.group()
        new = _GLYPHS.get(glyph, glyph)
        if glyph == "k" and out and out[-1].endswith(_HALF) and out[-1] != _HALF:
            out[-1] = out[-1][:-1]  # the bar completes a half letter
        elif new == _NUKTA and out and out[-1].endswith(_HALF):
            out[-1] = out[-1][:-1] + _NUKTA + _HALF
        else:
            out.append(new)
    result = _ordered("".join(out))
    if _SHORT_I in result or _REPH in result:
        raise CellError(
            msg(
                "“{text}” is in an old Hindi font and cannot be converted; type it in Unicode",
                text=text[:40],
            )
        )
    return result


_ORDER: Final = (
    (re.compile(f"{_SHORT_I}(ं?)({_CLUSTER})"), r"\2ि\1"),
    (re.compile("([ंँ])([\u093e-\u094c]+)"), r"\2\1"),
    (re.compile("ाे"), "ो"),
    (re.compile("ाै"), "ौ"),
    (re.compile("ाॅ"), "ॉ"),
    (re.compile("([\u093e-\u094c])\\1"), r"\1"),
    (re.compile("([ंँ])\\1"), r"\1"),
    (re.compile(f"({_CLUSTER})({_SIGNS}){_REPH}(ि?)"), rf"र{_HALF}\1\3\2"),
    (re.compile("(?<=[\u0904-\u094d])%(?=[\u0904-\u0939])|(?<=[तश])%|(?<=पुन)%|(?<=प्राय)%"), "ः"),
    (re.compile("%"), ":"),
)


def _ordered(text: str) -> str:
    # Reph may come between a letter and its short i: RSHI in one glyph.
    text = text.replace(_REPH + _SHORT_I, _SHORT_I + _REPH) if _REPH + _SHORT_I in text else text
    text = re.sub(f"{_SHORT_I}{_REPH}(ं?)({_CLUSTER})", rf"र{_HALF}\2ि\1", text)
    for pattern, order in _ORDER:
        text = pattern.sub(order, text)
    return text


# Telling it from Latin

_WORD: Final = re.compile(r"\S+")
_BARS: Final = re.compile(r"""[\[{"?]k|/k(?![gmWJ])|(?<![A-Z])'k|(?<!Dr)(?<!Mr)\.k|[HFU]k|Ùk""")
_INNER: Final = re.compile(r"""[A-Za-z][;|{}\[~`+"<>][A-Za-z]|[A-Za-z]/Z|;[kZ]|[A-Za-z];$""")
_SYMBOLS: Final = re.compile("[Ù³¥÷¶¸ºª«™¡±ÈÊÇÆ‚¼½]")
_LATIN: Final = re.compile("[A-Z]?[a-zà-öø-ÿ]+|[A-Z]+")
_COMMON: Final = frozenset(
    [
        "dk",
        "dh",
        "ds",
        "dks",
        "ls",
        "esa",
        "gS",
        "gSa",
        "Fkk",
        "Fks",
        "vkSj",
        "ij",
        "us",
        "fd",
        "Hkh",
        ";g",
        "og",
        "Jh",
        "Jherh",
        "lqJh",
        ";k",
        "fy,",
        "fnYyh",
        "uke",
        "inuke",
        "vr%",
        "iqu%",
    ]
)
_VOWELS: Final = frozenset("aeiouyAEIOUY")


def looks_legacy(texts: Iterable[str]) -> bool:
    """Whether the texts, taken together, are Hindi in such a font rather than any language in Latin
    letters.
    """
    scores = [score for text in texts for score in _scores(text)]
    return sum(scores) >= 2 and sum(scores) >= 0.5 * len(scores)


@lru_cache(
    20_000
)  # a column is judged as a whole, then cell by cell, and says the same texts again and again
def _scores(text: str) -> tuple[float, ...]:
    return () if _is_modern(text) else tuple(map(_judge, _words(text)))


def is_certain(text: str) -> bool:
    """Whether a text by itself is Hindi in such a font for certain."""
    if _is_modern(text) or not looks_legacy([text]):
        return False
    try:
        return is_told(text, convert(text))
    except CellError:
        return False


class Modern(NamedTuple):
    """What a text becomes, and whether that is certain: it may be no Hindi at all."""

    text: str
    certain: bool = True
    likely: bool = False
    """Its column or its words speak for it, where that is not certain."""


def modern(text: str, *, column: bool, font: bool, sure: bool = True) -> Modern:
    """The text in Unicode; `column` says that its whole column is in such a font, `font` that the
    cell is set in one.

    `sure` says that some cell of the table is so for certain, and not only by its looks.

    Raises CellError where it cannot be converted.
    """
    if _is_modern(text) or not _words(text):
        return Modern(text)
    if not (font or looks_legacy([text])) and (found := _alike(text, column=column)):
        return found
    new = convert(text)
    return Modern(
        new, certain=font or (column and sure and is_plausible(new)) or is_told(text, new)
    )


def _alike(text: str, *, column: bool) -> Modern | None:
    """What becomes of a text that could be Latin; None for one that is converted as its column
    is.
    """
    if not column or text.isupper():
        return Modern(text)
    if is_known_hindi(text):
        return Modern(convert(text))
    if looks_latin(text):
        either = convert(text)
        return Modern(either if is_plausible(either) else text, certain=False)
    return None


def is_told(text: str, hindi: str) -> bool:
    """Whether a text that looks so gives sound Hindi, and has more of such a font than one sign."""
    if not is_plausible(hindi):
        return False
    return any(_judge(word) >= 3 for word in _words(text)) or is_known_hindi(text, wholly=False)


_STRAY: Final = re.compile("^[\u0900-\u0903\u093c\u093e-\u094d]|^ळ|\u094d$|[\u093e-\u094c]{2}")
_BARE_RUN: Final = re.compile("(?:[\u0915-\u0939](?![\u0900-\u0903\u093c\u093e-\u094d])){5}")


def is_plausible(hindi: str) -> bool:
    """Whether words are built as those of Hindi are: none begins with a vowel sign, or has five
    bare consonants on end.
    """
    return not any(
        _STRAY.search(word) or _BARE_RUN.search(word)
        for word in re.findall(r"[\u0900-\u097f]+", hindi)
    )


_POST_WORDS: Final = (
    "सचिव निदेशक महानिदेशक अध्यक्ष उपाध्यक्ष सदस्य प्रबंधक महाप्रबंधक प्रबंध प्रभारी अधिकारी "
    "पदाधिकारी सहायक संयुक्त उप अपर अवर मुख्य मंत्री राज्य मंत्रालय "
    "विभाग आयुक्त उपायुक्त सलाहकार अभियंता इंजीनियर वैज्ञानिक चालक लिपिक लेखाकार निरीक्षक "
    "समन्वयक राजदूत कार्यकारी कार्यपालक वरिष्ठ कनिष्ठ प्रधान विशेष "
    "निजी अनुभाग संचालक प्राध्यापक शिक्षक डॉक्टर चिकित्सक पत्रकार अनुवादक दुभाषिया कलेक्टर जिला "
    "जिलाधिकारी अधीक्षक उद्योग भारत सरकार खान विदेश वित्त "
    "श्री श्रीमती सुश्री प्रमुख नेता प्रतिनिधि दल अतिथि मेज़बान निरीक्षण तकनीकी प्रशासन "
    "प्रशासनिक सुरक्षा और एवं"
)
_NAME_WORDS: Final = (
    "राम सीता गीता अनिल सुनील संजय अजय विजय राजेश रमेश सुरेश महेश दिनेश मुकेश राकेश मनोज अशोक "
    "विनोद प्रमोद अरुण वरुण रवि शशि आशा उषा "
    "मीना रीना सुनीता अनीता कविता ममता सरिता रेखा सुमन पूजा नेहा प्रिया अंजलि दीपा रानी कमल विमल "
    "निर्मल मोहन सोहन गोपाल कृष्ण हरि "
    "श्याम लाल चंद चन्द प्रसाद नाथ दास कुमार कुमारी देवी सिंह शर्मा वर्मा गुप्ता अग्रवाल मिश्रा "
    "मिश्र पाण्डेय पांडेय तिवारी त्रिपाठी "
    "यादव चौधरी चौहान ठाकुर राव रेड्डी नायर पटेल शाह मेहता जोशी खान अली अहमद जैन बंसल गोयल "
    "मित्तल सक्सेना श्रीवास्तव कपूर मल्होत्रा"
)
_POSTS: Final = frozenset([*_POST_WORDS.split(), *_NAME_WORDS.split()])


def is_known_hindi(text: str, *, wholly: bool = True) -> bool:
    """Whether a text, taken for such a font's, gives words that posts, names and lists are made of:
    lfpo is सचिव.
    """
    if text.isupper() or _is_modern(text) or not _words(text):
        return False
    try:
        words = re.sub(r"[(),./-]", " ", convert(text)).split()
    except CellError:
        return False
    known = [word in _POSTS for word in words]
    return bool(words) and (all(known) if wholly else any(known))


def looks_latin(text: str) -> bool:
    """Whether a text could as well be English: nobody can tell uke, which is नाम, from a word."""
    return all(_judge(word) < 0 for word in _words(text))


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if any(character.isalpha() for character in word)]


_ASCII: Final = re.compile("[A-Za-z]")


def _is_modern(text: str) -> bool:
    """Whether a text has letters that such a font has not, or is an address."""
    letters = len(_ASCII.findall(text))
    if letters < 2 or 3 * letters < len(text.replace(" ", "")):
        return True
    foreign = not text.isascii() and any(
        c > "\x7f" and c not in _GLYPHS and c not in _AMBIGUOUS for c in text
    )
    return foreign or "://" in text or ("@" in text and re.search(r"\w@\w", text) is not None)


_PARTED: Final = re.compile(r"[|~+<>{}\[\]&;/.]+")
_LATIN_PART: Final = re.compile(r"[A-Za-z]|[A-Z]{2,6}|[A-Z][a-z]+|[a-z]{3,}")


def _is_latin(part: str) -> bool:
    """Whether a part of a word between signs is a word or an abbreviation by itself."""
    if not part:
        return True
    share = sum(character in _VOWELS for character in part) / len(part)
    return _LATIN_PART.fullmatch(part) is not None and (
        len(part) < 2 or part.isupper() or 0.2 <= share <= 0.7
    )


_EQUALS: Final = re.compile("[A-Za-z]=")
_SMALL_Z: Final = re.compile("[a-z]Z")
_INNER_CAPITAL: Final = re.compile("[a-z][A-Z]")
_SCOTS: Final = re.compile("(?:Mc|Mac|O|De|La|Le)[A-Z]")
_SPOKEN: Final = "(?:[A-Z][a-z]*[aeiou][a-z]*|[AEIOU][a-z]*)"
_CAMEL: Final = re.compile(
    rf"{_SPOKEN}+[A-Z]{{0,3}}|[A-Z][a-z]{{1,2}}(?:[A-Z]{{1,2}}|{_SPOKEN})|[A-Z]+"
)
"""Words written as one, or with a letter behind: AceGreen, GroupA, ScG, GmbH."""
_DASH: Final = re.compile("[-–—]")


_FOREIGN: Final = ((_BARS, 3.0), (_INNER, 2.0), (_SYMBOLS, 2.0), (_EQUALS, 1.5))
"""What no Latin script writes within a word, with how much each tells."""


def _is_silent(word: str) -> bool:
    """Whether a word has no vowel, and is no abbreviation."""
    if len(word) < 3 or not (word.isascii() and word.isalpha() and _VOWELS.isdisjoint(word)):
        return False
    return word.islower() or (len(word) > 4 and not word.isupper())


def _has_strange_capital(word: str) -> bool:
    """Whether a word has a capital within it, and not where names and grades have one."""
    if not _INNER_CAPITAL.search(word) or _SCOTS.match(word):
        return False
    return not all(map(_CAMEL.fullmatch, _DASH.split(word)))


@lru_cache(20_000)  # different texts have the same words
def _judge(word: str) -> float:
    """Above zero for a word that no Latin script would write so, below for one that it would."""
    if _PARTED.search(word) and all(map(_is_latin, _PARTED.split(word.strip(".,;:()!?{}")))):
        return -0.3  # GM|HR, Output|net, a~b
    bare = word.strip(".,;:()!?\"'“”‘’-")
    score = 2.0 * (word in _COMMON)
    score += sum(weight for pattern, weight in _FOREIGN if pattern.search(word))
    score += 1.5 * bool("kk" in bare or _SMALL_Z.search(bare))
    score += 1.5 * _has_strange_capital(bare)
    if _is_silent(bare):
        score += 1.5 if len(bare) < 4 else 2.0
    if not score and _LATIN.fullmatch(bare):
        share = sum(c in _VOWELS for c in bare) / len(bare)
        score -= 1.2 if 0.25 <= share <= 0.67 or bare.isupper() else 0.3
    return score
