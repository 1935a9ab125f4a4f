"""Tables that say nothing, with heads and no rows, and rows that have more cells than there are columns."""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding
from lohum_brief.language.catalogue import say
from lohum_brief.visit.records import Table
from lohum_brief.visit.visit import Visit

RULE = "tables"


def findings(visit: Visit) -> Iterator[Finding]:
    """A warning for each table without rows, which prints its heads alone; an error for a row with cells too many."""
    for table in visit.of(Table):
        if not table.rows:
            yield Finding("warning", RULE, table.id, "rows", say("The table has no rows: its heads print alone."))
        wanted = len(table.columns)
        for i, row in enumerate(table.rows):
            if len(row) > wanted:
                message = say(
                    "It has {count} cells, but the table has {wanted} columns.", count=len(row), wanted=wanted
                )
                yield Finding("error", RULE, table.id, f"rows.{i}", message)
