"""The visits that were open last, as the settings remember them: enough to list them without
opening a file.
"""

import datetime as dt
from typing import Final

import msgspec
from PySide6.QtCore import QSettings

from lohum_brief.visit.text import Text
from lohum_brief.window.session import Session

_KEY: Final = "recent visits"
_MOST: Final = 12


class Recent(msgspec.Struct, frozen=True, omit_defaults=True):
    """A visit as it was when it was open last. `ready` is in per cent; `errors` and `warnings` are
    open findings.

    `path` is the address of its store.
    """

    path: str
    title: Text = Text()
    place: Text = Text()
    start: dt.date | None = None
    end: dt.date | None = None
    ready: int | None = None
    errors: int | None = None
    warnings: int | None = None


def recent(settings: QSettings) -> list[Recent]:
    """Newest first; settings that cannot be read list nothing."""
    try:
        return msgspec.json.decode(str(settings.value(_KEY, "[]")), type=list[Recent])
    except msgspec.MsgspecError:
        return []


def remember(
    settings: QSettings, session: Session, errors: int | None = None, warnings: int | None = None
) -> None:
    """Put a visit first. Findings that are not known yet are those of last time."""
    held = recent(settings)
    path = session.place.address
    before = next((one for one in held if one.path == path), Recent(path))
    particulars = session.visit.particulars
    now = Recent(
        path,
        particulars.title,
        particulars.place,
        particulars.start,
        particulars.end,
        session.readiness.share(),
        before.errors if errors is None else errors,
        before.warnings if warnings is None else warnings,
    )
    _store(settings, [now, *(one for one in held if one.path != path)])


def forget(settings: QSettings, address: str) -> None:
    """Take a visit off the list; it stays where it lives."""
    _store(settings, [one for one in recent(settings) if one.path != address])


def _store(settings: QSettings, entries: list[Recent]) -> None:
    settings.setValue(_KEY, msgspec.json.encode(entries[:_MOST]).decode())
