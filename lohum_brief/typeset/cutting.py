"""Where texts may be parted: into words, and words into what no line breaks."""

import re
from itertools import accumulate
from typing import Final

from lohum_brief.language.binding import bound
from lohum_brief.language.breaking import segments
from lohum_brief.language.codes import Lang

_UNBROKEN: Final = re.compile(
    "(?:[A-Za-z0-9\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u0900-\u0963\u0966-\u097f.,:;'’“”()\u00a0&%@_+#*-]*+[।.,]*+(?: ++|$))*"
).fullmatch
"""Words, one or several, in which no line break is wanted; all others are asked of ICU."""


def words(text: str, lang: Lang, *, phrases: bool, narrow: bool = False) -> list[str]:
    """Words with the space behind them; Japanese in pieces between which a line may break, or in whole phrases.

    Words that are never parted, as a number and its unit, are one. `narrow` is for a measure in which they have no room.
    """
    if lang == "ja":
        return segments(text, "ja", phrases=phrases, narrow=narrow)
    held = bound(text, lang, narrow=narrow)
    found = [word + " " for word in (_parts(text, held) if held else text.split(" "))]
    found[-1] = found[-1][:-1]
    if not found[-1]:
        found.pop()
    return found


def _parts(text: str, held: list[int]) -> list[str]:
    """The text parted at its spaces, but not at those before these places."""
    out: list[str] = []
    start = 0
    for place in held:
        first, *others = text[start : place - 1].split(" ")
        out[-1:] = [f"{out[-1]} {first}" if out else first]
        out += others
        start = place
    first, *others = text[start:].split(" ")
    return [*out[:-1], f"{out[-1]} {first}", *others]


def breaks(word: str, lang: Lang) -> list[int]:
    """The characters within a word that may begin a line."""
    if lang == "ja" or unbroken(word):
        return []
    return [*accumulate(map(len, segments(word, lang)[:-1]))]


def unbroken(text: str) -> bool:
    """Whether no word of the text, which is not Japanese, needs to be asked for its breaks."""
    return _UNBROKEN(text) is not None
