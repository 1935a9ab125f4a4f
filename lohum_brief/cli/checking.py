"""`lohum-brief check`."""

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from lohum_brief.cli.failure import one_line
from lohum_brief.cli.files import put_json, store_of
from lohum_brief.cli.grammar import Arguments, columns, put
from lohum_brief.language.interface import listed, say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lohum_brief.checks.finding import Finding
    from lohum_brief.checks.run import Checked
    from lohum_brief.checks.waiving import Waived


def check(arguments: Arguments) -> int:
    """Print the findings; 1 when there are errors among them."""
    from lohum_brief.checks.run import check_store
    from lohum_brief.release.trying import findings

    name = arguments["FILE"]
    found = check_store(store_of(name), findings)
    errors = any(finding.severity == "error" for finding in found.open)
    waived = found.waived if "--all" in arguments else []
    if "--json" in arguments:
        put_json(
            [
                *(_as_json(finding, None) for finding in found.open),
                *(_as_json(finding, waiver) for finding, waiver in waived),
            ]
        )
        return 1 if errors else 0

    _put_open(found.open)
    if waived:
        _put_ignored(waived)
    put(say("{file}: {counts}.", file=one_line(name), counts=listed(_counts(found))) + "\n")
    return 1 if errors else 0


def _put_open(findings: "Sequence[Finding]") -> None:
    """The findings under the headings of their rules."""
    from lohum_brief.checks.rules import rule_title, severity_title

    for (severity, rule), group in groupby(findings, attrgetter("severity", "rule")):
        rows = [(f"  {one_line(f.record)}", f.field, one_line(say(f.message))) for f in group]
        heading = say("{sort}: {subject}", sort=severity_title(severity), subject=rule_title(rule))
        put(f"{heading}\n{columns(rows)}\n\n")


def _put_ignored(waived: "Sequence[Waived]") -> None:
    ignored = [
        (
            f"  {one_line(finding.record)}",
            finding.field,
            one_line(say(finding.message)),
            one_line(say("Ignored by {who}: {reason}", who=waiver.who, reason=waiver.reason)),
        )
        for finding, waiver in waived
    ]
    put(f"{say('Ignored')}\n{columns(ignored)}\n\n")


def _counts(found: "Checked") -> list[str]:
    errors, warnings = (
        sum(finding.severity == severity for finding in found.open)
        for severity in ("error", "warning")
    )
    counts = [
        say_n("{count} error", "{count} errors", errors),
        say_n("{count} warning", "{count} warnings", warnings),
    ]
    if found.waived:
        counts.append(say_n("{count} ignored", "{count} ignored", len(found.waived)))
    return counts


def _as_json(finding: Any, waiver: Any) -> dict[str, Any]:
    import msgspec

    data: dict[str, Any] = msgspec.to_builtins(finding)
    data["message"] = say(finding.message)
    if finding.fix is not None:
        data["fix"]["label"] = say(finding.fix.label)
    if waiver is not None:
        data["ignored"] = {"reason": waiver.reason, "who": waiver.who, "time": waiver.time}
    return data
