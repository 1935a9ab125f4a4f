"""The place of the packs: their list, and the one that is composed."""

import secrets
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, get_args

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu, QSplitter, QToolButton, QWidget

from lohum_brief.language.catalogue import words
from lohum_brief.language.codes import LANGS
from lohum_brief.language.interface import say
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.service.messages.pages import Printed
from lohum_brief.store.editions import Edition
from lohum_brief.visit import edit
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import Pack, Section
from lohum_brief.visit.text import Text
from lohum_brief.window import labels
from lohum_brief.window.head import PlaceHead
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.records_place import connect
from lohum_brief.window.packs.composer import PackComposer
from lohum_brief.window.place_host import PlaceHost
from lohum_brief.window.places import Place
from lohum_brief.window.session import Session


class PacksPlace(Browser):
    """A browser whose form composes; packs are few, so their table is low."""

    def __init__(
        self,
        place: Place,
        session: Session,
        settings: QSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(place, session, settings, parent)
        for split in self.findChildren(QSplitter):
            split.setSizes([9 * self.fontMetrics().height(), 30 * self.fontMetrics().height()])

    def _make_form(self, parent: QWidget) -> Any:
        self.composer = PackComposer(self.session, parent)
        return self.composer

    def _own_tools(self, head: PlaceHead) -> None:
        button = QToolButton()
        button.setObjectName("chooser")
        button.setText(say("New for…"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setEnabled(not self.session.locked)
        menu = QMenu(button)
        for audience in get_args(Audience):
            menu.addAction(labels.choice("audience", audience), partial(self.add_for, audience))
        button.setMenu(menu)
        head.add(button)

    def add_for(self, audience: Audience) -> None:
        """Add a pack with every section that an audience may read, in all languages."""
        visit = self.session.visit
        title = Text.of({lang: words(lang)(AUDIENCE[audience]) for lang in LANGS})
        sections = tuple(section.id for section in visit.of(Section) if section.readable(audience))
        record = Pack(
            id=f"pack:{secrets.token_hex(4)}", audience=audience, title=title, sections=sections
        )
        if self.session.commit(lambda now: edit.add(now, record)):
            self.show_record(record.id)
            self.form.enter()


def packs_place(place: Place, window: PlaceHost, parent: QWidget) -> PacksPlace:
    """The place of a window: the composer says on which of the pages that are shown the sections
    print.
    """
    made = PacksPlace(place, window.session, window.application.settings, parent)
    connect(made, window)
    preview, composer = window.preview, made.composer

    def where(ident: str) -> tuple[Sequence[Printed], int]:
        return (preview.pages.places, preview.pages.count) if preview.shows == ident else ((), 0)

    def print_issued(edition: Edition, file: str) -> None:
        from lohum_brief.window.live.reprinting import (
            print_edition,
        )  # what belongs to printing is not loaded before

        print_edition(window, edition, Path(file))

    composer.editions.printing.connect(print_issued)
    composer.where = where
    composer.refresh()
    preview.pages.placed.connect(lambda _: composer.refresh())
    return made
