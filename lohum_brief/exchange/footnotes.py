"""Marks of footnotes behind what a cell says: 450¹, Other countries², *. They are no figures and no
part of a name.
"""

import re
from collections.abc import Sequence
from typing import Final

from lohum_brief.exchange.sheets import Cell, cell_name
from lohum_brief.message import Value, msg_n

_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED: Final = frozenset(_RAISED)
_MARK: Final = re.compile(
    rf"(?<=[\d.,%)\]０-９०-९])\s?[{_RAISED}]+(?:[,，][{_RAISED}]+)*$"  # 450¹
    rf"|(?<=[^\W\d_]{{4}})\s?[{_RAISED}]+(?:[,，][{_RAISED}]+)*$"  # countries²
    rf"|(?<=[\u3040-\u9fff\u0900-\u097f])\s?[{_RAISED}]+$"
)
"""A power is none: m², km², 10³ in 5×10³."""
_POWER: Final = re.compile(rf"(?:^|[×x*·]\s?)10[{_RAISED}]+$|[/ ][a-zA-Z]{{1,3}}[{_RAISED}]+$")


def without_marks(
    rows: Sequence[tuple[int, Sequence[Cell]]], units: frozenset[int], notes: list[Value]
) -> list[tuple[int, Sequence[Cell]]]:
    """Numbered rows without such marks, and a note that says so where there were any; columns of
    units keep their powers.
    """
    found: list[tuple[int, Sequence[Cell]]] = []
    first, where, count = "", (0, 0), 0
    for at, row in rows:
        marked = _marked(row, units)
        if marked:
            if not first:
                first, where = str(row[marked[0]]).strip(), (at, marked[0])
            count += len(marked)
            row = [  # noqa: PLW2901 - the row as it is read
                _MARK.sub("", str(cell).rstrip()) if column in marked else cell
                for column, cell in enumerate(row)
            ]
        found.append((at, row))
    if count:
        notes.append(
            msg_n(
                "The mark of a footnote is left out: “{text}” ({cell}).",
                "{count} marks of footnotes are left out, first in “{text}” ({cell}).",
                count,
                text=first[:40],
                cell=cell_name(where),
            )
        )
    return found


def _marked(row: Sequence[Cell], units: frozenset[int]) -> list[int]:
    return [
        column
        for column, cell in enumerate(row)
        if isinstance(cell, str) and column not in units and _is_marked(cell)
    ]


def _is_marked(cell: str) -> bool:
    text = cell.rstrip()
    if cell.isascii() or text[-1:] not in RAISED:  # as nearly all cells
        return False
    return _MARK.search(text) is not None and not _POWER.search(text)
