"""What a text says with a number: how much of what, in which month, at what time; and whether two
say the same.
"""

from decimal import Decimal
from typing import Final, Literal, NamedTuple

Weight = Literal["figure", "word", "aside"]
"""Figures and long numbers in words must stand in every language. A small number in words can be a
turn of phrase, and counts only against another number. An aside (one, both, half) answers for a
number elsewhere and asks for none.
"""

Sort = Literal["number", "month", "clock"]

_ROUGH: Final = Decimal("0.03")
"""Forty acres are 16 hectares in a text: who converts an inch or an acre rounds."""


class Mention(NamedTuple):
    """A number of a text with all that it can mean."""

    start: int
    stop: int
    weight: Weight = "figure"
    sort: Sort = "number"
    values: frozenset[Decimal] = frozenset()
    """The number without its unit: 20 kt is 20, and 20,000 of the next smaller unit."""
    amounts: frozenset[tuple[str, Decimal]] = frozenset()
    """The quantity in the reference unit of its kind: 20 kt is 20,000,000 kg."""
    unit: str = ""
    """The unit as it is written behind or before it."""
    scale: Decimal = Decimal(1)
    """The large unit behind its figures."""
    unsure: bool = False
    """The unit may be another, or none: m is metres or millions."""
    rough: bool = False
    """Its unit has no decimal relation to those of other countries."""
    whole: tuple[int, int] = (0, 0)
    """Where number and unit begin and end; `start` and `stop` are those of the number with its
    large unit.
    """

    plain: bool = True
    """It is typed as it prints: no literal is part of it."""

    @property
    def extent(self) -> tuple[int, int]:
        """The places of all of it."""
        return self.whole if self.whole[1] else (self.start, self.stop)

    @property
    def certain(self) -> bool:
        """Whether it can mean one thing only."""
        return self.plain and not self.unsure and len(self.values) == 1 and len(self.amounts) < 2

    @property
    def value(self) -> Decimal:
        """The number; of several the first that was read, which is the smallest."""
        return min(self.values)


def agree(one: Mention, other: Mention) -> bool:
    """Return whether two mentions can mean the same; a unit that only one of them has is no
    difference.
    """
    if one.sort != other.sort and "month" in (one.sort, other.sort):
        return False
    if one.amounts & other.amounts:
        return True
    if one.amounts and other.amounts:
        if one.rough != other.rough and _near(one, other):
            return True
        if not (one.unsure or other.unsure):
            return False
    return bool(one.values & other.values)


def _near(one: Mention, other: Mention) -> bool:
    return any(
        kind == other_kind
        and abs(amount - other_amount) <= _ROUGH * max(abs(amount), abs(other_amount))
        for kind, amount in one.amounts
        for other_kind, other_amount in other.amounts
    )
