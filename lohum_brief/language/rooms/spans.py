"""What headings of columns say of times and of what stands below them."""

from collections.abc import Callable, Mapping

import msgspec


class Spans(msgspec.Struct, frozen=True, kw_only=True):
    """Fragments of patterns are parted by | and stand in the middle of what they are part of."""

    estimated: str = ""
    """What marks the values of a time as estimates."""
    sure: str = ""
    """What says in brackets that they are none."""
    sure_behind: str = ""
    """What says so behind a time without brackets, with what must stand before it."""
    before: str = ""
    """What stands before a year and says nothing more."""
    months: Mapping[str, int] = {}
    """Months by their names and short forms in small letters."""
    until: str = ""
    """What stands between two months."""
    target: str = ""
    """What is wished for or planned for a time."""
    of_year: str = ""
    """Parts of a year."""
    year: str = ""
    """The end of a year behind which a part of it stands without a space."""
    sure_part: str = ""
    """What stands behind such a part and says that it is no estimate."""
    closing: str = ""
    """Signs with which a year may end."""
    ends: str = ""
    """Signs with which any time may end, beside figures."""
    figures: str = ""
    """Figures other than those from 0 to 9."""
    beginning: str = ""
    """What a time may begin with, beside figures and words of three letters."""
    plain: Callable[[str], str] | None = None
    """Return a time that is counted in a way of the language's own, as it is read from texts; empty
    for any other.
    """
