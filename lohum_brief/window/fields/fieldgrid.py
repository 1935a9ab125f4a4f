"""Fields beside and below each other: wide ones in rows of their own, the others as many to a row
as there is room for.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

GAP: Final = 12
"""Between what stands side by side, in all rows of a form, so that its columns are in line."""


class FieldGrid(QWidget):
    """Arranges itself anew when its width changes; at most `most` fields share a row, each with
    `share` ems or more.
    """

    def __init__(self, most: int = 3, share: int = 13, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._share = share
        self._cells: list[tuple[QWidget, bool]] = []
        self._columns = 0
        self._row = self._column = 0
        """Where the next field comes."""
        self._names: dict[QWidget, str] = {}
        self._left_out: frozenset[str] = frozenset()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(12)

    def add(self, cell: QWidget, *, wide: bool, name: str = "") -> None:
        """Put a field behind the others."""
        self._names[cell] = name
        cell.setMinimumWidth(1)  # the columns are equally wide, whatever stands in them
        self._cells.append((cell, wide))
        self._columns = self._columns or 1
        self._put(cell, wide=wide)

    def leave_out(self, names: frozenset[str]) -> None:
        """Hide the fields of these names; the others close up."""
        if names != self._left_out:
            self._left_out = names
            self._arrange(self._columns or 1)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        self._row = self._column = 0
        for cell, _ in self._cells:
            self._grid.removeWidget(cell)
        for cell, wide in self._cells:
            self._put(cell, wide=wide)
        for at in range(self._most):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def _put(self, cell: QWidget, *, wide: bool) -> None:
        """Behind what is placed already. Shown only once it stands in the grid: alone it would be a
        window.
        """
        hidden = self._names[cell] in self._left_out
        if not hidden:
            if wide and self._column:
                self._row, self._column = self._row + 1, 0
            span = self._columns if wide else 1
            self._grid.addWidget(cell, self._row, self._column, 1, span, Qt.AlignmentFlag.AlignTop)
            self._column = 0 if wide or self._column + 1 == self._columns else self._column + 1
            self._row += 1 if self._column == 0 else 0
        elif cell.parentWidget() is None:
            cell.setParent(self)
        cell.setVisible(not hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        em = QFontInfo(self.font()).pixelSize()
        columns = max(1, min(self._most, self.width() // (self._share * em)))
        if columns != self._columns:
            self._arrange(columns)
