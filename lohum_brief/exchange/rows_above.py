"""Rows above the heading of a table: which of them would be lost if it were none."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.headings import folded
from lohum_brief.exchange.sheets import Cell, Sheet
from lohum_brief.message import Message, listed, msg
from lohum_brief.visit.explaining import legible

_SEVERAL: Final = 3
"""Cells of a row that is more than a caption, or a word with what it is."""
_MOST_SAID: Final = 5


def fuller(
    sheet: Sheet, row: int, columns: Mapping[int, str], headings: Mapping[int, str]
) -> int | None:
    """Return a row, from 0, that is as full as the heading below it, of which little is known: an
    entry such as “Coach (Volvo)” is taken for one. None where the heading is one for certain.
    """
    filled = _filled(sheet.rows[row]) if row > 0 else 0
    if 2 * len(columns) >= filled:
        return None
    least = max(_SEVERAL, filled - 1)
    return next(_full(sheet, row, headings, least), None)


def unread(sheet: Sheet, row: int, headings: Mapping[int, str]) -> list[Message]:
    """Return a remark on rows above the heading that have several cells, if there are any."""
    found = [f"{at + 1}: {_said(sheet.rows[at])}" for at in _full(sheet, row, headings, _SEVERAL)]
    if not found:
        return []
    shown = [*found[:_MOST_SAID], *["…"] * (len(found) > _MOST_SAID)]
    return [msg("These rows above the heading are not read: {rows}.", rows=listed(shown))]


def _said(row: Sequence[Cell]) -> str:
    return legible(" | ".join(text_of(cell) for cell in row if cell != ""), 60)


def _full(sheet: Sheet, row: int, headings: Mapping[int, str], least: int) -> Iterator[int]:
    """Yield the rows above the heading, without its own upper half, that have so many cells."""
    if row <= 0:
        return
    above = [at for at in range(row) if _filled(sheet.rows[at])]
    if _takes_two(sheet.rows[row], headings):
        above = above[:-1]
    yield from (at for at in above if _filled(sheet.rows[at]) >= least)


def _filled(row: Sequence[Cell]) -> int:
    return sum(cell != "" for cell in row)


def _takes_two(row: Sequence[Cell], headings: Mapping[int, str]) -> bool:
    """Whether a heading says more than its row."""
    return any(
        folded(text) != folded(text_of(row[column]) if column < len(row) else "")
        for column, text in headings.items()
    )
