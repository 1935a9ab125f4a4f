"""The process beside the window, as the window sees it: requests out, signals in."""

from collections import deque
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from lohum_brief.processes import own
from lohum_brief.service.client import Client
from lohum_brief.service.framing import take_answers
from lohum_brief.service.messages.message import Answer
from lohum_brief.visit.visit import Visit

_GRACE = 40
"""Milliseconds in which it may end by itself, as it does at once when nobody asks any more."""
_PATIENCE: Final = 2_000
"""Milliseconds that are waited for it once it was killed."""


class Service(QObject):
    """One process and the visit it knows. `ask` makes requests; a signal has the answer's message.

    Which signal takes which answer is told by `service.calls`.
    """

    progress = Signal(object)
    rendered = Signal(object)
    unrendered = Signal(object)
    """Why pages could not be set."""
    drawn = Signal(object)
    measured = Signal(object)
    exported = Signal(object)
    prepared = Signal(object)
    """An edition is set and waits to be put in its place."""
    wrote = Signal(object)
    unwritten = Signal(object)
    """Why a table could not be written."""
    found = Signal(object)
    weighed = Signal(object)
    editions_compared = Signal(object)
    draft_found = Signal(object)
    compared = Signal(object)
    uncompared = Signal(object)
    """Why minerals could not be compared."""
    looked_at = Signal(object)
    lines = Signal(object)
    taken_over = Signal(object)
    failed = Signal(object)
    """Why anything else could not be done."""
    died = Signal()

    def __init__(self, visit: Visit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._buffer = bytearray()
        self._answers: deque[Answer] = deque()
        self._handing = QTimer(self, singleShot=True, interval=0)
        self._handing.timeout.connect(self._hand)
        self._pid = 0
        self.process = QProcess(self)
        self.process.setProcessEnvironment(QProcessEnvironment.systemEnvironment())
        self.process.readyReadStandardOutput.connect(self._read)
        self.process.finished.connect(self._finished)
        program, *arguments = own("--worker")
        self.process.started.connect(self._started)
        self.process.start(program, arguments)
        self.ask = Client(self.process.write, self._tell)
        self.ask.load(visit)

    @property
    def pid(self) -> int:
        """The number of the process, also when it has ended; 0 if it never began."""
        return self._pid

    def stop(self) -> None:
        """End the process, whatever it does; a file that it writes stays as it was."""
        self.process.finished.disconnect(self._finished)
        # What comes yet may begin within an answer.
        self.process.readyReadStandardOutput.disconnect(self._read)
        writing = self.ask.writing
        self._forget()
        self.process.closeWriteChannel()
        if writing or not self.process.waitForFinished(_GRACE):
            self.process.kill()
            self.process.waitForFinished(_PATIENCE)

    def _read(self) -> None:
        self._buffer += self.process.readAllStandardOutput().data()
        self._answers += take_answers(self._buffer)
        if self._answers and not self._handing.isActive():
            self._handing.start()

    def _hand(self) -> None:
        """One answer in a turn of the event loop: those with all pages of a large pack take their
        time to show.
        """
        answer = self._answers.popleft()
        if self._answers:
            self._handing.start()
        self.ask.take(answer)

    def _tell(self, name: str, answer: Answer) -> None:
        getattr(self, name).emit(answer)

    def _started(self) -> None:
        self._pid = self.process.processId()

    def _finished(self) -> None:
        self._forget()
        self.died.emit()

    def _forget(self) -> None:
        self._handing.stop()
        self._answers.clear()
        self._buffer.clear()
        self.ask.forget()
