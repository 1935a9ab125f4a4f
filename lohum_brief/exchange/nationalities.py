"""Nationalities as lists write them: Japanese, JPN, 日本人, भारतीय."""

from functools import cache
from typing import Final

from lohum_brief.exchange import choices

_WORDS: Final = {
    "AE": "emirati",
    "AU": "australian|豪州人|ऑस्ट्रेलियाई",
    "BD": "bangladeshi|बांग्लादेशी",
    "BR": "brazilian",
    "CA": "canadian",
    "CH": "swiss",
    "CN": "chinese|चीनी",
    "DE": "german|जर्मन",
    "ES": "spanish",
    "FR": "french|फ़्रांसीसी",
    "GB": "british|english|scottish|welsh|ब्रिटिश",
    "ID": "indonesian",
    "IN": "indian|印度|भारतीय",
    "IT": "italian",
    "JP": "japanese|जापानी",
    "KR": "korean|south korean|कोरियाई",
    "LK": "sri lankan|श्रीलंकाई",
    "MY": "malaysian",
    "NL": "dutch",
    "NP": "nepalese|nepali|नेपाली",
    "NZ": "new zealander",
    "PH": "filipino|philippine",
    "RU": "russian|रूसी",
    "SG": "singaporean",
    "TH": "thai",
    "TW": "taiwanese",
    "US": "american|अमेरिकी|अमरीकी",
    "VN": "vietnamese",
    "ZA": "south african",
}
"""What citizens are called where their country has another name; Babel does not know it."""


def code(said: str) -> str | None:
    """Return the code of two letters of the country; None where nobody knows it."""
    bare = said.strip().removesuffix("人").removesuffix("籍")
    word = bare.casefold()
    return _words().get(word) or _three().get(word) or choices.country(bare)


@cache
def _words() -> dict[str, str]:
    return {word: code for code, words in _WORDS.items() for word in words.split("|")}


@cache
def _three() -> dict[str, str]:
    """The codes of three letters, as passports have them."""
    from babel import Locale  # noqa: PLC0415 - takes as long as ten pages
    from babel.core import get_global  # noqa: PLC0415 - as above

    countries = Locale.parse("en").territories
    return {
        alias.casefold(): codes[0]
        for alias, codes in get_global("territory_aliases").items()
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1 and codes[0] in countries
    }
