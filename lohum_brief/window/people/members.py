"""Who belongs to an organisation or a group."""

from collections.abc import Sequence

from lohum_brief.language.interface import say, say_n
from lohum_brief.visit.records import AnyRecord, Organisation, Person
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.fields.related import Related
from lohum_brief.window.session import Session


class Members(Related):
    """The people, in their order."""

    follows = (Person,)

    def __init__(self, session: Session) -> None:
        super().__init__(session, say("Members"))

    def found(self, record: AnyRecord, visit: Visit) -> Sequence[AnyRecord]:
        """Whoever names it."""
        field = "organisation" if isinstance(record, Organisation) else "group"
        return [person for person in visit.of(Person) if getattr(person, field) == record.id]

    def head(self, count: int) -> str:
        """How many they are."""
        return (
            say_n("{count} member", "{count} members", count) if count else say("No members yet.")
        )

    def line(self, other: AnyRecord, visit: Visit) -> str:
        """Name and post."""
        post = labels.text(other.post, visit) if isinstance(other, Person) else ""
        return "  ·  ".join(part for part in (labels.title(other, visit), post) if part)
