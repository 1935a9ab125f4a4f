"""What tables of others call their columns in a language, and the words in them."""

from collections.abc import Mapping
from typing import Final

import msgspec

NO_FIELD: Final = "-"
"""What is no field of a record: the number of a row."""


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """Words are parted by |, as they may have spaces. What the program itself calls a field or a
    choice is known without being named here (`visit.labels`).
    """

    headings: Mapping[str, Mapping[str, str]] = {}
    """For each kind of record, and under "" for all of them, its fields with what their columns are
    called.
    """
    reading: str = ""
    """Words for the form of a name that says how it is read."""
    beside: Mapping[str, str] = {}
    """What columns are called that tell the `clock`, `day`, `way` (flight) or `place` of a journey,
    of which a column before them tells.
    """
    fieldless: Mapping[str, str] = {}
    """For each kind, headings that are known and have no field."""
    choices: Mapping[str, Mapping[str, str]] = {}
    """For each field with a closed list, its choices with what says them."""
    yes: str = ""
    no: str = ""
    none: str = ""
    """What says that there are none: Nil, なし."""
    countries: Mapping[str, str] = {}
    """Further names of countries, in small letters, with their codes."""
    citizens: Mapping[str, str] = {}
    """What citizens are called where that is not the country's name, in small letters, by codes."""
    citizen: str = ""
    """What stands behind the name of a country, or what its citizens are called, to say one of
    them.
    """
    before_citizen: str = ""
    """The same in front."""
