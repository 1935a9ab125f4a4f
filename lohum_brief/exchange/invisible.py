"""Characters in cells that nobody sees and that make a name another one: byte order marks, spaces
of no width.
"""

import re
from collections.abc import Sequence
from typing import Final

from lohum_brief.exchange.sheets import Cell, column_letters
from lohum_brief.message import Value, msg_n

INVISIBLE: Final = dict.fromkeys((0xFEFF, 0x200B, 0x2060, 0x200E, 0x200F, 0x00AD))
"""For `str.translate`. Joiners are none of them: Hindi spells with those."""
INVISIBLE_SIGNS: Final = frozenset(map(chr, INVISIBLE))
_SIGN: Final = re.compile(f"[{''.join(INVISIBLE_SIGNS)}]")


def seen(text: str) -> str:
    """The text as somebody sees it."""
    return text if text.isascii() else text.translate(INVISIBLE)


def without_invisible(
    rows: Sequence[tuple[int, Sequence[Cell]]], notes: list[Value]
) -> list[tuple[int, Sequence[Cell]]]:
    """Numbered rows without such characters, and a note that says so where there were any."""
    found: list[tuple[int, Sequence[Cell]]] = []
    count, first = 0, ""
    for at, row in rows:
        marked = _marked(row)
        if marked:
            count += len(marked)
            first = first or f"{column_letters(marked[0])}{at + 1}"
            row = [seen(cell) if isinstance(cell, str) else cell for cell in row]  # noqa: PLW2901 - the row as it is read
        found.append((at, row))
    if count:
        notes.append(
            msg_n(
                "{count} cell holds characters that nobody sees, such as a byte order mark; they "
                "are left out: {cell}.",
                "{count} cells hold characters that nobody sees, such as a byte order mark; they "
                "are left out: first {cell}.",
                count,
                cell=first,
            )
        )
    return found


def _marked(row: Sequence[Cell]) -> list[int]:
    return [
        column
        for column, cell in enumerate(row)
        if isinstance(cell, str) and not cell.isascii() and _SIGN.search(cell)
    ]
