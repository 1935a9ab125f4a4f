"""What people and spreadsheets write, read exactly: numbers, quantities, dates, times and periods
in three languages.

The other direction of `numbers`, `units` and `dates`: what they print is read back to the same
value. What has two meanings is refused or asked about, never guessed. A text is at most 200
characters long, so that no reading takes long.
"""

from lohum_brief.language.parsing.dates import date
from lohum_brief.language.parsing.numbers import number
from lohum_brief.language.parsing.periods import period
from lohum_brief.language.parsing.quantities import Read, quantity
from lohum_brief.language.parsing.times import moment, time
from lohum_brief.language.parsing.timespans import Timespan, TurnedSpanError, timespan, timespan_of
from lohum_brief.language.source import AmbiguousDateError, UnreadableError

__all__ = [
    "AmbiguousDateError",
    "Read",
    "Timespan",
    "TurnedSpanError",
    "UnreadableError",
    "date",
    "moment",
    "number",
    "period",
    "quantity",
    "time",
    "timespan",
    "timespan_of",
]
