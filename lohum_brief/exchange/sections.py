"""Rows among the entries of a list that are none: its heading once more, and headings of the rows
below them.

A row is such a heading where it has one cell and the entries have several: “Indian side”, “ENERGY”.
In a list of people a name may stand so too; there the words have to say that a group follows.
"""

from collections.abc import Iterator, Mapping, Sequence
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
    read = _Read(
        found.columns,
        kind,
        _headings(found),
        wide=3 * sum(len(filled) > 1 for _, _, filled in rows) >= len(rows),
    )
    for at, row, filled in rows:
        if section := _section(row, filled, read):
            yield at, section


class _Read(NamedTuple):
    """What is known of a table by which its rows are told apart."""

    columns: Mapping[int, str]
    kind: type[Record]
    headings: Mapping[int, set[str]]
    wide: bool
    """A third of its rows, or more, have several cells."""


def _section(row: Sequence[Cell], filled: Sequence[int], read: _Read) -> Section | None:
    first = row[filled[0]]
    if _repeats(row, filled, read.headings):
        return Section(text_of(first), "again")
    if len(filled) > 1 and isinstance(first, str) and _is_other_heading(row, filled, read.kind):
        return Section(text_of(first), "other")
    if read.columns.keys().isdisjoint(filled):
        return _beside(row, filled)
    if not read.wide or len(filled) > 1 or not isinstance(first, str):
        return None
    return Section(first, "above") if _may_be_above(first, read.kind) else None


def _beside(row: Sequence[Cell], filled: Sequence[int]) -> Section | None:
    """Return what a row says in columns that are not read, by its first words."""
    texts = (cell for column in filled if isinstance(cell := row[column], str))
    words = next((text for text in texts if any(map(str.isalpha, text))), "")
    return Section(words, "beside") if words else None


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


def _repeats(row: Sequence[Cell], filled: Sequence[int], heading: Mapping[int, set[str]]) -> bool:
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


def _is_other_heading(row: Sequence[Cell], filled: Sequence[int], kind: type[Record]) -> bool:
    """Whether every cell of a row names a field, and those that a list needs are among them."""
    fields: dict[int, str] = {}
    for column in reversed(filled):  # names come first, and what entries share is told at once
        text = row[column]
        field = guess(text, kind) if isinstance(text, str) else None
        if not field or "@" in field:
            return False
        fields[column] = field
    return len(set(fields.values()) - {IGNORED}) > 1 and is_heading(fields, kind)


def _may_be_above(text: str, kind: type[Record]) -> bool:
    if issubclass(kind, _OF_VALUES):
        return True
    return issubclass(kind, _OF_PEOPLE) and sides.is_heading(text)
