"""A text with one form of digits, signs and spaces, character for character, so that places stay
what they are.
"""

import re
from typing import Final, NamedTuple

_FOLDED: Final = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width forms
    | {0x0966 + digit: 0x30 + digit for digit in range(10)}
    | dict.fromkeys((0x00A0, 0x2007, 0x2009, 0x202F, 0x3000, 0x0009, 0x000A), 0x20)
    | dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212), 0x2D)
    | {0x301C: 0x7E, 0xFFE5: 0xA5, 0x2019: 0x27}
)
_SKIPPED: Final = re.compile(
    r"\{literal:(?P<digits>[0-9\u0966-\u096f\uff10-\uff19]+"
    r"(?:[.,\uff0c\uff0e][0-9\u0966-\u096f\uff10-\uff19]+)*)(?:\|form=[a-z]+)?\}|\{[^{}\n]*\}|《[^《》]*》"
)
"""Tokens, which cannot disagree, and readings over kanji. A literal stands for its digits."""

TAKEN: Final = "\0"


class Folded(NamedTuple):
    """A text in which places are what they were, or that has the places of its characters beside
    it.
    """

    text: str
    places: list[int] | None = None

    def place(self, at: int) -> int:
        """Return where in the text itself a place is."""
        return at if self.places is None else self.places[at]


def without_tokens(text: str) -> Folded:
    """Return the text with what says no number taken out."""
    places = None
    if "{" in text or "《" in text:
        if "{literal:" in text:
            text, places = _with_digits(text)
        text = _SKIPPED.sub(blank, text)
    return Folded(text, places)


def fold(text: str) -> str:
    """Return the text with one form of digits, signs and spaces, place for place."""
    return text if text.isascii() else text.translate(_FOLDED)


def blank(match: re.Match[str]) -> str:
    """Return what has been read, as nothing else reads it."""
    return TAKEN * len(match[0])


def _with_digits(text: str) -> tuple[str, list[int]]:
    """Return the text with the digits of literals, and the place of each character and the end."""
    parts: list[str] = []
    places: list[int] = []
    last = 0
    for match in _SKIPPED.finditer(text):
        if match["digits"]:
            parts += [text[last : match.start()], match["digits"]]
            places += [*range(last, match.start()), *[match.start()] * len(match["digits"])]
            last = match.end()
    return "".join((*parts, text[last:])), [*places, *range(last, len(text) + 1)]
