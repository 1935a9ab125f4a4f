"""The questions that numbers and units of a table leave open."""

from typing import Final

from lohum_brief.exchange.doubts import NEW, columns_of
from lohum_brief.exchange.questions import LEAVE_OUT, Choice, Doubt
from lohum_brief.language.codes import LANGS
from lohum_brief.language.parsing.written_units import meanings
from lohum_brief.language.units import is_known, unit_name
from lohum_brief.message import Forms, Value, forms, msg
from lohum_brief.visit import labels
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import Observation


def unit(said: str) -> Doubt:
    """Ask which unit is meant: MT is metric tons to some, million tonnes to others."""
    return Doubt(
        "unit",
        lambda word: msg("Which unit is meant by {unit}?", unit=word),
        lambda: [Choice(key, _unit(key)) for key in meanings(said)],
        proposed=meanings(said)[0],
        needed=True,
        each=True,
    )


WORDS_OF_UNIT: Final = "en: bags; hi: …; ja: …"
"""How an answer tells the words of a unit."""


def unknown_unit(likely: str) -> Doubt:
    """Ask what a unit is that nobody knows; it waits for an answer where a known one is `likely` to
    be meant, and is else the visit's own.
    """
    return Doubt(
        "unit",
        lambda word: msg("The program does not know the unit {unit}. What is it?", unit=word),
        lambda: [
            *([Choice(likely, _unit(likely))] if likely else []),
            Choice(
                NEW,
                msg(
                    "a unit of the visit; its words can be told here too: {example}",
                    example=WORDS_OF_UNIT,
                ),
            ),
            Choice(LEAVE_OUT, msg("no unit: leave it out")),
        ],
        proposed=likely or NEW,
        needed=bool(likely),
        free=True,
        each=True,
    )


def _unit(key: str) -> Forms:
    """Return what a unit is called."""
    return forms({lang: unit_name(key, lang).replace("\u00a0", " ") for lang in LANGS})


EXACT: Final = "exact"
"""The answer that a number prints without a word."""


def precision(likely: str) -> Doubt:
    """Ask what is to be printed for a bound that has no word in the model: under, nearly."""
    column = next(one for one in columns_of(Observation) if one.path == "about")
    return Doubt(
        "precision",
        lambda word: msg("What is to be printed for “{word}” with a number?", word=word),
        lambda: [
            *(Choice(one, labels.choice("about", one)) for one in column.choices if one),
            Choice(EXACT, msg("the number alone")),
        ],
        proposed=likely,
        needed=not likely,
        each=True,
    )


COMMA: Final = "comma"
POINT: Final = "point"


def decimal_sign() -> Doubt:
    """Ask which sign stands before decimals in a table that has 20.000,5 and 1.200."""
    return Doubt(
        "decimal",
        lambda words: msg("Which sign stands before the decimals in {words}?", words=words),
        lambda: [
            Choice(COMMA, msg("the comma: 1.200 is twelve hundred")),
            Choice(POINT, msg("the point: 1.200 is one and a fifth")),
        ],
        proposed=COMMA,
        needed=True,
    )


COLUMN: Final = "column"
"""The answer that the unit of the column counts."""
CELL: Final = "cell"
"""The answer that the unit counts that stands with the number."""


def shown(column: str, said: str) -> Doubt:
    """Ask which unit counts: that of the `column`, or what stands with the number, which is `said`
    as far as it is a unit.
    """

    def choices() -> list[Choice]:
        alone = msg("the number alone, as it is shown")
        in_column = msg("the unit of the column: {unit}", unit=legible(column, 40))
        own = [Choice(CELL, msg("the unit that the cells show: {unit}", unit=_called(said)))]
        return [Choice(COLUMN, in_column if column else alone), *(own if said else [])]

    return Doubt(
        "shown",
        lambda words: (
            msg(
                "The cells show {words}, and the column says “{unit}”. Which counts?",
                words=words,
                unit=legible(column, 40),
            )
            if column
            else msg("The cells show {words}, which is no unit. What counts?", words=words)
        ),
        choices,
        needed=True,
        each=True,
    )


def _called(unit: str) -> Value:
    return _unit(unit) if is_known(unit) else legible(unit, 40)


HELD: Final = "held"
"""The answer that the number counts that a cell holds."""


def scale() -> Doubt:
    """Ask which number counts of cells that show thousands without saying so: 1,235 for
    1234567.
    """
    return Doubt(
        "scale",
        lambda words: msg(
            "The cells show {words}, and hold a thousand times as much, or more. Which counts?",
            words=words,
        ),
        lambda: [
            Choice("shown", msg("what is shown")),
            Choice(HELD, msg("what they hold")),
        ],
        needed=True,
    )


def currency() -> Doubt:
    """Ask for the currency of amounts that each computer shows in its own."""
    return Doubt(
        "currency",
        lambda _: msg(
            "The cells show amounts of money in the currency of whoever looks at them. Which is "
            "meant?"
        ),
        lambda: [Choice(key, _unit(key)) for key in ("INR", "JPY", "USD", "EUR")],
        needed=True,
    )


def series_unit(told: str, likely: str) -> Doubt:
    """Ask for the unit of a table by country and year; it has to be answered where none is told."""
    proposed = told or likely
    return Doubt(
        "unit",
        lambda _: msg("In which unit are the values of this table?"),
        lambda: [
            Choice(key, _unit(key)) for key in dict.fromkeys((proposed, "t", "kt", "Mt", "kg"))
        ],
        proposed=proposed,
        needed=not told,
        free=True,
    )


def caption_unit(told: str) -> Doubt:
    """Ask whether the unit above a table is that of all its rows."""
    return Doubt(
        "unit",
        lambda words: msg(
            "Above the table stands “{unit}”. Is it the unit of {words}?", unit=told, words=words
        ),
        lambda: [
            Choice(told, msg("yes: {unit}", unit=told)),
            Choice(LEAVE_OUT, msg("no: they have none")),
        ],
        proposed=told,
        free=True,
    )
