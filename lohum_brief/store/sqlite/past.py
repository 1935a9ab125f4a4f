"""Earlier states of a visit, reached by walking back through the journal.

They have a connection of their own, apart from the open file, for it may take long.
"""

from collections.abc import Iterator
from pathlib import Path

from lohum_brief.store.sqlite import connections, journal
from lohum_brief.store.sqlite.failures import SQLITE_ERRORS, failure
from lohum_brief.visit.edit import apply, inverse
from lohum_brief.visit.visit import Visit


def visit_after(path: Path, now: Visit, number: int) -> Visit:
    """Return what a visit that is `now` was after an entry of its file's journal.

    What was undone since is not counted. Thousands of edits take seconds, so it has a connection
    of its own and any thread may ask. Raises as `read` does.
    """
    connection = connections.connect(path)
    visit = now
    try:
        with connections.one_state(connection):
            for later in journal.done_after(connection, number):
                visit = apply(visit, inverse(journal.edit_of(path, connection, later)))
    except SQLITE_ERRORS as error:
        raise failure(path, error) from None
    finally:
        connection.close()
    return visit


def states_before(path: Path, now: Visit) -> Iterator[tuple[Visit, str]]:
    """Walk back from a visit that is `now`: yield each state before an edit and the edit's time.

    The time is ISO 8601 in UTC. Raises as `read` does.
    """
    connection = connections.connect(path)
    visit = now
    try:
        with connections.one_state(connection):
            for number in journal.done_after(connection, 0):
                visit = apply(visit, inverse(journal.edit_of(path, connection, number)))
                yield visit, journal.time_of(connection, number)
    except SQLITE_ERRORS as error:
        raise failure(path, error) from None
    finally:
        connection.close()
