"""The questions that tables of each shape leave open: what is asked, what may be answered, and what is proposed."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from lohum_brief.exchange.fields import Column
from lohum_brief.exchange.measuring import meanings
from lohum_brief.exchange.questions import LEAVE_OUT, AnswerError, Choice, Doubt
from lohum_brief.exchange.spans import is_target
from lohum_brief.language.catalogue import interface, listed, say
from lohum_brief.language.dates import as_of, date
from lohum_brief.language.parsing import UnreadableError, period
from lohum_brief.language.units import unit_name
from lohum_brief.visit import called, labels
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import AUDIENCES, Mineral, Note, Observation, Person
from lohum_brief.visit.visit import Visit

KEEP: Final = "keep"
"""The answer that words are kept as they stand, in a field for words of any sort."""
KEPT_IN: Final[Mapping[str, str]] = {
    "honorific": "post",
    **dict.fromkeys(("diet", "allergies", "mobility", "helmet", "coat", "shoes", "gloves"), "needs"),
}
"""Where words are kept that a closed list does not know."""


def unit(said: str) -> Doubt:
    """Ask which unit is meant: MT is metric tons to some, million tonnes to others."""
    return Doubt(
        "unit",
        lambda word: say("Which unit is meant by {unit}?", unit=word),
        lambda: [Choice(key, unit_name(key, interface()).replace("\u00a0", " ")) for key in meanings(said)],
        proposed=meanings(said)[0],
        needed=True,
        each=True,
    )


def word(column: Column, path: str) -> Doubt:
    """Ask what words mean that are not in the closed list of a field."""
    kept = KEPT_IN.get(path)

    def choices() -> list[Choice]:
        known = [Choice(one, labels.choice(path, one)) for one in column.choices if one]
        keep = [Choice(KEEP, say("keep them in “{field}”", field=labels.path(kept)))] if kept else []
        leave = [] if path == "audience" else [Choice(LEAVE_OUT, say("leave them out"))]
        return [*keep, *known, *leave]

    return Doubt(
        "word",
        lambda words: say("What do these mean as “{field}”: {words}?", field=labels.path(path), words=words),
        choices,
        proposed=KEEP if kept else "",
        needed=not kept,
    )


IN_POST: Final = "post"
"""The answer that what stands beside a name is kept in the post."""


def title() -> Doubt:
    """Ask what forms of address mean that no closed list knows: Adv., Lt Gen."""
    column = next(one for one in _columns_of(Person) if one.path == "honorific")
    return Doubt(
        "word",
        lambda words: say("What do these mean as “{field}”: {words}?", field=labels.path("honorific"), words=words),
        lambda: [
            _in_post(),
            Choice(KEEP, say("keep them before the given name")),
            *(Choice(one, labels.choice("honorific", one)) for one in column.choices if one),
            Choice(LEAVE_OUT, say("leave them out")),
        ],
        proposed=IN_POST,
    )


EXACT: Final = "exact"
"""The answer that a number prints without a word."""


def precision(*, at_least: bool) -> Doubt:
    """Ask what is to be printed for a bound that has no word in the model: at least, under, nearly."""
    column = next(one for one in _columns_of(Observation) if one.path == "about")
    return Doubt(
        "precision",
        lambda word: say("What is to be printed for “{word}” with a number?", word=word),
        lambda: [
            *(Choice(one, labels.choice("about", one)) for one in column.choices if one),
            Choice(EXACT, say("the number alone")),
        ],
        proposed="more than" if at_least else "",
        needed=not at_least,
        each=True,
    )


COMMA: Final = "comma"
POINT: Final = "point"


def decimal_sign() -> Doubt:
    """Ask which sign stands before decimals in a table that has 20.000,5 and 1.200."""
    return Doubt(
        "decimal",
        lambda words: say("Which sign stands before the decimals in {words}?", words=words),
        lambda: [
            Choice(COMMA, say("the comma: 1.200 is twelve hundred")),
            Choice(POINT, say("the point: 1.200 is one and a fifth")),
        ],
        proposed=COMMA,
        needed=True,
    )


PARTED: Final = "parted"


def languages() -> Doubt:
    """Ask whether words of two scripts are one text in two languages: METI 経済産業省, but JICA インド事務所."""
    return Doubt(
        "languages",
        lambda words: say("Are these the same in several languages: {words}?", words=words),
        lambda: [
            Choice(PARTED, say("yes: part them by their scripts")),
            Choice(KEEP, say("no: keep them whole")),
        ],
        needed=True,
    )


CONVERT: Final = "convert"


def old_font(pairs: Mapping[str, str], *, certain: bool) -> Doubt:
    """Ask whether texts are Hindi in a font from before Unicode; `pairs` are they and what they would become."""

    def asked(_: str) -> str:
        shown = [f"{legible(old, 30)} → {legible(new, 30)}" for old, new in list(pairs.items())[:5]]
        return say(
            "Is this Hindi typed in an old font: {examples}?", examples=listed([*shown, *["…"] * (len(pairs) > 5)])
        )

    return Doubt(
        "font",
        asked,
        lambda: [Choice(CONVERT, say("yes: convert it")), Choice(KEEP, say("no: keep it as it stands"))],
        proposed=CONVERT if certain else "",
        needed=not certain,
    )


def _in_post() -> Choice:
    return Choice(IN_POST, say("keep them in “{field}”", field=labels.path("post")))


def ranks() -> Doubt:
    """Ask where ranks, services and degrees are kept that stand beside names: Lt Gen, IAS, (Retd.)."""
    return Doubt(
        "ranks",
        lambda words: say("These stand beside names and are none: {words}. Where are they kept?", words=words),
        lambda: [
            _in_post(),
            Choice(KEEP, say("with the name, as they stand")),
            Choice(LEAVE_OUT, say("leave them out")),
        ],
        proposed=IN_POST,
    )


def remarks() -> Doubt:
    """Ask what stands behind names in brackets: a post, a remark, or another name."""
    return Doubt(
        "remarks",
        lambda words: say("What stands behind these names: {words}?", words=words),
        lambda: [
            Choice(IN_POST, say("posts: keep them in “{field}”", field=labels.path("post"))),
            Choice(KEEP, say("parts of the names")),
            Choice(LEAVE_OUT, say("remarks: leave them out")),
        ],
        needed=True,
    )


def two_readings(one: str, other: str) -> Doubt:
    """Ask which of two readings of one name is right, that of its column or that beside the name."""
    return Doubt(
        "readings",
        lambda name: say("“{name}” has two readings. Which is right?", name=name),
        lambda: [Choice(one, one), Choice(other, other)],
        needed=True,
        free=True,
        each=True,
    )


def clock(after: dt.datetime | None) -> Doubt:
    """Ask for a time of day that is told in words: after lunch. `after` is when the entry above ends."""

    def choices() -> list[Choice]:
        end = (
            [Choice(f"{after:%H:%M}", say("{time}, the end of the entry above", time=f"{after:%H:%M}"))]
            if after
            else []
        )
        return [*end, Choice(LEAVE_OUT, say("leave the row out"))]

    return Doubt(
        "time",
        lambda words: say("At what time is “{words}”?", words=words),
        choices,
        proposed=f"{after:%H:%M}" if after else "",
        needed=True,
        free=True,
        each=True,
    )


def about_clock(said: dt.time | None) -> Doubt:
    """Ask whether a time that is not exact is to be printed as if it were: 18:00頃."""
    time = f"{said:%H:%M}" if said else ""
    return Doubt(
        "time",
        lambda words: say("At what time is “{words}”?", words=words),
        lambda: [*([Choice(time, time)] if time else []), Choice(LEAVE_OUT, say("leave the row out"))],
        proposed=time,
        needed=True,
        free=True,
        each=True,
    )


AFTERNOON: Final = "afternoon"
NEXT_DAY: Final = "next"
AS_WRITTEN: Final = "written"


def fallen_back(*, twelve: bool) -> Doubt:
    """Ask what is meant by times that lie before that of the row above; `twelve` where the afternoon would follow it."""

    def choices() -> list[Choice]:
        noon = [Choice(AFTERNOON, say("in the afternoon: the clock has twelve hours"))] if twelve else []
        return [
            *noon,
            Choice(NEXT_DAY, say("on the day after")),
            Choice(AS_WRITTEN, say("as written: the rows are not in order")),
        ]

    return Doubt(
        "fallen",
        lambda words: say("These times go back: {words}. When is that?", words=words),
        choices,
        proposed=AFTERNOON if twelve else "",
        needed=True,
    )


def day(visit: Visit) -> Doubt:
    """Ask on which day of a visit of several days a programme without a date is."""
    own = visit.particulars
    start = own.start or dt.date.min
    end = own.end or start
    days = [start + dt.timedelta(days=number) for number in range(min((end - start).days, 30) + 1)]
    return Doubt(
        "day",
        lambda _: say("On which day of the visit is this? The table has no date."),
        lambda: [Choice(one.isoformat(), date(one, interface(), weekday=True)) for one in days],
        needed=True,
    )


def half_years() -> Doubt:
    """Ask which year is meant by FY25: to some the one that ends in 2025, to others the one that begins then."""
    return Doubt(
        "years",
        lambda words: say("Does the fiscal year begin or end in the year that {words} names?", words=words),
        lambda: [Choice("end", say("it ends then")), Choice("begin", say("it begins then"))],
        proposed="end",
        needed=True,
    )


def year(start: dt.date | None) -> Doubt:
    """Ask of which year months and quarters are that name none; those around the visit are offered."""
    last = start.year if start else 0
    shown = [one for number in (last, last - 1, last - 2) for one in (f"FY{number}", f"{number}")] if last else []
    return Doubt(
        "year",
        lambda words: say("Of which year are {words}? Write it as 2025 or, for a fiscal year, 2025-26.", words=words),
        lambda: [Choice(one, as_of(one, interface(), months=False).replace("\u00a0", " ")) for one in shown],
        needed=True,
        free=True,
    )


def year_of(answer: str) -> str:
    """The year of an answer as records store it. Raises UsageError where it is none."""
    try:
        found = period(answer)
    except UnreadableError:
        found = ""
    if re.fullmatch(r"\d{4}-\d\d", answer) and int(answer[5:]) == (int(answer[:4]) + 1) % 100:
        found = f"FY{answer[:4]}"  # 2011-12 is no December here
    if not re.fullmatch(r"(?:FY)?\d{4}", found):
        raise AnswerError(say("“{answer}” is no year; write it as 2025 or 2025-26.", answer=answer[:40]))
    return found


def group(word: str) -> Doubt:
    """Ask what becomes of columns that hold something else of a year than its value: its target, one of its quarters.

    A target is no value and is left out unless somebody wants it.
    """
    return Doubt(
        "group",
        lambda words: say("What are the columns of {words}?", words=words),
        lambda: [
            Choice("name", say("a metric of its own, with these words behind the name")),
            Choice(LEAVE_OUT, say("leave them out")),
            Choice("plain", say("the values of the metric itself")),
        ],
        proposed=LEAVE_OUT if is_target(word) else "name",
        each=True,
    )


def mineral(visit: Visit, known: Sequence[Mineral], proposed: str) -> Doubt:
    """Ask of which mineral a table by country and year is; without a proposal it must be answered.

    One that is not `known` may be named, and is made.
    """

    def said(one: Mineral) -> str:
        return (
            called.title(one, visit)
            if one.id in visit.by_id
            else say("{name}, to be added", name=called.title(one, visit))
        )

    return Doubt(
        "mineral",
        lambda _: say("Which mineral is this table about? The name of another makes it."),
        lambda: [Choice(one.id, said(one)) for one in known],
        proposed=proposed,
        needed=not proposed,
        free=True,
    )


def new_mineral(visit: Visit) -> Doubt:
    """Ask whether a mineral that nobody knows is to be made."""
    return Doubt(
        "mineral",
        lambda word: say("The mineral “{name}” is not there. Make it?", name=word),
        lambda: [
            Choice(NEW, say("make it")),
            *(Choice(one.id, called.title(one, visit)) for one in visit.of(Mineral)),
            Choice(LEAVE_OUT, say("leave the rows out")),
        ],
        proposed=NEW,
        needed=True,
        each=True,
    )


def measure(proposed: str) -> Doubt:
    """Ask what a table by country and year counts; without a proposal it must be answered."""
    return Doubt(
        "measure",
        lambda _: say("What does this table count?"),
        lambda: [Choice(key, say(name)) for key, name in called.MEASURES.items()],
        proposed=proposed,
        needed=not proposed,
    )


def series_unit(proposed: str) -> Doubt:
    """Ask for the unit of a table by country and year that does not say it."""
    return Doubt(
        "unit",
        lambda _: say("In which unit are the values of this table?"),
        lambda: [
            Choice(key, unit_name(key, interface()).replace("\u00a0", " "))
            for key in dict.fromkeys((proposed, "t", "kt", "Mt", "kg"))
        ],
        proposed=proposed,
        free=True,
    )


def caption_unit(told: str) -> Doubt:
    """Ask whether the unit above a table is that of all its rows."""
    return Doubt(
        "unit",
        lambda words: say("Above the table stands “{unit}”. Is it the unit of {words}?", unit=told, words=words),
        lambda: [Choice(told, say("yes: {unit}", unit=told)), Choice(LEAVE_OUT, say("no: they have none"))],
        proposed=told,
        free=True,
    )


def kinds(told: Callable[[], str]) -> Doubt:
    """Ask of which kind notes are that do not say it; `told` says what their words suggest."""
    field = "sort"
    sorts = next(c.choices for c in _columns_of(Note) if c.path == field)
    return Doubt(
        "kinds",
        lambda _: say("Of which kind are these notes? By their words: {kinds}.", kinds=told()),
        lambda: [
            Choice("words", say("as their words say")),
            *(Choice(one, labels.choice(field, one)) for one in sorts),
        ],
        proposed="words",
    )


def _columns_of(kind: type[Note | Observation | Person]) -> Sequence[Column]:
    from lohum_brief.exchange.fields import columns

    return columns(kind)


def audience(told: Callable[[], str], proposed: str, *, by_sort: bool) -> Doubt:
    """Ask who may read what an import adds; `told` says what that is."""
    sort = [Choice("sort", say("as the kind of each asks for"))] if by_sort else []
    return Doubt(
        "audience",
        lambda _: say("New: {what}. Who may read them?", what=told()),
        lambda: [*sort, *(Choice(one, labels.choice("audience", one)) for one in AUDIENCES)],
        proposed=proposed,
    )


def side() -> Doubt:
    """Ask on whose side people are, where what stands above them speaks of sides and may mean either."""
    return Doubt(
        "side",
        lambda word: say("On whose side are the people below “{words}”?", words=word),
        lambda: [Choice(one, labels.choice("side", one)) for one in ("guest", "host")],
        needed=True,
        each=True,
    )


def section() -> Doubt:
    """Ask whether rows that have a name and nothing else are headings of the rows below them."""
    return Doubt(
        "section",
        lambda words: say(
            "These stand alone in their rows: {words}. Are they headings of the rows below?", words=words
        ),
        lambda: [
            Choice(LEAVE_OUT, say("headings: leave them out")),
            Choice("take", say("entries of the list: take them in")),
        ],
        proposed=LEAVE_OUT,
    )


def nameless() -> Doubt:
    """Ask what becomes of entries that count people or say whose they are, and name nobody."""
    return Doubt(
        "nameless",
        lambda words: say("These name nobody: {words}. What becomes of them?", words=words),
        lambda: [
            Choice(LEAVE_OUT, say("leave them out")),
            Choice("take", say("take them in, with these words as the name")),
        ],
        proposed=LEAVE_OUT,
    )


NEW: Final = "new"
"""The answer that what a table names is not yet in the visit."""


def same(known: Sequence[tuple[str, str]], *, needed: bool = True) -> Doubt:
    """Ask whether what a table names is a record that is called alike; `known` are their ids and what they are called."""
    return Doubt(
        "same",
        lambda word: say("Is “{words}” one that is there?", words=word),
        lambda: [*(Choice(*one) for one in known), Choice(NEW, say("no, it is another: add it"))],
        proposed=known[0][0] if needed else NEW,
        needed=needed,
        each=True,
    )


def told_apart(person: Person, visit: Visit) -> str:
    """A person with the organisation, by which namesakes are told apart."""
    return ", ".join(filter(None, (called.title(person, visit), _body(person, visit))))


def _body(person: Person, visit: Visit) -> str:
    body = visit.by_id.get(person.organisation or "")
    return called.title(body, visit) if body else ""


def content(said: str, units: Sequence[str]) -> Doubt:
    """Ask whether values in kt are of what the series that is there counts: t, cobalt content."""
    return Doubt(
        "content",
        lambda words: say(
            "The table counts in “{said}”, the series that is there in “{unit}”: {words}. Do both count the same?",
            said=said,
            unit=listed(units),
            words=words,
        ),
        lambda: [
            Choice("same", say("yes: put the values into that series")),
            Choice(NEW, say("no: make a series of its own")),
        ],
        proposed="same",
        needed=True,
    )


def capitals() -> Doubt:
    """Ask which form of a term is right, where the new one differs in its capitals only."""
    return Doubt(
        "capitals",
        lambda words: say(
            "These differ from what is there in capitals only: {words}. Which form is right?", words=words
        ),
        lambda: [Choice(KEEP, say("the one that is there")), Choice("take", say("the one of the table"))],
        proposed=KEEP,
    )


def keep(field: str, heading: str, likely: Sequence[str] = ()) -> Doubt:
    """Ask whether a column that is not read is to be kept: in a field that it is `likely` to be of, or in `field`, which takes any words."""
    return Doubt(
        "keep",
        lambda _: say("The column “{heading}” is not read. Keep it?", heading=heading),
        lambda: [
            Choice(LEAVE_OUT, say("do not keep it")),
            *(
                Choice(one, say("keep as “{field}”", field=labels.path(one)))
                for one in dict.fromkeys((*likely, field))
                if one
            ),
        ],
        proposed=LEAVE_OUT,
        free=True,
    )


def order() -> Doubt:
    """Ask which part of names is the family name, where they do not say it."""
    return Doubt(
        "order",
        lambda words: say("Which part of these names is the family name: {words}?", words=words),
        lambda: [
            Choice("told", say("as each name suggests, else the last part")),
            Choice("last", say("the last part")),
            Choice("first", say("the first part")),
        ],
        proposed="told",
    )


def parting() -> Doubt:
    """Ask where Japanese names without a space are parted, of which no reading tells it."""
    return Doubt(
        "parting",
        lambda words: say("Where do family and given name part in: {words}?", words=words),
        lambda: [
            Choice("2", say("after the second character")),
            Choice("1", say("after the first character")),
            Choice("3", say("after the third character")),
            Choice("whole", say("not known: keep the name whole")),
        ],
        needed=True,
        free=True,
    )


def reading() -> Doubt:
    """Ask of what a reading without a space is: the whole name, or one part of it."""
    return Doubt(
        "reading",
        lambda words: say("Of what are these the readings: {words}?", words=words),
        lambda: [
            Choice("family", say("of the family name only")),
            Choice(LEAVE_OUT, say("leave them out")),
        ],
        needed=True,
        free=True,
    )
