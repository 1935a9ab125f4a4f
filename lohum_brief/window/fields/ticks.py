"""Several words of a vocabulary, in no order: a tick for each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from lohum_brief.window import labels
from lohum_brief.window.fields.fieldgrid import FieldGrid
from lohum_brief.window.fields.schema import Field


class TicksEditor(QWidget):
    """Stored in the order of the vocabulary."""

    edited = Signal(str, object)

    def __init__(self, field: Field) -> None:
        super().__init__()
        grid = FieldGrid(most=6, share=12)
        self.boxes: dict[str, QCheckBox] = {}
        for word in field.choices:
            name = labels.choice(field.name, word)
            box = QCheckBox(name.replace("&", "&&"))
            box.setAccessibleName(f"{labels.field(field.name)}, {name}")
            box.clicked.connect(lambda _: self._store())
            grid.add(box, wide=False)
            self.boxes[word] = box
        self.setFocusProxy(self.boxes[field.choices[0]])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(grid)

    def show_value(self, value: Sequence[str]) -> None:
        """Show them."""
        for word, box in self.boxes.items():
            box.setChecked(word in value)

    def flush(self) -> None:
        """Nothing waits to be stored."""

    def _store(self) -> None:
        held: list[Any] = [word for word, box in self.boxes.items() if box.isChecked()]
        self.edited.emit("", held)
