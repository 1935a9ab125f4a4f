"""The decimals that figures one below another print, so that those of a column agree."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.language.units import convert, is_money
from lohum_brief.visit import tokens
from lohum_brief.visit.figures import Figures
from lohum_brief.visit.records import Table

_MEASURED: Final = frozenset(("metric", "figure", "series"))
_IN_FULL: Final = frozenset(("full", "number"))
_MOST: Final = 6


def decimals(table: Table, figures: Figures, langs: Iterable[Lang]) -> dict[str, int]:
    """Return for each cell that holds a figure and nothing else, by its place, the decimals of its
    column: none is rounded.

    Those of one unit and form agree; what says its decimals itself, and money in large units, goes
    its own way.
    """
    columns: dict[tuple[int, str, str], dict[str, int]] = defaultdict(dict)
    for i, row in enumerate(table.rows):
        for k, cell in enumerate(row):
            text = (
                cell
                if isinstance(cell, str)
                else next((cell[lang] for lang in langs if cell[lang]), "")
            )
            if (found := _measured(text, figures)) is not None:
                own, unit, name = found
                columns[k, unit, name][f"rows.{i}.{k}"] = own
    return {
        place: max(column.values())
        for column in columns.values()
        if len({*column.values()}) > 1 and max(column.values()) <= _MOST
        for place in column
    }


def _measured(text: str, figures: Figures) -> tuple[int, str, str] | None:
    """How many decimals the only figure of a cell has, its unit and its form; None for all else."""
    parts = tokens.parts(text.strip())
    if len(parts) != 1 or isinstance(parts[0], str) or parts[0].kind not in _MEASURED:
        return None
    try:
        form, value = tokens.form(parts[0]), figures.find(parts[0])
        unit = form.unit or value.unit
        if (
            form.decimals is not None
            or form.name not in _IN_FULL
            or value.rate
            or value.upper is not None
        ):
            return None
        if form.name == "full" and is_money(unit):
            return None
        number = convert(value.number, value.unit, unit).normalize() if form.unit else value.number
    except BriefError:
        return None  # whoever prints it says why
    return _own(number), unit, form.name


def _own(number: Decimal) -> int:
    return max(-int(number.as_tuple().exponent), 0)
