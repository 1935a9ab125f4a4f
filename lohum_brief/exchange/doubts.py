"""The questions that tables of each shape leave open: what is asked, what may be answered, and what
is proposed.

Those about days and times are in `doubts_of_times`, those about people in `doubts_of_people`, those
about numbers and units in `doubts_of_numbers`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from lohum_brief.exchange.fields import Column, columns
from lohum_brief.exchange.questions import LEAVE_OUT, Choice, Doubt
from lohum_brief.exchange.spans import is_target
from lohum_brief.message import Message, Value, listed, msg
from lohum_brief.visit import called, labels
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.readers import AUDIENCES
from lohum_brief.visit.records import (
    Mineral,
    Note,
    Observation,
    Person,
)
from lohum_brief.visit.visit import Visit

KEEP: Final = "keep"
"""The answer that words are kept as they stand, in a field for words of any sort."""


KEPT_IN: Final[Mapping[str, str]] = {
    "honorific": "post",
    **dict.fromkeys(
        ("diet", "allergies", "mobility", "helmet", "coat", "shoes", "gloves"), "needs"
    ),
}
"""Where words are kept that a closed list does not know."""


NEW: Final = "new"


def word(column: Column, path: str) -> Doubt:
    """Ask what words mean that are not in the closed list of a field."""
    kept = KEPT_IN.get(path)

    def choices() -> list[Choice]:
        known = [Choice(one, labels.choice(path, one)) for one in column.choices if one]
        keep = (
            [Choice(KEEP, msg("keep them in “{field}”", field=labels.path(kept)))] if kept else []
        )
        leave = [] if path == "audience" else [Choice(LEAVE_OUT, msg("leave them out"))]
        return [*keep, *known, *leave]

    return Doubt(
        "word",
        lambda words: msg(
            "What do these mean as “{field}”: {words}?", field=labels.path(path), words=words
        ),
        choices,
        proposed=KEEP if kept else "",
        needed=not kept,
    )


IN_POST: Final = "post"
"""The answer that what stands beside a name is kept in the post."""


PARTED: Final = "parted"


def languages() -> Doubt:
    """Ask whether words of two scripts are one text in two languages: METI 経済産業省, but JICA
    インド事務所.
    """
    return Doubt(
        "languages",
        lambda words: msg("Are these the same in several languages: {words}?", words=words),
        lambda: [
            Choice(PARTED, msg("yes: part them by their scripts")),
            Choice(KEEP, msg("no: keep them whole")),
        ],
        needed=True,
    )


CONVERT: Final = "convert"


def old_font(pairs: Mapping[str, str], *, certain: bool, likely: bool = False) -> Doubt:
    """Ask whether texts are Hindi in a font from before Unicode; `pairs` are they and what they
    would become.

    It waits for an answer where that is not `certain`, and is proposed where it is `likely`.
    """

    def asked(_: Value) -> Message:
        shown = [f"{legible(old, 30)} → {legible(new, 30)}" for old, new in list(pairs.items())[:5]]
        return msg(
            "Is this Hindi typed in an old font: {examples}?",
            examples=listed([*shown, *["…"] * (len(pairs) > 5)]),
        )

    return Doubt(
        "font",
        asked,
        lambda: [
            Choice(CONVERT, msg("yes: convert it")),
            Choice(KEEP, msg("no: keep it as it stands")),
        ],
        proposed=CONVERT if certain or likely else "",
        needed=not certain,
    )


def group(word: str) -> Doubt:
    """Ask what becomes of columns that hold something else of a year than its value: its target,
    one of its quarters.

    A target is no value and is left out unless somebody wants it.
    """
    return Doubt(
        "group",
        lambda words: msg("What are the columns of {words}?", words=words),
        lambda: [
            Choice("name", msg("a metric of its own, with these words behind the name")),
            Choice(LEAVE_OUT, msg("leave them out")),
            Choice("plain", msg("the values of the metric itself")),
        ],
        proposed=LEAVE_OUT if is_target(word) else "name",
        each=True,
    )


def mineral(visit: Visit, known: Sequence[Mineral], proposed: str) -> Doubt:
    """Ask of which mineral a table by country and year is; without a proposal it must be answered.

    One that is not `known` may be named, and is made.
    """

    def said(one: Mineral) -> Value:
        return (
            called.title(one, visit)
            if one.id in visit.by_id
            else msg("{name}, to be added", name=called.title(one, visit))
        )

    return Doubt(
        "mineral",
        lambda _: msg("Which mineral is this table about? The name of another makes it."),
        lambda: [Choice(one.id, said(one)) for one in known],
        proposed=proposed,
        needed=not proposed,
        free=True,
    )


def new_mineral(visit: Visit) -> Doubt:
    """Ask whether a mineral that nobody knows is to be made."""
    return Doubt(
        "mineral",
        lambda word: msg("The mineral “{name}” is not there. Make it?", name=word),
        lambda: [
            Choice(NEW, msg("make it")),
            *(Choice(one.id, called.title(one, visit)) for one in visit.of(Mineral)),
            Choice(LEAVE_OUT, msg("leave the rows out")),
        ],
        proposed=NEW,
        needed=True,
        each=True,
    )


def measure(proposed: str) -> Doubt:
    """Ask what a table by country and year counts; without a proposal it must be answered."""
    return Doubt(
        "measure",
        lambda _: msg("What does this table count?"),
        lambda: [Choice(key, msg(name)) for key, name in called.MEASURES.items()],
        proposed=proposed,
        needed=not proposed,
    )


def kinds(told: Callable[[], Value]) -> Doubt:
    """Ask of which kind notes are that do not say it; `told` says what their words suggest."""
    field = "sort"
    sorts = next(c.choices for c in columns_of(Note) if c.path == field)
    return Doubt(
        "kinds",
        lambda _: msg("Of which kind are these notes? By their words: {kinds}.", kinds=told()),
        lambda: [
            Choice("words", msg("as their words say")),
            *(Choice(one, labels.choice(field, one)) for one in sorts),
        ],
        proposed="words",
    )


def columns_of(kind: type[Note | Observation | Person]) -> Sequence[Column]:
    return columns(kind)


def audience(told: Callable[[], Value], proposed: str, *, by_sort: bool) -> Doubt:
    """Ask who may read what an import adds; `told` says what that is."""
    sort = [Choice("sort", msg("as the kind of each asks for"))] if by_sort else []
    return Doubt(
        "audience",
        lambda _: msg("New: {what}. Who may read them?", what=told()),
        lambda: [*sort, *(Choice(one, labels.choice("audience", one)) for one in AUDIENCES)],
        proposed=proposed,
    )


def section() -> Doubt:
    """Ask whether rows that have a name and nothing else are headings of the rows below them."""
    return Doubt(
        "section",
        lambda words: msg(
            "These stand alone in their rows: {words}. Are they headings of the rows below?",
            words=words,
        ),
        lambda: [
            Choice(LEAVE_OUT, msg("headings: leave them out")),
            Choice("take", msg("entries of the list: take them in")),
        ],
        proposed=LEAVE_OUT,
    )


def content(said: str, units: Sequence[str]) -> Doubt:
    """Ask whether values in kt are of what the series that is there counts: t, cobalt content."""
    return Doubt(
        "content",
        lambda words: msg(
            "The table counts in “{said}”, the series that is there in “{unit}”: {words}. Do "
            "both count the same?",
            said=said,
            unit=listed(units),
            words=words,
        ),
        lambda: [
            Choice("same", msg("yes: put the values into that series")),
            Choice(NEW, msg("no: make a series of its own")),
        ],
        proposed="same",
        needed=True,
    )


def title(columns: Sequence[tuple[str, str]], likeliest: str) -> Doubt:
    """Ask which of several columns has the titles, or the names, of the entries; each is given with
    its heading.
    """
    return Doubt(
        "title",
        lambda _: msg("Which column has the titles of the entries?"),
        lambda: [Choice(letters, legible(heading, 60)) for letters, heading in columns],
        proposed=likeliest,
        needed=True,
    )


def vague(heading: Value, fields: Sequence[str]) -> Doubt:
    """Ask what a column holds whose heading may mean any of some fields."""
    return Doubt(
        "keep",
        lambda _: msg("What does the column “{heading}” hold?", heading=heading),
        lambda: [
            *(Choice(one, labels.path(one)) for one in fields),
            Choice(LEAVE_OUT, msg("do not keep it")),
        ],
        proposed=fields[0],
        needed=True,
        free=True,
    )


def keep(field: str, heading: Value, likely: Sequence[str] = (), *, needed: bool = False) -> Doubt:
    """Ask whether a column that is not read is to be kept: in a field that it is `likely` to be of,
    or in `field`, which takes any words. What cannot be done without has to be `needed`.
    """
    return Doubt(
        "keep",
        lambda _: msg("The column “{heading}” is not read. Keep it?", heading=heading),
        lambda: [
            Choice(LEAVE_OUT, msg("do not keep it")),
            *(
                Choice(one, msg("keep as “{field}”", field=labels.path(one)))
                for one in dict.fromkeys((*likely, field))
                if one
            ),
        ],
        proposed=LEAVE_OUT,
        needed=needed,
        free=True,
    )
