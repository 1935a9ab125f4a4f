"""Findings that somebody has decided to leave as they are, with a reason. They stand in the visit
as waivers.
"""

from collections.abc import Iterable
from typing import NamedTuple

from lohum_brief.checks.finding import Finding, mark_of
from lohum_brief.checks.placeholders import says_nothing
from lohum_brief.errors import UsageError
from lohum_brief.lean_imports import blake2b
from lohum_brief.message import msg
from lohum_brief.visit import edit
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Waiver
from lohum_brief.visit.visit import Visit


class Waived(NamedTuple):
    """A finding that is left as it is, and the record that says why."""

    finding: Finding
    waiver: Waiver


def parted(visit: Visit, findings: Iterable[Finding]) -> tuple[list[Finding], list[Waived]]:
    """Return the findings that are open, and those that are waived; what has changed since it was
    waived is open again.
    """
    waivers = {waiver.id: waiver for waiver in visit.of(Waiver)}
    still: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        waiver = waivers.get(_ident(finding)) if waivers and waivable(finding) else None
        if waiver is not None and waiver.mark == finding.mark:
            waived.append(Waived(finding, waiver))
        else:
            still.append(finding)
    return still, waived


def waivable(finding: Finding) -> bool:
    """Return whether it can be left as it is. An error cannot: it keeps a pack from being printed,
    or prints two truths.
    """
    return finding.severity != "error" and bool(finding.record)


def waive(visit: Visit, findings: Iterable[Finding], reason: str, who: str, time: str) -> Edit:
    """Return the edit that leaves findings as they are.

    Raises UsageError for what cannot be left, and without a reason.
    """
    if not reason.strip():
        raise UsageError(msg("Say why it is left as it is."))
    if says_nothing(reason):
        raise UsageError(
            msg("“{words}” is a stand-in: say why it is left as it is.", words=reason.strip())
        )
    waivers = []
    for finding in findings:
        require_current(visit, finding)
        if not waivable(finding):
            raise UsageError(msg("An error cannot be ignored: {message}", message=finding.message))
        waivers.append(
            Waiver(
                id=_ident(finding),
                audience="host",
                rule=finding.rule,
                record=finding.record,
                field=finding.field,
                about=finding.about,
                mark=finding.mark,
                reason=reason.strip(),
                who=who,
                time=time,
            )
        )
    return edit.merge(
        visit, {waiver.id: waiver for waiver in waivers}.values(), msg("Ignore a finding")
    )


def require_current(visit: Visit, finding: Finding) -> None:
    """Raise UsageError where something else stands there now than when it was found."""
    record = visit.by_id.get(finding.record)
    if record is None or mark_of(record, finding) != finding.mark:
        raise UsageError(msg("What it is about has changed since it was found; look at it again."))


def _ident(finding: Finding) -> str:
    """Return one for each place: a new reason takes the place of an older one."""
    place = f"{finding.rule}\0{finding.record}\0{finding.field}\0{finding.about}"
    return f"waiver:{blake2b(place.encode(), digest_size=10).hexdigest()}"
