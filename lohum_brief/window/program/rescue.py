"""A visit that cannot be opened: why, and the backups that can be opened in its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout

from lohum_brief.language.interface import say
from lohum_brief.store.protocol import Backup
from lohum_brief.window.fields.texts import explained
from lohum_brief.window.when import moment_said


class Rescue(QDialog):
    """Offers the backups, newest first. The damaged file stays where it is, as it is."""

    def __init__(self, why: str, backups: list[Backup]) -> None:
        super().__init__()
        self.setWindowTitle("Lohum Brief")
        self.setMinimumWidth(520)
        self._backups = backups
        sentence = QLabel(why)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(say("Backups"))
        self.list.addItems([moment_said(backup.time) for backup in backups])
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox()
        take = buttons.addButton(
            say("Open a copy of the backup"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        take.setObjectName("primary")
        buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(sentence)
        layout.addWidget(
            explained(
                say(
                    "There are backups of this visit. One can be opened as a new file beside it; "
                    "the file itself stays."
                )
            )
        )
        layout.addWidget(self.list)
        layout.addWidget(buttons)

    def chosen(self) -> Backup | None:
        """Ask, and return the backup that is wanted."""
        return (
            self._backups[self.list.currentRow()]
            if self.exec() and self.list.currentRow() >= 0
            else None
        )
