"""A list of records in its window: where its forms lead, the pages that it prints on, tables pasted
into it.
"""

from functools import partial

from PySide6.QtWidgets import QWidget

from lohum_brief.window.fields.panel import Panels
from lohum_brief.window.lists import carrying
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.place_host import PlaceHost
from lohum_brief.window.places import Place


def records_place(place: Place, host: PlaceHost, parent: QWidget, panels: Panels) -> Browser:
    """Make the list of a place; the forms of some kinds have panels."""
    made = Browser(place, host.session, host.application.settings, parent, panels)
    connect(made, host)
    return made


def connect(browser: Browser, host: PlaceHost) -> None:
    """Connect a list with its window."""
    browser.selected.connect(host.show_page_of)
    browser.form.wanted.connect(host.open_record)
    browser.pasted.connect(partial(carrying.import_pasted, host))
    browser.show_pages(host.preview.pages.printed)
    host.preview.pages.placed.connect(browser.show_pages)
