"""What stands in the middle of the window for each place: a place that is more than a list says so here."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from lohum_brief.window.figures.figures_places import figures_place, minerals_place
from lohum_brief.window.lists.partnership_place import partnership_place
from lohum_brief.window.lists.records_place import records_place
from lohum_brief.window.overview.overview_place import overview_place
from lohum_brief.window.people.people_place import people_place
from lohum_brief.window.place_host import Maker, PlaceHost
from lohum_brief.window.places import Place
from lohum_brief.window.timetable.programme_place import programme_place


def _packs_place(place: Place, host: PlaceHost, parent: QWidget) -> QWidget:
    from lohum_brief.window.packs.packs_place import packs_place  # the first paint does not wait for it

    return packs_place(place, host, parent)


_MAKERS: Final[Mapping[str, Maker]] = {
    "overview": overview_place,
    "programme": programme_place,
    "people": people_place,
    "plant": figures_place,
    "minerals": minerals_place,
    "partnership": partnership_place,
    "sources": figures_place,
    "packs": _packs_place,
}


def content(place: Place, host: PlaceHost, parent: QWidget) -> QWidget:
    """Make the content of a place, when it is first gone to, within `parent`. It is a `Content`."""
    return _MAKERS.get(place.key, records_place)(place, host, parent)
