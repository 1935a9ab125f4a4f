"""Readers of times of day and years in words of running English."""

import re
from collections.abc import Iterator
from typing import Final

from lohum_brief.language.mention import Mention
from lohum_brief.language.typed.readers import clock, plain

_HOURS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_MINUTES: Final = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
PAST: Final = (
    r"\b(?:[Aa] )?(?:(?P<minutes>(?i:half|quarter|five|ten|twenty(?:-five)?))(?: minutes)? past"
    r"|(?:(?P<quarter>(?i:quarter))|(?P<before>(?i:five|ten|twenty(?:-five)?)) minutes) to) "
    rf"(?P<h>(?i:{'|'.join(_HOURS)})|[0-9]{{1,2}})\b(?![.,:]?[0-9]|-|%)"
    r"(?! (?:per|million|billion|lakh|crore|hundred|thousand|years|months|weeks|days|people"
    r"|members|tonnes|t)\b)"
    r"(?: ?(?P<meridian>[APap]\.?[Mm]\b\.?)| in the (?P<part>morning|afternoon|evening)| at "
    r"(?P<dark>night)\b)?"
)


def past(match: re.Match[str]) -> Iterator[Mention]:
    """Half past ten, a quarter to nine, twenty minutes past two in the afternoon."""
    hour = _HOURS.get(match["h"].lower()) or int(match["h"])
    said = match["minutes"] or match["quarter"] or match["before"]
    minute = _MINUTES[said.lower()]
    if not match["minutes"]:
        hour, minute = (hour - 1) or 12, 60 - minute
    part = (match["meridian"] or match["part"] or "").lower().replace(".", "")
    either = part in ("", "night")
    if not 1 <= hour <= 12:
        either = False
    elif not either:
        hour = hour % 12 + _PARTS[part]
    yield from filter(None, [clock(match.start(), match.end(), hour, minute, either=either)])


_PARTS: Final = {"am": 0, "morning": 0, "pm": 12, "afternoon": 12, "evening": 12}


def romanised(match: re.Match[str]) -> Iterator[Mention]:
    """Reiwa 7 is 2025, and may be written so in another language."""
    first = {"R": 2018, "H": 1988, "S": 1925}[match[0][0]]
    number = int(match["short_era"])
    yield plain(match, first + number, number)
