"""Several words of a vocabulary, in no order: a tick for each."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from lohum_brief.window import labels
from lohum_brief.window.fields.fieldgrid import FieldGrid
from lohum_brief.window.fields.schema import Field


class TicksEditor(QWidget):
    """Stored in the order of the vocabulary."""

    edited = Signal(str, object)
    ticked = Signal(str, bool)
    """One word, which is ticked now or is not: where several records are edited at once."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        grid = FieldGrid(most=6, share=12)
        self.boxes: dict[str, QCheckBox] = {}
        for word in field.choices:
            name = labels.choice(field.name, word)
            box = QCheckBox(name.replace("&", "&&"))
            box.setAccessibleName(f"{labels.field(field.name)}, {name}")
            box.clicked.connect(partial(self._clicked, word))
            grid.add(box, wide=False)
            self.boxes[word] = box
        self.setFocusProxy(self.boxes[field.choices[0]])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(grid)

    def show_value(self, value: Sequence[str]) -> None:
        """Show them."""
        self.show_several([value])

    def show_several(self, values: Sequence[Sequence[str]]) -> None:
        """Show what several records have: a word that only some of them have is partly ticked,
        until somebody touches it.
        """
        for word, box in self.boxes.items():
            count = sum(word in value for value in values)
            mixed = 0 < count < len(values)
            box.setTristate(mixed)
            box.setCheckState(
                Qt.CheckState.PartiallyChecked
                if mixed
                else Qt.CheckState.Checked
                if count
                else Qt.CheckState.Unchecked
            )

    def flush(self) -> None:
        """Nothing waits to be stored."""

    def _clicked(self, word: str) -> None:
        box = self.boxes[word]
        box.setTristate(False)
        self.ticked.emit(word, box.isChecked())
        self._store()

    def _store(self) -> None:
        held: list[Any] = [word for word, box in self.boxes.items() if box.isChecked()]
        self.edited.emit("", held)
