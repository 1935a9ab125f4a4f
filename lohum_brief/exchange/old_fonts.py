"""Columns of a table that are typed in a Hindi font from before Unicode, turned into Unicode before they are read."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from lohum_brief.exchange import legacy_hindi
from lohum_brief.exchange.fields import CellError, Column
from lohum_brief.exchange.headings import Layout
from lohum_brief.exchange.sheets import Cell, column_letters
from lohum_brief.language.catalogue import say_n
from lohum_brief.visit.explaining import legible

Rows = list[tuple[int, Sequence[Cell]]]
"""With their numbers."""

_HINDI: Final = frozenset(
    {"name", "family", "given", "organisation", "post", "group", "title", "text", "place", "detail", "note"}
)
"""Fields in which Hindi may stand without their saying so."""

_TELLING: Final = 4
"""Letters that a text must have to look like anything."""


def modernised(
    said: Rows,
    layout: Layout,
    fields: Mapping[str, Column],
    refuse: Callable[[int, str, str], None],
    notes: list[str],
) -> Rows:
    """The rows with old Hindi fonts turned into Unicode. What may be either is refused, and its row left out.

    In a table of ours texts are what the visit holds, however they look: only cells that somebody set in such a font are
    turned. What is turned, or only looks so, is added to the notes.
    """
    for column, field in layout.columns.items():
        if not _may_be_hindi(field, layout, fields):
            continue
        texts = {at: cell for at, row in said if column < len(row) and isinstance(cell := row[column], str) and cell}
        marked = {at for at in texts if (at, column) in layout.sheet.legacy}
        if layout.exact:
            _suspect(column, [text for at, text in texts.items() if at not in marked], notes)
            texts = {at: texts[at] for at in marked}
        whole = legacy_hindi.looks_legacy(texts.values())
        if not whole and not marked and not any(legacy_hindi.looks_legacy([text]) for text in texts.values()):
            continue
        converted: dict[int, str] = {}
        refused: set[int] = set()
        for at, text in texts.items():
            try:
                new = legacy_hindi.modern(text, column=whole, font=at in marked)
            except CellError as error:
                refuse(at, field, str(error))
                refused.add(at)
                continue
            if new != text:
                converted[at] = new
        if converted:
            first = min(converted)
            notes.append(
                say_n(
                    "Column {column}: {count} cell is in an old Hindi font and is converted, such as “{old}” to “{new}”.",
                    "Column {column}: {count} cells are in an old Hindi font and are converted, such as “{old}” to “{new}”.",
                    len(converted),
                    column=column_letters(column),
                    old=texts[first],
                    new=converted[first],
                )
            )
        said = [
            (at, [*row[:column], converted[at], *row[column + 1 :]] if at in converted else row)
            for at, row in said
            if at not in refused
        ]
    return said


def _suspect(column: int, texts: Sequence[str], notes: list[str]) -> None:
    """Say of texts that are taken as they stand that they look like an old Hindi font."""
    found = [text for text in texts if len(text) >= _TELLING and legacy_hindi.looks_legacy([text])]
    if found:
        notes.append(
            say_n(
                "Column {column}: {count} cell looks as if typed in an old Hindi font, such as “{text}”; it is taken as it stands.",
                "Column {column}: {count} cells look as if typed in an old Hindi font, such as “{text}”; they are taken as they stand.",
                len(found),
                column=column_letters(column),
                text=legible(found[0], 60),
            )
        )


def _may_be_hindi(field: str, layout: Layout, fields: Mapping[str, Column]) -> bool:
    if field.endswith(".hi"):
        column = fields.get(field)
        return column is None or column.sort == "text"
    return not layout.exact and "." not in field and field in _HINDI
