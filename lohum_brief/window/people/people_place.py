"""The place of the people: persons, and whom they belong to."""

from typing import Final

from PySide6.QtWidgets import QWidget

from lohum_brief.visit.records import Group, Organisation, Person
from lohum_brief.window.fields.panel import Panels
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.records_place import records_place
from lohum_brief.window.people.members import Members
from lohum_brief.window.people.person import PersonPanel
from lohum_brief.window.place_host import PlaceHost
from lohum_brief.window.places import Place

_PANELS: Final[Panels] = {Person: PersonPanel, Organisation: Members, Group: Members}


def people_place(place: Place, host: PlaceHost, parent: QWidget) -> Browser:
    """Make the list of people."""
    return records_place(place, host, parent, _PANELS)
