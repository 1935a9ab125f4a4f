"""Figures in English: millions and billions, or the lakhs and crores of India."""

from typing import Final

from lohum_brief.language.rooms.numbers import Gender, Numbers

_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


def _ordinal(number: int, figures: str, _gender: Gender, _counter: str) -> str:
    return figures + ("th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th"))


NUMBERS: Final = Numbers(
    large={
        "crore": ((10**12, "lakh\u00a0crore"), (10**7, "crore"), (10**5, "lakh")),
        "million": ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
    },
    lakhs=("crore",),
    ordinal=_ordinal,
)
