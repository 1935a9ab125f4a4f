"""`lohum-brief apply`: edits as JSON lines from a script, each answered once it is on disk."""

import sys
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import msgspec

from lohum_brief.cli.failure import one_line, tell, with_places
from lohum_brief.cli.files import store_of, tell_newer
from lohum_brief.cli.grammar import Arguments
from lohum_brief.errors import BriefError, SystemRefusedError, UsageError
from lohum_brief.language.interface import say, spoken
from lohum_brief.visit import edit
from lohum_brief.visit.document import decode_record, halved
from lohum_brief.visit.explaining import explain
from lohum_brief.visit.records import Note
from lohum_brief.visit.visit import Visit

LONGEST_LINE: Final = 30_000_000
"""Bytes. A record cannot be longer: its strings are limited, and so is their number in practice."""


class _Line(msgspec.Struct, tag_field="op", forbid_unknown_fields=True):
    pass


class _Set(_Line, tag="set"):
    id: str
    field: str
    value: Any


class _Add(_Line, tag="add"):
    record: msgspec.Raw
    before: str | None = None
    minor: int = 0
    """The minor version that wrote the record; without it an unknown field is a slip."""


class _Remove(_Line, tag="remove"):
    id: str


class _Move(_Line, tag="move"):
    id: str
    before: str | None = None


_decoder = msgspec.json.Decoder(_Set | _Add | _Remove | _Move)


def apply(arguments: Arguments) -> int:
    """Go on after a refused edit. 1 when any was refused, 4 when the system refused one."""
    worst = 0
    with store_of(arguments["FILE"]).open() as store:
        if store.read_only:
            raise SystemRefusedError(store.reason)
        if store.warning:
            tell(spoken(store.warning))
        tell_newer(store.visit)
        for number, line in _lines(sys.stdin.buffer):
            try:
                made = _edit(store.visit, line)
                store.commit(made)
            except BriefError as error:
                _answer(f"error {number}: {one_line(with_places(error))}")
                worst = max(worst, 4 if isinstance(error, SystemRefusedError) else 1)
            else:
                _tell_lifted(number, made)
                _answer(f"ok {number}")
    return worst


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Line numbers from 1 and lines that are not blank; None for one that is too long, which is
    never held whole.
    """
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) <= LONGEST_LINE:
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if line.strip():
                yield number, line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(1_000_000)):
            pass
        yield number, None


def _edit(visit: Visit, line: bytes | None) -> edit.Edit:
    """Read one line. Raises BriefError."""
    if line is None:
        raise UsageError(
            say("The line is longer than {limit} MB.", limit=LONGEST_LINE // 1_000_000)
        )
    try:
        asked = _decoder.decode(line)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise UsageError(
            say("This is not an edit: {why}.", why=halved(line) or explain(error))
        ) from None
    if isinstance(asked, _Set):
        return edit.set_field(visit, asked.id, asked.field, asked.value)
    if isinstance(asked, _Add):
        return edit.add(
            visit, decode_record(bytes(asked.record), say("record"), asked.minor), asked.before
        )
    if isinstance(asked, _Remove):
        return edit.remove(visit, asked.id)
    return edit.move(visit, asked.id, asked.before)


def _tell_lifted(number: int, made: edit.Edit) -> None:
    """A note that became one of another sort may have got another audience with it."""
    for change in made.changes:
        before, after = change.before, change.after
        if (
            not isinstance(before, Note)
            or not isinstance(after, Note)
            or before.audience == after.audience
        ):
            continue
        if before.sort != after.sort:
            tell(
                say(
                    "edit {number}: {id} now has the audience {audience}, with which its sort "
                    "begins.",
                    number=number,
                    id=after.id,
                    audience=after.audience,
                )
            )


def _answer(text: str) -> None:
    """At once: whoever reads it takes it for a promise."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
