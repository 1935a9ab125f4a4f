"""Asking why a finding is left as it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lohum_brief.language.catalogue import say, say_n


class ReasonDialog(QDialog):
    """What is ignored, a line for the reason, and reasons that were given before."""

    def __init__(self, parent: QWidget, message: str, count: int, former: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Ignore, with a reason"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        told = message if count == 1 else f"{message}\n" + say_n("and {count} more", "and {count} more", count - 1)
        what = QLabel(told)
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setWordWrap(True)
        layout.addWidget(what)
        self.line = QLineEdit()
        self.line.setAccessibleName(say("Why it is left as it is"))
        self.line.setPlaceholderText(say("Why it is left as it is"))
        self.line.setMinimumWidth(30 * self.fontMetrics().height())
        completer = QCompleter(list(former), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        layout.addWidget(self.line)
        note = QLabel(
            say("It is kept in the visit, for hosts only, and printed nowhere. It is open again when the text changes.")
        )
        note.setObjectName("quiet")
        note.setWordWrap(True)
        layout.addWidget(note)
        row = QHBoxLayout()
        row.addStretch()
        cancel = QPushButton(say("Cancel"))
        cancel.clicked.connect(self.reject)
        self.ignore = QPushButton(say("Ignore"))
        self.ignore.setObjectName("primary")
        self.ignore.setDefault(True)
        self.ignore.setEnabled(False)
        self.ignore.clicked.connect(self.accept)
        self.line.textChanged.connect(lambda text: self.ignore.setEnabled(bool(text.strip())))
        row.addWidget(cancel)
        row.addWidget(self.ignore)
        layout.addLayout(row)


def ask_reason(parent: QWidget, message: str, count: int, former: Sequence[str]) -> str:
    """The reason; empty where nobody wants to give one."""
    dialog = ReasonDialog(parent, message, count, former)
    return dialog.line.text().strip() if dialog.exec() else ""
