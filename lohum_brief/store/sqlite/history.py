"""What happened to one record, read from the journal: only what was not undone since."""

import sqlite3
from collections.abc import Iterator

import msgspec

from lohum_brief.store.entries import DONE, Moment
from lohum_brief.store.sqlite import minor
from lohum_brief.store.sqlite.journal import STORED, digested
from lohum_brief.visit.document import RecordFaultError, parse_record
from lohum_brief.visit.records import AnyRecord


class _Touched(msgspec.Struct):
    """Of a change only what finds the record, for an import may hold thousands of others."""

    id: str
    before: msgspec.Raw
    after: msgspec.Raw


_decode = msgspec.json.Decoder(list[_Touched]).decode


def history(connection: sqlite3.Connection, ident: str) -> Iterator[Moment]:
    """Yield the edits of a record, newest first. Stops at an entry that is not what was written."""
    named = f'"id":"{ident}"'
    rows = connection.execute(
        STORED + "WHERE state = ? AND instr(changes, ?) ORDER BY number DESC", (DONE, named)
    )
    version = minor.stored(connection)
    for row in rows:
        if not digested(row):
            return
        _number, moment, who, _label, changes, _digest = row
        try:
            touched = [change for change in _decode(changes) if change.id == ident]
            for change in reversed(touched):
                yield Moment(
                    moment.decode(),
                    who.decode(errors="replace"),
                    _record(change.before, version),
                    _record(change.after, version),
                )
        except (msgspec.MsgspecError, RecordFaultError, UnicodeDecodeError):
            return


def _record(raw: msgspec.Raw, version: int) -> AnyRecord | None:
    data = bytes(raw)
    return None if data == b"null" else parse_record(data, version)
