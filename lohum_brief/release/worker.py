"""A process that sets pages and finds faults for the window, which must never wait for either.

It holds a copy of the visit, kept up to date edit by edit, and answers requests in their order; only looking for faults, and
for what has changed since editions, lets all else go first. When its input ends the window is gone, however that came, and
nobody waits for an answer.
"""

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING, BinaryIO, Final

import msgspec

from lohum_brief.errors import BriefError
from lohum_brief.language import catalogue
from lohum_brief.language.catalogue import say
from lohum_brief.release.gate import explained, require_printable
from lohum_brief.release.messages import (
    Answer,
    Change,
    Changed,
    Check,
    Compare,
    Compared,
    ComparedMineral,
    CompareEditions,
    Draw,
    Drawn,
    EditionsCompared,
    Export,
    Exported,
    Failed,
    Found,
    Issued,
    Load,
    Measure,
    Measured,
    Picture,
    Prepare,
    Prepared,
    Printed,
    Progress,
    Put,
    Question,
    Render,
    Rendered,
    Request,
    SinceEdition,
    Speak,
    Weigh,
    Weighed,
    WriteTable,
    Wrote,
    framed,
    read_request,
)
from lohum_brief.visit import edit
from lohum_brief.visit.document import decode, parse_record
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from lohum_brief.checks.finding import Finding
    from lohum_brief.packs.render import Memory
    from lohum_brief.release.editions import Prepared as Edition
    from lohum_brief.release.tables import Tables
    from lohum_brief.store.editions import Imprint
    from lohum_brief.typeset.compose import Composed

_THOROUGH: Final = 50
"""Requests after which everything is looked through for what nobody holds."""
_STEP: Final = 0.1
"""Seconds between two reports of progress."""


