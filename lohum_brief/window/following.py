"""After undoing: what came back is shown, for whoever undoes twice would else change what nobody
sees.
"""

from collections.abc import Sequence
from typing import Protocol

from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import AnyRecord
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.places import PLACES, place_of
from lohum_brief.window.protocols import Host
from lohum_brief.window.sidebar import Sidebar

_PLACED = frozenset(kind for place in PLACES for kind in place.kinds)


class UndoHost(Host, Protocol):
    """The window of a visit, with its places."""

    @property
    def places(self) -> Sidebar:
        """The places on the left."""

    def enter_place(self) -> None:
        """Give the keyboard to the place that is shown."""


def follow(window: UndoHost, made: Edit | None) -> None:
    """Go to the first record that an edit changed, unless what is shown is or holds one of them."""
    known = window.session.visit.by_id
    touched = [known[change.id] for change in made.changes if change.id in known] if made else []
    placed = [record for record in touched if type(record) in _PLACED]
    if not placed:
        return
    first = placed[0]
    if PLACES[window.places.currentRow()] is not place_of(first) or _is_elsewhere(window, placed):
        window.open_record(first.id)
        if not window.places.hasFocus():  # who walks through the places goes on walking
            window.enter_place()


def _is_elsewhere(window: UndoHost, placed: Sequence[AnyRecord]) -> bool:
    """Whether a list of the kind of the first of some records is shown at none of them."""
    shown = window.shown
    if not isinstance(shown, Browser) or type(placed[0]) is not shown.kind:
        return False
    return shown.current() not in {record.id for record in placed}
