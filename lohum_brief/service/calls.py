"""The one table of what may be asked of the process.

A row says what handles a request, what answers it, and who hears the answer. Both ends are made
from it: the process finds the handler of a request here (`worker`), the window the signal that
takes an answer (`client`). A new request is its messages, its handler, a row here and, where no
signal there is meant for it, a signal of `window.service`.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, Final, NamedTuple

from lohum_brief.service.messages import files, notifications, pages, review, tables
from lohum_brief.service.messages.message import Answer, Message


class Call(NamedTuple):
    """One row.

    `handler` names module and function below `service.handlers`: it is imported with the first such
    request. `answer` is None for a notification. `heard` names the signal of the window that takes
    the answer, `refused` the one that takes a `Failed`; where that is empty, there is only less to
    show, and nobody needs to be told.
    """

    request: type[Message]
    handler: str
    answer: type[Answer] | None = None
    heard: str = ""
    refused: str = ""
    each: bool = False
    """Whether every request is made; of others that wait for one of their kind only the newest is.
    """
    gives_way: bool = False
    """Whether requests that come while it is worked at go first: it may take long."""
    writes: bool = False
    """Whether it writes a file, which is finished even when nobody waits any more."""


CALLS: Final = (
    Call(notifications.Load, "notifications.load"),
    Call(notifications.Change, "notifications.change"),
    Call(notifications.Picture, "notifications.picture"),
    Call(notifications.Issued, "notifications.issued"),
    Call(pages.Render, "pages.render", pages.Rendered, "rendered", "unrendered"),
    Call(pages.Draw, "pages.draw", pages.Drawn, "drawn", "failed"),
    Call(pages.Measure, "pages.measure", pages.Measured, "measured", each=True),
    Call(
        files.Export, "files.export", files.Exported, "exported", "failed", each=True, writes=True
    ),
    Call(files.Prepare, "files.prepare", files.Prepared, "prepared", "failed"),
    Call(files.Put, "files.put", files.Exported, "exported", "failed", writes=True),
    Call(files.WriteTable, "files.write_table", files.Wrote, "wrote", "unwritten", writes=True),
    Call(review.Check, "review.check", review.Found, "found", "failed", gives_way=True),
    Call(review.Weigh, "review.weigh", review.Weighed, "weighed", "failed"),
    Call(
        review.CompareEditions,
        "review.compare_editions",
        review.EditionsCompared,
        "editions_compared",
        gives_way=True,
    ),
    Call(review.FindDraft, "review.find_draft", review.DraftFound, "draft_found", gives_way=True),
    Call(review.Compare, "review.compare", review.Compared, "compared", "uncompared"),
    Call(tables.LookAt, "tables.look_at", tables.LookedAt, "looked_at", "failed"),
    Call(tables.ShowLines, "tables.show_lines", tables.Lines, "lines", "failed"),
    Call(tables.TakeOver, "tables.take_over", tables.TakenOver, "taken_over", "failed"),
)

PROGRESS: Final = "progress"
"""The signal of the window that takes `Progress`."""

_by_request: Final[dict[type, Call]] = {call.request: call for call in CALLS}


def call_of(request: type) -> Call:
    """Return the row of a request."""
    return _by_request[request]


@cache
def handler_of(call: Call) -> Callable[[Any, Any], Answer | None]:
    """Return the function that handles a request; it takes context and request."""
    module, function = call.handler.split(".")
    found: Callable[[Any, Any], Answer | None] = getattr(
        import_module(f"lohum_brief.service.handlers.{module}"), function
    )
    return found