def work(stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Answer requests until there are no more; ends the process where it is then, but not while it writes a file."""
    gc.disable()  # as in the command line; between requests there is time for it
    inbox: SimpleQueue[Request | None] = SimpleQueue()
    worker = _Worker(lambda answer: _send(stdout, answer), inbox)
    Thread(target=_read, args=(stdin, inbox, worker), daemon=True).start()
    for number in count(1):
        request = worker.next()
        if request is None:
            return
        worker.do(request)
        # The next request waits for this: most of the time only what is new is looked through.
        gc.collect(2 if number % _THOROUGH == 0 else 1)


def _read(stdin: BinaryIO, inbox: "SimpleQueue[Request | None]", worker: "_Worker") -> None:
    while (request := read_request(stdin)) is not None:
        inbox.put(request)
    inbox.put(None)
    if not worker.writing:  # a file is written to its end, or given up whole as soon as its progress cannot be told
        os._exit(0)


def _send(stream: BinaryIO, answer: Answer) -> None:
    stream.write(framed(answer))
    stream.flush()


class _Worker:
    def __init__(self, send: Callable[[Answer], None], inbox: "SimpleQueue[Request | None]") -> None:
        self._send = send
        self._inbox = inbox
        self._later: deque[Request | None] = deque()
        self._visit = Visit(())
        self._pictures: dict[str, bytes] = {}
        self._memory: Memory | None = None
        self._tables: Tables | None = None
        self.writing = False
        """Whether it is making a file."""
        self._imprints: dict[int, Imprint] = {}
        self._findings: tuple[Visit, list[Finding]] | None = None
        """The findings about a visit, the last that was checked."""
        self._edition: Edition | None = None
        """Set and not yet written."""

    def next(self) -> Request | None:
        """The next request; None at the end of the input."""
        return self._later.popleft() if self._later else self._inbox.get()

    def _do_others(self) -> None:
        """What came while faults are looked for: the pages of an edit are wanted at once."""
        while not self._inbox.empty():
            request = self._inbox.get()
            if request is None or isinstance(request, Check | CompareEditions):
                self._later.append(request)
            else:
                self.do(request)

    def do(self, request: Request) -> None:
        match request:
            case Load(document):
                self._visit = decode(document, "visit")
                # Pages are asked for next; the window is still busy with itself.
                import_module("lohum_brief.packs.render")
            case Change(changes):
                self._visit = edit.apply(self._visit, self._edit(changes))
            case Picture(digest, data):
                self._pictures[digest] = data
            case Issued(serial, imprint):
                from lohum_brief.store.editions import decode as imprint_of

                self._imprints[serial] = imprint_of(imprint)
            case Speak(lang):
                catalogue.use(lang)
            case _:
                try:
                    self._send(self._answer(request))
                except BriefError as error:
                    place = error.places[0] if error.places else ("", "")
                    self._send(Failed(request.number, str(error), *place, error.why))
                except Exception as error:  # noqa: BLE001 - the window goes on without the page, and says why
                    self._send(
                        Failed(request.number, say("Internal error: {why}", why=f"{type(error).__name__}: {error}"))
                    )

    def _edit(self, changes: tuple[Changed, ...]) -> Edit:
        """Applied in turn by `edit.apply`, each to what the ones before it left."""
        held = dict(self._visit.by_id)
        made = []
        for change in changes:
            after = None if change.after is None else parse_record(change.after)
            made.append(edit.Change(change.id, held.get(change.id), after, change.next_before, change.next_after))
            if after is None:
                held.pop(change.id, None)
            else:
                held[change.id] = after
        return Edit("", tuple(made))

    def _answer(self, request: Question) -> Answer:
        self.writing = isinstance(request, Export | Put | WriteTable)
        try:
            return self._answer_to(request)
        finally:
            self.writing = False

    def _answer_to(self, request: Question) -> Answer:
        match request:
            case Render(number, data):
                return self._render(number, _pack(data))
            case Export(number, data, out):
                from lohum_brief.release.export import export

                exported = export(
                    self._visit, _pack(data), Path(out), progress=self._progress(number), pictures=self._pictures
                )
                return Exported(number, out, exported.pages, exported.seconds)
            case Prepare():
                return self._prepare(request)
            case Put(number, out):
                return self._put(number, Path(out))
            case CompareEditions():
                return self._compare_editions(request)
            case Check():
                return self._check(request)
            case Weigh():
                return self._weigh(request)
            case Measure(number, texts):
                from lohum_brief.packs.fitting import Fitter

                fitter = Fitter()
                return Measured(number, texts, tuple(fitter.fit(*msgspec.structs.astuple(text)) for text in texts))
            case Compare(number, measures, minerals):
                return self._compare(number, measures, minerals)
            case Draw():
                return self._draw(request)
            case WriteTable(number, kind, out):
                from lohum_brief.release.tables import write_table

                write_table(self._visit, kind, Path(out))
                return Wrote(number, out)
        if self._tables is None:
            from lohum_brief.release.tables import Tables

            self._tables = Tables()
        return self._tables.answer(self._visit, request)

    def _render(self, number: int, pack: Pack) -> Rendered:
        from lohum_brief.packs.admit import admit
        from lohum_brief.packs.render import Memory, render

        require_printable(self._visit, pack)
        if self._memory is None:
            self._memory = Memory()
        try:
            rendered = render(
                self._visit,
                pack,
                progress=self._progress(number),
                memory=self._memory,
                pictures=self._pictures,
            )
        except BriefError as error:
            raise explained(admit(self._visit, pack.audience), pack, error) from None
        places, turned = tuple(_printed(rendered)), tuple(sorted(rendered.turned))
        return Rendered(number, rendered.pdf, rendered.pages, rendered.size, rendered.sides, places, turned)

    def _draw(self, request: Draw) -> Drawn:
        from lohum_brief.packs.render import Memory
        from lohum_brief.packs.single import single

        if self._memory is None:
            self._memory = Memory()
        number, key, charts = request.number, request.key, request.charts
        try:
            drawn = single(self._visit, _pack(request.pack), charts, self._memory.drawings)
        except BriefError as error:
            return Drawn(number, key, charts, trouble=str(error))
        if drawn is None:
            return Drawn(number, key, charts)
        return Drawn(number, key, charts, drawn.pdf, drawn.size, tuple(_printed(drawn)))

    def _compare(self, number: int, measures: tuple[str, ...], minerals: tuple[str, ...]) -> Compared:
        from lohum_brief.charts.comparison import comparison  # it takes pandas

        found = comparison(self._visit, measures, minerals)
        return Compared(number, found.places, found.periods, tuple(ComparedMineral(*one) for one in found.minerals))

    def _prepare(self, request: Prepare) -> Prepared:
        from lohum_brief.packs.issue import Issue
        from lohum_brief.release.editions import prepare
        from lohum_brief.store.editions import encode

        self._edition = prepare(
            self._visit,
            _pack(request.pack),
            Issue(request.edition, request.time),
            request.file,
            recipients=request.recipients,
            answers=request.answers,
            progress=self._progress(request.number),
            pictures=self._pictures,
        )
        return Prepared(request.number, encode(self._edition.imprint))

    def _check(self, request: Check) -> Found:
        from lohum_brief.checks import consents, pictures
        from lohum_brief.checks.run import check

        visit = self._visit
        found = check(visit, self._do_others)
        self._findings = (visit, found)
        absent = () if request.photos is None else consents.absent(self._visit, request.photos)
        return Found(request.number, (*found, *absent, *pictures.findings(visit, self._pictures)))

    def _weigh(self, request: Weigh) -> Weighed:
        from lohum_brief.checks.run import check
        from lohum_brief.release.weighing import weigh

        visit, found = self._findings or (None, [])
        if visit is not self._visit:
            found = check(self._visit)
            self._findings = (self._visit, found)
        return Weighed(request.number, tuple(weigh(self._visit, _pack(data), found) for data in request.packs))

    def _put(self, number: int, out: Path) -> Answer:
        from lohum_brief.release.writing import write

        edition, self._edition = self._edition, None
        if edition is None:
            return Failed(number, say("No edition is set."))
        started = perf_counter()
        write(out, edition.pdf)
        return Exported(number, str(out), edition.imprint.pages, perf_counter() - started)

    def _compare_editions(self, request: CompareEditions) -> EditionsCompared:
        from lohum_brief.release.editions import find
        from lohum_brief.release.since import Since, all_since

        imprints = [self._imprints[serial] for serial in request.serials]
        folders = [Path(folder) for folder in request.folders]
        found = []
        for imprint, since in zip(imprints, all_since(self._visit, imprints), strict=True):
            known = since or Since((), (), 0, moved=False)
            found.append(SinceEdition(since is not None, *known, str(find(imprint, folders) or "")))
            self._do_others()
        return EditionsCompared(request.number, request.serials, tuple(found))

    def _progress(self, number: int) -> Callable[[float], None]:
        last = perf_counter()

        def report(part: float) -> None:
            nonlocal last
            if perf_counter() - last > _STEP:
                last = perf_counter()
                self._send(Progress(number, part))

        return report


def _printed(rendered: "Composed") -> Iterator[Printed]:
    for place in rendered.places:
        for side in range(rendered.sides):
            yield Printed(place.record, place.page + side, round(place.y, 1), round(place.height, 1))


def _pack(data: bytes) -> Pack:
    record = parse_record(data)
    if not isinstance(record, Pack):
        raise BriefError(say("{id} is not a pack.", id=record.id))
    return record


if __name__ == "__main__":
    work(sys.stdin.buffer, sys.stdout.buffer)
