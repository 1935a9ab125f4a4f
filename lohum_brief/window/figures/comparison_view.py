"""Minerals compared, as a view beside their list."""

from lohum_brief.language.interface import say
from lohum_brief.window.figures.comparison import Comparison
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.place_host import PlaceHost


def add_comparison(browser: Browser, host: PlaceHost) -> None:
    """Add the comparison to the list of minerals."""
    comparison = Comparison(host.session, host.service)
    comparison.wanted.connect(host.open_record)
    browser.add_view(say("Compare"), comparison)
