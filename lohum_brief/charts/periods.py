"""Stored periods on a scale of time, and as they are printed."""

from collections.abc import Sequence
from itertools import pairwise

from lohum_brief.charts.chart import Words
from lohum_brief.language import dates
from lohum_brief.language.codes import LANGS


def time(period: str) -> float | None:
    """Return a stored date, month, year or fiscal year as a year with its fraction, or None."""
    fiscal = period.startswith("FY")
    parts = period.removeprefix("FY").split("-")
    if (
        not all(part.isdecimal() and part.isascii() for part in parts)
        or len(parts[0]) != 4
        or len(parts) > 3
    ):
        return None
    year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
    return year + (0.25 if fiscal else 0.0) + (month - 1) / 12 + (day - 1) / 372


def times(periods: Sequence[str]) -> tuple[float, ...]:
    """Return the periods on a scale of time.

    There are none unless all are on one scale, each later than the one before.
    """
    found = [time(period) for period in periods]
    known = tuple(when for when in found if when is not None)
    return (
        known
        if len(known) == len(found) and all(one < other for one, other in pairwise(known))
        else ()
    )


def printed(period: str) -> Words:
    """Return the period as each language writes it."""
    return {lang: dates.as_of(period, lang, months=False) for lang in LANGS}
