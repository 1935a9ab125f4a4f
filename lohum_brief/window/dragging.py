"""What is dragged from other programs is taken as a copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def accept_copy(event: QDropEvent) -> None:
    """Take what is dropped, or say that it would be taken, as a copy.

    What a file manager proposes may be a move, after which it would remove the file.
    """
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
