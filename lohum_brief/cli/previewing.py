"""What an import would do, as the command line shows it: in lines, or as JSON."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from lohum_brief.cli.failure import one_line
from lohum_brief.cli.grammar import columns
from lohum_brief.language.codes import LATIN_FIRST
from lohum_brief.language.interface import listed, say, say_n, spoken
from lohum_brief.visit.labels import choice
from lohum_brief.visit.records import AnyRecord

if TYPE_CHECKING:
    from lohum_brief.exchange.alternatives import Alternatives
    from lohum_brief.exchange.preview import Preview, Unread
    from lohum_brief.exchange.questions import Question
    from lohum_brief.exchange.readership import Readership

_Item = TypeVar("_Item")

_MOST_SHOWN: Final = 20
"""Lines of one sort that the preview shows; --json has all."""
_MOST_UNREAD: Final = 200
"""Cells that cannot be read are for somebody to mend, one after the other."""


def told(found: "Preview") -> str:
    """Return what an import would do, and what it leaves open."""
    from lohum_brief.exchange import readership

    parts = [
        _columns(found),
        *(one_line(spoken(note)) for note in found.notes),
        *(one_line(spoken(line)) for line in readership.told(found.readership)),
        "",
        *_changes(found),
        *_unread(found),
        *_doubtful(found),
        *_questions(found),
    ]
    counts = [
        say_n("{count} added", "{count} added", len(found.added)),
        say_n("{count} changed", "{count} changed", len(found.changed)),
        say_n("{count} removed", "{count} removed", len(found.removed)),
        say_n("{count} unchanged", "{count} unchanged", found.unchanged),
        say_n("{count} cell cannot be read", "{count} cells cannot be read", len(found.unread)),
    ]
    lists = (found.added, found.changed, found.removed)
    if any(len(one) > _MOST_SHOWN for one in lists) or len(found.unread) > _MOST_UNREAD:
        parts.append(say("All of it is written by --dry-run --json."))
    if found.waiting:
        counts.append(
            say_n(
                "{count} row waits for an answer", "{count} rows wait for an answer", found.waiting
            )
        )
    return "\n".join([*parts, say("Records: {counts}.", counts=listed(counts)), ""])


def _columns(found: "Preview") -> str:
    head = (say("Column"), say("Heading"), say("Field"))
    rows = [
        (letter, one_line(heading), field or say("not read"))
        for letter, heading, field in found.columns
    ]
    return columns([head, *rows])


def _changes(found: "Preview") -> Iterable[str]:
    known = {one.record.id: one for one in found.readership}

    def readers(record: AnyRecord) -> str:
        return _read_by(known[record.id])

    yield from _some(
        found.added, lambda record: f"+ {record.id}  {_called(record)}{readers(record)}"
    )
    for changed in found.changed[:_MOST_SHOWN]:
        yield one_line(f"~ {changed.before.id}  {_called(changed.before)}{readers(changed.after)}")
        for field in changed.fields:
            yield one_line(f"    {field.field}: {_short(field.old)} → {_short(field.new)}")
    yield from _more(len(found.changed))
    yield from _some(found.removed, lambda record: f"- {record.id}  {_called(record)}")


def _read_by(one: "Readership") -> str:
    """Who will read a record, and how another choice calls it."""
    audience = spoken(choice("audience", one.audience))
    why = f"; {spoken(one.why)}" if one.why else ""
    called = "" if one.key == one.record.id else f"{one.key}: "
    return f"  [{called}{audience}{why}]"


def _unread(found: "Preview") -> Iterable[str]:
    yield from _some(found.unread, _left_out, _MOST_UNREAD)
    if found.unsettled:
        yield say("Say --day-first or --month-first: it counts for the whole table.")


def _questions(found: "Preview") -> Iterable[str]:
    """What is asked, with the answers as they are given, and which of them counts now."""
    for question in found.questions:
        answers = listed(
            say("{answer} ({meaning})", answer=choice.answer, meaning=choice.said)
            if spoken(choice.said) != choice.answer
            else choice.answer
            for choice in question.choices
        )
        state = (
            say("now: {answer}", answer=question.answer)
            if question.answer
            else say("has to be answered; likely: {answer}", answer=question.proposed)
            if question.open and question.proposed
            else say("has to be answered")
            if question.open
            else say("answered word by word")
        )
        yield one_line(
            say(
                "? {name}: {question} [{state}]",
                name=question.name,
                question=question.asked,
                state=state,
            )
        )
        yield one_line(f"    --answer {_quoted(question.name)}=…: {answers}")


def _quoted(name: str) -> str:
    return f"'{name}'" if " " in name else name


def _doubtful(found: "Preview") -> Iterable[str]:
    """Names that can be read in several ways, and how each of them is said."""
    from lohum_brief.exchange.alternatives import told

    for one in found.alternatives:
        yield one_line(
            say(
                "? {cell}: “{name}” is read as {reading}.",
                cell=one.cell,
                name=one.text,
                reading=told(one.readings[one.chosen]),
            )
        )
        yield from (
            one_line(f"    --reading {one.cell}={at}  {told(reading)}")
            for at, reading in enumerate(one.readings, 1)
            if at - 1 != one.chosen
        )


def _left_out(unread: "Unread") -> str:
    from lohum_brief.exchange.sheets import cell_name

    if unread.alone:
        return say(
            "! {cell}, {field}: {why}; the rest of the row is read.",
            cell=cell_name(unread.place, unread.sheet),
            field=unread.field,
            why=unread.why,
        )
    return say(
        "! {cell}, {field}: {why}; the row is left out.",
        cell=cell_name(unread.place, unread.sheet),
        field=unread.field,
        why=unread.why,
    )


def _some(
    items: Sequence[_Item], line: Callable[[_Item], str], most: int = _MOST_SHOWN
) -> Iterable[str]:
    """Yield a line for each of the first, made of no others: there may be many thousand."""
    yield from (one_line(line(item)) for item in items[:most])
    yield from _more(len(items), most)


def _more(count: int, most: int = _MOST_SHOWN) -> Iterable[str]:
    if count > most:
        rest = count - most
        yield "  " + say_n("… and {count} more", "… and {count} more", rest)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _called(record: AnyRecord) -> str:
    """What a person calls the record, in the first language it has."""
    from lohum_brief.visit.records import Person
    from lohum_brief.visit.text import Text

    if isinstance(record, Person):
        forms = ((record.family[lang], record.given[lang]) for lang in LATIN_FIRST)
        return next((" ".join(filter(None, form)) for form in forms if any(form)), "")
    for field in ("name", "title", "text", "metric", "mineral"):
        value = getattr(record, field, "")
        text = value.first(*LATIN_FIRST) if isinstance(value, Text) else value
        if text:
            return _short(str(text))
    return ""


def as_json(found: "Preview") -> dict[str, Any]:
    """Return what an import would do, whole."""
    return {
        "kind": found.kind,
        "columns": [
            {"column": letter, "heading": heading, "field": field}
            for letter, heading, field in found.columns
        ],
        "added": found.added,
        "changed": [
            {"id": changed.before.id, "fields": [field._asdict() for field in changed.fields]}
            for changed in found.changed
        ],
        "removed": [record.id for record in found.removed],
        "unchanged": found.unchanged,
        "unread": [_unread_as_json(unread) for unread in found.unread],
        "questions": [_question_as_json(question) for question in found.questions],
        "readers": [_readers_as_json(one) for one in found.readership],
        "waiting": found.waiting,
        "names": [_name_as_json(one) for one in found.alternatives],
        "notes": [spoken(note) for note in found.notes],
    }


def _name_as_json(one: "Alternatives") -> dict[str, Any]:
    return {
        "cell": one.cell,
        "text": one.text,
        "readings": [
            {"family": reading.family, "given": reading.given, **reading.address._asdict()}
            for reading in one.readings
        ],
        "chosen": one.chosen + 1,
    }


def _unread_as_json(unread: "Unread") -> dict[str, Any]:
    from lohum_brief.exchange.sheets import column_letters

    return {
        "sheet": unread.sheet,
        "row": unread.place[0] + 1,
        "column": column_letters(unread.place[1]),
        "text": unread.text,
        "why": spoken(unread.why),
        "field": spoken(unread.field),
        "alone": unread.alone,
    }


def _question_as_json(question: "Question") -> dict[str, Any]:
    from lohum_brief.exchange.sheets import column_letters

    return {
        "name": question.name,
        "sort": question.sort,
        "asked": spoken(question.asked),
        "answers": [choice.answer for choice in question.choices],
        "proposed": question.proposed,
        "answer": question.answer,
        "needed": question.needed,
        "cells": [
            {"row": row + 1, "column": column_letters(column), "text": text}
            for (row, column), text in question.cells
        ],
        "number": question.number,
    }


def _readers_as_json(one: "Readership") -> dict[str, Any]:
    return {
        "id": one.record.id,
        "name": one.key,
        "audience": one.audience,
        "kept": one.kept,
        "why": spoken(one.why),
    }
