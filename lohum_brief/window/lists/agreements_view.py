"""What was agreed, as a view beside the list of notes."""

from lohum_brief.language.interface import say
from lohum_brief.window.lists.agreements import Agreements
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.place_host import PlaceHost


def add_agreements(browser: Browser, host: PlaceHost) -> None:
    """Add the agreements to the list of notes."""
    agreements = Agreements(host.session)
    agreements.wanted.connect(host.open_record)
    browser.add_view(say("Agreements"), agreements)
