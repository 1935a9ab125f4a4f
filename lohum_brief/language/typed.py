"""The numbers that stand in a text in figures, whatever large units its language writes them with."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from lohum_brief.language.codes import Lang
from lohum_brief.language.parsing.numbers import number
from lohum_brief.language.parsing.source import UnreadableError

_DIGITS: Final = "[0-9\u0966-\u096f\uff10-\uff19]"
_FIGURES: Final = rf"{_DIGITS}(?:[,.，．]?{_DIGITS})*"
_SPAN: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        rf"({_FIGURES})(?:[ \u00a0](lakh[ \u00a0]crore|crore|lakh|thousand|million|billion|trillion)\b)?", re.IGNORECASE
    ),
    "hi": re.compile(rf"({_FIGURES})(?:[ \u00a0](लाख[ \u00a0]करोड़|करोड़|लाख|हज़ार|हजार|अरब|खरब|मिलियन|बिलियन|ट्रिलियन))?"),
    "ja": re.compile(rf"((?:{_FIGURES}[兆億万千百]*)+)()"),
}
_FIGURES_ONLY: Final = re.compile(_FIGURES)
_THOUSANDS: Final = re.compile(r"[ \u00a0]?(k|M)t\b")
_YEARS: Final = re.compile(rf"({_DIGITS}{{4}})[-–]{_DIGITS}{{2,4}}(?!{_DIGITS})")
"""A fiscal year: Japanese names the first year only."""
_MONTH: Final = re.compile(rf"{_DIGITS}{{1,2}}(?=月)")
"""Other languages write the names of months."""


class Typed(NamedTuple):
    """A number as it is meant, the large unit that stands behind its figures (1 where none does), and where it stands.

    What is multiplied by a unit behind it, as in 20 kt, ends before that unit.
    """

    value: Decimal
    scale: Decimal
    start: int = 0
    stop: int = 0


def numbers(text: str, lang: Lang) -> list[Typed]:
    """Every number written in figures, in the text's order: 34,000 crore and 3,400億 are the same. What is none is left out."""
    text = _YEARS.sub(lambda match: match[1].ljust(len(match[0]), "\0"), text)
    if lang == "ja":
        text = _MONTH.sub(lambda match: "\0" * len(match[0]), text)
    found = []
    for match in _SPAN[lang].finditer(text):
        try:
            value = number(" ".join(part for part in match.groups() if part), lang)
            figures = number(_FIGURES_ONLY.match(match[0])[0], lang)  # type: ignore[index] # it begins with figures
        except UnreadableError:
            continue
        if unit := _THOUSANDS.match(text, match.end()):
            value *= {"k": 1000, "M": 1_000_000}[unit[1]]
        found.append(Typed(value, value / figures if figures else Decimal(1), *match.span()))
    return found
