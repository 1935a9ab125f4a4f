"""The forms of units in a language."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Literal

import msgspec

About = Literal["", "about", "at least", "more than", "at most", "up to"]
"""How exact a number is said to be: 500 is at least 500 and not more than 500."""
Case = Literal["one", "many", "oblique"]
"""The forms of a unit: singular, plural, and that in front of a postposition."""


def one_alone(size: Decimal) -> bool:
    """Return whether a number takes the singular where only 1 does: not 1.0."""
    return size == 1 and "." not in f"{size:f}"


class Units(msgspec.Struct, frozen=True, kw_only=True):
    """Each form has `{}` where its number goes; `~` is a no-break space, `|` parts the cases. One
    that is not given is as the one in front of it.
    """

    forms: Mapping[str, str]
    spans: Mapping[str, str]
    """The spans of time that anything may be counted by, behind a stroke: t/month."""
    contents: Mapping[str, str]
    """What of the ore is counted, behind the unit."""
    is_one: Callable[[Decimal], bool] = one_alone
    """Whether a number takes the singular by CLDR."""
    obliques: frozenset[About] = frozenset()
    """What compares by a postposition behind the unit: 1 घंटे से अधिक."""
    compares_number: frozenset[About] = frozenset()
    """What compares stands with the number, before what is counted: 74 से अधिक सदस्य."""
    singular: Callable[[str], str] = lambda _: ""
    """The singular that a plural probably has; empty where nobody can tell."""
    range_as_end: bool = False
    """Whether a range takes singular or plural of its end; else it is plural."""
    large_once: bool = True
    """Whether a range says its large unit once."""
    closing: str = ""
    """The postposition that closes a range in words and goes where something compares behind it."""
