"""Taking the records of a file of version 1 to version 2, in the journal too.

What is damaged stays as it is, so that it is found to be damaged afterwards as before.
"""

import sqlite3

import msgspec

from lohum_brief.store.sqlite import journal, rows
from lohum_brief.visit.first_version import families_first, renewed


def renew(connection: sqlite3.Connection) -> None:
    """Write all records anew that version 2 says otherwise, with their digests and the seal over
    them. The caller holds the transaction.
    """
    factory, connection.text_factory = connection.text_factory, bytes
    try:
        bodies = connection.execute("SELECT body FROM records WHERE kind = 'organisation'")
        first = families_first(body for (body,) in bodies if isinstance(body, bytes))
        _renew_records(connection, first)
        _renew_journal(connection, first)
    finally:
        connection.text_factory = factory


def _renew_records(connection: sqlite3.Connection, first: frozenset[str]) -> None:
    held = connection.execute(
        "SELECT id, kind, position, body, digest FROM records ORDER BY position"
    ).fetchall()
    digests = [row[4] for row in held]
    sealed = all(isinstance(one, bytes) for one in digests) and rows.stored_seal(
        connection
    ) == rows.seal(b"\0".join(digests))
    changed = False
    for at, (ident, kind, position, body, digest) in enumerate(held):
        if not isinstance(body, bytes) or (new := renewed(body, first)) is body:
            continue
        if rows.digest_of(ident, kind, position, body) != digest:
            continue
        digests[at] = rows.digest_of(ident, kind, position, new)
        connection.execute(
            "UPDATE records SET body = ?, digest = ? WHERE id = ?",
            (new.decode(), digests[at], ident.decode()),
        )
        changed = True
    if changed and sealed:
        rows.write_seal(connection, b"\0".join(digests))


def _renew_journal(connection: sqlite3.Connection, first: frozenset[str]) -> None:
    wanted = connection.execute(journal.STORED + "WHERE instr(changes, '\"person\"')").fetchall()
    for row in wanted:
        try:
            if not journal.digested(row):
                continue
            new = _renewed(row[4], first)
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, TypeError):
            continue
        if new is not None:
            journal.rewrite(connection, row, new)


def _renewed(changes: bytes, first: frozenset[str]) -> bytes | None:
    """Return the changes of an entry as version 2 says them; None where nothing is other."""
    found = msgspec.json.decode(changes, type=list[dict[str, msgspec.Raw]])
    other = False
    for change in found:
        for state in ("before", "after"):
            data = bytes(change[state])
            new = renewed(data, first)
            if new is not data:
                change[state] = msgspec.Raw(new)
                other = True
    return msgspec.json.encode(found) if other else None
