"""What the mark at the foot of a draft leads to: which draft it is, and what has changed since."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from lohum_brief.language import dates
from lohum_brief.language.interface import interface, say
from lohum_brief.visit.records import Pack, kind_of
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.places import place_of

if TYPE_CHECKING:
    from lohum_brief.service.messages.review import DraftFound

Row = tuple[str, str, str, Callable[[], object] | None]
"""What is shown, what sort of thing it is, its icon, and what going there does; None is no way."""

_MARK: Final = re.compile(r"[0-9a-fA-F]{6}")
_ICON: Final = "file-text"
_MOST: Final = 200
"""Changed records that are listed."""


def mark_in(text: str) -> str:
    """Return the mark that was typed; empty where it is none."""
    typed = text.strip()
    return typed.lower() if _MARK.fullmatch(typed) else ""


def looking(mark: str) -> Row:
    """Return what is shown until the draft is found."""
    return say("Looking for the draft with the mark {mark} …", mark=mark), "", _ICON, None


def rows(found: "DraftFound", visit: Visit, go: Callable[[str], object]) -> Iterator[Row]:
    """Yield the draft and what is other now; `go` opens a record by its id."""
    if found.given_up:
        told = say(
            "{mark}: none of the latest drafts; the command line looks further back: {command}",
            mark=found.mark,
            command=f"lohum-brief editions --mark {found.mark}",
        )
        yield told, "", _ICON, None
        return
    pack = visit.get(Pack, found.pack)
    if pack is None:
        told = say(
            "{mark}: no draft of the packs as they are now, or as they were before any edit that "
            "the file remembers.",
            mark=found.mark,
        )
        yield told, "", _ICON, None
        return
    called, readers = labels.title(pack, visit), labels.choice("audience", pack.audience)
    if not found.until:
        told = say("{mark}: a draft of {pack} as it is now.", mark=found.mark, pack=called)
    else:
        told = say(
            "{mark}: a draft of {pack} as it was until {time}; since then: {changes}.",
            mark=found.mark,
            pack=called,
            time=_moment(found.until, visit),
            changes=found.summary,
        )
    yield told, readers, _ICON, partial(go, pack.id)
    for fate, idents in ((say("Changed"), found.changed), (say("Added since"), found.added)):
        for ident in idents[:_MOST]:
            record = visit.by_id.get(ident)
            if record is not None:
                sort = f"{labels.kind(kind_of(record))} · {fate}"
                shown = labels.title(record, visit)
                yield shown, sort, place_of(record).icon, partial(go, ident)
    for gone in found.gone[:_MOST]:
        yield say(gone), say("Removed since"), _ICON, None


def _moment(until: str, visit: Visit) -> str:
    seconds = int(dt.datetime.fromisoformat(until).timestamp())
    try:
        when = dates.moment_at(seconds, visit.particulars.place_zone)
    except dates.UnknownZoneError:  # a finding of its own
        when = dates.moment_at(seconds, "UTC")
    return dates.moment(when, interface())
