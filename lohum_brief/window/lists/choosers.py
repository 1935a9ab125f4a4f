"""Choices above a table that leave only rows of one sort in it: notes by their kind and audience,
people by their side.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Note, Person
from lohum_brief.window import labels, speaking
from lohum_brief.window.fields.schema import fields

_OFFERED: Final[Mapping[type, Mapping[str, str]]] = {
    Note: {"sort": phrase("All kinds"), "audience": phrase("All audiences")},
    Person: {"side": phrase("Both sides")},
}
"""The fields of a kind, with what is said where nothing is chosen."""


class Choosers(QWidget):
    """Nothing for kinds whose records are few or alike."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QComboBox] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_kind(self, kind: type) -> None:
        """Offer what the records of a kind differ by."""
        for box in self.boxes.values():
            self._layout.removeWidget(box)
            box.deleteLater()
        self.boxes = {}
        known = {field.name: field for field in fields(kind)}
        for name, everything in _OFFERED.get(kind, {}).items():
            box = QComboBox()
            speaking.name_choice(box, labels.field(name))
            box.addItem(say(everything), "")
            letters = (
                box.fontMetrics()
            )  # as it stands at first it is read whole, however long other choices are
            box.setMinimumWidth(
                letters.horizontalAdvance(say(everything)) + 5 * letters.height() // 2
            )
            for word in known[name].choices:
                box.addItem(labels.choice(name, word), word)
            box.activated.connect(self.chosen)
            self._layout.addWidget(box)
            self.boxes[name] = box
        self.setVisible(bool(self.boxes))

    def choices(self) -> dict[str, str]:
        """The words that are chosen, by their fields."""
        return {name: box.currentData() for name, box in self.boxes.items() if box.currentData()}

    def given(self) -> dict[str, str]:
        """What a record that is added now is to be. Its audience is not: that depends on what it
        is, not on what is looked at.
        """
        return {name: word for name, word in self.choices().items() if name != "audience"}

    def clear(self) -> None:
        """Choose nothing."""
        if self.choices():
            for box in self.boxes.values():
                with QSignalBlocker(box):
                    box.setCurrentIndex(0)
            self.chosen.emit()
