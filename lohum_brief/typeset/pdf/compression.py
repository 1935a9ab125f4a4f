"""Compressing streams beside the layout.

zlib works without holding the interpreter, so a second core can do it.
"""

from collections import deque
from threading import Semaphore, Thread
from typing import Protocol


class Job(Protocol):
    """What can be compressed."""

    def deflate(self) -> None:
        """Compress it, in whichever thread."""
        ...


class Compressor:
    """Takes jobs at any time; all are done when `finish` returns. Serves one export."""

    def __init__(self) -> None:
        # Not a queue of the library: that module takes a three-hundredth of an export to load.
        self._jobs: deque[Job | None] = deque()
        self._coming = Semaphore(0)
        self._worker: Thread | None = None

    def add(self, job: Job) -> None:
        if self._worker is None:
            self._worker = Thread(
                name="compression", target=_work, args=(self._jobs, self._coming), daemon=True
            )
            self._worker.start()
        self._put(job)

    def finish(self) -> None:
        """Let the caller's thread take its share of what is still waiting."""
        for job in iter(lambda: _next(self._jobs), None):
            job.deflate()
        self._put(None)
        if self._worker is not None:
            self._worker.join()

    def _put(self, job: Job | None) -> None:
        self._jobs.append(job)
        self._coming.release()

    def __del__(self) -> None:
        self._put(None)  # an export that was given up leaves no thread waiting


def _next(jobs: "deque[Job | None]") -> Job | None:
    """Return the job that has waited longest; None without one, for the other thread may be
    quicker.
    """
    try:
        return jobs.popleft()
    except IndexError:
        return None


def _work(jobs: "deque[Job | None]", coming: Semaphore) -> None:
    while coming.acquire():
        try:
            job = jobs.popleft()
        except IndexError:  # the other thread was quicker
            continue
        if job is None:
            return
        job.deflate()
