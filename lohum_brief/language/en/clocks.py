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
    zones={
        "Asia/Kolkata": r"I\.?S\.?T\.?|Indian Standard Time",
        "Asia/Tokyo": r"J\.?S\.?T\.?|Japan Standard Time",
    },
    other_zones="UTC|GMT|Z|BST|CET|CEST|EST|EDT|PST|PDT|SGT|KST|HKT",
    part=r"[ap]\.?\s?m\b|noon|midnight",
    from_day="at |on ",
    hours="h|hrs?|hours?",
    minutes="m|mins?|minutes?",
    more="and ",
    halves={"pm": 12, "p": 12, "am": 0, "a": 0},
    about=r"approx(?:imately|\.)?|around|about|circa|c\.|ca\.?",
    about_behind=r"approx\.?",
    tentative=r"tentative|tbc|t\.?b\.?c\.?",
    later="days?",
    lengths={"half an": "0.5", "half": "0.5", "an": "1", "a": "1", "one and a half": "1.5"},
)
