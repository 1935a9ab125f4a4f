"""What can be stored, but cannot be meant: a visit that ends before it begins, a pack of
nothing.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.language import dates
from lohum_brief.language.parsing import UnreadableError, date
from lohum_brief.message import msg
from lohum_brief.visit.figures import ended
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Item,
    Note,
    Observation,
    Pack,
    Particulars,
    Series,
    Statement,
)
from lohum_brief.visit.visit import Visit

RULE = "plausibility"

_DATED: Final[Mapping[type[AnyRecord], tuple[str, ...]]] = {
    Note: ("date", "due"),
    Statement: ("date",),
    Observation: ("as_of",),
    Figure: ("as_of",),
    Series: ("as_of",),
}
"""Dates that are typed. That of a source stands as its publisher wrote it."""
_TRAVEL: Final = dt.timedelta(days=3)
"""Before and after a visit people may arrive and leave; what is further away has a wrong date."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield errors for days in the wrong order and for programme items far from the visit; warnings
    for those just before or after it, for a visit without a day, for packs without sections and for
    dates that would print as they were typed in every language.
    """
    for particulars in visit.of(Particulars):
        yield from _days(particulars, visit.of(Item))
    for pack in visit.of(Pack):
        if not pack.sections:
            yield Finding(
                "warning",
                RULE,
                pack.id,
                "sections",
                msg("It has no sections: nothing would be printed."),
            )
    for kind, fields in _DATED.items():
        for record in visit.of(kind):
            for field in fields:
                text = getattr(record, field)
                if text and not ended(text):
                    yield _undated(record.id, field, text)


def _undated(ident: str, field: str, text: str) -> Finding:
    message = msg(
        "“{text}” is no date, month, year or fiscal year: it prints as it stands in every "
        "language.",
        text=text,
    )
    try:
        day = date(text).isoformat()
    except UnreadableError:
        return Finding("warning", RULE, ident, field, message, text)
    fix = Fix(msg("Write {date}", date=day), (Step(ident, field, day),))
    return Finding("warning", RULE, ident, field, message, text, fix=fix)


def _no_days(visit: Particulars, days: list[dt.date]) -> Finding:
    """Return the warning that covers and heads print no day, with the programme's days to take."""
    first, last = min(days), max(days)
    message = msg(
        "The visit has no day, so no cover says one; its programme begins on {start}.",
        start=dates.in_each(first),
    )
    steps = [Step(visit.id, "start", first.isoformat())]
    if last > first:
        steps.append(Step(visit.id, "end", last.isoformat()))
    fix = Fix(msg("Take the days of the programme"), tuple(steps))
    return Finding("warning", RULE, visit.id, "start", message, f"{first}/{last}", fix=fix)


def _days(visit: Particulars, items: list[Item]) -> Iterator[Finding]:
    start, end = visit.start, visit.end or visit.start
    if start is None or end is None:
        if items:
            yield _no_days(visit, [item.start.date() for item in items])
        return
    if end < start:
        message = msg(
            "The visit ends on {end}, before it starts on {start}.",
            end=dates.in_each(end),
            start=dates.in_each(start),
        )
        steps = (Step(visit.id, "start", end.isoformat()), Step(visit.id, "end", start.isoformat()))
        yield Finding(
            "error", RULE, visit.id, "end", message, fix=Fix(msg("Exchange the days"), steps)
        )
        return
    for item in items:
        day = item.start.date()
        if not start <= day <= end:
            message = msg(
                "It starts on {day}, but the visit lasts from {start} to {end}.",
                day=dates.in_each(day),
                start=dates.in_each(start),
                end=dates.in_each(end),
            )
            near = start - _TRAVEL <= day <= end + _TRAVEL
            yield Finding(
                "warning" if near else "error", RULE, item.id, "start", message, f"{start}/{end}"
            )
