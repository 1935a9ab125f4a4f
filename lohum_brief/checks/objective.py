"""What a visit is to reach, said in one sentence: everything else is chosen by it."""

import re
from collections.abc import Iterator
from typing import Final

from lohum_brief.checks.finding import Finding
from lohum_brief.language.codes import LANGS
from lohum_brief.message import msg
from lohum_brief.visit.records import Particulars
from lohum_brief.visit.visit import Visit

RULE = "objective"

_SECOND: Final = re.compile(r"[।。！？]\s*\S|[a-z]{3}[.!?]\s+[A-Z]")
"""Where a sentence ends and another begins; H.E. Mr and i.e. end none."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a note where a visit with a day has no objective, and for one of several sentences."""
    for own in visit.of(Particulars):
        yield from _of(own)


def _of(own: Particulars) -> Iterator[Finding]:
    if own.start is not None and not own.objective:
        message = msg("The visit has no objective: say in one sentence what it is to reach.")
        yield Finding("info", RULE, own.id, "objective", message)
    for lang in LANGS:
        if _SECOND.search(text := own.objective[lang]):
            message = msg("The objective has more than one sentence.")
            yield Finding("info", RULE, own.id, f"objective.{lang}", message, text)
