"""What can be stored, but cannot be meant: a visit that ends before it begins, a pack of nothing."""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.language.catalogue import say
from lohum_brief.visit.records import Item, Pack, Particulars
from lohum_brief.visit.visit import Visit

RULE = "plausibility"


def findings(visit: Visit) -> Iterator[Finding]:
    """An error for days in the wrong order; warnings for programme items on other days and for packs without sections."""
    for particulars in visit.of(Particulars):
        yield from _days(particulars, visit.of(Item))
    for pack in visit.of(Pack):
        if not pack.sections:
            yield Finding("warning", RULE, pack.id, "sections", say("It has no sections: nothing would be printed."))


def _days(visit: Particulars, items: list[Item]) -> Iterator[Finding]:
    start, end = visit.start, visit.end or visit.start
    if start is None or end is None:
        return
    if end < start:
        message = say("The visit ends on {end}, before it starts on {start}.", end=end, start=start)
        steps = (Step(visit.id, "start", end.isoformat()), Step(visit.id, "end", start.isoformat()))
        yield Finding("error", RULE, visit.id, "end", message, fix=Fix(say("Exchange the days"), steps))
        return
    for item in items:
        day = item.start.date()
        if not start <= day <= end:
            message = say(
                "It starts on {day}, but the visit lasts from {start} to {end}.", day=day, start=start, end=end
            )
            yield Finding("warning", RULE, item.id, "start", message, f"{start}/{end}")
