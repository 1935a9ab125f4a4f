"""`lohum-brief import` and `lohum-brief table`: lists that others keep in spreadsheets."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lohum_brief.cli.failure import one_line, tell
from lohum_brief.cli.files import existing, put_json, store_of, tell_newer, written_to
from lohum_brief.cli.grammar import Arguments, columns, put
from lohum_brief.errors import SystemRefusedError, UsageError
from lohum_brief.language.codes import LATIN_FIRST
from lohum_brief.language.interface import interface, listed, say, say_n, sentences, spoken
from lohum_brief.message import msg
from lohum_brief.visit.records import AUDIENCES, KINDS, AnyRecord, Audience, Record

if TYPE_CHECKING:
    from lohum_brief.exchange.importing import Options
    from lohum_brief.exchange.preview import Preview, Unread
    from lohum_brief.exchange.questions import Question
    from lohum_brief.exchange.sheets import Sheet

_PLURALS: Final = {
    "people": "person",
    "programme": "item",
    "series": "series",
} | {f"{kind}s": kind for kind in KINDS if kind not in ("person", "series", "visit")}

_MOST_SHOWN: Final = 20
_MOST_UNREAD: Final = 200
"""Cells that cannot be read are for somebody to mend, one after the other."""
"""Lines of one sort that the preview shows; --json has all."""


def import_table(arguments: Arguments) -> int:
    """1 when cells could not be read, whether rows were left out for it or everything, and when a
    question is open.
    """
    from lohum_brief.exchange.importing import preview
    from lohum_brief.exchange.preview import as_edit
    from lohum_brief.release.answers import remember

    kind, options = _kind(arguments["KIND"]), _options(arguments)
    store = store_of(arguments["FILE"])
    if "--dry-run" in arguments:
        found = preview(store.read(), kind, _sheets(arguments), options)
        _show(found, json="--json" in arguments)
        return 1 if found.unread or found.open else 0
    if "--json" in arguments:
        raise UsageError(say("--json goes with --dry-run."))
    sheets = _sheets(arguments)
    with store.open() as opened:
        if opened.read_only:
            raise SystemRefusedError(opened.reason)
        if opened.warning:
            tell(spoken(opened.warning))
        tell_newer(opened.visit)
        found = preview(opened.visit, kind, sheets, options)
        if why := _not_yet(found, skip="--skip-unread" in arguments):
            put(_told(found))
            tell(why)
            return 1
        remember(found, options.maps)
        if not found.empty:
            name = arguments["TABLE"]
            label = Path(name).name if name != "-" else msg("standard input")
            opened.commit(as_edit(opened.visit, found, label))
    put(_told(found))
    return 1 if found.unread or found.waiting else 0


def _show(found: "Preview", *, json: bool) -> None:
    if json:
        put_json(_as_json(found))
    else:
        put(_told(found))


def _not_yet(found: "Preview", *, skip: bool) -> str:
    """Why nothing is changed, if it is not; `skip` leaves out what cannot be read, and what waits
    for an answer.
    """
    if found.open and not (skip and found.waiting):
        return say_n(
            "Nothing was changed: {count} question has to be answered first. Say "
            "--answer NAME=ANSWER.",
            "Nothing was changed: {count} questions have to be answered first. Say "
            "--answer NAME=ANSWER for each.",
            len(found.open),
        )
    if found.unread and not skip:
        return say(
            "Nothing was changed, because of what cannot be read; mend it, or leave it "
            "out with --skip-unread."
        )
    return ""


def write_table(arguments: Arguments) -> int:
    """`lohum-brief table FILE KIND -o OUT`."""
    from lohum_brief.exchange.writing import as_table
    from lohum_brief.release.writing import check_target, write

    kind = _kind(arguments["KIND"])
    if "--output" not in arguments:
        raise UsageError(say("Say with -o which file to write."))
    out = written_to(arguments["--output"])
    check_target(out)
    write(out, as_table(store_of(arguments["FILE"]).read(), kind, out.suffix))
    return 0


def _kind(name: str) -> type[Record]:
    found = KINDS.get(_PLURALS.get(name, name))
    if found is None:
        raise UsageError(
            say(
                "There are no records of kind {kind}; there are: {kinds}.",
                kind=one_line(name),
                kinds=listed(["visit", *_PLURALS]),
            )
        )
    return found


def _options(arguments: Arguments) -> "Options":
    from lohum_brief.exchange.importing import Options

    if "--day-first" in arguments and "--month-first" in arguments:
        raise UsageError(say("Say either --day-first or --month-first."))
    day_first = (
        True if "--day-first" in arguments else False if "--month-first" in arguments else None
    )
    from lohum_brief.release.answers import recall

    return Options(
        _maps(arguments),
        day_first,
        _audience(arguments),
        "--replace" in arguments,
        _answers(arguments),
        recall,
        Path(arguments["TABLE"]).stem,
        _turned(arguments),
        interface(),
    )


def _maps(arguments: Arguments) -> Mapping[str, str]:
    maps: dict[str, str] = {}
    for line in arguments.get("--map", "").splitlines():
        column, equals, field = line.rpartition("=")
        if not equals or not column.strip():
            raise UsageError(
                say(
                    "“{map}” does not say what a column holds; write --map COLUMN=FIELD.",
                    map=one_line(line),
                )
            )
        maps[column.strip()] = field.strip()
    return maps


def _answers(arguments: Arguments) -> Mapping[str, str]:
    answers: dict[str, str] = {}
    for line in arguments.get("--answer", "").splitlines():
        name, equals, answer = line.rpartition("=")
        if not equals or not name.strip() or not answer.strip():
            raise UsageError(
                say(
                    "“{line}” answers no question; write --answer NAME=ANSWER.", line=one_line(line)
                )
            )
        answers[name.strip()] = answer.strip()
    return answers


def _turned(arguments: Arguments) -> Mapping[str, int]:
    turned: dict[str, int] = {}
    for line in arguments.get("--reading", "").splitlines():
        cell, _, number = line.partition("=")
        if (
            not number.strip().isdecimal()
            or not cell.strip()
            or not 0 < int(number.strip()[:9]) < 100
        ):
            raise UsageError(
                say(
                    "“{reading}” does not say how a name is read; write --reading CELL=NUMBER.",
                    reading=one_line(line),
                )
            )
        turned[cell.strip().upper()] = int(number)
    return turned


def _audience(arguments: Arguments) -> Audience | None:
    name = arguments.get("--audience")
    if name is None:
        return None
    for audience in AUDIENCES:
        if audience == name:
            return audience
    raise UsageError(
        say(
            "There is no audience {audience}; there are: {audiences}.",
            audience=one_line(name),
            audiences=listed(AUDIENCES),
        )
    )


def _sheets(arguments: Arguments) -> "Sequence[Sheet]":
    from lohum_brief.exchange.reading import read_pasted, read_table
    from lohum_brief.exchange.sheets import BIGGEST, EncodingError, TableFileError

    encoding = arguments.get("--encoding")
    try:
        if arguments["TABLE"] == "-":
            return read_pasted(sys.stdin.buffer.read(BIGGEST + 1), encoding=encoding)
        return read_table(
            existing(arguments["TABLE"]), sheet=arguments.get("--sheet"), encoding=encoding
        )
    except EncodingError as error:
        hint = say("The encoding is said with --encoding.")
        raise TableFileError(sentences((say(error.message), hint))) from None


# What is shown


def _told(found: "Preview") -> str:
    parts = [
        _columns(found),
        *(one_line(spoken(note)) for note in found.notes),
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
    yield from _some([f"+ {record.id}  {_called(record)}" for record in found.added])
    for changed in found.changed[:_MOST_SHOWN]:
        yield f"~ {changed.before.id}  {_called(changed.before)}"
        for field in changed.fields:
            yield one_line(f"    {field.field}: {_short(field.old)} → {_short(field.new)}")
    yield from _more(len(found.changed))
    yield from _some([f"- {record.id}  {_called(record)}" for record in found.removed])


def _unread(found: "Preview") -> Iterable[str]:
    from lohum_brief.exchange.sheets import cell_name

    yield from _some(
        [
            say(
                "! {cell}, {field}: {why}; the rest of the row is read.",
                cell=cell_name(unread.place, unread.sheet),
                field=unread.field,
                why=unread.why,
            )
            if unread.alone
            else say(
                "! {cell}, {field}: {why}; the row is left out.",
                cell=cell_name(unread.place, unread.sheet),
                field=unread.field,
                why=unread.why,
            )
            for unread in found.unread
        ],
        _MOST_UNREAD,
    )
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


def _some(lines: Sequence[str], most: int = _MOST_SHOWN) -> Iterable[str]:
    yield from map(one_line, lines[:most])
    yield from _more(len(lines), most)


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


def _as_json(found: "Preview") -> dict[str, Any]:
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
        "waiting": found.waiting,
        "names": [
            {
                "cell": one.cell,
                "text": one.text,
                "readings": [reading._asdict() for reading in one.readings],
                "chosen": one.chosen + 1,
            }
            for one in found.alternatives
        ],
        "notes": [spoken(note) for note in found.notes],
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
