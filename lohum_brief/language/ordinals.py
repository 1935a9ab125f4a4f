"""Ordinals: पहली बैठक, 15वाँ संस्करण; 1st, 15th; 第1回."""

from typing import Final, Literal

from lohum_brief.language.codes import Lang
from lohum_brief.language.numbers import integer

Gender = Literal["masculine", "feminine", "oblique"]
"""Of the Hindi noun that follows; oblique is a masculine one before a postposition: पहले दौर में."""

_VOWELS: Final[dict[Gender, str]] = {"masculine": "ा", "feminine": "ी", "oblique": "े"}
_ENDINGS: Final[dict[Gender, str]] = {"masculine": "वाँ", "feminine": "वीं", "oblique": "वें"}
_IRREGULAR: Final = {1: "पहल", 2: "दूसर", 3: "तीसर", 4: "चौथ", 6: "छठ"}
_REGULAR: Final = {5: "पाँच", 7: "सात", 8: "आठ", 9: "नौ", 10: "दस"}
_ENGLISH: Final = {1: "st", 2: "nd", 3: "rd"}


def ordinal(
    number: int, lang: Lang, *, gender: Gender = "masculine", counter: str = "回", devanagari: bool = False
) -> str:
    """Which in a row, counted from one. Hindi has words up to ten and endings behind figures from there.

    `counter` is what Japanese counts by: 第3回 of meetings, 第3次 of plans, 第3位 of ranks. Raises ValueError below one.
    """
    if number < 1:
        raise ValueError(f"nothing is number {number} in a row")
    figures = integer(number, lang, devanagari=devanagari)
    if lang == "ja":
        return f"第{figures}{counter}"
    if lang == "en":
        return figures + ("th" if number % 100 in (11, 12, 13) else _ENGLISH.get(number % 10, "th"))
    if number in _IRREGULAR:
        return _IRREGULAR[number] + _VOWELS[gender]
    return _REGULAR.get(number, figures) + _ENDINGS[gender]
