"""Marks of footnotes behind what a cell says: 450¹, Other countries², *. They are no figures and no
part of a name.
"""

import re
from collections.abc import Sequence
from typing import Final

from lohum_brief.exchange.sheets import Cell, cell_name
from lohum_brief.language.interface import say_n

_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LAST: Final = frozenset(_RAISED)
_MARK: Final = re.compile(
    rf"(?<=[\d.,%)\]０-９०-९])\s?[{_RAISED}]+(?:[,，][{_RAISED}]+)*$"  # 450¹
    rf"|(?<=[^\W\d_]{{4}})\s?[{_RAISED}]+(?:[,，][{_RAISED}]+)*$"  # countries²
    rf"|(?<=[\u3040-\u9fff\u0900-\u097f])\s?[{_RAISED}]+$"
)
"""A power is none: m², km², 10³ in 5×10³."""
_POWER: Final = re.compile(rf"(?:^|[×x*·]\s?)10[{_RAISED}]+$|[/ ][a-zA-Z]{{1,3}}[{_RAISED}]+$")


def without_marks(
    rows: Sequence[tuple[int, Sequence[Cell]]], units: frozenset[int], notes: list[str]
) -> list[tuple[int, Sequence[Cell]]]:
    """Numbered rows without such marks, and a note that says so where there were any; columns of
    units keep their powers.
    """
    found: list[tuple[int, Sequence[Cell]]] = []
    count, first, cell_of = 0, "", ""
    for at, row in rows:
        marked = [
            column
            for column, cell in enumerate(row)
            if isinstance(cell, str)
            and not cell.isascii()
            and cell.rstrip()[-1:] in _LAST
            and column not in units
            and _is_marked(cell)
        ]
        if marked:
            first = first or str(row[marked[0]]).strip()
            cell_of = cell_of or cell_name((at, marked[0]))
            count += len(marked)
            row = [  # noqa: PLW2901 - the row as it is read
                _MARK.sub("", str(cell).rstrip()) if column in marked else cell
                for column, cell in enumerate(row)
            ]
        found.append((at, row))
    if count:
        notes.append(
            say_n(
                "The mark of a footnote is left out: “{text}” ({cell}).",
                "{count} marks of footnotes are left out, first in “{text}” ({cell}).",
                count,
                text=first[:40],
                cell=cell_of,
            )
        )
    return found


def _is_marked(cell: str) -> bool:
    text = cell.rstrip()
    return _MARK.search(text) is not None and not _POWER.search(text)
