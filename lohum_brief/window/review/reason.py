"""Asking why a finding is left as it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.language.interface import say, say_n
from lohum_brief.window.fields.offered import dress


class ReasonDialog(QDialog):
    """What is ignored, a line for the reason, and reasons that were given before."""

    def __init__(self, parent: QWidget, message: str, count: int, former: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Ignore, with a reason"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        told = (
            message
            if count == 1
            else f"{message}\n" + say_n("and {count} more", "and {count} more", count - 1)
        )
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
        dress(completer)
        self.line.setCompleter(completer)
        layout.addWidget(self.line)
        note = QLabel(
            say(
                "It is kept in the visit, for hosts only, and printed nowhere. It is open again "
                "when the text changes."
            )
        )
        note.setObjectName("quiet")
        note.setWordWrap(True)
        layout.addWidget(note)
        buttons = QDialogButtonBox()
        self.ignore = QPushButton(say("Ignore"))
        buttons.addButton(self.ignore, QDialogButtonBox.ButtonRole.AcceptRole)
        self.ignore.setObjectName("primary")
        self.ignore.setDefault(True)
        self.ignore.setEnabled(False)
        buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.line.textChanged.connect(lambda text: self.ignore.setEnabled(bool(text.strip())))
        layout.addWidget(buttons)


def ask_reason(parent: QWidget, message: str, count: int, former: Sequence[str]) -> str:
    """The reason; empty where nobody wants to give one."""
    dialog = ReasonDialog(parent, message, count, former)
    return dialog.line.text().strip() if dialog.exec() else ""
