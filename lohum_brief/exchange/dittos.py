"""Marks that say “as above”: -do-, ditto, 〃, 同上, —वही—, तदैव. They stand for what the entry
above has in the same column.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.sheets import Cell, cell_name
from lohum_brief.language.either import either
from lohum_brief.message import Message, Value, msg, msg_n
from lohum_brief.visit.explaining import legible

_DITTO: Final = re.compile(
    rf"[\s\-–—―_.(\[\"'“”〃]*(?:{either(lambda language: language.lists.ditto)})"
    r"[\s\-–—―_.)\]\"'“”〃]*|[\s\-–—―]*(?:[\"“”„″〃]|''|,,)[\s\-–—―]*",
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


_SAME_BODY: Final = re.compile(either(lambda language: language.lists.same_body))
"""The same ministry, company, office: only of an organisation does such a word say “as above”."""
_BETWEEN: Final = re.compile(r"\s*[,，、\n／/;；]\s*|[ \u3000]+(?![^ \u3000]*[ \u3000])")
"""What parts two things in one cell, as `kinds.person` does: a comma, else the last space."""


def _is_above(text: str, field: str) -> bool:
    return is_ditto(text) or (
        "organisation" in field and _SAME_BODY.fullmatch(text.strip()) is not None
    )


def _parts(text: str) -> tuple[str, str, str] | None:
    """Both halves of a cell that holds two things, with what stands between."""
    found = next((one for one in _BETWEEN.finditer(text) if not one[0].isspace()), None)
    found = found or next((one for one in _BETWEEN.finditer(text)), None)
    return (text[: found.start()], found[0], text[found.end() :]) if found else None


def _marked_halves(text: str, field: str) -> list[int]:
    """Which halves of a cell that holds two things say “as above”, of 0 and 2."""
    parts = _parts(text) if "+" in field and not is_ditto(text) else None
    return [at for at in (0, 2) if parts and _is_above(parts[at], field)]


def _filled_in(text: str, field: str, above: Cell) -> Cell:
    """A cell with what its mark stands for; empty where nothing above tells."""
    halves = _marked_halves(text, field)
    if not halves:
        return above
    parts, source = _parts(text), _parts(above) if isinstance(above, str) else None
    if parts is None or source is None:
        return ""
    return "".join(source[at] if at in halves else parts[at] for at in range(3))


def _is_marked(cell: Cell, field: str) -> bool:
    return isinstance(cell, str) and (_is_above(cell, field) or bool(_marked_halves(cell, field)))


def _has_ditto(rows: Sequence[tuple[int, Sequence[Cell]]], column: int, field: str) -> bool:
    """Whether a column has such a mark; its texts are few, or else names, and asked once each."""
    texts = {row[column] for _, row in rows if column < len(row)}
    return any(_is_marked(text, field) for text in texts)


def _shared(
    rows: Sequence[tuple[int, Sequence[Cell]]], columns: Mapping[int, str]
) -> dict[int, str]:
    """Return the columns with such marks whose cells rows can share."""
    return {
        column: field
        for column, field in columns.items()
        if not _OWN & set(re.split(r"[.+]", field)) and _has_ditto(rows, column, field)
    }


def resolved(
    rows: Sequence[tuple[int, Sequence[Cell]]],
    columns: Mapping[int, str],
    refuse: Callable[..., None],
    notes: list[Value],
) -> list[tuple[int, Sequence[Cell]]]:
    """Numbered rows with what such marks stand for, and a note that says so; one with nothing above
    it is refused.
    """
    shared = _shared(rows, columns)
    if not shared:
        return list(rows)
    above: dict[int, Cell] = {}
    found: list[tuple[int, Sequence[Cell]]] = []
    filled: list[tuple[int, int, str, Cell]] = []
    for at, row in rows:
        cells = list(row)
        for column, field in shared.items():
            cell = row[column] if column < len(row) else ""
            if cell == "":
                continue
            if not isinstance(cell, str) or not _is_marked(cell, field):
                above[column] = cell
                continue
            cells[column] = _filled_in(cell, field, above.get(column, ""))
            if cells[column] == "":
                why = msg(
                    "“{mark}” says “as above”, and nothing stands above it", mark=cell.strip()
                )
                refuse(at, field, why, alone=True)
                continue
            above[column] = cells[column]
            filled.append((at, column, cell, cells[column]))
        found.append((at, cells))
    if filled:
        notes.append(_told(*filled[0], len(filled)))
    return found


def _told(at: int, column: int, mark: str, text: Cell, count: int) -> Message:
    """How many cells say “as above”, with the first of them."""
    first = msg(
        "“{mark}” is “{text}” ({cell})",
        mark=mark.strip(),
        text=legible(text_of(text), 40),
        cell=cell_name((at, column)),
    )
    return msg_n(
        "{count} cell says “as above” and is read so: {first}.",
        "{count} cells say “as above” and are read so, first: {first}.",
        count,
        first=first,
    )
