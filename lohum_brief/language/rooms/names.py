"""How a language writes and orders names of people."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

Dignity = Literal["", "excellency", "honourable"]
"""How holders of an office are spoken of, before everything else."""

Forces = Literal[
    "", "field_marshal", "general", "lieutenant_general", "major_general", "brigadier", "colonel",
    "lieutenant_colonel", "major", "captain", "lieutenant",
    "admiral", "vice_admiral", "rear_admiral", "commodore", "commander", "lieutenant_commander",
    "air_chief_marshal", "air_marshal", "air_vice_marshal", "air_commodore", "group_captain",
    "wing_commander", "squadron_leader", "flight_lieutenant", "flying_officer",
]  # fmt: skip
"""Ranks of army, navy and air force; captains and lieutenants of all of them are called alike."""

Honorific = Literal[
    "none", "mr", "ms", "mrs", "miss", "er", "adv", "justice", "dr", "prof", "prof_dr",
]  # fmt: skip

Suffix = Literal["", "none", "sama", "dono", "kakka", "shi"]
"""What stands behind a name where a language has such; empty follows its rules."""

NameOrder = Literal["", "family_first", "given_first"]
"""Empty is as usual in the person's language and country."""

Side = Literal["guest", "host"]

NBSP: Final = "\u00a0"

BARE_FAMILY: Final = re.compile(r".+?(?=,| \(| Jr| Sr|$)")
"""A family name without what stands behind it: SMITH Jr., SINGH (Retd.), RAO, PhD."""

_COURTESY: Final = frozenset({"mr", "ms", "mrs", "miss"})


class Address(NamedTuple):
    """The parts of a form of address, as they stand in a person's record."""

    dignity: Dignity = ""
    forces: Forces = ""
    honorific: Honorific = "none"
    suffix: Suffix = ""
    retired: bool = False
    """Whether somebody has left the forces, or the bench, whose rank or title it is."""

    @property
    def may_retire(self) -> bool:
        """Whether it says something that somebody may have left."""
        return bool(self.forces) or self.honorific == "justice"

    @property
    def before(self) -> tuple[str, ...]:
        """The words before the name, in their order; who has a rank is no Mr beside it."""
        title = "" if self.forces and self.honorific in _COURTESY else self.honorific
        return tuple(
            word for word in (self.dignity, self.forces, title) if word not in ("", "none")
        )


PLAIN: Final = Address()
"""That of somebody of whom only the name is said."""


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """Honorifics stand before the name and family names behind the given one unless a language says
    otherwise.
    """

    before: Mapping[str, str]
    """What the words of an `Address` are called before a name."""
    behind: tuple[str, ...] = ()
    """Honorifics that stand behind a name."""
    word: str
    """A pattern of what can be a name in a text; shorter words are too like other words."""
    either_first: bool = False
    """Whether lists in it give family names first or last, so that it has to be found out."""
    by_sound: bool = False
    """Whether names of others are written in it by their sound: what their form in Latin letters
    tells is told of them too.
    """
    retired: str = ""
    """What stands behind the name of somebody who has left the forces or the bench."""
    surname_first: bool = False
    """Whether people whose own language it is say their family name first."""

    def around(self, address: Address, *, foreign: bool, side: Side) -> tuple[str, str]:
        """Return what stands before and behind a name, with the spaces that hold it there.

        `foreign` is whoever has another language as their own.
        """
        _ = foreign, side
        said = [self.before[word] for word in address.before if word in self.before]
        retired = self.retired and address.retired and address.may_retire
        return "".join([word + NBSP for word in said]), NBSP + self.retired if retired else ""

    def with_post(self, address: Address, *, foreign: bool, country: str) -> str | None:
        """Return the rank or title that stands with the post; empty where there is none, or all of
        it stands before the name. None where the language has no word for it that is certain.
        """
        _ = foreign, country
        return None if address.forces and address.forces not in self.before else ""

    def says_rank(self, post: str) -> bool:
        """Return whether a post says a rank, or what such a title says."""
        _ = post
        return False

    def ranked(self, post: str, rank: str) -> str:
        """Return a post with the rank that stands with it."""
        return f"{rank}, {post}"

    def joint(
        self, forms: Sequence[str], *, foreign: bool, family_first: bool, country: str
    ) -> str:
        """Return what stands between the parts of a name; `country` is that of a foreigner."""
        _ = forms, foreign, family_first, country
        return " "

    def set_off(self, family: str) -> str:
        """Return a family name as it is told from a given one."""
        return family

    def romanised(self, word: str) -> str:
        """Return a word of a name in Latin letters, to compare with, not to print."""
        return word

    def spelt(self, reading: str) -> str:
        """Return a reading in Latin letters without long vowels, to compare with, not to print."""
        return reading

    def heard(self, spread: str) -> str:
        """Return a word, in normal form D, without what is lost on the way from one ear to another
        hand.
        """
        return "".join(letter for letter in spread if letter.isalnum()).casefold()

    def beside(self, form: str, reading: str) -> str:
        """Return the reading to print beside a name or a term; empty where that tells it."""
        return "" if form == reading else reading

    def collated(self, form: str, reading: str) -> tuple[object, ...]:
        """Return what a list is ordered by: letters without accents and case first."""
        _ = reading
        spread = unicodedata.normalize("NFD", form)
        # The virama is no accent.
        plain = "".join(c for c in spread if not unicodedata.combining(c) or c == "\u094d")
        return (plain.casefold(), len(spread), spread)
