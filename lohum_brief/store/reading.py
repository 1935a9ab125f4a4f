"""Reading a visit file once, for export, check and dump. Apart from `store.file`, for an export counts milliseconds."""

from pathlib import Path

from lohum_brief.store import opening, rows
from lohum_brief.store.failures import SQLITE_ERRORS, failure
from lohum_brief.visit.visit import Visit


def read(path: Path) -> Visit:
    """The visit in a file, verified. Nothing is locked and nothing is written but what a killed program left undone.

    Raises ForeignFileError that names file and record, or SystemRefusedError.
    """
    path = path.resolve()
    connection = opening.connect(path)
    try:
        with opening.one_state(connection):
            return rows.load(path, connection)[0]
    except SQLITE_ERRORS as error:
        raise failure(path, error) from None
    finally:
        connection.close()
