"""What keeps the process up to date: visit, edits, pictures, editions."""

import msgspec

from lohum_brief.service.messages.message import Notification
from lohum_brief.visit.document import to_wire
from lohum_brief.visit.edit import Edit


class Load(Notification, frozen=True):
    """The whole visit, as `visit.document.encode` writes it; all that follows is about it."""

    document: bytes


class Changed(msgspec.Struct, frozen=True, array_like=True):
    """A record's change as in `visit.edit.Change`; `after` is JSON, None where it was removed."""

    id: str
    after: bytes | None
    next_before: str | None
    next_after: str | None


def changed(edit: Edit) -> tuple[Changed, ...]:
    """Return what an edit changes, ready to be sent."""
    return tuple(
        Changed(
            one.id,
            None if one.after is None else to_wire(one.after),
            one.next_before,
            one.next_after,
        )
        for one in edit.changes
    )


class Change(Notification, frozen=True):
    """An edit of the visit."""

    changes: tuple[Changed, ...]


class Picture(Notification, frozen=True):
    """A photo by its digest, sent before the first pack that prints it."""

    digest: str
    data: bytes


class Issued(Notification, frozen=True):
    """An edition by its serial number, as the JSON of its imprint; sent before it is compared."""

    serial: int
    imprint: bytes
