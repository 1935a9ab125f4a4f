"""Tables that say nothing, and rows with more cells than there are columns."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from lohum_brief.checks.finding import Finding
from lohum_brief.message import msg
from lohum_brief.visit.records import Table
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "tables"

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


def is_empty(table: Table) -> bool:
    """Return whether nothing can be seen in any row, in no language."""
    return not any(seen(form) for row in table.rows for cell in row for form in _forms(cell))


def seen(text: str) -> bool:
    """Return whether something of a text can be seen: spaces and marks without a width cannot."""
    return any(unicodedata.category(character) not in _UNSEEN for character in text)


def _forms(cell: Text | str) -> tuple[str, ...]:
    return cell.forms() if isinstance(cell, Text) else (cell,)


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for tables of which the heads print alone; errors for too many cells."""
    for table in visit.of(Table):
        if not table.rows:
            yield Finding(
                "warning",
                RULE,
                table.id,
                "rows",
                msg("The table has no rows: its heads print alone."),
            )
        elif is_empty(table):
            yield Finding(
                "warning",
                RULE,
                table.id,
                "rows",
                msg("All cells of the table are empty: its heads print alone."),
            )
        wanted = len(table.columns)
        for i, row in enumerate(table.rows):
            if len(row) > wanted:
                message = msg(
                    "It has {count} cells, but the table has {wanted} columns.",
                    count=len(row),
                    wanted=wanted,
                )
                yield Finding("error", RULE, table.id, f"rows.{i}", message)
