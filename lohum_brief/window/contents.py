"""What stands in the middle of the window for each place.

A place is the list of its kinds, with their forms, unless it says otherwise here; where a kind is
edited the table of kinds alone says (`visit.kinds`).
"""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from lohum_brief.visit.records import Chart, Group, Metric, Mineral, Organisation, Person, Source
from lohum_brief.window.fields.panel import Panels
from lohum_brief.window.figures.charts import ChartPanel, MineralPanel
from lohum_brief.window.figures.comparison_view import add_comparison
from lohum_brief.window.figures.observations import Observations
from lohum_brief.window.figures.uses import Uses
from lohum_brief.window.lists.agreements_view import add_agreements
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.records_place import records_place
from lohum_brief.window.overview.overview_place import overview_place
from lohum_brief.window.people.members import Members
from lohum_brief.window.people.person import PersonPanel
from lohum_brief.window.place_host import Maker, PlaceHost
from lohum_brief.window.places import Place
from lohum_brief.window.timetable.programme_place import programme_place


def _packs_place(place: Place, host: PlaceHost, parent: QWidget) -> QWidget:
    from lohum_brief.window.packs.packs_place import (
        packs_place,
    )  # the first paint does not wait for it

    return packs_place(place, host, parent)


_MAKERS: Final[Mapping[str, Maker]] = {
    "overview": overview_place,
    "programme": programme_place,
    "packs": _packs_place,
}
"""What makes the places that are more than a list."""
_VIEWS: Final[Mapping[str, Callable[[Browser, PlaceHost], None]]] = {
    "minerals": add_comparison,
    "partnership": add_agreements,
}
"""What adds another view to the list of a place."""
_PANELS: Final[Panels] = {
    Person: PersonPanel,
    Organisation: Members,
    Group: Members,
    Metric: Observations,
    Mineral: MineralPanel,
    Chart: ChartPanel,
    Source: Uses,
}
"""What the forms of some kinds show beside their fields, wherever they stand."""


def content(place: Place, host: PlaceHost, parent: QWidget) -> QWidget:
    """Make the content of a place, when it is first gone to, within `parent`. It is a `Content`."""
    if place.key in _MAKERS:
        return _MAKERS[place.key](place, host, parent)
    made = records_place(place, host, parent, _PANELS)
    if place.key in _VIEWS:
        _VIEWS[place.key](made, host)
    return made
