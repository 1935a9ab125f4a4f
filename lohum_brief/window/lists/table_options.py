"""How a table is to be read: its kind, its sheet, its encoding and the like, each as it was found
and as somebody says it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from lohum_brief.language.interface import say, spoken
from lohum_brief.service.messages.tables import LookedAt, TableQuestion
from lohum_brief.visit.readers import AUDIENCES
from lohum_brief.visit.records import KINDS
from lohum_brief.window import labels

_ENCODINGS: Final = ("utf-8", "utf-16", "cp932", "windows-1252")
_DELIMITERS: Final = {",": ",", ";": ";", "\t": "TAB", "|": "|"}


class Offered(NamedTuple):
    """A table that somebody has brought: a file, or the cells of a clipboard; `kind` is what it is
    likely about.
    """

    path: str
    pasted: bytes = b""
    kind: str = "person"
    hint: bool = True


class TableOptions(QWidget):
    """`changed` tells that somebody has said something, `moved` that rows have other numbers now,
    `renamed` that it is another kind.
    """

    changed = Signal()
    moved = Signal()
    renamed = Signal()

    def __init__(self, offered: Offered) -> None:
        super().__init__()
        self.kind, self.sheet, self.encoding, self.delimiter, self.dates, self.audience = (
            _Choice() for _ in range(6)
        )
        self.replace = QCheckBox(say("Remove what the list no longer has"))
        self.further = QWidget()
        """What is seldom said; it stands wherever it is put."""
        self._offer()
        self.kind.setCurrentIndex(self.kind.findData(offered.kind))
        self._lay_out(Path(offered.path).name or say("Pasted cells"))
        self.kind.activated.connect(self.renamed)
        for box in (self.sheet, self.encoding, self.delimiter):
            box.activated.connect(self.moved)
        for box in (self.dates, self.audience):
            box.activated.connect(self.changed)
        self.replace.toggled.connect(self.changed)

    def _offer(self) -> None:
        """Fill the boxes with what can be chosen."""
        for name in KINDS:
            self.kind.addItem(labels.kind(name), name)
        self.encoding.addItem(say("as found"), "")
        for name in _ENCODINGS:
            self.encoding.addItem(name.upper() if name.startswith("utf") else name, name)
        self.delimiter.addItem(say("as found"), "")
        for mark, name in _DELIMITERS.items():
            self.delimiter.addItem(name, mark)
        for name, value in (
            (say("ask where unclear"), None),
            (say("07/08/2025 is 7 August"), True),
            (say("07/08/2025 is 8 July"), False),
        ):
            self.dates.addItem(name, value)
        self.audience.addItem(say("as proposed"), None)
        for audience in AUDIENCES:
            self.audience.addItem(labels.choice("audience", audience), audience)

    def _lay_out(self, file_name: str) -> None:
        file = QLabel(file_name)
        file.setTextFormat(Qt.TextFormat.PlainText)
        file.setWordWrap(True)
        grid, further = _grid(self), _grid(self.further)
        _fill(
            grid,
            (say("Table"), file),
            (say("Kind"), self.kind),
            (say("Sheet of the workbook"), self.sheet),
            (say("Audience of new entries"), self.audience),
        )
        _fill(
            further,
            (say("Encoding"), self.encoding),
            (say("Delimiter"), self.delimiter),
            (say("Dates"), self.dates),
            ("", self.replace),
        )

    # What is said

    def said(self) -> dict[str, Any]:
        """Return what is said now, as fields of the request."""
        return {
            "kind": self.kind.currentData(),
            "sheet": self.sheet.currentData() or "",
            "encoding": self.encoding.currentData(),
            "delimiter": self.delimiter.currentData(),
            "day_first": self.dates.currentData(),
            "audience": self.audience.currentData(),
            "replace": self.replace.isChecked(),
        }

    def say_as(self, other: "TableOptions") -> None:
        """Say what another form says, which may stand in another language."""
        for box, was in (
            (self.encoding, other.encoding),
            (self.delimiter, other.delimiter),
            (self.dates, other.dates),
            (self.audience, other.audience),
        ):
            box.setCurrentIndex(was.currentIndex())
        with QSignalBlocker(self.replace):
            self.replace.setChecked(other.replace.isChecked())

    # What is found

    def show_found(self, found: LookedAt) -> None:
        """Show how the table was read."""
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(max(0, self.kind.findData(found.kind)))
        self._show_sheets(found.sheets, found.hidden, found.sheet)
        for box, name in (
            (self.encoding, found.encoding),
            (self.delimiter, _DELIMITERS.get(found.delimiter, "")),
        ):
            box.setEnabled(bool(name))
            box.setItemText(0, say("as found: {what}", what=name) if name else say("as found"))
        self.dates.setEnabled(not found.exact)

    def _show_sheets(self, sheets: Sequence[str], hidden: Sequence[str], held: str) -> None:
        with QSignalBlocker(self.sheet):
            self.sheet.clear()
            for sheet in sheets:
                name = say("{sheet} (hidden)", sheet=sheet) if sheet in hidden else sheet
                self.sheet.addItem(name or say("the only one"), sheet)
            self.sheet.setCurrentIndex(max(0, self.sheet.findData(held)))
        self.sheet.setEnabled(len(sheets) > 1)

    def propose_readers(self, question: TableQuestion) -> None:
        """Show whom new entries are proposed for."""
        proposed = spoken(dict(question.choices).get(question.proposed, ""))
        self.audience.setItemText(0, say("as proposed: {what}", what=proposed))


def _grid(widget: QWidget) -> QGridLayout:
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(2)
    return grid


def _fill(grid: QGridLayout, *cells: tuple[str, QWidget]) -> None:
    """Put each below what it is called."""
    for column, (name, widget) in enumerate(cells):
        label = QLabel(name)
        label.setObjectName("quiet")
        label.setTextFormat(Qt.TextFormat.PlainText)
        if name:
            widget.setAccessibleName(name)
        grid.addWidget(label, 0, column)
        grid.addWidget(widget, 1, column)
        grid.setColumnStretch(column, 1)


class _Choice(QComboBox):
    """As narrow as its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
