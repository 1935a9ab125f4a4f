"""Tables that are imported."""

from lohum_brief.service.context import Context
from lohum_brief.service.importing import Importing
from lohum_brief.service.messages.tables import (
    Lines,
    LookAt,
    LookedAt,
    ShowLines,
    TakenOver,
    TakeOver,
)


def look_at(context: Context, request: LookAt) -> LookedAt:
    """Read a table and compare it."""
    return _importing(context).look(context.visit, request)


def show_lines(context: Context, request: ShowLines) -> Lines:
    """Return some lines of the last preview."""
    return _importing(context).some(request)


def take_over(context: Context, request: TakeOver) -> TakenOver:
    """Return the edit of the last preview."""
    return _importing(context).edit(context.visit, request.number)


def _importing(context: Context) -> Importing:
    if context.importing is None:
        context.importing = Importing()
    return context.importing
