"""The places of figures: the plant, the minerals, and the sources that vouch for figures."""

from typing import Final

from PySide6.QtWidgets import QWidget

from lohum_brief.language.catalogue import say
from lohum_brief.visit.records import Chart, Metric, Mineral, Source
from lohum_brief.window.fields.panel import Panels
from lohum_brief.window.figures.charts import ChartPanel, MineralPanel
from lohum_brief.window.figures.comparison import Comparison
from lohum_brief.window.figures.observations import Observations
from lohum_brief.window.figures.uses import Uses
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.records_place import records_place
from lohum_brief.window.place_host import PlaceHost
from lohum_brief.window.places import Place

_PANELS: Final[Panels] = {Metric: Observations, Mineral: MineralPanel, Chart: ChartPanel, Source: Uses}


def figures_place(place: Place, host: PlaceHost, parent: QWidget) -> Browser:
    """Make a list of figures, or of what figures come from."""
    return records_place(place, host, parent, _PANELS)


def minerals_place(place: Place, host: PlaceHost, parent: QWidget) -> Browser:
    """Make the list of minerals, and beside it their comparison."""
    browser = figures_place(place, host, parent)
    comparison = Comparison(host.session, host.service)
    comparison.wanted.connect(host.open_record)
    browser.add_view(say("Compare"), comparison)
    return browser
