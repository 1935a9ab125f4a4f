"""Which draft a mark is of: the packs as they are now, or before an edit of the journal.

Drafts are stored nowhere: their marks are made again, newest first, until one is found or the
journal ends. A pack is planned again only for edits that may change what it prints.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.packs.admit import admit, admitted_pack
from lohum_brief.packs.charts import Sketches
from lohum_brief.packs.extent import extent
from lohum_brief.packs.plan import plan
from lohum_brief.packs.touching import may_touch
from lohum_brief.release.since import Since, between
from lohum_brief.store.protocol import Store
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from lohum_brief.packs.brief import Drawings


class Draft(NamedTuple):
    """A draft that was found: of which pack, until when the visit was so, and what is other now.

    `until` is ISO 8601 in UTC. It is empty, and `since` and `then` None, where the visit is still
    so.
    """

    pack: str
    until: str = ""
    since: Since | None = None
    then: Visit | None = None

    def gone(self, visit: Visit) -> tuple[str, ...]:
        """Return the ids of what it printed and a draft of the visit now does not."""
        if self.then is None:
            return ()
        now, then = visit.get(Pack, self.pack), self.then.get(Pack, self.pack)
        if now is None or then is None:
            return ()
        held = {ident for ident, _ in extent(visit, now)}
        return tuple(ident for ident, _ in extent(self.then, then) if ident not in held)


def mark(
    visit: Visit,
    pack: Pack,
    pictures: Mapping[str, bytes],
    drawings: "Drawings | None" = None,
    ruler: FontRuler | None = None,
) -> str:
    """Return the mark that a draft of the pack bears now; empty where none can be printed."""
    try:
        shown = pictures if pack.photos else {}
        admitted = admitted_pack(visit, pack)
        return plan(
            admit(visit, pack.audience),
            admitted,
            ruler or FontRuler(),
            drawings=drawings,
            pictures=shown,
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
    """Return the newest draft of one of the packs that has a mark; None where none has, as far back
    as the journal goes.
    """
    drawings, ruler = Sketches(), FontRuler()
    held = pictures() if any(pack.photos for pack in packs) else {}
    for pack in packs:
        if mark(visit, pack, held, drawings, ruler) == wanted:
            return Draft(pack.id)
    for pack, then, time in _other_states(store, visit, packs):
        if mark(then, pack, held, drawings, ruler) == wanted:
            return Draft(pack.id, time, between(visit, then, pack), then)
    return None


def _other_states(
    store: Store, visit: Visit, packs: Sequence[Pack]
) -> Iterator[tuple[Pack, Visit, str]]:
    """Yield earlier states in which what a pack prints may have been other, and until when."""
    later = visit
    for then, time in store.states_before(visit):
        idents = _differing(later, then)
        for pack in packs:
            own = then.get(Pack, pack.id)
            if own is not None and (idents is None or may_touch(idents, then, later, own)):
                yield own, then, time
        later = then


def _differing(later: Visit, then: Visit) -> list[str] | None:
    """Return which records an edit changed, added or removed; None where it moved some."""
    new, old = later.by_id, then.by_id
    if [one for one in new if one in old] != [one for one in old if one in new]:
        return None
    gone = [one for one, record in old.items() if new.get(one) is not record]
    return [*gone, *(one for one in new if one not in old)]
