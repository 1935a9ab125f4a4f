"""What single kinds of record need beyond their fields: names in one cell, days and clocks, values
with units.

Each function takes what was read of a row and makes fields of it. It may use the records that the
row names, and has them added where they are missing.
"""

from collections.abc import Callable, Mapping
from typing import Final

from lohum_brief.exchange.kinds.item import item
from lohum_brief.exchange.kinds.note import note
from lohum_brief.exchange.kinds.person import organisation, person
from lohum_brief.exchange.kinds.series import series
from lohum_brief.exchange.kinds.values import figure, observation
from lohum_brief.exchange.rows import Row

SPECIAL: Final[Mapping[str, Callable[[Row], None]]] = {
    "person": person,
    "organisation": organisation,
    "item": item,
    "observation": observation,
    "figure": figure,
    "note": note,
    "series": series,
}
"""By kind; the other kinds need nothing beyond their fields."""
