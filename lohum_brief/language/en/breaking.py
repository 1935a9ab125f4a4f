"""Where lines of English break, and what they do not part."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from lohum_brief.language.en.dates import DATES
from lohum_brief.language.rooms.breaking import Breaking, Held

_MONTHS: Final = frozenset(
    (
        *DATES.months,
        *["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"],
    )
)
_SCALES: Final = "hundred thousand lakh lakhs crore crores Cr million billion trillion mn bn"
_LOOSE: Final = (
    "a an the and or but nor of in on at by to for from with as is was are were be been has have "
    "had will would "
    "can could may might must shall should that this these those which who whose when where while "
    "if so than then it "
    "its they their he she we our you your not no all both each every after before until since "
    "during through under "
    "over about into onto within without between among against"
)
_BEFORE: Final = (
    "FY No. Nos. no. Rs. Rs INR JPY USD EUR page pages Section section Article article Rule rule "
    "Sec. Fig. Figs. Ch. "
    "Vol. p. pp. Phase phase Room Hall Gate Table Figure about nearly to than least most"
)
_NUMBERED: Final = "Phase phase Group group Part part Class class Stage stage Annex Hall Gate Lot"
_LETTERED: Final = tuple(f"{word} " for word in _NUMBERED.split())
"""What a letter or a Roman numeral behind it may number: Group A, phase II."""
_WORD: Final = re.compile("[A-Za-zÀ-ɏ]+")
_compiled: Final = cache(re.compile)
_PARTICLES: Final = "van|der|den|von|de|da|di|du|bin|al|ter"
_NAMED: Final = (
    rf"(?:[A-ZÀ-Þ][^\s,;]*|{_PARTICLES}) (?=[A-ZÀ-Þ]|"
    + "|".join(f"{word} " for word in _PARTICLES.split("|"))
    + ")"
)
"""A word of a Latin name that another word of it follows."""
_MOST: Final = 5
"""Words of a name behind its title that are held together."""


def _of_name(text: str, place: int) -> Iterator[int]:
    for _ in range(_MOST):
        match = _compiled(_NAMED).match(text, place)
        if match is None:
            return
        place = match.end()
        yield place


def _more(text: str) -> Iterator[int]:
    yield from _of_letters(text)
    if ". " in text:
        yield from _of_initials(text)


def _of_initials(text: str) -> Iterator[int]:
    """Yield an initial holds to the name behind it: A. P. J. Abdul Kalam."""
    place = text.find(". ", 1)
    while place > 0:
        if "A" <= text[place - 1] <= "Z" and (place == 1 or text[place - 2] in " \u00a0.\n"):
            yield place + 2
        place = text.find(". ", place + 1)


def _of_letters(text: str) -> Iterator[int]:
    for word in _LETTERED:
        place = text.find(word)
        while place >= 0:
            place += len(word)
            if _is_letter_alone(text, place):
                yield place
            place = text.find(word, place)


def _is_letter_alone(text: str, place: int) -> bool:
    """Return whether what stands there numbers the word before it: Group A, phase II."""
    first, second = text[place : place + 1], text[place + 1 : place + 2]
    if "A" <= first <= "Z" and not (
        "A" <= second <= "Z" or "a" <= second <= "z" or second in ("’", "'")
    ):
        return True
    match = _WORD.match(text, place)
    return match is not None and len(match[0]) > 1 and not match[0].strip("IVX")


BREAKING: Final = Breaking(
    locale="en",
    held=Held(
        letters=_WORD,
        months=_MONTHS,
        scales=frozenset(_SCALES.split()),
        double={
            "US": ("dollars", "dollar"),
            "per": ("cent",),
            "metric": ("tons", "tonnes", "ton", "tonne"),
            "square": ("metres", "metre", "km", "feet"),
            "cubic": ("metres", "metre"),
            "percentage": ("points", "point"),
        },
        joints=frozenset(("to", "in", "±", "×", "x", "–")),
        loose=frozenset(_LOOSE.split()),
        before=_MONTHS | frozenset(_BEFORE.split()),
        pairs={"to": "up", "than": "more", "least": "at", "most": "at"},
        only_pairs=True,
        clocked=frozenset(("hrs", "hours", "am", "pm")),
        zoned=frozenset(("time",)),
        titles=(
            *("Mr ", "Ms ", "Mrs ", "Dr ", "Mr. ", "Ms. ", "Mrs. ", "Dr. "),
            *("Prof. ", "H.E. ", "Hon. ", "Shri ", "Smt. "),
        ),
        of_name=_of_name,
        more=_more,
    ),
)
