"""Edits as values: what changes, from what to what, so that every edit can be undone and written to
a journal.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Annotated, Any, Final, NamedTuple, get_args, get_origin, get_type_hints

import msgspec

from lohum_brief.errors import UsageError
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.message import Group, Value, listed, msg
from lohum_brief.visit.audiences import lifted, refuse_misplaced
from lohum_brief.visit.called import short
from lohum_brief.visit.chain import Chain
from lohum_brief.visit.document import checked, encode_record
from lohum_brief.visit.explaining import explain, legible
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.records import AnyRecord, Particulars, kind_of
from lohum_brief.visit.rest import NONE, carried, fields_of
from lohum_brief.visit.text import Text
from lohum_brief.visit.uses import dependent
from lohum_brief.visit.visit import Visit

_NAMED: Final = 5
"""Places that a message names one by one."""


class Change(NamedTuple):
    """One record's change. `before` or `after` is None when it is added or removed.

    `next_before` and `next_after` are the ids of the records in front of which it stood and stands;
    None is the end.
    """

    id: str
    before: AnyRecord | None
    after: AnyRecord | None
    next_before: str | None
    next_after: str | None


class Edit(NamedTuple):
    """One step that a user can undo; `label` is what the step is called."""

    label: Value
    changes: tuple[Change, ...]


def inverse(edit: Edit) -> Edit:
    """Return the edit that takes it back."""
    return Edit(
        edit.label,
        tuple(
            Change(c.id, c.after, c.before, c.next_after, c.next_before)
            for c in reversed(edit.changes)
        ),
    )


def apply(visit: Visit, edit: Edit) -> Visit:
    """Return the visit after the edit.

    Raises UsageError when the edit was made for a visit that is another where it touches this one:
    nothing is then done, for it could not be undone.
    """
    chain = Chain(visit)
    for change in edit.changes:
        _make(change, chain)
    made = visit.becoming(chain.records(), chain.differing, in_order=chain.in_order)
    if any(isinstance(change.before or change.after, Particulars) for change in edit.changes):
        _refuse_without_particulars(made.of(Particulars))
    return made


def _make(change: Change, chain: Chain) -> None:
    held, after = change.before, change.after
    if chain.get(change.id) != held or not _keeps_id(change):
        raise _unfit(change.id)
    if held is not None and after is not None and change.next_before == change.next_after:
        chain.replace(after)
        return
    if held is not None:
        if change.next_before != chain.after(change.id):
            raise _unfit(change.id)
        chain.take(change.id)
    if after is not None:
        _put(after, change.next_after, chain)


def _put(record: AnyRecord, following: str | None, chain: Chain) -> None:
    if following is not None and following not in chain:
        raise _unfit(following)
    chain.put(record, following)


def _keeps_id(change: Change) -> bool:
    return change.after is None or change.after.id == change.id


def _unfit(ident: str) -> UsageError:
    return UsageError(
        msg("The edit does not fit: {id} is not what it was when the edit was made.", id=ident)
    )


def _refuse_without_particulars(records: Iterable[Particulars]) -> None:
    if [record.audience for record in records] != ["public"]:
        raise UsageError(
            msg("A visit has exactly one record of kind visit, and its audience is public.")
        )


def replacement(old: Visit, new: Visit, label: Value) -> Edit:
    """Return the edit that makes one visit the other; what both begin or end with stays."""
    # Compared as they are stored: 1.5 and 1.50 are equal numbers and different texts.
    was, will = [encode_record(record) for record in old], [encode_record(record) for record in new]
    head = _common(was, will)
    tail = _common(was[head:][::-1], will[head:][::-1])
    last = old.records[len(old) - tail].id if tail else None
    gone, come = old.records[head : len(old) - tail], new.records[head : len(new) - tail]
    # Removed from the front and added from the back, so that the neighbour which a change names is
    # always there.
    removals = [
        Change(record.id, record, None, following, None)
        for record, following in zip(gone, [*(one.id for one in gone[1:]), last], strict=bool(gone))
    ]
    additions = [
        Change(record.id, None, record, None, following)
        for record, following in zip(come, [*(one.id for one in come[1:]), last], strict=bool(come))
    ]
    return Edit(label, (*removals, *reversed(additions)))


def _common(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """Return how many records both begin with."""
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _place(visit: Visit, ident: str) -> tuple[AnyRecord, str | None]:
    """Return the record, and the id of the one after it."""
    row = visit.rows.get(ident)
    if row is None:
        raise UsageError(msg("There is no record {id}.", id=legible(ident)))
    return visit.records[row], visit.records[row + 1].id if row + 1 < len(visit) else None


def _require(visit: Visit, before: str | None) -> None:
    if before is not None and before not in visit.by_id:
        raise UsageError(msg("There is no record {id}.", id=legible(before)))


def add(visit: Visit, record: AnyRecord, before: str | None = None) -> Edit:
    """Add a record in front of another, or at the end."""
    if record.id in visit.by_id:
        raise UsageError(msg("There is a record {id} already; ids are unique.", id=record.id))
    if isinstance(record, Particulars):
        raise UsageError(msg("A visit has one record of kind visit and cannot have a second."))
    _require(visit, before)
    refuse_misplaced(record, None, record.id)
    return Edit(
        msg("Add {kind}", kind=kind_title(kind_of(record))),
        (Change(record.id, None, record, None, before),),
    )


def merge(visit: Visit, records: Iterable[AnyRecord], label: Value) -> Edit:
    """Add the records that the visit has not, at its end, and change those that it has; ids are
    unique in `records`.
    """
    following = dict(pairwise([*(record.id for record in visit), None]))
    changes = []
    for record in records:
        old = visit.by_id.get(record.id)
        place = following[old.id] if old else None
        new = _with_rest(old, record) if old else record
        changes.append(Change(record.id, old, new, place, place))
    return Edit(label, tuple(changes))


def _with_rest(old: AnyRecord, new: AnyRecord) -> AnyRecord:
    """Return what takes a record's place, with what a newer version wrote into that: whoever made
    it anew could not know it.
    """
    return new if old.rest is NONE else carried(old, new)


def together(visit: Visit, makes: Iterable[Callable[[Visit], Edit]], label: Value) -> Edit:
    """Return several edits as one step, each made of the visit that the ones before it leave."""
    changes: list[Change] = []
    for make in makes:
        made = make(visit)
        visit = apply(visit, made)
        changes += made.changes
    return Edit(label, tuple(changes))


def remove(visit: Visit, ident: str) -> Edit:
    """Remove a record. Records that name it keep naming it: the check says so.

    Raises UsageError where texts print a figure of it.
    """
    record, after = _place(visit, ident)
    refuse_removal(visit, (ident,))
    return Edit(
        msg("Remove {kind}", kind=kind_title(kind_of(record))),
        (Change(ident, record, None, after, None),),
    )


def refuse_removal(visit: Visit, idents: Sequence[str]) -> None:
    """Raise UsageError where records, removed together, would leave a visit without itself or texts
    without a figure.
    """
    if visit.particulars.id in idents:
        raise UsageError(
            msg(
                "The record {id} is the visit itself and cannot be removed.",
                id=visit.particulars.id,
            )
        )
    places = dependent(visit, idents)
    if not places:
        return
    named = _called(visit, dict.fromkeys(ident for ident, _ in places))
    raise UsageError(
        msg(
            "{record} cannot be removed: its figure is printed in {places}; take it out there "
            "first.",
            record=_called(visit, idents),
            places=named,
        )
    ).at(*places[:_NAMED])


def _called(visit: Visit, idents: Iterable[str]) -> Group:
    """Return the first of these records as people call them, and how many more there are."""
    return listed(
        [msg("“{title}”", title=short(visit.by_id[ident], visit)) for ident in idents], _NAMED
    )


def move(visit: Visit, ident: str, before: str | None = None) -> Edit:
    """Move a record in front of another, or to the end."""
    record, after = _place(visit, ident)
    _require(visit, before)
    if before == ident:
        before = after
    return Edit(
        msg("Move {kind}", kind=kind_title(kind_of(record))),
        (Change(ident, record, record, after, before),),
    )


def put(visit: Visit, record: AnyRecord) -> Edit:
    """Replace the record of the same id and kind."""
    old, after = _place(visit, record.id)
    if type(old) is not type(record):
        raise UsageError(
            msg("The record {id} is a {kind} and stays one.", id=record.id, kind=kind_of(old))
        )
    if isinstance(record, Particulars) and record.audience != "public":
        raise UsageError(msg("The visit itself stands on every page; its audience stays public."))
    refuse_misplaced(record, old, record.id)
    record = _with_rest(old, record)
    return Edit(
        msg("Change {kind}", kind=kind_title(kind_of(record))),
        (Change(record.id, old, record, after, after),),
    )


def set_field(visit: Visit, ident: str, field: str, value: Any) -> Edit:
    """Set one field by its path, such as `text.ja`, `family.reading` or `rows.0.2`, to a JSON
    value.

    When a string of a Text changes, its state goes back to draft; when it is in the visit's
    original language, the translations become old.
    """
    old, _ = _place(visit, ident)
    return put(visit, with_field(visit, old, field, value))


def with_field(visit: Visit, old: AnyRecord, field: str, value: Any) -> AnyRecord:
    """Return the record with the field at a path set as `set_field` sets it.

    A note that becomes one of another sort gets the audience that this sort begins with, in the
    same edit, where it has a lower one than it may have.
    """
    ident = old.id
    if field in ("id", "kind"):
        raise UsageError(msg("The field {field} of {id} cannot be changed.", field=field, id=ident))
    where = legible(f"{ident}.{field}")
    try:
        new = _replaced(old, type(old), field.split("."), value, visit.particulars.original)
    except _NoSuchFieldError as error:
        raise UsageError(
            msg(
                "{id} has no field {field}; it has: {known}.",
                id=ident,
                field=legible(field),
                known=error.args[0],
            )
        ) from None
    except msgspec.ValidationError as error:
        why = explain(error)
        raise UsageError(msg("{where}: {why}.", where=where, why=why)).because(
            msg("{why}.", why=why)
        ) from None
    new = checked(new, where)
    if field == "audience":
        return refuse_misplaced(new, None, where)
    return lifted(new) if field == "sort" else new


class _NoSuchFieldError(Exception):
    """Its argument says which there are."""


def _is_place(step: str, holder: tuple[Any, ...]) -> bool:
    """Whether a step of a path is the number of something that the tuple has."""
    return step.isdecimal() and len(step) < 10 and int(step) < len(holder)


def _replaced(holder: Any, kind: Any, path: list[str], value: Any, original: Lang) -> Any:
    """Return `holder`, of the declared type `kind`, with the value at the path replaced."""
    step, *rest = path
    if isinstance(holder, msgspec.Struct):
        kinds = get_type_hints(type(holder), include_extras=True)
        if step not in (known := fields_of(type(holder))):
            raise _NoSuchFieldError(listed(known))
        new = _new(getattr(holder, step), kinds[step], rest, value, original)
        fresh = aged(holder, step, new, original) if isinstance(holder, Text) else holder
        return msgspec.structs.replace(fresh, **{step: new})
    if isinstance(holder, tuple) and _is_place(step, holder):
        items = list(holder)
        inner = get_args(get_args(kind)[0] if get_origin(kind) is Annotated else kind)[0]
        items[int(step)] = _new(items[int(step)], inner, rest, value, original)
        return tuple(items)
    raise _NoSuchFieldError(
        f"0 – {len(holder) - 1}" if isinstance(holder, tuple) and holder else "–"
    )


def _new(old: Any, kind: Any, rest: list[str], value: Any, original: Lang) -> Any:
    return _replaced(old, kind, rest, value, original) if rest else msgspec.convert(value, kind)


def aged(text: Text, step: str, new: str, original: Lang) -> Text:
    """Return the text with its states taken back because one language changed."""
    if step not in LANGS or text[step] == new:
        return text
    states: dict[str, Any] = {step: "draft"}
    if step == original:
        states |= {lang: "old" for lang in LANGS if lang != step and text[lang]}
    return msgspec.structs.replace(text, state=msgspec.structs.replace(text.state, **states))
