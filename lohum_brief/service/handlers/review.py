"""What is found about a visit."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from time import monotonic, time
from typing import Final

from lohum_brief.checks import consents, pictures
from lohum_brief.checks.finding import Finding
from lohum_brief.checks.run import Also
from lohum_brief.checks.run import check as find_faults
from lohum_brief.packs.issue import day_of
from lohum_brief.release import drafts, trying
from lohum_brief.release.editions import find
from lohum_brief.release.since import Since, all_since, summary
from lohum_brief.release.weighing import weigh as weigh_pack
from lohum_brief.service.context import Context, pack_of
from lohum_brief.service.messages.review import (
    Check,
    Compare,
    Compared,
    ComparedMineral,
    CompareEditions,
    DraftFound,
    EditionsCompared,
    FindDraft,
    Found,
    SinceEdition,
    Weigh,
    Weighed,
)
from lohum_brief.store.locate import store_at
from lohum_brief.visit.called import title
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit


def check(context: Context, request: Check) -> Found:
    """Find faults; edits and pages that are asked for meanwhile go first."""
    visit = context.visit
    found = find_faults(visit, context.give_way, _trying(context))
    context.findings = (visit, found)
    absent = () if request.photos is None else consents.absent(context.visit, request.photos)
    return Found(request.number, (*found, *absent, *pictures.findings(visit, context.pictures)))


def _trying(context: Context) -> Also:
    """Return what finds out what no page has room for; what it tried before it knows."""

    def find(visit: Visit, found: Sequence[Finding]) -> Iterable[Finding]:
        context.give_way()
        for finding in trying.findings(visit, found, context.tried):
            yield finding
            context.give_way()

    return find


def weigh(context: Context, request: Weigh) -> Weighed:
    """Say what keeps packs back."""
    visit, found = context.findings or (None, [])
    if visit is not context.visit:
        found = find_faults(context.visit, also=_trying(context))
        context.findings = (context.visit, found)
    today = day_of(context.visit, int(time()))
    packs = [pack_of(data) for data in request.packs]
    standings = tuple(
        weigh_pack(context.visit, pack, found, today, context.tried) for pack in packs
    )
    return Weighed(request.number, standings)


def compare_editions(context: Context, request: CompareEditions) -> EditionsCompared:
    """Say what changed since editions; what is asked meanwhile goes first."""
    imprints = [context.imprints[serial] for serial in request.serials]
    folders = [Path(folder) for folder in request.folders]
    found = []
    for imprint, since in zip(imprints, all_since(context.visit, imprints), strict=True):
        known = since or Since((), (), 0, moved=False)
        found.append(SinceEdition(since is not None, *known, str(find(imprint, folders) or "")))
        context.give_way()
    return EditionsCompared(request.number, request.serials, tuple(found))


_MOST: Final = 2_000
"""Earlier states that are looked through for a mark."""
_PATIENCE: Final = 30.0
"""Seconds after which nobody waits for a mark any more: a number of six digits may be typed too."""


class _TooLongError(Exception):
    """A mark is looked for longer than anybody waits."""


def find_draft(context: Context, request: FindDraft) -> DraftFound:
    """Say of which draft a mark is; what is asked meanwhile goes first."""
    visit, store, begun = context.visit, store_at(request.address), monotonic()

    def pause() -> None:
        context.give_way()
        if monotonic() - begun > _PATIENCE:
            raise _TooLongError

    try:
        found = drafts.find(
            store, visit, visit.of(Pack), request.mark, store.pictures, most=_MOST, pause=pause
        )
    except _TooLongError:
        return DraftFound(request.number, request.mark, given_up=True)
    if found is None or found.since is None or found.then is None:
        return DraftFound(request.number, request.mark, found.pack if found else "")
    gone = [found.then.by_id[ident] for ident in found.gone(visit)]
    return DraftFound(
        request.number,
        request.mark,
        found.pack,
        found.until,
        found.since.changed,
        found.since.added,
        tuple(title(record, found.then) for record in gone),
        summary(found.since),
    )


def compare(context: Context, request: Compare) -> Compared:
    """Compare minerals."""
    from lohum_brief.charts.comparison import comparison  # noqa: PLC0415 - it takes pandas

    found = comparison(context.visit, request.measures, request.minerals)
    minerals = tuple(ComparedMineral(*one) for one in found.minerals)
    return Compared(request.number, found.places, found.periods, minerals)
