"""Times of day as they are said in English: 10 o'clock, half past ten in the morning."""

import datetime as dt
import re
from typing import Final

from lohum_brief.language.rooms.clocks import Clocks, at, refuse, within

_HOURS: Final = (
    "twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven",
)  # fmt: skip
_MINUTES: Final = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_SPOKEN: Final = re.compile(
    r"(?:(?:a )?(?P<minutes>half|quarter|five|ten|twenty(?:-five)?)(?: minutes)? "
    r"(?P<way>past|to) )?"
    rf"(?P<hour>[0-9]{{1,2}}|{'|'.join(_HOURS)})(?P<clock> ?o['\u2019] ?clock)?"
    r"(?: ?(?P<half>[ap])\.? ?m\.?| (?P<part>in the morning|in the afternoon|in the evening|"
    r"at night))?"
)
_PARTS: Final = {
    "in the morning": (*range(1, 12),),
    "in the afternoon": (*range(12, 18),),
    "in the evening": (*range(16, 23),),
    "at night": (*range(19, 24), *range(4)),
}
"""The hours that each part of the day can mean."""
_LATIN: Final = re.compile("[a-zA-Z]")


class _Clocks(Clocks, frozen=True):
    def time(self, body: str, text: str) -> dt.time | None:
        """Read an hour with o'clock, or minutes past it or to it, with a part of the day or not.

        Without one, one to five are refused: two o'clock is the afternoon to nearly all.
        """
        found = _spoken(body)
        if found is None:
            return None
        hour, minute = _face(found)
        if found["half"]:
            hour = _of_half(found, hour, text)
        elif found["part"]:
            hour = within(hour, _PARTS[found["part"]])
        elif 1 <= hour <= 5:
            refuse(text)
        return at(hour, minute, text)

    def hour(self, body: str) -> tuple[int, int] | None:
        """Return the hour and minutes that are said without a part of the day."""
        found = _spoken(body)
        return None if found is None or found["half"] or found["part"] else _face(found)

    def halved(self, body: str) -> bool:
        """Return whether there are letters, such as pm or noon."""
        return _LATIN.search(body) is not None


def _spoken(body: str) -> re.Match[str] | None:
    found = _SPOKEN.fullmatch(body.lower())
    return found if found and (found["minutes"] or found["clock"]) else None


def _face(found: re.Match[str]) -> tuple[int, int]:
    """Return the hour and the minutes: a quarter to one is 12:45."""
    said = found["hour"]
    hour = int(said) if said.isdecimal() else _HOURS.index(said) or 12
    minute = _MINUTES[found["minutes"]] if found["minutes"] else 0
    return ((hour - 1) or 12, 60 - minute) if found["way"] == "to" else (hour, minute)


def _of_half(found: re.Match[str], hour: int, text: str) -> int:
    """Return the hour of a half of the day; to some a quarter to 12 pm is before noon."""
    if not 1 <= hour <= 12 or (found["way"] == "to" and hour == 11):
        refuse(text)
    return hour % 12 + (12 if found["half"] == "p" else 0)


CLOCKS: Final = _Clocks(
    noon=("noon", "12 noon", "12:00 noon", "12.00 noon", "noontime"),
    midnight=("midnight", "mid-night", "12 midnight", "12:00 midnight", "12.00 midnight"),
    last=r"24(?:[:.]?00(?::00)?)?\s*(?:hrs?\.?|hours|h)?",
    joint=r"\b(?:to|till|until|upto|up to|through|and)\b|(?<!\S)to(?!\S)",
    around=r"^(?:from|between|at)\s+|\s+sharp$",
    opening=r"\bonwards?|\bon ?wards?|\bstart|\bstarts",
    next_day=r"^next day,? ?|\s*\(?(?:next day|\+1(?: day)?)\)?$",
    struck=" o'clock",
    of_twelve=True,
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
    clocked=rf"(?i:o['\u2019] ?clock|(?:{'|'.join(_MINUTES)})(?: minutes)? (?:past|to)\b)",
    later="days?",
    lengths={"half an": "0.5", "half": "0.5", "an": "1", "a": "1", "one and a half": "1.5"},
)
