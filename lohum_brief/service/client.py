"""The window's end, without a window: it sends requests and names the signals that take answers."""

from collections.abc import Callable, Container, Mapping, Sequence
from typing import Any

from lohum_brief.service.calls import PROGRESS, call_of
from lohum_brief.service.framing import framed
from lohum_brief.service.messages.files import Export, Prepare, Put, WriteTable
from lohum_brief.service.messages.message import Answer, Failed, Message, Progress, Question
from lohum_brief.service.messages.notifications import Change, Issued, Load, Picture, changed
from lohum_brief.service.messages.pages import Draw, Measure, Render, Short
from lohum_brief.service.messages.review import Check, Compare, CompareEditions, FindDraft, Weigh
from lohum_brief.service.messages.tables import LookAt, ShowLines, TakeOver
from lohum_brief.store.editions import Accepted, Edition
from lohum_brief.store.editions import encode as encode_imprint
from lohum_brief.visit.document import encode, to_wire
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Pack
from lohum_brief.visit.rest import bare
from lohum_brief.visit.visit import Visit


class Client:
    """What one process was asked and not yet answered, and what it knows already.

    `send` takes what is to be written to it, `tell` the name of a signal as in `service.calls` and
    an answer for it. Of several requests of a kind that are made while one is worked at, only the
    last is sent, as the table says.
    """

    def __init__(
        self, send: Callable[[bytes], object], tell: Callable[[str, Answer], object]
    ) -> None:
        self._write = send
        self._tell = tell
        self._number = 0
        self._asked: dict[int, type[Question]] = {}
        self._waiting: dict[type[Question], Question] = {}
        self.pictures: Callable[[Container[str]], Mapping[str, bytes]] = lambda _: {}
        """Gives the photos that packs may print, but for those that are named."""
        self.photos: Callable[[], frozenset[str] | None] = lambda: None
        """Gives the digests of the photos that the file holds; None where that is not known."""
        self._pictured: set[str] = set()
        self._issued: dict[int, str] = {}
        """The digests of the editions it knows: a serial number that was given back is given again.
        """

    def awaits(self, request: type[Question]) -> bool:
        """Return whether an answer to such a request is still to come."""
        return request in self._asked.values()

    @property
    def writing(self) -> bool:
        """Whether a file may be being written."""
        return any(call_of(request).writes for request in self._asked.values())

    # What it should know

    def load(self, visit: Visit) -> None:
        """Give it the visit that all is about."""
        self._send(Load(encode(visit)))

    def change(self, edit: Edit) -> None:
        """Tell it of an edit."""
        self._send(Change(changed(edit)))

    def _send_pictures(self, pack: Pack) -> None:
        """Send what it needs to print the pack and does not have yet."""
        for digest, data in self.pictures(self._pictured).items() if pack.photos else ():
            self._pictured.add(digest)
            self._send(Picture(digest, data))

    # What it is asked

    def render(self, pack: Pack) -> None:
        """Ask for the pages of a pack."""
        self._send_pictures(pack)
        self._ask(Render(self._next(), to_wire(pack)))

    def draw(self, key: str, pack: Pack, charts: tuple[str, ...]) -> None:
        """Ask for charts on pages of their own; the answer has the key."""
        self._ask(Draw(self._next(), key, to_wire(pack), charts))

    def measure(self, texts: tuple[Short, ...]) -> None:
        """Ask how many lines short texts take."""
        self._ask(Measure(self._next(), texts))

    def check(self) -> None:
        """Ask for the findings."""
        self._ask(Check(self._next(), self.photos()))

    def weigh(self, packs: Sequence[Pack]) -> None:
        """Ask what keeps editions of packs back."""
        self._ask(Weigh(self._next(), tuple(map(to_wire, packs))))

    def export(self, pack: Pack, out: str) -> None:
        """Ask for a file; progress is told."""
        self._send_pictures(pack)
        self._ask(Export(self._next(), to_wire(pack), out))

    def prepare(
        self,
        pack: Pack,
        edition: int,
        time: int,
        file: str,
        recipients: str,
        answers: tuple[Accepted, ...],
    ) -> None:
        """Ask for an edition to be set; progress is told."""
        self._send_pictures(pack)
        record = to_wire(pack)
        self._ask(Prepare(self._next(), record, edition, time, file, recipients, answers))

    def put(self, out: str) -> None:
        """Ask for the edition that is set to be written."""
        self._ask(Put(self._next(), out))

    def compare_editions(self, editions: Sequence[Edition], folders: tuple[str, ...]) -> None:
        """Ask what has changed since editions and where their files are."""
        for edition in editions:
            if self._issued.get(edition.serial) != edition.imprint.sha256:
                self._issued[edition.serial] = edition.imprint.sha256
                self._send(Issued(edition.serial, encode_imprint(bare(edition.imprint))))
        serials = tuple(edition.serial for edition in editions)
        self._ask(CompareEditions(self._next(), serials, folders))

    def find_draft(self, mark: str, address: str) -> None:
        """Ask of which draft of the visit in a store a mark is."""
        self._ask(FindDraft(self._next(), mark, address))

    def compare(self, measures: tuple[str, ...], minerals: tuple[str, ...]) -> None:
        """Ask for minerals side by side."""
        self._ask(Compare(self._next(), measures, minerals))

    def look_at(self, path: str, pasted: bytes, **options: Any) -> None:
        """Ask what a table holds and what an import of it would do."""
        self._ask(LookAt(self._next(), path, pasted, **options))

    def show_lines(self, group: str, words: str, start: int, count: int) -> None:
        """Ask for some lines of the preview that was looked at last."""
        self._ask(ShowLines(self._next(), group, words, start, count))

    def take_over(self) -> None:
        """Ask for the edit of the preview that was looked at last."""
        self._ask(TakeOver(self._next()))

    def write_table(self, kind: str, out: str) -> None:
        """Ask for a table of the records of a kind."""
        self._ask(WriteTable(self._next(), kind, out))

    # What comes of it

    def take(self, answer: Answer) -> None:
        """Tell whoever hears such an answer, and send what waited for it."""
        if isinstance(answer, Progress):
            self._tell(PROGRESS, answer)
            return
        kind = self._asked.pop(answer.number, None)
        if kind is None:
            return
        later = self._waiting.pop(kind, None)
        if later is not None:
            self._ask(later)
        call = call_of(kind)
        heard = call.refused if isinstance(answer, Failed) else call.heard
        if heard:
            self._tell(heard, answer)

    def forget(self) -> None:
        """Wait for nothing any more: the process has ended."""
        self._asked.clear()
        self._waiting.clear()

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _ask(self, request: Question) -> None:
        """Send it at once if nothing of its kind is under way, else when that is done."""
        kind = type(request)
        if self.awaits(kind) and not call_of(kind).each:
            self._waiting[kind] = request
            return
        self._asked[request.number] = kind
        self._send(request)

    def _send(self, request: Message) -> None:
        self._write(framed(request))
