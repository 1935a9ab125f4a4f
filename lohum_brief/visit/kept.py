"""What is said of a visit in which a newer version of the program wrote something."""

from lohum_brief.message import Value, msg, msg_n, sentences
from lohum_brief.visit.records import Unread
from lohum_brief.visit.rest import NONE, count
from lohum_brief.visit.visit import Visit


def kept(visit: Visit) -> Value:
    """Return how much of it is kept though this version does not know it; empty for nothing."""
    touched = [record for record in visit if record.rest is not NONE]
    if not touched:
        return ""
    whole = sum([isinstance(record, Unread) for record in touched])
    fields = sum([count(record) for record in touched if not isinstance(record, Unread)])
    return sentences(
        [
            msg("A newer version of the program wrote parts of this visit; update the program."),
            msg_n(
                "{count} field that this version does not know is kept, and printed nowhere.",
                "{count} fields that this version does not know are kept, and printed nowhere.",
                fields,
            )
            if fields
            else "",
            msg_n(
                "{count} record that this version cannot read is kept, and printed nowhere.",
                "{count} records that this version cannot read are kept, and printed nowhere.",
                whole,
            )
            if whole
            else "",
        ]
    )
