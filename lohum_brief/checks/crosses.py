"""XX where a number or a name is still to come: told from a Roman number by the words beside it."""

import re
from collections.abc import Iterator
from typing import Final

from lohum_brief.language.either import signs, words
from lohum_brief.language.language import Language

_CROSSES: Final = re.compile(r"(?<![A-Za-z0-9_.-])[Xx]{2,}(?![A-Za-z0-9_-])")
_CODE: Final = re.compile(
    r"(?<![A-Za-z0-9_.-])(?:[A-Z][ABE-HJKN-UWYZ0-9]|[ABE-HJKN-UWYZ0-9][A-Z])(?:-[Xx]{2,}|X{3,4})(?![A-Za-z0-9_-])"
    r"|(?<=\b[A-Z]{2}[ ])[Xx]{2}(?=[ ][A-Z]{1,2}[ ]?\d)"
)
"""A flight, a train, a road: AI-XXX; the plate of a car. Two letters that are no Roman number stand
before.
"""
_YEAR: Final = re.compile(r"(?<![^\W_])[2२][0०][Xx]{2}(?![^\W_])")

_BEFORE: Final = re.compile(r"([^\s,;:()“”\"']+)[ ]\Z")
_BEHIND: Final = re.compile(r"[ ]([^\s,;:()“”\"'.!?।]+)")


def _letters(language: Language) -> str:
    return language.script.signs if language.spaced else ""


_OTHER: Final = re.compile(f"[{signs(_letters)}]")
"""Letters that are not Latin, of languages with words."""

_PEOPLE: Final = frozenset(
    [
        "minister",
        "ambassador",
        "secretary",
        "director",
        "president",
        "chairman",
        "chairwoman",
        "chairperson",
        "chair",
        "governor",
        "commissioner",
        "consul",
        "counsellor",
        "professor",
        "prof",
        "justice",
        "mayor",
        "madam",
        "excellency",
        "hon",
        "honourable",
        "honorable",
        "ceo",
        "cfo",
        "dr",
        "mr",
        "ms",
        "mrs",
        "shri",
        "smt",
        "delegate",
        "guest",
        "speaker",
        "interpreter",
    ]
)
_PLACES: Final = frozenset(
    [
        "hall",
        "room",
        "gate",
        "seat",
        "flight",
        "train",
        "coach",
        "platform",
        "terminal",
        "hotel",
        "floor",
        "phone",
        "tel",
        "mobile",
        "pnr",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_PREPOSITIONS: Final = frozenset(
    [
        "at",
        "by",
        "with",
        "for",
        "until",
        "till",
        "about",
        "around",
        "nearly",
        "approximately",
        "meet",
        "meets",
        "met",
    ]
)
_UNITS: Final = frozenset(
    ["t", "kt", "Mt", "kg", "g", "km", "m", "MW", "GWh", "GW", "MWh", "%", "ha"]
)
_JOINING: Final = frozenset(
    ["and", "or", "to", "of", "page", "pages", "p", "pp", "vol", "volume", "no", "nos", "see", "cf"]
)
"""Words before which a Roman number may stand behind another, or of a page."""
_AFTER_ROMAN: Final = frozenset(
    [
        "century",
        "centuries",
        "chromosome",
        "chromosomes",
        "karyotype",
        "karyotypes",
        "female",
        "females",
        "sex",
        "of",
        "and",
        "or",
        "to",
        "in",
        "on",
        "under",
        "is",
        "are",
        "was",
        "were",
        "applies",
        "provides",
    ]
)
_NUMBERED: Final = frozenset(words(lambda language: language.blanks.before_roman))
_ORDINAL: Final = frozenset(words(lambda language: language.blanks.behind_roman))
"""Words behind which a Roman number stands, and before, in letters that are not Latin."""


def crosses(text: str) -> Iterator[tuple[int, int]]:
    """Return where a text has such crosses, in no certain order."""
    yield from (found.span() for pattern in (_CODE, _YEAR) for found in pattern.finditer(text))
    for found in _CROSSES.finditer(text):
        before, behind = _BEFORE.search(text[: found.start()]), _BEHIND.match(text, found.end())
        if _is_blank(before[1] if before else "", behind[1] if behind else ""):
            yield found.span()


def _is_blank(before: str, behind: str) -> bool:
    """Return whether between these words something is missing; either may be empty."""
    if _OTHER.search(before + behind):
        return before not in _NUMBERED and behind not in _ORDINAL
    word = before.rstrip(".").casefold()
    if word in _PEOPLE or word in _PLACES:
        return True
    if (before and not before.islower()) or word in _JOINING:
        return False
    return _is_blank_before(word, behind)


def _is_blank_before(word: str, behind: str) -> bool:
    """Return whether what stands behind it tells, where the word before it does not."""
    if not behind:
        return word in _PREPOSITIONS
    if not word and behind in _UNITS:
        return True
    return behind.islower() and behind not in _AFTER_ROMAN
