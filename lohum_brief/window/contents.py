"""What stands in the middle of the window for each place."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from lohum_brief.release.messages import Printed
from lohum_brief.window import carrying
from lohum_brief.window.browser import Browser
from lohum_brief.window.composer import PackComposer
from lohum_brief.window.overview import Overview
from lohum_brief.window.packs_place import PacksPlace
from lohum_brief.window.places import Place
from lohum_brief.window.programme import Programme

if TYPE_CHECKING:
    from lohum_brief.window.main import VisitWindow


class Content(Protocol):
    """What the window asks of it."""

    def current(self) -> str:
        """The id of the record that is shown; empty where there is none."""

    def show_record(self, ident: str, field: str = "") -> None:
        """Go to a record, and to one of its fields."""


def content(place: Place, window: "VisitWindow") -> QWidget:
    """Made when a place is first gone to. It is a `Content`."""
    if place.key == "overview":
        overview = Overview(window.session)
        overview.pack.connect(window.preview.show_pack)
        overview.wanted.connect(window.go)
        overview.opened.connect(window.open_record)
        overview.asked.connect(window.show_findings)
        overview.show_findings(window.found)
        window.listed.connect(overview.show_findings)
        return overview
    if place.key == "programme":
        programme = Programme(place, window.session)
        programme.selected.connect(window.show_page_of)
        return programme
    if place.key == "packs":
        packs = PacksPlace(place, window.session, window.application.settings)
        _follow(packs.composer, window)
        browser: Browser = packs
    else:
        browser = Browser(place, window.session, window.application.settings)
    browser.selected.connect(window.show_page_of)
    browser.form.wanted.connect(window.open_record)
    browser.pasted.connect(partial(carrying.import_pasted, window))
    browser.show_pages(window.preview.pages.printed)
    window.preview.pages.placed.connect(browser.show_pages)
    return browser


def _follow(composer: PackComposer, window: "VisitWindow") -> None:
    """Let the composer say on which pages the sections print."""
    preview = window.preview

    def where(ident: str) -> tuple[Sequence[Printed], int]:
        return (preview.pages.places, preview.pages.count) if preview.shows == ident else ((), 0)

    composer.where = where
    composer.refresh()
    preview.pages.placed.connect(lambda _: composer.refresh())
