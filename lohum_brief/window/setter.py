"""The process that sets pages and finds faults, as the window sees it: requests out, signals in."""

from collections import deque
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from lohum_brief.language.codes import Lang
from lohum_brief.processes import own
from lohum_brief.release.messages import (
    Change,
    Check,
    Compare,
    Compared,
    CompareEditions,
    Draw,
    Drawn,
    EditionsCompared,
    Export,
    Exported,
    Failed,
    Found,
    Issued,
    Lines,
    Load,
    LookAt,
    LookedAt,
    Measure,
    Measured,
    Picture,
    Prepare,
    Prepared,
    Progress,
    Put,
    Question,
    Render,
    Rendered,
    Request,
    Short,
    ShowLines,
    Speak,
    TakenOver,
    TakeOver,
    Weigh,
    Weighed,
    WriteTable,
    Wrote,
    changed,
    framed,
    take_answers,
)
from lohum_brief.store.editions import Accepted, Edition
from lohum_brief.store.editions import encode as encode_imprint
from lohum_brief.visit.document import encode, encode_record
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence


_SIGNALS: Final[dict[type, str]] = {
    Rendered: "rendered",
    Exported: "exported",
    Prepared: "prepared",
    LookedAt: "looked_at",
    Lines: "lines",
    TakenOver: "taken_over",
    Measured: "measured",
    Drawn: "drawn",
    Compared: "compared",
    EditionsCompared: "editions_compared",
    Weighed: "weighed",
}
"""The signal that takes an answer as it came."""


