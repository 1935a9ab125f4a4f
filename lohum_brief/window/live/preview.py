"""The live pages of one pack: which pack, in which languages and layout, and the pages as they will
print.
"""

from collections.abc import Callable
from typing import NamedTuple, get_args

from msgspec import structs
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say
from lohum_brief.service.messages.message import Failed, Progress
from lohum_brief.service.messages.pages import Render, Rendered
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Layout, Pack
from lohum_brief.window import labels
from lohum_brief.window.live.chooser import Chooser
from lohum_brief.window.live.page_bar import PageBar, SearchBar
from lohum_brief.window.live.pages import Fit, PageView
from lohum_brief.window.live.printed import field_of, stand_in, with_metrics
from lohum_brief.window.live.refusal import Refusal
from lohum_brief.window.live.sheets import Spot
from lohum_brief.window.service import Service
from lohum_brief.window.session import Session

_ORDERS: tuple[tuple[Lang, ...], ...] = (
    *((one,) for one in LANGS),
    *((one, other) for one in LANGS for other in LANGS if one != other),
    *((a, b, c) for a in LANGS for b in LANGS for c in LANGS if len({a, b, c}) == 3),
)
_PAUSE = 30
"""Milliseconds in which edits are taken together."""
_SOON = 350
"""Milliseconds in which nobody needs to be told that pages are being set."""


class Sight(NamedTuple):
    """What somebody sees, to be seen again in a preview made anew."""

    pack: str
    languages: tuple[Lang, ...]
    layout: Layout
    fit: Fit
    percent: int
    spread: bool | None
    top: Spot
    shown: Rendered | None


