"""The questions that names of people, their posts and their sides leave open."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from lohum_brief.exchange.doubts import IN_POST, KEEP, NEW, columns_of
from lohum_brief.exchange.questions import LEAVE_OUT, TWICE, Choice, Doubt
from lohum_brief.language.codes import READ
from lohum_brief.message import Message, Value, listed, msg
from lohum_brief.visit import called, labels
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import Person
from lohum_brief.visit.visit import Visit


def title() -> Doubt:
    """Ask what forms of address mean that no closed list knows: Adv., Lt Gen."""
    column = next(one for one in columns_of(Person) if one.path == "honorific")
    return Doubt(
        "word",
        lambda words: msg(
            "What do these mean as “{field}”: {words}?", field=labels.path("honorific"), words=words
        ),
        lambda: [
            _in_post(),
            Choice(KEEP, msg("keep them before the given name")),
            *(Choice(one, labels.choice("honorific", one)) for one in column.choices if one),
            Choice(LEAVE_OUT, msg("leave them out")),
        ],
        proposed=IN_POST,
    )


def _in_post() -> Choice:
    return Choice(IN_POST, msg("keep them in “{field}”", field=labels.path("post")))


def ranks() -> Doubt:
    """Ask where ranks, services and degrees are kept that stand beside names: Lt Gen, IAS,
    (Retd.).
    """
    return Doubt(
        "ranks",
        lambda words: msg(
            "These stand beside names and are none: {words}. Where are they kept?", words=words
        ),
        lambda: [
            _in_post(),
            Choice(KEEP, msg("with the name, as they stand")),
            Choice(LEAVE_OUT, msg("leave them out")),
        ],
        proposed=IN_POST,
    )


def remarks() -> Doubt:
    """Ask what stands behind names in brackets: a post, a remark, or another name."""
    return Doubt(
        "remarks",
        lambda words: msg("What stands behind these names: {words}?", words=words),
        lambda: [
            Choice(IN_POST, msg("posts: keep them in “{field}”", field=labels.path("post"))),
            Choice(KEEP, msg("parts of the names")),
            Choice(LEAVE_OUT, msg("remarks: leave them out")),
        ],
        needed=True,
    )


def two_readings(one: str, other: str) -> Doubt:
    """Ask which of two readings of one name is right, that of its column or that beside the
    name.
    """
    return Doubt(
        "readings",
        lambda name: msg("“{name}” has two readings. Which is right?", name=name),
        lambda: [Choice(one, one), Choice(other, other)],
        needed=True,
        free=True,
        each=True,
    )


def side() -> Doubt:
    """Ask on whose side people are, where what stands above them speaks of sides and may mean
    either.
    """
    return Doubt(
        "side",
        lambda word: msg("On whose side are the people below “{words}”?", words=word),
        lambda: [Choice(one, labels.choice("side", one)) for one in ("guest", "host")],
        needed=True,
        each=True,
    )


def nameless() -> Doubt:
    """Ask what becomes of entries that count people or say whose they are, and name nobody."""
    return Doubt(
        "nameless",
        lambda words: msg("These name nobody: {words}. What becomes of them?", words=words),
        lambda: [
            Choice(LEAVE_OUT, msg("leave them out")),
            Choice("take", msg("take them in, with these words as the name")),
        ],
        proposed=LEAVE_OUT,
    )


"""The answer that what a table names is not yet in the visit."""


def same(known: Sequence[tuple[str, Value]], *, needed: bool = True) -> Doubt:
    """Ask whether what a table names is a record that is called alike; `known` are their ids and
    what they are called.
    """
    return Doubt(
        "same",
        lambda word: msg("Is “{words}” one that is there?", words=word),
        lambda: [*(Choice(*one) for one in known), Choice(NEW, msg("no, it is another: add it"))],
        proposed=known[0][0] if needed else NEW,
        needed=needed,
        each=True,
    )


def meant(
    field: str, known: Sequence[tuple[str, Value]], kept_in: str, *, sure: bool, tells: bool
) -> Doubt:
    """Ask whom or what a cell names that names nothing there is; `known` are the ids of those it
    may be and what they are called, of which the first is proposed where it is `sure`. `kept_in` is
    the field in which the words can be kept, if there is one; where that `tells` of somebody who is
    kept from its readers it is not proposed.
    """
    keep = [Choice(KEEP, msg("keep it in “{field}”", field=labels.path(kept_in)))] * bool(kept_in)
    return Doubt(
        "named" if known else "unnamed",
        lambda words: _who_is_meant(words, field, tells=tells),
        lambda: [
            *(Choice(*one) for one in known),
            *keep,
            Choice(LEAVE_OUT, msg("leave it out")),
        ],
        proposed=known[0][0] if sure else KEEP if keep and not tells else "",
        needed=not sure and (tells or not keep),
        free=True,
        # A list with twenty speakers of whom none is known yet is one question.
        each=bool(known) or not keep,
    )


def _who_is_meant(words: Value, field: str, *, tells: bool) -> Message:
    called = labels.path(field)
    if tells:
        return msg(
            "Who or what is meant by “{words}” in “{field}”? Somebody of that name is kept from "
            "those who read such records.",
            words=words,
            field=called,
        )
    return msg("Who or what is meant by “{words}” in “{field}”?", words=words, field=called)


def which(known: Sequence[tuple[str, Value]]) -> Doubt:
    """Ask which of several records is meant by names in several languages, each of which is of
    another.
    """
    return Doubt(
        "same",
        lambda word: msg("“{words}” names several that are there. Which is meant?", words=word),
        lambda: [*(Choice(*one) for one in known), Choice(NEW, msg("none: add another"))],
        needed=True,
        each=True,
    )


def told_apart(person: Person, visit: Visit) -> Value:
    """Return a person with the organisation, by which namesakes are told apart."""
    body = visit.by_id.get(person.organisation or "")
    both = [one for one in (person, body) if one]
    return called.in_all(lambda lang: ", ".join(called.title_in(one, visit, lang) for one in both))


class Pair(NamedTuple):
    """Two rows that name people alike, from 0, and what they say otherwise."""

    above: int
    at: int
    differences: Sequence[Value]


_SHOWN: Final = 4
"""Pairs of rows that a question names: the forty of a long list would be read by nobody."""
TWO: Final = "two"
"""The answer that rows of one name are several people."""


def difference(heading: str, one: str, other: str) -> Message:
    """Return what two cells of a column say."""
    return msg(
        "{heading} “{one}” / “{other}”",
        heading=heading,
        one=legible(one, 40) or "–",
        other=legible(other, 40) or "–",
    )


def twice(pairs: Sequence[Pair]) -> Doubt:
    """Ask whether rows of one name in one organisation are several people, or name one again."""

    def told(pair: Pair) -> Message:
        return msg(
            "rows {row} and {other}: {differences}",
            row=pair.above + 1,
            other=pair.at + 1,
            differences=listed(pair.differences),
        )

    return Doubt(
        TWICE,
        lambda words: msg(
            "{words} stands in several rows, which differ ({pairs}). Several people, or one person "
            "named again?",
            words=words,
            pairs=listed(map(told, pairs), _SHOWN),
        ),
        lambda: [
            Choice(TWO, msg("several people: take each")),
            Choice("same", msg("one person: the first of the rows counts where they differ")),
        ],
        needed=True,
        each=True,
    )


def which_of_one_name(known: Sequence[tuple[str, Value]]) -> Doubt:
    """Ask which of several people of one name in one organisation a row is."""
    return Doubt(
        "same",
        lambda word: msg("Which person is “{words}”?", words=word),
        lambda: [*(Choice(*one) for one in known), Choice(NEW, msg("none: add another"))],
        needed=True,
        each=True,
    )


def capitals() -> Doubt:
    """Ask which form of a term is right, where the new one differs in its capitals only."""
    return Doubt(
        "capitals",
        lambda words: msg(
            "These differ from what is there in capitals only: {words}. Which form is right?",
            words=words,
        ),
        lambda: [
            Choice(KEEP, msg("the one that is there")),
            Choice("take", msg("the one of the table")),
        ],
        proposed=KEEP,
    )


def order() -> Doubt:
    """Ask which part of names is the family name, where they do not say it."""
    return Doubt(
        "order",
        lambda words: msg("Which part of these names is the family name: {words}?", words=words),
        lambda: [
            Choice("told", msg("as each name suggests, else the last part")),
            Choice("last", msg("the last part")),
            Choice("first", msg("the first part")),
        ],
        proposed="told",
    )


def home() -> Doubt:
    """Ask whose names are in columns of their own for family and given name, where nothing tells
    it.
    """
    return Doubt(
        "home",
        lambda words: msg(
            "Family and given name have columns of their own. Which stands first when these names "
            "are printed: {words}?",
            words=words,
        ),
        lambda: [
            Choice("given", msg("the given name, as in India and in the West")),
            Choice(READ, msg("the family name: they are Japanese")),
            Choice("family", msg("the family name: they are of another country")),
        ],
        needed=True,
    )


def parting() -> Doubt:
    """Ask where Japanese names without a space are parted, of which no reading tells it."""
    return Doubt(
        "parting",
        lambda words: msg("Where do family and given name part in: {words}?", words=words),
        lambda: [
            Choice("2", msg("after the second character")),
            Choice("1", msg("after the first character")),
            Choice("3", msg("after the third character")),
            Choice("whole", msg("not known: keep the name whole")),
        ],
        needed=True,
        free=True,
    )


def reading() -> Doubt:
    """Ask of what a reading without a space is: the whole name, or one part of it."""
    return Doubt(
        "reading",
        lambda words: msg("Of what are these the readings: {words}?", words=words),
        lambda: [
            Choice("family", msg("of the family name only")),
            Choice(LEAVE_OUT, msg("leave them out")),
        ],
        needed=True,
        free=True,
    )