class Setter(QObject):
    """One process and the visit it knows. Of several renderings asked for while it works, only the last is made."""

    rendered = Signal(object)
    found = Signal(tuple)
    unrendered = Signal(object)
    """Why pages could not be set."""
    failed = Signal(object)
    progress = Signal(int, float)
    exported = Signal(object)
    prepared = Signal(object)
    """An edition is set and waits for `put`."""
    weighed = Signal(object)
    editions_compared = Signal(object)
    looked_at = Signal(object)
    lines = Signal(object)
    taken_over = Signal(object)
    wrote = Signal(str)
    unwritten = Signal(str)
    """Why a table could not be written."""
    measured = Signal(object)
    drawn = Signal(object)
    compared = Signal(object)
    uncompared = Signal(str)
    """Why minerals could not be compared."""
    died = Signal()

    def __init__(self, visit: Visit, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buffer = bytearray()
        self._answers: deque[Any] = deque()
        self._handing = QTimer(self, singleShot=True, interval=0)
        self._handing.timeout.connect(self._hand)
        self._number = 0
        self._pid = 0
        self._wanted: dict[type, Question] = {}
        self._asked: dict[int, type] = {}
        self.pictures: Callable[[Container[str]], Mapping[str, bytes]] = lambda _: {}
        """Gives the photos that packs may print, but for those that are named."""
        self.photos: Callable[[], frozenset[str] | None] = lambda: None
        """Gives the digests of the photos that the file holds; None where that is not known."""
        self._pictured: set[str] = set()
        self._issued: dict[int, str] = {}
        """The digests of the editions it knows: a serial number that was given back is given again."""
        self.process = QProcess(self)
        self.process.setProcessEnvironment(QProcessEnvironment.systemEnvironment())
        self.process.readyReadStandardOutput.connect(self._read)
        self.process.finished.connect(self._finished)
        program, *arguments = own("--worker")
        self.process.started.connect(self._started)
        self.process.start(program, arguments)
        self.speak(lang)
        self._send(Load(encode(visit)))

    def speak(self, lang: Lang) -> None:
        """The language of its sentences from now on."""
        self._send(Speak(lang))

    @property
    def pid(self) -> int:
        """The number of the process, also when it has ended; 0 if it never began."""
        return self._pid

    @property
    def rendering(self) -> bool:
        """Whether pages are being set."""
        return Render in self._asked.values()

    def change(self, edit: Edit) -> None:
        """Tell it of an edit."""
        self._send(Change(changed(edit)))

    def render(self, pack: Pack) -> None:
        """Ask for the pages of a pack; `rendered` or `unrendered` comes, unless a later one is asked for before."""
        self._send_pictures(pack)
        self._ask(Render(self._next(), encode_record(pack)))

    def check(self) -> None:
        """Ask for the findings; `found` comes."""
        self._ask(Check(self._next(), self.photos()))

    @property
    def checking(self) -> bool:
        """Whether findings are still to come."""
        return Check in self._asked.values()

    def export(self, pack: Pack, out: str) -> int:
        """Ask for a file; `progress`, then `exported` or `failed` come with the number that this returns."""
        self._send_pictures(pack)
        request = Export(self._next(), encode_record(pack), out)
        self._asked[request.number] = Export
        self._send(request)
        return request.number

    def weigh(self, packs: "Sequence[Pack]") -> None:
        """Ask what keeps editions of packs back; `weighed` or `failed` comes."""
        self._ask(Weigh(self._next(), tuple(map(encode_record, packs))))

    def prepare(
        self, pack: Pack, edition: int, time: int, file: str, recipients: str, answers: tuple[Accepted, ...]
    ) -> None:
        """Ask for an edition to be set; `progress`, then `prepared` or `failed` comes."""
        self._send_pictures(pack)
        self._ask(Prepare(self._next(), encode_record(pack), edition, time, file, recipients, answers))

    def put(self, out: str) -> None:
        """Ask for the edition that is set to be written; `exported` or `failed` comes."""
        self._ask(Put(self._next(), out))

    def compare_editions(self, editions: "Sequence[Edition]", folders: tuple[str, ...]) -> None:
        """Ask what has changed since editions and where their files are; `editions_compared` comes."""
        for edition in editions:
            if self._issued.get(edition.serial) != edition.imprint.sha256:
                self._issued[edition.serial] = edition.imprint.sha256
                self._send(Issued(edition.serial, encode_imprint(edition.imprint)))
        self._ask(CompareEditions(self._next(), tuple(edition.serial for edition in editions), folders))

    def look_at(self, path: str, pasted: bytes, **options: Any) -> None:
        """Ask what a table holds and would do; `looked_at` or `failed` comes."""
        self._ask(LookAt(self._next(), path, pasted, **options))

    def show_lines(self, group: str, words: str, start: int, count: int) -> None:
        """Ask for some lines of the preview that was looked at last; `lines` comes."""
        self._ask(ShowLines(self._next(), group, words, start, count))

    def take_over(self) -> None:
        """Ask for the edit of the preview that was looked at last; `taken_over` comes."""
        self._ask(TakeOver(self._next()))

    def write_table(self, kind: str, out: str) -> None:
        """Ask for a table of the records of a kind; `wrote` or `failed` comes."""
        self._ask(WriteTable(self._next(), kind, out))

    def compare(self, measures: tuple[str, ...], minerals: tuple[str, ...]) -> None:
        """Ask for minerals side by side; `compared` or `uncompared` comes."""
        self._ask(Compare(self._next(), measures, minerals))

    def draw(self, key: str, pack: Pack, charts: tuple[str, ...]) -> None:
        """Ask for charts on pages of their own; `drawn` comes with the key."""
        self._ask(Draw(self._next(), key, encode_record(pack), charts))

    def measure(self, texts: tuple[Short, ...]) -> None:
        """Ask how many lines short texts take; `measured` comes."""
        request = Measure(self._next(), texts)
        self._asked[request.number] = Measure
        self._send(request)

    def stop(self) -> None:
        """End the process, whatever it does; a file that it writes stays as it was."""
        self.process.finished.disconnect(self._finished)
        self.process.readyReadStandardOutput.disconnect(self._read)  # what comes yet may begin within an answer
        self._forget()
        self.process.closeWriteChannel()
        self.process.kill()
        self.process.waitForFinished(2000)

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _send_pictures(self, pack: Pack) -> None:
        """What the process needs to print the pack and does not have yet."""
        for digest, data in self.pictures(self._pictured).items() if pack.photos else ():
            self._pictured.add(digest)
            self._send(Picture(digest, data))

    def _ask(self, request: Question) -> None:
        """At once if nothing of its kind is under way, else when that is done."""
        if type(request) in self._asked.values():
            self._wanted[type(request)] = request
            return
        self._asked[request.number] = type(request)
        self._send(request)

    def _send(self, request: Request) -> None:
        self.process.write(framed(request))

    def _read(self) -> None:
        self._buffer += self.process.readAllStandardOutput().data()
        self._answers += take_answers(self._buffer)
        if self._answers and not self._handing.isActive():
            self._handing.start()

    def _hand(self) -> None:
        """One answer in a turn of the event loop: those with all pages of a large pack take their time to show."""
        answer = self._answers.popleft()
        if self._answers:
            self._handing.start()
        self._take(answer)

    def _take(self, answer: Any) -> None:
        if isinstance(answer, Progress):
            self.progress.emit(answer.number, answer.part)
            return
        kind = self._asked.pop(answer.number, None)
        later = self._wanted.pop(kind, None) if kind else None
        if later is not None:
            self._ask(later)
        match answer:
            case Found(_, findings):
                self.found.emit(findings)
            case Wrote(_, out):
                self.wrote.emit(out)
            case Failed():
                self._refuse(kind, answer)
            case _:
                signal: Any = getattr(self, _SIGNALS[type(answer)])
                signal.emit(answer)

    def _refuse(self, kind: type | None, answer: Failed) -> None:
        if kind is WriteTable:
            self.unwritten.emit(answer.why)
        elif kind is Compare:
            self.uncompared.emit(answer.why)
        elif kind is Render:
            self.unrendered.emit(answer)
        elif kind not in (Measure, CompareEditions):  # without them there is only less to show
            self.failed.emit(answer)

    def _started(self) -> None:
        self._pid = self.process.processId()

    def _finished(self) -> None:
        self._forget()
        self.died.emit()

    def _forget(self) -> None:
        self._handing.stop()
        self._answers.clear()
        self._buffer.clear()
        self._asked.clear()
        self._wanted.clear()
