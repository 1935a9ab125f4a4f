"""All rules at once."""

from pathlib import Path
from typing import NamedTuple

from msgspec import structs

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
    spellings,
    states,
    terms,
    widths,
)
from lohum_brief.checks.finding import SEVERITIES, Finding, mark_of
from lohum_brief.checks.waiving import Waived, parted
from lohum_brief.errors import ForeignFileError
from lohum_brief.store.reading import picture_names, read
from lohum_brief.visit.visit import Visit


class Checked(NamedTuple):
    """What a check has found: what is open, and what somebody has decided to leave as it is."""

    open: list[Finding]
    waived: list[Waived]


def check_file(path: Path) -> Checked:
    """Every finding about a file and what is in it; where records cannot be read, only those are named.

    Raises ForeignFileError where not even that can be said, and SystemRefusedError.
    """
    damaged = integrity.findings(path)
    try:
        visit = read(path)
    except ForeignFileError:
        if any(finding.record for finding in damaged):
            return Checked(damaged, [])
        raise
    still, waived = parted(visit, [*check(visit), *consents.absent(visit, picture_names(path))])
    return Checked([*damaged, *still], waived)


def check(visit: Visit) -> list[Finding]:
    """Every finding about the content, waived or not: worst first; within a severity by rule, then as the records stand in the visit."""
    found = [
        *references.findings(visit),
        *codes.findings(visit),
        *conflicts.findings(visit),
        *figures.findings(visit),
        *numbers.findings(visit),
        *plausibility.findings(visit),
        *programme.findings(visit),
        *consents.findings(visit),
        *charts.findings(visit),
        *characters.findings(visit),
        *furigana.findings(visit),
        *languages.findings(visit),
        *readings.findings(visit),
        *spellings.findings(visit),
        *states.findings(visit),
        *terms.findings(visit),
        *widths.findings(visit),
    ]
    place = {record.id: i for i, record in enumerate(visit)}
    found = [structs.replace(f, mark=mark_of(visit.by_id[f.record], f)) for f in found]
    return sorted(found, key=lambda f: (SEVERITIES.index(f.severity), f.rule, place[f.record]))
