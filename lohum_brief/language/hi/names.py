"""Names in Hindi. Lists go by the order of the Devanagari block, which is the traditional one,
nukta ignored at first.
"""

import re
import unicodedata
from typing import Final

from lohum_brief.language.rooms.names import NBSP, Names

_NASALS: Final = re.compile("[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])")
_ALIKE: Final = str.maketrans("टठडढण\u0901", "तथदधन\u0902", "\u093c\u200c\u200d")
"""Japanese and English t and d are dental to one ear and retroflex to another: जेट्रो, जेत्रो."""
_TWICE: Final = re.compile(r"([aiu])\1+")
_INNER: Final = re.compile("(?<!^)[\u093f\u0940\u0941\u0942](?!$)")

_SOUNDS_WORDS: Final = (
    "क:k ख:kh ग:g घ:g च:ch छ:ch ज:j झ:j ट:t ठ:t ड:d ढ:d त:t थ:t द:d ध:d न:n ण:n ञ:n ङ:n प:p फ:f "
    "ब:b भ:b म:m य:y र:r ल:r व:w श:sh ष:sh स:s ह:h अ:a आ:a इ:i ई:i उ:u ऊ:u ए:e ऐ:ai ओ:o औ:ou ऑ:o "
    "ा:a ि:i ी:i ु:u ू:u े:e ै:ai ो:o ौ:ou ॉ:o ं:n ँ:n"
)
_SOUNDS: Final = {
    sign: sound for sign, _, sound in (pair.partition(":") for pair in _SOUNDS_WORDS.split())
}


class _Names(Names, frozen=True):
    def romanised(self, word: str) -> str:
        """Return a Japanese name in Devanagari as it is written in Latin letters, without long
        vowels.
        """
        out = ""
        inherent = False
        for character in unicodedata.normalize("NFD", word):
            if character == "\u093c":  # ज़ is z, फ़ is f
                out = f"{out[:-1]}z" if out.endswith("j") else out
                continue
            consonant = "क" <= character <= "ह"
            if inherent and (consonant or character in "ंँ" or "अ" <= character <= "औ"):
                out += "a"
            inherent = consonant
            out += _SOUNDS.get(character, "")
        return _TWICE.sub(r"\1", out)

    def heard(self, spread: str) -> str:
        """Return a word without short vowels within, nukta and half nasals."""
        spread = _NASALS.sub("\u0902", spread.translate(_ALIKE))
        return _INNER.sub("", spread).replace("\u0940", "\u093f").replace("\u0942", "\u0941")


NAMES: Final = _Names(
    either_first=True,
    by_sound=True,
    retired="(सेवानिवृत्त)",
    word="[\u0900-\u0963\u0970-\u097f]{4,}",
    before={
        "excellency": "महामहिम",
        "honourable": "माननीय",
        "mr": "श्री",
        "ms": "सुश्री",
        "mrs": "श्रीमती",
        "miss": "कुमारी",
        "er": "इंजी.",
        "adv": "अधिवक्ता",
        "justice": "न्यायमूर्ति",
        "dr": "डॉ.",
        "prof": "प्रो.",
        "prof_dr": f"प्रो.{NBSP}डॉ.",
        "field_marshal": f"फ़ील्ड{NBSP}मार्शल",
        "general": "जनरल",
        "lieutenant_general": f"लेफ़्टिनेंट{NBSP}जनरल",
        "major_general": f"मेजर{NBSP}जनरल",
        "brigadier": "ब्रिगेडियर",
        "colonel": "कर्नल",
        "lieutenant_colonel": f"लेफ़्टिनेंट{NBSP}कर्नल",
        "major": "मेजर",
        "captain": "कैप्टन",
        "lieutenant": "लेफ़्टिनेंट",
        "admiral": "एडमिरल",
        "vice_admiral": f"वाइस{NBSP}एडमिरल",
        "rear_admiral": f"रियर{NBSP}एडमिरल",
        "commodore": "कमोडोर",
        "commander": "कमांडर",
        "lieutenant_commander": f"लेफ़्टिनेंट{NBSP}कमांडर",
        "air_chief_marshal": f"एयर{NBSP}चीफ़{NBSP}मार्शल",
        "air_marshal": f"एयर{NBSP}मार्शल",
        "air_vice_marshal": f"एयर{NBSP}वाइस{NBSP}मार्शल",
        "air_commodore": f"एयर{NBSP}कमोडोर",
        "group_captain": f"ग्रुप{NBSP}कैप्टन",
        "wing_commander": f"विंग{NBSP}कमांडर",
        "squadron_leader": f"स्क्वाड्रन{NBSP}लीडर",
        "flight_lieutenant": f"फ़्लाइट{NBSP}लेफ़्टिनेंट",
        "flying_officer": f"फ़्लाइंग{NBSP}ऑफ़िसर",
    },
)
