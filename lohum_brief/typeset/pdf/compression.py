"""Compressing pages beside the layout: zlib works without holding the interpreter, so a second core can do it."""

import zlib
from queue import Empty, SimpleQueue
from threading import Thread

# Level 6 takes twice the time for files smaller by a tenth.
_LEVEL = 4

_Job = tuple[int, bytes]


def deflated(data: bytes, level: int = _LEVEL) -> bytes:
    """The data compressed, never ending in a carriage return: readers take that for part of the line end behind it."""
    packed = zlib.compress(data, level)
    while packed.endswith(b"\r"):
        data += b"\n"  # white space ends all that we compress in pages, tables and programs alike
        packed = zlib.compress(data, level)
    return packed


class Compressor:
    """Takes data at any time and hands all results back in the same order. Serves one export."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._results: list[bytes | None] = []
        self._worker: Thread | None = None

    def add(self, data: bytes) -> None:
        if self._worker is None:
            self._worker = Thread(name="compression", target=_work, args=(self._jobs, self._results), daemon=True)
            self._worker.start()
        self._results.append(None)
        self._jobs.put((len(self._results) - 1, data))

    def results(self) -> list[bytes]:
        """All results, once; the caller's thread takes its share of what is still waiting."""
        self._jobs.put(None)
        while True:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                break
            if job is None:
                self._jobs.put(None)
                break
            self._results[job[0]] = deflated(job[1])
        if self._worker is not None:
            self._worker.join()
        return [result for result in self._results if result is not None]

    def __del__(self) -> None:
        self._jobs.put(None)  # an export that was given up leaves no thread waiting


def _work(jobs: "SimpleQueue[_Job | None]", results: list[bytes | None]) -> None:
    while (job := jobs.get()) is not None:
        results[job[0]] = deflated(job[1])
