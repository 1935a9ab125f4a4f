"""Times of day as they are said in English."""

import re
from typing import Final

from lohum_brief.language.rooms.clocks import Clocks

_LATIN: Final = re.compile("[a-zA-Z]")


class _Clocks(Clocks, frozen=True):
    def halved(self, body: str) -> bool:
        """Return whether there are letters, such as pm or noon."""
        return _LATIN.search(body) is not None


CLOCKS: Final = _Clocks(
    noon=("noon", "12 noon", "12:00 noon", "12.00 noon", "noontime"),
    midnight=("midnight", "mid-night", "12 midnight", "12:00 midnight", "12.00 midnight"),
    last=r"24(?:[:.]?00(?::00)?)?\s*(?:hrs?\.?|hours|h)?",
    joint=r"\b(?:to|till|until|upto|up to|through|and)\b|(?<!\S)to(?!\S)",
    around=r"^(?:from|between)\s+",
    opening=r"\bonwards?|\bon ?wards?|\bstart|\bstarts",
    next_day=r"^next day,? ?|\s*\(?(?:next day|\+1(?: day)?)\)?$",
)
