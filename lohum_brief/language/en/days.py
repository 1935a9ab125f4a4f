"""Dates in running English."""

from typing import Final

from lohum_brief.language.en.dates import DATES
from lohum_brief.language.rooms.days import Days

_MONTH: Final = (
    r"(?P<name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])\.?"
)
_WEEKDAY: Final = "|".join(
    (*DATES.weekdays, "Mon", "Tues?", "Wed", "Thu(?:rs?)?", "Fri", "Sat", "Sun")
)

DAYS: Final = Days(
    seen=r"\d[a-z]{0,2}(?: of)? [A-Z][a-z]{2}|[A-Z][a-z]{2,8}\.? \d|\d-\d\d-\d",
    dates=(
        (
            rf"(?<![\d.,/:])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? "
            rf"(?P<year>\d{{4}})(?!\d))?"
        ),
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?, (?P<year>\d{{4}})(?!\d)",
    ),
    before=rf"\b({_WEEKDAY})\.?,? (?:the )?\Z",
    behind=(
        rf",? (?:\(({_WEEKDAY})\.?\)"
        rf"|({_WEEKDAY})(?![A-Za-z])(?!\.?,? (?:the )?(?:\d|[A-Z][a-z]+ \d)))"
    ),
    letters=3,
)
