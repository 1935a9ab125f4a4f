"""Forms that are more than their fields one after the other: of people, organisations and groups."""

from lohum_brief.visit.records import AnyRecord, Group, Organisation, Person
from lohum_brief.window.members import Members
from lohum_brief.window.person import PersonPanel
from lohum_brief.window.session import Session

Panel = PersonPanel | Members
"""`first` stands above the fields that it does not `take`; `show_record` shows what is not a field."""


def panel(kind: type[AnyRecord], session: Session) -> Panel | None:
    """What stands in the form of a kind beside its fields."""
    if kind is Person:
        return PersonPanel()
    return Members(session) if kind in (Organisation, Group) else None
