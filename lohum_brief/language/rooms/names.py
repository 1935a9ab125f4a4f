"""How a language writes and orders names of people."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, Literal

import msgspec

Honorific = Literal["none", "mr", "ms", "dr", "prof", "he", "he_mr", "he_ms"]
Side = Literal["guest", "host"]

NBSP: Final = "\u00a0"

BARE_FAMILY: Final = re.compile(r".+?(?=,| \(| Jr| Sr|$)")
"""A family name without what stands behind it: SMITH Jr., SINGH (Retd.), RAO, PhD."""


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """Honorifics stand before the name and family names behind the given one unless a language says
    otherwise.
    """

    before: Mapping[Honorific, str]
    behind: tuple[str, ...] = ()
    """Honorifics that stand behind a name."""
    word: str
    """A pattern of what can be a name in a text; shorter words are too like other words."""
    surname_first: bool = False
    """Whether people whose own language it is say their family name first."""
    joint: str = " "
    """Between the parts of a name of the language's own."""
    foreign_joint: str = " "
    """Between the parts of any other name."""

    def address(self, *, foreign: bool, honorific: Honorific, side: Side) -> tuple[str, str]:
        """Return what stands before and behind a name, with the space that holds it there.

        `foreign` is whoever has another language as their own.
        """
        _ = foreign, side
        before = self.before.get(honorific, "")
        return before and before + NBSP, ""

    def set_off(self, family: str) -> str:
        """Return a family name as it is told from a given one."""
        return family

    def heard(self, spread: str) -> str:
        """Return a word, in normal form D, without what is lost on the way from one ear to another
        hand.
        """
        return "".join(letter for letter in spread if letter.isalnum()).casefold()

    def collated(self, form: str, reading: str) -> tuple[object, ...]:
        """Return what a list is ordered by: letters without accents and case first."""
        _ = reading
        spread = unicodedata.normalize("NFD", form)
        # The virama is no accent.
        plain = "".join(c for c in spread if not unicodedata.combining(c) or c == "\u094d")
        return (plain.casefold(), len(spread), spread)
