"""What stands in the middle of the window for each place."""

from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtWidgets import QWidget

from lohum_brief.language.catalogue import say
from lohum_brief.visit.records import Chart, Group, Metric, Mineral, Organisation, Person, Source
from lohum_brief.window.fields.panel import Panels
from lohum_brief.window.figures.charts import ChartPanel, MineralPanel
from lohum_brief.window.figures.comparison import Comparison
from lohum_brief.window.figures.observations import Observations
from lohum_brief.window.figures.uses import Uses
from lohum_brief.window.lists import carrying
from lohum_brief.window.lists.agreements import Agreements
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.overview.overview import Overview
from lohum_brief.window.people.members import Members
from lohum_brief.window.people.person import PersonPanel
from lohum_brief.window.places import Place
from lohum_brief.window.timetable.programme import Programme

if TYPE_CHECKING:
    from lohum_brief.window.main import VisitWindow


_PANELS: Final[Panels] = {
    Person: PersonPanel,
    Organisation: Members,
    Group: Members,
    Metric: Observations,
    Mineral: MineralPanel,
    Chart: ChartPanel,
    Source: Uses,
}


class Content(Protocol):
    """What the window asks of it."""

    def current(self) -> str:
        """The id of the record that is shown; empty where there is none."""

    def show_record(self, ident: str, field: str = "") -> None:
        """Go to a record, and to one of its fields."""


def content(place: Place, window: "VisitWindow", parent: QWidget) -> QWidget:
    """Made when a place is first gone to, within `parent`. It is a `Content`."""
    if place.key == "overview":
        overview = Overview(window.session, parent)
        overview.pack.connect(window.show_page_of)
        overview.wanted.connect(window.go)
        overview.opened.connect(window.open_record)
        overview.asked.connect(window.show_findings)
        overview.show_findings(window.found)
        window.listed.connect(overview.show_findings)
        return overview
    if place.key == "programme":
        programme = Programme(place, window.session, parent)
        programme.selected.connect(window.show_page_of)
        programme.pasted.connect(partial(carrying.import_pasted, window))
        return programme
    if place.key == "packs":
        from lohum_brief.window.packs.packs_place import packs_place  # the first paint does not wait for it

        browser: Browser = packs_place(place, window, parent)
    else:
        browser = Browser(place, window.session, window.application.settings, parent, _PANELS)
    browser.selected.connect(window.show_page_of)
    browser.form.wanted.connect(window.open_record)
    browser.pasted.connect(partial(carrying.import_pasted, window))
    browser.show_pages(window.preview.pages.printed)
    window.preview.pages.placed.connect(browser.show_pages)
    if place.key == "minerals":
        comparison = Comparison(window.session, window.service)
        comparison.wanted.connect(window.open_record)
        browser.add_view(say("Compare"), comparison)
    if place.key == "partnership":
        agreements = Agreements(window.session)
        agreements.wanted.connect(window.open_record)
        browser.add_view(say("Agreements"), agreements)
    return browser
