"""All rules at once."""

from pathlib import Path

from lohum_brief.checks import (
    characters,
    charts,
    codes,
    conflicts,
    consents,
    figures,
    furigana,
    integrity,
    languages,
    numbers,
    plausibility,
    programme,
    readings,
    references,
)
from lohum_brief.checks.finding import SEVERITIES, Finding
from lohum_brief.errors import ForeignFileError
from lohum_brief.store.reading import read
from lohum_brief.visit.visit import Visit


def check_file(path: Path) -> list[Finding]:
    """Every finding about a file and what is in it; where records cannot be read, only those are named.

    Raises ForeignFileError where not even that can be said, and SystemRefusedError.
    """
    damaged = integrity.findings(path)
    try:
        visit = read(path)
    except ForeignFileError:
        if any(finding.record for finding in damaged):
            return damaged
        raise
    return [*damaged, *check(visit)]


def check(visit: Visit) -> list[Finding]:
    """Every finding about the content: worst first; within a severity by rule, then as the records stand in the visit."""
    found = [
        *references.findings(visit),
        *codes.findings(visit),
        *conflicts.findings(visit),
        *figures.findings(visit),
        *numbers.findings(visit),
        *plausibility.findings(visit),
        *programme.findings(visit),
        *consents.findings(visit),
        *readings.findings(visit),
        *charts.findings(visit),
        *characters.findings(visit),
        *furigana.findings(visit),
        *languages.findings(visit),
    ]
    place = {record.id: i for i, record in enumerate(visit)}
    return sorted(found, key=lambda f: (SEVERITIES.index(f.severity), f.rule, place[f.record]))
