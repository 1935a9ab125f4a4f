"""What an import says of itself, as sentences: what nobody would see in the records that it
brings.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lohum_brief.exchange.alternatives import cell_called
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.headings import is_fieldless
from lohum_brief.exchange.layouts import Layout
from lohum_brief.exchange.marks import Mark
from lohum_brief.exchange.preview import still_named
from lohum_brief.exchange.sheets import Cell, Place
from lohum_brief.language.codes import LATIN_FIRST, Lang
from lohum_brief.message import Message, Value, clause, listed, msg, msg_n
from lohum_brief.visit import labels
from lohum_brief.visit.called import short
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.records import (
    AnyRecord,
    Metric,
    Record,
    Side,
    kind_of_class,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

_MOST_SAID: Final = 20
"""Comments that are said one by one."""


def repeated(rows: Iterable[tuple[int, int]]) -> list[Value]:
    """Rows that say what a row above has said."""
    return [msg("Row {row} repeats row {other}.", row=at + 1, other=row + 1) for at, row in rows]


def beside_columns(at: int, text: str) -> Message:
    """A row that has something in columns only that are not read."""
    return msg(
        "Row {row} has nothing in the columns that are read and is left out: “{text}”.",
        row=at + 1,
        text=legible(text, 60),
    )


def section(at: int, text: str) -> Message:
    """A row that is the heading of those below it."""
    return msg(
        "Row {row} is a heading of the rows below and is left out: “{text}”.",
        row=at + 1,
        text=legible(text, 60),
    )


def sheets(read: str, others: Sequence[str]) -> Message:
    """The sheets of a workbook that are not read, and how they are."""
    return msg_n(
        "Only the sheet “{sheet}” is read. The other has to be imported by itself (--sheet NAME, "
        "or choose it): {others}.",
        "Only the sheet “{sheet}” is read. The others have to be imported one by one (--sheet "
        "NAME, or choose it): {others}.",
        len(others),
        sheet=legible(read, 40),
        others=listed(legible(name, 40) for name in others),
    )


def nameless(at: int, text: str) -> Message:
    """A row of a list of people that names nobody."""
    return msg(
        "Row {row} names nobody and is left out: “{text}”.", row=at + 1, text=legible(text, 60)
    )


def caption(mark: Mark) -> Message:
    """What stands above a list and says who may read it."""
    return msg(
        "“{text}” stands above the list: its rows begin with {audience}.",
        text=legible(mark.text, 60),
        audience=labels.choice("audience", mark.audience),
    )


def comments(said: Mapping[Place, str]) -> list[Value]:
    """What is said of cells beside them and has no place in their records."""
    if not said:
        return []
    shown = [
        f"{cell_called(place)} “{legible(' '.join(text.split()), 60)}”"
        for place, text in list(said.items())[:_MOST_SAID]
    ]
    more = ["…"] if len(said) > _MOST_SAID else []
    return [
        msg_n(
            "{count} comment is not imported: {cells}.",
            "{count} comments are not imported: {cells}.",
            len(said),
            cells=listed([*shown, *more]),
        )
    ]


def sided(told: Mapping[tuple[Value, Side], int]) -> list[Value]:
    """The words that put people on a side."""
    return [
        msg_n(
            "“{text}”: {count} person is on the hosts’ side.",
            "“{text}”: {count} people are on the hosts’ side.",
            count,
            text=legible(text, 60) if isinstance(text, str) else text,
        )
        if side == "host"
        else msg_n(
            "“{text}”: {count} person is on the guests’ side.",
            "“{text}”: {count} people are on the guests’ side.",
            count,
            text=legible(text, 60) if isinstance(text, str) else text,
        )
        for (text, side), count in told.items()
    ]


def fieldless(found: Layout, kind: type[Record]) -> list[Value]:
    """Columns that are known and that no field of today can hold."""
    headings = [text for _, text in sorted(found.unknown.items()) if is_fieldless(text, kind)]
    if not headings:
        return []
    columns = clause(listed(legible(text, 40) for text in headings))
    return [msg("Not read, because there is no field for it yet: {columns}.", columns=columns)]


def _has_numbers(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    """Whether more than one cell of a column has digits."""
    cells = (row[column] for row in rows if column < len(row))
    return sum(re.search(r"\d", text_of(cell)) is not None for cell in cells) > 1


def valueless(found: Layout, kind: type[Record]) -> list[Value]:
    """Columns of numbers in a table of metrics of which none is read as their values."""
    if (
        kind is not Metric
        or found.exact
        or any(field.partition("@")[0] == "value" for field in found.columns.values())
    ):
        return []
    rows = found.sheet.rows[found.row + 1 :]
    columns = [text for column, text in sorted(found.unknown.items()) if _has_numbers(rows, column)]
    if not columns:
        return []
    said = listed(legible(text, 40) for text in columns)
    return [
        msg(
            "No values are read: the headings do not say of which year or day they are: {columns}.",
            columns=said,
        )
    ]


def recalled(answers: Mapping[str, str]) -> list[Value]:
    """Answers that were given for the last list of the shape and count for this one."""
    if not answers:
        return []
    said = listed(f"{name} = {answer}" for name, answer in answers.items())
    return [msg("As for the last list with these headings: {answers}.", answers=said)]


def numbers(*, lifted: int, left_out: int) -> list[Value]:
    """How many records got a higher audience than they claim, and how many rows nobody wants."""
    found: list[Value] = []
    if lifted:
        found.append(
            msg_n(
                "{count} note is kept from the readers that the table names, as its kind is "
                "never for them.",
                "{count} notes are kept from the readers that the table names, as their kinds "
                "are never for them.",
                lifted,
            )
        )
    if left_out:
        found.append(
            msg_n(
                "{count} row is left out, as answered.",
                "{count} rows are left out, as answered.",
                left_out,
            )
        )
    return found


def beside(added: Iterable[AnyRecord]) -> list[Value]:
    """Records that rows name and the visit has not."""
    return [
        msg(
            "{kind} “{name}” is not there yet and is added.",
            kind=kind_title(kind_of_class(type(record))),
            name=_shown(record),
        )
        for record in added
    ]


def named_twice(at: int, above: int, left: Sequence[Value]) -> Message:
    """A row that names the person of a row above again, and what of it is left out."""
    if not left:
        return msg("Row {row} names the person of row {other} again.", row=at + 1, other=above + 1)
    return msg(
        "Row {row} names the person of row {other} again; row {other} counts where they differ: "
        "{differences}.",
        row=at + 1,
        other=above + 1,
        differences=listed(left),
    )


def otherwise(found: Iterable[tuple[Text, Mapping[Lang, str]]]) -> list[Value]:
    """Records that have another name in a language than the table gives them; theirs stays."""
    return [
        msg(
            "It is called “{name}” here, and “{other}” in the table; the name here stays.",
            name=legible(own[lang], 60),
            other=legible(text, 60),
        )
        for own, texts in found
        for lang, text in texts.items()
    ]


def named_in_vain(removed: Sequence[AnyRecord], visit: Visit) -> list[Value]:
    """Records that are removed and that others go on to name."""
    return [
        msg(
            "“{name}” is removed and still named by other records.",
            name=short(visit.by_id[ident], visit),
        )
        for ident in still_named(visit, removed)
    ]


def _shown(record: AnyRecord) -> str:
    name = getattr(record, "name", None) or getattr(record, "title", "")
    return legible(name.first(*LATIN_FIRST) if isinstance(name, Text) else str(name), 60)
