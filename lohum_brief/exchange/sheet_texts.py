"""The texts of a sheet, each once: for what none of them has, no cell need be looked through."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from lohum_brief.exchange.sheets import Cell


class SheetTexts(NamedTuple):
    """All texts of a sheet, and the characters in them."""

    texts: frozenset[str]
    characters: frozenset[str]

    @property
    def may_show_errors(self) -> bool:
        """Whether a text may be the error that a spreadsheet shows in a cell."""
        return "#" in self.characters or any("Err:" in text for text in self.texts)


def texts_of(rows: Sequence[Sequence[Cell]]) -> SheetTexts:
    """Return what texts the rows of a sheet have."""
    texts = frozenset(cell for cell in set(chain.from_iterable(rows)) if isinstance(cell, str))
    return SheetTexts(texts, frozenset("".join(texts)))
