"""Who will read the lines of a preview, turned by somebody: a button with a menu for the lines that
are selected.

What a cell keeps from others is opened only where somebody, asked with the words of that cell, says
so.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QMenu, QTableView, QToolButton

from lohum_brief.language.interface import say, spoken
from lohum_brief.service.messages.tables import PreviewLine
from lohum_brief.visit.readers import AUDIENCES, Audience, reads
from lohum_brief.window import labels
from lohum_brief.window.lists.preview_lines import LinesModel

_WITH_ROW: Final = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_MOST_SAID: Final = 5
"""Cells that are named before what they keep is opened."""


class ReadingBy(QToolButton):
    """`readers` has the audiences that somebody has chosen, by what the lines call them; `turned`
    tells that there is another. `agree` asks a question that names what would be opened.
    """

    turned = Signal()

    def __init__(self, table: QTableView, model: LinesModel, agree: Callable[[str], bool]) -> None:
        super().__init__()
        self.readers: dict[str, Audience] = {}
        self._table, self._model, self._agree = table, model, agree
        self._turned: frozenset[str] = frozenset()
        self.setText(say("Who reads it"))
        self.setToolTip(say("For the lines that are selected"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(say("as proposed"), partial(self.choose, None))
        for audience in AUDIENCES:
            menu.addAction(labels.choice("audience", audience), partial(self.choose, audience))
        self.setMenu(menu)
        self._refresh()
        table.selectionModel().selectionChanged.connect(self._refresh)
        model.modelReset.connect(self._refresh)
        model.dataChanged.connect(self._stay)

    def forget(self) -> None:
        """What was chosen was chosen for another table."""
        self.readers = {}

    def choose(self, audience: Audience | None) -> None:
        """Let an audience read the selected lines, None whoever is proposed."""
        lines = self._selected()
        if audience is None:
            keys = {line.key for line in lines}
            self.readers = {key: one for key, one in self.readers.items() if key not in keys}
        else:
            lines = self._agreed(lines, audience)
            self.readers = {**self.readers, **{line.key: audience for line in lines}}
        self._turned = frozenset(line.key for line in lines)
        self.turned.emit()

    def _agreed(self, lines: list[PreviewLine], audience: Audience) -> list[PreviewLine]:
        """The lines without those that cells keep from an audience and nobody opens."""
        kept = [line for line in lines if not reads(audience, line.kept)]
        if not kept or self._agree(_asked(audience, kept)):
            return lines
        return [line for line in lines if line not in kept]

    def _selected(self) -> list[PreviewLine]:
        """Return the selected lines that somebody will read; none while one has yet to come."""
        rows = (index.row() for index in self._table.selectionModel().selectedRows())
        lines = [self._model.line(row) for row in rows]
        return [] if None in lines else [line for line in lines if line and line.key]

    def _refresh(self) -> None:
        self.setEnabled(bool(self._selected()))

    def _stay(self) -> None:
        """Select the lines that were turned, when they are there again."""
        if not self._turned or self._table.selectionModel().hasSelection():
            return
        turned = self._turned
        model, selection = self._model, self._table.selectionModel()
        for row in range(model.rowCount()):
            if (line := model.line(row)) and line.key in turned:
                self._turned = frozenset()
                selection.select(model.index(row, 0), _WITH_ROW)


def _asked(audience: Audience, kept: Sequence[PreviewLine]) -> str:
    reasons = list(dict.fromkeys(line.why for line in kept))
    said = [spoken(one) for one in reasons[:_MOST_SAID]]
    more = ["…"] if len(reasons) > _MOST_SAID else []
    question = say(
        "These lines are kept from others. Open them all the same: {audience}?",
        audience=labels.choice("audience", audience),
    )
    return "\n".join([question, *said, *more])
