"""Where the pages of a document stand: one below the other, or two beside each other as a book lies
open.
"""

from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF

GAP: Final = 16
"""Pixels around and between pages."""
_FOLD: Final = 3
"""Pixels between the two pages of a spread."""


class Spot(NamedTuple):
    """A point of a page, in points from its upper left corner."""

    page: int
    at: QPointF


class Sheets(NamedTuple):
    """Pages of one size. With `lead` the first stands right, alone, as in a book.

    `size` is in points, all else in pixels from the upper left corner of the whole. Pages that are
    `turned` lie on their side, as large as their place holds.
    """

    total: int = 0
    size: tuple[float, float] = (595.0, 842.0)
    scale: float = 1.0
    across: int = 1
    lead: int = 0
    turned: frozenset[int] = frozenset()

    @property
    def rows(self) -> int:
        """Rows of pages."""
        return ceil((self.total + self.lead) / self.across)

    @property
    def _step(self) -> float:
        return self.size[1] * self.scale + GAP

    @property
    def height(self) -> float:
        """Of the whole."""
        return GAP + self.rows * self._step

    @property
    def width(self) -> float:
        """Of the whole."""
        return self.across * self.size[0] * self.scale + (self.across - 1) * _FOLD + 2 * GAP

    def rect(self, page: int) -> QRectF:
        """Where a page stands."""
        row, column = divmod(page + self.lead, self.across)
        width, height = self.size[0] * self.scale, self.size[1] * self.scale
        place = QRectF(GAP + column * (width + _FOLD), GAP + row * self._step, width, height)
        if page not in self.turned:
            return place
        scale = self.scale_of(page)
        lying = QRectF(0.0, 0.0, self.size[1] * scale, self.size[0] * scale)
        lying.moveCenter(place.center())
        return lying

    def scale_of(self, page: int) -> float:
        """Pixels of a point of that page."""
        return self.scale * min(self.size) / max(self.size) if page in self.turned else self.scale

    def breadth(self, page: int) -> float:
        """How wide a page is, in points."""
        return self.size[1 if page in self.turned else 0]

    def pages(self, top: float, bottom: float) -> range:
        """The pages of the rows that reach between two heights."""
        first = max(0, int((top - GAP) // self._step))
        last = min(self.rows, int((bottom - GAP) // self._step) + 1)
        return range(
            max(0, first * self.across - self.lead), min(self.total, last * self.across - self.lead)
        )

    def nearest(self, point: QPointF) -> Spot:
        """The point of a page, or the one of the nearest page: it may lie outside of it."""
        row = min(max(0, int((point.y() - GAP / 2) // self._step)), max(0, self.rows - 1))
        column = min(
            max(0, int((point.x() - GAP) // (self.size[0] * self.scale + _FOLD))), self.across - 1
        )
        page = min(max(0, row * self.across + column - self.lead), max(0, self.total - 1))
        return Spot(page, (point - self.rect(page).topLeft()) / self.scale_of(page))

    def at(self, point: QPointF) -> Spot | None:
        """The point of the page there; None between pages."""
        spot = self.nearest(point)
        return spot if self.total and self.rect(spot.page).contains(point) else None

    def area(self, page: int, rect: QRectF) -> QRectF:
        """A rectangle of a page, given in points, where it stands."""
        scale = self.scale_of(page)
        scaled = QRectF(rect.topLeft() * scale, rect.size() * scale)
        return scaled.translated(self.rect(page).topLeft())

    @staticmethod
    def fitting_width(room: float, size: tuple[float, float], across: int) -> float:
        """The scale at which a row takes a width."""
        return max(0.1, (room - 2 * GAP - (across - 1) * _FOLD) / (size[0] * across))

    @staticmethod
    def fitting_page(width: float, height: float, size: tuple[float, float], across: int) -> float:
        """The scale at which a row takes no more than a width and a height."""
        return max(
            0.1, min(Sheets.fitting_width(width, size, across), (height - 2 * GAP) / size[1])
        )