class Preview(QFrame):
    """`clicked` names a record on a page and the field, where that can be told."""

    clicked = Signal(str, str)

    def __init__(self, session: Session, service: Service) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._session = session
        self._service = service
        self._rendered: Rendered | None = None
        self._waiting: list[Callable[[Rendered], object]] = []
        self.stale = True
        """Whether something was changed since the pages that are shown were asked for."""
        self.shows = ""
        """The id of the pack whose pages are shown; empty while another's are being set."""
        self._spread: bool | None = None
        self.pages = PageView()
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wait.timeout.connect(self._ask)
        self._slow = QTimer(self, singleShot=True, interval=_SOON)
        self._slow.timeout.connect(lambda: self.pages.say_busy(0.0))
        self.pages.clicked.connect(self._click)
        self.bar = PageBar(self.pages)
        self.bar.spread.connect(self._choose_spread)
        self.searching = SearchBar(self.pages)
        self.bar.finding.connect(self.searching.ask)
        self._fault = Refusal()
        self._fault.leading.connect(self.clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._choices())
        layout.addWidget(self.searching)
        layout.addWidget(self._fault)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.bar)
        for keys, act in (
            ("Ctrl+F", self.searching.ask),
            ("F3", lambda: self.searching.step(1)),
            ("Shift+F3", lambda: self.searching.step(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(
                act
            )  # wherever in the window the keyboard is
        session.changed.connect(self._changed)
        service.rendered.connect(self._take)
        service.unrendered.connect(self._failed)
        service.progress.connect(self._progress)
        self._offer()
        self._choose_pack()

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        self._pack, self._langs, self._layout = (
            Chooser(say("Pack")), Chooser(say("Languages, in order")), Chooser(say("Layout")),
        )  # fmt: skip
        self._langs.offer(
            [(" + ".join(labels.NATIVE[lang] for lang in langs), langs) for langs in _ORDERS]
        )
        self._layout.offer(
            [(labels.choice("layout", layout), layout) for layout in get_args(Layout)]
        )
        self._pack.chosen.connect(self._choose_pack)
        for box in (self._langs, self._layout):
            box.chosen.connect(self._wait.start)
        for box in (self._pack, self._langs, self._layout):
            row.addWidget(box)
        row.addStretch()
        return row

    # Which pack

    def pack(self) -> Pack | None:
        """The pack as it is shown here: its record with the languages and layout chosen here."""
        found = self._session.visit.get(Pack, self._pack.value)
        if found is None:
            return None
        return structs.replace(found, languages=self._langs.value, layout=self._layout.value)

    def show_pack(self, ident: str) -> None:
        """Show another pack."""
        if ident != self._pack.value and self._session.visit.get(Pack, ident):
            self._pack.show_value(ident)
            self._choose_pack()

    def _offer(self) -> None:
        visit = self._session.visit
        packs = visit.of(Pack)
        self._pack.offer([(labels.title(pack, visit), pack.id) for pack in packs])
        self.pages.empty = (
            say("The pages are being set…")
            if packs
            else say("No packs yet. Add one and choose its sections.")
        )
        if not packs:
            self._rendered = None
            self.pages.clear()

    def _choose_pack(self) -> None:
        pack = self._session.visit.get(Pack, self._pack.value)
        if pack is not None:
            self._langs.show_value(pack.languages if pack.languages in _ORDERS else _ORDERS[0])
            self._layout.show_value(pack.layout)
        self._wait.start()

    def _changed(self, edit: Edit) -> None:
        packs = [
            change for change in edit.changes if isinstance(change.before or change.after, Pack)
        ]
        if packs:
            held = self._pack.value
            self._offer()
            if held != self._pack.value or any(change.id == held for change in packs):
                self._choose_pack()
        self.stale = True
        self._wait.start()

    # Setting

    def _ask(self) -> None:
        pack = self.pack()
        if pack is not None:
            self.stale = True
            self._service.ask.render(pack)
            if not self._slow.isActive():
                self._slow.start()

    def stop(self) -> None:
        """Ask for no more pages, whoever may yet want some: its window closes, or another takes its
        place.
        """
        self._wait.timeout.disconnect(self._ask)
        self._slow.stop()

    def _progress(self, answer: Progress) -> None:
        if not self._slow.isActive():
            self.pages.say_busy(answer.part)

    def _take(self, found: Rendered) -> None:
        self.shows = str(self._pack.value or "") if not self._service.ask.awaits(Render) else ""
        self._fault.hide()
        self._settle()
        if self.pack() is not None:
            self._show(found)

    def _show(self, found: Rendered) -> None:
        self._rendered = found
        found = structs.replace(
            found, places=tuple(with_metrics(found.places, self._session.visit))
        )
        self.pages.show_pages(found, **self._spreading())
        self.searching.look_again()
        self._serve()

    def _settle(self) -> None:
        if not self._service.ask.awaits(Render):
            self._slow.stop()
            self.stale = self._wait.isActive()
            self.pages.say_busy(None)

    def when_current(self, act: Callable[[Rendered], object]) -> None:
        """Do something with the pages, as soon as they are those of now."""
        self._waiting.append(act)
        self._serve()

    def _serve(self) -> None:
        if not self.stale and self._rendered is not None:
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act(self._rendered)

    def _failed(self, found: Failed) -> None:
        self._waiting.clear()
        self._settle()
        self._fault.show_of(self._session.visit, self.pack(), found)

    @property
    def rendered(self) -> Rendered | None:
        """The pages that are shown."""
        return self._rendered

    # Pages

    def _spreading(self) -> dict[str, int]:
        pack, sides = self.pack(), self._rendered.sides if self._rendered else 1
        two = sides == 2 if self._spread is None else self._spread
        book = pack is None or pack.form == "book" or sides == 1
        return {"across": 2 if two else 1, "lead": 1 if two and book else 0}

    def _choose_spread(self, two: bool) -> None:
        self._spread = two
        self.pages.lay_out(**self._spreading())

    def show_record(self, ident: str) -> None:
        """Mark where a record printed and go there, unless it is in view."""
        record = ident if ident in self.pages.printed else stand_in(self._session.visit, ident)
        self.pages.show_record(record)

    def _click(self, ident: str, before: str, behind: str) -> None:
        record = self._session.visit.by_id.get(ident)
        if record is not None:
            self.clicked.emit(ident, field_of(record, before, behind))

    def look_for(self) -> None:
        """Let somebody type what to look for on the pages."""
        self.show()
        self.searching.ask()

    def ask_page(self) -> None:
        """Let somebody type the number of a page."""
        self.show()
        self.bar.ask_page()

    # A preview made anew

    def sight(self) -> Sight:
        """What is seen now."""
        pages = self.pages
        return Sight(
            self._pack.value,
            self._langs.value,
            self._layout.value,
            pages.fit,
            pages.percent,
            self._spread,
            pages.top_spot(),
            self._rendered,
        )

    def take(self, sight: Sight) -> None:
        """Show what was seen before, until newer pages are there."""
        if self._session.visit.get(Pack, sight.pack) is None:
            return
        self._pack.show_value(sight.pack)
        self._langs.show_value(sight.languages)
        self._layout.show_value(sight.layout)
        self._spread = sight.spread
        self.pages.set_fit(sight.fit, sight.percent)
        if sight.shown is not None:
            self._show(sight.shown)
            self.pages.go_to_spot(sight.top)

    def go_back(self, sight: Sight) -> None:
        """Show the spot that was seen before, whatever was shown since the pages were taken."""
        if self.sight()[:3] != sight[:3]:
            self.take(sight)
        else:
            self.pages.go_to_spot(sight.top)
