"""Sentences in a box of their own, never taken for markup."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from lohum_brief.language.interface import say
from lohum_brief.window.theme import current, icon


def warn(parent: QWidget | None, why: str) -> None:
    """What went wrong and what to do."""
    box = _box(parent, "Lohum Brief", why)
    box.setIconPixmap(_warning())
    box.addButton(say("Understood"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def tell(parent: QWidget | None, title: str, text: str) -> None:
    """What somebody has asked for."""
    box = _box(parent, title, text)
    box.addButton(say("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def ask(parent: QWidget | None, question: str, *answers: str, likely: int = 0) -> int:
    """The number of the answer that somebody gives; -1 where the question is closed without one.

    Return takes the one that is `likely`, Escape the last.
    """
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        "Lohum Brief",
        question,
        QMessageBox.StandardButton.NoButton,
        parent,
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    buttons = [box.addButton(answer, QMessageBox.ButtonRole.ActionRole) for answer in answers]
    box.setDefaultButton(buttons[likely])
    box.setEscapeButton(buttons[-1])
    box.exec()
    chosen = box.clickedButton()
    return next((at for at, button in enumerate(buttons) if button is chosen), -1)


def report(parent: QWidget | None, why: str, file: Path) -> None:
    """A fault of ours in one sentence; its report can be read and saved elsewhere."""
    box = _box(parent, "Lohum Brief", why)
    box.setIconPixmap(_warning())
    box.setInformativeText(
        say("Please send the report {file} to the makers of the program.", file=file.name)
    )
    box.setDetailedText(file.read_text("utf-8", errors="replace"))
    save = box.addButton(say("Save the report…"), QMessageBox.ButtonRole.ActionRole)
    understood = box.addButton(say("Understood"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(understood)
    box.setEscapeButton(understood)
    box.exec()
    if box.clickedButton() is save:
        name, _ = QFileDialog.getSaveFileName(parent, say("Save the report"), file.name)
        if name:
            try:
                Path(name).write_bytes(file.read_bytes())
            except OSError as error:
                warn(parent, say("{file} cannot be written: {why}", file=name, why=error.strerror))


def _box(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    box = QMessageBox(
        QMessageBox.Icon.NoIcon, title, text, QMessageBox.StandardButton.NoButton, parent
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box


def _warning() -> QPixmap:
    return icon("triangle-alert", current().warn).pixmap(32, 32)
