"""The visit is followed edit by edit."""

from importlib import import_module

from lohum_brief.service.context import Context
from lohum_brief.service.messages.notifications import Change, Changed, Issued, Load, Picture
from lohum_brief.store.editions import decode as imprint_of
from lohum_brief.visit import edit
from lohum_brief.visit.document import decode, from_wire
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.visit import Visit


def load(context: Context, request: Load) -> None:
    """Take a whole visit."""
    context.visit = decode(request.document, "visit")
    # Pages are asked for next, and the window is still busy with itself: there is time to import
    # this.
    import_module("lohum_brief.service.handlers.pages")


def change(context: Context, request: Change) -> None:
    """Make an edit of the visit."""
    context.visit = edit.apply(context.visit, _edit(context.visit, request.changes))


def picture(context: Context, request: Picture) -> None:
    """Keep a photo."""
    context.pictures[request.digest] = request.data


def issued(context: Context, request: Issued) -> None:
    """Keep the imprint of an edition."""
    context.imprints[request.serial] = imprint_of(request.imprint)


def _edit(visit: Visit, changes: tuple[Changed, ...]) -> Edit:
    """Return the edit; `edit.apply` applies each change to what the ones before it left."""
    held = dict(visit.by_id)
    made = []
    for one in changes:
        after = None if one.after is None else from_wire(one.after)
        made.append(edit.Change(one.id, held.get(one.id), after, one.next_before, one.next_after))
        if after is None:
            held.pop(one.id, None)
        else:
            held[one.id] = after
    return Edit("", tuple(made))
