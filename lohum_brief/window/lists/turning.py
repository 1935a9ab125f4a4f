"""Turning names in doubt: on the line of such a name, the space bar takes its next reading."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from lohum_brief.language.interface import say_n
from lohum_brief.window.lists.preview_lines import LinesModel


class Turning(QObject):
    """`turned` has the readings that somebody has chosen, by their cells; `chosen` tells that there
    is another.
    """

    chosen = Signal()

    def __init__(self, table: QTableView, model: LinesModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self.turned: dict[str, int] = {}
        self._row = -1
        table.installEventFilter(self)
        model.modelReset.connect(self._stay)
        model.dataChanged.connect(self._stay)

    def forget(self) -> None:
        """What was chosen was chosen for another kind."""
        self.turned = {}

    def hint(self, count: int) -> str:
        """What the dialog says where there are such names."""
        if not count:
            return ""
        return say_n(
            "{count} name can be read in several ways. Its line says how it was read; the space "
            "bar there takes the next reading.",
            "{count} names can be read in several ways. Their lines say how they were read; the "
            "space bar there takes the next reading.",
            count,
        )

    def turn(self, row: int) -> bool:
        """Take the next reading of the name of a line; False where it is no such line."""
        line = self._model.line(row)
        if line is None or not line.turn:
            return False
        cell, _, number = line.turn.partition("=")
        self.turned = {**self.turned, cell: int(number)}
        self._row = row
        self.chosen.emit()
        return True

    def _stay(self) -> None:
        """Come back to the line that was turned, when it is there again."""
        if 0 <= self._row < self._model.rowCount() and self._model.line(self._row) is not None:
            row, self._row = self._row, -1
            self._table.setCurrentIndex(self._model.index(row, 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and not event.modifiers()
        ):
            return self.turn(self._table.currentIndex().row())
        return super().eventFilter(watched, event)
