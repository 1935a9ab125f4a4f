"""The programme in its window: its pages, and tables pasted into it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from lohum_brief.window.lists import carrying
from lohum_brief.window.place_host import PlaceHost
from lohum_brief.window.places import Place
from lohum_brief.window.timetable.programme import Programme


def programme_place(place: Place, host: PlaceHost, parent: QWidget) -> Programme:
    """Make the programme."""
    programme = Programme(place, host.session, parent)
    programme.selected.connect(host.show_page_of)
    programme.pasted.connect(partial(carrying.import_pasted, host))
    return programme
