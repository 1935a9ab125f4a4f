"""Dates in English. Names of months and weekdays are CLDR's."""

from typing import Final

from lohum_brief.language.rooms.dates import Dates

_MONTHS: Final = """
January February March April May June July August September October November December
"""

DATES: Final = Dates(
    months=tuple(_MONTHS.split()),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    fiscal=("FY {}", " (April–March)"),
)
