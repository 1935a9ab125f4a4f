"""A text looked for on the pages, in any script, also where a line ends in it; page by page, so
that nothing waits.
"""

import unicodedata
from collections.abc import Iterator
from time import perf_counter
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtPdf import QPdfDocument

_SLICE: Final = 0.008
"""Seconds of looking before the window gets its turn."""
_EDGE: Final = 52.0
"""Points from the upper and the lower edge of a page in which its running head and foot stand."""


class Hit(NamedTuple):
    """Where it stands: one rectangle for each line that it is on, in points."""

    page: int
    rects: tuple[QRectF, ...]


class PageSearch(QObject):
    """`changed` comes as hits are found, `finished` when all pages are looked through."""

    changed = Signal()
    finished = Signal()

    def __init__(self, document: QPdfDocument) -> None:
        super().__init__(document)
        self.hits: list[Hit] = []
        self._document = document
        self._folded: dict[int, tuple[str, list[int]]] = {}
        self._looking: Iterator[None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether there are pages left."""
        return self._looking is not None

    def renew(self) -> None:
        """The document is another."""
        self._folded.clear()
        self.look_for("")

    def look_for(self, text: str) -> None:
        """Look for a text without regard to case, width and white space; for nothing, if it is
        empty.
        """
        self.hits = []
        wanted, _ = _fold(text)
        self._looking = self._look(wanted) if wanted else None
        if self._looking:
            self._timer.start()
        else:
            self._timer.stop()

    def _step(self) -> None:
        started, count = perf_counter(), len(self.hits)
        while self._looking is not None and perf_counter() - started < _SLICE:
            try:
                next(self._looking)
            except StopIteration:
                self._looking = None
                self._timer.stop()
        if len(self.hits) != count:
            self.changed.emit()
        if self._looking is None:
            self.finished.emit()

    def _look(self, wanted: str) -> Iterator[None]:
        for page in range(self._document.pageCount()):
            if page not in self._folded:
                self._folded[page] = _fold(self._document.getAllText(page).text())
            yield
            text, places = self._folded[page]
            at = text.find(wanted)
            while at >= 0:
                end = at + len(wanted)
                # Not in the middle of a letter that was taken apart.
                whole = at == 0 or places[at] != places[at - 1]
                if whole and (end == len(places) or places[end] != places[end - 1]):
                    self._add(page, places[at], places[end - 1] + 1)
                    yield
                at = text.find(wanted, at + 1)

    def _add(self, page: int, first: int, stop: int) -> None:
        found = self._document.getSelectionAtIndex(page, first, stop - first)
        height = self._document.pagePointSize(page).height()
        rects = tuple(
            rect
            for rect in (polygon.boundingRect() for polygon in found.bounds())
            if rect.bottom() > _EDGE and rect.top() < height - _EDGE
        )
        if rects:
            self.hits.append(Hit(page, rects))


def _fold(text: str) -> tuple[str, list[int]]:
    """What is compared, and for each character where in the text, in UTF-16, it comes from."""
    out: list[str] = []
    places: list[int] = []
    at = 0
    for char in text:
        if not char.isspace() and char != "\u200b":
            plain = unicodedata.normalize("NFKD", char).casefold()
            out.append(plain)
            places += [at] * len(plain)
        at += 2 if char > "\uffff" else 1
    return "".join(out), places


def between(hits: list[Hit], page: int, after: float) -> int:
    """The number of the first hit at or behind a height of a page; the first of all where there is
    none.
    """
    for number, hit in enumerate(hits):
        if (hit.page, hit.rects[0].bottom()) >= (page, after):
            return number
    return 0
