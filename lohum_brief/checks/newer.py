"""What a newer version wrote and this one does not know: it is kept, and not seen."""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding
from lohum_brief.visit.kept import kept
from lohum_brief.visit.visit import Visit

RULE = "newer"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a note about the visit, of how much there is."""
    if told := kept(visit):
        yield Finding("info", RULE, visit.particulars.id, "", told)
