"""Rows of a table that do not belong to its list: totals, notes and signatures below it, and what
stands apart.

A total is known by its word, a note by its beginning, where it stands below everything else and
alone in its row. What stands apart below the list without saying what it is is asked about: a name
by itself may be a late delegate, or who signed.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Final, Literal, NamedTuple

from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.sheets import Cell
from lohum_brief.language.either import either, words
from lohum_brief.visit.records import Figure, Metric, Observation, Record, Series

Sort = Literal["total", "note", "apart"]

_TOTAL: Final = frozenset(words(lambda language: language.lists.totals))
_COUNTED: Final = re.compile(either(lambda language: language.lists.counted))
"""A total with what is counted: no metric, but no person or item either."""
_NOTE: Final = re.compile(
    rf"[*†‡※•#]|{either(lambda language: language.lists.note)}", re.IGNORECASE
)
_NUMBER: Final = re.compile(
    r"[-+₹$¥(]*[\d.,०-९]+[)%]*"
    rf"(?:\s*(?:{either(lambda language: language.lists.counters)}))?",
    re.IGNORECASE,
)


_Filled = dict[int, list[Cell]]
"""The cells that are not empty, by their rows."""


class Footer(NamedTuple):
    """A row that does not belong to the list, and which sort of row it is."""

    text: str
    sort: Sort


def footers(
    rows: Sequence[Sequence[Cell]], heading: int, kind: type[Record]
) -> Mapping[int, Footer]:
    """Return the rows below a heading that do not belong to its list, by their numbers."""
    filled = {at: _filled(rows[at]) for at in range(heading + 1, len(rows))}
    found = {} if kind is Series else _totals(filled, kind)
    last = _last_entry(filled, found)
    if last < 0 or _has_one_column(filled, last):
        return found  # a note cannot be told from an entry
    return found | _below(filled, last, found)


def _has_one_column(filled: _Filled, last: int) -> bool:
    return median(len(cells) for at, cells in filled.items() if cells and at <= last) < 2


def _below(filled: _Filled, last: int, totals: Mapping[int, Footer]) -> dict[int, Footer]:
    """Return the notes below a list, and what stands apart from it above the first of them."""
    below = [at for at, cells in filled.items() if at > last and cells and at not in totals]
    count = next((before for before, at in enumerate(below) if _is_note(filled[at])), len(below))
    apart = [at for at in below[:count] if _is_apart(at, last, filled)]
    return _named("note", below[count:], filled) | _named("apart", apart, filled)


def _named(sort: Sort, rows: Iterable[int], filled: _Filled) -> dict[int, Footer]:
    return {at: Footer(_text(filled[at][0]), sort) for at in rows}


def _totals(filled: _Filled, kind: type[Record]) -> dict[int, Footer]:
    totals = (at for at, cells in filled.items() if cells and _is_total(cells, kind))
    return _named("total", totals, filled)


def _last_entry(filled: _Filled, totals: Mapping[int, Footer]) -> int:
    """Return the last row of several cells that is neither a total nor a note; -1 without one."""
    several = (at for at in reversed(filled) if len(filled[at]) > 1 and at not in totals)
    return next((at for at in several if not _is_note(filled[at])), -1)


def _filled(row: Sequence[Cell]) -> list[Cell]:
    """The cells that are not empty. Their texts are made when they are looked at: of most rows only
    the first ever is.
    """
    return [cell for cell in row if cell != "" and not (isinstance(cell, str) and cell.isspace())]


def _text(cell: Cell) -> str:
    text = text_of(cell)
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip()


def _is_total(cells: Sequence[Cell], kind: type[Record]) -> bool:
    if not isinstance(
        cells[0], str
    ):  # a number or a day says no word, and to write it costs more than the rest
        return False
    first = _text(cells[0])
    word = first.casefold().strip(" :：.=-–()*")
    if word in _TOTAL or (
        kind not in (Metric, Figure, Observation) and _COUNTED.fullmatch(first.casefold().strip())
    ):
        return all(_NUMBER.fullmatch(_text(cell)) for cell in cells[1:])
    return False


def _is_note(cells: Sequence[Cell]) -> bool:
    if not isinstance(cells[0], str):
        return False
    return bool(_NOTE.match(_text(cells[0]))) and (
        len(cells) < 3 or all(_NOTE.match(_text(cell)) for cell in cells)
    )


def _is_apart(at: int, last: int, filled: _Filled) -> bool:
    """Whether an empty row lies between the list and a row."""
    return any(not filled[between] for between in range(last + 1, at))
