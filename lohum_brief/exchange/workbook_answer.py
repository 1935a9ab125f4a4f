"""What the process that reads a workbook (`workbook_child`) says to the one that asked
(`workbooks`).

Apart from both, so that a text can be imported where calamine, which only the child needs, is
missing.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from lohum_brief.exchange.sheets import Place

SECONDS: Final = 60

Sent = str | float | bool | tuple[str, str]
"""A cell on its way: dates and times as their kind and ISO text."""


class SheetRead(msgspec.Struct):
    """A sheet on its way."""

    name: str
    hidden: bool = False
    rows: Sequence[Sequence[Sent]] = ()
    faults: Sequence[tuple[Place, tuple[str, str]]] = ()
    legacy: Sequence[Place] = ()
    hidden_rows: int = 0
    hidden_columns: tuple[int, ...] = ()
    filled: int = 0
    """Cells that were given the value of the merged cell they belong to."""
    struck: Sequence[tuple[Place, str]] = ()
    """What is struck through and left out, cell by cell."""
    shown: Sequence[tuple[Place, tuple[str, str]]] = ()
    """Numbers whose format says more than they are: the text that is seen, and the number in it."""
    comments: Sequence[tuple[Place, str]] = ()
    """What somebody has said of cells, beside them."""


class Answer(msgspec.Struct):
    """What the child says: sheets, or a word for what is wrong with its details."""

    sheets: Sequence[SheetRead] = ()
    trouble: str = ""
    details: tuple[str, ...] = ()
