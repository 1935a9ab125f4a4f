"""Whole numbers in words where large units are counted one after another."""

from collections.abc import Sequence
from typing import NamedTuple

from lohum_brief.language.rooms.numbers import Sizes


class Ways(NamedTuple):
    """What a language has of its own there."""

    figures: Sequence[str]
    """The words from 0 to 99."""
    hundred: str
    joint: str = ""
    """What joins the tens and ones to what stands before them."""


def spelt_out(value: int, sizes: Sizes, ways: Ways) -> str:
    """Return a number that is not negative in words; two units are enough to count the largest."""
    parts = []
    for size, name in sizes:
        count, value = divmod(value, size)
        if count:  # lakhs and thousands of crores
            parts.append(f"{spelt_out(count, sizes[-2:], ways)} {name}")
    hundreds, rest = divmod(value, 100)
    if hundreds:
        parts.append(f"{ways.figures[hundreds]} {ways.hundred}")
    if rest or not parts:
        parts.append((ways.joint if parts else "") + ways.figures[rest])
    return " ".join(parts)
