"""The place of the partnership: its notes, and beside them what was agreed."""

from PySide6.QtWidgets import QWidget

from lohum_brief.language.catalogue import say
from lohum_brief.window.lists.agreements import Agreements
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.records_place import records_place
from lohum_brief.window.place_host import PlaceHost
from lohum_brief.window.places import Place


def partnership_place(place: Place, host: PlaceHost, parent: QWidget) -> Browser:
    """Make the list of notes."""
    browser = records_place(place, host, parent)
    agreements = Agreements(host.session)
    agreements.wanted.connect(host.open_record)
    browser.add_view(say("Agreements"), agreements)
    return browser
