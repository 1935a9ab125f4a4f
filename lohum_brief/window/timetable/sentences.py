"""What is said of a programme that moves: by how much, what moves along, what no longer fits."""

import datetime as dt
from typing import Final

from lohum_brief.language.interface import say, say_n
from lohum_brief.message import Message, msg
from lohum_brief.visit.records import Item
from lohum_brief.visit.schedule import Plan, later_by
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels

_MINUTE: Final = dt.timedelta(minutes=1)
_NAMED: Final = 2
"""What no longer fits is named up to this number."""


def step_name(minutes: int) -> Message:
    """Return what moving by some minutes is called."""
    if minutes < 0:
        return msg("{minutes} min earlier from here", minutes=-minutes)
    return msg("{minutes} min later from here", minutes=minutes)


def signed(minutes: int) -> str:
    """What stands on the button that moves by some minutes."""
    text = say("{minutes} min", minutes=abs(minutes))
    return f"–{text}" if minutes < 0 else f"+{text}"


def moved(visit: Visit, plan: Plan, minutes: int) -> str:
    """How many moved, and by how much where that is the same for all."""
    shifts = set()
    zone = visit.particulars.place_zone
    for item in plan.items:
        old = visit.get(Item, item.id)
        if old is not None and old.start != item.start:
            shifts.add(later_by(old, item, zone) // _MINUTE)
    count = sum(
        item.start != getattr(visit.get(Item, item.id), "start", None) for item in plan.items
    )
    if not count:
        return say("Nothing else had to move.")
    if len(shifts) == 1 and abs(only := shifts.pop()) < 24 * 60:
        if only < 0:
            return say_n(
                "{count} item is {minutes} min earlier.",
                "{count} items are {minutes} min earlier.",
                count,
                minutes=-only,
            )
        return say_n(
            "{count} item is {minutes} min later.",
            "{count} items are {minutes} min later.",
            count,
            minutes=only,
        )
    if minutes:
        return say_n(
            "{count} item is up to {minutes} min later.",
            "{count} items are up to {minutes} min later.",
            count,
            minutes=max(map(abs, shifts)),
        )
    return say_n("{count} item has another time.", "{count} items have other times.", count)


def unfit(plan: Plan, visit: Visit) -> list[str]:
    """What no longer fits, in words."""
    told = []
    for first, second, length in plan.unfit[:_NAMED]:
        names = {
            "title": labels.text(first.title, visit) or first.id,
            "other": labels.text(second.title, visit) or second.id,
        }
        minutes = length // _MINUTE
        if second.fixed:
            told.append(
                say(
                    "“{title}” runs {minutes} min into “{other}”, which is fixed.",
                    minutes=minutes,
                    **names,
                )
            )
        else:
            told.append(
                say("“{title}” runs {minutes} min into “{other}”.", minutes=minutes, **names)
            )
    if (more := len(plan.unfit) - _NAMED) > 0:
        told.append(say_n("{count} more does not fit.", "{count} more do not fit.", more))
    return told
