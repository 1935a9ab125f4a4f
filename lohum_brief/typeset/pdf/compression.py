"""Compressing streams beside the layout.

zlib works without holding the interpreter, so a second core can do it.
"""

from threading import Thread
from typing import Protocol

from lohum_brief.lean_imports import lean

with lean("queue"):
    from queue import Empty, SimpleQueue


class Job(Protocol):
    """What can be compressed."""

    def deflate(self) -> None:
        """Compress it, in whichever thread."""
        ...


class Compressor:
    """Takes jobs at any time; all are done when `finish` returns. Serves one export."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._worker: Thread | None = None

    def add(self, job: Job) -> None:
        if self._worker is None:
            self._worker = Thread(name="compression", target=_work, args=(self._jobs,), daemon=True)
            self._worker.start()
        self._jobs.put(job)

    def finish(self) -> None:
        """Let the caller's thread take its share of what is still waiting."""
        self._jobs.put(None)
        while True:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                break
            if job is None:
                self._jobs.put(None)
                break
            job.deflate()
        if self._worker is not None:
            self._worker.join()

    def __del__(self) -> None:
        self._jobs.put(None)  # an export that was given up leaves no thread waiting


def _work(jobs: "SimpleQueue[Job | None]") -> None:
    while (job := jobs.get()) is not None:
        job.deflate()
