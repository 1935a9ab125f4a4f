"""Edits of a visit that a store can keep."""

from lohum_brief.errors import UsageError
from lohum_brief.message import msg
from lohum_brief.visit.document import RecordFaultError, from_wire, to_wire
from lohum_brief.visit.edit import Edit, apply
from lohum_brief.visit.records import AnyRecord
from lohum_brief.visit.visit import Visit


def applied(visit: Visit, edit: Edit) -> Visit:
    """Return the visit after an edit.

    Raises UsageError for one that does not fit or could not be read back.
    """
    made = apply(visit, edit)
    for change in edit.changes:
        if change.after is not None:
            _refuse_unreadable(change.after)
    return made


def _refuse_unreadable(record: AnyRecord) -> None:
    """Raise UsageError for a record that could not be read back: it must not get into a store."""
    try:
        same = from_wire(to_wire(record)) == record
    except RecordFaultError as fault:
        raise UsageError(msg("{where}: {why}.", where=record.id, why=fault.why)) from None
    except (UnicodeEncodeError, TypeError) as error:
        raise UsageError(msg("{where}: {why}.", where=record.id, why=str(error))) from None
    if not same:
        raise UsageError(
            msg("{where}: {why}.", where=record.id, why=msg("it would be read as something else"))
        )
