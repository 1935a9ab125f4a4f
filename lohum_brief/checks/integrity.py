"""Damage in the file itself, which the digests it carries bring to light."""

from lohum_brief.checks.finding import Finding
from lohum_brief.message import msg
from lohum_brief.store.protocol import Damage, Store

RULE = "integrity"


def findings(store: Store) -> list[Finding]:
    """Return what is damaged. Only a broken journal entry is a warning: it costs the undo, not the
    content.
    """
    return [_finding(found) for found in store.damage()]


def _finding(found: Damage) -> Finding:
    if found.kind == "journal":
        return Finding(
            "warning",
            RULE,
            "",
            "",
            msg("Entry {number}: {what}.", number=found.id, what=found.what),
        )
    if found.kind == "edition":
        return Finding(
            "error", RULE, "", "", msg("Entry {number}: {what}.", number=found.id, what=found.what)
        )
    return Finding(
        "error", RULE, found.id, "", msg("The file is damaged: {what}.", what=found.what)
    )
