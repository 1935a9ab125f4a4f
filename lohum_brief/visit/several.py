"""Edits of several records at once, each one step that a user can undo."""

from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from lohum_brief.errors import UsageError
from lohum_brief.language.codes import Lang
from lohum_brief.message import msg, msg_n
from lohum_brief.visit import edit
from lohum_brief.visit.audiences import lifted
from lohum_brief.visit.chain import Chain
from lohum_brief.visit.document import checked
from lohum_brief.visit.edit import Change, Edit
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import AnyRecord, Particulars
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.text import State, Text
from lohum_brief.visit.visit import Visit


def set_field(visit: Visit, idents: Sequence[str], field: str, value: Any) -> Edit:
    """Set one field of all of them to a JSON value. Raises UsageError where one of them cannot have
    it: none is changed.
    """
    records = [edit.with_field(visit, record, field, value) for record in _records(visit, idents)]
    return replaced(visit, records)


def set_word(
    visit: Visit, idents: Sequence[str], field: str, word: str, words: Sequence[str], *, held: bool
) -> Edit:
    """Put one word of a vocabulary into a field of all of them, or take it out; what else each of
    them has there stays. `words` is the vocabulary, in whose order they are stored.
    """
    records = []
    for record in _records(visit, idents):
        now = {*getattr(record, field)} - {word} | ({word} if held else set())
        value = [one for one in words if one in now]
        records.append(edit.with_field(visit, record, field, value))
    return replaced(visit, records)


def set_state(visit: Visit, idents: Sequence[str], lang: Lang, state: State) -> Edit:
    """Give one language of all their texts a state; a text that lacks the language keeps none."""
    return replaced(visit, [_with_state(record, lang, state) for record in _records(visit, idents)])


def _with_state(record: AnyRecord, lang: Lang, state: State) -> AnyRecord:
    texts = {
        name: msgspec.structs.replace(
            text, state=msgspec.structs.replace(text.state, **{lang: state})
        )
        for name in fields_of(type(record))
        if isinstance(text := getattr(record, name), Text) and text[lang]
    }
    return msgspec.structs.replace(record, **texts) if texts else record


def replaced(visit: Visit, records: Sequence[AnyRecord]) -> Edit:
    """Put records in the places of those of their ids; the edit has only those that differ."""
    chain = Chain(visit)
    changes = []
    for record in records:
        old, after = visit.by_id[record.id], chain.after(record.id)
        if old != record:
            if isinstance(record, Particulars) and record.audience != "public":
                raise UsageError(
                    msg("The visit itself stands on every page; its audience stays public.")
                )
            changes.append(Change(record.id, old, record, after, after))
    return Edit(
        msg_n("Change {count} entry", "Change {count} entries", len(changes)), tuple(changes)
    )


def remove(visit: Visit, idents: Sequence[str]) -> Edit:
    """Remove records. Raises UsageError where texts print a figure that would be gone."""
    records = _records(visit, idents)
    edit.refuse_removal(visit, idents)
    chain = Chain(visit)
    changes = []
    for record in records:
        changes.append(Change(record.id, record, None, chain.after(record.id), None))
        chain.take(record.id)
    return Edit(
        msg_n("Remove {count} entry", "Remove {count} entries", len(records)), tuple(changes)
    )


def move(visit: Visit, idents: Sequence[str], before: str | None) -> Edit:
    """Move records in front of another or to the end, one behind the other in the order of
    `idents`.
    """
    records = _records(visit, idents)
    chain = Chain(visit)
    moved = set(idents)
    while before is not None and before in moved:
        before = chain.after(before)
    if before is not None and before not in chain:
        raise UsageError(msg("There is no record {id}.", id=legible(before)))
    changes = []
    for record in records:
        was = chain.after(record.id)
        if was != before:
            chain.take(record.id)
            chain.put(record, before)
            changes.append(Change(record.id, record, record, was, before))
    return Edit(msg_n("Move {count} entry", "Move {count} entries", len(changes)), tuple(changes))


def duplicate(visit: Visit, copies: Sequence[tuple[str, str]]) -> Edit:
    """Put a copy behind each record; `copies` has the record's id and the new one's."""
    chain = Chain(visit)
    changes = []
    for ident, new in copies:
        [record] = _records(visit, [ident])
        if isinstance(record, Particulars):
            raise UsageError(msg("A visit has one record of kind visit and cannot have a second."))
        if new in chain:
            raise UsageError(
                msg("There is a record {id} already; ids are unique.", id=legible(new))
            )
        copy = checked(lifted(msgspec.structs.replace(record, id=new)), legible(new))
        after = chain.after(ident)
        chain.put(copy, after)
        changes.append(Change(new, None, copy, None, after))
    return Edit(
        msg_n("Duplicate {count} entry", "Duplicate {count} entries", len(changes)), tuple(changes)
    )


def _records(visit: Visit, idents: Collection[str]) -> list[AnyRecord]:
    missing = next((ident for ident in idents if ident not in visit.by_id), None)
    if missing is not None:
        raise UsageError(msg("There is no record {id}.", id=legible(missing)))
    return [visit.by_id[ident] for ident in idents]
