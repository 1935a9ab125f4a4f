"""Days of the calendar by their numbers, as somebody wrote them."""

import datetime as dt
from typing import NoReturn

from lohum_brief.language.source import UnreadableError, shown
from lohum_brief.message import msg


def calendar_day(year: int, month: int, day: int, text: str) -> dt.date:
    """Return the day that a text says, if there is such a one. Raises UnreadableError."""
    return day_if_any(year, month, day) or refuse_day(text)


def day_if_any(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, None where there is none; years have four figures."""
    try:
        return dt.date(year, month, day) if year >= 1000 else None
    except ValueError:
        return None


def refuse_day(text: str) -> NoReturn:
    """Say that there is no such day."""
    raise UnreadableError(
        msg("“{text}” is a day that does not exist: check the day and the month.", text=shown(text))
    )
