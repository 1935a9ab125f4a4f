"""The process's own end: it takes requests in their order and answers them by the table of calls.

It holds a copy of the visit, kept up to date edit by edit. Requests that take long let all else go
first. When its input ends the window is gone, however that came, and nobody waits for an answer.
"""

from collections import deque
from collections.abc import Callable
from itertools import count
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO, Final

from lohum_brief.errors import BriefError
from lohum_brief.message import msg
from lohum_brief.processwide import THOROUGH, collect, leave, rest_collector
from lohum_brief.service.calls import Call, call_of, handler_of
from lohum_brief.service.context import Context
from lohum_brief.service.framing import framed, read_request
from lohum_brief.service.messages.message import Answer, Failed, Message, Question

_THOROUGH: Final = 50
"""Requests after which everything is looked through for what nobody holds."""


def work(stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Answer requests until there are no more.

    Ends the process where it is then, but not while it writes a file.
    """
    rest_collector()  # between requests there is time for it
    inbox: SimpleQueue[Message | None] = SimpleQueue()
    worker = Worker(lambda answer: _send(stdout, answer), inbox)
    Thread(target=_read, args=(stdin, inbox, worker), daemon=True).start()
    for number in count(1):
        request = worker.next()
        if request is None:
            return
        worker.do(request)
        # The next request waits for this: most of the time only what is new is looked through.
        collect(THOROUGH if number % _THOROUGH == 0 else 1)


def _read(stdin: BinaryIO, inbox: "SimpleQueue[Message | None]", worker: "Worker") -> None:
    while (request := read_request(stdin)) is not None:
        inbox.put(request)
    inbox.put(None)
    # A file is written to its end, or given up as soon as its progress cannot be told.
    if worker.writing:
        return
    leave(0)  # tests that measure what is run patch it, as coverage does (`[tool.coverage.run]`)


def _send(stream: BinaryIO, answer: Answer) -> None:
    stream.write(framed(answer))
    stream.flush()


class Worker:
    """Does what the inbox holds; None there is the end of the input."""

    def __init__(
        self, send: Callable[[Answer], None], inbox: "SimpleQueue[Message | None]"
    ) -> None:
        self._send = send
        self._inbox = inbox
        self._later: deque[Message | None] = deque()
        self._context = Context(send, self._do_others)
        self.writing = False
        """Whether it is making a file."""

    def next(self) -> Message | None:
        """Return the next request; None at the end of the input."""
        return self._later.popleft() if self._later else self._inbox.get()

    def _do_others(self) -> None:
        """Do first what came while something slow is worked at: the pages of an edit are urgent."""
        while not self._inbox.empty():
            request = self._inbox.get()
            if request is None or call_of(type(request)).gives_way:
                self._later.append(request)
            else:
                self.do(request)

    def do(self, request: Message) -> None:
        """Do what a request wants, and send what came of it."""
        call = call_of(type(request))
        if isinstance(request, Question):
            self._send(self._answer(call, request))
        else:
            handler_of(call)(self._context, request)

    def _answer(self, call: Call, request: Question) -> Answer:
        self.writing = call.writes
        try:
            answer = handler_of(call)(self._context, request)
        except BriefError as error:
            place = error.places[0] if error.places else ("", "")
            return Failed(request.number, error.message, *place, error.why)
        except Exception as error:  # noqa: BLE001 - the window goes on without the page, and says why
            what = f"{type(error).__name__}: {error}"
            return Failed(request.number, msg("Internal error: {why}", why=what))
        finally:
            self.writing = False
        assert answer is not None, call.handler  # noqa: S101 - a test holds every handler to the table
        return answer
