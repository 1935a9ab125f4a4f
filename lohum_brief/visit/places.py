"""Where an item of the programme is: at the place that it names, else where its words say."""

import msgspec

from lohum_brief.visit.records import Item, Place
from lohum_brief.visit.visit import Visit


def called(item: Item, visit: Visit) -> Item:
    """Return an item whose `place` is the name of the place that it names; as it is where that is
    not in the visit, or has no name.
    """
    place = visit.get(Place, item.where)
    if place is None or not place.name:
        return item
    return msgspec.structs.replace(item, place=place.name)
