"""Exporting packs: what will be written where and what stands against it, progress that can be
cancelled, the result.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.checks.finding import Finding
from lohum_brief.errors import BriefError
from lohum_brief.language.interface import say, say_n, sentences
from lohum_brief.release.writing import remove_unfinished
from lohum_brief.service.messages.files import Exported, Prepared
from lohum_brief.service.messages.message import Failed, Progress
from lohum_brief.service.messages.review import Found, Weighed
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit
from lohum_brief.window.answered import Answered
from lohum_brief.window.editions import remember
from lohum_brief.window.fitting import give_room
from lohum_brief.window.live.against import Against
from lohum_brief.window.live.destination import Destination
from lohum_brief.window.live.host import PagesHost
from lohum_brief.window.live.issuing import Choice, Issuing
from lohum_brief.window.live.pack_rows import PackRows
from lohum_brief.window.live.refusal import told
from lohum_brief.window.live.revealing import open_file, show_in_folder
from lohum_brief.window.service import Service

if TYPE_CHECKING:
    from lohum_brief.window.session import Session

_SOON: Final = 500
"""Milliseconds after which progress is shown; what takes less is simply done."""
_FOLDER: Final = "export folder"


class ExportDialog(QDialog):
    """Writes one pack, or all of them into a folder. Cancelling leaves finished files and no half
    ones.

    Packs are set in a process of their own, begun when the dialog opens: it looks for findings
    first. `leading` names a record and a field to go to, where something stands against it; the
    dialog is closed then. `issued` names the folder of an edition that was written.
    """

    leading = Signal(str, str)
    issued = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        visit: Visit,
        packs: Sequence[Pack],
        folder: Path,
        pages: int = 0,
        pictures: Callable[[Container[str]], Mapping[str, bytes]] = lambda _: {},
        session: "Session | None" = None,
    ) -> None:
        """`pages` is how many the first pack has, if that is known; `pictures` gives the photos
        that packs may print.

        With the `session` of the visit packs can be issued too.
        """
        super().__init__(parent)
        self.standing = Choice(session, packs) if session else None
        self._issuing = Issuing(session) if session else None
        self._session = session
        self._visit = visit
        self._pictures = pictures
        self._packs = list(packs)
        self._one = len(self._packs) == 1
        self._eager = False
        self._running: int | None = None
        self._numbers: dict[int, int] = {}
        """Those of the editions that are issued."""
        self.results: dict[int, Exported | str] = {}
        """What came of each pack: a file, or why there is none."""
        self.setWindowTitle(say("Export pack") if self._one else say("Export all packs"))
        give_room(self, 48 if self._one else 58, 0)  # results of several stand in the list, whole
        self._list = PackRows(visit, packs)
        self.where = Destination(packs, folder)
        self.where.changed.connect(self._refresh)
        self._against = Against(
            visit,
            self._packs,
            session.who if session else "",
            session.answered if session else Answered(),
        )
        self._against.leading.connect(self._lead)
        self._against.answered.connect(self._tell)
        if self.standing is not None:
            self.standing.changed.connect(self._stand)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._said = _words()
        self._said.hide()
        self._slow = QTimer(self, singleShot=True, interval=_SOON)
        self._slow.timeout.connect(self._bar.show)
        self._add_buttons()
        self._lay_out()
        self.go.setDefault(True)  # a dialog takes it only from a button that is in it already
        if pages:
            self._list.show_pages(pages)
        self._refresh()
        self._start()
        self.go.setFocus()

    # What it is made of

    def _add_buttons(self) -> None:
        self._buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._cancel, self.go = QPushButton(say("Cancel")), QPushButton(say("Export"))
        self._open, self._show = QPushButton(say("Open")), QPushButton(say("Show in folder"))
        self._buttons.addButton(self._cancel, role.RejectRole)
        for button in (self._open, self._show, self.go):
            self._buttons.addButton(button, role.ActionRole)
        self._cancel.clicked.connect(self.reject)
        self.go.setObjectName("primary")
        self._open.clicked.connect(lambda: open_file(self._files()[0]))
        self._show.clicked.connect(lambda: show_in_folder(self._files()[0]))
        self.go.clicked.connect(self.begin)
        for button in (self._open, self._show):
            button.hide()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(10)  # all of it has to stand on a small laptop's screen
        layout.addWidget(self._list)
        if self.standing is not None:
            layout.addWidget(self.standing)
        for widget in (self.where, self._against, self._bar, self._said):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addWidget(self._buttons)

    def _start(self) -> None:
        self._service = Service(self._visit, self)
        self._service.ask.pictures = self._pictures
        if self._session is not None:
            self._service.ask.photos = self._session.photos
        self._service.found.connect(self._found)
        self._service.weighed.connect(self._weighed)
        self._service.progress.connect(self._progress)
        self._service.prepared.connect(self._prepared)
        self._service.exported.connect(self._exported)
        self._service.failed.connect(self._failed)
        self._service.died.connect(self._died)
        self._service.ask.check()
        self._against.wait()

    def done(self, result: int) -> None:
        self._service.stop()
        for path in self.paths():
            remove_unfinished(path, self._service.pid)
        if self._issuing is not None:
            self._issuing.give_up()
        super().done(result)

    # Where to

    @property
    def issues(self) -> bool:
        """Whether packs are issued, not drafts written."""
        return self.standing is not None and self.standing.issues

    def paths(self) -> list[Path]:
        """The file of each pack."""
        return self.where.paths()

    def _stand(self) -> None:
        """Draft or edition was chosen."""
        self.where.number(self.standing.numbers() if self.standing and self.issues else {})
        self.go.setText(say("Issue") if self.issues else say("Export"))
        self._tell()

    def _refresh(self) -> None:
        ready = self._against.ready(issues=self.issues) != []
        self.go.setEnabled(self.where.said and ready)

    # What stands against it

    def _found(self, answer: Found) -> None:
        self._take_findings(answer.findings)

    def _take_findings(self, findings: Sequence[Finding]) -> None:
        self._against.take_findings(findings)
        self._tell()
        if (
            self._against.findings and not self.go.isEnabled()
        ):  # the first thing to do is to go to the error
            self._against.go_to_first()
        if self._eager and self.go.isEnabled() and not self.issues:
            self._eager = False
            self.begin()

    def _weighed(self, found: Weighed) -> None:
        self._against.take_standings(found.standings)
        self._tell()
        if not self.go.isEnabled():
            self._against.go_to_first()
        # Of an edition warnings are looked at first.
        if (
            self._eager
            and self.go.isEnabled()
            and self.issues
            and not any(one.warnings for one in found.standings)
        ):
            self.begin()
        self._eager = False

    def _tell(self) -> None:
        """Show what stands against a draft, or against an edition."""
        if self._against.findings is None:
            return
        if self.issues and self._against.standings is None:
            self._service.ask.weigh(self._packs)
        self._against.tell(issues=self.issues, widest=self.width() * 2 // 5)
        self.where.look()
        self._refresh()

    def _lead(self, record: str, field: str) -> None:
        self.reject()
        self.leading.emit(record, field)

    # Writing

    def begin(self) -> None:
        """Write the packs, one after the other."""
        if self._running is not None:
            return
        if not self._against.known(issues=self.issues):
            # It is known in a moment; nobody needs to press twice.
            self._eager = True
            self.go.setEnabled(False)
            return
        self.results = {}
        self._numbers = {}
        for at in set(range(len(self._packs))) - set(self._against.ready(issues=self.issues)):
            self.results[at] = (
                say("Not issued: something keeps it back.")
                if self.issues
                else say("Not exported because of errors.")
            )
        for widget in self._inputs():
            widget.setEnabled(False)
        for button in (self._open, self._show):
            button.hide()
        self.where.note.hide()
        self._cancel.setText(say("Cancel"))
        self._bar.setValue(0)
        self._slow.start()
        self._next()

    def _next(self) -> None:
        waiting = [at for at in range(len(self._packs)) if at not in self.results]
        self._show_results()
        if not waiting:
            self._end()
            return
        self._running = waiting[0]
        path = self.paths()[self._running]
        self._say(say("Setting {file}…", file=path.name))
        try:
            if self.issues:
                self._prepare(self._packs[self._running], path)
                return
            if self._issuing is not None:
                self._issuing.spare(path)
        except BriefError as error:
            self._finish(say(error.message))
            return
        self._service.ask.export(self._packs[self._running], str(path))

    def _prepare(self, pack: Pack, path: Path) -> None:
        assert self._issuing is not None and self.standing is not None and self._running is not None  # noqa: S101, PT018
        number, time, name = self._issuing.begin(pack, path)
        self._numbers[self._running] = number
        self._service.ask.prepare(
            pack, number, time, name, self.standing.words(), self._against.answers(self._running)
        )

    def _prepared(self, found: Prepared) -> None:
        """An edition is set: first it is noted, then written."""
        if self._running is None or self._issuing is None:
            return
        try:
            self._issuing.note(found.imprint)
        except BriefError as error:
            self._finish(say(error.message))
            return
        self._service.ask.put(str(self._issuing.out))

    def _progress(self, answer: Progress) -> None:
        self._bar.setValue(round(1000 * (len(self.results) + answer.part) / len(self._packs)))

    def _exported(self, found: Exported) -> None:
        try:
            if self._issuing is not None and self._issuing.finish():
                if self._session is not None and self._running is not None:
                    self._session.answered.end(self._packs[self._running].id)
                self.issued.emit(str(Path(found.out).parent))
        except BriefError as error:
            self._finish(say(error.message))
            return
        self._finish(found)

    def _failed(self, found: Failed) -> None:
        if (
            self._against.findings is None
        ):  # not even the findings could be looked for: the export itself will say why
            self._take_findings(())
            self._against.announce(say(found.why))
        else:
            self._refuse(found)

    def _finish(self, result: Exported | str) -> None:
        if self._running is not None:
            if self._issuing is not None and isinstance(result, str):
                self._issuing.give_up()
            self.results[self._running] = result
            self._running = None
            self._next()

    def _refuse(self, found: Failed) -> None:
        pack = None if self._running is None else self._packs[self._running]
        self._finish(told(self._visit, pack, found))

    def _died(self) -> None:
        if self._issuing is not None:
            self._issuing.give_up()
        for at in range(len(self._packs)):
            self.results.setdefault(
                at, say("The export ended unexpectedly. Nothing was half-written.")
            )
        self._running = None
        self._show_results()
        self._end()
        self._start()

    def _show_results(self) -> None:
        for at, result in self.results.items():
            self._list.show_result(at, result, self._numbers.get(at))

    def _end(self) -> None:
        self._slow.stop()
        self._bar.hide()
        files = self._files()
        self._say(sentences(self._outcome(files)))
        self._open.setVisible(bool(files) and self._one)
        self._show.setVisible(bool(files))
        self.go.setText(say("Export again"))
        # What was issued is not issued again: that would be another edition.
        self.go.setVisible(not (self.issues and files))
        for widget in self._inputs():
            widget.setEnabled(not self.go.isHidden())
        if self.standing is not None:
            self.standing.refresh()
        self._cancel.setText(say("Close"))
        self._cancel.setFocus()

    def _outcome(self, files: Sequence[Path]) -> Iterator[str]:
        """How much was written where, and what was not."""
        if files:
            yield say_n(
                "{count} page written to {place}.",
                "{count} pages written to {place}.",
                sum(one.pages for one in self.results.values() if isinstance(one, Exported)),
                place=files[0] if self._one else files[0].parent,
            )
        wrong = [result for result in self.results.values() if isinstance(result, str)]
        if self._one:
            yield from wrong
        elif wrong:
            yield say_n(
                "{count} pack was not written.", "{count} packs were not written.", len(wrong)
            )

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _inputs(self) -> list[QWidget]:
        """What says what is to be done."""
        return [self.where, self.go, *((self.standing,) if self.standing else ())]

    def _files(self) -> list[Path]:
        return [
            Path(result.out) for result in self.results.values() if isinstance(result, Exported)
        ]

    @property
    def complete(self) -> bool:
        """Whether there is a result for each pack."""
        return self._running is None and len(self.results) == len(self._packs)

    def finished_text(self) -> str:
        """How it ended; empty while it goes on."""
        return self._said.text() if self.complete else ""


def _words() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _export(
    window: PagesHost, packs: Sequence[Pack], pages: int = 0, *, issue: bool = False
) -> None:
    if not packs:
        return
    settings = window.application.settings
    held = str(settings.value(_FOLDER, ""))
    folder = Path(held) if held and Path(held).is_dir() else window.session.folder
    session = window.session
    dialog = ExportDialog(
        window.window(), session.visit, packs, folder, pages, session.pictures, session
    )
    dialog.leading.connect(window.open_record)
    if issue and dialog.standing is not None:
        dialog.standing.choose_edition()
    dialog.issued.connect(
        lambda where: setattr(session.editions, "folders", remember(settings, Path(where)))
    )
    dialog.exec()
    if any(isinstance(result, Exported) for result in dialog.results.values()):
        settings.setValue(_FOLDER, str(dialog.paths()[0].parent))


def export_shown(window: PagesHost) -> None:
    """Export the pack whose pages are shown, as it is shown."""
    window.session.flushing.emit()
    pack = window.preview.pack()
    _export(window, [pack] if pack else [], window.preview.pages.count)


def issue_shown(window: PagesHost) -> None:
    """The same, with the next edition chosen."""
    window.session.flushing.emit()
    pack = window.preview.pack()
    _export(window, [pack] if pack else [], window.preview.pages.count, issue=True)


def export_all(window: PagesHost) -> None:
    """Export every pack as its record says, into one folder."""
    window.session.flushing.emit()
    _export(window, window.session.visit.of(Pack))
