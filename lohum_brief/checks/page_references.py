"""Pages that texts name: each pack that prints the text prints what stands there too."""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding
from lohum_brief.message import listed, msg
from lohum_brief.visit.called import title
from lohum_brief.visit.figures import Figures, UnknownFigureError
from lohum_brief.visit.records import AnyRecord, Pack, Section
from lohum_brief.visit.sections import kinds
from lohum_brief.visit.tokens import MalformedTokenError
from lohum_brief.visit.uses import uses
from lohum_brief.visit.visit import Visit

RULE = "page_references"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield errors for pages of what a pack with the text does not print."""
    figures = Figures(visit)
    for record in visit:
        for use in uses(record):
            if use.token.kind != "page":
                continue
            try:
                target = visit.by_id[figures.find(use.token).target]
            except (UnknownFigureError, MalformedTokenError):
                continue  # the rule of figures tells of it
            lacking = [
                title(pack, visit)
                for pack in visit.of(Pack)
                if _prints(pack, record, visit) and not _prints(pack, target, visit)
            ]
            if lacking:
                message = msg(
                    "{token}: not all packs with this text print that: {packs}.",
                    token=use.token.written,
                    packs=listed(lacking),
                )
                yield Finding("error", RULE, record.id, use.field, message, use.token.written)


def _prints(pack: Pack, record: AnyRecord, visit: Visit) -> bool:
    """Return whether a pack may print something of a record."""
    if not record.readable(pack.audience):
        return False
    section = record.id if isinstance(record, Section) else getattr(record, "section", "")
    if section:
        return section in pack.sections
    return type(record) in kinds(visit, pack)
