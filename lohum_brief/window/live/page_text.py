"""The text of pages under the pointer: selected by dragging, or what stands around a point."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtPdf import QPdfDocument, QPdfSelection

from lohum_brief.window.live.sheets import Spot

_AROUND: Final = 24
"""Characters before and behind the one that is asked about."""

_REACH: Final = (4.0, 8.0, 14.0)
"""Points within which there is another character, tried in turn."""


class PageText:
    """What is selected: text of one page."""

    def __init__(self, document: QPdfDocument) -> None:
        self._document = document
        self._found: QPdfSelection | None = None
        self.page = 0

    def clear(self) -> None:
        """Select nothing."""
        self._found = None

    def select(self, start: Spot | None, end: Spot | None) -> bool:
        """Select from one point to another; False, and nothing changes, where that is no text of
        one page.
        """
        if start is None or end is None or start.page != end.page:
            return False
        found = self._document.getSelection(start.page, start.at, end.at)
        if not found.isValid() or not found.text():
            return False
        self.page, self._found = start.page, found
        return True

    @property
    def text(self) -> str:
        """What is selected; empty where nothing is."""
        return self._found.text().replace("\r\n", "\n") if self._found is not None else ""

    @property
    def rects(self) -> list[QRectF]:
        """Where it stands, in points of its page."""
        return (
            [polygon.boundingRect() for polygon in self._found.bounds()]
            if self._found is not None
            else []
        )

    def around(self, spot: Spot) -> tuple[str, str]:
        """What is printed in front of a point, and from there on; both empty where it is not in a
        text.
        """
        at = self._index(spot)
        if at < 0:
            return "", ""
        first = max(0, at - _AROUND)
        before = self._document.getSelectionAtIndex(spot.page, first, at - first).text()
        return before, self._document.getSelectionAtIndex(spot.page, at, _AROUND).text()

    def _index(self, spot: Spot) -> int:
        """The number of the character at a point; -1 where there is none. Qt selects from one
        character to another.
        """
        for step in _REACH:
            found = self._document.getSelection(spot.page, spot.at, spot.at + QPointF(step, 0))
            if found.isValid():
                return found.startIndex()
            found = self._document.getSelection(spot.page, spot.at - QPointF(step, 0), spot.at)
            if found.isValid():
                return found.endIndex()
        return -1
