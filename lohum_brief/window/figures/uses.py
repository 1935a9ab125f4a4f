"""Which records name the one that is shown: what a source vouches for, the tables and charts of a
mineral.
"""

from collections.abc import Sequence

from lohum_brief.language.interface import say, say_n
from lohum_brief.visit.records import AnyRecord, Chart, Mineral, Series, Source, kind_of
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.fields.related import Related
from lohum_brief.window.session import Session


class Uses(Related):
    """Who names the record."""

    follows = (Series, Chart)

    def __init__(self, session: Session) -> None:
        super().__init__(session, say("Where it is used"))

    def found(self, record: AnyRecord, visit: Visit) -> Sequence[AnyRecord]:
        """All that name it."""
        return [other for other in visit if names(other, record)]

    def head(self, count: int) -> str:
        """How many they are."""
        return (
            say_n("Used in {count} entry", "Used in {count} entries", count)
            if count
            else say("Used nowhere yet.")
        )

    def line(self, other: AnyRecord, visit: Visit) -> str:
        """Its kind and what it is called."""
        return f"{labels.kind(kind_of(other))}  ·  {labels.title(other, visit)}"


def names(other: AnyRecord, record: AnyRecord) -> bool:
    """Whether a record names another."""
    if isinstance(record, Source):
        return record.id in getattr(other, "sources", ())
    return isinstance(record, Mineral) and (
        getattr(other, "mineral", None) == record.id
        or (isinstance(other, Chart) and any(row.mineral == record.id for row in other.rows))
    )
