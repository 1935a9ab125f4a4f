"""Figures in Hindi: lakhs and crores, and never अरब and खरब, as in government papers."""

from typing import Final

from lohum_brief.language.rooms.numbers import Gender, Numbers

_LAKHS: Final = ((10**12, "लाख\u00a0करोड़"), (10**7, "करोड़"), (10**5, "लाख"))

_VOWELS: Final[dict[Gender, str]] = {"masculine": "ा", "feminine": "ी", "oblique": "े"}
_ENDINGS: Final[dict[Gender, str]] = {"masculine": "वाँ", "feminine": "वीं", "oblique": "वें"}
_IRREGULAR: Final = {1: "पहल", 2: "दूसर", 3: "तीसर", 4: "चौथ", 6: "छठ"}
_REGULAR: Final = {5: "पाँच", 7: "सात", 8: "आठ", 9: "नौ", 10: "दस"}


def _ordinal(number: int, figures: str, gender: Gender, _counter: str) -> str:
    """Words up to ten, and endings behind figures from there."""
    if number in _IRREGULAR:
        return _IRREGULAR[number] + _VOWELS[gender]
    return _REGULAR.get(number, figures) + _ENDINGS[gender]


NUMBERS: Final = Numbers(
    large={"crore": _LAKHS, "million": _LAKHS},
    lakhs=("crore", "million"),
    digits="०१२३४५६७८९",
    ordinal=_ordinal,
)
