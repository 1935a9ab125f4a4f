"""The words with which lists say on whose side people are."""

from collections.abc import Mapping

import msgspec


class Sides(msgspec.Struct, frozen=True, kw_only=True):
    """Words are parted by |, in small letters and without nukta."""

    host: str = ""
    guest: str = ""
    ours: str = ""
    """Those of the hosts that need a body behind them: our delegation."""
    body: str = ""
    """What is said of either side: it has members, it sends a delegation."""
    side: str = ""
    """Of these, the words for a side."""
    filling: str = ""
    """What says nothing."""
    citizens: Mapping[str, str] = {}
    """What belongs to a country, by its code."""
    bodies: str = ""
    """What may stand over a part of a list and names neither side."""
    columns: str = ""
    """Headings of columns that say sides."""
    numbering: str = ""
    """What a heading may be numbered with, beside figures and Latin letters."""
