"""What is said across the whole window, calmly and until it is no longer so: who has the file, why
edits wait.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from lohum_brief.language.interface import say


class Banner(QFrame):
    """A sentence, and a button that saves a copy where the file cannot take what is typed."""

    def __init__(self, save_copy: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.copy = QPushButton(say("Save a copy…"))
        self.copy.setObjectName("small")
        self.copy.clicked.connect(lambda _=False: save_copy())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.copy)

    def tell(self, told: str, *, copy: bool) -> None:
        """Show a sentence; an empty one hides it. `copy` offers the button."""
        self.text.setText(told)
        self.copy.setVisible(copy)
        self.setVisible(bool(told))
