"""Sentences in a box of their own, never taken for markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from lohum_brief.language.catalogue import say


def warn(parent: QWidget | None, why: str) -> None:
    """What went wrong and what to do."""
    _box(parent, QMessageBox.Icon.Warning, "Lohum Brief", why, say("Understood"))


def tell(parent: QWidget | None, title: str, text: str) -> None:
    """What somebody has asked for."""
    _box(parent, QMessageBox.Icon.NoIcon, title, text, say("Close"))


def _box(parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str, answer: str) -> None:
    box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(answer, QMessageBox.ButtonRole.AcceptRole)
    box.exec()
