"""The window of one visit: places on the left, the editor, the live pages, the findings below.

It is painted with its frame first; what stands in it comes right after, part by part, or at once
where it is asked for.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say
from lohum_brief.processwide import keep_all
from lohum_brief.service.messages.message import Failed
from lohum_brief.service.messages.pages import Short
from lohum_brief.service.messages.review import Found
from lohum_brief.store.editions import Edition
from lohum_brief.visit.audiences import reader_of
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.records import Chart, Pack
from lohum_brief.visit.text import EMPTY
from lohum_brief.window import commands, dropping, editions, fitting, frame, keeping, parts
from lohum_brief.window.banner import Banner
from lohum_brief.window.dragging import accept_copy
from lohum_brief.window.header import Header
from lohum_brief.window.menus import Menus
from lohum_brief.window.middle import Middle
from lohum_brief.window.panels import Extent, Panels
from lohum_brief.window.places import PLACES, Place, place_of
from lohum_brief.window.program.recent import remember
from lohum_brief.window.protocols import Program
from lohum_brief.window.session import Session
from lohum_brief.window.sidebar import Sidebar
from lohum_brief.window.steps import Steps
from lohum_brief.window.telling import warn
from lohum_brief.window.watching import Watch

# What is not in the frame is imported when it is made, which is after the first paint.
if TYPE_CHECKING:
    from lohum_brief.checks.finding import Finding
    from lohum_brief.window.live.preview import Preview, Sight
    from lohum_brief.window.protocols import Content
    from lohum_brief.window.resuming import Resumed
    from lohum_brief.window.review.findings import Findings
    from lohum_brief.window.search.finder import Recent
    from lohum_brief.window.search.searching import Index
    from lohum_brief.window.service import Service

_LATER: Final = (
    "lohum_brief.window.packs.packs_place", "lohum_brief.window.search.searching",
    "lohum_brief.window.search.finder", "lohum_brief.window.live.exporting",
)  # fmt: skip
"""What is imported when all is there, so that nobody waits for it who wants it."""


class Before(NamedTuple):
    """What was shown: the row of the place, the record there, the pages if they were there, how
    wide all was.

    `resumed` is what only the place knew, until it is there again, `in_places` whether the keyboard
    was on the left.
    """

    row: int
    record: str
    sight: "Sight | None"
    extent: Extent
    resumed: "Resumed | None"
    in_places: bool


class VisitWindow(QMainWindow):
    """Holds a visit open until it is closed. `shown` is what stands in the middle, `counts` how
    many findings are open for each record; `found` are they all, None until they are known, and
    `listed` comes with them.
    """

    listed = Signal(object)

    def __init__(self, application: Program, session: Session) -> None:
        super().__init__()
        self.application: Program = application
        self.session: Session = session
        self.counts: Counter[str] = Counter()
        self.found: list[Finding] | None = None
        self.setAcceptDrops(True)
        fitting.keep_within_screen(self, 1440, 900)
        self._painted = False
        self._tabs: dict[str, int] = {}
        self._before: Before | None = None
        """Where one was before all was made anew, until it is there again."""
        self._steps = Steps(self)
        session.changed.connect(self._changed)
        session.measuring.connect(self._measure)
        session.drawing.connect(self._draw)
        session.editions.asking.connect(self._compare_editions)
        session.editions.folders = editions.folders(application.settings)
        session.refused.connect(self._refused)
        session.kept.connect(self._show_kept)
        session.kept.connect(self._refresh_undo)
        self.free = False
        """Whether whoever kept the visit from being edited here has left."""
        self.watch = Watch(self, self)
        self._build(row=0)
        state = application.settings.value("window")
        if isinstance(state, QByteArray):
            self.restoreGeometry(state)
        self.panels.restore(application.settings)
        self._fill_menus()
        # else the first button has the keyboard, which is undo, and a space would undo
        self.places.setFocus()

    # What it is made of: the frame at once, each part when it is first asked for

    def _build(self, row: int) -> None:
        self._middle = Middle(self._make, self._tabs)
        # The place is chosen before anything can ask for what is shown, which comes when asked for.
        self.places = Sidebar(row)
        self.places.currentRowChanged.connect(self._show_place)
        self.places.pasted.connect(self._paste)
        self.places.entered.connect(self._enter)
        self.header = Header()
        self.header.undoing.connect(partial(commands.undo, self))
        self.header.undoing_steps.connect(partial(commands.undo_steps, self))
        self.header.steps.aboutToShow.connect(partial(frame.offer_steps, self))
        self.header.finding.connect(partial(commands.find_anything, self))
        self.header.exporting.connect(lambda: commands.export(self))
        self.header.helping.connect(self.help_here)
        self.panels: Panels = Panels(self.places, self._middle)
        page = self._page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self.banner = Banner(partial(commands.save_copy, self), self.watch.take_up)
        layout.addWidget(self.banner)
        self._show_kept()
        layout.addWidget(self.panels, 1)
        self.setCentralWidget(page)
        self._framed = True

    def _paste(self) -> None:
        from lohum_brief.window.lists import carrying  # the first paint does not wait for it

        carrying.import_pasted(self)

    @cached_property
    def service(self) -> "Service":
        """The process that sets its pages."""
        from lohum_brief.window.lists import carrying
        from lohum_brief.window.service import Service

        made = Service(self.session.visit, self)
        made.ask.pictures = self.session.pictures
        made.ask.photos = self.session.photos
        made.died.connect(self._revive)
        made.wrote.connect(partial(carrying.say_written, self))
        made.unwritten.connect(self._not_done)
        made.measured.connect(self.session.measured)
        made.drawn.connect(self.session.drawn)
        made.rendered.connect(self.session.reset)
        made.found.connect(self._found)
        made.editions_compared.connect(self.session.editions.take)
        return made

    @cached_property
    def preview(self) -> "Preview":
        """The live pages."""
        from lohum_brief.window.live.preview import Preview

        made = Preview(self.session, self.service)
        made.clicked.connect(self.open_record)
        self.panels.put_pages(made)
        if self._before is not None and self._before.sight is not None:
            made.take(self._before.sight)
        return made

    @cached_property
    def findings(self) -> "Findings":
        """What is wrong with the visit."""
        from lohum_brief.window.review.findings import Findings

        made: Findings = Findings(self.session, self.service)
        made.chosen.connect(self.open_record)
        made.counted.connect(self._counted)
        self.panels.put_findings(made)
        return made

    @cached_property
    def index(self) -> "Index":
        """What can be found in the visit."""
        from lohum_brief.window.search.searching import Index

        return Index(self.session.visit)

    @cached_property
    def recent(self) -> "Recent":
        """What was found last."""
        from lohum_brief.window.search.finder import Recent

        return Recent()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        # What is there now stays: looking through all of a large visit for garbage would hold
        # everything up.
        first = self._before is None
        self._steps.run(self._parts(), keep_all if first else lambda: None)

    def _parts(self) -> Iterator[object]:
        """Makes what is not there yet, the slowest to get ready and the first to be looked at
        first.
        """
        yield self.service
        before = self._before
        if before is not None and before.sight is not None:
            yield self.preview
        yield self.shown
        yield self.preview
        if before is None:
            self.show_page_of(self._current())
        elif before.sight is not None:
            self.preview.go_back(before.sight)
        yield self.findings
        self._before = None
        for name in _LATER:
            yield import_module(name)

    @property
    def complete(self) -> bool:
        """Whether all its parts are there."""
        return (
            self._painted
            and not self._steps.running
            and {"preview", "findings"} <= vars(self).keys()
        )

    def _show_kept(self) -> None:
        frame.say_whether_kept(self)

    def _fill_menus(self) -> None:
        self.menus = Menus()
        self.setMenuBar(self.menus)
        commands.fill(self.menus, self)
        self._retitle()

    def strip(self) -> None:
        """Let all widgets go before they are made anew: putting a new style on them would take
        long, for nothing.
        """
        from lohum_brief.window import resuming

        self.session.flushing.emit()
        self._steps.stop()
        self._tabs = self._middle.tabs()
        row, last = self.places.currentRow(), self._before
        shown = self._middle.shown
        record = ""
        resumed: Resumed | None = None
        if shown is not None:
            record, resumed = shown.current(), resuming.held(self._middle.currentWidget())
        elif last is not None and last.row == row:
            record, resumed = last.record, last.resumed
        sight = (
            self.preview.sight()
            if "preview" in vars(self)
            else last.sight
            if last is not None
            else None
        )
        self._before = Before(
            row, record, sight, self.panels.extent(), resumed, self.places.hasFocus()
        )
        for name in ("preview", "findings", "index"):
            vars(self).pop(name, None)
        self._framed = False
        page = self._page
        page.deleteLater()
        QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)

    def rebuild(self) -> None:
        """Make all widgets anew, in the language and colours of now; where one was stays.

        The frame is there at once, what stands in it comes part by part as it does in a new window;
        what somebody is writing in comes at once too.
        """
        if self._framed:
            self.strip()
        before = self._before
        self._build(row=0 if before is None else before.row)
        self._fill_menus()
        self._page.show()
        if before is not None:
            self.panels.take(before.extent)
            if before.resumed is not None and before.resumed.at_keyboard:
                self._show_place(before.row)
            if before.in_places or self.focusWidget() is None:
                self.places.setFocus()
        self._painted = False
        self.update()

    # Places

    @property
    def shown(self) -> QWidget | None:
        """What stands in the middle: always the content of the place that is chosen."""
        if not self._middle.shows(self.places.place):
            self._show_place(self.places.currentRow())
        return self._middle.currentWidget()

    def _make(self, place: Place, parent: QWidget) -> QWidget:
        from lohum_brief.window.contents import content

        return content(place, self, parent)

    def _content(self, place: Place) -> "Content":
        before, fresh = self._before, not self._middle.has(place)
        found = self._middle.content(place)
        if fresh and before is not None and before.record and PLACES[before.row] is place:
            found.show_record(before.record)
        return found

    def _show_place(self, row: int) -> None:
        self._content(PLACES[row])
        self._middle.show_place(PLACES[row])
        self._resume(row)
        if "preview" in vars(self):
            self.show_page_of(self._current())

    def _resume(self, row: int) -> None:
        before = self._before
        if before is not None and before.row == row and before.resumed is not None:
            from lohum_brief.window import resuming

            self._before = before._replace(resumed=None)
            resuming.resume(self._middle.currentWidget(), before.resumed)

    def _current(self) -> str:
        return self._middle.shown.current() if self.shown and self._middle.shown else ""

    def go(self, key: str) -> None:
        """Go to a place."""
        self._choose(next(place for place in PLACES if place.key == key))

    def _choose(self, place: Place) -> "Content":
        self.places.setCurrentRow(PLACES.index(place))
        if not self._middle.shows(place):  # it was chosen already, and is not there yet
            self._show_place(self.places.currentRow())
        return self._content(place)

    def enter_place(self) -> None:
        """Give the keyboard to the place that is shown."""
        if self.shown is not None:
            parts.enter(self.shown)

    def _enter(self) -> None:
        if self.shown is not None:
            parts.enter(self.shown)

    def step(self, by: int) -> None:
        """Take the keyboard to the next part of the window, or to the one before."""
        if self.shown is not None:
            parts.step((self.places, self.shown, self.preview.pages, self.findings.tree), by)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802 - Qt's name
        # Not while all is made anew: what goes then passes the keyboard on, and nothing is shown.
        if not self.complete or (shown := self.shown) is None:
            return super().focusNextPrevChild(onward)
        lying = (self.header, self.banner, self.places, shown, self.preview, self.findings)
        return parts.tab(self, lying, onward=onward)

    def show_findings(self) -> None:
        """Show what is wrong, also where that was hidden, and go there."""
        self.panels.show_part("findings", shown=True)
        self.menus.actions_by_name["Findings"].setChecked(True)
        self.findings.tree.setFocus()

    def show_page_of(self, ident: str) -> None:
        """Show the page on which a record prints, or the pack that it is."""
        record = self.session.visit.by_id.get(ident)
        if isinstance(record, Pack):
            self.preview.show_pack(ident)
        elif record is not None:
            self.preview.show_record(ident)

    def open_record(self, ident: str, field: str = "") -> None:
        """Go to where a record is edited, and to one of its fields."""
        record = self.session.visit.by_id.get(ident)
        if record is None or not OF[type(record)].place:
            return
        self._choose(place_of(record)).show_record(ident, field)

    # What happens to the visit

    def _changed(self, edit: Edit) -> None:
        if "service" in vars(self):
            self.service.ask.change(edit)
        if "index" in vars(self):
            self.index.follow(self.session.visit, edit)
        if not self.session.waiting:
            self.header.say_kept()
        self._retitle()

    def _retitle(self) -> None:
        frame.name_visit(self)
        self._refresh_undo()
        self._count()

    def _refresh_undo(self) -> None:
        frame.name_steps(self)

    def offer_to_edit(self, *, offered: bool) -> None:
        """Offer that the visit is edited here now, or no longer."""
        if offered != self.free:
            self.free = offered
            self._show_kept()

    def taken_up(self, who: str, *, locked: bool) -> None:
        """Say that somebody else has changed the visit; make all anew where it can be written now
        and could not, or the other way round.
        """
        self.free = False
        if locked:
            self.rebuild()
        else:
            self._show_kept()
            self._refresh_undo()
        self.header.say_taken_up(who)

    def _found(self, answer: Found) -> None:
        from lohum_brief.checks.waiving import parted

        self.found, _ = parted(self.session.visit, answer.findings)
        self.listed.emit(self.found)

    def _counted(self, counts: Counter[str]) -> None:
        self.counts = counts
        self._count()

    def _count(self) -> None:
        share = self.session.readiness.share()
        ready = "" if share is None else f"{share}%"
        self.places.count_records(self.session.visit, self.counts, ready)

    def _measure(self, texts: tuple[Short, ...]) -> None:
        self.service.ask.measure(texts)

    def _compare_editions(self, issued: list[Edition], among: tuple[str, ...]) -> None:
        self.service.ask.compare_editions(issued, among)

    def _draw(self, key: str, charts: tuple[str, ...], langs: tuple[Lang, ...]) -> None:
        shown = self.preview.pack()
        layout = shown.layout if shown and not langs else "stacked"
        chosen = langs or (shown.languages if shown else LANGS)
        found = (self.session.visit.get(Chart, ident) for ident in charts)
        readers = reader_of(chart.audience for chart in found if chart)
        self.service.ask.draw(
            key,
            Pack(id="charts", audience=readers, title=EMPTY, languages=chosen, layout=layout),
            charts,
        )

    def _not_done(self, answer: Failed) -> None:
        self._refused(say(answer.why))

    def _refused(self, why: str) -> None:
        if not self.application.silent:
            warn(self, why)

    def _revive(self) -> None:
        """The process that sets pages ended, which it never should: start another with the visit as
        it is.
        """
        del self.service
        self.session.editions.want(again=True)
        self.rebuild()

    # Commands

    def earlier_states(self) -> None:
        """See what has changed since an earlier state, and restore from it."""
        from lohum_brief.window.review.earlier import EarlierStates

        self.session.flushing.emit()
        EarlierStates(self, self.session).exec()

    def help(self, chapter: str) -> None:
        """Open the help at a chapter."""
        self.application.help(chapter, self.menus.commands)

    def help_here(self) -> None:
        """Open the help at the chapter of the place that is shown."""
        self.help(self.places.place.key)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        dropping.accept_file(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        dropping.drop(event, self)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        keeping.store(self)
        if not keeping.may_close(self):
            event.ignore()
            return
        self.application.settings.setValue("window", self.saveGeometry())
        self.panels.remember(self.application.settings)
        self.watch.timer.stop()
        self._steps.stop()
        counts = None if self.found is None else Counter(finding.severity for finding in self.found)
        known = (None, None) if counts is None else (counts["error"], counts["warning"])
        remember(self.application.settings, self.session, *known)
        self.session.close()
        if "preview" in vars(self):
            self.preview.stop()
        if "service" in vars(self):
            self.service.stop()
        self.application.closed(self)
        event.accept()
