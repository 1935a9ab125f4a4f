"""How a language groups figures, which large units it counts in, and how it says which in a row."""

from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

Scale = Literal["million", "crore"]
"""The large units of English: thousand, million, billion; or the lakh and crore of India."""

Gender = Literal["masculine", "feminine", "oblique"]
"""Of the Hindi noun that follows; oblique is a masculine one before a postposition: पहले दौर में.
"""

Sizes = tuple[tuple[int, str], ...]


class Numbers(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of a language."""

    large: Mapping[Scale, Sizes]
    """The large units by their size, the largest first."""
    ordinal: Callable[[int, str, Gender, str], str]
    """Which in a row: of the number, its figures, the gender of what follows, and the counter of
    Japanese.
    """
    lakhs: tuple[Scale, ...] = ()
    """The large units with which figures are grouped as in India: with those of India, or with any.
    """
    joint: str = "\u00a0"
    """Between a number and its large unit."""
    digits: str = ""
    """The language's own digits from zero, which a pack may ask for; empty where it has none."""
