"""Marks that say “as above”: -do-, ditto, 〃, 同上, —वही—, तदैव. They stand for what the entry above
has in the same column.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.sheets import Cell, cell_name
from lohum_brief.message import Message, Value, msg, msg_n
from lohum_brief.visit.explaining import legible

_DITTO: Final = re.compile(
    r"[\s\-–—―_.(\[\"'“”〃]*(?:do\.?|ditto|same|same as (?:above|earlier|before)|as above|same "
    r"above|(?:as )?previous|"
    r"同上|同前|同じ|上に同じ|上記に同じ|上と同じ|仝|वही|तदैव|यथोपरि|उपरोक्त|उपर्युक्त|यथा|पूर्ववत्?)[\s\-–—―_.)\]\"'“”〃]*|[\s\-–—―]*(?:[\"“”„″〃]|''|,,)[\s\-–—―]*",
    re.IGNORECASE,
)
_OWN: Final = frozenset(
    {
        "id",
        "name",
        "family",
        "given",
        "title",
        "text",
        "audience",
        "start",
        "clock",
        "end",
        "minutes",
    }
)
"""Fields that an entry has for itself: Do is a family name, and of two titles neither is the
other's.
"""


def is_ditto(text: str) -> bool:
    """Whether a cell says that it is as the one above."""
    return len(text) < 30 and _DITTO.fullmatch(unicodedata.normalize("NFKC", text)) is not None


def _has_ditto(rows: Sequence[tuple[int, Sequence[Cell]]], column: int) -> bool:
    """Whether a column has such a mark; its texts are few, or else names, and asked once each."""
    texts = {row[column] for _, row in rows if column < len(row)}
    return any(isinstance(text, str) and is_ditto(text) for text in texts)


def resolved(
    rows: Sequence[tuple[int, Sequence[Cell]]],
    columns: Mapping[int, str],
    refuse: Callable[..., None],
    notes: list[Value],
) -> list[tuple[int, Sequence[Cell]]]:
    """Numbered rows with what such marks stand for, and a note that says so; one with nothing above
    it is refused.
    """
    shared = {
        column: field
        for column, field in columns.items()
        if not _OWN & set(re.split(r"[.+]", field)) and _has_ditto(rows, column)
    }
    if not shared:
        return list(rows)
    above: dict[int, Cell] = {}
    found: list[tuple[int, Sequence[Cell]]] = []
    count = 0
    first: Message | None = None
    for at, row in rows:
        cells: list[Cell] | None = None
        for column, field in shared.items():
            cell = row[column] if column < len(row) else ""
            if cell == "":
                continue
            if not isinstance(cell, str) or not is_ditto(cell):
                above[column] = cell
                continue
            cells = list(row) if cells is None else cells
            cells[column] = above.get(column, "")
            if column not in above:
                refuse(
                    at,
                    field,
                    msg("“{mark}” says “as above”, and nothing stands above it", mark=cell.strip()),
                    alone=True,
                )
                continue
            count += 1
            first = first or msg(
                "“{mark}” is “{text}” ({cell})",
                mark=cell.strip(),
                text=legible(text_of(cells[column]), 40),
                cell=cell_name((at, column)),
            )
        found.append((at, row if cells is None else cells))
    if first:
        notes.append(
            msg_n(
                "{count} cell says “as above” and is read so: {first}.",
                "{count} cells say “as above” and are read so, first: {first}.",
                count,
                first=first,
            )
        )
    return found
