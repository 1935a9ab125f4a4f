"""Dates in running Hindi."""

from typing import Final

from lohum_brief.language.hi.dates import DATES
from lohum_brief.language.rooms.days import Days

_MONTH: Final = (
    "(?P<name>जनवरी|फ़?रवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर"
    "|नवम्बर|दिसंबर|दिसम्बर)"
)
_MORE: Final = {"बृहस्पतिवार": 3, "वीरवार": 3, "इतवार": 6}
_WEEKDAY: Final = "|".join((*DATES.weekdays, *_MORE))

DAYS: Final = Days(
    seen=r"\d [\u0900-\u097f]|\d-\d\d-\d",
    dates=(rf"(?<![\d.,/:])(?P<day>\d{{1,2}}) {_MONTH}(?:,? (?P<year>\d{{4}})(?!\d))?",),
    before=rf"({_WEEKDAY}),? \Z",
    behind=rf",? (?:\(({_WEEKDAY})\)|({_WEEKDAY})(?!,? \d))",
    more=_MORE,
)
