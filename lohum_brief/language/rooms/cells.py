"""What people write into the cells of tables in a language, beside names, numbers and times."""

from typing import NamedTuple

import msgspec


class Around(NamedTuple):
    """Patterns of what stands before and behind something; empty where nothing does."""

    before: str = ""
    behind: str = ""


class Cells(msgspec.Struct, frozen=True, kw_only=True):
    """Fragments of patterns are parted by | and stand in the middle of what they are part of; so
    are words.
    """

    joints: str = ""
    """The words between the parts of a list; spaces stand around them."""
    allergy: str = ""
    """What says no more than that somebody is allergic to something."""
    estimated: str = ""
    """What stands behind a number that is estimated."""
    no_value: str = ""
    """What sources print where they have no number."""
    powers: str = ""
    """Words that say that a number is of thousands, millions and so on."""
    power_signs: str = ""
    """Signs that say so wherever they stand, as characters of a set."""
    hedges: Around = Around()
    """What says how exact a number is, in tables whose numbers are printed as they stand."""
    bounds: Around = Around()
    """The same in words that no record has a field for: under, nearly."""
    least: Around = Around()
    """The same for what may mean at least."""
    understood: str = ""
    """The words that are understood with a number, as a message lists them."""
    vague: str = ""
    """Headings that may stand over titles as well as over texts or units, the likeliest titles
    first.
    """
    remarks: str = ""
    """Headings of remarks, which are the least likely titles."""
