"""What keeps a pack from being printed: a record of it that would not print all that it holds."""

from lohum_brief.errors import BriefError
from lohum_brief.message import Value, msg
from lohum_brief.visit.called import title
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit


def refused(record: str, field: str, why: Value, pack: Pack, visit: Visit) -> BriefError:
    """Return the error that names the record by its id and the field by its path; both are empty
    for the pack itself.
    """
    message = msg(
        "“{pack}” cannot be printed: {record}: {why}",
        pack=title(pack, visit),
        record=f"{record}.{field}" if field else record or title(pack, visit),
        why=why,
    )
    return BriefError(message).at((record or pack.id, field)).because(why)
