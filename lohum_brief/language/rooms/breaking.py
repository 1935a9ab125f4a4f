"""Where lines of a language break, and what they do not part though Unicode would."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

import msgspec


class Bound(Protocol):
    """Return the places of a text where no line may break, as `binding.bound` does; nothing is held
    over a line break in it.
    """

    def __call__(self, text: str, *, narrow: bool) -> set[int]: ...


def _nothing(_text: str) -> Iterator[int]:
    return iter(())


def _no_name(_text: str, _place: int) -> Iterator[int]:
    return iter(())


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a language that sets spaces beside which a line does not break."""

    letters: re.Pattern[str] = re.compile("[A-Za-zÀ-ɏ]+")
    """A word."""
    months: frozenset[str] = frozenset()
    scales: frozenset[str] = frozenset()
    """Large units."""
    double: Mapping[str, tuple[str, ...]] = {}
    """Units of two words, by the first."""
    joints: frozenset[str] = frozenset("±×–")
    """Between two numbers that are one range or one quantity: 25 to 30 tonnes, 1 in 10, 20 ± 2 t.
    """
    loose: frozenset[str] = frozenset()
    """Words that belong to what follows them, not to the number before."""
    before: frozenset[str] = frozenset()
    """What is held to the number behind it; of those of two words, the second."""
    pairs: Mapping[str, str] = {}
    """The first of two words, by the second."""
    only_pairs: bool = False
    """Whether the second of two words is held with the first only."""
    clocked: frozenset[str] = frozenset()
    """Behind a time of day, before whose it is: 10:30 hrs IST."""
    zoned: frozenset[str] = frozenset()
    """The second word of whose time it is: 04:30 Indian time."""
    titles: tuple[str, ...] = ()
    """What stands before a name, with its space."""
    of_name: Callable[[str, int], Iterator[int]] = _no_name
    """The places that hold in the name that begins there behind a title."""
    more: Callable[[str], Iterator[int]] = _nothing
    """What else holds in a text, line by line."""


class Breaking(msgspec.Struct, frozen=True, kw_only=True):
    """The locales are ICU's."""

    locale: str
    phrases: str = ""
    """The locale that keeps phrases together, as headings want it; empty where words are parted
    anyway.
    """
    dashed: bool = True
    """Whether ranges are written with an en dash, behind which no line breaks."""
    numbered: str = ""
    """What stands against a letter that numbers it."""
    held: Held = Held()
    bound: Bound | None = None
    """What holds in a language that sets no spaces."""
