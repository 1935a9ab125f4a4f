"""Days and moments as the interface says them."""

import datetime as dt

from lohum_brief.language import dates
from lohum_brief.language.interface import interface, say, say_n


def days_to(start: dt.date | None) -> int | None:
    """Days from today, here; negative for the past."""
    return None if start is None else (start - dt.datetime.now().astimezone().date()).days


def days_said(days: int | None) -> str:
    """How far a day is: in so many days, today, so many days ago."""
    if days is None:
        return say("No date yet")
    if days == 0:
        return say("today")
    if days == 1:
        return say("tomorrow")
    if days > 0:
        return say_n("in {count} day", "in {count} days", days)
    return say_n("{count} day ago", "{count} days ago", -days)


def span_said(start: dt.date | None, end: dt.date | None) -> str:
    """The days of a visit; empty where there are none."""
    if start is None:
        return ""
    if end is None or end <= start:
        return dates.date(start, interface(), weekday=True)
    return dates.date_range(start, end, interface())


def moment_said(written: str) -> str:
    """A local moment written as ISO 8601."""
    moment = dt.datetime.fromisoformat(written)
    return dates.moment(moment, interface())
