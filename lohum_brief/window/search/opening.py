"""Find anything, over the window: what it finds is gone to."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance
from shiboken6 import isValid

from lohum_brief.language.interface import say
from lohum_brief.service.messages.review import DraftFound
from lohum_brief.window.live.host import PagesHost
from lohum_brief.window.menus import Menus
from lohum_brief.window.places import PLACES
from lohum_brief.window.search.draft_marks import rows
from lohum_brief.window.search.finder import Entry, Finder, Recent
from lohum_brief.window.search.searching import Index


class SearchHost(PagesHost, Protocol):
    """The window of a visit, with what can be found in it."""

    @property
    def menus(self) -> Menus:
        """The menus with all commands."""

    @property
    def index(self) -> Index:
        """What can be found in the visit."""

    @property
    def recent(self) -> Recent:
        """What was found last."""


def _disconnect(signal: SignalInstance, heard: Callable[..., object]) -> None:
    """Leave a signal, unless its sender is gone already."""
    try:
        signal.disconnect(heard)
    except RuntimeError:
        return


def find_anything(window: SearchHost) -> None:
    """Let somebody type what is looked for."""
    window.session.flushing.emit()
    places = {say(place.title): place.icon for place in PLACES}
    others = [
        Entry(
            command.name,
            command.keys or say("Command"),
            command.act,
            f"command {command.name}",
            places.get(command.name, "square-chevron-right"),
        )
        for command in window.menus.commands
    ]
    pages = window.preview.pages

    def go(ident: str) -> None:
        """The keyboard goes to the row: Enter edits it, Delete removes it."""
        window.open_record(ident)
        if window.shown is not None:
            window.shown.setFocus()

    def look_up(mark: str) -> None:
        window.service.ask.find_draft(mark, window.session.place.address)

    finder = Finder(
        window.window(), window.index, go, others, window.recent, pages.count, pages.go_to, look_up
    )

    def take(answer: DraftFound) -> None:
        if isValid(finder):
            finder.take_draft(answer.mark, [*rows(answer, window.session.visit, go)])

    window.service.draft_found.connect(take)
    finder.destroyed.connect(partial(_disconnect, window.service.draft_found, take))
    finder.show()
    finder.raise_()
    finder.line.setFocus()
