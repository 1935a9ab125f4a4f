"""Numbers and units in words, as a language says them."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from lohum_brief.language.rooms.numbers import Scale


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """What an interpreter says."""

    figures: Sequence[str]
    """The numbers from 0 to 9, and further where the language has words for them."""
    point: str
    negative: str
    whole: Callable[[int, Scale], str]
    """A whole number, not negative, with one kind of large units."""
    year: Callable[[int], str]
    """The number of a year; empty where it is said as any other."""
    units: Mapping[str, str]
    """What prints as a symbol is spoken by name; `|` parts one from many."""
    each: Mapping[str, str]
    """What stands around a quantity for what follows the slash of its unit, with "about" inside."""
    kinds: Mapping[str, str]
    """The same for what a unit is a measure of."""
    below_zero: str = ""
    """How a temperature is said without a minus; empty where it has one."""
