"""Why a pack could not be set, in the window's words, and a way to where it is put right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from lohum_brief.language.interface import say
from lohum_brief.service.messages.message import Failed
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels


def told(visit: Visit, pack: Pack | None, found: Failed) -> str:
    """The sentence; the field by what forms call it."""
    if pack is None or not found.reason or found.record not in visit.by_id:
        return say(found.why)
    place = labels.place(visit, found.record, found.field)
    return say(
        "“{pack}” cannot be printed: {record}: {why}",
        pack=labels.title(pack, visit),
        record=place,
        why=found.reason,
    )


class Refusal(QFrame):
    """Hidden until there is one. `leading` names the record and the field that somebody wants to go
    to.
    """

    leading = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("refusal")
        self._found: Failed | None = None
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.go = QPushButton(say("Go to the field"))
        self.go.clicked.connect(self._lead)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.said, 1)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_of(self, visit: Visit, pack: Pack | None, found: Failed) -> None:
        """Tell it."""
        self._found = found
        self.said.setText(told(visit, pack, found))
        self.go.setVisible(found.record in visit.by_id)
        self.show()

    def _lead(self) -> None:
        if self._found is not None:
            self.leading.emit(self._found.record, self._found.field)
