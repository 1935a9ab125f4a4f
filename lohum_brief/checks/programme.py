"""The programme in time: nobody is in two places at once, and it is known how long what others wait
for lasts.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from lohum_brief.checks.finding import Finding
from lohum_brief.language.codes import LANGS
from lohum_brief.message import Forms, forms, msg
from lohum_brief.visit.records import Item, Particulars
from lohum_brief.visit.schedule import ordered, overlaps, together
from lohum_brief.visit.visit import Visit

RULE = "programme"
_MINUTE: Final = dt.timedelta(minutes=1)


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for items that the same people would be in at once; a note for one without a
    duration that others follow.
    """
    items = ordered(visit.of(Item))
    zone = next((one.place_zone for one in visit.of(Particulars)), "")
    for first, second, length in overlaps(items, zone):
        message = msg(
            "“{title}” is not over then: for {minutes} min the same people would be in both.",
            title=_title(first),
            minutes=length // _MINUTE,
        )
        about = f"{first.id} {first.start.isoformat()} {first.minutes}"
        yield Finding("warning", RULE, second.id, "start", message, about)
    for at, item in enumerate(items):
        if not item.minutes and _is_followed(item, items[at + 1 :]):
            message = msg("It has no duration, so that what follows does not move along with it.")
            yield Finding("info", RULE, item.id, "minutes", message)


def _is_followed(item: Item, later: list[Item]) -> bool:
    """Return whether its people do something else on the same day."""
    for other in later:
        if other.start.date() != item.start.date():
            return False
        if together(item, other):
            return True
    return False


def _title(item: Item) -> Forms:
    """Return what an item is called in each language, else in the first that it has."""
    first = next((text for lang in LANGS if (text := item.title[lang])), item.id)
    return forms({lang: item.title[lang] or first for lang in LANGS})
