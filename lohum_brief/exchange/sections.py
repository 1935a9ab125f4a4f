"""Rows among the entries of a list that are none: its heading once more, and headings of the rows
below them.

A row is such a heading where it has one cell and the entries have several: “Indian side”, “ENERGY”.
In a list of people a name may stand so too; there the words have to say that a group follows.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from lohum_brief.exchange import sides
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.headings import folded, guess
from lohum_brief.exchange.layouts import Layout, is_heading
from lohum_brief.exchange.sheets import Cell
from lohum_brief.exchange.vocabulary import IGNORED
from lohum_brief.visit.records import Figure, Metric, Observation, Organisation, Person, Record

_OF_PEOPLE: Final = (Person, Organisation)
_OF_VALUES: Final = (Metric, Observation, Figure)


class Section(NamedTuple):
    """A row that is no entry: `again` the heading, `other` that of another table, `beside` what
    stands in no column that is read, `above` what may be the heading of the rows below it.
    """

    text: str
    sort: Literal["again", "other", "beside", "above"]


def sections(
    found: Layout, kind: type[Record], footers: frozenset[int]
) -> Iterator[tuple[int, Section]]:
    """Return the rows of the sheet that are none of the entries of its list, by their numbers."""
    if found.row < 0:
        return
    rows = [
        (at, row, filled)
        for at, row in enumerate(found.sheet.rows)
        if at > found.row and at not in footers and (filled := _filled(row))
    ]
    wide = 3 * sum(len(filled) > 1 for _, _, filled in rows) >= len(rows)
    heading = _headings(found)
    for at, row, filled in rows:
        texts = [row[column] for column in filled]
        if _repeats(row, filled, heading):
            yield at, Section(text_of(texts[0]), "again")
        elif len(filled) > 1 and isinstance(texts[0], str) and _is_other_heading(texts, kind):
            yield at, Section(text_of(texts[0]), "other")
        elif not any(column in found.columns for column in filled):
            words = [
                text for text in texts if isinstance(text, str) and any(map(str.isalpha, text))
            ]
            if words:
                yield at, Section(words[0], "beside")
        elif (
            wide
            and len(filled) == 1
            and isinstance(texts[0], str)
            and _may_be_above(texts[0], kind)
        ):
            yield at, Section(texts[0], "above")


def _filled(row: Sequence[Cell]) -> list[int]:
    return [
        column
        for column, cell in enumerate(row)
        if cell != "" and not (isinstance(cell, str) and cell.isspace())
    ]


def _headings(found: Layout) -> dict[int, set[str]]:
    """What each column is called, in the row of the heading and as a heading of two rows has it."""
    named: dict[int, set[str]] = {}
    for column, cell in enumerate(found.sheet.rows[found.row]):
        if cell != "":
            named.setdefault(column, set()).add(folded(text_of(cell)))
    for column, text in found.headings.items():
        named.setdefault(column, set()).add(folded(text))
    return named


def _repeats(row: Sequence[Cell], filled: Sequence[int], heading: dict[int, set[str]]) -> bool:
    first = row[filled[0]]
    if (
        len(filled) < min(2, len(heading))
        or not isinstance(first, str)
        or folded(first) not in heading.get(filled[0], ())
    ):
        return False
    return all(
        isinstance(cell := row[column], str) and folded(cell) in heading.get(column, ())
        for column in filled
    )


def _is_other_heading(texts: Sequence[Cell], kind: type[Record]) -> bool:
    """Whether every cell of a row names a field, and those that a list needs are among them."""
    fields: dict[int, str] = {}
    for column in range(
        len(texts) - 1, -1, -1
    ):  # names come first, and what entries share is told at once
        text = texts[column]
        field = guess(text, kind) if isinstance(text, str) else None
        if not field or "@" in field:
            return False
        fields[column] = field
    return len(set(fields.values()) - {IGNORED}) > 1 and is_heading(fields, kind)


def _may_be_above(text: str, kind: type[Record]) -> bool:
    if issubclass(kind, _OF_VALUES):
        return True
    return issubclass(kind, _OF_PEOPLE) and sides.is_heading(text)
