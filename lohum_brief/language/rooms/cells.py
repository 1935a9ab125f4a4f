"""What people write into the cells of tables in a language, beside names, numbers and times."""

from collections.abc import Mapping
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
    quantities: str = ""
    """What stands before a unit and says that there is one: figures, unit."""
    unit_before: str = ""
    """What stands between that and the unit, or before it."""
    unit_behind: str = ""
    """What stands behind a unit and says nothing more."""
    within_unit: str = ""
    """What stands between two parts of a unit: ₹ in crore."""
    rewritten: Mapping[str, str] = {}
    """Units that a table says otherwise than any text, with what they are, in small letters."""
    likely_units: Mapping[str, str] = {}
    """Words that probably mean a unit and may mean another, with that unit, in small letters."""
    spans_of_units: Mapping[str, str] = {}
    """Further names of the spans of time that units are counted by, in small letters."""
    counts: str = ""
    """What stands in a column of units where things are counted, in small letters."""
    counters: Mapping[str, str] = {}
    """Words with which things of many sorts are counted, and as what they are kept."""
    numbered_day: str = ""
    """Which day of a visit is meant, with its number or the word for it as the one group of each
    pattern.
    """
    day_numbers: Mapping[str, int] = {}
    """The words of such numbers."""
    before_date: str = ""
    """What stands before a date and says nothing more."""
    interprets: str = ""
    """Posts that make an interpreter."""
    pairs: str = ""
    """The words between the names of two."""
    relation: str = ""
    """What stands behind a name and before that of a relative."""
    posts: str = ""
    """Words with which posts behind names end."""
    nobody: str = ""
    """What stands in place of a name that is not known yet, in small letters."""
    legal: str = ""
    """The legal form of a company, by which two names of one may differ."""
    legal_signs: str = ""
    """What stands in brackets behind a name for such a form."""
    usual: str = ""
    """Words that many names of organisations begin with, in small letters and without spaces."""
    polite: str = ""
    """What stands before a post without a comma."""
    vague: str = ""
    """Headings that may stand over titles as well as over texts or units, the likeliest titles
    first.
    """
    remarks: str = ""
    """Headings of remarks, which are the least likely titles."""


def by_name(names: Mapping[str, str]) -> dict[str, str]:
    """Return a table of what is written for each key, by the words; `~` is a space within one."""
    return {word.replace("~", " "): key for key, words in names.items() for word in words.split()}
