"""Making edits of fixes: of one, or of all that are alike, as one step."""

from collections.abc import Iterable, Sequence
from typing import Any

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.checks.strings import value_at
from lohum_brief.checks.waiving import require_current
from lohum_brief.language.codes import LANGS
from lohum_brief.message import Message, msg, msg_n
from lohum_brief.visit import several
from lohum_brief.visit.edit import Change, Edit, with_field
from lohum_brief.visit.records import AnyRecord
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def fixed(visit: Visit, findings: Iterable[Finding]) -> Edit:
    """Return the edit that puts them right. Two that want one place otherwise cannot both be: the
    first is.

    Raises UsageError where something else stands there now than when it was found.
    """
    fixes = []
    for finding in findings:
        if finding.fix is not None:
            require_current(visit, finding)
            fixes.append(finding.fix)
    fields: dict[tuple[str, str], list[Step]] = {}
    for fix in fixes:
        for step in fix.steps:
            fields.setdefault((step.record, step.field), []).append(step)
    records: dict[str, AnyRecord] = {}
    for (ident, field), steps in fields.items():
        record = records.get(ident, visit.by_id[ident])
        new = with_field(visit, record, field, _value(visit.by_id[ident], field, steps))
        records[ident] = _as_old_as_before(visit, record, new, field)
    made = several.replaced(visit, list(records.values()))
    return Edit(_label(fixes), made.changes + _added(visit, fixes))


def _label(fixes: Sequence[Fix]) -> Message:
    """Return what the step is called: fixes of one cause are one."""
    causes = {fix.cause for fix in fixes}
    if len(fixes) == 1 or (len(causes) == 1 and "" not in causes):
        return msg("Mend: {fix}", fix=fixes[0].label)
    return msg_n("Mend {count} finding", "Mend {count} findings", len(fixes))


def _added(visit: Visit, fixes: Iterable[Fix]) -> tuple[Change, ...]:
    """Return the changes that add what fixes bring, behind all; two that bring one record bring it
    once.
    """
    brought = {record.id: record for fix in fixes for record in fix.added}
    return tuple(
        Change(ident, None, record, None, None)
        for ident, record in brought.items()
        if ident not in visit.by_id
    )


def _as_old_as_before(visit: Visit, old: AnyRecord, new: AnyRecord, field: str) -> AnyRecord:
    """Return the record with the states that other languages had: a fix does not change what the
    original says.
    """
    path, _, lang = field.rpartition(".")
    text = value_at(old, path) if path else None
    if isinstance(text, Text):
        for other in LANGS:
            if other != lang:
                new = with_field(visit, new, f"{path}.state.{other}", text.state[other])
    return new


def _value(record: AnyRecord, field: str, steps: list[Step]) -> Any:
    if not steps[0].spans:
        return steps[0].value
    spans = {span for step in steps for span in step.spans}
    held = value_at(record, field)
    last = len(held)
    for span in sorted(spans, key=lambda span: (span.start, span.stop), reverse=True):
        if span.stop <= last:
            held = held[: span.start] + type(held)(span.new) + held[span.stop :]
            last = span.start
    return list(held) if isinstance(held, tuple) else held
