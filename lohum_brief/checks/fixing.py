"""Making edits of fixes: of one, or of all that are alike, as one step."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from lohum_brief.checks.finding import Finding, Step
from lohum_brief.checks.strings import value_at
from lohum_brief.checks.waiving import require_current
from lohum_brief.language.catalogue import say_n
from lohum_brief.visit import edit
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.visit import Visit


def fixed(visit: Visit, findings: Iterable[Finding]) -> Edit:
    """The edit that puts them right. Two that want one place otherwise cannot both be: the first is.

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
    label = fixes[0].label if len(fixes) == 1 else say_n("Mend {count} finding", "Mend {count} findings", len(fixes))
    makes = [
        partial(edit.set_field, ident=record, field=field, value=_value(visit, record, field, steps))
        for (record, field), steps in fields.items()
    ]
    return edit.together(visit, makes, label)


def _value(visit: Visit, record: str, field: str, steps: list[Step]) -> Any:
    if not steps[0].spans:
        return steps[0].value
    spans = {span for step in steps for span in step.spans}
    held = value_at(visit.by_id[record], field)
    last = len(held)
    for span in sorted(spans, key=lambda span: (span.start, span.stop), reverse=True):
        if span.stop <= last:
            held = held[: span.start] + type(held)(span.new) + held[span.stop :]
            last = span.start
    return list(held) if isinstance(held, tuple) else held
