"""`lohum-brief import` and `lohum-brief table`: lists that others keep in spreadsheets."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lohum_brief.cli.failure import one_line, tell
from lohum_brief.cli.files import existing, put_json, store_of, tell_newer, written_to
from lohum_brief.cli.grammar import Arguments, put
from lohum_brief.cli.previewing import as_json, told
from lohum_brief.errors import SystemRefusedError, UsageError
from lohum_brief.language.interface import listed, say, say_n, sentences, spoken
from lohum_brief.message import msg
from lohum_brief.visit.readers import AUDIENCES, Audience
from lohum_brief.visit.records import KINDS, Picture, Record

if TYPE_CHECKING:
    from lohum_brief.exchange.importing import Options
    from lohum_brief.exchange.preview import Preview
    from lohum_brief.exchange.questions import Question
    from lohum_brief.exchange.sheets import Sheet

_PLURALS: Final = {
    "people": "person",
    "programme": "item",
    "series": "series",
} | {f"{kind}s": kind for kind in KINDS if kind not in ("person", "series", "visit")}


def import_table(arguments: Arguments) -> int:
    """1 when cells could not be read, whether rows were left out for it or everything, and when a
    question is open.
    """
    from lohum_brief.cli.pictures import bring_named
    from lohum_brief.exchange.importing import preview
    from lohum_brief.exchange.preview import as_edit
    from lohum_brief.release.answers import remember

    kind, options = _kind(arguments["KIND"]), _options(arguments)
    # Files that a table of pictures names lie beside it.
    folder = Path(arguments["TABLE"]).parent if arguments["TABLE"] != "-" else None
    failed = False
    store = store_of(arguments["FILE"])
    if "--dry-run" in arguments:
        found = _claimed(preview(store.read(), kind, _sheets(arguments), options))
        _show(found, json="--json" in arguments)
        failed = _foretell(found, folder)
        return 1 if found.unread or found.open or failed else 0
    if "--json" in arguments:
        raise UsageError(say("--json goes with --dry-run."))
    sheets = _sheets(arguments)
    with store.open() as opened:
        if opened.read_only:
            raise SystemRefusedError(opened.reason)
        if opened.warning:
            tell(spoken(opened.warning))
        tell_newer(opened.visit)
        found = _claimed(preview(opened.visit, kind, sheets, options))
        if why := _not_yet(found, skip="--skip-unread" in arguments):
            put(told(found))
            tell(why)
            return 1
        remember(found, options.maps)
        if not found.empty:
            name = arguments["TABLE"]
            label = Path(name).name if name != "-" else msg("standard input")
            opened.commit(as_edit(opened.visit, found, label))
            if kind is Picture and folder is not None:
                failed = bring_named(opened, folder)
    put(told(found))
    return 1 if found.unread or found.waiting or failed else 0


def _foretell(found: "Preview", folder: Path | None) -> bool:
    """Tell which files that new pictures name would fail; return whether any would."""
    from lohum_brief.cli.pictures import foretell_named

    after = (*found.added, *(one.after for one in found.changed))
    return folder is not None and foretell_named(after, folder)


def _show(found: "Preview", *, json: bool) -> None:
    if json:
        put_json(as_json(found))
    else:
        put(told(found))


def _not_yet(found: "Preview", *, skip: bool) -> str:
    """Why nothing is changed, if it is not; `skip` leaves out what cannot be read, and what waits
    for an answer.
    """
    if waiting := found.unavoidable if skip else found.open:
        return say_n(
            "Nothing was changed: {count} question has to be answered first: {names}. Say "
            "--answer NAME=ANSWER.",
            "Nothing was changed: {count} questions have to be answered first: {names}. Say "
            "--answer NAME=ANSWER for each.",
            len(waiting),
            names=listed(_asks(found, question) for question in waiting[:_MOST_NAMED]),
        )
    if found.unread and not skip:
        return say(
            "Nothing was changed, because of what cannot be read; mend it, or leave it "
            "out with --skip-unread."
        )
    return ""


_MOST_NAMED: Final = 10
"""Questions that are named one by one."""


def _asks(found: "Preview", question: "Question") -> str:
    """A question by its name, with the heading of its column."""
    heading = next((text for letter, text, _ in found.columns if letter == question.column), "")
    return one_line(f"{question.name} “{heading}”" if heading else question.name)


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
        _audience(arguments.get("--audience", "")),
        "--replace" in arguments,
        _answers(arguments),
        recall,
        Path(arguments["TABLE"]).stem,
        _turned(arguments),
        _readers(arguments.get("--audience", "")),
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


def _audience(said: str) -> Audience | None:
    """The readers that are said for all."""
    names = [line for line in said.splitlines() if "=" not in line]
    if len(names) > 1:
        raise UsageError(
            say("Who reads it all is said twice; write --audience ROW=AUDIENCE for single rows.")
        )
    return _named(names[0]) if names else None


def _readers(said: str) -> Mapping[str, Audience]:
    """The readers that are said for single rows and records."""
    lines = (line.rpartition("=") for line in said.splitlines() if "=" in line)
    return {key.strip(): _named(name) for key, _, name in lines}


def _named(name: str) -> Audience:
    name = name.strip()
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


def _claimed(found: "Preview") -> "Preview":
    """The preview itself. Raises UsageError where readers are said for what it has not."""
    if found.unclaimed:
        raise UsageError(
            say(
                "--audience {name}=… is about no row and no record of this import; write the "
                "number of a row or an id, as --dry-run shows them in brackets.",
                name=one_line(found.unclaimed[0]),
            )
        )
    return found


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
