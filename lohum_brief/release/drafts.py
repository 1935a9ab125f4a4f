"""Which draft a mark is of: the packs as they are now, or before one of the last edits.

Drafts are stored nowhere: their marks are made again from the journal.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.packs.admit import admit, admitted_pack
from lohum_brief.packs.plan import plan
from lohum_brief.release.since import Since, between, trace
from lohum_brief.store.protocol import Store
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from lohum_brief.packs.brief import Drawings

_MOST: Final = 200
"""Drafts that are planned before the search is given up."""


class Draft(NamedTuple):
    """A draft that was found: of which pack, until when the visit was so, and what is other now.

    `until` is ISO 8601 in UTC. It is empty, and `since` None, where the visit is still so.
    """

    pack: str
    until: str = ""
    since: Since | None = None


def mark(
    visit: Visit, pack: Pack, pictures: Mapping[str, bytes], drawings: "Drawings | None" = None
) -> str:
    """Return the mark that a draft of the pack bears now; empty where none can be printed."""
    try:
        shown = pictures if pack.photos else {}
        admitted = admitted_pack(visit, pack)
        return plan(
            admit(visit, pack.audience), admitted, FontRuler(), drawings=drawings, pictures=shown
        ).mark
    except BriefError:
        return ""


def find(
    store: Store,
    visit: Visit,
    packs: Sequence[Pack],
    wanted: str,
    pictures: Callable[[], Mapping[str, bytes]],
) -> Draft | None:
    """Return the newest draft of one of the packs that has a mark; None where none has.

    Only the last states are planned anew in which something that a pack prints was other.
    """
    drawings: Drawings = {}
    held = pictures() if any(pack.photos for pack in packs) else {}
    for pack in packs:
        if mark(visit, pack, held, drawings) == wanted:
            return Draft(pack.id)
    for pack, then, time in islice(_other_states(store, visit, packs), _MOST):
        if mark(then, pack, held, drawings) == wanted:
            return Draft(pack.id, time, between(visit, then, pack))
    return None


def _other_states(
    store: Store, visit: Visit, packs: Sequence[Pack]
) -> Iterator[tuple[Pack, Visit, str]]:
    """Yield earlier states in which something that a pack prints was other, and until when."""
    traces = {pack.id: trace(visit, pack) for pack in packs}
    for then, time in store.states_before(visit):
        for pack in packs:
            own = then.get(Pack, pack.id)
            if own is not None and (printed := trace(then, own)) != traces[pack.id]:
                traces[pack.id] = printed
                yield own, then, time
