"""What keeps a pack from being planned: a record that would not print all that it holds."""

from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import say
from lohum_brief.packs.brief import Brief
from lohum_brief.visit.called import title


def refused(record: str, field: str, why: str, brief: Brief) -> BriefError:
    """The error that names the record by its id, and the field by its path."""
    message = say(
        "“{pack}” cannot be printed: {record}: {why}",
        pack=title(brief.pack, brief.visit),
        record=f"{record}.{field}" if field else record,
        why=why,
    )
    return BriefError(message).at((record, field)).because(why)
