"""Headings of two rows, of which the upper spans several columns.

Whether the second row is one, what both say together, and what stands above years.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.headings import guess, unit_in, value_and_unit
from lohum_brief.exchange.sheets import Cell
from lohum_brief.exchange.spans import ESTIMATED, GROUPED, spans, without_year
from lohum_brief.language.either import either
from lohum_brief.visit.records import Record

Headings = Sequence[tuple[str, ...]]
"""For each column what its heading may be read as, the likeliest first; the first is also how it is
shown.
"""


Heads = Mapping[int, tuple[int, str]]
"""What stands above columns, and in which column it begins."""


def of_cells(cells: Sequence[Cell], width: int) -> Headings:
    """Return what the cells of one row say as headings of so many columns."""
    return [
        (text_of(cells[at]).strip(),) if at < len(cells) and cells[at] != "" else ("",)
        for at in range(width)
    ]


_BELOW_YEARS: Final = re.compile(
    rf"(?:{either(lambda language: language.lists.below_years)}|%)[.)]?", re.IGNORECASE
)


def is_second(upper: Headings, lower: Headings, kind: type[Record]) -> bool:
    """Return whether the row below a heading is one too, by what it says; else it is an entry.

    A word that is not known may stand below what spans several columns, never below a heading of
    one.
    """
    known = 0
    filled = [column for column, (below,) in enumerate(lower) if below]
    for column in filled:
        (above,), (below,) = upper[column], lower[column]
        beside = column + 1
        if _is_heading_word(below, kind):
            known += 1
        elif above and not (beside < len(lower) and lower[beside][0] and not upper[beside][0]):
            return False
    return 2 * known >= len(filled)


def _is_heading_word(text: str, kind: type[Record]) -> bool:
    return (
        guess(text, kind) is not None
        or _BELOW_YEARS.fullmatch(text) is not None
        or value_and_unit(text, kind) is not None
        or _is_of_time(text)
        or bool(without_year({0: text}))
    )


def belongs(columns: Mapping[int, str], lower: Headings) -> bool:
    """Return whether the row below a heading of these columns belongs to it: it says what of a year
    stands where, and has no name.
    """
    below = {lower[column][0] for column, field in columns.items() if "@" in field} - {""}
    named = any(lower[column][0] for column, field in columns.items() if _names_entries(field))
    return bool(below) and not named and all(map(_BELOW_YEARS.fullmatch, below))


def _names_entries(field: str) -> bool:
    return field.partition(".")[0] in ("name", "metric", "mineral") or field == "points.place"


def together(upper: Headings, lower: Headings) -> Headings:
    """Return what two rows say together: what stands above spans the columns to its right that have
    nothing of their own there.
    """
    found: list[tuple[str, ...]] = []
    spanning = ""
    for (above,), (below,) in zip(upper, lower, strict=True):
        spanning = (above if below else "") or (spanning if below and not above else "")
        over = above or spanning
        if over and below:
            found.append((f"{over} {below}", f"{below} {over}", f"{over} ({below})", below))
        else:
            found.append((below or above,))
    return found


_PLAIN_HEADS: Final = re.compile(either(lambda language: language.lists.above_years), re.IGNORECASE)
"""What stands above years and says no more than that they are such."""


def heads(upper: Headings, lower: Headings) -> Heads:
    """Return what stands above each column and says another thing than the lower row."""
    found: dict[int, tuple[int, str]] = {}
    begun = (-1, "")
    for column, ((above,), (below,)) in enumerate(zip(upper, lower, strict=True)):
        begun = (column, above) if above else begun if below else (-1, "")
        if below and begun[1] and begun[1] != below:
            found[column] = begun
    return found


def grouped(timed: Mapping[int, str], above: Heads) -> dict[int, str]:
    """Return the columns of years that stand below what tells them apart, with it in their fields:
    Actual and Target, Capacity and Output.
    """
    over = {
        column: above[column][1]
        for column, field in timed.items()
        if column in above and GROUPED not in field and _tells_apart(above[column], timed)
    }
    if len(set(over.values())) < 2:
        return {}
    return {
        column: f"{timed[column]}{GROUPED}{text}"
        for column, text in over.items()
        if not _PLAIN_HEADS.fullmatch(text.strip()) and not timed[column].endswith(ESTIMATED)
    }


def _tells_apart(head: tuple[int, str], timed: Mapping[int, str]) -> bool:
    """Return whether a head begins above a year, and is not one itself."""
    begins, text = head
    return begins in timed and not _is_of_time(text)


def _is_of_time(text: str) -> bool:
    """Return whether a head is a year above its months, or a unit."""
    return bool(spans({0: text}, fiscal_ends=True)) or unit_in(f"x ({text})") is not None
