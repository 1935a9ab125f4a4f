"""The head of a place: what it is called, how much there is of it, and what can be done; it gives
way in a narrow window.
"""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.interface import say
from lohum_brief.window.buttons import tool_button
from lohum_brief.window.fields.line import Line

_TOOLS: Final = (
    ("plus", phrase("Add"), 0),
    ("copy", phrase("Duplicate"), 2),
    ("arrow-up", phrase("Move up"), 3),
    ("arrow-down", phrase("Move down"), 3),
    ("trash-2", phrase("Remove"), 1),
)
"""What can be done with the entries of a list, each with its rank; the menus have them too."""


class PlaceHead(QWidget):
    """One row. Where it has no room, what has the highest rank goes; rank 0 always stays, and so
    does the title.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._ranks: dict[QWidget, int] = {}
        self._with_tools = True
        self._title = QLabel(title)
        self._title.setObjectName("title")
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch()
        self._ranks[self.count] = 9
        line = QLineEdit()
        line.ensurePolished()
        self.setMinimumHeight(
            line.sizeHint().height()
        )  # tabs below stay where they are without tools

    @property
    def tools(self) -> list[QWidget]:
        """All but the title, from left to right, shown or not."""
        return list(self._ranks)

    def add(self, tool: QWidget, rank: int = 0) -> None:
        """Put something at the end of the row."""
        self._ranks[tool] = rank
        self._row.addWidget(tool)

    def add_tools(self, acts: Mapping[str, Callable[[], object]], *, enabled: bool) -> None:
        """Buttons for what a place can do, by their pictures."""
        for picture, name, rank in _TOOLS:
            if picture not in acts:
                continue
            button = tool_button(picture, say(name), acts[picture])
            button.setEnabled(enabled)
            self.add(button, rank)

    def add_filter(self) -> QLineEdit:
        """A line that narrows the list below."""
        line = Line()
        line.setPlaceholderText(say("Filter"))
        line.setAccessibleName(say("Filter"))
        line.setClearButtonEnabled(True)
        em = self.fontMetrics().height()
        line.setMinimumWidth(4 * em)
        line.setMaximumWidth(13 * em)
        self.add(line)
        self._row.setStretchFactor(line, 1)
        return line

    def say_count(self, text: str) -> None:
        """How much there is."""
        self.count.setText(text)
        self._fit()

    def show_tools(self, shown: bool) -> None:
        """Show what can be done, or the title alone."""
        self._with_tools = shown
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._title.sizeHint().width()
        kept = self.tools if self._with_tools else []
        while sum(map(self._needed, kept)) > room and any(self._ranks[tool] for tool in kept):
            kept.remove(max(reversed(kept), key=self._ranks.__getitem__))
        for tool in self.tools:
            tool.setVisible(tool in kept)

    def _needed(self, tool: QWidget) -> int:
        least = tool.minimumWidth() if isinstance(tool, QLineEdit) else tool.sizeHint().width()
        return least + self._row.spacing()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._title.sizeHint().width(), super().minimumSizeHint().height())
