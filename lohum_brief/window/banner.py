"""What is said across the whole window, calmly and until it is no longer so: who has the file, why
edits wait.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from lohum_brief.language.interface import say


class Banner(QFrame):
    """A sentence, and a button that saves a copy where the file cannot take what is typed, or one
    that lets the visit be edited once whoever edited it has left.
    """

    def __init__(self, save_copy: Callable[[], object], edit: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.copy = QPushButton(say("Save a copy…"))
        self.copy.setObjectName("small")
        self.copy.clicked.connect(lambda _=False: save_copy())
        self.edit = QPushButton(say("Edit it here"))
        self.edit.setObjectName("small")
        self.edit.clicked.connect(lambda _=False: edit())
        self.edit.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.edit)
        row.addWidget(self.copy)

    def tell(self, told: str, *, copy: bool, edit: bool = False) -> None:
        """Show a sentence; an empty one hides it. `copy` and `edit` offer their buttons."""
        self.text.setText(told)
        self.copy.setVisible(copy)
        self.edit.setVisible(edit)
        self.setVisible(bool(told))
