"""Where an item is, as a row says in words: they replace the place that it named before."""

from collections.abc import Mapping
from typing import Any

from lohum_brief.exchange.references import folded, names
from lohum_brief.visit.records import AnyRecord, Item, Place
from lohum_brief.visit.visit import Visit


def instead(base: AnyRecord, values: Mapping[str, Any], visit: Visit) -> dict[str, Any]:
    """Return the values of a row as they change an item that names a place of the visit: words that
    call it otherwise count instead of it, for it would be printed and they would not; its own name
    says nothing new.
    """
    said = {path: text for path, text in values.items() if path.startswith("place.") and text}
    if not isinstance(base, Item) or base.where is None or not said or "where" in values:
        return dict(values)
    place = visit.get(Place, base.where)
    if place is not None and {folded(text) for text in said.values()} <= set(names(place)):
        return {path: value for path, value in values.items() if path not in said}
    return {**values, "where": None}
