"""The columns of a table: where they begin, and how wide they are."""

from collections.abc import Iterable, Sequence
from typing import Final

from lohum_brief.document.blocks import Column

GAP: Final = 8.0
"""Points between columns."""


def tracks(columns: Iterable[Column], width: float) -> tuple[list[float], list[float]]:
    """Return left edges and widths of the columns' text, as the columns are weighed."""
    weights = [column.weight for column in columns]
    room = width - GAP * (len(weights) - 1)
    return placed([weight / sum(weights) * room for weight in weights], GAP)


def placed(widths: Sequence[float], gap: float) -> tuple[list[float], list[float]]:
    """Return left edges and widths of columns of these widths, so far apart."""
    return [sum(widths[:i]) + i * gap for i in range(len(widths))], [*widths]
