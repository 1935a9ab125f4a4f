"""Which draft a mark is of: the packs as they are now, or before an edit of the journal.

Drafts are stored nowhere: their marks are made again. One that was printed on this computer is
looked for where it was then (`printed`); any other newest first, until one is found or the journal
ends, and a pack is planned again only for edits that may change what it prints.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from lohum_brief.errors import BriefError
from lohum_brief.packs.admit import admit, admitted_pack
from lohum_brief.packs.charts import Sketches
from lohum_brief.packs.extent import extent
from lohum_brief.packs.plan import plan
from lohum_brief.packs.touching import may_touch
from lohum_brief.release.printed import Printed, recall
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
    *,
    most: int | None = None,
    pause: Callable[[], object] = tuple,
) -> Draft | None:
    """Return the newest draft of one of the packs that has a mark; None where none has, as far back
    as the journal goes.

    Of a store that somebody edits meanwhile the last `most` states are read at once; `pause` is
    called before each of them is planned.
    """
    drawings, ruler = Sketches(), FontRuler()
    held = pictures() if any(pack.photos for pack in packs) else {}

    def bears(pack: Pack, state: Visit) -> bool:
        return mark(state, pack, held, drawings, ruler) == wanted

    if draft := _printed_here(store, visit, packs, wanted, bears):
        return draft
    for pack in packs:
        if bears(pack, visit):
            return Draft(pack.id)
    states = store.states_before(visit)
    past = states if most is None else list(islice(states, most))
    for pack, then, time in _other_states(past, visit, packs):
        pause()
        if bears(pack, then):
            return Draft(pack.id, time, between(visit, then, pack), then)
    return None


def _printed_here(
    store: Store,
    visit: Visit,
    packs: Sequence[Pack],
    wanted: str,
    bears: Callable[[Pack, Visit], bool],
) -> Draft | None:
    """Return the draft where this computer printed it; None where that is not known or not so."""
    wanted_packs = {pack.id for pack in packs}
    # Of a pack and its readers the newest is enough: they all bore the same mark.
    newest: dict[tuple[object, ...], Printed] = {}
    for hint in recall(wanted):
        if hint.pack in wanted_packs:
            newest.setdefault(msgspec.structs.astuple(hint)[2:], hint)
    hints = [hint for hint in newest.values() if visit.get(Pack, hint.pack)]
    for hint in hints:
        own = hint.of(visit.by_id[hint.pack])  # type: ignore[arg-type]
        if bears(own, visit):
            return Draft(own.id)
    for hint in hints:
        if draft := _at(store, visit, hint, bears):
            return draft
    return None


def _at(
    store: Store, visit: Visit, hint: Printed, bears: Callable[[Pack, Visit], bool]
) -> Draft | None:
    """Return the draft as the visit was when it was printed: before the first edit after that.

    Times of edits are whole seconds: of that second each state may be meant.
    """
    moment = dt.datetime.fromtimestamp(int(hint.time), dt.UTC)
    near: list[tuple[Visit, str]] = []
    for then, time in store.states_before(visit):
        made = dt.datetime.fromisoformat(time)
        if made < moment:
            break
        near = [*(near if made == moment else ()), (then, time)]
    for then, time in reversed(near):
        own = then.get(Pack, hint.pack)
        if own is not None and bears(hint.of(own), then):
            return Draft(own.id, time, between(visit, then, hint.of(own)), then)
    return None


def _other_states(
    states: Iterable[tuple[Visit, str]], visit: Visit, packs: Sequence[Pack]
) -> Iterator[tuple[Pack, Visit, str]]:
    """Yield earlier states in which what a pack prints may have been other, and until when."""
    later = visit
    for then, time in states:
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
