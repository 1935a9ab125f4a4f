"""What stands in a list without being an entry of it, or for one that is not named."""

from collections.abc import Mapping

import msgspec


class Lists(msgspec.Struct, frozen=True, kw_only=True):
    """Fragments of patterns are parted by | and stand in the middle of what they are part of; so
    are words.
    """

    ditto: str = ""
    """What says that something is as in the entry above."""
    same_body: str = ""
    """What says that a body is."""
    totals: str = ""
    """The words for a total, in small letters."""
    counted: str = ""
    """A total with what is counted, in small letters."""
    note: str = ""
    """How a note or a signature below a list begins."""
    counters: str = ""
    """What stands behind the number of a total."""
    uncounted: str = ""
    """An entry that counts people and names nobody, or says whose they are."""
    of_whom: tuple[str, ...] = ()
    """What stands behind a name and means another person."""
    local: str = ""
    """What a heading has behind it in brackets that does not change what it says."""
    below_years: str = ""
    """Headings that stand below years."""
    above_years: str = ""
    """What stands above years and says no more than that they are such."""
    sorts: Mapping[str, str] = {}
    """What tells the kind of a note."""
    measures: Mapping[str, str] = {}
    """What a title says that a table counts."""
    unit_of_title: str = ""
    """What stands before the unit in a title, and is no part of it."""
